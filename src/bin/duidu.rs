//! The command.

use std::process::ExitCode;

fn main() -> ExitCode {
    duidu::cli::run()
}
