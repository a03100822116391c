//! Function words that treebanks cut and newspapers print as one word: 除 了, 隨 着, 實際 上, 另 一 方面.
//!
//! They are found by rule in the dictionaries. A conjunction, preposition, adverb, pronoun or particle of
//! jieba's dictionary is one word if it is frequent, or less so and in rime-cantonese too (換 言 之); a verb if
//! it is frequent and in both (還 有). A numeral or demonstrative stays apart from what it counts or points
//! at: 一 個, 這 種.

use duidu::text::fold;
use rustc_hash::FxHashSet;

use crate::data::Words;

/// Minimum frequency of such a word in jieba's dictionary.
const FREQUENT: u64 = 3000;

/// The same if both dictionaries have it.
const AGREED: u64 = 100;

/// Maximum number of tokens that make up one.
const LONGEST: usize = 3;

/// Characters with which a numeral or demonstrative begins, folded.
const DETERMINERS: &str = "一二三四五六七八九十百千万亿零两几数多半第这那该每各某";

/// The function words of the dictionaries, folded.
#[derive(Debug)]
pub(crate) struct FunctionWords(FxHashSet<String>);

impl FunctionWords {
    /// Reads jieba's dictionary (“word frequency tag”) and rime-cantonese's words (one per line).
    pub(crate) fn read(jieba: &str, rime: &str) -> Self {
        let rime: FxHashSet<String> = rime.lines().map(fold).collect();
        let words = jieba.lines().filter_map(|line| {
            let mut columns = line.split(' ');
            let (word, frequency, tag) = (fold(columns.next()?), columns.next()?, columns.next()?);
            let least = match (tag, rime.contains(&word)) {
                ("c" | "d" | "p" | "r" | "u", true) => AGREED,
                ("c" | "d" | "p" | "r" | "u", false) | ("v", true) => FREQUENT,
                _ => return None,
            };
            let is_frequent = frequency.parse().is_ok_and(|frequency: u64| frequency >= least);
            let is_determined = word.starts_with(|first| DETERMINERS.contains(first));
            (is_frequent && !is_determined).then_some(word)
        });
        Self(words.collect())
    }

    /// Joins those that a sentence has in several tokens, the longest first.
    pub(crate) fn join(&self, words: &Words) -> Words {
        let mut joined = Words::with_capacity(words.len());
        let mut rest = words.as_slice();
        while let [first, ..] = rest {
            let whole =
                (2..=LONGEST).rev().filter_map(|count| rest.split_at_checked(count)).find(|(pieces, _)| {
                    let parted = pieces.iter().rev().skip(1).any(|piece| piece.1);
                    !parted && self.0.contains(&fold(&text(pieces)))
                });
            let (pieces, after) =
                whole.unwrap_or((std::slice::from_ref(first), rest.get(1..).unwrap_or_default()));
            joined.push((text(pieces), pieces.last().is_some_and(|last| last.1)));
            rest = after;
        }
        joined
    }
}

fn text(pieces: &[(String, bool)]) -> String {
    pieces.iter().map(|piece| piece.0.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequent_function_words_are_joined_and_what_is_counted_is_not() {
        let jieba = "除了 7785 p\n还有 18487 v\n不到 11072 v\n一个 142747 m\n这种 40923 r\n另一方面 3365 c\n与此 3 c\n换言之 128 c\n";
        let words = FunctionWords::read(jieba, "還有\n一個\n換言之\n");
        let join = |line: &str| -> String {
            let pieces: Words = line.split(' ').map(|word| (word.to_owned(), false)).collect();
            words.join(&pieces).into_iter().map(|word| word.0).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(join("除 了 這 種 還 有 一 個"), "除了 這 種 還有 一 個");
        assert_eq!(join("另 一 方面 不 到 與 此 換 言 之"), "另一方面 不 到 與 此 換言之");
        assert_eq!(words.join(&vec![("除".into(), true), ("了".into(), false)]).len(), 2);
    }
}
