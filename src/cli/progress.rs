//! The progress shown on a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// The time between two numbers.
const PAUSE: Duration = Duration::from_millis(200);

/// The number of documents done, shown on a terminal that shows nothing else.
pub(super) struct TerminalProgress {
    done: u64,
    next: Option<Instant>,
    shown: bool,
}

impl Default for TerminalProgress {
    fn default() -> Self {
        let is_wanted = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { done: 0, next: is_wanted.then(|| Instant::now() + PAUSE), shown: false }
    }
}

impl TerminalProgress {
    /// Counts one more.
    pub(super) fn step(&mut self) {
        self.done += 1;
        let Some(next) = self.next else { return };
        let now = Instant::now();
        if now >= next {
            self.next = Some(now + PAUSE);
            self.shown = true;
            _ = write!(io::stderr(), "\r{} done", self.done);
        }
    }
}

impl Drop for TerminalProgress {
    fn drop(&mut self) {
        if self.shown {
            _ = writeln!(io::stderr(), "\r{} done", self.done);
        }
    }
}
