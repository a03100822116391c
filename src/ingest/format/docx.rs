//! Word documents: paragraphs, headings, lists and tables from their XML.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::{FxHashMap, FxHashSet};

use super::allowance::Allowance;
use super::archive::Archive;
use crate::ingest::cleaning::clean;
use crate::ingest::detect::byte_order_mark;
use crate::ingest::{Encoding, FileError, Format, IngestWarning, Metadata, Source, WarningKind, decode};
use crate::text::saturating_u32;

/// Maximum depth of headings; deeper ones are marked like it.
const DEEPEST: usize = 6;

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
    let styles = xml(&styles);
    let mut body =
        Body { styles: headings(&styles), hidden_styles: hidden_styles(&styles), ..Body::default() };
    let broken = body.read(&xml(&document));
    let (text, mut warnings) = clean(body.finish());
    // Checked last: cleaning may have removed everything.
    if text.trim().is_empty() {
        return Err(broken.map_or(FileError::Empty, |detail| FileError::Broken { detail }));
    }
    let last = saturating_u32(text.lines().count());
    let markup = broken.map(|text| IngestWarning { line: last, kind: WarningKind::BrokenMarkup, text });
    let notes = (body.notes > 0).then(|| IngestWarning {
        line: body.first_note,
        kind: WarningKind::LeftOutNotes,
        text: body.notes.to_string(),
    });
    warnings.extend(markup.into_iter().chain(notes));
    let (format, metadata) = (Format::Docx, Metadata::default());
    Ok(Source {
        name: name.to_owned(),
        text,
        format,
        encoding: None,
        metadata,
        warnings,
        ..Source::default()
    })
}

/// Decodes XML: as UTF-8, unless a byte order mark names another encoding.
fn xml(bytes: &[u8]) -> String {
    let encoding = byte_order_mark(bytes).map_or(Encoding::Utf8, |(encoding, _)| encoding);
    decode(bytes, Some(encoding)).text
}

/// Returns the depth of each heading style, by the style's id in the file.
fn headings(xml: &str) -> FxHashMap<String, usize> {
    let mut depths = FxHashMap::default();
    let mut reader = Reader::from_str(xml);
    let mut style = String::new();
    while let Ok(event) = reader.read_event() {
        let (Event::Start(tag) | Event::Empty(tag)) = event else {
            if matches!(event, Event::Eof) {
                break;
            }
            continue;
        };
        match tag.local_name().as_ref() {
            "style" => style = attribute(&tag, "styleId"),
            "name" => {
                if let Some(depth) = depth_of(&attribute(&tag, "val")) {
                    depths.insert(style.clone(), depth);
                }
            }
            "outlineLvl" => {
                if let Some(depth) = outline(&tag) {
                    depths.entry(style.clone()).or_insert(depth);
                }
            }
            _ => {}
        }
    }
    depths
}

/// Returns the styles that hide their text, by their ids in the file, with those based on them.
fn hidden_styles(xml: &str) -> FxHashSet<String> {
    let mut reader = Reader::from_str(xml);
    let mut style = String::new();
    let mut own: FxHashMap<String, bool> = FxHashMap::default();
    let mut based: Vec<(String, String)> = Vec::new();
    while let Ok(event) = reader.read_event() {
        let (Event::Start(tag) | Event::Empty(tag)) = event else {
            if matches!(event, Event::Eof) {
                break;
            }
            continue;
        };
        match tag.local_name().as_ref() {
            "style" => style = attribute(&tag, "styleId"),
            "basedOn" => based.push((style.clone(), attribute(&tag, "val"))),
            "vanish" => {
                own.insert(style.clone(), is_on(&tag));
            }
            _ => {}
        }
    }
    let mut hidden: FxHashSet<String> =
        own.iter().filter(|(_, on)| **on).map(|(name, _)| name.clone()).collect();
    // Styles are based on others a few steps at most.
    for _ in 0..8 {
        for (style, base) in &based {
            if hidden.contains(base) && !own.contains_key(style) {
                hidden.insert(style.clone());
            }
        }
    }
    hidden
}

/// Returns true if a property that is on or off is on; it is where it says nothing.
fn is_on(tag: &BytesStart) -> bool {
    !matches!(attribute(tag, "val").as_str(), "0" | "false" | "off")
}

/// Parses the depth from a style's name: `heading 2`, `標題 2`, `Title`.
fn depth_of(style: &str) -> Option<usize> {
    let style = style.to_lowercase();
    if style == "title" || style == "標題" || style == "标题" {
        return Some(1);
    }
    let rest = ["heading", "標題", "标题"].iter().find_map(|name| style.strip_prefix(name))?;
    rest.trim().parse().ok().filter(|depth| (1..=9).contains(depth))
}

fn outline(tag: &BytesStart) -> Option<usize> {
    attribute(tag, "val").parse::<usize>().ok().filter(|level| *level < 9)?.checked_add(1)
}

fn attribute(tag: &BytesStart, name: &str) -> String {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    found.map(|attribute| attribute.value.to_string()).unwrap_or_default()
}

/// The text of a document while it is read.
#[derive(Default)]
struct Body {
    styles: FxHashMap<String, usize>,
    hidden_styles: FxHashSet<String>,
    /// True if the text of the run that is open does not show.
    hidden: bool,
    /// True if the place is in what is said of a paragraph and its mark, rather than of a run.
    in_paragraph_properties: bool,
    /// A paragraph whose mark was deleted, so that the next one goes on with it.
    pending: String,
    text: String,
    /// The open paragraphs: a text box is inside one and is written before it.
    open: Vec<Paragraph>,
    /// Number of tables around the position.
    tables: usize,
    /// Cells of the open row.
    cells: Vec<String>,
    /// True inside the text of a run.
    in_text: bool,
    /// Depth of elements inside one that is skipped.
    skipped: usize,
    notes: u32,
    first_note: u32,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    depth: usize,
    item: bool,
    /// True if its style hides its text.
    hidden: bool,
    /// True if its mark was deleted.
    joins: bool,
}

impl Body {
    /// Reads to the end, or to a break in the XML, whose description it returns.
    fn read(&mut self, xml: &str) -> Option<String> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => {
                    return (!self.open.is_empty()).then(|| "the document ends too early".to_owned());
                }
                Ok(Event::Start(tag)) => self.start(&tag, false),
                Ok(Event::Empty(tag)) => self.start(&tag, true),
                Ok(Event::End(tag)) => self.end(tag.local_name().as_ref()),
                Ok(Event::Text(text)) => self.push(&text.xml10_content()),
                Ok(Event::CData(text)) => self.push(&text.xml10_content()),
                Ok(Event::GeneralRef(reference)) => {
                    let known = match &*reference.xml10_content() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => reference.resolve_char_ref().ok().flatten(),
                    };
                    self.push(known.unwrap_or('\u{FFFD}').encode_utf8(&mut [0; 4]));
                }
                Ok(_) => {}
                Err(error) => return Some(error.to_string()),
            }
        }
    }

    fn start(&mut self, tag: &BytesStart, empty: bool) {
        let name = tag.local_name();
        let name = name.as_ref();
        // A second saying of a drawing, the stops of a tab, text moved elsewhere, a style that was changed, a reading set
        // above the characters.
        let is_beside = matches!(name, "Fallback" | "tabs" | "moveFrom" | "pPrChange" | "rPrChange" | "rt");
        if self.skipped > 0 || is_beside {
            self.skipped = self.skipped.saturating_add((!empty).into());
            return;
        }
        match name {
            "p" => {
                self.open.push(Paragraph::default());
                if empty {
                    self.end("p");
                }
            }
            "tbl" if !empty => self.tables = self.tables.saturating_add(1),
            "t" => self.in_text = !empty,
            "tab" => self.raw("\t"),
            "br" | "cr" => self.raw("\n"),
            "noBreakHyphen" => self.raw("-"),
            "footnoteReference" | "endnoteReference" => {
                if self.notes == 0 {
                    let lines = self.text.lines().count().saturating_add(1);
                    self.first_note = saturating_u32(lines);
                }
                self.notes = self.notes.saturating_add(1);
            }
            "pPr" => self.in_paragraph_properties = !empty,
            "del" if self.in_paragraph_properties => self.paragraph(|paragraph| paragraph.joins = true),
            "r" => self.hidden = self.open.last().is_some_and(|paragraph| paragraph.hidden),
            "rStyle" if !self.in_paragraph_properties => {
                self.hidden |= self.hidden_styles.contains(&attribute(tag, "val"));
            }
            "vanish" if !self.in_paragraph_properties => self.hidden = is_on(tag),
            "pStyle" => {
                let style = attribute(tag, "val");
                let hidden = self.hidden_styles.contains(&style);
                self.paragraph(|paragraph| paragraph.hidden = hidden);
                let depth = self.styles.get(&style).copied().or_else(|| depth_of(&style));
                self.paragraph(|paragraph| paragraph.depth = depth.unwrap_or(0));
            }
            "outlineLvl" => {
                let depth = outline(tag);
                self.paragraph(|paragraph| paragraph.depth = depth.unwrap_or(paragraph.depth));
            }
            "numPr" => self.paragraph(|paragraph| paragraph.item = true),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(left) = self.skipped.checked_sub(1) {
            self.skipped = left;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "pPr" => self.in_paragraph_properties = false,
            "p" => {
                if let Some(paragraph) = self.open.pop() {
                    self.close(&paragraph);
                }
            }
            "tc" if self.tables == 1 => self.cells.push(String::new()),
            "tr" if self.tables == 1 => {
                let cells = std::mem::take(&mut self.cells);
                self.text.push_str(cells.join("\t").trim_end());
                self.text.push('\n');
            }
            "tbl" => self.tables = self.tables.saturating_sub(1),
            _ => {}
        }
    }

    /// Writes a paragraph: on a line of its own, or in the open cell.
    fn close(&mut self, paragraph: &Paragraph) {
        if paragraph.joins && self.tables == 0 {
            self.pending.push_str(&paragraph.text);
            return;
        }
        let whole = format!("{}{}", std::mem::take(&mut self.pending), paragraph.text);
        let text = whole.trim_end();
        if self.tables > 0 {
            if self.cells.is_empty() {
                self.cells.push(String::new());
            }
            if let Some(cell) = self.cells.last_mut() {
                if !cell.is_empty() && !text.is_empty() {
                    cell.push(' ');
                }
                cell.push_str(&text.replace(['\n', '\t'], " "));
            }
            return;
        }
        if paragraph.depth > 0 && !text.trim().is_empty() {
            self.text.push_str(&"#".repeat(paragraph.depth.min(DEEPEST)));
            self.text.push(' ');
            self.text.push_str(&text.replace('\n', " "));
        } else {
            if paragraph.item && !text.is_empty() {
                self.text.push_str("- ");
            }
            self.text.push_str(text);
        }
        self.text.push('\n');
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.open.last_mut() {
            change(paragraph);
        }
    }

    fn push(&mut self, text: &str) {
        if self.in_text && self.skipped == 0 {
            self.raw(text);
        }
    }

    fn raw(&mut self, text: &str) {
        if self.hidden {
            return;
        }
        self.paragraph(|paragraph| paragraph.text.push_str(text));
    }

    /// Returns the text, including elements that were open at a break.
    fn finish(&mut self) -> String {
        self.tables = 0;
        while let Some(paragraph) = self.open.pop() {
            self.close(&paragraph);
        }
        if !self.pending.is_empty() {
            self.close(&Paragraph::default());
        }
        let cells = std::mem::take(&mut self.cells).join("\t");
        self.text.push_str(cells.trim_end());
        std::mem::take(&mut self.text)
    }
}
