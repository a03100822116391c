//! What every page asks. Pure.

use crate::corpus::Scope;
use crate::engine::{Ask, Query, StoriesQuestion, TextsQuestion};
use crate::ui::routes::{Known, Route};

/// Returns the query of the list of stories.
pub(crate) fn stories() -> Query<StoriesQuestion> {
    StoriesQuestion { scope: Scope::All }.query()
}

/// Returns the query of the reader's own texts, which name pages everywhere.
pub(crate) fn texts() -> Query<TextsQuestion> {
    TextsQuestion {}.query()
}

/// Returns every query a route needs. A route that names no story waits for the list of stories; see
/// [`Route::settled`].
pub(super) fn queries(route: &Route, known: &Known<'_>) -> Vec<Query> {
    let own = route.viewed().map(|viewed| viewed.queries(known));
    [stories().into(), texts().into()].into_iter().chain(own.into_iter().flatten()).collect()
}
