//! Names of own texts and stories by their content, for addresses. They are made when asked for and remembered until a
//! page changes.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::corpus::Document;
use crate::ingest::Page;
use crate::view::ContentName;

use super::super::Engine;
use super::original;

/// Number of characters of a digest, of 5 bits each: texts by the ten thousand do not meet by chance.
const SOURCE: usize = 10;
const TEXT: usize = 8;

/// Digits and letters that cannot be mistaken for each other, as in Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Engine {
    /// Returns the names of all own texts, each followed by those of its stories.
    pub(in super::super) fn content_names(&mut self) -> Vec<ContentName> {
        let mut stories: FxHashMap<&str, Vec<&Document>> = FxHashMap::default();
        for document in self.corpus.documents() {
            stories.entry(&document.page).or_default().push(document);
        }
        let unnamed = self.texts.pages.iter().filter(|(number, _)| !self.texts.names.contains_key(number));
        let new: Vec<(u32, Vec<ContentName>)> = unnamed
            .map(|(&number, page)| {
                (number, names(page, stories.get(page.id.as_str()).map_or(&[], Vec::as_slice)))
            })
            .collect();
        self.texts.names.extend(new);
        self.texts.names.values().flatten().cloned().collect()
    }
}

fn names(page: &Page, stories: &[&Document]) -> Vec<ContentName> {
    let source = digest(&original(page), SOURCE);
    let of_page = ContentName { id: page.id.clone(), source: source.clone(), text: String::new() };
    let of_story = |story: &&Document| ContentName {
        id: story.id.clone(),
        source: source.clone(),
        text: digest(story.text.as_bytes(), TEXT),
    };
    std::iter::once(of_page).chain(stories.iter().map(of_story)).collect()
}

/// Returns the first characters of the SHA-256 of some bytes in base 32.
fn digest(bytes: &[u8], length: usize) -> String {
    let hash = Sha256::digest(bytes);
    let bit = |place: usize| usize::from(hash[place / 8] >> (7 - place % 8) & 1);
    let character = |at: usize| (0..5).fold(0, |value, place| value << 1 | bit(5 * at + place));
    (0..length).map(|at| char::from(ALPHABET[character(at)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_beginning_of_the_hash() {
        // SHA-256 of "abc" begins with ba 78 16 bf: 10111 01001 11100 00001 01101 01111.
        assert_eq!(digest(b"abc", 6), "q9w1df");
    }
}
