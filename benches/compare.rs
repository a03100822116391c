//! Times of comparisons: two texts of up to 400,000 characters with 10 % edits and three moved blocks,
//! aligned with typed differences; and up to 2,000 stories all against all. Run by `cargo bench --bench
//! compare`.
//!
//! The texts repeat the running text of the five pages, with characters exchanged by a fixed rule so that no
//! page occurs twice. Each number is the minimum of several.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a bench stops at the first surprise"
)]

use std::fs;
use std::time::{Duration, Instant};

use duidu::compare::{MINIMUM_RUN, SharedRun, shared_runs};
use duidu::corpus::{BlockKind, Scope};
use duidu::engine::{
    Ask, CompareQuestion, Engine, EventsQuestion, ReadyQuestion, SimilarityQuestion, SourcesQuestion,
};
use duidu::ingest::{Story, StoryBlock, bundled_stories};

/// A SplitMix64 generator (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }
}

/// Makes paragraphs of `size` characters in all.
fn paragraphs(size: usize, random: &mut Random) -> Vec<String> {
    let stories = bundled_stories();
    let blocks: Vec<&str> = stories
        .iter()
        .flat_map(|story| &story.blocks)
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| block.text.as_str())
        .collect();
    let letters: Vec<char> = blocks.concat().chars().collect();
    let (mut all, mut length) = (Vec::new(), 0);
    while length < size {
        for block in &blocks {
            let changed: String = block
                .chars()
                .map(|c| {
                    if "，。、！？；：「」".contains(c) || random.below(4) > 0 {
                        c
                    } else {
                        letters[random.below(letters.len())]
                    }
                })
                .collect();
            length += changed.chars().count();
            all.push(changed);
            if length >= size {
                break;
            }
        }
    }
    all
}

/// Makes a copy with one character in ten exchanged, left out or inserted, in runs of two, and three blocks
/// moved.
fn edited(paragraphs: &[String], random: &mut Random) -> Vec<String> {
    let mut edited: Vec<String> = paragraphs
        .iter()
        .map(|paragraph| {
            let mut out = String::new();
            let mut chars = paragraph.chars();
            while let Some(c) = chars.next() {
                match random.below(60) {
                    0 => _ = chars.next(),
                    1 => out.extend(['新', '加', c]),
                    2 => {
                        out.extend(['改', '動']);
                        chars.next();
                    }
                    _ => out.push(c),
                }
            }
            out
        })
        .collect();
    let block = edited.len() / 20;
    for _ in 0..if block > 0 { 3 } else { 0 } {
        let from = random.below(edited.len() - block);
        let moved: Vec<String> = edited.drain(from..from + block).collect();
        let to = random.below(edited.len());
        edited.splice(to..to, moved);
    }
    edited
}

fn story(id: &str, paragraphs: &[String]) -> Story {
    let blocks =
        paragraphs.iter().map(|text| StoryBlock { kind: BlockKind::Paragraph, text: text.clone() }).collect();
    Story { id: id.to_owned(), blocks, ..Story::default() }
}

fn least(rounds: usize, mut work: impl FnMut()) -> Duration {
    let once = |_| {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..rounds).map(once).min().unwrap()
}

fn main() {
    let model = fs::read("static/model/segmenter.bin").unwrap();
    println!("two texts, 10 % edits, three blocks moved");
    for size in [25_000, 50_000, 100_000, 200_000, 400_000] {
        let mut random = Random(7);
        let own = paragraphs(size, &mut random);
        let other = edited(&own, &mut random);
        let mut engine = Engine::open(model.clone(), |_, _, _| ()).unwrap();
        engine.add(story("a", &own));
        engine.add(story("b", &other));
        engine.handle(ReadyQuestion {}).unwrap();
        let question = || CompareQuestion {
            a: "a".to_owned(),
            b: "b".to_owned(),
            fold_variants: false,
            ignore_punctuation: false,
            min_run: None,
        };
        let mut found = None;
        let compared = least(3, || found = Some(engine.ask(question().query()).unwrap()));
        let Some(found) = found else { panic!("a comparison was asked for") };
        let differences: usize = found.pairs.iter().map(|pair| pair.differences.len()).sum();
        let (own, other) = (own.concat(), other.concat());
        let mut runs: (Vec<SharedRun>, usize) = Default::default();
        let drawn = least(3, || runs = shared_runs(&own, &other, 8, 5_000));
        println!(
            "{size:>7} characters: compare {compared:>9.1?} ({} pairs, {} related, {} moved, {differences} differences), dot plot {drawn:>9.1?} ({} runs)",
            found.pairs.len(),
            found.related.len(),
            found.facts.moved,
            runs.1
        );
    }
    println!("stories all against all");
    for stories in [250, 500, 1_000, 2_000] {
        let mut random = Random(11);
        let all = paragraphs(stories * 800, &mut random);
        let mut engine = Engine::open(model.clone(), |_, _, _| ()).unwrap();
        let each = all.len() / stories;
        for (number, of_story) in all.chunks(each.max(1)).take(stories).enumerate() {
            engine.add(story(&format!("s{number}"), of_story));
        }
        engine.handle(ReadyQuestion {}).unwrap();
        let matrix = || SimilarityQuestion { scope: Scope::All, min_run: MINIMUM_RUN };
        let sources = || SourcesQuestion {
            id: "003-1".to_owned(),
            scope: Scope::All,
            partners: SourcesQuestion::PARTNERS,
            min_run: SourcesQuestion::MIN_RUN,
        };
        let held = least(2, || _ = engine.handle(matrix()).unwrap());
        let found = least(2, || _ = engine.handle(sources()).unwrap());
        let events = || EventsQuestion { scope: Scope::All };
        let grouped = least(2, || _ = engine.handle(events()).unwrap());
        println!(
            "{stories:>7} stories: similarity {held:>9.1?}, events {grouped:>9.1?}, sources of one {found:>9.1?}"
        );
    }
}
