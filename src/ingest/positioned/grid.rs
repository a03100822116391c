//! Index of frames by position; the size of its cells fits the size of the type in them.

use std::ops::RangeInclusive;

use super::length::Length;
use crate::text::saturating_u32;

/// Maximum number of things examined in one place: no page prints more over each other.
const MOST: usize = 128;

/// Points of numbered things, sorted by cell.
pub(super) struct Grid {
    /// Size class, row, column, and the thing's number.
    cells: Vec<(u32, i32, i32, u32)>,
}

impl Grid {
    /// Builds the index from points: size of type, vertical and horizontal position, number.
    pub(super) fn new(points: impl IntoIterator<Item = (Length, Length, Length, usize)>) -> Self {
        let mut cells: Vec<(u32, i32, i32, u32)> = points
            .into_iter()
            .map(|(size, down, across, number)| {
                let class = class(size);
                let number = saturating_u32(number);
                (class, cell_of(down, class), cell_of(across, class), number)
            })
            .collect();
        cells.sort_unstable();
        cells.dedup();
        Self { cells }
    }

    /// Returns the things of about this size with a point in the place, and some just beside it; may repeat a thing.
    pub(super) fn near(
        &self,
        size: Length,
        down: RangeInclusive<Length>,
        across: RangeInclusive<Length>,
    ) -> impl Iterator<Item = usize> {
        let own = class(size);
        (own.saturating_sub(1)..=own.saturating_add(1))
            .flat_map(move |class| {
                let (first, last) = (cell_of(*across.start(), class), cell_of(*across.end(), class));
                (cell_of(*down.start(), class)..=cell_of(*down.end(), class)).flat_map(move |row| {
                    let is_before = |&(c, r, column, _): &_| (c, r, column) < (class, row, first);
                    let (_, from) = self.cells.split_at(self.cells.partition_point(is_before));
                    from.iter()
                        .take_while(move |&&(c, r, column, _)| (c, r) == (class, row) && column <= last)
                })
            })
            .map(|&(_, _, _, number)| number as usize)
            .take(MOST)
    }
}

/// Returns the class of a size. Sizes that differ less than twofold are in the same class or in neighbouring ones.
fn class(size: Length) -> u32 {
    size.0.max(1).ilog2()
}

/// Returns the number of the cell of a class that contains a place. The side of a cell is at least its type's size.
fn cell_of(place: Length, class: u32) -> i32 {
    place.0 >> class.saturating_add(1).min(24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_is_found_and_what_is_far_is_not() {
        let points = [(1000, 0, 0, 0), (1000, 0, 1500, 1), (1000, 90_000, 0, 2), (90_000, 0, 0, 3)];
        let point = |(size, down, across, number)| (Length(size), Length(down), Length(across), number);
        let grid = Grid::new(points.map(point));
        let near = grid.near(Length(1200), Length(-500)..=Length(500), Length(-500)..=Length(2000));
        let near: Vec<usize> = near.collect();
        assert_eq!(near, [0, 1]);
    }
}
