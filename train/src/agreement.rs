//! Agreement of one treebank with the others: two characters that the others more often have as one word than
//! as two are joined in it too.

use rustc_hash::FxHashMap;

use crate::data::Words;

/// For strings of two characters, their occurrences as one word and as two.
#[derive(Debug, Default)]
pub(crate) struct Agreement(FxHashMap<String, (u32, u32)>);

impl Agreement {
    /// Counts them in sentences.
    pub(crate) fn of<'w>(sentences: impl Iterator<Item = &'w Words>) -> Self {
        let mut counts: FxHashMap<String, (u32, u32)> = FxHashMap::default();
        for words in sentences {
            for (word, _) in words.iter().filter(|(word, _)| word.chars().count() == 2) {
                counts.entry(word.clone()).or_default().0 += 1;
            }
            for (first, second) in words.iter().zip(words.iter().skip(1)).filter(|(a, b)| is_pair(a, b)) {
                counts.entry(format!("{}{}", first.0, second.0)).or_default().1 += 1;
            }
        }
        Self(counts)
    }

    /// Joins the pairs of single characters in a sentence that the others mostly join.
    pub(crate) fn join(&self, words: &Words) -> Words {
        let mut joined: Words = Vec::with_capacity(words.len());
        let mut open = false;
        for word in words {
            match joined.last_mut() {
                Some(last) if open && is_pair(last, word) && self.is_word(&last.0, &word.0) => {
                    last.0.push_str(&word.0);
                    last.1 = word.1;
                    open = false;
                }
                _ => {
                    joined.push(word.clone());
                    open = true;
                }
            }
        }
        joined
    }

    /// Returns true if the others have the string as one word at least twice, since once may be chance, and
    /// more than twice as often as two words.
    fn is_word(&self, first: &str, second: &str) -> bool {
        self.0.get(&format!("{first}{second}")).is_some_and(|&(one, two)| one >= 2 && one > 2 * two)
    }
}

fn is_pair(first: &(String, bool), second: &(String, bool)) -> bool {
    let single = |word: &str| word.chars().count() == 1;
    !first.1 && single(&first.0) && single(&second.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Words {
        line.split(' ').map(|word| (word.to_owned(), false)).collect()
    }

    #[test]
    fn pairs_are_joined_if_most_others_join_them_and_each_character_once() {
        let others = ["看到 書", "看到 人", "不 是", "不是 書", "不是 人", "到處 走", "到處 看"].map(words);
        let agreement = Agreement::of(others.iter());
        let joined = |line| agreement.join(&words(line)).into_iter().map(|word| word.0).collect::<Vec<_>>();
        assert_eq!(joined("看 到 處 走"), ["看到", "處", "走"]);
        assert_eq!(joined("不 是 書"), ["不", "是", "書"]);
    }
}
