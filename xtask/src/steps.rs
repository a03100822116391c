//! How long each step took, and steps that run beside each other.

use std::cell::{Cell, RefCell};
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::call::{Outcome, root};

/// The shortest step with a line of its own.
const SHORTEST: Duration = Duration::from_secs(1);

static STEPS: Mutex<Vec<Step>> = Mutex::new(Vec::new());

thread_local! {
    /// The file that takes the output of this thread's steps while other steps run beside them.
    static LANE: RefCell<Option<PathBuf>> = const { RefCell::new(None) };
    /// True if this thread's steps leave the processor to others.
    static GIVES_WAY: Cell<bool> = const { Cell::new(false) };
}

struct Step {
    name: String,
    took: Duration,
}

/// Stores how long a step took.
pub(crate) fn record(name: String, took: Duration) {
    STEPS.lock().unwrap_or_else(PoisonError::into_inner).push(Step { name, took });
}

/// Prints what each step took, in the order in which they ended; nothing where there was one only.
pub(crate) fn print(since: Instant) {
    let steps = STEPS.lock().unwrap_or_else(PoisonError::into_inner);
    let long: Vec<&Step> = steps.iter().filter(|step| step.took >= SHORTEST).collect();
    if long.len() < 2 {
        return;
    }
    println!("\nSeconds of each step (some run beside each other):");
    for Step { name, took } in long {
        println!("{:6.0}  {name}", took.as_secs_f64());
    }
    println!("{:6.0}  all together", since.elapsed().as_secs_f64());
}

/// Returns true if this thread's steps leave the processor to others.
pub(crate) fn gives_way() -> bool {
    GIVES_WAY.get()
}

/// Runs two lanes of steps at once: the longer one first, to which the second leaves the processor. The output of a step is
/// printed in one piece when the step has ended.
pub(crate) fn beside(
    first: (&str, impl FnOnce() -> Outcome + Send),
    second: (&str, impl FnOnce() -> Outcome + Send),
) -> (Outcome, Outcome) {
    thread::scope(|scope| {
        let lane = scope.spawn(|| in_lane(first.0, first.1));
        GIVES_WAY.set(true);
        let second = in_lane(second.0, second.1);
        GIVES_WAY.set(false);
        let first = lane.join().unwrap_or_else(|_| Err("This program itself failed; see above.".to_owned()));
        (first, second)
    })
}

fn in_lane(name: &str, steps: impl FnOnce() -> Outcome) -> Outcome {
    let folder = root().join("target");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    LANE.set(Some(folder.join(format!("lane-{name}.log"))));
    let outcome = steps();
    LANE.set(None);
    outcome
}

/// The destination of one step's output.
pub(crate) enum Output {
    /// To the terminal, as it comes.
    Terminal,
    /// Into a file first.
    Lane(PathBuf),
}

impl Output {
    /// Returns the one of this thread.
    pub(crate) fn of_this_thread() -> Self {
        LANE.with_borrow(|lane| lane.clone().map_or(Self::Terminal, Self::Lane))
    }

    /// Returns the streams for a program's output and its errors; in a file both keep the order of writing.
    pub(crate) fn streams(&self) -> io::Result<(Stdio, Stdio)> {
        match self {
            Self::Terminal => Ok((Stdio::inherit(), Stdio::inherit())),
            Self::Lane(file) => {
                let file = File::create(file)?;
                Ok((file.try_clone()?.into(), file.into()))
            }
        }
    }

    /// Prints the contents of the file, under the name of the step.
    pub(crate) fn show(&self, name: &str) -> io::Result<()> {
        let Self::Lane(file) = self else { return Ok(()) };
        let written = fs::read(file)?;
        // One print, so that the other lane cannot come between.
        println!("\n< {name}\n{}", String::from_utf8_lossy(&written));
        Ok(())
    }
}
