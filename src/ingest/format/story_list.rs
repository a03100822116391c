//! A web page that is a list of stories: one shape, a heading with some text, again and again.

use super::blocks::HtmlPage;
use super::judged::JudgedBlock;
use super::one_story::FoundKind;
use crate::ingest::BlockKind;
use crate::ingest::cut::kind_by_wording;

/// The least stories that make a list.
const LEAST: usize = 3;

/// Maximum distance of an item's text below its heading, in blocks.
const REACH: usize = 4;

/// The kinds of the blocks of a list; `None` where the page is none.
pub(super) fn story_list(page: &HtmlPage, judged: &[JudgedBlock]) -> Option<Vec<FoundKind>> {
    list_of(page, judged, false).or_else(|| list_of(page, judged, true))
}

/// The kinds of the blocks of a list whose headlines are headings, or else short links.
fn list_of(page: &HtmlPage, judged: &[JudgedBlock], by_links: bool) -> Option<Vec<FoundKind>> {
    let list = StoryList { page, judged, by_links };
    let headings: Vec<usize> = (0..judged.len()).filter(|&at| list.is_heading(at)).collect();
    let items: Vec<(usize, usize)> =
        headings.iter().filter_map(|&heading| Some((heading, list.text_of(heading)?))).collect();
    let linked = items.iter().filter(|(heading, _)| list.judged(*heading).linked).count();
    if items.len() < LEAST || linked.saturating_mul(2) < items.len() || !list.holds_most(&items) {
        return None;
    }
    let mut kinds = vec![Some(BlockKind::Furniture); judged.len()];
    for (heading, text) in items {
        let mut put = |at: usize, kind: FoundKind| {
            if let Some(place) = kinds.get_mut(at) {
                *place = kind;
            }
        };
        put(heading, Some(BlockKind::Headline));
        for at in text..judged.len() {
            if list.is_heading(at) || !list.is_text(at) {
                break;
            }
            put(at, if list.is_lines(at) { None } else { Some(BlockKind::Paragraph) });
        }
    }
    Some(kinds)
}

struct StoryList<'p> {
    page: &'p HtmlPage,
    judged: &'p [JudgedBlock],
    by_links: bool,
}

impl StoryList<'_> {
    fn judged(&self, at: usize) -> JudgedBlock {
        self.judged.get(at).copied().unwrap_or_default()
    }

    fn is_lines(&self, at: usize) -> bool {
        self.page.blocks.get(at).is_some_and(|block| block.text.contains('\n'))
    }

    /// Returns true if a block could be an item's headline.
    fn is_heading(&self, at: usize) -> bool {
        let judged = self.judged(at);
        let is_link = self.by_links && judged.linked && !judged.running && (6..=60).contains(&judged.length);
        (judged.heading || is_link) && !judged.chrome && judged.length >= 2
    }

    fn is_text(&self, at: usize) -> bool {
        let judged = self.judged(at);
        let is_plain = self.page.blocks.get(at).is_some_and(|block| {
            !matches!(kind_by_wording(&block.text), Some(BlockKind::Furniture | BlockKind::Byline))
        });
        judged.running && judged.length >= 12 && is_plain
    }

    /// The first text of a heading's own.
    fn text_of(&self, heading: usize) -> Option<usize> {
        let reach = if self.by_links { 2 } else { REACH };
        let below = heading.saturating_add(1)..=heading.saturating_add(reach);
        below.take_while(|&at| at < self.judged.len() && !self.is_heading(at)).find(|&at| self.is_text(at))
    }

    /// Returns true if the items hold at least half of what the page says in sentences.
    fn holds_most(&self, items: &[(usize, usize)]) -> bool {
        let all = (0..self.judged.len()).filter(|&at| self.is_text(at));
        let all = all.fold(0_usize, |sum, at| sum.saturating_add(self.judged(at).length));
        let held = items.iter().fold(0_usize, |sum, (_, text)| sum.saturating_add(self.judged(*text).length));
        held.saturating_mul(2) >= all
    }
}
