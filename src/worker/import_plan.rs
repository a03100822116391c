//! The plan of an import over several workers: its progress, and the texts at which workers died. Pure, so that it is
//! tested without a browser.
//!
//! The same files give the same texts in the same order to every worker, which is why an [`ImportPlace`] is enough to
//! resume: files that are done are not read again.
//!
//! A panic names its text, which is then left out and named to the reader; the rest is imported. Memory that runs out,
//! and a thread that vanishes, name none: the texts after the last report are read again with each text announced before
//! it, and the one at which another worker dies is left out. No third worker dies at the same place, and at most
//! [`MOST_DEATHS`] die of one import.

use serde::{Deserialize, Serialize};

use super::WorkerFailure;
use super::death::Death;
use crate::ingest::FileError;
use crate::view::TextChange;

/// Texts that may be read between two reports; see `service/import.rs`.
pub(super) const BATCH: u32 = 64;

/// Workers that may die of an import before the rest of it is left. A new one costs a second or more.
const MOST_DEATHS: u32 = 16;

/// A text among those of an import, or a part of a file that gives none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct ImportPlace {
    /// The number of the file, from 0.
    pub(super) file: u32,
    /// The number of the text in that file, from 0.
    pub(super) item: u32,
}

/// The position of a worker in an import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ImportPosition {
    /// The text.
    pub(super) place: ImportPlace,
    /// The file, with the archives it is in.
    pub(super) name: String,
    /// The step it is at.
    pub(super) phase: Phase,
}

/// The steps of reading a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Phase {
    /// A file is opened and decoded.
    Open,
    /// The next text is sought in a file that is open.
    Seek,
    /// The text is cut into stories.
    Cut,
}

/// A text that is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct LeftOut {
    /// Its position, with the step that is skipped.
    pub(super) at: ImportPosition,
    /// The reason.
    pub(super) reason: FileError,
}

/// The data with which a worker resumes an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ImportPlan {
    /// The place to resume at: an earlier worker is done with those before.
    pub(super) from: ImportPlace,
    /// The number of texts that are done, and of parts that give none.
    pub(super) done: u32,
    /// The place at which it ends, because the reader stopped it there.
    pub(super) to: Option<ImportPlace>,
    /// The number of texts that are announced and reported one by one, from `from` on.
    pub(super) careful: u32,
    /// Texts that are not read.
    pub(super) left_out: Vec<LeftOut>,
}

impl ImportPlan {
    /// Returns the reason for leaving out a text that is opened under this name, sought or cut; `None` if it is read.
    pub(super) fn leaves_out(&self, place: ImportPlace, phase: Phase, name: &str) -> Option<FileError> {
        let is_it = |at: &ImportPosition| {
            // One text may be in a file in an archive in an archive, each of which is opened for it.
            at.place == place && at.phase == phase && (phase != Phase::Open || at.name == name)
        };
        self.left_out.iter().find(|left| is_it(&left.at)).map(|left| left.reason.clone())
    }
}

/// The progress of an import, as the page knows it.
#[derive(Default)]
pub(super) struct ImportProgress {
    /// The plan that the next worker is sent.
    plan: ImportPlan,
    /// Its result so far.
    change: TextChange,
    /// Both, from before the first text that the browser did not store.
    kept: Option<Box<(ImportPlace, u32, TextChange)>>,
    /// The text that was announced last, if it is not reported yet.
    announced: Option<ImportPosition>,
    /// The place of the last death that named no text.
    died_at: Option<ImportPlace>,
    /// The number of workers that died of it.
    deaths: u32,
    /// True once the reader stopped it.
    stopping: bool,
}

impl ImportProgress {
    pub(super) fn plan(&self) -> &ImportPlan {
        &self.plan
    }

    /// Applies a worker's report: `next` is its place, `done` the number of texts done in all, and `part` the result of
    /// the last ones.
    pub(super) fn report(&mut self, next: ImportPlace, done: u32, left_out: Vec<LeftOut>, part: TextChange) {
        if part.unkept.is_some() && self.kept.is_none() {
            self.kept = Some(Box::new((self.plan.from, self.plan.done, self.change.clone())));
        }
        (self.plan.from, self.plan.done) = (next, done);
        self.plan.left_out.extend(left_out);
        self.change.add(part);
        // Reports and announcements come from two threads: one for a later text may be here already.
        self.announced = self.announced.take().filter(|at| at.place >= next);
    }

    /// Records a worker's position.
    pub(super) fn announce(&mut self, at: ImportPosition) {
        if at.place >= self.plan.from {
            self.announced = Some(at);
        }
    }

    /// Records that the reader stopped it. The worker that has it gets a message of its own.
    pub(super) fn stop(&mut self) {
        self.stopping = true;
    }

    /// Records that a worker died of it; returns true if another one may resume it.
    pub(super) fn survive(&mut self, death: &Death) -> bool {
        let named = death.panic.as_ref().and_then(|panic| panic.at.clone());
        let announced = self.announced.take();
        let again = self.died_at == Some(self.plan.from);
        match named.or(announced) {
            Some(at) => {
                self.plan.left_out.push(LeftOut { at, reason: reason(&death.failure) });
                self.died_at = None;
            }
            // Even with every text announced it died at none: between them, while they are stored.
            None if again => return false,
            None => {
                self.died_at = Some(self.plan.from);
                self.plan.careful = BATCH + 1;
            }
        }
        if self.stopping {
            self.plan.to = Some(self.plan.from);
        }
        self.go_back();
        self.deaths += 1;
        self.deaths <= MOST_DEATHS
    }

    /// Returns to the place before the first text that the browser did not store: the new worker has none of them.
    fn go_back(&mut self) {
        if let Some(kept) = self.kept.take() {
            // Any text that is read again may be the cause of the death.
            let done = self.plan.done;
            (self.plan.from, self.plan.done, self.change) = *kept;
            if self.plan.careful > 0 {
                self.plan.careful += done.saturating_sub(self.plan.done);
            }
        }
    }

    /// Returns the result of all of it, given that of its last part.
    pub(super) fn whole(&self, last: TextChange) -> TextChange {
        let mut whole = self.change.clone();
        whole.add(last);
        whole
    }

    /// Returns its result until it ended too early, and the number of files that were read to their end.
    pub(super) fn cut_short(&self) -> (TextChange, usize) {
        (self.change.clone(), self.plan.from.file as usize)
    }

    /// Prepares it for the worker that comes after this one, which has nothing that the browser did not store.
    pub(super) fn prepare_resend(&mut self, stopped: bool) {
        if stopped {
            self.plan.to = Some(self.plan.from);
        }
        self.go_back();
        self.plan.careful = 0;
        self.died_at = None;
        self.announced = None;
    }
}

/// Returns the reason for leaving out a text of which a worker died.
fn reason(failure: &WorkerFailure) -> FileError {
    let detail = match failure {
        WorkerFailure::Crashed { detail } | WorkerFailure::Lost { detail } => detail.clone(),
        other => other.to_string(),
    };
    FileError::Crashed { detail }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(file: u32, item: u32) -> ImportPlace {
        ImportPlace { file, item }
    }

    fn at(item: u32, phase: Phase) -> ImportPosition {
        ImportPosition { place: place(0, item), name: format!("{item}.txt"), phase }
    }

    fn panic(at: Option<ImportPosition>) -> Death {
        Death::panicked(Some(1), at, "index out of bounds".to_owned())
    }

    fn outside() -> Death {
        Death::from_outside(WorkerFailure::Silent { seconds: 20 })
    }

    fn pages(pages: &[&str]) -> TextChange {
        TextChange { pages: pages.iter().map(|&page| page.to_owned()).collect(), ..TextChange::default() }
    }

    fn unkept(page: &str) -> TextChange {
        TextChange { unkept: Some(crate::view::Unkept::Full), ..pages(&[page]) }
    }

    fn report(progress: &mut ImportProgress, item: u32, part: TextChange) {
        progress.report(place(0, item), item, Vec::new(), part);
    }

    /// The texts that are left out.
    fn left_out(progress: &ImportProgress) -> Vec<ImportPosition> {
        progress.plan().left_out.iter().map(|left| left.at.clone()).collect()
    }

    #[test]
    fn a_text_that_panics_is_left_out_by_the_next_worker_and_the_rest_goes_on() {
        let mut progress = ImportProgress::default();
        report(&mut progress, 3, pages(&["u1", "u2", "u3"]));
        assert!(progress.survive(&panic(Some(at(4, Phase::Cut)))));
        let plan = progress.plan();
        assert_eq!((plan.from, left_out(&progress)), (place(0, 3), vec![at(4, Phase::Cut)]));
        let reason = plan.leaves_out(place(0, 4), Phase::Cut, "another name of it");
        assert_eq!(reason, Some(FileError::Crashed { detail: "index out of bounds".to_owned() }));
        assert_eq!(plan.leaves_out(place(0, 4), Phase::Open, "4.txt"), None);
        assert_eq!(plan.leaves_out(place(0, 3), Phase::Cut, "3.txt"), None);
        assert_eq!(plan.leaves_out(place(1, 4), Phase::Cut, "4.txt"), None);
        assert_eq!(plan.careful, 0, "nothing need be announced: the panic said where it was");
    }

    #[test]
    fn of_two_files_opened_for_one_text_the_one_that_was_named_is_left_out() {
        let mut progress = ImportProgress::default();
        let inner = ImportPosition { name: "z.zip/in.zip/b.txt".to_owned(), ..at(0, Phase::Open) };
        assert!(progress.survive(&panic(Some(inner))));
        let leaves_out = |name| progress.plan().leaves_out(place(0, 0), Phase::Open, name);
        assert!(leaves_out("z.zip/in.zip/b.txt").is_some());
        assert_eq!(leaves_out("z.zip/in.zip"), None);
    }

    #[test]
    fn a_death_without_a_message_costs_one_more_worker_and_then_names_its_text() {
        let mut progress = ImportProgress::default();
        report(&mut progress, 10, pages(&["u1"]));
        assert!(progress.survive(&outside()));
        assert_eq!((progress.plan().careful, left_out(&progress)), (BATCH + 1, vec![]), "none is known");
        progress.announce(at(10, Phase::Open));
        report(&mut progress, 11, pages(&["u2"]));
        progress.announce(at(11, Phase::Open));
        assert!(progress.survive(&outside()));
        assert_eq!(left_out(&progress), [at(11, Phase::Open)]);
    }

    #[test]
    fn what_dies_twice_between_texts_ends_the_import() {
        let mut progress = ImportProgress::default();
        assert!(progress.survive(&panic(None)));
        assert!(!progress.survive(&panic(None)));
    }

    #[test]
    fn every_chain_of_deaths_ends() {
        let mut progress = ImportProgress::default();
        let mut deaths = 0;
        while progress.survive(&panic(Some(at(deaths, Phase::Cut)))) {
            deaths += 1;
            assert!(deaths < 100);
        }
        let mut progress = ImportProgress::default();
        let mut deaths = 0;
        while progress.survive(&outside()) {
            deaths += 1;
            report(&mut progress, deaths, unkept("u1"));
            assert!(deaths < 100);
        }
    }

    #[test]
    fn what_found_no_room_is_left_out_by_every_worker_so_that_places_stay_the_same() {
        let mut progress = ImportProgress::default();
        let reason = FileError::NoRoom { megabytes: 50, room: 1 };
        let left = LeftOut { at: at(0, Phase::Open), reason: reason.clone() };
        progress.report(place(0, 1), 1, vec![left], TextChange::default());
        assert!(progress.survive(&outside()));
        assert_eq!(progress.plan().leaves_out(place(0, 0), Phase::Open, "0.txt"), Some(reason));
    }

    #[test]
    fn a_new_worker_reads_again_what_the_browser_did_not_keep() {
        let mut progress = ImportProgress::default();
        report(&mut progress, 5, pages(&["u1"]));
        report(&mut progress, 9, unkept("u2"));
        report(&mut progress, 12, unkept("u3"));
        assert_eq!(progress.whole(pages(&["u4"])).pages, ["u1", "u2", "u3", "u4"]);
        assert!(progress.survive(&outside()));
        assert_eq!((progress.plan().from, progress.plan().done), (place(0, 5), 5));
        assert_eq!(progress.plan().careful, 12 - 5 + BATCH + 1, "as far as the place it died at");
        assert_eq!(progress.cut_short(), (pages(&["u1"]), 0), "what is added again is not counted twice");
    }

    #[test]
    fn a_stop_is_remembered_when_its_worker_dies() {
        let mut progress = ImportProgress::default();
        report(&mut progress, 5, pages(&["u1"]));
        progress.stop();
        assert!(progress.survive(&outside()));
        assert_eq!(progress.plan().to, Some(place(0, 5)));
    }

    #[test]
    fn an_import_that_was_stopped_is_not_taken_further_by_a_later_worker() {
        let mut progress = ImportProgress::default();
        report(&mut progress, 5, unkept("u1"));
        progress.prepare_resend(true);
        assert_eq!((progress.plan().from, progress.plan().to), (place(0, 0), Some(place(0, 5))));
    }
}
