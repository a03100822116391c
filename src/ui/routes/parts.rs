//! What each view's address carries.

use super::Marks;
use crate::corpus::{Mode, Terms, Units};
use crate::view::DictionarySort;

/// One story, and what is marked in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadRoute {
    /// The story; empty for the first one.
    pub id: String,
    /// The UTF-16 unit to scroll to and mark.
    pub at: Option<u32>,
    /// The word whose places are listed beside the text.
    pub word: Option<String>,
    /// Whether word boundaries are shown.
    pub boundaries: bool,
    /// Whether parts of speech are shown.
    pub tags: bool,
    /// Whether words in doubt are marked.
    pub doubts: bool,
    /// How the texts are cut.
    pub units: Units,
}

/// One text cut in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentersRoute {
    /// The story; empty for a text of the reader's, which stands in no address.
    pub id: String,
    /// What finds the words on one side.
    pub a: Mode,
    /// What finds them on the other.
    pub b: Mode,
}

/// How two stories are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PairLayout {
    /// Two columns with lines between them.
    #[default]
    Columns,
    /// Two columns whose sentences stand on one line with their partners.
    Rows,
    /// One text, in which what the first left and what the second put stand where they differ.
    Flow,
}

impl PairLayout {
    /// Every layout, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Columns, Self::Rows, Self::Flow];

    /// Its name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Rows => "rows",
            Self::Flow => "flow",
        }
    }
}

/// Two stories, and which differences are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareRoute {
    /// The first story; both are empty for the first pair on one event.
    pub a: String,
    /// The second story.
    pub b: String,
    /// Whether variant characters count as the same.
    pub fold_variants: bool,
    /// Whether punctuation is left out.
    pub ignore_punctuation: bool,
    /// Which kinds are marked.
    pub marks: Marks,
    /// How they are laid out.
    pub layout: PairLayout,
    /// Whether each sentence is as dark as the share of it that stands in the other story.
    pub heat: bool,
    /// The least run of letters that counts as taken over, if reuse by runs is asked for.
    pub run: Option<u32>,
    /// The sentence of the first story to go to, by number.
    pub at_a: Option<u32>,
    /// The sentence of the second story to go to, by number.
    pub at_b: Option<u32>,
    /// How the texts are cut.
    pub units: Units,
}

/// The reader's dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DictionaryRoute {
    /// What a listed word contains.
    pub filter: String,
    /// The order of the entries.
    pub sort: DictionarySort,
}

impl DictionaryRoute {
    const SORTS: [(DictionarySort, &str); 5] = [
        (DictionarySort::Word, "word"),
        (DictionarySort::Rule, "rule"),
        (DictionarySort::Tag, "tag"),
        (DictionarySort::Occurrences, "occurrences"),
        (DictionarySort::Enabled, "enabled"),
    ];

    /// An order as an address has it.
    pub fn sort_name(sort: DictionarySort) -> &'static str {
        Self::SORTS.into_iter().find(|&(known, _)| known == sort).map_or("word", |(_, name)| name)
    }

    /// The order of a name that [`DictionaryRoute::sort_name`] gives; by word for every other name.
    pub fn sort_named(name: &str) -> DictionarySort {
        Self::SORTS.into_iter().find(|&(_, known)| known == name).map(|(sort, _)| sort).unwrap_or_default()
    }
}

/// One of the reader's own texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextRoute {
    /// The page, such as `u1`.
    pub id: String,
    /// The line to go to, counted from 1.
    pub line: Option<u32>,
}

/// The column a table is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column's name.
    pub column: String,
    /// Whether the greatest stands first.
    pub descending: bool,
}

impl Order {
    /// The order that a click on a column's head leads to: the way one reads it first, then the other way round, then
    /// that of the answer again.
    pub fn next(now: Option<&Self>, column: &str, descending_first: bool) -> Option<Self> {
        match now {
            Some(order) if order.descending != descending_first => None,
            Some(order) => Some(Self { descending: !order.descending, ..order.clone() }),
            None => Some(Self { column: column.to_owned(), descending: descending_first }),
        }
    }

    pub(super) fn parse(value: Option<String>) -> Option<Self> {
        let value = value.filter(|value| !value.is_empty() && value != "-")?;
        Some(match value.strip_prefix('-') {
            Some(column) => Self { column: column.to_owned(), descending: true },
            None => Self { column: value, descending: false },
        })
    }

    pub(super) fn parameter(order: Option<&Self>) -> Option<String> {
        order.map(|order| format!("{}{}", if order.descending { "-" } else { "" }, order.column))
    }
}

impl Default for SegmentersRoute {
    fn default() -> Self {
        Self { id: String::new(), a: Mode::Accurate, b: Mode::Fast }
    }
}

/// A mode as an address has it.
pub(super) fn mode_parameter(mode: Mode) -> &'static str {
    match mode {
        Mode::Accurate => "accurate",
        Mode::Fast => "fast",
        Mode::Character => "character",
    }
}

/// Words or terms as an address has them; nothing for words.
pub(super) fn terms_parameter(terms: Terms) -> Option<&'static str> {
    match terms {
        Terms::Fine => None,
        Terms::Coarse => Some("coarse"),
    }
}

/// The mode of units as an address has it; nothing for the default one.
pub(super) fn mode_of(units: Units) -> Option<&'static str> {
    (units.mode != Mode::default()).then(|| mode_parameter(units.mode))
}
