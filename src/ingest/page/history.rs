//! Steps of a page, forth and back.

use serde::{Deserialize, Serialize};

use super::reading::Text;
use super::{Page, PageStory};
use crate::ingest::{CutOptions, Draft, DraftBlock, DraftStory, Metadata};

/// Steps that can be taken back.
const MOST_STEPS: usize = 100;

/// Bytes of text that all steps of a page hold at most; the last step is kept however large it is.
const MOST_BYTES: usize = 1_000_000;

/// A change of a page, whole in itself: making it gives the step that takes it back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum PageStep {
    /// Stories in the place of others.
    Stories {
        /// The first one that goes.
        at: usize,
        /// How many go.
        take: usize,
        /// What comes.
        put: Vec<(PageStory, DraftStory)>,
        /// The number the next story gets.
        next_story: u32,
    },
    /// What is known of the page.
    Metadata(Metadata),
    /// The text is read and cut in another way.
    Reading(Box<TextReading>),
}

/// A text as it was read and cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct TextReading {
    /// The text, where the bytes were read in another encoding.
    pub(super) text: Option<Text>,
    pub(super) options: CutOptions,
    pub(super) draft: Draft,
    pub(super) stories: Vec<PageStory>,
    pub(super) next_story: u32,
}

/// The steps made, to go back and forth in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct History {
    /// What takes each edit back, the last one last.
    undo: Vec<PageStep>,
    /// What makes each edit again that was taken back.
    redo: Vec<PageStep>,
}

impl History {
    /// A new edit was made, which `back` takes back.
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
    /// About how much memory it takes.
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
    /// Takes the last edit back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.history.undo.pop() else { return false };
        let forth = self.make(step);
        self.history.redo.push(forth);
        true
    }

    /// Makes the edit again that was taken back last; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.history.redo.pop() else { return false };
        let back = self.make(step);
        self.history.undo.push(back);
        true
    }

    /// Makes a step, and gives the one that takes it back.
    pub(super) fn make(&mut self, step: PageStep) -> PageStep {
        self.revision = self.revision.wrapping_add(1);
        let back = self.exchange(step);
        // A history that was kept and is damaged must not end the worker.
        if !self.is_whole() {
            self.name_anew();
        }
        back
    }

    /// Puts what a step holds in the place of what is there, and what is there into the step.
    fn exchange(&mut self, step: PageStep) -> PageStep {
        match step {
            PageStep::Metadata(metadata) => {
                PageStep::Metadata(std::mem::replace(&mut self.metadata, metadata))
            }
            PageStep::Stories { at, take, put, next_story } => {
                // The places are those of a whole page, unless the history is damaged.
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
