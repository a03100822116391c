//! The address of the terms of a scope, and what its page asks.

use crate::corpus::{Scope, Units};
use crate::engine::{Ask, Query, TermsQuestion};
use crate::ui::routes::codec::{Segmented, key, route, scope};
use crate::ui::routes::{Known, Order, Viewed};

route! {
    /// The terms that words are joined into.
    TermsRoute at "terms" {
        /// The stories counted.
        scope: Scope = Scope::Usual, scope("scope");
        /// A text that a listed term contains.
        filter: String, key("filter");
        /// The units of segmentation.
        units: Units, Segmented;
        /// The order of the table.
        order: Option<Order>, key("order");
    }
}

impl TermsRoute {
    /// Returns the query of the terms.
    pub(crate) fn query(&self) -> Query<TermsQuestion> {
        TermsQuestion { scope: self.scope.clone(), limit: None }.over(self.units)
    }
}

impl Viewed for TermsRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![self.query().into()]
    }
}
