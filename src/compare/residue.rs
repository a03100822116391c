//! The residue of texts after the stretches they share are subtracted, and the words that each then favours.

use std::collections::BTreeMap;

use super::side::Side;
use crate::stats::Contingency;
use crate::text::{OrderBy, Span, fold, saturating_u32};

/// The words of one text outside what it shares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Residue {
    /// The number of words.
    pub tokens: u32,
    /// The places of each, by its folded form, because variants of one word are no preference.
    pub words: BTreeMap<String, Vec<Span>>,
}

impl Residue {
    /// Returns the part of a side's sentences outside the `shared` stretches, which are in order. A word that lies in
    /// one only in part is kept.
    pub fn of(side: Side<'_>, shared: &[Span]) -> Self {
        let mut residue = Self::default();
        for token in side.tokens.iter().filter(|token| token.is_word) {
            let within = |spans: &[Span]| {
                let at = spans.partition_point(|span| span.end < token.span.end);
                spans.get(at).is_some_and(|span| span.contains(token.span))
            };
            if within(side.sentences) && !within(shared) {
                residue.tokens = residue.tokens.saturating_add(1);
                residue.words.entry(fold(token.span.of(side.text))).or_default().push(token.span);
            }
        }
        residue
    }

    fn frequency(&self, word: &str) -> u32 {
        self.words.get(word).map_or(0, |places| saturating_u32(places.len()))
    }
}

/// A word that one text favours.
#[derive(Clone, Debug, PartialEq)]
pub struct Favourite {
    /// Its folded form.
    pub word: String,
    /// Its frequency in the text's residue.
    pub frequency: u32,
    /// Its frequency in the residue of all others.
    pub reference: u32,
    /// Both frequencies with the sizes of both residues.
    pub table: Contingency,
}

/// Returns the words that are relatively more frequent in the residue of the text numbered `own` than in that of the
/// others, the highest G² first, then the most frequent. Words whose lead is less than the half that replaces 0 in the
/// Log Ratio are left out: in such a short residue any word would have such a lead.
pub fn favourites(residues: &[Residue], own: usize, most: usize) -> (u32, Vec<Favourite>) {
    let others = || residues.iter().enumerate().filter(|&(text, _)| text != own).map(|(_, other)| other);
    let tokens = others().map(|other| other.tokens).sum::<u32>();
    let Some(residue) = residues.get(own) else { return (tokens, Vec::new()) };
    let mut found: Vec<Favourite> = residue
        .words
        .keys()
        .map(|word| {
            let frequency = residue.frequency(word);
            let reference = others().map(|other| other.frequency(word)).sum();
            let table = Contingency::new(frequency, residue.tokens, reference, tokens);
            Favourite { word: word.clone(), frequency, reference, table }
        })
        .filter(|word| tokens == 0 || word.table.signed_g2() > 0.0 && word.table.log_ratio() > 0.0)
        .collect();
    found.order_by(|x, y| {
        (y.table.signed_g2().total_cmp(&x.table.signed_g2()))
            .then_with(|| y.frequency.cmp(&x.frequency))
            .then_with(|| x.word.cmp(&y.word))
    });
    found.truncate(most);
    (tokens, found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Token, WordId};
    use crate::lexicon::RegionalWording;

    /// Makes a residue of one word per character.
    fn residue(text: &str, shared: &[(usize, usize)]) -> Residue {
        let tokens: Vec<Token> = text
            .char_indices()
            .map(|(at, c)| Token {
                span: Span::new(at, at + c.len_utf8()),
                word: WordId(0),
                tag: 0,
                is_word: c != '。',
            })
            .collect();
        let sentences = [Span::new(0, text.len())];
        let shared: Vec<Span> = shared.iter().map(|&(start, end)| Span::new(3 * start, 3 * end)).collect();
        Residue::of(
            Side { text, sentences: &sentences, tokens: &tokens, regional: RegionalWording::bundled() },
            &shared,
        )
    }

    #[test]
    fn shared_stretches_are_subtracted() {
        let left = residue("甲乙丙臺。甲台", &[(1, 3), (5, 6)]);
        assert_eq!(left.tokens, 3);
        let words: Vec<(&str, usize)> = left.words.iter().map(|(w, at)| (w.as_str(), at.len())).collect();
        assert_eq!(words, [("台", 2), ("甲", 1)]);
    }

    #[test]
    fn what_one_says_more_often_it_favours() {
        let residues = [residue("甲甲甲乙", &[]), residue("乙丙", &[]), residue("乙", &[])];
        let (reference, found) = favourites(&residues, 0, 9);
        let words: Vec<(&str, u32, u32)> =
            found.iter().map(|f| (f.word.as_str(), f.frequency, f.reference)).collect();
        assert_eq!((reference, words), (3, vec![("甲", 3, 0)]));
        // G² of 3 in 4 against 0 in 3, by hand: expected are 12/7, 9/7 and, of the other words, 16/7 and 12/7.
        let by_hand = 2.0 * (6.0 * (7.0_f64 / 4.0).ln() + (7.0_f64 / 16.0).ln());
        assert!((found[0].table.signed_g2() - by_hand).abs() < 1e-9, "{}", found[0].table.signed_g2());
        assert!(found[0].table.low_expected());
    }

    #[test]
    fn where_the_others_have_nothing_left_all_words_are_its_own() {
        let residues = [residue("甲乙甲", &[]), residue("甲", &[(0, 1)])];
        let (reference, found) = favourites(&residues, 0, 9);
        assert_eq!((reference, found[0].word.as_str(), found.len()), (0, "甲", 2));
        assert!(favourites(&residues, 1, 9).1.is_empty());
    }
}
