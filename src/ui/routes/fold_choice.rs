//! The reader's choice of the forms that count as one word.

use serde::{Deserialize, Serialize};

/// The forms that count as one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FoldChoice {
    /// Writings of one word, if the stories are in both scripts.
    #[default]
    #[serde(rename = "auto")]
    Auto,
    /// None: each as it is printed.
    #[serde(rename = "0")]
    Apart,
    /// Writings of one word.
    #[serde(rename = "1")]
    Variants,
    /// Writings of one word, and words of several regions for one thing.
    #[serde(rename = "regional")]
    Regional,
}

impl FoldChoice {
    /// All choices, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Apart, Self::Variants, Self::Regional];

    /// Returns the choice of a view that only knows whether writings count as one.
    pub(crate) fn of(fold: bool) -> Self {
        if fold { Self::Variants } else { Self::Auto }
    }

    /// Returns true if the reader chose that writings count as one.
    pub(crate) fn folds(self) -> bool {
        matches!(self, Self::Variants | Self::Regional)
    }

    /// Returns what a question says of the writings of one word.
    pub(crate) fn variants(self) -> Option<bool> {
        match self {
            Self::Auto => None,
            Self::Apart => Some(false),
            Self::Variants | Self::Regional => Some(true),
        }
    }

    /// Returns true if words of several regions for one thing count as one.
    pub(crate) fn regional(self) -> bool {
        self == Self::Regional
    }
}
