//! Narrow lines that lead into a column, because a headline or a picture was beside them.

use super::line::Line;
use super::mark::Mark;
use super::unit::Making;

impl Making<'_, '_, '_> {
    /// Returns true if a line is one of several that are much narrower than the column they lead into.
    pub(super) fn narrow_lead(&self, at: usize) -> bool {
        if self.line(at).width.saturating_mul(10) > self.columns.width(at).saturating_mul(8) {
            return false;
        }
        // The run is short, so its start is searched a few lines up.
        let starts = at.saturating_sub(3)..=at;
        starts.into_iter().any(|start| self.lead_from(start).is_some_and(|end| end > at))
    }

    /// Returns the line after the narrow lines, if a narrow lead begins here.
    pub(super) fn lead_from(&self, start: usize) -> Option<usize> {
        let line = self.line(start);
        if !self.columns.wraps(start)
            || line.ended
            || line.parted
            || line.mark != Mark::None
            || line.chars < 2
        {
            return None;
        }
        let opens = line.gap > 0
            || start
                .checked_sub(1)
                .map(|above| self.line(above))
                .is_none_or(|above| above.parted || above.mark != Mark::None || self.is_title_form(above));
        if opens { self.narrow_run(start) } else { None }
    }

    /// Returns the first wide line, if the lines from here on are narrow and lead into wide ones.
    pub(super) fn narrow_run(&self, start: usize) -> Option<usize> {
        let line = self.lines.get(start)?;
        let first = start.saturating_add(1);
        let mut before = line;
        let mut end = first;
        for next in self.lines.iter().skip(first).take(5) {
            let narrow = self.is_narrow(next, end);
            if !narrow || next.ended || next.parted || next.gap > 1 || next.mark != Mark::None {
                break;
            }
            if next.width.saturating_add(2) < before.width {
                return None;
            }
            before = next;
            end = end.saturating_add(1);
        }
        let leads = end > first
            && self.lines.get(end).is_some_and(|next| {
                let is_deck = next.parted || next.width > self.columns.width(end).saturating_add(2);
                next.mark == Mark::None && next.gap <= 1 && !is_deck
            })
            && self.is_narrow(line, end);
        leads.then_some(end)
    }

    /// Returns true if a line is much narrower than those below the line `at`.
    fn is_narrow(&self, line: &Line<'_>, at: usize) -> bool {
        let below = self.lines.iter().skip(at).skip(1).take(4).map(|line| line.width).max().unwrap_or(0);
        line.width.saturating_mul(10) <= below.saturating_mul(7)
    }
}
