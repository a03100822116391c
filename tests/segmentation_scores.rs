//! Keeps a floor under the accurate segmenter: a change that loses words shows here.
//!
//! The sentences were segmented by hand and never trained on. Strict scores take one segmentation for right;
//! lenient ones accept either choice where joining or cutting is convention (兩國, 5月9日).

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use duidu::segment::{AccurateSegmenter, Cut, Segmenter};

const MODEL: &[u8] = include_bytes!("../static/model/segmenter.bin");
const SENTENCES: &str = include_str!("segmentation_scores/sentences.tsv");

type Span = (usize, usize);

/// Words that are gold, that were found, that are both, and gold ones a found word lies across.
#[derive(Debug, Default)]
struct Score {
    gold: usize,
    found: usize,
    right: usize,
    torn: usize,
}

impl Score {
    fn add(&mut self, gold: &[Span], found: &[Span]) {
        self.gold += gold.len();
        self.found += found.len();
        self.right += gold.iter().filter(|word| found.contains(word)).count();
        let across = |a: Span, b: Span| a.0 < b.0 && b.0 < a.1 && a.1 < b.1;
        self.torn += gold.iter().filter(|&&g| found.iter().any(|&f| across(f, g) || across(g, f))).count();
    }

    fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found) as f64
    }

    fn torn_share(&self) -> f64 {
        100.0 * self.torn as f64 / self.gold as f64
    }
}

fn found(segmenter: &AccurateSegmenter, text: &str) -> Vec<Span> {
    let mut cuts: Vec<Cut> = Vec::new();
    segmenter.segment(text, &mut cuts);
    cuts.iter().map(|cut| (cut.span.start as usize, cut.span.end as usize)).collect()
}

/// The spans of words parted by spaces; at `_` a word ends if a word that was found ends there.
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

#[test]
fn scores_stay_above_their_floors() {
    let segmenter = AccurateSegmenter::open(MODEL.to_vec()).unwrap();
    let (mut strict, mut lenient) = (Score::default(), Score::default());
    for line in SENTENCES.lines() {
        let mut columns = line.split('\t');
        let (one, either) = (columns.next().unwrap(), columns.next().unwrap());
        let text: String = one.split(' ').collect();
        let found = found(&segmenter, &text);
        strict.add(&spans(one, &[]), &found);
        lenient.add(&spans(either, &found), &found);
    }
    assert!(strict.f1() >= 93.5, "strict F1 {:.2}", strict.f1());
    assert!(lenient.f1() >= 96.5, "lenient F1 {:.2}", lenient.f1());
    assert!(strict.torn_share() <= 0.4, "torn {:.2} %", strict.torn_share());
}

#[test]
fn the_model_is_small_enough_for_the_wire() {
    // Compressed (brotli, quality 11) it has to stay below 2.0 MB; raw size is what can be checked here.
    assert!(MODEL.len() < 4_200_000, "{} bytes", MODEL.len());
}
