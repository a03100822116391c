//! The state of the page, and its change on each event. Pure: no markup, no browser.

mod held;
mod import;
#[cfg(test)]
mod tests;
mod way_in;

pub use held::{Held, Kept};
pub use import::{Import, ImportStep};
pub use way_in::{BoxStep, TextBox, WayIn};

use std::rc::Rc;

use yew::Reducible;

use super::i18n::{Language, MessageKey, key};
use super::results::chart_place::ChartPlace;
use super::shared::Shared;
use super::shell::theme::Theme;
use crate::api::SessionOpened;
use crate::corpus::Scope;
use crate::engine::{Answer, Query, Question, Ready};
use crate::view::{ContentName, Setting, StorageState, StoryPlace, StoryRow, TextRow};
use crate::worker::{ClientEvent, Failure, Progress, WorkerFailure};

/// Maximum number of answers kept; going back further costs a few milliseconds again.
const KEPT: usize = 40;

/// Everything the page knows, except its address.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppState {
    /// The language of the interface.
    pub language: Language,
    /// The language of a reader who has not chosen one: the browser's.
    pub preferred: Language,
    /// Light, dark, or as the system prefers.
    pub theme: Theme,
    /// The state of the analysis thread.
    pub engine: EngineState,
    /// The last report of a long-running step.
    pub progress: Option<Progress>,
    /// Every story loaded, once known; the reader's own come first.
    pub stories: Option<Shared<Vec<StoryRow>>>,
    /// The reader's own texts, once known.
    pub texts: Option<Shared<Vec<TextRow>>>,
    /// The names of the reader's own texts in addresses, once known.
    pub names: Option<Shared<Vec<ContentName>>>,
    /// The files the reader gave last, and their outcome so far.
    pub import: Option<Import>,
    /// The two texts that the reader is about to compare.
    pub way_in: WayIn,
    /// Notices that the reader has not dismissed.
    pub notices: Vec<Notice>,
    /// The stories last viewed, so that a change of view keeps them.
    pub subject: Subject,
    /// The place whose words the reader is correcting.
    pub picked: Option<StoryPlace>,
    /// The reader's list of words and frequencies, as a reference to compare targets with.
    pub reference_list: Option<Rc<str>>,
    /// The reader's list of stop words, where it is another than the one that ships.
    pub stop_words: Option<Rc<str>>,
    /// The corpora that the reader named, as they are kept.
    pub corpora: Option<Rc<str>>,
    /// The columns left out of tables, as they are kept.
    pub columns: Option<Rc<str>>,
    /// Author, title and address of the own texts, as they are kept.
    pub own_corpus: Option<Rc<str>>,
    /// The place of charts.
    pub charts: ChartPlace,
    /// How the browser's storage is.
    pub storage: StorageState,
    /// Whether the page's files are kept for use without a network.
    pub offline: Offline,
    /// What came of the session file that was opened last, until it is put away.
    pub session: Option<Shared<SessionOpened>>,
    slots: Vec<(Query, Slot)>,
    /// The queries of the page on the screen, whose answers are never evicted.
    wanted: Vec<Query>,
}

/// The state of the analysis thread.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum EngineState {
    /// It is starting.
    #[default]
    Loading,
    /// It answers queries.
    Ready(Ready),
    /// It will never answer.
    Failed(WorkerFailure),
}

/// Whether the browser keeps the page's files for use without a network.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// Not known yet, or not tried: not on a machine's own server.
    #[default]
    Unknown,
    /// They are kept.
    Kept,
    /// Those of a newer build are kept, and the reader may change to it.
    Newer,
    /// They are not kept, for this reason.
    Refused(String),
}

/// A message to show to the reader once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The urgency.
    pub severity: Severity,
    /// The message.
    pub key: MessageKey,
    /// The arguments of the message.
    pub arguments: Vec<(&'static str, String)>,
    /// An action the reader can take.
    pub action: Option<NoticeAction>,
}

/// An action a reader can take on a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Undo the last change of the dictionary.
    UndoDictionary,
}

/// The urgency of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// For information.
    Info,
    /// A failure.
    Error,
}

/// The stories last viewed, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The story last read.
    pub story: String,
    /// The first of the pair last compared.
    pub a: String,
    /// The second of that pair.
    pub b: String,
    /// The scope last viewed.
    pub scope: Option<Scope>,
}

impl Subject {
    /// Records the story that is read. Reading one story of the pair leaves the pair unchanged.
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

/// The outcome of a query.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// It was sent.
    Asked,
    /// It was answered.
    Answered(Held),
    /// It was answered, but texts or dictionary changed since; shown until it is sent again.
    Stale(Held),
    /// It was sent again; the earlier answer is shown meanwhile.
    AskedAgain(Held),
    /// It has no answer.
    Failed(Failure),
}

impl Slot {
    fn is_under_way(&self) -> bool {
        matches!(self, Self::Asked | Self::AskedAgain(_))
    }
}

/// An answer that a page waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded<T> {
    /// Not arrived yet.
    Waiting,
    /// Arrived.
    Here(Shared<T>),
    /// Not available.
    Failed(Failure),
}

/// An event that changes the state.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "an action is made, moved once and gone")]
pub enum Action {
    /// The analysis thread reported about itself.
    Client(ClientEvent),
    /// The page on the screen needs these queries.
    Wanted(Vec<Query>),
    /// A query was sent.
    Asked(Query),
    /// A query was answered, or failed.
    Answered(Query, Result<Answer, Failure>),
    /// A query is to be sent again.
    Retry(Query),
    /// A story was read.
    Read(String),
    /// Two stories were compared.
    Compared(String, String),
    /// A scope was viewed.
    Scoped(Scope),
    /// A place is to be corrected, or none any more.
    Pick(Option<StoryPlace>),
    /// The reader dismissed a notice.
    Dismiss(usize),
    /// A setting changed, or was removed.
    Set(Setting, Option<String>),
    /// A session file was opened, or the report of it put away.
    Session(Option<Shared<SessionOpened>>),
    /// All texts, entries and settings of the reader were cleared.
    Forget,
    /// The page's files are kept, or not.
    Offline(Offline),
    /// A notice is to be shown.
    Tell(Notice),
    /// Files are being imported.
    Import(ImportStep),
    /// The texts to be compared change.
    Box(BoxStep),
    /// The own texts changed, possibly during an import.
    Refresh,
}

/// Returns the stories with those of the reader's own before the examples that ship.
pub(super) fn own_first(rows: &Shared<Vec<StoryRow>>) -> Shared<Vec<StoryRow>> {
    if rows.is_sorted_by_key(|row| !row.is_own()) {
        return rows.clone();
    }
    let (mut own, examples): (Vec<StoryRow>, Vec<StoryRow>) =
        rows.iter().cloned().partition(StoryRow::is_own);
    own.extend(examples);
    Shared::new(own)
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(mut self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::make_mut(&mut self).apply(action);
        self
    }
}

impl AppState {
    /// Creates the state of a page that was just opened by a reader whose browser prefers a language.
    pub fn new(preferred: Language) -> Self {
        Self { language: preferred, preferred, ..Self::default() }
    }

    /// Applies `action`.
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
            Action::Read(id) if self.may_be(&id) => self.subject.read(id),
            Action::Compared(a, b) if self.may_be(&a) && self.may_be(&b) => self.subject.compare(a, b),
            Action::Read(_) | Action::Compared(..) => {}
            Action::Scoped(scope) => self.subject.scope = Some(scope),
            Action::Dismiss(place) if place < self.notices.len() => {
                self.notices.remove(place);
            }
            Action::Dismiss(_) => {}
            Action::Pick(place) => self.picked = place,
            Action::Set(setting, value) => self.set(setting, value),
            Action::Session(opened) => self.session = opened,
            Action::Forget => self.forget(),
            Action::Offline(offline) => self.offline = offline,
            Action::Tell(notice) => self.tell(notice),
            Action::Import(step) => self.import(step),
            Action::Box(step) => {
                // The comparison that opens says what came of the files, unless something went wrong.
                let done = matches!(step, BoxStep::Done);
                self.import =
                    self.import.take().filter(|import| !done || import.running || import.is_faulty());
                self.way_in.apply(step);
            }
            Action::Refresh => self.grow_stale(),
        }
    }

    /// Returns true if a story of this id may exist; others must not come back in the next address.
    fn may_be(&self, id: &str) -> bool {
        self.stories.as_ref().is_none_or(|rows| rows.iter().any(|row| row.id == id))
    }

    /// Returns the outcome of `query`, or `None` if it was never sent.
    pub fn slot(&self, query: &Query) -> Option<&Slot> {
        self.slots.iter().find(|(known, _)| known == query).map(|(_, slot)| slot)
    }

    /// Returns true if `query` is to be sent: it never was, or its answer is stale.
    pub fn wants(&self, query: &Query) -> bool {
        matches!(self.slot(query), None | Some(Slot::Stale(_)))
    }

    /// Returns true if a query is not answered yet.
    pub fn is_waiting(&self) -> bool {
        self.slots.iter().any(|(_, slot)| slot.is_under_way())
    }

    /// Returns the answer to `query`.
    pub fn answer<Q: Kept>(&self, query: &Query<Q>) -> Loaded<Q::Answer> {
        match self.slot(&query.clone().into()) {
            Some(Slot::Answered(held) | Slot::Stale(held) | Slot::AskedAgain(held)) => {
                let wrong = || Loaded::Failed(Failure::Worker(WorkerFailure::WrongAnswer));
                Q::kept(held).map_or_else(wrong, Loaded::Here)
            }
            Some(Slot::Failed(failure)) => Loaded::Failed(failure.clone()),
            Some(Slot::Asked) | None => Loaded::Waiting,
        }
    }

    /// Returns true if writings of one word count as one in the answer to a query, if it is here.
    pub fn is_folded(&self, query: &Query) -> bool {
        match self.slot(query) {
            Some(Slot::Answered(held) | Slot::Stale(held) | Slot::AskedAgain(held)) => match held {
                Held::WordList(list) => list.folded,
                Held::Keyness(table) => table.folded,
                Held::Concordance(found) => found.folded,
                Held::Collocates(found) => found.folded,
                Held::Ngrams(found) | Held::Phrases(found) => found.folded,
                _ => false,
            },
            _ => false,
        }
    }

    fn hear(&mut self, event: ClientEvent) {
        match event {
            // A file that has come is no more on its way; what is done with it reports for itself.
            ClientEvent::Progress(progress) => {
                self.progress = Some(progress).filter(|progress| !progress.has_come())
            }
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
            // Thousands of files change the texts hundreds of times; the page is updated at the end.
            ClientEvent::TextsChanged if self.import.as_ref().is_some_and(|import| import.running) => {}
            ClientEvent::DictionaryChanged | ClientEvent::TextsChanged => self.grow_stale(),
            ClientEvent::LittleRoom { needed, free } => self.tell(Notice {
                severity: Severity::Info,
                key: key!("notice-little-room"),
                arguments: vec![("needed", needed.to_string()), ("free", free.to_string())],
                action: None,
            }),
            ClientEvent::MemoryFills { room } => self.tell(Notice {
                severity: Severity::Info,
                key: key!("notice-memory-fills"),
                arguments: vec![("room", room.to_string())],
                action: None,
            }),
            ClientEvent::UnkeptLost { detail } => self.tell(Notice {
                severity: Severity::Error,
                key: key!("notice-unkept-lost"),
                arguments: vec![("detail", detail)],
                action: None,
            }),
            ClientEvent::TextsLost { detail } => self.tell(Notice {
                severity: Severity::Error,
                key: key!("notice-texts-lost"),
                arguments: vec![("detail", detail)],
                action: None,
            }),
            ClientEvent::Storage(state) => {
                let before = std::mem::replace(&mut self.storage, state);
                if before != StorageState::Kept && self.storage == StorageState::Kept {
                    self.say(key!("notice-storage-back"));
                }
            }
            ClientEvent::Cleared => {
                self.forget();
                self.grow_stale();
                self.say(key!("notice-cleared-elsewhere"));
            }
        }
    }

    fn say(&mut self, key: MessageKey) {
        self.tell(Notice { severity: Severity::Info, key, arguments: Vec::new(), action: None });
    }

    fn set(&mut self, setting: Setting, value: Option<String>) {
        let value = value.as_deref();
        match setting {
            Setting::Language => self.language = value.and_then(Language::from_tag).unwrap_or(self.preferred),
            Setting::Theme => self.theme = value.and_then(Theme::from_name).unwrap_or_default(),
            Setting::Reference => self.reference_list = value.map(Into::into),
            Setting::StopWords => self.stop_words = value.map(Into::into),
            Setting::Corpora => self.corpora = value.map(Into::into),
            Setting::Columns => self.columns = value.map(Into::into),
            Setting::OwnCorpus => self.own_corpus = value.map(Into::into),
            Setting::Charts => self.charts = value.and_then(ChartPlace::from_name).unwrap_or_default(),
        }
    }

    /// Nothing of the reader's is left, and nothing on the screen is to say what it was.
    fn forget(&mut self) {
        (self.reference_list, self.stop_words, self.session, self.picked) = (None, None, None, None);
        (self.corpora, self.columns, self.own_corpus, self.subject.scope) = (None, None, None, None);
        self.way_in = WayIn::default();
        self.notices.clear();
    }

    fn import(&mut self, step: ImportStep) {
        let ended = matches!(step, ImportStep::Ended);
        match step {
            ImportStep::PutAway => self.import = None,
            step => self.import.get_or_insert_default().apply(step),
        }
        if ended {
            if let Some(Import { pages, story_ids, .. }) = &self.import {
                self.way_in.apply(BoxStep::Imported(way_in::by_page(pages, story_ids)));
            }
            self.grow_stale();
            if !self.is_waiting() {
                self.progress = None;
            }
        }
    }

    /// Marks answers as stale and forgets failures, since texts or dictionary changed. Stale answers are
    /// shown until new ones arrive.
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
                if let (Question::StoryList(_), Held::StoryList(rows)) = (&query.question, &held) {
                    self.stories = Some(own_first(rows));
                    let Subject { story, a, b, scope } = self.subject.clone();
                    if [story, a, b].iter().any(|id| !id.is_empty() && !self.may_be(id)) {
                        self.subject = Subject { scope, ..Subject::default() };
                    }
                    // A scope without a story would leave every view empty.
                    let rows = self.stories.as_deref().map_or(&[][..], Vec::as_slice);
                    if self
                        .subject
                        .scope
                        .as_ref()
                        .is_some_and(|scope| !rows.iter().any(|row| scope.holds(row)))
                    {
                        self.subject.scope = None;
                    }
                }
                if let (Question::Texts(_), Held::Texts(rows)) = (&query.question, &held) {
                    self.texts = Some(rows.clone());
                }
                if let (Question::ContentNames(_), Held::ContentNames(names)) = (&query.question, &held) {
                    self.rename(names);
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

    /// Takes over the names of own texts. Whatever draws links to stories has the stories among its properties, so that
    /// these are shared anew, and all links with them.
    fn rename(&mut self, names: &Shared<Vec<ContentName>>) {
        let before = self.names.replace(names.clone());
        if before.as_deref().map_or(&[][..], Vec::as_slice) != names.as_slice() {
            self.stories = self.stories.as_deref().cloned().map(Shared::new);
            self.texts = self.texts.as_deref().cloned().map(Shared::new);
        }
    }

    /// Stores an outcome as the newest; evicts the oldest that are complete and not on the screen.
    fn put(&mut self, query: Query, slot: Slot) {
        self.slots.retain(|(known, _)| *known != query);
        self.slots.push((query, slot));
        while self.slots.len() > KEPT {
            let may_go = |(query, slot): &(Query, Slot)| !slot.is_under_way() && !self.wanted.contains(query);
            let Some(oldest) = self.slots.iter().position(may_go) else { break };
            self.slots.remove(oldest);
        }
    }

    /// Adds a notice in place of an equal one. Information also replaces notices with an action, since only
    /// the last change can be undone.
    fn tell(&mut self, notice: Notice) {
        self.notices.retain(|known| {
            *known != notice && (known.action.is_none() || notice.severity != Severity::Info)
        });
        self.notices.push(notice);
    }
}
