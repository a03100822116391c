//! Printed lines, and their properties by form.

use crate::text::{is_closing, is_han, is_sentence_end};

use super::mark::Mark;
use super::press::Press;
use crate::ingest::BlockKind;
use crate::ingest::pace::{Pace, Pause};

/// A non-empty line of the page, and its properties by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Without the space around it.
    pub(super) text: &'a str,
    /// Its number on the page, from 1.
    pub(super) number: u32,
    /// Number of empty lines above it.
    pub(super) gap: u32,
    /// Its width in half-widths.
    pub(super) width: u32,
    /// Number of characters.
    pub(super) chars: u32,
    /// True if it begins with the indent of a paragraph.
    pub(super) indent: bool,
    /// Number of commas and semicolons in it.
    pub(super) commas: u32,
    /// Number of marks that end a sentence, anywhere in it but at its end.
    pub(super) stops: u32,
    /// True if it ends with the end of a sentence.
    pub(super) ended: bool,
    /// True if a space separates two words in it, as in a headline.
    pub(super) parted: bool,
    /// True if it is a row of a table.
    pub(super) table: bool,
    /// True if it contains a digit.
    pub(super) digits: bool,
    /// True if it contains a mark of a path through a site.
    pub(super) arrows: bool,
    /// True if it has more than ideographs and the marks of a sentence: letters, digits, spaces, brackets, colons.
    pub(super) mixed: bool,
    /// The role shown by its own marks and words.
    pub(super) mark: Mark,
    /// The part it is known to play.
    pub(super) known: Option<BlockKind>,
    /// True if it is known that a story begins here, with or without a headline.
    pub(super) opens: bool,
}

/// Placeholder for a line that does not exist.
static NONE: Line<'static> = Line {
    text: "",
    number: 0,
    gap: 0,
    width: 0,
    chars: 0,
    indent: false,
    commas: 0,
    stops: 0,
    ended: false,
    parted: false,
    table: false,
    digits: false,
    arrows: false,
    mixed: false,
    mark: Mark::None,
    known: None,
    opens: false,
};

/// The lines of a text that hold something.
pub(super) async fn lines<'t>(
    text: &'t str,
    known: &[(u32, BlockKind)],
    pace: &mut Pace<impl Pause>,
) -> Option<Vec<Line<'t>>> {
    let press = Press::get();
    let mut known = known.iter().copied().peekable();
    let mut lines = Vec::new();
    let mut gap = 0_u32;
    for (number, raw) in (1_u32..).zip(text.lines()) {
        if pace.is_due(raw.len().saturating_add(1)) {
            pace.pause().await?;
        }
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            gap = gap.saturating_add(1);
            continue;
        }
        while known.next_if(|&(other, _)| other < number).is_some() {}
        let kind = known.next_if(|&(other, _)| other == number).map(|(_, kind)| kind);
        let line = Line::new(trimmed, number, gap, raw.starts_with("\u{3000}\u{3000}"), press);
        lines.push(kind.map_or(line, |kind| line.known_as(kind)));
        gap = 0;
    }
    pace.pass();
    Some(lines)
}

impl<'a> Line<'a> {
    /// Returns the line at an index; an empty one if there is none.
    pub(super) fn at(lines: &[Self], place: usize) -> &Self {
        lines.get(place).unwrap_or(&NONE)
    }

    fn new(text: &'a str, number: u32, gap: u32, indent: bool, press: &Press) -> Self {
        let mut line = Line { text, number, gap, indent, table: text.starts_with('|'), ..NONE };
        let mut before = ' ';
        let mut space = false;
        for c in text.chars() {
            line.chars = line.chars.saturating_add(1);
            if c == ' ' || c == '\u{3000}' {
                (space, line.mixed) = (true, true);
                continue;
            }
            let parting = space && (before.is_ascii() || c.is_ascii());
            line.width = line.width.saturating_add(half_widths(c)).saturating_add(parting.into());
            if space {
                line.parted |= is_word(before) && is_word(c) && !before.is_ascii() && !c.is_ascii();
                space = false;
            }
            line.mixed |= !is_of_sentence(c);
            match c {
                '，' | '；' | ',' => line.commas = line.commas.saturating_add(1),
                '。' | '！' | '？' => line.stops = line.stops.saturating_add(1),
                '\t' => line.table = true,
                '0'..='9' | '０'..='９' => line.digits = true,
                '>' | '›' | '»' | '＞' => line.arrows = true,
                _ => {}
            }
            before = c;
        }
        let body = text.trim_end_matches(is_closing);
        let last = body.chars().next_back();
        line.ended = last.is_none_or(|c| is_sentence_end(c) || matches!(c, '…' | '.'))
            || (line.stops > 0 && super::signing::signature(text).is_some());
        if last.is_some_and(|c| matches!(c, '。' | '！' | '？')) {
            line.stops = line.stops.saturating_sub(1);
        }
        line.mark = line.own_mark(press);
        line
    }

    /// The line with only a part of its text.
    pub(super) fn with_text(&self, text: &'a str) -> Self {
        Self::new(text, self.number, self.gap, self.indent, Press::get())
    }

    /// The line with the mark of the part that it is known to play.
    pub(super) fn known_as(self, kind: BlockKind) -> Self {
        let mark = match kind {
            BlockKind::Headline => Mark::Heading(1),
            BlockKind::Deck | BlockKind::Subhead | BlockKind::Kicker => Mark::Heading(2),
            BlockKind::Byline => Mark::Byline,
            BlockKind::Caption => Mark::Caption,
            BlockKind::Note => Mark::Note,
            BlockKind::Furniture => Mark::Furniture,
            BlockKind::Paragraph | BlockKind::PullQuote => match self.mark {
                mark @ (Mark::Dateline | Mark::Item) => mark,
                _ => Mark::Running,
            },
        };
        Self { mark, known: Some(kind), ..self }
    }

    /// Returns true if no mark at its end says how it goes on.
    pub(super) fn is_bare(&self) -> bool {
        self.last().is_some_and(|c| is_han(c) || c.is_ascii_alphanumeric())
    }

    /// Returns true if it is written in Latin letters for the most part.
    pub(super) fn is_latin(&self) -> bool {
        self.width.saturating_mul(10) < self.chars.saturating_mul(12)
    }

    /// Returns its last character.
    pub(super) fn last(&self) -> Option<char> {
        self.text.chars().next_back()
    }
}

/// The kind that a line says itself to be by its wording, if it says any.
pub(in crate::ingest) fn kind_by_wording(text: &str) -> Option<BlockKind> {
    match Line::new(text.trim(), 1, 0, false, Press::get()).mark {
        Mark::Caption | Mark::Credit => Some(BlockKind::Caption),
        Mark::Byline => Some(BlockKind::Byline),
        Mark::Note => Some(BlockKind::Note),
        Mark::Furniture => Some(BlockKind::Furniture),
        Mark::Label => Some(BlockKind::Kicker),
        _ => None,
    }
}

/// Returns true if a line is furniture by its wording.
pub(in crate::ingest) fn is_furniture(text: &str) -> bool {
    kind_by_wording(text) == Some(BlockKind::Furniture)
}

/// Returns true for ideographs of the common block, and the marks of a sentence.
fn is_of_sentence(c: char) -> bool {
    matches!(
        c,
        '\u{4e00}'..='\u{9fff}' | '，' | '。' | '、' | '；' | '！' | '？' | '「' | '」' | '“' | '”' | '…'
    )
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '《' | '》' | '！' | '？' | '“' | '”')
}

/// Returns the width of a character: two for an ideograph, one for a Latin letter or digit.
pub(super) fn half_widths(c: char) -> u32 {
    if c.is_ascii() { 1 } else { 2 }
}
