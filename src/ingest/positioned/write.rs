//! Output of blocks in reading order as lines of text.

use std::collections::BTreeSet;

use super::LaidPage;
use super::blocks::LineBlock;
use super::length::Length;
use super::lines::PositionedLine;
use super::{IngestWarning, WarningKind};
use crate::ingest::join_lines;

/// Maximum number of warnings of each kind listed for a page.
const LISTED: usize = 20;
/// Number of characters of a text that a warning shows.
const SHORT: usize = 24;

/// Returns the text, and the warnings about it.
pub(super) fn write(pages: &[LaidPage], body: Length) -> (String, Vec<IngestWarning>) {
    let mut writer = Writer::default();
    let mended: BTreeSet<(char, char)> = pages.iter().flat_map(|page| &page.mended).copied().collect();
    if !mended.is_empty() {
        let pairs: Vec<String> = mended.iter().map(|(form, mend)| format!("{form}→{mend}")).collect();
        writer.warn(WarningKind::MendedForm, &pairs.join(" "));
    }
    for (number, page) in (1_usize..).zip(pages) {
        writer.page(number, page, body);
    }
    (writer.text, writer.warnings)
}

#[derive(Default)]
struct Writer {
    text: String,
    /// Number of lines written.
    line: u32,
    warnings: Vec<IngestWarning>,
}

impl Writer {
    fn page(&mut self, number: usize, page: &LaidPage, body: Length) {
        if page.blocks.is_empty() && page.unplaced.is_empty() || page.broken {
            self.warn(WarningKind::UnreadPage, &number.to_string());
        }
        for (place, (kind, text)) in page.notes.iter().enumerate() {
            let earlier = page.notes.iter().take(place).rev().take(LISTED);
            if earlier.filter(|(other, _)| other == kind).count() < LISTED {
                self.warn(*kind, text);
            }
        }
        let levels = levels(&page.blocks, body);
        for (block, level) in page.blocks.iter().zip(levels) {
            if block.margin {
                let text: String = block.lines.iter().map(PositionedLine::text).collect();
                self.warn(WarningKind::DroppedFurniture, &text);
                continue;
            }
            self.blank();
            match level {
                Some(marks) => self.line(&format!("{marks} {}", heading(block))),
                None => self.running_text(block),
            }
        }
        if !page.unplaced.is_empty() {
            self.blank();
            for text in &page.unplaced {
                self.line(text);
                self.warn(WarningKind::UnplacedText, text);
            }
        }
    }

    fn running_text(&mut self, block: &LineBlock) {
        let edge = block.lines.iter().map(|line| line.frame.left).min().unwrap_or_default();
        for line in &block.lines {
            let indent = line.frame.left - edge;
            let is_indented = indent * 10 >= line.size * 14 && indent * 10 <= line.size * 26;
            let space = if is_indented { "\u{3000}\u{3000}" } else { "" };
            self.line(&format!("{space}{}", line.text()));
        }
    }

    fn blank(&mut self) {
        if self.line > 0 {
            self.line("");
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
        self.line = self.line.saturating_add(1);
    }

    /// Adds a warning for the line last written, or for the first line.
    fn warn(&mut self, kind: WarningKind, text: &str) {
        let text = text.chars().take(SHORT).collect();
        self.warnings.push(IngestWarning { line: self.line.max(1), kind, text });
    }
}

/// Returns the marks before each block that is a heading. Of consecutive headings, such as kicker, headline and deck,
/// the largest are the headline.
fn levels(blocks: &[LineBlock], body: Length) -> Vec<Option<&'static str>> {
    let mut levels: Vec<Option<&'static str>> = Vec::with_capacity(blocks.len());
    for group in blocks.chunk_by(|a, b| a.is_heading(body) == b.is_heading(body)) {
        let largest = group.iter().map(|block| block.size).max().unwrap_or(body);
        levels.extend(group.iter().map(|block| {
            let is_headline = block.size * 10 >= body * 16 && block.size * 4 >= largest * 3;
            block.is_heading(body).then_some(if is_headline { "#" } else { "##" })
        }));
    }
    levels
}

/// Joins the lines of a heading into one.
fn heading(block: &LineBlock) -> String {
    let mut heading = String::new();
    for line in &block.lines {
        join_lines(&mut heading, &line.text());
    }
    heading
}
