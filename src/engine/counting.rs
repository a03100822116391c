//! Answers that count words: word lists and keyness.

use std::cmp::Ordering;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::{self, Frequency, NodeError, Subcorpus, WordPattern};
use crate::corpus::{BlockKinds, Grouping, Scope, Units, Variants, WordId};
use crate::lexicon::{FrequencyTable, stop_words};
use crate::segment::Tag;
use crate::stats;
use crate::text::{fold, saturating_u32};
use crate::view::{self, KeynessMeasure};

use super::questions::{KeynessQuestion, ReferenceCorpus, StopWords, WordFilter, WordListQuestion};
use super::subcorpora::Counted;
use super::{Engine, EngineError};

impl Engine {
    pub(super) fn word_list(
        &self,
        units: Units,
        question: &WordListQuestion,
    ) -> Result<view::WordList, EngineError> {
        let asked = &question.filter.contains;
        let grouping = self.grouping(units, &[&question.scope], asked, question.folding())?;
        let counted = self.counted(units, &question.scope, grouping)?;
        let (words, list) = (&counted.words, counted.list());
        let stop_words = StopList::new(&question.stop_words);
        let filter = Filter::new(&question.filter, grouping)?;
        let mut entries: Vec<(&str, &Frequency)> = list
            .words
            .iter()
            .filter(|entry| entry.frequency >= question.min_frequency)
            .map(|entry| (self.form(words, entry.word), entry))
            .filter(|(form, entry)| !stop_words.holds(form) && filter.passes(form, || tag(words, entry.word)))
            .collect();
        entries.sort_unstable_by(|(a, one), (b, other)| {
            other.frequency.cmp(&one.frequency).then_with(|| a.cmp(b))
        });
        let parts = stats::Parts::new(&list.sizes);
        let rows = first_rows(&entries, question.limit)
            .iter()
            .zip(1..)
            .map(|(&(form, entry), rank)| view::WordRow {
                rank,
                word: form.to_owned(),
                frequency: entry.frequency,
                per_10k: stats::per_10k(entry.frequency, list.tokens),
                range: entry.range(),
                dp: parts.dp(&entry.parts),
                juilland_d: parts.juilland_d(&entry.parts),
                tag: tag(words, entry.word).to_owned(),
                writings: self.writings(words, entry.word),
                by_story: if question.by_story { entry.parts.clone() } else { Vec::new() },
            })
            .collect();
        let stories = self.documents(units, &question.scope)?;
        Ok(view::WordList {
            rows,
            tokens: list.tokens,
            types: saturating_u32(list.words.len()),
            stories: saturating_u32(list.sizes.len()),
            folded: grouping != Grouping::None,
            sizes: stories
                .iter()
                .map(|document| document.id.clone())
                .zip(list.sizes.iter().copied())
                .collect(),
        })
    }

    pub(super) fn keyness(
        &self,
        units: Units,
        question: &KeynessQuestion,
    ) -> Result<view::Keyness, EngineError> {
        let grouping = match &question.reference {
            ReferenceCorpus::Scope(scope) => {
                self.grouping(units, &[&question.target, scope], "", question.folding())?
            }
            ReferenceCorpus::Table(text) => {
                self.grouping(units, &[&question.target], text, question.folding())?
            }
        };
        let target = self.counted(units, &question.target, grouping)?;
        let (counts, reference_tokens) = match &question.reference {
            ReferenceCorpus::Scope(scope) => {
                let reference = self.counted(units, scope, grouping)?;
                if self.selection(units, &question.target)? == self.selection(units, scope)? {
                    return Err(EngineError::SameStories);
                }
                (self.both(&target, &reference), reference.list().tokens)
            }
            ReferenceCorpus::Table(text) => {
                let table = FrequencyTable::parse(text).map_err(EngineError::WordList)?;
                (self.beside(&target, &table, grouping), table.tokens)
            }
        };
        let target_tokens = target.list().tokens;
        let types = saturating_u32(counts.len());
        let mut rows: Vec<view::KeynessRow> = counts
            .into_iter()
            .filter(|(_, here, there)| here.saturating_add(*there) >= question.min_frequency)
            .map(|(word, here, there)| {
                let table = stats::Contingency::new(here, target_tokens, there, reference_tokens);
                row(word, table, question.measure, [(here, target_tokens), (there, reference_tokens)])
            })
            .collect();
        let adjusted = stats::benjamini_hochberg(&rows.iter().map(|row| row.p).collect::<Vec<_>>());
        for (row, adjusted) in rows.iter_mut().zip(adjusted) {
            row.p_adjusted = adjusted;
        }
        rows.sort_unstable_by(|a, b| strongest_first(question.measure, a, b));
        rows.truncate(question.limit.map_or(usize::MAX, |limit| limit as usize));
        for (row, rank) in rows.iter_mut().zip(1..) {
            row.rank = rank;
        }
        let folded = grouping != Grouping::None;
        Ok(view::Keyness { rows, measure: question.measure, target_tokens, reference_tokens, types, folded })
    }

    /// Returns every word of two scopes with its frequency in each.
    fn both(&self, target: &Counted, reference: &Counted) -> Vec<(String, u32, u32)> {
        let form = |word: &analysis::KeynessCounts| {
            let side = if word.target > 0 { target } else { reference };
            self.form(&side.words, word.word).to_owned()
        };
        analysis::keyness_counts(target.list(), reference.list())
            .iter()
            .map(|word| (form(word), word.target, word.reference))
            .collect()
    }

    /// Returns every word of a scope and of a reader's list with its frequency in each.
    fn beside(
        &self,
        target: &Counted,
        table: &FrequencyTable,
        grouping: Grouping,
    ) -> Vec<(String, u32, u32)> {
        let groups = Variants::new(grouping, self.segmenters.regional());
        let key = |form: &str| match &groups {
            Some(groups) => groups.key(form).into_owned(),
            None => form.to_owned(),
        };
        let mut row: FxHashMap<String, usize> = FxHashMap::default();
        let mut rows: Vec<(String, u32, u32)> = Vec::new();
        for entry in &target.list().words {
            let form = self.form(&target.words, entry.word);
            row.insert(key(form), rows.len());
            rows.push((form.to_owned(), entry.frequency, 0));
        }
        for (word, frequency) in &table.rows {
            let at = *row.entry(key(word)).or_insert_with(|| {
                rows.push((word.clone(), 0, 0));
                rows.len() - 1
            });
            // The sum of all frequencies fits, so no smaller one can overflow.
            rows[at].2 += frequency;
        }
        rows
    }

    /// Returns the form shown for a word: as printed, or the most frequent writing where several count as one.
    pub(super) fn form(&self, words: &Subcorpus, word: WordId) -> &str {
        let printed = words.writings(word).first().map_or(word, |&(printed, _)| printed);
        self.corpus.vocabulary().form(printed)
    }

    /// Returns the writings of a word if it has more than one.
    pub(super) fn writings(&self, words: &Subcorpus, word: WordId) -> Vec<view::Writing> {
        let writing = |&(printed, frequency): &(WordId, u32)| view::Writing {
            word: self.corpus.vocabulary().form(printed).to_owned(),
            frequency,
        };
        let all = words.writings(word);
        if all.len() > 1 { all.iter().map(writing).collect() } else { Vec::new() }
    }

    /// Returns the stories of a scope and the blocks of them that it selects.
    fn selection(&self, units: Units, scope: &Scope) -> Result<(Vec<&str>, BlockKinds), EngineError> {
        let stories = self.documents(units, scope)?;
        Ok((stories.into_iter().map(|document| document.id.as_str()).collect(), scope.kinds()))
    }
}

/// Returns the most frequent part of speech of a word here; of equally frequent ones the first by number.
pub(super) fn tag(words: &Subcorpus, word: WordId) -> &'static str {
    let mut counts: Vec<(u8, u32)> = Vec::new();
    for &position in words.positions(word) {
        let tag = words.tag(position);
        match counts.iter_mut().find(|(other, _)| *other == tag) {
            Some((_, count)) => *count += 1,
            None => counts.push((tag, 1)),
        }
    }
    let most = counts.into_iter().min_by_key(|&(tag, count)| (std::cmp::Reverse(count), tag));
    most.map_or("", |(tag, _)| Tag::numbered(tag).name())
}

/// A set of folded stop words.
pub(super) struct StopList {
    folded: FxHashSet<String>,
}

impl StopList {
    pub(super) fn new(which: &StopWords) -> Self {
        let folded = match which {
            StopWords::Keep => FxHashSet::default(),
            StopWords::LeaveOut => stop_words().map(fold).collect(),
            StopWords::LeaveOutThese(words) => words.iter().map(|word| fold(word.trim())).collect(),
        };
        Self { folded }
    }

    pub(super) fn holds(&self, form: &str) -> bool {
        !self.folded.is_empty() && self.folded.contains(&fold(form))
    }
}

struct Filter<'a> {
    conditions: &'a WordFilter,
    /// The text wanted in a word, folded if writings count as one.
    contains: String,
    folded: bool,
    pattern: Option<WordPattern>,
    tag: Option<WordPattern>,
}

impl<'a> Filter<'a> {
    fn new(conditions: &'a WordFilter, grouping: Grouping) -> Result<Self, NodeError> {
        let pattern = |text: &str| (!text.trim().is_empty()).then(|| WordPattern::parse(text)).transpose();
        let folded = grouping != Grouping::None;
        let contains = if folded { fold(&conditions.contains) } else { conditions.contains.clone() };
        let (pattern, tag) = (pattern(&conditions.pattern)?, pattern(&conditions.tag)?);
        Ok(Self { conditions, contains, folded, pattern, tag })
    }

    fn passes(&self, form: &str, tag: impl FnOnce() -> &'static str) -> bool {
        let WordFilter { min_length, max_length, .. } = self.conditions;
        let holds = |form: &str| form.contains(self.contains.as_str());
        let length = saturating_u32(form.chars().count());
        (if self.folded { holds(&fold(form)) } else { holds(form) })
            && min_length.is_none_or(|least| least <= length)
            && max_length.is_none_or(|greatest| length <= greatest)
            && self.pattern.as_ref().is_none_or(|pattern| pattern.fits(form, self.folded))
            && self.tag.as_ref().is_none_or(|pattern| pattern.fits(tag(), false))
    }
}

fn row(
    word: String,
    table: stats::Contingency,
    measure: KeynessMeasure,
    [(target, target_tokens), (reference, reference_tokens)]: [(u32, u32); 2],
) -> view::KeynessRow {
    let g2 = table.signed_g2();
    let score = match measure {
        KeynessMeasure::G2 => g2,
        KeynessMeasure::Bic => table.bic(),
        KeynessMeasure::Chi2 => table.signed_chi_squared(),
        KeynessMeasure::LogRatio => table.log_ratio(),
        KeynessMeasure::Diff => table.percent_difference(),
        KeynessMeasure::OddsRatio => table.odds_ratio(),
        KeynessMeasure::SimpleMaths => table.simple_maths(1.0),
    };
    // Only χ² has a test of its own; a measure without one is shown beside the test of G².
    let p = stats::p_value(if measure == KeynessMeasure::Chi2 { score } else { g2 });
    view::KeynessRow {
        rank: 0,
        word,
        target,
        reference,
        target_per_10k: stats::per_10k(target, target_tokens),
        reference_per_10k: stats::per_10k(reference, reference_tokens),
        score,
        log_ratio: table.log_ratio(),
        p,
        p_adjusted: p,
        low_expected: table.low_expected(),
    }
}

fn strongest_first(measure: KeynessMeasure, a: &view::KeynessRow, b: &view::KeynessRow) -> Ordering {
    let strength = |row: &view::KeynessRow| match measure {
        // A ratio favours neither side at 1: twice as frequent and half as frequent are equally strong.
        KeynessMeasure::OddsRatio | KeynessMeasure::SimpleMaths => libm::log(row.score).abs(),
        _ => row.score.abs(),
    };
    strength(b)
        .total_cmp(&strength(a))
        .then_with(|| b.score.total_cmp(&a.score))
        .then_with(|| a.word.cmp(&b.word))
}

/// Returns the first rows, at most `limit`.
pub(super) fn first_rows<T>(rows: &[T], limit: Option<u32>) -> &[T] {
    &rows[..limit.map_or(rows.len(), |limit| rows.len().min(limit as usize))]
}
