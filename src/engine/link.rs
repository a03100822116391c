//! Own texts inside a link: a session file with only these texts, compressed, which the address has after its `#`. No
//! server sees that part of an address.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use serde_json::Map;

use crate::corpus::BlockKind;
use crate::ingest::{Page, Story};
use crate::lexicon::{self, Correction, Key};
use crate::text::{fold, saturating_u32};
use crate::view::{LinkContents, LinkStory, PackedTexts};

use super::{Engine, EngineError, LinkError, SessionError, session};

/// The first character of what is packed: the version of its form.
const VERSION: char = '1';

/// The most characters of own texts in a link. Programs that pass links on cut very long ones.
const MOST_CHARACTERS: u32 = 8_000;

/// The most characters of a link's parameter. Texts of that many characters need half of it.
const MOST_PACKED: usize = 48_000;

/// The most bytes of an unpacked file: what a made-up link may cost.
const MOST_UNPACKED: usize = 4_000_000;

/// The most entries of the dictionary that go along.
const MOST_ENTRIES: usize = 200;

impl Engine {
    /// Packs the own stories among these, with what the reader's dictionary says of words and of places in them.
    pub(super) fn pack_texts(&self, ids: &[String]) -> PackedTexts {
        let pages: Vec<Page> = self
            .pages()
            .filter_map(|page| {
                let places: Vec<usize> = ids.iter().filter_map(|id| page.place_of(id)).collect();
                (!places.is_empty()).then(|| page.to_send(&places))
            })
            .collect();
        let characters = pages.iter().flat_map(stories).fold(0, |sum, story| sum + story.characters);
        let packed = (characters <= MOST_CHARACTERS && !pages.is_empty()).then(|| {
            pack(&session::write(pages.iter(), self.entries_about(&pages, ids), Map::new(), String::new()))
        });
        PackedTexts {
            packed: packed.flatten().filter(|packed| packed.len() <= MOST_PACKED),
            characters,
            most: MOST_CHARACTERS,
        }
    }

    /// Writes the entries of the reader's dictionary about some stories: their places, and words that occur in them.
    fn entries_about(&self, pages: &[Page], ids: &[String]) -> String {
        let texts: Vec<String> = pages.iter().map(|page| fold(&page.source.text)).collect();
        let is_sent = |correction: &&Correction| match correction.key() {
            Key::Place(place) => ids.contains(&place.story),
            Key::Difference(a, b) => ids.contains(&a.story) && ids.contains(&b.story),
            Key::Regional(line) => {
                let mut words = line.split(['\t', '/']).map(|word| word.trim_end_matches('?'));
                words.any(|word| texts.iter().any(|text| text.contains(word)))
            }
            Key::Word(word) => texts.iter().any(|text| text.contains(&fold(&word))),
        };
        lexicon::write(self.dictionary().iter().filter(is_sent).take(MOST_ENTRIES))
    }
}

/// Reads what a link brings, without taking it in.
pub(super) fn link_contents(packed: &str) -> Result<LinkContents, EngineError> {
    let session = unpack(packed)?;
    let (pages, entries) = session::contents(&session).map_err(|error| match error {
        SessionError::TooNew { .. } => LinkError::TooNew,
        SessionError::NotASession { .. } => LinkError::Broken,
    })?;
    let found = pages.iter().flat_map(stories).collect::<Vec<_>>();
    if found.is_empty() {
        return Err(LinkError::Broken.into());
    }
    Ok(LinkContents { stories: found, entries: saturating_u32(entries), session })
}

/// Describes the stories of a page.
fn stories(page: &Page) -> Vec<LinkStory> {
    let described = |story: Story| {
        let headline = story.blocks.iter().find(|block| block.kind == BlockKind::Headline);
        LinkStory {
            title: headline.map(|block| block.text.clone()).unwrap_or_default(),
            paper: story.paper,
            date: story.date,
            characters: saturating_u32(
                story.blocks.iter().map(|block| block.text.chars().count()).sum::<usize>(),
            ),
        }
    };
    page.as_stories().into_iter().map(described).collect()
}

/// Compresses a text; `None` if it does not fit into a link at all.
fn pack(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(MOST_PACKED);
    let mut compress = Compress::new(Compression::best(), true);
    let status = compress.compress_vec(text.as_bytes(), &mut bytes, FlushCompress::Finish).ok()?;
    (status == Status::StreamEnd).then(|| format!("{VERSION}{}", BASE64.encode(bytes)))
}

/// Reverses [`pack`]. A link that was cut off has no end of the stream, or not its checksum.
fn unpack(packed: &str) -> Result<String, LinkError> {
    if packed.len() > MOST_PACKED {
        return Err(LinkError::TooLong);
    }
    let mut characters = packed.chars();
    match characters.next() {
        None => return Err(LinkError::CutOff),
        Some(VERSION) => {}
        Some(version) if version.is_ascii_alphanumeric() => return Err(LinkError::TooNew),
        Some(_) => return Err(LinkError::Broken),
    }
    let packed = characters.as_str();
    // A last character alone is less than a byte.
    let whole = packed.get(..packed.len() - usize::from(packed.len() % 4 == 1)).unwrap_or(packed);
    let bytes = lenient().decode(whole).map_err(|_| LinkError::Broken)?;
    let mut text = Vec::with_capacity(MOST_UNPACKED.min(bytes.len().saturating_mul(8)));
    let mut decompress = Decompress::new(true);
    loop {
        let (read, written) = (decompress.total_in(), text.len());
        let rest = usize::try_from(read).ok().and_then(|read| bytes.get(read..)).unwrap_or_default();
        let status = decompress
            .decompress_vec(rest, &mut text, FlushDecompress::None)
            .map_err(|_| LinkError::Broken)?;
        match status {
            Status::StreamEnd => break,
            _ if text.len() > MOST_UNPACKED => return Err(LinkError::TooLong),
            _ if text.len() == text.capacity() => text.reserve(text.len().max(1024)),
            // Nothing more comes out of what is there.
            _ if decompress.total_in() == read && text.len() == written => return Err(LinkError::CutOff),
            _ => {}
        }
    }
    String::from_utf8(text).map_err(|_| LinkError::Broken)
}

/// Returns a reader of Base64 that takes what was cut within a byte.
fn lenient() -> base64::engine::GeneralPurpose {
    let config = base64::engine::GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(base64::engine::DecodePaddingMode::RequireNone);
    base64::engine::GeneralPurpose::new(&base64::alphabet::URL_SAFE, config)
}

#[cfg(test)]
mod tests;
