//! Margins compared with an enumeration of all readings of a sentence.

use super::*;
use crate::segment::rules::RuleUnits;
use crate::segment::{AccurateSegmenter, Segmenter, TokenSpan};
use proptest::prelude::*;
use std::sync::LazyLock;

static SEGMENTER: LazyLock<AccurateSegmenter> = LazyLock::new(|| {
    AccurateSegmenter::open(include_bytes!("../../../../static/model/segmenter.bin").to_vec()).unwrap()
});

type Word = (usize, usize);
type Words = [Word];
type Reading = (i32, Vec<Word>);

/// Enumerates every segmentation of a sentence in the lattice, with its score, added up word by word.
fn readings(scratch: &Scratch, model: &Model) -> Vec<Reading> {
    let units = scratch.len();
    let mut readings = Vec::new();
    'reading: for bits in 0..1_u32 << (units - 1) {
        let (mut words, mut start) = (Vec::new(), 0);
        for end in 1..=units {
            if end == units || bits >> (end - 1) & 1 == 1 {
                words.push((start, end));
                start = end;
            }
        }
        let (mut score, mut before) = (0, 1);
        for &(start, end) in &words {
            let Some(word) = scratch.word_by_roles(model, start, end) else { continue 'reading };
            let class = usize::from(end - start == 1);
            score += model.follows(before, class) + word;
            before = class;
        }
        readings.push((score, words));
    }
    readings
}

fn best(readings: &[Reading], has: impl Fn(&Words) -> bool) -> Option<&Reading> {
    readings.iter().filter(|(_, words)| has(words)).max_by_key(|(score, _)| *score)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn margins_are_those_of_all_readings_compared_one_by_one(
        text in "[王小明天下雨水中國家長大學生活動手心的了在是一二年月3，·]{1,9}",
    ) {
        let model = &SEGMENTER.model;
        let mut scratch = Scratch::default();
        scratch.clear();
        RuleUnits::new(&text).for_each(|unit| scratch.push(unit));
        scratch.decode(model);
        let mut look = Margins::default();
        look.look_back(&scratch, model);
        let readings = readings(&scratch, model);
        let score = |has: &dyn Fn(&Words) -> bool| best(&readings, has).map(|reading| reading.0);
        let expected = |with: Option<i32>, without: Option<i32>| match (with, without) {
            (Some(with), Some(without)) => Some(with - without),
            (Some(_), None) => Some(CERTAIN),
            (None, _) => None,
        };
        for place in 1..scratch.len() {
            let has = |words: &Words| words.iter().any(|word| word.1 == place);
            let margin = expected(score(&has), score(&|words| !has(words)));
            prop_assert_eq!(Some(look.of_boundary(&scratch, place)), margin);
        }
        for start in 0..scratch.len() {
            for end in start + 1..=scratch.len() {
                let has = |words: &Words| words.contains(&(start, end));
                let margin = expected(score(&has), score(&|words| !has(words)));
                prop_assert_eq!(look.of_word(&scratch, model, start, end), margin);
            }
        }
        // The other reading lacks the word, agrees at both ends, and has the highest score of those that lack
        // it.
        let found: Vec<Word> = scratch.words().collect();
        for &(start, end) in &found {
            let Some((without, _)) = best(&readings, |words| !words.contains(&(start, end))) else { continue };
            let other = look.other(&scratch, model, start, end);
            let (first, last) = (other[0].0, other[other.len() - 1].1);
            prop_assert!(!other.contains(&(start, end)));
            prop_assert!(first <= start && last >= end);
            prop_assert!(other.windows(2).all(|pair| pair[0].1 == pair[1].0));
            let has = |words: &Words| other.iter().all(|word| words.contains(word));
            prop_assert_eq!(score(&has), Some(*without));
        }
    }

    #[test]
    fn words_with_margins_are_the_words(
        text in "\\PC{0,60}|[王小明天下雨水中國家長大學生活動的了在是，。 \n]{0,80}",
    ) {
        let (mut plain, mut tokens, mut margins) = (Vec::new(), Vec::new(), Vec::new());
        SEGMENTER.segment(&text, &mut plain);
        SEGMENTER.segment_with_margins(&text, &mut tokens, &mut margins);
        prop_assert_eq!(&plain, &tokens);
        prop_assert_eq!(tokens.len(), margins.len());
        let boundaries = SEGMENTER.boundaries(&text);
        let inside = |token: &TokenSpan, at: u32| token.span.start < at && at < token.span.end;
        for (token, &margin) in tokens.iter().zip(&margins) {
            let around = boundaries.iter().filter(|place| token.span.start <= place.at && place.at <= token.span.end);
            let least = around.map(|place| {
                if inside(token, place.at) { -place.margin } else { place.margin }
            });
            prop_assert_eq!(margin, least.min().unwrap_or(CERTAIN));
        }
        for doubt in SEGMENTER.doubts(&text, 60) {
            prop_assert_eq!(margins[doubt.token], doubt.margin);
            prop_assert!(doubt.span().contains(tokens[doubt.token].span));
            let words: String = doubt.words.iter().map(|word| word.span.of(&text)).collect();
            prop_assert_eq!(words, doubt.span().of(&text));
        }
    }
}

#[test]
fn every_place_where_a_form_may_be_a_word_is_returned_with_its_margin() {
    let text = "大學生活。大學，生活大，學";
    let found = SEGMENTER.margins_of(text, "大學");
    let starts: Vec<u32> = found.iter().map(|(span, _)| span.start).collect();
    assert_eq!(starts, [0, 15]);
    assert!(found[1].1 > 0);
    assert!(SEGMENTER.margins_of(text, "").is_empty());
    assert!(SEGMENTER.margins_of(text, "不在").is_empty());
}

#[test]
fn the_other_reading_is_bounded_where_the_two_never_meet() {
    let text = "中".repeat(3000);
    let doubts = SEGMENTER.doubts(&text, CERTAIN);
    assert!(doubts.iter().all(|doubt| doubt.span().of(&text).chars().count() < 4 * REACH + 32));
}
