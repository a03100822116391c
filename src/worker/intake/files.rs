//! The reading of files, text by text; each is cut and sent to the analysis thread.

use js_sys::{Array, Date, Uint8Array};

use super::super::file::describe;
use super::super::import_plan::{ImportPlace, ImportPlan, ImportPosition, Phase};
use super::super::memory::megabytes;
use super::super::message::ImportOptions;
use super::super::now;
use super::super::reading::{ReadReply, ReadText};
use super::super::waiting::{PromiseError, within, yield_to_browser};
use super::IntakeService;
use super::cutting::PATIENCE;
use super::read_ahead::{GivenFile, ReadAhead};
use crate::ingest::{FileError, FileFailure, FileText, Gate, LARGEST_FILE, ReadOptions, read_file_guarded};

/// Seconds that a file may take to come from its disk, beside one for each megabyte.
const READING_SECONDS: u32 = 30;

/// Files that are being read.
struct FileRun<'a> {
    intake: &'a IntakeService,
    options: ImportOptions,
    plan: ImportPlan,
    /// The number of texts and failures sent.
    sent: u32,
    /// The time of the last pause.
    since: f64,
}

/// The end of the reading before the last text.
struct Stopped;

impl IntakeService {
    /// Reads files, as far as earlier threads are not done with them, and sends their texts.
    pub(super) async fn read_files(
        &self,
        ticket: u32,
        names: Vec<String>,
        options: ImportOptions,
        plan: ImportPlan,
        parts: &Array,
    ) {
        now::help_with(Some(ticket));
        let files = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let first = plan.from.file;
        let mut run = FileRun { intake: self, options, plan, sent: 0, since: Date::now() };
        let mut ahead = ReadAhead::default();
        let mut stopped = false;
        for (name, number) in names.iter().zip(0_u32..).skip(first as usize) {
            let file = ahead.file(number, parts);
            stopped = run.take(name, &file, number, files - number - 1).await.is_err();
            if stopped {
                break;
            }
        }
        now::help_with(None);
        self.reply(&ReadReply::Ended { stopped }, None);
    }
}

impl FileRun<'_> {
    /// Reads the texts of a file; `after` is the number of files behind it.
    async fn take(&mut self, name: &str, given: &GivenFile, file: u32, after: u32) -> Result<(), Stopped> {
        let mut place = ImportPlace { file, item: 0 };
        // Texts that an earlier thread is done with are found again and skipped.
        let resumed = if self.plan.from.file == file { self.plan.from.item } else { 0 };
        self.turn().await?;
        self.set_position(place, Phase::Open, name);
        let bytes = match self.read(given, place, name).await {
            Ok(bytes) => bytes,
            Err(reason) => {
                place.item = resumed;
                return self.leave(place, name, reason, after).await;
            }
        };
        let read = ReadOptions { encoding: self.options.encoding, metadata: self.options.metadata.clone() };
        let mut texts = read_file_guarded(name, bytes, read, self.gate());
        let total = texts.total();
        loop {
            if self.plan.to.is_some_and(|to| place >= to) {
                return Err(Stopped);
            }
            self.turn().await?;
            if place.item > 0 {
                self.set_position(place, Phase::Seek, name);
            }
            if let Some(reason) = self.plan.leaves_out(place, Phase::Seek, name) {
                return self.leave(place, name, reason, after).await;
            }
            let Some(text) = texts.next() else { return Ok(()) };
            let is_last = total == Some(place.item + 1);
            let following = if is_last {
                ImportPlace { file: file + 1, item: 0 }
            } else {
                ImportPlace { item: place.item + 1, ..place }
            };
            if place.item >= resumed {
                let left = total.map_or(0, |total| total.saturating_sub(place.item + 1)) + after;
                self.send(place, following, text, left).await?;
            }
            if is_last {
                return Ok(());
            }
            place = following;
        }
    }

    /// Waits until another text may be sent, and lets the browser deliver messages now and then.
    async fn turn(&mut self) -> Result<(), Stopped> {
        if Date::now() - self.since >= PATIENCE {
            yield_to_browser().await;
            self.since = Date::now();
        }
        self.intake.flow.turn(self.is_careful()).await;
        if self.intake.flow.is_stopped() { Err(Stopped) } else { Ok(()) }
    }

    /// Reads the bytes of a file, if there is room for them.
    async fn read(&self, file: &GivenFile, place: ImportPlace, name: &str) -> Result<Vec<u8>, FileError> {
        if let Some(reason) = self.plan.leaves_out(place, Phase::Open, name) {
            return Err(reason);
        }
        let size = megabytes(file.blob.size());
        if size > LARGEST_FILE {
            return Err(FileError::TooLarge { megabytes: size, limit: LARGEST_FILE });
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "smaller than the largest file"
        )]
        let bytes = file.blob.size() as usize;
        // The files in an archive are checked when they are opened.
        self.intake.memory.weigh(bytes, true)?;
        let seconds = READING_SECONDS + size;
        let broken = |detail: String| FileError::Broken { detail };
        let buffer = file.buffer.clone().unwrap_or_else(|| file.blob.array_buffer());
        match within(seconds, &buffer).await {
            Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
            Err(PromiseError::TimedOut) => Err(broken(format!("nothing came from its disk for {seconds} s"))),
            Err(PromiseError::Rejected(error)) => Err(broken(describe(&error))),
        }
    }

    /// Returns the check before each file is opened, those in archives too: that it is not left out, and that there is
    /// room.
    fn gate(&self) -> Box<Gate> {
        let (plan, memory) = (self.plan.clone(), self.intake.memory.clone());
        let page = self.intake.page.clone();
        Box::new(move |name, bytes| {
            let left_out = now::open(&page, name).and_then(|place| plan.leaves_out(place, Phase::Open, name));
            match left_out {
                Some(reason) => Err(reason),
                None => memory.weigh(bytes.len(), bytes.starts_with(b"PK")),
            }
        })
    }

    /// Sends the reason why a file, or the rest of it, gives no text.
    async fn leave(
        &mut self,
        place: ImportPlace,
        name: &str,
        reason: FileError,
        after: u32,
    ) -> Result<(), Stopped> {
        let following = ImportPlace { file: place.file + 1, item: 0 };
        let failure = FileFailure { name: name.to_owned(), reason };
        self.send(place, following, Err(failure), after).await
    }

    /// Cuts one text and sends it, or the reason why there is none.
    async fn send(
        &mut self,
        place: ImportPlace,
        following: ImportPlace,
        text: Result<FileText, FileFailure>,
        left: u32,
    ) -> Result<(), Stopped> {
        let is_careful = self.is_careful();
        let (mut file, mut size) = (None, 0);
        let read = match text {
            Ok(FileText { source, bytes }) => {
                self.set_position(place, Phase::Cut, &source.name);
                if let Some(reason) = self.plan.leaves_out(place, Phase::Cut, &source.name) {
                    Err(FileFailure { name: source.name, reason })
                } else {
                    // Reading that is ended inside a text leaves that text out.
                    let cut = self.intake.cut(&source, self.options.cut).await;
                    let Some(draft) = cut else { return Err(Stopped) };
                    (file, size) = (bytes, source.text.len());
                    Ok((source, draft))
                }
            }
            Err(failure) => Err(failure),
        };
        let at = now::at().unwrap_or_else(|| position(place, Phase::Open, ""));
        let text = ReadText { at, following, left, is_careful, read };
        self.intake.flow.sent(&self.intake.memory, size);
        self.intake.reply(&ReadReply::Text(Box::new(text)), file.as_deref());
        self.sent += 1;
        Ok(())
    }

    /// Returns true if the next text is announced and reported by itself.
    fn is_careful(&self) -> bool {
        self.sent < self.plan.careful
    }

    /// Sets its position, which is reported if the thread ends.
    fn set_position(&self, place: ImportPlace, phase: Phase, name: &str) {
        now::set_at(&self.intake.page, Some(position(place, phase, name)), self.is_careful());
    }
}

fn position(place: ImportPlace, phase: Phase, name: &str) -> ImportPosition {
    ImportPosition { place, name: name.to_owned(), phase }
}
