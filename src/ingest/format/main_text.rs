//! Which blocks of a web page are its main text: by its title, by repeated shapes, and else by what holds them, by their
//! length, and by how much of them is links. What is left out stays in the text, marked as furniture.

use std::ops::Range;

use super::blocks::{HtmlBlock, HtmlBlockKind, HtmlPage};
use super::judged::{JudgedBlock, judge};
use super::one_story::{FoundKind, OneStory, one_story};
use super::story_list::story_list;
use crate::ingest::BlockKind;
use crate::text::saturating_u32;

/// Minimum characters of a block that is running text whatever it ends with.
const LONG: usize = 25;

/// Minimum weight of `<article>` or `<main>` for it to be trusted.
const ENOUGH: i64 = 40;

/// Characters that the name of a newsletter has at most.
const LONGEST_NAME: usize = 10;

/// Share of the weight of the main text from which on another part is a rival.
const RIVAL: (i64, i64) = (2, 3);

/// The text of a page, and what is known of its lines.
#[derive(Debug, Default)]
pub(super) struct MainText {
    /// All text that the page shows, a block to a line or several.
    pub(super) text: String,
    /// The known kinds of lines, by their numbers.
    pub(super) known: Vec<(u32, BlockKind)>,
    /// Number of blocks that are part of no story.
    pub(super) left_out: usize,
    /// The line on which the text begins, if another part of the page was nearly as likely to be it.
    pub(super) rivalled: Option<u32>,
    /// The headline, where the page has one story.
    pub(super) headline: Option<String>,
    /// The short blocks about the headline, where day and paper stand, and the story's opening.
    pub(super) lines: Vec<String>,
}

impl MainText {
    /// Returns the number of the first line that is not known to be furniture.
    fn first_line(&self) -> u32 {
        let is_left_out = |line: u32| self.known.binary_search(&(line, BlockKind::Furniture)).is_ok();
        let mut lines = (1_u32..).zip(self.text.lines());
        lines.find(|&(line, text)| !text.is_empty() && !is_left_out(line)).map_or(1, |(line, _)| line)
    }
}

/// Finds the main text of a page that has these titles.
pub(super) fn main_text(page: &HtmlPage, titles: &[String]) -> MainText {
    let judged: Vec<JudgedBlock> = page.blocks.iter().map(judge).collect();
    let list = story_list(page, &judged);
    let held = |kinds: &[FoundKind]| {
        // A block of several lines is left to the cutting, and text for the most part.
        let texts =
            kinds.iter().zip(&judged).filter(|(kind, _)| matches!(kind, None | Some(BlockKind::Paragraph)));
        texts.map(|(_, judged)| judged.length).fold(0, usize::saturating_add)
    };
    let count = |kinds: &[FoundKind], of: BlockKind| kinds.iter().filter(|kind| **kind == Some(of)).count();
    // A list of whole stories may have words of its own above them; below a story there may be one of teasers.
    let is_less = |story: &OneStory| {
        list.as_ref().is_some_and(|list| {
            let is_whole =
                count(list, BlockKind::Paragraph) >= count(list, BlockKind::Headline).saturating_mul(2);
            // The name of a newsletter is shorter than a headline.
            let is_name = judged.get(story.headline).is_some_and(|judged| judged.length <= LONGEST_NAME);
            is_name && is_whole && !story.is_several && held(&story.kinds).saturating_mul(2) < held(list)
        })
    };
    let story = one_story(page, &judged, titles).filter(|story| !is_less(story));
    let headline =
        story.as_ref().filter(|story| !story.is_several).and_then(|story| page.blocks.get(story.headline));
    let lines = story.as_ref().map(|story| near(page, story.headline)).unwrap_or_default();
    let headline = headline.map(|block| block.text.split_whitespace().collect::<Vec<_>>().join(" "));
    let opening = story.as_ref().and_then(|story| {
        let below = page.blocks.iter().zip(&judged).skip(story.headline).skip(1);
        below.into_iter().find(|(_, judged)| judged.running && !judged.linked).map(|(block, _)| block)
    });
    let lines = lines.into_iter().chain(opening.map(|block| block.text.chars().take(60).collect())).collect();
    let kinds = story.map(|story| story.kinds);
    let kinds = kinds.or(list);
    let (kinds, is_rivalled) = kinds.map_or_else(|| by_density(&page.blocks), |kinds| (kinds, false));
    let text = set(&page.blocks, &kinds);
    let rivalled = is_rivalled.then(|| text.first_line());
    MainText { headline, lines, rivalled, ..text }
}

/// The short blocks about a headline, where the day stands.
fn near(page: &HtmlPage, headline: usize) -> Vec<String> {
    let below = page.blocks.iter().skip(headline).take(14);
    let above = page.blocks.iter().take(headline).rev().take(5);
    below
        .chain(above)
        .filter(|block| block.text.chars().count() <= 60)
        .map(|block| block.text.clone())
        .collect()
}

/// The kinds of blocks where neither a title nor a shape tells: the part that is text most of all is left to the
/// cutting, the rest is furniture. Also returns true if another part was nearly as likely.
fn by_density(blocks: &[HtmlBlock]) -> (Vec<FoundKind>, bool) {
    let all: Vec<&HtmlBlock> = blocks.iter().collect();
    let inside: Vec<&HtmlBlock> = all.iter().copied().filter(|block| !block.in_frame).collect();
    let marked: Vec<&HtmlBlock> = inside.iter().copied().filter(|block| block.in_main).collect();
    let running =
        |blocks: &[&HtmlBlock]| blocks.iter().map(|block| weight(block).max(0)).fold(0, i64::saturating_add);
    let enough = |part: i64, whole: i64| part >= ENOUGH && part.saturating_mul(4) >= whole;
    let (from_marks, outside, whole) = (running(&marked), running(&inside), running(&all));
    let (chosen, is_rivalled) = if enough(from_marks, whole) {
        (unlinked(&marked), false)
    } else {
        let part = densest(if enough(outside, whole) { &inside } else { &all });
        (unlinked(part.blocks), part.is_rivalled)
    };
    // A page of a few words, or of links only, is all there is.
    let mut chosen = if chosen.is_empty() { all } else { chosen }.into_iter().peekable();
    let is_chosen = |block: &HtmlBlock| chosen.next_if(|next| std::ptr::eq(*next, block)).is_some();
    let kinds = blocks.iter().map(is_chosen).map(|chosen| (!chosen).then_some(BlockKind::Furniture));
    (kinds.collect(), is_rivalled)
}

/// Returns the weight of a block as evidence for or against the main text being here.
fn weight(block: &HtmlBlock) -> i64 {
    let length = block.text.chars().count();
    let signed = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    if !is_text(block) {
        return i64::saturating_sub(-4, signed(length.min(40)));
    }
    let ends = block.text.trim_end().ends_with(['。', '！', '？', '」', '”', '.', '!', '?', '…', '；', '：']);
    match block.kind {
        HtmlBlockKind::Heading(_) => 0,
        _ if length >= LONG || ends => signed(length),
        HtmlBlockKind::Row => 0,
        _ => -2,
    }
}

/// The part of a page that is text most of all.
struct Densest<'a, 'b> {
    blocks: &'a [&'b HtmlBlock],
    /// True if a part beside it is nearly as much text.
    is_rivalled: bool,
}

/// Returns the run of blocks with the greatest weight, and the heading above it.
fn densest<'a, 'b>(blocks: &'a [&'b HtmlBlock]) -> Densest<'a, 'b> {
    let (best, best_range) = heaviest(blocks);
    let beside = [blocks.get(..best_range.start), blocks.get(best_range.end..)];
    let rival = beside.into_iter().flatten().map(|part| heaviest(part).0).max().unwrap_or(0);
    // Between a headline and its story there may be a byline, a date, buttons.
    let above = blocks.get(..best_range.start).unwrap_or_default();
    let headline = above
        .iter()
        .rposition(|block| matches!(block.kind, HtmlBlockKind::Heading(1 | 2)) && block.linked == 0);
    let start = headline.filter(|at| best_range.start.saturating_sub(*at) <= 12).unwrap_or(best_range.start);
    let (share, of) = RIVAL;
    Densest {
        blocks: blocks.get(start..best_range.end).unwrap_or_default(),
        is_rivalled: best > 0 && rival.saturating_mul(of) >= best.saturating_mul(share),
    }
}

/// Returns the run of blocks with the greatest weight, and that weight.
fn heaviest(blocks: &[&HtmlBlock]) -> (i64, Range<usize>) {
    let (mut best, mut best_range) = (0, 0..0);
    let (mut sum, mut start) = (0_i64, 0);
    for (at, block) in blocks.iter().enumerate() {
        if sum <= 0 {
            (sum, start) = (0, at);
        }
        sum = sum.saturating_add(weight(block));
        if sum > best {
            (best, best_range) = (sum, start..at.saturating_add(1));
        }
    }
    (best, best_range)
}

/// Returns the blocks that are more than links.
fn unlinked<'b>(blocks: &[&'b HtmlBlock]) -> Vec<&'b HtmlBlock> {
    blocks.iter().copied().filter(|block| is_text(block)).collect()
}

/// Returns true if at most half of a block is links.
fn is_text(block: &HtmlBlock) -> bool {
    block.linked.saturating_mul(2) <= block.text.chars().count()
}

/// The blocks as lines: headings marked as in Markdown, items, rows and furniture on lines, paragraphs between blank
/// lines.
fn set(blocks: &[HtmlBlock], kinds: &[FoundKind]) -> MainText {
    let mut set = MainText::default();
    let mut number = 1_usize;
    let mut before = None;
    for (block, &kind) in blocks.iter().zip(kinds) {
        let is_left_out = kind == Some(BlockKind::Furniture);
        let shape = (is_left_out, block.kind);
        let together = is_left_out || matches!(block.kind, HtmlBlockKind::Item | HtmlBlockKind::Row);
        if before.is_some() {
            let feeds = if before == Some(shape) && together { 1 } else { 2 };
            set.text.push_str(&"\n".repeat(feeds));
            number = number.saturating_add(feeds);
        }
        let written = written(block, kind);
        for (line, text) in (number..).zip(written.lines()) {
            if let Some(kind) = kind.filter(|_| !text.trim().is_empty()) {
                set.known.push((saturating_u32(line), kind));
            }
        }
        number = number.saturating_add(written.matches('\n').count());
        set.text.push_str(&written);
        set.left_out = set.left_out.saturating_add(usize::from(is_left_out));
        before = Some(shape);
    }
    set
}

/// The lines of a block.
fn written(block: &HtmlBlock, kind: FoundKind) -> String {
    let lines = block.text.lines().map(|line| line.trim_matches([' ', '\u{3000}'])).collect::<Vec<_>>();
    let on_one = || lines.join(" ").trim().to_owned();
    match (kind, block.kind) {
        (Some(BlockKind::Furniture), _) => lines.join("\n").trim_matches('\n').to_owned(),
        (Some(BlockKind::Headline), _) => format!("# {}", on_one()),
        (Some(BlockKind::Subhead | BlockKind::Deck), _) => format!("## {}", on_one()),
        (Some(BlockKind::Caption | BlockKind::Byline | BlockKind::Note), _) => on_one(),
        (_, HtmlBlockKind::Heading(depth)) => format!("{} {}", "#".repeat(depth), on_one()),
        (_, HtmlBlockKind::Item) => format!("- {}", on_one()),
        (_, HtmlBlockKind::Row) => lines.join(" ").trim_end().to_owned(),
        (_, HtmlBlockKind::Paragraph) => lines.join("\n").trim_matches('\n').to_owned(),
    }
}
