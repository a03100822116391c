//! Sentences of running text.

use super::{Span, is_closing, is_sentence_end, is_word_character};

/// Splits the text inside `within` into sentences, in order, without the white space around them.
///
/// A sentence ends after 。！？ (or their half-width forms) and any closing marks after them (」』）), at a
/// line break, and after an ASCII full stop followed by white space. A piece without a letter, ideograph or
/// digit is not a sentence of its own and is added to the one before it.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let part = within.of(text);
    let base = within.start as usize;
    let mut found: Vec<Span> = Vec::new();
    let mut start = 0;
    let mut chars = part.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let mut end = offset + c.len_utf8();
        let full_stop = c == '.' && chars.peek().is_none_or(|&(_, next)| next.is_whitespace());
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
