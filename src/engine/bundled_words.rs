//! The words of the bundled stories, which are shipped: the first screen needs no model.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::LexiconInfo;
use crate::segment::{Tag, TokenSpan};
use crate::text::{Span, saturating_u32};

/// The table as a test writes it, with the model that this build ships.
const TABLE: &[u8] = include_bytes!("../../seeds/words.bin");

/// The words of each bundled story, as the model of this build segments it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct BundledWords {
    model: Option<LexiconInfo>,
    stories: FxHashMap<String, Vec<TokenSpan>>,
}

/// The table on its way to the file.
#[derive(Serialize, Deserialize)]
struct WrittenWords {
    model: LexiconInfo,
    stories: Vec<WrittenStory>,
}

#[derive(Serialize, Deserialize)]
struct WrittenStory {
    id: String,
    /// The length in bytes and the tag of each token.
    tokens: Vec<(u32, u8)>,
}

impl BundledWords {
    /// Reads the table of this build; empty if it cannot be read, so that the model is asked.
    pub(super) fn shipped() -> Self {
        let Ok(WrittenWords { model, stories }) = postcard::from_bytes(TABLE) else { return Self::default() };
        let stories = stories.into_iter().map(|story| (story.id, spans(&story.tokens))).collect();
        Self { model: Some(model), stories }
    }

    /// Returns the model that the words are of.
    pub(super) fn model(&self) -> Option<&LexiconInfo> {
        self.model.as_ref()
    }

    /// Returns the tokens of a story, which tile its text.
    pub(super) fn tokens(&self, story: &str, text: &str) -> Option<&[TokenSpan]> {
        let tokens = self.stories.get(story)?;
        (tokens.last()?.span.end as usize == text.len()).then_some(tokens)
    }
}

/// Writes the table of some stories, which a test compares with the one that is shipped.
///
/// # Errors
/// Those of the serializer.
pub fn write_bundled_words<'a>(
    model: &LexiconInfo,
    stories: impl IntoIterator<Item = (&'a str, &'a [TokenSpan])>,
) -> Result<Vec<u8>, postcard::Error> {
    let written = |(id, tokens): (&str, &[TokenSpan])| WrittenStory {
        id: id.to_owned(),
        tokens: tokens.iter().map(|token| (length(token.span), token.tag.number())).collect(),
    };
    let stories = stories.into_iter().map(written).collect();
    postcard::to_allocvec(&WrittenWords { model: model.clone(), stories })
}

fn length(span: Span) -> u32 {
    saturating_u32(span.len())
}

fn spans(tokens: &[(u32, u8)]) -> Vec<TokenSpan> {
    let mut end = 0_u32;
    let spans = tokens.iter().map(|&(length, tag)| {
        let start = end;
        end = end.saturating_add(length);
        TokenSpan { span: Span { start, end }, tag: Tag::numbered(tag) }
    });
    spans.collect()
}
