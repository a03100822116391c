//! The addresses of reuse: the matrix of a scope, the dot plot of a pair, the sources of a story.

use super::address::{Address, AddressWriter};
use super::{Order, scope};
use crate::compare::MINIMUM_RUN;
use crate::corpus::Scope;
use crate::engine::SourcesQuestion;

/// All stories of a scope compared with each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimilarityRoute {
    /// The stories.
    pub scope: Scope,
    /// Least run of characters that counts.
    pub min: u32,
    /// The order of the table of pairs.
    pub order: Option<Order>,
}

/// Two stories as a dot plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DotsRoute {
    /// The first story; both are empty for the pair last viewed.
    pub a: String,
    /// The second story.
    pub b: String,
    /// Least run of characters that is drawn.
    pub min: u32,
}

/// Other occurrences of the sentences of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcesRoute {
    /// The story; empty for the one last viewed.
    pub id: String,
    /// The stories searched.
    pub scope: Scope,
    /// Least run of characters that counts.
    pub min: u32,
    /// The order of the table.
    pub order: Option<Order>,
}

impl DotsRoute {
    /// Default least run: shorter ones are set phrases, which cloud a plot.
    pub const MINIMUM: u32 = 6;
}

impl Default for SimilarityRoute {
    fn default() -> Self {
        Self { scope: Scope::All, min: MINIMUM_RUN, order: None }
    }
}

impl Default for DotsRoute {
    fn default() -> Self {
        Self { a: String::new(), b: String::new(), min: Self::MINIMUM }
    }
}

impl Default for SourcesRoute {
    fn default() -> Self {
        Self { id: String::new(), scope: Scope::All, min: SourcesQuestion::MIN_RUN, order: None }
    }
}

/// Reads the least run of an address, 1 or more.
fn minimum(address: &Address, default: u32) -> u32 {
    address.count("min").unwrap_or(default).max(1)
}

impl SimilarityRoute {
    pub(super) fn parse(address: &Address) -> Self {
        Self {
            scope: address.scope("scope"),
            min: minimum(address, MINIMUM_RUN),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        AddressWriter::at(&["similarity"])
            .raw("scope", scope::parameter(&self.scope))
            .number("min", Some(self.min).filter(|&min| min != MINIMUM_RUN))
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}

impl DotsRoute {
    pub(super) fn parse(address: &Address, a: &str, b: &str) -> Self {
        Self { a: a.to_owned(), b: b.to_owned(), min: minimum(address, Self::MINIMUM) }
    }

    pub(super) fn href(&self) -> String {
        let named = !self.a.is_empty() || !self.b.is_empty();
        let path: &[&str] = if named { &["dots", &self.a, &self.b] } else { &["dots"] };
        AddressWriter::at(path).number("min", Some(self.min).filter(|&min| min != Self::MINIMUM)).finish()
    }
}

impl SourcesRoute {
    pub(super) fn parse(address: &Address, id: &str) -> Self {
        Self {
            id: id.to_owned(),
            scope: address.scope("scope"),
            min: minimum(address, SourcesQuestion::MIN_RUN),
            order: Order::parse(address.text("order")),
        }
    }

    pub(super) fn href(&self) -> String {
        let path: &[&str] = if self.id.is_empty() { &["sources"] } else { &["sources", &self.id] };
        AddressWriter::at(path)
            .raw("scope", scope::parameter(&self.scope))
            .number("min", Some(self.min).filter(|&min| min != SourcesQuestion::MIN_RUN))
            .text("order", Order::parameter(self.order.as_ref()).as_deref())
            .finish()
    }
}
