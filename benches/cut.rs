//! Speed of un-wrapping pages and splitting them into stories, in millions of characters per second on one
//! core: each bundled page alone, and repeated in one text of 400,000 characters. Run by `cargo xtask bench
//! cut`.

use std::time::{Duration, Instant};

use duidu::ingest::{CutOptions, PAGES, cut};

const SIZE: usize = 400_000;

fn main() {
    println!("| page | characters | alone, Mchar/s | in a long text, Mchar/s |");
    println!("|---|---:|---:|---:|");
    for (name, page) in PAGES {
        let characters = page.chars().count();
        let times = SIZE / characters;
        let text = format!("{page}\n\n").repeat(times);
        let alone = least(200, || cut(page, CutOptions::default()).stories.len());
        let long = least(10, || cut(&text, CutOptions::default()).stories.len());
        let speed = |characters: usize, time: Duration| characters as f64 / time.as_secs_f64() / 1e6;
        println!(
            "| {name} | {characters} | {:.1} | {:.1} |",
            speed(characters, alone),
            speed(characters * times, long)
        );
    }
}

/// Returns the minimum time of some rounds.
fn least(rounds: usize, work: impl Fn() -> usize) -> Duration {
    (0..rounds)
        .map(|_| {
            let start = Instant::now();
            assert!(std::hint::black_box(work()) > 0);
            start.elapsed()
        })
        .min()
        .unwrap_or_default()
}
