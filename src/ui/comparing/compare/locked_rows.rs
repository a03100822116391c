//! Two stories sentence by sentence: each passage of the first on one line with its partner in the second.

use rustc_hash::FxHashSet;
use yew::prelude::*;

use super::collation::{FlowRow, SentencePlace, Side, flow};
use super::columns::{ComparisonProps, apart, one_sentence};
use super::finding::names;
use crate::ui::hooks::use_growing;
use crate::ui::i18n::use_catalog;
use crate::view::Comparison;

/// Draws the rows, in the order of the first story. A passage at another position in the second is placed at
/// its partner, and its number says where it comes from.
#[component]
pub fn LockedRows(props: &ComparisonProps) -> Html {
    let catalog = use_catalog();
    let names = names(&props.comparison, &catalog);
    let rows =
        use_memo(props.comparison.clone(), |comparison| headings_together(&flow(comparison), comparison));
    let drawn = use_growing(rows.len(), 2 * props.at_least as usize);
    let mut shown: FxHashSet<(Side, SentencePlace)> = FxHashSet::default();
    let mut sentence = |side: Side, place: SentencePlace| {
        let again = !shown.insert((side, place));
        one_sentence(props, side, place, &names, again)
    };
    let whole = |side: Side, block: usize| {
        side.of(&props.comparison).blocks.get(block).map(|found| apart(found, &catalog)).unwrap_or_default()
    };
    let row = |(index, (row, beside)): (usize, &(FlowRow, Option<usize>))| {
        let (a, b) = match *row {
            FlowRow::Apart(Side::A, block) => {
                (Some(whole(Side::A, block)), beside.map(|block| whole(Side::B, block)))
            }
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

/// Returns the rows with headings of one kind in one row, where they are next to each other: each row of the first story
/// has the block of the second that comes beside it.
fn headings_together(rows: &[FlowRow], comparison: &Comparison) -> Vec<(FlowRow, Option<usize>)> {
    let kind = |side: Side, block: usize| side.of(comparison).blocks.get(block).map(|block| block.kind);
    let mut together: Vec<(FlowRow, Option<usize>)> = Vec::with_capacity(rows.len());
    for run in rows.chunk_by(|one, next| is_apart(one) && is_apart(next)) {
        let begin = together.len();
        for row in run {
            let FlowRow::Apart(side, block) = *row else {
                together.push((*row, None));
                continue;
            };
            let free = together.iter_mut().skip(begin).find(|(other, beside)| match other {
                FlowRow::Apart(Side::A, of) => {
                    side == Side::B && beside.is_none() && kind(Side::A, *of) == kind(Side::B, block)
                }
                _ => false,
            });
            match free {
                Some((_, beside)) => *beside = Some(block),
                None => together.push((*row, None)),
            }
        }
    }
    together
}

fn is_apart(row: &FlowRow) -> bool {
    matches!(row, FlowRow::Apart(..))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::comparing::compare::collation::tests::sample;

    #[test]
    fn headings_of_one_kind_are_in_one_row_and_no_row_is_lost() {
        let comparison = sample();
        let kinds =
            |side: Side| side.of(&comparison).blocks.iter().map(|block| block.kind).collect::<Vec<_>>();
        let rows: Vec<FlowRow> = (0..kinds(Side::A).len())
            .map(|block| FlowRow::Apart(Side::A, block))
            .chain((0..kinds(Side::B).len()).map(|block| FlowRow::Apart(Side::B, block)))
            .collect();
        let together = headings_together(&rows, &comparison);
        for (row, beside) in &together {
            if let (FlowRow::Apart(side, block), Some(beside)) = (row, beside) {
                assert_eq!((*side, kinds(Side::A)[*block]), (Side::A, kinds(Side::B)[*beside]));
            }
        }
        let beside = together.iter().filter(|(_, beside)| beside.is_some()).count();
        assert!(beside > 0);
        assert_eq!(together.len() + beside, rows.len());
    }
}
