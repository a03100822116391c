//! The progress of an import: its number of files, their outcome, and the files that gave nothing.

use crate::ingest::FileFailure;
use crate::view::{TextChange, Unkept};

/// The files a reader gave, and their outcome so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// Number of files given.
    pub files: u32,
    /// Number of files finished, including those that gave nothing.
    pub done: u32,
    /// The name of the file being read.
    pub at: String,
    /// Number of texts imported.
    pub texts: u32,
    /// Number of stories found in them.
    pub stories: u32,
    /// Files, or parts of them, that gave no text.
    pub failures: Vec<FileFailure>,
    /// True if files remain.
    pub running: bool,
    /// True if the reader stopped the import before all files were read.
    pub stopped: bool,
    /// True if it ended because everything was cleared meanwhile.
    pub cleared: bool,
    /// The reason why the browser does not store the imported texts; `None` if it does.
    pub unkept: Option<Unkept>,
    /// The pages imported.
    pub pages: Vec<String>,
    /// Their stories.
    pub story_ids: Vec<String>,
    /// True if the last text was pasted, and is no file.
    pub pasted: bool,
}

/// An event of an import.
#[derive(Debug)]
pub enum ImportStep {
    /// This number of files was given. They join the queue.
    Given(u32),
    /// A file is being read.
    At(String),
    /// A file gives nothing.
    Refused(FileFailure),
    /// This number of files was sent, with this result.
    Took(u32, TextChange),
    /// A text was pasted, with this result. During an import of files it counts as one more.
    Pasted(TextChange),
    /// The reader stopped the import.
    Stopped,
    /// The import is complete.
    Ended,
    /// The reader dismissed the result.
    PutAway,
}

impl Import {
    /// Returns true if something of it was not taken in, or is not kept.
    pub fn is_faulty(&self) -> bool {
        !self.failures.is_empty() || self.stopped || self.unkept.is_some()
    }

    /// Applies a step of the import.
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
                    (self.texts, self.stories, self.unkept) = (0, 0, None);
                    self.pages.clear();
                    self.story_ids.clear();
                    return;
                }
                self.texts += narrow(change.pages.len());
                self.stories += narrow(change.stories.len());
                self.story_ids.extend(change.stories);
                self.failures.extend(change.failures);
                self.stopped |= change.stopped;
                self.unkept = self.unkept.take().or(change.unkept);
                self.pages.extend(change.pages);
            }
            ImportStep::Pasted(change) => {
                if !self.running {
                    *self = Self { pasted: true, ..Self::default() };
                }
                self.files += 1;
                self.apply(ImportStep::Took(1, change));
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
        assert_eq!(import.pages, ["u1", "u2"]);
        assert!(!import.running && !import.stopped);
    }

    #[test]
    fn what_was_cleared_is_not_counted() {
        let mut import = Import::default();
        let cleared = TextChange { cleared: true, pages: vec!["u9".into()], ..TextChange::default() };
        let steps = [ImportStep::Given(3), took(2, &["u1", "u2"], 5), ImportStep::Took(1, cleared)];
        steps.into_iter().for_each(|step| import.apply(step));
        assert_eq!((import.texts, import.stories, import.pages.len(), import.cleared), (0, 0, 0, true));
    }

    #[test]
    fn a_pasted_text_is_an_import_of_its_own_or_joins_the_files() {
        let pasted = |page: &str| {
            let ImportStep::Took(_, change) = took(1, &[page], 1) else { return ImportStep::Ended };
            ImportStep::Pasted(change)
        };
        let mut import = Import::default();
        [pasted("u1"), pasted("u2")].into_iter().for_each(|step| import.apply(step));
        assert_eq!((import.pages.len(), import.pasted, import.running), (1, true, false));
        [ImportStep::Given(1), pasted("u3")].into_iter().for_each(|step| import.apply(step));
        assert_eq!((import.files, import.done, import.pasted, import.running), (2, 1, false, true));
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
