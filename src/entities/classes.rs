//! Classes of characters that occur in like surroundings.

use rustc_hash::FxHashMap;

use super::lists::{read, write};

/// The class of a character that has none.
const NONE: [u8; 2] = [255; 2];

/// The classes of characters, in few and in many classes.
#[derive(Clone, Debug, Default)]
pub struct CharacterClasses {
    of: FxHashMap<char, [u8; 2]>,
}

impl CharacterClasses {
    /// Takes the classes of folded characters.
    pub fn new(classes: impl Iterator<Item = (char, [u8; 2])>) -> Self {
        Self { of: classes.collect() }
    }

    /// Returns the classes of a folded character.
    pub(super) fn of(&self, symbol: char) -> [u8; 2] {
        self.of.get(&symbol).copied().unwrap_or(NONE)
    }

    /// Encodes the classes: the number of characters, the differences of their sorted codes, the few and the many classes.
    pub fn encode(&self) -> Vec<u8> {
        let mut all: Vec<(u32, [u8; 2])> =
            self.of.iter().map(|(&c, &classes)| (u32::from(c), classes)).collect();
        all.sort_unstable();
        let mut bytes = Vec::new();
        write(&mut bytes, all.len() as u32);
        let before = [0].into_iter().chain(all.iter().map(|(code, _)| *code));
        all.iter().zip(before).for_each(|((code, _), before)| write(&mut bytes, code - before));
        for part in 0..2 {
            bytes.extend(all.iter().map(|(_, classes)| classes[part]));
        }
        bytes
    }

    /// Decodes classes from the beginning of some bytes, and returns what follows them.
    pub(super) fn decode(mut bytes: &[u8]) -> Option<(Self, &[u8])> {
        let number = read(&mut bytes)? as usize;
        if number > bytes.len() {
            return None;
        }
        let mut code = 0_u32;
        let mut codes = Vec::with_capacity(number);
        for _ in 0..number {
            code = code.checked_add(read(&mut bytes)?)?;
            codes.push(char::from_u32(code)?);
        }
        let (few, bytes) = bytes.split_at_checked(number)?;
        let (many, bytes) = bytes.split_at_checked(number)?;
        let classes = few.iter().zip(many).map(|(&few, &many)| [few, many]);
        Some((Self { of: codes.into_iter().zip(classes).collect() }, bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_read_as_they_were_written() {
        let classes = CharacterClasses::new([('港', [3, 90]), ('一', [0, 1])].into_iter());
        let mut bytes = classes.encode();
        bytes.push(7);
        let (read, rest) = CharacterClasses::decode(&bytes).unwrap();
        assert_eq!(rest, [7]);
        assert_eq!(['港', '一', '二'].map(|c| read.of(c)), [[3, 90], [0, 1], NONE]);
        assert!(CharacterClasses::decode(&bytes[..4]).is_none());
    }
}
