//! Which units text is cut into before anything is counted.

use serde::{Deserialize, Serialize};

/// How every text of a question is cut: what is counted, listed and compared are these units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Units {
    /// What finds the words.
    pub mode: Mode,
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
