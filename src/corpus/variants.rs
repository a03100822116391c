//! Groups of word forms that are writings of one word.

use rustc_hash::FxHashMap;

use super::{Vocabulary, WordId};
use crate::text::fold;

/// The word forms of a vocabulary grouped by their folded form: 臺灣 and 台灣 are one group.
///
/// The name of a group is the smallest number among its forms, that of the earliest one.
#[derive(Clone, Debug, Default)]
pub struct Variants {
    group: Vec<WordId>,
    by_folded: FxHashMap<String, WordId>,
}

impl Variants {
    /// Groups the forms added since the last call; linear in those.
    pub fn update(&mut self, vocabulary: &Vocabulary) {
        for number in (0..).skip(self.group.len()).take(vocabulary.len().saturating_sub(self.group.len())) {
            let id = WordId(number);
            let group = *self.by_folded.entry(fold(vocabulary.form(id))).or_insert(id);
            self.group.push(group);
        }
    }

    /// Returns the group of a form.
    pub fn group(&self, id: WordId) -> WordId {
        self.group.get(id.0 as usize).copied().unwrap_or(id)
    }

    /// Returns the group of the forms that fold to `folded`, if there is one.
    pub fn named(&self, folded: &str) -> Option<WordId> {
        self.by_folded.get(folded).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_word_are_one_group() {
        let mut vocabulary = Vocabulary::default();
        let [first, other, variant] = ["臺灣", "香港", "台灣"].map(|form| vocabulary.intern(form));
        let mut variants = Variants::default();
        variants.update(&vocabulary);
        assert_eq!(variants.group(variant), first);
        assert_eq!(variants.group(other), other);
        let simplified = vocabulary.intern("台湾");
        variants.update(&vocabulary);
        assert_eq!(variants.group(simplified), first);
        assert_eq!(variants.named(&fold("臺灣")), Some(first));
        assert_eq!(variants.named("無"), None);
    }
}
