//! The editorial table of the bundled pages, `seeds/stories.toml`: which lines make which story.

use serde::Deserialize;

/// The whole table.
#[derive(Debug, Deserialize)]
pub(super) struct Table {
    pub(super) page: Vec<Page>,
    #[serde(default)]
    pub(super) same_event: Vec<SameEvent>,
}

/// One page.
#[derive(Debug, Deserialize)]
pub(super) struct Page {
    pub(super) file: String,
    pub(super) paper: String,
    pub(super) date: String,
    pub(super) hard_wrapped: bool,
    #[serde(default)]
    pub(super) furniture: Vec<Lines>,
    pub(super) story: Vec<Entry>,
}

/// One story of a page. Line numbers count from 1 and ranges hold both ends.
#[derive(Debug, Deserialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) headline: String,
    #[serde(default)]
    pub(super) headline_lines: Vec<Lines>,
    #[serde(default)]
    pub(super) deck: Option<String>,
    #[serde(default)]
    pub(super) kicker: Option<String>,
    #[serde(default)]
    pub(super) kicker_lines: Vec<Lines>,
    pub(super) body: Vec<Lines>,
    #[serde(default)]
    pub(super) subheads: Vec<Lines>,
    #[serde(default)]
    pub(super) captions: Vec<Lines>,
    #[serde(default)]
    pub(super) bylines: Vec<Lines>,
    #[serde(default)]
    pub(super) pull_quotes: Vec<Lines>,
    #[serde(default)]
    pub(super) notes: Vec<Lines>,
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
pub(super) enum Lines {
    One(usize),
    Range([usize; 2]),
}

impl Lines {
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
