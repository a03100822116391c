//! The address of several stories in one table, and what its page asks.

use serde::{Deserialize, Serialize};

use crate::corpus::Units;
use crate::engine::{Ask, Query, WitnessesQuestion};
use crate::ui::routes::codec::{PathSegment, Segmented, fold, named, punct, route};
use crate::ui::routes::{Known, Viewed};

/// The layout of several stories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WitnessesLayout {
    /// A table of sentences, with one column for each story.
    #[default]
    Table,
    /// 通稿: the text they share, and the stories that have each line.
    Wire,
    /// 校勘: the first story's text with the readings of the others below it.
    Edition,
}

impl WitnessesLayout {
    /// All layouts, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Table, Self::Wire, Self::Edition];
}

route! {
    /// Several stories on one event.
    WitnessesRoute at "witnesses" {
        /// The stories; the first is the base. Empty for the pair last viewed.
        ids: Vec<String>, PathSegment;
        /// The layout.
        layout: WitnessesLayout, named("layout");
        /// True if variant characters count as the same.
        fold_variants: bool, fold();
        /// True if punctuation is left out.
        ignore_punctuation: bool, punct();
        /// The units of segmentation.
        units: Units, Segmented;
    }
}

impl WitnessesRoute {
    /// Returns the query of the stories in one table, unless none is named yet.
    pub(crate) fn query(&self) -> Option<Query<WitnessesQuestion>> {
        let question = || WitnessesQuestion {
            ids: self.ids.clone(),
            base: None,
            fold_variants: self.fold_variants,
            ignore_punctuation: self.ignore_punctuation,
        };
        (!self.ids.is_empty()).then(|| question().over(self.units))
    }
}

impl Viewed for WitnessesRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        self.query().map(Query::from).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_before_a_story_is_named() {
        assert_eq!(WitnessesRoute::default().query(), None);
    }
}
