//! The address of a concordance, and what its page asks.

use crate::corpus::{Scope, Units};
use crate::engine::{Ask, ConcordanceQuestion, ContextUnit, Near, Query, SortKey};
use crate::ui::routes::address::{Address, AddressWriter};
use crate::ui::routes::codec::{
    AddressPart, Parameter, Segmented, filled, folding, key, named, node, route, scope, variant, variant_name,
};
use crate::ui::routes::{CollocatesRoute, FoldChoice, Known, Viewed};
use crate::view::EntityKind;

/// Context next to a number, in characters.
const CONTEXT_BESIDE: u32 = 7;

/// Maximum number of occurrences listed next to a number.
const PLACES_BESIDE: u32 = 5;

route! {
    /// A concordance.
    ConcordanceRoute at "concordance" {
        /// The word looked up; empty before it is given.
        node: String, node();
        /// The stories searched.
        scope: Scope = Scope::Usual, scope("scope");
        /// The words the rows are sorted by, the first key first; empty for the order of the text.
        sort: Vec<SortKey>, key("sort");
        /// True if the rows of a story stay together when they are sorted.
        group: bool, key("group");
        /// The length of the context on each side.
        context: u32 = Self::CONTEXT, key("context");
        /// A word that must occur nearby, for the occurrences of a collocate.
        near: Option<Near>, NearPart;
        /// The kind of names that the node is one of, in all its forms.
        entity: Option<EntityKind>, key("entity");
        /// The unit of the context.
        unit: ContextUnit, named("unit");
        /// The forms that count as one word.
        fold: FoldChoice, folding();
        /// True to look the node up in the plain text.
        plain: bool, key("plain");
        /// True for contexts that go on over the ends of paragraphs.
        across: bool, key("across");
        /// The number of rows drawn at random; all of them if it is missing.
        sample: Option<u32>, key("sample");
        /// The number that the drawing depends on.
        seed: u32, key("seed");
        /// True to show where in each story the node occurs, in place of the rows.
        plot: bool, key("plot");
        /// The units of segmentation.
        units: Units, Segmented;
    }
}

impl ConcordanceRoute {
    /// Default context, in characters.
    pub const CONTEXT: u32 = 24;

    /// Greatest distance from the node of a word that rows can be sorted by.
    pub const FARTHEST: u8 = 3;

    /// The words of the left context, in the order of reading outward from the node.
    pub const LEFTWARD: [SortKey; 3] = [SortKey::Left(1), SortKey::Left(2), SortKey::Left(3)];

    /// The words of the right context, in the same order.
    pub const RIGHTWARD: [SortKey; 3] = [SortKey::Right(1), SortKey::Right(2), SortKey::Right(3)];

    /// Returns the query of the concordance, unless no node is given yet.
    pub(crate) fn query(&self) -> Option<Query<ConcordanceQuestion>> {
        let question = ConcordanceQuestion {
            node: self.node.clone(),
            entity: self.entity,
            scope: self.scope.clone(),
            fold_variants: self.fold.variants(),
            fold_regional: self.fold.regional(),
            context: Some(self.context),
            unit: self.unit,
            sort: self.sort.clone(),
            group_by_story: self.group,
            near: self.near.clone(),
            limit: None,
            plain: self.plain,
            across: self.across,
            sample: self.sample,
            seed: self.seed,
        };
        (!self.node.is_empty()).then(|| question.over(self.units))
    }

    /// Returns the query of the first occurrences of the node, shown next to a number that counts them.
    pub(crate) fn first_places(&self) -> Query<ConcordanceQuestion> {
        ConcordanceQuestion {
            node: self.node.clone(),
            entity: self.entity,
            scope: self.scope.clone(),
            fold_variants: self.fold.variants(),
            fold_regional: self.fold.regional(),
            context: Some(CONTEXT_BESIDE),
            near: self.near.clone(),
            limit: Some(PLACES_BESIDE),
            ..ConcordanceQuestion::default()
        }
        .over(self.units)
    }

    /// Returns the query of the occurrences of a word, shown next to a story.
    pub(crate) fn places_beside(&self) -> Query<ConcordanceQuestion> {
        let question = ConcordanceQuestion {
            node: self.node.clone(),
            context: Some(CONTEXT_BESIDE),
            ..ConcordanceQuestion::default()
        };
        question.over(self.units)
    }
}

/// The parameters `near`, `left` and `right`; without a word nearby, none of them.
struct NearPart;

impl AddressPart<Option<Near>> for NearPart {
    fn read(&self, address: &mut Address, _: Option<Near>) -> Option<Near> {
        Some(Near {
            word: filled("near").read(address, None)?,
            left: key("left").read(address, CollocatesRoute::SPAN),
            right: key("right").read(address, CollocatesRoute::SPAN),
        })
    }

    fn write(&self, value: &Option<Near>, _: &Option<Near>, writer: &mut AddressWriter) {
        if let Some(Near { word, left, right }) = value {
            key("near").write(&Some(word.clone()), &None, writer);
            key("left").write(left, &CollocatesRoute::SPAN, writer);
            key("right").write(right, &CollocatesRoute::SPAN, writer);
        }
    }
}

impl Parameter for EntityKind {
    fn parse(value: &str) -> Option<Self> {
        variant(value)
    }

    fn parameter(&self) -> String {
        variant_name(self)
    }
}

impl Parameter for Vec<SortKey> {
    fn parse(value: &str) -> Option<Self> {
        Some(match value {
            // The names in older addresses, which had only these two.
            "left" => ConcordanceRoute::LEFTWARD.to_vec(),
            "right" => ConcordanceRoute::RIGHTWARD.to_vec(),
            keys => keys.split(',').filter_map(sort_key).collect(),
        })
    }

    fn parameter(&self) -> String {
        self.iter().map(|key| sort_name(*key)).collect::<Vec<_>>().join(",")
    }
}

/// Returns the name of a sort key in an address and in `window.duidu`.
pub(super) fn sort_name(key: SortKey) -> String {
    match key {
        SortKey::Left(n) => format!("L{n}"),
        SortKey::Node => "N".to_owned(),
        SortKey::Right(n) => format!("R{n}"),
    }
}

/// Reverses [`sort_name`].
pub(super) fn sort_key(name: &str) -> Option<SortKey> {
    if name == "N" {
        return Some(SortKey::Node);
    }
    let place = |digits: &str| digits.parse().ok().filter(|&n: &u8| n > 0);
    match name.split_at_checked(1)? {
        ("L", digits) => place(digits).map(SortKey::Left),
        ("R", digits) => place(digits).map(SortKey::Right),
        _ => None,
    }
}

impl Viewed for ConcordanceRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        self.query().map(Query::from).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_asked_before_a_node_is_given() {
        assert_eq!(ConcordanceRoute::default().query(), None);
    }
}
