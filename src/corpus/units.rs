//! Which units text is cut into before anything is counted.

use serde::{Deserialize, Serialize};

/// How every text of a question is cut: what is counted, listed and compared are these units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Units {
    /// What finds the words.
    pub mode: Mode,
    /// Whether words are joined into terms.
    pub terms: Terms,
}

/// Whether words that form a term are one unit. In [`Mode::Character`] there are no words to join.
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
    /// The same units in the one way in which they are written where several mean the same.
    #[must_use]
    pub fn settled(self) -> Self {
        match self.mode {
            Mode::Character => Self { terms: Terms::Fine, ..self },
            Mode::Accurate | Mode::Fast => self,
        }
    }
}

/// What finds the words. The tokens of every mode tile the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// The trained model.
    #[default]
    Accurate,
    /// jieba, over a folded copy of the text.
    Fast,
    /// No words: every ideograph by itself; a number, a Latin word or an address on the web stays whole.
    Character,
}

impl Mode {
    /// All modes, the default first.
    pub const ALL: [Self; 3] = [Self::Accurate, Self::Fast, Self::Character];
}
