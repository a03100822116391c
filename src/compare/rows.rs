//! Which sentences of several texts belong in one row, and how rows follow each other.

use std::ops::Range;

use super::alignment::Alignment;
use super::side::Side;
use crate::text::Span;

/// Sentences that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bunch {
    /// Consecutive sentences of each text that has any, by the text's number, in order.
    pub(super) cells: Vec<(usize, Range<usize>)>,
}

impl Bunch {
    /// The sentences of one text.
    pub(super) fn of(&self, text: usize) -> Option<&Range<usize>> {
        self.cells.iter().find(|cell| cell.0 == text).map(|cell| &cell.1)
    }
}

/// A pair of some alignment: sentences of two texts.
struct Link {
    score: f64,
    a: (usize, Range<usize>),
    b: (usize, Range<usize>),
}

/// Bunches the sentences of all texts, the closest pairs first to decide.
pub(super) fn bunches(sides: &[Side<'_>], alignments: &[((usize, usize), Alignment)]) -> Vec<Bunch> {
    let mut links: Vec<Link> = alignments
        .iter()
        .flat_map(|((i, j), alignment)| {
            alignment.pairs.iter().filter(|pair| !pair.repeated).map(|pair| Link {
                score: pair.score,
                a: (*i, numbers(sides[*i], pair.a)),
                b: (*j, numbers(sides[*j], pair.b)),
            })
        })
        .collect();
    links.sort_by(|x, y| {
        let place = |link: &Link| (link.a.0, link.b.0, link.a.1.start, link.b.1.start);
        y.score.total_cmp(&x.score).then_with(|| place(x).cmp(&place(y)))
    });
    let mut joined: Vec<Vec<bool>> = sides.iter().map(|side| vec![false; side.sentences.len()]).collect();
    for (text, sentences) in links.iter().flat_map(|link| [&link.a, &link.b]) {
        joined[*text][sentences.start + 1..sentences.end].fill(true);
    }

    let mut bunches: Vec<Bunch> = Vec::new();
    let mut bunch_of: Vec<Vec<usize>> = Vec::with_capacity(sides.len());
    for (text, side) in sides.iter().enumerate() {
        let first = bunches.len();
        bunches.extend((0..side.sentences.len()).map(|at| Bunch { cells: vec![(text, at..at + 1)] }));
        bunch_of.push((first..bunches.len()).collect());
    }
    for link in &links {
        let mut members: Vec<usize> = [&link.a, &link.b]
            .into_iter()
            .flat_map(|(text, sentences)| bunch_of[*text][sentences.clone()].iter().copied())
            .collect();
        members.sort_unstable();
        members.dedup();
        let Some(whole) = union(members.iter().map(|&member| &bunches[member]), &joined) else { continue };
        let [first, rest @ ..] = &members[..] else { continue };
        for member in rest {
            bunches[*member].cells.clear();
        }
        for (text, sentences) in &whole.cells {
            bunch_of[*text][sentences.clone()].fill(*first);
        }
        bunches[*first] = whole;
    }
    bunches.retain(|bunch| !bunch.cells.is_empty());
    bunches
}

/// The numbers of the sentences in a passage.
fn numbers(side: Side<'_>, passage: Span) -> Range<usize> {
    let first = side.sentences.partition_point(|sentence| sentence.start < passage.start);
    let last = side.sentences.partition_point(|sentence| sentence.end <= passage.end);
    first..last
}

/// Several bunches as one, if of every text the sentences then follow each other and some pair holds them together.
fn union<'a>(bunches: impl Iterator<Item = &'a Bunch>, joined: &[Vec<bool>]) -> Option<Bunch> {
    let mut cells: Vec<(usize, Range<usize>)> =
        bunches.flat_map(|bunch| bunch.cells.iter().cloned()).collect();
    cells.sort_unstable_by_key(|(text, sentences)| (*text, sentences.start));
    let mut whole: Vec<(usize, Range<usize>)> = Vec::with_capacity(cells.len());
    for (text, sentences) in cells {
        match whole.last_mut() {
            Some((last, before)) if *last == text => {
                if before.end != sentences.start || !joined[text][sentences.start] {
                    return None;
                }
                before.end = sentences.end;
            }
            _ => whole.push((text, sentences)),
        }
    }
    Some(Bunch { cells: whole })
}

/// The bunches in the order of the base; what it lacks stands behind what comes before it in the first text that has it.
pub(super) fn in_reading_order(bunches: Vec<Bunch>, base: usize) -> Vec<Bunch> {
    const START: usize = 0;
    let texts = bunches.iter().flat_map(|bunch| &bunch.cells).map(|cell| cell.0 + 1).max().unwrap_or(0);
    // A linked list; place 0 stands before the first row, and row `n` has place `n + 1`.
    let mut next: Vec<Option<usize>> = vec![None; bunches.len() + 1];
    let mut placed = vec![false; bunches.len() + 1];
    placed[START] = true;
    for text in std::iter::once(base).chain((0..texts).filter(|&text| text != base)) {
        let mut own: Vec<(usize, usize)> = (1..)
            .zip(&bunches)
            .filter_map(|(place, bunch)| bunch.of(text).map(|sentences| (sentences.start, place)))
            .collect();
        own.sort_unstable();
        let mut before = START;
        for (_, place) in own {
            if !placed[place] {
                // Behind what other texts put here already.
                while let Some(after) = next[before].filter(|&after| {
                    let row: &Bunch = &bunches[after - 1];
                    row.of(base).is_none() && row.of(text).is_none()
                }) {
                    before = after;
                }
                next[place] = next[before];
                next[before] = Some(place);
                placed[place] = true;
            }
            before = place;
        }
    }
    let mut bunches: Vec<Option<Bunch>> = bunches.into_iter().map(Some).collect();
    std::iter::successors(next[START], |&place| next[place])
        .filter_map(|place| bunches[place - 1].take())
        .collect()
}
