//! A comparison as one column, for narrow screens: each passage of the first story over its partner.

use rustc_hash::FxHashSet;
use yew::prelude::*;

use super::collation::{FlowRow, SentencePlace, Side, flow};
use super::columns::{ComparisonProps, apart, one_sentence};
use super::finding::names;
use crate::ui::hooks::use_growing;
use crate::ui::i18n::{key, use_catalog};

/// Draws the column. A passage that is identical in both appears once, with both its numbers.
#[component]
pub fn FlowColumn(props: &ComparisonProps) -> Html {
    let catalog = use_catalog();
    let names = names(&props.comparison, &catalog);
    let rows = use_memo(props.comparison.clone(), |comparison| flow(comparison));
    let drawn = use_growing(rows.len(), 2 * props.at_least as usize);
    let mut shown: FxHashSet<(Side, SentencePlace)> = FxHashSet::default();
    let mut sentence = |side: Side, place: SentencePlace| {
        let again = !shown.insert((side, place));
        one_sentence(props, side, place, &names, again)
    };
    let row = |(index, row): (usize, &FlowRow)| match *row {
        FlowRow::Apart(side, block) => {
            let Some(found) = side.of(&props.comparison).blocks.get(block) else { return html! {} };
            html! { <div key={index} class={classes!("flow-row", side.letter())}>{ apart(found, &catalog) }</div> }
        }
        FlowRow::Rest { b, .. } => {
            html! { <div key={index} class="flow-row pair"><div class="b">{ sentence(Side::B, b) }</div></div> }
        }
        FlowRow::Only(side, place) | FlowRow::Linked(side, place) => {
            html! { <div key={index} class={classes!("flow-row", side.letter())}>{ sentence(side, place) }</div> }
        }
        FlowRow::Related { a, b } => {
            html! {
                <div key={index} class="flow-row pair related">
                    <div class="a">{ sentence(Side::A, a) }</div>
                    <div class="b">{ sentence(Side::B, b) }</div>
                </div>
            }
        }
        FlowRow::Pair { pair, a, b } => {
            let found = props.comparison.pairs.get(pair as usize);
            let same = found.is_some_and(|pair| pair.differences.is_empty());
            html! {
                <div key={index} class={classes!("flow-row", "pair", same.then_some("same"))}>
                    <div class="a">{ sentence(Side::A, a) }</div>
                    if let (Some(b), false) = (b, same) {
                        <div class="b">{ sentence(Side::B, b) }</div>
                    }
                    if same {
                        <span class="both">
                            { catalog.with(key!("flow-same"), [("n", found.map_or(0, |pair| pair.b_number).into())]) }
                        </span>
                    }
                </div>
            }
        }
    };
    html! {
        <div class="flow">
            <div class="flow-heads">
                <div class="column-head a">{ props.heads.0.clone() }</div>
                <div class="column-head b">{ props.heads.1.clone() }</div>
            </div>
            { for rows.iter().take(drawn).enumerate().map(row) }
        </div>
    }
}
