//! `duidu manual` and `duidu completions`: what a package installs beside the program.

use std::process::ExitCode;

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::end::End;
use super::output::Output;

/// Write the completions for a shell
#[derive(Args)]
pub(super) struct CompletionsCommand {
    /// The shell
    shell: Shell,
}

/// Write the manual page, of duidu or of one of its commands
#[derive(Args)]
pub(super) struct ManualCommand {
    /// The command, such as count words
    command: Vec<String>,
}

impl CompletionsCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let mut written = Vec::new();
        clap_complete::generate(self.shell, &mut super::Arguments::command(), "duidu", &mut written);
        whole(&written)
    }
}

impl ManualCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let mut command = super::Arguments::command();
        command.build();
        for name in &self.command {
            let found = command.find_subcommand(name).cloned();
            command = found.ok_or_else(|| End::Failed(format!("there is no command {name}")))?;
        }
        let mut written = Vec::new();
        clap_mangen::Man::new(command).render(&mut written).map_err(End::of)?;
        whole(&written)
    }
}

fn whole(written: &[u8]) -> Result<ExitCode, End> {
    let mut output = Output::open();
    output.raw(written)?;
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}
