//! Own texts in a link.

use serde::{Deserialize, Serialize};

/// Own texts packed for an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedTexts {
    /// The value of the address's parameter; `None` if the texts are too long for a link.
    pub packed: Option<String>,
    /// The number of their characters.
    pub characters: u32,
    /// The most characters that a link takes.
    pub most: u32,
}

/// The contents of a link that brings own texts, before they are taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkContents {
    /// The stories.
    pub stories: Vec<LinkStory>,
    /// The number of entries of the sender's dictionary.
    pub entries: u32,
    /// All of it as a session file.
    pub session: String,
}

/// A story that a link brings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkStory {
    /// Its headline; empty if it has none.
    pub title: String,
    /// Its newspaper; empty if unknown.
    pub paper: String,
    /// Its day of issue, as `YYYY-MM-DD`; empty if unknown.
    pub date: String,
    /// The number of its characters.
    pub characters: u32,
}
