//! A printed page as positioned runs of text, and its conversion into lines in reading order.
//!
//! A PDF gives the positions of glyphs, not their order. Pieces that touch become lines, lines below each other become
//! blocks, and blocks are put into reading order by the white space between them: columns from left to right, or, if
//! the text is set vertically, tiers of columns from right to left. Lines end as they were printed; un-wrapping is done
//! elsewhere.

mod blocks;
mod direction;
mod forms;
mod frame;
mod grid;
mod length;
mod lines;
mod margins;
mod order;
mod overprint;
mod pieces;
mod write;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::cleaning::clean;
use super::{FileError, IngestWarning, WarningKind};
use crate::text::OrderBy;
use blocks::{LineBlock, blocks};
pub(crate) use forms::character;
use length::Length;
use lines::{PositionedLine, lines};
use pieces::{Pieces, PlacedRun};

/// First bytes of positioned pages; the pages follow in postcard's format.
pub const POSITIONED_HEADER: &[u8] = b"DUIDU-POSITIONED\n";

/// A printed page. Lengths are in points and measured from its upper left corner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PositionedPage {
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// True if the page could not be read to its end.
    pub broken: bool,
    /// The text on it, in the order of the file.
    pub runs: Vec<PositionedRun>,
}

/// A run of text set in one go.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PositionedRun {
    /// The characters.
    pub text: String,
    /// The left edge.
    pub x: f32,
    /// The upper edge.
    pub y: f32,
    /// From the left edge to the right.
    pub width: f32,
    /// From the upper edge to the lower.
    pub height: f32,
    /// The size of the font.
    pub font_size: f32,
    /// True if it runs downwards: set vertically, or turned clockwise.
    pub vertical: bool,
}

/// Returns the text of bytes that begin with [`POSITIONED_HEADER`], or `None` for any others.
pub fn positioned_text(bytes: &[u8]) -> Option<Result<(String, Vec<IngestWarning>), FileError>> {
    let pages = bytes.strip_prefix(POSITIONED_HEADER)?;
    let Ok(pages) = postcard::from_bytes::<Vec<PositionedPage>>(pages) else {
        return Some(Err(FileError::Broken { detail: "positioned runs".to_owned() }));
    };
    let (text, mut warnings) = lay_out(&pages);
    let (text, cleaned) = clean(text);
    warnings.extend(cleaned);
    Some(if text.trim().is_empty() { Err(FileError::NoTextLayer) } else { Ok((text, warnings)) })
}

/// Returns the bytes that [`positioned_text`] reads.
pub fn positioned_bytes(pages: &[PositionedPage]) -> Vec<u8> {
    let start = POSITIONED_HEADER.to_vec();
    // Writing numbers and strings to memory cannot fail.
    postcard::to_extend(pages, start).unwrap_or_default()
}

/// Returns the text of pages in reading order, each line as it was printed, with a blank line between blocks.
///
/// Headlines begin with `# ` and headings inside stories with `## `; a heading of several lines is one line. The cost
/// is O(n log n) in the number of runs. Cannot fail: runs without a position are put at the end of their page.
pub fn lay_out(pages: &[PositionedPage]) -> (String, Vec<IngestWarning>) {
    let mut laid: Vec<LaidPage> = pages.iter().map(LaidPage::new).collect();
    let body = body_size(&laid);
    margins::mark(&mut laid, body);
    for page in &mut laid {
        order::order(&mut page.blocks, body);
    }
    write::write(&laid, body)
}

/// A page with its blocks, and the notes made while they were built.
struct LaidPage {
    height: Length,
    broken: bool,
    blocks: Vec<LineBlock>,
    /// Runs that have no position on the page.
    unplaced: Vec<String>,
    /// Radicals and vertical marks, with the characters that replace them.
    mended: BTreeSet<(char, char)>,
    notes: Vec<(WarningKind, String)>,
}

impl LaidPage {
    fn new(page: &PositionedPage) -> Self {
        let Pieces { placed, unplaced, mut mended, notes } = pieces::pieces(page);
        let height = Length::of_points(page.height);
        let body = pieces::usual_size(placed.iter().map(|piece| (piece.size, piece.text.chars().count())));
        let (down, mut across): (Vec<PlacedRun>, Vec<PlacedRun>) =
            direction::mark(placed).into_iter().partition(|piece| piece.down);
        let mut down = lines(
            down.into_iter().map(|piece| piece.with_ordinary_marks(&mut mended).turned()).collect(),
            body,
        );
        if down.iter().all(|line| !line.proves_vertical()) {
            // A few characters that happen to be below each other are not vertical text.
            across.extend(down.drain(..).flat_map(|line| line.pieces).map(PlacedRun::turned_back));
            across.order_by_key(|piece| (piece.frame.top, piece.frame.left));
        }
        let mut all = blocks(lines(across, body), false);
        all.extend(blocks(down, true));
        Self { height, broken: page.broken, blocks: all, unplaced, mended, notes }
    }
}

/// Returns the size in which most characters are set.
fn body_size(pages: &[LaidPage]) -> Length {
    let lines = pages.iter().flat_map(|page| &page.blocks).flat_map(|block| &block.lines);
    pieces::usual_size(lines.map(|line: &PositionedLine| (line.size, line.characters())))
}

#[cfg(test)]
mod tests;
