//! Word documents: the text of their parts, with what was left out.

mod body;
mod notes;
mod styles;

use std::rc::Rc;

use super::allowance::Allowance;
use super::archive::Archive;
use crate::ingest::cleaning::{Cleaned, cleaned};
use crate::ingest::detect::{byte_order_mark, standard};
use crate::ingest::{Encoding, FileError, Format, IngestWarning, Metadata, Source, WarningKind};
use crate::text::saturating_u32;
use body::Body;
use notes::Notes;
use styles::Styles;

/// Reads the text of a Word document. Broken XML yields the text before the break, with a warning.
pub(in crate::ingest) fn read_docx(
    name: &str,
    archive: &mut Archive,
    allowance: &mut Allowance,
) -> Result<Source, FileError> {
    let mut part = |name: &str| archive.part(name, allowance);
    let missing = || FileError::Broken { detail: "no word/document.xml".to_owned() };
    let document = part("word/document.xml").ok_or_else(missing)??;
    let styles = part("word/styles.xml").and_then(Result::ok).unwrap_or_default();
    let styles = Rc::new(Styles::read(&xml(&styles)));
    let mut notes = |name: &str| {
        let notes = part(name).and_then(Result::ok).unwrap_or_default();
        Body::read_notes(&xml(&notes), Rc::clone(&styles))
    };
    let notes = Notes::new(notes("word/footnotes.xml"), notes("word/endnotes.xml"));
    let mut body = Body::with(styles.clone(), notes);
    let broken = body.read(&xml(&document));
    let Cleaned { text, mut warnings, originals } = cleaned(body.finish());
    // Checked last: cleaning may have removed everything.
    if text.trim().is_empty() {
        return Err(broken.map_or(FileError::Empty, |detail| FileError::Broken { detail }));
    }
    let last = saturating_u32(text.lines().count());
    let markup = broken.map(|text| IngestWarning { line: last, kind: WarningKind::BrokenMarkup, text });
    let missing = (body.missing > 0).then(|| IngestWarning {
        line: body.first_missing,
        kind: WarningKind::LeftOutNotes,
        text: body.missing.to_string(),
    });
    warnings.extend(markup.into_iter().chain(missing));
    let (format, metadata) = (Format::Docx, Metadata::default());
    Ok(Source {
        name: name.to_owned(),
        text,
        format,
        encoding: None,
        metadata,
        warnings,
        originals,
        known: body.known,
    })
}

/// Decodes XML: as UTF-8, unless a byte order mark names another encoding.
fn xml(bytes: &[u8]) -> String {
    let encoding = byte_order_mark(bytes).map_or(Encoding::Utf8, |(encoding, _)| encoding);
    standard(encoding).decode_with_bom_removal(bytes).0.into_owned()
}
