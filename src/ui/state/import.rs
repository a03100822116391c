//! Files on their way in: how many there are, what came of them, and which gave nothing.

use crate::ingest::FileFailure;
use crate::view::{TextChange, Unkept};

/// The files a reader gave, and what has become of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Files given.
    pub files: u32,
    /// Files done with, those that gave nothing among them.
    pub done: u32,
    /// The name of the file it is at.
    pub at: String,
    /// Texts taken in.
    pub texts: u32,
    /// Stories found in them.
    pub stories: u32,
    /// Files, or parts of them, that gave no text.
    pub failures: Vec<FileFailure>,
    /// Whether any is still to come.
    pub running: bool,
    /// Whether the reader ended it before all files were read.
    pub stopped: bool,
    /// Whether it ended because everything was cleared meanwhile.
    pub cleared: bool,
    /// Why the browser does not keep what was taken in; `None` when it does.
    pub unkept: Option<Unkept>,
    /// The page of the first text taken in.
    pub first: Option<String>,
}

/// What happens to files on their way in.
#[derive(Debug)]
pub enum ImportStep {
    /// These many were given. They join those on their way already.
    Given(u32),
    /// One is read.
    At(String),
    /// One gives nothing.
    Refused(FileFailure),
    /// These many were handed over, and this is what came of them.
    Took(u32, TextChange),
    /// The reader wants no more of it.
    Stopped,
    /// Nothing is left to do.
    Ended,
    /// The reader has seen what came of it.
    PutAway,
}

impl Import {
    /// What it is after `step`.
    pub fn apply(&mut self, step: ImportStep) {
        match step {
            ImportStep::Given(files) => {
                if !self.running || self.cleared {
                    *self = Self { running: true, ..Self::default() };
                }
                self.files += files;
            }
            ImportStep::At(name) => self.at = name,
            ImportStep::Refused(failure) => {
                self.done += 1;
                self.failures.push(failure);
            }
            ImportStep::Took(files, change) => {
                self.done += files;
                self.cleared |= change.cleared;
                if self.cleared {
                    // What was taken in before is gone as well.
                    (self.texts, self.stories, self.first, self.unkept) = (0, 0, None, None);
                    return;
                }
                self.texts += narrow(change.pages.len());
                self.stories += narrow(change.stories.len());
                self.failures.extend(change.failures);
                self.stopped |= change.stopped;
                self.unkept = self.unkept.take().or(change.unkept);
                self.first = self.first.take().or(change.pages.into_iter().next());
            }
            ImportStep::Stopped => self.stopped = true,
            ImportStep::Ended => {
                self.running = false;
                self.at.clear();
            }
            ImportStep::PutAway => *self = Self::default(),
        }
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::FileError;

    fn took(files: u32, pages: &[&str], stories: usize) -> ImportStep {
        let pages = pages.iter().map(|page| (*page).to_owned()).collect();
        let stories = (0..stories).map(|n| format!("u1-{n}")).collect();
        ImportStep::Took(files, TextChange { pages, stories, ..TextChange::default() })
    }

    fn refused(name: &str) -> ImportStep {
        ImportStep::Refused(FileFailure { name: name.into(), reason: FileError::Empty })
    }

    #[test]
    fn files_are_counted_whether_or_not_they_give_a_text() {
        let mut import = Import::default();
        let steps = [ImportStep::Given(3), took(2, &["u1", "u2"], 5), refused("空.txt"), ImportStep::Ended];
        steps.into_iter().for_each(|step| import.apply(step));
        assert_eq!((import.files, import.done, import.texts, import.stories), (3, 3, 2, 5));
        assert_eq!(import.failures[0].name, "空.txt");
        assert_eq!(import.first.as_deref(), Some("u1"));
        assert!(!import.running && !import.stopped);
    }

    #[test]
    fn what_was_cleared_is_not_counted() {
        let mut import = Import::default();
        let cleared = TextChange { cleared: true, pages: vec!["u9".into()], ..TextChange::default() };
        let steps = [ImportStep::Given(3), took(2, &["u1", "u2"], 5), ImportStep::Took(1, cleared)];
        steps.into_iter().for_each(|step| import.apply(step));
        assert_eq!((import.texts, import.stories, &import.first, import.cleared), (0, 0, &None, true));
    }

    #[test]
    fn files_given_meanwhile_join_and_those_given_later_begin_anew() {
        let mut import = Import::default();
        [ImportStep::Given(2), refused("一"), ImportStep::Given(1)].into_iter().for_each(|s| import.apply(s));
        assert_eq!((import.files, import.done), (3, 1));
        [ImportStep::Stopped, ImportStep::Ended, ImportStep::Given(4)]
            .into_iter()
            .for_each(|s| import.apply(s));
        assert_eq!((import.files, import.done, import.failures.len()), (4, 0, 0));
        assert!(import.running && !import.stopped);
    }
}
