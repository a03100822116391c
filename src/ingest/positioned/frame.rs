//! Rectangles in whole hundredths of a point: exact, and with one order on every machine.

use std::cmp::{max, min};

/// The farthest a page reaches, in points. More is no page.
const FARTHEST: f32 = 100_000.0;

/// A rectangle. Text in it runs from left to right and lines follow downwards, or it has been turned so that they do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Frame {
    pub(super) top: i32,
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

/// Points in hundredths. What is no number is nought.
#[expect(clippy::cast_possible_truncation, reason = "clamped before")]
pub(super) fn units(points: f32) -> i32 {
    if points.is_finite() { (points.clamp(-FARTHEST, FARTHEST) * 100.0).round() as i32 } else { 0 }
}

impl Frame {
    pub(super) fn width(self) -> i32 {
        self.right - self.left
    }

    pub(super) fn height(self) -> i32 {
        self.bottom - self.top
    }

    pub(super) fn middle(self) -> i32 {
        self.top + self.height() / 2
    }

    /// The frame around both.
    pub(super) fn around(self, other: Self) -> Self {
        Self {
            top: min(self.top, other.top),
            left: min(self.left, other.left),
            right: max(self.right, other.right),
            bottom: max(self.bottom, other.bottom),
        }
    }

    /// The page turned so that vertical lines run from left to right and the next line is below.
    pub(super) fn turned(self) -> Self {
        Self { top: -self.right, left: self.top, right: self.bottom, bottom: -self.left }
    }

    /// The opposite of [`Frame::turned`].
    pub(super) fn turned_back(self) -> Self {
        Self { top: self.left, left: -self.bottom, right: -self.top, bottom: self.right }
    }

    /// Whether both stand on one line: half of the lower one's height is shared.
    pub(super) fn beside(self, other: Self) -> bool {
        let shared = min(self.bottom, other.bottom) - max(self.top, other.top);
        shared * 2 >= min(self.height(), other.height())
    }

    /// How much of the width is shared.
    pub(super) fn shared_width(self, other: Self) -> i32 {
        min(self.right, other.right) - max(self.left, other.left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_back_undoes_turning() {
        let frame = Frame { top: 1, left: 2, right: 30, bottom: 40 };
        assert_eq!(frame.turned().turned_back(), frame);
        // The vertical line at the right of the page is the first.
        let left = Frame { top: 0, left: 0, right: 10, bottom: 90 };
        let right = Frame { top: 0, left: 20, right: 30, bottom: 90 };
        assert!(right.turned().top < left.turned().top);
    }

    #[test]
    fn what_is_no_length_is_nought() {
        assert_eq!([1.5, f32::NAN, f32::INFINITY].map(units), [150, 0, 0]);
        assert_eq!(units(-1e30), -10_000_000);
    }
}
