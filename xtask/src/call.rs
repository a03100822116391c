//! One call of another program: shown before it runs, and named in full when it fails.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::steps::{self, Output};

/// What every step gives: nothing, or a sentence that says what to do.
pub(crate) type Outcome = Result<(), String>;

/// The folder of the whole project, whatever folder the command was called from.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.to_path_buf(), Path::to_path_buf)
}

/// A program with its arguments, not yet run.
pub(crate) struct Call {
    words: Vec<String>,
    folder: PathBuf,
    variables: Vec<(&'static str, String)>,
    first_on_path: Vec<PathBuf>,
}

impl Call {
    pub(crate) fn new(program: impl Into<String>) -> Self {
        Self { words: vec![program.into()], folder: root(), variables: Vec::new(), first_on_path: Vec::new() }
    }

    /// The cargo that runs us, so that both use one toolchain.
    pub(crate) fn cargo() -> Self {
        Self::new("cargo")
    }

    pub(crate) fn arguments<S: AsRef<str>>(mut self, more: impl IntoIterator<Item = S>) -> Self {
        self.words.extend(more.into_iter().map(|word| word.as_ref().to_owned()));
        self
    }

    /// The arguments written as one line; none of them may hold a space.
    pub(crate) fn line(self, line: &str) -> Self {
        self.arguments(line.split_whitespace())
    }

    pub(crate) fn inside(mut self, folder: impl AsRef<Path>) -> Self {
        self.folder = root().join(folder);
        self
    }

    pub(crate) fn variable(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    /// Folders searched before the rest of PATH, by the program itself and by all it calls.
    pub(crate) fn path(mut self, folders: impl IntoIterator<Item = PathBuf>) -> Self {
        self.first_on_path.extend(folders);
        self
    }

    /// As one would type it at the project's root.
    pub(crate) fn shown(&self) -> String {
        let mut shown = String::new();
        if let Ok(inside) = self.folder.strip_prefix(root())
            && inside != Path::new("")
        {
            shown += &format!("cd {} && ", inside.display());
        }
        if !self.first_on_path.is_empty() {
            let folders: Vec<String> = self.first_on_path.iter().map(|folder| shown_path(folder)).collect();
            shown += &format!("PATH=\"{}:$PATH\" ", folders.join(":"));
        }
        for (name, value) in &self.variables {
            let value = if value.contains(' ') { format!("\"{value}\"") } else { value.clone() };
            shown += &format!("{name}={value} ");
        }
        shown + &self.words.join(" ")
    }

    /// Shows the call and runs it; its output goes to the terminal, at the end where other steps run beside it.
    pub(crate) fn run(self) -> Outcome {
        println!("\n> {}", self.shown());
        let failed = |error: std::io::Error| self.failed(&format!("{error}"));
        let start = Instant::now();
        let output = Output::of_this_thread();
        let (out, errors) = output.streams().map_err(failed)?;
        let status = self.command().stdout(out).stderr(errors).status().map_err(failed)?;
        steps::record(self.shown(), start.elapsed());
        output.show(&self.shown()).map_err(failed)?;
        if status.success() {
            return Ok(());
        }
        Err(self.failed(&status.to_string()))
    }

    /// What the program prints, or nothing when it cannot be run or fails.
    pub(crate) fn output(self) -> Option<String> {
        let output = self.command().stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    fn failed(&self, why: &str) -> String {
        format!("This step failed ({why}). To see it alone, run by hand:\n  {}", self.shown())
    }

    fn command(&self) -> Command {
        let program = &self.words[0];
        let file = find(program, &self.first_on_path).unwrap_or_else(|| program.into());
        let mut command = match find("nice", &[]).filter(|_| steps::gives_way()) {
            Some(nice) => {
                let mut command = Command::new(nice);
                command.arg(file);
                command
            }
            None => Command::new(file),
        };
        command
            .args(&self.words[1..])
            .current_dir(&self.folder)
            .env("PATH", joined_path(&self.first_on_path));
        // Trunk 0.21 reads NO_COLOR as a boolean and refuses the usual `NO_COLOR=1`.
        if env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// The program's file in the folders given, or else on PATH.
pub(crate) fn find(program: &str, first: &[PathBuf]) -> Option<PathBuf> {
    // npm and npx are `.cmd` files on Windows, everything else is an `.exe`.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    env::split_paths(&joined_path(first))
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{program}{ending}"))))
        .find(|file| file.is_file())
}

/// As seen from the project's root, where it lies below it.
fn shown_path(folder: &Path) -> String {
    folder.strip_prefix(root()).unwrap_or(folder).display().to_string()
}

fn joined_path(first: &[PathBuf]) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().cloned().chain(env::split_paths(&rest));
    env::join_paths(folders).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_shown_as_one_would_type_it() {
        let call = Call::new("npm").line("ci --no-audit").inside("tests/browser").variable("CI", "1");
        assert_eq!(call.shown(), "cd tests/browser && CI=1 npm ci --no-audit");
        assert_eq!(Call::cargo().line("test").shown(), "cargo test");
    }

    #[test]
    fn a_missing_program_is_named_with_the_command() {
        let message = Call::new("no-such-program").line("--now").run().expect_err("it does not exist");
        assert!(message.contains("no-such-program --now"), "{message}");
    }
}
