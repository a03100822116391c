//! The facts that several stories report.

use serde::{Deserialize, Serialize};

use super::Range;
pub use crate::compare::FactKind;

/// The facts of several stories, one row a fact and one cell a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactSheet {
    /// The stories, in the order in which they were named.
    pub stories: Vec<String>,
    /// By kind; the facts that most stories have come first, then in the order of the text.
    pub rows: Vec<FactSheetRow>,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactSheetRow {
    /// Its kind.
    pub kind: FactKind,
    /// The words by which a reader recognises it.
    pub label: String,
    /// True if all stories that have it say the same.
    pub agree: bool,
    /// Its wording in each story; `None` where it lacks the fact.
    pub cells: Vec<Option<FactCell>>,
}

/// A fact as one story words it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactCell {
    /// The words.
    pub text: String,
    /// Their place in the story.
    pub range: Range,
}
