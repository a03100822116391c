//! A page of the reader's own: its source, the stories it was cut into, and what the reader made of them.

mod edit;
mod history;
mod reading;

use crate::text::saturating_u32;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

pub use edit::{EditError, PageEdit};
use history::History;

use super::{
    BlockKind, CutOptions, Draft, DraftBlock, DraftStory, IngestWarning, Metadata, Pause, Source, Story,
    StoryBlock, WarningKind, cut_in_steps, cut_known,
};

/// No page has ever given so many numbers to stories: one that says so is damaged.
const LAST_NUMBER: u32 = u32::MAX / 2;

/// Characters of a block that a warning shows.
const SHOWN: usize = 24;

/// An own page. Every character of its text but white space is in a block of one of its stories, until the reader
/// writes another text into a block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Page {
    /// Stable name, such as `u1`.
    pub id: String,
    /// The text as it came out of the file.
    pub source: Source,
    /// The file's bytes, where another encoding can be chosen. They are kept beside the rest, because they never
    /// change.
    #[serde(skip)]
    pub bytes: Option<Vec<u8>>,
    /// How the text is cut.
    pub options: CutOptions,
    /// What is known of the whole page; it goes before what the text itself says.
    pub metadata: Metadata,
    /// The text as it is cut now.
    pub draft: Draft,
    /// What the reader said of each story of the draft, in the same order.
    pub stories: Vec<PageStory>,
    /// Grows with every change.
    pub revision: u32,
    /// The number the next story gets.
    next_story: u32,
    history: History,
}

/// A story's name, and what was said of it by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageStory {
    /// Its number on the page: the 2 of `u1-2`. It stays when stories before it come and go.
    pub number: u32,
    /// What was said of it by hand; what is empty is as the page or the text says it.
    pub metadata: Metadata,
}

impl Page {
    /// Cuts a source. The page gets its name later, when it is known which one is free.
    pub fn new(source: Source, bytes: Option<Vec<u8>>, options: CutOptions) -> Self {
        let draft = cut_known(&source.text, &source.known, options);
        Self::of_draft(source, bytes, options, draft)
    }

    /// Cuts a source with pauses, as [`cut_in_steps`] does; `None` where one of them ended it.
    pub async fn new_in_steps(
        source: Source,
        bytes: Option<Vec<u8>>,
        options: CutOptions,
        pause: impl Pause,
    ) -> Option<Self> {
        let draft = cut_in_steps(&source.text, &source.known, options, pause).await?;
        Some(Self::of_draft(source, bytes, options, draft))
    }

    fn of_draft(source: Source, bytes: Option<Vec<u8>>, options: CutOptions, draft: Draft) -> Self {
        let metadata = source.metadata.clone();
        let mut page = Self { source, bytes, options, metadata, draft, ..Self::default() };
        let mut next_story = 1;
        page.stories = page.numbered(&page.draft, &mut next_story);
        page.next_story = next_story;
        page
    }

    /// The name of a story, by its place on the page.
    pub fn story_id(&self, story: usize) -> String {
        let number = self.stories.get(story).map_or(0, |story| story.number);
        format!("{}-{number}", self.id)
    }

    /// The place of a story on the page, by its name.
    pub fn place_of(&self, story: &str) -> Option<usize> {
        let number: u32 = story.strip_prefix(self.id.as_str())?.strip_prefix('-')?.parse().ok()?;
        self.stories.iter().position(|story| story.number == number)
    }

    /// Whether the reader corrected how it is cut, or wrote into it.
    pub fn is_edited(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is an edit to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is an edit to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// What is known of a story: first what was said of it, then of the page, then what the text itself says.
    pub fn metadata_of(&self, story: usize) -> Metadata {
        let own = self.stories.get(story).map(|story| story.metadata.clone()).unwrap_or_default();
        let found = self.draft.stories.get(story);
        let page = &self.metadata;
        let first = |own: String, page: &str, found: Option<&str>| {
            let of_page = if own.is_empty() { page.to_owned() } else { own };
            if of_page.is_empty() { found.unwrap_or_default().to_owned() } else { of_page }
        };
        Metadata {
            // A page's headline is that of its first story: a row of a table is one story.
            headline: first(own.headline, if story == 0 { &page.headline } else { "" }, None),
            paper: first(own.paper, &page.paper, found.map(|story| story.paper.as_str())),
            date: first(own.date, &page.date, found.map(|story| story.date.as_str())),
            series: first(own.series, &page.series, None),
            others: if own.others.is_empty() { page.others.clone() } else { own.others },
        }
    }

    /// The stories as the corpus takes them: without furniture, the headline first. One of which nothing is left is
    /// none.
    pub fn as_stories(&self) -> Vec<Story> {
        let mut warnings = self.warnings_by_story();
        let story = |(place, draft): (usize, &DraftStory)| {
            let metadata = self.metadata_of(place);
            let mut blocks: Vec<StoryBlock> = draft
                .blocks
                .iter()
                .filter(|block| is_text(block))
                .map(|block| StoryBlock { kind: block.kind, text: block.text.clone() })
                .collect();
            if blocks.is_empty() {
                return None;
            }
            match blocks.iter().position(|block| block.kind == BlockKind::Headline) {
                Some(at) => {
                    let headline = blocks.remove(at);
                    blocks.insert(0, headline);
                }
                None if !metadata.headline.is_empty() => {
                    blocks.insert(0, StoryBlock { kind: BlockKind::Headline, text: metadata.headline });
                }
                None => {}
            }
            Some(Story {
                id: self.story_id(place),
                page: self.id.clone(),
                paper: metadata.paper,
                date: metadata.date,
                series: metadata.series,
                blocks,
                warnings: warnings.get_mut(place).map(std::mem::take).unwrap_or_default(),
            })
        };
        self.draft.stories.iter().enumerate().filter_map(story).collect()
    }

    /// The page, if its parts fit together: one that was kept or sent may be damaged.
    pub fn checked(self) -> Option<Self> {
        self.is_whole().then_some(self)
    }

    /// Whether every story of the draft has a number that no other has, and there are numbers left to give.
    fn is_whole(&self) -> bool {
        let mut numbers: Vec<u32> = self.stories.iter().map(|story| story.number).collect();
        numbers.sort_unstable();
        let apart = numbers.array_windows().all(|[before, after]| before < after);
        let free = numbers.last().is_none_or(|&last| last < self.next_story);
        apart && free && self.next_story <= LAST_NUMBER && numbers.len() == self.draft.stories.len()
    }

    /// Gives every story of the draft another number.
    fn name_anew(&mut self) {
        let numbers = (1..).zip(&self.draft.stories).map(|(number, _)| number);
        self.stories = numbers.map(|number| PageStory { number, metadata: Metadata::default() }).collect();
        self.next_story = saturating_u32(self.stories.len()).saturating_add(1);
    }

    /// The names of the stories that [`Page::as_stories`] gives.
    pub fn story_ids(&self) -> impl Iterator<Item = String> {
        let stories = self.draft.stories.iter().enumerate();
        stories.filter(|(_, story)| story.blocks.iter().any(is_text)).map(|(place, _)| self.story_id(place))
    }

    /// The warnings, each with the story whose block begins last at or before its line.
    fn warnings_by_story(&self) -> Vec<Vec<IngestWarning>> {
        let mut begins: Vec<(u32, usize)> = Vec::new();
        for (place, story) in self.draft.stories.iter().enumerate() {
            begins.extend(story.blocks.iter().map(|block| (block.lines.0, place)));
        }
        begins.sort_unstable();
        let mut warnings = vec![Vec::new(); self.draft.stories.len()];
        for warning in self.warnings() {
            let before = begins.partition_point(|&(line, _)| line <= warning.line);
            let begun = begins.get(before.saturating_sub(1));
            if let Some(warnings) = begun.and_then(|&(_, place)| warnings.get_mut(place)) {
                warnings.push(warning);
            }
        }
        warnings
    }

    /// What was mended when the text was read, what was joined when it was cut, and what is left out now.
    pub fn warnings(&self) -> Vec<IngestWarning> {
        let cut = self.draft.warnings.iter().filter(|warning| warning.kind != WarningKind::DroppedFurniture);
        let blocks = self.draft.stories.iter().flat_map(|story| &story.blocks);
        // What the file's markup says is none of it was told of once.
        let is_known = |block: &&DraftBlock| {
            let at = self.source.known.partition_point(|&(line, _)| line < block.lines.0);
            self.source.known.get(at) == Some(&(block.lines.0, BlockKind::Furniture))
        };
        let furniture =
            blocks.filter(|block| !is_text(block)).filter(|block| !is_known(block)).map(|block| {
                IngestWarning {
                    line: block.lines.0,
                    kind: WarningKind::DroppedFurniture,
                    text: block.text.chars().take(SHOWN).collect(),
                }
            });
        let mut warnings: Vec<IngestWarning> =
            self.source.warnings.iter().chain(cut).cloned().chain(furniture).collect();
        warnings.sort_by_key(|warning| warning.line);
        warnings
    }

    /// Numbers for the stories of a draft: that of the story which began on the same line before, else the next free
    /// one.
    fn numbered(&self, draft: &Draft, next: &mut u32) -> Vec<PageStory> {
        let mut before: BTreeMap<u32, VecDeque<&PageStory>> = BTreeMap::new();
        for (line, story) in self.draft.stories.iter().map(first_line).zip(&self.stories) {
            before.entry(line).or_default().push_back(story);
        }
        let story = |story: &DraftStory| {
            let same_line = before.get_mut(&first_line(story));
            if let Some(story) = same_line.and_then(VecDeque::pop_front) {
                return story.clone();
            }
            let number = *next;
            *next = number.saturating_add(1);
            PageStory { number, metadata: Metadata::default() }
        };
        draft.stories.iter().map(story).collect()
    }
}

/// Whether a block is part of a story's text.
fn is_text(block: &DraftBlock) -> bool {
    block.kind != BlockKind::Furniture
}

/// The line of the page on which a story begins.
fn first_line(story: &DraftStory) -> u32 {
    story.blocks.iter().map(|block| block.lines.0).min().unwrap_or(0)
}
