//! The stored texts, read at the start.

use std::cell::Cell;
use std::rc::Rc;

use super::super::message::Reply;
use super::super::{Progress, Stage};
use super::{Service, post};
use crate::engine::PageRecord;
use crate::ingest::Page;

impl Service {
    /// Reads the stored pages; returns the error of the first that cannot be read.
    pub(super) async fn load_texts(self: &Rc<Self>) -> Option<String> {
        let (lost, wanted) = (Rc::new(Cell::new(None)), Rc::new(Cell::new(true)));
        let read = {
            let (service, lost, wanted) = (Rc::clone(self), Rc::clone(&lost), Rc::clone(&wanted));
            self.with_storage(move |mut storage| async move {
                let mut done = 0;
                let take = |records: Vec<_>, total| {
                    // Pages that arrive after the limit must not change words under the reader's eyes.
                    if wanted.get() {
                        done += records.len();
                        service.take_records(records, &lost);
                        let done = u32::try_from(done).unwrap_or(u32::MAX);
                        post(&service.port, &Reply::Progress(Progress { stage: Stage::Texts, done, total }));
                    }
                };
                let next = storage.read_all(take).await;
                (storage, next)
            })
            .await
        };
        wanted.set(false);
        if let (Ok(next), Some(engine)) = (read, &mut *self.engine.borrow_mut()) {
            engine.reserve_pages(next);
        }
        lost.take()
    }

    fn take_records(&self, records: Vec<(u32, PageRecord)>, lost: &Cell<Option<String>>) {
        let (mut pages, unreadable) = pages_of(records);
        pages.retain(|(_, page)| page.is_some());
        lost.set(lost.take().or(unreadable));
        if let Some(engine) = &mut *self.engine.borrow_mut()
            && let Err(error) = engine.follow_pages(pages)
        {
            lost.set(lost.take().or(Some(error.to_string())));
        }
    }
}

/// Reads the records of pages, `None` for one that cannot be read; returns also the error of the first of those.
pub(super) fn pages_of(records: Vec<(u32, PageRecord)>) -> (Vec<(u32, Option<Page>)>, Option<String>) {
    let mut unreadable = None;
    let mut pages = Vec::with_capacity(records.len());
    for (number, record) in records {
        let page = record.page();
        if let Err(error) = &page {
            unreadable = unreadable.or(Some(format!("u{number}: {error}")));
        }
        pages.push((number, page.ok()));
    }
    (pages, unreadable)
}
