//! What each view says of itself, beside its page. Pure.

use super::codec::Addressed;
use super::common::Known;
use crate::engine::Query;
use crate::ui::state::Action;

/// A view whose address has fields.
pub(crate) trait Viewed: Addressed {
    /// Returns the queries that its page draws the answers of.
    fn queries(&self, known: &Known<'_>) -> Vec<Query>;

    /// Fills in the stories that its address does not name.
    fn settle(&mut self, known: &Known<'_>) {
        known.settle(self.common());
    }

    /// Returns the action that makes the stories on the screen those last viewed; none by default.
    fn record(&self) -> Option<Action> {
        None
    }
}
