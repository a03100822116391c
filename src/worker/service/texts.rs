//! Own texts in the worker: read at the start, edited, and followed when another window changes them.

use wasm_bindgen::JsValue;

use super::super::database::Unkept;
use super::super::message::Reply;
use super::super::shelf::{News, Write};
use super::super::{Progress, Stage};
use super::{Service, TEXTS_CHANGED, follow, post};
use crate::engine::{Answer, EditTexts, Engine, PageRecord, Query, Question, TextEdit};
use crate::ingest::Page;

impl Service {
    /// Reads the pages that were kept into an engine; gives what is wrong with the first that cannot be read.
    #[expect(clippy::await_holding_refcell_ref, reason = "jobs wait for each other, so nobody else borrows")]
    pub(super) async fn load_texts(&self, engine: &mut Engine) -> Option<String> {
        let mut shelf = self.shelf.borrow_mut();
        let Ok(open) = &mut *shelf else { return None };
        let (mut done, mut lost) = (0, None);
        let read = open
            .read_all(|records, total| {
                let mut pages: Vec<(u32, Option<Page>)> = Vec::with_capacity(records.len());
                for (number, record) in records {
                    done += 1;
                    match record.page() {
                        Ok(page) => pages.push((number, Some(page))),
                        Err(error) => lost = lost.take().or(Some(format!("u{number}: {error}"))),
                    }
                }
                engine.follow_pages(pages);
                post(&self.port, &Reply::Progress(Progress { stage: Stage::Texts, done, total }));
            })
            .await;
        match read {
            Ok(next) => {
                engine.reserve_pages(next);
                lost
            }
            Err(unkept) => {
                let detail = unkept.detail().to_owned();
                // What cannot be read must not be written over.
                *shelf = Err(unkept);
                Some(detail)
            }
        }
    }

    /// Makes an edit of the own texts and keeps it. One that cannot be kept is made all the same, and its answer says so.
    pub(super) async fn edit_texts(&self, ticket: u32, query: Query) {
        let clear = matches!(query.question, Question::EditTexts(EditTexts { edit: TextEdit::RemoveAll }));
        let mut result = None;
        let kept = self.keep(clear, |engine| result = Some(engine.handle(query))).await;
        let Some(mut result) = result else { return };
        if let (Ok(Answer::EditTexts(change)), Err(unkept)) = (&mut result, &kept) {
            change.unkept = Some(unkept.detail().to_owned());
        }
        let made = result.is_ok();
        post(&self.port, &Reply::Answer { ticket, result });
        if made && kept.is_ok() {
            self.announce(&JsValue::from_str(TEXTS_CHANGED));
        }
    }

    /// Opens a session file: its pages go on the shelf, its entries to the dictionary.
    #[expect(clippy::await_holding_refcell_ref, reason = "jobs wait for each other, so nobody else borrows")]
    pub(super) async fn import_session(&self, ticket: u32, query: Query) {
        let mut result = None;
        let mut kept = self.keep(false, |engine| result = Some(engine.handle(query))).await;
        let Some(mut result) = result else { return };
        if result.is_ok() {
            let change = match &mut *self.engine.borrow_mut() {
                Some(engine) => engine.take_change(),
                None => return,
            };
            let dictionary = match &mut *self.keeper.borrow_mut() {
                Err(unkept) => Err(unkept.clone()),
                Ok(keeper) => {
                    let again = change.clone();
                    let edit = |news| {
                        let mut engine = self.engine.borrow_mut();
                        // What another window said of the same words meanwhile was said before.
                        if let Some(engine) = engine.as_mut()
                            && follow(engine, news) == Ok(true)
                        {
                            _ = engine.follow(again);
                        }
                        change
                    };
                    keeper.edit(edit, || self.dictionary_file()).await
                }
            };
            kept = kept.and(dictionary);
        }
        if let (Ok(Answer::ImportSession(change)), Err(unkept)) = (&mut result, &kept) {
            change.texts.unkept = Some(unkept.detail().to_owned());
        }
        let made = result.is_ok();
        post(&self.port, &Reply::Answer { ticket, result });
        if made && kept.is_ok() {
            self.announce(&JsValue::from_str(TEXTS_CHANGED));
            self.announce(&JsValue::TRUE);
        }
    }

    /// Lets `edit` change pages of the engine on top of what other windows changed, and keeps what it changed. `edit` is
    /// called once, whether or not that can be kept.
    #[expect(clippy::await_holding_refcell_ref, reason = "jobs wait for each other, so nobody else borrows")]
    pub(super) async fn keep(&self, clear: bool, edit: impl FnOnce(&mut Engine)) -> Result<(), Unkept> {
        let mut edit = Some(edit);
        let mut followed = false;
        let kept = match &mut *self.shelf.borrow_mut() {
            Err(unkept) => Err(unkept.clone()),
            Ok(shelf) => {
                shelf
                    .edit(|news| {
                        let mut engine = self.engine.borrow_mut();
                        let (Some(engine), Some(edit)) = (engine.as_mut(), edit.take()) else {
                            return Write::default();
                        };
                        followed = follow_pages(engine, news);
                        edit(engine);
                        let numbers = engine.take_changed_pages();
                        let record = |number| (number, engine.page_record(number));
                        let pages: Vec<_> = numbers.into_iter().map(record).collect();
                        Write {
                            clear: clear && engine.page_numbers().is_empty(),
                            next: engine.next_page(),
                            pages,
                        }
                    })
                    .await
            }
        };
        if kept.is_err()
            && let Some(engine) = &mut *self.engine.borrow_mut()
        {
            if let Some(edit) = edit.take() {
                edit(engine);
            }
            engine.mark_unkept();
        }
        if followed {
            post(&self.port, &Reply::TextsChanged);
        }
        kept
    }

    /// Takes up what other windows changed.
    #[expect(clippy::await_holding_refcell_ref, reason = "jobs wait for each other, so nobody else borrows")]
    pub(super) async fn follow_texts(&self) {
        let news = match &mut *self.shelf.borrow_mut() {
            Ok(shelf) => shelf.news().await,
            Err(_) => return,
        };
        let (Some(engine), Ok(news)) = (&mut *self.engine.borrow_mut(), news) else { return };
        if follow_pages(engine, news) {
            post(&self.port, &Reply::TextsChanged);
        }
    }

    pub(super) fn dictionary_file(&self) -> String {
        let engine = self.engine.borrow();
        engine.as_ref().map_or_else(String::new, Engine::dictionary_file)
    }
}

/// Takes up what other windows changed; says whether that was anything. A record that cannot be read changes nothing.
fn follow_pages(engine: &mut Engine, news: News) -> bool {
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
    engine.follow_pages(pages);
    any
}
