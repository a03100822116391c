//! The reader of values in running text.

use super::exact::Exact;
use super::folded::Folded;
use super::numeral::{self, Numeral, numeral};
use super::unit::{Unit, no_number, sign, unit};
use super::{Amount, Precision, Quantity, QuantityKind, moment};

/// Words of precision before a number, folded.
const BEFORE: [(&str, Precision); 34] = [
    ("大约", Precision::About),
    ("约莫", Precision::About),
    ("大概", Precision::About),
    ("差不多", Precision::About),
    ("约为", Precision::About),
    ("约", Precision::About),
    ("将近", Precision::Under),
    ("接近", Precision::Under),
    ("几近", Precision::Under),
    ("逼近", Precision::Under),
    ("近", Precision::Under),
    ("不足", Precision::Under),
    ("不到", Precision::Under),
    ("少于", Precision::Under),
    ("未满", Precision::Under),
    ("未足", Precision::Under),
    ("低于", Precision::Under),
    ("至多", Precision::Under),
    ("最多", Precision::Under),
    ("不超过", Precision::Under),
    ("不多于", Precision::Under),
    ("超过", Precision::Over),
    ("超逾", Precision::Over),
    ("多于", Precision::Over),
    ("至少", Precision::Over),
    ("最少", Precision::Over),
    ("不少于", Precision::Over),
    ("不低于", Precision::Over),
    ("起码", Precision::Over),
    ("高于", Precision::Over),
    ("突破", Precision::Over),
    ("过", Precision::Over),
    ("超", Precision::Over),
    ("逾", Precision::Over),
];

/// Words of precision behind a number or its unit, folded.
const BEHIND: [(&str, Precision); 9] = [
    ("左右", Precision::About),
    ("上下", Precision::About),
    ("许", Precision::About),
    ("以上", Precision::Over),
    ("或以上", Precision::Over),
    ("以下", Precision::Under),
    ("或以下", Precision::Under),
    ("之多", Precision::Exact),
    ("正", Precision::Exact),
];

/// Finds all values, in order.
pub(super) fn read_all(text: &Folded) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.chars.len() {
        if let Some(word) = no_number(text, at) {
            at = word;
            continue;
        }
        if let Some(end) = name_with_digits(text, at) {
            at = end;
            continue;
        }
        match read(text, at) {
            Some((end, quantity)) if end > at => {
                found.push(quantity);
                at = end;
            }
            _ => at = at.saturating_add(1),
        }
    }
    found
}

/// Returns the place behind digits that are a part of a name: A4, 5G, COVID-19.
fn name_with_digits(text: &Folded, at: usize) -> Option<usize> {
    let c = text.at(at);
    let before = at.checked_sub(1).map_or(' ', |before| text.at(before));
    let run = |at: usize| text.from(at).iter().take_while(|c| c.is_ascii_alphanumeric()).count();
    if before.is_ascii_alphanumeric() {
        return None;
    }
    let length = run(at);
    let end = at.saturating_add(length);
    if c.is_ascii_alphabetic() {
        if sign(text, at).is_some() {
            return None;
        }
        // COVID-19, but not HK$-5.
        let more = if matches!(text.at(end), '-' | '−') { run(end.saturating_add(1)) } else { 0 };
        return Some(if more > 0 {
            end.saturating_add(more).saturating_add(1)
        } else {
            end.max(at.saturating_add(1))
        });
    }
    let digits = text.from(at).iter().take_while(|c| c.is_ascii_digit()).count();
    (digits > 0
        && digits < length
        && unit(text, at.saturating_add(digits)).is_none()
        && !is_half(text, at.saturating_add(digits)))
    .then_some(end)
}

/// Returns true for the am and pm behind a time.
fn is_half(text: &Folded, at: usize) -> bool {
    matches!((text.at(at), text.at(at.saturating_add(1))), ('a' | 'p', 'm') | ('A' | 'P', 'M'))
}

/// Reads the value at a place, and returns the place behind it.
fn read(text: &Folded, at: usize) -> Option<(usize, Quantity)> {
    if let Some((behind, precision)) = before(text, at) {
        return measured(text, at, behind, precision);
    }
    if let Some((end, clock)) = moment::clock(text, at) {
        return Some(made(text, at, end, QuantityKind::Time, Amount::Clock(clock)));
    }
    if let Some((end, day)) = moment::day(text, at) {
        return Some(made(text, at, end, QuantityKind::Date, Amount::Day(day)));
    }
    if text.at(at) == '第' {
        return ordinal(text, at);
    }
    measured(text, at, at, Precision::Exact)
}

fn made(text: &Folded, at: usize, end: usize, kind: QuantityKind, amount: Amount) -> (usize, Quantity) {
    let span = text.span(at, end);
    let precision = Precision::Exact;
    (end, Quantity { span, core: span, kind, amount, precision, unit: Unit::NONE, is_indefinite: false })
}

fn ordinal(text: &Folded, at: usize) -> Option<(usize, Quantity)> {
    let found = numeral(text, at.saturating_add(1))?;
    let (end, unit) = unit(text, text.skip_space(found.end)).unwrap_or((found.end, Unit::NONE));
    let amount = amount(text, at.saturating_add(1), &found);
    let (end, mut quantity) = made(text, at, end, QuantityKind::Ordinal, amount);
    quantity.unit = Unit { base: "", ..unit };
    Some((end, quantity))
}

/// Returns the amount of a numeral.
fn amount(text: &Folded, at: usize, found: &Numeral) -> Amount {
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

fn starts(text: &Folded, at: usize, word: &str) -> Option<usize> {
    let length = word.chars().count();
    word.chars().eq(text.from(at).iter().take(length).copied()).then(|| at.saturating_add(length))
}

/// Reads a word of precision before a number.
fn before(text: &Folded, at: usize) -> Option<(usize, Precision)> {
    let (end, precision) =
        BEFORE.iter().find_map(|(word, precision)| Some((starts(text, at, word)?, *precision)))?;
    let previous = at.checked_sub(1).map_or(' ', |before| text.at(before));
    let is_word = match text.at(at) {
        '约' => "纽合条公契节签预简制违邀婚失特续毁协盟履租隐".contains(previous),
        '近' => "附最靠亲邻临远接贴就新将逼几".contains(previous),
        '超' => "高".contains(previous),
        '过' => "超通不经透渡度错难太".contains(previous),
        _ => false,
    };
    let next = text.at(text.skip_space(end));
    let counts = next.is_ascii_digit()
        || numeral::is_chinese(next)
        || "$€£¥￥￡半数几−-".contains(next)
        || sign(text, text.skip_space(end)).is_some();
    (!is_word && counts).then(|| (text.skip_space(end), precision))
}

/// A number that is being read.
struct Reading {
    amount: Amount,
    precision: Precision,
    end: usize,
    /// True if it is a number by its form; otherwise it needs a unit.
    is_sure: bool,
    /// True if it is one, written 一.
    is_one: bool,
    /// True if it is merely several.
    is_vague: bool,
}

/// Reads a number with its sign, currency, unit and precision. `from` is its first place, `at` that behind a word of precision.
fn measured(text: &Folded, from: usize, at: usize, precision: Precision) -> Option<(usize, Quantity)> {
    let at_core = at;
    let (at, minus) = signed(text, at, from == at)?;
    // 攝氏33度.
    let at = starts(text, at, "摄氏").map_or(at, |behind| text.skip_space(behind));
    let currency = sign(text, at);
    let (at, minus) = match currency {
        Some((behind, _)) => {
            let (at, inner) = signed(text, text.skip_space(behind), false)?;
            (at, minus || inner)
        }
        None => (at, minus),
    };
    // What counts begins behind words of precision.
    let core = at_core;
    if let Some(found) = share(text, at) {
        let precision = if found.is_over { Precision::Over } else { precision };
        let part = Part { from, core, core_end: found.end, end: found.end };
        let worth =
            Worth { amount: found.amount, precision, unit: Unit::named("%"), is_indefinite: found.is_vague };
        return finished(text, part, worth, minus);
    }
    let mut reading = number(text, at)?;
    reading.is_sure |= precision != Precision::Exact || currency.is_some() || minus;
    if reading.precision == Precision::Exact {
        reading.precision = precision;
    }
    let (end, unit) = with_unit(text, &mut reading, currency.map(|(_, unit)| unit))?;
    let is_article = reading.is_one && unit.base.is_empty() && from == at && !unit.name.is_empty();
    let core_end = if unit.base.is_empty() { reading.end } else { end };
    let mut end = end;
    if let Some((behind, precision)) =
        BEHIND.iter().find_map(|(word, precision)| Some((starts(text, end, word)?, *precision)))
        && !(precision == Precision::Exact && text.at(end) == '正' && unit.kind != QuantityKind::Money)
    {
        end = behind;
        if precision != Precision::Exact {
            reading.precision = precision;
        }
    }
    let is_indefinite = is_article || reading.is_vague && unit.base.is_empty();
    let worth = Worth { amount: reading.amount, precision: reading.precision, unit, is_indefinite };
    finished(text, Part { from, core, core_end, end }, worth, minus)
}

/// The places of a value, in characters.
#[derive(Clone, Copy)]
struct Part {
    from: usize,
    core: usize,
    core_end: usize,
    end: usize,
}

/// What a value is worth.
struct Worth {
    amount: Amount,
    precision: Precision,
    unit: Unit,
    is_indefinite: bool,
}

fn finished(text: &Folded, part: Part, worth: Worth, minus: bool) -> Option<(usize, Quantity)> {
    let Worth { amount, precision, unit, is_indefinite } = worth;
    let amount = match amount {
        Amount::One(value) if minus => Amount::One(value.negative()?),
        Amount::Long(digits) if minus => Amount::Long(format!("-{digits}")),
        amount => amount,
    };
    let (span, core) = (text.span(part.from, part.end), text.span(part.core, part.core_end));
    Some((part.end, Quantity { span, core, kind: unit.kind, amount, precision, unit, is_indefinite }))
}

/// Reads a sign before a number; a hyphen is one only at the beginning of a number.
fn signed(text: &Folded, at: usize, is_first: bool) -> Option<(usize, bool)> {
    let previous = at.checked_sub(1).map_or(' ', |before| text.at(before));
    let next = text.at(at.saturating_add(1));
    let is_number =
        next.is_ascii_digit() || numeral::is_chinese(next) || sign(text, at.saturating_add(1)).is_some();
    let free = !is_first || !(previous.is_ascii_alphanumeric() || numeral::is_chinese(previous));
    match text.at(at) {
        '负' if is_number => Some((at.saturating_add(1), true)),
        '−' | '-' if is_number && free => Some((at.saturating_add(1), true)),
        '+' if is_number && free => Some((at.saturating_add(1), false)),
        '〇' if next == '下' => Some((at.saturating_add(2), true)),
        _ => Some((at, false)),
    }
}

/// A share in words.
struct Share {
    end: usize,
    amount: Amount,
    is_over: bool,
    is_vague: bool,
}

/// Reads a share in words: 百分之五, 三分之一, 四分三, 七成五, 1/3, 半數, 一半, 過半, 大部分.
fn share(text: &Folded, at: usize) -> Option<Share> {
    let plain = |(end, amount)| Share { end, amount, is_over: false, is_vague: false };
    of_hundred(text, at).or_else(|| fraction(text, at)).map(plain).or_else(|| half_of_all(text, at))
}

/// Reads 百分之五, 千分之三, 百分之三至五.
fn of_hundred(text: &Folded, at: usize) -> Option<(usize, Amount)> {
    let parts = [("百分之", Exact::ONE), ("千分之", Exact::ratio(1, 10)?), ("万分之", Exact::ratio(1, 100)?)];
    let (behind, by) = parts.iter().find_map(|(word, by)| Some((starts(text, at, word)?, *by)))?;
    let found = numeral(text, behind)?;
    let first = found.value?.times(by)?;
    if let Some(second) = range_end(text, found.end)
        && let Some(other) = numeral(text, starts(text, second, "百分之").unwrap_or(second))
    {
        return Some((other.end, Amount::Between(first, other.value?.times(by)?)));
    }
    let amount = match found.to {
        Some(to) => Amount::Between(first, to.times(by)?),
        None => Amount::One(first),
    };
    Some((found.end, amount))
}

/// Reads 三分之一, 四分三, 1/3 and 七成五.
fn fraction(text: &Folded, at: usize) -> Option<(usize, Amount)> {
    let of = |above: Exact, below: Exact| Some(Amount::One(above.times(Exact::whole(100))?.over(below)?));
    let below = numeral(text, at)?;
    if let Some(behind) = starts(text, below.end, "分之") {
        let above = numeral(text, behind)?;
        return Some((above.end, of(above.value?, below.value?)?));
    }
    let is_figure = |found: &Numeral, from: usize| !found.in_digits && found.end == from.saturating_add(1);
    if let Some(behind) = starts(text, below.end, "分")
        && is_figure(&below, at)
        && let Some(above) = numeral(text, behind).filter(|above| is_figure(above, behind))
        && above.value? < below.value?
        && text.at(above.end) != '秒'
    {
        return Some((above.end, of(above.value?, below.value?)?));
    }
    if let Some(behind) = starts(text, below.end, "成")
        && let Some(rest) = numeral(text, behind).filter(|rest| is_figure(rest, behind))
    {
        let ten = Exact::whole(10);
        return Some((rest.end, Amount::One(below.value?.times(ten)?.plus(rest.value?)?)));
    }
    // 1/3, but not 5/20, a day.
    if below.in_digits && text.at(below.end) == '/' && text.at(below.end.saturating_add(1)).is_ascii_digit() {
        let other = numeral(text, below.end.saturating_add(1))?;
        let (above, under) = (below.value?, other.value?);
        let is_plain =
            above > Exact::ZERO && above < under && under <= Exact::whole(10) && text.at(other.end) != '/';
        return if is_plain { Some((other.end, of(above, under)?)) } else { None };
    }
    None
}

/// Reads 半數, 一半, 過半, 大部分.
fn half_of_all(text: &Folded, at: usize) -> Option<Share> {
    let words = [
        ("半数以上", true, false),
        ("过半数", true, false),
        ("逾半数", true, false),
        ("过半", true, false),
        ("逾半", true, false),
        ("半数", false, false),
        ("一半", false, false),
        ("大部分", true, true),
        ("大部份", true, true),
        ("大多数", true, true),
    ];
    let (end, is_over, is_vague) = words
        .iter()
        .find_map(|(word, is_over, is_vague)| Some((starts(text, at, word)?, *is_over, *is_vague)))?;
    Some(Share { end, amount: Amount::One(Exact::whole(50)), is_over, is_vague })
}

/// Returns the place of the other end of a range, behind a word or dash.
fn range_end(text: &Folded, end: usize) -> Option<usize> {
    let place = text.skip_space(end);
    let behind = match text.at(place) {
        '至' | '到' | '~' | '–' | '—' | '-' | '−' => text.skip_space(place.saturating_add(1)),
        _ => return None,
    };
    let next = text.at(behind);
    (next.is_ascii_digit() || numeral::is_chinese(next) || sign(text, behind).is_some()).then_some(behind)
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

/// Reads a number without its unit.
fn number(text: &Folded, at: usize) -> Option<Reading> {
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
fn with_unit(text: &Folded, reading: &mut Reading, currency: Option<Unit>) -> Option<(usize, Unit)> {
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
