//! Which lines are headlines or subheads, and which only look like them.

use super::line::Line;
use super::mark::Mark;
use super::press::Sense;
use super::unit::{Form, Making};
use crate::ingest::Unwrap;
use crate::text::is_han;

impl Making<'_, '_, '_> {
    /// Whether a line could be a headline by its form alone.
    pub(super) fn is_title_form(&self, line: &Line<'_>) -> bool {
        let limit = if line.parted { 48 } else { 36 };
        let ends_well = !matches!(
            line.last(),
            Some('。' | '，' | '、' | '；' | ',' | ';' | '.' | '─' | '—' | '《' | '「' | '…')
        ) && line.text.chars().any(char::is_alphanumeric);
        line.chars >= 2
            && line.chars <= limit
            && line.stops <= 1
            && line.commas <= 1
            && !line.text.contains('。')
            && ends_well
            && !line.table
            && (!line.indent || line.chars <= 20)
    }

    /// Whether a line is a headline or subhead where it stands.
    pub(super) fn is_title(&self, at: usize) -> bool {
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
        // A line that ends in a colon under running text announces what follows it.
        let in_text = self.units.last().is_some_and(|unit| unit.form == Form::Paragraph);
        let announces = matches!(line.last(), Some('：' | ':')) && (line.chars < 10 || in_text);
        !announces && !self.is_answered(at) && !self.is_torn(at)
    }

    /// Whether a line is a turn of a conversation.
    pub(super) fn is_spoken(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at) else { return false };
        let Some(name) = speaker(line.text) else { return false };
        let turns = |other: usize| self.lines.get(other).and_then(|other| speaker(other.text)).is_some();
        (self.press.is(name, Sense::Speaker) && !self.columns.wraps(at))
            || (at > 0 && turns(at - 1) && turns(at + 1))
    }

    pub(super) fn is_question(&self, line: &Line<'_>) -> bool {
        line.text.ends_with(['？', '?']) && !line.parted && line.chars <= 12 && line.gap == 0
    }

    /// Whether a line is a question right under a title, which opens the text rather than heads it.
    pub(super) fn is_answered(&self, at: usize) -> bool {
        let line = &self.lines[at];
        line.text.ends_with(['？', '?'])
            && !line.parted
            && self.units.last().is_some_and(|unit| unit.form == Form::Title)
            && self.lines.get(at + 1).is_some_and(|next| next.chars > 40)
    }

    /// Whether an unwrapped line that could be a headline is the beginning of a paragraph that a column cut in two.
    pub(super) fn is_torn(&self, at: usize) -> bool {
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
    pub(super) fn bridges(&self, line: &Line<'_>, next: &Line<'_>) -> bool {
        let (Some(last), Some(first)) = (line.last(), next.text.chars().next()) else { return false };
        if !is_han(last) || !is_han(first) {
            return false;
        }
        let at = self.lines.partition_point(|other| other.number < line.number);
        self.pairs.borrow_mut().holds(self.lines, at, last, first)
    }

    /// Whether a line stands among others of its form, as in a list or a poem.
    pub(super) fn in_list(&self, at: usize) -> bool {
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
    pub(super) fn is_title_of_column(&self, at: usize) -> bool {
        let line = &self.lines[at];
        if line.indent
            || line.commas > 0
            || (line.ended && !line.text.ends_with(['！', '？', '」', '』', '”']))
            || line.text.contains('、')
        {
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
        let next_is_title =
            (next.parted || next.width > width + 2) && next.commas == 0 && self.is_title_form(next);
        if next_is_title || (line.width > next.width + 4 && self.narrow_run(at + 1).is_some()) {
            return true;
        }
        let next_short = self.columns.width(at + 1).max(width).saturating_sub(next.width);
        let third_is_full = self.lines.get(at + 2).is_some_and(|third| third.width + 2 >= width);
        // The next line is itself the first of a paragraph, short by its lost indent.
        let begins = (3..=8).contains(&next_short) && !next.ended && third_is_full;
        begins && !self.names_office(line)
    }

    pub(super) fn names_office(&self, line: &Line<'_>) -> bool {
        self.press.holds(line.text, Sense::Office)
    }
}

/// Who speaks, where a line begins with a name and a colon.
fn speaker(text: &str) -> Option<&str> {
    let (name, rest) = super::dateline::window(text, 8).split_once(['：', ':', '﹕'])?;
    (!name.is_empty() && !rest.is_empty() && name.chars().count() <= 5).then_some(name)
}
