//! The contents of each view's address.

use super::Marks;
use super::address::{Address, AddressWriter};
use crate::corpus::{Mode, Terms, Units};
use crate::view::DictionarySort;

/// One story with its marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadRoute {
    /// The story; empty for the first one.
    pub id: String,
    /// The UTF-16 unit to scroll to and mark.
    pub at: Option<u32>,
    /// The word whose occurrences are listed next to the text.
    pub word: Option<String>,
    /// True if word boundaries are shown.
    pub boundaries: bool,
    /// True if parts of speech are shown.
    pub tags: bool,
    /// True if words in doubt are marked.
    pub doubts: bool,
    /// The units of segmentation.
    pub units: Units,
}

impl ReadRoute {
    pub(super) fn parse(address: &Address, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            at: address.count("at"),
            word: address.text("word").filter(|word| !word.is_empty()),
            boundaries: address.flag("boundaries"),
            tags: address.flag("tags"),
            doubts: address.flag("doubts"),
            units: address.units(),
        }
    }

    pub(super) fn href(&self) -> String {
        let path: &[&str] = if self.id.is_empty() { &["read"] } else { &["read", &self.id] };
        AddressWriter::at(path)
            .number("at", self.at)
            .text("word", self.word.as_deref())
            .flag("boundaries", self.boundaries)
            .flag("tags", self.tags)
            .flag("doubts", self.doubts)
            .units(self.units)
            .finish()
    }
}

/// One text segmented in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentersRoute {
    /// The story; empty for a text of the reader's, which is not part of the address.
    pub id: String,
    /// The mode of segmentation on one side.
    pub a: Mode,
    /// The mode of segmentation on the other side.
    pub b: Mode,
}

impl SegmentersRoute {
    pub(super) fn parse(address: &Address, id: &str) -> Self {
        let default = Self::default();
        let mode = |name: &str, default: Mode| {
            let known = |mode: &Mode| address.raw(name) == Some(mode_parameter(*mode));
            Mode::ALL.into_iter().find(known).unwrap_or(default)
        };
        Self { id: id.to_owned(), a: mode("a", default.a), b: mode("b", default.b) }
    }

    pub(super) fn href(&self) -> String {
        let path: &[&str] = if self.id.is_empty() { &["segmenters"] } else { &["segmenters", &self.id] };
        let default = Self::default();
        let mode = |mode: Mode, default: Mode| (mode != default).then(|| mode_parameter(mode));
        AddressWriter::at(path).text("a", mode(self.a, default.a)).text("b", mode(self.b, default.b)).finish()
    }
}

/// The layout of two stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PairLayout {
    /// Two columns with lines between them.
    #[default]
    Columns,
    /// Two columns whose sentences are on one line with their partners.
    Rows,
    /// One text in which both readings appear where the stories differ.
    Flow,
}

impl PairLayout {
    /// All layouts, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Columns, Self::Rows, Self::Flow];

    /// Returns the layout's name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Rows => "rows",
            Self::Flow => "flow",
        }
    }
}

/// Two stories, and the differences shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareRoute {
    /// The first story; both are empty for the first pair on one event.
    pub a: String,
    /// The second story.
    pub b: String,
    /// True if variant characters count as the same.
    pub fold_variants: bool,
    /// True if punctuation is left out.
    pub ignore_punctuation: bool,
    /// The kinds of difference marked.
    pub marks: Marks,
    /// The layout.
    pub layout: PairLayout,
    /// True if each sentence is shaded by the share of it that occurs in the other story.
    pub heat: bool,
    /// Least run of characters that counts as reuse, if reuse by runs is asked for.
    pub run: Option<u32>,
    /// The sentence of the first story to go to, by number.
    pub at_a: Option<u32>,
    /// The sentence of the second story to go to, by number.
    pub at_b: Option<u32>,
    /// The units of segmentation.
    pub units: Units,
}

impl CompareRoute {
    pub(super) fn parse(address: &Address, a: &str, b: &str) -> Self {
        let layout_named = address.raw("layout");
        Self {
            a: a.to_owned(),
            b: b.to_owned(),
            fold_variants: address.flag("fold"),
            ignore_punctuation: address.flag("punct"),
            marks: address.raw("types").map_or_else(Marks::default, Marks::parse),
            layout: PairLayout::ALL
                .into_iter()
                .find(|layout| layout_named == Some(layout.name()))
                .unwrap_or_default(),
            heat: address.flag("heat"),
            run: address.count("run"),
            at_a: address.count("a"),
            at_b: address.count("b"),
            units: address.units(),
        }
    }

    pub(super) fn href(&self) -> String {
        let named = !self.a.is_empty() || !self.b.is_empty();
        let path: &[&str] = if named { &["compare", &self.a, &self.b] } else { &["compare"] };
        AddressWriter::at(path)
            .flag("fold", self.fold_variants)
            .flag("punct", self.ignore_punctuation)
            .raw("types", self.marks.parameter())
            .text("layout", (self.layout != PairLayout::default()).then(|| self.layout.name()))
            .flag("heat", self.heat)
            .number("run", self.run)
            .number("a", self.at_a)
            .number("b", self.at_b)
            .units(self.units)
            .finish()
    }
}

/// The reader's dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DictionaryRoute {
    /// A text that a listed word contains.
    pub filter: String,
    /// The order of the entries.
    pub sort: DictionarySort,
}

impl DictionaryRoute {
    pub(super) fn parse(address: &Address) -> Self {
        Self {
            filter: address.text("filter").unwrap_or_default(),
            sort: Self::sort_named(address.raw("sort").unwrap_or_default()),
        }
    }

    pub(super) fn href(&self) -> String {
        AddressWriter::at(&["dictionary"])
            .text("filter", Some(self.filter.as_str()).filter(|filter| !filter.is_empty()))
            .text("sort", Some(Self::sort_name(self.sort)).filter(|&sort| sort != "word"))
            .finish()
    }

    const SORTS: [(DictionarySort, &str); 5] = [
        (DictionarySort::Word, "word"),
        (DictionarySort::Rule, "rule"),
        (DictionarySort::Tag, "tag"),
        (DictionarySort::Occurrences, "occurrences"),
        (DictionarySort::Enabled, "enabled"),
    ];

    /// Returns the name of an order in an address.
    pub fn sort_name(sort: DictionarySort) -> &'static str {
        Self::SORTS.into_iter().find(|&(known, _)| known == sort).map_or("word", |(_, name)| name)
    }

    /// Finds the order of a name that [`DictionaryRoute::sort_name`] gives; by word for every other name.
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
    /// True if the greatest value comes first.
    pub descending: bool,
}

impl Order {
    /// Returns the order after a click on a column's head: the usual one, its reverse, then the answer's.
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

/// Returns the name of a mode in an address.
pub(super) fn mode_parameter(mode: Mode) -> &'static str {
    match mode {
        Mode::Accurate => "accurate",
        Mode::Fast => "fast",
        Mode::Character => "character",
    }
}

/// Returns the name of the terms in an address; `None` for words, the default.
pub(super) fn terms_parameter(terms: Terms) -> Option<&'static str> {
    match terms {
        Terms::Fine => None,
        Terms::Coarse => Some("coarse"),
    }
}

/// Returns the name of the units' mode in an address; `None` for the default.
pub(super) fn mode_of(units: Units) -> Option<&'static str> {
    (units.mode != Mode::default()).then(|| mode_parameter(units.mode))
}
