//! From a route to the queries it needs, and from queries to answers in the state.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::events::Events;
use super::files::Picked;
use super::import::Importer;
use super::routes::{
    CompareRoute, ConcordanceRoute, DictionaryRoute, DotsRoute, KeynessRoute, KeywordsRoute, ReadRoute,
    Reference, ReportRoute, Route, SegmentersRoute, SourcesRoute, TextRoute, WitnessesRoute,
};
use super::state::{Action, AppState, Notice, Severity, Subject};
use super::{comparisons, labels, questions, scopes};
use crate::corpus::{Mode, Scope, Units};
use crate::engine::{
    Answer, DictionaryEdit, Passage, Query, Question, StopWords, TextEdit, WordListQuestion,
};
use crate::ingest::{Encoding, PageEdit};
use crate::view::{DictionaryChange, SessionChange, StoryRow, TextChange};
use crate::worker::{Client, ImportOptions, Ticket};

/// Words listed beside a story.
const TOP_WORDS: u32 = 24;

/// Asks, and can take back what it asked.
#[derive(Clone)]
pub(super) struct Asker {
    client: Client,
    state: UseReducerDispatcher<AppState>,
    importer: Importer,
    tickets: Rc<RefCell<Vec<(Query, Ticket)>>>,
}

impl PartialEq for Asker {
    fn eq(&self, other: &Self) -> bool {
        self.client == other.client
    }
}

impl Asker {
    /// Asks through `client` and reports to `state`.
    pub(super) fn new(client: Client, state: UseReducerDispatcher<AppState>) -> Self {
        let importer = Importer::new(client.clone(), state.clone());
        Self { client, state, importer, tickets: Rc::default() }
    }

    /// Sends a query.
    pub(super) fn ask(&self, query: Query) {
        self.state.dispatch(Action::Asked(query.clone()));
        let (state, tickets, asked) = (self.state.clone(), Rc::clone(&self.tickets), query.clone());
        let ticket = self.client.ask(query.clone(), move |result| {
            tickets.borrow_mut().retain(|(known, _)| *known != asked);
            state.dispatch(Action::Answered(asked, result));
        });
        self.tickets.borrow_mut().push((query, ticket));
    }

    /// Edits the reader's dictionary, and says when it is done, under the message `done`.
    pub(super) fn edit(&self, edit: DictionaryEdit, done: &'static str) {
        self.edit_then(edit, done, |_| ());
    }

    /// The same; then calls `then` with what was done.
    pub(super) fn edit_then(
        &self,
        edit: DictionaryEdit,
        done: &'static str,
        then: impl FnOnce(&DictionaryChange) + 'static,
    ) {
        let state = self.state.clone();
        let undoable = !matches!(edit, DictionaryEdit::Undo);
        // Not among the queries that are remembered: an edit is no question, and may hold a whole file.
        self.client.ask(Question::EditDictionary { edit }.into(), move |result| match result {
            Ok(Answer::DictionaryChange(change)) => {
                state.dispatch(Action::Tell(labels::edited(&change, done, undoable)));
                then(&change);
            }
            Ok(_) => {}
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// The reader's dictionary as a file.
    pub(super) fn export(&self, then: impl FnOnce(String) + 'static) {
        let state = self.state.clone();
        self.client.ask(Question::ExportDictionary.into(), move |result| match result {
            Ok(Answer::Text(file)) => then(file),
            Ok(_) => {}
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Edits the reader's own texts; then calls `then` with what was done. A failure is told.
    pub(super) fn edit_texts(&self, edit: TextEdit, then: impl FnOnce(&TextChange) + 'static) {
        let state = self.state.clone();
        self.client.ask(Question::EditTexts { edit }.into(), move |result| match result {
            Ok(Answer::TextChange(change)) => {
                state.dispatch(Action::Refresh);
                if let Some(notice) = labels::unkept(&change) {
                    state.dispatch(Action::Tell(notice));
                }
                then(&change);
            }
            Ok(_) => {}
            Err(failure) => {
                // The page it was made for may be another by now.
                state.dispatch(Action::Refresh);
                state.dispatch(Action::Tell(labels::failure(&failure)));
            }
        });
    }

    /// Corrects one of them.
    pub(super) fn correct_text(&self, id: &str, revision: u32, edit: PageEdit) {
        let (id, revision) = (id.to_owned(), Some(revision));
        self.edit_texts(TextEdit::Edit { id, revision, edit }, |_| ());
    }

    /// Takes files in.
    pub(super) fn import(&self, files: Vec<Picked>, options: &ImportOptions) {
        self.importer.take(files, options);
    }

    /// Takes out every own text and every entry of the dictionary.
    pub(super) fn clear_everything(&self) {
        self.importer.stop();
        let asker = self.clone();
        self.edit_texts(TextEdit::RemoveAll, move |_| {
            let told = asker.clone();
            let clear = Question::EditDictionary { edit: DictionaryEdit::Clear };
            asker.client.ask(clear.into(), move |result| match result {
                Ok(_) => told.tell("notice-all-cleared"),
                Err(failure) => told.dispatch(Action::Tell(labels::failure(&failure))),
            });
        });
    }

    /// Tells the reader something in passing.
    pub(super) fn tell(&self, key: &'static str) {
        let (severity, arguments, action) = (Severity::Info, Vec::new(), None);
        self.dispatch(Action::Tell(Notice { severity, key, arguments, action }));
    }

    /// Hands an action to the state.
    pub(super) fn dispatch(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// Takes no more of them in.
    pub(super) fn stop_import(&self) {
        self.importer.stop();
    }

    /// Own texts, dictionary and settings as a file.
    pub(super) fn export_session(
        &self,
        settings: Vec<(String, String)>,
        then: impl FnOnce(String) + 'static,
    ) {
        let state = self.state.clone();
        self.client.ask(Question::ExportSession { settings }.into(), move |result| match result {
            Ok(Answer::Text(file)) => then(file),
            Ok(_) => {}
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Opens such a file.
    pub(super) fn import_session(&self, json: String, then: impl FnOnce(&SessionChange) + 'static) {
        let state = self.state.clone();
        self.client.ask(Question::ImportSession { json }.into(), move |result| match result {
            Ok(Answer::SessionChange(change)) => {
                state.dispatch(Action::Refresh);
                then(&change);
            }
            Ok(_) => {}
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// A comparison as a file.
    pub(super) fn export_comparison(&self, query: Query, then: impl FnOnce(String) + 'static) {
        let state = self.state.clone();
        self.client.ask(query, move |result| match result {
            Ok(Answer::Text(file)) => then(file),
            Ok(_) => {}
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Takes a query back, if it is still under way.
    pub(super) fn cancel(&self, query: &Query) {
        let ticket =
            self.tickets.borrow().iter().find(|(known, _)| known == query).map(|(_, ticket)| *ticket);
        if let Some(ticket) = ticket {
            self.client.cancel(ticket);
        }
    }

    /// Forgets what became of a query, upon which the page asks again.
    pub(super) fn retry(&self, query: &Query) {
        self.state.dispatch(Action::Retry(query.clone()));
    }
}

/// The query of the list of stories, which every page needs.
pub(super) fn stories() -> Query {
    Question::Stories { scope: Scope::All }.into()
}

/// The query of the reader's own texts, which name pages everywhere.
pub(super) fn texts() -> Query {
    Question::Texts.into()
}

/// The query of one of them.
pub(super) fn text_page(route: &TextRoute) -> Query {
    Question::TextPage { id: route.id.clone() }.into()
}

/// The query of its beginning in another encoding.
pub(super) fn preview(id: &str, encoding: Encoding) -> Query {
    Question::PreviewEncoding { id: id.to_owned(), encoding }.into()
}

/// The query of a story's text.
pub(super) fn story(route: &ReadRoute) -> Query {
    Question::Story { id: route.id.clone() }.over(route.units)
}

/// The query of the words beside a story.
pub(super) fn top_words(route: &ReadRoute) -> Query {
    Question::WordList(WordListQuestion {
        scope: scopes::story(&route.id),
        stop_words: StopWords::LeaveOut,
        min_frequency: 2,
        limit: Some(TOP_WORDS),
        ..WordListQuestion::default()
    })
    .over(route.units)
}

/// The query of the places of the word that is looked up beside a story.
pub(super) fn places(route: &ReadRoute) -> Option<Query> {
    let node = route.word.clone()?;
    Some(questions::places_beside(&ConcordanceRoute {
        node,
        units: route.units,
        ..ConcordanceRoute::default()
    }))
}

/// The query of the words in doubt, where they are asked for. It is about words even where terms are counted.
pub(super) fn doubts(route: &ReadRoute) -> Option<Query> {
    let known = route.doubts && route.units.mode == Mode::Accurate;
    known.then(|| Question::Doubts { id: route.id.clone() }.into())
}

/// The query of the frequencies the word that is looked up may have.
pub(super) fn frequency_range(route: &ReadRoute) -> Option<Query> {
    // Terms have no margins.
    let word = route.word.clone().filter(|_| route.units == Units::default())?;
    Some(Question::FrequencyRange { word, scope: Scope::All }.into())
}

/// The query of a text as two segmenters cut it.
pub(super) fn segmentations(route: &SegmentersRoute, passage: Passage) -> Query {
    let of = |mode: Mode| Units { mode, ..Units::default() };
    Question::Segmentations { passage, other: of(route.b) }.over(of(route.a))
}

/// The query of the reader's dictionary.
pub(super) fn dictionary(route: &DictionaryRoute) -> Query {
    /// Rows listed at most: what is beyond them is found by searching.
    const LISTED: u32 = 100_000;
    let DictionaryRoute { filter, sort } = route.clone();
    Question::Dictionary { filter, sort, limit: Some(LISTED) }.into()
}

/// Every query a route needs, with the reader's list of words and frequencies where there is one. A route that names
/// no story waits for the list of stories; see [`settle`].
pub(super) fn queries(route: &Route, rows: Option<&[StoryRow]>, list: Option<&str>) -> Vec<Query> {
    let mut wanted = vec![stories(), texts()];
    match route {
        Route::Read(route) if !route.id.is_empty() => {
            wanted.extend([story(route), top_words(route)]);
            wanted.extend(places(route));
            wanted.extend(doubts(route));
            wanted.extend(frequency_range(route));
        }
        Route::Compare(route) if !route.a.is_empty() && !route.b.is_empty() => {
            wanted.push(comparisons::pair(route))
        }
        Route::Witnesses(route) => wanted.extend(comparisons::witnesses(route)),
        Route::Report(route) => wanted.extend(comparisons::report(route)),
        Route::Segmenters(route) if !route.id.is_empty() => {
            wanted.push(segmentations(route, Passage::Story(route.id.clone())));
        }
        Route::Similarity(route) => wanted.push(questions::similarity(route)),
        Route::Dots(route) => wanted.extend(questions::dots(route)),
        Route::Sources(route) => wanted.extend(questions::sources(route)),
        Route::Dictionary(route) => wanted.push(dictionary(route)),
        Route::Words(route) => wanted.push(questions::words(route)),
        Route::Phrases(route) => wanted.push(questions::phrases(route)),
        Route::Terms(route) => wanted.push(questions::terms(route)),
        Route::Measures(route) => wanted.push(questions::measures(route)),
        Route::Keyness(route) => {
            wanted.extend(rows.and_then(|rows| questions::keyness(route, rows, list)));
        }
        Route::Keywords(route) => wanted.extend(questions::keywords(route)),
        Route::Concordance(route) => wanted.extend(questions::concordance(route)),
        Route::Collocates(route) => {
            if let Some((query, beside)) = questions::collocates(route) {
                wanted.push(query);
                wanted.extend(beside);
            }
        }
        Route::Text(route) => wanted.push(text_page(route)),
        _ => {}
    }
    wanted
}

/// The route with stories filled in where it names none: those last looked at, or the first pair on one event.
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
            // Everything against the rest would be everything against nothing.
            let pair = settle_pair(&CompareRoute::default(), subject, events, rows);
            if pair.a.is_empty() || pair.b.is_empty() {
                return route.clone();
            }
            let reference = Reference::Scope(scopes::story(&pair.b));
            Route::Keyness(KeynessRoute { target: scopes::story(&pair.a), reference, ..table.clone() })
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

/// The stories of a pair; none unless both are known.
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
        assert_eq!(table.target, scopes::story("003-1"));
        assert_eq!(table.reference, Reference::Scope(scopes::story("004-1")));
    }

    #[test]
    fn an_empty_node_asks_nothing() {
        assert_eq!(
            queries(&Route::Concordance(ConcordanceRoute::default()), None, None),
            [stories(), texts()]
        );
    }
}
