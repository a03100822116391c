//! The address of the names of a scope, and what its page asks.

use crate::corpus::Scope;
use crate::engine::{Ask, EntitiesQuestion, Query};
use crate::ui::routes::codec::{key, route, scope};
use crate::ui::routes::{Known, Order, Viewed};
use crate::view::EntityKind;

route! {
    /// The names of persons, places and organisations.
    NamesRoute at "names" {
        /// The stories counted.
        scope: Scope = Scope::Usual, scope("scope");
        /// The kind listed; all if it is missing.
        kind: Option<EntityKind>, key("kind");
        /// A text that a form of a listed name contains.
        filter: String, key("filter");
        /// The order of the table.
        order: Option<Order>, key("order");
    }
}

impl NamesRoute {
    /// Returns the query of the names. The page itself filters them.
    pub(crate) fn query(&self) -> Query<EntitiesQuestion> {
        EntitiesQuestion { scope: self.scope.clone(), ..EntitiesQuestion::default() }.query()
    }
}

impl Viewed for NamesRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![self.query().into()]
    }
}
