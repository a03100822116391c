//! Answers that count: word lists, keyness, concordances.

use std::cmp::Ordering;

use crate::analysis::{self, Frequency, FrequencyList};
use crate::corpus::{Document, Scope};
use crate::lexicon::is_stop_word;
use crate::stats;
use crate::text::{Span, Utf16Map};
use crate::view::{self, KeynessMeasure};

use super::reading::range;
use super::{Engine, EngineError};

impl Engine {
    pub(super) fn word_list(
        &self,
        scope: &Scope,
        stop_words: bool,
        min_frequency: u32,
        limit: Option<u32>,
    ) -> Result<view::WordList, EngineError> {
        let list = self.counted(scope)?;
        let form = |entry: &Frequency| self.corpus.vocabulary().form(entry.word);
        let mut entries: Vec<&Frequency> = list
            .words
            .iter()
            .filter(|entry| entry.frequency >= min_frequency && !(stop_words && is_stop_word(form(entry))))
            .collect();
        entries.sort_unstable_by(|a, b| b.frequency.cmp(&a.frequency).then_with(|| form(a).cmp(form(b))));
        let rows = cut(entries, limit)
            .zip(1..)
            .map(|(entry, rank)| {
                let parts = entry.by_document(list.sizes.len());
                view::WordRow {
                    rank,
                    word: form(entry).to_owned(),
                    frequency: entry.frequency,
                    per_10k: stats::per_10k(entry.frequency, list.tokens),
                    range: entry.range(),
                    dp: stats::dp(&parts, &list.sizes),
                    juilland_d: stats::juilland_d(&parts, &list.sizes),
                }
            })
            .collect();
        Ok(view::WordList {
            rows,
            tokens: list.tokens,
            types: length(&list.words),
            stories: length(&list.sizes),
        })
    }

    pub(super) fn keyness(
        &self,
        target: &Scope,
        reference: &Scope,
        measure: KeynessMeasure,
        min_frequency: u32,
        limit: Option<u32>,
    ) -> Result<view::Keyness, EngineError> {
        let same = self.names(target)? == self.names(reference)?;
        // Two empty scopes are the same too, but what is wrong with them is that they are empty.
        let (target, reference) = (self.counted(target)?, self.counted(reference)?);
        if same {
            return Err(EngineError::SameStories);
        }
        let keywords = analysis::keywords(&target, &reference);
        let types = length(&keywords);
        let mut rows: Vec<view::KeywordRow> = keywords
            .into_iter()
            .filter(|word| word.target + word.reference >= min_frequency)
            .map(|word| {
                let table =
                    stats::Contingency::new(word.target, target.tokens, word.reference, reference.tokens);
                let g2 = table.signed_g2();
                view::KeywordRow {
                    rank: 0,
                    word: self.corpus.vocabulary().form(word.word).to_owned(),
                    target: word.target,
                    reference: word.reference,
                    target_per_10k: stats::per_10k(word.target, target.tokens),
                    reference_per_10k: stats::per_10k(word.reference, reference.tokens),
                    score: match measure {
                        KeynessMeasure::G2 => g2,
                        KeynessMeasure::Chi2 => table.signed_chi_squared(),
                        KeynessMeasure::LogRatio => table.log_ratio(),
                        KeynessMeasure::Diff => table.percent_difference(),
                        KeynessMeasure::OddsRatio => table.odds_ratio(),
                        KeynessMeasure::SimpleMaths => table.simple_maths(1.0),
                    },
                    log_ratio: table.log_ratio(),
                    p: stats::p_value(g2.abs()),
                    low_expected: table.low_expected(),
                }
            })
            .collect();
        rows.sort_unstable_by(|a, b| strongest_first(measure, a, b));
        rows.truncate(limit.map_or(usize::MAX, |limit| limit as usize));
        for (row, rank) in rows.iter_mut().zip(1..) {
            row.rank = rank;
        }
        Ok(view::Keyness {
            rows,
            measure,
            target_tokens: target.tokens,
            reference_tokens: reference.tokens,
            types,
        })
    }

    pub(super) fn concordance(
        &self,
        node: &str,
        scope: &Scope,
        context: u32,
        limit: Option<u32>,
    ) -> Result<view::Concordance, EngineError> {
        let node = node.trim();
        if node.is_empty() {
            return Err(EngineError::EmptyNode);
        }
        let documents = self.within(scope)?;
        let subcorpus = analysis::Subcorpus::new(documents.iter().copied(), scope.kinds(), None);
        let texts: Vec<&Document> = documents.iter().map(|(document, _)| *document).collect();
        let parsed = analysis::Node::parse(node).map_err(|_| EngineError::EmptyNode)?;
        let found = analysis::occurrences(&subcorpus, &texts, self.corpus.vocabulary(), &parsed);
        let mut stories: Vec<u32> = found.iter().map(|occurrence| occurrence.story).collect();
        stories.dedup();
        let rows = cut(found.iter().collect(), limit)
            .map(|occurrence| kwic(documents[occurrence.story as usize].0, occurrence.span, context))
            .collect();
        Ok(view::Concordance { rows, total: length(&found), stories: length(&stories) })
    }

    /// The ids of a scope, in the order of the stories.
    fn names(&self, scope: &Scope) -> Result<Vec<&str>, EngineError> {
        Ok(self.within(scope)?.into_iter().map(|(document, _)| document.id.as_str()).collect())
    }

    /// The words of a scope; a scope without a word cannot be counted.
    fn counted(&self, scope: &Scope) -> Result<FrequencyList, EngineError> {
        let documents = self.within(scope)?;
        let list = FrequencyList::count(documents.into_iter().map(|(_, tokens)| tokens));
        if list.tokens == 0 { Err(EngineError::EmptyScope) } else { Ok(list) }
    }
}

fn strongest_first(measure: KeynessMeasure, a: &view::KeywordRow, b: &view::KeywordRow) -> Ordering {
    let strength = |row: &view::KeywordRow| match measure {
        // A ratio favours neither side at 1: what is twice as frequent and what is half as frequent are equally strong.
        KeynessMeasure::OddsRatio | KeynessMeasure::SimpleMaths => libm::log(row.score).abs(),
        _ => row.score.abs(),
    };
    strength(b)
        .total_cmp(&strength(a))
        .then_with(|| b.score.total_cmp(&a.score))
        .then_with(|| a.word.cmp(&b.word))
}

/// One line of a concordance; the context never crosses the block's line.
fn kwic(document: &Document, span: Span, context: u32) -> view::KwicRow {
    let line =
        document.blocks.iter().find(|block| block.span.contains(span)).map_or(span, |block| block.span);
    let before = &document.text[line.start as usize..span.start as usize];
    let after = &document.text[span.end as usize..line.end as usize];
    let skipped = before.chars().count().saturating_sub(context as usize);
    let view::Range { start, end } = range(&Utf16Map::new(&document.text), span);
    view::KwicRow {
        id: document.id.clone(),
        start,
        end,
        left: before.chars().skip(skipped).collect(),
        node: span.of(&document.text).to_owned(),
        right: after.chars().take(context as usize).collect(),
    }
}

fn cut<T>(rows: Vec<T>, limit: Option<u32>) -> impl Iterator<Item = T> {
    rows.into_iter().take(limit.map_or(usize::MAX, |limit| limit as usize))
}

fn length<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}
