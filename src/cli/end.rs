//! The end of a command, and the faults on the way to it.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

use super::line::LinePlace;

/// The exit code of a process whose reader is gone, as a shell writes the signal.
const PIPE: u8 = 141;

/// The reason why a command ends before its input does.
pub(super) enum End {
    /// Nobody reads the output any more.
    Pipe,
    /// Something could not be read, and `--strict` was given.
    Strict,
    /// The command cannot go on, for this reason.
    Failed(String),
}

impl End {
    /// Returns the end that an error means.
    pub(super) fn of(error: impl Display) -> Self {
        Self::Failed(error.to_string())
    }

    /// Names the reason, and returns the exit code.
    pub(super) fn code(self) -> ExitCode {
        match self {
            Self::Pipe => ExitCode::from(PIPE),
            Self::Strict => ExitCode::from(1),
            Self::Failed(reason) => {
                say(&reason);
                ExitCode::from(2)
            }
        }
    }
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::Pipe
        } else {
            Self::Failed(format!("the output cannot be written: {error}"))
        }
    }
}

/// The things that could not be read: each is named, and the rest is done.
pub(super) struct Faults {
    strict: bool,
    any: bool,
}

impl Faults {
    /// Begins without any; `strict` stops the command at the first one.
    pub(super) fn new(strict: bool) -> Self {
        Self { strict, any: false }
    }

    /// Names a fault of a line.
    ///
    /// # Errors
    /// [`End::Strict`] if the command is to stop at the first one.
    pub(super) fn at(&mut self, place: &LinePlace, reason: &str) -> Result<(), End> {
        self.name(format_args!("{place}: {reason}"))
    }

    /// Names a fault.
    ///
    /// # Errors
    /// As [`Faults::at`].
    pub(super) fn name(&mut self, fault: impl Display) -> Result<(), End> {
        say(fault);
        self.any = true;
        if self.strict { Err(End::Strict) } else { Ok(()) }
    }

    /// Returns the exit code of a command that came to the end of its input.
    pub(super) fn code(&self) -> ExitCode {
        ExitCode::from(u8::from(self.any))
    }
}

/// Writes a message for the person at the terminal, who may have closed it.
fn say(message: impl Display) {
    _ = writeln!(io::stderr(), "duidu: {message}");
}
