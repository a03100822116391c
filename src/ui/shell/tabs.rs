//! The tabs: the views under one name of the navigation.

use yew::prelude::*;

use crate::corpus::Scope;
use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::routes::{
    CollocatesRoute, CompareRoute, ConcordanceRoute, DotsRoute, KeynessRoute, KeywordsRoute, MeasuresRoute,
    PhrasesRoute, ReportRoute, Route, SimilarityRoute, SourcesRoute, TermsRoute, View, WitnessesRoute,
    WordsRoute,
};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TabsProps {
    /// The view on the screen.
    pub(crate) route: Route,
}

/// Draws links, since each tab is an address of its own; they keep the parameters that both views have.
#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let catalog = use_catalog();
    let label = props.route.view().map_or(key!("nav-views"), View::key);
    html! {
        <nav class="tabs" aria-label={catalog.text(label)}>
            <ul>
                { for beside(&props.route).into_iter().map(|(key, route)| {
                    let here = std::mem::discriminant(&route) == std::mem::discriminant(&props.route);
                    // The link to the present view keeps everything.
                    let href = if here { props.route.href() } else { route.href() };
                    html! {
                        <li key={key}>
                            <a {href} aria-current={here.then_some("page")}>{ catalog.text(key) }</a>
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

/// Returns the message that names a view under tabs.
pub(crate) fn key(route: &Route) -> Option<MessageKey> {
    beside(route)
        .into_iter()
        .find(|(_, other)| std::mem::discriminant(other) == std::mem::discriminant(route))
        .map(|(key, _)| key)
}

/// Returns the views under the same name, about the same stories.
fn beside(route: &Route) -> Vec<(MessageKey, Route)> {
    let units = route.units();
    let (scope, fold) = common(route);
    match route.view() {
        Some(View::Compare) => comparing(route, scope),
        Some(View::Words) => vec![
            (
                key!("tab-words"),
                Route::Words(WordsRoute { scope: scope.clone(), fold, units, ..WordsRoute::default() }),
            ),
            (
                key!("tab-phrases"),
                Route::Phrases(PhrasesRoute { scope: scope.clone(), fold, units, ..PhrasesRoute::default() }),
            ),
            (
                key!("tab-terms"),
                Route::Terms(TermsRoute { scope: scope.clone(), units, ..TermsRoute::default() }),
            ),
            (
                key!("tab-measures"),
                Route::Measures(MeasuresRoute { scope, fold, units, ..MeasuresRoute::default() }),
            ),
        ],
        Some(View::Keyness) => {
            let id = match route {
                Route::Keywords(keywords) => keywords.id.clone(),
                _ => one(&scope).unwrap_or_default(),
            };
            vec![
                (
                    key!("tab-keyness"),
                    Route::Keyness(KeynessRoute { target: scope, fold, units, ..KeynessRoute::default() }),
                ),
                (
                    key!("tab-keywords"),
                    Route::Keywords(KeywordsRoute { id, units, ..KeywordsRoute::default() }),
                ),
            ]
        }
        Some(View::Concordance) => {
            let node = match route {
                Route::Concordance(route) => route.node.clone(),
                Route::Collocates(route) => route.node.clone(),
                _ => String::new(),
            };
            let lines = ConcordanceRoute {
                node: node.clone(),
                scope: scope.clone(),
                fold,
                units,
                ..ConcordanceRoute::default()
            };
            let near = CollocatesRoute { node, scope, fold, units, ..CollocatesRoute::default() };
            vec![
                (key!("tab-concordance"), Route::Concordance(lines)),
                (key!("tab-collocates"), Route::Collocates(near)),
            ]
        }
        _ => Vec::new(),
    }
}

/// Returns the views of one comparison, about the same stories.
fn comparing(route: &Route, scope: Scope) -> Vec<(MessageKey, Route)> {
    let units = route.units();
    let both = |a: &String, b: &String| {
        if a.is_empty() || b.is_empty() { Vec::new() } else { vec![a.clone(), b.clone()] }
    };
    let (ids, fold_variants, ignore_punctuation) = match route {
        Route::Compare(pair) => (both(&pair.a, &pair.b), pair.fold_variants, pair.ignore_punctuation),
        Route::Dots(pair) => (both(&pair.a, &pair.b), false, false),
        Route::Witnesses(several) => (several.ids.clone(), several.fold_variants, several.ignore_punctuation),
        Route::Report(several) => (several.ids.clone(), several.fold_variants, several.ignore_punctuation),
        _ => (Vec::new(), false, false),
    };
    let at = |place: usize| ids.get(place).cloned().unwrap_or_default();
    let (mut a, b) = (at(0), at(1));
    if let Route::Sources(sources) = route {
        a.clone_from(&sources.id);
    }
    let pair = CompareRoute { a, b, fold_variants, ignore_punctuation, units, ..CompareRoute::default() };
    let several = WitnessesRoute {
        ids: ids.clone(),
        fold_variants,
        ignore_punctuation,
        units,
        ..WitnessesRoute::default()
    };
    let report = ReportRoute { ids, fold_variants, ignore_punctuation, units, ..ReportRoute::default() };
    let dots = DotsRoute { a: pair.a.clone(), b: pair.b.clone(), ..DotsRoute::default() };
    let story = if pair.a.is_empty() { one(&scope).unwrap_or_default() } else { pair.a.clone() };
    vec![
        (key!("tab-compare"), Route::Compare(pair)),
        (key!("tab-witnesses"), Route::Witnesses(several)),
        (key!("tab-report"), Route::Report(report)),
        (key!("tab-dots"), Route::Dots(dots)),
        (
            key!("tab-sources"),
            Route::Sources(SourcesRoute { id: story, scope: scope.clone(), ..SourcesRoute::default() }),
        ),
        (key!("tab-similarity"), Route::Similarity(SimilarityRoute { scope, ..SimilarityRoute::default() })),
    ]
}

/// Returns the scope of a view, and true if it folds variant writings.
fn common(route: &Route) -> (Scope, bool) {
    match route {
        Route::Words(route) => (route.scope.clone(), route.fold),
        Route::Phrases(route) => (route.scope.clone(), route.fold),
        Route::Terms(route) => (route.scope.clone(), false),
        Route::Measures(route) => (route.scope.clone(), route.fold),
        Route::Keyness(route) => (route.target.clone(), route.fold),
        Route::Keywords(route) if !route.id.is_empty() => (Scope::Stories(vec![route.id.clone()]), false),
        Route::Concordance(route) => (route.scope.clone(), route.fold),
        Route::Collocates(route) => (route.scope.clone(), route.fold),
        Route::Similarity(route) => (route.scope.clone(), false),
        Route::Sources(route) => (route.scope.clone(), false),
        _ => (Scope::All, false),
    }
}

/// Returns the story of a scope that names exactly one.
fn one(scope: &Scope) -> Option<String> {
    match scope.named() {
        [id] => Some(id.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stories_go_along_from_tab_to_tab() {
        let scope = Scope::Stories(vec!["003-1".into()]);
        let words = Route::Words(WordsRoute { scope: scope.clone(), fold: true, ..WordsRoute::default() });
        for (_, other) in beside(&words) {
            assert_eq!(common(&other).0, scope);
            assert_eq!(other.view(), Some(View::Words));
        }
        assert_eq!(key(&words), Some(key!("tab-words")));
        assert_eq!(key(&Route::About), None);
    }

    #[test]
    fn the_stories_of_a_comparison_go_along() {
        let ids = vec!["003-1".to_owned(), "004-1".to_owned(), "000-1".to_owned()];
        let several = Route::Witnesses(WitnessesRoute { ids: ids.clone(), ..WitnessesRoute::default() });
        let found = beside(&several);
        assert!(found.iter().all(|(_, route)| route.view() == Some(View::Compare)));
        assert!(found.iter().any(|(_, route)| matches!(route, Route::Report(report) if report.ids == ids)));
        assert!(found.iter().any(|(_, route)| matches!(route, Route::Compare(pair) if pair.b == "004-1")));
    }

    #[test]
    fn the_pair_goes_along_to_its_dot_plot_and_back() {
        let pair = CompareRoute { a: "003-1".into(), b: "004-1".into(), ..CompareRoute::default() };
        let tabs = beside(&Route::Compare(pair.clone()));
        let dots = tabs.iter().find(|(key, _)| *key == key!("tab-dots")).map(|(_, route)| route.clone());
        assert_eq!(dots.as_ref().map(Route::href).as_deref(), Some("#/dots/003-1/004-1"));
        assert!(
            dots.is_some_and(|dots| beside(&dots).contains(&(key!("tab-compare"), Route::Compare(pair))))
        );
        assert!(tabs.contains(&(
            key!("tab-sources"),
            Route::Sources(SourcesRoute { id: "003-1".into(), ..SourcesRoute::default() })
        )));
    }

    #[test]
    fn the_node_goes_along_too() {
        let lines =
            Route::Concordance(ConcordanceRoute { node: "合作".into(), ..ConcordanceRoute::default() });
        assert!(
            beside(&lines)
                .iter()
                .any(|(_, route)| matches!(route, Route::Collocates(near) if near.node == "合作"))
        );
    }
}
