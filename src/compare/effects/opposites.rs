//! Words that cannot both be true.

use std::sync::LazyLock;

use crate::text::fold;

const TABLE: &str = include_str!("../tables/opposites.tsv");

type Sides = (Vec<String>, Vec<String>);

static OPPOSITES: LazyLock<Vec<Sides>> = LazyLock::new(|| {
    let words = |cell: &str| cell.split_whitespace().map(fold).collect::<Vec<_>>();
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| line.split_once('\t').map(|(one, other)| (words(one), words(other)))).collect()
});

/// Returns true if one folded text has a word and the other its opposite, and neither has both. Single characters must be
/// the whole text.
pub(super) fn are_opposites(a: &str, b: &str) -> bool {
    let has = |text: &str, words: &[String]| words.iter().any(|word| is_in(text, word));
    OPPOSITES.iter().any(|(one, other)| {
        let in_a = (has(a, one), has(a, other));
        let in_b = (has(b, one), has(b, other));
        matches!((in_a, in_b), ((true, false), (false, true)) | ((false, true), (true, false)))
    })
}

fn is_in(text: &str, word: &str) -> bool {
    if word.chars().nth(1).is_some() { text.contains(word) } else { text == word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_found_in_either_order() {
        for (a, b, expected) in [
            ("支持", "反對", true),
            ("否決", "通過", true),
            ("上升", "下跌", true),
            ("升", "跌", true),
            ("升級", "跌", false),
            ("支持", "贊成", false),
            ("", "反對", false),
        ] {
            assert_eq!(are_opposites(&fold(a), &fold(b)), expected, "{a} {b}");
        }
    }
}
