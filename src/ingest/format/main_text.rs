//! Which blocks of a web page are its main text: by its title, by repeated shapes, and else by what holds them, by their
//! length, and by how much of them is links. What is left out stays in the text, marked as furniture.

use super::blocks::{HtmlBlock, HtmlBlockKind, HtmlPage};
use super::judged::{JudgedBlock, judge};
use super::one_story::{FoundKind, one_story};
use super::story_list::story_list;
use crate::ingest::BlockKind;
use crate::text::saturating_u32;

/// Minimum characters of a block that is running text whatever it ends with.
const LONG: usize = 25;

/// Minimum weight of `<article>` or `<main>` for it to be trusted.
const ENOUGH: i64 = 40;

/// The text of a page, and what is known of its lines.
#[derive(Debug, Default)]
pub(super) struct MainText {
    /// All text that the page shows, a block to a line or several.
    pub(super) text: String,
    /// The known kinds of lines, by their numbers.
    pub(super) known: Vec<(u32, BlockKind)>,
    /// Number of blocks that are part of no story.
    pub(super) left_out: usize,
    /// The headline, where the page has one story.
    pub(super) headline: Option<String>,
    /// The short blocks about the headline, where day and paper stand, and the story's opening.
    pub(super) lines: Vec<String>,
}

/// Finds the main text of a page that has these titles.
pub(super) fn main_text(page: &HtmlPage, titles: &[String]) -> MainText {
    let judged: Vec<JudgedBlock> = page.blocks.iter().map(judge).collect();
    let story = one_story(page, &judged, titles);
    let headline = story.as_ref().and_then(|story| page.blocks.get(story.headline));
    let lines = story.as_ref().map(|story| near(page, story.headline)).unwrap_or_default();
    let headline = headline.map(|block| block.text.split_whitespace().collect::<Vec<_>>().join(" "));
    let opening = story.as_ref().and_then(|story| {
        let below = page.blocks.iter().zip(&judged).skip(story.headline).skip(1);
        below.into_iter().find(|(_, judged)| judged.running && !judged.linked).map(|(block, _)| block)
    });
    let lines = lines.into_iter().chain(opening.map(|block| block.text.chars().take(60).collect())).collect();
    let kinds = story.map(|story| story.kinds);
    let kinds = kinds.or_else(|| story_list(page, &judged)).unwrap_or_else(|| by_density(&page.blocks));
    MainText { headline, lines, ..set(&page.blocks, &kinds) }
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
/// cutting, the rest is furniture.
fn by_density(blocks: &[HtmlBlock]) -> Vec<FoundKind> {
    let all: Vec<&HtmlBlock> = blocks.iter().collect();
    let inside: Vec<&HtmlBlock> = all.iter().copied().filter(|block| !block.in_frame).collect();
    let marked: Vec<&HtmlBlock> = inside.iter().copied().filter(|block| block.in_main).collect();
    let running =
        |blocks: &[&HtmlBlock]| blocks.iter().map(|block| weight(block).max(0)).fold(0, i64::saturating_add);
    let enough = |part: i64, whole: i64| part >= ENOUGH && part.saturating_mul(4) >= whole;
    let (from_marks, outside, whole) = (running(&marked), running(&inside), running(&all));
    let chosen = if enough(from_marks, whole) {
        unlinked(&marked)
    } else if enough(outside, whole) {
        unlinked(densest(&inside))
    } else {
        unlinked(densest(&all))
    };
    // A page of a few words, or of links only, is all there is.
    let mut chosen = if chosen.is_empty() { all } else { chosen }.into_iter().peekable();
    let is_chosen = |block: &HtmlBlock| chosen.next_if(|next| std::ptr::eq(*next, block)).is_some();
    blocks.iter().map(is_chosen).map(|chosen| (!chosen).then_some(BlockKind::Furniture)).collect()
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

/// Returns the run of blocks with the greatest weight, and the heading above it.
fn densest<'a, 'b>(blocks: &'a [&'b HtmlBlock]) -> &'a [&'b HtmlBlock] {
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
    // Between a headline and its story there may be a byline, a date, buttons.
    let above = blocks.get(..best_range.start).unwrap_or_default();
    let headline = above
        .iter()
        .rposition(|block| matches!(block.kind, HtmlBlockKind::Heading(1 | 2)) && block.linked == 0);
    let start = headline.filter(|at| best_range.start.saturating_sub(*at) <= 12).unwrap_or(best_range.start);
    blocks.get(start..best_range.end).unwrap_or_default()
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
