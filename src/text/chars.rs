//! Classes of characters.

/// Returns true if a character is a Han ideograph: the unified blocks and their extensions, the compatibility
/// ideographs, 〇 and 々.
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4E00}'..='\u{9FFF}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{323AF}'
        | '〇' | '々')
}

/// Returns true if a character makes its token a word rather than punctuation: letters, ideographs and digits
/// of every script.
pub fn is_word_character(c: char) -> bool {
    c.is_alphanumeric()
}

/// Returns true if a character ends a sentence in running Chinese text.
///
/// The ASCII full stop is left to [`super::sentences`]: in Chinese news it is a decimal point or part of a
/// Latin name more often than an end.
pub fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '｡')
}

/// Returns true if a character closes a quotation mark or bracket, and so belongs to the sentence before it.
pub fn is_closing(c: char) -> bool {
    matches!(c, '」' | '』' | '”' | '’' | '）' | '》' | '〉' | '】' | '〕' | ')' | ']' | '"' | '\'')
}
