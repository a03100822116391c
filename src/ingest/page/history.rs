//! Undo and redo of edits to a page.

use serde::{Deserialize, Serialize};

use super::reading::Text;
use super::{Page, PageStory};
use crate::ingest::{CutOptions, Draft, DraftBlock, DraftStory, Metadata};

/// Maximum number of steps that can be undone.
const MOST_STEPS: usize = 100;

/// Maximum bytes of text in all steps of a page together; the last step is kept whatever its size.
const MOST_BYTES: usize = 1_000_000;

/// A self-contained change of a page: applying it returns the step that undoes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum PageStep {
    /// Replaces stories.
    Stories {
        /// Index of the first story removed.
        at: usize,
        /// Number of stories removed.
        take: usize,
        /// The stories inserted.
        put: Vec<(PageStory, DraftStory)>,
        /// Number of the next new story.
        next_story: u32,
    },
    /// Replaces the metadata of the page.
    Metadata(Metadata),
    /// Replaces the way the text is read and cut.
    Reading(Box<TextReading>),
}

/// A text as read and cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TextReading {
    /// The text, if the bytes were read in another encoding.
    pub(super) text: Option<Text>,
    pub(super) options: CutOptions,
    pub(super) draft: Draft,
    pub(super) stories: Vec<PageStory>,
    pub(super) next_story: u32,
}

/// The steps to undo and to redo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct History {
    /// Steps that undo the edits, the latest last.
    undo: Vec<PageStep>,
    /// Steps that redo the edits that were undone.
    redo: Vec<PageStep>,
}

impl History {
    /// Records a new edit, which `back` undoes.
    pub(super) fn remember(&mut self, back: PageStep) {
        self.redo.clear();
        self.undo.push(back);
        let mut bytes = 0_usize;
        let kept = self.undo.iter().rev().take_while(|step| {
            let before = bytes;
            bytes = before.saturating_add(step.bytes());
            before == 0 || bytes <= MOST_BYTES
        });
        let forgotten = self.undo.len().saturating_sub(kept.count().min(MOST_STEPS));
        self.undo.drain(..forgotten);
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

impl PageStep {
    /// Estimates its memory in bytes.
    fn bytes(&self) -> usize {
        let add =
            |bytes: usize, block: &DraftBlock| bytes.saturating_add(block.text.len()).saturating_add(32);
        match self {
            Self::Stories { put, .. } => put.iter().flat_map(|(_, story)| &story.blocks).fold(0, add),
            Self::Metadata(_) => 64,
            Self::Reading(reading) => {
                let text = reading.text.as_ref().map_or(0, |text| text.text.len());
                reading.draft.stories.iter().flat_map(|story| &story.blocks).fold(text, add)
            }
        }
    }
}

impl Page {
    /// Undoes the last edit and returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.history.undo.pop() else { return false };
        let forth = self.make(step);
        self.history.redo.push(forth);
        true
    }

    /// Redoes the edit that was undone last and returns whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.history.redo.pop() else { return false };
        let back = self.make(step);
        self.history.undo.push(back);
        true
    }

    /// Applies a step and returns the one that undoes it.
    pub(super) fn make(&mut self, step: PageStep) -> PageStep {
        self.revision = self.revision.wrapping_add(1);
        let back = self.exchange(step);
        // A damaged history from storage must not crash the worker.
        if !self.is_whole() {
            self.name_anew();
        }
        back
    }

    /// Exchanges the content of a step with what it replaces on the page.
    fn exchange(&mut self, step: PageStep) -> PageStep {
        match step {
            PageStep::Metadata(metadata) => {
                PageStep::Metadata(std::mem::replace(&mut self.metadata, metadata))
            }
            PageStep::Stories { at, take, put, next_story } => {
                // The indices are those of a consistent page, unless the history is damaged.
                let end = at.saturating_add(take).min(self.stories.len()).min(self.draft.stories.len());
                let (at, came) = (at.min(end), put.len());
                let (names, drafts): (Vec<PageStory>, Vec<DraftStory>) = put.into_iter().unzip();
                let gone = self.stories.splice(at..end, names);
                let put = gone.zip(self.draft.stories.splice(at..end, drafts)).collect();
                let next_story = std::mem::replace(&mut self.next_story, next_story);
                PageStep::Stories { at, take: came, put, next_story }
            }
            PageStep::Reading(reading) => {
                let TextReading { text, options, draft, stories, next_story } = *reading;
                PageStep::Reading(Box::new(TextReading {
                    text: text.map(|text| text.swap(&mut self.source)),
                    options: std::mem::replace(&mut self.options, options),
                    draft: std::mem::replace(&mut self.draft, draft),
                    stories: std::mem::replace(&mut self.stories, stories),
                    next_story: std::mem::replace(&mut self.next_story, next_story),
                }))
            }
        }
    }
}
