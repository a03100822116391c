//! Archives of files, unpacked one file at a time and never beyond the limits of one file.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::{ZipError, ZipResult};

use super::allowance::{Allowance, FILES_LIMIT, UNPACKED_LIMIT, swells};
use crate::ingest::detect::likeliest;
use crate::ingest::files::{FILE_LIMIT, name_of};
use crate::ingest::{Encoding, FileError, FileFailure};
use crate::text::saturating_u32;

/// First bytes of each entry in an archive's list of files.
const LISTED: &[u8] = b"PK\x01\x02";

/// Minimum bytes of each entry of the list, and bytes before each file's own.
const LISTED_BYTES: usize = 46;
const HEADER_BYTES: u64 = 30;

/// A file from an archive, or the reason why there is none.
type Unpacked = Result<(String, Vec<u8>), FileFailure>;

/// An archive and the position in it.
pub(in crate::ingest) struct Archive {
    zip: ZipArchive<Cursor<Vec<u8>>>,
    name: String,
    names: Encoding,
    /// Indices of the files to read.
    files: std::vec::IntoIter<usize>,
    /// Set if it must be reported that only the last of several files of one name is listed.
    same_names: bool,
}

impl Archive {
    /// Opens an archive and lists the files in it, except those that operating systems leave there.
    ///
    /// # Errors
    /// [`FileError`] if it is broken, or lists files as a bomb does.
    pub(in crate::ingest) fn open(name: &str, bytes: Vec<u8>) -> Result<Self, FileError> {
        // Checked before the list is parsed: a long one would take ten times its bytes.
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
        // Names have no mark of their encoding; all of them together show more than one.
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

    /// Returns true if the archive is a Word document.
    pub(in crate::ingest) fn is_docx(&self) -> bool {
        self.zip.file_names_raw().any(|name| name == b"word/document.xml")
    }

    /// Reserves the unpacked size of all files of the archive, except those that are refused by themselves.
    ///
    /// # Errors
    /// [`FileError::TooManyFiles`] and [`FileError::UnpacksTooLarge`] for all of them together, and
    /// [`FileError::Empty`] if there are none.
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

    /// Returns the number of texts, if no file can hold more than one.
    pub(in crate::ingest) fn total(&self) -> Option<u32> {
        let many = self.zip.file_names_raw().any(|name| {
            let extension = super::extension(&name_of(name, self.names));
            matches!(extension.as_str(), "zip" | "csv" | "tsv" | "tab" | "json" | "jsonl" | "ndjson")
        });
        let items = self.files.len().saturating_add(self.same_names.into());
        (!many).then(|| saturating_u32(items))
    }

    /// Unpacks the next file, for which bytes were reserved. The last item is the failure for files that share a name.
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

    /// Unpacks the file with a name; returns `None` if there is none.
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

/// Returns an upper bound of the number of files listed; entries are counted only if there is room for too many.
fn lines_at_most(bytes: &[u8]) -> u32 {
    let most = bytes.len() / LISTED_BYTES;
    let lines = if most > FILES_LIMIT as usize {
        bytes.windows(LISTED.len()).filter(|window| *window == LISTED).count()
    } else {
        most
    };
    saturating_u32(lines)
}

/// Returns true if any byte is listed as part of two files, which lets a small archive hold a large file many times.
fn overlaps(zip: &ZipArchive<Cursor<Vec<u8>>>) -> ZipResult<bool> {
    let metadata = zip.metadata();
    let mut places = Vec::with_capacity(zip.len());
    for at in 0..zip.len() {
        let file = metadata.entry(at)?;
        // Its name is there too, but only the header gives the length.
        let bytes = file.compressed_size().saturating_add(HEADER_BYTES);
        places.push((file.header_start(), file.header_start().saturating_add(bytes)));
    }
    places.sort_unstable();
    Ok(places.array_windows().any(|[(_, end), (start, _)]| start < end))
}

/// Returns the size to which a file claims to unpack, if it is within the limits.
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

/// Unpacks one file. Sizes in an archive may be false: no more is unpacked than declared.
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

/// Returns true if a file in an archive is one of the reader's own.
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
