//! The parts of the one story of a page: what stands above its text, in it and below it.

use super::blocks::{HtmlBlock, HtmlBlockKind};
use super::judged::JudgedBlock;
use super::one_story::{FoundKind, TitleSearch};
use crate::ingest::BlockKind;
use crate::ingest::cut::{date_in, kind_by_wording};

/// The most captions that may follow a text.
const MOST_CAPTIONS: usize = 8;

/// Arrows before links to other stories.
const ARROWS: [char; 3] = ['►', '▶', '→'];

impl TitleSearch<'_> {
    /// The kinds of all blocks.
    pub(super) fn kinds(&self, headline: usize, body: std::ops::Range<usize>) -> Vec<FoundKind> {
        let mut kinds = vec![Some(BlockKind::Furniture); self.page.blocks.len()];
        let last = body.clone().rev().find(|&at| self.is_body(at)).unwrap_or(body.start);
        let first = (headline.saturating_add(1)..body.end).find(|&at| self.is_body(at)).unwrap_or(body.start);
        let mut related = false;
        let end = self.end_of_captions(body.end);
        let boxes = self.boxes(last, body.end);
        for at in headline.saturating_sub(4)..end {
            let Some((block, judged)) = self.block(at) else { continue };
            related = judged.related || related && !self.is_paragraph(at) && !self.heads_paragraph(at);
            let kind = if at == headline {
                related = false;
                Some(BlockKind::Headline)
            } else if at < headline {
                let is_picture =
                    block.evidence.caption && !judged.chrome && !judged.linked && !block.in_frame;
                Some(if is_picture { BlockKind::Caption } else { BlockKind::Furniture })
            } else if related {
                Some(BlockKind::Furniture)
            } else if at < first {
                self.above(at, headline)
            } else if at <= last || boxes.contains(&at) {
                self.inside(at)
            } else {
                self.below(at)
            };
            if let Some(place) = kinds.get_mut(at) {
                *place = kind;
            }
        }
        kinds
    }

    /// The end of the captions right below a text, of pictures that come after it.
    fn end_of_captions(&self, from: usize) -> usize {
        let is_caption = |at: &usize| {
            self.block(*at).is_some_and(|(block, judged)| {
                block.evidence.caption && !judged.linked && !judged.chrome && !block.in_frame
            })
        };
        from.saturating_add((from..from.saturating_add(MOST_CAPTIONS)).take_while(is_caption).count())
    }

    /// Returns the blocks of boxes below the last paragraph, in the element that holds it: headings with items of their
    /// own, such as figures and days in short.
    fn boxes(&self, last: usize, end: usize) -> Vec<usize> {
        let parent = self.page.blocks.get(last).and_then(|block| {
            let element = usize::try_from(block.element).ok()?;
            self.page.parents.get(element).and_then(|&up| usize::try_from(up).ok())
        });
        let holder = parent.map(|parent| self.within(parent, last)).unwrap_or_default();
        let is_own = |at: usize| {
            self.block(at).filter(|(block, judged)| {
                holder.contains(&at) && !judged.linked && !judged.chrome && (self.framed || !block.in_frame)
            })
        };
        let is_item = |at: &usize| is_own(*at).is_some_and(|(block, _)| block.kind == HtmlBlockKind::Item);
        let mut boxes = Vec::new();
        for at in last.saturating_add(1)..end {
            let items = || (at.saturating_add(1)..end).take_while(is_item);
            if is_own(at).is_some_and(|(_, judged)| judged.heading) && items().count() >= 2 {
                boxes.extend(std::iter::once(at).chain(items()));
            }
        }
        boxes
    }

    pub(super) fn is_paragraph(&self, at: usize) -> bool {
        self.is_body(at)
            && self.page.blocks.get(at).is_some_and(|block| block.kind == HtmlBlockKind::Paragraph)
    }

    /// Returns true if a block is a heading of the story's own, right above its text.
    fn heads_paragraph(&self, at: usize) -> bool {
        let heads =
            self.judged.get(at).is_some_and(|judged| judged.heading && !judged.linked && !judged.chrome);
        heads && self.is_paragraph(at.saturating_add(1))
    }

    /// The kind of a block between the headline and the text.
    fn above(&self, at: usize, headline: usize) -> FoundKind {
        let (block, judged) = self.block(at)?;
        if are_names_and_days(&block.text) {
            return None;
        }
        if let Some(kind) = self.aside(block, judged) {
            return kind;
        }
        let near = at.saturating_sub(headline) <= 3;
        // In pages of old the deck is the second line of the cell that the headline is in.
        let is_second_line = at.checked_sub(1) == Some(headline)
            && !judged.running
            && self.block(headline).is_some_and(|(head, _)| head.element == block.element)
            && block.text.trim().lines().count() == 1;
        let is_deck =
            block.evidence.deck || is_second_line || matches!(block.kind, HtmlBlockKind::Heading(2..=4));
        if near && is_deck && !judged.linked && judged.length >= 6 && !block.in_frame {
            return Some(BlockKind::Deck);
        }
        Some(BlockKind::Furniture)
    }

    /// The kind of a block within the text.
    fn inside(&self, at: usize) -> FoundKind {
        let (block, judged) = self.block(at)?;
        if let Some(kind) = self.aside(block, judged) {
            return kind;
        }
        if judged.linked || block.in_frame && !self.framed {
            return Some(BlockKind::Furniture);
        }
        if judged.heading {
            // A heading of links is none of the story's.
            let next = self.judged.get(at.saturating_add(1));
            let heads_links = next.is_some_and(|next| next.linked && !next.running);
            return Some(if heads_links { BlockKind::Furniture } else { BlockKind::Subhead });
        }
        let is_row = block.kind == HtmlBlockKind::Row;
        (judged.running && !block.text.trim().contains('\n') && !is_row).then_some(BlockKind::Paragraph)
    }

    /// The kind of a block below the text: who wrote it, a picture, a note, or nothing of the story.
    fn below(&self, at: usize) -> FoundKind {
        let (block, judged) = self.block(at)?;
        self.aside(block, judged).unwrap_or(Some(BlockKind::Furniture))
    }

    /// The kind of a block that is no text wherever it stands: furniture, a picture's words, a day, a name.
    fn aside(&self, block: &HtmlBlock, judged: JudgedBlock) -> Option<FoundKind> {
        if judged.chrome {
            return Some(Some(BlockKind::Furniture));
        }
        // Links behind arrows may stand above a text in one block with it.
        let is_mixed = block.text.trim().starts_with(ARROWS) && block.text.trim().lines().count() > 1;
        let worded = kind_by_wording(&block.text).filter(|kind| !is_mixed || *kind != BlockKind::Caption);
        let is_of_picture = || {
            let text: String = block.text.split_whitespace().collect();
            (8..=200).contains(&judged.length) && self.page.pictures.contains(&text)
        };
        let framed = block.in_frame && !self.framed;
        match worded {
            Some(BlockKind::Furniture) => return Some(worded),
            // An arrow before a link sends to another story.
            Some(BlockKind::Caption) if judged.linked && block.text.trim().starts_with(ARROWS) => {
                return Some(Some(BlockKind::Furniture));
            }
            Some(BlockKind::Byline | BlockKind::Caption) if !framed && judged.length <= 160 => {
                return Some(worded);
            }
            _ => {}
        }
        let is_caption = block.evidence.caption && judged.length <= 200 || !judged.heading && is_of_picture();
        if is_caption && !framed && !judged.linked {
            return Some(Some(BlockKind::Caption));
        }
        if judged.length <= 48 && block.evidence.date && date_in(&block.text).is_some() {
            return Some(Some(BlockKind::Furniture));
        }
        if judged.length <= 24 && block.evidence.author && !framed && !judged.running {
            return Some(Some(BlockKind::Byline));
        }
        (worded == Some(BlockKind::Note) && !framed && !judged.linked).then_some(worded)
    }
}

/// Returns true if a block is several lines, each of which is furniture or names who wrote the story, one at least.
fn are_names_and_days(text: &str) -> bool {
    let kinds = || text.trim().lines().map(str::trim).filter(|line| !line.is_empty()).map(kind_by_wording);
    kinds().count() >= 2
        && kinds().all(|kind| matches!(kind, Some(BlockKind::Byline | BlockKind::Furniture)))
        && kinds().any(|kind| kind == Some(BlockKind::Byline))
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut_known};

    #[test]
    fn who_wrote_a_story_and_when_may_be_one_block_and_links_behind_arrows_may_stand_above_a_text() {
        let text = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，有人走了二十層。";
        let html = format!(
            "<title>花城停電三小時　電梯停了│花城新聞網</title><h1>花城停電三小時　電梯停了</h1><div>記者 林花春 / 責任編輯 陳花雨 報導<br>\
             發佈時間：2024/03/07 09:16</div><div><span>小</span><span>中</span><span>大</span></div><div>{text}<br><br><b>◤精選推薦◢</b><br>\
             <a href='/1'>►春季帳篷出清　四折起</a><br><br>{text}<br><br>{text}</div>"
        );
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        let draft = cut_known(&decoded.text, &decoded.known, CutOptions::default());
        let of = |kind| {
            let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
            blocks
                .filter(move |block| block.kind == kind)
                .map(|block| block.text.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(of(BlockKind::Byline), ["記者 林花春 / 責任編輯 陳花雨 報導"]);
        assert_eq!(of(BlockKind::Paragraph), [text; 3]);
        assert_eq!(of(BlockKind::Caption), [""; 0]);
    }

    #[test]
    fn the_headline_of_an_old_page_is_its_large_line_and_the_deck_the_line_below() {
        let text =
            "<p>　　花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，有人走了二十層。</p>".repeat(2);
        let html = format!(
            "<title>花城日報電子版</title><table><tr><td><a href='1'>花城停電三小時</a></td></tr></table><table><tr><td>\
             <strong style='FONT-SIZE:23px'>花城停電三小時</strong><br>電力公司料中午恢復</td></tr><tr><td>{text}</td></tr></table>"
        );
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        let draft = cut_known(&decoded.text, &decoded.known, CutOptions::default());
        let kinds: Vec<_> =
            draft.stories[0].blocks.iter().take(2).map(|block| (block.kind, &*block.text)).collect();
        assert_eq!(kinds, [(BlockKind::Headline, "花城停電三小時"), (BlockKind::Deck, "電力公司料中午恢復")]);
    }
}
