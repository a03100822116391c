//! The heads of printed sheets among the lines of their columns: the paper's name, and what stands below it again.

use super::line::Line;
use super::mark::Mark;
use super::press::Sense;
use super::unit::{Form, Making};
use crate::ingest::outlet;

/// The lines that the head of a printed sheet may have.
const HEAD: usize = 12;

impl Making<'_, '_, '_> {
    /// Returns true if a line is the name of a paper or of its section, above all text of a page that columns cut.
    pub(super) fn is_masthead_of_print(&self, at: usize) -> bool {
        let line = self.line(at);
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
