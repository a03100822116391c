//! Edits of every type planted, several to a sentence, into texts of many kinds, as by a careless rewriter.
//!
//! Unlike `compare_planted` this works with tables of real newsroom substitutions, moves adjacent as well as
//! distant passages, writes the numbers of a text in other formats, omits and inserts sentences of two
//! letters, splits and joins sentences, and leaves as little as one word between two edits. If `PLANT_TEXTS`
//! names files (one paragraph per line, stories separated by empty lines), their stories are included;
//! `PLANT_KIND`, `PLANT_PROFILE`, `PLANT_SEEDS` and `ERRORS` (the number to print) select one part for
//! inspection.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod numbers;
mod plant;
#[path = "../planted/random.rs"]
mod random;
#[path = "../planted/score.rs"]
mod score;
mod tables;
mod texts;

use duidu::compare::DifferenceType;
use plant::{Profile, plant};
use random::Random;
use score::Score;
use texts::{Cutter, Kind};

const PROFILES: [Profile; 5] = [
    Profile { name: "light", sentences: 30, most: 1, gap: 2, moves: 1, near: 0, joints: 0, whole: 4 },
    Profile { name: "plain", sentences: 50, most: 2, gap: 2, moves: 2, near: 1, joints: 4, whole: 8 },
    Profile { name: "dense", sentences: 70, most: 4, gap: 1, moves: 2, near: 1, joints: 6, whole: 10 },
    Profile { name: "close", sentences: 60, most: 3, gap: 0, moves: 0, near: 0, joints: 4, whole: 20 },
    Profile { name: "moved", sentences: 10, most: 1, gap: 2, moves: 6, near: 3, joints: 0, whole: 4 },
];

#[test]
fn hostile_edits_are_found_and_none_is_invented() {
    let cutter = Cutter::open();
    let seeds = std::env::var("PLANT_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(1);
    let mut all = Score::default();
    let only = |name: &str, value: &str| std::env::var(name).is_ok_and(|only| only != value);
    for kind in Kind::ALL {
        for profile in PROFILES {
            if only("PLANT_KIND", &format!("{kind:?}")) || only("PLANT_PROFILE", profile.name) {
                continue;
            }
            let mut score = Score::default();
            for seed in 0..seeds {
                for story in texts::stories(kind, seed) {
                    let mut random = Random(seed * 7919 + story.len() as u64);
                    let planted = plant(&story, &mut random, &cutter, profile);
                    for accurate in [false, true] {
                        score.add(&planted, |text| cutter.tokens(text, accurate));
                    }
                }
            }
            println!("== {kind:?} {}: {}", profile.name, score.line());
            all.merge(score);
        }
    }
    println!("{all}");
    let (recall, precision) = all.overall();
    assert!(recall >= 0.95 && precision >= 0.95, "{all}");
    for kind in DifferenceType::ALL {
        let (recall, precision) = all.of(kind);
        assert!(recall >= 0.90 && precision >= 0.90, "{kind:?}\n{all}");
    }
    let (recall, precision) = all.moves();
    assert!(recall >= 0.90 && precision >= 0.90, "moves\n{all}");
    let (recall, precision) = all.alone();
    assert!(recall >= 0.90 && precision >= 0.90, "sentences of one side\n{all}");
}
