//! The whole API of the app: one [`Query`] in, one [`Answer`] out. Owns corpus, segmenter and caches; knows
//! no browser.

mod counting;
mod error;
mod query;
mod reading;
mod side_by_side;

pub use error::EngineError;
pub use query::{Answer, LexiconInfo, Query, Ready, SegmentMode};

use sha2::{Digest, Sha256};

use crate::corpus::{Corpus, Document, Scope, Token, Tokens, Vocabulary};
use crate::ingest;
use crate::segment::{JiebaSegmenter, Segmenter};
use crate::text::is_word_character;

/// All that is loaded, and what answers from it.
#[derive(Debug)]
pub struct Engine {
    corpus: Corpus,
    segmenter: JiebaSegmenter,
    lexicon: LexiconInfo,
}

/// A step of making an engine that takes long enough to be told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading the dictionary, counted in entries.
    Lexicon,
    /// Cutting the stories into words, counted in stories.
    Stories,
}

impl Engine {
    /// Reads the dictionary, then cuts the bundled stories into words.
    ///
    /// `on_progress` is told the step, how much of it is done, and how much there is (0 when unknown).
    ///
    /// # Errors
    /// [`EngineError::BrokenDictionary`] with the line that cannot be read.
    pub fn open(dictionary: &[u8], on_progress: impl FnMut(Step, u32, u32)) -> Result<Self, EngineError> {
        Self::open_hashed(dictionary, sha256(dictionary), on_progress)
    }

    /// The same for a dictionary whose SHA-256 is known, as it is where a browser has worked it out in its own code,
    /// beside the worker and not in it.
    ///
    /// # Errors
    /// [`EngineError::BrokenDictionary`] with the line that cannot be read.
    pub fn open_hashed(
        dictionary: &[u8],
        sha256: String,
        mut on_progress: impl FnMut(Step, u32, u32),
    ) -> Result<Self, EngineError> {
        let segmenter = JiebaSegmenter::open(dictionary, |entries| on_progress(Step::Lexicon, entries, 0))
            .map_err(|error| EngineError::BrokenDictionary { line: error.line })?;
        let lexicon = LexiconInfo { entries: segmenter.entries(), sha256 };
        let mut corpus = Corpus::default();
        let stories = ingest::bundled_stories();
        let total = u32::try_from(stories.len()).unwrap_or(u32::MAX);
        for (story, done) in stories.into_iter().zip(1..) {
            corpus.add(Document::from(story), |text, vocabulary| tokenise(&segmenter, text, vocabulary));
            on_progress(Step::Stories, done, total);
        }
        Ok(Self { corpus, segmenter, lexicon })
    }

    /// What is loaded.
    pub fn ready(&self) -> Ready {
        Ready { stories: u32::try_from(self.corpus.len()).unwrap_or(u32::MAX), lexicon: self.lexicon.clone() }
    }

    /// Answers one query.
    ///
    /// # Errors
    /// When the query names what is not there, or a scope without a word; see [`EngineError`].
    pub fn handle(&mut self, query: Query) -> Result<Answer, EngineError> {
        match query {
            Query::Ready => Ok(Answer::Ready(self.ready())),
            Query::Stories { scope } => Ok(Answer::Stories(self.stories(&scope)?)),
            Query::Text { id } => Ok(Answer::Text(self.document(&id)?.0.text.clone())),
            Query::Story { id } => Ok(Answer::Story(self.story(&id)?)),
            Query::Segment { text, mode } => Ok(Answer::Segmentation(self.segment(&text, mode))),
            Query::WordList { scope, stop_words, min_frequency, limit } => {
                Ok(Answer::WordList(self.word_list(&scope, stop_words, min_frequency, limit)?))
            }
            Query::Keyness { target, reference, measure, min_frequency, limit } => {
                Ok(Answer::Keyness(self.keyness(&target, &reference, measure, min_frequency, limit)?))
            }
            Query::Concordance { node, scope, context, limit } => {
                Ok(Answer::Concordance(self.concordance(&node, &scope, context, limit)?))
            }
            Query::Compare { a, b, fold_variants, ignore_punctuation } => {
                Ok(Answer::Comparison(Box::new(self.compare(&a, &b, fold_variants, ignore_punctuation)?)))
            }
        }
    }

    fn document(&self, id: &str) -> Result<(&Document, &Tokens), EngineError> {
        self.corpus.get(id).ok_or_else(|| EngineError::UnknownStory { id: id.to_owned() })
    }

    /// The documents of a scope; every story that a scope names must be there.
    fn within(&self, scope: &Scope) -> Result<Vec<(&Document, &Tokens)>, EngineError> {
        if let Scope::Stories(ids) = scope {
            for id in ids {
                self.document(id)?;
            }
        }
        Ok(self.corpus.within(scope))
    }
}

/// The SHA-256 of a dictionary, in hexadecimal.
pub fn sha256(dictionary: &[u8]) -> String {
    Sha256::digest(dictionary).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn tokenise(segmenter: &impl Segmenter, text: &str, vocabulary: &mut Vocabulary) -> Tokens {
    let mut cuts = Vec::new();
    segmenter.segment(text, &mut cuts);
    let all = cuts
        .into_iter()
        .map(|cut| {
            let form = cut.span.of(text);
            Token {
                span: cut.span,
                word: vocabulary.intern(form),
                tag: cut.tag.number(),
                is_word: form.contains(is_word_character),
            }
        })
        .collect();
    Tokens { all }
}
