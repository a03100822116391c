//! Questions and answers.

use serde::{Deserialize, Serialize};

use crate::corpus::Scope;
use crate::view;

/// A question to the engine. It carries all it needs, so that it can be sent again to a new engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Query {
    /// What is loaded. Answered by [`Answer::Ready`].
    Ready,
    /// The stories of a scope. Answered by [`Answer::Stories`].
    Stories {
        /// Which stories.
        scope: Scope,
    },
    /// A story's text. Answered by [`Answer::Text`].
    Text {
        /// Which story.
        id: String,
    },
    /// A story with its words. Answered by [`Answer::Story`].
    Story {
        /// Which story.
        id: String,
    },
    /// The words of any text. Answered by [`Answer::Segmentation`].
    Segment {
        /// The text.
        text: String,
        /// How to cut it.
        mode: SegmentMode,
    },
    /// The words of a scope, counted. Answered by [`Answer::WordList`].
    WordList {
        /// Which stories.
        scope: Scope,
        /// Whether to leave out stop words.
        stop_words: bool,
        /// The least frequency listed; 0 and 1 list all.
        min_frequency: u32,
        /// How many rows at most; `None` for all.
        limit: Option<u32>,
    },
    /// What sets one scope apart from another. Answered by [`Answer::Keyness`].
    Keyness {
        /// The scope asked about.
        target: Scope,
        /// What it is held against.
        reference: Scope,
        /// What to rank by.
        measure: view::KeynessMeasure,
        /// The least frequency in both together; 0 and 1 list all.
        min_frequency: u32,
        /// How many rows at most; `None` for all.
        limit: Option<u32>,
    },
    /// Where a word stands. Answered by [`Answer::Concordance`].
    Concordance {
        /// The word, as printed.
        node: String,
        /// Which stories.
        scope: Scope,
        /// Characters of context on each side.
        context: u32,
        /// How many rows at most; `None` for all.
        limit: Option<u32>,
    },
    /// Two stories side by side. Answered by [`Answer::Comparison`].
    Compare {
        /// The first story.
        a: String,
        /// The second story.
        b: String,
        /// Whether variant characters count as the same.
        fold_variants: bool,
        /// Whether punctuation is left out of the differences.
        ignore_punctuation: bool,
    },
}

/// How to cut a text into words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SegmentMode {
    /// Words that tile the text.
    #[default]
    Precise,
    /// The same, and the shorter words inside them.
    Search,
    /// Every word the dictionary knows, overlapping.
    Full,
}

/// An answer of the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each variant answers the query of its name and holds the view of its name")]
pub enum Answer {
    Ready(Ready),
    Stories(Vec<view::StoryRow>),
    Text(String),
    Story(view::Story),
    Segmentation(view::Segmentation),
    WordList(view::WordList),
    Keyness(view::Keyness),
    Concordance(view::Concordance),
    Comparison(Box<view::Comparison>),
}

/// What is loaded when analysis can begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// Stories.
    pub stories: u32,
    /// The dictionary.
    pub lexicon: LexiconInfo,
}

/// Which dictionary words are looked up in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LexiconInfo {
    /// Entries as the file has them.
    pub entries: u32,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}
