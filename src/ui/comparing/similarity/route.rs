//! The address of the matrix of all stories of a scope, and what its page asks.

use crate::compare::MINIMUM_RUN;
use crate::corpus::Scope;
use crate::engine::{Ask, Query, SimilarityQuestion};
use crate::ui::routes::codec::{key, positive, route, scope};
use crate::ui::routes::{Known, Order, Viewed};

route! {
    /// All stories of a scope compared with each other.
    SimilarityRoute at "similarity" {
        /// The stories.
        scope: Scope = Scope::Usual, scope("scope");
        /// Least run of characters that counts.
        min: u32 = MINIMUM_RUN, positive("min");
        /// The order of the table of pairs.
        order: Option<Order>, key("order");
    }
}

impl SimilarityRoute {
    /// Returns the query that compares the stories with each other.
    pub(crate) fn query(&self) -> Query<SimilarityQuestion> {
        SimilarityQuestion { scope: self.scope.clone(), min_run: self.min }.query()
    }
}

impl Viewed for SimilarityRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![self.query().into()]
    }
}
