//! Removal of impossible positions, glosses and radicals from runs.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::forms;
use super::frame::Frame;
use super::length::Length;
use super::overprint::drop_overprints;
use super::{PositionedPage, PositionedRun, WarningKind};
use crate::text::{OrderBy, is_han};

/// A run with a position on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlacedRun {
    pub(super) text: String,
    pub(super) frame: Frame,
    pub(super) size: Length,
    /// True if it runs downwards.
    pub(super) down: bool,
}

/// The cleaned runs of a page.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// Sorted from the top of the page.
    pub(super) placed: Vec<PlacedRun>,
    pub(super) unplaced: Vec<String>,
    /// Radicals and vertical marks, with the characters that replace them.
    pub(super) mended: BTreeSet<(char, char)>,
    pub(super) notes: Vec<(WarningKind, String)>,
}

impl PlacedRun {
    pub(super) fn turned(mut self) -> Self {
        self.frame = self.frame.turned();
        self
    }

    /// Replaces marks that only vertical text has by ordinary ones.
    pub(super) fn with_ordinary_marks(mut self, mended: &mut BTreeSet<(char, char)>) -> Self {
        if self.text.contains(|c| forms::ordinary(c).is_some()) {
            let pairs = self.text.chars().filter_map(|c| Some((c, forms::ordinary(c)?)));
            mended.extend(pairs);
            self.text = self.text.chars().map(|c| forms::ordinary(c).unwrap_or(c)).collect();
        }
        self
    }

    pub(super) fn turned_back(mut self) -> Self {
        self.frame = self.frame.turned_back();
        self.down = false;
        self
    }
}

/// Returns the size in which most characters are set, from sizes with their numbers of characters; 10 points for none.
pub(super) fn usual_size(sizes: impl Iterator<Item = (Length, usize)>) -> Length {
    // Sizes that differ by less than half a point are one size, written differently.
    let mut counts: BTreeMap<Length, usize> = BTreeMap::new();
    for (size, count) in sizes {
        let all = counts.entry((size + Length(25)) / 50).or_default();
        *all = all.saturating_add(count);
    }
    let most = counts.into_iter().max_by_key(|&(size, count)| (count, Reverse(size)));
    most.map_or(Length(1000), |(size, _)| (size * 50).max(Length(100)))
}

/// Returns true if a character fills the whole square of its size.
pub(super) fn is_wide(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{2e80}'..='\u{33ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}')
}

/// Cleans the runs of a page.
pub(super) fn pieces(page: &PositionedPage) -> Pieces {
    let mut found = Pieces::default();
    for run in &page.runs {
        let text = clean(&run.text, &mut found.mended);
        if text.chars().all(char::is_whitespace) {
            continue;
        }
        match place(run, &text, page) {
            Some(piece) => found.placed.push(piece),
            None => found.unplaced.push(text.trim().to_owned()),
        }
    }
    drop_glosses(&mut found);
    drop_overprints(&mut found.placed, &mut found.notes);
    found.placed.order_by(|a, b| (a.frame, &a.text).cmp(&(b.frame, &b.text)));
    found
}

/// Removes control characters and replaces radicals by characters.
fn clean(text: &str, mended: &mut BTreeSet<(char, char)>) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' => cleaned.push(' '),
            '\u{feff}' => {}
            c if c.is_control() => {}
            c => match forms::character(c) {
                Some(character) => {
                    mended.insert((c, character));
                    cleaned.push(character);
                }
                None => cleaned.push(c),
            },
        }
    }
    cleaned
}

/// Builds the piece, or returns `None` if its position is not on the page.
fn place(run: &PositionedRun, text: &str, page: &PositionedPage) -> Option<PlacedRun> {
    if !(run.x.is_finite() && run.y.is_finite()) {
        return None;
    }
    let count = i32::try_from(text.chars().count()).unwrap_or(i32::MAX).min(100_000);
    let thickness = Length::of_points(if run.vertical { run.width } else { run.height });
    let sizes = [Length::of_points(run.font_size), thickness];
    let size = sizes.into_iter().find(|&size| size > Length::ZERO).unwrap_or(Length(1000));
    let length = Length::of_points(if run.vertical { run.height } else { run.width });
    let length = if length > Length::ZERO { length } else { (size * count).min(Length(1_000_000)) };
    // A space set at the beginning is an indentation; it shows in the position of the rest.
    let spaces = text.chars().take_while(|c| c.is_whitespace());
    let indent: Length = spaces.map(|c| if is_wide(c) { size } else { size / 4 }).sum();
    let indent = indent.min(length / 2);
    let (left, top) = (Length::of_points(run.x), Length::of_points(run.y));
    let frame = if run.vertical {
        Frame { top: top + indent, left, right: left + size, bottom: top + length }
    } else {
        Frame { top, left: left + indent, right: left + length, bottom: top + size }
    };
    let (zero, width, height) = (Length::ZERO, Length::of_points(page.width), Length::of_points(page.height));
    let sized = width > zero && height > zero;
    let outside = frame.right <= zero || frame.bottom <= zero || frame.left >= width || frame.top >= height;
    (!(sized && outside)).then(|| PlacedRun { text: text.trim().to_owned(), frame, size, down: run.vertical })
}

/// Drops bopomofo and kana in small type: readings of characters, printed beside them.
fn drop_glosses(found: &mut Pieces) {
    let is_gloss =
        |c: char| matches!(c, '\u{3040}'..='\u{312f}' | '\u{31a0}'..='\u{31bf}' | 'ˇ' | 'ˊ' | 'ˋ' | '˙');
    let body = usual_size(found.placed.iter().map(|piece| (piece.size, piece.text.chars().count())));
    let notes = &mut found.notes;
    found.placed.retain(|piece| {
        let gloss = piece.size * 10 <= body * 6 && piece.text.chars().all(is_gloss);
        if gloss {
            notes.push((WarningKind::DroppedGloss, piece.text.clone()));
        }
        !gloss
    });
}
