//! Names of persons, places and organisations: a layer over the words of the accurate segmenter.
//!
//! Every unit of a sentence is judged to begin a name, to continue one or to be in none, by what it is, by its word with the
//! neighbours, and by what the word lists know; the best sum over a sentence wins. All sums are of integers. The
//! weights are trained by `duidu-train` and follow the model in its file. A second pass makes a story consistent: a name
//! that was found once is found wherever it occurs, and a person also by surname and title.

mod classes;
mod features;
mod forms;
mod lists;
mod mending;
mod model;
mod sentence;
mod steps;
mod story;

use serde::{Deserialize, Serialize};

use crate::segment::accurate::Model;
use crate::segment::{Tag, TokenSpan};
use crate::text::Span;

pub use classes::CharacterClasses;
pub use lists::{NAME_LISTS, NameKnowledge, NameLists};
pub use model::{
    EDGE, EntityModel, EntityModelError, EntityWeights, LABELS, PAIRS, STATES, STEPS, encode_weights, label,
    may_follow,
};
pub use sentence::EntitySentence;
pub use steps::{STEP_KINDS, STEP_TABLES};

/// The kinds of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place: a country, a town, a building, a river.
    Place,
    /// An organisation: a firm, an office, a school, a team.
    Organisation,
}

impl EntityKind {
    /// All kinds, in the order in which they are listed.
    pub const ALL: [Self; 3] = [Self::Person, Self::Place, Self::Organisation];

    /// Returns the kind of name that a word is by its part of speech.
    pub fn of_tag(tag: Tag) -> Option<Self> {
        match tag.name() {
            "nr" | "nrt" | "nrfg" => Some(Self::Person),
            "ns" => Some(Self::Place),
            "nt" => Some(Self::Organisation),
            _ => None,
        }
    }
}

/// A name in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its place.
    pub span: Span,
    /// Its kind.
    pub kind: EntityKind,
    /// The fullest form of the name in the text.
    pub name: String,
}

impl EntityModel {
    /// Finds the names of a text with its words, as the sentences by themselves show them.
    pub fn find(&self, text: &str, tokens: &[TokenSpan], model: &Model) -> Vec<(Span, EntityKind)> {
        let sentences = EntitySentence::all(text, tokens, model, &self.knowledge);
        let names = sentences.iter().flat_map(|sentence| {
            let span = |first, end| Span::new(sentence.start(first), sentence.start(end));
            self.names(sentence).into_iter().map(move |(first, end, kind)| (span(first, end), kind))
        });
        names.collect()
    }

    /// Finds the names of a story. `own` are words whose kind, or that they are no name, the reader decided.
    pub fn entities(
        &self,
        text: &str,
        tokens: &[TokenSpan],
        model: &Model,
        own: impl Fn(&str) -> Option<Tag>,
    ) -> Vec<Entity> {
        story::consistent(text, tokens, self.find(text, tokens, model), own)
    }
}
