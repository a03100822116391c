//! Times of a researcher's questions about two corpora of 5,000 small files each, which lie in two folders: laid out and
//! counted for the first time, and again; and of facts given to all files at once. Run by `cargo bench
//! --no-default-features --bench corpora`.

use std::fmt::Write as _;
use std::time::Instant;

use duidu::corpus::{Scope, StoryFilter};
use duidu::engine::{
    CollocatesQuestion, ConcordanceQuestion, ContextUnit, EditTexts, Engine, KeynessQuestion,
    MeasuresQuestion, NgramsQuestion, PhrasesQuestion, Query, ReferenceCorpus, SortKey, StoriesQuestion,
    TextEdit, TextsQuestion, WordListQuestion,
};
use duidu::ingest::{CutOptions, PAGES, Page, Source};

const FILES: usize = 10_000;

/// Number of characters of a file.
const LENGTH: usize = 300;

/// Opinions on a park, for one folder each.
const FOLDERS: [(&str, &str); 2] = [
    ("支持", "居民贊成興建公園，認為公園帶來好處，並期望工程早日完成。"),
    ("反對", "居民憂慮興建公園，擔心公園帶來噪音，並要求工程立即停止。"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut engine = Engine::open(std::fs::read("static/model/segmenter.bin")?, |_, _, _| ())?;
    let text: Vec<char> = PAGES.iter().flat_map(|(_, text)| text.chars()).filter(|c| *c != '\n').collect();
    for number in 0..FILES {
        let (folder, opinion) = FOLDERS[number % 2];
        let from = (number * 97) % (text.len() - LENGTH);
        let body: String = text[from..from + LENGTH].iter().collect();
        let source = Source {
            name: format!("{folder}/2025-01-{:02}_晨報_{number}.txt", number % 28 + 1),
            text: format!("公園工程第{number}期\n\n{opinion}{body}。\n"),
            ..Source::default()
        };
        engine.add_page(Page::new(source, None, CutOptions::default()));
    }
    let mut times = Times(engine);
    println!("| question | first | again |");
    println!("|---|---:|---:|");
    times.of("stories, segmented", StoriesQuestion { scope: Scope::own(true) }.into())?;
    for (name, query) in questions() {
        times.of(name, query)?;
    }
    times.of("list of texts", TextsQuestion {}.into())?;
    let ids: Vec<String> = (1..=FILES).map(|number| format!("u{number}")).collect();
    let set = |paper: &str| TextEdit::SetSources {
        ids: ids.clone(),
        paper: Some(paper.to_owned()),
        date: None,
        series: None,
        tags: vec![("genre".to_owned(), paper.to_owned())],
    };
    times.once("a paper and a tag for all", EditTexts { edit: set("晚報") }.into())?;
    let mut table = "id,author\n".to_owned();
    for id in &ids {
        writeln!(table, "{id},陳甲")?;
    }
    let edit = TextEdit::FillByTable { table: table.into_bytes() };
    times.once("a table of 10,000 lines", EditTexts { edit }.into())?;
    let edit = TextEdit::FillByName { ids: ids.clone(), pattern: "{date}_{paper}_{n}".to_owned() };
    times.once("all names by a pattern", EditTexts { edit }.into())?;
    Ok(())
}

fn questions() -> Vec<(&'static str, Query)> {
    let folder = |name: &str| {
        let of = Scope::Filter(StoryFilter { folder: Some(name.to_owned()), ..StoryFilter::default() });
        Scope::Named { name: name.to_owned(), of: Box::new(of) }
    };
    let (scope, other) = (folder("支持"), folder("反對"));
    let node = || "公園".to_owned();
    let collocates = |scope: Scope| CollocatesQuestion { node: node(), scope, ..Default::default() };
    vec![
        (
            "word list of one, with dispersion",
            WordListQuestion { scope: scope.clone(), by_story: true, ..Default::default() }.into(),
        ),
        (
            "keyness of one against the other",
            KeynessQuestion {
                target: scope.clone(),
                reference: ReferenceCorpus::Scope(other.clone()),
                ..Default::default()
            }
            .into(),
        ),
        (
            "concordance by 1R 2R, 500 rows",
            ConcordanceQuestion {
                node: node(),
                scope: scope.clone(),
                sort: vec![SortKey::Right(1), SortKey::Right(2)],
                unit: ContextUnit::Word,
                context: Some(10),
                limit: Some(500),
                ..Default::default()
            }
            .into(),
        ),
        (
            "concordance by 1R 2R, all rows",
            ConcordanceQuestion {
                node: node(),
                scope: scope.clone(),
                sort: vec![SortKey::Right(1), SortKey::Right(2)],
                ..Default::default()
            }
            .into(),
        ),
        ("collocates of one", collocates(scope.clone()).into()),
        ("collocates of the other", collocates(other).into()),
        ("n-grams", NgramsQuestion { scope: scope.clone(), ..Default::default() }.into()),
        ("phrases", PhrasesQuestion { scope: scope.clone(), ..Default::default() }.into()),
        ("measures", MeasuresQuestion { scope, fold_variants: false }.into()),
        (
            "word list of both, with dispersion",
            WordListQuestion { scope: Scope::own(true), by_story: true, ..Default::default() }.into(),
        ),
    ]
}

struct Times(Engine);

impl Times {
    /// Prints the time of the first answer, and the shorter one of two more.
    fn of(&mut self, name: &str, query: Query) -> Result<(), Box<dyn std::error::Error>> {
        let first = self.time(query.clone())?;
        let again = self.time(query.clone())?.min(self.time(query)?);
        println!("| {name} | {first:.0} ms | {again:.0} ms |");
        Ok(())
    }

    fn once(&mut self, name: &str, query: Query) -> Result<(), Box<dyn std::error::Error>> {
        let time = self.time(query)?;
        println!("| {name} | {time:.0} ms | |");
        Ok(())
    }

    fn time(&mut self, query: Query) -> Result<f64, Box<dyn std::error::Error>> {
        let start = Instant::now();
        let answer = self.0.handle(query)?;
        let time = start.elapsed().as_secs_f64() * 1e3;
        drop(answer);
        Ok(time)
    }
}
