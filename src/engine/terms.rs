//! Terms: finding them by counting, and listing all that are joined.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::analysis::{self, Termhood, Thresholds};
use crate::corpus::{Document, Mode, Scope, Terms, Token, Tokens, Units};
use crate::segment::{Tag, TokenSpan, terms};
use crate::text::{OrderBy, Span, fold, saturating_u32};
use crate::view;

use super::{Engine, EngineError};

/// The units in which terms are counted: the default ones, so that terms do not depend on the question.
pub(super) const COUNTED: Units = Units { mode: Mode::Accurate, terms: Terms::Fine };

impl Engine {
    /// Finds terms by counting all stories, unless that was done since the last change, and segments again the stories
    /// whose joins changed.
    pub(super) fn count_terms(&mut self) -> Result<(), EngineError> {
        let stories = self.corpus.len();
        if self.terms_counted == Some(stories) {
            return Ok(());
        }
        let found: Vec<Termhood> = self.candidates()?;
        let least = Thresholds::default();
        let terms = found.iter().filter(|term| term.reaches(least)).map(|term| term.form.as_str());
        let changed = self.segmenters.terms.replace_counted(terms);
        self.terms_counted = Some(stories);
        let segmenters = &self.segmenters;
        self.corpus
            .segment_again(
                |units, document| units.terms == Terms::Coarse && holds_any(document, &changed),
                |units, document, vocabulary| segmenters.tokens(units, document, vocabulary),
            )
            .map(|_| ())
    }

    /// Returns the terms joined in a scope, most frequent first; equal frequencies by form. Character mode has no
    /// words, so it has none.
    pub(super) fn terms(
        &mut self,
        units: Units,
        scope: &Scope,
        limit: Option<u32>,
    ) -> Result<view::TermTable, EngineError> {
        if units.mode == Mode::Character {
            return Ok(view::TermTable { rows: Vec::new(), types: 0 });
        }
        self.count_terms()?;
        let fine = Units { terms: Terms::Fine, ..units };
        self.segment_stories(fine, scope, |_, _, _| ())?;
        self.within(fine, scope)?;
        let counted: FxHashMap<String, Termhood> =
            self.candidates()?.into_iter().map(|term| (fold(&term.form), term)).collect();
        let kinds = scope.kinds();
        let mut rows: BTreeMap<(String, terms::JoinReason), (Tag, u32, Vec<usize>)> = BTreeMap::new();
        for (place, (document, tokens)) in self.corpus.within(fine, scope).into_iter().enumerate() {
            let counts = |span: Span| {
                document.blocks.iter().any(|block| kinds.holds(block.kind) && block.span.contains(span))
            };
            let joins = self.segmenters.terms.joins(&document.text, &token_spans(tokens));
            for join in joins.into_iter().filter(|join| counts(join.span)) {
                let key = (join.span.of(&document.text).to_owned(), join.source);
                let (_, frequency, stories) = rows.entry(key).or_insert((join.tag, 0, Vec::new()));
                *frequency += 1;
                stories.push(place);
            }
        }
        let mut rows: Vec<view::TermRow> = rows
            .into_iter()
            .map(|((term, source), (tag, frequency, mut stories))| {
                stories.dedup();
                let counts = counted.get(&fold(&term));
                view::TermRow {
                    rank: 0,
                    frequency,
                    range: saturating_u32(stories.len()),
                    source: source_of(source),
                    tag: tag.name().to_owned(),
                    c_value: counts.map(|term| term.c_value),
                    cohesion: counts.map(|term| term.cohesion),
                    term,
                }
            })
            .collect();
        rows.order_by(|a, b| b.frequency.cmp(&a.frequency).then_with(|| a.term.cmp(&b.term)));
        let types = saturating_u32(rows.len());
        rows.truncate(limit.map_or(usize::MAX, |limit| limit as usize));
        for (row, rank) in rows.iter_mut().zip(1..) {
            row.rank = rank;
        }
        Ok(view::TermTable { rows, types })
    }

    /// Returns every candidate of all stories.
    fn candidates(&mut self) -> Result<Vec<Termhood>, EngineError> {
        self.segment_stories(COUNTED, &Scope::All, |_, _, _| ())?;
        let documents = self.corpus.within(COUNTED, &Scope::All);
        let tokens = documents.into_iter().map(|(_, tokens)| tokens);
        Ok(analysis::candidates(tokens, self.corpus.vocabulary()))
    }
}

/// Converts tokens of the corpus back to those of a segmenter.
fn token_spans(tokens: &Tokens) -> Vec<TokenSpan> {
    tokens.all.iter().map(|&Token { span, tag, .. }| TokenSpan { span, tag: Tag::numbered(tag) }).collect()
}

/// Returns true if a document contains one of these folded forms.
fn holds_any(document: &Document, forms: &[String]) -> bool {
    let folded = fold(&document.text);
    forms.iter().any(|form| folded.contains(form.as_str()))
}

fn source_of(source: terms::JoinReason) -> view::TermSource {
    match source {
        terms::JoinReason::Reader => view::TermSource::Reader,
        terms::JoinReason::List => view::TermSource::List,
        terms::JoinReason::Date => view::TermSource::Date,
        terms::JoinReason::Quantity => view::TermSource::Quantity,
        terms::JoinReason::Ordinal => view::TermSource::Ordinal,
        terms::JoinReason::Organisation => view::TermSource::Organisation,
        terms::JoinReason::Office => view::TermSource::Office,
        terms::JoinReason::Title => view::TermSource::Title,
        terms::JoinReason::Quoted => view::TermSource::Quoted,
        terms::JoinReason::Statistics => view::TermSource::Statistics,
    }
}
