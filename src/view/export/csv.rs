//! The table of sentences for spreadsheets.

use super::labels::{agreement, difference_name, effect_name};
use super::table::{Field, Separator, Table};
use crate::view::{DifferenceView, WitnessCell, Witnesses};

/// Formats one line per row of the table, with five columns per story: the number of the sentence, its
/// words, its agreement with the lemma, its differences and the weightiest effect of these. Names are those of
/// `window.duidu`.
pub fn csv(table: &Witnesses) -> String {
    let mut file = Table::new(Separator::Comma);
    let heads = table.stories.iter().flat_map(|story| {
        ["sentence", "text", "agreement", "differences", "effect"]
            .map(|head| text(format!("{} {head}", story.id)))
    });
    file.line([text("row"), text("lemma")].into_iter().chain(heads));
    for (number, row) in (1_u32..).zip(&table.rows) {
        let lemma = table.stories.get(row.lemma as usize).map_or("", |story| &story.id);
        let cells =
            row.cells.iter().flat_map(|cell| cell.as_ref().map_or_else(|| [(); 5].map(|()| text("")), five));
        file.line([Field::Number(number.to_string()), text(lemma)].into_iter().chain(cells));
    }
    file.finish()
}

fn text<'a>(text: impl Into<String>) -> Field<'a> {
    Field::Text(text.into().into())
}

fn five<'a>(cell: &WitnessCell) -> [Field<'a>; 5] {
    let last = cell.number.saturating_add(cell.sentences.saturating_sub(1));
    let number = if cell.sentences > 1 {
        text(format!("{}–{last}", cell.number))
    } else {
        Field::Number(cell.number.to_string())
    };
    let moved = if cell.moved { " moved" } else { "" };
    let differences: Vec<String> = cell.differences.iter().map(difference).collect();
    let agreement = format!("{}{moved}", agreement(cell.agreement));
    let effect = cell.differences.iter().map(|found| found.effect).min().map_or("", effect_name);
    [number, text(&cell.text), text(agreement), text(differences.join("; ")), text(effect)]
}

fn difference(found: &DifferenceView) -> String {
    let (kind, effect) = (difference_name(found.kind), effect_name(found.effect));
    format!("{kind} ({effect}): {} → {}", found.a, found.b)
}
