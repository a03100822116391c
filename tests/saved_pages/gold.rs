//! The gold of a folder of pages, `gold.json`: what each line of a page is, and which story it belongs to.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

/// One page of the gold.
#[derive(Deserialize)]
pub(crate) struct GoldPage {
    pub(crate) stories: Vec<GoldStory>,
    pub(crate) lines: Vec<GoldLine>,
}

/// One story of the page; a headline, paper or date is `None` where the page does not say it.
#[derive(Deserialize)]
pub(crate) struct GoldStory {
    pub(crate) story: usize,
    pub(crate) headline: Option<String>,
    pub(crate) paper: Option<String>,
    pub(crate) date: Option<String>,
}

/// One line of the page, or the text between two of its block-level tags.
#[derive(Deserialize)]
pub(crate) struct GoldLine {
    pub(crate) n: u32,
    pub(crate) label: Label,
    /// The number of its story, 0 for none.
    pub(crate) story: usize,
    pub(crate) text: String,
    /// Whether the line may be kept or dropped without blame.
    #[serde(default)]
    pub(crate) neutral: bool,
    /// Code that stands inside a paragraph.
    #[serde(default)]
    pub(crate) furniture: Vec<String>,
}

/// The kind of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Label {
    Headline,
    Deck,
    Kicker,
    Subhead,
    Byline,
    Dateline,
    Paragraph,
    Caption,
    Note,
    Date,
    Furniture,
}

impl GoldPage {
    /// Reads the pages of a gold, in the order of their names.
    pub(crate) fn read_all(path: &Path) -> BTreeMap<String, Self> {
        let json =
            std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        serde_json::from_str(&json).unwrap()
    }
}

/// Returns a text without white space, as texts are compared.
pub(crate) fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
