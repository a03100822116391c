//! The address of the facts of several stories, and what its page asks.

use crate::engine::{Ask, FactsQuestion, Query};
use crate::ui::routes::codec::{Parameter, PathSegment, key, route, variant, variant_name};
use crate::ui::routes::{Known, Viewed};
use crate::view::FactKind;

route! {
    /// The facts of several stories side by side.
    FactsRoute at "facts" {
        /// The stories. Empty for the pair last viewed.
        ids: Vec<String>, PathSegment;
        /// The kind of facts listed, if one is chosen.
        kind: Option<FactKind>, key("kind");
    }
}

impl Parameter for FactKind {
    fn parse(value: &str) -> Option<Self> {
        variant(value)
    }

    fn parameter(&self) -> String {
        variant_name(self)
    }
}

impl FactsRoute {
    /// Returns the query of the facts, unless no story is named yet.
    pub(crate) fn query(&self) -> Option<Query<FactsQuestion>> {
        (!self.ids.is_empty()).then(|| FactsQuestion { ids: self.ids.clone() }.query())
    }
}

impl Viewed for FactsRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        self.query().map(Query::from).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_before_a_story_is_named() {
        assert_eq!(FactsRoute::default().query(), None);
    }
}
