//! Pacing of long work over a text, with pauses for other tasks.

use std::future::Future;
use std::ops::ControlFlow;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Bytes processed between two pauses: some hundredths of a second on a slow phone.
const STRETCH: usize = 256 << 10;

/// A callback that receives the number of bytes of the text done and decides if the work goes on.
pub trait Pause: AsyncFnMut(usize) -> ControlFlow<()> {}

impl<P: AsyncFnMut(usize) -> ControlFlow<()>> Pause for P {}

/// The progress of work that goes over the text several times.
pub(super) struct Pace<P> {
    pause: P,
    /// Length of the text in bytes.
    text: usize,
    /// Number of passes over the text.
    passes: usize,
    /// Bytes processed in the passes before this one, in this one, and since the last pause.
    before: usize,
    here: usize,
    since: usize,
}

impl<P: Pause> Pace<P> {
    pub(super) fn new(text: usize, passes: usize, pause: P) -> Self {
        Self { pause, text, passes, before: 0, here: 0, since: 0 }
    }

    /// Counts bytes and returns true if a pause is due.
    pub(super) fn is_due(&mut self, bytes: usize) -> bool {
        self.here = self.here.saturating_add(bytes).min(self.text);
        self.since = self.since.saturating_add(bytes);
        self.since >= STRETCH
    }

    /// Pauses; returns `None` if the work is to end.
    pub(super) async fn pause(&mut self) -> Option<()> {
        self.since = 0;
        let done = self.before.saturating_add(self.here).checked_div(self.passes).unwrap_or(0);
        (self.pause)(done).await.is_continue().then_some(())
    }

    /// Records the end of a pass.
    pub(super) fn pass(&mut self) {
        self.before = self.before.saturating_add(self.text);
        self.here = 0;
    }
}

/// Runs work whose pauses wait for nothing and returns its result.
pub(super) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{CutOptions, Draft, cut, cut_in_steps};

    /// Returns the draft and the argument of each pause; the work is ended at pause number `most`.
    fn cut_with(text: &str, most: usize) -> (Option<Draft>, Vec<usize>) {
        let mut told = Vec::new();
        let pause = async |done| {
            told.push(done);
            if told.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let draft = at_once(cut_in_steps(text, &[], CutOptions::default(), pause));
        (draft, told)
    }

    #[test]
    fn a_long_text_is_cut_in_steps_as_at_once_and_can_be_ended_at_each() {
        let brief = "【春日報訊】花開了，樹也綠了，孩子們在園裏跑來跑去。\n\n春天來了\n\n";
        let column = "花開了，樹也綠了，孩子們在\n園裏跑來跑去，老師說今年花開得早\n";
        for text in [brief.repeat(20_000), column.repeat(20_000), "花開了。".repeat(200_000)] {
            let (draft, told) = cut_with(&text, usize::MAX);
            assert_eq!(draft, Some(cut(&text, CutOptions::default())));
            assert!(told.is_sorted() && told.last().is_some_and(|&last| last <= text.len()), "{told:?}");
            for most in [1, told.len() / 2, told.len()] {
                assert_eq!(cut_with(&text, most).0, None);
            }
        }
        let (_, told) = cut_with(&brief.repeat(20_000), usize::MAX);
        let longest = told.array_windows().map(|[before, after]| after - before).max();
        assert!(longest.is_some_and(|longest| longest < brief.len() * 20_000 / 8), "{told:?}");
    }

    #[test]
    fn a_short_text_is_cut_without_a_pause() {
        assert_eq!(cut_with("花開了。\n", 1), (Some(cut("花開了。\n", CutOptions::default())), Vec::new()));
    }

    #[test]
    fn pauses_come_every_stretch_and_say_how_far_the_work_is() {
        let mut told = Vec::new();
        let pause = async |done| {
            told.push(done);
            if told.len() < 4 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        };
        let work = async {
            let mut pace = Pace::new(4 * STRETCH, 2, pause);
            for pass in 0..2 {
                for part in 0..8 {
                    if pace.is_due(STRETCH / 2) && pace.pause().await.is_none() {
                        return (pass, part);
                    }
                }
                pace.pass();
            }
            (2, 0)
        };
        assert_eq!(at_once(work), (0, 7));
        assert_eq!(told, [STRETCH / 2, STRETCH, STRETCH * 3 / 2, STRETCH * 2]);
    }
}
