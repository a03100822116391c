//! The five bundled newspaper pages, assembled according to the editorial table.

use super::editorial::{EditorialPage, EditorialStory, EditorialTable, LineRange};
use super::unwrap::{ends_sentence, join_lines, unwrap};
use super::{BlockKind, IngestWarning, Story, StoryBlock, WarningKind};
use crate::text::saturating_u32;

/// The pages: file name and text, byte for byte.
pub const PAGES: [(&str, &str); 5] = [
    ("000_1acd9418225d3d8c.txt", include_str!("../../seeds/000_1acd9418225d3d8c.txt")),
    ("001_00ce75a9a00b166d.txt", include_str!("../../seeds/001_00ce75a9a00b166d.txt")),
    ("002_138e98d87f946766.txt", include_str!("../../seeds/002_138e98d87f946766.txt")),
    ("003_a7479b7473a0b6df.txt", include_str!("../../seeds/003_a7479b7473a0b6df.txt")),
    ("004_3471ded64a836b0b.txt", include_str!("../../seeds/004_3471ded64a836b0b.txt")),
];

/// Returns the stories of the bundled pages, in the order of the table.
pub fn bundled_stories() -> Vec<Story> {
    let mut stories = Vec::new();
    for page in &EditorialTable::packed().page {
        let Some((_, text)) = PAGES.iter().find(|(file, _)| *file == page.file) else { continue };
        let lines: Vec<&str> = text.lines().collect();
        stories.extend(page.story.iter().map(|entry| Assembly::new(page, entry, &lines).story()));
    }
    stories
}

/// Returns the pairs of stories, by id, that report the same event.
pub fn same_event() -> Vec<(String, String)> {
    EditorialTable::packed().same_event.into_iter().map(|pair| (pair.a, pair.b)).collect()
}

/// The assembly of one story.
struct Assembly<'a> {
    page: &'a EditorialPage,
    entry: &'a EditorialStory,
    lines: &'a [&'a str],
    blocks: Vec<StoryBlock>,
    warnings: Vec<IngestWarning>,
}

impl<'a> Assembly<'a> {
    fn new(page: &'a EditorialPage, entry: &'a EditorialStory, lines: &'a [&'a str]) -> Self {
        Self { page, entry, lines, blocks: Vec::new(), warnings: Vec::new() }
    }

    fn story(mut self) -> Story {
        self.push(BlockKind::Headline, self.entry.headline.clone());
        self.push(BlockKind::Kicker, self.entry.kicker.clone().unwrap_or_default());
        self.push(BlockKind::Deck, self.entry.deck.clone().unwrap_or_default());
        let first = self.entry.body.iter().map(|range| range.first()).min().unwrap_or(0);
        let (before, after): (Vec<LineRange>, Vec<LineRange>) = self
            .entry
            .bylines
            .iter()
            .filter(|byline| !self.entry.body.iter().any(|range| range.holds(byline.first())))
            .partition(|byline| byline.first() < first);
        self.push_each(BlockKind::Byline, &before);
        self.body();
        self.push_each(BlockKind::Byline, &after);
        let entry = self.entry;
        self.push_each(BlockKind::PullQuote, &entry.pull_quotes);
        self.push_each(BlockKind::Caption, &entry.captions);
        self.push_each(BlockKind::Note, &entry.notes);
        Story {
            id: entry.id.clone(),
            page: self.page.file.split('_').next().unwrap_or_default().to_owned(),
            paper: self.page.paper.clone(),
            date: self.page.date.clone(),
            series: String::new(),
            file: String::new(),
            tags: Vec::new(),
            blocks: self.blocks,
            warnings: self.warnings,
        }
    }

    /// Adds the running text with the headings inside it.
    fn body(&mut self) {
        let entry = self.entry;
        let numbers: Vec<usize> = entry
            .body
            .iter()
            .flat_map(|&range| self.subheads_before(range).chain(range.first()..=range.last()))
            .collect();
        let mut run: Vec<usize> = Vec::new();
        let mut before = None;
        for number in numbers {
            // Between two ranges there is other content: for the text, a blank line.
            if before.is_some_and(|before: usize| before.checked_add(1) != Some(number)) {
                run.push(0);
            }
            before = Some(number);
            if entry.headline_lines.iter().any(|lines| lines.holds(number)) {
                // The only title a column kept may be among its text; it already heads the story.
                continue;
            }
            if let Some(kind) = self.role(number) {
                self.running_text(&std::mem::take(&mut run));
                self.push(kind, self.line(number).to_owned());
            } else if self.page.furniture.iter().any(|lines| lines.holds(number)) {
                self.warn(number, WarningKind::DroppedFurniture);
            } else {
                run.push(number);
            }
        }
        self.running_text(&run);
    }

    /// Returns the subheads outside the body's ranges that have nothing of the body between them and `range`.
    fn subheads_before(&self, range: LineRange) -> impl Iterator<Item = usize> {
        let body = &self.entry.body;
        self.entry.subheads.iter().map(|subhead| subhead.first()).filter(move |&subhead| {
            let next = body.iter().map(|range| range.first()).filter(|&first| first > subhead).min();
            next == Some(range.first()) && !body.iter().any(|range| range.holds(subhead))
        })
    }

    /// Returns the kind of a line inside the body, unless it is running text.
    fn role(&self, number: usize) -> Option<BlockKind> {
        let entry = self.entry;
        let roles = [
            (BlockKind::Subhead, &entry.subheads),
            (BlockKind::Byline, &entry.bylines),
            (BlockKind::Caption, &entry.captions),
            (BlockKind::Kicker, &entry.kicker_lines),
        ];
        roles
            .into_iter()
            .find(|(_, lines)| lines.iter().any(|lines| lines.holds(number)))
            .map(|(kind, _)| kind)
    }

    fn running_text(&mut self, numbers: &[usize]) {
        if self.page.hard_wrapped {
            for paragraph in unwrap(numbers.iter().map(|&number| self.line(number))) {
                self.push(BlockKind::Paragraph, paragraph);
            }
            return;
        }
        let mut open: Option<(usize, String)> = None;
        for &number in numbers {
            if self.line(number).is_empty() {
                continue;
            }
            let line = self.without_kicker(number);
            open = Some(match open.take() {
                Some((last, mut paragraph)) if self.is_broken(last, number, &paragraph) => {
                    self.warn(number, WarningKind::JoinedParagraph);
                    join_lines(&mut paragraph, &line);
                    (number, paragraph)
                }
                Some((_, paragraph)) => {
                    self.push(BlockKind::Paragraph, paragraph);
                    (number, line)
                }
                None => (number, line),
            });
        }
        if let Some((_, paragraph)) = open {
            self.push(BlockKind::Paragraph, paragraph);
        }
    }

    /// Returns true if a column cut one paragraph in two between these lines.
    fn is_broken(&self, last: usize, next: usize, paragraph: &str) -> bool {
        self.entry.broken_paragraphs.contains(&[last, next]) || !ends_sentence(paragraph)
    }

    /// Returns a line without the label that the page printed into it.
    fn without_kicker(&mut self, number: usize) -> String {
        let line = self.line(number).trim_start_matches("- ");
        let is_first = self.entry.body.first().is_some_and(|range| range.first() == number);
        let kicker = self.entry.kicker.as_deref().filter(|_| is_first && self.entry.kicker_lines.is_empty());
        if let Some((before, after)) = kicker.and_then(|kicker| line.split_once(kicker)) {
            self.warn(number, WarningKind::MovedKicker);
            return format!("{}{}", before, after.trim_start());
        }
        line.to_owned()
    }

    fn push(&mut self, kind: BlockKind, text: String) {
        let text = text.trim_start_matches('#').trim();
        if !text.is_empty() {
            self.blocks.push(StoryBlock { kind, text: text.to_owned() });
        }
    }

    fn push_each(&mut self, kind: BlockKind, lines: &[LineRange]) {
        for range in lines {
            let text = unwrap((range.first()..=range.last()).map(|number| self.line(number))).concat();
            self.push(kind, text);
        }
    }

    fn warn(&mut self, number: usize, kind: WarningKind) {
        let text = self.line(number).chars().take(24).collect();
        self.warnings.push(IngestWarning { line: saturating_u32(number), kind, text });
    }

    /// Returns a line by its number from 1, without the space around it; empty if there is none.
    fn line(&self, number: usize) -> &'a str {
        number.checked_sub(1).and_then(|at| self.lines.get(at)).map_or("", |line| line.trim())
    }
}
