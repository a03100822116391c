//! Questions that lay several stories beside each other, with all their options.

use serde::{Deserialize, Serialize};

use crate::compare::{MINIMUM_RUN, Options};
use crate::corpus::Scope;
use crate::view::export::Labels;

/// What a comparison leaves out, and what counts as taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ComparisonOptions {
    /// Whether variant characters count as the same.
    pub fold_variants: bool,
    /// Whether punctuation is left out of the differences.
    pub ignore_punctuation: bool,
    /// The least run of letters that counts as taken over, 1 or more.
    pub minimum_run: u32,
}

impl Default for ComparisonOptions {
    fn default() -> Self {
        Self { fold_variants: false, ignore_punctuation: false, minimum_run: MINIMUM_RUN }
    }
}

impl ComparisonOptions {
    /// What is left out of the differences.
    pub(super) fn options(self) -> Options {
        Options { fold_variants: self.fold_variants, ignore_punctuation: self.ignore_punctuation }
    }
}

/// Where the sentences of a story stand elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourcesQuestion {
    /// The story.
    pub id: String,
    /// Where to look; the story itself is passed over.
    pub scope: Scope,
    /// How many partners of a sentence are given at most.
    pub partners: u32,
    /// The least run of letters that counts as taken over, 1 or more.
    pub minimum_run: u32,
}

impl SourcesQuestion {
    /// Partners of a sentence that are given when the reader says nothing else.
    pub const PARTNERS: u32 = 3;

    /// The least run when the reader says nothing else: shorter than between whole stories, for a sentence is short.
    pub const MINIMUM_RUN: u32 = 5;
}

/// Several stories in one table of sentences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WitnessesQuestion {
    /// The stories, each once.
    pub ids: Vec<String>,
    /// The story whose order the rows follow: index into `ids`.
    pub base: u32,
    /// What is left out.
    pub options: ComparisonOptions,
}

/// What several papers did with one event; the first story is the base.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportQuestion {
    /// The stories, each once.
    pub ids: Vec<String>,
    /// What is left out.
    pub options: ComparisonOptions,
}

/// A comparison as a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparisonFile {
    /// The stories, each once; the first is the base.
    pub ids: Vec<String>,
    /// What kind of file.
    pub format: ComparisonFormat,
    /// What is left out.
    pub options: ComparisonOptions,
    /// The words of the report, which are the caller's: no language is known here.
    pub labels: Labels,
}

/// The kinds of file a comparison can be had as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ComparisonFormat {
    /// The editorial report as one page that needs no other file.
    Html,
    /// The editorial report as Markdown.
    Markdown,
    /// The table of sentences, for spreadsheets.
    Csv,
    /// The alignment as CollateX writes it.
    Collatex,
    /// A critical apparatus in TEI, by parallel segmentation.
    Tei,
    /// Passages by cluster, one JSON object to a line, as passim writes them.
    Passim,
}

impl ComparisonFormat {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::Html, Self::Markdown, Self::Csv, Self::Collatex, Self::Tei, Self::Passim];

    /// Whether it holds the editorial report.
    pub(super) fn is_report(self) -> bool {
        matches!(self, Self::Html | Self::Markdown)
    }

    /// How a file of this format is called, after its name's last dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Collatex => "json",
            Self::Tei => "xml",
            Self::Passim => "jsonl",
        }
    }
}
