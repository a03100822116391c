//! Undoing of hard wraps: lines cut at a newspaper's column become paragraphs again.

use crate::text::{is_closing, is_sentence_end};

/// Joins hard-wrapped lines into paragraphs.
///
/// A line ends a paragraph if its last sentence ends there and either a blank line follows or the line is shorter than
/// its column although the next word would have fitted. A blank line inside a sentence is the end of a column and is
/// joined across.
pub fn unwrap<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let lines: Vec<&str> = lines.into_iter().map(str::trim).collect();
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = false;
    for column in lines.split(|line| line.is_empty()) {
        let width = column.iter().map(|line| width(line)).max().unwrap_or(0);
        let mut lines = column.iter().peekable();
        while let Some(line) = lines.next() {
            match paragraphs.last_mut() {
                Some(paragraph) if open => join_lines(paragraph, line),
                _ => paragraphs.push((*line).to_owned()),
            }
            open =
                !ends_sentence(line) || lines.peek().is_some_and(|next| !leaves_room_for(line, next, width));
        }
    }
    for paragraph in &mut paragraphs {
        *paragraph = without_padding(paragraph);
    }
    paragraphs
}

/// Appends a wrapped line, with a space only between two Latin words.
pub fn join_lines(paragraph: &mut String, line: &str) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if latin(paragraph.chars().next_back()) && latin(line.chars().next()) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// Returns true if a line ends with the end of a sentence.
pub(super) fn ends_sentence(line: &str) -> bool {
    let last = line.trim_end().trim_end_matches(is_closing).chars().next_back();
    last.is_none_or(is_sentence_end)
}

/// Returns true if the first character of `next` would have fitted at the end of `line` in a column of this width, so
/// that only the end of a paragraph explains the break.
fn leaves_room_for(line: &str, next: &str, column: usize) -> bool {
    let room = column.saturating_sub(width(line));
    let mut next = next.chars();
    let (first, second) = (next.next(), next.next());
    let needed = first.map_or(0, half_widths);
    // A mark that may not begin a line takes the character before it along to the next line.
    let bound =
        second.filter(|&c| is_closing(c) || is_sentence_end(c) || matches!(c, '，' | '、' | '；' | '：'));
    room >= needed.saturating_add(bound.map_or(0, half_widths))
}

/// Returns the width of a line in half-widths: two for an ideograph, one for a Latin letter or digit.
fn width(line: &str) -> usize {
    line.chars().map(half_widths).sum()
}

fn half_widths(c: char) -> usize {
    if c.is_ascii() { 1 } else { 2 }
}

/// Removes the half-width spaces that typesetting left beside corner brackets.
pub(super) fn without_padding(paragraph: &str) -> String {
    let is_bracket = |c: Option<char>| c.is_some_and(|c| matches!(c, '「' | '」' | '『' | '』'));
    let mut kept = String::with_capacity(paragraph.len());
    let mut chars = paragraph.chars().peekable();
    while let Some(c) = chars.next() {
        if c == ' ' && (is_bracket(kept.chars().next_back()) || is_bracket(chars.peek().copied())) {
            continue;
        }
        kept.push(c);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_column_join_without_a_space() {
        assert_eq!(unwrap(["春天來了，花", "都開了。"]), ["春天來了，花都開了。"]);
        assert_eq!(unwrap(["他用了New", "York的地圖"]), ["他用了New York的地圖"]);
    }

    #[test]
    fn a_blank_line_inside_a_sentence_is_the_end_of_a_column() {
        assert_eq!(
            unwrap(["春天來了，", "", "花都開了。", "", "夏天。"]),
            ["春天來了，花都開了。", "夏天。"]
        );
    }

    #[test]
    fn a_short_line_that_ends_a_sentence_ends_the_paragraph() {
        assert_eq!(
            unwrap(["春天來了，花都", "開了。", "夏天來了，樹也綠", "了。"]),
            ["春天來了，花都開了。", "夏天來了，樹也綠了。"]
        );
    }

    #[test]
    fn a_full_line_that_ends_a_sentence_does_not() {
        assert_eq!(unwrap(["春天到，花開。", "夏天到，樹也", "綠。"]), ["春天到，花開。夏天到，樹也綠。"]);
    }

    #[test]
    fn padding_beside_corner_brackets_goes_and_other_spaces_stay() {
        assert_eq!(unwrap(["他說 「花 草」 。 見圖"]), ["他說「花 草」。 見圖"]);
    }
}
