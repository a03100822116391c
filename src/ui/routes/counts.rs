//! The addresses of counts: word lists, phrases, terms and measures.

use super::address::{Address, AddressWriter, decode, encode};
use super::{Order, parts, scope};
use crate::corpus::{Scope, Units};

/// A word list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsRoute {
    /// The stories counted.
    pub scope: Scope,
    /// Least frequency listed.
    pub min: u32,
    /// A text that a listed word contains, or a pattern it matches.
    pub filter: String,
    /// The part of speech listed; empty for all.
    pub tag: String,
    /// Least number of characters.
    pub shortest: Option<u32>,
    /// Greatest number of characters.
    pub longest: Option<u32>,
    /// The stop words left out.
    pub stop: StopChoice,
    /// True if the variant writings of a word count as one word.
    pub fold: bool,
    /// The units of segmentation.
    pub units: Units,
    /// The order of the table.
    pub order: Option<Order>,
}

/// The stop words a list leaves out: the app's list with the reader's changes. The address contains only the
/// changes, so that a link shows the same list to everyone who opens it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StopChoice {
    /// True if stop words are left out.
    pub leave_out: bool,
    /// Words left out in addition to the app's list.
    pub added: Vec<String>,
    /// Words of the app's list that are kept.
    pub kept: Vec<String>,
}

impl StopChoice {
    /// Whether it is another list than the one that ships with the app.
    pub fn is_changed(&self) -> bool {
        !self.added.is_empty() || !self.kept.is_empty()
    }
}

/// Sequences of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhrasesRoute {
    /// True to list every sequence; false for only those that any further word makes rarer.
    pub every: bool,
    /// The stories counted.
    pub scope: Scope,
    /// Least number of words.
    pub shortest: u32,
    /// Greatest number of words, if every sequence is listed.
    pub longest: u32,
    /// Least frequency listed.
    pub min: u32,
    /// A text that a listed sequence contains.
    pub filter: String,
    /// True if the variant writings of a word count as one word.
    pub fold: bool,
    /// The units of segmentation.
    pub units: Units,
    /// The order of the table.
    pub order: Option<Order>,
}

/// The terms that words are joined into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermsRoute {
    /// The stories counted.
    pub scope: Scope,
    /// A text that a listed term contains.
    pub filter: String,
    /// The units of segmentation.
    pub units: Units,
    /// The order of the table.
    pub order: Option<Order>,
}

/// The measures of each story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasuresRoute {
    /// The stories measured.
    pub scope: Scope,
    /// True if the variant writings of a word count as one word.
    pub fold: bool,
    /// The units of segmentation.
    pub units: Units,
    /// The order of the table.
    pub order: Option<Order>,
}

impl Default for WordsRoute {
    fn default() -> Self {
        Self {
            scope: Scope::All,
            min: 1,
            filter: String::new(),
            tag: String::new(),
            shortest: None,
            longest: None,
            stop: StopChoice::default(),
            fold: false,
            units: Units::default(),
            order: None,
        }
    }
}

impl Default for PhrasesRoute {
    fn default() -> Self {
        Self {
            every: false,
            scope: Scope::All,
            shortest: 2,
            longest: 4,
            min: 2,
            filter: String::new(),
            fold: false,
            units: Units::default(),
            order: None,
        }
    }
}

impl WordsRoute {
    pub(super) fn parse(address: &Address) -> Self {
        Self {
            scope: address.scope("scope"),
            min: address.count("min").unwrap_or(1),
            filter: address.text("filter").unwrap_or_default(),
            tag: address.text("tag").unwrap_or_default(),
            shortest: address.count("shortest"),
            longest: address.count("longest"),
            stop: StopChoice {
                leave_out: address.flag("stop"),
                added: list(address.raw("stopadd")),
                kept: list(address.raw("stopkeep")),
            },
            fold: address.flag("fold"),
            units: address.units(),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        AddressWriter::at(&["words"])
            .raw("scope", scope::parameter(&self.scope))
            .number("min", Some(self.min).filter(|&min| min != 1))
            .text("filter", filled(&self.filter))
            .text("tag", filled(&self.tag))
            .number("shortest", self.shortest)
            .number("longest", self.longest)
            .flag("stop", self.stop.leave_out)
            .raw("stopadd", parameter(&self.stop.added))
            .raw("stopkeep", parameter(&self.stop.kept))
            .flag("fold", self.fold)
            .units(self.units)
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}

impl PhrasesRoute {
    pub(super) fn parse(address: &Address) -> Self {
        let default = Self::default();
        Self {
            every: address.raw("kind") == Some("ngrams"),
            scope: address.scope("scope"),
            shortest: address.count("shortest").unwrap_or(default.shortest),
            longest: address.count("longest").unwrap_or(default.longest),
            min: address.count("min").unwrap_or(default.min),
            filter: address.text("filter").unwrap_or_default(),
            fold: address.flag("fold"),
            units: address.units(),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        let default = Self::default();
        let unless = |value: u32, default: u32| Some(value).filter(|&value| value != default);
        AddressWriter::at(&["phrases"])
            .text("kind", self.every.then_some("ngrams"))
            .raw("scope", scope::parameter(&self.scope))
            .number("shortest", unless(self.shortest, default.shortest))
            .number("longest", unless(self.longest, default.longest))
            .number("min", unless(self.min, default.min))
            .text("filter", filled(&self.filter))
            .flag("fold", self.fold)
            .units(self.units)
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}

impl TermsRoute {
    pub(super) fn parse(address: &Address) -> Self {
        Self {
            scope: address.scope("scope"),
            filter: address.text("filter").unwrap_or_default(),
            units: address.units(),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        AddressWriter::at(&["terms"])
            .raw("scope", scope::parameter(&self.scope))
            .text("filter", filled(&self.filter))
            .units(self.units)
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}

impl MeasuresRoute {
    pub(super) fn parse(address: &Address) -> Self {
        Self {
            scope: address.scope("scope"),
            fold: address.flag("fold"),
            units: address.units(),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        AddressWriter::at(&["measures"])
            .raw("scope", scope::parameter(&self.scope))
            .flag("fold", self.fold)
            .units(self.units)
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}

/// Returns a text unless it is empty.
pub(super) fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Parses words separated by commas.
fn list(value: Option<&str>) -> Vec<String> {
    value.unwrap_or_default().split(',').filter(|word| !word.is_empty()).map(decode).collect()
}

fn parameter(words: &[String]) -> Option<String> {
    let words: Vec<String> = words.iter().map(|word| encode(word)).collect();
    (!words.is_empty()).then(|| words.join(","))
}

impl AddressWriter {
    /// Appends the units of segmentation that differ from the default.
    pub(super) fn units(self, units: Units) -> Self {
        self.text("mode", parts::mode_of(units)).text("terms", parts::terms_parameter(units.terms))
    }
}
