//! Words that cannot both be true.

use std::sync::LazyLock;

use crate::text::{fold, from, up_to};

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
    let whole = are_opposed(a, b);
    // Of 大升 and 大跌 only the last characters differ.
    let (short_a, short_b) = differing(a, b);
    whole || are_opposed(short_a, short_b)
}

/// Leaves out what both words begin and end with.
fn differing<'t>(a: &'t str, b: &'t str) -> (&'t str, &'t str) {
    let same = |(x, y): &(char, char)| x == y;
    let head: usize = a.chars().zip(b.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (a, b) = (from(a, head), from(b, head));
    let tail: usize = a.chars().rev().zip(b.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    (up_to(a, a.len().saturating_sub(tail)), up_to(b, b.len().saturating_sub(tail)))
}

fn are_opposed(a: &str, b: &str) -> bool {
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
            ("大升", "大跌", true),
            ("加薪", "減薪", true),
            ("升級", "跌", false),
            ("支持", "贊成", false),
            ("", "反對", false),
        ] {
            assert_eq!(are_opposites(&fold(a), &fold(b)), expected, "{a} {b}");
        }
    }
}
