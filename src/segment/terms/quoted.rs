//! Text inside quotation marks that is a term as a whole: titles, and coinages of a few words.

use super::JoinReason;
use super::run::{Enclosure, TermCandidate, WordRun};
use crate::segment::Tag;

/// Maximum length of a title that is one unit, in characters: names of laws reach some thirty.
const LONGEST_TITLE: usize = 32;

/// Maximum number of words, and of characters, of a coinage in quotation marks. Longer text is speech.
const LONGEST_COINAGE: (usize, usize) = (4, 8);

/// Finds the whole run, if it is a title or a coinage.
pub(super) fn find(run: &WordRun, found: &mut Vec<TermCandidate>) {
    let words = run.len();
    if words < 2 {
        return;
    }
    let chars = run.chars(0, words);
    let is_term = match run.enclosure {
        Some(Enclosure::Title) => chars <= LONGEST_TITLE,
        Some(Enclosure::Quotation) => {
            let (most_words, most_chars) = LONGEST_COINAGE;
            words <= most_words && chars <= most_chars && run.words.iter().all(|word| is_content(word.tag))
        }
        None => false,
    };
    if is_term {
        let is_title = run.enclosure == Some(Enclosure::Title);
        let (tag, source) = if is_title { ("nz", JoinReason::Title) } else { ("n", JoinReason::Quoted) };
        found.push(TermCandidate { first: 0, end: words, tag: Tag::named(tag), source });
    }
}

/// Returns true if a tag is that of a content word: not a pronoun, adverb, particle, preposition,
/// conjunction, word of place, modal particle or interjection.
fn is_content(tag: Tag) -> bool {
    !tag.name().starts_with(['r', 'd', 'u', 'p', 'c', 'y', 'e', 'o', 'w', 'f'])
}
