//! The facts that several stories report, one row a fact, one cell a story: numbers, dates, people, organisations, places,
//! quotations and sources, matched across different wording.

mod issue_day;
mod judged;
mod mentions;
mod name_forms;
mod name_parts;
mod names;
mod people;
mod quoted;
mod rows;
mod same_fact;

use serde::{Deserialize, Serialize};

use crate::text::Span;

pub use rows::fact_rows;

/// The kinds of facts, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FactKind {
    /// An amount: a count, a share, money, an age, a length of time.
    Number,
    /// A day, or a time of day.
    Date,
    /// A person.
    Person,
    /// A body: a firm, an office, a school.
    Organisation,
    /// A place.
    Place,
    /// Words in quotation marks.
    Quotation,
    /// A person or body that is cited.
    Source,
}

/// One fact.
#[derive(Clone, Debug, PartialEq)]
pub struct FactRow {
    /// Its kind.
    pub kind: FactKind,
    /// The words by which a reader recognises it.
    pub label: String,
    /// True if all stories that have it say the same.
    pub agree: bool,
    /// The place in each story; `None` where it lacks the fact.
    pub cells: Vec<Option<Span>>,
}
