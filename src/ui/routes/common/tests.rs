//! The stories filled in where an address names none, and those that go along from tab to tab.

use super::super::{
    CollocatesRoute, CompareRoute, ConcordanceRoute, DotsRoute, KeynessRoute, Reference, Route, SourcesRoute,
    View, WitnessesRoute, WordsRoute,
};
use super::*;
use crate::ui::i18n::{MessageKey, key};

/// Settles a route before the stories are known, with one pair on one event.
fn settled(route: impl Into<Route>) -> Route {
    let events = Events::new([("003-1".to_owned(), "004-1".to_owned())]);
    let subject = Subject::default();
    route.into().settled(&Known { subject: &subject, events: &events, rows: None, corpora: &[], list: None })
}

#[test]
fn home_is_a_page_of_its_own() {
    assert_eq!(settled(Route::Home).href(), "#/");
}

#[test]
fn a_story_alone_is_compared_with_its_partner() {
    let alone = CompareRoute { a: "004-1".into(), ..CompareRoute::default() };
    assert_eq!(settled(alone).href(), "#/compare/004-1/003-1");
}

#[test]
fn several_stories_are_the_pair_if_none_is_named() {
    assert_eq!(settled(WitnessesRoute::default()).href(), "#/witnesses/003-1/004-1");
    let named = WitnessesRoute { ids: vec!["000-1".into()], ..WitnessesRoute::default() };
    assert_eq!(settled(named).href(), "#/witnesses/000-1");
}

#[test]
fn everything_is_never_compared_with_nothing() {
    let Route::Keyness(table) = settled(KeynessRoute::default()) else { panic!() };
    assert_eq!(table.target, Scope::story("003-1"));
    assert_eq!(table.reference, Reference::Scope(Scope::story("004-1")));
}

#[test]
fn the_stories_go_along_from_tab_to_tab() {
    let scope = Scope::Stories(vec!["003-1".into()]);
    let words =
        Route::from(WordsRoute { scope: scope.clone(), fold: FoldChoice::Variants, ..WordsRoute::default() });
    let tabs = words.beside();
    for mut other in tabs.clone() {
        assert_eq!(other.view(), Some(View::Words));
        assert_eq!(other.common().scope, Some(&mut scope.clone()));
    }
    let titles: Vec<MessageKey> = tabs.iter().map(Route::title).collect();
    assert_eq!(
        titles,
        [key!("tab-words"), key!("tab-phrases"), key!("tab-terms"), key!("tab-names"), key!("tab-measures")]
    );
    assert_eq!(Route::About.beside(), []);
}

#[test]
fn the_stories_of_a_comparison_go_along() {
    let ids = vec!["003-1".to_owned(), "004-1".to_owned(), "000-1".to_owned()];
    let several = Route::from(WitnessesRoute { ids: ids.clone(), ..WitnessesRoute::default() });
    let found = several.beside();
    assert!(found.iter().all(|route| route.view() == Some(View::Compare)));
    assert!(found.iter().any(|route| matches!(route, Route::Report(report) if report.ids == ids)));
    assert!(found.iter().any(|route| matches!(route, Route::Compare(pair) if pair.b == "004-1")));
}

#[test]
fn the_pair_goes_along_to_its_dot_plot_and_back() {
    let (a, b) = ("003-1".to_owned(), "004-1".to_owned());
    let pair = Route::from(CompareRoute { a: a.clone(), b: b.clone(), ..CompareRoute::default() });
    let dots = Route::from(DotsRoute { a: a.clone(), b, ..DotsRoute::default() });
    let tabs = pair.beside();
    assert!(tabs.contains(&dots) && dots.beside().contains(&pair));
    assert!(tabs.contains(&SourcesRoute { id: a, ..SourcesRoute::default() }.into()));
}

#[test]
fn the_node_goes_along_too() {
    let lines = Route::from(ConcordanceRoute { node: "合作".into(), ..ConcordanceRoute::default() });
    assert!(
        lines
            .beside()
            .contains(&CollocatesRoute { node: "合作".into(), ..CollocatesRoute::default() }.into())
    );
}

#[test]
fn the_usual_scope_is_the_readers_own_once_there_are_own_texts() {
    let row = |page: &str| StoryRow {
        id: format!("{page}-1"),
        page: page.into(),
        paper: String::new(),
        date: String::new(),
        series: String::new(),
        file: String::new(),
        tags: Vec::new(),
        headline: String::new(),
        opening: String::new(),
        characters: 1,
        tokens: 1,
    };
    let corpora =
        [crate::ui::scopes::named("甲", &Scope::own(true)), crate::ui::scopes::named("乙", &Scope::All)];
    let (subject, events) = (Subject::default(), Events::default());
    let settle = |route: Route, rows: &[StoryRow]| {
        route.settled(&Known {
            subject: &subject,
            events: &events,
            rows: Some(rows),
            corpora: &corpora,
            list: None,
        })
    };
    let words = |address: &str, rows: &[StoryRow]| settle(Route::parse(address), rows).href();
    assert_eq!(words("#/words", &[row("u1"), row("003")]), "#/words?scope=own:1");
    assert_eq!(words("#/words?scope=blocks:headline", &[row("u1")]), "#/words?scope=own:1;blocks:headline");
    assert_eq!(words("#/words?scope=all", &[row("u1")]), "#/words?scope=all");
    assert_eq!(words("#/words", &[row("003")]), "#/words");
    let Route::Keyness(table) = settle(KeynessRoute::default().into(), &[row("u1")]) else { panic!() };
    assert_eq!([Some(&table.target), scope_of(&table.reference)], [corpora.first(), corpora.last()]);
}

fn scope_of(reference: &Reference) -> Option<&Scope> {
    if let Reference::Scope(scope) = reference { Some(scope) } else { None }
}
