//! The changes of other windows, applied here and reported to the page.

use std::rc::Rc;

use super::super::message::Reply;
use super::super::storage::{RemoteChanges, RemoteDictionary, RemotePages};
use super::{Service, post};
use crate::engine::{Engine, EngineError, PageRecord};
use crate::ingest::Page;

/// The effect of the changes of other windows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RemoteEffect {
    pub(super) texts: bool,
    pub(super) words: bool,
    /// True if everything was cleared.
    pub(super) cleared: bool,
}

impl Service {
    /// Applies the changes of other windows.
    pub(super) async fn apply_remote(self: &Rc<Self>) {
        let service = Rc::clone(self);
        let effect = self.with_storage(move |mut storage| async move {
            let effect = storage.read_remote().await.map(|changes| {
                let mut engine = service.engine.borrow_mut();
                engine.as_mut().map(|engine| apply_changes(engine, changes))
            });
            (storage, effect)
        });
        // A storage that is not available is reported, and read when it is back.
        if let Ok(Some(Ok(effect))) = effect.await {
            self.report_remote(effect);
        }
        self.report_storage();
    }

    /// Applies a clearing in another window. A storage that is open has a record of it.
    pub(super) async fn apply_remote_clearing(self: &Rc<Self>) {
        if self.is_storage_open() {
            return self.apply_remote().await;
        }
        let cleared = self.engine.borrow_mut().as_mut().is_some_and(|engine| engine.clear().is_ok());
        // A storage that was found and not loaded was cleared as well.
        self.load_storage().await;
        self.report_remote(RemoteEffect { texts: cleared, words: cleared, cleared });
        self.report_storage();
    }

    /// Reports the effect to the page.
    pub(super) fn report_remote(&self, effect: RemoteEffect) {
        if effect.cleared {
            self.keeping.clearings.set(self.keeping.clearings.get().wrapping_add(1));
            post(&self.port, &Reply::Cleared);
        }
        if effect.texts {
            post(&self.port, &Reply::TextsChanged);
        }
        if effect.words {
            post(&self.port, &Reply::DictionaryChanged);
        }
    }
}

/// Applies the changes of other windows to the engine.
pub(super) fn apply_changes(
    engine: &mut Engine,
    changes: RemoteChanges,
) -> Result<RemoteEffect, EngineError> {
    let cleared = changes.pages.cleared;
    if cleared {
        // Also what is not stored: a clearing is meant for all windows.
        engine.clear()?;
    }
    let texts = apply_pages(engine, changes.pages)? || cleared;
    let mut words = cleared;
    match changes.dictionary {
        RemoteDictionary::Whole(whole) => words |= engine.apply_remote_dictionary(&whole)?,
        RemoteDictionary::Changes(changes) => {
            for change in changes {
                words |= engine.apply_remote(change)?;
            }
        }
    }
    Ok(RemoteEffect { texts, words, cleared })
}

/// Applies changes of pages; returns true if there were any. A record that cannot be read changes nothing.
fn apply_pages(engine: &mut Engine, remote: RemotePages) -> Result<bool, EngineError> {
    engine.reserve_pages(remote.next);
    let mut pages: Vec<(u32, Option<Page>)> = Vec::with_capacity(remote.pages.len());
    if remote.whole {
        let there: Vec<u32> = remote.pages.iter().map(|&(number, _)| number).collect();
        let gone = engine.page_numbers().into_iter().filter(|number| there.binary_search(number).is_err());
        pages.extend(gone.map(|number| (number, None)));
    }
    for (number, record) in remote.pages {
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
