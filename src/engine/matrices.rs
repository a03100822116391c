//! Stories compared all against all, cached between questions.

use std::rc::Rc;

use crate::compare::Matrix;
use crate::corpus::Document;
use crate::view::Similarity;

use super::similarity::pages;
use super::{CompareQuestion, Engine, Query, Question, SimilarityQuestion, WorkStep};
use crate::text::saturating_u32;

/// The maximum size in bytes of all cached matrices. The last one used is kept however large it is, until another one
/// is made.
const KEPT: usize = 64 << 20;

/// The number of stories from which progress is reported to the page.
const WORTH_TELLING: usize = 200;

/// The approximate number of progress reports.
const TOLD: u32 = 1_000;

/// The share of the work that is done when a matrix is made and its closest pairs are still to be found.
const MADE: f64 = 0.7;

/// The cached matrices, the most recently used last.
#[derive(Debug, Default)]
pub(super) struct Matrices(Vec<KeptMatrix>);

#[derive(Debug)]
struct KeptMatrix {
    key: MatrixKey,
    matrix: Rc<Matrix>,
    /// The closest pairs, once they were asked for.
    closest: Option<Rc<Vec<(usize, usize)>>>,
}

/// Everything that determines a matrix.
#[derive(Clone, Debug, PartialEq)]
struct MatrixKey {
    /// The stories, however the scope names them.
    ids: Vec<String>,
    minimum_run: u32,
    revision: u64,
}

impl Matrices {
    /// Returns the matrix of this key and marks it as the most recently used.
    fn use_kept(&mut self, key: &MatrixKey) -> Option<&mut KeptMatrix> {
        let at = self.0.iter().position(|kept| kept.key == *key)?;
        let kept = self.0.remove(at);
        self.0.push(kept);
        self.0.last_mut()
    }

    /// Drops the oldest ones until all together take at most `bytes`.
    fn shrink(&mut self, bytes: usize) {
        while self.0.iter().map(|kept| kept.matrix.bytes()).sum::<usize>() > bytes {
            self.0.remove(0);
        }
    }
}

impl Engine {
    /// Returns the matrix of some stories.
    pub(super) fn matrix(&self, documents: &[&Document], minimum_run: u32) -> Rc<Matrix> {
        self.matrix_with(documents, minimum_run, |_| ())
    }

    /// Returns the closest pairs of some stories, at most [`Similarity::PAIRS`], by their places.
    pub(super) fn closest(&self, documents: &[&Document], minimum_run: u32) -> Rc<Vec<(usize, usize)>> {
        self.closest_with(documents, minimum_run, |_| ())
    }

    /// Compares the stories of a query all against all, so that its answer is ready; if that takes a while,
    /// `on_progress` gets the number of stories done and their total.
    pub fn warm_matrix(&self, query: &Query, mut on_progress: impl FnMut(WorkStep, u32, u32)) {
        let (documents, minimum_run, ranked) = match &query.question {
            Question::Similarity(SimilarityQuestion { scope, min_run }) => {
                // The answer will report the error again.
                let Ok(documents) = self.comparable(scope) else { return };
                (documents, *min_run, true)
            }
            Question::Compare(CompareQuestion { a, b, min_run: Some(min_run), .. }) => {
                (self.background(&[a, b]), *min_run, false)
            }
            Question::Report(question) => (self.background(&names(&question.ids)), question.min_run, false),
            Question::ExportComparison(file) if file.format.is_report() => {
                (self.background(&names(&file.report.ids)), file.report.min_run, false)
            }
            _ => return,
        };
        if documents.len() < WORTH_TELLING {
            return;
        }
        let total = saturating_u32(documents.len());
        let (step, mut told) = ((total / TOLD).max(1), 0);
        let mut tell = |share: f64| {
            let done = libm::round(share * f64::from(total)) as u32;
            if done >= told + step || (done == total && told < total) {
                told = done;
                on_progress(WorkStep::Matrix, done, total);
            }
        };
        let made = if ranked { MADE } else { 1.0 };
        self.matrix_with(&documents, minimum_run, |done| tell(made * done));
        if ranked {
            self.closest_with(&documents, minimum_run, |done| tell(made + (1.0 - made) * done));
        }
    }

    fn matrix_with(
        &self,
        documents: &[&Document],
        minimum_run: u32,
        on_progress: impl FnMut(f64),
    ) -> Rc<Matrix> {
        let key = self.key(documents, minimum_run);
        let mut matrices = self.matrices.borrow_mut();
        matrices.0.retain(|kept| kept.key.revision == key.revision);
        if let Some(kept) = matrices.use_kept(&key) {
            return Rc::clone(&kept.matrix);
        }
        // A large one is dropped before the next one is made, not after, to save memory.
        matrices.shrink(KEPT);
        let stories = documents.iter().map(|document| (document.text.as_str(), document.sentences()));
        let matrix = Rc::new(Matrix::new(stories, key.minimum_run, on_progress));
        matrices.shrink(KEPT.saturating_sub(matrix.bytes()));
        matrices.0.push(KeptMatrix { key, matrix: Rc::clone(&matrix), closest: None });
        matrix
    }

    fn closest_with(
        &self,
        documents: &[&Document],
        minimum_run: u32,
        on_progress: impl FnMut(f64),
    ) -> Rc<Vec<(usize, usize)>> {
        let matrix = self.matrix(documents, minimum_run);
        let mut matrices = self.matrices.borrow_mut();
        let kept = matrices.use_kept(&self.key(documents, minimum_run));
        let found = || Rc::new(matrix.closest(&pages(documents), Similarity::PAIRS, on_progress));
        match kept {
            Some(kept) => Rc::clone(kept.closest.get_or_insert_with(found)),
            None => found(),
        }
    }

    fn key(&self, documents: &[&Document], minimum_run: u32) -> MatrixKey {
        MatrixKey {
            ids: documents.iter().map(|document| document.id.clone()).collect(),
            minimum_run: minimum_run.max(1),
            revision: self.corpus.revision(),
        }
    }
}

fn names(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Scope;
    use crate::engine::Ask;
    use crate::ingest::{BlockKind, Story, StoryBlock};

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
        matrices.0.iter().map(|kept| (kept.matrix.len(), kept.key.minimum_run)).collect()
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

    fn many(stories: u32) -> Engine {
        let mut engine = engine();
        for number in 0..stories {
            let own = (0..60).filter_map(|at| char::from_u32(0x4E00 + (number * 17 + at * 7) % 20_000));
            let text: String = own.chain("據新華社北京五月二十日電".chars()).collect();
            engine.add(story(&format!("s{number}"), &text));
        }
        engine
    }

    #[test]
    fn old_ones_give_way_to_new_ones() {
        let mut engine = engine();
        for minimum_run in 5..8 {
            similarity(&mut engine, minimum_run);
        }
        let stories = engine.corpus.len();
        assert_eq!(kept(&engine), [(stories, 5), (stories, 6), (stories, 7)]);
        let mut matrices = engine.matrices.borrow_mut();
        let bytes = matrices.0[1].matrix.bytes() + matrices.0[2].matrix.bytes();
        matrices.shrink(bytes);
        let left: Vec<u32> = matrices.0.iter().map(|kept| kept.key.minimum_run).collect();
        assert_eq!(left, [6, 7]);
    }

    #[test]
    fn a_long_wait_is_told_and_the_answer_is_at_hand_afterwards() {
        let mut engine = many(900);
        let stories = saturating_u32(engine.corpus.len());
        let query = Query::from(SimilarityQuestion { scope: Scope::All, min_run: 9 });
        let mut heard = Vec::new();
        engine.warm_matrix(&query, |step, done, total| heard.push((step, done, total)));
        assert!((20..=1 + TOLD as usize * 2).contains(&heard.len()), "{}", heard.len());
        assert!(heard.is_sorted_by(|x, y| x.1 < y.1), "{heard:?}");
        assert_eq!(heard.last(), Some(&(WorkStep::Matrix, stories, stories)));
        engine.warm_matrix(&query, |_, _, _| panic!("it is at hand"));
        similarity(&mut engine, 9);
        assert_eq!(kept(&engine), [(stories as usize, 9)]);
    }

    #[test]
    fn of_many_stories_pairs_and_groups_are_given_and_no_word_is_cut() {
        let mut engine = many(1_200);
        let copied = engine.corpus.document("004-3").map(|document| document.text.clone());
        engine.add(story("copy", copied.as_deref().unwrap_or_default()));
        let found = similarity(&mut engine, 10);
        assert!(found.is_sparse() && found.ids.len() == engine.corpus.len());
        assert!(found.reuse.is_empty() && found.discounted.is_empty() && found.cosine.is_empty());
        assert_eq!(found.pairs.len(), Similarity::PAIRS);
        let first = &found.pairs[0];
        // The copy has the headline in its text.
        assert_eq!((first.a.as_str(), first.b.as_str(), first.copied.a_in_b), ("004-3", "copy", 1.0));
        assert!(first.share > 0.9 && first.copied.b_in_a > 0.9, "{first:?}");
        let group = |id: &str| found.ids.iter().position(|known| known == id).map(|at| found.groups[at]);
        assert_eq!(group("004-3"), group("copy"));
        assert_eq!(engine.corpus.unsegmented(crate::corpus::Units::default(), &Scope::All), 1_201);
    }

    #[test]
    fn pairs_say_what_the_tables_say() {
        let mut engine = engine();
        let found = similarity(&mut engine, 10);
        let place = |id: &str| found.ids.iter().position(|known| known == id).unwrap();
        assert!(found.pairs.len() > 20);
        for pair in &found.pairs {
            let (a, b) = (place(&pair.a), place(&pair.b));
            let said = [found.reuse[a][b], found.reuse[b][a], found.discounted[a][b], found.discounted[b][a]];
            let copied = pair.copied;
            assert_eq!(
                said,
                [copied.a_in_b, copied.b_in_a, copied.discounted_a_in_b, copied.discounted_b_in_a]
            );
        }
    }
}
