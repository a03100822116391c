//! The address of a story to read, and what its page asks.

use crate::corpus::{Mode, Scope, Units};
use crate::engine::{
    Ask, ConcordanceQuestion, DoubtsQuestion, EntitiesQuestion, FrequencyRangeQuestion, Query, StopWords,
    StoryQuestion, WordListQuestion,
};
use crate::ui::routes::codec::{PathSegment, Segmented, filled, key, route};
use crate::ui::routes::{ConcordanceRoute, Known, Viewed};
use crate::ui::state::Action;

/// Number of words listed next to a story.
const TOP_WORDS: u32 = 24;

route! {
    /// One story with its marks.
    ReadRoute at "read" {
        /// The story; empty for the first one.
        id: String, PathSegment;
        /// The UTF-16 unit to scroll to and mark.
        at: Option<u32>, key("at");
        /// The word whose occurrences are listed next to the text.
        word: Option<String>, filled("word");
        /// True if word boundaries are shown.
        boundaries: bool, key("boundaries");
        /// True if parts of speech are shown.
        tags: bool, key("tags");
        /// True if words in doubt are marked.
        doubts: bool, key("doubts");
        /// True if names of persons, places and organisations are marked.
        names: bool, key("names");
        /// The units of segmentation.
        units: Units, Segmented;
    }
}

impl ReadRoute {
    /// Returns the query of the text.
    pub(crate) fn query(&self) -> Query<StoryQuestion> {
        StoryQuestion { id: self.id.clone() }.over(self.units)
    }

    /// Returns the query of the words next to the text.
    pub(crate) fn top_words(&self) -> Query<WordListQuestion> {
        WordListQuestion {
            scope: Scope::story(&self.id),
            stop_words: StopWords::LeaveOut,
            min_frequency: 2,
            limit: Some(TOP_WORDS),
            ..WordListQuestion::default()
        }
        .over(self.units)
    }

    /// Returns the query of the occurrences of the word looked up.
    pub(crate) fn places(&self) -> Option<Query<ConcordanceQuestion>> {
        let node = self.word.clone()?;
        Some(ConcordanceRoute { node, units: self.units, ..ConcordanceRoute::default() }.places_beside())
    }

    /// Returns the query of the words in doubt, if asked for. Doubts concern words even if terms are counted.
    pub(crate) fn doubtful(&self) -> Option<Query<DoubtsQuestion>> {
        let known = self.doubts && self.units.mode == Mode::Accurate;
        known.then(|| DoubtsQuestion { id: self.id.clone() }.query())
    }

    /// Returns the query of the names, if asked for.
    pub(crate) fn named(&self) -> Option<Query<EntitiesQuestion>> {
        let scope = Scope::story(&self.id);
        self.names.then(|| EntitiesQuestion { scope, ..EntitiesQuestion::default() }.query())
    }

    /// Returns the query of the possible frequencies of the word looked up.
    pub(crate) fn frequency_range(&self) -> Option<Query<FrequencyRangeQuestion>> {
        // Frequencies of terms have no range.
        let word = self.word.clone().filter(|_| self.units == Units::default())?;
        Some(FrequencyRangeQuestion { word, scope: Scope::All }.query())
    }
}

impl Viewed for ReadRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        if self.id.is_empty() {
            return Vec::new();
        }
        let mut queries: Vec<Query> = vec![self.query().into(), self.top_words().into()];
        queries.extend(self.places().map(Query::from));
        queries.extend(self.doubtful().map(Query::from));
        queries.extend(self.named().map(Query::from));
        queries.extend(self.frequency_range().map(Query::from));
        queries
    }

    fn record(&self) -> Option<Action> {
        (!self.id.is_empty()).then(|| Action::Read(self.id.clone()))
    }
}
