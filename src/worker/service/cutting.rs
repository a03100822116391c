//! The cutting of one text, with pauses in a long one: for reports of its progress, and for a message to stop.

use std::ops::ControlFlow;

use js_sys::Date;

use super::super::message::Reply;
use super::super::waiting::yield_to_browser;
use super::super::{Progress, Stage};
use super::{Service, post};
use crate::ingest::{CutOptions, FileText, Page};

/// Milliseconds between two pauses. Smaller texts are cut without one.
const PATIENCE: f64 = 50.0;

impl Service {
    /// Cuts a text of an import; `None` if the import is to stop meanwhile.
    pub(super) async fn cut(&self, ticket: u32, text: FileText, options: CutOptions) -> Option<Page> {
        let FileText { source, bytes } = text;
        let narrow = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        let (total, mut since) = (narrow(source.text.len()), Date::now());
        let pause = async |done: usize| {
            if Date::now() - since < PATIENCE {
                return ControlFlow::Continue(());
            }
            post(&self.port, &Reply::Progress(Progress { stage: Stage::Cutting, done: narrow(done), total }));
            yield_to_browser().await;
            self.give_way();
            since = Date::now();
            if self.stops.borrow().contains(&ticket) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        };
        Page::new_in_steps(source, bytes, options, pause).await
    }
}
