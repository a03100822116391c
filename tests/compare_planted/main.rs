//! Edits of every type planted into real and made-up stories, and the share of them that a comparison finds.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod plant;
#[path = "../planted/random.rs"]
mod random;
#[path = "../planted/score.rs"]
mod score;
mod story;

use duidu::compare::DifferenceType;
use plant::{Kin, plant};
use random::Random;
use score::Score;
use story::{Cutting, Dictionary, made_up, page};

const PAGES: [&str; 3] = ["000_1acd9418225d3d8c.txt", "001_00ce75a9a00b166d.txt", "004_3471ded64a836b0b.txt"];

#[test]
fn planted_edits_are_found_and_none_is_invented() {
    let dictionary = Dictionary::read();
    let kin = Kin::all();
    for (cutting, overall, each) in
        [(Cutting::Longest, 0.95, 0.90), (Cutting::Characters, 0.95, 0.90), (Cutting::Twos, 0.90, 0.80)]
    {
        let mut score = Score::default();
        for seed in 0..6 {
            let mut of_seed = Score::default();
            let mut random = Random(seed);
            let mut stories: Vec<_> = PAGES.iter().map(|name| page(name, &dictionary)).collect();
            stories.push(made_up(&mut random, &dictionary, 20));
            for story in stories {
                let planted = plant(&story, &mut random, &dictionary, &kin, 50, 2);
                of_seed.add(&planted, |text| dictionary.tokens(text, cutting));
            }
            println!("{cutting:?} {seed}: {}", of_seed.line());
            score.merge(of_seed);
        }
        let (recall, precision) = score.overall();
        assert!(recall >= overall && precision >= overall, "{cutting:?}\n{score}");
        for kind in DifferenceType::ALL {
            let (recall, precision) = score.of(kind);
            assert!(recall >= each && precision >= each, "{cutting:?} {kind:?}\n{score}");
        }
        let (recall, precision) = score.moves();
        assert!(recall >= each && precision >= each, "{cutting:?} moves\n{score}");
        let (recall, precision) = score.alone();
        assert!(recall >= each && precision >= each, "{cutting:?} sentences of one side\n{score}");
    }
}
