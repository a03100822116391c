//! For how long the worker has given no sign of life, and when that is too long. Pure, so that it is tested without a
//! browser.
//!
//! A thread can end without any event: the browser takes it away, or it closes itself. Then nothing would ever come back.
//! Where the browser has locks the page hears of it at once (see `worker-start.js`). Where it has none, and for a thread
//! that hangs, the page sends a ping every [`BEAT_SECONDS`] while it waits for something, and every message of the worker
//! is a sign of life, the answer to the ping among them.
//!
//! A worker that computes answers no ping before it is done. It posts that it has begun before it computes, though, so
//! there are several limits. One that has begun nothing has nothing to do but answer: [`IDLE_SECONDS`]. One that opens its
//! engine posts how far it is, some times a second: [`OPEN_SECONDS`]. One that is at work may be silent for
//! [`WORK_SECONDS`] at a time: long work is cut into slices or posts how far it is, and what is done in one piece is over
//! sooner. In Chromium, on two cores that others used as well, no question that was tried about 50 MB of text took more
//! than 23 s, and none of the first ten files of 50 MB more than 53 s with its storage; a single silence is shorter than
//! either. A phone may be ten times slower than that, and has not the memory for as much.
//!
//! Beats are counted and not seconds of a clock: in a machine that slept, or a tab in the background whose timers the
//! browser slows down, the worker slept or was slow as well, and is given the same number of chances to answer.

/// Seconds between two beats.
pub(super) const BEAT_SECONDS: u32 = 5;

/// How long a worker may take to say hello; a slow phone on a slow line needs seconds, not a minute.
pub(super) const HELLO_SECONDS: u32 = 60;

/// How long a worker may be silent that has begun nothing.
const IDLE_SECONDS: u32 = 30;

/// How long a worker may be silent that opens its engine and reads what the browser keeps.
const OPEN_SECONDS: u32 = 120;

/// How long a worker may be silent that is at work.
const WORK_SECONDS: u32 = 600;

/// What a worker is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// Nothing: it may rest.
    Nothing,
    /// That it says hello.
    Hello,
    /// That its engine is open.
    Open,
    /// That it begins.
    Begin,
    /// That it gets done with what it began.
    Work,
}

/// What is to be done at a beat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beat {
    /// Nothing.
    Nothing,
    /// Ask the worker whether it lives.
    Ping,
    /// Give the worker up, which was silent for so long.
    Lost {
        /// How long.
        seconds: u32,
    },
}

/// The beats since a worker's last sign of life.
#[derive(Debug, Default)]
pub(super) struct Heartbeat {
    silent: u32,
}

impl Heartbeat {
    /// The worker gave a sign of life, or is a new one.
    pub(super) fn on_message(&mut self) {
        self.silent = 0;
    }

    /// Another [`BEAT_SECONDS`] are over.
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
            // Its script is not here yet.
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
