//! A question tied to its answer: the trait that every question type implements.

use std::fmt::Debug;

use serde::{Deserialize, Serialize, Serializer};

use super::found_names::NamedStories;
use super::{Answer, ArgumentError, Engine, EngineError, Question};
use crate::corpus::{Corpus, Mode, Scope, Units};
use crate::ingest::ReadTask;

/// A row of the table of questions: the type of the answer, and the way in and out of the enums on the wire.
/// Implemented by the table alone.
pub trait Listed: Sized {
    /// The view that answers.
    type Answer: Clone + Debug + PartialEq + Serialize + 'static;

    /// Returns the question as the wire carries it.
    fn listed(self) -> Question;

    /// Returns the answer to this kind of question; `None` for an answer to another kind.
    fn take(answer: Answer) -> Option<Self::Answer>;
}

/// A question.
pub trait Ask: Listed + Clone + Debug + PartialEq + 'static {
    /// The function of `window.duidu` that asks it; empty if no function of that name takes the question's own fields.
    const NAME: &'static str = "";

    /// The fields that callers pass by position, in order. All others are keys of one object after them.
    const POSITIONAL: &'static [&'static str] = &[];

    /// The parts of [`Units`] that callers may name among those keys.
    const UNITS: &'static [&'static str] = &[];

    /// True if answering changes what the reader keeps.
    const CHANGES: bool = false;

    /// Refuses a question whose fields do not fit each other, before it is sent.
    ///
    /// # Errors
    /// [`ArgumentError`] that says what to pass instead.
    fn check(&self) -> Result<(), ArgumentError> {
        Ok(())
    }

    /// Returns the scopes whose words are needed, among the stories of a corpus. The engine segments those first, and no
    /// others.
    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        Vec::new()
    }

    /// Returns the stories whose names are needed. The engine finds those first.
    fn names(&self) -> Option<NamedStories> {
        None
    }

    /// Returns true if jieba's dictionary must be loaded, whatever the units are.
    fn needs_dictionary(&self) -> bool {
        false
    }

    /// Returns true if the question brings texts that the browser must store.
    fn adds_texts(&self) -> bool {
        false
    }

    /// Returns true if a text must be read or cut first, as [`Ask::read_task`] says.
    fn reads(&self) -> bool {
        false
    }

    /// Returns what must be read or cut first; `None` if nothing must.
    ///
    /// # Errors
    /// [`EngineError`] when the question names something that does not exist.
    fn read_task(&self, _: &Engine) -> Result<Option<ReadTask>, EngineError> {
        Ok(None)
    }

    /// Answers from what is loaded.
    ///
    /// # Errors
    /// [`EngineError`] when the question names something that does not exist, or a scope without a word.
    fn answer(self, engine: &mut Engine, units: Units) -> Result<Self::Answer, EngineError>;

    /// Writes an answer as `window.duidu` gives it; whole by default.
    ///
    /// # Errors
    /// Those of the serializer.
    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.serialize(serializer)
    }

    /// Returns the question about texts in these units.
    fn over(self, units: Units) -> Query<Self> {
        Query { question: self, units }
    }

    /// Returns the question about texts in the default units.
    fn query(self) -> Query<Self> {
        self.over(Units::default())
    }
}

/// A question, and the units of the texts it is about. It carries all it needs, so that it can be sent again to a new
/// engine. Without a parameter, any question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Query<Q = Question> {
    /// The question.
    pub question: Q,
    /// The units that texts are segmented into.
    pub units: Units,
}

impl<Q: Ask> From<Query<Q>> for Query {
    fn from(query: Query<Q>) -> Self {
        Self { question: query.question.listed(), units: query.units }
    }
}

impl<Q: Ask> From<Q> for Query {
    fn from(question: Q) -> Self {
        question.query().into()
    }
}

impl Query {
    /// Returns true if jieba's dictionary must be loaded before this can be answered.
    pub fn needs_dictionary(&self) -> bool {
        self.units.mode == Mode::Fast || self.question.needs_dictionary()
    }
}
