//! The columns of the table of own texts, as data: for sorting, searching, choosing and files.

use std::collections::HashSet;

use crate::text::fold;
use crate::ui::i18n::{Catalog, key};
use crate::ui::labels;
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::TextRow;

/// Number of tags with a column of their own before the reader chooses among the columns.
const SHOWN_TAGS: usize = 4;

/// Columns that tell nothing about the content, which are not in files.
const OF_FILES: [&str; 4] = ["format", "encoding", "warnings", "state"];

/// Returns the columns; one for each tag that any text has.
pub(super) fn columns(texts: &Shared<Vec<TextRow>>, catalog: &Catalog) -> Vec<Column> {
    let column = |name: &'static str, title, kind, of: fn(&TextRow) -> Value| {
        let texts = texts.clone();
        Column::new(name, catalog.text(title), kind, move |place: usize| of(&texts[place]))
    };
    let text = |name, title, of: fn(&TextRow) -> &String| {
        let texts = texts.clone();
        Column::new(name, catalog.text(title), Kind::Text, move |place: usize| filled(of(&texts[place])))
    };
    let mut columns = vec![
        text("id", key!("column-id"), |row| &row.id).filed(),
        column("file", key!("column-name"), Kind::Word, |row| Value::Text(row.name.clone())),
        text("headline", key!("report-headline"), |row| &row.headline),
        text("paper", key!("field-paper"), |row| &row.paper),
        text("date", key!("field-date"), |row| &row.date),
        text("series", key!("field-series"), |row| &row.series),
    ];
    columns.extend(tags(texts).into_iter().map(|name| {
        let (texts, wanted) = (texts.clone(), name.clone());
        let value = move |place: usize| {
            let found = texts[place].tags.iter().find(|(name, _)| *name == wanted);
            found.map_or(Value::Nothing, |(_, value)| filled(value))
        };
        Column::new(name.clone(), name, Kind::Text, value)
    }));
    let format = {
        let (texts, catalog) = (texts.clone(), catalog.clone());
        move |place: usize| Value::Text(labels::format(texts[place].format, &catalog).to_string())
    };
    let state = {
        let (texts, catalog) = (texts.clone(), catalog.clone());
        move |place: usize| filled(&state(&texts[place], &catalog))
    };
    columns.extend([
        Column::new("format", catalog.text(key!("column-format")), Kind::Text, format),
        column("encoding", key!("column-encoding"), Kind::Text, |row| {
            row.encoding.map_or(Value::Nothing, |encoding| Value::Text(labels::encoding(encoding).to_owned()))
        }),
        column("characters", key!("column-characters"), Kind::Number, |row| Value::Count(row.characters)),
        column("stories", key!("column-stories"), Kind::Number, |row| Value::Count(row.stories)),
        column("warnings", key!("column-warnings"), Kind::Number, |row| Value::Count(row.warnings)),
        Column::new("state", catalog.text(key!("column-state")), Kind::Text, state),
    ]);
    columns
}

/// Returns the columns of a file: the id and the name that an import finds the texts by, and all facts.
pub(super) fn of_file(columns: &[Column]) -> Vec<Column> {
    columns.iter().filter(|column| !OF_FILES.contains(&column.name.as_str())).cloned().collect()
}

/// Returns the columns that are left out before the reader chooses.
pub(super) fn usually_hidden(texts: &[TextRow]) -> Vec<String> {
    let tags = tags(texts).into_iter().skip(SHOWN_TAGS);
    std::iter::once("format".to_owned()).chain(tags).collect()
}

/// Returns the names of all tags, in the order of their first occurrence.
pub(super) fn tags(texts: &[TextRow]) -> Vec<String> {
    let mut met = HashSet::new();
    let names = texts.iter().flat_map(|row| &row.tags).map(|(name, _)| name);
    names.filter(|name| met.insert(name.as_str())).cloned().collect()
}

/// Returns what a search goes through for each text: its name and its facts, folded so that either script finds the other.
pub(super) fn searched(texts: &[TextRow]) -> Vec<String> {
    let all = |row: &TextRow| {
        let facts = [&row.id, &row.name, &row.headline, &row.paper, &row.date, &row.series];
        let tags = row.tags.iter().map(|(_, value)| value);
        fold(&facts.into_iter().chain(tags).map(String::as_str).collect::<Vec<_>>().join("\n"))
    };
    texts.iter().map(all).collect()
}

/// Returns a fact; one that is unknown sorts last.
fn filled(fact: &str) -> Value {
    if fact.is_empty() { Value::Nothing } else { Value::Text(fact.to_owned()) }
}

fn state(row: &TextRow, catalog: &Catalog) -> String {
    let states = [(row.wrapped, key!("text-wrapped")), (row.edited, key!("text-edited"))];
    let states: Vec<_> =
        states.into_iter().filter(|(is, _)| *is).map(|(_, key)| catalog.text(key).to_string()).collect();
    states.join(&*catalog.text(key!("list-comma")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::table::delimited;
    use crate::view::export::Separator;

    fn texts() -> Shared<Vec<TextRow>> {
        let tag = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let row = |id: &str, name: &str, tags: Vec<(String, String)>| TextRow {
            id: id.into(),
            name: name.into(),
            headline: "樂園".into(),
            tags,
            ..TextRow::default()
        };
        let many = (1..=9).map(|n| tag(&format!("t{n}"), "x")).collect();
        Shared::new(vec![
            row("u1", "支持/a.txt", vec![tag("author", "陳甲"), tag("issue", "3-2")]),
            row("u2", "b.txt", many),
        ])
    }

    #[test]
    fn a_file_names_each_text_and_has_a_column_for_each_tag() {
        let texts = texts();
        let all = columns(&texts, &Catalog::default());
        let csv = delimited(&[], &of_file(&all), &[0], Separator::Comma);
        let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(
            lines[0],
            "id,file,headline,paper,date,series,author,issue,t1,t2,t3,t4,t5,t6,t7,t8,t9,characters,stories"
        );
        assert_eq!(lines[1], "u1,支持/a.txt,樂園,,,,陳甲,'3-2,,,,,,,,,,0,0");
        let read = crate::ingest::facts_lines(csv.as_bytes()).unwrap();
        assert_eq!(read[0].facts.others, texts[0].tags, "an import reads what an export wrote");
        assert_eq!(usually_hidden(&texts), ["format", "t3", "t4", "t5", "t6", "t7", "t8", "t9"]);
    }

    #[test]
    fn a_search_finds_facts_in_either_script() {
        let searched = searched(&texts());
        assert!(searched[0].contains(&fold("乐园")) && searched[0].contains(&fold("陈甲")));
    }
}
