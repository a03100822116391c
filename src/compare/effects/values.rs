//! The values that a difference changes.

use super::Values;
use super::context::{Passage, overlaps, touches};
use crate::compare::alignment::Difference;
use crate::text::Span;
use crate::text::value::{Quantity, QuantityKind, ValueRelation, number, relation};

/// Compares the values that the difference at `at` touches; `None` if it touches none that counts.
pub(super) fn compared(a: &Passage<'_>, b: &Passage<'_>, all: &[Difference], at: usize) -> Option<Values> {
    let own = all.get(at)?;
    let (mut of_a, mut of_b) = (within(a, own.a), within(b, own.b));
    if of_a.is_empty() && is_cut(&of_b, own.b) {
        of_a = other_half(a, own.a, &of_b);
    }
    if of_b.is_empty() && is_cut(&of_a, own.a) {
        of_b = other_half(b, own.b, &of_a);
    }
    // 碳十四 and 碳14: a figure without a unit is a value beside another one.
    if let (Some(number_a), Some(number_b)) = (number(a.of(own.a)), number(b.of(own.b)))
        && (of_a.is_empty() || of_b.is_empty())
    {
        let relation = if number_a == number_b { ValueRelation::Same } else { ValueRelation::Other };
        return Some(Values { a: of_a.first().cloned(), b: of_b.first().cloned(), relation });
    }
    let mut worst: Option<Values> = None;
    let mut note = |a: Option<&Quantity>, b: Option<&Quantity>, relation: ValueRelation| {
        if worst.as_ref().is_none_or(|known| known.relation < relation) {
            worst = Some(Values { a: a.cloned(), b: b.cloned(), relation });
        }
    };
    let mut left_b = of_b.clone();
    let mut left_a = Vec::new();
    for value in &of_a {
        match left_b.iter().position(|other| relation(value, other) == ValueRelation::Same) {
            Some(place) => note(Some(value), Some(&left_b.remove(place)), ValueRelation::Same),
            None => left_a.push(value.clone()),
        }
    }
    let pairs = left_a.len().min(left_b.len());
    for (value, other) in left_a.iter().zip(&left_b) {
        let relation = relation(value, other);
        // 多名 and 數名 are two words for several.
        let are_vague = value.is_indefinite && other.is_indefinite && relation == ValueRelation::Precision;
        if !are_vague {
            note(Some(value), Some(other), relation);
        }
    }
    for value in left_a.iter().skip(pairs).filter(|value| !value.is_indefinite) {
        let same = is_elsewhere((a, value), b, others(at, all).map(|other| other.b));
        note(Some(value), None, if same { ValueRelation::Same } else { ValueRelation::Other });
    }
    for value in left_b.iter().skip(pairs).filter(|value| !value.is_indefinite) {
        let same = is_elsewhere((b, value), a, others(at, all).map(|other| other.a));
        note(None, Some(value), if same { ValueRelation::Same } else { ValueRelation::Other });
    }
    worst
}

fn within(passage: &Passage<'_>, place: Span) -> Vec<Quantity> {
    passage.values.iter().filter(|value| overlaps(value.span, place)).cloned().collect()
}

fn others(at: usize, all: &[Difference]) -> impl Iterator<Item = &Difference> {
    all.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| other)
}

/// Returns true if only a part of one of the values is in a place.
fn is_cut(values: &[Quantity], place: Span) -> bool {
    values.iter().any(|value| !place.contains(value.core))
}

/// Returns the value in or beside a place that is most like one of which only a part is changed on the other side.
fn other_half(passage: &Passage<'_>, place: Span, cut: &[Quantity]) -> Vec<Quantity> {
    let is_beside = |value: &&Quantity| {
        touches(value.span, place) || value.span.start == place.end || value.span.end == place.start
    };
    let likeness = |value: &&Quantity| cut.first().map(|cut| relation(cut, value));
    passage.values.iter().filter(is_beside).min_by_key(likeness).cloned().into_iter().collect()
}

/// Returns true if the same value is in one of some places of the other passage, before the same word: 5人死亡 is not 5人受傷.
/// A day may stand before any.
fn is_elsewhere(
    (own, value): (&Passage<'_>, &Quantity),
    passage: &Passage<'_>,
    mut places: impl Iterator<Item = Span>,
) -> bool {
    let next = |passage: &Passage<'_>, value: &Quantity| {
        passage.behind(value.span.end).chars().next().filter(|c| c.is_alphanumeric())
    };
    let is_day = matches!(value.kind, QuantityKind::Date | QuantityKind::Time);
    let is_same = |other: &Quantity| {
        relation(value, other) == ValueRelation::Same && (is_day || next(own, value) == next(passage, other))
    };
    places.any(|place| within(passage, place).iter().any(is_same))
}

/// Returns true if all that the difference changes belongs to values.
pub(super) fn covers(a: &Passage<'_>, b: &Passage<'_>, own: &Difference) -> bool {
    let covered = |passage: &Passage<'_>, place: Span| {
        place.is_empty() || number(passage.of(place)).is_some() || {
            let inside = passage.of(place).char_indices();
            inside.filter(|(_, c)| c.is_alphanumeric()).all(|(offset, _)| {
                let at = place.start.saturating_add(crate::text::saturating_u32(offset));
                passage.values.iter().any(|value| value.span.start <= at && at < value.span.end)
            })
        }
    };
    covered(a, own.a) && covered(b, own.b)
}
