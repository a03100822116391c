//! Edits a reader can make to a page, each an undoable step.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::history::{PageStep, TextReading};
use super::{Page, PageStory};
use crate::ingest::cleaning::clean;
use crate::ingest::{
    BlockKind, CutOptions, DraftBlock, DraftStory, Encoding, Metadata, ReadAgain, ReadTask, join_lines,
};
use crate::text::{is_date, saturating_u32};

/// An edit of a page. Stories and blocks are counted from 0, furniture included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageEdit {
    /// Begins a new story with this block.
    SplitBefore {
        /// The story.
        story: u32,
        /// The block; not the first of the story.
        block: u32,
    },
    /// Appends the story to the one before. If both have a headline, the second becomes a subhead.
    JoinWithPrevious {
        /// The story; not the first.
        story: u32,
    },
    /// Moves a block. A story that loses its last block is removed.
    MoveBlock {
        /// Story and block.
        from: (u32, u32),
        /// The story and the block before which it is inserted, or the number of blocks for the end; counted as before
        /// the move.
        to: (u32, u32),
    },
    /// Changes the kind of a block. Furniture is left out, and returns with any other kind.
    SetKind {
        /// The story.
        story: u32,
        /// The block.
        block: u32,
        /// The new kind.
        kind: BlockKind,
    },
    /// Replaces the text of a block.
    SetText {
        /// The story.
        story: u32,
        /// The block.
        block: u32,
        /// The new text; its lines are joined into one.
        text: String,
    },
    /// Replaces the metadata of a story, or of the whole page.
    SetMetadata {
        /// The story; `None` for the page.
        story: Option<u32>,
        /// The complete metadata: an empty field is unknown.
        metadata: Metadata,
    },
    /// Cuts the text with other options. Edits made by hand are lost until this is undone.
    SetOptions(CutOptions),
    /// Reads the bytes in another encoding and cuts the text again. The metadata of the page is kept.
    SetEncoding(Encoding),
    /// Cuts the text again. Edits made by hand are lost until this is undone.
    Recut,
}

/// An error of an edit to a page.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditError {
    /// The page has no such story.
    #[error("the page has {stories} stories, and none at {story}; they are counted from 0")]
    NoSuchStory {
        /// The index asked for.
        story: u32,
        /// Number of stories of the page.
        stories: u32,
    },
    /// The story has no such block.
    #[error("the story has {blocks} blocks, and none at {block}; they are counted from 0")]
    NoSuchBlock {
        /// The index asked for.
        block: u32,
        /// Number of blocks of the story.
        blocks: u32,
    },
    /// A story already begins with this block.
    #[error("a story begins here already; split before a later block")]
    NothingToSplit,
    /// The first story has no story before it.
    #[error("the first story of a page has none before it to be joined with")]
    NothingBefore,
    /// The text of a block is empty.
    #[error("a block cannot be empty; make it furniture to leave it out")]
    EmptyText,
    /// The date is invalid.
    #[error("“{given}” is no date; write it as YYYY-MM-DD")]
    NotADate {
        /// The date as given.
        given: String,
    },
    /// There are no bytes, because the format leaves no choice of encoding.
    #[error("this text has no bytes to read in another encoding; add the file again")]
    NoBytes,
}

impl PageEdit {
    /// Returns true if the text is cut again, or its bytes are read again.
    pub fn reads(&self) -> bool {
        matches!(self, Self::SetOptions(_) | Self::SetEncoding(_) | Self::Recut)
    }
}

impl EditError {
    /// Returns the name of the variant, which is the `name` of the JavaScript `Error`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoSuchStory { .. } => "NoSuchStory",
            Self::NoSuchBlock { .. } => "NoSuchBlock",
            Self::NothingToSplit => "NothingToSplit",
            Self::NothingBefore => "NothingBefore",
            Self::EmptyText => "EmptyText",
            Self::NotADate { .. } => "InvalidDate",
            Self::NoBytes => "NoBytes",
        }
    }
}

impl Page {
    /// Applies an edit, reading and cutting what it needs, and returns whether it changed anything.
    ///
    /// # Errors
    /// [`EditError`]; the page is then unchanged.
    pub fn edit(&mut self, edit: PageEdit) -> Result<bool, EditError> {
        let read = self.read_task(&edit)?.map(ReadTask::run);
        let read = read.and_then(|read| read.of(self));
        self.edit_as_read(edit, read)
    }

    /// Replaces the metadata of a story, or of the whole page, and returns whether that changed anything.
    ///
    /// # Errors
    /// [`EditError`]; the page is then unchanged.
    pub fn set_metadata(&mut self, story: Option<u32>, metadata: Metadata) -> Result<bool, EditError> {
        self.edit_as_read(PageEdit::SetMetadata { story, metadata }, None)
    }

    /// Returns what must be read or cut before an edit can be applied; `None` if nothing must, or nothing would change.
    ///
    /// # Errors
    /// [`EditError::NoBytes`].
    pub fn read_task(&self, edit: &PageEdit) -> Result<Option<ReadTask>, EditError> {
        match edit {
            PageEdit::SetOptions(options) if *options == self.options => Ok(None),
            PageEdit::SetOptions(options) => Ok(Some(self.cut_task(*options))),
            PageEdit::Recut => Ok(Some(self.cut_task(self.options))),
            PageEdit::SetEncoding(encoding) if self.source.encoding == Some(*encoding) => Ok(None),
            PageEdit::SetEncoding(encoding) => self.decode_task(*encoding, Some(self.options)).map(Some),
            _ => Ok(None),
        }
    }

    /// Returns the task of reading the bytes in another encoding, and of cutting the text if `options` are given.
    ///
    /// # Errors
    /// [`EditError::NoBytes`] if there are none.
    pub fn decode_task(
        &self,
        encoding: Encoding,
        options: Option<CutOptions>,
    ) -> Result<ReadTask, EditError> {
        let bytes = self.file_bytes().ok_or(EditError::NoBytes)?.into_owned();
        let (name, format) = (self.source.name.clone(), self.source.format);
        Ok(ReadTask::Decode { name, format, bytes, encoding, options, revision: self.revision })
    }

    fn cut_task(&self, options: CutOptions) -> ReadTask {
        let (text, known) = (self.source.text.clone(), self.source.known.clone());
        ReadTask::Cut { text, known, options, revision: self.revision }
    }

    /// Applies an edit, given what came of its [`Page::read_task`], and returns whether it changed anything. An edit that
    /// lacks it changes nothing.
    ///
    /// # Errors
    /// [`EditError`]; the page is then unchanged.
    pub fn edit_as_read(&mut self, edit: PageEdit, read: Option<ReadAgain>) -> Result<bool, EditError> {
        // Once the text has changed, its original bytes can no longer be derived from it.
        let own = matches!(edit, PageEdit::SetEncoding(_)).then(|| self.file_bytes().map(Cow::into_owned));
        let Some(step) = self.step(edit, read)? else { return Ok(false) };
        if let Some(own) = own {
            self.bytes = own;
        }
        let back = self.make(step);
        self.history.remember(back);
        Ok(true)
    }

    /// Turns every block of a story into furniture and returns whether that changed anything.
    ///
    /// # Errors
    /// [`EditError::NoSuchStory`].
    pub fn leave_out(&mut self, story: usize) -> Result<bool, EditError> {
        let at = self.story(saturating_u32(story))?;
        let mut put = self.told(at);
        put.1.blocks.iter_mut().for_each(|block| block.kind = BlockKind::Furniture);
        let Some(step) = self.one(at, put) else { return Ok(false) };
        let back = self.make(step);
        self.history.remember(back);
        Ok(true)
    }

    /// Builds the step of an edit; returns `None` if the edit changes nothing.
    fn step(&self, edit: PageEdit, read: Option<ReadAgain>) -> Result<Option<PageStep>, EditError> {
        match edit {
            PageEdit::SplitBefore { story, block } => self.split(story, block).map(Some),
            PageEdit::JoinWithPrevious { story } => self.join(story).map(Some),
            PageEdit::MoveBlock { from, to } => self.move_block(from, to),
            PageEdit::SetKind { story, block, kind } => self.change(story, block, |block| block.kind = kind),
            PageEdit::SetText { story, block, text } => {
                self.block(story, block)?;
                let text = on_one_line(text).ok_or(EditError::EmptyText)?;
                self.change(story, block, |block| block.text = text)
            }
            PageEdit::SetMetadata { story, metadata } => {
                if !metadata.date.is_empty() && !is_date(&metadata.date) {
                    return Err(EditError::NotADate { given: metadata.date });
                }
                let Some(story) = story else {
                    return Ok((metadata != self.metadata).then_some(PageStep::Metadata(metadata)));
                };
                let at = self.story(story)?;
                let mut put = self.told(at);
                put.0.metadata = metadata;
                Ok(self.one(at, put))
            }
            PageEdit::SetOptions(_) | PageEdit::SetEncoding(_) => Ok(read.map(|read| self.recut(read))),
            PageEdit::Recut => {
                let differs = |read: &ReadAgain| read.draft != self.draft;
                Ok(read.filter(differs).map(|read| self.recut(read)))
            }
        }
    }

    /// Builds the step that changes a block.
    fn change(
        &self,
        story: u32,
        block: u32,
        change: impl FnOnce(&mut DraftBlock),
    ) -> Result<Option<PageStep>, EditError> {
        let (at, block) = self.block(story, block)?;
        let mut put = self.told(at);
        if let Some(block) = put.1.blocks.get_mut(block) {
            change(block);
        }
        Ok(self.one(at, put))
    }

    fn split(&self, story: u32, block: u32) -> Result<PageStep, EditError> {
        let (at, block) = self.block(story, block)?;
        if block == 0 {
            return Err(EditError::NothingToSplit);
        }
        let mut first = self.told(at);
        let metadata = Metadata { headline: String::new(), ..first.0.metadata.clone() };
        let second = (
            PageStory { number: self.next_story, metadata },
            DraftStory { blocks: first.1.blocks.split_off(block), ..first.1.clone() },
        );
        let next_story = self.next_story.saturating_add(1);
        Ok(PageStep::Stories { at, take: 1, put: vec![first, second], next_story })
    }

    fn join(&self, story: u32) -> Result<PageStep, EditError> {
        let second = self.story(story)?;
        let at = second.checked_sub(1).ok_or(EditError::NothingBefore)?;
        let (mut first, (_, mut second)) = (self.told(at), self.told(second));
        let is_headline = |block: &DraftBlock| block.kind == BlockKind::Headline;
        if first.1.blocks.iter().any(is_headline) {
            second.blocks.iter_mut().filter(|block| is_headline(block)).for_each(|block| {
                block.kind = BlockKind::Subhead;
            });
        }
        first.1.blocks.append(&mut second.blocks);
        Ok(PageStep::Stories { at, take: 2, put: vec![first], next_story: self.next_story })
    }

    fn move_block(&self, from: (u32, u32), to: (u32, u32)) -> Result<Option<PageStep>, EditError> {
        let (story, block) = self.block(from.0, from.1)?;
        let target = self.story(to.0)?;
        let blocks = self.blocks(target);
        let place = usize::try_from(to.1).unwrap_or(usize::MAX);
        if place > blocks {
            return Err(EditError::NoSuchBlock { block: to.1, blocks: saturating_u32(blocks) });
        }
        if story == target && (place == block || place.checked_sub(1) == Some(block)) {
            return Ok(None);
        }
        let (first, last) = (story.min(target), story.max(target));
        let mut put: Vec<_> = (first..=last).map(|at| self.told(at)).collect();
        let take = put.len();
        let at = |story: usize| story.saturating_sub(first);
        let moved = put.get_mut(at(story)).map(|(_, from)| from.blocks.remove(block));
        // Removing the block moved those behind it.
        let place = if story == target && block < place { place.saturating_sub(1) } else { place };
        if let (Some((_, into)), Some(moved)) = (put.get_mut(at(target)), moved) {
            into.blocks.insert(place, moved);
        }
        put.retain(|(_, story)| !story.blocks.is_empty());
        Ok(Some(PageStep::Stories { at: first, take, put, next_story: self.next_story }))
    }

    /// Builds the step that puts the text in as it was cut again, or as its bytes were read again.
    fn recut(&self, read: ReadAgain) -> PageStep {
        let ReadAgain { text, draft, options, .. } = read;
        let mut next_story = self.next_story;
        let stories = self.numbered(&draft, &mut next_story);
        PageStep::Reading(Box::new(TextReading { text, options, draft, stories, next_story }))
    }

    fn one(&self, at: usize, put: (PageStory, DraftStory)) -> Option<PageStep> {
        let same = self.stories.get(at) == Some(&put.0) && self.draft.stories.get(at) == Some(&put.1);
        (!same).then(|| PageStep::Stories { at, take: 1, put: vec![put], next_story: self.next_story })
    }

    /// Returns copies of a story's entries and of its draft.
    fn told(&self, at: usize) -> (PageStory, DraftStory) {
        let name = self.stories.get(at).cloned().unwrap_or_default();
        (name, self.draft.stories.get(at).cloned().unwrap_or_default())
    }

    /// Returns the number of blocks of a story.
    fn blocks(&self, story: usize) -> usize {
        self.draft.stories.get(story).map_or(0, |story| story.blocks.len())
    }

    fn story(&self, story: u32) -> Result<usize, EditError> {
        let stories = self.draft.stories.len();
        let at = usize::try_from(story).ok().filter(|&at| at < stories);
        at.ok_or_else(|| EditError::NoSuchStory { story, stories: saturating_u32(stories) })
    }

    fn block(&self, story: u32, block: u32) -> Result<(usize, usize), EditError> {
        let story = self.story(story)?;
        let blocks = self.blocks(story);
        let at = usize::try_from(block).ok().filter(|&at| at < blocks);
        Ok((story, at.ok_or_else(|| EditError::NoSuchBlock { block, blocks: saturating_u32(blocks) })?))
    }
}

/// Joins a text into one line, without characters that no source contains; returns `None` if only white space is left.
fn on_one_line(text: String) -> Option<String> {
    let (text, _) = clean(text);
    let mut line = String::with_capacity(text.len());
    for part in text.lines() {
        join_lines(&mut line, part.trim());
    }
    (!line.is_empty()).then_some(line)
}
