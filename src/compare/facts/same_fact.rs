//! The measure by which two mentions are taken for one fact.

use super::FactKind;
use super::mentions::{Mention, Said, have_one_measure, is_small};
use super::name_forms::are_kin;
use crate::text::value::{Amount, Quantity, QuantityKind, ValueRelation, change, relation};

/// Two mentions that are one fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Match {
    /// How surely they are, in points; only to be compared.
    pub(super) points: f64,
    /// True if they say the same.
    pub(super) agree: bool,
}

/// The points from which two mentions of equal values are one fact.
const EQUAL: f64 = 1.9;

/// The points from which two other values are one fact.
const OTHER: f64 = 1.5;

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
                let agree = day.is_same(*other_day);
                let points = linked + 1.5 * around + if agree { 2.0 } else { 0.0 };
                return (points >= OTHER).then_some(Match { points, agree });
            }
            values((&**own, &**other), linked, around)
        }
        _ => None,
    }
}

/// The share of the smaller quotation from which two say the same.
const SAME_WORDS: f64 = 0.6;

fn values((a, b): (&Quantity, &Quantity), linked: f64, around: f64) -> Option<Match> {
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
    let (points, least, agree) = match relation {
        ValueRelation::Same => (if is_small(a) { 1.0 } else { 2.0 }, EQUAL, true),
        ValueRelation::Precision => (1.0, EQUAL, true),
        ValueRelation::Other => (if are_near(a, b) { NEAR } else { 0.0 }, OTHER, false),
    };
    if relation == ValueRelation::Other && !(one_kind && one_unit && is_comparable(a, b)) {
        return None;
    }
    let points = points + unit + linked + 1.5 * around;
    (points >= least).then_some(Match { points, agree })
}

/// The points of two other values that are nearly the same, and the per cent by which they may differ.
const NEAR: f64 = 0.5;
const NEARLY: f64 = 18.0;

/// Returns true if two amounts differ by little: 4,100萬, 4,010萬; 20天, 三週.
fn are_near(a: &Quantity, b: &Quantity) -> bool {
    change(a, b).is_some_and(|change| change.abs() <= NEARLY)
}

/// Returns true if two values can be two reports of one amount: neither days of the week nor ordinals are.
fn is_comparable(a: &Quantity, b: &Quantity) -> bool {
    let is_amount = |of: &Quantity| of.kind != QuantityKind::Ordinal && !matches!(of.amount, Amount::Long(_));
    is_amount(a) && is_amount(b)
}
