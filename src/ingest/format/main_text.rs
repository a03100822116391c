//! Selection of the main text among the blocks of a web page: by container, by length, and by the share of links.

use super::blocks::{HtmlBlock, HtmlBlockKind};

/// Minimum characters of a block that is running text whatever it ends with.
const LONG: usize = 25;

/// Minimum weight of `<article>` or `<main>` for it to be trusted.
const ENOUGH: i64 = 40;

/// Returns the main text and the number of blocks left out.
pub(super) fn main_text(blocks: &[HtmlBlock]) -> (String, usize) {
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
    // A page of a few words, or of links only, is used as a whole.
    let chosen = if chosen.is_empty() { all } else { chosen };
    let left_out = blocks.len().saturating_sub(chosen.len());
    (set(&chosen), left_out)
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

/// Writes the blocks as lines: headings marked as in Markdown, items and rows on lines, paragraphs between blank lines.
fn set(blocks: &[&HtmlBlock]) -> String {
    let mut text = String::new();
    let mut before = None;
    for block in blocks {
        let together =
            before == Some(block.kind) && matches!(block.kind, HtmlBlockKind::Item | HtmlBlockKind::Row);
        if before.is_some() {
            text.push_str(if together { "\n" } else { "\n\n" });
        }
        let lines = block.text.lines().map(|line| line.trim_matches([' ', '\u{3000}'])).collect::<Vec<_>>();
        match block.kind {
            HtmlBlockKind::Heading(depth) => {
                text.push_str(&"#".repeat(depth));
                text.push(' ');
                text.push_str(lines.join(" ").trim());
            }
            HtmlBlockKind::Item => {
                text.push_str("- ");
                text.push_str(lines.join(" ").trim());
            }
            HtmlBlockKind::Row => text.push_str(lines.join(" ").trim_end()),
            HtmlBlockKind::Paragraph => text.push_str(lines.join("\n").trim_matches('\n')),
        }
        before = Some(block.kind);
    }
    text
}
