//! The measure by which two mentions are taken for one fact.

use super::FactKind;
use super::issue_day::{Dates, Known};
use super::mentions::{Mention, Said, have_one_measure, is_small};
use super::name_forms::are_kin;
use crate::text::value::{Amount, Quantity, QuantityKind, ValueRelation, change, is_rounded, relation};

/// Two mentions that are one fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Match {
    /// How surely they are, in points; only to be compared.
    pub(super) points: f64,
    /// True if they say the same.
    pub(super) agree: bool,
}

/// The points from which two mentions that may be one value are one fact.
const EQUAL: f64 = 1.9;

/// The points from which two other values are one fact, and two days.
const OTHER: f64 = 1.5;

/// The points of equal values, of equal ones that are met often, of a day and its month or year, of a number and a rounder one.
const SAME: f64 = 2.0;
const SMALL: f64 = 1.0;
const WITHIN: f64 = 1.0;
const ROUND: f64 = 1.4;

/// The points for words in common around a value, and around a day.
const AROUND: f64 = 1.2;
const AROUND_DAY: f64 = 1.5;

/// The share of a quotation that must be in another.
const QUOTED: f64 = 0.4;

/// The probability from which two sentences surely report the same thing, and the share of a quotation that is enough there.
const LINKED: f64 = 0.6;
const QUOTED_THERE: f64 = 0.15;

/// Compares two mentions of two stories; `linked` is the probability that their sentences report the same thing, 0 to 1.
pub(super) fn compare(a: &Mention, b: &Mention, linked: f64) -> Option<Match> {
    match (&a.said, &b.said) {
        (Said::Name(own), Said::Name(other)) => {
            let places = [FactKind::Place, FactKind::Organisation];
            let kinds = a.kind == b.kind || places.contains(&a.kind) && places.contains(&b.kind);
            let points = if own == other { 3.0 } else { 2.0 };
            (kinds && are_kin(a.kind, own, other)).then_some(Match { points: points + linked, agree: true })
        }
        (Said::Quotation(own), Said::Quotation(other)) => {
            let shared = own.shared(other);
            let points = shared + linked;
            (shared >= QUOTED || linked >= LINKED && shared >= QUOTED_THERE)
                .then_some(Match { points, agree: shared >= SAME_WORDS })
        }
        (Said::Value(own, day, words), Said::Value(other, other_day, other_words)) if a.kind == b.kind => {
            let around = words.shared(other_words);
            if let (Some(day), Some(other_day)) = (day, other_day) {
                return dates((*day, *other_day), linked, around);
            }
            values((&**own, &**other), linked, around)
        }
        _ => None,
    }
}

/// The share of the smaller quotation from which two say the same.
const SAME_WORDS: f64 = 0.6;

/// Compares two days.
fn dates((a, b): (Known, Known), linked: f64, around: f64) -> Option<Match> {
    let (points, least, agree) = match a.relation(b) {
        Dates::Same => (SAME, OTHER, true),
        Dates::Within => (WITHIN, OTHER, true),
        Dates::Other => (0.0, OTHER, false),
        Dates::Apart => return None,
    };
    let points = points + linked + AROUND_DAY * around;
    (points >= least).then_some(Match { points, agree })
}

/// Gives a value the unit of the other if it leaves it out, or names it less exactly: 逾1,200萬 beside 1,230萬元, 37元 beside 36.4港元,
/// 百分之二 beside 兩個百分點.
fn with_unit_of(of: &Quantity, other: &Quantity) -> Quantity {
    let is_money = of.unit.name == "元" && other.unit.base != "元" && other.kind == QuantityKind::Money;
    let is_left_out = of.unit.name.is_empty() && of.kind == QuantityKind::Number && !is_small(of);
    let is_share = of.unit.name == "%" && other.unit.name == "百分點";
    if is_money || is_left_out || is_share {
        Quantity { unit: other.unit, kind: other.kind, ..of.clone() }
    } else {
        of.clone()
    }
}

fn values((a, b): (&Quantity, &Quantity), linked: f64, around: f64) -> Option<Match> {
    let (a, b) = (&with_unit_of(a, b), &with_unit_of(b, a));
    let one_unit = a.unit.name == b.unit.name || !a.unit.base.is_empty() && a.unit.base == b.unit.base;
    let is_bare = |of: &Quantity| of.unit.base.is_empty();
    let one_kind = a.kind == b.kind || is_bare(a) && is_bare(b);
    let unit = if one_unit { 0.5 } else { 0.0 };
    // Measure words are no units: 28輛車 and 28架車 are one number.
    // One paper may leave the unit out: 12億元 and 12億.
    let is_left_out = (a.unit.name.is_empty() || b.unit.name.is_empty()) && !is_small(a);
    let is_ordinal = |of: &Quantity| of.kind == QuantityKind::Ordinal;
    let same_number = a.amount == b.amount
        && is_ordinal(a) == is_ordinal(b)
        && (is_left_out || one_kind && have_one_measure(a, b));
    let relation = if same_number { ValueRelation::Same } else { relation(a, b) };
    let is_round = relation == ValueRelation::Other && (is_rounded(a, b) || last_as_long(a, b));
    let may_differ = one_kind && (one_unit || is_left_out && !is_small(b)) && is_comparable(a, b);
    if relation == ValueRelation::Other && !is_round && !may_differ {
        return None;
    }
    let near = if are_near(a, b) { 1.0 } else { 0.0 };
    let (points, least, agree) = match relation {
        ValueRelation::Same => (if is_small(a) { SMALL } else { SAME }, EQUAL, true),
        ValueRelation::Precision => (ROUND + near * NEAR_ROUND, EQUAL, true),
        ValueRelation::Other if is_round => (ROUND + NEAR_ROUND, EQUAL, true),
        ValueRelation::Other => (near * NEAR - if are_far(a, b) { FAR } else { 0.0 }, OTHER, false),
    };
    let points = points + unit + linked + AROUND * around;
    (points >= least).then_some(Match { points, agree })
}

/// The days of a month, and the minutes of a day.
const MONTH: f64 = 30.4;
const MINUTES: f64 = 1440.0;

/// The share by which two lengths of time may differ that are the same in months and in days.
const ABOUT: f64 = 0.1;

/// Returns true if two lengths of time, in months and in days, are about the same: 六周, 一個半月.
fn last_as_long(a: &Quantity, b: &Quantity) -> bool {
    let days = |of: &Quantity| {
        let Amount::One(number) = of.amount else { return None };
        let number = number.to_f64() * of.unit.in_base();
        match of.unit.base {
            "月" => Some(number * MONTH),
            "分鐘" => Some(number / MINUTES),
            _ => None,
        }
    };
    let is_near = |(a, b): (f64, f64)| (a - b).abs() <= ABOUT * a.max(b);
    a.unit.base != b.unit.base && days(a).zip(days(b)).is_some_and(is_near)
}

/// Returns true if one amount is a multiple of the other.
fn are_far(a: &Quantity, b: &Quantity) -> bool {
    let ratio = |a: &Quantity, b: &Quantity| change(a, b).is_some_and(|change| change > MULTIPLE);
    ratio(a, b) || ratio(b, a)
}

/// The points of two values that are nearly the same, of them if they may be one, and the per cent by which they may differ.
const NEAR: f64 = 0.9;
const NEAR_ROUND: f64 = 0.6;
const NEARLY: f64 = 18.0;

/// The points that two other values lose if one is larger by so many per cent.
const FAR: f64 = 0.6;
const MULTIPLE: f64 = 150.0;

/// Returns true if two amounts differ by little: 4,100萬, 4,010萬; 20天, 三週.
fn are_near(a: &Quantity, b: &Quantity) -> bool {
    change(a, b).is_some_and(|change| change.abs() <= NEARLY)
}

/// Returns true if two values can be two reports of one amount: neither days of the week nor ordinals are.
fn is_comparable(a: &Quantity, b: &Quantity) -> bool {
    let is_amount = |of: &Quantity| of.kind != QuantityKind::Ordinal && !matches!(of.amount, Amount::Long(_));
    is_amount(a) && is_amount(b)
}
