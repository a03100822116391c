//! The address of the dot plot of a pair, and what its page asks.

use crate::engine::{Ask, DotPlotQuestion, Query};
use crate::ui::routes::codec::{PathSegment, positive, route};
use crate::ui::routes::{Known, Viewed};
use crate::ui::state::Action;

route! {
    /// Two stories as a dot plot.
    DotsRoute at "dots" {
        /// The first story; both are empty for the pair last viewed.
        a: String, PathSegment;
        /// The second story.
        b: String, PathSegment;
        /// Least run of characters that is drawn.
        min: u32 = Self::MINIMUM, positive("min");
    }
}

impl DotsRoute {
    /// Default least run: shorter ones are set phrases, which cloud a plot.
    pub const MINIMUM: u32 = 6;

    /// Returns the query of the plot, unless a story is missing.
    pub(crate) fn query(&self) -> Option<Query<DotPlotQuestion>> {
        let Self { a, b, min } = self;
        let question = || DotPlotQuestion { a: a.clone(), b: b.clone(), min_run: *min };
        (!a.is_empty() && !b.is_empty()).then(|| question().query())
    }
}

impl Viewed for DotsRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        self.query().map(Query::from).into_iter().collect()
    }

    fn record(&self) -> Option<Action> {
        self.query().map(|_| Action::Compared(self.a.clone(), self.b.clone()))
    }
}
