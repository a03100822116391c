//! What the reader changes, in the worker: texts and dictionary are read at the start, edited, and cleared.

use std::cell::Cell;
use std::rc::Rc;

use super::super::message::Reply;
use super::super::{Progress, Stage};
use super::channel::ChannelMessage;
use super::{Service, post};
use crate::engine::{Answer, Engine, Query};
use crate::ingest::Page;
use crate::view::{Cleared, Unkept};

impl Service {
    /// Reads the pages that were kept; gives what is wrong with the first that cannot be read.
    pub(super) async fn load_texts(self: &Rc<Self>) -> Option<String> {
        let (lost, wanted) = (Rc::new(Cell::new(None)), Rc::new(Cell::new(true)));
        let read = {
            let (service, lost, wanted) = (Rc::clone(self), Rc::clone(&lost), Rc::clone(&wanted));
            self.with_storage(move |mut storage| async move {
                let mut done = 0;
                let take = |records: Vec<_>, total| {
                    // What comes too late must not change words under the reader's eyes.
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

    fn take_records(&self, records: Vec<(u32, crate::engine::PageRecord)>, lost: &Cell<Option<String>>) {
        let mut pages: Vec<(u32, Option<Page>)> = Vec::with_capacity(records.len());
        for (number, record) in records {
            match record.page() {
                Ok(page) => pages.push((number, Some(page))),
                Err(error) => lost.set(lost.take().or(Some(format!("u{number}: {error}")))),
            }
        }
        if let Some(engine) = &mut *self.engine.borrow_mut()
            && let Err(error) = engine.follow_pages(pages)
        {
            lost.set(lost.take().or(Some(error.to_string())));
        }
    }

    /// Makes a change of the reader's and keeps it. One that cannot be kept is made all the same, and its answer says so.
    pub(super) async fn change(self: &Rc<Self>, ticket: u32, query: Query) {
        let kept = self.keep(move |engine, heard| heard.and_then(|_| engine.handle(query))).await;
        let Some(mut result) = kept.made else { return };
        if let (Ok(answer), Err(why)) = (&mut result, kept.result) {
            mark_unkept(answer, why);
        }
        post(&self.port, &Reply::Answer { ticket, result });
        if kept.written {
            self.channel.post(ChannelMessage::Changed);
        }
        self.tell_storage();
    }

    /// Clears everything, and says whether that is so.
    pub(super) async fn clear_everything(self: &Rc<Self>, ticket: u32, query: Query) {
        let (result, next) = match &mut *self.engine.borrow_mut() {
            Some(engine) => (engine.handle(query), engine.next_page()),
            None => return,
        };
        let result = match result {
            Err(error) => Err(error),
            Ok(_) => {
                // What an import still brings came before.
                self.keeping.clearings.set(self.keeping.clearings.get().wrapping_add(1));
                let left = self.clear_storage(next).await.err();
                self.channel.post(ChannelMessage::Cleared);
                Ok(Answer::ClearEverything(Cleared { left }))
            }
        };
        post(&self.port, &Reply::Answer { ticket, result });
        self.tell_storage();
    }

    pub(super) fn dictionary_file(&self) -> String {
        let engine = self.engine.borrow();
        engine.as_ref().map_or_else(String::new, Engine::dictionary_file)
    }
}

/// Says in an answer that what it tells of is not kept.
fn mark_unkept(answer: &mut Answer, why: Unkept) {
    match answer {
        Answer::EditTexts(change) => change.unkept = Some(why),
        Answer::EditDictionary(change) => change.unkept = Some(why),
        Answer::ImportSession(change) => change.texts.unkept = Some(why),
        Answer::UndoSession(undone) => undone.unkept = Some(why),
        _ => {}
    }
}
