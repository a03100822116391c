//! Names that are mended by rule, because the sentences that were learnt have too few of their kind.

use super::EntityKind;
use super::sentence::{EntitySentence, SeenWord, WORD_GROUPS};
use crate::segment::Tag;

/// A name: its first unit, the unit after its last, its kind.
type Name = (usize, usize, EntityKind);

/// Folded characters that stand for a country, two of which side by side are two places.
const COUNTRIES: &str = "中美英法德俄日韩朝印";

/// The groups of listed words that are people, and that of the list of places.
const PEOPLE: [usize; 3] = [0, 1, WORD_GROUPS];
const KNOWN_PLACES: usize = WORD_GROUPS + 1;

/// Mends the names of a sentence.
pub(super) fn mended(sentence: &EntitySentence, names: Vec<Name>) -> Vec<Name> {
    let mend = |name: Name| {
        let name = without_preposition(sentence, name);
        if is_common_word(sentence, name) {
            return Vec::new();
        }
        two_countries(sentence, known_place(sentence, name))
    };
    names.into_iter().flat_map(mend).collect()
}

/// Takes a preposition off the beginning of a name: 同 普京.
fn without_preposition(sentence: &EntitySentence, (first, end, kind): Name) -> Name {
    let mut words = sentence.words_of(first, end);
    let (Some(before), Some(name)) = (words.next(), words.next()) else { return (first, end, kind) };
    let is_preposition = before.first == first
        && before.end == first + 1
        && matches!(Tag::numbered(before.tag).name(), "p" | "c" | "d" | "u" | "uj");
    let is_name = name.end - name.first > 1
        && (EntityKind::of_tag(Tag::numbered(name.tag)).is_some() || Tag::numbered(name.tag) == Tag::UNKNOWN);
    if is_preposition && is_name { (name.first, end, kind) } else { (first, end, kind) }
}

/// Returns true if what was taken for a person is a word of the dictionary that is none: 達成.
fn is_common_word(sentence: &EntitySentence, (first, end, kind): Name) -> bool {
    let mut words = sentence.words_of(first, end);
    let is_whole = |word: &SeenWord| word.first == first && word.end == end && end - first > 1;
    let is_common = |word: &SeenWord| {
        matches!(
            Tag::numbered(word.tag).name(),
            "v" | "vn" | "vd" | "vi" | "a" | "ad" | "an" | "d" | "c" | "p" | "m" | "t"
        )
    };
    kind == EntityKind::Person && words.next().is_some_and(|word| is_whole(word) && is_common(word))
}

/// Makes a place of what was taken for a person if it is a known place and no known person: 高雄.
fn known_place(sentence: &EntitySentence, (first, end, kind): Name) -> Name {
    let units = sentence.units.get(first..end).unwrap_or_default();
    let is_listed = |group: usize| {
        let ends = units.first().zip(units.last());
        let ends = ends.and_then(|(first, last)| first.lists.get(group).zip(last.lists.get(group)));
        ends.is_some_and(|(first, last)| {
            first & 3 == 1 && last & 3 == 3 && usize::from(first >> 2 & 7) == units.len()
        })
    };
    let is_place =
        kind == EntityKind::Person && is_listed(KNOWN_PLACES) && !PEOPLE.into_iter().any(is_listed);
    (first, end, if is_place { EntityKind::Place } else { kind })
}

/// Divides a place of two countries: 中俄.
fn two_countries(sentence: &EntitySentence, (first, end, kind): Name) -> Vec<Name> {
    let units = sentence.units.get(first..end).unwrap_or_default();
    let are_countries = units.len() == 2 && units.iter().all(|unit| COUNTRIES.contains(unit.symbol));
    if kind == EntityKind::Place && are_countries {
        vec![(first, first + 1, kind), (first + 1, end, kind)]
    } else {
        vec![(first, end, kind)]
    }
}
