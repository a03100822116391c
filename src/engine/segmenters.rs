//! The segmenters, dictionaries and terms, and their choice by the units of a question.

use std::sync::Arc;

use crate::corpus::{Document, Mode, Terms, Token, Tokens, Units, Vocabulary};
use crate::entities::{Entity, EntityModel};
use crate::lexicon::{Change, Correction, Key, RegionalWording, Rule, UserDictionary};
use crate::segment::terms::{OwnTerms, TermList};
use crate::segment::{
    AccurateSegmenter, CharacterSegmenter, CorrectionIndex, JiebaSegmenter, Segmenter, Tag, TokenSpan,
};
use crate::text::{Span, is_word_character};

use rustc_hash::FxHashMap;

use super::bundled_words::BundledWords;
use super::{EngineError, LexiconInfo};

/// The loaded segmenters, with the reader's corrections.
#[derive(Debug)]
pub(super) struct Segmenters {
    /// The words of the bundled stories.
    pub(super) bundled: BundledWords,
    /// The segmenter with the model, and the one by characters that has its tags; loaded after the first screen.
    of_model: Option<(AccurateSegmenter, CharacterSegmenter)>,
    /// The part of the model that finds names.
    names: Option<EntityModel>,
    /// The jieba segmenter, loaded when a question first needs it: most readers never do.
    pub(super) jieba: Option<JiebaSegmenter>,
    corrections: CorrectionIndex,
    /// The table of regional words, with the reader's changes.
    regional: Arc<RegionalWording>,
    /// The list of what is joined into terms.
    pub(super) terms: TermList,
    /// Grows with every change of the model or of the dictionary.
    revision: u64,
}

impl Segmenters {
    pub(super) fn new(bundled: BundledWords) -> Self {
        Self {
            bundled,
            of_model: None,
            names: None,
            jieba: None,
            corrections: CorrectionIndex::default(),
            regional: Arc::clone(RegionalWording::bundled()),
            terms: TermList::built_in(),
            revision: 0,
        }
    }

    /// Takes a model. The bundled words are those of one model alone.
    pub(super) fn load_model(&mut self, accurate: AccurateSegmenter, names: EntityModel, info: &LexiconInfo) {
        self.revision += 1;
        self.names = Some(names);
        if self.bundled.model() != Some(info) {
            self.bundled = BundledWords::default();
        }
        let character = CharacterSegmenter::tagged_by(&accurate);
        self.of_model = Some((accurate, character));
    }

    /// Replaces the reader's dictionary.
    pub(super) fn set_dictionary(&mut self, dictionary: UserDictionary) {
        self.revision += 1;
        self.terms.set_own(OwnTerms::new(&dictionary));
        self.regional = RegionalWording::changed_by(&dictionary);
        self.corrections = CorrectionIndex::new(dictionary);
    }

    /// Applies a change of the dictionary, and returns the change that undoes it.
    pub(super) fn change(&mut self, change: Change) -> Change {
        self.revision += 1;
        let undo = self.corrections.apply(change);
        let dictionary = self.corrections.dictionary();
        if undo.edits.iter().any(|edit| matches!(edit.key(), Key::Regional(_))) {
            self.regional = RegionalWording::changed_by(dictionary);
        }
        self.terms.update_own(undo.edits.iter().map(|edit| {
            let key = edit.key();
            let says = dictionary.get(&key);
            (key, says)
        }));
        undo
    }

    /// Returns the revision, by which what was found with an earlier model or dictionary is recognised.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns the table of regional words, with the reader's changes.
    pub(super) fn regional(&self) -> &Arc<RegionalWording> {
        &self.regional
    }

    /// Returns the reader's dictionary.
    pub(super) fn dictionary(&self) -> &UserDictionary {
        self.corrections.dictionary()
    }

    /// Counts the occurrences in a text of each folded word of the reader's dictionary.
    pub(super) fn count_own<'a>(&'a self, text: &str, counts: &mut FxHashMap<&'a str, u32>) {
        self.corrections.count(text, counts);
    }

    /// Returns the segmenter with the model.
    ///
    /// # Errors
    /// [`EngineError::NoModel`] while the model is not loaded.
    pub(super) fn accurate(&self) -> Result<&AccurateSegmenter, EngineError> {
        self.of_model.as_ref().map(|(accurate, _)| accurate).ok_or(EngineError::NoModel)
    }

    /// Finds the names of a text with its words. What the reader's dictionary says of a word's part of speech decides.
    ///
    /// # Errors
    /// [`EngineError::NoModel`] while the model is not loaded.
    pub(super) fn entities(&self, text: &str, tokens: &[TokenSpan]) -> Result<Vec<Entity>, EngineError> {
        let names = self.names.as_ref().ok_or(EngineError::NoModel)?;
        let own = |word: &str| match self.dictionary().of_folded(word).map(Correction::rule)? {
            Rule::Join { tag, .. } if !tag.is_empty() => Some(Tag::named(tag)),
            _ => None,
        };
        Ok(names.entities(text, tokens, self.accurate()?.model(), own))
    }

    fn character(&self) -> Result<&CharacterSegmenter, EngineError> {
        self.of_model.as_ref().map(|(_, character)| character).ok_or(EngineError::NoModel)
    }

    /// Returns the jieba segmenter.
    ///
    /// # Errors
    /// [`EngineError::NoDictionary`] while its dictionary is not loaded.
    pub(super) fn jieba(&self) -> Result<&JiebaSegmenter, EngineError> {
        self.jieba.as_ref().ok_or(EngineError::NoDictionary)
    }

    /// Segments a text, which is that of `story` if it is a story's, and joins words into terms if the units say so.
    /// Character mode has no words to correct.
    ///
    /// # Errors
    /// [`EngineError::NoDictionary`] in fast mode while jieba's dictionary is not loaded, [`EngineError::NoModel`] in the
    /// others while the model is not.
    pub(super) fn segment(
        &self,
        units: Units,
        story: Option<&str>,
        text: &str,
    ) -> Result<Vec<TokenSpan>, EngineError> {
        let mut tokens = Vec::new();
        match (units.mode, units.terms) {
            (Mode::Character, _) => self.character()?.segment(text, &mut tokens),
            (mode, Terms::Fine) => tokens = self.corrected(mode, story, text)?,
            (mode, Terms::Coarse) => {
                let fine = self.corrected(mode, story, text)?;
                let held = self.corrections.held(story, text);
                tokens = hold(&held, &fine, self.terms.join(text, &fine));
            }
        }
        Ok(tokens)
    }

    /// Segments a text into words, with the reader's corrections.
    fn corrected(&self, mode: Mode, story: Option<&str>, text: &str) -> Result<Vec<TokenSpan>, EngineError> {
        if mode == Mode::Accurate
            && !self.dictionary().corrects_words()
            && let Some(tokens) = story.and_then(|story| self.bundled.tokens(story, text))
        {
            return Ok(tokens.to_vec());
        }
        let mut tokens = Vec::new();
        self.corrections.segment(self.of(mode)?, story, text, &mut tokens);
        Ok(tokens)
    }

    /// Returns the tokens of a story.
    ///
    /// # Errors
    /// Those of [`Segmenters::segment`].
    pub(super) fn tokens(
        &self,
        units: Units,
        document: &Document,
        vocabulary: &mut Vocabulary,
    ) -> Result<Tokens, EngineError> {
        Ok(tokens(&document.text, self.spans(units, document)?, vocabulary))
    }

    /// Returns the tokens of a story before their forms have numbers.
    ///
    /// # Errors
    /// Those of [`Segmenters::segment`].
    pub(super) fn spans(&self, units: Units, document: &Document) -> Result<Vec<TokenSpan>, EngineError> {
        self.segment(units, Some(&document.id), &document.text)
    }

    /// Returns the segmenter of a mode, without corrections.
    pub(super) fn of(&self, mode: Mode) -> Result<&dyn Segmenter, EngineError> {
        Ok(match mode {
            Mode::Accurate => self.accurate()?,
            Mode::Fast => self.jieba()?,
            Mode::Character => self.character()?,
        })
    }
}

/// Splits the terms that overlap a place which the reader corrected by hand.
fn hold(held: &[Span], fine: &[TokenSpan], coarse: Vec<TokenSpan>) -> Vec<TokenSpan> {
    if held.is_empty() {
        return coarse;
    }
    let touches = |span: Span| held.iter().any(|held| held.start < span.end && span.start < held.end);
    let mut tokens = Vec::with_capacity(fine.len());
    for token in coarse {
        let first = fine.partition_point(|word| word.span.start < token.span.start);
        let words = fine[first..].iter().take_while(|word| word.span.end <= token.span.end);
        if touches(token.span) {
            tokens.extend(words);
        } else {
            tokens.push(token);
        }
    }
    tokens
}

/// Converts the spans of a text to tokens of the corpus.
pub(super) fn tokens(text: &str, found: Vec<TokenSpan>, vocabulary: &mut Vocabulary) -> Tokens {
    let token = |found: TokenSpan| {
        let form = found.span.of(text);
        Token {
            span: found.span,
            word: vocabulary.intern(form),
            tag: found.tag.number(),
            is_word: form.contains(is_word_character),
        }
    };
    Tokens { all: found.into_iter().map(token).collect() }
}
