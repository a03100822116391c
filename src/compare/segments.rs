//! The segments of a row, word by word: what all texts that have it share, and where they differ.

use super::alignment::Difference;
use super::side::Side;
use super::witnesses::Row;
use crate::text::{Span, saturating_u32};

/// A stretch of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// True if all that have the row read the same here.
    pub shared: bool,
    /// The span in each text, which may be empty; `None` if it lacks the row.
    pub readings: Vec<Option<Span>>,
}

impl Segment {
    /// Returns the span in one text.
    pub(super) fn reading(&self, text: usize) -> Option<Span> {
        self.readings.get(text).copied().flatten()
    }
}

/// Splits a row where any text begins or ends to differ from the lemma. Joined, the readings of a text are its cell.
pub fn segments(row: &Row, sides: &[Side<'_>]) -> Vec<Segment> {
    let (Some(lemma), Some(of_lemma)) = (row.cell(row.lemma), sides.get(row.lemma)) else {
        return Vec::new();
    };
    let sites = sites(row.cells.iter().flatten().flat_map(|cell| &cell.differences));
    let mut walkers: Vec<Option<Walker<'_>>> = row
        .cells
        .iter()
        .zip(sides)
        .map(|(cell, side)| {
            cell.as_ref().map(|cell| Walker {
                lemma: of_lemma.text,
                text: side.text,
                differences: &cell.differences,
                at: (lemma.span.start, cell.span.start),
                end: cell.span.end,
            })
        })
        .collect();
    let mut segments = Vec::new();
    let mut push = |shared: bool, readings: Vec<Option<Span>>| {
        if !shared || readings.iter().flatten().any(|reading| !reading.is_empty()) {
            segments.push(Segment { shared, readings });
        }
    };
    for site in sites {
        push(true, each(&mut walkers, |walker| walker.to(site.start)));
        push(false, each(&mut walkers, |walker| walker.over(site)));
    }
    push(true, each(&mut walkers, |walker| walker.rest()));
    segments
}

/// Returns the reading of each text that has the row.
fn each<'a>(
    walkers: &mut [Option<Walker<'a>>],
    mut read: impl FnMut(&mut Walker<'a>) -> Span,
) -> Vec<Option<Span>> {
    walkers.iter_mut().map(|walker| walker.as_mut().map(&mut read)).collect()
}

/// Returns the stretches of the lemma from which some text differs, with overlapping ones merged.
fn sites<'a>(differences: impl Iterator<Item = &'a Difference>) -> Vec<Span> {
    let mut places: Vec<Span> = differences.map(|difference| difference.a).collect();
    places.sort_unstable();
    let mut sites: Vec<Span> = Vec::with_capacity(places.len());
    for place in places {
        match sites.last_mut() {
            Some(last) if place.start < last.end || place == *last => last.end = last.end.max(place.end),
            _ => sites.push(place),
        }
    }
    sites
}

/// A cursor that moves along the lemma and one text together.
struct Walker<'a> {
    lemma: &'a str,
    text: &'a str,
    differences: &'a [Difference],
    /// The current places in both.
    at: (u32, u32),
    /// The end of the text's passage.
    end: u32,
}

impl Walker<'_> {
    /// Advances to a place of the lemma with no difference before it; returns the text's reading.
    fn to(&mut self, place: u32) -> Span {
        let start = self.at.1;
        // White space before a difference belongs to the stretch before it.
        let next = self.differences.first().filter(|next| next.a.start == place).map(|next| next.b.start);
        let end = next.unwrap_or_else(|| self.ahead(place));
        self.at = (place, end);
        Span { start, end }
    }

    /// Returns the rest of the text.
    fn rest(&self) -> Span {
        let start = self.at.1;
        Span { start, end: self.end }
    }

    /// Advances over a stretch of the lemma; returns the text's reading in its place.
    fn over(&mut self, site: Span) -> Span {
        let start = self.at.1;
        while let Some((difference, rest)) = self.differences.split_first()
            && difference.a.start <= site.end
            && difference.a.end <= site.end
            && (difference.a.start < site.end || difference.a == site)
        {
            self.at = (difference.a.end, difference.b.end);
            self.differences = rest;
        }
        let end = self.ahead(site.end);
        self.at = (site.end, end);
        Span { start, end }
    }

    /// Returns the place in the text of a place of the lemma, if both are the same from here except for white space.
    fn ahead(&self, place: u32) -> u32 {
        let is_seen = |c: char| !c.is_whitespace();
        let stretch = self.lemma.get(self.at.0 as usize..place as usize).unwrap_or_default();
        let own = self.text.get(self.at.1 as usize..self.end as usize).unwrap_or_default();
        let seen = stretch.chars().filter(|&c| is_seen(c)).count();
        let length: usize = own.split_inclusive(is_seen).take(seen).map(str::len).sum();
        self.at.1.saturating_add(saturating_u32(length))
    }
}
