//! Every statistic compared with values of SciPy, NLTK, NetworkX, lexicalrichness and mpmath, to nine digits.
//!
//! `tests/reference/make.py` gives the source of each value and rebuilds the table.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use duidu::analysis::{Subcorpus, text_rank, tf_idf};
use duidu::corpus::{BlockKind, BlockKinds, Document, Token, Tokens, Vocabulary};
use duidu::ingest::{Story, StoryBlock};
use duidu::stats::{self, Contingency, Cooccurrence, Nesting, Parts};
use duidu::text::Span;
use serde::Deserialize;
use serde::de::DeserializeOwned;

const VALUES: &str = include_str!("reference/values.tsv");

/// Parses the arguments of a line.
fn read<T: DeserializeOwned>(arguments: &str) -> T {
    // A JSON array of numbers, strings and arrays is also a TOML value.
    #[derive(Deserialize)]
    struct Line<T> {
        arguments: T,
    }
    toml::from_str::<Line<T>>(&format!("arguments = {arguments}")).unwrap().arguments
}

fn table(arguments: &str) -> Contingency {
    let [a, target, b, reference] = read(arguments);
    Contingency::new(a, target, b, reference)
}

fn pair(arguments: &str) -> Cooccurrence {
    let [together, node, collocate, pairs] = read(arguments);
    Cooccurrence { together, node, collocate, node_pairs: node, collocate_pairs: collocate, pairs }
}

fn parts(arguments: &str, measure: fn(&Parts<'_>, &[(u32, u32)]) -> f64) -> f64 {
    let [frequencies, sizes]: [Vec<u32>; 2] = read(arguments);
    let held: Vec<(u32, u32)> = (0..).zip(frequencies).filter(|&(_, count)| count > 0).collect();
    measure(&Parts::new(&sizes), &held)
}

fn numbered(words: &[String]) -> Vec<u32> {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    words
        .iter()
        .map(|word| {
            let next = numbers.len() as u32;
            *numbers.entry(word).or_insert(next)
        })
        .collect()
}

fn whole(arguments: &str, measure: fn(&[u32]) -> Option<f64>) -> f64 {
    let (words,): (Vec<String>,) = read(arguments);
    measure(&numbered(&words)).unwrap()
}

fn windowed(arguments: &str, measure: fn(&[u32], usize) -> Option<f64>) -> f64 {
    let (words, size): (Vec<String>, usize) = read(arguments);
    measure(&numbered(&words), size).unwrap()
}

/// Makes a subcorpus of one story with these words.
fn subcorpus(words: &[String]) -> Subcorpus {
    let mut vocabulary = Vocabulary::default();
    let mut start = 0;
    let all = words
        .iter()
        .map(|word| {
            let span = Span::new(start, start + word.len());
            start = span.end as usize;
            Token { span, word: vocabulary.intern(word), tag: 0, is_word: true }
        })
        .collect();
    let block = StoryBlock { kind: BlockKind::Paragraph, text: words.concat() };
    let document = Document::from(Story { blocks: vec![block], ..Story::default() });
    Subcorpus::new([(&document, &Tokens { all })], BlockKinds::ALL, None)
}

fn found(statistic: &str, arguments: &str) -> f64 {
    match statistic {
        "g2" => table(arguments).signed_g2(),
        "chi2" => table(arguments).signed_chi_squared(),
        "bic" => table(arguments).bic(),
        "logRatio" => table(arguments).log_ratio(),
        "diff" => table(arguments).percent_difference(),
        "oddsRatio" => table(arguments).odds_ratio(),
        "simpleMaths" => table(arguments).simple_maths(1.0),
        "smallestExpected" => table(arguments).smallest_expected(),
        "p" => stats::p_value(read::<[f64; 1]>(arguments)[0]),
        "mi" => pair(arguments).mutual_information(),
        "t" => pair(arguments).t_score(),
        "logDice" => pair(arguments).log_dice(),
        "associationG2" => pair(arguments).signed_g2(),
        "expected" => pair(arguments).expected(),
        "per10k" => {
            let [frequency, tokens] = read(arguments);
            stats::per_10k(frequency, tokens)
        }
        "cValue" => {
            let [words, frequency, inside, longer] = read(arguments);
            stats::c_value(words, frequency, Nesting { inside, longer })
        }
        "npmi" => {
            let [together, first, second, tokens] = read(arguments);
            stats::npmi(together, first, second, tokens)
        }
        "dp" => parts(arguments, |parts, held| parts.dp(held)),
        "juillandD" => parts(arguments, |parts, held| parts.juilland_d(held)),
        "benjaminiHochberg" => {
            let (p, at): (Vec<f64>, usize) = read(arguments);
            stats::benjamini_hochberg(&p)[at]
        }
        "ttr" => whole(arguments, stats::ttr),
        "mtld" => whole(arguments, stats::mtld),
        "mattr" => windowed(arguments, stats::mattr),
        "sttr" => windowed(arguments, stats::sttr),
        "textRank" => {
            let (words,): (Vec<String>,) = read(arguments);
            text_rank(&subcorpus(&words), 0, |_| true)[0].weight
        }
        other => panic!("no statistic is called {other}"),
    }
}

#[test]
fn every_statistic_has_its_reference_value() {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for line in VALUES.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let &[statistic, arguments, value] = columns.as_slice() else { panic!("{line}") };
        let value: f64 = value.parse().unwrap();
        let found = if statistic == "tfIdf" { weight(arguments) } else { found(statistic, arguments) };
        // SciPy computes G² of equal rates as a few times 1e-15 and not as 0.
        let near = (found - value).abs() <= (1e-9 * value.abs()).max(1e-13);
        assert!(near, "{statistic} {arguments}: {found} here, {value} there");
        *counts.entry(statistic).or_default() += 1;
    }
    assert_eq!(counts.len(), 26, "a statistic is missing: {counts:?}");
}

/// Computes the weight of a word that occurs `tf` times in a story, and in `df` of `stories` stories.
fn weight(arguments: &str) -> f64 {
    let [tf, df, stories]: [u32; 3] = read(arguments);
    let mut vocabulary = Vocabulary::default();
    let document = |words: u32| {
        let block = StoryBlock { kind: BlockKind::Paragraph, text: "詞".repeat(words as usize) };
        Document::from(Story { blocks: vec![block], ..Story::default() })
    };
    let (first, empty) = (document(tf), document(0));
    let word = vocabulary.intern("詞");
    let length = "詞".len();
    let token =
        |at: usize| Token { span: Span::new(at * length, (at + 1) * length), word, tag: 0, is_word: true };
    let tokens = Tokens { all: (0..tf as usize).map(token).collect() };
    let none = Tokens::default();
    let all = (0..stories).map(|at| if at == 0 { (&first, &tokens) } else { (&empty, &none) });
    tf_idf(&Subcorpus::new(all, BlockKinds::ALL, None), 0, |_| df, |_| true)[0].weight
}
