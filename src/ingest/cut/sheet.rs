//! The heads of printed sheets among the lines of their columns: the paper's name, and what stands below it again.

use super::line::Line;
use super::mark::Mark;
use super::press::Sense;
use super::unit::{Form, Making};
use crate::ingest::outlet;

/// The lines that the head of a printed sheet may have.
const HEAD: usize = 12;

impl Making<'_, '_, '_> {
    /// Returns true if a line is the name of a paper or of its section, above all text of a page that columns cut, or the
    /// name of a paper at the beginning of any page with the day right below it.
    pub(super) fn is_masthead_of_print(&self, at: usize) -> bool {
        let line = self.line(at);
        let has_day = |below: &Line<'_>| {
            below.gap == 0 && below.mark == Mark::Furniture && super::date_in(below.text).is_some()
        };
        if self.units.is_empty() && line.chars <= 8 && self.after(at).is_some_and(has_day) {
            return outlet::is_masthead(line.text);
        }
        line.chars <= 8
            && self.columns.wraps(at)
            && (outlet::is_masthead(line.text) || self.press.is(line.text, Sense::Section))
            && (self.units.iter().all(|unit| unit.form != Form::Paragraph) || self.is_running_head(line))
    }

    /// Returns true if a line repeats one of the page's head below the head of another sheet, as a section does.
    pub(super) fn repeats_head(&self, at: usize) -> bool {
        let line = self.line(at);
        let is_below = || {
            let above = at.checked_sub(1).map(|above| self.line(above));
            above.is_some_and(|above| above.mark == Mark::Furniture)
        };
        line.chars <= 8 && self.columns.wraps(at) && is_below() && self.is_running_head(line)
    }

    /// Returns true if a line is among the page's first, too, as the head of each of its sheets is.
    fn is_running_head(&self, line: &Line<'_>) -> bool {
        let first = self.lines.iter().take(HEAD);
        first.into_iter().any(|other| other.number < line.number && other.text == line.text)
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    #[test]
    fn the_name_of_a_paper_above_its_day_is_no_headline() {
        for day in [
            "2026年3月27日　星期五",
            "创刊五十年　二〇二六年三月二十七日　星期五",
            "２０２６年３月２７日　Ａ４版",
        ] {
            let text = "松城圖書館通宵開放，館長說，頭一夜有一百人留到天亮。\n市民可以在網上預約座位，每人最多四小時。\n";
            let page = format!("松城日報\n{day}\n\n松城圖書館通宵開放\n\n{text}");
            let story = &cut(&page, CutOptions::default()).stories[0];
            let headline = story.blocks.iter().find(|block| block.kind == BlockKind::Headline);
            assert_eq!(headline.map(|block| &*block.text), Some("松城圖書館通宵開放"), "{day}");
            assert_eq!((&*story.paper, &*story.date), ("松城日報", "2026-03-27"), "{day}");
        }
    }
}
