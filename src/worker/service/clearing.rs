//! The clearing of everything, here and in the storage, even if that fails.

use std::rc::Rc;

use super::super::message::Reply;
use super::super::storage;
use super::super::watch::watched;
use super::channel::ChannelMessage;
use super::keeping::{KeepingState, SILENT_SECONDS};
use super::{Service, post};
use crate::engine::{Answer, Query};
use crate::view::{Cleared, Unkept};

impl Service {
    /// Clears everything, and answers with the reason why something may be left.
    pub(super) async fn clear_everything(self: &Rc<Self>, ticket: u32, query: Query) {
        let (result, next) = match &mut *self.engine.borrow_mut() {
            Some(engine) => (engine.answer(query), engine.next_page()),
            None => return,
        };
        let result = match result {
            Err(error) => Err(error),
            Ok(_) => {
                // Texts that an import still brings were added before.
                self.keeping.clearings.set(self.keeping.clearings.get().wrapping_add(1));
                let left = self.clear_storage(next).await.err();
                self.channel.post(ChannelMessage::Cleared);
                Ok(Answer::ClearEverything(Cleared { left }))
            }
        };
        post(&self.port, &Reply::Answer { ticket, result });
        self.report_storage();
    }

    /// Removes everything from the storage, in any state of it, and checks that it is gone. If it cannot be written, the
    /// database is deleted.
    async fn clear_storage(self: &Rc<Self>, next: u32) -> Result<(), Unkept> {
        let found = match self.keeping.state.replace(KeepingState::Away(Unkept::Silent)) {
            KeepingState::Found(found) => KeepingState::Open(found.storage),
            other => other,
        };
        self.keeping.state.replace(found);
        let cleared = self.with_storage(move |mut storage| async move {
            let result = storage.clear(next).await;
            (storage, result)
        });
        if cleared.await.is_ok() {
            return Ok(());
        }
        if let KeepingState::Open(storage) = &*self.keeping.state.borrow() {
            storage.close();
        }
        // Nothing of it is to come back by itself.
        self.keeping.position.replace(None);
        self.keeping.state.replace(KeepingState::Away(Unkept::Closed));
        match watched(storage::delete(), SILENT_SECONDS, |_| ()).await {
            Some(Ok(())) => {}
            Some(Err(why)) => {
                self.lose_storage(why.clone());
                return Err(why);
            }
            None => {
                self.lose_storage(Unkept::Silent);
                return Err(Unkept::Silent);
            }
        }
        self.open_storage().await;
        match &*self.keeping.state.borrow() {
            KeepingState::Open(_) => Ok(()),
            KeepingState::Found(_) => Err(Unkept::Refused { detail: "some of it is still there".to_owned() }),
            KeepingState::Away(why) => Err(why.clone()),
        }
    }
}
