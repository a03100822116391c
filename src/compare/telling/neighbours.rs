//! The sentences of two texts that are worth weighing against each other.

use std::cmp::Reverse;

use super::contents::{Contents, Item};

/// The number of pairs up to which every two sentences are weighed.
const EVERY: usize = 4_096;

/// In longer texts, the maximum number of sentences kept for each sentence.
const KEPT: usize = 8;

/// In longer texts, the number of sentences from which a content leads to none of them.
const COMMON: usize = 24;

/// Returns true if texts of so many sentences are so short that every two sentences are weighed.
pub(super) fn is_short(a: usize, b: usize) -> bool {
    a.saturating_mul(b) <= EVERY
}

/// Returns pairs of sentences, in the order of `a`, then of `b`: all of short texts; of long ones those that share rare
/// contents, found through an index, so that the work grows with their length and not with its square.
pub(super) fn neighbours(contents: &Contents) -> Vec<(usize, usize)> {
    let (a, b) = (contents.a.len(), contents.b.len());
    if is_short(a, b) {
        return (0..a).flat_map(|own| (0..b).map(move |other| (own, other))).collect();
    }
    let mut pairs = nearest(contents, &contents.a, &contents.b);
    pairs.extend(nearest(contents, &contents.b, &contents.a).into_iter().map(|(b, a)| (a, b)));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Returns for each of `sentences` those of `others` with which it shares most weight of rare contents.
fn nearest(contents: &Contents, sentences: &[Vec<Item>], others: &[Vec<Item>]) -> Vec<(usize, usize)> {
    let mut index: Vec<Vec<usize>> = vec![Vec::new(); contents.len()];
    for (number, sentence) in others.iter().enumerate() {
        for item in sentence {
            let holders = index.get_mut(item.content as usize);
            holders
                .into_iter()
                .filter(|holders| holders.len() < COMMON)
                .for_each(|holders| holders.push(number));
        }
    }
    let mut sums = vec![0.0_f64; others.len()];
    let mut pairs = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let mut touched = Vec::new();
        for &item in sentence {
            let holders = index.get(item.content as usize).map(Vec::as_slice).unwrap_or_default();
            if holders.len() >= COMMON {
                continue;
            }
            let weight = contents.weight(item) * contents.weight(item);
            for &other in holders {
                let Some(sum) = sums.get_mut(other) else { continue };
                if *sum == 0.0 {
                    touched.push(other);
                }
                *sum += weight;
            }
        }
        let mut ranked: Vec<(Reverse<u64>, usize)> = touched
            .into_iter()
            .filter_map(|other| Some((Reverse(std::mem::take(sums.get_mut(other)?).to_bits()), other)))
            .collect();
        ranked.sort_unstable();
        pairs.extend(ranked.into_iter().take(KEPT).map(|(_, other)| (number, other)));
    }
    pairs
}
