//! The address of a text as two segmenters split it, and what its page asks.

use crate::corpus::{Mode, Units};
use crate::engine::{Ask, Passage, Query, SegmentationsQuestion};
use crate::ui::routes::codec::{PathSegment, named, route};
use crate::ui::routes::{Known, Viewed};

route! {
    /// One text segmented in two ways.
    SegmentersRoute at "segmenters" {
        /// The story; empty for a text of the reader's, which is not part of the address.
        id: String, PathSegment;
        /// The mode of segmentation on one side.
        a: Mode = Mode::Accurate, named("a");
        /// The mode of segmentation on the other side.
        b: Mode = Mode::Fast, named("b");
    }
}

impl SegmentersRoute {
    /// Returns the query of a text as both segmenters split it.
    pub(crate) fn query(&self, passage: Passage) -> Query<SegmentationsQuestion> {
        let of = |mode: Mode| Units { mode, ..Units::default() };
        SegmentationsQuestion { passage, other: of(self.b) }.over(of(self.a))
    }
}

impl Viewed for SegmentersRoute {
    fn queries(&self, _: &Known<'_>) -> Vec<Query> {
        let story = Some(self.id.clone()).filter(|id| !id.is_empty());
        story.map(|id| self.query(Passage::Story(id)).into()).into_iter().collect()
    }

    /// Leaves the address as it is: without a story, the text is the reader's.
    fn settle(&mut self, _: &Known<'_>) {}
}
