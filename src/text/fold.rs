//! Folding for look-up: one form for all variants of a character.
//!
//! Variants such as 臺 and 台, or 衞, 衛 and 卫, full-width and half-width digits: each is mapped to one
//! form, always one character to one character, so that the n-th character of the folded copy corresponds to
//! the n-th of the text. The folded copy serves look-up and comparison only and is never shown.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// One-to-one Traditional to Simplified characters, from OpenCC (Apache-2.0, see `tables/LICENCE.md`).
const TRADITIONAL_TO_SIMPLIFIED: &str = include_str!("tables/traditional-to-simplified.tsv");

/// One-to-one variant characters, from OpenCC (Apache-2.0, see `tables/LICENCE.md`).
const VARIANT_TO_STANDARD: &str = include_str!("tables/variant-to-standard.tsv");

/// The CJK compatibility ideographs that the table of variants lacks, with their canonical equivalents in
/// Unicode (see `tables/LICENCE.md`).
const COMPATIBILITY_TO_UNIFIED: &str = include_str!("tables/compatibility-to-unified.tsv");

/// The size of the directly indexed table, which covers the basic plane.
const DIRECT: usize = 0x1_0000;

/// The entry of a character whose folded form is outside the basic plane. U+FFFF is not a character.
const ELSEWHERE: u16 = 0xFFFF;

struct FoldTable {
    /// The folded form by character; zero if a character folds to itself.
    direct: Vec<u16>,
    /// The pairs with a character outside the basic plane, on either side.
    rest: FxHashMap<char, char>,
}

static TABLE: LazyLock<FoldTable> = LazyLock::new(FoldTable::build);

/// Returns the form under which `c` is looked up and compared; `c` itself if there is no other.
#[inline]
pub fn fold_char(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    match TABLE.direct.get(c as usize) {
        Some(0) => c,
        Some(&ELSEWHERE) | None => TABLE.rest.get(&c).copied().unwrap_or(c),
        Some(&folded) => char::from_u32(u32::from(folded)).unwrap_or(c),
    }
}

/// Folds a text; the copy has as many characters as `text`.
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

impl FoldTable {
    fn build() -> Self {
        let simplified: FxHashMap<char, char> = pairs(TRADITIONAL_TO_SIMPLIFIED).collect();
        let is_simplified_form: rustc_hash::FxHashSet<char> = simplified.values().copied().collect();
        let mut map = simplified.clone();
        for (variant, standard) in pairs(VARIANT_TO_STANDARD) {
            // A character that is itself the Simplified form of another (么 of 麼) is unchanged: the table of
            // variants is about Traditional text, where it would have another reading.
            if !map.contains_key(&variant) && !is_simplified_form.contains(&variant) {
                map.insert(variant, simplified.get(&standard).copied().unwrap_or(standard));
            }
        }
        map.extend(pairs(COMPATIBILITY_TO_UNIFIED));
        for width in ('０'..='９').chain('Ａ'..='Ｚ').chain('ａ'..='ｚ').chain(['％']) {
            // The full-width forms are exactly 0xFEE0 above their ASCII counterparts.
            if let Some(narrow) = char::from_u32(width as u32 - 0xFEE0) {
                map.insert(width, narrow);
            }
        }

        let mut table = Self { direct: vec![0; DIRECT], rest: FxHashMap::default() };
        for &from in map.keys() {
            let to = settle(&map, from);
            if to == from {
                continue;
            }
            if let Some(entry) = table.direct.get_mut(from as usize) {
                *entry = u16::try_from(to as u32).unwrap_or(ELSEWHERE);
            }
            if from as usize >= DIRECT || to as usize >= DIRECT {
                table.rest.insert(from, to);
            }
        }
        table
    }
}

/// Follows the map to its end, so that folding twice equals folding once. A cycle ends at its smallest
/// member.
fn settle(map: &FxHashMap<char, char>, from: char) -> char {
    let mut seen = vec![from];
    let mut at = from;
    while let Some(&next) = map.get(&at) {
        if let Some(entry) = seen.iter().position(|&c| c == next) {
            return seen[entry..].iter().copied().min().unwrap_or(at);
        }
        seen.push(next);
        at = next;
    }
    at
}

/// Returns each Traditional character that has a Simplified form of its own, with that form.
pub(super) fn simplifications() -> impl Iterator<Item = (char, char)> {
    pairs(TRADITIONAL_TO_SIMPLIFIED)
}

fn pairs(table: &'static str) -> impl Iterator<Item = (char, char)> {
    table.lines().filter_map(|line| {
        let (from, to) = line.split_once('\t')?;
        let (mut from, mut to) = (from.chars(), to.chars());
        match (from.next(), from.next(), to.next(), to.next()) {
            (Some(from), None, Some(to), None) => Some((from, to)),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_tables_maps_one_character_to_one() {
        for table in [TRADITIONAL_TO_SIMPLIFIED, VARIANT_TO_STANDARD, COMPATIBILITY_TO_UNIFIED] {
            assert_eq!(pairs(table).count(), table.lines().count());
        }
    }

    #[test]
    fn variants_and_scripts_meet_in_one_form() {
        for kin in ["台臺", "衞衛卫", "裏裡里", "着著", "説說说", "綫線线", "ＡA", "９9", "為爲为", "麼么"]
        {
            let forms: Vec<char> = kin.chars().map(fold_char).collect();
            assert!(forms.iter().all(|&form| form == forms[0]), "{kin} folds to {forms:?}");
        }
    }

    #[test]
    fn folding_twice_is_folding_once_for_every_character() {
        for c in '\0'..=char::MAX {
            assert_eq!(fold_char(fold_char(c)), fold_char(c), "{c}");
        }
    }

    #[test]
    fn compatibility_ideographs_fold_to_unified_ones() {
        let leaves = |c: &char| fold_char(*c) == *c;
        let assigned =
            ('\u{F900}'..='\u{FA6D}').chain('\u{FA70}'..='\u{FAD9}').chain('\u{2F800}'..='\u{2FA1D}');
        // Twelve in this block are unified ideographs in spite of their place.
        let unified = "\u{FA0E}\u{FA0F}\u{FA11}\u{FA13}\u{FA14}\u{FA1F}\u{FA21}\u{FA23}\u{FA24}\u{FA27}\u{FA28}\u{FA29}";
        assert_eq!(assigned.filter(leaves).collect::<String>(), unified);
    }

    #[test]
    fn punctuation_is_left_alone() {
        let marks = "，。「」『』《》（）！？：；、—…·～";
        assert_eq!(fold(marks), marks);
    }
}
