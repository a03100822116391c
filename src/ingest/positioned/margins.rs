//! Page numbers, and lines at the head or the foot of every page.

use std::collections::BTreeSet;

use super::LaidPage;
use super::blocks::LineBlock;
use super::length::Length;

/// Height of the head, and of the foot, in percent of the page's height.
const EDGE: i32 = 9;

/// Marks blocks that belong to the pages and to no story. Of a line repeated on several pages the first is kept: it may
/// name the newspaper and the day.
pub(super) fn mark(pages: &mut [LaidPage], body: Length) {
    let mut seen: BTreeSet<(bool, String)> = BTreeSet::new();
    for page in pages.iter_mut() {
        let height = page.height;
        for block in page.blocks.iter_mut().filter(|block| block.lines.len() == 1) {
            let Some(foot) = edge(block, height) else { continue };
            let text = text(block);
            if is_page_number(&text) && block.size <= body * 2 {
                block.margin = true;
                continue;
            }
            let constant: String = text.chars().filter(|c| !c.is_numeric() && !c.is_whitespace()).collect();
            if constant.is_empty() {
                continue;
            }
            block.margin = !seen.insert((foot, constant));
        }
    }
}

/// Returns true for a block in the foot of its page, false for one in the head, and `None` for any other.
fn edge(block: &LineBlock, height: Length) -> Option<bool> {
    let strip = height / 100 * EDGE;
    if height <= Length::ZERO {
        None
    } else if block.frame.bottom <= strip {
        Some(false)
    } else {
        (block.frame.top >= height - strip).then_some(true)
    }
}

fn text(block: &LineBlock) -> String {
    block.lines.iter().map(super::PositionedLine::text).collect()
}

/// Returns true for page numbers such as `7`, `- 7 -`, `A12`, `第七版`, `7 / 12`.
fn is_page_number(text: &str) -> bool {
    let kernel: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '·' | '/' | '.' | '|'))
        .collect();
    let between = kernel.strip_prefix('第').and_then(|rest| rest.strip_suffix(['版', '頁', '页']));
    let number = |text: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_numeric() || "一二三四五六七八九十〇百".contains(c))
    };
    let section = kernel.strip_prefix(|c: char| c.is_ascii_uppercase());
    kernel.chars().count() <= 6
        && (between.is_some_and(number)
            || section.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()) && number(rest))
            || kernel.chars().all(|c| c.is_ascii_digit()) && number(&kernel))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_told_from_words() {
        for number in ["7", "- 7 -", "A12", "第七版", "第 3 頁", "7 / 12"] {
            assert!(is_page_number(number), "{number}");
        }
        for word in ["", "—", "十日談", "A", "第一次", "2026年", "12345678"] {
            assert!(!is_page_number(word), "{word}");
        }
    }
}
