//! The story and kind of each line of a page, by hand: from the table of the bundled pages, or from the marks
//! of a fixture.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use duidu::ingest::BlockKind;
use serde::Deserialize;

/// A page with the story and kind of each line that is not blank.
pub(crate) struct Gold {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) lines: BTreeMap<u32, (usize, BlockKind)>,
    /// The paragraphs with their lines joined, if the gold has them.
    pub(crate) paragraphs: Vec<String>,
}

/// Reads a fixture: each line begins with its story's number, a letter for its kind, and a bar. An empty line
/// is empty. `p` continues the paragraph above it.
pub(crate) fn fixture(path: &Path) -> Gold {
    let marked = fs::read_to_string(path).unwrap();
    let mut gold = Gold {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        text: String::new(),
        lines: BTreeMap::new(),
        paragraphs: Vec::new(),
    };
    for (number, line) in (1..).zip(marked.lines()) {
        if !line.is_empty() {
            let (mark, text) = line.split_once('|').unwrap_or_else(|| panic!("{}:{number}", gold.name));
            let (story, letter) = mark.split_at(mark.len() - 1);
            let story: usize = story.parse().unwrap_or_else(|_| panic!("{}:{number}", gold.name));
            gold.lines.insert(number, (story, kind(letter)));
            let trimmed = text.trim().trim_start_matches("- ");
            match letter {
                "P" => gold.paragraphs.push(trimmed.to_owned()),
                "p" => gold.paragraphs.last_mut().unwrap().push_str(trimmed),
                _ => {}
            }
            gold.text.push_str(text);
        }
        gold.text.push('\n');
    }
    gold
}

fn kind(letter: &str) -> BlockKind {
    match letter {
        "H" => BlockKind::Headline,
        "K" => BlockKind::Kicker,
        "D" => BlockKind::Deck,
        "B" => BlockKind::Byline,
        "S" => BlockKind::Subhead,
        "P" | "p" => BlockKind::Paragraph,
        "Q" => BlockKind::PullQuote,
        "C" => BlockKind::Caption,
        "N" => BlockKind::Note,
        "F" => BlockKind::Furniture,
        other => panic!("no kind {other}"),
    }
}

#[derive(Deserialize)]
struct Table {
    page: Vec<Page>,
}

#[derive(Deserialize)]
struct Page {
    file: String,
    furniture: Vec<Lines>,
    story: Vec<Entry>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Entry {
    headline_lines: Vec<Lines>,
    deck_lines: Vec<Lines>,
    kicker_lines: Vec<Lines>,
    body: Vec<Lines>,
    subheads: Vec<Lines>,
    captions: Vec<Lines>,
    bylines: Vec<Lines>,
    pull_quotes: Vec<Lines>,
    notes: Vec<Lines>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
enum Lines {
    One(u32),
    Range([u32; 2]),
}

impl Lines {
    fn numbers(self) -> std::ops::RangeInclusive<u32> {
        match self {
            Self::One(line) => line..=line,
            Self::Range([first, last]) => first..=last,
        }
    }
}

/// Reads the bundled pages.
pub(crate) fn bundled() -> Vec<Gold> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let table: Table = toml::from_str(&fs::read_to_string(folder.join("stories.toml")).unwrap()).unwrap();
    table.page.iter().map(|page| page_gold(page, &folder)).collect()
}

fn page_gold(page: &Page, folder: &Path) -> Gold {
    let text = fs::read_to_string(folder.join(&page.file)).unwrap();
    let holds: Vec<bool> = text.lines().map(|line| !line.trim().is_empty()).collect();
    let mut lines = BTreeMap::new();
    let mut put = |ranges: &[Lines], story: usize, kind: BlockKind| {
        for number in ranges.iter().flat_map(|range| range.numbers()) {
            if holds[number as usize - 1] {
                lines.insert(number, (story, kind));
            }
        }
    };
    for (story, entry) in (1..).zip(&page.story) {
        // The kinds after the body are lines inside its ranges.
        put(&entry.body, story, BlockKind::Paragraph);
        put(&entry.headline_lines, story, BlockKind::Headline);
        put(&entry.deck_lines, story, BlockKind::Deck);
        put(&entry.kicker_lines, story, BlockKind::Kicker);
        put(&entry.subheads, story, BlockKind::Subhead);
        put(&entry.captions, story, BlockKind::Caption);
        put(&entry.bylines, story, BlockKind::Byline);
        put(&entry.pull_quotes, story, BlockKind::PullQuote);
        put(&entry.notes, story, BlockKind::Note);
    }
    put(&page.furniture, 0, BlockKind::Furniture);
    Gold { name: page.file[..3].to_owned(), text, lines, paragraphs: Vec::new() }
}
