//! The values that a text names: numbers, shares, sums of money, dates, times of day, ages and ordinals, in every writing.
//!
//! A value is read with its sign, its unit or currency and its precision, so that 一千二百萬元 and 1,200萬元 are one value,
//! 約百人 and 98人 differ in precision, and −5度 and 5度 are two values. Arithmetic is exact; numbers too large for it are
//! compared figure by figure. Nothing here judges whether a date exists: 2月30日 is read as it is written.

mod clock;
mod compare;
mod count;
mod day;
mod exact;
mod folded;
mod numeral;
mod reader;
mod share;
#[cfg(test)]
mod tests;
mod unit;

pub use clock::Clock;
pub use compare::{ValueRelation, change, is_rounded, relation};
pub use day::Day;
pub use exact::Exact;
pub use unit::{Unit, is_other_unit};

use super::Span;

/// A value in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its place, with sign, unit and words of precision: 約百人.
    pub span: Span,
    /// The part of it that counts: without words of precision and measure words.
    pub core: Span,
    /// Its kind.
    pub kind: QuantityKind,
    /// How much.
    pub amount: Amount,
    /// How precisely.
    pub precision: Precision,
    /// The unit as written, or the measure word; [`Unit::name`] is empty if there is none.
    pub unit: Unit,
    /// True if it says no more than an article or a plural: 一名男子, 多人, 數日, 大部分.
    pub is_indefinite: bool,
}

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QuantityKind {
    /// A mere number, or one with a measure.
    Number,
    /// A share: 5%, 五成, 三分之一, 半數.
    Percent,
    /// A sum of money.
    Money,
    /// A day, a month or a year.
    Date,
    /// A time of day.
    Time,
    /// An age.
    Age,
    /// A number of an order: 第三屆.
    Ordinal,
}

/// How much a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// One number, in the unit as written.
    One(Exact),
    /// From one number to another; of a result (3比1) both sides.
    Between(Exact, Exact),
    /// A number too large to compute with, as digits.
    Long(String),
    /// A day.
    Day(Day),
    /// A time of day.
    Clock(Clock),
}

/// How precisely a value is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Precision {
    /// As a number.
    Exact,
    /// 約, 左右.
    About,
    /// 逾, 多, 至少, 以上.
    Over,
    /// 近, 不足, 至多, 以下.
    Under,
}

impl Quantity {
    /// Returns its number for display, in the unit as written: the year, month and day of a date as one number
    /// (20250520, 520 for 5月20日), the minutes since midnight of a time. `None` if it is too large.
    pub fn number(&self) -> Option<f64> {
        match &self.amount {
            Amount::One(value) | Amount::Between(value, _) => Some(value.to_f64()),
            Amount::Long(_) => None,
            Amount::Day(day) => day.number(),
            Amount::Clock(clock) => Some(clock.minutes()),
        }
    }

    /// Returns the other end of a span of numbers.
    pub fn to(&self) -> Option<f64> {
        match &self.amount {
            Amount::Between(_, to) => Some(to.to_f64()),
            _ => None,
        }
    }

    /// Returns true if it is given as an approximation or as a span.
    pub fn is_approximate(&self) -> bool {
        self.precision != Precision::Exact
    }
}

/// Returns the number that a text is as a whole, without a unit: 十四, 14. In running text a single figure may be a part of
/// a word, so only a caller that knows its place may ask.
pub fn number(text: &str) -> Option<Exact> {
    let text = folded::Folded::new(text);
    let found = numeral::numeral(&text, 0)?;
    (found.end == text.chars.len() && found.to.is_none()).then_some(found.value).flatten()
}

/// Finds the values of a text, in order and without overlap.
pub fn quantities(text: &str) -> Vec<Quantity> {
    reader::read_all(&folded::Folded::new(text))
}
