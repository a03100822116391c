//! Sets of block kinds: the parts of a story that a scope includes.

use serde::{Deserialize, Serialize};

use super::BlockKind;

/// The kinds and their names in addresses and in JavaScript.
const NAMES: [(BlockKind, &str); 10] = [
    (BlockKind::Headline, "headline"),
    (BlockKind::Kicker, "kicker"),
    (BlockKind::Deck, "deck"),
    (BlockKind::Byline, "byline"),
    (BlockKind::Subhead, "subhead"),
    (BlockKind::Paragraph, "paragraph"),
    (BlockKind::PullQuote, "pullQuote"),
    (BlockKind::Caption, "caption"),
    (BlockKind::Note, "note"),
    (BlockKind::Furniture, "furniture"),
];

/// A set of block kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BlockKinds(u16);

impl BlockKinds {
    /// Every kind.
    pub const ALL: Self = Self(u16::MAX);
    /// The large print: kicker, headline and deck.
    pub const HEADLINES: Self =
        Self(bit(BlockKind::Headline) | bit(BlockKind::Kicker) | bit(BlockKind::Deck));
    /// Running text alone.
    pub const BODIES: Self = Self(bit(BlockKind::Paragraph));

    /// Makes a set of the given kinds.
    pub fn of(kinds: impl IntoIterator<Item = BlockKind>) -> Self {
        Self(kinds.into_iter().fold(0, |set, kind| set | bit(kind)))
    }

    /// Returns the kind of this name; `None` for an unknown name.
    pub fn named(name: &str) -> Option<BlockKind> {
        NAMES.iter().find(|(_, known)| *known == name).map(|&(kind, _)| kind)
    }

    /// Returns the names of all kinds.
    pub fn all_names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|&(_, name)| name)
    }

    /// Returns the names of the kinds in the set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        NAMES.iter().filter(move |(kind, _)| self.holds(*kind)).map(|&(_, name)| name)
    }

    /// Returns true if a kind is in the set.
    pub fn holds(self, kind: BlockKind) -> bool {
        self.0 & bit(kind) != 0
    }

    /// Returns the kinds in both sets.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

const fn bit(kind: BlockKind) -> u16 {
    1 << kind as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_kinds_map_to_each_other() {
        for (kind, name) in NAMES {
            assert_eq!(BlockKinds::named(name), Some(kind));
            assert_eq!(BlockKinds::of([kind]).names().collect::<Vec<_>>(), [name]);
            assert!(BlockKinds::ALL.holds(kind));
        }
        assert_eq!(BlockKinds::named("advertisement"), None);
    }

    #[test]
    fn headlines_and_bodies_have_nothing_in_common() {
        assert_eq!(BlockKinds::HEADLINES.and(BlockKinds::BODIES), BlockKinds::of([]));
        assert_eq!(BlockKinds::HEADLINES.names().collect::<Vec<_>>(), ["headline", "kicker", "deck"]);
    }
}
