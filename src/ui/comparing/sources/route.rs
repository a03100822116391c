//! The address of the sources of a story's sentences, and what its page asks.

use crate::corpus::Scope;
use crate::engine::{Ask, Query, SourcesQuestion};
use crate::ui::routes::codec::{PathSegment, key, positive, route, scope};
use crate::ui::routes::{Known, Order, Viewed};
use crate::ui::state::Action;

route! {
    /// Other occurrences of the sentences of a story.
    SourcesRoute at "sources" {
        /// The story; empty for the one last viewed.
        id: String, PathSegment;
        /// The stories searched.
        scope: Scope = Scope::Usual, scope("scope");
        /// Least run of characters that counts.
        min: u32 = SourcesQuestion::MIN_RUN, positive("min");
        /// The order of the table.
        order: Option<Order>, key("order");
    }
}

impl SourcesRoute {
    /// Returns the query of the story's sources, unless no story is named.
    pub(crate) fn query(&self) -> Option<Query<SourcesQuestion>> {
        let question = || SourcesQuestion {
            id: self.id.clone(),
            scope: self.scope.clone(),
            partners: SourcesQuestion::PARTNERS,
            min_run: self.min,
        };
        (!self.id.is_empty()).then(|| question().query())
    }
}

impl Viewed for SourcesRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        self.query().map(Query::from).into_iter().collect()
    }

    fn record(&self) -> Option<Action> {
        (!self.id.is_empty()).then(|| Action::Read(self.id.clone()))
    }
}
