//! The editorial table of the bundled pages, `seeds/stories.toml`: the lines that make up each story.

use serde::Deserialize;

/// The whole table.
#[derive(Debug, Deserialize)]
pub(super) struct EditorialTable {
    pub(super) page: Vec<EditorialPage>,
    #[serde(default)]
    pub(super) same_event: Vec<SameEvent>,
}

/// One page.
#[derive(Debug, Deserialize)]
pub(super) struct EditorialPage {
    pub(super) file: String,
    pub(super) paper: String,
    pub(super) date: String,
    pub(super) hard_wrapped: bool,
    #[serde(default)]
    pub(super) furniture: Vec<LineRange>,
    pub(super) story: Vec<EditorialStory>,
}

/// One story of a page. Line numbers count from 1 and ranges include both ends.
#[derive(Debug, Deserialize)]
pub(super) struct EditorialStory {
    pub(super) id: String,
    pub(super) headline: String,
    #[serde(default)]
    pub(super) headline_lines: Vec<LineRange>,
    #[serde(default)]
    pub(super) deck: Option<String>,
    #[serde(default)]
    pub(super) kicker: Option<String>,
    #[serde(default)]
    pub(super) kicker_lines: Vec<LineRange>,
    pub(super) body: Vec<LineRange>,
    #[serde(default)]
    pub(super) subheads: Vec<LineRange>,
    #[serde(default)]
    pub(super) captions: Vec<LineRange>,
    #[serde(default)]
    pub(super) bylines: Vec<LineRange>,
    #[serde(default)]
    pub(super) pull_quotes: Vec<LineRange>,
    #[serde(default)]
    pub(super) notes: Vec<LineRange>,
    #[serde(default)]
    pub(super) broken_paragraphs: Vec<[usize; 2]>,
}

/// Two stories that report the same thing.
#[derive(Debug, Deserialize)]
pub(super) struct SameEvent {
    pub(super) a: String,
    pub(super) b: String,
}

/// A line, or a range of lines.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum LineRange {
    One(usize),
    Range([usize; 2]),
}

impl LineRange {
    pub(super) fn first(self) -> usize {
        match self {
            Self::One(line) | Self::Range([line, _]) => line,
        }
    }

    pub(super) fn last(self) -> usize {
        match self {
            Self::One(line) | Self::Range([_, line]) => line,
        }
    }

    pub(super) fn holds(self, line: usize) -> bool {
        self.first() <= line && line <= self.last()
    }
}
