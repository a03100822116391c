//! Documents that the caller brings: an engine without the bundled stories, and threads that segment for it.

use std::cell::RefCell;

use crate::corpus::{Document, Mode, Terms, Tokens, Vocabulary};
use crate::lexicon::UserDictionary;
use crate::segment::TokenSpan;

use super::bundled_words::BundledWords;
use super::found_names::FoundNames;
use super::segmenters::tokens;
use super::{Engine, EngineError, Query, sha256};

/// The tokens of one document, or the reason why it has none.
pub type CutDocument = Result<Vec<TokenSpan>, EngineError>;

impl Engine {
    /// Opens an engine that has a model, a dictionary of the reader's and no story.
    ///
    /// # Errors
    /// [`EngineError::BrokenModel`] when the bytes are not a whole model of this version.
    pub fn without_stories(model: Vec<u8>, dictionary: UserDictionary) -> Result<Self, EngineError> {
        // The ids of the bundled stories may be those of other stories here.
        let mut engine = Self::empty(dictionary, BundledWords::default());
        let sha256 = sha256(&model);
        engine.load_model(model, sha256)?;
        Ok(engine)
    }

    /// Adds a document, which is segmented when a question first needs it.
    pub fn add_document(&mut self, document: Document) {
        self.corpus.add(document);
    }

    /// Removes all documents and the terms that were counted in them, so that the next ones are counted by themselves.
    pub fn clear_documents(&mut self) {
        self.corpus.clear();
        // Both know words by their numbers, which begin anew.
        self.subcorpora = RefCell::default();
        self.matrices = RefCell::default();
        self.names = FoundNames::default();
        self.segmenters.terms.replace_counted(std::iter::empty());
        self.terms_counted = None;
    }

    /// Segments about `bytes` bytes of the documents that a query needs, as [`Engine::prepare`] does, and returns false
    /// when nothing was left to do. The caller applies the function it gets to each document, in any number of threads,
    /// and returns the results in the order of the documents: the answer does not depend on how.
    ///
    /// # Errors
    /// Those of [`Engine::handle`].
    pub fn prepare_across(
        &mut self,
        query: &Query,
        bytes: usize,
        across: impl FnOnce(&[&Document], &(dyn Fn(&Document) -> CutDocument + Sync)) -> Vec<CutDocument>,
    ) -> Result<bool, EngineError> {
        let Some((units, scope)) = self.next_to_segment(query) else { return Ok(false) };
        if units.mode == Mode::Fast {
            self.segmenters.jieba()?;
        }
        if units.terms == Terms::Coarse {
            self.count_terms()?;
        }
        let segmenters = &self.segmenters;
        let cut = |document: &Document| segmenters.spans(units, document);
        let mut found = across(&self.corpus.to_segment(units, &scope, bytes), &cut).into_iter();
        let tokens_of = |document: &Document, vocabulary: &mut Vocabulary| -> Result<Tokens, EngineError> {
            let spans = found.next().unwrap_or_else(|| cut(document))?;
            Ok(tokens(&document.text, spans, vocabulary))
        };
        self.corpus.segment(units, &scope, bytes, tokens_of)?;
        Ok(true)
    }
}
