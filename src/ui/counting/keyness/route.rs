//! The address of a keyness table, and what its page asks.

use serde::{Deserialize, Serialize};

use crate::corpus::{Scope, Units};
use crate::engine::{Ask, KeynessQuestion, Query, ReferenceCorpus};
use crate::ui::routes::codec::{Segmented, folding, key, named, route, scope};
use crate::ui::routes::{Cuts, FoldChoice, Known, Order, Reference, Viewed};
use crate::ui::scopes;
use crate::view::{KeynessMeasure, StoryRow};

/// All measures of keyness, the most popular first.
pub(super) const MEASURES: [KeynessMeasure; 7] = [
    KeynessMeasure::G2,
    KeynessMeasure::LogRatio,
    KeynessMeasure::Chi2,
    KeynessMeasure::Diff,
    KeynessMeasure::OddsRatio,
    KeynessMeasure::SimpleMaths,
    KeynessMeasure::Bic,
];

/// The direction of the keywords listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sign {
    /// Both directions, strongest first.
    #[default]
    Both,
    /// Words more frequent in the target.
    Positive,
    /// Words less frequent in the target.
    Negative,
}

route! {
    /// A keyness table.
    KeynessRoute at "keyness" {
        /// The stories in question.
        target: Scope = Scope::Usual, scope("target");
        /// The reference they are compared with.
        reference: Reference, key("reference");
        /// The measure that ranks the table.
        measure: KeynessMeasure, named("measure");
        /// Least frequency in both together.
        min: u32 = 1, key("min");
        /// The direction listed.
        sign: Sign, named("sign");
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

impl KeynessRoute {
    /// Returns the query of the table, unless it needs the reader's own list and there is none.
    pub(crate) fn query(&self, rows: &[StoryRow], list: Option<&str>) -> Option<Query<KeynessQuestion>> {
        let reference = match &self.reference {
            Reference::List => ReferenceCorpus::Table(list?.to_owned()),
            other => ReferenceCorpus::Scope(scopes::reference(other, &self.target, rows)),
        };
        let question = KeynessQuestion {
            target: self.target.clone(),
            reference,
            fold_variants: self.fold.variants(),
            fold_regional: self.fold.regional(),
            measure: self.measure,
            min_frequency: self.min,
            limit: None,
        };
        Some(question.over(self.units))
    }
}

impl Viewed for KeynessRoute {
    fn queries(&self, known: &Known<'_>) -> Vec<Query> {
        let query = known.rows.and_then(|rows| self.query(rows, known.list));
        query.map(Query::from).into_iter().collect()
    }

    /// Replaces everything compared with the rest, which would be everything compared with nothing: by the first two
    /// corpora of the reader, else by two stories.
    fn settle(&mut self, known: &Known<'_>) {
        if !scopes::is_whole(&self.target) || self.reference != Reference::Rest {
            return;
        }
        if let [a, b, ..] = known.corpora {
            (self.target, self.reference) = (a.clone(), Reference::Scope(b.clone()));
        } else if let Some((a, b)) = known.pair() {
            self.target = Scope::story(&a);
            self.reference = Reference::Scope(Scope::story(&b));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_is_not_there_is_not_asked_about() {
        let route = KeynessRoute { reference: Reference::List, ..KeynessRoute::default() };
        assert_eq!(route.query(&[], None), None);
        let query = route.query(&[], Some("詞\t1"));
        assert!(query.is_some_and(|query| matches!(query.question.reference, ReferenceCorpus::Table(_))));
    }
}
