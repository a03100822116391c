//! Stories with given words, for tests that do not concern segmentation.

use std::rc::Rc;

use crate::corpus::{BlockKind, BlockKinds, Document, Grouping, Token, Tokens, Variants, Vocabulary};
use crate::ingest::{Story, StoryBlock};
use crate::lexicon::RegionalWording;
use crate::segment::Tag;
use crate::text::{Span, is_word_character};

use super::Subcorpus;

/// Some stories with their words.
pub(super) struct Sample {
    stories: Vec<(Document, Tokens)>,
    vocabulary: Vocabulary,
    grouping: Grouping,
}

/// Makes stories of one paragraph each: words separated by spaces, which are not part of the text, and after
/// `/` an optional part of speech. A line feed begins another paragraph.
pub(super) fn sample(stories: &[&str]) -> Sample {
    let mut sample =
        Sample { stories: Vec::new(), vocabulary: Vocabulary::default(), grouping: Grouping::None };
    for (number, story) in stories.iter().enumerate() {
        sample.add(number, story);
    }
    sample
}

impl Sample {
    /// Counts writings of one word as one.
    pub(super) fn folded(mut self) -> Self {
        self.grouping = Grouping::Variants;
        self
    }

    pub(super) fn documents(&self) -> Vec<&Document> {
        self.stories.iter().map(|(document, _)| document).collect()
    }

    pub(super) fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    pub(super) fn subcorpus(&self) -> Subcorpus {
        let mut variants = Variants::new(self.grouping, RegionalWording::bundled());
        if let Some(variants) = &mut variants {
            variants.update(&self.vocabulary);
        }
        let stories = self.stories.iter().map(|(document, tokens)| (document, tokens));
        Subcorpus::new(stories, BlockKinds::ALL, variants.map(Rc::new))
    }

    fn add(&mut self, number: usize, story: &str) {
        let mut blocks = Vec::new();
        let mut all = Vec::new();
        let mut start = 0;
        for line in story.split('\n') {
            let mut text = String::new();
            for word in line.split(' ').filter(|word| !word.is_empty()) {
                let (form, tag) = word.split_once('/').unwrap_or((word, "x"));
                let at = start + text.len();
                text.push_str(form);
                all.push(Token {
                    span: Span::new(at, at + form.len()),
                    word: self.vocabulary.intern(form),
                    tag: Tag::named(tag).number(),
                    is_word: form.contains(is_word_character),
                });
            }
            start += text.len() + 1;
            blocks.push(StoryBlock { kind: BlockKind::Paragraph, text });
        }
        let story = Story { id: number.to_string(), blocks, ..Story::default() };
        self.stories.push((Document::from(story), Tokens { all }));
    }
}
