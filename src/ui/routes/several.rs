//! What the addresses of views of several stories carry.

use super::address::{Address, Writer};
use crate::corpus::Units;

/// How several stories are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WitnessesLayout {
    /// A table of sentences, a column a story.
    #[default]
    Table,
    /// 通稿: the text they share, and who has which line.
    Wire,
    /// 校勘: the first story's text with the readings of the others below it.
    Edition,
}

impl WitnessesLayout {
    /// Every layout, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Table, Self::Wire, Self::Edition];

    /// Its name in an address and in the names of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Wire => "wire",
            Self::Edition => "edition",
        }
    }
}

/// Several stories on one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WitnessesRoute {
    /// The stories; the first is the base. Empty for the pair last looked at.
    pub ids: Vec<String>,
    /// How they are laid out.
    pub layout: WitnessesLayout,
    /// Whether variant characters count as the same.
    pub fold_variants: bool,
    /// Whether punctuation is left out.
    pub ignore_punctuation: bool,
    /// How the texts are cut.
    pub units: Units,
}

impl WitnessesRoute {
    pub(super) fn parse(address: &Address, ids: &[&str]) -> Self {
        let named = |layout: &WitnessesLayout| address.raw("layout") == Some(layout.name());
        Self {
            ids: owned(ids),
            layout: WitnessesLayout::ALL.into_iter().find(named).unwrap_or_default(),
            fold_variants: address.flag("fold"),
            ignore_punctuation: address.flag("punct"),
            units: address.units(),
        }
    }

    pub(super) fn href(&self) -> String {
        let default = self.layout == WitnessesLayout::default();
        at("witnesses", &self.ids)
            .text("layout", (!default).then(|| self.layout.name()))
            .flag("fold", self.fold_variants)
            .flag("punct", self.ignore_punctuation)
            .units(self.units)
            .finish()
    }
}

/// What each paper did with one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportRoute {
    /// The stories; every other is read from the first. Empty for the pair last looked at.
    pub ids: Vec<String>,
    /// Whether variant characters count as the same.
    pub fold_variants: bool,
    /// Whether punctuation is left out.
    pub ignore_punctuation: bool,
    /// The least run of letters that counts as taken over; `None` for the default one.
    pub run: Option<u32>,
    /// How the texts are cut.
    pub units: Units,
}

impl ReportRoute {
    pub(super) fn parse(address: &Address, ids: &[&str]) -> Self {
        Self {
            ids: owned(ids),
            fold_variants: address.flag("fold"),
            ignore_punctuation: address.flag("punct"),
            run: address.count("run"),
            units: address.units(),
        }
    }

    pub(super) fn href(&self) -> String {
        at("report", &self.ids)
            .flag("fold", self.fold_variants)
            .flag("punct", self.ignore_punctuation)
            .number("run", self.run)
            .units(self.units)
            .finish()
    }
}

fn owned(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|&id| id.to_owned()).collect()
}

fn at(view: &str, ids: &[String]) -> Writer {
    let path: Vec<&str> = std::iter::once(view).chain(ids.iter().map(String::as_str)).collect();
    Writer::at(&path)
}
