//! A page of a paper's electronic edition: several stories whose headlines the page itself marks, with kickers above and
//! decks below them in the same table.

use std::ops::Range;

use super::blocks::HtmlPage;
use super::judged::JudgedBlock;
use super::one_story::FoundKind;
use crate::ingest::BlockKind;
use crate::ingest::cut::kind_by_wording;

/// The least stories of such a page.
const LEAST: usize = 2;

/// The most lines of kickers above a headline, and the longest kicker or deck in characters.
const KICKERS: usize = 2;
const LONGEST: usize = 40;

/// Returns the kinds of the blocks of such a page; `None` where the page is none.
pub(super) fn marked_stories(page: &HtmlPage, judged: &[JudgedBlock]) -> Option<Vec<FoundKind>> {
    let search = MarkedSearch { page, judged };
    let is_head =
        |at: &usize| page.blocks.get(*at).is_some_and(|block| block.evidence.headline && !block.in_frame);
    let is_own = |at: &usize| is_head(at) && !search.judged(*at).linked && search.judged(*at).length >= 2;
    let heads: Vec<usize> = (0..page.blocks.len()).filter(is_own).collect();
    let ends = heads.iter().skip(1).copied().chain([page.blocks.len()]);
    let texts = heads.iter().zip(ends).map(|(&head, end)| search.text(head, end));
    let texts: Vec<Range<usize>> = texts.collect::<Option<_>>()?;
    (heads.len() >= LEAST).then(|| search.kinds(&heads, &texts))
}

struct MarkedSearch<'p> {
    page: &'p HtmlPage,
    judged: &'p [JudgedBlock],
}

impl MarkedSearch<'_> {
    fn judged(&self, at: usize) -> JudgedBlock {
        self.judged.get(at).copied().unwrap_or_default()
    }

    fn is_text(&self, at: usize) -> bool {
        let is_caption = self.page.blocks.get(at).is_some_and(|block| block.evidence.caption);
        self.judged(at).running && !self.judged(at).linked && !is_caption
    }

    /// Returns the blocks from the first text below a headline to the last one in the same element.
    fn text(&self, head: usize, end: usize) -> Option<Range<usize>> {
        let first = (head..end).skip(1).find(|&at| self.is_text(at))?;
        let is_beside = |at: &usize| self.is_text(*at) && self.page.around(*at) == self.page.around(first);
        let last = (first..end).rev().find(is_beside)?;
        Some(first..last.saturating_add(1))
    }

    fn kinds(&self, heads: &[usize], texts: &[Range<usize>]) -> Vec<FoundKind> {
        let mut kinds = vec![Some(BlockKind::Furniture); self.judged.len()];
        let mut put = |at: usize, kind: FoundKind| {
            if let Some(place) = kinds.get_mut(at) {
                *place = kind;
            }
        };
        let mut free = 0;
        for (&head, text) in heads.iter().zip(texts) {
            let is_beside =
                |at: &usize| self.is_plain(*at) && self.page.around(*at) == self.page.around(head);
            let above = (free..head).rev().take(KICKERS).take_while(is_beside);
            above.for_each(|at| put(at, Some(BlockKind::Kicker)));
            put(head, Some(BlockKind::Headline));
            for at in (head..text.start).skip(1) {
                put(at, if is_beside(&at) { Some(BlockKind::Deck) } else { self.aside(at) });
            }
            for at in text.clone() {
                let is_title = self.judged(at).heading && self.is_plain(at);
                put(
                    at,
                    match self.is_text(at) {
                        true => self.paragraph(at),
                        false if is_title => Some(BlockKind::Subhead),
                        false => self.aside(at),
                    },
                );
            }
            free = text.end;
        }
        kinds
    }

    /// Returns the kind of a block of text; several lines are left to the cutting.
    fn paragraph(&self, at: usize) -> FoundKind {
        let block = self.page.blocks.get(at)?;
        (!block.text.trim().contains('\n')).then_some(BlockKind::Paragraph)
    }

    /// Returns true if a block could be a kicker or a deck by its form.
    fn is_plain(&self, at: usize) -> bool {
        let judged = self.judged(at);
        let is_worded = || {
            let worded = self.page.blocks.get(at).and_then(|block| kind_by_wording(&block.text));
            !matches!(worded, None | Some(BlockKind::Kicker))
        };
        !judged.chrome && !judged.linked && (2..=LONGEST).contains(&judged.length) && !is_worded()
    }

    /// Returns the kind of a block beside the text: a name, the words under a picture, else furniture.
    fn aside(&self, at: usize) -> FoundKind {
        let block = self.page.blocks.get(at).filter(|_| !self.judged(at).chrome && !self.judged(at).linked);
        let Some(block) = block else { return Some(BlockKind::Furniture) };
        match kind_by_wording(&block.text) {
            Some(kind @ (BlockKind::Byline | BlockKind::Caption | BlockKind::Note)) => Some(kind),
            _ if block.evidence.caption => Some(BlockKind::Caption),
            _ => Some(BlockKind::Furniture),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut_known};

    #[test]
    fn kickers_and_decks_stand_about_the_marked_headlines_of_an_electronic_edition() {
        let text = "<p>　　【本報訊】花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。</p>";
        let row = |text: &str| format!("<tr><td align=center>{text}</td></tr>");
        let story = |at: usize| {
            let marked = row(&format!("<strong><founder-title>花城第{at}區停電</founder-title></strong>"));
            let (kicker, deck) = (row("街坊摸黑"), row("公司：中午恢復"));
            format!(
                "<table>{kicker}{marked}{deck}</table><table><tr><td class=picdesc>居民在門外等候</td></tr></table>\
                 <div>{text}{text}</div><table><tr><td><a href='#top'>返回</a></td></tr></table>"
            )
        };
        let stories: String = (1..4).map(story).collect();
        let html = format!("<title>2024年03月07日 第A2版：地方 - 花城日報電子版</title>{stories}");
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        let draft = cut_known(&decoded.text, &decoded.known, CutOptions::default());
        assert_eq!(draft.stories.len(), 3);
        for story in draft.stories {
            let count = |kind| story.blocks.iter().filter(|block| block.kind == kind).count();
            for kind in [BlockKind::Headline, BlockKind::Kicker, BlockKind::Deck, BlockKind::Caption] {
                assert_eq!(count(kind), 1, "{kind:?} {story:?}");
            }
            assert_eq!(count(BlockKind::Paragraph), 2, "{story:?}");
        }
    }
}
