//! The bundled Traditional stop words.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// The bundled list: one word per line, `#` begins a comment.
const STOP_WORDS: &str = include_str!("stop-words.txt");

static STOP_WORD_SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| stop_words().collect());

/// Returns the bundled Traditional stop words, in the order of the list.
pub fn stop_words() -> impl Iterator<Item = &'static str> {
    STOP_WORDS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Returns true if a word is on the list.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORD_SET.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_listed_once() {
        assert_eq!(stop_words().count(), STOP_WORD_SET.len());
    }

    #[test]
    fn content_words_are_never_stop_words() {
        for content in ["共同", "繼續", "舉行", "表示", "國家", "發展", "問題", "認為"] {
            assert!(!is_stop_word(content), "{content}");
        }
    }
}
