//! The relation of two values.

use super::exact::Exact;
use super::{Amount, Clock, Day, Precision, Quantity, QuantityKind, Unit};

/// The relation of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ValueRelation {
    /// The same value, if in another writing.
    Same,
    /// Values that can both be true, one of them more precise: 約百人 and 98人, 5月 and 5月20日.
    Precision,
    /// Two values.
    Other,
}

/// Compares two values.
pub fn relation(a: &Quantity, b: &Quantity) -> ValueRelation {
    match (&a.amount, &b.amount) {
        (Amount::Day(day), Amount::Day(other)) => days(*day, *other),
        (Amount::Clock(clock), Amount::Clock(other)) => clocks(*clock, *other),
        (Amount::Long(digits), Amount::Long(other)) => {
            if digits == other && a.unit.base == b.unit.base {
                ValueRelation::Same
            } else {
                ValueRelation::Other
            }
        }
        (Amount::Day(day), _) => day_or_duration(*day, b),
        (_, Amount::Day(day)) => day_or_duration(*day, a),
        (Amount::Clock(clock), _) => clock_or_result(*clock, b),
        (_, Amount::Clock(clock)) => clock_or_result(*clock, a),
        _ => numbers(a, b),
    }
}

/// Returns the change from `a` to `b` in per cent of `a`, if both are single numbers of one unit.
pub fn change(a: &Quantity, b: &Quantity) -> Option<f64> {
    let (from, to) = (single(a)?, single(b)?);
    if !are_comparable(a, b) || from == Exact::ZERO {
        return None;
    }
    let share = to.minus(from)?.over(from)?.times(Exact::whole(100))?;
    let is_negative = from < Exact::ZERO;
    Some(if is_negative { -share.to_f64() } else { share.to_f64() })
}

/// The share of a value by which it may be rounded.
const ROUNDED: i128 = 10;

/// Returns true if one of two values may be the other in round figures: 三成 for 31%, 約九千萬 for 9,200萬, 七時許 for 7時10分.
pub fn is_rounded(a: &Quantity, b: &Quantity) -> bool {
    if let (Amount::Clock(a), Amount::Clock(b)) = (&a.amount, &b.amount) {
        return a.is_near(*b);
    }
    if !are_comparable(a, b) {
        return false;
    }
    let rounds = |round: &Quantity, to: &Quantity| {
        let (value, exact) = (single(round)?, single(to)?);
        let apart = value.minus(exact)?;
        let apart = if apart < Exact::ZERO { apart.negative()? } else { apart };
        let (own, step) = figures(round)?;
        let within = |part: Exact| Some(apart <= part);
        let is_round = round.precision != Precision::Exact || round.unit.name == "成" || value >= THOUSANDS;
        Some(
            is_round
                && own < figures(to)?.0
                && within(step.over(Exact::whole(2))?)?
                && within(exact.over(Exact::whole(ROUNDED))?)?,
        )
    };
    rounds(a, b) == Some(true) || rounds(b, a) == Some(true)
}

/// The number from which one is often rounded without a word for it.
const THOUSANDS: Exact = Exact::whole(10_000);

/// Returns the number of figures of a value without the noughts at its end, and the worth of the last of them.
fn figures(of: &Quantity) -> Option<(u32, Exact)> {
    let Amount::One(value) = of.amount else { return None };
    let mut step = of.unit.factor;
    let mut rest = value;
    for _ in 0..6 {
        if rest.as_whole().is_none() {
            rest = rest.times(Exact::whole(10))?;
            step = step.over(Exact::whole(10))?;
        }
    }
    let (mut rest, mut figures) = (rest.as_whole()?, 0_u32);
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        step = step.times(Exact::whole(10))?;
    }
    while rest != 0 {
        rest /= 10;
        figures = figures.saturating_add(1);
    }
    Some((figures, step))
}

/// Returns the single number of a value, in its base unit.
fn single(of: &Quantity) -> Option<Exact> {
    match of.amount {
        Amount::One(value) if !matches!(of.kind, QuantityKind::Ordinal) => value.times(of.unit.factor),
        _ => None,
    }
}

/// 三日 is a day of the month or three days; beside 3天 it is the latter.
fn day_or_duration(day: Day, other: &Quantity) -> ValueRelation {
    let Day { year: None, month: None, day: Some(day), part: None, word: None } = day else {
        return ValueRelation::Other;
    };
    let amount = Amount::One(Exact::whole(i128::from(day)));
    let unit = if other.unit.base.is_empty() { other.unit } else { Unit::named("日") };
    let is_day = unit.base == other.unit.base;
    let days = Quantity { amount, unit, kind: other.kind, precision: Precision::Exact, ..other.clone() };
    if is_day { numbers(&days, other) } else { ValueRelation::Other }
}

/// 1:12 is a time of day or a ratio; beside 一比十二 it is the latter.
fn clock_or_result(clock: Clock, other: &Quantity) -> ValueRelation {
    let Amount::Between(from, to) = other.amount else { return ValueRelation::Other };
    let minutes = clock.seconds / 60;
    let same = from == Exact::whole(i128::from(minutes / 60)) && to == Exact::whole(i128::from(minutes % 60));
    if same && other.unit == Unit::RESULT { ValueRelation::Same } else { ValueRelation::Other }
}

fn days(a: Day, b: Day) -> ValueRelation {
    if a == b {
        return ValueRelation::Same;
    }
    let differ = |x: Option<i32>, y: Option<i32>| x.zip(y).is_some_and(|(x, y)| x != y);
    let number = |n: Option<u8>| n.map(i32::from);
    let half = |day: Day, other: Day| match (day.word, other.month) {
        (Some("上半年"), Some(month)) => month > 6,
        (Some("下半年"), Some(month)) => month <= 6,
        _ => false,
    };
    // 十一月 and 十一日, where the number stays.
    let is_only = |day: Day| {
        (day.year.is_none() && day.part.is_none() && day.word.is_none()).then_some((day.month, day.day))
    };
    let changes_unit = matches!(
        (is_only(a), is_only(b)),
        (Some((Some(x), None)), Some((None, Some(y)))) | (Some((None, Some(x))), Some((Some(y), None))) if x == y
    );
    let others = changes_unit
        || half(a, b)
        || half(b, a)
        || differ(a.year, b.year)
        || differ(number(a.month), number(b.month))
        || differ(number(a.day), number(b.day))
        || a.part.zip(b.part).is_some_and(|(a, b)| a != b)
        || a.word.zip(b.word).is_some_and(|(a, b)| are_other_days(a, b))
        || is_outside(a, b)
        || is_outside(b, a);
    if others { ValueRelation::Other } else { ValueRelation::Precision }
}

/// Returns true for two words of days, unless one is a day and the other a part of it: 昨日, 昨午.
fn are_other_days(a: &str, b: &str) -> bool {
    let is_part = |day: &str, part: &str| {
        let mut day = day.chars();
        let named = day.next().filter(|_| day.next() == Some('日') && day.next().is_none());
        let mut part = part.chars();
        part.next() == named && part.next().is_some_and(|c| "早午晚".contains(c)) && named.is_some()
    };
    a != b && !is_part(a, b) && !is_part(b, a)
}

/// Returns true if a day is not in the part of the month that the other names.
fn is_outside(a: Day, b: Day) -> bool {
    let (Some(day), Some(part)) = (a.day, b.part) else { return false };
    let within = match part {
        "初" | "上旬" => 1..=10,
        "中" | "中旬" => 8..=22,
        "底" | "下旬" => 20..=31,
        _ => 1..=31,
    };
    !within.contains(&day)
}

fn clocks(a: Clock, b: Clock) -> ValueRelation {
    const HALF: u32 = 12 * 3600;
    const ABOUT: u32 = 30 * 60;
    const HOUR: u32 = 3600;
    let known = a.is_whole_day && b.is_whole_day;
    let turn = |clock: Clock| if known { clock.seconds } else { clock.seconds % HALF };
    let apart = turn(a).abs_diff(turn(b));
    let about = |clock: Clock, other: Clock| {
        // 10時 may be any time of that hour if the other names minutes.
        let room = if clock.is_about && clock.has_minutes {
            ABOUT
        } else if !clock.has_minutes && other.has_minutes {
            HOUR
        } else {
            0
        };
        apart < room && (clock.is_about && clock.has_minutes || turn(clock) <= turn(other))
    };
    let is_alike = a.is_whole_day == b.is_whole_day || a.seconds == b.seconds;
    if apart == 0 && is_alike && a.is_about == b.is_about {
        ValueRelation::Same
    } else if apart == 0 || about(a, b) || about(b, a) {
        ValueRelation::Precision
    } else {
        ValueRelation::Other
    }
}

/// Returns true if both numbers have one unit, or units of one kind.
fn are_comparable(a: &Quantity, b: &Quantity) -> bool {
    (a.kind == QuantityKind::Ordinal) == (b.kind == QuantityKind::Ordinal)
        && (a.unit.base == b.unit.base || is_general(a, b) || is_general(b, a))
}

/// Returns true if the unit of `a` is general, and that of `b` one that it likely means: 元 and 港元, ¥ and 日圓.
fn is_general(a: &Quantity, b: &Quantity) -> bool {
    match a.unit.base {
        "元" => b.unit.base == "港元",
        "¥" => matches!(b.unit.base, "人民幣" | "日圓"),
        // 厘 is a rate of interest, or a change of one.
        "厘" => matches!(b.unit.base, "%" | "百分點"),
        _ => false,
    }
}

/// Returns true if one value is the number of one of several and the other a number of them: 第六被告, 六名被告.
fn is_counted(one: &Quantity, of: &Quantity) -> bool {
    one.kind == QuantityKind::Ordinal && of.kind == QuantityKind::Number && !of.unit.name.is_empty()
}

/// Compares the numbers of a value without a unit and of one with a unit, which may be elsewhere in the sentence.
fn bare_numbers(a: &Quantity, b: &Quantity) -> ValueRelation {
    let is_same = a.amount == b.amount
        && a.precision == b.precision
        && a.kind != QuantityKind::Ordinal
        && b.kind != QuantityKind::Ordinal;
    if is_same { ValueRelation::Same } else { ValueRelation::Other }
}

/// Returns a temperature of Fahrenheit in Celsius.
fn in_celsius(of: &Quantity) -> Option<Quantity> {
    let Amount::One(value) = of.amount else { return None };
    let amount = value.minus(Exact::whole(32))?.times(Exact::ratio(5, 9)?)?;
    Some(Quantity { amount: Amount::One(amount), unit: Unit::named("度"), ..of.clone() })
}

fn numbers(a: &Quantity, b: &Quantity) -> ValueRelation {
    match (a.unit.base, b.unit.base) {
        ("華氏度", "度") => return in_celsius(a).map_or(ValueRelation::Other, |a| numbers(&a, b)),
        ("度", "華氏度") => return in_celsius(b).map_or(ValueRelation::Other, |b| numbers(a, &b)),
        _ => {}
    }
    let (Some(own), Some(other)) = (span(a), span(b)) else { return ValueRelation::Other };
    if a.unit == Unit::RESULT
        || b.unit == Unit::RESULT
        || !are_comparable(a, b) && (a.unit == Unit::NONE || b.unit == Unit::NONE)
    {
        let is_same = own.exact == other.exact && !is_counted(a, b) && !is_counted(b, a);
        return if is_same { ValueRelation::Same } else { bare_numbers(a, b) };
    }
    if !are_comparable(a, b) {
        return ValueRelation::Other;
    }
    if own.exact == other.exact && a.precision == b.precision {
        return ValueRelation::Same;
    }
    let meet = own.from <= other.to && other.from <= own.to;
    // 逾千 and 近千 exclude each other.
    let are_apart = own.exact == other.exact
        && matches!(
            (a.precision, b.precision),
            (Precision::Over, Precision::Under) | (Precision::Under, Precision::Over)
        );
    // Two ranges that differ, 三至五 and 五至七, are two statements even if they meet.
    let is_range = |of: &Quantity| matches!(of.amount, Amount::Between(..)) && !of.is_indefinite;
    let are_ranges = is_range(a) && is_range(b);
    // So are 逾百 and 逾二百.
    let is_one = |of: &Quantity| matches!(of.amount, Amount::One(_)) && of.precision != Precision::Exact;
    let are_alike = is_one(a) && is_one(b) && a.precision == b.precision;
    if meet && !are_apart && !are_ranges && !are_alike {
        ValueRelation::Precision
    } else {
        ValueRelation::Other
    }
}

/// The numbers that a value allows, in its base unit.
struct Allowed {
    exact: (Exact, Exact),
    from: Exact,
    to: Exact,
}

fn span(of: &Quantity) -> Option<Allowed> {
    let in_base = |value: Exact| value.times(of.unit.factor);
    let (from, to) = match of.amount {
        Amount::One(value) => (in_base(value)?, in_base(value)?),
        Amount::Between(from, to) => (in_base(from)?, in_base(to)?),
        _ => return None,
    };
    // 七旬 is seventy to seventy-nine.
    let to = if of.unit.name == "旬" { to.plus(Exact::whole(9))? } else { to };
    let part = |share: i128| from.times(Exact::ratio(share, 10)?);
    let is_one = from == to && from > Exact::ZERO;
    let (least, most) = match of.precision {
        Precision::About if is_one => (part(9)?, part(11)?),
        Precision::Over if is_one => (from, part(20)?),
        Precision::Under if is_one => (part(8)?, to),
        _ => (from, to),
    };
    Some(Allowed { exact: (from, to), from: least, to: most })
}
