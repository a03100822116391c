//! The reader of values in running text.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::count::{amount, number, with_unit};
use super::exact::Exact;
use super::folded::{Folded, starts};
use super::numeral::{self, numeral};
use super::share::{half, share};
use super::unit::{Unit, no_number, sign};
use super::{Amount, Precision, Quantity, QuantityKind, clock, day, unit};

/// Words of precision before a number, folded.
const BEFORE: [(&str, Precision); 41] = [
    ("大约", Precision::About),
    ("约莫", Precision::About),
    ("大概", Precision::About),
    ("差不多", Precision::About),
    ("约为", Precision::About),
    ("约有", Precision::About),
    ("约达", Precision::About),
    ("约占", Precision::About),
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
    ("不高于", Precision::Under),
    ("不大于", Precision::Under),
    ("超过", Precision::Over),
    ("超逾", Precision::Over),
    ("多于", Precision::Over),
    ("至少", Precision::Over),
    ("最少", Precision::Over),
    ("不少于", Precision::Over),
    ("不低于", Precision::Over),
    ("不小于", Precision::Over),
    ("年满", Precision::Over),
    ("起码", Precision::Over),
    ("高于", Precision::Over),
    ("突破", Precision::Over),
    ("过", Precision::Over),
    ("超", Precision::Over),
    ("逾", Precision::Over),
];

/// Words of precision behind a number or its unit, folded.
const BEHIND: [(&str, Precision); 10] = [
    ("左右", Precision::About),
    ("上下", Precision::About),
    ("许", Precision::About),
    ("以上", Precision::Over),
    ("或以上", Precision::Over),
    ("以下", Precision::Under),
    ("或以下", Precision::Under),
    ("之多", Precision::Exact),
    ("正", Precision::Exact),
    ("整", Precision::Exact),
];

/// The characters with which a value can begin.
static BEGINNINGS: LazyLock<FxHashSet<char>> = LazyLock::new(|| {
    let firsts = |words: &str| words.chars().collect::<Vec<_>>();
    let figures = firsts(
        "0123456789〇一二三四五六七八九十百千万亿两廿卅卌第首次元圣双个民公令平昭负−-+半数几上好成多俩仨大摄华愚情单地",
    );
    let before = BEFORE.iter().filter_map(|(word, _)| word.chars().next());
    figures
        .into_iter()
        .chain(before)
        .chain(clock::beginnings())
        .chain(day::beginnings())
        .chain(unit::beginnings())
        .collect()
});

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
        let here = if BEGINNINGS.contains(&text.at(at)) { read(text, at) } else { None };
        match here {
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
        && unit::unit(text, at.saturating_add(digits)).is_none()
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
        // 差不多五點.
        if precision != Precision::Over
            && let Some((end, clock)) = clock::clock(text, behind)
        {
            let about = Amount::Clock(clock::Clock { is_about: true, ..clock });
            return Some(made(text, at, end, QuantityKind::Time, about));
        }
        return measured(text, at, behind, precision);
    }
    if let Some((end, clock)) = clock::clock(text, at) {
        return Some(made(text, at, end, QuantityKind::Time, Amount::Clock(clock)));
    }
    if let Some((end, day)) = day::day(text, at) {
        return Some(made(text, at, end, QuantityKind::Date, Amount::Day(day)));
    }
    if matches!(text.at(at), '第' | '首' | '次') {
        return ordinal(text, at);
    }
    measured(text, at, at, Precision::Exact)
}

/// Returns true for the 半 of 減半.
fn is_halved(text: &Folded, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| text.at(before) == '减')
}

fn made(text: &Folded, at: usize, end: usize, kind: QuantityKind, amount: Amount) -> (usize, Quantity) {
    let span = text.span(at, end);
    let precision = Precision::Exact;
    (end, Quantity { span, core: span, kind, amount, precision, unit: Unit::NONE, is_indefinite: false })
}

fn ordinal(text: &Folded, at: usize) -> Option<(usize, Quantity)> {
    let behind = at.saturating_add(1);
    if text.at(at) == '次' {
        let end = starts(text, behind, "季")?;
        let (end, quantity) = made(text, at, end, QuantityKind::Ordinal, Amount::One(Exact::whole(2)));
        return Some((end, Quantity { unit: Unit { base: "", ..Unit::named("季") }, ..quantity }));
    }
    // 首名 is 第一名, though it says little by itself.
    if text.at(at) == '首' {
        let (end, unit) =
            unit::unit(text, behind).filter(|(_, unit)| "名次個屆位場輪季日天年".contains(unit.name))?;
        let (end, quantity) = made(text, at, end, QuantityKind::Ordinal, Amount::One(Exact::ONE));
        return Some((end, Quantity { unit: Unit { base: "", ..unit }, is_indefinite: true, ..quantity }));
    }
    let found = numeral(text, behind)?;
    let (end, unit) = unit::unit(text, text.skip_space(found.end)).unwrap_or((found.end, Unit::NONE));
    let (end, quantity) = made(text, at, end, QuantityKind::Ordinal, amount(text, behind, &found));
    Some((end, Quantity { unit: Unit { base: "", ..unit }, ..quantity }))
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

/// Reads a number with its sign, currency, unit and precision. `from` is its first place, `at` that behind a word of precision.
fn measured(text: &Folded, from: usize, at: usize, precision: Precision) -> Option<(usize, Quantity)> {
    let at_core = at;
    let (at, minus) = signed(text, at, from == at)?;
    // 攝氏33度, 攝氏零下3度.
    let scale =
        starts(text, at, "摄氏").or_else(|| starts(text, at, "华氏")).map(|behind| text.skip_space(behind));
    let is_fahrenheit = scale.is_some() && text.at(at) == '华';
    let (at, minus) = match scale {
        Some(behind) => signed(text, behind, false).map(|(at, inner)| (at, minus || inner))?,
        None => (at, minus),
    };
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
    let is_precise = precision == Precision::Exact;
    if let Some(found) =
        share(text, at).or_else(|| half(text, at).filter(|_| !is_precise || is_halved(text, at)))
    {
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
    let unit = if is_fahrenheit && unit.name == "度" { Unit::named("華氏度") } else { unit };
    let is_article = reading.is_one
        && unit.base.is_empty()
        && unit.factor == Exact::ONE
        && from == at
        && !unit.name.is_empty();
    let core_end = if unit.base.is_empty() { reading.end } else { end };
    let mut end = end;
    if let Some((behind, precision)) =
        BEHIND.iter().find_map(|(word, precision)| Some((starts(text, end, word)?, *precision)))
        && !(precision == Precision::Exact
            && matches!(text.at(end), '正' | '整')
            && unit.kind != QuantityKind::Money)
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

/// Returns true if a storey is at a place: 二樓, 3層.
fn is_storey(text: &Folded, at: usize) -> bool {
    let found = numeral(text, at).and_then(|found| unit::unit(text, found.end));
    found.is_some_and(|(_, unit)| matches!(unit.name, "樓" | "層"))
}

/// Reads a sign before a number; a hyphen is one only at the beginning of a number.
fn signed(text: &Folded, at: usize, is_first: bool) -> Option<(usize, bool)> {
    let previous = at.checked_sub(1).map_or(' ', |before| text.at(before));
    let next = text.at(at.saturating_add(1));
    let is_number =
        next.is_ascii_digit() || numeral::is_chinese(next) || sign(text, at.saturating_add(1)).is_some();
    let free = !is_first || !(previous.is_ascii_alphanumeric() || numeral::is_chinese(previous));
    match text.at(at) {
        // 不負兩國所望, 擔負三項工作, 勝負一分 are no signs.
        '负' if is_number && !"不未辜担肩自抱背胜正".contains(previous) => {
            Some((at.saturating_add(1), true))
        }
        '−' | '-' if is_number && free => Some((at.saturating_add(1), true)),
        '+' if is_number && free => Some((at.saturating_add(1), false)),
        // 地下二樓, but not 地下 of anything else.
        '地' if next == '下' && is_storey(text, at.saturating_add(2)) => Some((at.saturating_add(2), true)),
        '〇' if next == '下' => Some((at.saturating_add(2), true)),
        '〇' if next == '上' => Some((at.saturating_add(2), false)),
        _ => Some((at, false)),
    }
}
