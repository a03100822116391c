//! Sentences of a treebank with names marked, in the columns of Universal NER (IOB2), of which training reads
//! the words.

use crate::data::Words;

/// The beginning of the line that has a sentence as printed.
const TEXT: &str = "# text = ";

/// Parses the sentences of a file: their words, each with true if a space follows it in the text.
pub(crate) fn sentences(file: &str) -> Vec<Words> {
    let mut sentences = Vec::new();
    let (mut text, mut words) = ("", Words::new());
    for line in file.lines().chain([""]) {
        if let Some(printed) = line.strip_prefix(TEXT) {
            text = printed;
        } else if line.is_empty() && !words.is_empty() {
            sentences.push(std::mem::take(&mut words));
        } else if let Some(form) = line.split('\t').nth(1).filter(|_| !line.starts_with('#')) {
            let rest = text.trim_start().strip_prefix(form).unwrap_or_default();
            words.push((form.chars().filter(|c| !c.is_whitespace()).collect(), rest.starts_with(' ')));
            text = rest;
        }
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_with_the_spaces_of_the_text() {
        let file = "# text = 用 Wi Fi上網\n1\t用\tO\t-\t-\n2\tWi Fi\tO\t-\t-\n3\t上網\tO\t-\t-\n\n# text = 好\n1\t好\tO\t-\t-\n";
        let word = |form: &str, space| (form.to_owned(), space);
        assert_eq!(
            sentences(file),
            [vec![word("用", true), word("WiFi", false), word("上網", false)], vec![word("好", false)]]
        );
    }
}
