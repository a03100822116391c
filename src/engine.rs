//! The whole API of the app: one [`Query`] in, one [`Answer`] out. Owns corpus, segmenters and caches; knows
//! no browser.

mod comparison_file;
mod comparison_questions;
mod concordance;
mod counting;
mod dictionary;
mod dots;
mod doubts;
mod effect;
mod error;
mod half;
mod keeping;
mod matrices;
mod phrases;
mod query;
mod questions;
mod reading;
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

pub use comparison_questions::{
    ComparisonFile, ComparisonFormat, ComparisonOptions, ReportQuestion, SourcesQuestion, WitnessesQuestion,
};
pub use error::{EngineError, SessionError};
pub use keeping::{Unwritten, Written};
pub use query::{Answer, DictionaryEdit, Inside, LexiconInfo, Passage, Query, Question, Ready, TextEdit};
pub use questions::{
    CollocatesQuestion, ConcordanceQuestion, ContextUnit, KeynessQuestion, KeywordMethod, KeywordsQuestion,
    Near, NgramsQuestion, PhrasesQuestion, ReferenceCorpus, SortKey, StopWords, WordFilter, WordListQuestion,
};

pub use texts::{PageRecord, RecordError};

use std::cell::RefCell;

use sha2::{Digest, Sha256};

use crate::compare::Options;
use crate::corpus::{Corpus, Document, Mode, Scope, Terms, Tokens, Units};
use crate::ingest;
use crate::lexicon::UserDictionary;
use crate::segment::{AccurateSegmenter, JiebaSegmenter};
use dictionary::History;
use matrices::Matrices;
use segmenters::Segmenters;
use subcorpora::Subcorpora;
use terms::COUNTED;
use texts::Texts;

/// All that is loaded, and what answers from it.
#[derive(Debug)]
pub struct Engine {
    corpus: Corpus,
    segmenters: Segmenters,
    lexicon: LexiconInfo,
    /// Changes of the reader's dictionary, which itself is in `segmenters`.
    history: History,
    /// How the question that is being answered wants texts cut.
    units: Units,
    /// How many stories there were when terms were last counted; `None` when they must be counted again.
    terms_counted: Option<usize>,
    /// What was laid out for counting; remade when the stories or their words change.
    subcorpora: RefCell<Subcorpora>,
    /// Stories held against each other; the same.
    matrices: RefCell<Matrices>,
    /// The reader's own pages; their stories are in the corpus.
    texts: Texts,
}

/// A step of work that takes long enough to be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading jieba's dictionary, counted in entries.
    Lexicon,
    /// Cutting the stories into words, counted in stories.
    Stories,
    /// Holding the stories against each other, counted in stories.
    Matrix,
}

impl Engine {
    /// Opens the model, then cuts the bundled stories into words.
    ///
    /// `on_progress` is told the step, how much of it is done, and how much there is (0 when unknown).
    ///
    /// # Errors
    /// [`EngineError::BrokenModel`] when the bytes are not a whole model of this version.
    pub fn open(model: Vec<u8>, on_progress: impl FnMut(Step, u32, u32)) -> Result<Self, EngineError> {
        let sha256 = sha256(&model);
        Self::open_hashed(model, sha256, UserDictionary::default(), on_progress)
    }

    /// The same for a model whose SHA-256 is known, as it is where a browser has worked it out in its own code,
    /// beside the worker and not in it; and with the dictionary the reader made before.
    ///
    /// # Errors
    /// [`EngineError::BrokenModel`] when the bytes are not a whole model of this version.
    pub fn open_hashed(
        model: Vec<u8>,
        sha256: String,
        dictionary: UserDictionary,
        on_progress: impl FnMut(Step, u32, u32),
    ) -> Result<Self, EngineError> {
        let accurate = AccurateSegmenter::open(model)
            .map_err(|error| EngineError::BrokenModel { reason: error.to_string() })?;
        let lexicon = LexiconInfo { entries: accurate.model().entries(), sha256 };
        let mut corpus = Corpus::default();
        for story in ingest::bundled_stories() {
            corpus.add(Document::from(story));
        }
        let mut segmenters = Segmenters::new(accurate);
        segmenters.obey(dictionary);
        let (history, units) = (History::default(), Units::default());
        let (terms_counted, subcorpora) = (None, RefCell::default());
        let (texts, matrices) = (Texts::default(), RefCell::default());
        let mut engine =
            Self { corpus, segmenters, lexicon, history, units, terms_counted, subcorpora, matrices, texts };
        engine.cut(units, &Scope::All, on_progress)?;
        Ok(engine)
    }

    /// Adds a story. It is cut when a question first needs it.
    pub fn add(&mut self, story: ingest::Story) {
        self.corpus.add(Document::from(story));
    }

    /// Reads jieba's dictionary, which fast mode and words inside words need.
    ///
    /// `on_progress` is told as in [`Engine::open`].
    ///
    /// # Errors
    /// [`EngineError::BrokenDictionary`] with the line that cannot be read.
    pub fn load_dictionary(
        &mut self,
        dictionary: &[u8],
        mut on_progress: impl FnMut(Step, u32, u32),
    ) -> Result<(), EngineError> {
        let jieba = JiebaSegmenter::open(dictionary, |entries| on_progress(Step::Lexicon, entries, 0))
            .map_err(|error| EngineError::BrokenDictionary { line: error.line })?;
        self.segmenters.jieba = Some(jieba);
        Ok(())
    }

    /// What is loaded.
    pub fn ready(&self) -> Ready {
        Ready { stories: narrow(self.corpus.len()), lexicon: self.lexicon.clone() }
    }

    /// Answers one query.
    ///
    /// # Errors
    /// When the query names what is not there, or a scope without a word; see [`EngineError`].
    pub fn handle(&mut self, query: impl Into<Query>) -> Result<Answer, EngineError> {
        let Query { question, units } = query.into();
        let units = units.settled();
        for scope in question.stories() {
            self.cut(units, &scope, |_, _, _| ())?;
        }
        self.units = units;
        match question {
            Question::Ready => Ok(Answer::Ready(self.ready())),
            Question::Stories { scope } => Ok(Answer::Stories(self.stories(&scope)?)),
            Question::Text { id } => Ok(Answer::Text(self.text(&id)?)),
            Question::Story { id } => Ok(Answer::Story(self.story(&id)?)),
            Question::Segment { text, inside } => Ok(Answer::Segmentation(self.segment(&text, inside)?)),
            Question::WordList(question) => Ok(Answer::WordList(self.word_list(&question)?)),
            Question::Keyness(question) => Ok(Answer::Keyness(self.keyness(&question)?)),
            Question::Concordance(question) => Ok(Answer::Concordance(self.concordance(&question)?)),
            Question::Collocates(question) => Ok(Answer::Collocates(self.collocates(&question)?)),
            Question::Ngrams(question) => Ok(Answer::Phrases(self.ngrams(&question)?)),
            Question::Phrases(question) => Ok(Answer::Phrases(self.phrases(&question)?)),
            Question::Keywords(question) => Ok(Answer::Keywords(self.keywords(&question)?)),
            Question::Measures { scope, fold_variants } => {
                Ok(Answer::Measures(self.measures(&scope, fold_variants)?))
            }
            Question::Compare { a, b, fold_variants, ignore_punctuation, minimum_run } => {
                let options = Options { fold_variants, ignore_punctuation };
                Ok(Answer::Comparison(Box::new(self.compare(&a, &b, options, minimum_run)?)))
            }
            Question::DotPlot { a, b, minimum_run } => {
                Ok(Answer::DotPlot(Box::new(self.dot_plot(&a, &b, minimum_run)?)))
            }
            Question::Sources(question) => Ok(Answer::Sources(Box::new(self.sources(&question)?))),
            Question::Witnesses(question) => Ok(Answer::Witnesses(Box::new(self.witnesses(&question)?))),
            Question::Report(question) => Ok(Answer::Report(Box::new(self.report(&question)?))),
            Question::ExportComparison(file) => Ok(Answer::Text(self.export_comparison(&file)?)),
            Question::Similarity { scope, minimum_run } => {
                Ok(Answer::Similarity(Box::new(self.similarity(&scope, minimum_run)?)))
            }
            Question::Terms { scope, limit } => Ok(Answer::Terms(self.terms(&scope, limit)?)),
            Question::Doubts { id } => Ok(Answer::Doubts(self.doubts(&id)?)),
            Question::FrequencyRange { word, scope } => {
                Ok(Answer::FrequencyRange(self.frequency_range(&word, &scope)?))
            }
            Question::Segmentations { passage, other } => {
                Ok(Answer::Segmentations(Box::new(self.segmentations(&passage, other)?)))
            }
            Question::WordsAt { id, place } => Ok(Answer::WordsAt(self.words_at(&id, place)?)),
            Question::PreviewDictionary { edit } => Ok(Answer::DictionaryEffect(self.preview(edit)?)),
            Question::EditDictionary { edit } => Ok(Answer::DictionaryChange(self.edit(edit)?)),
            Question::Dictionary { filter, sort, limit } => {
                Ok(Answer::DictionaryList(self.dictionary_list(&filter, sort, limit)))
            }
            Question::ExportDictionary => Ok(Answer::Text(self.dictionary_file())),
            Question::Texts => Ok(Answer::Texts(self.texts())),
            Question::TextPage { id } => Ok(Answer::TextPage(Box::new(self.text_page(&id)?))),
            Question::PreviewEncoding { id, encoding } => {
                Ok(Answer::EncodingPreview(self.preview_encoding(&id, encoding)?))
            }
            Question::EditTexts { edit } => Ok(Answer::TextChange(Box::new(self.edit_texts(edit)?))),
            Question::ExportSession { settings } => Ok(Answer::Text(self.export_session(settings))),
            Question::ImportSession { json } => {
                Ok(Answer::SessionChange(Box::new(self.import_session(&json)?)))
            }
            Question::UndoSession { added } => Ok(Answer::SessionUndone(self.undo_session(added)?)),
            Question::ClearEverything => Ok(Answer::Cleared(self.clear()?)),
        }
    }

    /// Cuts some of the stories that a query needs and that are not cut yet, about so many bytes of text; says how many
    /// are left. Whoever has others to listen to asks again until none is, and then for the answer.
    ///
    /// # Errors
    /// As [`Engine::handle`].
    pub fn prepare(&mut self, query: &Query, bytes: usize) -> Result<u32, EngineError> {
        let units = query.units.settled();
        // Before terms can be counted, every story is cut without them.
        let fine = (units.terms == Terms::Coarse).then_some((COUNTED, Scope::All));
        let needed = query.question.stories().into_iter().map(|scope| (units, scope));
        for (units, scope) in fine.into_iter().chain(needed) {
            if self.corpus.uncut(units, &scope) > 0 {
                self.cut_some(units, &scope, bytes, |_, _, _| ())?;
                return Ok(narrow(self.corpus.uncut(units, &scope)).max(1));
            }
        }
        Ok(0)
    }

    /// Cuts what of a scope was not cut so yet.
    fn cut(
        &mut self,
        units: Units,
        scope: &Scope,
        on_progress: impl FnMut(Step, u32, u32),
    ) -> Result<(), EngineError> {
        self.cut_some(units, scope, usize::MAX, on_progress)
    }

    fn cut_some(
        &mut self,
        units: Units,
        scope: &Scope,
        bytes: usize,
        mut on_progress: impl FnMut(Step, u32, u32),
    ) -> Result<(), EngineError> {
        if units.mode == Mode::Fast {
            self.segmenters.jieba()?;
        }
        if units.terms == Terms::Coarse {
            self.count_terms()?;
        }
        let (segmenters, total) = (&self.segmenters, narrow(self.corpus.len()));
        let mut done = 0;
        self.corpus.cut(units, scope, bytes, |document, vocabulary| {
            let tokens = segmenters.tokens(units, document, vocabulary)?;
            done += 1;
            on_progress(Step::Stories, done, total);
            Ok(tokens)
        })
    }

    /// The text of a story.
    fn text(&self, id: &str) -> Result<String, EngineError> {
        let document = self.corpus.document(id);
        let unknown = || EngineError::UnknownStory { id: id.to_owned() };
        document.map(|document| document.text.clone()).ok_or_else(unknown)
    }

    fn document(&self, id: &str) -> Result<(&Document, &Tokens), EngineError> {
        self.corpus.get(self.units, id).ok_or_else(|| EngineError::UnknownStory { id: id.to_owned() })
    }

    /// The documents of a scope; every story that a scope names must be there.
    fn within(&self, scope: &Scope) -> Result<Vec<(&Document, &Tokens)>, EngineError> {
        scope.check()?;
        if let Some(id) = self.corpus.missing(scope.named()) {
            return Err(EngineError::UnknownStory { id: id.to_owned() });
        }
        Ok(self.corpus.within(self.units, scope))
    }
}

/// The SHA-256 of a file, in hexadecimal.
pub fn sha256(file: &[u8]) -> String {
    Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
