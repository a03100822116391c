//! The words in quotation marks, and what they share with other words.

use rustc_hash::FxHashSet;

use crate::compare::kin::kin;
use crate::text::{Span, is_word_character};

/// The fewest parts of which a share is taken when a clause is compared with a quotation: those of some eight letters.
const FEWEST: usize = 16;

/// The fewest letters of a quotation; what is shorter is a name or a single word.
const SHORTEST: usize = 6;

/// Finds the quotations of a sentence, with their marks. One that is never closed ends with the sentence.
pub(super) fn quotations(text: &str, sentence: Span) -> Vec<Span> {
    let base = sentence.start as usize;
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let whole = sentence.of(text);
    let mut push = |from: usize, to: usize| {
        let span = Span::new(base.saturating_add(from), base.saturating_add(to));
        if span.of(text).chars().filter(|&c| is_word_character(c)).nth(SHORTEST.saturating_sub(1)).is_some() {
            found.push(span);
        }
    };
    for (at, c) in whole.char_indices() {
        match (c, open) {
            ('「' | '“', None) => open = Some((at, 0)),
            ('「' | '“', Some((from, deep))) => open = Some((from, deep.saturating_add(1))),
            ('」' | '”', Some((from, 0))) => {
                push(from, at.saturating_add(c.len_utf8()));
                open = None;
            }
            ('」' | '”', Some((from, deep))) => open = Some((from, deep.saturating_sub(1))),
            _ => {}
        }
    }
    if let Some((from, _)) = open {
        push(from, whole.len());
    }
    found
}

/// The characters and adjacent pairs of some words.
#[derive(Clone, Debug, Default)]
pub(super) struct Wording(FxHashSet<(char, Option<char>)>);

impl Wording {
    /// Collects them.
    pub(super) fn of(text: &str) -> Self {
        let chars: Vec<char> = text.chars().filter(|&c| is_word_character(c)).map(kin).collect();
        let pairs = chars.iter().zip(chars.iter().skip(1)).map(|(&first, &next)| (first, Some(next)));
        Self(chars.iter().map(|&c| (c, None)).chain(pairs).collect())
    }

    /// Returns the share of the smaller one that is in the other, 0 to 1.
    pub(super) fn shared(&self, other: &Self) -> f64 {
        self.shared_of(other, 0)
    }

    /// Returns the share of the smaller one that is in the other, 0 to 1, as if it had at least so many parts: a name in
    /// both is most of a short clause.
    fn shared_of(&self, other: &Self, fewest: usize) -> f64 {
        let least = self.0.len().min(other.0.len()).max(fewest);
        let common = self.0.iter().filter(|part| other.0.contains(part)).count();
        if least == 0 { 0.0 } else { common as f64 / least as f64 }
    }
}

/// The share of a clause beside the likest one from which it belongs to the report as well.
const BESIDE: f64 = 0.2;

/// Returns the clause of a sentence that shares most with a quotation, with what it shares; clauses beside it that share much as
/// well are added.
pub(super) fn reported(text: &str, sentence: Span, quotation: &Wording) -> Option<(f64, Span)> {
    let clauses = clauses(text, sentence, quotation);
    let mut best: Option<(f64, usize)> = None;
    for (number, (_, shared)) in clauses.iter().enumerate() {
        if best.is_none_or(|(most, _)| *shared > most) {
            best = Some((*shared, number));
        }
    }
    let (shared, number) = best?;
    let (mut first, mut last) = (number, number);
    let belongs = |number: usize| clauses.get(number).is_some_and(|(_, shared)| *shared >= BESIDE);
    while let Some(before) = first.checked_sub(1).filter(|before| belongs(*before)) {
        first = before;
    }
    while belongs(last.saturating_add(1)) {
        last = last.saturating_add(1);
    }
    let (from, to) = (clauses.get(first)?.0.start, clauses.get(last)?.0.end);
    Some((shared, Span { start: from, end: to }))
}

/// Returns the clauses of a sentence that are long enough, with what each shares with a quotation.
fn clauses(text: &str, sentence: Span, quotation: &Wording) -> Vec<(Span, f64)> {
    let (base, whole) = (sentence.start as usize, sentence.of(text));
    let ends =
        whole.char_indices().filter(|(_, c)| "，；：。！？".contains(*c)).map(|(at, c)| (at, c.len_utf8()));
    let (mut from, mut found) = (0, Vec::new());
    for (to, length) in ends.chain([(whole.len(), 0)]) {
        let clause = Span::new(base.saturating_add(from), base.saturating_add(to.max(from)));
        from = to.saturating_add(length);
        let wording = Wording::of(clause.of(text));
        if wording.0.len() >= SHORTEST {
            found.push((clause, wording.shared_of(quotation, FEWEST)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_quotations_are_found_whole_and_short_ones_left_out() {
        let text = "他說：「我們『不會』與任何人共組政府，這點很清楚。」「好。」";
        let found = quotations(text, Span::new(0, text.len()));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].of(text), "「我們『不會』與任何人共組政府，這點很清楚。」");
        let open = "他說：「我們不會與任何人共組政府";
        assert_eq!(quotations(open, Span::new(0, open.len())).len(), 1);
    }
}
