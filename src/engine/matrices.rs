//! Stories held against each other, kept from question to question.

use std::rc::Rc;

use crate::compare::{Entry, Matrix};
use crate::corpus::{Document, Scope, Tokens, Units};
use crate::text::Span;

use super::{CompareQuestion, Engine, Query, Question, Step, narrow};

/// Pairs of stories that are kept at most, all matrices together; a pair takes 24 bytes. The last one used is kept
/// however large it is.
const KEPT: usize = 2_000_000;

/// From so many stories on, the page hears how far it is.
const WORTH_TELLING: usize = 200;

/// What was held against each other so far; the one used last stands last.
#[derive(Debug, Default)]
pub(super) struct Matrices(Vec<(Key, Rc<Matrix>)>);

/// All that decides what a matrix says.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    /// The stories, however the scope was put.
    ids: Vec<String>,
    units: Units,
    minimum_run: u32,
    revision: u64,
}

impl Engine {
    /// The matrix of some stories, which are cut as the question that is being answered wants it.
    pub(super) fn matrix(
        &self,
        units: Units,
        stories: &[(&Document, &Tokens)],
        minimum_run: u32,
    ) -> Rc<Matrix> {
        self.matrix_with(units, stories, minimum_run, |_, _| ())
    }

    /// Holds the stories that a query is about against each other, so that its answer is at hand; where that takes a
    /// while, `on_progress` is told how many stories are done, of how many. They must be cut already; see
    /// [`Engine::prepare`].
    pub fn hold_against(&self, query: &Query, mut on_progress: impl FnMut(Step, u32, u32)) {
        let units = query.units.settled();
        let (scope, minimum_run) = match &query.question {
            Question::Similarity(question) => (&question.scope, question.min_run),
            Question::Compare(CompareQuestion { min_run: Some(min_run), .. }) => (&Scope::All, *min_run),
            Question::Report(question) => (&Scope::All, question.min_run),
            Question::ExportComparison(file) if file.format.is_report() => (&Scope::All, file.report.min_run),
            _ => return,
        };
        let stories = self.corpus.within(units, scope);
        if stories.len() >= WORTH_TELLING && self.corpus.uncut(units, scope) == 0 {
            self.matrix_with(units, &stories, minimum_run, |done, total| {
                on_progress(Step::Matrix, done, total);
            });
        }
    }

    fn matrix_with(
        &self,
        units: Units,
        stories: &[(&Document, &Tokens)],
        minimum_run: u32,
        mut on_progress: impl FnMut(u32, u32),
    ) -> Rc<Matrix> {
        let ids = stories.iter().map(|(document, _)| document.id.clone()).collect();
        let revision = self.corpus.revision();
        let key = Key { ids, units, minimum_run: minimum_run.max(1), revision };
        let mut matrices = self.matrices.borrow_mut();
        matrices.0.retain(|(other, _)| other.revision == revision);
        if let Some(at) = matrices.0.iter().position(|(other, _)| *other == key) {
            let found = matrices.0.remove(at);
            let matrix = Rc::clone(&found.1);
            matrices.0.push(found);
            return matrix;
        }
        let sentences: Vec<Vec<Span>> = stories.iter().map(|(document, _)| document.sentences()).collect();
        let bags = self.bags(stories);
        let entries: Vec<Entry<'_>> = stories
            .iter()
            .zip(sentences.iter().zip(&bags))
            .map(|((document, _), (sentences, words))| Entry { text: &document.text, sentences, words })
            .collect();
        let total = narrow(entries.len());
        let matrix = Rc::new(Matrix::new(&entries, key.minimum_run, |done| on_progress(done, total)));
        matrices.0.push((key, Rc::clone(&matrix)));
        let size = |kept: &[(Key, Rc<Matrix>)]| {
            kept.iter().map(|(_, matrix)| matrix.len() * matrix.len()).sum::<usize>()
        };
        while matrices.0.len() > 1 && size(&matrices.0) > KEPT {
            matrices.0.remove(0);
        }
        matrix
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Ask, SimilarityQuestion};
    use crate::ingest::{BlockKind, Story, StoryBlock};
    use crate::view::Similarity;

    fn engine() -> Engine {
        Engine::open(include_bytes!("../../static/model/segmenter.bin").to_vec(), |_, _, _| ()).unwrap()
    }

    fn story(id: &str, text: &str) -> Story {
        let blocks = vec![StoryBlock { kind: BlockKind::Paragraph, text: text.to_owned() }];
        Story { id: id.to_owned(), blocks, ..Story::default() }
    }

    fn similarity(engine: &mut Engine, min_run: u32) -> Similarity {
        engine.ask(SimilarityQuestion { scope: Scope::All, min_run }.query()).unwrap()
    }

    fn kept(engine: &Engine) -> Vec<(usize, u32)> {
        let matrices = engine.matrices.borrow();
        matrices.0.iter().map(|(key, matrix)| (matrix.len(), key.minimum_run)).collect()
    }

    #[test]
    fn a_matrix_serves_until_the_stories_change() {
        let mut engine = engine();
        let stories = engine.corpus.len();
        let before = similarity(&mut engine, 10);
        assert_eq!(similarity(&mut engine, 10), before);
        assert_eq!(kept(&engine), [(stories, 10)]);
        let of_two = |engine: &mut Engine| {
            let question = CompareQuestion {
                a: "003-1".to_owned(),
                b: "004-1".to_owned(),
                fold_variants: false,
                ignore_punctuation: false,
                min_run: Some(10),
            };
            engine.ask(question.query()).unwrap().copied
        };
        assert!(of_two(&mut engine).is_some());
        // The same matrix answers both; another run is another matrix.
        assert_eq!(kept(&engine), [(stories, 10)]);
        similarity(&mut engine, 8);
        similarity(&mut engine, 10);
        assert_eq!(kept(&engine), [(stories, 8), (stories, 10)]);

        let copy = engine.corpus.document("004-3").map(|document| document.text.clone());
        engine.add(story("new", copy.as_deref().unwrap_or_default()));
        let after = similarity(&mut engine, 10);
        assert_eq!(kept(&engine), [(stories + 1, 10)]);
        assert_eq!(after.ids.len(), stories + 1);
        let original = after.ids.iter().position(|id| id == "004-3").unwrap_or(0);
        assert!(after.reuse[original][stories] > 0.9, "{:?}", after.reuse[original]);
    }

    #[test]
    fn old_ones_give_way_to_new_ones_and_a_long_wait_is_told() {
        let mut engine = engine();
        for number in 0..900_u32 {
            let text: String =
                (0..30).filter_map(|at| char::from_u32(0x4E00 + number * 17 + at * 7)).collect();
            engine.add(story(&format!("s{number}"), &text));
        }
        let stories = engine.corpus.len();
        for minimum_run in 5..8 {
            similarity(&mut engine, minimum_run);
        }
        assert_eq!(kept(&engine), [(stories, 6), (stories, 7)]);
        let mut heard = Vec::new();
        let query = Query::from(SimilarityQuestion { scope: Scope::All, min_run: 9 });
        engine.hold_against(&query, |step, done, total| heard.push((step, done, total)));
        assert_eq!(heard.len(), stories);
        assert_eq!(heard.last(), Some(&(Step::Matrix, narrow(stories), narrow(stories))));
        engine.hold_against(&query, |_, _, _| panic!("it is at hand"));
    }
}
