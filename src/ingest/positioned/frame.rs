//! Rectangles in whole hundredths of a point: exact, and ordered identically on every machine.

use std::cmp::{max, min};

use super::length::Length;

/// A rectangle. Text in it runs from left to right and lines follow downwards, or it has been turned so that they do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Frame {
    pub(super) top: Length,
    pub(super) left: Length,
    pub(super) right: Length,
    pub(super) bottom: Length,
}

impl Frame {
    pub(super) fn width(self) -> Length {
        self.right - self.left
    }

    pub(super) fn height(self) -> Length {
        self.bottom - self.top
    }

    pub(super) fn middle(self) -> Length {
        self.top + self.height() / 2
    }

    /// Returns the frame around both.
    pub(super) fn around(self, other: Self) -> Self {
        Self {
            top: min(self.top, other.top),
            left: min(self.left, other.left),
            right: max(self.right, other.right),
            bottom: max(self.bottom, other.bottom),
        }
    }

    /// Returns the frame on the page turned so that vertical lines run from left to right and the next line is below.
    pub(super) fn turned(self) -> Self {
        Self { top: -self.right, left: self.top, right: self.bottom, bottom: -self.left }
    }

    /// Reverses [`Frame::turned`].
    pub(super) fn turned_back(self) -> Self {
        Self { top: self.left, left: -self.bottom, right: -self.top, bottom: self.right }
    }

    /// Returns true if both are on one line: they share half the height of the smaller one.
    pub(super) fn beside(self, other: Self) -> bool {
        let shared = min(self.bottom, other.bottom) - max(self.top, other.top);
        shared * 2 >= min(self.height(), other.height())
    }

    /// Returns the width that both share; negative if they are apart.
    pub(super) fn shared_width(self, other: Self) -> Length {
        min(self.right, other.right) - max(self.left, other.left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(top: i32, left: i32, right: i32, bottom: i32) -> Frame {
        let [top, left, right, bottom] = [top, left, right, bottom].map(Length);
        Frame { top, left, right, bottom }
    }

    #[test]
    fn turning_back_undoes_turning() {
        let frame = of(1, 2, 30, 40);
        assert_eq!(frame.turned().turned_back(), frame);
        // The vertical line at the right of the page is the first.
        let left = of(0, 0, 10, 90);
        let right = of(0, 20, 30, 90);
        assert!(right.turned().top < left.turned().top);
    }
}
