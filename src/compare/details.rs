//! The closer description of a difference: another script, or the wording of another region.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::alignment::{Detail, DifferenceType};
use super::pieces::{SideSymbols, SymbolDifference, wider as with};
use super::side::Side;
use crate::lexicon::RegionalWording;
use crate::text::{Script, fold_char, is_script_pair, script};

/// Facts about both texts as wholes.
#[derive(Clone, Copy)]
pub(super) struct Knowledge<'a> {
    /// True if one text is Traditional and the other Simplified, so that 臺 and 台 too are a matter of script.
    pub(super) scripts_differ: bool,
    /// True for each text that is Traditional for certain, so that 后 in it is another word than 後.
    is_traditional: (bool, bool),
    /// Words that differ by region.
    pub(super) regional: &'a RegionalWording,
}

/// Characters that Simplified script writes alike, two a line, but that are words of their own in Traditional text.
const ONE_WORD_EACH: &str = include_str!("tables/one-word-each.txt");

static WORDS_OF_THEIR_OWN: LazyLock<FxHashSet<(char, char)>> = LazyLock::new(|| {
    let lines = ONE_WORD_EACH.lines().filter(|line| !line.starts_with('#'));
    let both = lines.filter_map(|line| {
        let mut chars = line.chars();
        chars.next().zip(chars.next())
    });
    both.flat_map(|(a, b)| [(a, b), (b, a)]).collect()
});

impl<'a> Knowledge<'a> {
    /// Collects the facts about two texts.
    pub(super) fn of(a: Side<'a>, b: Side<'a>) -> Self {
        let scripts = (script(a.text), script(b.text));
        let scripts_differ = match scripts {
            (Some(a), Some(b)) => a != b && [a, b].contains(&Script::Simplified),
            _ => false,
        };
        let is_traditional = (scripts.0 == Some(Script::Traditional), scripts.1 == Some(Script::Traditional));
        Self { scripts_differ, is_traditional, regional: a.regional }
    }

    /// Returns true if two characters of Traditional text are two words, one of them likely an error. The one that
    /// Simplified text has for both is no error where the text may be Simplified.
    pub(super) fn is_other_word(self, a: &str, b: &str) -> bool {
        let is_certain = |(a, b): &(char, char)| match fold_char(*a) == *b {
            true => self.is_traditional.1,
            false if fold_char(*b) == *a => self.is_traditional.0,
            false => self.is_traditional == (true, true),
        };
        a.chars().zip(b.chars()).any(|pair| WORDS_OF_THEIR_OWN.contains(&pair) && is_certain(&pair))
    }

    /// Returns true if a piece of variants differs in script alone.
    pub(super) fn is_script(
        self,
        a: &SideSymbols<'_>,
        b: &SideSymbols<'_>,
        piece: &SymbolDifference,
    ) -> bool {
        piece.kind == DifferenceType::Variant
            && (self.scripts_differ || {
                let printed =
                    |passage: &SideSymbols<'_>, range| passage.printed(range).chars().collect::<Vec<_>>();
                let (a, b) = (printed(a, &piece.a), printed(b, &piece.b));
                a.len() == b.len() && a.iter().zip(&b).all(|(&a, &b)| a == b || is_script_pair(a, b))
            })
    }

    /// Widens a wording to the words of the table, if equal units of `before` and `after` complete them: in 特朗普 and 川普
    /// only 特朗 and 川 differ.
    pub(super) fn regional(
        self,
        a: &SideSymbols<'_>,
        b: &SideSymbols<'_>,
        piece: &SymbolDifference,
        before: usize,
        after: usize,
    ) -> Option<SymbolDifference> {
        if !matches!(
            piece.kind,
            DifferenceType::Wording | DifferenceType::Addition | DifferenceType::Omission
        ) {
            return None;
        }
        let longest = self.regional.longest();
        let room = longest.checked_sub(piece.a.len().max(piece.b.len()))?;
        for wider in 0..=room {
            for (back, on) in (0..=wider.min(before)).zip((0..=wider).rev()) {
                if on > after {
                    continue;
                }
                let (range_a, range_b) = (with(&piece.a, back, on), with(&piece.b, back, on));
                if self.regional.pair(a.printed(&range_a), b.printed(&range_b)).is_some() {
                    let detail = Some(Detail::Regional);
                    return Some(SymbolDifference {
                        kind: DifferenceType::Wording,
                        a: range_a,
                        b: range_b,
                        detail,
                    });
                }
            }
        }
        None
    }
}
