//! The address of the table of regional words, and what its page asks.

use crate::engine::{Ask, Query, RegionalQuestion};
use crate::ui::routes::codec::{key, route};
use crate::ui::routes::{Known, Viewed};

route! {
    /// The table of regional words.
    RegionalRoute at "regional" {
        /// A text that a listed set contains.
        filter: String, key("filter");
        /// True to list only what the reader changed.
        changed: bool, key("changed");
    }
}

impl RegionalRoute {
    /// Returns the query of the sets.
    pub(crate) fn query(&self) -> Query<RegionalQuestion> {
        let Self { filter, changed } = self.clone();
        RegionalQuestion { filter, changed }.query()
    }
}

impl Viewed for RegionalRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![self.query().into()]
    }
}
