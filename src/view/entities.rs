//! The names of persons, places and organisations.

use serde::{Deserialize, Serialize};

use super::Range;

pub use crate::entities::EntityKind;

/// The names of some stories, the most frequent first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityList {
    /// The names; no more than were asked for.
    pub rows: Vec<EntityRow>,
    /// The number of names.
    pub total: u32,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityRow {
    /// Its fullest form.
    pub name: String,
    /// Its kind.
    pub kind: EntityKind,
    /// The number of its occurrences.
    pub frequency: u32,
    /// The number of stories with it.
    pub range: u32,
    /// Its forms, the most frequent first.
    pub forms: Vec<EntityForm>,
    /// Its occurrences, in the order of the stories.
    pub places: Vec<EntityPlace>,
}

/// A form of a name as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityForm {
    /// The form.
    pub form: String,
    /// The number of its occurrences.
    pub frequency: u32,
}

/// The place of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityPlace {
    /// The story.
    pub id: String,
    /// The place in its text.
    pub range: Range,
}
