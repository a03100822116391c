//! Shares in words and as fractions.

use super::Amount;
use super::count::range_end;
use super::exact::Exact;
use super::folded::{Folded, starts};
use super::numeral::{Numeral, numeral};
use super::unit::unit;

/// A share in words.
pub(super) struct Share {
    /// The place behind it.
    pub(super) end: usize,
    /// How much, in per cent.
    pub(super) amount: Amount,
    /// True if it is more than that.
    pub(super) is_over: bool,
    /// True if it says no more than most.
    pub(super) is_vague: bool,
}

/// Reads a share in words: 百分之五, 三分之一, 四分三, 七成五, 1/3, 半數, 一半, 過半, 大部分.
pub(super) fn share(text: &Folded, at: usize) -> Option<Share> {
    let plain = |(end, amount)| Share { end, amount, is_over: false, is_vague: false };
    let found = of_hundred(text, at).or_else(|| fraction(text, at)).or_else(|| figures(text, at));
    found.map(plain).or_else(|| half_of_all(text, at))
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

/// Reads 雙位數增長 and 單位數: a share of so many figures.
fn figures(text: &Folded, at: usize) -> Option<(usize, Amount)> {
    const CHANGES: [&str; 8] = ["百分", "增长", "增幅", "升幅", "跌幅", "减幅", "下跌", "上升"];
    let (end, from, to) = [("双位数", 10, 99), ("两位数", 10, 99), ("单位数", 1, 9)]
        .iter()
        .find_map(|(word, from, to)| Some((starts(text, at, word)?, *from, *to)))?;
    let follows = CHANGES.iter().any(|word| starts(text, end, word).is_some());
    follows.then(|| (end, Amount::Between(Exact::whole(from), Exact::whole(to))))
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
        ("绝大部分", true, true),
        ("绝大多数", true, true),
        ("大部分", true, true),
        ("大部份", true, true),
        ("大多数", true, true),
    ];
    let (end, is_over, is_vague) = words
        .iter()
        .find_map(|(word, is_over, is_vague)| Some((starts(text, at, word)?, *is_over, *is_vague)))?;
    Some(Share { end, amount: Amount::One(Exact::whole(50)), is_over, is_vague })
}

/// Reads the 半 behind a word of precision, which is of all unless a unit follows: 近半住戶.
pub(super) fn half(text: &Folded, at: usize) -> Option<Share> {
    let end = at.saturating_add(1);
    let is_share = text.at(at) == '半' && unit(text, end).is_none();
    is_share.then(|| Share { end, amount: Amount::One(Exact::whole(50)), is_over: false, is_vague: false })
}
