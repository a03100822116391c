//! What every alignment of two texts keeps to, checked against the texts themselves.

use duidu::compare::{Alignment, Difference, DifferenceType, Pair, Side};
use duidu::text::{Span, is_unseen, is_word_character};
use unicode_normalization::UnicodeNormalization;

/// Checks an alignment of `a` with `b`: places, order, types, and that the differences make `b` of `a`.
pub(crate) fn check(found: &Alignment, a: Side<'_>, b: Side<'_>) {
    for pair in &found.pairs {
        check_pair(pair, a, b);
    }
    for (alone, side) in [(&found.only_a, a), (&found.only_b, b)] {
        assert!(alone.iter().all(|span| side.sentences.contains(span)), "{alone:?}");
        assert!(alone.is_sorted(), "{alone:?}");
    }
    for pair in &found.pairs {
        assert!(!found.only_a.iter().any(|span| pair.a.contains(*span)), "{pair:?}");
        assert!(!found.only_b.iter().any(|span| pair.b.contains(*span)), "{pair:?}");
    }
    for share in [found.reuse.a_in_b, found.reuse.b_in_a] {
        assert!((0.0..=1.0).contains(&share), "{share}");
    }
    let (shared_a, shared_b) = found.shared();
    for (shared, side) in [(shared_a, a), (shared_b, b)] {
        assert!(shared.iter().all(|&span| is_place(span, side.text)), "{shared:?}");
        assert!(shared.windows(2).all(|two| two[0].end < two[1].start), "{shared:?}");
    }
}

fn check_pair(pair: &Pair, a: Side<'_>, b: Side<'_>) {
    assert!((0.0..=1.0).contains(&pair.score), "{pair:?}");
    assert!(!(pair.moved && pair.repeated), "{pair:?}");
    for (own, side) in [(pair.a, a), (pair.b, b)] {
        assert!(side.sentences.iter().any(|sentence| sentence.start == own.start), "{pair:?}");
        assert!(side.sentences.iter().any(|sentence| sentence.end == own.end), "{pair:?}");
    }
    let (mut end_a, mut end_b) = (pair.a.start, pair.b.start);
    for difference in &pair.differences {
        assert!(is_place(difference.a, a.text) && is_place(difference.b, b.text), "{pair:?}");
        assert!(end_a <= difference.a.start && end_b <= difference.b.start, "they overlap: {pair:?}");
        assert!(pair.a.contains(difference.a) && pair.b.contains(difference.b), "{pair:?}");
        check_type(difference, a.text, b.text);
        (end_a, end_b) = (difference.a.end, difference.b.end);
    }
    assert_eq!(bare(&applied(pair, a.text, b.text)), bare(pair.b.of(b.text)), "{pair:?}");
}

/// Checks that a difference is of the type it is called.
fn check_type(difference: &Difference, a: &str, b: &str) {
    let (own, other) = (difference.a.of(a), difference.b.of(b));
    assert!(!(own.is_empty() && other.is_empty()), "{difference:?}");
    let as_called = match difference.kind {
        DifferenceType::Variant => bare(own).chars().count() == bare(other).chars().count(),
        DifferenceType::Punctuation => !(own.to_owned() + other).contains(is_word_character),
        DifferenceType::Addition => own.is_empty(),
        DifferenceType::Omission => other.is_empty(),
        DifferenceType::Number | DifferenceType::Wording => !own.is_empty() && !other.is_empty(),
    };
    assert!(as_called, "{difference:?}: {own} → {other}");
}

/// Returns the passage of `b` as the differences make it from that of `a`.
fn applied(pair: &Pair, a: &str, b: &str) -> String {
    let mut made = String::new();
    let mut at = pair.a.start;
    for difference in &pair.differences {
        made.push_str(Span { start: at, end: difference.a.start }.of(a));
        made.push_str(difference.b.of(b));
        at = difference.a.end;
    }
    made + Span { start: at, end: pair.a.end }.of(a)
}

/// Returns a text as it is seen: without white space and unseen characters, canonical equivalents and radicals in one
/// form.
fn bare(text: &str) -> String {
    let is_radical = |c: char| ('\u{2E80}'..='\u{2FD5}').contains(&c);
    let seen = text.chars().filter(|&c| !c.is_whitespace() && !is_unseen(c));
    let plain: String = seen
        .flat_map(|c| if is_radical(c) { std::iter::once(c).nfkc().collect::<Vec<_>>() } else { vec![c] })
        .collect();
    plain.nfc().collect()
}

/// Returns whether a span begins and ends on character boundaries of a text, in this order.
fn is_place(span: Span, text: &str) -> bool {
    span.start <= span.end
        && text.is_char_boundary(span.start as usize)
        && text.is_char_boundary(span.end as usize)
}
