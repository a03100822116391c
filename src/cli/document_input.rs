//! The flags that say where documents come from, and the two ways through them: one by one, or all together.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::end::{End, Faults};
use super::line::{InputLine, InputLines, LinePlace};
use super::output::Output;
use super::threads::{Taken, in_order};

/// The source of the documents, and the treatment of those that cannot be read.
#[derive(Args)]
pub(super) struct DocumentInput {
    /// Read FILE instead of the standard input; several files are read one after another
    #[arg(short, long, value_name = "FILE")]
    input: Vec<PathBuf>,
    /// Stop at the first line that cannot be read, instead of naming it and going on
    #[arg(long)]
    strict: bool,
    /// The length from which a line is refused
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    longest_line: usize,
    /// The number of threads; the output is the same
    #[arg(short, long, value_name = "N", default_value = "1")]
    pub(super) jobs: NonZeroUsize,
}

/// A line with the result of the work on it.
type Worked<O> = (LinePlace, Result<O, String>);

impl DocumentInput {
    /// Returns the faults of a command before there is any.
    pub(super) fn faults(&self) -> Faults {
        Faults::new(self.strict)
    }

    /// Answers each line by itself, and writes the answers in the order of the lines. `worker` is called in each thread and
    /// returns what answers there.
    ///
    /// # Errors
    /// The reason why the command ends early.
    pub(super) fn each<W: FnMut(&LinePlace, &str) -> Result<String, String>>(
        self,
        mut faults: Faults,
        worker: impl Fn() -> W + Send + Sync + 'static,
    ) -> Result<ExitCode, End> {
        let mut output = Output::open();
        self.through(&mut output, &mut faults, worker, |output, _, line: String| {
            output.line(&line)?;
            Ok(Ok(()))
        })?;
        output.flush()?;
        Ok(faults.code())
    }

    /// Works on each line in the threads that were asked for, and gives what came of it to `take`, which may find a fault
    /// of its own.
    ///
    /// # Errors
    /// The reason why the command ends early.
    pub(super) fn through<O: Send + 'static, W: FnMut(&LinePlace, &str) -> Result<O, String>>(
        self,
        output: &mut Output,
        faults: &mut Faults,
        worker: impl Fn() -> W + Send + Sync + 'static,
        mut take: impl FnMut(&mut Output, &LinePlace, O) -> Result<Result<(), String>, End>,
    ) -> Result<(), End> {
        let lines = InputLines::new(self.input, self.longest_line);
        let worker = move || {
            let mut work = worker();
            move |InputLine { place, text }: InputLine| -> Worked<O> {
                let result = text.and_then(|text| work(&place, &text));
                (place, result)
            }
        };
        let end = in_order(
            self.jobs.get(),
            || lines,
            worker,
            |taken| match taken {
                Taken::Pause => output.flush(),
                Taken::Result((place, result)) => {
                    output.done();
                    let taken = match result {
                        Ok(result) => take(output, &place, result)?,
                        Err(reason) => Err(reason),
                    };
                    taken.or_else(|reason| faults.at(&place, &reason))
                }
            },
        );
        if matches!(end, Err(End::Strict)) {
            // The answers before the fault are whole.
            output.flush()?;
        }
        end
    }
}
