//! Routes that name no story, completed with the last subject or with the first pair on one event. Pure.

use crate::corpus::Scope;
use crate::ui::comparing::events::Events;
use crate::ui::routes::{
    CompareRoute, DotsRoute, KeynessRoute, KeywordsRoute, ReadRoute, Reference, ReportRoute, Route,
    SourcesRoute, WitnessesRoute,
};
use crate::ui::state::Subject;
use crate::view::StoryRow;

/// Fills in the stories a route does not name: those last viewed, or the first pair on one event.
pub(super) fn settle(route: &Route, subject: &Subject, events: &Events, rows: Option<&[StoryRow]>) -> Route {
    match route {
        Route::Home => Route::Compare(settle_pair(&CompareRoute::default(), subject, events, rows)),
        Route::Compare(pair) => Route::Compare(settle_pair(pair, subject, events, rows)),
        Route::Witnesses(several) if several.ids.is_empty() => {
            let ids = both(&settle_pair(&CompareRoute::default(), subject, events, rows));
            Route::Witnesses(WitnessesRoute { ids, ..several.clone() })
        }
        Route::Report(several) if several.ids.is_empty() => {
            let ids = both(&settle_pair(&CompareRoute::default(), subject, events, rows));
            Route::Report(ReportRoute { ids, ..several.clone() })
        }
        Route::Dots(dots) if dots.a.is_empty() || dots.b.is_empty() => {
            let pair = CompareRoute { a: dots.a.clone(), b: dots.b.clone(), ..CompareRoute::default() };
            let CompareRoute { a, b, .. } = settle_pair(&pair, subject, events, rows);
            Route::Dots(DotsRoute { a, b, ..dots.clone() })
        }
        Route::Sources(sources) if sources.id.is_empty() => {
            let last = Some(subject.story.clone()).filter(|id| !id.is_empty());
            let id = last.or_else(|| first(events, rows)).unwrap_or_default();
            Route::Sources(SourcesRoute { id, ..sources.clone() })
        }
        Route::Read(read) if read.id.is_empty() => {
            let last = Some(subject.story.clone()).filter(|id| !id.is_empty());
            let id = last.or_else(|| first(events, rows)).unwrap_or_default();
            Route::Read(ReadRoute { id, ..read.clone() })
        }
        Route::Keywords(keywords) if keywords.id.is_empty() => {
            let last = Some(subject.story.clone()).filter(|id| !id.is_empty());
            let id = last.or_else(|| first(events, rows)).unwrap_or_default();
            Route::Keywords(KeywordsRoute { id, ..keywords.clone() })
        }
        Route::Keyness(table) if table.target == Scope::All && table.reference == Reference::Rest => {
            // Everything compared with the rest would be everything compared with nothing.
            let pair = settle_pair(&CompareRoute::default(), subject, events, rows);
            if pair.a.is_empty() || pair.b.is_empty() {
                return route.clone();
            }
            let reference = Reference::Scope(Scope::story(&pair.b));
            Route::Keyness(KeynessRoute { target: Scope::story(&pair.a), reference, ..table.clone() })
        }
        other => other.clone(),
    }
}

fn settle_pair(
    pair: &CompareRoute,
    subject: &Subject,
    events: &Events,
    rows: Option<&[StoryRow]>,
) -> CompareRoute {
    let mut pair = pair.clone();
    if pair.a.is_empty() {
        let last = Some(subject.a.clone()).filter(|id| !id.is_empty());
        pair.a = last.or_else(|| first(events, rows)).unwrap_or_default();
    }
    if pair.b.is_empty() {
        let last = Some(subject.b.clone()).filter(|b| !b.is_empty() && *b != pair.a);
        let other = || Some(rows?.iter().find(|row| row.id != pair.a)?.id.clone());
        pair.b = last.or_else(|| events.partner(&pair.a)).or_else(other).unwrap_or_default();
    }
    pair
}

/// Returns the stories of a pair; empty unless both are known.
fn both(pair: &CompareRoute) -> Vec<String> {
    let known = !pair.a.is_empty() && !pair.b.is_empty();
    if known { vec![pair.a.clone(), pair.b.clone()] } else { Vec::new() }
}

fn first(events: &Events, rows: Option<&[StoryRow]>) -> Option<String> {
    events.first().map(|(a, _)| a).or_else(|| Some(rows?.first()?.id.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events() -> Events {
        Events::new([("003-1".to_owned(), "004-1".to_owned())])
    }

    #[test]
    fn home_is_the_first_pair_on_one_event() {
        let Route::Compare(pair) = settle(&Route::Home, &Subject::default(), &events(), None) else {
            panic!()
        };
        assert_eq!((pair.a.as_str(), pair.b.as_str()), ("003-1", "004-1"));
    }

    #[test]
    fn a_story_alone_is_compared_with_its_partner() {
        let alone = Route::Compare(CompareRoute { a: "004-1".into(), ..CompareRoute::default() });
        let Route::Compare(pair) = settle(&alone, &Subject::default(), &events(), None) else { panic!() };
        assert_eq!(pair.b, "003-1");
    }

    #[test]
    fn everything_is_never_held_against_nothing() {
        let bare = Route::Keyness(KeynessRoute::default());
        let Route::Keyness(table) = settle(&bare, &Subject::default(), &events(), None) else { panic!() };
        assert_eq!(table.target, Scope::story("003-1"));
        assert_eq!(table.reference, Reference::Scope(Scope::story("004-1")));
    }
}
