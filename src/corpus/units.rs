//! The units into which text is segmented before anything is counted.

use serde::{Deserialize, Serialize};

/// The units of all texts of a question, which are counted, listed and compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Units {
    /// The segmenter.
    pub mode: Mode,
    /// The treatment of terms.
    pub terms: Terms,
}

/// The treatment of words that form a term. In [`Mode::Character`] there are no words to join.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Terms {
    /// Each word by itself: 上海 合作 組織.
    #[default]
    Fine,
    /// Terms of several words are one: 上海合作組織.
    Coarse,
}

impl Units {
    /// Returns the canonical form of units that are equivalent.
    #[must_use]
    pub fn settled(self) -> Self {
        match self.mode {
            Mode::Character => Self { terms: Terms::Fine, ..self },
            Mode::Accurate | Mode::Fast => self,
        }
    }
}

/// A segmenter. The tokens of every mode tile the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// The trained model.
    #[default]
    Accurate,
    /// jieba, over a folded copy of the text.
    Fast,
    /// No words: every ideograph is one token; a number, a Latin word or a web address stays whole.
    Character,
}

impl Mode {
    /// All modes, the default first.
    pub const ALL: [Self; 3] = [Self::Accurate, Self::Fast, Self::Character];
}
