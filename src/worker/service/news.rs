//! What other windows changed, taken up and passed on to the page.

use std::rc::Rc;

use super::super::message::Reply;
use super::super::storage::{RemoteChanges, RemoteDictionary, RemotePages};
use super::{Service, post};
use crate::engine::{Engine, EngineError, PageRecord};
use crate::ingest::Page;

/// Kinds of things that another window changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Heard {
    pub(super) texts: bool,
    pub(super) words: bool,
    /// Whether everything was cleared.
    pub(super) cleared: bool,
}

impl Service {
    /// Takes up what other windows changed.
    pub(super) async fn apply_remote(self: &Rc<Self>) {
        let service = Rc::clone(self);
        let heard = self.with_storage(move |mut storage| async move {
            let heard = storage.read_remote().await.map(|news| {
                let mut engine = service.engine.borrow_mut();
                engine.as_mut().map(|engine| take_news(engine, news))
            });
            (storage, heard)
        });
        // A storage that is away is told of, and followed when it is back.
        if let Ok(Some(Ok(heard))) = heard.await {
            self.tell_heard(heard);
        }
        self.tell_storage();
    }

    /// Hears that another window cleared everything. Where the storage is open, it says so itself.
    pub(super) async fn apply_remote_clearing(self: &Rc<Self>) {
        if self.is_storage_open() {
            return self.apply_remote().await;
        }
        let cleared = self.engine.borrow_mut().as_mut().is_some_and(|engine| engine.clear().is_ok());
        // One that was found and not taken up was cleared as well.
        self.take_up_storage().await;
        self.tell_heard(Heard { texts: cleared, words: cleared, cleared });
        self.tell_storage();
    }

    /// Tells the page what other windows changed.
    pub(super) fn tell_heard(&self, heard: Heard) {
        if heard.cleared {
            self.keeping.clearings.set(self.keeping.clearings.get().wrapping_add(1));
            post(&self.port, &Reply::Cleared);
        }
        if heard.texts {
            post(&self.port, &Reply::TextsChanged);
        }
        if heard.words {
            post(&self.port, &Reply::DictionaryChanged);
        }
    }
}

/// Takes up what other windows changed.
pub(super) fn take_news(engine: &mut Engine, news: RemoteChanges) -> Result<Heard, EngineError> {
    let cleared = news.pages.cleared;
    if cleared {
        // Also what is not kept: whoever clears everything means all windows.
        engine.clear()?;
    }
    let texts = take_pages(engine, news.pages)? || cleared;
    let mut words = cleared;
    match news.dictionary {
        RemoteDictionary::Whole(whole) => words |= engine.apply_remote_dictionary(&whole)?,
        RemoteDictionary::Changes(changes) => {
            for change in changes {
                words |= engine.apply_remote(change)?;
            }
        }
    }
    Ok(Heard { texts, words, cleared })
}

/// Takes up pages; says whether that was anything. A record that cannot be read changes nothing.
fn take_pages(engine: &mut Engine, news: RemotePages) -> Result<bool, EngineError> {
    engine.reserve_pages(news.next);
    let mut pages: Vec<(u32, Option<Page>)> = Vec::with_capacity(news.pages.len());
    if news.whole {
        let there: Vec<u32> = news.pages.iter().map(|&(number, _)| number).collect();
        let gone = engine.page_numbers().into_iter().filter(|number| there.binary_search(number).is_err());
        pages.extend(gone.map(|number| (number, None)));
    }
    for (number, record) in news.pages {
        match record.map(PageRecord::page) {
            None => pages.push((number, None)),
            Some(Ok(page)) => pages.push((number, Some(page))),
            Some(Err(_)) => {}
        }
    }
    let any = !pages.is_empty();
    engine.follow_pages(pages)?;
    Ok(any)
}
