//! Answers about consecutive words.

use crate::analysis::{self, Node, Subcorpus, clusters, ngrams, occurrences, phrases};
use crate::corpus::{Grouping, Units};
use crate::view;

use super::counting::first_rows;
use super::questions::{NgramsQuestion, PhrasesQuestion};
use super::{Engine, EngineError};
use crate::text::{OrderBy, saturating_u32};

/// A sequence of words, by its first occurrence.
struct Sequence {
    first: u32,
    words: u32,
    frequency: u32,
}

impl Engine {
    pub(super) fn ngrams(
        &self,
        units: Units,
        question: &NgramsQuestion,
    ) -> Result<view::Phrases, EngineError> {
        let (min, max) = (question.min, question.max());
        if min == 0 || max < min || max > NgramsQuestion::LONGEST {
            return Err(EngineError::NgramLength { longest: NgramsQuestion::LONGEST });
        }
        let node = if question.node.trim().is_empty() { None } else { Some(Node::parse(&question.node)?) };
        let grouping = self.grouping(units, &[&question.scope], &question.node, question.folding())?;
        let counted = self.counted(units, &question.scope, grouping)?;
        let words = &counted.words;
        let mut found = match &node {
            Some(node) => {
                let stories = self.documents(units, &question.scope)?;
                let places = occurrences(words, &stories, self.corpus.vocabulary(), node);
                clusters(words, &places, min, max, question.min_frequency)
            }
            None => ngrams(words, min, max, question.min_frequency),
        };
        let total = saturating_u32(found.len());
        found.order_by(|a, b| {
            let order = b.frequency.cmp(&a.frequency).then_with(|| b.words.cmp(&a.words));
            order.then_with(|| {
                self.sequence(words, a.first, a.words).cmp(self.sequence(words, b.first, b.words))
            })
        });
        let rows = first_rows(&found, question.limit)
            .iter()
            .map(|one| {
                let sequence = Sequence { first: one.first, words: one.words, frequency: one.frequency };
                self.phrase_row(words, &sequence, one.range)
            })
            .collect();
        Ok(view::Phrases { rows, total, tokens: words.len(), folded: grouping != Grouping::None })
    }

    pub(super) fn phrases(
        &self,
        units: Units,
        question: &PhrasesQuestion,
    ) -> Result<view::Phrases, EngineError> {
        let grouping = self.grouping(units, &[&question.scope], "", question.folding())?;
        let counted = self.counted(units, &question.scope, grouping)?;
        let words = &counted.words;
        let mut found = phrases(words, question.min_words, question.min_frequency);
        let mut all: Vec<(u32, analysis::Phrase)> = std::mem::take(&mut found.all)
            .into_iter()
            .map(|phrase| (found.positions(phrase).iter().copied().min().unwrap_or(0), phrase))
            .collect();
        let total = saturating_u32(all.len());
        all.order_by(|(a_first, a), (b_first, b)| {
            let order = b.frequency.cmp(&a.frequency).then_with(|| b.words.cmp(&a.words));
            order.then_with(|| {
                self.sequence(words, *a_first, a.words).cmp(self.sequence(words, *b_first, b.words))
            })
        });
        let rows = first_rows(&all, question.limit)
            .iter()
            .map(|&(first, phrase)| {
                let mut positions = found.positions(phrase).to_vec();
                positions.sort_unstable();
                let range = saturating_u32(words.by_story(&positions).len());
                let sequence = Sequence { first, words: phrase.words, frequency: phrase.frequency };
                self.phrase_row(words, &sequence, range)
            })
            .collect();
        Ok(view::Phrases { rows, total, tokens: words.len(), folded: grouping != Grouping::None })
    }

    /// Returns the printed forms of a sequence, in order.
    fn sequence<'a>(
        &'a self,
        words: &'a Subcorpus,
        first: u32,
        length: u32,
    ) -> impl Iterator<Item = &'a str> {
        (first..first + length).map(|position| self.corpus.vocabulary().form(words.printed(position)))
    }

    fn phrase_row(&self, words: &Subcorpus, sequence: &Sequence, range: u32) -> view::PhraseRow {
        let Sequence { first, words: length, frequency } = *sequence;
        view::PhraseRow {
            words: self.sequence(words, first, length).map(str::to_owned).collect(),
            frequency,
            range,
        }
    }
}
