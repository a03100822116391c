//! Lists of names of people, places and organisations, of which a text's stretches are looked up.
//!
//! A name is held as 24 bits of its hash, so that a list takes a byte and a half for each. A stretch that is no name is
//! taken for one about once in a thousand times, which training has seen as well.

use rustc_hash::FxHashMap;

use super::CharacterClasses;
use crate::segment::accurate::Hasher;

/// The shortest name of a list, in units.
const SHORTEST: usize = 2;
/// The longest name of a list, in units.
pub(super) const LONGEST: usize = 12;

/// Number of lists.
pub const NAME_LISTS: usize = 4;

/// Bits of a hash that are not held.
const LEFT_OUT: u32 = 64 - 24;

/// What the features know of names apart from the sentences that were learnt.
#[derive(Clone, Debug, Default)]
pub struct NameKnowledge {
    /// The lists of names.
    pub lists: NameLists,
    /// The classes of characters.
    pub classes: CharacterClasses,
}

/// The lists of names.
#[derive(Clone, Debug, Default)]
pub struct NameLists {
    /// The lists that have a name, as bits, by its hash.
    of: FxHashMap<u32, u8>,
}

impl NameLists {
    /// Makes lists of folded names, each of units as the texts have them.
    pub fn new(lists: [&mut dyn Iterator<Item = &[char]>; NAME_LISTS]) -> Self {
        let mut of = FxHashMap::default();
        for (list, names) in lists.into_iter().enumerate() {
            for name in names.filter(|name| (SHORTEST..=LONGEST).contains(&name.len())) {
                *of.entry(short(name.iter().fold(Hasher::default(), |hash, &c| hash.with(c))))
                    .or_default() |= 1 << list;
            }
        }
        Self { of }
    }

    /// Calls `found` with the length of each listed name at the beginning of these symbols, and the lists that have it.
    pub(super) fn at(&self, symbols: &[char], mut found: impl FnMut(usize, u8)) {
        let mut hash = Hasher::default();
        for (length, &symbol) in (1..=LONGEST).zip(symbols) {
            hash = hash.with(symbol);
            if length >= SHORTEST
                && let Some(&lists) = self.of.get(&short(hash))
            {
                found(length, lists);
            }
        }
    }

    /// Encodes the lists: for each the number of its names, then the differences of their sorted hashes.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for list in 0..NAME_LISTS {
            let names = self.of.iter().filter(|(_, lists)| *lists >> list & 1 == 1);
            let mut names: Vec<u32> = names.map(|(&name, _)| name).collect();
            names.sort_unstable();
            write(&mut bytes, names.len() as u32);
            let before = [0].into_iter().chain(names.iter().copied());
            names.iter().zip(before).for_each(|(name, before)| write(&mut bytes, name - before));
        }
        bytes
    }

    /// Decodes lists from the beginning of some bytes, and returns what follows them.
    pub(super) fn decode(mut bytes: &[u8]) -> Option<(Self, &[u8])> {
        let mut of = FxHashMap::default();
        for list in 0..NAME_LISTS {
            let mut name = 0_u32;
            for _ in 0..read(&mut bytes)? {
                name = name.checked_add(read(&mut bytes)?)?;
                *of.entry(name).or_default() |= 1 << list;
            }
        }
        Some((Self { of }, bytes))
    }
}

fn short(hash: Hasher) -> u32 {
    (hash.finish() >> LEFT_OUT) as u32
}

/// Appends a number, seven bits to a byte, the lowest first.
pub(super) fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads such a number.
pub(super) fn read(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_they_were_written_and_find_their_names_only() {
        let names: Vec<Vec<char>> =
            ["香港", "香港大学", "陈美宝", "巴黎"].map(|name| name.chars().collect()).into();
        let mut places = [&names[0][..], &names[3]].into_iter();
        let mut bodies = [&names[1][..]].into_iter();
        let mut people = [&names[2][..], &names[3]].into_iter();
        let lists = NameLists::new([&mut people, &mut places, &mut bodies, &mut std::iter::empty()]);
        let mut bytes = lists.encode();
        bytes.push(7);
        let (read, rest) = NameLists::decode(&bytes).unwrap();
        assert_eq!(rest, [7]);
        let found = |text: &str| {
            let mut found = Vec::new();
            read.at(&text.chars().collect::<Vec<_>>(), |length, lists| found.push((length, lists)));
            found
        };
        assert_eq!(found("香港大学生"), [(2, 2), (4, 4)]);
        assert_eq!(found("巴黎人"), [(2, 3)]);
        assert_eq!(found("港大"), []);
        assert!(NameLists::decode(&bytes[..3]).is_none());
    }
}
