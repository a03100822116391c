//! The address of the editorial report, and what its page asks.

use crate::corpus::Units;
use crate::engine::{Ask, ComparisonFile, ComparisonFormat, Query, ReportQuestion};
use crate::ui::comparing::runs::RUNS;
use crate::ui::routes::codec::{PathSegment, Segmented, fold, key, punct, route};
use crate::ui::routes::{Known, Viewed};
use crate::view::export::Labels;

route! {
    /// Each paper's treatment of one event.
    ReportRoute at "report" {
        /// The stories; each of the others is compared with the first. Empty for the pair last viewed.
        ids: Vec<String>, PathSegment;
        /// True if variant characters count as the same.
        fold_variants: bool, fold();
        /// True if punctuation is left out.
        ignore_punctuation: bool, punct();
        /// Least run of characters that counts as reuse; `None` for the default.
        run: Option<u32>, key("run");
        /// The units of segmentation.
        units: Units, Segmented;
    }
}

impl ReportRoute {
    /// Returns the query of the report, unless no story is named yet.
    pub(crate) fn query(&self) -> Option<Query<ReportQuestion>> {
        (!self.ids.is_empty()).then(|| self.question().over(self.units))
    }

    /// Returns the query of the comparison as a file.
    pub(crate) fn file(&self, format: ComparisonFormat, labels: Labels) -> Query<ComparisonFile> {
        ComparisonFile { report: self.question(), format, labels }.over(self.units)
    }

    fn question(&self) -> ReportQuestion {
        let usual = ReportQuestion::default();
        ReportQuestion {
            ids: self.ids.clone(),
            fold_variants: self.fold_variants,
            ignore_punctuation: self.ignore_punctuation,
            min_run: self.run.map_or(usual.min_run, |run| run.clamp(RUNS.0, RUNS.1)),
        }
    }
}

impl Viewed for ReportRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        self.query().map(Query::from).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_before_a_story_is_named() {
        assert_eq!(ReportRoute::default().query(), None);
    }

    #[test]
    fn a_run_that_is_none_is_the_shortest() {
        let route = ReportRoute { ids: vec!["1".into(), "2".into()], run: Some(0), ..ReportRoute::default() };
        assert!(route.query().is_some_and(|query| query.question.min_run == 2));
    }
}
