//! Questions and answers.

use serde::{Deserialize, Serialize};

use crate::corpus::{Mode, Scope, Units};
use crate::ingest::{CutOptions, Encoding, Metadata, PageEdit};
use crate::lexicon::{Correction, Key};
use crate::view::{self, SessionAdded, Setting};

use super::comparison_questions::{ComparisonFile, ReportQuestion, SourcesQuestion, WitnessesQuestion};
use super::questions::{
    CollocatesQuestion, ConcordanceQuestion, KeynessQuestion, KeywordsQuestion, NgramsQuestion,
    PhrasesQuestion, ReferenceCorpus, WordListQuestion,
};

/// A question to the engine, and how the texts it is about are to be cut. It carries all it needs, so that it can
/// be sent again to a new engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Query {
    /// What is asked.
    pub question: Question,
    /// How texts are cut.
    pub units: Units,
}

impl Query {
    /// Whether jieba's dictionary must be loaded before this can be answered.
    pub fn needs_dictionary(&self) -> bool {
        self.units.mode == Mode::Fast
            || match &self.question {
                Question::Segment { inside, .. } => *inside != Inside::None,
                Question::Segmentations { other, .. } => other.mode == Mode::Fast,
                _ => false,
            }
    }
}

impl From<Question> for Query {
    /// The question about texts cut as they are by default.
    fn from(question: Question) -> Self {
        question.over(Units::default())
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
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
        /// Which words that overlap are given as well.
        inside: Inside,
    },
    /// The words of a scope, counted. Answered by [`Answer::WordList`].
    WordList(WordListQuestion),
    /// What sets one scope apart from another. Answered by [`Answer::Keyness`].
    Keyness(KeynessQuestion),
    /// Where a word, phrase or pattern stands. Answered by [`Answer::Concordance`].
    Concordance(ConcordanceQuestion),
    /// What stands near it. Answered by [`Answer::Collocates`].
    Collocates(CollocatesQuestion),
    /// Sequences of words, counted. Answered by [`Answer::Phrases`].
    Ngrams(NgramsQuestion),
    /// The longest phrases that come again. Answered by [`Answer::Phrases`].
    Phrases(PhrasesQuestion),
    /// The keywords of one story. Answered by [`Answer::Keywords`].
    Keywords(KeywordsQuestion),
    /// The measures of each story of a scope. Answered by [`Answer::Measures`].
    Measures {
        /// Which stories.
        scope: Scope,
        /// Whether writings of one word count as one.
        fold_variants: bool,
    },
    /// Every story of a scope against every other. Answered by [`Answer::Similarity`].
    Similarity {
        /// Which stories.
        scope: Scope,
        /// The least run of letters that counts as taken over, 1 or more.
        minimum_run: u32,
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
        /// The least run of letters that counts as taken over, if reuse by runs, which looks through all stories for
        /// formulae, is wanted.
        minimum_run: Option<u32>,
    },
    /// Every run of letters two stories share. Answered by [`Answer::DotPlot`].
    DotPlot {
        /// The first story.
        a: String,
        /// The second story.
        b: String,
        /// The least run, in letters, 1 or more.
        minimum_run: u32,
    },
    /// Where the sentences of a story stand elsewhere. Answered by [`Answer::Sources`].
    Sources(SourcesQuestion),
    /// Several stories in one table of sentences, and the text they share. Answered by [`Answer::Witnesses`].
    Witnesses(WitnessesQuestion),
    /// What several papers did with one event. Answered by [`Answer::Report`].
    Report(ReportQuestion),
    /// A comparison as a file. Answered by [`Answer::Text`].
    ExportComparison(ComparisonFile),
    /// The terms that words are joined into. Answered by [`Answer::Terms`].
    Terms {
        /// Which stories.
        scope: Scope,
        /// How many rows at most; `None` for all.
        limit: Option<u32>,
    },
    /// The words of a story that are in doubt. Answered by [`Answer::Doubts`].
    Doubts {
        /// Which story.
        id: String,
    },
    /// The frequencies a word may have. Answered by [`Answer::FrequencyRange`].
    FrequencyRange {
        /// The word, as printed.
        word: String,
        /// Which stories.
        scope: Scope,
    },
    /// A text as two segmenters cut it: this question's units, and others. Answered by [`Answer::Segmentations`].
    Segmentations {
        /// The text.
        passage: Passage,
        /// How it is cut on the other side.
        other: Units,
    },
    /// The words in a place of a story. Answered by [`Answer::WordsAt`].
    WordsAt {
        /// Which story.
        id: String,
        /// Where in its text.
        place: view::Range,
    },
    /// What an edit of the reader's dictionary would change. Answered by [`Answer::DictionaryEffect`].
    PreviewDictionary {
        /// The edit.
        edit: DictionaryEdit,
    },
    /// Edits the reader's dictionary. Answered by [`Answer::DictionaryChange`], when the edit is in force.
    EditDictionary {
        /// The edit.
        edit: DictionaryEdit,
    },
    /// The entries of the reader's dictionary. Answered by [`Answer::DictionaryList`].
    Dictionary {
        /// What a listed word contains, in whatever variants.
        filter: String,
        /// What they are listed by.
        sort: view::DictionarySort,
        /// How many rows at most; `None` for all.
        limit: Option<u32>,
    },
    /// The reader's dictionary as a file. Answered by [`Answer::Text`].
    ExportDictionary,
    /// The reader's own texts. Answered by [`Answer::Texts`].
    Texts,
    /// One of them, to look at and correct. Answered by [`Answer::TextPage`].
    TextPage {
        /// Which page, such as `u1`.
        id: String,
    },
    /// How a text would begin in another encoding. Answered by [`Answer::EncodingPreview`].
    PreviewEncoding {
        /// Which page.
        id: String,
        /// The encoding.
        encoding: Encoding,
    },
    /// Edits the reader's own texts. Answered by [`Answer::TextChange`], when the edit is in force.
    EditTexts {
        /// The edit.
        edit: TextEdit,
    },
    /// Own texts, dictionary and settings as a file. Answered by [`Answer::Text`].
    ExportSession {
        /// Settings of the page.
        settings: Vec<(Setting, String)>,
    },
    /// Opens such a file beside what is there, of which nothing is replaced. Answered by [`Answer::SessionChange`].
    ImportSession {
        /// The file.
        json: String,
    },
    /// Takes out what such a file added. Answered by [`Answer::SessionUndone`].
    UndoSession {
        /// What it added.
        added: SessionAdded,
    },
    /// Takes out every own text and every entry of the dictionary, without a way back. Answered by [`Answer::Cleared`].
    ClearEverything,
}

/// A change of the reader's own texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextEdit {
    /// Adds a text that was pasted. Files are imported another way, because their bytes travel beside the question.
    Add {
        /// What it is called.
        name: String,
        /// The text.
        text: String,
        /// How it is cut.
        options: CutOptions,
        /// What is known of it.
        metadata: Metadata,
    },
    /// Takes out a page, or one story of a page: that story becomes furniture of the page, and can come back.
    Remove {
        /// The page or the story.
        id: String,
    },
    /// Corrects a page.
    Edit {
        /// Which page.
        id: String,
        /// The revision the edit was made for; `None` for whatever it has come to.
        revision: Option<u32>,
        /// The edit.
        edit: PageEdit,
    },
    /// Takes the last edit of a page back.
    Undo {
        /// Which page.
        id: String,
    },
    /// Makes the edit of a page again that was taken back last.
    Redo {
        /// Which page.
        id: String,
    },
}

/// A change of the reader's dictionary. Made twice, each comes to the same as made once, except to undo and to redo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DictionaryEdit {
    /// Says this, whatever was said of the same word before.
    Put(Correction),
    /// Says nothing of it any more.
    Remove(Key),
    /// Switches an entry on or off.
    Enable {
        /// The entry.
        key: Key,
        /// Whether it is to be in force.
        enabled: bool,
    },
    /// Adds the entries of a file in jieba's format; see [`crate::lexicon::read`].
    Import {
        /// The file.
        text: String,
    },
    /// Takes everything out.
    Clear,
    /// Takes the last change back.
    Undo,
    /// Makes the change again that was taken back last.
    Redo,
}

impl Question {
    /// The stories whose words it needs. The engine cuts them before it answers, and no others.
    pub(super) fn stories(&self) -> Vec<Scope> {
        let these = |ids: &[&String]| vec![Scope::Stories(ids.iter().copied().cloned().collect())];
        match self {
            Self::Ready
            | Self::Text { .. }
            | Self::Segment { .. }
            | Self::Segmentations { .. }
            | Self::Dictionary { .. }
            | Self::ExportDictionary
            | Self::Texts
            | Self::TextPage { .. }
            | Self::PreviewEncoding { .. }
            | Self::EditTexts { .. }
            | Self::ExportSession { .. }
            | Self::ImportSession { .. }
            | Self::UndoSession { .. }
            | Self::ClearEverything => Vec::new(),
            Self::Story { id } | Self::Doubts { id } | Self::WordsAt { id, .. } => these(&[id]),
            Self::Compare { a, b, minimum_run: None, .. } | Self::DotPlot { a, b, .. } => these(&[a, b]),
            Self::Witnesses(question) => vec![Scope::Stories(question.ids.clone())],
            Self::Sources(question) => {
                vec![Scope::Stories(vec![question.id.clone()]), question.scope.clone()]
            }
            Self::Stories { scope }
            | Self::Measures { scope, .. }
            | Self::Similarity { scope, .. }
            | Self::FrequencyRange { scope, .. } => vec![scope.clone()],
            Self::WordList(question) => vec![question.scope.clone()],
            Self::Concordance(question) => vec![question.scope.clone()],
            Self::Collocates(question) => vec![question.scope.clone()],
            Self::Ngrams(question) => vec![question.scope.clone()],
            Self::Phrases(question) => vec![question.scope.clone()],
            Self::Keyness(question) => {
                let reference = match &question.reference {
                    ReferenceCorpus::Scope(scope) => Some(scope.clone()),
                    ReferenceCorpus::Table(_) => None,
                };
                std::iter::once(question.target.clone()).chain(reference).collect()
            }
            // Keywords of one story, terms and set phrases are such among all stories; what an edit of the dictionary
            // does is counted in all.
            Self::Compare { minimum_run: Some(_), .. }
            | Self::Report(_)
            | Self::ExportComparison(_)
            | Self::Keywords(_)
            | Self::Terms { .. }
            | Self::PreviewDictionary { .. }
            | Self::EditDictionary { .. } => vec![Scope::All],
        }
    }

    /// The question about texts that are cut so.
    pub fn over(self, units: Units) -> Query {
        Query { question: self, units }
    }
}

/// A text, by name or by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Passage {
    /// A story's text, by the story's id.
    Story(String),
    /// Any text.
    Text(String),
}

/// Which words are given beside those that tile a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Inside {
    /// None.
    #[default]
    None,
    /// Before each word, the shorter ones inside it, as a search engine indexes them.
    Search,
    /// Every word jieba's dictionary knows, instead of words that tile.
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
    Collocates(view::Collocates),
    Phrases(view::Phrases),
    Keywords(view::Keywords),
    Measures(Vec<view::MeasuresRow>),
    Comparison(Box<view::Comparison>),
    Similarity(Box<view::Similarity>),
    DotPlot(Box<view::DotPlot>),
    Sources(Box<view::Sources>),
    Witnesses(Box<view::Witnesses>),
    Report(Box<view::Report>),
    Terms(view::TermTable),
    Doubts(view::Doubts),
    FrequencyRange(view::FrequencyRange),
    Segmentations(Box<view::SegmentationPair>),
    WordsAt(view::WordsAt),
    DictionaryEffect(view::DictionaryEffect),
    DictionaryChange(view::DictionaryChange),
    DictionaryList(view::DictionaryList),
    Texts(Vec<view::TextRow>),
    TextPage(Box<view::TextPage>),
    EncodingPreview(view::EncodingPreview),
    TextChange(Box<view::TextChange>),
    SessionChange(Box<view::SessionChange>),
    SessionUndone(view::SessionUndone),
    Cleared(view::Cleared),
}

/// What is loaded when analysis can begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// Stories.
    pub stories: u32,
    /// The model of the accurate segmenter, with its word lists.
    pub lexicon: LexiconInfo,
}

/// Which words are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LexiconInfo {
    /// Words listed.
    pub entries: u32,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}
