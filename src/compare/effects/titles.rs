//! Titles before and behind names, folded, and the words that make another post of them.

use super::name_lists::WORDS;

/// Words that make another post of a title, folded.
const MODIFIERS: [&str; 14] =
    ["副", "前", "代", "署理", "代理", "候任", "助理", "名誉", "时任", "准", "前任", "现任", "常务", "首席"];

/// Returns true if folded words are a title.
pub(in crate::compare) fn is_title(folded: &str) -> bool {
    WORDS.titles.iter().any(|title| title == folded)
        || MODIFIERS.iter().any(|before| {
            folded.strip_prefix(before).is_some_and(|rest| WORDS.titles.iter().any(|title| title == rest))
        })
}

/// Returns true if folded words begin with a title.
pub(super) fn begins_with_title(folded: &str) -> bool {
    WORDS.titles.iter().any(|title| folded.starts_with(title.as_str()))
}

/// Returns true if folded words end with a title of two characters and more: 礦業部長.
pub(in crate::compare) fn ends_with_title(folded: &str) -> bool {
    let mut titles = WORDS.titles.iter().filter(|title| title.chars().nth(1).is_some());
    titles.any(|title| folded.ends_with(title.as_str()))
}

/// Returns the number of characters of the title of two and more with which folded words begin.
pub(in crate::compare) fn title_at(folded: &str) -> Option<usize> {
    let mut titles = WORDS.titles.iter().filter(|title| title.chars().nth(1).is_some());
    titles.find(|title| folded.starts_with(title.as_str())).map(|title| title.chars().count())
}

/// Returns true if a title is another post by a word before it: 副署長, 署長.
pub(super) fn is_modified(long: &str, short: &str) -> bool {
    MODIFIERS.iter().any(|before| long.strip_prefix(before) == Some(short))
}

/// Returns true if a title is in folded words.
pub(super) fn has_title(folded: &str) -> bool {
    WORDS.titles.iter().any(|title| title.chars().nth(1).is_some() && folded.contains(title.as_str()))
}

/// Returns true if folded words make another post of the title behind them.
pub(super) fn is_modifier(folded: &str) -> bool {
    MODIFIERS.contains(&folded)
}

/// Splits a folded name with a title into both, wherever the title is; 副 and the like belong to the title.
pub(super) fn without_title(folded: &str) -> (&str, &str) {
    for title in &WORDS.titles {
        if let Some(rest) = folded.strip_suffix(title.as_str()).filter(|rest| !rest.is_empty()) {
            let name = MODIFIERS.iter().find_map(|before| rest.strip_suffix(before)).unwrap_or(rest);
            return (name, folded.strip_prefix(name).unwrap_or(title));
        }
        if let Some(rest) = folded.strip_prefix(title.as_str()).filter(|rest| !rest.is_empty()) {
            return (rest, title);
        }
    }
    (folded, "")
}

/// Returns true if two titles cannot be of one person: 先生, 女士.
pub(super) fn is_other_title(a: &str, b: &str) -> bool {
    !(a.is_empty() || b.is_empty() || a.contains(b) || b.contains(a))
        || a != b
            && MODIFIERS
                .iter()
                .any(|before| a.strip_prefix(before) == Some(b) || b.strip_prefix(before) == Some(a))
}
