//! The beginning of a text for a line that is too short for the whole, where no Latin word and no number is divided.

use super::chars::is_han;
use super::span::up_to;

/// Returns the beginning of a text: at most `most` characters, and fewer where that would divide a Latin word or a number. One
/// that begins in the first quarter of them is divided all the same.
pub fn beginning(text: &str, most: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(most) else { return text };
    let (mut start, mut before) = (0, 0);
    for (part, is_word) in parts(text) {
        let stop = start + part.len();
        if stop > end {
            let end = if is_word && before * 4 >= most { start } else { end };
            return up_to(text, end).trim_end();
        }
        start = stop;
        before += part.chars().count();
    }
    text
}

/// Returns the beginning of a text with an ellipsis, or a text that is short enough as it is.
pub fn abridged(text: &str, most: usize) -> String {
    let beginning = beginning(text, most);
    if beginning.len() < text.trim_end().len() { format!("{beginning}…") } else { text.to_owned() }
}

/// Returns the parts of a text one after the other: Latin words and numbers, with true, and what is between them.
pub fn parts(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = rest.chars().next().map(is_of_word)?;
        let end = if is_word { word_end(rest) } else { rest.find(is_of_word).unwrap_or(rest.len()) };
        let (part, after) = rest.split_at(end);
        rest = after;
        Some((part, is_word))
    })
}

/// Returns the length of the word or number that a text begins with, in bytes. A mark between two letters or digits belongs to
/// it, as in 1,234.5 and don’t, and so does a per cent sign behind a number.
fn word_end(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let joins = matches!(c, '.' | ',' | '-' | '\'' | '’' | ':' | '/') && next.is_some_and(is_of_word);
        match c {
            '%' => return at + 1,
            _ if is_of_word(c) || joins => {}
            _ => return at,
        }
    }
    text.len()
}

/// Returns the width that a character has at most, as a share of that of a Chinese one: four fifths for most Latin capitals, six
/// tenths for other Latin letters and digits.
pub fn ems(c: char) -> f64 {
    match c {
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '&' => 1.0,
        'A'..='Z' => 0.8,
        _ if c.is_ascii() => 0.6,
        _ => 1.0,
    }
}

/// Returns true for a letter or digit of a word that spaces divide from others.
fn is_of_word(c: char) -> bool {
    let is_wide = is_han(c) || matches!(c, '\u{3000}'..='\u{30FF}' | '\u{FF00}'..='\u{FFEF}');
    c.is_alphanumeric() && !is_wide
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn no_word_and_no_number_is_divided() {
        for (text, most, expected) in [
            ("港府公布2025年度報告", 8, "港府公布2025…"),
            ("港府公布2025年度報告", 6, "港府公布…"),
            ("港府公布1,234.5億", 9, "港府公布…"),
            ("港府公布12.5%升幅", 9, "港府公布12.5%…"),
            ("Leaders meet in Beijing today", 19, "Leaders meet in…"),
            ("世衞WHO今日", 3, "世衞…"),
            ("不長的標題", 5, "不長的標題"),
            ("Incomprehensibilities", 8, "Incompre…"),
            ("", 3, ""),
        ] {
            assert_eq!(abridged(text, most), expected, "{text} in {most}");
        }
    }

    proptest! {
        #[test]
        fn parts_tile_and_beginnings_begin(text in "[a-z0-9 .,%上海，\u{20000}]{0,30}", most in 0..20_usize) {
            let joined: String = parts(&text).map(|(part, _)| part).collect();
            prop_assert_eq!(&joined, &text);
            let found = beginning(&text, most);
            prop_assert!(text.starts_with(found));
            prop_assert!(found.chars().count() <= most);
        }
    }
}
