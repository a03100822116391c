//! The files that the page fetches for the worker: the model once the first screen can be drawn, jieba's dictionary when
//! a question first needs it.

use wasm_bindgen_futures::spawn_local;

use super::{Client, ClientEvent, State};
use crate::worker::file::{self, Fetched, File};
use crate::worker::{Progress, Stage, WorkerFailure};

/// The state of jieba's dictionary.
pub(super) enum Dictionary {
    Unasked,
    Fetching,
    Here(Fetched),
}

impl Client {
    /// Fetches the model for a worker that is ready, unless it is here or on its way.
    pub(super) fn supply_model(&self) {
        if self.0.borrow().model.is_some() {
            return self.send_model();
        }
        if std::mem::replace(&mut self.0.borrow_mut().fetching_model, true) {
            return;
        }
        let client = self.clone();
        spawn_local(async move {
            let notified = client.clone();
            let on_progress = move |progress| notified.notify(ClientEvent::Progress(progress));
            match file::fetch(File::Model, on_progress).await {
                Ok(model) => {
                    client.notify(ClientEvent::Progress(Progress::come(Stage::Model)));
                    client.0.borrow_mut().model = Some(model);
                    client.send_model();
                }
                Err(failure) => client.give_up(failure),
            }
        });
    }

    /// Fetches the dictionary, unless it is here or on its way.
    pub(super) fn fetch_dictionary(&self) {
        let dictionary = &mut self.0.borrow_mut().dictionary;
        if !matches!(dictionary, Dictionary::Unasked) {
            return;
        }
        *dictionary = Dictionary::Fetching;
        let client = self.clone();
        spawn_local(async move {
            let notified = client.clone();
            let on_progress = move |progress| notified.notify(ClientEvent::Progress(progress));
            match file::fetch(File::Dictionary, on_progress).await {
                Ok(fetched) => {
                    client.notify(ClientEvent::Progress(Progress::come(Stage::Dictionary)));
                    client.0.borrow_mut().dictionary = Dictionary::Here(fetched);
                    client.send_what_can_be();
                }
                Err(failure) => client.fail_without_dictionary(&failure),
            }
        });
    }

    /// Ends the questions that need the dictionary without an answer; the next one that does fetches it again.
    pub(super) fn fail_without_dictionary(&self, failure: &WorkerFailure) {
        let mut inner = self.0.borrow_mut();
        inner.dictionary = Dictionary::Unasked;
        if let State::Ready { dictionary, .. } = &mut inner.state {
            *dictionary = false;
        }
        let without = inner.ledger.remove_all(|pending| pending.work.needs_dictionary());
        drop(inner);
        for done in without.into_iter().filter_map(|pending| pending.done) {
            done(Err(failure.clone().into()));
        }
    }
}
