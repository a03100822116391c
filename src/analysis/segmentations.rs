//! Agreements and differences of two segmentations of one text.

use crate::segment::TokenSpan;
use crate::text::Span;

/// A comparison of two segmentations of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparedSegmentations {
    /// The text in order: stretches that both segment alike, and minimal stretches that they do not.
    pub stretches: Vec<ComparedStretch>,
}

/// A stretch of text that begins and ends at a boundary of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedStretch {
    /// Its place in the text.
    pub span: Span,
    /// Its words in the first segmentation.
    pub a: Vec<Span>,
    /// Its words in the second; empty if both are alike.
    pub b: Vec<Span>,
}

impl ComparedSegmentations {
    /// Compares two segmentations that tile the same text; linear in their words.
    pub fn new(a: &[TokenSpan], b: &[TokenSpan]) -> Self {
        let mut stretches: Vec<ComparedStretch> = Vec::new();
        let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
        while let (Some(one), Some(other)) = (a.next(), b.next()) {
            let (mut of_a, mut of_b) = (vec![one.span], vec![other.span]);
            let end = |spans: &[Span]| spans.last().map_or(0, |span| span.end);
            // The side that is behind advances until both are at the same place.
            while end(&of_a) != end(&of_b) {
                let (behind, words) =
                    if end(&of_a) < end(&of_b) { (&mut a, &mut of_a) } else { (&mut b, &mut of_b) };
                let Some(next) = behind.next() else { break };
                words.push(next.span);
            }
            let span = Span { start: one.span.start, end: end(&of_a).max(end(&of_b)) };
            match stretches.last_mut() {
                Some(last) if of_a == of_b && last.b.is_empty() => {
                    last.span.end = span.end;
                    last.a.append(&mut of_a);
                }
                _ if of_a == of_b => stretches.push(ComparedStretch { span, a: of_a, b: Vec::new() }),
                _ => stretches.push(ComparedStretch { span, a: of_a, b: of_b }),
            }
        }
        Self { stretches }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::segment::Tag;

    fn tokens(lengths: &[usize]) -> Vec<TokenSpan> {
        let mut at = 0;
        let token = |&length: &usize| {
            let span = Span::new(at, at + length);
            at += length;
            TokenSpan { span, tag: Tag::UNKNOWN }
        };
        lengths.iter().map(token).collect()
    }

    fn lengths(spans: &[Span]) -> Vec<usize> {
        spans.iter().map(|span| span.len()).collect()
    }

    #[test]
    fn words_that_differ_have_stretches_of_their_own() {
        let compared = ComparedSegmentations::new(&tokens(&[2, 1, 2, 1, 1]), &tokens(&[2, 2, 1, 1, 1]));
        let shown: Vec<_> =
            compared.stretches.iter().map(|stretch| (lengths(&stretch.a), lengths(&stretch.b))).collect();
        assert_eq!(shown, [(vec![2], vec![]), (vec![1, 2], vec![2, 1]), (vec![1, 1], vec![])]);
    }

    proptest! {
        #[test]
        fn both_sides_tile_the_text_again(ends in proptest::collection::vec(any::<(bool, bool)>(), 1..40)) {
            let side = |of: fn(&(bool, bool)) -> bool| {
                let mut spans = Vec::new();
                let mut start = 0;
                for (end, marks) in (1..).zip(&ends) {
                    if of(marks) || end == ends.len() {
                        spans.push(TokenSpan { span: Span::new(start, end), tag: Tag::UNKNOWN });
                        start = end;
                    }
                }
                spans
            };
            let (a, b) = (side(|marks| marks.0), side(|marks| marks.1));
            let compared = ComparedSegmentations::new(&a, &b);
            let of_a: Vec<Span> = compared.stretches.iter().flat_map(|stretch| stretch.a.clone()).collect();
            let same = |stretch: &ComparedStretch| if stretch.b.is_empty() { stretch.a.clone() } else { stretch.b.clone() };
            let of_b: Vec<Span> = compared.stretches.iter().flat_map(same).collect();
            prop_assert_eq!(of_a, a.iter().map(|token| token.span).collect::<Vec<_>>());
            prop_assert_eq!(of_b, b.iter().map(|token| token.span).collect::<Vec<_>>());
        }
    }
}
