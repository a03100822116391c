//! Lines put together again: headings, paragraphs and captions, each with the lines it was made from.

use std::borrow::Cow;
use std::cell::RefCell;

use super::columns::Columns;
use super::line::Line;
use super::mark::Mark;
use super::pairs::Pairs;
use super::press::{Press, Sense};
use crate::ingest::unwrap::{join_lines, without_padding};
use crate::ingest::{IngestWarning, Unwrap, WarningKind};
use crate::text::is_han;

/// A heading, a paragraph, a caption: what stands in one piece on the page.
#[derive(Clone, Debug)]
pub(super) struct Unit<'a> {
    pub(super) text: Cow<'a, str>,
    /// The first and the last line it was made from.
    pub(super) lines: (u32, u32),
    /// Empty lines above it.
    pub(super) gap: u32,
    pub(super) form: Form,
    /// The level of a heading that is marked as one.
    pub(super) level: u8,
    /// Whether it begins with a dateline.
    pub(super) dateline: bool,
    /// Whether its first lines are narrower than the column, as where a headline stands beside them.
    pub(super) narrow: bool,
    /// Whether a space parts it, as headlines are parted.
    pub(super) parted: bool,
    /// A label that was printed into it, and where.
    pub(super) label: Option<String>,
}

/// What a unit is by its own form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A line like a headline or a subhead.
    Title,
    /// The name of a kind of piece.
    Label,
    Byline,
    Caption,
    Note,
    Furniture,
    Paragraph,
}

/// The units of the lines.
pub(super) fn units<'a>(
    lines: &[Line<'a>],
    columns: &Columns,
    unwrap: Unwrap,
    warnings: &mut Vec<IngestWarning>,
) -> Vec<Unit<'a>> {
    let mut making = Making {
        lines,
        columns,
        unwrap,
        units: Vec::new(),
        warnings,
        press: Press::get(),
        pairs: RefCell::default(),
    };
    let mut at = 0;
    while at < lines.len() {
        at = making.unit(at);
    }
    making.units
}

/// The making of the units.
pub(super) struct Making<'l, 'a, 'w> {
    pub(super) lines: &'l [Line<'a>],
    pub(super) columns: &'l Columns,
    pub(super) unwrap: Unwrap,
    pub(super) units: Vec<Unit<'a>>,
    pub(super) warnings: &'w mut Vec<IngestWarning>,
    pub(super) press: &'static Press,
    pub(super) pairs: RefCell<Pairs>,
}

impl<'a> Making<'_, 'a, '_> {
    /// Makes the unit that begins at a line; the line after it.
    pub(super) fn unit(&mut self, at: usize) -> usize {
        if self.split_label(at) {
            self.push(at, at + 1, Form::Label);
            return at + 2;
        }
        let form = self.form(at);
        let mut end = at + 1;
        if self.unwrap != Unwrap::Never {
            match form {
                Form::Paragraph | Form::Caption | Form::Note => {
                    while end < self.lines.len() && self.continues(at, end, form) {
                        end += 1;
                    }
                }
                _ => {}
            }
        }
        let joined = form == Form::Paragraph && self.unwrap != Unwrap::Never && self.joins_last(at);
        if joined {
            self.join_last(at, end);
        } else {
            self.push(at, end - 1, form);
        }
        end
    }

    /// What a line begins.
    pub(super) fn form(&self, at: usize) -> Form {
        let line = &self.lines[at];
        match line.mark {
            Mark::Heading(_) => Form::Title,
            Mark::Caption | Mark::Credit => Form::Caption,
            Mark::Byline => Form::Byline,
            Mark::Label => Form::Label,
            Mark::Note => Form::Note,
            Mark::Furniture => Form::Furniture,
            Mark::Dateline | Mark::Item => Form::Paragraph,
            Mark::Bullet => self.bullet(at),
            Mark::None if self.is_title(at) => Form::Title,
            Mark::None => Form::Paragraph,
        }
    }

    /// A bulleted line without a credit: a caption if it is one sentence with none of a list about it.
    pub(super) fn bullet(&self, at: usize) -> Form {
        let line = &self.lines[at];
        let like = |other: usize| {
            self.lines.get(other).is_some_and(|other| {
                other.mark == Mark::Bullet && other.text.chars().next() == line.text.chars().next()
            })
        };
        let listed = like(at + 1) || (at > 0 && like(at - 1));
        if !listed && line.ended && line.chars <= 60 && line.stops <= 1 {
            Form::Caption
        } else {
            Form::Paragraph
        }
    }

    /// Whether a label was cut over this line and the next.
    pub(super) fn split_label(&self, at: usize) -> bool {
        let (Some(line), Some(next)) = (self.lines.get(at), self.lines.get(at + 1)) else { return false };
        if line.chars > 3 || next.chars > 3 || next.gap > 0 {
            return false;
        }
        let both = format!("{}{}", line.text, next.text);
        self.press.is(&both, Sense::Label)
    }

    /// A label at the end of a broken line: the label was set into the column's corner.
    pub(super) fn tail_label(&self, line: &Line<'a>) -> Option<&'a str> {
        if line.chars > 16 || line.chars < 5 || line.mark != Mark::None || line.parted {
            return None;
        }
        let end = self.press.ends(line.text, Sense::LabelEnd)?;
        let label: usize = line.text.char_indices().rev().nth(3).map(|(at, _)| at)?;
        let label = &line.text[label..];
        (end.chars().count() == 2 && label.chars().all(is_han) && label.len() < line.text.len())
            .then_some(label)
    }

    pub(super) fn push(&mut self, at: usize, last: usize, form: Form) {
        let line = &self.lines[at];
        let mut label = (form == Form::Paragraph).then(|| self.tail_label(line)).flatten().map(str::to_owned);
        let kept = line.text.len() - label.as_ref().map_or(0, String::len);
        let mut text = self.text(at, last, kept);
        if form == Form::Paragraph
            && label.is_none()
            && let Some((name, rest)) = self.head_label(&text)
        {
            label = Some(name.to_owned());
            text = Cow::Owned(rest.to_owned());
        }
        if label.is_some() {
            self.warn(at, WarningKind::MovedKicker);
        }
        let level = if let Mark::Heading(level) = line.mark { level } else { 0 };
        if level > 0 {
            text = Cow::Owned(line.text.trim_matches('#').trim().to_owned());
        }
        let narrow = self.lead_from(at).is_some() && last > at + 1;
        self.units.push(Unit {
            dateline: line.mark == Mark::Dateline || label.is_some() && super::dateline::opens(&text),
            lines: (line.number, self.lines[last].number),
            gap: line.gap,
            form,
            level,
            narrow,
            parted: line.parted,
            label,
            text,
        });
        for joined in at + 1..=last {
            if self.lines[joined].gap > 0 && form == Form::Paragraph && !self.columns.wraps(joined) {
                self.warn(joined, WarningKind::JoinedParagraph);
            }
        }
    }

    /// A label at the head of a paragraph, parted from it by a space or a colon.
    pub(super) fn head_label<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let head = super::dateline::window(text, 8);
        let at = head.find([' ', '\u{3000}', '：', ':'])?;
        let inner = head[..at].trim_matches(['【', '】', '■', '●', '◆', '［', '］']);
        let after = &text[at..];
        let name =
            &text[..at + after.chars().next().filter(|c| !c.is_whitespace()).map_or(0, char::len_utf8)];
        let rest = text[name.len()..].trim_start();
        (self.press.is(inner, Sense::Label) && !rest.is_empty()).then_some((name, rest))
    }

    /// The text of some lines, joined; of the first line only its beginning.
    pub(super) fn text(&self, at: usize, last: usize, kept: usize) -> Cow<'a, str> {
        let first = &self.lines[at].text[..kept];
        let first = if self.lines[at].mark == Mark::Item { first.trim_start_matches("- ") } else { first };
        if at == last {
            return if self.columns.wraps(at) && first.contains(' ') {
                Cow::Owned(without_padding(first))
            } else {
                Cow::Borrowed(first)
            };
        }
        let mut text =
            String::with_capacity(self.lines[at..=last].iter().map(|line| line.text.len() + 1).sum());
        text.push_str(first);
        for line in &self.lines[at + 1..=last] {
            join_lines(&mut text, line.text);
        }
        Cow::Owned(if text.contains(' ') { without_padding(&text) } else { text })
    }

    pub(super) fn warn(&mut self, at: usize, kind: WarningKind) {
        let line = &self.lines[at];
        self.warnings.push(super::warning(line.number, kind, line.text));
    }
}
