//! The comparison of all stories of a scope with each other.

use rustc_hash::FxHashMap;

use crate::compare::{Bag, Matrix, cosines};
use crate::corpus::{Document, Scope, Tokens, Units};
use crate::text::{fold, saturating_u32};
use crate::view;

use super::{Engine, EngineError};

impl Engine {
    pub(super) fn similarity(
        &self,
        units: Units,
        scope: &Scope,
        minimum_run: u32,
    ) -> Result<view::Similarity, EngineError> {
        let documents = self.comparable(scope)?;
        let minimum_run = minimum_run.max(1);
        let (matrix, closest) = (self.matrix(&documents, minimum_run), self.closest(&documents, minimum_run));
        let mut found = view::Similarity {
            ids: documents.iter().map(|document| document.id.clone()).collect(),
            reuse: Vec::new(),
            discounted: Vec::new(),
            cosine: Vec::new(),
            groups: matrix.groups.clone(),
            pairs: closest.iter().map(|&pair| similar(&documents, &matrix, pair, minimum_run)).collect(),
            minimum_run,
        };
        if documents.len() <= view::Similarity::MATRICES {
            let rows = |share: fn(&Matrix, usize, usize) -> f64| -> Vec<Vec<f64>> {
                (0..matrix.len()).map(|i| all_rounded(matrix.row(i, share))).collect()
            };
            (found.reuse, found.discounted) = (rows(Matrix::reuse), rows(Matrix::discounted));
            let words = cosines(&self.bags(&self.within(units, scope)?));
            found.cosine = words.into_iter().map(all_rounded).collect();
        }
        Ok(found)
    }

    /// Numbers words in the order of their folded forms, so that sums do not depend on what was read before.
    fn bags(&self, stories: &[(&Document, &Tokens)]) -> Vec<Bag> {
        let vocabulary = self.corpus.vocabulary();
        let mut forms: FxHashMap<u32, String> = FxHashMap::default();
        for token in stories.iter().flat_map(|(_, tokens)| tokens.words()) {
            forms.entry(token.word.0).or_insert_with(|| fold(vocabulary.form(token.word)));
        }
        let mut sorted: Vec<&str> = forms.values().map(String::as_str).collect();
        sorted.sort_unstable();
        sorted.dedup();
        let numbers: FxHashMap<&str, u32> = sorted.into_iter().zip(0..).collect();
        let number = |word: u32| forms.get(&word).and_then(|form| numbers.get(form.as_str())).copied();
        stories
            .iter()
            .map(|(_, tokens)| {
                let mut words: Vec<u32> = tokens.words().filter_map(|token| number(token.word.0)).collect();
                words.sort_unstable();
                let runs = words.chunk_by(|x, y| x == y);
                runs.map(|run| (run[0], saturating_u32(run.len()))).collect()
            })
            .collect()
    }
}

/// Returns a number for the page of each story. A file may contain the texts of several papers.
pub(super) fn pages(documents: &[&Document]) -> Vec<u32> {
    let mut numbers: FxHashMap<(&str, &str), u32> = FxHashMap::default();
    let keys = documents.iter().map(|document| (document.page.as_str(), document.paper.as_str()));
    keys.map(|key| {
        let next = saturating_u32(numbers.len());
        *numbers.entry(key).or_insert(next)
    })
    .collect()
}

fn similar(
    documents: &[&Document],
    matrix: &Matrix,
    (a, b): (usize, usize),
    minimum_run: u32,
) -> view::SimilarPair {
    let (first, second) = (documents[a], documents[b]);
    view::SimilarPair {
        a: first.id.clone(),
        b: second.id.clone(),
        share: rounded(matrix.shared(a, b)),
        same_page: first.page == second.page && first.paper == second.paper,
        copied: copied(matrix, a, b, minimum_run),
    }
}

/// Returns the share of each of two stories, given by index, that is found in the other.
pub(super) fn copied(matrix: &Matrix, a: usize, b: usize, minimum_run: u32) -> view::Copied {
    view::Copied {
        minimum_run,
        a_in_b: rounded(matrix.reuse(a, b)),
        b_in_a: rounded(matrix.reuse(b, a)),
        discounted_a_in_b: rounded(matrix.discounted(a, b)),
        discounted_b_in_a: rounded(matrix.discounted(b, a)),
    }
}

/// Rounds to a millionth.
pub(super) fn rounded(value: f64) -> f64 {
    libm::round(value * 1e6) / 1e6
}

fn all_rounded(values: Vec<f64>) -> Vec<f64> {
    values.into_iter().map(rounded).collect()
}
