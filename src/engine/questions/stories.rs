//! Questions about stories to read, and about any text.

use serde::{Deserialize, Serialize};

use super::super::{Ask, Engine, EngineError, Ready};
use crate::corpus::{Corpus, Mode, Scope, Terms, Units};
use crate::engine::{NamedStories, Query};
use crate::view;

/// The contents of the engine.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReadyQuestion {}

impl Ask for ReadyQuestion {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<Ready, EngineError> {
        Ok(engine.ready())
    }
}

/// The stories of a scope.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StoriesQuestion {
    /// The stories.
    pub scope: Scope,
}

impl Ask for StoriesQuestion {
    const NAME: &'static str = "stories";
    const POSITIONAL: &'static [&'static str] = &["scope"];
    const UNITS: &'static [&'static str] = &["mode", "terms"];

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<Vec<view::StoryRow>, EngineError> {
        engine.stories(units, &self.scope)
    }
}

/// Every story, as lists name it. No story is cut into words for it, and each has 0 `tokens`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StoryListQuestion {}

impl Ask for StoryListQuestion {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<Vec<view::StoryRow>, EngineError> {
        Ok(engine.story_list())
    }
}

/// The text of a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryTextQuestion {
    /// The story.
    pub id: String,
}

impl Ask for StoryTextQuestion {
    const NAME: &'static str = "text";
    const POSITIONAL: &'static [&'static str] = &["id"];

    fn answer(self, engine: &mut Engine, _: Units) -> Result<String, EngineError> {
        engine.text(&self.id)
    }
}

/// A story with its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryQuestion {
    /// The story.
    pub id: String,
}

impl Ask for StoryQuestion {
    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::story(&self.id)]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::StoryView, EngineError> {
        engine.story(units, &self.id)
    }
}

/// The words of any text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SegmentQuestion {
    /// The text.
    pub text: String,
    /// The overlapping words to return as well.
    pub inside: Inside,
}

/// The options of a caller who asks for the words of a text; its mode combines two settings of the question.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SegmentOptions {
    mode: SegmentMode,
    terms: Terms,
}

/// The names of the combinations of [`Units`] and [`Inside`] for callers.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
enum SegmentMode {
    #[default]
    #[serde(alias = "precise")]
    Accurate,
    Fast,
    Character,
    Search,
    Full,
}

impl SegmentOptions {
    /// Returns the query for the words of a text.
    pub fn query(self, text: String) -> Query<SegmentQuestion> {
        let (mode, inside) = match self.mode {
            SegmentMode::Accurate => (Mode::Accurate, Inside::None),
            SegmentMode::Fast => (Mode::Fast, Inside::None),
            SegmentMode::Character => (Mode::Character, Inside::None),
            SegmentMode::Search => (Mode::Accurate, Inside::Search),
            SegmentMode::Full => (Mode::Fast, Inside::Full),
        };
        SegmentQuestion { text, inside }.over(Units { mode, terms: self.terms })
    }
}

/// Words returned besides those that tile a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Inside {
    /// None.
    #[default]
    None,
    /// Before each word, the shorter ones inside it, as a search engine indexes them.
    Search,
    /// Every word in jieba's dictionary, instead of words that tile.
    Full,
}

impl Ask for SegmentQuestion {
    fn needs_dictionary(&self) -> bool {
        self.inside != Inside::None
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Segmentation, EngineError> {
        engine.segment(units, &self.text, self.inside)
    }
}

/// A text as two segmenters segment it: in this question's units, and in others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SegmentationsQuestion {
    /// The text.
    pub passage: Passage,
    /// The units on the other side.
    pub other: Units,
}

/// A story's text, or any text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Passage {
    /// A story's text, by the story's id.
    Story(String),
    /// Any text.
    Text(String),
}

impl Ask for SegmentationsQuestion {
    fn needs_dictionary(&self) -> bool {
        self.other.mode == Mode::Fast
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::SegmentationPair, EngineError> {
        engine.segmentations(units, &self.passage, self.other)
    }
}

/// The words of a story that are in doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoubtsQuestion {
    /// The story.
    pub id: String,
}

impl Ask for DoubtsQuestion {
    const NAME: &'static str = "doubts";
    const POSITIONAL: &'static [&'static str] = &["id"];

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::story(&self.id)]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Doubts, EngineError> {
        engine.doubts(units, &self.id)
    }
}

/// The names of persons, places and organisations in stories. They are those of the accurate mode, whatever is counted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntitiesQuestion {
    /// The stories.
    pub scope: Scope,
    /// The kinds to list; all if empty.
    pub kinds: Vec<view::EntityKind>,
    /// The greatest number of names; all if `None`.
    pub limit: Option<u32>,
}

impl Ask for EntitiesQuestion {
    const NAME: &'static str = "entities";
    const POSITIONAL: &'static [&'static str] = &["scope"];

    fn names(&self) -> Option<NamedStories> {
        Some(NamedStories::all(&self.scope))
    }

    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::EntityList, EngineError> {
        engine.entities(&self)
    }
}

/// The words at a place of a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordsAtQuestion {
    /// The story.
    pub id: String,
    /// The place in its text.
    pub place: view::Range,
}

impl Ask for WordsAtQuestion {
    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::story(&self.id)]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::WordsAt, EngineError> {
        engine.words_at(units, &self.id, self.place)
    }
}
