//! The corrections of a text: sent one at a time, by button and by key.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::draft_view::{self, BlockPlace, PageCorrection};
use crate::engine::TextEdit;
use crate::ingest::PageEdit;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard::{self, Command, use_commands};
use crate::ui::store::use_store;
use crate::view::TextPage;

/// A block to go to, once the text no longer has this revision.
pub(super) type Next = Option<(Option<u32>, BlockPlace)>;

/// A key, and true if Alt was pressed.
pub(super) type Key = (String, bool);

/// Changes a text, and remembers where the reader continues.
#[derive(Clone, PartialEq)]
pub(super) struct Corrections {
    /// Makes a correction, unless one is under way.
    pub(super) correct: Callback<PageCorrection>,
    /// Changes the settings of the text.
    pub(super) onedit: Callback<PageEdit>,
    /// Undoes the last change, or redoes it.
    pub(super) step: Callback<bool>,
    /// The block to go to.
    pub(super) next: Rc<RefCell<Next>>,
    /// The keys pressed while a correction is under way.
    pub(super) queue: Rc<RefCell<VecDeque<Key>>>,
}

/// Returns the corrections of a text for a reader who is at a block; commands of the keyboard undo and redo them.
#[hook]
pub(super) fn use_corrections(page: &Shared<TextPage>, at: Option<BlockPlace>) -> Corrections {
    let store = use_store();
    let next = use_mut_ref(|| Next::None);
    let queue = use_mut_ref(VecDeque::<Key>::new);
    let correct = use_callback((store.asker.clone(), page.clone()), {
        let next = next.clone();
        move |correction: PageCorrection, (asker, page)| {
            if matches!(*next.borrow(), Some((Some(revision), _)) if revision == page.revision) {
                // The text on the screen is about to change.
                return;
            }
            *next.borrow_mut() = Some((Some(page.revision), correction.then));
            asker.correct_text(&page.row.id, page.revision, correction.edit);
        }
    });
    let onedit = use_callback((store.asker.clone(), page.clone()), |edit, (asker, page)| {
        asker.correct_text(&page.row.id, page.revision, edit);
    });
    let step = use_callback((store.asker.clone(), page.clone(), at), {
        let next = next.clone();
        move |back: bool, (asker, page, at)| {
            *next.borrow_mut() = at.map(|at| (Some(page.revision), at));
            let id = page.row.id.clone();
            asker.edit_texts(if back { TextEdit::Undo { id } } else { TextEdit::Redo { id } }, |_| ());
        }
    });
    let obey = use_callback((step.clone(), page.can_undo, page.can_redo), |command, (step, undo, redo)| {
        match command {
            Command::Undo if *undo => step.emit(true),
            Command::Redo if *redo => step.emit(false),
            Command::Undo | Command::Redo => {}
            _ => return false,
        }
        true
    });
    use_commands(obey);
    Corrections { correct, onedit, step, next, queue }
}

impl Corrections {
    /// Handles a key at a block, unless the reader is typing. While a correction is being made, further
    /// correcting keys wait for the resulting text.
    pub(super) fn press(&self, event: &KeyboardEvent, page: &TextPage, at: Option<BlockPlace>) {
        let is_under_way = matches!(*self.next.borrow(), Some((Some(_), _)));
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let typing = target
            .is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA"));
        if typing || event.ctrl_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let key = (event.key(), event.alt_key());
        if is_under_way && (matches!((key.0.as_str(), key.1), ("s" | "j" | "x", false)) || key.1) {
            event.prevent_default();
            self.queue.borrow_mut().push_back(key);
            return;
        }
        match at.and_then(|at| correction_of(&key, page, at)) {
            Some(correction) => {
                event.prevent_default();
                self.correct.emit(correction);
            }
            None if !event.alt_key() => keyboard::step(event),
            None => {}
        }
    }

    /// Makes the first correction of the waiting keys that is possible at a block.
    pub(super) fn take_next(&self, page: &TextPage, at: BlockPlace) {
        let mut queue = self.queue.borrow_mut();
        while let Some(key) = queue.pop_front() {
            if let Some(correction) = correction_of(&key, page, at) {
                self.correct.emit(correction);
                break;
            }
        }
    }
}

/// Returns the correction that a key makes at a block.
fn correction_of((key, alt): &Key, page: &TextPage, at: BlockPlace) -> Option<PageCorrection> {
    match (key.as_str(), alt) {
        ("s", false) => draft_view::split(at),
        ("j", false) => draft_view::join(page, at),
        ("x", false) => draft_view::turn(page, at),
        ("ArrowUp", true) => draft_view::up(page, at),
        ("ArrowDown", true) => draft_view::down(page, at),
        _ => None,
    }
}
