//! The address of the measures of each story, and what its page asks.

use crate::corpus::{Scope, Units};
use crate::engine::{Ask, MeasuresQuestion, Query};
use crate::ui::routes::codec::{Segmented, fold, key, route, scope};
use crate::ui::routes::{Known, Order, Viewed};

route! {
    /// The measures of each story.
    MeasuresRoute at "measures" {
        /// The stories measured.
        scope: Scope = Scope::Usual, scope("scope");
        /// True if the variant writings of a word count as one word.
        fold: bool, fold();
        /// The units of segmentation.
        units: Units, Segmented;
        /// The order of the table.
        order: Option<Order>, key("order");
    }
}

impl MeasuresRoute {
    /// Returns the query of the measures.
    pub(crate) fn query(&self) -> Query<MeasuresQuestion> {
        MeasuresQuestion { scope: self.scope.clone(), fold_variants: self.fold }.over(self.units)
    }
}

impl Viewed for MeasuresRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![self.query().into()]
    }
}
