//! Exact values: fractions of whole numbers, so that no two values are equal by rounding.

use std::cmp::Ordering;

/// A fraction in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    numerator: i128,
    /// Positive.
    denominator: i128,
}

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self::whole(0);
    /// One.
    pub const ONE: Self = Self::whole(1);

    /// Makes a whole number.
    pub const fn whole(number: i128) -> Self {
        Self { numerator: number, denominator: 1 }
    }

    /// Makes a fraction; `None` if the denominator is zero or the fraction is too large.
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        let divisor = common_divisor(numerator.checked_abs()?, denominator.checked_abs()?);
        let (numerator, denominator) = (numerator.checked_div(divisor)?, denominator.checked_div(divisor)?);
        match denominator.cmp(&0) {
            Ordering::Less => {
                Some(Self { numerator: numerator.checked_neg()?, denominator: denominator.checked_neg()? })
            }
            Ordering::Equal => None,
            Ordering::Greater => Some(Self { numerator, denominator }),
        }
    }

    /// Parses ASCII digits with an optional fraction after a point, or two whole numbers with a slash between them.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((above, below)) = text.split_once('/') {
            return Self::ratio(above.parse().ok()?, below.parse().ok()?);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let places = u32::try_from(fraction.len()).ok()?;
        Self::ratio(format!("{whole}{fraction}").parse().ok()?, 10_i128.checked_pow(places)?)
    }

    /// Adds another value; `None` if the sum is too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        let above = self.numerator.checked_mul(other.denominator)?;
        let above = above.checked_add(other.numerator.checked_mul(self.denominator)?)?;
        Self::ratio(above, self.denominator.checked_mul(other.denominator)?)
    }

    /// Subtracts another value.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negative()?)
    }

    /// Multiplies by another value; `None` if the product is too large.
    pub fn times(self, other: Self) -> Option<Self> {
        let above = self.numerator.checked_mul(other.numerator)?;
        Self::ratio(above, self.denominator.checked_mul(other.denominator)?)
    }

    /// Divides by another value; `None` if that is zero.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::ratio(other.denominator, other.numerator)?)
    }

    /// Returns the value with the other sign.
    pub fn negative(self) -> Option<Self> {
        Some(Self { numerator: self.numerator.checked_neg()?, ..self })
    }

    /// Returns the value as a whole number, if it is one.
    pub fn as_whole(self) -> Option<i128> {
        (self.denominator == 1).then_some(self.numerator)
    }

    /// Returns the nearest floating-point number, for display only.
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

/// Returns the greatest common divisor of two numbers that are not negative; 1 if both are zero.
fn common_divisor(mut a: i128, mut b: i128) -> i128 {
    while let Some(rest) = a.checked_rem(b) {
        (a, b) = (b, rest);
    }
    a.max(1)
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    /// Compares whole parts, then the rests by their reciprocals, so that nothing can overflow.
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = (*self, *other);
        loop {
            let (whole_a, whole_b) =
                (a.numerator.div_euclid(a.denominator), b.numerator.div_euclid(b.denominator));
            let (rest_a, rest_b) =
                (a.numerator.rem_euclid(a.denominator), b.numerator.rem_euclid(b.denominator));
            let order = whole_a.cmp(&whole_b);
            if order.is_ne() {
                return order;
            }
            if rest_a == 0 || rest_b == 0 {
                return rest_a.cmp(&rest_b);
            }
            (a, b) = (
                Self { numerator: b.denominator, denominator: rest_b },
                Self { numerator: a.denominator, denominator: rest_a },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_exact_and_in_order() {
        let third = Exact::ratio(1, 3).unwrap();
        assert_eq!(third.plus(third).unwrap().plus(third), Some(Exact::ONE));
        assert_eq!(Exact::parse("0.50"), Exact::ratio(1, 2));
        assert_eq!(Exact::parse("1/2"), Exact::parse("50").unwrap().over(Exact::whole(100)));
        assert!(third < Exact::parse("0.3334").unwrap() && third > Exact::parse("0.3333").unwrap());
        assert!(Exact::whole(-2) < Exact::ratio(-3, 2).unwrap());
        assert_eq!(Exact::ratio(1, 0), None);
        assert_eq!(Exact::whole(i128::MAX).times(Exact::whole(2)), None);
        assert_eq!(Exact::parse(&"9".repeat(60)), None);
    }
}
