//! Continuation of units: lines that belong together with the line before them.

use super::line::Line;
use super::mark::Mark;
use super::press::{Press, Sense};
use super::unit::{Form, Making};
use crate::ingest::WarningKind;
use crate::ingest::unwrap::join_lines;

impl Making<'_, '_, '_> {
    /// Returns true if a line continues the unit to which the line before it belongs.
    pub(super) fn continues(&self, start: usize, at: usize, form: Form) -> bool {
        let above = at.saturating_sub(1);
        let (line, before) = (self.line(at), self.line(above));
        if !self.may_continue(line, before) {
            return false;
        }
        if self.narrow_lead(above) && form == Form::Paragraph && line.gap <= 1 {
            return true;
        }
        if !before.ended && form == Form::Paragraph && self.tail_label(self.line(start)).is_some() {
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
                && self.columns.wraps(above)
                && !line.indent
                && !self.columns.ends_paragraph(above, before, line);
        }
        if before.ended || (line.parted && line.commas == 0 && self.is_title_form(line)) {
            return false;
        }
        if self.columns.wraps(above) {
            return true;
        }
        // An unwrapped paragraph cut in two by the column's end.
        self.is_open(before) && (line.chars > 20 || line.ended || line.commas > 0)
    }

    /// Returns true if neither line prevents them from being one unit.
    pub(super) fn may_continue(&self, line: &Line<'_>, before: &Line<'_>) -> bool {
        let starts = matches!(
            line.mark,
            Mark::Heading(_)
                | Mark::Caption
                | Mark::Dateline
                | Mark::Byline
                | Mark::Label
                | Mark::Furniture
                | Mark::Bullet
                | Mark::Running
        ) || (before.ended && matches!(line.mark, Mark::Item | Mark::Note))
            || (line.gap > 0 && matches!(line.mark, Mark::Item | Mark::Note))
            || (before.ended && line.mark == Mark::Credit)
            || (line.indent && before.ended);
        !(starts || line.table || before.table)
    }

    /// Returns true if an unwrapped line stops in the middle of a sentence.
    pub(super) fn is_open(&self, line: &Line<'_>) -> bool {
        if line.ended || line.table || matches!(line.last(), Some('：' | ':')) {
            return false;
        }
        let has_sentence = line.commas > 0 || line.stops > 0 || line.text.contains('、');
        let cut = line.is_bare() || matches!(line.last(), Some('，' | '、' | '；' | ','));
        cut && (line.chars >= 14 && has_sentence || line.chars >= 18 && !line.parted)
    }

    /// Returns true if a paragraph continues the last one, over captions and furniture between them.
    pub(super) fn joins_last(&self, at: usize) -> bool {
        let line = self.line(at);
        let mut units = self.units.iter().rev().enumerate();
        let Some((between, last)) =
            units.find(|(_, unit)| !matches!(unit.form, Form::Caption | Form::Furniture))
        else {
            return false;
        };
        if last.form != Form::Paragraph || !(1..=5).contains(&between) || line.mark != Mark::None {
            return false;
        }
        let mut above = self.lines.iter().take(at).rev();
        let Some(end) = above.find(|line| line.number == last.lines.1) else { return false };
        !end.ended && self.is_open(end) && line.gap > 0
    }

    pub(super) fn join_last(&mut self, at: usize, end: usize) {
        let text = self.text(at, end, self.line(at).text);
        let Some(last) =
            self.units.iter().rposition(|unit| !matches!(unit.form, Form::Caption | Form::Furniture))
        else {
            return;
        };
        self.warn(at, WarningKind::JoinedParagraph);
        let number = self.line(end.saturating_sub(1)).number;
        let Some(unit) = self.units.get_mut(last) else { return };
        join_lines(unit.text.to_mut(), &text);
        unit.lines.1 = number;
    }
}

impl Line<'_> {
    /// Returns true if the line ends with the credit of a picture.
    fn mark_closes(&self, press: &Press) -> bool {
        press.ends(self.text, Sense::Credit).is_some() || press.ends(self.text, Sense::Agency).is_some()
    }
}
