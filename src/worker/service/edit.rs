//! An edit of what is stored, on top of what other windows changed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::super::message::Reply;
use super::channel::ChannelMessage;
use super::keeping::KeepingState;
use super::remote::{RemoteEffect, apply_changes};
use super::{Job, Service, post};
use crate::engine::{Answer, Engine, EngineError, Query, Unwritten};
use crate::ingest::TaskResult;
use crate::view::Unkept;

/// Bytes of pages that could not be stored before and are written together.
const PART: usize = 4_000_000;

/// The outcome of an edit.
pub(super) struct KeptEdit<T> {
    /// The value of the edit; `None` when there is no engine.
    pub(super) made: Option<T>,
    pub(super) result: Result<(), Unkept>,
    /// True if anything was written.
    pub(super) written: bool,
}

impl Service {
    /// Makes a change of the reader's, given what was read for it, and stores it. If it cannot be stored, the answer has the reason.
    pub(super) async fn change(self: &Rc<Self>, ticket: u32, query: Query, read: Option<TaskResult>) {
        let make = move |engine: &mut Engine, effect: Result<RemoteEffect, EngineError>| {
            effect?;
            engine.supply(read);
            engine.answer(query)
        };
        let kept = self.keep(make).await;
        let Some(mut result) = kept.made else { return };
        if let (Ok(answer), Err(why)) = (&mut result, kept.result) {
            mark_unkept(answer, why);
        }
        post(&self.port, &Reply::Answer { ticket, result });
        if kept.written {
            self.channel.post(ChannelMessage::Changed);
        }
        self.report_storage();
    }

    /// Writes a part of the changes that are not stored yet; the rest follows after the queued jobs.
    pub(super) async fn write_again(self: &Rc<Self>) {
        let kept = self.keep(|_, _| ()).await;
        if kept.written {
            self.channel.post(ChannelMessage::Changed);
        }
    }

    /// Applies `edit` to the engine after the changes of other windows, and stores what is not stored yet, all in one
    /// transaction. `edit` is called once, even if its change cannot be stored.
    pub(super) async fn keep<T: 'static>(
        self: &Rc<Self>,
        edit: impl FnOnce(&mut Engine, Result<RemoteEffect, EngineError>) -> T + 'static,
    ) -> KeptEdit<T> {
        let late_found = matches!(&*self.keeping.state.borrow(), KeepingState::Found(found) if !found.anew);
        if late_found {
            // An edit needs all that is stored. This ends in no second call: it is not found any more.
            Box::pin(self.load_storage()).await;
        }
        let edit = Rc::new(RefCell::new(Some(edit)));
        let made = Rc::new(RefCell::new(None));
        let effect = Rc::new(Cell::new(RemoteEffect::default()));
        let written = Rc::new(RefCell::new(None));
        let result = {
            let (edit, made, service) = (Rc::clone(&edit), Rc::clone(&made), Rc::clone(self));
            let (effect, written) = (Rc::clone(&effect), Rc::clone(&written));
            let file = Rc::clone(self);
            self.with_storage(move |mut storage| async move {
                let change = |changes| {
                    let mut engine = service.engine.borrow_mut();
                    // An edit that was given up in the meantime has been made without the storage.
                    let (Some(engine), Some(edit)) = (engine.as_mut(), edit.borrow_mut().take()) else {
                        return Unwritten::default();
                    };
                    let applied = apply_changes(engine, changes);
                    effect.set(applied.clone().unwrap_or_default());
                    *made.borrow_mut() = Some(edit(engine, applied));
                    let unwritten = engine.unwritten(PART);
                    *written.borrow_mut() = Some(unwritten.written());
                    unwritten
                };
                let result = storage.edit(change, || file.dictionary_file()).await;
                (storage, result)
            })
            .await
        };
        let mut any_written = false;
        if let Some(engine) = &mut *self.engine.borrow_mut() {
            let unmade = edit.borrow_mut().take();
            if let Some(edit) = unmade {
                *made.borrow_mut() = Some(edit(engine, Ok(RemoteEffect::default())));
            }
            match (&result, written.borrow_mut().take()) {
                (Ok(()), Some(written)) => {
                    any_written = !written.pages.is_empty() || !written.entries.is_empty();
                    engine.mark_kept(&written);
                }
                _ => engine.mark_unkept(),
            }
        }
        // What found no room before is written in parts, one after another.
        let more = self.engine.borrow().as_ref().is_some_and(Engine::has_unwritten);
        if result.is_ok() && more {
            self.take(Job::MendStorage);
        }
        self.report_remote(effect.get());
        let made = made.borrow_mut().take();
        KeptEdit { made, result, written: any_written }
    }

    fn dictionary_file(&self) -> String {
        let engine = self.engine.borrow();
        engine.as_ref().map_or_else(String::new, Engine::dictionary_file)
    }
}

/// Marks an answer's change as not stored.
fn mark_unkept(answer: &mut Answer, why: Unkept) {
    match answer {
        Answer::EditTexts(change) => change.unkept = Some(why),
        Answer::EditDictionary(change) => change.unkept = Some(why),
        Answer::ImportSession(change) => change.texts.unkept = Some(why),
        Answer::UndoSession(undone) => undone.unkept = Some(why),
        _ => {}
    }
}
