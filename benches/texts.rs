//! Times of operations on own texts, at two sizes of corpus: splitting and adding a page, writing and reading
//! its record, an edit, and removing all. No time may grow faster than the number of pages. Run by `cargo
//! bench --no-default-features --bench texts`.

use std::time::Instant;

use duidu::engine::{ClearEverything, EditTexts, Engine, PageRecord, TextEdit, TextsQuestion};
use duidu::ingest::{CutOptions, PAGES, Page, PageEdit, Source};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let model = std::fs::read("static/model/segmenter.bin")?;
    println!(
        "| pages | MB | cut, s | add, s | write records, s | read records, s | list, ms | an edit, ms | remove all, ms |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for pages in [1_000_u32, 10_000] {
        let mut engine = Engine::open(model.clone(), |_, _, _| ())?;
        let text: String = PAGES[0].1.chars().take(1_700).collect();
        let source = |number: u32| Source {
            name: format!("{number}.txt"),
            text: format!("{text}{number}"),
            ..Source::default()
        };
        let start = Instant::now();
        let cut: Vec<Page> =
            (0..pages).map(|number| Page::new(source(number), None, CutOptions::default())).collect();
        let cutting = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let numbers: Vec<u32> = cut.into_iter().map(|page| engine.add_page(page)).collect();
        let adding = start.elapsed().as_secs_f64();
        let start = Instant::now();
        let records: Vec<PageRecord> =
            numbers.iter().filter_map(|&number| engine.page_record(number)).collect();
        let writing = start.elapsed().as_secs_f64();
        let mut other = Engine::open(model.clone(), |_, _, _| ())?;
        let start = Instant::now();
        for (&number, record) in numbers.iter().zip(records) {
            other.follow_pages(vec![(number, Some(record.page()?))])?;
        }
        let reading = start.elapsed().as_secs_f64();
        let start = Instant::now();
        engine.handle(TextsQuestion {})?;
        let listing = start.elapsed().as_secs_f64() * 1e3;
        let id = format!("u{}", pages / 2);
        let edit = TextEdit::Edit { id, revision: None, edit: PageEdit::SplitBefore { story: 0, block: 1 } };
        let start = Instant::now();
        engine.handle(EditTexts { edit })?;
        let editing = start.elapsed().as_secs_f64() * 1e3;
        let start = Instant::now();
        engine.handle(ClearEverything {})?;
        let removing = start.elapsed().as_secs_f64() * 1e3;
        let megabytes = f64::from(pages) * text.len() as f64 / 1e6;
        println!(
            "| {pages} | {megabytes:.0} | {cutting:.2} | {adding:.3} | {writing:.2} | {reading:.2} | {listing:.0} | {editing:.2} | {removing:.0} |"
        );
    }
    Ok(())
}
