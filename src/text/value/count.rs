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
        '半' => return Some(Reading::new(Amount::One(Exact::ratio(1, 2)?), at.saturating_add(1))),
        _ => {}
    }
    let found = numeral(text, at)?;
    let is_bare_scale = matches!(text.at(at), '百' | '千' | '万' | '亿');
    let figures = found.end.saturating_sub(at);
    let is_sure = found.in_digits || figures > 1 && !is_bare_scale || text.formal_in(at, found.end) > 1;
    let is_one = figures == 1 && text.at(at) == '一';
    Some(Reading { is_sure, is_one, ..Reading::new(amount(text, at, &found), found.end) })
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

/// Reads what follows a number: more of it, the other end of a range, its unit, a half.
pub(super) fn with_unit(
    text: &Folded,
    reading: &mut Reading,
    currency: Option<Unit>,
) -> Option<(usize, Unit)> {
    let mut end = reading.end;
    more(text, reading, &mut end);
    let place = text.skip_space(end);
    let mut found = unit(text, place);
    if let Some(second) = range_end(text, found.map_or(end, |(end, _)| end))
        && let Amount::One(from) = reading.amount
        && let Some(other) = numeral(text, sign(text, second).map_or(second, |(behind, _)| behind))
        && let Some(to) = other.value
    {
        let scaled = from.times(scaling(text, reading, &other)).unwrap_or(from);
        let from = if scaled < to { scaled } else { from };
        end = other.end;
        if from < to {
            reading.amount = Amount::Between(from, to);
            reading.is_sure = true;
            reading.precision =
                if reading.precision == Precision::Exact { Precision::About } else { reading.precision };
        } else {
            reading.amount = Amount::Between(from, to);
            reading.is_sure = true;
            return Some((end, Unit::RESULT));
        }
        more(text, reading, &mut end);
        let own = unit(text, text.skip_space(end));
        found = own.or(found.map(|(_, unit)| (end, unit)));
    } else if matches!(text.at(end), '比' | ':')
        && let Amount::One(from) = reading.amount
        && let Some(other) = numeral(text, end.saturating_add(1))
        && let Some(to) = other.value
    {
        reading.amount = Amount::Between(from, to);
        return Some((other.end, Unit::RESULT));
    }
    if let (Some(half), Amount::One(value)) =
        (half_behind(text, found.map_or(end, |(end, _)| end), found), &reading.amount)
    {
        let unit = half.1;
        reading.amount = Amount::One(value.plus(Exact::ratio(1, 2)?)?);
        return Some((half.0, unit));
    }
    if let (Some((behind, Unit { kind: QuantityKind::Percent, factor, .. })), Amount::One(value), '半') =
        (found, &reading.amount, text.at(found.map_or(end, |(end, _)| end)))
        && factor != Exact::ONE
    {
        reading.amount = Amount::One(value.plus(Exact::ratio(1, 2)?)?);
        return Some((behind.saturating_add(1), Unit::named("成")));
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
        // 三個半月, 三個半小時.
        let (behind, within) = unit(text, behind)
            .or_else(|| starts(text, behind, "月").map(|end| (end, Unit::named("個月"))))?;
        return Some((behind, within));
    }
    let is_measure = !found.base.is_empty() && found.kind != QuantityKind::Percent;
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
