//! Lines from each sentence to its partner.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use super::collation::{Side, drawn};
use super::sentence::sentence_id;
use crate::ui::browser;
use crate::ui::routes::{MarkKind, Shown};
use crate::ui::shared::Shared;
use crate::view::{Comparison, PairView, Strength};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ConnectorsProps {
    pub(crate) comparison: Shared<Comparison>,
    pub(crate) shown: Shown,
    /// The links pointed at: indices into the pairs of both strengths, the related ones after the others.
    pub(crate) lit: Vec<u32>,
}

/// Half a line of reading text in pixels: the middle of a sentence's first line.
const MIDDLE: f64 = 16.0;

/// Draws the lines. They repeat the sentence numbers, so they are hidden from screen readers. They are
/// measured after layout and whenever the columns change their size.
#[component]
pub(crate) fn Connectors(props: &ConnectorsProps) -> Html {
    let canvas = use_node_ref();
    let paths = use_state_eq(Vec::<Option<String>>::new);
    use_effect_with((props.comparison.clone(), props.shown), {
        let (canvas, paths) = (canvas.clone(), paths.setter());
        move |(comparison, _)| {
            let columns = canvas.cast::<Element>().and_then(|canvas| canvas.parent_element());
            let comparison = comparison.clone();
            let observer = columns.and_then(|columns| {
                let measured = columns.clone();
                Observer::start(&columns, move || {
                    let measure = |pair: &PairView| path(&measured, pair);
                    paths.set(comparison.pairs.iter().chain(&comparison.related).map(measure).collect());
                })
            });
            move || drop(observer)
        }
    });
    let first = props.comparison.pairs.len();
    let related = drawn(&props.comparison).into_iter().map(|(place, link)| (first + place, link));
    let line = |(pair, found): (usize, &PairView)| {
        let d = paths.get(pair).cloned().flatten()?;
        let lit = props.lit.iter().any(|&lit| lit as usize == pair);
        let class = classes!(
            found.differences.iter().any(|difference| props.shown.shows(difference)).then_some("differs"),
            (found.moved && props.shown.marks_passages(MarkKind::Moved)).then_some("moved"),
            (found.strength == Strength::Related).then_some("related"),
            lit.then_some("lit"),
        );
        Some(html! { <path key={pair} {class} {d} /> })
    };
    html! {
        <svg ref={canvas} class="connectors" aria-hidden="true">
            { for props.comparison.pairs.iter().enumerate().chain(related).filter_map(line) }
        </svg>
    }
}

/// Returns the line of one pair, in the coordinates of the columns.
fn path(columns: &Element, pair: &PairView) -> Option<String> {
    let origin = columns.get_bounding_client_rect();
    let a = browser::element(&sentence_id(Side::A, pair.a_number))?.get_bounding_client_rect();
    let b = browser::element(&sentence_id(Side::B, pair.b_number))?.get_bounding_client_rect();
    let (x0, x1) = (a.right() - origin.left() + 6.0, b.left() - origin.left() - 6.0);
    let (y0, y1) = (a.top() - origin.top() + MIDDLE, b.top() - origin.top() + MIDDLE);
    let bend = (x1 - x0) * 0.45;
    Some(format!("M{x0:.1} {y0:.1}C{:.1} {y0:.1} {:.1} {y1:.1} {x1:.1} {y1:.1}", x0 + bend, x1 - bend))
}

/// An observer that calls back when the size of an element changes, and once at the start.
struct Observer {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Observer {
    fn start(element: &Element, changed: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::new(changed);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for Observer {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
