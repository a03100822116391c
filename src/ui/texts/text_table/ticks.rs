//! The rows of a table that are ticked.

use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::view::TextRow;

/// The texts that are ticked, and the callbacks that tick rows, all rows and none.
pub(super) struct Ticks {
    pub(super) ticked: Rc<BTreeSet<String>>,
    pub(super) ontick: Callback<Tick>,
    pub(super) onall: Callback<Event>,
    pub(super) onnone: Callback<()>,
}

/// Holds the ticks of a table that lists these of the texts, in this order.
#[hook]
pub(super) fn use_ticks(texts: &Shared<Vec<TextRow>>, listed: &Shared<Vec<usize>>) -> Ticks {
    let ticked = use_state_eq(|| Rc::new(BTreeSet::<String>::new()));
    let last = use_mut_ref(|| None::<usize>);
    let ids = |texts: &Shared<Vec<TextRow>>, places: &[usize]| {
        places.iter().filter_map(|&place| Some(texts.get(place)?.id.clone())).collect::<Vec<_>>()
    };
    let ontick = {
        let (ticked, texts, listed) = (ticked.clone(), texts.clone(), listed.clone());
        Callback::from(move |tick: Tick| {
            let before = last.borrow_mut().replace(tick.index).filter(|_| tick.range);
            let from = before.unwrap_or(tick.index);
            let range = from.min(tick.index)..=from.max(tick.index);
            let places = listed.get(range).unwrap_or_default();
            ticked.set(Rc::new(with(&ticked, ids(&texts, places), tick.on)));
        })
    };
    let onall = {
        let (ticked, texts, listed) = (ticked.clone(), texts.clone(), listed.clone());
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            ticked.set(Rc::new(with(&ticked, ids(&texts, &listed), on)));
        })
    };
    let onnone = {
        let ticked = ticked.setter();
        Callback::from(move |()| ticked.set(Rc::default()))
    };
    Ticks { ticked: (*ticked).clone(), ontick, onall, onnone }
}

/// The tick of a row, or of all rows from the one ticked before.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Tick {
    pub(super) index: usize,
    pub(super) on: bool,
    pub(super) range: bool,
}

/// Returns the texts chosen with these added, or taken away.
fn with(chosen: &BTreeSet<String>, ids: Vec<String>, on: bool) -> BTreeSet<String> {
    let mut chosen = chosen.clone();
    for id in ids {
        if on {
            chosen.insert(id);
        } else {
            chosen.remove(&id);
        }
    }
    chosen
}
