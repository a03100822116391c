//! Groups of word forms that are counted as one word.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::{Vocabulary, WordId};
use crate::lexicon::RegionalWording;
use crate::text::fold;

/// The forms that are counted as one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Each form by itself, as printed.
    #[default]
    None,
    /// The writings of one word in either script: 臺灣, 台灣 and 台湾.
    Variants,
    /// Also the words of several regions for one thing: 的士, 計程車 and 出租車.
    Regional,
}

impl Grouping {
    /// Returns the key that forms have in common which are counted as one word.
    pub fn key(self, form: &str) -> Cow<'_, str> {
        match self {
            Self::None => Cow::Borrowed(form),
            Self::Variants => Cow::Owned(fold(form)),
            Self::Regional => {
                let folded = fold(form);
                match RegionalWording::bundled().common(&folded) {
                    Some(common) => Cow::Borrowed(common),
                    None => Cow::Owned(folded),
                }
            }
        }
    }
}

/// The word forms of a vocabulary grouped by their key: 臺灣 and 台灣 are one group.
///
/// The name of a group is the smallest number among its forms, that of the earliest one.
#[derive(Clone, Debug, Default)]
pub struct Variants {
    grouping: Grouping,
    group: Vec<WordId>,
    by_key: FxHashMap<String, WordId>,
}

impl Variants {
    /// Creates groups without a form; `None` where no forms are grouped.
    pub fn new(grouping: Grouping) -> Option<Self> {
        (grouping != Grouping::None).then(|| Self { grouping, ..Self::default() })
    }

    /// Groups the forms added since the last call; linear in those.
    pub fn update(&mut self, vocabulary: &Vocabulary) {
        for number in (0..).skip(self.group.len()).take(vocabulary.len().saturating_sub(self.group.len())) {
            let id = WordId(number);
            let key = self.grouping.key(vocabulary.form(id)).into_owned();
            self.group.push(*self.by_key.entry(key).or_insert(id));
        }
    }

    /// Returns the group of a form.
    pub fn group(&self, id: WordId) -> WordId {
        self.group.get(id.0 as usize).copied().unwrap_or(id)
    }

    /// Returns the group of the forms with this folded form or another that is counted as one with it, if there is one.
    pub fn named(&self, folded: &str) -> Option<WordId> {
        self.by_key.get(&*self.grouping.key(folded)).copied()
    }

    /// Returns true if a text is a word for which other regions have another one.
    pub fn is_regional(&self, text: &str) -> bool {
        self.grouping == Grouping::Regional && RegionalWording::bundled().common(&fold(text)).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_word_are_one_group() {
        let mut vocabulary = Vocabulary::default();
        let [first, other, variant] = ["臺灣", "香港", "台灣"].map(|form| vocabulary.intern(form));
        let mut variants = Variants::new(Grouping::Variants).unwrap();
        variants.update(&vocabulary);
        assert_eq!(variants.group(variant), first);
        assert_eq!(variants.group(other), other);
        let simplified = vocabulary.intern("台湾");
        variants.update(&vocabulary);
        assert_eq!(variants.group(simplified), first);
        assert_eq!(variants.named(&fold("臺灣")), Some(first));
        assert_eq!(variants.named("無"), None);
    }

    #[test]
    fn words_of_several_regions_are_one_group_where_that_is_asked() {
        let mut vocabulary = Vocabulary::default();
        let [cab, taxi] = ["的士", "出租车"].map(|form| vocabulary.intern(form));
        for (grouping, same) in [(Grouping::Variants, false), (Grouping::Regional, true)] {
            let mut variants = Variants::new(grouping).unwrap();
            variants.update(&vocabulary);
            assert_eq!(variants.group(taxi) == variants.group(cab), same);
            assert_eq!(variants.named(&fold("計程車")), same.then_some(cab));
        }
        assert!(Variants::new(Grouping::None).is_none());
    }
}
