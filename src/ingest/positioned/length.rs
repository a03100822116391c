//! Lengths in whole hundredths of a point. Arithmetic saturates, so no page overflows it, whatever its numbers.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// A length, or a position measured from the left or the upper edge.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Length(pub(super) i32);

/// Largest coordinate of a page, in points. No page is larger.
const FARTHEST: f32 = 100_000.0;

impl Length {
    pub(super) const ZERO: Self = Self(0);
    pub(super) const LEAST: Self = Self(i32::MIN);
    pub(super) const MOST: Self = Self(i32::MAX);

    /// Converts a length in points; anything but a finite number becomes zero.
    #[expect(clippy::cast_possible_truncation, reason = "clamped before")]
    pub(super) fn of_points(points: f32) -> Self {
        if points.is_finite() {
            Self((points.clamp(-FARTHEST, FARTHEST) * 100.0).round() as i32)
        } else {
            Self::ZERO
        }
    }

    pub(super) fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Length {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Length {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Mul<i32> for Length {
    type Output = Self;

    fn mul(self, times: i32) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

/// Division into parts, rounded towards zero; division by zero gives the largest length.
impl Div<i32> for Length {
    type Output = Self;

    fn div(self, parts: i32) -> Self {
        self.0.checked_div(parts).map_or(Self::MOST, Self)
    }
}

/// Ratio of two lengths, rounded towards zero; `i32::MAX` if the divisor is zero.
impl Div for Length {
    type Output = i32;

    fn div(self, other: Self) -> i32 {
        self.0.checked_div(other.0).unwrap_or(i32::MAX)
    }
}

impl std::iter::Sum for Length {
    fn sum<I: Iterator<Item = Self>>(lengths: I) -> Self {
        lengths.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_length_is_nought() {
        assert_eq!([1.5, f32::NAN, f32::INFINITY].map(Length::of_points), [150, 0, 0].map(Length));
        assert_eq!(Length::of_points(-1e30), Length(-10_000_000));
    }

    #[test]
    fn lengths_stay_in_their_range() {
        assert_eq!(Length::MOST + Length(1), Length::MOST);
        assert_eq!(Length::LEAST - Length(1), Length::LEAST);
        assert_eq!(-Length::LEAST, Length::MOST);
        assert_eq!(Length(-2) * i32::MAX, Length::LEAST);
        assert_eq!(
            (Length(7) / 2, Length(7) / 0, Length::LEAST / -1),
            (Length(3), Length::MOST, Length::MOST)
        );
        assert_eq!((Length(7) / Length(3), Length(7) / Length::ZERO), (2, i32::MAX));
        assert_eq!([Length::MOST, Length(-1)].into_iter().sum::<Length>(), Length(i32::MAX - 1));
    }
}
