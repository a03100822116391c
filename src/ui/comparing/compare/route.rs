//! The address of two stories side by side, and what its page asks.

use serde::{Deserialize, Serialize};

use crate::corpus::Units;
use crate::engine::{Ask, CompareQuestion, Query};
use crate::ui::comparing::runs::RUNS;
use crate::ui::routes::codec::{PathSegment, Segmented, fold, key, named, punct, route};
use crate::ui::routes::{Known, Marks, Shown, Viewed};
use crate::ui::state::Action;
use crate::view::Effect;

/// The layout of two stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PairLayout {
    /// Two columns with lines between them.
    #[default]
    Columns,
    /// Two columns whose sentences are on one line with their partners.
    Rows,
    /// One text in which both readings appear where the stories differ.
    Flow,
}

impl PairLayout {
    /// All layouts, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Columns, Self::Rows, Self::Flow];
}

route! {
    /// Two stories, and the differences shown.
    CompareRoute at "compare" {
        /// The first story; both are empty for the first pair on one event.
        a: String, PathSegment;
        /// The second story.
        b: String, PathSegment;
        /// True if variant characters count as the same.
        fold_variants: bool, fold();
        /// True if punctuation is left out.
        ignore_punctuation: bool, punct();
        /// The kinds of difference marked.
        marks: Marks, key("types");
        /// The effect whose differences alone are marked, if one is chosen.
        effect: Option<Effect>, key("effect");
        /// The layout.
        layout: PairLayout, named("layout");
        /// True if each sentence is shaded by the share of it that occurs in the other story.
        heat: bool, key("heat");
        /// Least run of characters that counts as reuse, if reuse by runs is asked for.
        run: Option<u32>, key("run");
        /// The sentence of the first story to go to, by number.
        at_a: Option<u32>, key("a");
        /// The sentence of the second story to go to, by number.
        at_b: Option<u32>, key("b");
        /// The units of segmentation.
        units: Units, Segmented;
    }
}

impl CompareRoute {
    /// Returns the query of the comparison.
    pub(crate) fn query(&self) -> Query<CompareQuestion> {
        CompareQuestion {
            a: self.a.clone(),
            b: self.b.clone(),
            fold_variants: self.fold_variants,
            ignore_punctuation: self.ignore_punctuation,
            min_run: self.run.map(|run| run.clamp(RUNS.0, RUNS.1)),
        }
        .over(self.units)
    }

    /// Returns the differences that are marked.
    pub(crate) fn shown(&self) -> Shown {
        Shown { marks: self.marks, effect: self.effect }
    }

    fn is_named(&self) -> bool {
        !self.a.is_empty() && !self.b.is_empty()
    }
}

impl Viewed for CompareRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        self.is_named().then(|| self.query().into()).into_iter().collect()
    }

    fn record(&self) -> Option<Action> {
        self.is_named().then(|| Action::Compared(self.a.clone(), self.b.clone()))
    }
}
