//! The characters that count as the same in a comparison: those that [`fold_char`] folds, and further forms that are
//! interchangeable in print, among them the Japanese ones.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::fold_char;

/// Two characters a line, compiled by hand: older, rarer and Japanese forms, and pairs such as 份/分 and 妳/你 that papers
/// exchange. They differ too much to be folded when words are looked up.
const FURTHER: &str = include_str!("variants.tsv");

static TABLE: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for line in FURTHER.lines() {
        let mut forms = line.chars().filter(|c| *c != '\t').map(fold_char);
        if let (Some(from), Some(to)) = (forms.next(), forms.next())
            && from != to
        {
            table.insert(from, to);
        }
    }
    table
});

/// Returns the form that represents all kin of `c`.
pub(super) fn kin(c: char) -> char {
    let folded = fold_char(c);
    if folded.is_ascii() {
        return folded;
    }
    TABLE.get(&folded).copied().unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_joins_two_characters_for_good() {
        for line in FURTHER.lines() {
            let forms: Vec<char> = line.split('\t').map(|form| form.parse().unwrap()).collect();
            assert_eq!(forms.len(), 2, "{line}");
            assert_eq!(kin(forms[0]), kin(forms[1]), "{line}");
        }
        for c in '\u{3400}'..='\u{9FFF}' {
            assert_eq!(kin(kin(c)), kin(c), "{c}");
        }
    }

    #[test]
    fn what_says_something_else_is_no_kin() {
        for pair in ["大太", "他她", "甲乙", "做作", "買賣", "土士", "未末"] {
            let mut pair = pair.chars();
            assert_ne!(pair.next().map(kin), pair.next().map(kin));
        }
    }
}
