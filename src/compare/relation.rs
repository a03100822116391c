//! The relation of two texts as wholes.

use serde::{Deserialize, Serialize};

use super::alignment::Alignment;
use super::side::Side;
use crate::text::{Script, is_han, is_word_character, script};

/// The relation of two texts as wholes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Relation {
    /// They share something, and each has something of its own.
    #[default]
    Shared,
    /// Their running text is the same to the letter, in the same order.
    Identical,
    /// They share something, and one is in Traditional and the other in Simplified script.
    OtherScript,
    /// No sentence of one is like any of the other.
    NothingShared,
    /// The same, and only one is written in ideographs, as when one is a translation.
    OtherLanguage,
    /// One has no words in its running text, as a story with nothing but a headline.
    Empty,
}

impl Relation {
    /// Derives the relation from the alignment of `a` with `b`.
    pub fn of(a: Side<'_>, b: Side<'_>, alignment: &Alignment) -> Self {
        let empty = |side: Side<'_>| !bare(side).any(is_word_character);
        if empty(a) || empty(b) {
            return Self::Empty;
        }
        if bare(a).eq(bare(b)) {
            return Self::Identical;
        }
        if alignment.pairs.is_empty() {
            let other = is_written_in_ideographs(a) != is_written_in_ideographs(b);
            return if other { Self::OtherLanguage } else { Self::NothingShared };
        }
        match (script(a.text), script(b.text)) {
            (Some(a), Some(b)) if a != b && [a, b].contains(&Script::Simplified) => Self::OtherScript,
            _ => Self::Shared,
        }
    }
}

/// Returns the visible characters of a text's sentences.
fn bare<'a>(side: Side<'a>) -> impl Iterator<Item = char> + 'a {
    let sentences = side.sentences.iter().flat_map(move |span| span.of(side.text).chars());
    sentences.filter(|c| !c.is_whitespace())
}

/// Returns true if more than a third of the letters are ideographs. A Chinese text that cites foreign names has far
/// more, and a foreign text that cites Chinese ones far fewer.
fn is_written_in_ideographs(side: Side<'_>) -> bool {
    let letters = || bare(side).filter(|&c| is_word_character(c));
    letters().filter(|&c| is_han(c)).count() > letters().count() / 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::{Options, compare};
    use crate::lexicon::RegionalWording;
    use crate::text::Span;

    fn relation(a: &str, b: &str) -> Relation {
        let spans = |text: &str| crate::text::sentences(text, Span::new(0, text.len()));
        let (own, other) = (spans(a), spans(b));
        let a = Side { text: a, sentences: &own, tokens: &[], regional: RegionalWording::bundled() };
        let b = Side { text: b, sentences: &other, tokens: &[], regional: RegionalWording::bundled() };
        let there = Relation::of(a, b, &compare(a, b, Options::default()));
        assert_eq!(there, Relation::of(b, a, &compare(b, a, Options::default())));
        there
    }

    #[test]
    fn every_pair_of_texts_is_called_something() {
        let text = "各國代表團在首都機場會見記者。雙方簽署三項協議。";
        for (other, expected) in [
            (text, Relation::Identical),
            ("各國代表團在首都機場會見記者。 雙方簽署三項協議。", Relation::Identical),
            ("各國代表團在首都機場會見記者。雙方簽署四項協議。", Relation::Shared),
            ("各国代表团在首都机场会见记者。双方签署三项协议。", Relation::OtherScript),
            ("春眠不覺曉，處處聞啼鳥。", Relation::NothingShared),
            ("The delegations met the press. Both sides signed.", Relation::OtherLanguage),
            ("", Relation::Empty),
            ("  ", Relation::Empty),
        ] {
            assert_eq!(relation(text, other), expected, "{other}");
        }
    }
}
