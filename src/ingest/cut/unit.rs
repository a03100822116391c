//! Lines put together again: headings, paragraphs and captions, each with the lines it was made from.

use std::borrow::Cow;
use std::cell::RefCell;

use super::columns::Columns;
use super::line::{Line, Mark};
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
    let mut making = Making { lines, columns, unwrap, units: Vec::new(), warnings, press: Press::get(), pairs: RefCell::default() };
    let mut at = 0;
    while at < lines.len() {
        at = making.unit(at);
    }
    making.units
}

struct Making<'l, 'a, 'w> {
    lines: &'l [Line<'a>],
    columns: &'l Columns,
    unwrap: Unwrap,
    units: Vec<Unit<'a>>,
    warnings: &'w mut Vec<IngestWarning>,
    press: &'static Press,
    pairs: RefCell<Pairs>,
}

impl<'a> Making<'_, 'a, '_> {
    /// Makes the unit that begins at a line; the line after it.
    fn unit(&mut self, at: usize) -> usize {
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
    fn form(&self, at: usize) -> Form {
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
    fn bullet(&self, at: usize) -> Form {
        let line = &self.lines[at];
        let like = |other: usize| {
            self.lines.get(other).is_some_and(|other| {
                other.mark == Mark::Bullet && other.text.chars().next() == line.text.chars().next()
            })
        };
        let listed = like(at + 1) || (at > 0 && like(at - 1));
        if !listed && line.ended && line.chars <= 60 && line.stops <= 1 { Form::Caption } else { Form::Paragraph }
    }

    /// Whether a label was cut over this line and the next.
    fn split_label(&self, at: usize) -> bool {
        let (Some(line), Some(next)) = (self.lines.get(at), self.lines.get(at + 1)) else { return false };
        if line.chars > 3 || next.chars > 3 || next.gap > 0 {
            return false;
        }
        let both = format!("{}{}", line.text, next.text);
        self.press.is(&both, Sense::Label)
    }

    /// Whether a line goes on with the unit that the line before it belongs to.
    fn continues(&self, start: usize, at: usize, form: Form) -> bool {
        let (line, before) = (&self.lines[at], &self.lines[at - 1]);
        if !self.may_continue(line, before) {
            return false;
        }
        if self.narrow_lead(at - 1) && form == Form::Paragraph && line.gap <= 1 {
            return true;
        }
        if !before.ended && form == Form::Paragraph && self.tail_label(&self.lines[start]).is_some() {
            return true;
        }
        if form != Form::Paragraph {
            return line.gap == 0
                && (self.columns.wraps(at) || line.mark == Mark::Credit)
                && !before.ended
                && before.mark != Mark::Credit
                && !before.mark_closes(self.press);
        }
        if line.gap == 0 {
            return self.columns.wraps(at)
                && self.columns.wraps(at - 1)
                && !line.indent
                && !self.columns.ends_paragraph(self.lines, at - 1);
        }
        if before.ended || (line.parted && line.commas == 0 && self.is_title_form(line)) {
            return false;
        }
        if self.columns.wraps(at - 1) {
            return true;
        }
        // An unwrapped paragraph cut in two by the column's end.
        self.is_open(before) && (line.chars > 20 || line.ended || line.commas > 0)
    }

    /// Whether neither line forbids that they are one unit.
    fn may_continue(&self, line: &Line<'_>, before: &Line<'_>) -> bool {
        let starts = matches!(
            line.mark,
            Mark::Heading(_) | Mark::Caption | Mark::Dateline | Mark::Byline | Mark::Label | Mark::Furniture | Mark::Bullet
        ) || (before.ended && matches!(line.mark, Mark::Item | Mark::Note))
            || (line.gap > 0 && matches!(line.mark, Mark::Item | Mark::Note))
            || (before.ended && line.mark == Mark::Credit)
            || (line.indent && before.ended);
        !(starts || line.table || before.table)
    }

    /// Whether an unwrapped line stops in the middle of a sentence.
    fn is_open(&self, line: &Line<'_>) -> bool {
        if line.ended || line.table || matches!(line.last(), Some('：' | ':')) {
            return false;
        }
        let has_sentence = line.commas + line.stops > 0 || line.text.contains('、');
        let cut = line.is_bare() || matches!(line.last(), Some('，' | '、' | '；' | ','));
        cut && (line.chars >= 14 && has_sentence || line.chars >= 18 && !line.parted)
    }

    /// Whether a paragraph goes on from the last paragraph, over captions and furniture between them.
    fn joins_last(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let mut between = 0;
        let Some(last) = self.units.iter().rev().find(|unit| {
            between += 1;
            !matches!(unit.form, Form::Caption | Form::Furniture)
        }) else {
            return false;
        };
        let Some(end) = self.lines[..at].iter().rev().find(|line| line.number == last.lines.1) else { return false };
        if last.form != Form::Paragraph || between < 2 || between > 6 || line.mark != Mark::None {
            return false;
        }
        !end.ended && self.is_open(end) && line.gap > 0
    }

    fn join_last(&mut self, at: usize, end: usize) {
        let text = self.text(at, end - 1);
        let Some(last) = self.units.iter().rposition(|unit| !matches!(unit.form, Form::Caption | Form::Furniture)) else {
            return;
        };
        self.warn(at, WarningKind::JoinedParagraph);
        let unit = &mut self.units[last];
        join_lines(unit.text.to_mut(), &text);
        unit.lines.1 = self.lines[end - 1].number;
    }

    /// A label at the end of a broken line: the label was set into the column's corner.
    fn tail_label(&self, line: &Line<'a>) -> Option<&'a str> {
        if line.chars > 16 || line.chars < 5 || line.mark != Mark::None || line.parted {
            return None;
        }
        let end = self.press.ends(line.text, Sense::LabelEnd)?;
        let label: usize = line.text.char_indices().rev().nth(3).map(|(at, _)| at)?;
        let label = &line.text[label..];
        (end.chars().count() == 2 && label.chars().all(is_han) && label.len() < line.text.len()).then_some(label)
    }

    /// Whether a line is one of several that are much narrower than the column they lead into.
    fn narrow_lead(&self, at: usize) -> bool {
        if self.lines[at].width * 10 > self.columns.width(at) * 8 {
            return false;
        }
        // The run is short; its start is looked for a few lines up.
        let starts = at.saturating_sub(3)..=at;
        starts.into_iter().any(|start| self.lead_from(start).is_some_and(|end| end > at))
    }

    /// If a narrow lead begins here, the line after its narrow lines.
    fn lead_from(&self, start: usize) -> Option<usize> {
        let line = &self.lines[start];
        if !self.columns.wraps(start) || line.ended || line.parted || line.mark != Mark::None || line.chars < 2 {
            return None;
        }
        let opens = start == 0 || line.gap > 0 || self.lines[start - 1].parted || self.lines[start - 1].mark != Mark::None
            || self.is_title_form(&self.lines[start - 1]);
        if opens { self.narrow_run(start) } else { None }
    }

    /// If lines from here on are narrow and lead into wide ones, the first of those.
    fn narrow_run(&self, start: usize) -> Option<usize> {
        let line = self.lines.get(start)?;
        let mut end = start + 1;
        while let Some(next) = self.lines.get(end) {
            let narrow = next.width * 10 <= self.wide_after(end) * 7;
            if !narrow || next.ended || next.parted || next.gap > 1 || next.mark != Mark::None || end > start + 5 {
                break;
            }
            if next.width + 2 < self.lines[end - 1].width {
                return None;
            }
            end += 1;
        }
        let leads = end > start + 1
            && self.lines.get(end).is_some_and(|next| next.mark == Mark::None && next.gap <= 1)
            && line.width * 10 <= self.wide_after(end) * 7;
        leads.then_some(end)
    }

    /// The width of the lines below.
    fn wide_after(&self, at: usize) -> u32 {
        self.lines[at..].iter().skip(1).take(4).map(|line| line.width).max().unwrap_or(0)
    }

    /// Whether a line could be a headline by its form alone.
    fn is_title_form(&self, line: &Line<'_>) -> bool {
        let limit = if line.parted { 48 } else { 36 };
        let ends_well = !matches!(line.last(), Some('。' | '，' | '、' | '；' | ',' | ';' | '.' | '─' | '—' | '《' | '「' | '…'))
            && line.text.chars().any(char::is_alphanumeric);
        line.chars >= 2
            && line.chars <= limit
            && line.stops <= 1
            && line.commas <= 1
            && !line.text.contains('。')
            && ends_well
            && !line.table
            && !line.indent
    }

    /// Whether a line is a headline or subhead where it stands.
    fn is_title(&self, at: usize) -> bool {
        let line = &self.lines[at];
        if !self.is_title_form(line) || self.tail_label(line).is_some() || self.is_spoken(at) {
            return false;
        }
        let speaks = line.text.starts_with(['「', '“', '『']) && line.stops + u32::from(line.ended) > 0;
        if speaks || self.is_question(line) || self.in_list(at) {
            return false;
        }
        if self.columns.wraps(at) {
            return self.is_title_of_column(at);
        }
        let announces = matches!(line.last(), Some('：' | ':')) && line.chars < 10;
        !announces && !self.is_answered(at) && !self.is_torn(at)
    }

    /// Whether a line is a turn of a conversation.
    fn is_spoken(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at) else { return false };
        let Some(name) = speaker(line.text) else { return false };
        let turns = |other: usize| self.lines.get(other).and_then(|other| speaker(other.text)).is_some();
        (self.press.is(name, Sense::Speaker) && !self.columns.wraps(at)) || (at > 0 && turns(at - 1) && turns(at + 1))
    }

    fn is_question(&self, line: &Line<'_>) -> bool {
        line.text.ends_with(['？', '?']) && !line.parted && line.chars <= 12 && line.gap == 0
    }

    /// Whether a line is a question right under a title, which opens the text rather than heads it.
    fn is_answered(&self, at: usize) -> bool {
        let line = &self.lines[at];
        line.text.ends_with(['？', '?'])
            && !line.parted
            && self.units.last().is_some_and(|unit| unit.form == Form::Title)
            && self.lines.get(at + 1).is_some_and(|next| next.chars > 40)
    }

    /// Whether an unwrapped line that could be a headline is the beginning of a paragraph that a column cut in two.
    fn is_torn(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let Some(next) = self.lines.get(at + 1) else { return false };
        let may = self.unwrap != Unwrap::Never
            && line.is_bare()
            && !line.parted
            && next.gap > 0
            && next.mark == Mark::None
            && !self.is_title_form(next)
            && (line.commas > 0 || line.chars >= 18);
        if !may {
            return false;
        }
        let before_comma = line.text.split(['，', '；']).next().unwrap_or_default();
        let mut score = if line.commas > 0 { 1 } else { -1 };
        if line.commas > 0 && self.press.ends(before_comma, Sense::Speech).is_some() {
            score += 2;
        }
        if self.press.starts(line.text, Sense::Opening).is_some() {
            score += 1;
        }
        if self.bridges(line, next) {
            score += 2;
        }
        if self.units.last().is_none_or(|unit| unit.form != Form::Paragraph) {
            score -= 2;
        }
        score >= 2
    }

    /// Whether the characters on either side of a line's end stand side by side elsewhere on the page.
    fn bridges(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        let (Some(last), Some(first)) = (line.last(), next.text.chars().next()) else { return false };
        if !is_han(last) || !is_han(first) {
            return false;
        }
        let at = self.lines.partition_point(|other| other.number < line.number);
        self.pairs.borrow_mut().holds(self.lines, at, last, first)
    }

    /// Whether a line stands among others of its form, as in a list or a poem.
    fn in_list(&self, at: usize) -> bool {
        let alike = |other: usize| {
            self.lines.get(other).is_some_and(|line| self.is_title_form(line) && line.mark == Mark::None)
        };
        let mut run = 1;
        let mut up = at;
        while up > 0 && self.lines[up].gap == 0 && alike(up - 1) && run < 4 {
            up -= 1;
            run += 1;
        }
        let mut down = at + 1;
        while self.lines.get(down).is_some_and(|line| line.gap == 0) && alike(down) && run < 4 {
            down += 1;
            run += 1;
        }
        run >= 4 && !self.columns.wraps(at)
    }

    /// Whether a line of a wrapped column is no part of the column's text.
    fn is_title_of_column(&self, at: usize) -> bool {
        let line = &self.lines[at];
        if line.commas > 0 || (line.ended && !line.text.ends_with(['！', '？', '」', '』', '”'])) || line.text.contains('、') {
            return false;
        }
        if self.lead_from(at).is_some() {
            return false;
        }
        let width = self.columns.width(at);
        let Some(next) = self.lines.get(at + 1) else { return true };
        let colon = line.text.chars().take(7).any(|c| c == '：');
        if line.parted || colon || line.width > width + 2 {
            return true;
        }
        if next.gap > 0 && next.mark != Mark::None || next.gap > 1 {
            return true;
        }
        // Far too short to be a line of the column, even one that has lost its indent.
        let short = width.saturating_sub(line.width);
        if short >= 12 {
            return true;
        }
        if next.gap > 0 {
            return short >= 8;
        }
        let next_is_title = (next.parted || next.width > width + 2) && next.commas == 0 && self.is_title_form(next);
        if next_is_title || (line.width > next.width + 4 && self.narrow_run(at + 1).is_some()) {
            return true;
        }
        let next_short = self.columns.width(at + 1).max(width).saturating_sub(next.width);
        let third_is_full = self.lines.get(at + 2).is_some_and(|third| third.width + 2 >= width);
        // The next line is itself the first of a paragraph, short by its lost indent.
        let begins = (3..=8).contains(&next_short) && !next.ended && third_is_full;
        begins && !self.names_office(line)
    }

    fn names_office(&self, line: &Line<'_>) -> bool {
        self.press.holds(line.text, Sense::Office)
    }

    fn push(&mut self, at: usize, last: usize, form: Form) {
        let line = &self.lines[at];
        let mut text = self.text(at, last);
        let mut label = None;
        if form == Form::Paragraph {
            label = self.tail_label(line).map(str::to_owned);
            if let Some(name) = &label {
                let cut = line.text.len() - name.len();
                let rest = text[line.text.len()..].to_owned();
                text = Cow::Owned(format!("{}{}", &line.text[..cut], rest));
                self.warn(at, WarningKind::MovedKicker);
            } else if let Some((name, rest)) = self.head_label(&text) {
                label = Some(name.to_owned());
                text = Cow::Owned(rest.to_owned());
                self.warn(at, WarningKind::MovedKicker);
            }
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
    fn head_label<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let (name, rest) = text.split_once([' ', '\u{3000}', '：', ':']).filter(|(name, _)| name.len() <= 18)?;
        let inner = name.trim_matches(['【', '】', '■', '●', '◆', '［', '］']);
        (self.press.is(inner, Sense::Label) && !rest.trim().is_empty()).then(|| (name, rest.trim_start()))
    }

    /// The text of some lines, joined.
    fn text(&self, at: usize, last: usize) -> Cow<'a, str> {
        let first = self.lines[at].text;
        let first = if self.lines[at].mark == Mark::Item { first.trim_start_matches("- ") } else { first };
        if at == last {
            return if self.columns.wraps(at) && first.contains(' ') {
                Cow::Owned(without_padding(first))
            } else {
                Cow::Borrowed(first)
            };
        }
        let mut text = String::with_capacity(self.lines[at..=last].iter().map(|line| line.text.len() + 1).sum());
        text.push_str(first);
        for line in &self.lines[at + 1..=last] {
            join_lines(&mut text, line.text);
        }
        Cow::Owned(if text.contains(' ') { without_padding(&text) } else { text })
    }

    fn warn(&mut self, at: usize, kind: WarningKind) {
        let line = &self.lines[at];
        self.warnings.push(super::warning(line.number, kind, line.text));
    }
}

/// Who speaks, where a line begins with a name and a colon.
fn speaker(text: &str) -> Option<&str> {
    let (name, rest) = super::dateline::window(text, 8).split_once(['：', ':', '﹕'])?;
    (!name.is_empty() && !rest.is_empty() && name.chars().count() <= 5).then_some(name)
}

impl Line<'_> {
    /// Whether the line ends with the credit of a picture.
    fn mark_closes(&self, press: &Press) -> bool {
        press.ends(self.text, Sense::Credit).is_some() || press.ends(self.text, Sense::Agency).is_some()
    }
}
