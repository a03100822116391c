//! Pages split into stories from their text alone, compared with a division by hand.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

#[path = "ingest_pages/gold.rs"]
mod gold;
#[path = "ingest_pages/score.rs"]
mod score;

use std::fs;
use std::path::{Path, PathBuf};

use duidu::ingest::{BlockKind, CutOptions, PAGES, bundled_stories, cut};
use gold::Gold;
use score::{Score, score};

fn fixtures(folder: &str) -> Vec<Gold> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    paths.iter().map(|path| gold::fixture(path)).collect()
}

/// Scores pages one by one, prints each score, and returns the sum with the scores.
fn scored(pages: &[Gold]) -> (Score, Vec<Score>) {
    let mut sum = Score::default();
    let mut each = Vec::new();
    for page in pages {
        let draft = cut(&page.text, CutOptions::default());
        let score = score(page, &draft);
        println!("{}  B-cubed {:.3}", line(&page.name, &score), score.bcubed);
        if std::env::var_os("DUIDU_SHOW").is_some_and(|name| page.name.contains(&*name.to_string_lossy())) {
            score::show(page, &draft);
        }
        sum.add(&score);
        each.push(score);
    }
    println!("{}", line("all", &sum));
    (sum, each)
}

/// Formats the counts, which add up over pages; B-cubed is printed per page.
fn line(name: &str, score: &Score) -> String {
    format!(
        "{name:24} boundaries P {:.3} R {:.3} F1 {:.3} ({} of {}, {} found)  kinds {:.3} of {}",
        score.precision(),
        score.recall(),
        score.f1(),
        score.right,
        score.wanted,
        score.found,
        score.accuracy(),
        score.lines
    )
}

#[test]
fn the_bundled_pages() {
    let (sum, each) = scored(&gold::bundled());
    assert!(sum.f1() >= 0.95 && sum.accuracy() >= 0.98);
    for score in each {
        assert!(score.f1() >= 0.9 && score.bcubed >= 0.9 && score.accuracy() >= 0.95);
    }
}

#[test]
fn pages_of_other_papers() {
    let (sum, _) = scored(&fixtures("tests/ingest_pages"));
    assert!(sum.f1() >= 0.95 && sum.accuracy() >= 0.95);
}

/// Scores pages that no rule was written for, which are like a reader's own pages.
#[test]
fn pages_held_out() {
    let (sum, _) = scored(&fixtures("tests/ingest_pages/held_out"));
    assert!(sum.f1() >= 0.9 && sum.accuracy() >= 0.9);
}

/// Returns those of the wanted paragraphs that the draft does not have in full.
fn paragraphs_found(text: &str, wanted: &[String]) -> Vec<String> {
    let draft = cut(text, CutOptions::default());
    let found: Vec<&str> = draft
        .stories
        .iter()
        .flat_map(|story| &story.blocks)
        .filter(|block| block.kind == BlockKind::Paragraph)
        .map(|block| block.text.as_str())
        .collect();
    wanted.iter().filter(|wanted| !found.contains(&wanted.as_str())).cloned().collect()
}

#[test]
fn wrapped_pages_of_other_papers_are_put_together_again() {
    for page in fixtures("tests/ingest_pages").iter().chain(&fixtures("tests/ingest_pages/held_out")) {
        let missing = paragraphs_found(&page.text, &page.paragraphs);
        assert!(missing.is_empty(), "{}: {missing:?}", page.name);
    }
}

#[test]
fn every_paragraph_of_the_bundled_stories_is_put_together_again() {
    for (file, text) in PAGES {
        let wanted: Vec<String> = bundled_stories()
            .into_iter()
            .filter(|story| story.page == file[..3])
            .flat_map(|story| story.blocks)
            .filter(|block| block.kind == BlockKind::Paragraph)
            .map(|block| block.text)
            .collect();
        let missing = paragraphs_found(text, &wanted);
        println!("{}: {} of {} paragraphs", &file[..3], wanted.len() - missing.len(), wanted.len());
        assert_eq!(missing, Vec::<String>::new(), "{file}");
    }
}
