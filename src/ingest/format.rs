//! Detection of the kind of file from its bytes and name.

mod allowance;
mod archive;
mod blocks;
mod docx;
mod evidence;
mod facts_table;
mod fields;
mod html;
mod json;
mod judged;
mod linked_data;
mod main_text;
mod marked_stories;
mod one_story;
mod quotes;
mod story_list;
mod story_parts;
mod story_sections;
mod table;
mod tags;

use super::detect::{byte_order_mark, detect, read};
use super::{Encoding, FileError, Format};

pub(super) use allowance::Allowance;
pub(super) use archive::Archive;
pub(super) use docx::read_docx;
pub use facts_table::{FactsLine, facts_lines};
pub(super) use fields::on_first_line;
pub(super) use html::read_html;
pub(super) use json::Objects;
pub(super) use table::Rows;

/// The way a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    /// As text in some encoding.
    Text(Format),
    /// As an archive; a Word document is one too.
    Packed,
}

/// Extensions of files that hold no text this app can read.
const UNREAD: [&str; 40] = [
    "doc", "rtf", "wps", "odt", "pages", "xls", "xlsx", "ods", "ppt", "pptx", "epub", "mobi", "xml", "rss",
    "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "heic", "svg", "ico", "mp3", "mp4", "mov",
    "wav", "avi", "exe", "dll", "gz", "rar", "7z", "tar", "bz2", "xz", "sqlite", "db",
];

/// First bytes of binary files.
const MAGIC: [&[u8]; 11] = [
    b"\xD0\xCF\x11\xE0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\x1F\x8B\x08",
    b"\x7FELF",
    b"ID3\x03",
    b"SQLite format 3",
];

/// Determines how to read a file, by its content first and its name second.
pub(super) fn kind(name: &str, bytes: &[u8]) -> Result<FileKind, FileError> {
    let extension = extension(name);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileError::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return match extension.as_str() {
            known if UNREAD.contains(&known) => Err(FileError::UnknownFormat { extension }),
            _ => Ok(FileKind::Packed),
        };
    }
    if bytes.iter().take(1024).copied().collect::<Vec<u8>>().windows(5).any(|five| five == b"%PDF-") {
        return Err(FileError::PdfInside);
    }
    let is_unread = UNREAD.contains(&extension.as_str());
    if is_unread {
        return Err(FileError::UnknownFormat { extension });
    }
    if matches!(extension.as_str(), "docx" | "zip") {
        return Err(FileError::Broken { detail: format!("no .{extension} inside") });
    }
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) || is_binary(bytes) {
        return Err(FileError::Binary);
    }
    let is_page = begins_like_html(bytes);
    Ok(FileKind::Text(match extension.as_str() {
        // What was saved as text may well be a page, and the other way round.
        "txt" | "text" | "md" | "markdown" | "" if is_page => Format::Html,
        "html" | "htm" | "xhtml" | "shtml" if !bytes.contains(&b'<') => Format::Text,
        "md" | "markdown" => Format::Markdown,
        "html" | "htm" | "xhtml" | "shtml" => Format::Html,
        "csv" | "tsv" | "tab" => Format::Csv,
        "jsonl" | "ndjson" | "json" => Format::Jsonl,
        _ if is_page => Format::Html,
        _ => Format::Text,
    }))
}

/// Returns the part of a file's name behind its last dot, in lower case; empty if there is none.
pub(super) fn extension(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    match file.rsplit_once('.') {
        Some((_, end)) if end.len() <= 12 => end.to_ascii_lowercase(),
        _ => String::new(),
    }
}

/// Number of bytes in which the beginning of a web page shows.
const BEGINNING: usize = 4096;

/// Returns true if bytes begin like a web page: with its declaration or its element, behind declarations of XML and
/// comments; or with another element of one, of which several end soon.
fn begins_like_html(bytes: &[u8]) -> bool {
    // Without the zeros of UTF-16 and the marks of encodings.
    let plain = |byte: &u8| !matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF);
    let start: Vec<u8> = bytes
        .iter()
        .copied()
        .filter(plain)
        .skip_while(u8::is_ascii_whitespace)
        .take(BEGINNING)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    let mut rest = start.as_slice();
    loop {
        rest = rest.trim_ascii_start();
        let behind = [(&b"<!--"[..], &b"-->"[..]), (b"<?", b"?>")].into_iter().find_map(|(open, close)| {
            let inner = rest.strip_prefix(open)?;
            let end = inner.windows(close.len()).position(|window| window == close)?;
            inner.get(end.saturating_add(close.len())..)
        });
        match behind {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    let begins = |names: &[&[u8]]| {
        names.iter().any(|name| {
            let behind = rest.strip_prefix(b"<").and_then(|rest| rest.strip_prefix(*name));
            behind.is_some_and(|behind| {
                matches!(behind.first(), Some(b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n'))
            })
        })
    };
    let ends = |name: &[u8]| start.windows(name.len()).filter(|window| *window == name).count();
    let several = || {
        let closed: [&[u8]; 9] =
            [b"</p>", b"</div>", b"</span>", b"</a>", b"</li>", b"</td>", b"</h1>", b"</title>", b"<br"];
        closed.into_iter().map(ends).sum::<usize>() >= 3
    };
    rest.starts_with(b"<!doctype html")
        || begins(&[b"html", b"head", b"body", b"frameset"])
        || begins(&[
            b"div", b"p", b"meta", b"title", b"article", b"section", b"main", b"table", b"h1", b"h2",
            b"span", b"a", b"ul", b"script", b"style", b"link", b"base", b"center", b"font", b"b", b"img",
        ]) && several()
}

/// Returns true if bytes are not text in any encoding: much of the likeliest reading is control characters or wrong
/// bytes, or its characters do not occur together in print.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..bytes.len().min(16 * 1024)).unwrap_or_default();
    let bad = |text: &str| {
        let is_bad = |c: &char| {
            *c == '\u{FFFD}' || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\x0C' | '\x1B'))
        };
        let all = text.chars().count();
        text.chars().filter(is_bad).count().saturating_mul(100).checked_div(all).unwrap_or(0)
    };
    if std::str::from_utf8(bytes).is_ok() {
        let read = read(Encoding::Utf8, sample);
        return bad(&read) > 30 && bad(&read_wide(sample)) > 10;
    }
    if byte_order_mark(bytes).is_some() {
        return false;
    }
    let guess = detect(sample);
    bad(&read(guess.encoding, sample)) > 10 || guess.tenths > 160
}

/// Returns the likelier reading as UTF-16.
fn read_wide(sample: &[u8]) -> std::borrow::Cow<'_, str> {
    let wide = super::detect::likeliest(sample, &[Encoding::Utf16Le, Encoding::Utf16Be]);
    read(wide.encoding, sample)
}
