//! The heartbeat of the worker: the time since its last message, and the limits of that. Pure, so that it is tested
//! without a browser.
//!
//! A thread can end without any event: the browser takes it away, or it closes itself. Then nothing would ever come
//! back. In a browser with locks the page is notified at once (see `worker-start.js`). In one without, and for a thread
//! that hangs, the page sends a ping every [`BEAT_SECONDS`] while it waits for something, and every message of the
//! worker shows that it runs, the answer to the ping among them.
//!
//! A worker that computes answers no ping before it is done. It posts that it has begun before it computes, though, so
//! there are several limits. One that has begun nothing has nothing to do but answer: [`IDLE_SECONDS`]. One that opens
//! its engine posts its progress, some times a second: [`OPEN_SECONDS`]. One that is at work may be silent for
//! [`WORK_SECONDS`] at a time: long work is cut into slices or posts its progress, and work of one piece is over sooner.
//! In Chromium, on two cores that others used as well, no question that was tried about 50 MB of text took more than 23
//! s, and none of the first ten files of 50 MB more than 53 s with its storage; a single silence is shorter than either.
//! A phone may be ten times slower than that, and has not the memory for as much.
//!
//! Beats are counted and not seconds of a clock: in a machine that slept, or a tab in the background whose timers the
//! browser slows down, the worker slept or was slow as well, and is given the same number of chances to answer.

/// Seconds between two beats.
pub(super) const BEAT_SECONDS: u32 = 5;

/// The limit until a worker answers the greeting; a slow phone on a slow line needs seconds, not a minute.
pub(super) const HELLO_SECONDS: u32 = 60;

/// The limit of silence of a worker that has begun nothing.
const IDLE_SECONDS: u32 = 30;

/// The limit of silence of a worker that opens its engine and reads the storage.
const OPEN_SECONDS: u32 = 120;

/// The limit of silence of a worker that is at work.
const WORK_SECONDS: u32 = 600;

/// The event that the page waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// None: the worker is idle.
    Nothing,
    /// The answer to the greeting.
    Hello,
    /// The opening of its engine.
    Open,
    /// The beginning of its work.
    Begin,
    /// The end of the work that it began.
    Work,
}

/// The action at a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beat {
    /// Nothing.
    Nothing,
    /// Send a ping to the worker.
    Ping,
    /// Give up the worker, which was silent too long.
    Lost {
        /// The limit that it exceeded.
        seconds: u32,
    },
}

/// The number of beats since a worker's last message.
#[derive(Debug, Default)]
pub(super) struct Heartbeat {
    silent: u32,
}

impl Heartbeat {
    /// Resets the count at a message of the worker, or for a new one.
    pub(super) fn on_message(&mut self) {
        self.silent = 0;
    }

    /// Counts a beat, and returns the action to take.
    pub(super) fn beat(&mut self, wait: Wait) -> Beat {
        let limit = match wait {
            Wait::Nothing => {
                self.silent = 0;
                return Beat::Nothing;
            }
            Wait::Hello => HELLO_SECONDS,
            Wait::Open => OPEN_SECONDS,
            Wait::Begin => IDLE_SECONDS,
            Wait::Work => WORK_SECONDS,
        };
        self.silent += 1;
        let seconds = self.silent * BEAT_SECONDS;
        match wait {
            _ if seconds > limit => Beat::Lost { seconds: limit },
            // Its script has not arrived yet.
            Wait::Hello => Beat::Nothing,
            _ => Beat::Ping,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beats until the worker is given up.
    fn beats(heartbeat: &mut Heartbeat, wait: Wait) -> u32 {
        (1..1_000).find(|_| matches!(heartbeat.beat(wait), Beat::Lost { .. })).unwrap()
    }

    #[test]
    fn a_worker_that_never_answers_is_given_up_after_its_limit() {
        for (wait, limit) in [
            (Wait::Hello, HELLO_SECONDS),
            (Wait::Open, OPEN_SECONDS),
            (Wait::Begin, IDLE_SECONDS),
            (Wait::Work, WORK_SECONDS),
        ] {
            assert_eq!(beats(&mut Heartbeat::default(), wait), limit / BEAT_SECONDS + 1);
        }
    }

    #[test]
    fn any_sign_of_life_begins_the_count_anew() {
        let mut heartbeat = Heartbeat::default();
        for _ in 0..1_000 {
            assert_eq!(heartbeat.beat(Wait::Begin), Beat::Ping);
            heartbeat.on_message();
        }
    }

    #[test]
    fn a_worker_that_has_nothing_to_do_may_be_silent_for_ever() {
        let mut heartbeat = Heartbeat::default();
        for _ in 0..1_000 {
            assert_eq!(heartbeat.beat(Wait::Nothing), Beat::Nothing);
        }
        assert_eq!(heartbeat.beat(Wait::Begin), Beat::Ping, "and its time begins with the work");
    }

    #[test]
    fn work_that_reports_now_and_then_may_take_for_ever() {
        let mut heartbeat = Heartbeat::default();
        for beat in 0..10_000 {
            assert!(!matches!(heartbeat.beat(Wait::Work), Beat::Lost { .. }));
            if beat % 100 == 99 {
                heartbeat.on_message();
            }
        }
    }

    #[test]
    fn a_worker_is_asked_as_soon_as_it_is_waited_for() {
        assert_eq!(Heartbeat::default().beat(Wait::Begin), Beat::Ping);
        assert_eq!(Heartbeat::default().beat(Wait::Hello), Beat::Nothing);
    }
}
