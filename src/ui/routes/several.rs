//! The addresses of views of several stories.

use super::address::{Address, AddressWriter};
use crate::corpus::Units;

/// The layout of several stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WitnessesLayout {
    /// A table of sentences, with one column for each story.
    #[default]
    Table,
    /// 通稿: the text they share, and the stories that have each line.
    Wire,
    /// 校勘: the first story's text with the readings of the others below it.
    Edition,
}

impl WitnessesLayout {
    /// All layouts, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Table, Self::Wire, Self::Edition];

    /// Returns the layout's name in an address and in the names of messages.
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
    /// The stories; the first is the base. Empty for the pair last viewed.
    pub ids: Vec<String>,
    /// The layout.
    pub layout: WitnessesLayout,
    /// True if variant characters count as the same.
    pub fold_variants: bool,
    /// True if punctuation is left out.
    pub ignore_punctuation: bool,
    /// The units of segmentation.
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

/// Each paper's treatment of one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportRoute {
    /// The stories; each of the others is compared with the first. Empty for the pair last viewed.
    pub ids: Vec<String>,
    /// True if variant characters count as the same.
    pub fold_variants: bool,
    /// True if punctuation is left out.
    pub ignore_punctuation: bool,
    /// Least run of characters that counts as reuse; `None` for the default.
    pub run: Option<u32>,
    /// The units of segmentation.
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

fn at(view: &str, ids: &[String]) -> AddressWriter {
    let path: Vec<&str> = std::iter::once(view).chain(ids.iter().map(String::as_str)).collect();
    AddressWriter::at(&path)
}
