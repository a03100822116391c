//! What the addresses of counts carry: word lists, keyness, keywords of one story, phrases, terms and measures.

use super::address::{Address, Writer, decode, encode};
use super::{Reference, parts, scope};
use crate::corpus::{Scope, Units};
use crate::engine::KeywordMethod;
use crate::view::KeynessMeasure;

use super::Order;

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

/// A keyness table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeynessRoute {
    /// The stories asked about.
    pub target: Scope,
    /// What they are held against.
    pub reference: Reference,
    /// What the table is ranked by.
    pub measure: KeynessMeasure,
    /// The least frequency in both together.
    pub min: u32,
    /// Which direction is listed.
    pub sign: Sign,
    /// Whether writings of one word count as one.
    pub fold: bool,
    /// How the texts are cut.
    pub units: Units,
    /// What the table is sorted by.
    pub order: Option<Order>,
}

/// Which keywords are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// Both directions, strongest first.
    #[default]
    Both,
    /// Words the target has more of.
    Positive,
    /// Words the target has less of.
    Negative,
}

/// The keywords of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeywordsRoute {
    /// The story; empty for the one last read.
    pub id: String,
    /// How they are found.
    pub method: KeywordMethod,
    /// How the texts are cut.
    pub units: Units,
    /// What the table is sorted by.
    pub order: Option<Order>,
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

impl Default for KeynessRoute {
    fn default() -> Self {
        Self {
            target: Scope::All,
            reference: Reference::Rest,
            measure: KeynessMeasure::G2,
            min: 1,
            sign: Sign::Both,
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

impl KeynessRoute {
    pub(super) fn parse(address: &Address) -> Self {
        let named = |measure: &KeynessMeasure| address.raw("measure") == Some(measure_name(*measure));
        Self {
            target: address.scope("target"),
            reference: Reference::parse(address.raw("reference")),
            measure: MEASURES.into_iter().find(named).unwrap_or_default(),
            min: address.count("min").unwrap_or(1),
            sign: match address.raw("sign") {
                Some("positive") => Sign::Positive,
                Some("negative") => Sign::Negative,
                _ => Sign::Both,
            },
            fold: address.flag("fold"),
            units: address.units(),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        let measure = (self.measure != KeynessMeasure::default()).then(|| measure_name(self.measure));
        Writer::at(&["keyness"])
            .raw("target", scope::parameter(&self.target))
            .raw("reference", self.reference.parameter())
            .text("measure", measure)
            .number("min", Some(self.min).filter(|&min| min != 1))
            .text("sign", self.sign.parameter())
            .flag("fold", self.fold)
            .units(self.units)
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}

/// Every measure of keyness, those that most ask for first.
pub const MEASURES: [KeynessMeasure; 7] = [
    KeynessMeasure::G2,
    KeynessMeasure::LogRatio,
    KeynessMeasure::Chi2,
    KeynessMeasure::Diff,
    KeynessMeasure::OddsRatio,
    KeynessMeasure::SimpleMaths,
    KeynessMeasure::Bic,
];

/// A measure as an address and `window.duidu` have it.
pub fn measure_name(measure: KeynessMeasure) -> &'static str {
    match measure {
        KeynessMeasure::G2 => "g2",
        KeynessMeasure::Bic => "bic",
        KeynessMeasure::Chi2 => "chi2",
        KeynessMeasure::LogRatio => "logRatio",
        KeynessMeasure::Diff => "diff",
        KeynessMeasure::OddsRatio => "oddsRatio",
        KeynessMeasure::SimpleMaths => "simpleMaths",
    }
}

impl Sign {
    fn parameter(self) -> Option<&'static str> {
        match self {
            Self::Both => None,
            Self::Positive => Some("positive"),
            Self::Negative => Some("negative"),
        }
    }
}

impl KeywordsRoute {
    pub(super) fn parse(address: &Address, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            method: match address.raw("method") {
                Some("textrank") => KeywordMethod::TextRank,
                _ => KeywordMethod::TfIdf,
            },
            units: address.units(),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        let path: &[&str] = if self.id.is_empty() { &["keywords"] } else { &["keywords", &self.id] };
        Writer::at(path)
            .text("method", (self.method == KeywordMethod::TextRank).then_some("textrank"))
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
