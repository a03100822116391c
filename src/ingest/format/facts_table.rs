//! A table of facts about texts that are here already: a text to a line, named by its file or its id.

use std::collections::BTreeSet;

use csv::StringRecord;
use serde::{Deserialize, Serialize};

use super::fields::{Role, metadata, role};
use super::table::{prepared, reader, shortened};
use crate::ingest::dates::day;
use crate::ingest::{Metadata, decode};
use crate::text::{from, of_cell};

/// Names of the column of ids.
const IDS: [&str; 3] = ["id", "編號", "编号"];

/// Names of the column of files.
const FILES: [&str; 9] = ["file", "filename", "file_name", "name", "檔案", "檔名", "文件", "文件名", "名稱"];

/// Columns of an exported table that are measured and not entered.
const MEASURED: [&str; 2] = ["characters", "stories"];

/// What one line says of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactsLine {
    /// Its place in the file, from 1.
    pub line: u32,
    /// The id of the text; empty if the line has none.
    pub id: String,
    /// The name of its file; empty if the line has none.
    pub file: String,
    /// The facts; those of empty cells are empty.
    pub facts: Metadata,
    /// What stands in place of a day and is none.
    pub not_a_date: Option<String>,
}

/// Parses a table of comma- or tab-separated values in any encoding that files of texts may have. Lines before the head that
/// begin with `#` are skipped. A column that is no fact of every text, such as `author`, is a tag.
///
/// # Errors
/// The names of the columns, for a message, if none of them is an id or a file.
pub fn facts_lines(table: &[u8]) -> Result<Vec<FactsLine>, String> {
    let text = decode(table, None).text;
    let breaks = |text: &str| text.matches('\n').count();
    let before = breaks(&text);
    let is_remark = |line: &&str| ["# ", "\"# "].iter().any(|mark| line.starts_with(mark));
    let remarks = text.split_inclusive('\n').take_while(is_remark);
    let rows = from(&text, remarks.map(str::len).sum()).to_owned();
    let (rows, separator) = prepared(rows, &mut Vec::new());
    let skipped = before.saturating_sub(breaks(&rows));
    let mut reader = reader(separator, rows.as_bytes());
    let mut record = StringRecord::new();
    let (mut columns, mut lines) = (None::<FactColumns>, Vec::new());
    while reader.read_record(&mut record).unwrap_or(false) {
        match &columns {
            None => columns = Some(FactColumns::named(&record)?),
            Some(columns) => {
                let line = record.position().map_or(0, csv::Position::line);
                let line = u32::try_from(line).unwrap_or(u32::MAX);
                let skipped = u32::try_from(skipped).unwrap_or(u32::MAX);
                lines.push(columns.facts(&record, line.saturating_add(skipped)));
            }
        }
    }
    if columns.is_none() { Err(String::new()) } else { Ok(lines) }
}

/// The columns by their places.
struct FactColumns {
    names: Vec<String>,
    id: Option<usize>,
    file: Option<usize>,
}

impl FactColumns {
    fn named(head: &StringRecord) -> Result<Self, String> {
        let name = |(at, cell): (usize, &str)| match of_cell(cell.trim()) {
            "" => at.saturating_add(1).to_string(),
            name => name.to_owned(),
        };
        let names: Vec<String> = head.iter().enumerate().map(name).collect();
        let place = |known: &[&str]| {
            names.iter().position(|name| known.iter().any(|known| known.eq_ignore_ascii_case(name)))
        };
        let (id, file) = (place(&IDS), place(&FILES));
        if id.is_none() && file.is_none() { Err(shortened(&names)) } else { Ok(Self { names, id, file }) }
    }

    fn facts(&self, record: &StringRecord, line: u32) -> FactsLine {
        let cell = |at: usize| of_cell(record.get(at).unwrap_or_default().trim()).to_owned();
        let named = |place: Option<usize>| place.map(cell).unwrap_or_default();
        let (mut fields, mut met, mut not_a_date) = (Vec::new(), BTreeSet::new(), None);
        for (at, name) in self.names.iter().enumerate() {
            let value = cell(at);
            let is_name = [self.id, self.file].contains(&Some(at));
            if is_name || value.is_empty() || MEASURED.contains(&name.as_str()) || !met.insert(name) {
                continue;
            }
            match role(name).map(|(role, _)| role) {
                Some(Role::Text) => {}
                Some(Role::Date) if day(&value).is_none() => not_a_date = Some(value),
                _ => fields.push((name.clone(), value)),
            }
        }
        let facts = metadata(fields.into_iter());
        FactsLine { line, id: named(self.id), file: named(self.file), facts, not_a_date }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(table: &str) -> Vec<FactsLine> {
        facts_lines(table.as_bytes()).unwrap()
    }

    #[test]
    fn columns_are_facts_or_tags_whatever_their_order() {
        let found = lines("檔案,Author,日期,報章,標題\n支持/a.txt,陳甲,2025/1/2,晨報,公園\n,,,,\n");
        let facts = Metadata {
            headline: "公園".into(),
            paper: "晨報".into(),
            date: "2025-01-02".into(),
            others: vec![("Author".into(), "陳甲".into())],
            ..Metadata::default()
        };
        assert_eq!(found[0], FactsLine { line: 2, file: "支持/a.txt".into(), facts, ..FactsLine::default() });
        assert_eq!(found[1], FactsLine { line: 3, ..FactsLine::default() });
    }

    #[test]
    fn what_is_written_for_spreadsheets_is_read_as_it_was() {
        let found = lines("\u{feff}# 對讀\r\nid\tissue\tcharacters\r\nu1\t'3-2\t99\r\n");
        assert_eq!(found[0].facts.others, [("issue".into(), "3-2".into())]);
        assert_eq!((found[0].line, &*found[0].id), (3, "u1"));
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let found = lines("sep=;\nid;note\nu1;\"two\nlines\"\nu2;x\n");
        assert_eq!(found.iter().map(|line| line.line).collect::<Vec<_>>(), [3, 5]);
    }

    #[test]
    fn a_table_without_a_name_of_texts_is_refused_and_a_wrong_day_is_told() {
        assert_eq!(facts_lines("author,date\n甲,2025-01-02\n".as_bytes()), Err("author, date".into()));
        assert_eq!(facts_lines(b""), Err(String::new()));
        let found = lines("id,date\nu1,2025-02-30\n");
        assert_eq!(found[0].not_a_date.as_deref(), Some("2025-02-30"));
    }

    #[test]
    fn the_encoding_is_found() {
        let (big5, _, _) = encoding_rs::BIG5.encode("檔案,報章\n一九九七年的報紙甲.txt,香港經濟日報\n");
        assert_eq!(facts_lines(&big5).unwrap()[0].facts.paper, "香港經濟日報");
    }
}
