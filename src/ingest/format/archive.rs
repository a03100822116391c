//! Archives of files, unpacked one file at a time and never beyond a limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::ingest::detect::likeliest;
use crate::ingest::files::{FILE_LIMIT, UNPACKED_LIMIT, name_of};
use crate::ingest::{Encoding, FileError, FileFailure};

/// How much is unpacked in one step.
const STEP: u64 = 4 << 20;

/// From this size on the ratio is looked at; what is smaller the limit of all together holds back.
const LARGE: u64 = 32 << 20;

/// How many times its packed size a large file may have; print has ten times at most, a bomb a thousand.
const RATIO: u64 = 200;

/// A file out of an archive, or why there is none.
type Unpacked = Result<(String, Vec<u8>), FileFailure>;

/// An archive and the place in it.
pub(in crate::ingest) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    name: String,
    names: Encoding,
    /// Places of the files to read.
    files: std::vec::IntoIter<usize>,
}

impl Archive {
    /// Opens an archive and lists the files in it but for what systems leave there.
    pub(in crate::ingest) fn open(name: &str, bytes: Vec<u8>) -> Result<Self, FileError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        let strange: Vec<u8> = zip
            .file_names_raw()
            .filter(|name| std::str::from_utf8(name).is_err())
            .flat_map(|name| name.iter().copied().chain([b'\n']))
            .take(1 << 16)
            .collect();
        // Names have no mark of their own encoding; all together tell more than one.
        let names = likeliest(&strange, &[Encoding::Big5, Encoding::Gb18030]).encoding;
        let files: Vec<usize> = zip
            .file_names_raw()
            .enumerate()
            .filter(|(_, name)| is_content(&name_of(name, names)))
            .map(|(at, _)| at)
            .collect();
        Ok(Self { zip, name: name.to_owned(), names, files: files.into_iter() })
    }

    /// Whether the archive is a Word document.
    pub(in crate::ingest) fn is_docx(&self) -> bool {
        self.zip.file_names_raw().any(|name| name == b"word/document.xml")
    }

    /// How many texts there are, where no file can hold more than one.
    pub(in crate::ingest) fn total(&self) -> Option<u32> {
        let many = self.zip.file_names_raw().any(|name| {
            let extension = super::extension(&name_of(name, self.names));
            matches!(extension.as_str(), "zip" | "csv" | "tsv" | "tab" | "json" | "jsonl" | "ndjson")
        });
        (!many).then(|| u32::try_from(self.files.len()).unwrap_or(u32::MAX))
    }

    /// Unpacks the next file.
    pub(in crate::ingest) fn next(&mut self, budget: &mut u64) -> Option<Unpacked> {
        let at = self.files.next()?;
        let raw = match self.zip.by_index_raw(at) {
            Ok(file) => (name_of(file.name_raw(), self.names), file.encrypted()),
            Err(error) => {
                let name = format!("{}/#{}", self.name, at + 1);
                return Some(Err(FileFailure { name, reason: broken(&error) }));
            }
        };
        let name = format!("{}/{}", self.name, raw.0);
        let bytes = if raw.1 {
            Err(FileError::Broken { detail: "encrypted".to_owned() })
        } else {
            unpack(&mut self.zip, at, budget)
        };
        Some(match bytes {
            Ok(bytes) => Ok((name, bytes)),
            Err(reason) => Err(FileFailure { name, reason }),
        })
    }

    /// Unpacks the file of a name; `None` where there is none.
    pub(in crate::ingest) fn part(
        &mut self,
        name: &str,
        budget: &mut u64,
    ) -> Option<Result<Vec<u8>, FileError>> {
        let at = self.zip.file_names_raw().position(|raw| raw == name.as_bytes())?;
        Some(unpack(&mut self.zip, at, budget))
    }
}

/// Unpacks one file, counting what really comes out: what an archive says about itself may be a lie.
fn unpack(zip: &mut ZipArchive<Cursor<Vec<u8>>>, at: usize, budget: &mut u64) -> Result<Vec<u8>, FileError> {
    let mut file = zip.by_index(at).map_err(|error| broken(&error))?;
    let packed = file.compressed_size().max(1);
    let file_limit = u64::from(FILE_LIMIT) << 20;
    let mut bytes = Vec::new();
    loop {
        // Looked at after each step, so that a bomb is stopped long before its end.
        let step = (&mut file).take(STEP).read_to_end(&mut bytes);
        let step = step.map_err(|error| FileError::Broken { detail: error.to_string() })? as u64;
        if step == 0 {
            return Ok(bytes);
        }
        let size = bytes.len() as u64;
        let Some(left) = budget.checked_sub(step) else {
            return Err(FileError::UnpacksTooLarge { limit: UNPACKED_LIMIT });
        };
        *budget = left;
        if size > LARGE && size / packed > RATIO {
            return Err(FileError::UnpacksTooLarge { limit: UNPACKED_LIMIT });
        }
        if size > file_limit {
            let megabytes = u32::try_from(size >> 20).unwrap_or(u32::MAX);
            return Err(FileError::TooLarge { megabytes, limit: FILE_LIMIT });
        }
    }
}

/// Whether a file in an archive is one of the reader's own.
fn is_content(name: &str) -> bool {
    let mut parts = name.split(['/', '\\']);
    let is_folder = name.is_empty() || name.ends_with(['/', '\\']);
    !is_folder
        && !parts.any(|part| part == "__MACOSX" || (part.starts_with('.') && part != "." && part != ".."))
        && !name.ends_with("Thumbs.db")
}

fn broken(error: &ZipError) -> FileError {
    FileError::Broken { detail: error.to_string() }
}
