//! The reasons why an engine cannot answer, with what to do about each.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::analysis::NodeError;
use crate::corpus::{DateError, Scope, StoryFilter};
use crate::ingest::EditError;
use crate::lexicon::FrequencyTableError;

/// The reason why a query has no answer. Crosses to the page as a value, which the page words in the reader's language.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
pub enum EngineError {
    /// No story has this id.
    #[error("there is no story “{id}”; `duidu.stories()` lists the ids")]
    UnknownStory {
        /// The id asked for.
        id: String,
    },
    /// No story is in the scope, or none of its stories has a word.
    #[error("the scope holds no word; name a paper, page, date or story that is loaded")]
    EmptyScope,
    /// Target and reference are the same stories.
    #[error(
        "target and reference hold the same stories, so nothing sets them apart; choose another reference"
    )]
    SameStories,
    /// A concordance was asked for nothing.
    #[error("the node is empty; give a word")]
    EmptyNode,
    /// A concordance was asked for an item that cannot be searched.
    #[error(transparent)]
    Node(NodeError),
    /// A scope names an invalid date.
    #[error(transparent)]
    Date(#[from] DateError),
    /// The reader's word list cannot be read.
    #[error(transparent)]
    WordList(FrequencyTableError),
    /// The span of collocates is empty or too wide.
    #[error("the span is from 1 to {widest} words on the wider side; one side may be 0")]
    Span {
        /// The widest span on one side.
        widest: u32,
    },
    /// The lengths of n-grams are in the wrong order or too great.
    #[error("n-grams have from 1 to {longest} words; give `min` and `max` in that order")]
    NgramLength {
        /// The longest that are counted.
        longest: u32,
    },
    /// TF-IDF was asked for with one story loaded.
    #[error(
        "TF-IDF holds a story against others, and only one is loaded; add stories, or ask for \"textrank\""
    )]
    OneStory,
    /// Several stories were to be compared, and there are too few or too many, or one comes twice.
    #[error("name from 2 to {most} stories, each once")]
    StoryCount {
        /// The maximum number.
        most: u32,
    },
    /// More text was to be compared all against all than is possible.
    #[error(
        "these {stories} stories have {characters} characters, and at most {most} can be compared all with all; {}",
        in_words(.offer.as_deref())
    )]
    TooMuchText {
        /// The number of stories.
        stories: u32,
        /// The number of their characters.
        characters: u32,
        /// The maximum number of characters that can be compared.
        most: u32,
        /// Some of the stories, few enough to compare.
        offer: Option<Box<Offer>>,
    },
    /// The reader's dictionary has no such entry.
    #[error("the dictionary says nothing of “{word}”; `duidu.dictionary.list()` lists what it says")]
    UnknownEntry {
        /// The word, or the place.
        word: String,
    },
    /// No own text has this id.
    #[error("there is no own text “{id}”; `duidu.texts()` lists them")]
    UnknownText {
        /// The id asked for.
        id: String,
    },
    /// The page was changed, in another window perhaps, since the edit was made for it.
    #[error(
        "the text “{id}” was changed meanwhile, in another window perhaps; look at it again, then repeat"
    )]
    TextChanged {
        /// The page.
        id: String,
    },
    /// An edit of a page is impossible.
    #[error(transparent)]
    TextEdit(#[from] EditError),
    /// The memory of a page in a browser has no room for a text, or for a session file.
    #[error(
        "it has {megabytes} MB and there is room for {room} MB of text; take out texts, or split it, and add it again"
    )]
    NoRoom {
        /// Its size.
        megabytes: u32,
        /// The amount of text there is room for.
        room: u32,
    },
    /// A session file cannot be opened.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The texts in a link cannot be read.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// A pattern for names of files cannot be used.
    #[error("{detail}")]
    NamePattern {
        /// The reason.
        detail: String,
    },
    /// No name of a file fits a pattern.
    #[error(
        "no name of these files fits the pattern; write it as the names are, such as {{date}}_{{paper}}_{{n}}"
    )]
    NothingFits,
    /// A table of facts does not say which texts its lines are about.
    #[error("no column of the table is named id or file, so its lines name no text; it has {found}")]
    NoNameColumn {
        /// The names of its columns.
        found: String,
    },
    /// There is no change of the reader's dictionary, or of a page, to undo or to make again.
    #[error("there is no change to undo or to make again")]
    NothingToUndo,
    /// The model cannot be opened.
    #[error("{reason}; load the page again, or put the model's file back")]
    BrokenModel {
        /// The reason.
        reason: String,
    },
    /// The model is needed and was not loaded.
    #[error("this needs the segmentation model, which is not loaded")]
    NoModel,
    /// Margins were asked of a segmenter that has none.
    #[error("only the accurate mode knows how sure its words are; ask with mode \"accurate\"")]
    NoMargins,
    /// jieba's dictionary is needed and was not loaded.
    #[error("this needs jieba's dictionary, which is not loaded")]
    NoDictionary,
    /// The dictionary cannot be read.
    #[error(
        "line {line} of the dictionary is not “word frequency tag”; load the page again, or put the file back"
    )]
    BrokenDictionary {
        /// The line, from 1.
        line: u32,
    },
}

impl EngineError {
    /// Returns the variant's name, which is the `name` of the JavaScript `Error`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::UnknownStory { .. } => "UnknownStory",
            Self::EmptyScope => "EmptyScope",
            Self::SameStories => "SameStories",
            Self::EmptyNode => "EmptyNode",
            Self::Node(error) => match error {
                NodeError::Empty => "EmptyNode",
                NodeError::Punctuation { .. } => "PunctuationNode",
                NodeError::Regex { .. } => "InvalidRegex",
                NodeError::RegexTooLarge { .. } => "RegexTooLarge",
            },
            Self::Date(_) => "InvalidDate",
            Self::WordList(_) => "InvalidWordList",
            Self::Span { .. } => "InvalidSpan",
            Self::NgramLength { .. } => "InvalidLength",
            Self::OneStory => "OneStory",
            Self::StoryCount { .. } => "InvalidStories",
            Self::TooMuchText { .. } => "TooMuchText",
            Self::NoRoom { .. } => "NoRoom",
            Self::UnknownEntry { .. } => "UnknownEntry",
            Self::UnknownText { .. } => "UnknownText",
            Self::TextChanged { .. } => "TextChanged",
            Self::TextEdit(error) => error.name(),
            Self::Session(error) => error.name(),
            Self::Link(error) => error.name(),
            Self::NamePattern { .. } => "InvalidPattern",
            Self::NothingFits => "NothingFits",
            Self::NoNameColumn { .. } => "NoNameColumn",
            Self::NothingToUndo => "NothingToUndo",
            Self::BrokenModel { .. } => "BrokenModel",
            Self::NoMargins => "NoMargins",
            Self::NoDictionary => "NoDictionary",
            Self::NoModel => "NoModel",
            Self::BrokenDictionary { .. } => "BrokenDictionary",
        }
    }
}

/// A part of the stories of a question, few enough to answer it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The stories.
    pub scope: Scope,
    /// The number of stories.
    pub stories: u32,
}

/// Returns the advice that is given where there is too much text.
fn in_words(offer: Option<&Offer>) -> String {
    match offer {
        Some(Offer { scope, stories }) => {
            format!("choose fewer, such as the {stories} of the scope {}", literal(scope))
        }
        None => "choose fewer: a paper, a page or some days".to_owned(),
    }
}

/// Returns a scope as `window.duidu` takes it.
fn literal(scope: &Scope) -> String {
    match scope {
        Scope::All | Scope::Usual => "\"all\"".to_owned(),
        Scope::Stories(ids) => format!("{ids:?}"),
        Scope::Filter(StoryFilter { paper, page, from, to, series, folder, own, tags }) => {
            let fields = [
                ("paper", paper),
                ("page", page),
                ("series", series),
                ("from", from),
                ("to", to),
                ("folder", folder),
            ];
            let given = fields.iter().filter_map(|(name, value)| Some((name, value.as_ref()?)));
            let mut written: Vec<String> = given.map(|(name, value)| format!("{name}: {value:?}")).collect();
            written.extend(own.map(|own| format!("own: {own}")));
            if !tags.is_empty() {
                let tags: Vec<String> =
                    tags.iter().map(|(name, value)| format!("{name:?}: {value:?}")).collect();
                written.push(format!("tags: {{ {} }}", tags.join(", ")));
            }
            format!("{{ {} }}", written.join(", "))
        }
        Scope::Parts { of, .. } | Scope::Named { of, .. } => literal(of),
    }
}

impl From<NodeError> for EngineError {
    fn from(error: NodeError) -> Self {
        if error == NodeError::Empty { Self::EmptyNode } else { Self::Node(error) }
    }
}

/// The reason why a session file cannot be opened.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
pub enum SessionError {
    /// It is no session file.
    #[error("this is no session file of Duìdú ({detail}); give what `duidu.session.export()` gave")]
    NotASession {
        /// The reason.
        detail: String,
    },
    /// It was written by a later version.
    #[error(
        "the session file has version {version} and this page reads up to {known}; load the page again to get the newest one"
    )]
    TooNew {
        /// The version of the file.
        version: u32,
        /// The latest version that is read.
        known: u32,
    },
}

impl SessionError {
    fn name(&self) -> &'static str {
        match self {
            Self::NotASession { .. } => "NotASession",
            Self::TooNew { .. } => "SessionTooNew",
        }
    }
}

/// The reason why the texts in a link cannot be read.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkError {
    /// Its end is missing.
    #[error("the link was cut off, so its texts are not whole; copy all of it, or ask for it again")]
    CutOff,
    /// It was made by a later version.
    #[error("the link was made by a newer version; load the page again to get it")]
    TooNew,
    /// It is longer than any link that is made here.
    #[error("the link is longer than any that is made here; ask for the texts as a file")]
    TooLong,
    /// It was changed on its way.
    #[error("the texts in the link are damaged; ask for the link again")]
    Broken,
}

impl LinkError {
    fn name(self) -> &'static str {
        match self {
            Self::CutOff => "LinkCutOff",
            Self::TooNew => "LinkTooNew",
            Self::TooLong => "LinkTooLong",
            Self::Broken => "LinkBroken",
        }
    }
}
