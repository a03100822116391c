//! All stories of a scope against all.

use rustc_hash::FxHashMap;

use crate::compare::Matrix;
use crate::corpus::{Document, Scope, Tokens, Units};
use crate::text::fold;
use crate::view;

use super::{Engine, EngineError};

/// A story's words, each by its number among those of the scope, with how often it stands there.
pub(super) type Bag = Vec<(u32, u32)>;

impl Engine {
    pub(super) fn similarity(
        &self,
        units: Units,
        scope: &Scope,
        minimum_run: u32,
    ) -> Result<view::Similarity, EngineError> {
        let stories = self.within(units, scope)?;
        let matrix = self.matrix(units, &stories, minimum_run);
        let rows = |of: &dyn Fn(usize, usize) -> f64| -> Vec<Vec<f64>> {
            let row = |i| (0..matrix.len()).map(|j| rounded(of(i, j))).collect();
            (0..matrix.len()).map(row).collect()
        };
        Ok(view::Similarity {
            ids: stories.iter().map(|(document, _)| document.id.clone()).collect(),
            reuse: rows(&|i, j| matrix.reuse(i, j)),
            discounted: rows(&|i, j| matrix.discounted(i, j)),
            cosine: rows(&|i, j| matrix.cosine(i, j)),
            groups: matrix.groups.clone(),
            pairs: pairs(&stories, &matrix),
            minimum_run: minimum_run.max(1),
        })
    }

    /// Words are numbered in the order of their folded forms, so that sums do not depend on what was read before.
    pub(super) fn bags(&self, stories: &[(&Document, &Tokens)]) -> Vec<Bag> {
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
                runs.map(|run| (run[0], super::narrow(run.len()))).collect()
            })
            .collect()
    }
}

/// The closest pairs, those of two pages first.
fn pairs(stories: &[(&Document, &Tokens)], matrix: &Matrix) -> Vec<view::SimilarPair> {
    let both = (0..matrix.len()).flat_map(|i| (i + 1..matrix.len()).map(move |j| (i, j)));
    let mut ranked: Vec<(bool, f64, usize, usize)> = both
        .map(|(i, j)| (same_page(stories[i].0, stories[j].0), rounded(matrix.shared(i, j)), i, j))
        .filter(|&(_, share, _, _)| share > 0.0)
        .collect();
    ranked.sort_by(|x, y| (x.0.cmp(&y.0)).then(y.1.total_cmp(&x.1)).then((x.2, x.3).cmp(&(y.2, y.3))));
    ranked.truncate(view::Similarity::PAIRS);
    let id = |story: usize| stories[story].0.id.clone();
    let drawn = |(same_page, share, i, j)| view::SimilarPair { a: id(i), b: id(j), share, same_page };
    ranked.into_iter().map(drawn).collect()
}

/// A file may hold the texts of several papers.
fn same_page(a: &Document, b: &Document) -> bool {
    a.page == b.page && a.paper == b.paper
}

/// To a millionth.
pub(super) fn rounded(value: f64) -> f64 {
    libm::round(value * 1e6) / 1e6
}
