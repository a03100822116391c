//! The address of one of the reader's own texts, and what its page asks.

use crate::engine::{Ask, Query, TextPageQuestion};
use crate::ui::routes::codec::{PathSegment, key, route};
use crate::ui::routes::{Known, Viewed};

route! {
    /// One of the reader's own texts.
    TextRoute at "texts" {
        /// The page, such as `u1`.
        id: String, PathSegment;
        /// The line to go to, counted from 1.
        line: Option<u32>, key("line");
    }
}

impl TextRoute {
    /// Returns the query of the text.
    pub(crate) fn query(&self) -> Query<TextPageQuestion> {
        TextPageQuestion { id: self.id.clone() }.query()
    }
}

impl Viewed for TextRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        vec![self.query().into()]
    }

    /// Leaves the address as it is: it names a page, not a story.
    fn settle(&mut self, _: &Known<'_>) {}
}
