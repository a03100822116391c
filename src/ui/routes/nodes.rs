//! The addresses about a node: its concordance and its collocates.

use super::address::{Address, AddressWriter};
use super::counts::filled;
use super::{Order, scope};
use crate::corpus::{Scope, Units};
use crate::engine::{CollocatesQuestion, ContextUnit, Near, SortKey};

/// A concordance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConcordanceRoute {
    /// The word looked up; empty before it is given.
    pub node: String,
    /// The stories searched.
    pub scope: Scope,
    /// The words the rows are sorted by, the first key first; empty for the order of the text.
    pub sort: Vec<SortKey>,
    /// True if the rows of a story stay together when they are sorted.
    pub group: bool,
    /// The length of the context on each side.
    pub context: u32,
    /// The unit of the context.
    pub unit: ContextUnit,
    /// A word that must occur nearby, for the occurrences of a collocate.
    pub near: Option<Near>,
    /// True if the variant writings of a word are found together.
    pub fold: bool,
    /// The units of segmentation.
    pub units: Units,
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

    pub(super) fn parse(address: &Address) -> Self {
        Self {
            node: address.text("node").unwrap_or_default(),
            scope: address.scope("scope"),
            sort: match address.raw("sort") {
                // The names in older addresses, which had only these two.
                Some("left") => Self::LEFTWARD.to_vec(),
                Some("right") => Self::RIGHTWARD.to_vec(),
                other => other.unwrap_or_default().split(',').filter_map(sort_key).collect(),
            },
            group: address.flag("group"),
            context: address.count("context").unwrap_or(Self::CONTEXT),
            unit: match address.raw("unit") {
                Some("word") => ContextUnit::Word,
                _ => ContextUnit::Character,
            },
            near: address.text("near").filter(|word| !word.is_empty()).map(|word| Near {
                word,
                left: address.count("left").unwrap_or(CollocatesRoute::SPAN),
                right: address.count("right").unwrap_or(CollocatesRoute::SPAN),
            }),
            fold: address.flag("fold"),
            units: address.units(),
        }
    }

    pub(super) fn href(&self) -> String {
        let keys: Vec<String> = self.sort.iter().map(|key| sort_name(*key)).collect();
        AddressWriter::at(&["concordance"])
            .text("node", filled(&self.node))
            .raw("scope", scope::parameter(&self.scope))
            .raw("sort", (!keys.is_empty()).then(|| keys.join(",")))
            .flag("group", self.group)
            .number("context", Some(self.context).filter(|&context| context != Self::CONTEXT))
            .text("near", self.near.as_ref().map(|near| near.word.as_str()))
            .number(
                "left",
                self.near.as_ref().map(|near| near.left).filter(|&left| left != CollocatesRoute::SPAN),
            )
            .number(
                "right",
                self.near.as_ref().map(|near| near.right).filter(|&right| right != CollocatesRoute::SPAN),
            )
            .text("unit", (self.unit == ContextUnit::Word).then_some("word"))
            .flag("fold", self.fold)
            .units(self.units)
            .finish()
    }
}

impl Default for ConcordanceRoute {
    fn default() -> Self {
        Self {
            node: String::new(),
            scope: Scope::All,
            sort: Vec::new(),
            group: false,
            context: Self::CONTEXT,
            unit: ContextUnit::Character,
            near: None,
            fold: false,
            units: Units::default(),
        }
    }
}

/// Returns the name of a sort key in an address and in `window.duidu`.
pub fn sort_name(key: SortKey) -> String {
    match key {
        SortKey::Left(n) => format!("L{n}"),
        SortKey::Node => "N".to_owned(),
        SortKey::Right(n) => format!("R{n}"),
    }
}

/// Reverses [`sort_name`].
pub fn sort_key(name: &str) -> Option<SortKey> {
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

/// The words near a node, in one scope or in two compared scopes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollocatesRoute {
    /// The node; empty before it is given.
    pub node: String,
    /// The stories searched.
    pub scope: Scope,
    /// The stories compared with them.
    pub beside: Option<Scope>,
    /// Number of words examined before the node.
    pub left: u32,
    /// Number of words examined after the node.
    pub right: u32,
    /// Least number of occurrences of a listed word near the node.
    pub min: u32,
    /// True if the variant writings of a word count as one word.
    pub fold: bool,
    /// The units of segmentation.
    pub units: Units,
    /// The order of the table.
    pub order: Option<Order>,
}

impl CollocatesRoute {
    /// Default number of words on each side.
    pub const SPAN: u32 = 5;

    /// Default least number of occurrences: a single one may be chance.
    pub const MINIMUM: u32 = 2;

    pub(super) fn parse(address: &Address) -> Self {
        // The field corrects a wider span; the engine refuses one beyond its limit with a message.
        Self {
            node: address.text("node").unwrap_or_default(),
            scope: address.scope("scope"),
            beside: address.raw("beside").map(scope::parse),
            left: address.count("left").unwrap_or(Self::SPAN),
            right: address.count("right").unwrap_or(Self::SPAN),
            min: address.count("min").unwrap_or(Self::MINIMUM),
            fold: address.flag("fold"),
            units: address.units(),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        let beside = self.beside.as_ref();
        AddressWriter::at(&["collocates"])
            .text("node", filled(&self.node))
            .raw("scope", scope::parameter(&self.scope))
            .raw("beside", beside.map(|scope| scope::parameter(scope).unwrap_or_else(|| "all".to_owned())))
            .number("left", Some(self.left).filter(|&left| left != Self::SPAN))
            .number("right", Some(self.right).filter(|&right| right != Self::SPAN))
            .number("min", Some(self.min).filter(|&min| min != Self::MINIMUM))
            .flag("fold", self.fold)
            .units(self.units)
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }

    /// The widest span on one side.
    pub const WIDEST: u32 = CollocatesQuestion::WIDEST;
}

impl Default for CollocatesRoute {
    fn default() -> Self {
        Self {
            node: String::new(),
            scope: Scope::All,
            beside: None,
            left: Self::SPAN,
            right: Self::SPAN,
            min: Self::MINIMUM,
            fold: false,
            units: Units::default(),
            order: None,
        }
    }
}
