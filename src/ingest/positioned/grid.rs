//! Which frames are near a place: an index whose cells fit the size of the type in them.

use std::ops::RangeInclusive;

/// More than this many in one place are not looked at: no page prints so many things over each other.
const MOST: usize = 128;

/// Points of numbered things, sorted by cell.
pub(super) struct Grid {
    /// Class of size, row, column, and the thing's number.
    cells: Vec<(u32, i32, i32, u32)>,
}

impl Grid {
    /// From points: size of type, down, across, number.
    pub(super) fn new(points: impl IntoIterator<Item = (i32, i32, i32, usize)>) -> Self {
        let mut cells: Vec<(u32, i32, i32, u32)> = points
            .into_iter()
            .map(|(size, down, across, number)| {
                let class = class(size);
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                (class, down.div_euclid(cell(class)), across.div_euclid(cell(class)), number)
            })
            .collect();
        cells.sort_unstable();
        cells.dedup();
        Self { cells }
    }

    /// The things of about this size with a point in the place, and some just beside it; one may come twice.
    pub(super) fn near(
        &self,
        size: i32,
        down: RangeInclusive<i32>,
        across: RangeInclusive<i32>,
    ) -> impl Iterator<Item = usize> {
        let own = class(size);
        (own.saturating_sub(1)..=own + 1)
            .flat_map(move |class| {
                let place = cell(class);
                let columns = across.start().div_euclid(place)..=across.end().div_euclid(place);
                (down.start().div_euclid(place)..=down.end().div_euclid(place)).flat_map(move |row| {
                    let from = self.cells.partition_point(|&(c, r, column, _)| {
                        (c, r, column) < (class, row, *columns.start())
                    });
                    let last = *columns.end();
                    self.cells[from..]
                        .iter()
                        .take_while(move |&&(c, r, column, _)| (c, r) == (class, row) && column <= last)
                })
            })
            .map(|&(_, _, _, number)| number as usize)
            .take(MOST)
    }
}

/// Sizes that differ less than twofold share a class or stand in neighbouring ones.
fn class(size: i32) -> u32 {
    size.max(1).ilog2()
}

/// The side of a class's cells: at least the size of the type in them.
fn cell(class: u32) -> i32 {
    1 << (class + 1).min(24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_is_found_and_what_is_far_is_not() {
        let grid = Grid::new([(1000, 0, 0, 0), (1000, 0, 1500, 1), (1000, 90_000, 0, 2), (90_000, 0, 0, 3)]);
        let near: Vec<usize> = grid.near(1200, -500..=500, -500..=2000).collect();
        assert_eq!(near, [0, 1]);
    }
}
