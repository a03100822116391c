//! The cutting of one text, with pauses in a long one: for reports of its progress, and for a message to stop.

use std::ops::ControlFlow;

use js_sys::Date;

use super::super::message::{Reply, post};
use super::super::waiting::yield_to_browser;
use super::super::{Progress, Stage};
use super::IntakeService;
use crate::ingest::{CutOptions, Draft, ReadTask, Source, TaskResult, cut_in_steps};

/// Milliseconds between two pauses. Smaller texts are cut without one.
pub(super) const PATIENCE: f64 = 50.0;

impl IntakeService {
    /// Cuts a text of a file; `None` if the reading is to stop meanwhile.
    pub(super) async fn cut(&self, source: &Source, options: CutOptions) -> Option<Draft> {
        let mut pause = self.pause(source.text.len());
        let pause = async |done| {
            pause(done).await;
            if self.flow.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        cut_in_steps(&source.text, &source.known, options, pause).await
    }

    /// Does a task of reading or cutting.
    pub(super) async fn in_steps(&self, task: ReadTask) -> TaskResult {
        let pause = self.pause(task.bytes());
        task.run_in_steps(pause).await
    }

    /// Returns the pause in work on a text of this many bytes: it reports the number done, and lets the browser deliver
    /// messages.
    fn pause(&self, bytes: usize) -> impl AsyncFnMut(usize) {
        let narrow = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        let (total, mut since) = (narrow(bytes), Date::now());
        async move |done: usize| {
            if Date::now() - since < PATIENCE {
                return;
            }
            post(&self.page, &Reply::Progress(Progress { stage: Stage::Cutting, done: narrow(done), total }));
            yield_to_browser().await;
            since = Date::now();
        }
    }
}
