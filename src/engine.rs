//! The API of the app: one [`Query`] in, one [`Answer`] out. Owns corpus, segmenters and caches, and uses no browser
//! crate.

mod added_text;
mod arguments;
mod ask;
mod bundled_words;
mod comparison_file;
mod concordance;
mod counting;
mod dictionary;
mod documents;
mod dots;
mod doubts;
mod effect;
mod entities;
mod error;
mod events;
mod facts;
mod found_names;
mod half;
mod keeping;
mod limit;
mod link;
mod matrices;
mod moved;
mod phrases;
mod questions;
mod reading;
mod regional;
mod report;
mod segmentations;
mod segmenters;
mod session;
mod side_by_side;
mod similarity;
mod single_story;
mod sources;
mod subcorpora;
mod terms;
mod texts;
mod witnesses;

pub use added_text::{AddTextOptions, AddedText, TextRemark, TextToAdd};
pub use arguments::ArgumentError;
pub use ask::{Ask, Listed, Query};
pub use bundled_words::write_bundled_words;
pub use documents::CutDocument;
pub use error::{EngineError, LinkError, Offer, SessionError};
pub use found_names::NamedStories;
pub use keeping::{Unwritten, Written};
pub use questions::{
    Answer, CALLS, ClearEverything, CollocatesQuestion, CompareQuestion, ComparisonFile, ComparisonFormat,
    ConcordanceQuestion, ContentNamesQuestion, ContextUnit, DictionaryEdit, DictionaryQuestion,
    DotPlotQuestion, DoubtsQuestion, EditDictionary, EditTexts, EntitiesQuestion, EventsQuestion,
    ExportDictionary, ExportRegional, ExportSession, FactsQuestion, FrequencyRangeQuestion,
    ImportReportQuestion, ImportSession, Inside, KeynessQuestion, KeywordMethod, KeywordsQuestion,
    LinkContentsQuestion, MeasuresQuestion, Near, NgramsQuestion, PackTexts, Passage, PhrasesQuestion,
    PreviewDictionary, PreviewEncoding, Question, ReadyQuestion, ReferenceCorpus, RegionalQuestion,
    ReportQuestion, SegmentOptions, SegmentQuestion, SegmentationsQuestion, SimilarityQuestion, SortKey,
    SourcesQuestion, StopWords, StoriesQuestion, StoryListQuestion, StoryQuestion, StoryTextQuestion,
    TermsQuestion, TextEdit, TextPageQuestion, TextsQuestion, UndoSession, WitnessesQuestion, WordFilter,
    WordListQuestion, WordsAtQuestion, call,
};
pub use texts::{PageRecord, RecordError};

use std::cell::RefCell;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::corpus::{Corpus, Document, Mode, Scope, Terms, Tokens, Units};
use crate::entities::EntityModel;
use crate::ingest::{self, ReadTask, TaskResult};
use crate::lexicon::UserDictionary;
use crate::segment::{AccurateSegmenter, JiebaSegmenter};
use crate::text::saturating_u32;
use bundled_words::BundledWords;
use dictionary::DictionaryHistory;
use found_names::FoundNames;
use limit::MOST_IN_A_BROWSER;
use matrices::Matrices;
use segmenters::Segmenters;
use subcorpora::Subcorpora;
use terms::COUNTED;
use texts::Texts;

/// The loaded corpus, segmenters and pages, and the methods that answer from them.
#[derive(Debug)]
pub struct Engine {
    corpus: Corpus,
    segmenters: Segmenters,
    /// The model, which may still be on its way.
    lexicon: LexiconInfo,
    /// The edit history of the reader's dictionary, which itself is in `segmenters`.
    history: DictionaryHistory,
    /// The number of stories when terms were last counted; `None` when they must be counted again.
    terms_counted: Option<usize>,
    /// Subcorpora laid out for counting; rebuilt when the stories or their words change.
    subcorpora: RefCell<Subcorpora>,
    /// Stories compared all against all; rebuilt likewise.
    matrices: RefCell<Matrices>,
    /// The names found in stories.
    names: FoundNames,
    /// The maximum number of characters compared all against all.
    most_compared: usize,
    /// The reader's own pages; their stories are in the corpus.
    texts: Texts,
    /// What was read or cut for the next question.
    supplied: Option<TaskResult>,
}

/// The contents of an engine that is ready for analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// The number of stories.
    pub stories: u32,
    /// The model of the accurate segmenter, with its word lists.
    pub lexicon: LexiconInfo,
}

/// The size and the digest of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LexiconInfo {
    /// The number of words listed.
    pub entries: u32,
    /// SHA-256 of the file, in hexadecimal.
    pub sha256: String,
}

/// A long-running step that reports progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkStep {
    /// Reading jieba's dictionary, counted in entries.
    Lexicon,
    /// Segmenting the stories, counted in stories.
    Stories,
    /// Comparing the stories with each other, counted in stories.
    Matrix,
}

impl Engine {
    /// Opens an engine with its model, then segments the bundled stories.
    ///
    /// `on_progress` gets the step, the amount done, and the total (0 when unknown).
    ///
    /// # Errors
    /// [`EngineError::BrokenModel`] when the bytes are not a whole model of this version.
    pub fn open(model: Vec<u8>, on_progress: impl FnMut(WorkStep, u32, u32)) -> Result<Self, EngineError> {
        let mut engine = Self::empty(UserDictionary::default(), BundledWords::shipped());
        engine.add_bundled();
        let sha256 = sha256(&model);
        engine.load_model(model, sha256)?;
        engine.segment_stories(Units::default(), &Scope::All, on_progress)?;
        Ok(engine)
    }

    /// Opens an engine that has the words of the bundled stories and no model yet; takes the dictionary that the reader
    /// made before. A question that needs the model fails with [`EngineError::NoModel`] until it is loaded.
    pub fn without_model(dictionary: UserDictionary) -> Self {
        let mut engine = Self::empty(dictionary, BundledWords::shipped());
        engine.add_bundled();
        // What needs the model is segmented when a question needs it.
        _ = engine.segment_stories(Units::default(), &Scope::All, |_, _, _| ());
        engine
    }

    fn add_bundled(&mut self) {
        ingest::bundled_stories().into_iter().for_each(|story| self.add(story));
    }

    /// Returns an engine without stories; `words` are those known of stories that will be added.
    fn empty(dictionary: UserDictionary, words: BundledWords) -> Self {
        let mut segmenters = Segmenters::new(words);
        segmenters.set_dictionary(dictionary);
        Self {
            corpus: Corpus::default(),
            lexicon: segmenters.bundled.model().cloned().unwrap_or_default(),
            segmenters,
            history: DictionaryHistory::default(),
            terms_counted: None,
            subcorpora: RefCell::default(),
            matrices: RefCell::default(),
            names: FoundNames::default(),
            most_compared: MOST_IN_A_BROWSER,
            texts: Texts::default(),
            supplied: None,
        }
    }

    /// Loads the model, whose SHA-256 is known because a browser computes it in its own code.
    ///
    /// # Errors
    /// [`EngineError::BrokenModel`] when the bytes are not a whole model of this version.
    pub fn load_model(&mut self, model: Vec<u8>, sha256: String) -> Result<(), EngineError> {
        let accurate = AccurateSegmenter::open(model)
            .map_err(|error| EngineError::BrokenModel { reason: error.to_string() })?;
        let names = EntityModel::open(accurate.tail())
            .map_err(|error| EngineError::BrokenModel { reason: error.to_string() })?;
        self.lexicon = LexiconInfo { entries: accurate.model().entries(), sha256 };
        self.segmenters.load_model(accurate, names, &self.lexicon);
        Ok(())
    }

    /// Adds a story, which is segmented when a question first needs it.
    pub fn add(&mut self, story: ingest::Story) {
        self.add_document(Document::from(story));
    }

    /// Reads jieba's dictionary, which fast mode and words inside words need.
    ///
    /// `on_progress` is called as in [`Engine::open`].
    ///
    /// # Errors
    /// [`EngineError::BrokenDictionary`] with the line that cannot be read.
    pub fn load_dictionary(
        &mut self,
        dictionary: &[u8],
        mut on_progress: impl FnMut(WorkStep, u32, u32),
    ) -> Result<(), EngineError> {
        let jieba = JiebaSegmenter::open(dictionary, |entries| on_progress(WorkStep::Lexicon, entries, 0))
            .map_err(|error| EngineError::BrokenDictionary { line: error.line })?;
        self.segmenters.jieba = Some(jieba);
        Ok(())
    }

    /// Returns the contents of the engine.
    pub fn ready(&self) -> Ready {
        Ready { stories: saturating_u32(self.corpus.len()), lexicon: self.lexicon.clone() }
    }

    /// Answers a question with the view that is tied to it; reads and cuts what it needs.
    ///
    /// # Errors
    /// [`EngineError`] when the question names something that does not exist, or a scope without a word.
    pub fn ask<Q: Ask>(&mut self, query: Query<Q>) -> Result<Q::Answer, EngineError> {
        self.supplied = query.question.read_task(self)?.map(ReadTask::run);
        let Query { question, units } = query;
        let units = self.segment_all(units, &question.stories(&self.corpus), question.names())?;
        question.answer(self, units)
    }

    /// Answers any question; reads and cuts what it needs.
    ///
    /// # Errors
    /// Those of [`Engine::ask`].
    pub fn handle(&mut self, query: impl Into<Query>) -> Result<Answer, EngineError> {
        let query = query.into();
        self.supplied = self.read_task(&query)?.map(ReadTask::run);
        self.answer(query)
    }

    /// Returns what must be read or cut before a question can be answered; `None` if nothing must.
    ///
    /// # Errors
    /// [`EngineError`] when the question names something that does not exist.
    pub fn read_task(&self, query: &Query) -> Result<Option<ReadTask>, EngineError> {
        query.question.read_task(self)
    }

    /// Supplies what was read or cut for the next question.
    pub fn supply(&mut self, read: Option<TaskResult>) {
        self.supplied = read;
    }

    /// Answers any question, for which [`Engine::supply`] brought what its [`Engine::read_task`] asks for. Reads and cuts
    /// nothing, so that a program in which another thread does that has no code for it.
    ///
    /// # Errors
    /// Those of [`Engine::ask`]; [`EngineError::TextChanged`] if that is missing, or of another revision of the page.
    pub fn answer(&mut self, query: Query) -> Result<Answer, EngineError> {
        let Query { question, units } = query;
        let units = self.segment_all(units, &question.stories(&self.corpus), question.names())?;
        question.answer(self, units)
    }

    /// Segments all that a question needs, and finds the names; returns its units in canonical form.
    fn segment_all(
        &mut self,
        units: Units,
        scopes: &[Scope],
        names: Option<NamedStories>,
    ) -> Result<Units, EngineError> {
        let units = units.settled();
        scopes.iter().try_for_each(|scope| self.segment_stories(units, scope, |_, _, _| ()))?;
        if let Some(wanted) = names {
            self.find_names(&wanted, usize::MAX)?;
        }
        Ok(units)
    }

    /// Segments about `bytes` bytes of the stories that a query needs and that are not segmented yet, or finds the names in so
    /// many; returns the number left. A caller with other messages to handle repeats this until none is left, then asks.
    ///
    /// # Errors
    /// As [`Engine::handle`].
    pub fn prepare(&mut self, query: &Query, bytes: usize) -> Result<u32, EngineError> {
        let Some((units, scope)) = self.next_to_segment(query) else {
            return query.question.names().map_or(Ok(0), |wanted| self.find_names(&wanted, bytes));
        };
        self.segment_some(units, &scope, bytes, |_, _, _| ())?;
        Ok(saturating_u32(self.corpus.unsegmented(units, &scope)).max(1))
    }

    /// Returns units and scope of the first stories that a query needs and that are not segmented yet.
    fn next_to_segment(&self, query: &Query) -> Option<(Units, Scope)> {
        let units = query.units.settled();
        // Before terms can be counted, every story is segmented without them.
        let fine = (units.terms == Terms::Coarse).then_some((COUNTED, Scope::All));
        let needed = query.question.stories(&self.corpus).into_iter().map(|scope| (units, scope));
        let mut all = fine.into_iter().chain(needed);
        all.find(|(units, scope)| self.corpus.unsegmented(*units, scope) > 0)
    }

    /// Segments the stories of a scope that are not segmented in these units yet.
    fn segment_stories(
        &mut self,
        units: Units,
        scope: &Scope,
        on_progress: impl FnMut(WorkStep, u32, u32),
    ) -> Result<(), EngineError> {
        self.segment_some(units, scope, usize::MAX, on_progress)
    }

    fn segment_some(
        &mut self,
        units: Units,
        scope: &Scope,
        bytes: usize,
        mut on_progress: impl FnMut(WorkStep, u32, u32),
    ) -> Result<(), EngineError> {
        if units.mode == Mode::Fast {
            self.segmenters.jieba()?;
        }
        if units.terms == Terms::Coarse {
            self.count_terms()?;
        }
        let (segmenters, total) = (&self.segmenters, saturating_u32(self.corpus.len()));
        let mut done = 0;
        self.corpus.segment(units, scope, bytes, |document, vocabulary| {
            let tokens = segmenters.tokens(units, document, vocabulary)?;
            done += 1;
            on_progress(WorkStep::Stories, done, total);
            Ok(tokens)
        })
    }

    /// Returns the text of a story.
    fn text(&self, id: &str) -> Result<String, EngineError> {
        let document = self.corpus.document(id);
        let unknown = || EngineError::UnknownStory { id: id.to_owned() };
        document.map(|document| document.text.clone()).ok_or_else(unknown)
    }

    fn document(&self, units: Units, id: &str) -> Result<(&Document, &Tokens), EngineError> {
        self.corpus.get(units, id).ok_or_else(|| EngineError::UnknownStory { id: id.to_owned() })
    }

    /// Returns the documents of a scope; every story that the scope names must exist.
    fn within(&self, units: Units, scope: &Scope) -> Result<Vec<(&Document, &Tokens)>, EngineError> {
        scope.check()?;
        if let Some(id) = self.corpus.missing(scope.named()) {
            return Err(EngineError::UnknownStory { id: id.to_owned() });
        }
        Ok(self.corpus.within(units, scope))
    }
}

/// Returns the SHA-256 of a file, in hexadecimal.
pub fn sha256(file: &[u8]) -> String {
    Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect()
}
