//! Which frames are near a place: an index whose cells fit the size of the type in them.

use std::ops::RangeInclusive;

use super::length::Length;
use crate::text::saturating_u32;

/// More than this many in one place are not looked at: no page prints so many things over each other.
const MOST: usize = 128;

/// Points of numbered things, sorted by cell.
pub(super) struct Grid {
    /// Class of size, row, column, and the thing's number.
    cells: Vec<(u32, i32, i32, u32)>,
}

impl Grid {
    /// From points: size of type, down, across, number.
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

    /// The things of about this size with a point in the place, and some just beside it; one may come twice.
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

/// Sizes that differ less than twofold share a class or stand in neighbouring ones.
fn class(size: Length) -> u32 {
    size.0.max(1).ilog2()
}

/// The number of the cell of a class that a place is in. The side of a cell is at least the size of the type in it.
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
