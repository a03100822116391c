//! Groups of stories that tell one event, however freely.
//!
//! Stories that may tell one event are found through an index of adjacent characters, the rare ones weighing most; two are
//! joined if their sentences are as like as those of two papers on one event are.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::contents::Contents;
use super::likeness::Likeness;
use crate::compare::joined::Joined;
use crate::compare::side::Dated;
use crate::compare::units::Alphabet;
use crate::text::{date_parts, day_number, saturating_u32};

/// Stories that tell one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The stories by number, two or more, in order.
    pub stories: Vec<usize>,
    /// Those of them that are nearly the same text.
    pub copies: Vec<Copies>,
}

/// Two stories that are nearly the same text: one added twice, or an older version.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Copies {
    /// The first story.
    pub a: usize,
    /// The second.
    pub b: usize,
    /// The share of the sentences of `a` that are nearly the same in `b`, 0 to 1.
    pub a_in_b: f64,
    /// The share of the sentences of `b` that are nearly the same in `a`.
    pub b_in_a: f64,
}

/// The mean cosine of the likest sentences from which two stories tell one event ([`Likeness::kinship`]).
const SAME_EVENT: f64 = 0.085;

/// The same where each is the likest of the other: then no third story comes between them.
const SAME_EVENT_OF_LIKEST: f64 = 0.07;

/// The number of days between two papers on one event; later ones tell what followed.
const DAYS: u64 = 4;

/// The mean share of nearly equal sentences from which two stories are nearly the same text.
const SAME_TEXT: f64 = 0.8;

/// The cosine of whole stories from which their sentences are looked at.
const WORTH: f64 = 0.03;

/// The maximum number of stories that are looked at for each story.
const KEPT: usize = 6;

/// The maximum number of stories that an adjacent pair of characters leads to; more common ones tell no event.
const COMMON: usize = 64;

/// Finds the events that two or more stories tell, in the order of their first stories.
pub fn told_events(stories: &[Dated<'_>]) -> Vec<Event> {
    let mut joined = Joined::new(stories.len());
    let mut copies: Vec<Copies> = Vec::new();
    let mut kin: Vec<(usize, usize, f64)> = Vec::new();
    for (a, b) in nearest(stories) {
        let (Some(&own), Some(&other)) = (stories.get(a), stories.get(b)) else { continue };
        let likeness = Likeness::of(&Contents::collect(own.side, other.side));
        let (a_in_b, b_in_a) = likeness.copied();
        if (a_in_b + b_in_a) / 2.0 >= SAME_TEXT {
            copies.push(Copies { a, b, a_in_b, b_in_a });
            joined.join(saturating_u32(a), saturating_u32(b));
        } else if !own.is_of_issue(other) && days_between(own.date, other.date) <= DAYS {
            kin.push((a, b, likeness.kinship()));
        }
    }
    for (a, b) in same_events(&kin, stories.len()) {
        joined.join(saturating_u32(a), saturating_u32(b));
    }
    let mut events: Vec<Event> = Vec::new();
    for (story, group) in joined.numbered().into_iter().enumerate() {
        let group = group as usize;
        if events.len() <= group {
            events.push(Event { stories: Vec::new(), copies: Vec::new() });
        }
        events.get_mut(group).into_iter().for_each(|event| event.stories.push(story));
    }
    events.retain(|event| event.stories.len() > 1);
    for event in &mut events {
        event.copies = copies.iter().filter(|found| event.stories.contains(&found.a)).copied().collect();
    }
    events
}

/// Returns the pairs that tell one event, of those with their kinship.
fn same_events(kin: &[(usize, usize, f64)], stories: usize) -> Vec<(usize, usize)> {
    let mut likest = vec![0.0_f64; stories];
    for &(a, b, kinship) in kin {
        for story in [a, b] {
            likest.get_mut(story).into_iter().for_each(|most| *most = most.max(kinship));
        }
    }
    let is_likest = |story: usize, kinship: f64| likest.get(story).is_some_and(|&most| kinship >= most);
    let is_one = |&&(a, b, kinship): &&(usize, usize, f64)| {
        kinship >= SAME_EVENT
            || kinship >= SAME_EVENT_OF_LIKEST && is_likest(a, kinship) && is_likest(b, kinship)
    };
    kin.iter().filter(is_one).map(|&(a, b, _)| (a, b)).collect()
}

/// Returns the number of days from one day of issue to another; 0 if one is unknown.
fn days_between(a: &str, b: &str) -> u64 {
    let number = |date: &str| date_parts(date).map(|(year, month, day)| day_number(year, month, day));
    number(a).zip(number(b)).map_or(0, |(a, b)| a.abs_diff(b))
}

/// Returns the pairs of stories whose sentences are worth looking at, in order.
fn nearest(stories: &[Dated<'_>]) -> Vec<(usize, usize)> {
    let (bags, features) = bags(stories);
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); features];
    for (story, bag) in (0..).zip(&bags) {
        for &feature in bag {
            holders.get_mut(feature as usize).into_iter().for_each(|holders| holders.push(story));
        }
    }
    let weight = |feature: u32| {
        let holders = holders.get(feature as usize).map_or(0, Vec::len);
        libm::log(1.0 + stories.len() as f64 / holders.max(1) as f64)
    };
    let norm =
        |bag: &Vec<u32>| libm::sqrt(bag.iter().map(|&feature| weight(feature) * weight(feature)).sum());
    let norms: Vec<f64> = bags.iter().map(norm).collect();
    let mut sums = vec![0.0_f64; stories.len()];
    let mut pairs = Vec::new();
    for (story, bag) in bags.iter().enumerate() {
        let mut touched: Vec<u32> = Vec::new();
        for &feature in bag {
            let holders = holders.get(feature as usize).map(Vec::as_slice).unwrap_or_default();
            if holders.len() > COMMON || holders.len() < 2 {
                continue;
            }
            let square = weight(feature) * weight(feature);
            for &other in holders {
                let Some(sum) = sums.get_mut(other as usize) else { continue };
                if *sum == 0.0 {
                    touched.push(other);
                }
                *sum += square;
            }
        }
        let mut ranked: Vec<(Reverse<u64>, usize)> = Vec::new();
        for other in touched.into_iter().map(|other| other as usize) {
            let sum = sums.get_mut(other).map(std::mem::take).unwrap_or_default();
            let norms = norms.get(story).zip(norms.get(other)).map_or(0.0, |(own, other)| own * other);
            if other != story && sum >= WORTH * norms {
                ranked.push((Reverse((sum / norms).to_bits()), other));
            }
        }
        ranked.sort_unstable();
        pairs.extend(ranked.into_iter().take(KEPT).map(|(_, other)| (story.min(other), story.max(other))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Returns the numbers of the adjacent pairs of units in each story, each once, and how many different ones there are.
fn bags(stories: &[Dated<'_>]) -> (Vec<Vec<u32>>, usize) {
    let mut alphabet = Alphabet::default();
    let mut numbers: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut of_story = |story: &Dated<'_>| -> Vec<u32> {
        let units = alphabet.units(story.side).all;
        let told =
            || units.iter().filter(|unit| unit.kind.is_content() && !unit.is_dateline).map(|unit| unit.key);
        let pairs = told().zip(told().skip(1));
        let mut bag: Vec<u32> = pairs
            .map(|pair| {
                let next = saturating_u32(numbers.len());
                *numbers.entry(pair).or_insert(next)
            })
            .collect();
        bag.sort_unstable();
        bag.dedup();
        bag
    };
    let bags = stories.iter().map(&mut of_story).collect();
    (bags, numbers.len())
}
