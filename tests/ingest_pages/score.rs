//! The agreement of a draft with the division of a page by hand.
//!
//! *Boundaries*: of the lines that are running text by hand, in the order of the page, each pair of
//! neighbours that belongs to different stories is a boundary; the draft's boundaries are found over the same
//! lines. A block that was joined across others gives its story to its own lines only: a line belongs to the
//! smallest block that spans it.
//! *B-cubed*: over the same lines, the F1 of the mean precision and recall of each line's story.
//! *Kinds*: the share of lines that are not blank whose kind is the one given by hand.

use std::collections::BTreeMap;

use duidu::ingest::{BlockKind, Draft};

use super::gold::Gold;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) found: usize,
    pub(crate) right: usize,
    pub(crate) wanted: usize,
    pub(crate) bcubed: f64,
    pub(crate) kinds: usize,
    pub(crate) lines: usize,
}

impl Score {
    pub(crate) fn precision(&self) -> f64 {
        ratio(self.right, self.found)
    }

    pub(crate) fn recall(&self) -> f64 {
        ratio(self.right, self.wanted)
    }

    pub(crate) fn f1(&self) -> f64 {
        ratio(2 * self.right, self.found + self.wanted)
    }

    pub(crate) fn accuracy(&self) -> f64 {
        ratio(self.kinds, self.lines)
    }

    pub(crate) fn add(&mut self, other: &Self) {
        self.found += other.found;
        self.right += other.right;
        self.wanted += other.wanted;
        self.kinds += other.kinds;
        self.lines += other.lines;
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Returns each line's story and kind in the draft.
pub(crate) fn lines(draft: &Draft) -> BTreeMap<u32, (usize, BlockKind)> {
    let mut spans: Vec<(u32, bool, u32, u32, usize, BlockKind)> = Vec::new();
    for (story, drafted) in draft.stories.iter().enumerate() {
        for block in &drafted.blocks {
            let (first, last) = block.lines;
            spans.push((last - first, block.kind != BlockKind::Paragraph, first, last, story, block.kind));
        }
    }
    // The smallest last, so that it overrides the others.
    spans.sort_by(|a, b| b.cmp(a));
    let mut lines = BTreeMap::new();
    for (_, _, first, last, story, kind) in spans {
        for line in first..=last {
            lines.insert(line, (story, kind));
        }
    }
    lines
}

pub(crate) fn score(gold: &Gold, draft: &Draft) -> Score {
    let drafted = lines(draft);
    let mut score = Score::default();
    let body: Vec<(usize, usize)> = gold
        .lines
        .iter()
        .filter(|(_, (_, kind))| *kind == BlockKind::Paragraph)
        .map(|(line, (story, _))| (*story, drafted.get(line).map_or(usize::MAX, |&(story, _)| story)))
        .collect();
    for pair in body.windows(2) {
        let (wanted, found) = (pair[0].0 != pair[1].0, pair[0].1 != pair[1].1);
        score.wanted += usize::from(wanted);
        score.found += usize::from(found);
        score.right += usize::from(wanted && found);
    }
    score.bcubed = bcubed(&body);
    for (line, (_, kind)) in &gold.lines {
        score.lines += 1;
        score.kinds += usize::from(drafted.get(line).is_some_and(|(_, found)| found == kind));
    }
    score
}

fn bcubed(body: &[(usize, usize)]) -> f64 {
    let (mut precision, mut recall) = (0.0, 0.0);
    for one in body {
        let same = body.iter().filter(|other| other == &one).count();
        precision += ratio(same, body.iter().filter(|other| other.1 == one.1).count());
        recall += ratio(same, body.iter().filter(|other| other.0 == one.0).count());
    }
    2.0 * precision * recall / ((precision + recall) * body.len().max(1) as f64)
}

/// Prints the lines that differ, as a help for improving the rules: `DUIDU_SHOW=1`.
pub(crate) fn show(gold: &Gold, draft: &Draft) {
    let drafted = lines(draft);
    let mut before = None;
    for (number, text) in (1..).zip(gold.text.lines()) {
        let Some((story, kind)) = gold.lines.get(&number) else { continue };
        let found = drafted.get(&number);
        let starts = found.map(|found| found.0) != before;
        before = found.map(|found| found.0);
        if found.map(|found| found.1) != Some(*kind) || starts {
            let start: String = text.chars().take(36).collect();
            eprintln!("{}:{number} {story} {kind:?} | {found:?} | {start}", gold.name);
        }
    }
}
