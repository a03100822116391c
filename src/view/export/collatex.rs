//! The alignment in CollateX's JSON.

use super::escape::json;
use crate::view::Witnesses;

/// Formats `{"witnesses":[…],"table":[…]}`: the table has one entry per segment, each an array of tokens
/// for every witness. The tokens of a witness, in order, are its sentences in the order of the table.
pub fn collatex(table: &Witnesses) -> String {
    let witnesses: Vec<String> = table.stories.iter().map(|story| json(&story.id)).collect();
    let segments = table.rows.iter().flat_map(|row| &row.segments).map(|segment| {
        let tokens = segment.readings.iter().map(|reading| match reading.as_deref() {
            None | Some("") => "[]".to_owned(),
            Some(text) => format!("[{{\"t\":{}}}]", json(text)),
        });
        format!("[{}]", tokens.collect::<Vec<_>>().join(","))
    });
    let segments: Vec<String> = segments.collect();
    format!("{{\"witnesses\":[{}],\"table\":[\n{}\n]}}\n", witnesses.join(","), segments.join(",\n"))
}
