//! Units joined from lines: headings, paragraphs and captions, each with the lines it was made from.

use std::borrow::Cow;
use std::cell::RefCell;

use super::columns::Columns;
use super::line::Line;
use super::mark::Mark;
use super::pairs::Pairs;
use super::press::{Press, Sense};
use crate::ingest::pace::{Pace, Pause};
use crate::ingest::unwrap::{join_lines, without_padding};
use crate::ingest::{BlockKind, IngestWarning, Unwrap, WarningKind, outlet};
use crate::text::is_han;

/// A heading, a paragraph, a caption: a piece of text on the page.
#[derive(Clone, Debug)]
pub(super) struct PageUnit<'a> {
    pub(super) text: Cow<'a, str>,
    /// The first and the last line it was made from.
    pub(super) lines: (u32, u32),
    /// Number of empty lines above it.
    pub(super) gap: u32,
    pub(super) form: Form,
    /// The level of a heading marked as such; 0 for others.
    pub(super) level: u8,
    /// True if it begins with a dateline.
    pub(super) dateline: bool,
    /// True if its first lines are narrower than the column, as beside a headline.
    pub(super) narrow: bool,
    /// The width of the column that its lines fill, in half-widths; 0 if they fill none.
    pub(super) column: u32,
    /// True if a space separates its words, as in headlines.
    pub(super) parted: bool,
    /// A label that was printed into it.
    pub(super) label: Option<String>,
    /// The part it is known to play.
    pub(super) known: Option<BlockKind>,
    /// True if it is known that a story begins here, with or without a headline.
    pub(super) opens: bool,
}

/// Placeholder for a unit that does not exist.
static NONE: PageUnit<'static> = PageUnit {
    text: Cow::Borrowed(""),
    lines: (0, 0),
    gap: 0,
    form: Form::Furniture,
    level: 0,
    dateline: false,
    narrow: false,
    column: 0,
    parted: false,
    label: None,
    known: None,
    opens: false,
};

/// The kind of a unit by its own form.
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

/// Builds the units of the lines.
pub(super) async fn units<'a>(
    lines: &[Line<'a>],
    columns: &Columns,
    unwrap: Unwrap,
    warnings: &mut Vec<IngestWarning>,
    pace: &mut Pace<impl Pause>,
) -> Option<Vec<PageUnit<'a>>> {
    let indented = lines.iter().filter(|line| line.indent).count();
    let mut making = Making {
        lines,
        indents: columns.any() && indented >= 3,
        columns,
        unwrap,
        units: Vec::new(),
        warnings,
        press: Press::get(),
        pairs: RefCell::default(),
    };
    let mut at = 0;
    while at < lines.len() {
        at = making.unit(at, pace).await?;
    }
    pace.pass();
    Some(making.units)
}

/// Puts words with a colon back to the head of paragraphs that open no story: 觀點：… is a sentence's beginning there.
pub(super) fn put_labels_back(
    units: &mut [PageUnit<'_>],
    starts: &[usize],
    warnings: &mut Vec<IngestWarning>,
) {
    let mut back: Vec<u32> = Vec::new();
    for (at, unit) in units.iter_mut().enumerate() {
        let is_word = |label: &String| label.ends_with(['：', ':']) && starts.binary_search(&at).is_err();
        if let Some(label) = unit.label.take_if(|label| is_word(label)) {
            unit.text = Cow::Owned(format!("{label}{}", unit.text));
            back.push(unit.lines.0);
        }
    }
    warnings.retain(|warning| {
        warning.kind != WarningKind::MovedKicker || back.binary_search(&warning.line).is_err()
    });
}

/// The state of building units.
pub(super) struct Making<'l, 'a, 'w> {
    pub(super) lines: &'l [Line<'a>],
    /// True if the page indents its paragraphs.
    pub(super) indents: bool,
    pub(super) columns: &'l Columns,
    pub(super) unwrap: Unwrap,
    pub(super) units: Vec<PageUnit<'a>>,
    pub(super) warnings: &'w mut Vec<IngestWarning>,
    pub(super) press: &'static Press,
    pub(super) pairs: RefCell<Pairs>,
}

impl PageUnit<'_> {
    /// Returns true if it is known that a story begins here.
    pub(super) fn is_known_start(&self) -> bool {
        self.opens || self.known == Some(BlockKind::Headline)
    }

    /// Returns the unit at an index; an empty one if there is none.
    pub(super) fn at(units: &[Self], place: usize) -> &Self {
        units.get(place).unwrap_or(&NONE)
    }
}

impl<'l, 'a> Making<'l, 'a, '_> {
    /// Returns a line of the page; an empty one if there is none.
    pub(super) fn line(&self, at: usize) -> &'l Line<'a> {
        Line::at(self.lines, at)
    }

    /// Returns the line after another.
    pub(super) fn after(&self, at: usize) -> Option<&'l Line<'a>> {
        self.lines.get(at.checked_add(1)?)
    }

    /// Builds the unit that begins at a line and returns the line after it.
    pub(super) async fn unit(&mut self, at: usize, pace: &mut Pace<impl Pause>) -> Option<usize> {
        let next = at.saturating_add(1);
        if pace.is_due(self.line(at).text.len()) {
            pace.pause().await?;
        }
        if self.line(at).known.is_none() && self.split_label(at) {
            let end = next.saturating_add(1);
            self.push(at, end, Form::Label);
            return Some(end);
        }
        let form = self.form(at);
        let mut end = next;
        if self.unwrap != Unwrap::Never && matches!(form, Form::Paragraph | Form::Caption | Form::Note) {
            while end < self.lines.len() && self.continues(at, end, form) {
                if pace.is_due(self.line(end).text.len()) {
                    pace.pause().await?;
                }
                end = end.saturating_add(1);
            }
        }
        let joined = form == Form::Paragraph && self.unwrap != Unwrap::Never && self.joins_last(at);
        if form == Form::Title && self.unwrap != Unwrap::Never && self.is_second_row(at) {
            self.join_row(at);
        } else if joined {
            self.join_last(at, end);
        } else {
            self.push(at, end, form);
        }
        Some(end)
    }

    /// Returns the form of the unit that a line begins.
    pub(super) fn form(&self, at: usize) -> Form {
        let line = self.line(at);
        match line.mark {
            Mark::Heading(_) => Form::Title,
            Mark::Caption | Mark::Credit => Form::Caption,
            Mark::Byline => Form::Byline,
            Mark::Label | Mark::None if self.repeats_head(at) => Form::Furniture,
            Mark::Label => Form::Label,
            Mark::Note => Form::Note,
            Mark::Furniture => Form::Furniture,
            Mark::Dateline | Mark::Item | Mark::Running => Form::Paragraph,
            Mark::Bullet => self.bullet(at),
            Mark::None if self.is_masthead_of_print(at) => Form::Furniture,
            Mark::None if self.is_title(at) => Form::Title,
            Mark::None => Form::Paragraph,
        }
    }

    /// Returns the form of a bulleted line without a credit: a caption if it is one sentence outside a list.
    pub(super) fn bullet(&self, at: usize) -> Form {
        let line = self.line(at);
        let like = |other: &Line<'_>| {
            other.mark == Mark::Bullet && other.text.chars().next() == line.text.chars().next()
        };
        let before = at.checked_sub(1).and_then(|before| self.lines.get(before));
        let listed = self.after(at).is_some_and(like) || before.is_some_and(like);
        if !listed && line.ended && line.chars <= 60 && line.stops <= 1 {
            Form::Caption
        } else {
            Form::Paragraph
        }
    }

    /// Returns true if a label was cut over this line and the next.
    pub(super) fn split_label(&self, at: usize) -> bool {
        let (Some(line), Some(next)) = (self.lines.get(at), self.after(at)) else { return false };
        if line.chars > 3 || next.chars > 3 || next.gap > 0 {
            return false;
        }
        let both = format!("{}{}", line.text, next.text);
        self.press.is(&both, Sense::Label)
    }

    /// Returns a label at the end of a broken line, where it was set into the column's corner.
    pub(super) fn tail_label(&self, line: &Line<'a>) -> Option<&'a str> {
        if line.chars > 16 || line.chars < 5 || line.mark != Mark::None || line.parted {
            return None;
        }
        let end = self.press.ends(line.text, Sense::LabelEnd)?;
        let (start, _) = line.text.char_indices().rev().nth(3)?;
        let label = line.text.get(start..)?;
        // 經濟論壇 may be what the sentence speaks of: a label has the name of a paper before it.
        let paper = label.strip_suffix(end)?;
        let is_paper = || {
            let ends = ["", "報", "报", "日報", "日报", "晚報", "晚报", "時報", "时报", "早報", "早报"];
            ends.iter().any(|end| outlet::known(&format!("{paper}{end}")).is_some())
        };
        (label.chars().all(is_han) && label.len() < line.text.len() && is_paper()).then_some(label)
    }

    /// Builds one unit from the lines from `at` to before `end`.
    pub(super) fn push(&mut self, at: usize, end: usize, form: Form) {
        let (line, next) = (self.line(at), at.saturating_add(1));
        let label = (form == Form::Paragraph).then(|| self.tail_label(line)).flatten();
        let kept = label.and_then(|label| line.text.strip_suffix(label)).unwrap_or(line.text);
        let mut label = label.map(str::to_owned);
        let mut text = self.text(at, end, kept);
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
        let codes: Vec<String> = match super::code::without_code(&text).filter(|_| form == Form::Paragraph) {
            Some((kept, codes)) => {
                let codes = codes.into_iter().map(str::to_owned).collect();
                text = Cow::Owned(kept);
                codes
            }
            None => Vec::new(),
        };
        let narrow = self.lead_from(at).is_some() && end.saturating_sub(next) > 1;
        self.units.push(PageUnit {
            dateline: line.mark == Mark::Dateline || label.is_some() && super::dateline::opens(&text),
            lines: (line.number, self.line(end.saturating_sub(1)).number),
            gap: line.gap,
            form,
            level,
            narrow,
            column: if form == Form::Paragraph { self.filled(next..end.saturating_sub(1)) } else { 0 },
            parted: line.parted,
            label,
            text,
            known: line.known,
            opens: line.opens,
        });
        self.push_codes(at, end, codes);
        for joined in next..end {
            if self.line(joined).gap > 0 && form == Form::Paragraph && !self.columns.wraps(joined) {
                self.warn(joined, WarningKind::JoinedParagraph);
            }
        }
    }

    /// Returns the width that most of the lines within a wrapped paragraph have, if two have it.
    fn filled(&self, inner: std::ops::Range<usize>) -> u32 {
        let mut widths: Vec<u32> =
            inner.filter(|&at| self.columns.wraps(at)).map(|at| self.line(at).width).collect();
        widths.sort_unstable();
        let same = widths.chunk_by(PartialEq::eq).filter(|same| same.len() >= 2);
        same.max_by_key(|same| same.len()).and_then(|same| same.first().copied()).unwrap_or(0)
    }

    /// Makes furniture of the code that stood in a paragraph.
    fn push_codes(&mut self, at: usize, end: usize, codes: Vec<String>) {
        let lines = (self.line(at).number, self.line(end.saturating_sub(1)).number);
        for code in codes {
            self.units.push(PageUnit { text: Cow::Owned(code), lines, ..NONE.clone() });
        }
    }

    /// A label at the head of a paragraph, parted from it by a space or a colon.
    pub(super) fn head_label<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let at = super::dateline::window(text, 8).find([' ', '\u{3000}', '：', ':'])?;
        let inner = text.get(..at)?.trim_matches(['【', '】', '■', '●', '◆', '［', '］']);
        let mark = text.get(at..)?.chars().next().filter(|c| !c.is_whitespace());
        let (name, rest) = text.split_at_checked(at.saturating_add(mark.map_or(0, char::len_utf8)))?;
        let rest = rest.trim_start();
        (self.press.is(inner, Sense::Label) && !rest.is_empty()).then_some((name, rest))
    }

    /// Joins the text of the lines from `at` to before `end`; of the first line only `first`, its beginning.
    pub(super) fn text(&self, at: usize, end: usize, first: &'a str) -> Cow<'a, str> {
        let first = if self.line(at).mark == Mark::Item { first.trim_start_matches("- ") } else { first };
        let others = self.lines.get(at.saturating_add(1)..end).unwrap_or_default();
        if others.is_empty() {
            return if self.columns.wraps(at) && first.contains(' ') {
                Cow::Owned(without_padding(first))
            } else {
                Cow::Borrowed(first)
            };
        }
        let room = others.iter().fold(first.len(), |room, line| room.saturating_add(line.text.len()));
        let mut text = String::with_capacity(room);
        text.push_str(first);
        for line in others {
            join_lines(&mut text, line.text);
        }
        Cow::Owned(if text.contains(' ') { without_padding(&text) } else { text })
    }

    pub(super) fn warn(&mut self, at: usize, kind: WarningKind) {
        let line = self.line(at);
        self.warnings.push(super::warning(line.number, kind, line.text));
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    #[test]
    fn a_label_in_the_corner_of_a_column_has_the_name_of_a_paper() {
        for (label, is_label) in [("明報觀察", true), ("經濟論壇", false), ("两岸聚焦", false)] {
            let page = format!(
                "花城論壇閉幕\n\n花城市長昨日出席了{label}\n後說，明年的經費會增加一成，用來修補\n河邊的步道，也會多種三百棵樹，居民都\n說早該如此，工程預計在春天開始，秋\n天以前完成，其間改走旁邊的小路。\n"
            );
            let draft = cut(&page, CutOptions::default());
            let blocks = || draft.stories.iter().flat_map(|story| &story.blocks);
            let is_kicker = blocks().any(|block| block.kind == BlockKind::Kicker && block.text == label);
            assert_eq!(is_kicker, is_label, "{label} {draft:?}");
        }
    }
}
