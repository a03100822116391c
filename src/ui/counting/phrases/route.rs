//! The address of sequences of words, and what its page asks.

use crate::corpus::{Scope, Units};
use crate::engine::{Ask, NgramsQuestion, PhrasesQuestion, Query};
use crate::ui::routes::codec::{KeyedPart, Segmented, folding, key, route, scope};
use crate::ui::routes::{Cuts, FoldChoice, Known, Order, Viewed};

/// The parameter `kind`, which is `ngrams` where every sequence is listed.
const NGRAMS: KeyedPart<bool> = KeyedPart {
    name: "kind",
    parse: |value| Some(value == "ngrams"),
    print: |_| "ngrams".to_owned(),
    share: |_, _| {},
    ids: |_| Vec::new(),
};

route! {
    /// Sequences of words.
    PhrasesRoute at "phrases" {
        /// True to list every sequence; false for only those that any further word makes rarer.
        every: bool, NGRAMS;
        /// A node that every sequence listed holds; empty for all.
        node: String, key("node");
        /// The stories counted.
        scope: Scope = Scope::Usual, scope("scope");
        /// Least number of words.
        shortest: u32 = 2, key("shortest");
        /// Greatest number of words, if every sequence is listed.
        longest: u32 = 4, key("longest");
        /// Least frequency listed.
        min: u32 = 2, key("min");
        /// A text that a listed sequence contains.
        filter: String, key("filter");
        /// The forms that count as one word.
        fold: FoldChoice, folding();
        /// The units of segmentation.
        units: Units, Segmented;
        /// The values from which rows are listed.
        cuts: Cuts, key("cut");
        /// The order of the table.
        order: Option<Order>, key("order");
    }
}

impl PhrasesRoute {
    /// Returns the query of every sequence of words.
    pub(crate) fn ngrams(&self) -> Query<NgramsQuestion> {
        NgramsQuestion {
            scope: self.scope.clone(),
            fold_variants: self.fold.variants(),
            fold_regional: self.fold.regional(),
            node: self.node.clone(),
            min: self.shortest,
            max: Some(self.longest),
            min_frequency: self.min,
            limit: None,
        }
        .over(self.units)
    }

    /// Returns the query of the longest phrases that occur again.
    pub(crate) fn phrases(&self) -> Query<PhrasesQuestion> {
        PhrasesQuestion {
            scope: self.scope.clone(),
            fold_variants: self.fold.variants(),
            fold_regional: self.fold.regional(),
            min_words: self.shortest,
            min_frequency: self.min,
            limit: None,
        }
        .over(self.units)
    }
}

impl Viewed for PhrasesRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![if self.every { self.ngrams().into() } else { self.phrases().into() }]
    }
}
