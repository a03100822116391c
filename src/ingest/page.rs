//! A page added by the reader: its source, the stories it was cut into and the reader's edits.

mod cautions;
mod edit;
mod history;
mod metadata;
mod reading;
mod sent;

use crate::text::{is_date, saturating_u32};

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};

pub use cautions::{Caution, CautionKind};
pub use edit::{EditError, PageEdit};
use history::History;
pub use metadata::{FactSource, FactSources};
pub(super) use reading::{Text, read_again};

use super::{
    BlockKind, CutOptions, Draft, DraftBlock, DraftStory, IngestWarning, Metadata, Source, Story, StoryBlock,
    TaskResult, WarningKind, cut_known,
};

/// Upper bound for story numbers: no real page reaches it, so a page that exceeds it is damaged.
const LAST_NUMBER: u32 = u32::MAX / 2;

/// Number of characters of a block that a warning shows.
const SHOWN: usize = 24;

/// A page added by the reader. Every character of its text except white space is in a block of one of its stories,
/// until the reader replaces the text of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Page {
    /// Stable name, such as `u1`.
    pub id: String,
    /// The text as read from the file.
    pub source: Source,
    /// The bytes of the file, if another encoding can be chosen. They are stored separately, because they never change.
    #[serde(skip)]
    pub bytes: Option<Vec<u8>>,
    /// Options for cutting the text.
    pub options: CutOptions,
    /// Metadata of the whole page; takes precedence over what the text itself says.
    pub metadata: Metadata,
    /// The text as currently cut.
    pub draft: Draft,
    /// The reader's entries for each story of the draft, in the same order.
    pub stories: Vec<PageStory>,
    /// Revision counter; grows with every change.
    pub revision: u32,
    /// Number of the next new story.
    next_story: u32,
    history: History,
}

/// The number of a story, and its metadata entered by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageStory {
    /// Its number on the page: the 2 of `u1-2`. It does not change when stories before it are added or removed.
    pub number: u32,
    /// Metadata entered by hand; for an empty field, the page or the text applies.
    pub metadata: Metadata,
}

impl Page {
    /// Cuts a source into a page. The page is named later, when it is known which name is free.
    pub fn new(source: Source, bytes: Option<Vec<u8>>, options: CutOptions) -> Self {
        let draft = cut_known(&source.text, &source.known, options);
        Self::of_draft(source, bytes, options, draft)
    }

    /// Makes the page of a pasted text, given what came of its task; `None` if that was another one.
    pub fn pasted(result: TaskResult) -> Option<Self> {
        match result {
            TaskResult::Pasted { source, draft, options } => {
                Some(Self::of_draft(source, None, options, draft))
            }
            _ => None,
        }
    }

    /// Makes a page of a source that is cut already.
    pub fn of_draft(source: Source, bytes: Option<Vec<u8>>, options: CutOptions, draft: Draft) -> Self {
        let metadata = source.metadata.clone();
        let mut page = Self { source, bytes, options, metadata, draft, ..Self::default() };
        let mut next_story = 1;
        page.stories = page.numbered(&page.draft, &mut next_story);
        page.next_story = next_story;
        page
    }

    /// Returns the name of a story, given its index on the page.
    pub fn story_id(&self, story: usize) -> String {
        let number = self.stories.get(story).map_or(0, |story| story.number);
        format!("{}-{number}", self.id)
    }

    /// Returns the index of a story on the page, given its name.
    pub fn place_of(&self, story: &str) -> Option<usize> {
        let number: u32 = story.strip_prefix(self.id.as_str())?.strip_prefix('-')?.parse().ok()?;
        self.stories.iter().position(|story| story.number == number)
    }

    /// Returns true if the reader corrected the cut or changed the text.
    pub fn is_edited(&self) -> bool {
        self.history.can_undo()
    }

    /// Returns true if there is an edit to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Returns true if there is an edit to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Returns the stories for the corpus: without furniture, headline first. A story with no text left is omitted.
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
                file: self.source.name.clone(),
                tags: tags(metadata.others),
                blocks,
                warnings: warnings.get_mut(place).map(std::mem::take).unwrap_or_default(),
            })
        };
        self.draft.stories.iter().enumerate().filter_map(story).collect()
    }

    /// Returns the page if its parts are consistent: a stored or received page may be damaged.
    pub fn checked(mut self) -> Option<Self> {
        self.clear_impossible_dates();
        self.is_whole().then_some(self)
    }

    /// Clears every date that is none: scopes compare dates, and the reader could not enter such a one.
    fn clear_impossible_dates(&mut self) {
        let drafted = self.draft.stories.iter_mut().map(|story| &mut story.date);
        let entered = self.stories.iter_mut().map(|story| &mut story.metadata.date);
        let dates = drafted.chain(entered).chain([&mut self.metadata.date, &mut self.source.metadata.date]);
        dates.filter(|date| !is_date(date)).for_each(String::clear);
    }

    /// Returns true if every story of the draft has a unique number and there are numbers left to assign.
    fn is_whole(&self) -> bool {
        let mut numbers: Vec<u32> = self.stories.iter().map(|story| story.number).collect();
        numbers.sort_unstable();
        let apart = numbers.array_windows().all(|[before, after]| before < after);
        let free = numbers.last().is_none_or(|&last| last < self.next_story);
        apart && free && self.next_story <= LAST_NUMBER && numbers.len() == self.draft.stories.len()
    }

    /// Renumbers the stories of the draft from 1 and drops their metadata.
    fn name_anew(&mut self) {
        let numbers = (1..).zip(&self.draft.stories).map(|(number, _)| number);
        self.stories = numbers.map(|number| PageStory { number, metadata: Metadata::default() }).collect();
        self.next_story = saturating_u32(self.stories.len()).saturating_add(1);
    }

    /// Returns the names of the stories that [`Page::as_stories`] returns.
    pub fn story_ids(&self) -> impl Iterator<Item = String> {
        let stories = self.draft.stories.iter().enumerate();
        stories.filter(|(_, story)| story.blocks.iter().any(is_text)).map(|(place, _)| self.story_id(place))
    }

    /// Assigns each warning to the story whose block is the last to begin at or before its line.
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

    /// Returns the repairs made on reading the text, the joins made on cutting it, and the blocks left out at present.
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

    /// Numbers the stories of a draft: a story that begins on the same line as before keeps its number, any other gets
    /// the next free one.
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

/// Returns the further facts that are tags: what is as long as a sentence is a text of its own.
fn tags(facts: Vec<(String, String)>) -> Vec<(String, String)> {
    const LONGEST: usize = 60;
    let is_tag = |(_, value): &(String, String)| !value.is_empty() && value.chars().nth(LONGEST).is_none();
    facts.into_iter().filter(is_tag).collect()
}

/// Returns true if a block is part of a story's text.
fn is_text(block: &DraftBlock) -> bool {
    block.kind != BlockKind::Furniture
}

/// Returns the line of the page on which a story begins.
fn first_line(story: &DraftStory) -> u32 {
    story.blocks.iter().map(|block| block.lines.0).min().unwrap_or(0)
}
