//! Minimum scores of the accurate and the fast mode: a change for the worse fails here.
//!
//! The sentences were segmented by hand and never trained on. Strict scores accept one segmentation; lenient
//! ones accept either choice if joining or separating is a matter of convention (兩國, 5月9日).
//! `unseen-words.txt` has those of their words that the model's training text lacks; `cargo xtask train`
//! writes it, and `cargo xtask score` prints the same scores with more.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeSet;

use duidu::segment::{AccurateSegmenter, JiebaSegmenter, Segmenter, TokenSpan};

const MODEL: &[u8] = include_bytes!("../static/model/segmenter.bin");
const DICTIONARY: &[u8] = include_bytes!("../static/dictionary/jieba.txt");
const SENTENCES: &str = include_str!("segmentation_scores/sentences.tsv");
const UNSEEN: &str = include_str!("segmentation_scores/unseen-words.txt");

type Span = (usize, usize);

/// Numbers of words: gold, found, both, gold ones that a found word breaks up, and gold ones that the
/// training text lacks, in all and found.
#[derive(Debug, Default)]
struct Score {
    gold: usize,
    found: usize,
    right: usize,
    torn: usize,
    unseen: usize,
    unseen_right: usize,
}

impl Score {
    fn add(&mut self, text: &str, gold: &[Span], found: &[Span], unseen: &BTreeSet<&str>) {
        self.gold += gold.len();
        self.found += found.len();
        let across = |a: Span, b: Span| a.0 < b.0 && b.0 < a.1 && a.1 < b.1;
        for &word in gold {
            let right = usize::from(found.contains(&word));
            let is_unseen = usize::from(unseen.contains(&text[word.0..word.1]));
            self.right += right;
            self.unseen += is_unseen;
            self.unseen_right += right * is_unseen;
            self.torn += usize::from(found.iter().any(|&f| across(f, word) || across(word, f)));
        }
    }

    fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found) as f64
    }

    fn unseen_recall(&self) -> f64 {
        100.0 * self.unseen_right as f64 / self.unseen as f64
    }

    fn torn_share(&self) -> f64 {
        100.0 * self.torn as f64 / self.gold as f64
    }

    /// Asserts minimum F1 and recall of unseen words, and a maximum share of words broken up, all in per
    /// cent.
    fn keeps(&self, f1: f64, unseen_recall: f64, torn_share: f64) {
        assert!(self.f1() >= f1, "F1 {:.2} is below {f1}", self.f1());
        let recall = self.unseen_recall();
        assert!(recall >= unseen_recall, "recall of unseen words {recall:.2} is below {unseen_recall}");
        assert!(self.torn_share() <= torn_share, "{:.2} % torn is above {torn_share}", self.torn_share());
    }
}

fn found(segmenter: &dyn Segmenter, text: &str) -> Vec<Span> {
    let mut tokens: Vec<TokenSpan> = Vec::new();
    segmenter.segment(text, &mut tokens);
    tokens.iter().map(|token| (token.span.start as usize, token.span.end as usize)).collect()
}

/// Returns the spans of words separated by spaces; at `_` a word ends if a word that was found ends there.
fn spans(words: &str, found: &[Span]) -> Vec<Span> {
    let (mut spans, mut start, mut at) = (Vec::new(), 0, 0);
    for c in words.chars().chain([' ']) {
        if c == ' ' || c == '_' && found.iter().any(|span| span.1 == at) {
            spans.push((start, at));
            start = at;
        } else if c != '_' {
            at += c.len_utf8();
        }
    }
    spans
}

/// Returns the scores by the strict and by the lenient reading.
fn scores(segmenter: &dyn Segmenter) -> [Score; 2] {
    let unseen: BTreeSet<&str> = UNSEEN.lines().collect();
    let [mut strict, mut lenient] = [Score::default(), Score::default()];
    for line in SENTENCES.lines() {
        let mut columns = line.split('\t');
        let (one, either) = (columns.next().unwrap(), columns.next().unwrap());
        let text: String = one.split(' ').collect();
        let found = found(segmenter, &text);
        strict.add(&text, &spans(one, &[]), &found, &unseen);
        lenient.add(&text, &spans(either, &found), &found, &unseen);
    }
    [strict, lenient]
}

#[test]
fn the_accurate_mode_stays_above_its_floors() {
    let [strict, lenient] = scores(&AccurateSegmenter::open(MODEL.to_vec()).unwrap());
    strict.keeps(93.5, 86.0, 0.4);
    lenient.keeps(96.5, 91.5, 0.4);
}

#[test]
fn the_fast_mode_stays_above_its_floors() {
    let [strict, lenient] = scores(&JiebaSegmenter::open(DICTIONARY, |_| ()).unwrap());
    strict.keeps(81.0, 77.5, 0.4);
    lenient.keeps(90.0, 87.0, 0.2);
}

#[test]
fn the_model_is_small_enough_for_the_wire() {
    // Compressed (brotli, quality 11) it must be below 2.0 MB; only the raw size can be checked here.
    assert!(MODEL.len() < 4_350_000, "{} bytes", MODEL.len());
}
