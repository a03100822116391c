//! The text of a Word document: paragraphs, headings, lists and tables from its XML.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::styles::{Styles, attribute, depth_of, is_on, outline};
use crate::text::saturating_u32;

/// Maximum depth of headings; deeper ones are marked like it.
const DEEPEST: usize = 6;

/// The text of a document while it is read.
#[derive(Default)]
pub(super) struct Body {
    styles: Styles,
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
    /// Number of footnotes and endnotes.
    pub(super) notes: u32,
    /// The line of the first.
    pub(super) first_note: u32,
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
    /// Returns an empty text with the styles of its document.
    pub(super) fn with(styles: Styles) -> Self {
        Self { styles, ..Self::default() }
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
                self.hidden |= self.styles.hides(&attribute(tag, "val"));
            }
            "vanish" if !self.in_paragraph_properties => self.hidden = is_on(tag),
            "pStyle" => {
                let style = attribute(tag, "val");
                let hidden = self.styles.hides(&style);
                self.paragraph(|paragraph| paragraph.hidden = hidden);
                let depth = self.styles.depth(&style).or_else(|| depth_of(&style));
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
        std::mem::take(&mut self.text)
    }
}
