//! The address of the keywords of one story, and what its page asks.

use crate::corpus::Units;
use crate::engine::{Ask, KeywordMethod, KeywordsQuestion, Query};
use crate::ui::routes::codec::{PathSegment, Segmented, key, named, route};
use crate::ui::routes::{Known, Order, Viewed};

route! {
    /// The keywords of one story.
    KeywordsRoute at "keywords" {
        /// The story; empty for the one last read.
        id: String, PathSegment;
        /// The method that finds them.
        method: KeywordMethod, named("method");
        /// The units of segmentation.
        units: Units, Segmented;
        /// The order of the table.
        order: Option<Order>, key("order");
    }
}

impl KeywordsRoute {
    /// Returns the query of the keywords, unless no story is chosen yet.
    pub(crate) fn query(&self) -> Option<Query<KeywordsQuestion>> {
        let question = KeywordsQuestion { id: self.id.clone(), method: self.method, limit: None };
        (!self.id.is_empty()).then(|| question.over(self.units))
    }
}

impl Viewed for KeywordsRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        self.query().map(Query::from).into_iter().collect()
    }
}
