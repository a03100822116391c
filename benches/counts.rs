//! Times of each query that counts, at 22,500, 1, 2 and 10 million characters; 2 million are about a million
//! words.
//!
//! The corpus is the five pages, then repetitions of the same stories with one character in twenty exchanged
//! for another of the pages, so that new words and phrases keep appearing. Two numbers per query, each the
//! minimum of several: an answer that must lay out the scope and count it, and one after that. Run by `cargo
//! xtask bench counts`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a bench stops at the first surprise"
)]

use std::time::{Duration, Instant};

use duidu::corpus::Scope;
use duidu::engine::{
    Ask, CollocatesQuestion, ConcordanceQuestion, ContextUnit, Engine, KeynessQuestion, KeywordMethod,
    KeywordsQuestion, MeasuresQuestion, Near, NgramsQuestion, PhrasesQuestion, Query, ReadyQuestion,
    ReferenceCorpus, SortKey, StoriesQuestion, TermsQuestion, WordFilter, WordListQuestion,
};
use duidu::ingest::{Story, bundled_stories};

const SIZES: [usize; 4] = [22_500, 1_000_000, 2_000_000, 10_000_000];

fn main() {
    let queries = queries();
    let mut table: Vec<Vec<String>> = queries.iter().map(|(name, _)| vec![(*name).to_owned()]).collect();
    let mut heads = vec!["query".to_owned()];
    for size in SIZES {
        let mut engine = engine(size);
        // Segments the added stories.
        let cutting = timed(&mut engine, &StoriesQuestion { scope: Scope::All }.into());
        let tokens = tokens(&mut engine);
        heads.push(format!("{tokens} words: first"));
        heads.push("again".to_owned());
        eprintln!("{size} characters, {tokens} words: cut in {}", shown(cutting));
        for ((_, question), row) in queries.iter().zip(&mut table) {
            let (mut first, mut again) = (Duration::MAX, Duration::MAX);
            for round in 0..if size > 5_000_000 { 2 } else { 5 } {
                // One more story, so that the scope has to be laid out again.
                engine.add(Story { id: format!("empty-{round}-{}", row[0]), ..Story::default() });
                engine.handle(ReadyQuestion {}).unwrap();
                first = first.min(timed(&mut engine, question));
                again = again.min(timed(&mut engine, question)).min(timed(&mut engine, question));
            }
            row.extend([shown(first), shown(again)]);
        }
    }
    println!("| {} |", heads.join(" | "));
    println!("|{}", "---|".repeat(heads.len()));
    for row in table {
        println!("| {} |", row.join(" | "));
    }
}

fn queries() -> Vec<(&'static str, Query)> {
    let word = || "中國".to_owned();
    let find =
        |node: &str| ConcordanceQuestion { node: node.to_owned(), context: Some(20), ..Default::default() };
    let limit = Some(500);
    let page = |page: &str| {
        Scope::Filter(duidu::corpus::StoryFilter { page: Some(page.to_owned()), ..Default::default() })
    };
    let sort = vec![SortKey::Left(1), SortKey::Left(2), SortKey::Left(3)];
    let filter = WordFilter { pattern: "/.*國.*/".to_owned(), ..WordFilter::default() };
    vec![
        ("word list, 500 rows", WordListQuestion { limit, ..Default::default() }.into()),
        ("word list, all rows", WordListQuestion::default().into()),
        (
            "word list, all rows with their stories",
            WordListQuestion { by_story: true, ..Default::default() }.into(),
        ),
        (
            "word list, all rows, writings grouped",
            WordListQuestion { fold_variants: Some(true), ..Default::default() }.into(),
        ),
        ("word list by regex", WordListQuestion { filter, ..Default::default() }.into()),
        (
            "keyness, one page against all",
            KeynessQuestion {
                target: page("003"),
                reference: ReferenceCorpus::Scope(Scope::All),
                ..Default::default()
            }
            .into(),
        ),
        ("concordance of a word", find("中國").into()),
        ("the same, 500 rows", ConcordanceQuestion { limit, ..find("中國") }.into()),
        (
            "the same by L1 L2 L3, 10 words",
            ConcordanceQuestion { sort, limit, context: Some(10), unit: ContextUnit::Word, ..find("中國") }
                .into(),
        ),
        (
            "concordance of a word near another",
            ConcordanceQuestion {
                near: Some(Near { word: "的".to_owned(), left: 5, right: 5 }),
                limit,
                ..find("中國")
            }
            .into(),
        ),
        ("concordance of a phrase", find("兩國 關係").into()),
        ("concordance of a wildcard, 500 rows", ConcordanceQuestion { limit, ..find("*國") }.into()),
        ("concordance of a regex, 500 rows", ConcordanceQuestion { limit, ..find("/.+[國家]/") }.into()),
        (
            "concordance of a hostile regex",
            ConcordanceQuestion { limit, ..find("/((((.*)*)*)*)*國x/") }.into(),
        ),
        (
            "concordance of a part of speech, 500 rows",
            ConcordanceQuestion { limit, ..find("[tag=v*] [tag=n*]") }.into(),
        ),
        ("collocates", CollocatesQuestion { node: word(), ..Default::default() }.into()),
        ("collocates of 的", CollocatesQuestion { node: "的".to_owned(), ..Default::default() }.into()),
        ("n-grams of 2 to 4, 500 rows", NgramsQuestion { limit, ..Default::default() }.into()),
        ("phrases, 500 rows", PhrasesQuestion { limit, ..Default::default() }.into()),
        ("keywords by TF-IDF", KeywordsQuestion { id: "003-1".to_owned(), ..Default::default() }.into()),
        (
            "keywords by TextRank",
            KeywordsQuestion {
                id: "003-1".to_owned(),
                method: KeywordMethod::TextRank,
                ..Default::default()
            }
            .into(),
        ),
        ("measures of all stories", MeasuresQuestion { scope: Scope::All, fold_variants: false }.into()),
        ("terms, 500 rows", TermsQuestion { scope: Scope::All, limit }.into()),
    ]
}

/// Makes an engine with about this many characters.
fn engine(characters: usize) -> Engine {
    let mut engine =
        Engine::open(std::fs::read("static/model/segmenter.bin").unwrap(), |_, _, _| ()).unwrap();
    let stories = bundled_stories();
    let all: Vec<char> =
        stories.iter().flat_map(|story| &story.blocks).flat_map(|block| block.text.chars()).collect();
    let mut have = all.len();
    let mut state = 1u64;
    for round in 1.. {
        for story in &stories {
            if have >= characters {
                return engine;
            }
            let mut copy = story.clone();
            copy.id = format!("{}-{round}", story.id);
            for block in &mut copy.blocks {
                block.text = block.text.chars().map(|c| exchanged(c, &all, &mut state)).collect();
                have += block.text.chars().count();
            }
            engine.add(copy);
        }
    }
    engine
}

/// Exchanges one character in twenty, chosen by a congruential generator (Knuth's MMIX).
fn exchanged(c: char, all: &[char], state: &mut u64) -> char {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let number = (*state >> 33) as usize;
    if number.is_multiple_of(20) { all[number / 20 % all.len()] } else { c }
}

fn tokens(engine: &mut Engine) -> u32 {
    let question = WordListQuestion { limit: Some(1), ..Default::default() };
    engine.ask(question.query()).unwrap().tokens
}

/// Measures the time of one answer. A long one is timed by the processor time of this thread, if the system
/// reports it; a short one by the clock, since systems report in steps of some milliseconds.
fn timed(engine: &mut Engine, query: &Query) -> Duration {
    let query = query.clone();
    let (start, before) = (Instant::now(), spent());
    let answer = engine.handle(query).unwrap();
    let (clock, processor) = (start.elapsed(), spent().zip(before).map(|(after, before)| after - before));
    drop(answer);
    processor.filter(|_| clock > Duration::from_millis(20)).unwrap_or(clock)
}

fn spent() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
