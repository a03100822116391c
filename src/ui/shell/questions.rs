//! What every page asks. Pure.

use crate::corpus::Scope;
use crate::engine::{
    Ask, CompareQuestion, ContentNamesQuestion, EventsQuestion, Query, StoriesQuestion, StoryListQuestion,
    TextsQuestion,
};
use crate::ui::routes::{CompareRoute, Known, Route};
use crate::view::StoryRow;

/// Returns the query of the list of stories.
pub(crate) fn stories() -> Query<StoryListQuestion> {
    StoryListQuestion {}.query()
}

/// Returns the query of all stories with the number of their words, for which each must be cut.
pub(crate) fn counted_stories() -> Query<StoriesQuestion> {
    StoriesQuestion { scope: Scope::All }.query()
}

/// Returns the query of the reader's own texts, which name pages everywhere.
pub(crate) fn texts() -> Query<TextsQuestion> {
    TextsQuestion {}.query()
}

/// Returns the query of the names of own texts in addresses.
pub(crate) fn names() -> Query<ContentNamesQuestion> {
    ContentNamesQuestion {}.query()
}

/// Returns the query of the events that several stories report.
pub(crate) fn events() -> Query<EventsQuestion> {
    EventsQuestion { scope: Scope::All }.query()
}

/// Maximum number of stories whose events are asked for by themselves: with more, the reader would wait for other answers.
const MOST_STORIES: usize = 1_000;

/// Returns true if the events of these stories are asked for.
pub(crate) fn are_events_asked(rows: &[StoryRow]) -> bool {
    rows.len() <= MOST_STORIES
}

/// Returns the queries of every page, whatever its address. Names come first: the links of the others need them.
pub(super) fn always() -> [Query; 3] {
    [names().into(), stories().into(), texts().into()]
}

/// Returns every query a route needs. A route that names no story waits for the list of stories; see
/// [`Route::settled`].
pub(crate) fn queries(route: &Route, known: &Known<'_>) -> Vec<Query> {
    let own = route.viewed().map(|viewed| viewed.queries(known));
    let asks_events = *route == Route::Papers && known.rows.is_some_and(are_events_asked);
    let events = asks_events.then(|| events().into());
    let counted = (*route == Route::Papers).then(|| counted_stories().into());
    let start = (*route == Route::Home).then(|| start(known)).into_iter().flatten();
    always().into_iter().chain(counted).chain(events).chain(start).chain(own.into_iter().flatten()).collect()
}

/// Returns the queries of the first screen: the comparison that is its example, and the events of three own stories or more.
fn start(known: &Known<'_>) -> Vec<Query> {
    let example = known.events.first().map(|(a, b)| example(&a, &b).into());
    let own = own_stories(known.rows.unwrap_or_default());
    let events = are_own_events_asked(own).then(|| own_events(own).into());
    example.into_iter().chain(events).collect()
}

/// Returns the query of the comparison on the first screen.
pub(crate) fn example(a: &str, b: &str) -> Query<CompareQuestion> {
    CompareRoute { a: a.to_owned(), b: b.to_owned(), ..CompareRoute::default() }.query()
}

/// Returns the reader's own stories, which come first.
pub(crate) fn own_stories(rows: &[StoryRow]) -> &[StoryRow] {
    &rows[..rows.partition_point(StoryRow::is_own)]
}

/// Returns true if the events of own stories are asked for: of two the comparison is enough.
pub(crate) fn are_own_events_asked(own: &[StoryRow]) -> bool {
    (3..=MOST_STORIES).contains(&own.len())
}

/// Returns the query of the events that some stories report.
pub(crate) fn own_events(own: &[StoryRow]) -> Query<EventsQuestion> {
    EventsQuestion { scope: Scope::Stories(own.iter().map(|row| row.id.clone()).collect()) }.query()
}
