//! A web page with one headline: its headline is what the page's title names, its text is what one element holds most of.

use std::collections::BTreeMap;

use super::blocks::{HtmlBlock, HtmlBlockKind, HtmlPage};
use super::judged::JudgedBlock;
use crate::ingest::BlockKind;
use crate::ingest::alike::holds_most;
use crate::ingest::cut::{Press, Sense};

/// What is found out of a block: its kind; `None` where the cutting is to tell.
pub(super) type FoundKind = Option<BlockKind>;

/// How far below its headline a story may begin, in blocks: tools, tags and adverts stand between.
const REACH: usize = 80;

/// Characters of running text that an element must hold to be believed.
const ENOUGH: usize = 30;

/// The least entries of a live page, and how far above an entry's text their list is.
const ENTRIES: usize = 3;
const ENTRY_DEPTH: usize = 4;

/// What a child of an element holds.
#[derive(Clone, Copy, Debug, Default)]
struct PageEntry {
    /// How deep its first text is, in elements.
    depth: Option<usize>,
    /// The length of all its text, in characters.
    length: usize,
    is_headed: bool,
}

/// A story on a page.
#[derive(Debug)]
pub(super) struct OneStory {
    /// The kinds of all blocks of the page.
    pub(super) kinds: Vec<FoundKind>,
    /// The block that is its headline.
    pub(super) headline: usize,
    /// True if its parts are stories of their own.
    pub(super) is_several: bool,
}

/// Finds the story of a page of one story.
pub(super) fn one_story(page: &HtmlPage, judged: &[JudgedBlock], titles: &[String]) -> Option<OneStory> {
    let search = TitleSearch { page, judged, framed: frames_hold_all(page, judged) };
    let headline = search.headline(titles)?;
    let body = search.body(headline)?;
    let sections = search.sections(headline, body.clone(), titles);
    let is_several = sections.is_some();
    Some(OneStory { kinds: sections.unwrap_or_else(|| search.kinds(headline, body)), headline, is_several })
}

/// Returns true if most running text is in what is marked as a frame, so that the marks mean nothing.
fn frames_hold_all(page: &HtmlPage, judged: &[JudgedBlock]) -> bool {
    let sum = |outside: bool| -> usize {
        let of = page
            .blocks
            .iter()
            .zip(judged)
            .filter(|(block, judged)| judged.running && !judged.linked && (!outside || !block.in_frame));
        of.map(|(_, judged)| judged.length).fold(0, usize::saturating_add)
    };
    sum(true).saturating_mul(4) < sum(false)
}

/// A text as titles are compared: without white space, in one width.
pub(super) fn folded(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c).saturating_sub(0xFEE0)).unwrap_or(c),
        '︰' | '﹕' => ':',
        '…' => '.',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace()).map(narrow).collect()
}

pub(super) struct TitleSearch<'p> {
    pub(super) page: &'p HtmlPage,
    pub(super) judged: &'p [JudgedBlock],
    pub(super) framed: bool,
}

impl TitleSearch<'_> {
    pub(super) fn block(&self, at: usize) -> Option<(&HtmlBlock, JudgedBlock)> {
        self.page.blocks.get(at).zip(self.judged.get(at).copied())
    }

    /// Returns true if a block is text of the page, outside menus and links.
    pub(super) fn is_body(&self, at: usize) -> bool {
        self.block(at).is_some_and(|(block, judged)| {
            judged.running && !judged.linked && (self.framed || !block.in_frame)
        })
    }

    /// The headline: the block that a title of the page names, or the one first heading; with text of its own below.
    fn headline(&self, titles: &[String]) -> Option<usize> {
        let titles: Vec<String> = titles.iter().map(|title| folded(title)).collect();
        let named = (0..self.page.blocks.len()).filter_map(|at| {
            let score = self.names(at, &titles)?.saturating_add(self.standing(at)?);
            Some((score, at))
        });
        let named = named.max_by_key(|&(score, at)| (score, std::cmp::Reverse(at))).map(|(_, at)| at);
        named.or_else(|| self.first_heading(&titles)).or_else(|| self.marked_headline())
    }

    /// The only block that the page marks as a headline, where it has text below.
    fn marked_headline(&self) -> Option<usize> {
        let is_marked = |at: &usize| {
            self.block(*at).is_some_and(|(block, judged)| block.evidence.headline && judged.length >= 4)
        };
        let mut marked = (0..self.page.blocks.len()).filter(is_marked);
        let only = marked.next().filter(|_| marked.next().is_none())?;
        self.first_text(only).map(|_| only)
    }

    /// Returns the degree to which a title of the page names a block.
    fn names(&self, at: usize, titles: &[String]) -> Option<i32> {
        let (block, judged) = self.block(at)?;
        if !(4..=120).contains(&judged.length) || Press::get().is(block.text.trim(), Sense::Section) {
            return None;
        }
        let text = folded(&block.text);
        let parted = |rest: &str| rest.is_empty() || rest.starts_with(|c| "|-–—_<>»:·│(（[【《".contains(c));
        let score = titles.iter().filter_map(|title| {
            let (before, behind) = title.split_once(text.as_str())?;
            let before_ends = before.is_empty() || before.ends_with(|c| "|-–—_<>»:·│".contains(c));
            (before_ends && parted(behind)).then_some(if before.is_empty() { 8 } else { 4 })
        });
        let is_heading = judged.heading && !judged.linked && judged.length >= 8;
        let alike = || is_heading && titles.iter().any(|title| holds_most(title, &text));
        let best = score.max().or_else(|| alike().then_some(5))?;
        // A part of a title in the middle is a section as often.
        (best > 4 || judged.length >= 8).then_some(best)
    }

    /// How much the place of a block speaks for its being the headline; `None` where no text follows.
    fn standing(&self, at: usize) -> Option<i32> {
        let (block, judged) = self.block(at)?;
        let below = self.first_text(at)?;
        let distance = i32::try_from(below.saturating_sub(at) / 3).unwrap_or(i32::MAX);
        let heading: i32 = match block.kind {
            HtmlBlockKind::Heading(1) => 6,
            HtmlBlockKind::Heading(2 | 3) => 4,
            HtmlBlockKind::Heading(_) => 2,
            HtmlBlockKind::Item => -2,
            _ => 0,
        };
        let marks =
            [(block.evidence.headline, 4), (judged.linked, -5), (block.in_frame, -3), (block.in_main, 1)];
        let marks = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum::<i32>();
        Some(heading.saturating_add(marks).saturating_sub(distance.min(8)))
    }

    /// The first text below a headline; none if the heading of another story stands before it.
    fn first_text(&self, headline: usize) -> Option<usize> {
        let below = headline.saturating_add(1)..headline.saturating_add(REACH);
        for at in below {
            let (block, judged) = self.block(at)?;
            if self.is_body(at) {
                return Some(at);
            }
            if judged.heading && judged.linked && !judged.related && !block.in_frame {
                return None;
            }
        }
        None
    }

    /// The only heading of the first level, where it is no link, no name of the site and has text below.
    fn first_heading(&self, titles: &[String]) -> Option<usize> {
        let mut firsts = (0..self.page.blocks.len()).filter(|&at| {
            self.block(at).is_some_and(|(block, judged)| {
                block.kind == HtmlBlockKind::Heading(1) && !judged.linked && judged.length >= 6
            })
        });
        let first = firsts.next().filter(|_| firsts.next().is_none())?;
        let text = folded(&self.block(first)?.0.text);
        let is_site = titles.iter().any(|title| title.ends_with(text.as_str()));
        (!is_site && self.first_text(first).is_some_and(|at| at.saturating_sub(first) <= 20)).then_some(first)
    }

    /// The blocks of the element below a headline that holds most text.
    fn body(&self, headline: usize) -> Option<std::ops::Range<usize>> {
        let parents = &self.page.parents;
        let parent =
            |element: usize| parents.get(element).and_then(|&up| usize::try_from(up).ok()).unwrap_or(0);
        let mut scores: Vec<usize> = vec![0; parents.len()];
        let below = headline.saturating_add(1);
        for at in (below..self.page.blocks.len()).filter(|&at| self.is_body(at)) {
            let Some((block, judged)) = self.block(at) else { continue };
            let mut element = usize::try_from(block.element).unwrap_or(0);
            for share in [10_usize, 10, 7, 5] {
                if let Some(score) = scores.get_mut(element) {
                    *score = score.saturating_add(judged.length.saturating_mul(share));
                }
                if element == 0 {
                    break;
                }
                element = parent(element);
            }
        }
        // Of equals the outer one, which has the smaller number.
        let best = (0..scores.len()).rev().max_by_key(|&at| scores.get(at).copied().unwrap_or(0))?;
        if scores.get(best).copied().unwrap_or(0) < ENOUGH.saturating_mul(10) {
            return None;
        }
        let best = self.repeated(best, below).unwrap_or(best);
        let inside = self.within(best, below);
        let (first, last) = (inside.start, inside.end);
        Some(first..self.extended(last, parent(parent(best))))
    }

    /// The element around one that is an entry among others, as those of a live page are: at least three of its children
    /// hold text as deep inside, not most with a heading as stories of a list have, and this one holds less than half.
    fn repeated(&self, entry: usize, from: usize) -> Option<usize> {
        let parent = |at: usize| self.page.parents.get(at).and_then(|&up| usize::try_from(up).ok());
        let mut around = entry;
        for _ in 0..ENTRY_DEPTH {
            around = parent(around).filter(|&up| up != around)?;
            let mut entries: BTreeMap<usize, PageEntry> = BTreeMap::new();
            for at in self.within(around, from) {
                let Some((block, judged)) = self.block(at) else { continue };
                let (mut child, mut depth) = (usize::try_from(block.element).unwrap_or(0), 0_usize);
                while let Some(up) = parent(child).filter(|&up| up != around && up != child) {
                    (child, depth) = (up, depth.saturating_add(1));
                }
                let found = entries.entry(child).or_default();
                found.is_headed |= judged.heading;
                if self.is_body(at) {
                    found.depth = found.depth.or(Some(depth));
                    found.length = found.length.saturating_add(judged.length);
                }
            }
            let own = entries.range(..=entry).next_back().map(|(_, own)| *own)?;
            let whole = entries.values().map(|found| found.length).fold(0, usize::saturating_add);
            let is_alike = |found: &&PageEntry| found.depth == own.depth && found.length >= ENOUGH;
            let alike = entries.values().filter(is_alike).count();
            let headed = entries.values().filter(is_alike).filter(|found| found.is_headed).count();
            let is_list = headed.saturating_mul(2) > alike;
            if own.depth >= Some(1) && alike >= ENTRIES && !is_list && own.length.saturating_mul(2) < whole {
                return Some(around);
            }
        }
        None
    }

    /// The blocks inside an element, from a block on: elements are numbered in the order of the page, so that those
    /// inside one follow it.
    pub(super) fn within(&self, element: usize, from: usize) -> std::ops::Range<usize> {
        let parents = &self.page.parents;
        let after = element.saturating_add(1);
        let is_inside = |up: &u32| usize::try_from(*up).is_ok_and(|up| up >= element);
        let inside = parents.get(after..).unwrap_or_default().iter().take_while(|up| is_inside(up)).count();
        let end = after.saturating_add(inside);
        let holds =
            |block: &HtmlBlock| usize::try_from(block.element).is_ok_and(|own| (element..end).contains(&own));
        let blocks = self.page.blocks.iter().enumerate().skip(from).filter(|(_, block)| holds(block));
        let (mut first, mut last) = (usize::MAX, from);
        for (at, _) in blocks {
            first = first.min(at);
            last = at.saturating_add(1);
        }
        first.min(last)..last
    }

    /// The end of a body with what goes on after its element: paragraphs that stand close by, no link among them.
    fn extended(&self, end: usize, around: usize) -> usize {
        let limit = self.within(around, end).end;
        let (mut reach, mut count, mut length, mut apart) = (end, 0_usize, 0_usize, 0_usize);
        for at in end..limit {
            let Some((block, judged)) = self.block(at) else { break };
            if judged.related || judged.heading && judged.linked || apart > 6 {
                break;
            }
            if self.is_body(at) && !block.text.ends_with("...") {
                (reach, count, apart) = (at.saturating_add(1), count.saturating_add(1), 0);
                length = length.saturating_add(judged.length);
            } else {
                apart = apart.saturating_add(1);
            }
        }
        if count >= 2 && length >= 100 { reach } else { end }
    }
}
