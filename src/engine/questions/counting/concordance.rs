//! The question for a concordance, and the ways to sort it.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::corpus::{Corpus, Scope, Units};
use crate::engine::subcorpora::Folding;
use crate::engine::{Ask, Engine, EngineError, NamedStories};
use crate::view;

/// A concordance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConcordanceQuestion {
    /// The node, as [`crate::analysis::Node`] reads it; with `entity` the fullest form of a name.
    pub node: String,
    /// The kind of names that the node is one of, in all its forms; `None` for words.
    #[serde(default)]
    pub entity: Option<view::EntityKind>,
    /// The stories.
    #[serde(default)]
    pub scope: Scope,
    /// True to count the writings of one word as one, false to tell them apart; `None` to do so where the stories, or they and
    /// the question, are in both scripts.
    #[serde(default)]
    pub fold_variants: Option<bool>,
    /// True to count the words of several regions for one thing (的士, 計程車) as one, too.
    #[serde(default)]
    pub fold_regional: bool,
    /// The context on each side, in `unit`; `None` for the default.
    #[serde(default)]
    pub context: Option<u32>,
    /// The unit that context is counted in.
    #[serde(default)]
    pub unit: ContextUnit,
    /// The words to sort by, the first first; empty for the order of the text. Equal rows keep that order.
    #[serde(default)]
    pub sort: Vec<SortKey>,
    /// True to keep the rows of a story together, in the order of the stories.
    #[serde(default)]
    pub group_by_story: bool,
    /// The word that must occur near; `None` for every occurrence.
    #[serde(default)]
    pub near: Option<Near>,
    /// The maximum number of rows; `None` for all.
    #[serde(default)]
    pub limit: Option<u32>,
    /// True to look the node up in the plain text, across words and within: characters, `*`, `?` and `/regex/`.
    #[serde(default)]
    pub plain: bool,
    /// True for a context that goes on over the ends of paragraphs.
    #[serde(default)]
    pub across: bool,
    /// The number of occurrences drawn at random; `None` for every one.
    #[serde(default)]
    pub sample: Option<u32>,
    /// The number that the drawing depends on: the same one draws the same occurrences.
    #[serde(default)]
    pub seed: u32,
}

impl ConcordanceQuestion {
    /// The default number of characters of context on each side.
    const CHARACTERS: u32 = 20;

    /// The default number of words of context on each side.
    const WORDS: u32 = 10;

    /// Returns the context on each side, in `unit`.
    pub fn context(&self) -> u32 {
        self.context.unwrap_or(match self.unit {
            ContextUnit::Character => Self::CHARACTERS,
            ContextUnit::Word => Self::WORDS,
        })
    }
}

impl ConcordanceQuestion {
    /// Returns what it says of the forms that count as one word.
    pub(in crate::engine) fn folding(&self) -> Folding {
        Folding { variants: self.fold_variants, regional: self.fold_regional }
    }
}

impl Ask for ConcordanceQuestion {
    const NAME: &'static str = "kwic";
    const UNITS: &'static [&'static str] = super::UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn names(&self) -> Option<NamedStories> {
        self.entity.map(|_| NamedStories::having(&self.scope, &self.node))
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Concordance, EngineError> {
        engine.concordance(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// A word near a node, as [`CollocatesQuestion`] counts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The word, in the form that collocates give.
    pub word: String,
    /// The number of words searched before the node, at most [`CollocatesQuestion::WIDEST`].
    #[serde(default = "super::usual_span")]
    pub left: u32,
    /// The number of words searched after it.
    #[serde(default = "super::usual_span")]
    pub right: u32,
}

/// The unit that context is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ContextUnit {
    /// Characters.
    #[default]
    Character,
    /// Words, with the punctuation between them.
    Word,
}

/// A word to sort a concordance by. Written `L1` (the word before the node), `N` (the node), `R1` (the word after it).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub enum SortKey {
    /// The n-th word before the node, from 1.
    Left(u8),
    /// The node itself.
    Node,
    /// The n-th word after the node, from 1.
    Right(u8),
}

impl SortKey {
    /// The position farthest from the node that can be sorted by.
    const FARTHEST: u8 = 20;

    /// Parses a key as callers write it; `None` for any other text.
    pub fn parse(key: &str) -> Option<Self> {
        let place =
            |digits: &str| digits.parse::<u8>().ok().filter(|place| (1..=Self::FARTHEST).contains(place));
        match key.split_at_checked(1) {
            Some(("L", digits)) => place(digits).map(Self::Left),
            Some(("R", digits)) => place(digits).map(Self::Right),
            Some(("N", "")) => Some(Self::Node),
            _ => None,
        }
    }
}

impl Serialize for SortKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for SortKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        let key = String::deserialize(deserializer)?;
        Self::parse(&key).ok_or_else(|| {
            D::Error::custom(format!("`sort`: “{key}” is no place; pass a list of L1 to L20, N, R1 to R20"))
        })
    }
}
