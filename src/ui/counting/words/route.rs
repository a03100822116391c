//! The address of a word list, and what its page asks.

use crate::corpus::{Scope, Units};
use crate::engine::{Ask, Query, WordFilter, WordListQuestion};
use crate::ui::counting::words::stop_choice::{StopChoice, StopWordsPart};
use crate::ui::routes::codec::{Segmented, folding, key, route, scope};
use crate::ui::routes::{Cuts, FoldChoice, Known, Order, Viewed};

route! {
    /// A word list.
    WordsRoute at "words" {
        /// The stories counted.
        scope: Scope = Scope::Usual, scope("scope");
        /// Least frequency listed.
        min: u32 = 1, key("min");
        /// A text that a listed word contains, or a pattern it matches.
        filter: String, key("filter");
        /// The part of speech listed; empty for all.
        tag: String, key("tag");
        /// Least number of characters.
        shortest: Option<u32>, key("shortest");
        /// Greatest number of characters.
        longest: Option<u32>, key("longest");
        /// The stop words left out.
        stop: StopChoice, StopWordsPart;
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

impl WordsRoute {
    /// Returns the query of the list. The page itself filters by a part of a word as it is typed; a pattern is left to
    /// the engine.
    pub(crate) fn query(&self) -> Query<WordListQuestion> {
        WordListQuestion {
            scope: self.scope.clone(),
            fold_variants: self.fold.variants(),
            fold_regional: self.fold.regional(),
            stop_words: self.stop.stop_words(),
            filter: WordFilter {
                contains: String::new(),
                pattern: pattern(&self.filter).unwrap_or_default().to_owned(),
                tag: self.tag.clone(),
                min_length: self.shortest,
                max_length: self.longest,
            },
            min_frequency: self.min,
            by_story: true,
            limit: None,
        }
        .over(self.units)
    }
}

/// Returns a filter that is a pattern: a regular expression between slashes, or a text with wildcards.
fn pattern(filter: &str) -> Option<&str> {
    let regex = filter.len() > 2 && filter.starts_with('/') && filter.ends_with('/');
    (regex || !filter.starts_with('/') && filter.contains(['*', '?'])).then_some(filter)
}

/// Returns the text that a filter wants in a word; empty if it is a pattern or about to become one.
pub(super) fn contained(filter: &str) -> &str {
    if filter.starts_with('/') || pattern(filter).is_some() { "" } else { filter }
}

impl Viewed for WordsRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![self.query().into()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_a_text_or_a_pattern() {
        assert_eq!((pattern("合作"), contained("合作")), (None, "合作"));
        assert_eq!((pattern("合*"), contained("合*")), (Some("合*"), ""));
        assert_eq!((pattern("/第.+/"), contained("/第.+/")), (Some("/第.+/"), ""));
        assert_eq!((pattern("/第"), contained("/第")), (None, ""), "half typed");
        assert_eq!(pattern("//"), None);
    }
}
