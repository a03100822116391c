//! The query of each view of a comparison. Pure.

use crate::engine::{
    Ask, CompareQuestion, ComparisonFile, ComparisonFormat, DotPlotQuestion, Query, ReportQuestion,
    SimilarityQuestion, SourcesQuestion, WitnessesQuestion,
};
use crate::ui::routes::{
    CompareRoute, DotsRoute, ReportRoute, SimilarityRoute, SourcesRoute, WitnessesRoute,
};
use crate::view::export::Labels;

/// Least and greatest run a reader can ask for, in characters: one character is no run, and runs longer than
/// a paragraph do not occur.
pub const RUNS: (u32, u32) = (2, 500);

/// Greatest run looked for inside sentences, in characters: no sentence has a longer one.
pub const LONGEST_RUN: u32 = 100;

/// Returns the query of two stories side by side.
pub fn pair(route: &CompareRoute) -> Query<CompareQuestion> {
    CompareQuestion {
        a: route.a.clone(),
        b: route.b.clone(),
        fold_variants: route.fold_variants,
        ignore_punctuation: route.ignore_punctuation,
        min_run: route.run.map(|run| run.clamp(RUNS.0, RUNS.1)),
    }
    .over(route.units)
}

/// Returns the query of several stories in one table, unless none is named yet.
pub fn witnesses(route: &WitnessesRoute) -> Option<Query<WitnessesQuestion>> {
    let question = || WitnessesQuestion {
        ids: route.ids.clone(),
        base: None,
        fold_variants: route.fold_variants,
        ignore_punctuation: route.ignore_punctuation,
    };
    (!route.ids.is_empty()).then(|| question().over(route.units))
}

/// Returns the query of the editorial report, unless no story is named yet.
pub fn report(route: &ReportRoute) -> Option<Query<ReportQuestion>> {
    (!route.ids.is_empty()).then(|| report_question(route).over(route.units))
}

/// Returns the query that compares all stories of a scope with each other.
pub fn similarity(route: &SimilarityRoute) -> Query<SimilarityQuestion> {
    SimilarityQuestion { scope: route.scope.clone(), min_run: route.min }.query()
}

/// Returns the query of a dot plot, unless a story is missing.
pub fn dots(route: &DotsRoute) -> Option<Query<DotPlotQuestion>> {
    let DotsRoute { a, b, min } = route;
    let question = || DotPlotQuestion { a: a.clone(), b: b.clone(), min_run: *min };
    (!a.is_empty() && !b.is_empty()).then(|| question().query())
}

/// Returns the query of a story's sources, unless no story is named.
pub fn sources(route: &SourcesRoute) -> Option<Query<SourcesQuestion>> {
    let question = || SourcesQuestion {
        id: route.id.clone(),
        scope: route.scope.clone(),
        partners: SourcesQuestion::PARTNERS,
        min_run: route.min,
    };
    (!route.id.is_empty()).then(|| question().query())
}

/// Returns the query of a comparison as a file.
pub fn file(route: &ReportRoute, format: ComparisonFormat, labels: Labels) -> Query<ComparisonFile> {
    ComparisonFile { report: report_question(route), format, labels }.over(route.units)
}

fn report_question(route: &ReportRoute) -> ReportQuestion {
    let usual = ReportQuestion::default();
    ReportQuestion {
        ids: route.ids.clone(),
        fold_variants: route.fold_variants,
        ignore_punctuation: route.ignore_punctuation,
        min_run: route.run.map_or(usual.min_run, |run| run.clamp(RUNS.0, RUNS.1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_before_a_story_is_named() {
        assert_eq!(witnesses(&WitnessesRoute::default()), None);
        assert_eq!(report(&ReportRoute::default()), None);
    }

    #[test]
    fn a_run_that_is_none_is_the_shortest() {
        let route = ReportRoute { ids: vec!["1".into(), "2".into()], run: Some(0), ..ReportRoute::default() };
        assert!(report(&route).is_some_and(|query| query.question.min_run == 2));
    }
}
