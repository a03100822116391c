//! The text of a Word document: paragraphs, headings, lists and tables from its XML.

use std::rc::Rc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::notes::{NoteKind, NoteTexts, Notes};
use super::styles::{Styles, attribute, depth_of, is_on, outline};
use crate::ingest::BlockKind;
use crate::text::saturating_u32;

/// Maximum depth of headings; deeper ones are marked like it.
const DEEPEST: usize = 6;

/// The text of a document while it is read.
#[derive(Default)]
pub(super) struct Body {
    styles: Rc<Styles>,
    notes: Notes,
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
    /// The notes of the story so far, which follow it.
    pending_notes: Vec<String>,
    /// The notes of a part that has nothing else, by their ids.
    note_texts: NoteTexts,
    /// The id of the open note; empty for one that only parts the notes from the text.
    note: String,
    /// The lines that are notes.
    pub(super) known: Vec<(u32, BlockKind)>,
    /// The bytes of the text whose lines were counted, and their number.
    counted: (usize, usize),
    /// Number of footnotes and endnotes without a text.
    pub(super) missing: u32,
    /// The line of the first of them.
    pub(super) first_missing: u32,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    depth: usize,
    item: bool,
    /// True if its style hides its text.
    hidden: bool,
    /// True if the style of its open run turns that over.
    turned: bool,
    /// True or false if the open run itself says that it is hidden or not.
    own: Option<bool>,
    /// True if its mark was deleted.
    joins: bool,
}

impl Body {
    /// Returns an empty text with the styles and the notes of its document.
    pub(super) fn with(styles: Rc<Styles>, notes: Notes) -> Self {
        Self { styles, notes, ..Self::default() }
    }

    /// Reads the notes of a part to its end, or to a break in the XML.
    pub(super) fn read_notes(xml: &str, styles: Rc<Styles>) -> NoteTexts {
        let mut body = Self::with(styles, Notes::default());
        body.read(xml);
        body.note_texts
    }

    /// Reads to the end, or to a break in the XML, whose description it returns.
    pub(super) fn read(&mut self, xml: &str) -> Option<String> {
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
        // A second saying of a drawing, the stops of a tab, text moved elsewhere or deleted, a style that was changed, a
        // reading set above the characters.
        let is_beside = matches!(name, "Fallback" | "tabs" | "moveFrom" | "pPrChange" | "rPrChange" | "rt")
            || name == "del" && !self.in_paragraph_properties;
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
            "footnoteReference" => self.refer(NoteKind::Footnote, &attribute(tag, "id")),
            "endnoteReference" => self.refer(NoteKind::Endnote, &attribute(tag, "id")),
            "footnote" | "endnote" => {
                // The others are lines drawn between text and notes.
                let is_text = matches!(attribute(tag, "type").as_str(), "" | "normal");
                self.note = if is_text { attribute(tag, "id") } else { String::new() };
            }
            "pPr" => self.in_paragraph_properties = !empty,
            // A mark that is deleted or hidden does not end its paragraph.
            "del" if self.in_paragraph_properties => self.paragraph(|paragraph| paragraph.joins = true),
            "vanish" | "specVanish" if self.in_paragraph_properties => {
                self.paragraph(|paragraph| paragraph.joins |= is_on(tag));
            }
            "r" => self.paragraph(|paragraph| (paragraph.turned, paragraph.own) = (false, None)),
            "rStyle" if !self.in_paragraph_properties => {
                let turned = self.styles.hides(&attribute(tag, "val"));
                self.paragraph(|paragraph| paragraph.turned = turned);
            }
            "vanish" if !self.in_paragraph_properties => {
                self.paragraph(|paragraph| paragraph.own = Some(is_on(tag)));
            }
            "pStyle" => {
                let style = attribute(tag, "val");
                let hidden = self.styles.hides(&style);
                let depth = self.styles.depth(&style).or_else(|| depth_of(&style)).unwrap_or(0);
                self.paragraph(|paragraph| (paragraph.hidden, paragraph.depth) = (hidden, depth));
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
            "footnote" | "endnote" => self.end_note(),
            _ => {}
        }
    }

    /// Keeps a note that is referred to, or counts it if there is none.
    fn refer(&mut self, kind: NoteKind, id: &str) {
        if self.open.last().is_some_and(Paragraph::is_hidden) {
            return;
        }
        if let Some(note) = self.notes.refer(kind, id) {
            self.pending_notes.push(note);
            return;
        }
        if self.missing == 0 {
            self.first_missing = saturating_u32(self.count_lines().saturating_add(1));
        }
        self.missing = self.missing.saturating_add(1);
    }

    /// Ends a note of a part of notes: all its paragraphs are one line.
    fn end_note(&mut self) {
        let text = std::mem::take(&mut self.text);
        let mut note = String::new();
        for line in
            text.lines().map(|line| line.trim_start_matches('#').trim()).filter(|line| !line.is_empty())
        {
            let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if is_latin(note.chars().next_back()) && is_latin(line.chars().next()) {
                note.push(' ');
            }
            note.push_str(line);
        }
        let id = std::mem::take(&mut self.note);
        if !id.is_empty() && !note.is_empty() {
            self.note_texts.insert(id, note);
        }
    }

    /// Writes the notes of the story that ends here.
    fn write_notes(&mut self) {
        let notes = std::mem::take(&mut self.pending_notes);
        if notes.is_empty() {
            return;
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.text.push('\n');
        for note in notes {
            let line = saturating_u32(self.count_lines().saturating_add(1));
            self.known.push((line, BlockKind::Note));
            self.text.push_str(&note);
            self.text.push('\n');
        }
    }

    /// Returns the number of lines that end in the text so far; each is counted once.
    fn count_lines(&mut self) -> usize {
        let (seen, lines) = self.counted;
        let new = self.text.as_bytes().get(seen..).unwrap_or_default();
        let lines = lines.saturating_add(new.iter().filter(|&&byte| byte == b'\n').count());
        self.counted = (self.text.len(), lines);
        lines
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
            // A heading of the first level begins another story.
            if paragraph.depth == 1 {
                self.write_notes();
            }
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
        self.paragraph(|paragraph| {
            if !paragraph.is_hidden() {
                // Only line feeds end lines.
                paragraph.text.extend(text.chars().map(|c| if c == '\r' { '\n' } else { c }));
            }
        });
    }

    /// Returns the text, including elements that were open at a break.
    pub(super) fn finish(&mut self) -> String {
        self.tables = 0;
        while let Some(paragraph) = self.open.pop() {
            self.close(&paragraph);
        }
        if !self.pending.is_empty() {
            self.close(&Paragraph::default());
        }
        let cells = std::mem::take(&mut self.cells).join("\t");
        self.text.push_str(cells.trim_end());
        self.write_notes();
        std::mem::take(&mut self.text)
    }
}

impl Paragraph {
    /// Returns true if the text of its open run does not show. That a style of a run hides is turned over by a style of the
    /// paragraph that hides as well; what the run says itself goes before both.
    fn is_hidden(&self) -> bool {
        self.own.unwrap_or(self.hidden != self.turned)
    }
}
