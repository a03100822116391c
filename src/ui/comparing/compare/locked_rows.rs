//! Two stories sentence by sentence: each passage of the first on one line with its partner in the second.

use rustc_hash::FxHashSet;
use yew::prelude::*;

use super::collation::{FlowRow, SentencePlace, Side, flow};
use super::columns::{ComparisonProps, apart, one_sentence};
use super::finding::names;
use crate::ui::hooks::use_growing;
use crate::ui::i18n::use_catalog;

/// Draws the rows, in the order of the first story. A passage at another position in the second is placed at
/// its partner, and its number says where it comes from.
#[component]
pub fn LockedRows(props: &ComparisonProps) -> Html {
    let catalog = use_catalog();
    let names = names(&props.comparison, &catalog);
    let rows = use_memo(props.comparison.clone(), |comparison| flow(comparison));
    let drawn = use_growing(rows.len(), 2 * props.at_least as usize);
    let mut shown: FxHashSet<(Side, SentencePlace)> = FxHashSet::default();
    let mut sentence = |side: Side, place: SentencePlace| {
        let again = !shown.insert((side, place));
        one_sentence(props, side, place, &names, again)
    };
    let whole = |side: Side, block: usize| {
        side.of(&props.comparison).blocks.get(block).map(|found| apart(found, &catalog)).unwrap_or_default()
    };
    let row = |(index, row): (usize, &FlowRow)| {
        let (a, b) = match *row {
            FlowRow::Apart(Side::A, block) => (Some(whole(Side::A, block)), None),
            FlowRow::Apart(Side::B, block) => (None, Some(whole(Side::B, block))),
            FlowRow::Only(Side::A, place) | FlowRow::Linked(Side::A, place) => {
                (Some(sentence(Side::A, place)), None)
            }
            FlowRow::Only(Side::B, b) | FlowRow::Linked(Side::B, b) | FlowRow::Rest { b, .. } => {
                (None, Some(sentence(Side::B, b)))
            }
            FlowRow::Related { a, b } => (Some(sentence(Side::A, a)), Some(sentence(Side::B, b))),
            FlowRow::Pair { a, b, .. } => (Some(sentence(Side::A, a)), b.map(|b| sentence(Side::B, b))),
        };
        html! {
            <div key={index} class="locked-row">
                <div class="column a">{ a.unwrap_or_default() }</div>
                <div class="column b">{ b.unwrap_or_default() }</div>
            </div>
        }
    };
    html! {
        <div class="columns locked">
            <div class="locked-head">
                <div class="column a"><div class="column-head">{ props.heads.0.clone() }</div></div>
                <div class="column b"><div class="column-head">{ props.heads.1.clone() }</div></div>
            </div>
            { for rows.iter().take(drawn).enumerate().map(row) }
        </div>
    }
}
