//! The words that are in doubt.

use rustc_hash::FxHashSet;

use crate::corpus::{Mode, Scope, Terms, Tokens, Units};
use crate::segment::{CERTAIN, DOUBTFUL, Segmenter, TokenSpan};
use crate::text::{Span, Utf16Map};
use crate::view;

use super::reading::range;
use super::{Engine, EngineError};

impl Engine {
    /// Returns the words of a story that are in doubt. Those that the reader corrected are not.
    pub(super) fn doubts(&self, units: Units, id: &str) -> Result<view::Doubts, EngineError> {
        must_be_accurate(units)?;
        let (document, tokens) = self.document(units, id)?;
        let (text, map) = (&document.text, Utf16Map::new(&document.text));
        let mut uncorrected = Vec::new();
        let accurate = self.segmenters.accurate()?;
        accurate.segment(text, &mut uncorrected);
        let words = accurate
            .doubts(text, DOUBTFUL)
            .into_iter()
            .filter_map(|doubt| {
                let span = uncorrected.get(doubt.token)?.span;
                is_token(tokens, span).then(|| view::DoubtfulWord {
                    range: range(&map, span),
                    word: span.of(text).to_owned(),
                    margin: doubt.margin,
                    other: doubt.words.iter().map(|word| word.span.of(text).to_owned()).collect(),
                })
            })
            .collect();
        Ok(view::Doubts { below: DOUBTFUL, words })
    }

    /// Returns the range of frequencies a word may have in a scope.
    pub(super) fn frequency_range(
        &self,
        units: Units,
        word: &str,
        scope: &Scope,
    ) -> Result<view::FrequencyRange, EngineError> {
        must_be_accurate(units)?;
        if units.terms == Terms::Coarse {
            return Err(EngineError::NoMargins);
        }
        let accurate = self.segmenters.accurate()?;
        let mut found = view::FrequencyRange::default();
        for (document, tokens) in self.within(units, scope)? {
            let text = &document.text;
            let margins = accurate.margins_of(text, word);
            if margins.is_empty() {
                continue;
            }
            let mut uncorrected = Vec::new();
            accurate.segment(text, &mut uncorrected);
            let model: FxHashSet<Span> = uncorrected.iter().map(|TokenSpan { span, .. }| *span).collect();
            let (mut counted, mut unsure, mut possible) = (0, 0, 0);
            for (span, margin) in margins {
                let small = margin != CERTAIN && margin.abs() < DOUBTFUL;
                if is_token(tokens, span) {
                    counted += 1;
                    unsure += u32::from(small && model.contains(&span));
                } else if small && is_as_found(tokens, span, &model) {
                    possible += 1;
                }
            }
            found.frequency += counted;
            found.least += counted - unsure;
            found.most += counted + possible;
        }
        Ok(found)
    }
}

fn must_be_accurate(units: Units) -> Result<(), EngineError> {
    if units.mode == Mode::Accurate { Ok(()) } else { Err(EngineError::NoMargins) }
}

fn is_token(tokens: &Tokens, span: Span) -> bool {
    tokens.all.binary_search_by_key(&span, |token| token.span).is_ok()
}

/// Returns true if the words around a place are those the model found, and none is a correction.
fn is_as_found(tokens: &Tokens, span: Span, model: &FxHashSet<Span>) -> bool {
    let first = tokens.all.partition_point(|token| token.span.end <= span.start);
    tokens.all[first..]
        .iter()
        .take_while(|token| token.span.start < span.end)
        .all(|token| model.contains(&token.span))
}
