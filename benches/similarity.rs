//! How long stories take that are compared all against all, and how much memory: up to 60,000 stories of some 500
//! characters, in which papers copy each other and agencies say the same. Run by `cargo bench --bench similarity`; numbers
//! behind `--` are numbers of stories.
//!
//! Words are drawn from 40,000 by Zipf's law, so that texts share words and short runs as texts do. Of *news* a tenth of the
//! stories take over most of an earlier one with changes, a tenth a passage of one, a third begin with one of twenty agency
//! formulae, and all of one paper in four end with its notice of rights. Three more corpora are as hard as can be: under
//! each story the same *notice*; one story over and over, of which each has *copies* of some sentences and its own of others;
//! a *form* that is filled in anew each day. Memory is what the engine holds beyond the texts, at most, as the allocator
//! counts it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench stops at the first surprise")]
#![allow(unsafe_code, reason = "only an allocator can count what is allocated")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;

use duidu::compare::MINIMUM_RUN;
use duidu::corpus::{BlockKind, Scope};
use duidu::engine::{Answer, Engine, SimilarityQuestion};
use duidu::ingest::{Story, StoryBlock};

/// The system's allocator, which knows how much it gave away and how much that was at most.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: everything is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(now, Relaxed);
        // SAFETY: the caller's promise is ours.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Between 0 and 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

const WORDS: usize = 40_000;

struct Paper {
    random: Random,
    words: Vec<String>,
    formulae: Vec<String>,
    notices: Vec<String>,
    texts: Vec<String>,
}

impl Paper {
    fn new() -> Self {
        let mut random = Random(5);
        let mut letter = || char::from_u32(0x4E00 + random.below(6_000) as u32).unwrap();
        let words = (0..WORDS).map(|at| (0..1 + (at > 400) as usize + at % 2).map(|_| letter()).collect());
        let words: Vec<String> = words.collect();
        let mut paper = Self { random, words, formulae: Vec::new(), notices: Vec::new(), texts: Vec::new() };
        paper.formulae = (0..20).map(|_| paper.sentence(8)).collect();
        paper.notices = (0..4).map(|_| paper.sentence(20)).collect();
        paper
    }

    /// Zipf's law with exponent 1: the logarithm of the rank is spread evenly.
    fn word(&mut self) -> usize {
        ((WORDS as f64).powf(self.random.share()) as usize).min(WORDS) - 1
    }

    fn sentence(&mut self, words: usize) -> String {
        let mut sentence: String = (0..words)
            .map(|_| {
                let word = self.word();
                self.words[word].clone()
            })
            .collect();
        sentence.push('。');
        sentence
    }

    fn body(&mut self) -> String {
        let sentences = 10 + self.random.below(20);
        (0..sentences)
            .map(|_| {
                let words = 6 + self.random.below(14);
                self.sentence(words)
            })
            .collect()
    }

    fn story(&mut self, kind: &str) -> String {
        match kind {
            "news" => self.news(),
            "notice" => self.body() + &self.notices[0],
            "copies" => {
                let original = self.texts.first().cloned().unwrap_or_else(|| self.body());
                self.copied(&original)
            }
            "form" => {
                let form = self.texts.first().cloned().unwrap_or_else(|| self.body());
                form.split_inclusive('。').map(|part| format!("{part}{}", self.random.below(40))).collect()
            }
            other => panic!("no corpus is named {other}"),
        }
    }

    /// Most sentences of a story, one in eight in other words.
    fn copied(&mut self, original: &str) -> String {
        let parts = original.split_inclusive('。');
        parts
            .map(|part| if self.random.below(8) == 0 { self.sentence(10) } else { part.to_owned() })
            .collect()
    }

    fn news(&mut self) -> String {
        let known = self.texts.len();
        let mut text = match (self.random.below(10), known) {
            (0, 1..) => {
                let original = self.texts[known - 1 - self.random.below(known.min(300))].clone();
                self.copied(&original)
            }
            (1, 1..) => {
                let original = self.texts[self.random.below(known)].clone();
                let quoted: String = original.split_inclusive('。').skip(3).take(2).collect();
                self.body() + &quoted
            }
            _ => self.body(),
        };
        if self.random.below(3) == 0 {
            let formula = self.random.below(20);
            text.insert_str(0, &self.formulae[formula]);
        }
        // The first of four papers has a notice under every story.
        if known.is_multiple_of(4) {
            text.push_str(&self.notices[known / 4 % 4]);
        }
        text
    }
}

fn main() {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|given| given.parse().ok()).collect();
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let usual = [
        ("news", vec![1_000, 5_000, 10_000, 20_000, 60_000]),
        ("notice", vec![20_000]),
        ("copies", vec![20_000]),
        ("form", vec![2_000, 5_000]),
    ];
    let all = usual.into_iter().flat_map(|(kind, usual)| {
        let sizes = if asked.is_empty() { usual } else { asked.clone() };
        sizes.into_iter().map(move |stories| (kind, stories))
    });
    for (kind, stories) in all {
        let mut engine = Engine::open(model.clone(), |_, _, _| ()).unwrap();
        let mut papers = Paper::new();
        let mut characters = 0;
        for number in 0..stories {
            let text = papers.story(kind);
            characters += text.chars().count();
            let blocks = vec![StoryBlock { kind: BlockKind::Paragraph, text: text.clone() }];
            let page = format!("p{}", number % 4);
            engine.add(Story { id: format!("s{number}"), page, blocks, ..Story::default() });
            papers.texts.push(text);
        }
        drop(papers);
        let before = NOW.load(Relaxed);
        MOST.store(before, Relaxed);
        let start = Instant::now();
        let query = SimilarityQuestion { scope: Scope::All, min_run: MINIMUM_RUN }.into();
        let (mut last, mut longest) = (Instant::now(), 0.0_f64);
        engine.warm_matrix(&query, |_, _, _| {
            longest = longest.max(last.elapsed().as_secs_f64());
            last = Instant::now();
        });
        let Ok(Answer::Similarity(found)) = engine.handle(query) else { panic!("it was asked for") };
        let groups = found.groups.iter().max().map_or(0, |last| last + 1);
        println!(
            "{kind:<6} {stories:>7} stories, {characters:>9} characters: {:>6.2} s, {:>5} MB at most, {:>4} MB kept, {longest:.2} s between two reports; \
             {groups} groups, {} pairs from {} to {}",
            start.elapsed().as_secs_f64(),
            (MOST.load(Relaxed) - before) >> 20,
            (NOW.load(Relaxed) - before) >> 20,
            found.pairs.len(),
            found.pairs.first().map_or(0.0, |pair| pair.share),
            found.pairs.last().map_or(0.0, |pair| pair.share),
        );
    }
}
