//! The table of sentences for spreadsheets.

use std::fmt::Write;

use super::escape;
use super::labels::{agreement, difference_name};
use crate::view::{DifferenceView, WitnessCell, Witnesses};

/// Formats one line per row of the table, with four columns per story: the number of the sentence, its
/// words, its agreement with the lemma and its differences. The file begins with a byte order mark, by
/// which Excel recognises UTF-8. Names are those of `window.duidu`.
pub fn csv(table: &Witnesses) -> String {
    let mut file = String::from('\u{FEFF}');
    let mut heads = vec!["row".to_owned(), "lemma".to_owned()];
    for story in &table.stories {
        heads.extend(
            ["sentence", "text", "agreement", "differences"].map(|head| format!("{} {head}", story.id)),
        );
    }
    line(&mut file, &heads);
    for (number, row) in (1..).zip(&table.rows) {
        let number: u32 = number;
        let lemma = table.stories.get(row.lemma as usize).map_or("", |story| &story.id);
        let mut fields = vec![number.to_string(), lemma.to_owned()];
        fields.extend(row.cells.iter().flat_map(|cell| cell.as_ref().map_or_else(Default::default, four)));
        line(&mut file, &fields);
    }
    file
}

fn four(cell: &WitnessCell) -> [String; 4] {
    let last = cell.number + cell.sentences.saturating_sub(1);
    let number =
        if cell.sentences > 1 { format!("{}–{last}", cell.number) } else { cell.number.to_string() };
    let moved = if cell.moved { " moved" } else { "" };
    let differences: Vec<String> = cell.differences.iter().map(difference).collect();
    [number, cell.text.clone(), format!("{}{moved}", agreement(cell.agreement)), differences.join("; ")]
}

fn difference(found: &DifferenceView) -> String {
    format!("{}: {} → {}", difference_name(found.kind), found.a, found.b)
}

fn line(file: &mut String, fields: &[String]) {
    let fields: Vec<String> = fields.iter().map(|field| escape::csv(field)).collect();
    // Writing to a `String` cannot fail.
    _ = write!(file, "{}\r\n", fields.join(","));
}
