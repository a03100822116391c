//! Narrow lines that lead into a column: a headline or a picture stood beside them.

use super::mark::Mark;
use super::unit::Making;

impl Making<'_, '_, '_> {
    /// Whether a line is one of several that are much narrower than the column they lead into.
    pub(super) fn narrow_lead(&self, at: usize) -> bool {
        if self.lines[at].width * 10 > self.columns.width(at) * 8 {
            return false;
        }
        // The run is short; its start is looked for a few lines up.
        let starts = at.saturating_sub(3)..=at;
        starts.into_iter().any(|start| self.lead_from(start).is_some_and(|end| end > at))
    }

    /// If a narrow lead begins here, the line after its narrow lines.
    pub(super) fn lead_from(&self, start: usize) -> Option<usize> {
        let line = &self.lines[start];
        if !self.columns.wraps(start)
            || line.ended
            || line.parted
            || line.mark != Mark::None
            || line.chars < 2
        {
            return None;
        }
        let opens = start == 0
            || line.gap > 0
            || self.lines[start - 1].parted
            || self.lines[start - 1].mark != Mark::None
            || self.is_title_form(&self.lines[start - 1]);
        if opens { self.narrow_run(start) } else { None }
    }

    /// If lines from here on are narrow and lead into wide ones, the first of those.
    pub(super) fn narrow_run(&self, start: usize) -> Option<usize> {
        let line = self.lines.get(start)?;
        let mut end = start + 1;
        while let Some(next) = self.lines.get(end) {
            let narrow = next.width * 10 <= self.wide_after(end) * 7;
            if !narrow
                || next.ended
                || next.parted
                || next.gap > 1
                || next.mark != Mark::None
                || end > start + 5
            {
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
    pub(super) fn wide_after(&self, at: usize) -> u32 {
        self.lines[at..].iter().skip(1).take(4).map(|line| line.width).max().unwrap_or(0)
    }
}
