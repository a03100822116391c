//! What the page knows, and how each event changes it. Pure: no markup, no browser.

mod held;
mod import;
#[cfg(test)]
mod tests;

pub use held::{Held, Part};
pub use import::{Import, ImportStep};

use std::rc::Rc;

use yew::Reducible;

use super::i18n::Language;
use super::shared::Shared;
use super::theme::Theme;
use crate::corpus::Scope;
use crate::engine::{Answer, Query, Question, Ready};
use crate::view::{StoryPlace, StoryRow, TextRow};
use crate::worker::{ClientEvent, Failure, Progress, WorkerFailure};

/// Answers kept; a reader who goes back further waits a few milliseconds again.
const KEPT: usize = 40;

/// Everything the page knows beside its address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppState {
    /// The language of the page's own words.
    pub language: Language,
    /// Light, dark, or as the system has it.
    pub theme: Theme,
    /// How far the analysis thread is.
    pub engine: EngineState,
    /// The last thing said about something long.
    pub progress: Option<Progress>,
    /// Every story loaded, once known.
    pub stories: Option<Shared<Vec<StoryRow>>>,
    /// The reader's own texts, once known.
    pub texts: Option<Shared<Vec<TextRow>>>,
    /// The files the reader gave last, and what has become of them.
    pub import: Option<Import>,
    /// What happened that the reader has not put away.
    pub notices: Vec<Notice>,
    /// The stories last looked at, so that a change of view keeps them.
    pub subject: Subject,
    /// The place whose words the reader is correcting.
    pub picked: Option<StoryPlace>,
    /// The reader's list of words and frequencies that targets can be held against.
    pub reference_list: Option<Rc<str>>,
    slots: Vec<(Query, Slot)>,
    /// What the page on the screen is made of, which never makes room.
    wanted: Vec<Query>,
}

/// How far the analysis thread is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum EngineState {
    /// It is starting.
    #[default]
    Loading,
    /// It answers.
    Ready(Ready),
    /// It never will.
    Failed(WorkerFailure),
}

/// Something to tell the reader once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How urgent it is.
    pub severity: Severity,
    /// The message.
    pub key: &'static str,
    /// What fills it in.
    pub arguments: Vec<(&'static str, String)>,
    /// What the reader can do about it.
    pub action: Option<NoticeAction>,
}

/// What a reader can do about a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Take the last change of the dictionary back.
    UndoDictionary,
}

/// How urgent a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Good to know.
    Info,
    /// Something did not work.
    Error,
}

/// The stories last looked at, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The one last read.
    pub story: String,
    /// The first of the pair last compared.
    pub a: String,
    /// The second of that pair.
    pub b: String,
}

impl Subject {
    /// A story of the pair leaves the pair as it is, so that reading one side and going back loses nothing.
    fn read(&mut self, id: String) {
        if id != self.a && id != self.b {
            self.a.clone_from(&id);
            self.b.clear();
        }
        self.story = id;
    }

    fn compare(&mut self, a: String, b: String) {
        if self.story != a && self.story != b {
            self.story.clone_from(&a);
        }
        (self.a, self.b) = (a, b);
    }
}

/// What became of a query.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// It was sent.
    Asked,
    /// It was answered.
    Answered(Held),
    /// It was answered before words were cut otherwise: what is shown until it is asked again.
    Stale(Held),
    /// It was sent again; what was answered before is shown meanwhile.
    AskedAgain(Held),
    /// It has no answer.
    Failed(Failure),
}

impl Slot {
    fn is_under_way(&self) -> bool {
        matches!(self, Self::Asked | Self::AskedAgain(_))
    }
}

/// What a page waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded<T> {
    /// Not here yet.
    Waiting,
    /// Here.
    Here(Shared<T>),
    /// Not to be had.
    Failed(Failure),
}

/// Something happened.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "an action is made, moved once and gone")]
pub enum Action {
    /// The analysis thread said something of itself.
    Client(ClientEvent),
    /// The page on the screen is made of these.
    Wanted(Vec<Query>),
    /// A query was sent.
    Asked(Query),
    /// A query came back.
    Answered(Query, Result<Answer, Failure>),
    /// A query is to be sent again.
    Retry(Query),
    /// Another language was chosen.
    Speak(Language),
    /// Another theme was chosen.
    Dress(Theme),
    /// A story was read.
    Read(String),
    /// Two stories were compared.
    Compared(String, String),
    /// A place is to be corrected, or none any more.
    Pick(Option<StoryPlace>),
    /// The reader put a notice away.
    Dismiss(usize),
    /// The reader gave a list of words and frequencies, or took it back.
    Refer(Option<Rc<str>>),
    /// There is something to tell.
    Tell(Notice),
    /// Files are on their way in.
    Import(ImportStep),
    /// The own texts are others now, also while files are on their way in.
    Refresh,
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(mut self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::make_mut(&mut self).apply(action);
        self
    }
}

impl AppState {
    /// The state before anything happened, as the reader left it last time.
    pub fn new(language: Language, theme: Theme) -> Self {
        Self { language, theme, ..Self::default() }
    }

    /// The state after `action`.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Client(event) => self.hear(event),
            Action::Wanted(queries) => self.wanted = queries,
            Action::Asked(query) => {
                let slot = match self.slot(&query) {
                    Some(Slot::Stale(held) | Slot::AskedAgain(held)) => Slot::AskedAgain(held.clone()),
                    _ => Slot::Asked,
                };
                self.put(query, slot);
            }
            Action::Answered(query, result) => self.receive(query, result),
            Action::Retry(query) => self.slots.retain(|(known, _)| *known != query),
            Action::Speak(language) => self.language = language,
            Action::Dress(theme) => self.theme = theme,
            Action::Read(id) if self.may_be(&id) => self.subject.read(id),
            Action::Compared(a, b) if self.may_be(&a) && self.may_be(&b) => self.subject.compare(a, b),
            Action::Read(_) | Action::Compared(..) => {}
            Action::Dismiss(place) if place < self.notices.len() => {
                self.notices.remove(place);
            }
            Action::Dismiss(_) => {}
            Action::Pick(place) => self.picked = place,
            Action::Refer(list) => self.reference_list = list,
            Action::Tell(notice) => self.tell(notice),
            Action::Import(step) => self.import(step),
            Action::Refresh => self.grow_stale(),
        }
    }

    /// Whether a story of this id may be there: one that is not must not come back in the next address.
    fn may_be(&self, id: &str) -> bool {
        self.stories.as_ref().is_none_or(|rows| rows.iter().any(|row| row.id == id))
    }

    /// What became of `query`, or nothing if it was never sent.
    pub fn slot(&self, query: &Query) -> Option<&Slot> {
        self.slots.iter().find(|(known, _)| known == query).map(|(_, slot)| slot)
    }

    /// Whether `query` is to be sent: it never was, or what came back is out of date.
    pub fn wants(&self, query: &Query) -> bool {
        matches!(self.slot(query), None | Some(Slot::Stale(_)))
    }

    /// Whether anything was sent that has not come back.
    pub fn is_waiting(&self) -> bool {
        self.slots.iter().any(|(_, slot)| slot.is_under_way())
    }

    /// The answer to `query`, as the view that is asked for.
    pub fn answer<T: Part>(&self, query: &Query) -> Loaded<T> {
        match self.slot(query) {
            Some(Slot::Answered(held) | Slot::Stale(held) | Slot::AskedAgain(held)) => {
                T::of(held).map_or(Loaded::Waiting, Loaded::Here)
            }
            Some(Slot::Failed(failure)) => Loaded::Failed(failure.clone()),
            Some(Slot::Asked) | None => Loaded::Waiting,
        }
    }

    fn hear(&mut self, event: ClientEvent) {
        match event {
            ClientEvent::Progress(progress) => self.progress = Some(progress),
            ClientEvent::Ready(ready) => {
                self.progress = None;
                self.engine = EngineState::Ready(ready);
            }
            ClientEvent::Failed(failure) => {
                self.progress = None;
                self.engine = EngineState::Failed(failure);
            }
            ClientEvent::Restarted => {
                self.progress = None;
                self.engine = EngineState::Loading;
            }
            // Thousands of files change the texts hundreds of times; what is shown follows when all are in.
            ClientEvent::TextsChanged if self.import.as_ref().is_some_and(|import| import.running) => {}
            ClientEvent::DictionaryChanged | ClientEvent::TextsChanged => self.grow_stale(),
            ClientEvent::LittleRoom { needed, free } => self.tell(Notice {
                severity: Severity::Info,
                key: "notice-little-room",
                arguments: vec![("needed", needed.to_string()), ("free", free.to_string())],
                action: None,
            }),
            ClientEvent::TextsLost { detail } => self.tell(Notice {
                severity: Severity::Error,
                key: "notice-texts-lost",
                arguments: vec![("detail", detail)],
                action: None,
            }),
            ClientEvent::DictionaryLost { detail } => self.tell(Notice {
                severity: Severity::Error,
                key: "notice-dictionary-lost",
                arguments: vec![("detail", detail)],
                action: None,
            }),
        }
    }

    fn import(&mut self, step: ImportStep) {
        let ended = matches!(step, ImportStep::Ended);
        match step {
            ImportStep::PutAway => self.import = None,
            step => self.import.get_or_insert_default().apply(step),
        }
        if ended {
            self.grow_stale();
            if !self.is_waiting() {
                self.progress = None;
            }
        }
    }

    /// Words are cut otherwise from now on. Answers are kept on the screen until better ones are here.
    fn grow_stale(&mut self) {
        self.slots.retain(|(_, slot)| !matches!(slot, Slot::Failed(_)));
        for (_, slot) in &mut self.slots {
            if let Slot::Answered(held) = slot {
                *slot = Slot::Stale(held.clone());
            }
        }
    }

    fn receive(&mut self, query: Query, result: Result<Answer, Failure>) {
        let slot = match result.map(Held::from) {
            Ok(held) => {
                if let (Question::Stories { scope: Scope::All }, Held::Stories(rows)) =
                    (&query.question, &held)
                {
                    self.stories = Some(rows.clone());
                    let Subject { story, a, b } = self.subject.clone();
                    if [story, a, b].iter().any(|id| !id.is_empty() && !self.may_be(id)) {
                        self.subject = Subject::default();
                    }
                }
                if let (Question::Texts, Held::Texts(rows)) = (&query.question, &held) {
                    self.texts = Some(rows.clone());
                }
                Slot::Answered(held)
            }
            Err(failure) => Slot::Failed(failure),
        };
        self.put(query, slot);
        if !self.is_waiting() {
            self.progress = None;
        }
    }

    /// The newest stand last; the oldest that came back make room.
    fn put(&mut self, query: Query, slot: Slot) {
        self.slots.retain(|(known, _)| *known != query);
        self.slots.push((query, slot));
        while self.slots.len() > KEPT {
            let may_go = |(query, slot): &(Query, Slot)| !slot.is_under_way() && !self.wanted.contains(query);
            let Some(oldest) = self.slots.iter().position(may_go) else { break };
            self.slots.remove(oldest);
        }
    }

    /// The same thing is not said twice; and what can be undone is only what was done last.
    fn tell(&mut self, notice: Notice) {
        self.notices.retain(|known| {
            *known != notice && (known.action.is_none() || notice.severity != Severity::Info)
        });
        self.notices.push(notice);
    }
}
