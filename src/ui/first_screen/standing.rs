//! The first screen that stands in the page before its code: what the build wrote there (`tests/first_screen.rs`).
//!
//! The code takes its place with the same markup at once. What it has yet to ask the analysis thread for, the list of
//! stories and the example, stays as it stood until the answer is here.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;
use yew::virtual_dom::VNode;

use crate::ui::browser;

/// A part of the screen that an answer fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The stories of the rail.
    Stories,
    /// The example.
    Example,
}

impl Part {
    const ALL: [Self; 2] = [Self::Stories, Self::Example];

    /// Returns the selector of the element that holds it.
    fn selector(self) -> &'static str {
        match self {
            Self::Stories => ".corpus",
            Self::Example => ".start-example",
        }
    }
}

/// What stood on the screen; clones share it. Nothing by default, as on another view.
#[derive(Clone, Default)]
pub(crate) struct Standing(Rc<StandingData>);

#[derive(Default)]
struct StandingData {
    parts: RefCell<Vec<(Part, Vec<Node>)>>,
    /// Does again what the reader did before the code was here.
    again: RefCell<Option<Function>>,
}

impl PartialEq for Standing {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Standing {
    /// Takes what stands in the root of the page.
    pub(crate) fn take(root: &HtmlElement) -> Self {
        let Some(again) = browser::leave_first_screen() else { return Self::default() };
        let parts = Part::ALL.into_iter().filter_map(|part| {
            let place = root.query_selector(part.selector()).ok()??;
            Some((part, children(&place)))
        });
        let data = StandingData { parts: RefCell::new(parts.collect()), again: RefCell::new(Some(again)) };
        Self(Rc::new(data))
    }

    /// Returns a part as it stood, until it is forgotten.
    pub(crate) fn part(&self, part: Part) -> Option<Html> {
        let parts = self.0.parts.borrow();
        let (_, nodes) = parts.iter().find(|(known, _)| *known == part)?;
        Some(nodes.iter().cloned().map(VNode::VRef).collect())
    }

    /// Forgets a part, whose answer is here: the next wait for it is for another answer.
    fn forget(&self, part: Part) {
        self.0.parts.borrow_mut().retain(|(known, _)| *known != part);
    }

    /// Does again, once, what the reader did before the code was here: text typed and the focus.
    fn repeat(&self) {
        if let Some(again) = self.0.again.take() {
            // It only sets values and focuses elements of a page that was just drawn.
            let _ = again.call0(&wasm_bindgen::JsValue::NULL);
        }
    }
}

/// Returns the children of an element.
fn children(place: &Element) -> Vec<Node> {
    let nodes = place.child_nodes();
    (0..nodes.length()).filter_map(|at| nodes.get(at)).collect()
}

/// Returns a part of the screen as it stood, until its answer `is_here`.
#[hook]
pub(crate) fn use_standing(part: Part, is_here: bool) -> Option<Html> {
    let standing = use_context::<Standing>().unwrap_or_default();
    let drawn = if is_here { None } else { standing.part(part) };
    use_effect_with((standing, is_here), move |(standing, is_here)| {
        if *is_here {
            standing.forget(part);
        }
    });
    drawn
}

/// Does again what the reader did before the code was here, once the page is `drawn`.
#[hook]
pub(crate) fn use_repeat(standing: &Standing, drawn: bool) {
    use_effect_with((standing.clone(), drawn), |(standing, drawn)| {
        if *drawn {
            standing.repeat();
        }
    });
}
