//! The address of the reader's dictionary, and what its page asks.

use crate::engine::{Ask, DictionaryQuestion, Query};
use crate::ui::routes::codec::{key, named, route};
use crate::ui::routes::{Known, Viewed};
use crate::view::DictionarySort;

/// Maximum number of rows listed; a search finds those beyond.
const LISTED: u32 = 100_000;

route! {
    /// The reader's dictionary.
    DictionaryRoute at "dictionary" {
        /// A text that a listed word contains.
        filter: String, key("filter");
        /// The order of the entries.
        sort: DictionarySort, named("sort");
    }
}

impl DictionaryRoute {
    /// Returns the query of the entries.
    pub(crate) fn query(&self) -> Query<DictionaryQuestion> {
        let Self { filter, sort } = self.clone();
        DictionaryQuestion { filter, sort, limit: Some(LISTED) }.query()
    }
}

impl Viewed for DictionaryRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![self.query().into()]
    }
}
