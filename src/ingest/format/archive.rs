//! Archives of files, unpacked one file at a time and never beyond what one file may hold.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::{ZipError, ZipResult};

use super::allowance::{Allowance, FILES_LIMIT, UNPACKED_LIMIT, swells};
use crate::ingest::detect::likeliest;
use crate::ingest::files::{FILE_LIMIT, name_of};
use crate::ingest::{Encoding, FileError, FileFailure};
use crate::text::saturating_u32;

/// What begins each line of an archive's list of files.
const LISTED: &[u8] = b"PK\x01\x02";

/// Bytes that each line of it takes at least, and bytes before each file's own.
const LISTED_BYTES: usize = 46;
const HEADER_BYTES: u64 = 30;

/// A file out of an archive, or why there is none.
type Unpacked = Result<(String, Vec<u8>), FileFailure>;

/// An archive and the place in it.
pub(in crate::ingest) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    name: String,
    names: Encoding,
    /// Places of the files to read.
    files: std::vec::IntoIter<usize>,
    /// Whether to tell that of several files of one name only the last is listed.
    same_names: bool,
}

impl Archive {
    /// Opens an archive and lists the files in it but for what systems leave there.
    ///
    /// # Errors
    /// [`FileError`] where it is broken, or lists files as a bomb does.
    pub(in crate::ingest) fn open(name: &str, bytes: Vec<u8>) -> Result<Self, FileError> {
        // Before anything is made of the list: a long one would take ten times its bytes.
        let (listed, limit) = (lines_at_most(&bytes), FILES_LIMIT);
        if listed > limit {
            return Err(FileError::TooManyFiles { files: listed, limit });
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        if overlaps(&zip).map_err(|error| broken(&error))? {
            return Err(FileError::OverlappingFiles);
        }
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
        let same_names = zip.metadata().has_duplicate_names();
        Ok(Self { zip, name: name.to_owned(), names, files: files.into_iter(), same_names })
    }

    /// Whether the archive is a Word document.
    pub(in crate::ingest) fn is_docx(&self) -> bool {
        self.zip.file_names_raw().any(|name| name == b"word/document.xml")
    }

    /// Sets aside what all files of the archive unpack to, but for those that are refused by themselves.
    ///
    /// # Errors
    /// [`FileError::TooManyFiles`] and [`FileError::UnpacksTooLarge`], about all of them together, and
    /// [`FileError::Empty`] where there is none.
    pub(in crate::ingest) fn claim(&self, allowance: &mut Allowance) -> Result<(), FileError> {
        if self.files.len() == 0 {
            return Err(FileError::Empty);
        }
        allowance.list(self.zip.len())?;
        let metadata = self.zip.metadata();
        let sizes = self.files.as_slice().iter().filter_map(|&at| {
            let file = metadata.entry(at).ok()?;
            size(file.size(), file.compressed_size()).ok()
        });
        allowance.claim(sizes.fold(0, u64::saturating_add))
    }

    /// How many texts there are, where no file can hold more than one.
    pub(in crate::ingest) fn total(&self) -> Option<u32> {
        let many = self.zip.file_names_raw().any(|name| {
            let extension = super::extension(&name_of(name, self.names));
            matches!(extension.as_str(), "zip" | "csv" | "tsv" | "tab" | "json" | "jsonl" | "ndjson")
        });
        let items = self.files.len().saturating_add(self.same_names.into());
        (!many).then(|| saturating_u32(items))
    }

    /// Unpacks the next file, for which bytes were set aside. Last of all comes what the list does not name.
    pub(in crate::ingest) fn next(&mut self) -> Option<Unpacked> {
        let Some(at) = self.files.next() else {
            let name = self.name.clone();
            let told = std::mem::take(&mut self.same_names);
            return told.then_some(Err(FileFailure { name, reason: FileError::SameNames }));
        };
        let raw = match self.zip.by_index_raw(at) {
            Ok(file) => (name_of(file.name_raw(), self.names), file.encrypted()),
            Err(error) => {
                let name = format!("{}/#{}", self.name, at.saturating_add(1));
                return Some(Err(FileFailure { name, reason: broken(&error) }));
            }
        };
        let name = format!("{}/{}", self.name, raw.0);
        let bytes = if raw.1 {
            Err(FileError::Broken { detail: "encrypted".to_owned() })
        } else {
            unpack(&mut self.zip, at)
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
        allowance: &mut Allowance,
    ) -> Option<Result<Vec<u8>, FileError>> {
        let at = self.zip.file_names_raw().position(|raw| raw == name.as_bytes())?;
        let size = match self.zip.metadata().entry(at) {
            Ok(file) => size(file.size(), file.compressed_size()),
            Err(error) => Err(broken(&error)),
        };
        Some(size.and_then(|size| allowance.claim(size)).and_then(|()| unpack(&mut self.zip, at)))
    }
}

/// How many files an archive lists at most; exact where it cannot be too many.
fn lines_at_most(bytes: &[u8]) -> u32 {
    let most = bytes.len() / LISTED_BYTES;
    let lines = if most > FILES_LIMIT as usize {
        bytes.windows(LISTED.len()).filter(|window| *window == LISTED).count()
    } else {
        most
    };
    saturating_u32(lines)
}

/// Whether any byte of the archive is listed as part of two files: so a small archive holds a large one many times.
fn overlaps(zip: &ZipArchive<Cursor<Vec<u8>>>) -> ZipResult<bool> {
    let metadata = zip.metadata();
    let mut places = Vec::with_capacity(zip.len());
    for at in 0..zip.len() {
        let file = metadata.entry(at)?;
        // Its name stands there too, whose length only the header tells.
        let bytes = file.compressed_size().saturating_add(HEADER_BYTES);
        places.push((file.header_start(), file.header_start().saturating_add(bytes)));
    }
    places.sort_unstable();
    Ok(places.array_windows().any(|[(_, end), (start, _)]| start < end))
}

/// The size a file says it unpacks to, if that is one that is read.
fn size(size: u64, packed: u64) -> Result<u64, FileError> {
    if size > u64::from(FILE_LIMIT) << 20 {
        let megabytes = saturating_u32(size >> 20);
        return Err(FileError::TooLarge { megabytes, limit: FILE_LIMIT });
    }
    if swells(packed, size) {
        return Err(FileError::UnpacksTooLarge { limit: UNPACKED_LIMIT });
    }
    Ok(size)
}

/// Unpacks one file. What an archive says of sizes may be a lie: no more comes out than it says.
fn unpack(zip: &mut ZipArchive<Cursor<Vec<u8>>>, at: usize) -> Result<Vec<u8>, FileError> {
    let file = zip.by_index(at).map_err(|error| broken(&error))?;
    let size = size(file.size(), file.compressed_size())?;
    let mut bytes = Vec::new();
    let read = file.take(size.saturating_add(1)).read_to_end(&mut bytes);
    read.map_err(|error| FileError::Broken { detail: error.to_string() })?;
    if bytes.len() as u64 > size {
        return Err(FileError::Broken { detail: "larger than the archive says".to_owned() });
    }
    Ok(bytes)
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

#[cfg(test)]
mod tests;
