//! Everything that finds words, and which of it a question wants.

use crate::corpus::{Mode, Terms, Token, Tokens, Units, Vocabulary};
use crate::lexicon::UserDictionary;
use crate::segment::terms::{OwnTerms, TermList};
use crate::segment::{AccurateSegmenter, CharacterSegmenter, Corrections, Cut, JiebaSegmenter, Segmenter};
use crate::text::is_word_character;

use super::EngineError;

/// The segmenters that are loaded, under the reader's corrections.
#[derive(Debug)]
pub(super) struct Segmenters {
    pub(super) accurate: AccurateSegmenter,
    character: CharacterSegmenter,
    /// Loaded when a question first needs it: most readers never do.
    pub(super) jieba: Option<JiebaSegmenter>,
    corrections: Corrections,
    /// What joins words into terms.
    pub(super) terms: TermList,
}

/// The reader's dictionary, prepared for looking up.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    corrections: Corrections,
    terms: OwnTerms,
}

impl Prepared {
    pub(super) fn new(dictionary: &UserDictionary) -> Self {
        Self { corrections: Corrections::new(dictionary), terms: OwnTerms::new(dictionary) }
    }
}

impl Segmenters {
    pub(super) fn new(accurate: AccurateSegmenter) -> Self {
        let character = CharacterSegmenter::tagged_by(&accurate);
        Self {
            accurate,
            character,
            jieba: None,
            corrections: Corrections::default(),
            terms: TermList::built_in(),
        }
    }

    /// Puts a dictionary in force; gives back the one that was.
    pub(super) fn obey(&mut self, dictionary: Prepared) -> Prepared {
        let Prepared { corrections, terms } = dictionary;
        Prepared {
            corrections: std::mem::replace(&mut self.corrections, corrections),
            terms: self.terms.obey(terms),
        }
    }

    /// jieba.
    ///
    /// # Errors
    /// [`EngineError::NoDictionary`] while its dictionary is not loaded.
    pub(super) fn jieba(&self) -> Result<&JiebaSegmenter, EngineError> {
        self.jieba.as_ref().ok_or(EngineError::NoDictionary)
    }

    /// The words of a text, joined into terms where the units say so.
    ///
    /// # Errors
    /// [`EngineError::NoDictionary`] in fast mode while jieba's dictionary is not loaded.
    pub(super) fn cuts(&self, units: Units, text: &str) -> Result<Vec<Cut>, EngineError> {
        let mut cuts = Vec::new();
        self.corrections.segment(self.of(units.mode)?, text, &mut cuts);
        Ok(match units.terms {
            Terms::Fine => cuts,
            Terms::Coarse => self.terms.join(text, &cuts),
        })
    }

    /// The segmenter of a mode, before any correction.
    pub(super) fn of(&self, mode: Mode) -> Result<&dyn Segmenter, EngineError> {
        Ok(match mode {
            Mode::Accurate => &self.accurate,
            Mode::Fast => self.jieba()?,
            Mode::Character => &self.character,
        })
    }
}

/// Cuts of a text as tokens of the corpus.
pub(super) fn tokens(text: &str, cuts: Vec<Cut>, vocabulary: &mut Vocabulary) -> Tokens {
    let token = |cut: Cut| {
        let form = cut.span.of(text);
        Token {
            span: cut.span,
            word: vocabulary.intern(form),
            tag: cut.tag.number(),
            is_word: form.contains(is_word_character),
        }
    };
    Tokens { all: cuts.into_iter().map(token).collect() }
}
