//! The bundled multi-word terms.

/// The bundled list: one term and its part of speech per line, `#` begins a comment.
const TERMS: &str = include_str!("terms.txt");

/// Returns the terms, each with its part of speech in jieba's tag set, in the order of the list.
pub fn terms() -> impl Iterator<Item = (&'static str, &'static str)> {
    TERMS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold, is_word_character};

    #[test]
    fn every_line_is_a_term_with_its_tag_and_they_are_sorted() {
        let lines = TERMS.lines().filter(|line| !line.starts_with('#')).count();
        let list: Vec<(&str, &str)> = terms().collect();
        assert_eq!(list.len(), lines);
        assert!(list.len() > 500);
        assert!(list.windows(2).all(|pair| pair[0].0 < pair[1].0), "sorted, each once");
        for (term, tag) in list {
            assert!(term.chars().all(is_word_character) && term.chars().count() > 2, "{term}");
            assert!(["n", "ns", "nt", "nz"].contains(&tag), "{term} {tag}");
        }
    }

    #[test]
    fn no_two_terms_are_the_same_in_another_writing() {
        let mut folded: Vec<String> = terms().map(|(term, _)| fold(term)).collect();
        folded.sort();
        let all = folded.len();
        folded.dedup();
        assert_eq!(folded.len(), all);
    }
}
