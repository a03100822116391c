//! The plain cosine of sentences, cut at its best threshold: the measure to beat.

use std::collections::BTreeMap;

use duidu::text::{fold, is_word_character};

use crate::events::{Event, Link};
use crate::score::Score;

/// Characters and adjacent pairs of them, each with how often it occurs.
type Bag = BTreeMap<(char, Option<char>), f64>;

fn bag(sentence: &str) -> Bag {
    let chars: Vec<char> = fold(sentence).chars().filter(|&c| is_word_character(c)).collect();
    let mut bag = Bag::new();
    let pairs = chars.iter().zip(chars.iter().skip(1)).map(|(&first, &next)| (first, Some(next)));
    for feature in chars.iter().map(|&c| (c, None)).chain(pairs) {
        *bag.entry(feature).or_default() += 1.0;
    }
    bag
}

/// The cosine of every two sentences, each feature weighted by ln(1 + N / n).
pub(crate) fn cosines(event: &Event) -> Vec<(Link, f64)> {
    let bags = |sentences: &[String]| sentences.iter().map(|sentence| bag(sentence)).collect::<Vec<_>>();
    let (mut a, mut b) = (bags(&event.a.sentences), bags(&event.b.sentences));
    let mut frequencies: BTreeMap<_, f64> = BTreeMap::new();
    for feature in a.iter().chain(&b).flat_map(Bag::keys) {
        *frequencies.entry(*feature).or_default() += 1.0;
    }
    let sentences = (a.len() + b.len()) as f64;
    for bag in a.iter_mut().chain(&mut b) {
        bag.iter_mut().for_each(|(feature, count)| *count *= (1.0 + sentences / frequencies[feature]).ln());
    }
    let dot = |x: &Bag, y: &Bag| x.iter().filter_map(|(key, own)| Some(own * y.get(key)?)).sum::<f64>();
    let cosine = |x: &Bag, y: &Bag| dot(x, y) / (dot(x, x) * dot(y, y)).sqrt();
    let every = a
        .iter()
        .enumerate()
        .flat_map(|(i, x)| b.iter().enumerate().map(move |(j, y)| ((i, j), (x, y))).collect::<Vec<_>>());
    every.map(|(link, (x, y))| (link, cosine(x, y))).collect()
}

/// The score at the threshold that is best for these very events.
pub(crate) fn at_its_best(events: &[Event], scores: &[Vec<(Link, f64)>]) -> (Score, f64) {
    let at = |threshold: f64| {
        let mut score = Score::default();
        for (event, scores) in events.iter().zip(scores) {
            let found: Vec<Link> =
                scores.iter().filter(|found| found.1 >= threshold).map(|found| found.0).collect();
            score.add(&event.links(), &found);
        }
        (score, threshold)
    };
    let all = (1..1000).map(|thousandth| at(f64::from(thousandth) / 1000.0));
    all.max_by(|x, y| x.0.f1().total_cmp(&y.0.f1())).unwrap()
}
