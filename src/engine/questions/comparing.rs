//! Questions that compare stories, with all their options.

use std::num::NonZeroU32;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::{ArgumentError, Ask, Engine, EngineError};
use crate::compare::{MINIMUM_RUN, Options};
use crate::corpus::{Corpus, Scope, Units};
use crate::engine::NamedStories;
use crate::view::export::Labels;
use crate::view::{self, WithoutTexts, WrittenSimilarity};

/// The keys of units that most questions here take.
const UNITS: &[&str] = &["mode", "terms"];

/// Two stories side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CompareQuestion {
    /// The first story.
    pub a: String,
    /// The second story.
    pub b: String,
    /// True to count variant characters as the same.
    #[serde(default)]
    pub fold_variants: bool,
    /// True to leave punctuation out of the differences.
    #[serde(default)]
    pub ignore_punctuation: bool,
    /// The minimum run of letters that counts as copied, 1 or more, if reuse by runs is wanted. That searches all
    /// stories for formulae.
    #[serde(default, deserialize_with = "optional_run")]
    pub min_run: Option<u32>,
}

impl Ask for CompareQuestion {
    const NAME: &'static str = "compare";
    const POSITIONAL: &'static [&'static str] = &["a", "b"];
    const UNITS: &'static [&'static str] = UNITS;

    // Formulae are searched in the letters of all stories, which need not be segmented for that.
    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::Stories(vec![self.a.clone(), self.b.clone()])]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Comparison, EngineError> {
        engine.compare(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        WithoutTexts::from(answer).serialize(serializer)
    }
}

impl CompareQuestion {
    /// Returns the options of the comparison.
    pub(in super::super) fn options(&self) -> Options {
        let &Self { fold_variants, ignore_punctuation, .. } = self;
        Options { fold_variants, ignore_punctuation }
    }
}

/// Every run of letters that two stories share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DotPlotQuestion {
    /// The first story.
    pub a: String,
    /// The second story.
    pub b: String,
    /// The minimum run, in letters, 1 or more.
    #[serde(default = "short_run", deserialize_with = "run")]
    pub min_run: u32,
}

impl Ask for DotPlotQuestion {
    const NAME: &'static str = "dotPlot";
    const POSITIONAL: &'static [&'static str] = &["a", "b"];

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::Stories(vec![self.a.clone(), self.b.clone()])]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::DotPlot, EngineError> {
        engine.dot_plot(units, &self.a, &self.b, self.min_run)
    }
}

/// Every story of a scope compared with every other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct SimilarityQuestion {
    /// The stories.
    pub scope: Scope,
    /// The minimum run of letters that counts as copied, 1 or more.
    #[serde(deserialize_with = "run")]
    pub min_run: u32,
}

impl Default for SimilarityQuestion {
    fn default() -> Self {
        Self { scope: Scope::default(), min_run: MINIMUM_RUN }
    }
}

impl Ask for SimilarityQuestion {
    const NAME: &'static str = "similarity";
    const POSITIONAL: &'static [&'static str] = &["scope"];
    const UNITS: &'static [&'static str] = UNITS;

    // Stories beyond that number are compared by their runs alone, which need no words.
    fn stories(&self, loaded: &Corpus) -> Vec<Scope> {
        let is_sparse = loaded.holding(&self.scope).len() > view::Similarity::MATRICES;
        if is_sparse { Vec::new() } else { vec![self.scope.clone()] }
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Similarity, EngineError> {
        engine.similarity(units, &self.scope, self.min_run)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        WrittenSimilarity::from(answer).serialize(serializer)
    }
}

/// The events that several stories of a scope tell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct EventsQuestion {
    /// The stories.
    pub scope: Scope,
}

impl Ask for EventsQuestion {
    const NAME: &'static str = "events";
    const POSITIONAL: &'static [&'static str] = &["scope"];

    fn answer(self, engine: &mut Engine, _: Units) -> Result<Vec<view::EventView>, EngineError> {
        engine.events(&self.scope)
    }
}

/// The places in other stories where the sentences of a story occur.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SourcesQuestion {
    /// The story.
    pub id: String,
    /// The stories to search; the story itself is skipped.
    #[serde(default)]
    pub scope: Scope,
    /// The maximum number of partners of a sentence.
    #[serde(default = "usual_partners")]
    pub partners: u32,
    /// The minimum run of letters that counts as copied, 1 or more.
    #[serde(default = "short_run", deserialize_with = "run")]
    pub min_run: u32,
}

impl SourcesQuestion {
    /// The default maximum number of partners of a sentence.
    pub const PARTNERS: u32 = 3;

    /// The default minimum run: shorter than between whole stories, because a sentence is short.
    pub const MIN_RUN: u32 = 5;
}

impl Ask for SourcesQuestion {
    const NAME: &'static str = "sources";
    const POSITIONAL: &'static [&'static str] = &["id", "scope"];

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::story(&self.id), self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Sources, EngineError> {
        engine.sources(units, &self)
    }
}

/// Several stories in one table of sentences, and the text they share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WitnessesQuestion {
    /// The stories, each once.
    pub ids: Vec<String>,
    /// The story whose order the rows follow, by id; `None` for the first.
    #[serde(default)]
    pub base: Option<String>,
    /// True to count variant characters as the same.
    #[serde(default)]
    pub fold_variants: bool,
    /// True to leave punctuation out of the differences.
    #[serde(default)]
    pub ignore_punctuation: bool,
}

impl Ask for WitnessesQuestion {
    const NAME: &'static str = "witnesses";
    const POSITIONAL: &'static [&'static str] = &["ids"];
    const UNITS: &'static [&'static str] = UNITS;

    fn check(&self) -> Result<(), ArgumentError> {
        match &self.base {
            Some(base) if !self.ids.contains(base) => {
                Err(ArgumentError::of("base", format!("“{base}” is not among the ids")))
            }
            _ => Ok(()),
        }
    }

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::Stories(self.ids.clone())]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Witnesses, EngineError> {
        engine.witnesses(units, &self)
    }
}

impl WitnessesQuestion {
    /// Returns the options of the comparison.
    pub(in super::super) fn options(&self) -> Options {
        let &Self { fold_variants, ignore_punctuation, .. } = self;
        Options { fold_variants, ignore_punctuation }
    }
}

/// The facts that several stories report, one row a fact.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FactsQuestion {
    /// The stories, each once.
    pub ids: Vec<String>,
}

impl Ask for FactsQuestion {
    const NAME: &'static str = "facts";
    const POSITIONAL: &'static [&'static str] = &["ids"];

    fn names(&self) -> Option<NamedStories> {
        Some(NamedStories::all(&Scope::Stories(self.ids.clone())))
    }

    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::FactSheet, EngineError> {
        engine.facts(&self.ids)
    }
}

/// The report on how several papers treated one event; the first story is the base.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReportQuestion {
    /// The stories, each once.
    pub ids: Vec<String>,
    /// True to count variant characters as the same.
    #[serde(default)]
    pub fold_variants: bool,
    /// True to leave punctuation out of the differences.
    #[serde(default)]
    pub ignore_punctuation: bool,
    /// The minimum run of letters that counts as copied, 1 or more.
    #[serde(default = "usual_run", deserialize_with = "run")]
    pub min_run: u32,
}

impl Default for ReportQuestion {
    fn default() -> Self {
        Self { ids: Vec::new(), fold_variants: false, ignore_punctuation: false, min_run: MINIMUM_RUN }
    }
}

impl Ask for ReportQuestion {
    const NAME: &'static str = "report";
    const POSITIONAL: &'static [&'static str] = &["ids"];
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::Stories(self.ids.clone())]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Report, EngineError> {
        engine.report(units, &self)
    }
}

impl ReportQuestion {
    /// Returns the options of the comparison.
    pub(in super::super) fn options(&self) -> Options {
        let &Self { fold_variants, ignore_punctuation, .. } = self;
        Options { fold_variants, ignore_punctuation }
    }
}

/// A comparison as a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparisonFile {
    /// The report that the file is made from, or whose stories it lays out; the first story is the base.
    pub report: ReportQuestion,
    /// The kind of file.
    pub format: ComparisonFormat,
    /// The words of the report, which the caller gives: the engine knows no language.
    pub labels: Labels,
}

impl Ask for ComparisonFile {
    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::Stories(self.report.ids.clone())]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<String, EngineError> {
        engine.export_comparison(units, &self)
    }
}

/// The kinds of file that a comparison can be saved as.
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

    /// Returns true if the file holds the editorial report.
    pub(in super::super) fn is_report(self) -> bool {
        matches!(self, Self::Html | Self::Markdown)
    }

    /// Returns the extension of a file of this format, without the dot.
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

fn usual_run() -> u32 {
    MINIMUM_RUN
}

fn short_run() -> u32 {
    SourcesQuestion::MIN_RUN
}

fn usual_partners() -> u32 {
    SourcesQuestion::PARTNERS
}

/// Reads a minimum run, which is 1 or more.
fn run<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    NonZeroU32::deserialize(deserializer).map(NonZeroU32::get)
}

/// Reads a minimum run, or none.
fn optional_run<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    Ok(Option::<NonZeroU32>::deserialize(deserializer)?.map(NonZeroU32::get))
}
