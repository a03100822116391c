//! A walk through the rows on which the stories differ.

use yew::prelude::*;

use crate::text::abridged;
use crate::ui::browser;
use crate::ui::comparing::walk_bar::WalkBar;
use crate::ui::comparing::witnesses::witness_table::{WitnessesProps, row_id};
use crate::view::{Agreement, WitnessRow};

/// Maximum number of characters by which a row is announced.
const LENGTH: usize = 24;

/// Draws the bar that goes from row to row.
#[component]
pub fn RowWalk(props: &WitnessesProps) -> Html {
    let table = &props.table;
    let current = use_state_eq(|| None::<usize>);
    let differing = use_memo(table.clone(), |table| {
        let rows = table.rows.iter().enumerate().filter(|(_, row)| differs(row));
        rows.map(|(place, _)| place).collect::<Vec<usize>>()
    });
    let what = current
        .and_then(|place| table.rows.get(*differing.get(place)?))
        .map(|row| abridged(words(row), LENGTH));
    let onvisit =
        use_callback((differing.clone(), current.setter()), |place: usize, (differing, current)| {
            if let Some(&row) = differing.get(place) {
                current.set(Some(place));
                let _ = browser::visit(&row_id(row));
            }
        });
    html! { <WalkBar total={differing.len()} position={*current} what={what.unwrap_or_default()} {onvisit} /> }
}

/// Returns true if some story lacks a row, or has it in other words.
fn differs(row: &WitnessRow) -> bool {
    let same = |agreement: Agreement| matches!(agreement, Agreement::Lemma | Agreement::Identical);
    row.repeats.is_none()
        && row.cells.iter().any(|cell| cell.as_ref().is_none_or(|cell| !same(cell.agreement)))
}

fn words(row: &WitnessRow) -> &str {
    let lemma = row.cells.get(row.lemma as usize).and_then(Option::as_ref);
    lemma.map_or("", |cell| &cell.text)
}
