//! `duidu stories`: files of every kind that the page reads, split into stories.

use std::fs::{self, File};
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::document;
use super::end::{End, Faults};
use super::output::Output;
use super::threads::{Taken, in_order};
use crate::corpus::Document;
use crate::ingest::{
    CutOptions, Encoding, FileError, FileFailure, FileText, LARGEST_FILE, Metadata, Page, ReadOptions,
    bundled_stories, read_file,
};
use crate::text::saturating_u32;

/// Split files into stories, one document a line
///
/// Reads .txt, .md, .html, .docx, .csv, .tsv, .jsonl, .json of CollateX or passim, and .zip of these, by content first and by
/// name second; PDF files are read by the page only. A folder is read with all files in it, in the order of their names.
#[derive(Args)]
pub(super) struct StoriesCommand {
    /// Files and folders; - is the standard input
    #[arg(required_unless_present = "bundled")]
    files: Vec<PathBuf>,
    /// Write the stories that are bundled with the page
    #[arg(long, conflicts_with = "files")]
    bundled: bool,
    /// Make one story of each text
    #[arg(long)]
    whole: bool,
    /// The encoding of all files; detected in each
    #[arg(long, value_enum)]
    encoding: Option<NamedEncoding>,
    /// The paper of texts that name none
    #[arg(long, value_name = "NAME", default_value = "")]
    paper: String,
    /// The day of texts that name none, as YYYY-MM-DD
    #[arg(long, default_value = "", value_parser = day)]
    date: String,
    /// The series of texts that name none
    #[arg(long, value_name = "NAME", default_value = "")]
    series: String,
    /// The number of the first text, whose stories are u1-1, u1-2 and so on
    #[arg(long, value_name = "N", default_value_t = 1)]
    first: u32,
    /// Stop at the first file that cannot be read, instead of naming it and going on
    #[arg(long)]
    strict: bool,
    /// The number of threads; the output is the same
    #[arg(short, long, value_name = "N", default_value = "1")]
    jobs: NonZeroUsize,
}

/// The encodings that are read.
#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "lower")]
enum NamedEncoding {
    #[value(name = "utf-8")]
    Utf8,
    Big5,
    Gb18030,
    #[value(name = "utf-16le")]
    Utf16Le,
    #[value(name = "utf-16be")]
    Utf16Be,
}

impl From<NamedEncoding> for Encoding {
    fn from(encoding: NamedEncoding) -> Self {
        match encoding {
            NamedEncoding::Utf8 => Self::Utf8,
            NamedEncoding::Big5 => Self::Big5,
            NamedEncoding::Gb18030 => Self::Gb18030,
            NamedEncoding::Utf16Le => Self::Utf16Le,
            NamedEncoding::Utf16Be => Self::Utf16Be,
        }
    }
}

/// A text with its number, or a file that yields none, in words.
type NumberedText = Result<(u32, FileText), String>;

impl StoriesCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let mut output = Output::open();
        if self.bundled {
            for story in bundled_stories() {
                output.line(&document::write(&Document::from(story)).map_err(End::Failed)?)?;
            }
            output.flush()?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut faults = Faults::new(self.strict);
        let options = CutOptions { split: !self.whole, ..CutOptions::default() };
        let Self { files, encoding, paper, date, series, first, jobs, .. } = self;
        let metadata = Metadata { paper, date, series, ..Metadata::default() };
        let read = ReadOptions { encoding: encoding.map(Encoding::from), metadata };
        let end = in_order(
            jobs.get(),
            move || numbered(files, read, first),
            move || move |text: NumberedText| stories(text?, options),
            |taken| match taken {
                Taken::Pause => output.flush(),
                Taken::Result(Ok(lines)) => {
                    output.done();
                    lines.iter().try_for_each(|line| output.line(line))
                }
                Taken::Result(Err(fault)) => faults.name(fault),
            },
        );
        output.flush()?;
        end.map(|()| faults.code())
    }
}

/// Cuts a text and writes its stories.
fn stories((number, text): (u32, FileText), options: CutOptions) -> Result<Vec<String>, String> {
    let FileText { source, bytes } = text;
    let mut page = Page::new(source, bytes, options);
    page.id = format!("u{number}");
    page.as_stories().into_iter().map(|story| document::write(&Document::from(story))).collect()
}

/// Reads the texts of some files, one after another, and numbers them.
fn numbered(files: Vec<PathBuf>, options: ReadOptions, first: u32) -> impl Iterator<Item = NumberedText> {
    let mut number = first;
    let failed = |FileFailure { name, reason }: FileFailure| format!("{name}: {reason}");
    let read = move |file: PathBuf| -> Box<dyn Iterator<Item = Result<FileText, String>>> {
        let name = file.display().to_string();
        match bytes_of(&file) {
            Ok(bytes) => {
                Box::new(read_file(&name, bytes, options.clone()).map(move |text| text.map_err(failed)))
            }
            Err(reason) => Box::new(std::iter::once(Err(format!("{name}: {reason}")))),
        }
    };
    files
        .into_iter()
        .flat_map(files_in)
        .flat_map(move |file| match file {
            Ok(file) => read(file),
            Err(fault) => Box::new(std::iter::once(Err(fault))),
        })
        .map(move |text| {
            text.map(|text| {
                let own = number;
                number = number.saturating_add(1);
                (own, text)
            })
        })
}

/// Returns the files of a folder in the order of their names, those of folders in it among them; a file itself.
fn files_in(place: PathBuf) -> Box<dyn Iterator<Item = Result<PathBuf, String>>> {
    if !place.is_dir() {
        return Box::new(std::iter::once(Ok(place)));
    }
    let entries = fs::read_dir(&place).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    match entries {
        Ok(entries) => {
            let mut inside: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
            inside.sort();
            Box::new(inside.into_iter().flat_map(files_in))
        }
        Err(error) => Box::new(std::iter::once(Err(format!("{}: {error}", place.display())))),
    }
}

/// Reads a file that is not too large.
fn bytes_of(file: &Path) -> Result<Vec<u8>, String> {
    let limit = u64::from(LARGEST_FILE) << 20;
    let mut bytes = Vec::new();
    // One more than the limit tells a larger file, also where no length is known beforehand.
    let read = if file.as_os_str() == "-" {
        io::stdin().take(limit + 1).read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
    };
    read.map_err(|error| error.to_string())?;
    if bytes.len() as u64 > limit {
        let megabytes =
            saturating_u32(fs::metadata(file).map_or(bytes.len(), |file| file.len() as usize) >> 20);
        return Err(FileError::TooLarge { megabytes, limit: LARGEST_FILE }.to_string());
    }
    Ok(bytes)
}

fn day(text: &str) -> Result<String, String> {
    if text.is_empty() || crate::text::is_date(text) {
        Ok(text.to_owned())
    } else {
        Err("write a day as YYYY-MM-DD".to_owned())
    }
}
