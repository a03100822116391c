//! The address of the words near a node, and what its page asks.

use crate::corpus::{Scope, Units};
use crate::engine::{Ask, CollocatesQuestion, Query};
use crate::ui::routes::codec::{Segmented, folding, key, node, route, scope};
use crate::ui::routes::{Cuts, FoldChoice, Known, Order, Viewed};

route! {
    /// The words near a node, in one scope or in two compared scopes.
    CollocatesRoute at "collocates" {
        /// The node; empty before it is given.
        node: String, node();
        /// The stories searched.
        scope: Scope = Scope::Usual, scope("scope");
        /// The stories compared with them.
        beside: Option<Scope>, key("beside");
        /// Number of words examined before the node. The field corrects a wider span; the engine refuses one beyond its
        /// limit with a message.
        left: u32 = Self::SPAN, key("left");
        /// Number of words examined after the node.
        right: u32 = Self::SPAN, key("right");
        /// Least number of occurrences of a listed word near the node.
        min: u32 = Self::MINIMUM, key("min");
        /// The forms that count as one word.
        fold: FoldChoice, folding();
        /// The units of segmentation.
        units: Units, Segmented;
        /// The values from which rows are listed.
        cuts: Cuts, key("cut");
        /// The order of the table.
        order: Option<Order>, key("order");
    }
}

impl CollocatesRoute {
    /// Default number of words on each side.
    pub const SPAN: u32 = 5;

    /// Default least number of occurrences: a single one may be chance.
    pub const MINIMUM: u32 = 2;

    /// The widest span on one side.
    pub const WIDEST: u32 = CollocatesQuestion::WIDEST;

    /// Returns the queries of the words near the node: in its scope, and in the scope compared with it.
    pub(crate) fn query(&self) -> Option<(Query<CollocatesQuestion>, Option<Query<CollocatesQuestion>>)> {
        let question = |scope: &Scope| {
            CollocatesQuestion {
                node: self.node.clone(),
                scope: scope.clone(),
                fold_variants: self.fold.variants(),
                fold_regional: self.fold.regional(),
                left: self.left,
                right: self.right,
                min_frequency: self.min,
                limit: None,
            }
            .over(self.units)
        };
        (!self.node.is_empty()).then(|| (question(&self.scope), self.beside.as_ref().map(question)))
    }
}

impl Viewed for CollocatesRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        let queries =
            self.query().into_iter().flat_map(|(query, beside)| std::iter::once(query).chain(beside));
        queries.map(Query::from).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_before_a_node_is_given() {
        assert_eq!(CollocatesRoute::default().query(), None);
    }
}
