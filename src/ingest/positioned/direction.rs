//! Detection of vertical text placed glyph by glyph, which the file calls horizontal, by the distances of glyphs.

use super::grid::Grid;
use super::length::Length;
use super::pieces::PlacedRun;

/// Maximum number of points of a long piece in the index.
const POINTS: i32 = 256;

/// Marks the pieces that run downwards although the file does not say so: they are nearer to what is above or below
/// than to what is beside them.
pub(super) fn mark(mut pieces: Vec<PlacedRun>) -> Vec<PlacedRun> {
    let grid = Grid::new(pieces.iter().enumerate().flat_map(|(number, piece)| {
        let (size, middle, left) = (piece.size, piece.frame.middle(), piece.frame.left);
        // A piece set downwards is also indexed by the positions of its glyphs.
        let down = piece.down;
        let long = if down { piece.frame.height() } else { piece.frame.width() };
        let step = size.max(long / POINTS).max(Length(1));
        (0..=(long / step).clamp(0, POINTS)).map(move |at| {
            if down {
                (size, piece.frame.top + size * at, left, number)
            } else {
                (size, middle, left + step * at, number)
            }
        })
    }));
    let marks: Vec<bool> =
        pieces.iter().enumerate().map(|(number, piece)| runs_down(piece, number, &pieces, &grid)).collect();
    for (piece, down) in pieces.iter_mut().zip(marks) {
        piece.down |= down;
    }
    pieces
}

fn runs_down(piece: &PlacedRun, number: usize, pieces: &[PlacedRun], grid: &Grid) -> bool {
    // One glyph, or the two digits that vertical text sets side by side.
    if piece.down || piece.frame.width() * 10 > piece.size * 13 {
        return false;
    }
    let (size, frame) = (piece.size, piece.frame);
    let (mut beside, mut along) = (Length::MOST, Length::MOST);
    let down = frame.top - size..=frame.bottom + size;
    let across = frame.left - size * 2..=frame.right + size * 2;
    let others = grid.near(size, down, across).filter(|&other| other != number);
    for other in others.filter_map(|other| pieces.get(other)) {
        let other = other.frame;
        let shared = frame.shared_width(other) * 2 >= frame.width().min(other.width());
        if frame.beside(other) && !shared {
            beside = beside.min((other.left - frame.right).max(frame.left - other.right));
        } else if shared && !frame.beside(other) {
            along = along.min((other.top - frame.bottom).max(frame.top - other.bottom));
        }
    }
    along <= size / 2 && along + size / 10 < beside
}
