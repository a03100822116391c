//! What the addresses of counts carry: word lists, phrases, terms and measures.

use super::address::{Address, Writer, decode, encode};
use super::{Order, parts, scope};
use crate::corpus::{Scope, Units};

/// A word list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsRoute {
    /// Which stories are counted.
    pub scope: Scope,
    /// The least frequency listed.
    pub min: u32,
    /// What a listed word contains, or a pattern it fits.
    pub filter: String,
    /// The part of speech listed; empty for all.
    pub tag: String,
    /// The least number of characters.
    pub shortest: Option<u32>,
    /// The greatest number of characters.
    pub longest: Option<u32>,
    /// Which stop words are left out.
    pub stop: StopChoice,
    /// Whether writings of one word count as one.
    pub fold: bool,
    /// How the texts are cut.
    pub units: Units,
    /// What the table is sorted by.
    pub order: Option<Order>,
}

/// Which stop words a list leaves out: those that ship with the app, as the reader changed them. Only the changes
/// stand in the address, so that a link shows the same list to whoever opens it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StopChoice {
    /// Whether any are left out.
    pub leave_out: bool,
    /// Words left out beside those that ship with the app.
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
    /// Whether every sequence is listed, or only those that no word more would leave as frequent.
    pub every: bool,
    /// Which stories are counted.
    pub scope: Scope,
    /// The least number of words.
    pub shortest: u32,
    /// The greatest number of words, where every sequence is listed.
    pub longest: u32,
    /// The least frequency listed.
    pub min: u32,
    /// What a listed sequence contains.
    pub filter: String,
    /// Whether writings of one word count as one.
    pub fold: bool,
    /// How the texts are cut.
    pub units: Units,
    /// What the table is sorted by.
    pub order: Option<Order>,
}

/// The terms that words are joined into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermsRoute {
    /// Which stories are counted.
    pub scope: Scope,
    /// What a listed term contains.
    pub filter: String,
    /// How the texts are cut.
    pub units: Units,
    /// What the table is sorted by.
    pub order: Option<Order>,
}

/// The measures of each story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasuresRoute {
    /// Which stories are measured.
    pub scope: Scope,
    /// Whether writings of one word count as one.
    pub fold: bool,
    /// How the texts are cut.
    pub units: Units,
    /// What the table is sorted by.
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
        Writer::at(&["words"])
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
        Writer::at(&["phrases"])
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
        Writer::at(&["terms"])
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
        Writer::at(&["measures"])
            .raw("scope", scope::parameter(&self.scope))
            .flag("fold", self.fold)
            .units(self.units)
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}

/// A text, unless it is empty.
pub(super) fn filled(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

/// Words one after the other.
fn list(value: Option<&str>) -> Vec<String> {
    value.unwrap_or_default().split(',').filter(|word| !word.is_empty()).map(decode).collect()
}

fn parameter(words: &[String]) -> Option<String> {
    let words: Vec<String> = words.iter().map(|word| encode(word)).collect();
    (!words.is_empty()).then(|| words.join(","))
}

impl Writer {
    /// Adds how texts are cut, where that is not as by default.
    pub(super) fn units(self, units: Units) -> Self {
        self.text("mode", parts::mode_of(units)).text("terms", parts::terms_parameter(units.terms))
    }
}
