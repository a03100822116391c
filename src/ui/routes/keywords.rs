//! The addresses of keywords: keyness of one scope compared with another, and keywords of one story.

use super::address::{Address, AddressWriter};
use super::{Order, Reference, scope};
use crate::corpus::{Scope, Units};
use crate::engine::KeywordMethod;
use crate::view::KeynessMeasure;

/// A keyness table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeynessRoute {
    /// The stories in question.
    pub target: Scope,
    /// The reference they are compared with.
    pub reference: Reference,
    /// The measure that ranks the table.
    pub measure: KeynessMeasure,
    /// Least frequency in both together.
    pub min: u32,
    /// The direction listed.
    pub sign: Sign,
    /// True if the variant writings of a word count as one word.
    pub fold: bool,
    /// The units of segmentation.
    pub units: Units,
    /// The order of the table.
    pub order: Option<Order>,
}

/// The direction of the keywords listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// Both directions, strongest first.
    #[default]
    Both,
    /// Words more frequent in the target.
    Positive,
    /// Words less frequent in the target.
    Negative,
}

/// The keywords of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeywordsRoute {
    /// The story; empty for the one last read.
    pub id: String,
    /// The method that finds them.
    pub method: KeywordMethod,
    /// The units of segmentation.
    pub units: Units,
    /// The order of the table.
    pub order: Option<Order>,
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
        AddressWriter::at(&["keyness"])
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

/// All measures of keyness, the most popular first.
pub const MEASURES: [KeynessMeasure; 7] = [
    KeynessMeasure::G2,
    KeynessMeasure::LogRatio,
    KeynessMeasure::Chi2,
    KeynessMeasure::Diff,
    KeynessMeasure::OddsRatio,
    KeynessMeasure::SimpleMaths,
    KeynessMeasure::Bic,
];

/// Returns the name of a measure in an address and in `window.duidu`.
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
        AddressWriter::at(path)
            .text("method", (self.method == KeywordMethod::TextRank).then_some("textrank"))
            .units(self.units)
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}
