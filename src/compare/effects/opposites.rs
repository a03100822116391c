//! Words that cannot both be true.

use std::sync::LazyLock;

use crate::text::{fold, from, up_to};

const TABLE: &str = include_str!("../tables/opposites.tsv");

/// Each row of the table, with the words of each of its sides.
static OPPOSITES: LazyLock<Vec<Vec<Vec<String>>>> = LazyLock::new(|| {
    let words = |cell: &str| cell.split_whitespace().map(fold).collect::<Vec<_>>();
    let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| line.split('\t').map(words).collect()).collect()
});

/// Returns true if one folded text has a word and the other its opposite, and neither has both. Single characters must be
/// the whole text.
pub(super) fn are_opposites(a: &str, b: &str) -> bool {
    let whole = are_opposed(a, b);
    // Of 大升 and 大跌 only the last characters differ.
    let (short_a, short_b) = differing(a, b);
    whole || are_opposed(short_a, short_b)
}

/// Leaves out what both words begin and end with.
pub(super) fn differing<'t>(a: &'t str, b: &'t str) -> (&'t str, &'t str) {
    let same = |(x, y): &(char, char)| x == y;
    let head: usize = a.chars().zip(b.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (a, b) = (from(a, head), from(b, head));
    let tail: usize = a.chars().rev().zip(b.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    (up_to(a, a.len().saturating_sub(tail)), up_to(b, b.len().saturating_sub(tail)))
}

fn are_opposed(a: &str, b: &str) -> bool {
    let has = |text: &str, words: &[String]| words.iter().any(|word| is_in(text, word));
    OPPOSITES.iter().any(|sides| {
        let mut in_both = sides.iter().map(|side| (has(a, side), has(b, side)));
        let found = in_both.try_fold((false, false), |(a, b), (in_a, in_b)| {
            // A side that both texts have is no difference.
            (!(in_a && in_b)).then_some((a || in_a, b || in_b))
        });
        found == Some((true, true))
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
            ("大升", "大跌", true),
            ("加薪", "減薪", true),
            ("清晨", "深夜", true),
            ("傍晚", "晚上", false),
            ("紅色", "黑色", true),
            ("升級", "跌", false),
            ("支持", "贊成", false),
            ("", "反對", false),
        ] {
            assert_eq!(are_opposites(&fold(a), &fold(b)), expected, "{a} {b}");
        }
    }
}
