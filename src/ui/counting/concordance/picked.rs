//! The rows of a concordance that the reader takes out, or keeps alone.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use crate::ui::i18n::{Catalog, key};
use crate::ui::shared::Shared;
use crate::view::Concordance;

/// The rows that are ticked and those that are taken out, by their places in the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PickedRows {
    ticked: BTreeSet<usize>,
    gone: BTreeSet<usize>,
}

impl PickedRows {
    /// Returns true if a row is ticked.
    pub(super) fn is_ticked(&self, place: usize) -> bool {
        self.ticked.contains(&place)
    }

    fn tick(&self, place: usize) -> Self {
        let mut next = self.clone();
        if !next.ticked.remove(&place) {
            next.ticked.insert(place);
        }
        next
    }

    /// Takes out the rows that are ticked, or all others.
    fn settle(&self, rows: usize, keep: bool) -> Self {
        let leaves = |place: &usize| self.gone.contains(place) || self.ticked.contains(place) != keep;
        Self { ticked: BTreeSet::new(), gone: (0..rows).filter(leaves).collect() }
    }
}

/// The reader's choice among the rows of an answer, forgotten with the answer.
pub(super) struct Picking {
    state: UseStateHandle<Rc<PickedRows>>,
    rows: usize,
}

/// Holds the choice.
#[hook]
pub(super) fn use_picking(concordance: &Shared<Concordance>) -> Picking {
    let state = use_state_eq(|| Rc::new(PickedRows::default()));
    use_effect_with(concordance.clone(), {
        let state = state.setter();
        move |_| state.set(Rc::default())
    });
    Picking { state, rows: concordance.rows.len() }
}

impl Picking {
    /// Returns the choice.
    pub(super) fn picked(&self) -> Rc<PickedRows> {
        Rc::clone(&self.state)
    }

    /// Returns the places of the rows that are left.
    pub(super) fn left(&self) -> Vec<usize> {
        (0..self.rows).filter(|place| !self.state.gone.contains(place)).collect()
    }

    /// Returns a callback that ticks a row, or unticks it.
    pub(super) fn ontick(&self) -> Callback<usize> {
        let state = self.state.clone();
        Callback::from(move |place| state.set(Rc::new(state.tick(place))))
    }

    /// Draws the buttons that take rows out and bring them back.
    pub(super) fn buttons(&self, catalog: &Catalog) -> Html {
        let PickedRows { ticked, gone } = &**self.state;
        let settle = |keep: bool| {
            let (state, rows) = (self.state.clone(), self.rows);
            Callback::from(move |_: MouseEvent| state.set(Rc::new(state.settle(rows, keep))))
        };
        let back = {
            let state = self.state.clone();
            Callback::from(move |_: MouseEvent| state.set(Rc::default()))
        };
        if ticked.is_empty() && gone.is_empty() {
            return html! {};
        }
        html! {
            <p class="row-picking" role="status">
                if !ticked.is_empty() {
                    <button type="button" class="button" onclick={settle(false)}>{ catalog.with(key!("concordance-take-out"), [("n", ticked.len().into())]) }</button>
                    <button type="button" class="button" onclick={settle(true)}>{ catalog.with(key!("concordance-keep-only"), [("n", ticked.len().into())]) }</button>
                }
                if !gone.is_empty() {
                    <button type="button" class="link" onclick={back}>{ catalog.with(key!("concordance-bring-back"), [("n", gone.len().into())]) }</button>
                }
            </p>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_ticked_go_or_stay_alone() {
        let ticked = PickedRows::default().tick(1).tick(3).tick(3).tick(0);
        assert_eq!(ticked.settle(4, false).gone, BTreeSet::from([0, 1]));
        let kept = ticked.settle(4, true);
        assert_eq!(kept.gone, BTreeSet::from([2, 3]));
        assert_eq!(kept.tick(0).settle(4, false).gone, BTreeSet::from([0, 2, 3]), "what is out stays out");
    }
}
