//! The sets of the table: the bundled ones, and the reader's own.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{HEADING, TABLE};
use crate::lexicon::{Correction, Key, LexiconError, UserDictionary};
use crate::text::fold;

/// A set of words for one meaning, one line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionalSet {
    /// The words of each region, parted by tabs.
    pub line: String,
    /// True if the reader added it.
    pub is_own: bool,
    /// True if it is in force: the reader can take out a bundled one.
    pub enabled: bool,
    pub(super) is_name: bool,
}

/// Returns the bundled set of a key.
pub fn bundled_set(key: &Key) -> Option<&'static Correction> {
    static SETS: LazyLock<FxHashMap<String, Correction>> = LazyLock::new(|| {
        let sets = table_lines(TABLE).filter_map(|line| Correction::regional(line.text).ok());
        sets.map(|set| (fold(set.word()), set)).collect()
    });
    let Key::Regional(line) = key else { return None };
    SETS.get(line)
}

/// Returns the bundled sets, in the order of the table, and then the reader's own.
pub fn regional_sets(dictionary: &UserDictionary) -> impl Iterator<Item = RegionalSet> {
    let changes: FxHashMap<&str, &Correction> = dictionary.regional().collect();
    let mut own: BTreeSet<&str> = changes.keys().copied().collect();
    let mut sets = Vec::new();
    for TableLine { text, is_name, .. } in table_lines(TABLE) {
        let key = fold(text);
        let enabled = changes.get(key.as_str()).is_none_or(|change| change.enabled);
        own.remove(key.as_str());
        sets.push(RegionalSet { line: text.to_owned(), is_own: false, enabled, is_name });
    }
    let added = own.into_iter().filter_map(|key| changes.get(key));
    sets.extend(added.map(|change| RegionalSet {
        line: change.word().to_owned(),
        is_own: true,
        enabled: change.enabled,
        is_name: false,
    }));
    sets.into_iter()
}

/// Formats sets as a table that [`RegionalWording::read`] parses.
pub fn write_regional(sets: impl IntoIterator<Item = RegionalSet>) -> String {
    let lines = sets.into_iter().map(|set| format!("{}\n", set.line));
    std::iter::once(format!("{HEADING}\n")).chain(lines).collect()
}

/// Parses the sets of a table, and returns the lines that cannot be parsed. Valid lines are kept regardless of the others.
pub fn read_regional(table: &str) -> (Vec<Correction>, Vec<LexiconError>) {
    let (mut sets, mut errors) = (Vec::new(), Vec::new());
    for TableLine { number, text, .. } in table_lines(table) {
        match Correction::regional(text) {
            Ok(set) => sets.push(set),
            Err(kind) => errors.push(LexiconError { line: number, kind }),
        }
    }
    (sets, errors)
}

/// A line of a table that is to be a set.
pub(super) struct TableLine<'a> {
    /// Its number, from 1.
    pub(super) number: u32,
    pub(super) text: &'a str,
    /// True below a heading of names of people or places.
    pub(super) is_name: bool,
}

/// Returns the lines of a table that are neither empty nor comments nor the names of the columns.
pub(super) fn table_lines(table: &str) -> impl Iterator<Item = TableLine<'_>> {
    let mut is_name = false;
    (1..).zip(table.trim_start_matches('\u{FEFF}').lines()).filter_map(move |(number, text)| {
        if let Some(heading) = text.strip_prefix('#') {
            is_name = matches!(heading.trim(), "people" | "places");
        }
        let text = text.trim_end_matches(['\r', ' ']);
        let is_set = !text.trim().is_empty() && !text.starts_with('#') && text != HEADING;
        is_set.then_some(TableLine { number, text, is_name })
    })
}
