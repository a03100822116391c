//! The reducer, one event at a time.

use super::*;
use crate::engine::{
    Answer, Ask, EngineError, LexiconInfo, Query, StoryListQuestion, StoryQuestion, StoryTextQuestion,
};
use crate::ui::i18n::key;
use crate::worker::Stage;

fn text(id: &str) -> Query {
    StoryTextQuestion { id: id.into() }.into()
}

fn after(actions: Vec<Action>) -> AppState {
    let mut state = AppState::default();
    actions.into_iter().for_each(|action| state.apply(action));
    state
}

#[test]
fn a_query_is_asked_then_answered() {
    let asked = after(vec![Action::Asked(text("1"))]);
    assert!(asked.is_waiting());
    let answered =
        after(vec![Action::Asked(text("1")), Action::Answered(text("1"), Ok(Answer::Text("文".into())))]);
    assert!(!answered.is_waiting());
    assert!(matches!(answered.slot(&text("1")), Some(Slot::Answered(Held::Text(_)))));
}

#[test]
fn the_list_of_all_stories_is_kept_apart() {
    let all: Query = StoryListQuestion {}.into();
    let state = after(vec![Action::Answered(all, Ok(Answer::StoryList(Vec::new())))]);
    assert!(state.stories.is_some_and(|rows| rows.is_empty()));
}

#[test]
fn a_failure_stands_until_it_is_retried() {
    let failure = Failure::Engine(EngineError::UnknownStory { id: "x".into() });
    let asked = StoryQuestion { id: "x".into() }.query();
    let query = Query::from(asked.clone());
    let mut state = after(vec![Action::Answered(query.clone(), Err(failure.clone()))]);
    assert_eq!(state.answer(&asked), Loaded::Failed(failure));
    state.apply(Action::Retry(query.clone()));
    assert_eq!(state.slot(&query), None);
}

#[test]
fn old_answers_make_room_and_open_questions_stay() {
    let mut state = after(vec![Action::Asked(text("open"))]);
    for number in 0..2 * KEPT {
        state.apply(Action::Answered(text(&number.to_string()), Ok(Answer::Text(String::new()))));
    }
    assert_eq!(state.slots.len(), KEPT);
    assert_eq!(state.slot(&text("open")), Some(&Slot::Asked));
    assert_eq!(state.slot(&text("0")), None);
}

#[test]
fn what_the_page_is_made_of_never_makes_room() {
    let answer = |id: &str| Action::Answered(text(id), Ok(Answer::Text(String::new())));
    let mut state = after(vec![Action::Wanted(vec![text("page")]), answer("page")]);
    for number in 0..2 * KEPT {
        state.apply(answer(&number.to_string()));
    }
    assert!(state.slot(&text("page")).is_some());
    assert_eq!(state.slots.len(), KEPT);
}

#[test]
fn progress_ends_with_what_it_was_about() {
    let whole = Progress { stage: Stage::Model, done: 2, total: 2 };
    assert!(whole.has_come() && Progress::come(Stage::Model).has_come());
    assert!(!Progress { stage: Stage::Stories, ..whole }.has_come());
    let progress = Progress { stage: Stage::Model, done: 1, total: 2 };
    let loading = Action::Client(ClientEvent::Progress(progress));
    let mut state = after(vec![loading]);
    assert!(state.progress.is_some());
    let lexicon = LexiconInfo { entries: 1, sha256: String::new() };
    state.apply(Action::Client(ClientEvent::Ready(Ready { stories: 26, lexicon })));
    assert!(state.progress.is_none());
    assert!(matches!(state.engine, EngineState::Ready(_)));
}

#[test]
fn the_same_notice_is_shown_once() {
    let notice =
        Notice { severity: Severity::Info, key: key!("notice-copied"), arguments: Vec::new(), action: None };
    let mut state = after(vec![Action::Tell(notice.clone()), Action::Tell(notice)]);
    assert_eq!(state.notices.len(), 1);
    state.apply(Action::Dismiss(0));
    state.apply(Action::Dismiss(7));
    assert!(state.notices.is_empty());
}

#[test]
fn reading_one_side_keeps_the_pair() {
    let subject = |actions| after(actions).subject;
    let pair = || Action::Compared("1".into(), "2".into());
    let kept = subject(vec![pair(), Action::Read("2".into())]);
    assert_eq!((kept.story.as_str(), kept.a.as_str(), kept.b.as_str()), ("2", "1", "2"));
    let left = subject(vec![pair(), Action::Read("3".into())]);
    assert_eq!((left.a.as_str(), left.b.as_str()), ("3", ""));
}

#[test]
fn a_story_that_is_not_there_is_not_remembered() {
    let all = || Action::Answered(StoryListQuestion {}.into(), Ok(Answer::StoryList(Vec::new())));
    let early = after(vec![Action::Read("nope".into()), all()]);
    assert_eq!(early.subject, Subject::default());
    let late = after(vec![all(), Action::Compared("nope".into(), "no".into())]);
    assert_eq!(late.subject, Subject::default());
}

#[test]
fn how_the_storage_is_stays_until_it_is_otherwise() {
    use crate::view::Unkept;
    let storage = |state| Action::Client(ClientEvent::Storage(state));
    let failing = StorageState::Failing { why: Unkept::Full, texts: 2, entries: 0 };
    let mut state = after(vec![storage(StorageState::Kept)]);
    assert!(state.notices.is_empty(), "that all is well is not said at every start");
    state.apply(storage(failing.clone()));
    assert_eq!(state.storage, failing);
    state.apply(storage(StorageState::Kept));
    assert_eq!(state.notices.last().map(|notice| notice.key), Some(key!("notice-storage-back")));
}

#[test]
fn nothing_on_the_screen_outlives_a_clearing() {
    let set = |setting, value: &str| Action::Set(setting, Some(value.to_owned()));
    let before = || {
        vec![
            set(Setting::Reference, "的\t5"),
            set(Setting::StopWords, "的"),
            set(Setting::Language, "en"),
            Action::Session(Some(Shared::new(SessionOpened::default()))),
            Action::Pick(Some(StoryPlace { id: "u1-1".into(), start: 0, end: 2 })),
        ]
    };
    for clearing in [Action::Forget, Action::Client(ClientEvent::Cleared)] {
        let mut state = after(before());
        assert!(state.reference_list.is_some() && state.stop_words.is_some());
        state.apply(clearing);
        assert!(state.reference_list.is_none() && state.stop_words.is_none());
        assert!(state.session.is_none() && state.picked.is_none());
        assert_eq!(state.language, Language::English, "a sentence goes on in its language");
    }
}
