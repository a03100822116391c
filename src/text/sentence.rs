//! Sentences of running text.

use super::{Span, is_closing, is_sentence_end, is_word_character};

/// Splits the text inside `within` into sentences, in order, without the white space around them.
///
/// A sentence ends after 。！？ (or their half-width forms) and any closing marks after them (」』）), at a
/// line break, and after an ASCII full stop followed by white space that ends no abbreviation. A piece
/// without a letter, ideograph or digit is not a sentence of its own and is added to the one before it.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let part = within.of(text);
    let base = within.start as usize;
    let mut found: Vec<Span> = Vec::new();
    let mut start = 0;
    let mut chars = part.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let mut end = offset + c.len_utf8();
        let full_stop = c == '.' && ends_here(part, offset);
        if !(is_sentence_end(c) || full_stop || c == '\n') {
            continue;
        }
        while let Some(&(offset, next)) = chars.peek() {
            if !(is_sentence_end(next) || is_closing(next)) {
                break;
            }
            end = offset + next.len_utf8();
            chars.next();
        }
        push(&mut found, text, base + start, base + end);
        start = end;
    }
    push(&mut found, text, base + start, base + part.len());
    found
}

/// Words before a full stop that is followed by a name.
const TITLES: [&str; 18] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "gen", "sen", "rep", "gov", "lt", "col", "capt",
    "sgt", "vs", "cf",
];

/// Words before a full stop that is followed by a number.
const NUMBERED: [&str; 7] = ["no", "nos", "vol", "fig", "art", "sec", "pp"];

/// Returns true if a sentence ends at the ASCII full stop at a place: not in 5.8, Dr. Wong, No. 4, J. K. Wong, or before a
/// small letter.
fn ends_here(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let mut behind = after.chars().skip(1);
    match behind.next() {
        None | Some('\n') => return true,
        Some(next) if !next.is_whitespace() => return false,
        Some(_) => {}
    }
    let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let is = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    match behind.find(|c| !c.is_whitespace()) {
        Some(next) if next.is_ascii_lowercase() => false,
        Some(next) if next.is_ascii_digit() => !is(&NUMBERED),
        Some(next) if next.is_ascii_uppercase() => {
            let is_initial = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
            !is(&TITLES) && !is_initial
        }
        _ => true,
    }
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let piece = Span::new(start, end).of(text);
    let trimmed = piece.trim();
    if trimmed.is_empty() {
        return;
    }
    let start = start + (piece.len() - piece.trim_start().len());
    let end = start + trimmed.len();
    if !trimmed.contains(is_word_character)
        && let Some(before) = found.last_mut()
        && !Span::new(before.end as usize, start).of(text).contains('\n')
    {
        *before = Span::new(before.start as usize, end);
        return;
    }
    found.push(Span::new(start, end));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn ends_at_final_marks_with_what_closes_behind_them() {
        assert_eq!(split("他說：「走吧。」大家走了！真的？"), ["他說：「走吧。」", "大家走了！", "真的？"]);
        assert_eq!(split("真的？！"), ["真的？！"]);
    }

    #[test]
    fn a_decimal_point_is_no_end_and_a_latin_full_stop_is() {
        assert_eq!(split("增長5.8%。升0.4點"), ["增長5.8%。", "升0.4點"]);
        assert_eq!(split("It rose. It fell."), ["It rose.", "It fell."]);
        assert_eq!(split("Is it? No. It fell.\nEnd."), ["Is it?", "No.", "It fell.", "End."]);
    }

    #[test]
    fn a_full_stop_of_an_abbreviation_is_no_end() {
        for whole in [
            "重建的 Pier No. 4 昨日啟用。",
            "Dr. Wong met J. K. Chan.",
            "rules vs. Rules of law",
            "approx. ten",
        ] {
            assert_eq!(split(whole), [whole]);
        }
    }

    #[test]
    fn line_breaks_end_headings_and_white_space_belongs_to_no_sentence() {
        assert_eq!(split("標題\n　正文。 \n"), ["標題", "正文。"]);
    }

    proptest! {
        #[test]
        fn loses_nothing_but_white_space(text in "[一-丈。！？」 \n.a5]{0,60}") {
            let kept: String = split(&text).concat();
            let bare = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&kept), bare(&text));
        }
    }
}
