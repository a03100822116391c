//! Groups of word forms that are counted as one word.

use std::borrow::Cow;
use std::sync::Arc;

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

/// The word forms of a vocabulary grouped by their key: 臺灣 and 台灣 are one group.
///
/// The name of a group is the smallest number among its forms, that of the earliest one.
#[derive(Clone, Debug, Default)]
pub struct Variants {
    /// The words of regions, if those for one thing are one group.
    regional: Option<Arc<RegionalWording>>,
    group: Vec<WordId>,
    by_key: FxHashMap<String, WordId>,
}

impl Variants {
    /// Creates groups without a form; `None` where no forms are grouped. `regional` has the words of regions.
    pub fn new(grouping: Grouping, regional: &Arc<RegionalWording>) -> Option<Self> {
        let regional = (grouping == Grouping::Regional).then(|| Arc::clone(regional));
        (grouping != Grouping::None).then(|| Self { regional, ..Self::default() })
    }

    /// Returns true if words of regions are no matter, or are taken from this table.
    pub fn is_by(&self, regional: &Arc<RegionalWording>) -> bool {
        self.regional.as_ref().is_none_or(|own| Arc::ptr_eq(own, regional))
    }

    /// Returns the key that forms have in common which are counted as one word.
    pub fn key(&self, form: &str) -> Cow<'_, str> {
        let folded = fold(form);
        let common = self.regional.as_ref().and_then(|regional| regional.common(&folded));
        common.map_or(Cow::Owned(folded), Cow::Borrowed)
    }

    /// Groups the forms added since the last call; linear in those.
    pub fn update(&mut self, vocabulary: &Vocabulary) {
        for number in (0..).skip(self.group.len()).take(vocabulary.len().saturating_sub(self.group.len())) {
            let id = WordId(number);
            let key = self.key(vocabulary.form(id)).into_owned();
            self.group.push(*self.by_key.entry(key).or_insert(id));
        }
    }

    /// Returns the group of a form.
    pub fn group(&self, id: WordId) -> WordId {
        self.group.get(id.0 as usize).copied().unwrap_or(id)
    }

    /// Returns the group of the forms with this folded form or another that is counted as one with it, if there is one.
    pub fn named(&self, folded: &str) -> Option<WordId> {
        self.by_key.get(&*self.key(folded)).copied()
    }

    /// Returns true if a text is a word for which other regions have another one.
    pub fn is_regional(&self, text: &str) -> bool {
        self.regional.as_ref().is_some_and(|regional| regional.common(&fold(text)).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_word_are_one_group() {
        let mut vocabulary = Vocabulary::default();
        let [first, other, variant] = ["臺灣", "香港", "台灣"].map(|form| vocabulary.intern(form));
        let mut variants = Variants::new(Grouping::Variants, RegionalWording::bundled()).unwrap();
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
            let mut variants = Variants::new(grouping, RegionalWording::bundled()).unwrap();
            variants.update(&vocabulary);
            assert_eq!(variants.group(taxi) == variants.group(cab), same);
            assert_eq!(variants.named(&fold("計程車")), same.then_some(cab));
        }
        assert!(Variants::new(Grouping::None, RegionalWording::bundled()).is_none());
    }
}
