//! Continuation of units: lines that belong together with the line before them.

use super::line::Line;
use super::mark::Mark;
use super::press::{Press, Sense};
use super::unit::{Form, Making};
use crate::ingest::WarningKind;
use crate::ingest::unwrap::join_lines;
use crate::text::is_closing;

/// The most letters in a row of a printed headline.
const ROW: usize = 13;

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
        if form == Form::Note && before.text.ends_with(['）', ')']) {
            return false;
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
        ) || line.opens
            || (before.ended && matches!(line.mark, Mark::Item | Mark::Note))
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

    /// Returns true if a title is the second row of the one above it: of nearly its length, as the rows of a printed
    /// headline are.
    pub(super) fn is_second_row(&self, at: usize) -> bool {
        let line = self.line(at);
        let Some(above) = self.units.last().filter(|unit| unit.form == Form::Title && unit.level == 0) else {
            return false;
        };
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let (one, two) = (letters(&above.text), letters(line.text));
        let is_row = |length: usize| (4..=ROW).contains(&length);
        self.columns.wraps(at)
            && line.mark == Mark::None
            && line.gap == 0
            && above.lines.1.saturating_add(1) == line.number
            && !above.parted
            && !line.parted
            && is_row(one)
            && is_row(two)
            && one.abs_diff(two) <= 2
    }

    /// Joins the second row of a headline to its first.
    pub(super) fn join_row(&mut self, at: usize) {
        let line = self.line(at);
        let Some(unit) = self.units.last_mut() else { return };
        let text = unit.text.to_mut();
        text.push('\u{3000}');
        text.push_str(line.text);
        (unit.lines.1, unit.parted) = (line.number, true);
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
        !end.ended && self.is_open(end) && (line.gap > 0 || self.columns.wraps(at))
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
        let text = self.text.trim_end_matches(is_closing);
        press.ends(text, Sense::Credit).is_some() || press.ends(text, Sense::Agency).is_some()
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    const TEXT: &str = "【花城訊】花城昨日停電三小時，電梯停\n在半空，街燈也沒有亮，居民摸黑走下\n樓梯，附近的商戶點起蠟燭照常做生\n\
                        意。電力公司說，一條舊電纜受潮漏電\n，工程人員正在搶修，預計中午之前全\n部恢復。\n";

    fn headlines(page: &str) -> Vec<String> {
        let stories = cut(page, CutOptions::default()).stories;
        let blocks = stories.into_iter().flat_map(|story| story.blocks);
        blocks.filter(|block| block.kind == BlockKind::Headline).map(|block| block.text).collect()
    }

    #[test]
    fn two_rows_of_a_printed_headline_are_one() {
        let page = format!("花城停電三小時\n居民摸黑走樓梯\n{TEXT}\n柳城渡輪加價\n街坊碼頭抗議\n{TEXT}");
        assert_eq!(headlines(&page), ["花城停電三小時　居民摸黑走樓梯", "柳城渡輪加價　街坊碼頭抗議"]);
    }

    #[test]
    fn a_longer_line_below_a_headline_is_its_deck() {
        let page = format!("花城停電三小時\n電力公司：一條舊電纜受潮漏電，正在搶修\n{TEXT}");
        assert_eq!(headlines(&page), ["花城停電三小時"]);
    }
}
