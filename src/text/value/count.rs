//! Counts: numbers with their measures, vague numbers, ranges and halves.

use super::exact::Exact;
use super::folded::{Folded, starts};
use super::numeral::{self, Numeral, numeral};
use super::unit::{Unit, sign, unit};
use super::{Amount, Precision, QuantityKind};

/// A number that is being read.
pub(super) struct Reading {
    pub(super) amount: Amount,
    pub(super) precision: Precision,
    pub(super) end: usize,
    /// True if it is a number by its form; otherwise it needs a unit.
    pub(super) is_sure: bool,
    /// True if it is one, written 一.
    pub(super) is_one: bool,
    /// True if it is merely several.
    pub(super) is_vague: bool,
}

impl Reading {
    fn new(amount: Amount, end: usize) -> Self {
        Self { amount, precision: Precision::Exact, end, is_sure: false, is_one: false, is_vague: false }
    }

    fn several(from: i128, to: i128, end: usize) -> Self {
        let amount = Amount::Between(Exact::whole(from), Exact::whole(to));
        Self { precision: Precision::About, is_vague: true, ..Self::new(amount, end) }
    }
}

/// Returns the amount of a numeral.
pub(super) fn amount(text: &Folded, at: usize, found: &Numeral) -> Amount {
    match (found.value, found.to) {
        (Some(value), Some(to)) => Amount::Between(value, to),
        (Some(value), None) => Amount::One(value),
        (None, _) => {
            let figures = text.chars.get(at..found.end).unwrap_or_default();
            let digits = figures.iter().filter(|c| !matches!(c, ',' | '，' | ' '));
            let digits = digits.map(|&c| numeral::digit(c).map_or(c, |d| char::from(b'0'.saturating_add(d))));
            Amount::Long(digits.collect())
        }
    }
}

/// Reads a number without its unit.
pub(super) fn number(text: &Folded, at: usize) -> Option<Reading> {
    match text.at(at) {
        '数' | '几' | '上' | '好' | '成' => return several(text, at),
        '多' => return many(text, at),
        '俩' | '仨' => {
            let amount = Amount::One(Exact::whole(if text.at(at) == '俩' { 2 } else { 3 }));
            return Some(Reading { is_sure: true, ..Reading::new(amount, at.saturating_add(1)) });
        }
        '双' if matches!(text.at(at.saturating_add(1)), '倍' | '胞') => {
            return Some(Reading::new(Amount::One(Exact::whole(2)), at.saturating_add(1)));
        }
        // 個半小時 is one and a half.
        '个' if text.at(at.saturating_add(1)) == '半' => {
            return Some(Reading::new(Amount::One(Exact::ratio(3, 2)?), at.saturating_add(2)));
        }
        '半' => return Some(Reading::new(Amount::One(Exact::ratio(1, 2)?), at.saturating_add(1))),
        _ => {}
    }
    if let Some(reading) = enumerated(text, at) {
        return Some(reading);
    }
    let found = numeral(text, at)?;
    let is_bare_scale = matches!(text.at(at), '百' | '千' | '万' | '亿');
    let figures = found.end.saturating_sub(at);
    let is_sure = found.in_digits || figures > 1 && !is_bare_scale || text.formal_in(at, found.end) > 1;
    let is_one = figures == 1 && text.at(at) == '一';
    let precision = if found.to.is_some() { Precision::About } else { Precision::Exact };
    Some(Reading { is_sure, is_one, precision, ..Reading::new(amount(text, at, &found), found.end) })
}

/// Reads 兩、三 before a measure: from two to three.
fn enumerated(text: &Folded, at: usize) -> Option<Reading> {
    let figure = |at: usize| numeral::digit(text.at(at)).filter(|_| !text.at(at).is_ascii_digit());
    let (second, end) = (at.checked_add(2)?, at.checked_add(3)?);
    let (from, to) = (figure(at)?, figure(second)?);
    let follows = text.at(at.checked_add(1)?) == '、' && from > 0 && from.checked_add(1)? == to;
    (follows && unit(text, end).is_some()).then(|| {
        let reading = Reading::several(i128::from(from), i128::from(to), end);
        Reading { is_vague: false, ..reading }
    })
}

/// Reads 數百, 幾十, 上千, 數名.
fn several(text: &Folded, at: usize) -> Option<Reading> {
    let previous = at.checked_sub(1).map_or(' ', |before| text.at(before));
    let behind = if text.at(at) == '好' { at.saturating_add(2) } else { at.saturating_add(1) };
    let is_several = !matches!(text.at(at), '上' | '成');
    let is_word = text.at(at) == '数' && "人总次指岁多少分倍基系函位户票宗".contains(previous)
        || text.at(at) == '好' && text.at(at.saturating_add(1)) != '几'
        || starts(text, behind, "百分").is_some()
        || starts(text, behind, "千分").is_some()
        || text.at(at) == '上' && "以之".contains(previous);
    if is_word {
        return None;
    }
    if numeral::scale(text.at(behind)).is_some_and(|_| text.at(behind) != '兆') {
        let found = bare(text, behind)?;
        let times = |by: i128| found.value?.times(Exact::whole(by));
        let (amount, precision) = if is_several {
            (Amount::Between(times(2)?, times(9)?), Precision::About)
        } else {
            (Amount::One(times(1)?), Precision::Over)
        };
        return Some(Reading { precision, is_sure: true, ..Reading::new(amount, found.end) });
    }
    (is_several && unit(text, behind).is_some()).then(|| Reading::several(2, 9, behind))
}

/// Reads 多名, 多間.
fn many(text: &Folded, at: usize) -> Option<Reading> {
    let previous = at.checked_sub(1).map_or(' ', |before| text.at(before));
    let behind = at.saturating_add(1);
    let counts = unit(text, behind).is_some_and(|(_, unit)| unit.base.is_empty() && unit.name != "大");
    (counts && !"很许众最更至增眾大较诸太过好差".contains(previous))
        .then(|| Reading::several(2, 1000, behind))
}

/// Reads scales without a figure: 百, 千萬.
fn bare(text: &Folded, at: usize) -> Option<Numeral> {
    let run = text.from(at).iter().take_while(|&&c| numeral::scale(c).is_some() && c != '兆').count();
    let scales = text.from(at).iter().take(run).filter_map(|&c| numeral::scale(c));
    let exponent = scales.fold(0_u32, u32::saturating_add);
    let value = 10_i128.checked_pow(exponent).map(Exact::whole);
    Some(Numeral { end: at.saturating_add(run), value, to: None, in_digits: false, positional: 0 })
}

/// Reads what follows a number: more of it, the other end of a range, its unit, a half, a smaller unit.
pub(super) fn with_unit(
    text: &Folded,
    reading: &mut Reading,
    currency: Option<Unit>,
) -> Option<(usize, Unit)> {
    let mut end = reading.end;
    more(text, reading, &mut end);
    let mut found = measure(text, text.skip_space(end));
    if let Some((behind, of_range)) = range(text, reading, found, end) {
        (end, found) = (behind, of_range);
    }
    if let Some(behind) = result(text, reading, end, found) {
        return Some((behind, Unit::RESULT));
    }
    if let Some(whole) = halved(text, reading, found, end).or_else(|| compound(text, reading, found)) {
        return Some(whole);
    }
    match (found, currency) {
        (Some((behind, unit)), Some(of_sign)) if unit.kind == QuantityKind::Money => {
            Some((behind, if of_sign.name == "元" { unit } else { of_sign }))
        }
        (_, Some(of_sign)) => Some((end, of_sign)),
        (Some(found), None) => Some(found),
        (None, None) => reading.is_sure.then_some((end, Unit::NONE)),
    }
}

/// Returns the unit at a place; behind 個多 and 個幾 a 鐘 is an hour.
fn measure(text: &Folded, at: usize) -> FoundUnit {
    let is_hour = || {
        let before = |back: usize| at.checked_sub(back).map_or(' ', |before| text.at(before));
        text.at(at) == '钟' && matches!(before(1), '多' | '几') && before(2) == '个'
    };
    unit(text, at).or_else(|| is_hour().then(|| (at.saturating_add(1), Unit::named("小時"))))
}

/// A unit and the place behind it.
type FoundUnit = Option<(usize, Unit)>;

/// Reads the other end of a range, and returns the place behind it with its unit.
fn range(text: &Folded, reading: &mut Reading, found: FoundUnit, end: usize) -> Option<(usize, FoundUnit)> {
    let second = range_end(text, found.map_or(end, |(end, _)| end))?;
    let Amount::One(from) = reading.amount else { return None };
    let other = numeral(text, sign(text, second).map_or(second, |(behind, _)| behind))?;
    let to = other.value?;
    let scaled = from.times(scaling(text, reading, &other)).unwrap_or(from);
    let from = if scaled < to { scaled } else { from };
    let own = unit(text, text.skip_space(other.end));
    // 3人到5樓 is no range.
    let is_one = found.is_none_or(|(_, unit)| {
        own.is_some_and(|(_, other)| {
            other.base == unit.base && (!unit.base.is_empty() || other.name == unit.name)
        })
    });
    if from >= to || !is_one {
        return None;
    }
    let mut end = other.end;
    reading.amount = Amount::Between(from, to);
    reading.is_sure = true;
    if reading.precision == Precision::Exact {
        reading.precision = Precision::About;
    }
    more(text, reading, &mut end);
    Some((end, unit(text, text.skip_space(end))))
}

/// Reads the other side of a result or ratio: 3比1, 3:1, 3-1.
fn result(text: &Folded, reading: &mut Reading, end: usize, found: FoundUnit) -> Option<usize> {
    let Amount::One(from) = reading.amount else { return None };
    let is_dash =
        found.is_none() && range_end(text, end).is_some() && !matches!(text.at(end), '至' | '到' | '~');
    if !is_dash && !matches!(text.at(end), '比' | ':') {
        return None;
    }
    let other = numeral(text, end.saturating_add(1))?;
    reading.amount = Amount::Between(from, other.value?);
    Some(other.end)
}

/// Reads a half behind a unit (兩年半), within one (三個半月) or of a tenth (五成半).
fn halved(text: &Folded, reading: &mut Reading, found: FoundUnit, end: usize) -> FoundUnit {
    let Amount::One(value) = reading.amount else { return None };
    let behind = found.map_or(end, |(end, _)| end);
    let (place, unit) = match found {
        Some((_, unit)) if unit.name == "成" && text.at(behind) == '半' => (behind.saturating_add(1), unit),
        // 三厘七五.
        Some((end, unit))
            if unit.name == "厘"
                && numeral(text, end).is_some_and(|rest| !rest.in_digits && rest.positional > 0) =>
        {
            let rest = numeral(text, end)?;
            let by = Exact::whole(10_i128.checked_pow(u32::try_from(rest.positional).ok()?)?);
            reading.amount = Amount::One(value.plus(rest.value?.over(by)?)?);
            return Some((rest.end, unit));
        }
        // 一分半鐘.
        Some((_, unit)) if unit.name == "分" && text.at(behind) == '半' => {
            (starts(text, behind, "半钟")?, Unit::named("分鐘"))
        }
        _ => half_behind(text, behind, found)?,
    };
    reading.amount = Amount::One(value.plus(Exact::ratio(1, 2)?)?);
    Some((place, unit))
}

/// Reads the 二分 of 五角二分, and returns the place behind it.
pub(super) fn cents(text: &Folded, at: usize) -> Option<(usize, Exact)> {
    let found = numeral(text, at).filter(|found| found.to.is_none())?;
    let behind = starts(text, found.end, "分").or_else(|| starts(text, found.end, "仙"))?;
    let is_other_word = "钟之比数店行校".contains(text.at(behind));
    (!is_other_word).then_some((behind, found.value?))
}

/// Reads a smaller unit behind a larger one of the same kind: 十二元五角, 2小時10分, 10秒05.
fn compound(text: &Folded, reading: &mut Reading, found: FoundUnit) -> FoundUnit {
    let Amount::One(value) = reading.amount else { return None };
    let (end, large) = found?;
    let other = numeral(text, end).filter(|other| other.to.is_none())?;
    let minute = |unit: Unit| if unit.name == "分" { Unit::named("分鐘") } else { unit };
    let large = minute(large);
    let part = |small: Unit| other.value?.times(small.factor)?.over(large.factor);
    if large.name == "秒" && other.in_digits && other.positional == 2 && unit(text, other.end).is_none() {
        reading.amount = Amount::One(value.plus(other.value?.over(Exact::whole(100))?)?);
        return Some((other.end, large));
    }
    // 42萬元一毫子 are no sum.
    let is_round = end.checked_sub(2).is_some_and(|at| matches!(text.at(at), '万' | '亿'));
    if is_round && large.kind == QuantityKind::Money {
        return None;
    }
    if let Some((behind, cents)) = cents(text, end).filter(|_| matches!(large.name, "元" | "毫")) {
        let cents = cents.over(Exact::whole(if large.name == "元" { 100 } else { 10 }))?;
        reading.amount = Amount::One(value.plus(cents)?);
        return Some((behind, large));
    }
    let (behind, small) = unit(text, other.end).map(|(behind, unit)| (behind, minute(unit)))?;
    let is_smaller = !large.base.is_empty() && small.base == large.base && small.factor < large.factor;
    if !is_smaller {
        return None;
    }
    reading.amount = Amount::One(value.plus(part(small)?)?);
    if small.name == "毫"
        && let Some((behind, cents)) = cents(text, behind)
        && let Amount::One(value) = reading.amount
    {
        reading.amount = Amount::One(value.plus(cents.over(Exact::whole(100))?)?);
        return Some((behind, large));
    }
    // 1小時5分30秒.
    let third = numeral(text, behind).and_then(|third| Some((unit(text, third.end)?, third.value?)));
    if let Some(((last, smallest), number)) = third
        && smallest.base == large.base
        && smallest.factor < small.factor
        && let Amount::One(value) = reading.amount
    {
        reading.amount = Amount::One(value.plus(number.times(smallest.factor)?.over(large.factor)?)?);
        return Some((last, large));
    }
    Some((behind, large))
}

/// Returns the scale that the second number of a range lends to the first: 3至5萬.
fn scaling(text: &Folded, first: &Reading, second: &Numeral) -> Exact {
    let last = |end: usize| end.checked_sub(1).and_then(|at| numeral::scale(text.at(at)));
    match (last(first.end), last(second.end)) {
        (None, Some(exponent)) if exponent >= 2 => {
            10_i128.checked_pow(exponent).map_or(Exact::ONE, Exact::whole)
        }
        _ => Exact::ONE,
    }
}

/// Reads 多, 餘, 幾 between a number and its unit, and a scale behind that: 10多萬.
fn more(text: &Folded, reading: &mut Reading, end: &mut usize) {
    // 兩個多小時.
    let counted = end.saturating_add(1);
    if text.at(*end) == '个'
        && matches!(text.at(counted), '多' | '几')
        && measure(text, counted.saturating_add(1)).is_some()
    {
        reading.precision = Precision::Over;
        *end = counted.saturating_add(1);
        return;
    }
    let is_more = matches!(text.at(*end), '多' | '余' | '馀' | '来' | '几');
    let behind = end.saturating_add(1);
    let follows = unit(text, text.skip_space(behind)).is_some() || matches!(text.at(behind), '万' | '亿');
    let is_sum = reading.is_sure || matches!(reading.amount, Amount::One(value) if value >= Exact::whole(10));
    if !is_more || !is_sum || !(follows || matches!(text.at(*end), '余' | '馀' | '多')) {
        return;
    }
    reading.precision = if text.at(*end) == '来' { Precision::About } else { Precision::Over };
    reading.is_sure = true;
    *end = behind;
    while let Some(exponent) =
        numeral::scale(text.at(*end)).filter(|exponent| *exponent >= 4 && text.at(*end) != '兆')
    {
        let by = 10_i128.checked_pow(exponent).map_or(Exact::ONE, Exact::whole);
        let times = |value: Exact| value.times(by).unwrap_or(value);
        reading.amount = match std::mem::replace(&mut reading.amount, Amount::One(Exact::ZERO)) {
            Amount::One(value) => Amount::One(times(value)),
            Amount::Between(from, to) => Amount::Between(times(from), times(to)),
            other => other,
        };
        *end = end.saturating_add(1);
    }
}

/// Reads a half behind a unit of time or of measure (兩年半), or within one (三個半月).
fn half_behind(text: &Folded, end: usize, found: Option<(usize, Unit)>) -> Option<(usize, Unit)> {
    let (_, found) = found?;
    if text.at(end) != '半' {
        return None;
    }
    let behind = end.saturating_add(1);
    if found.name == "個" {
        // 三個半月, 三個半小時, 三個半鐘.
        let (behind, within) = unit(text, behind)
            .or_else(|| starts(text, behind, "钟").map(|end| (end, Unit::named("小時"))))
            .or_else(|| starts(text, behind, "月").map(|end| (end, Unit::named("個月"))))?;
        return Some((behind, within));
    }
    let is_measure = !found.base.is_empty() && (found.kind != QuantityKind::Percent || found.name == "厘");
    is_measure.then_some((behind, found))
}

/// Returns the place of the other end of a range, behind a word or dash.
pub(super) fn range_end(text: &Folded, end: usize) -> Option<usize> {
    let place = text.skip_space(end);
    let behind = match text.at(place) {
        '至' | '到' | '~' | '–' | '—' | '-' | '−' => text.skip_space(place.saturating_add(1)),
        _ => return None,
    };
    let next = text.at(behind);
    (next.is_ascii_digit() || numeral::is_chinese(next) || sign(text, behind).is_some()).then_some(behind)
}
