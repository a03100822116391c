//! Sentences of a treebank with names marked, as Universal NER publishes them (IOB2).

use duidu::entities::EntityKind;
use duidu::text::Span;

use crate::data::Words;

/// The beginning of the line that has a sentence as printed.
const TEXT: &str = "# text = ";

/// A sentence with its words and its names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MarkedSentence {
    /// The sentence, with its spaces.
    pub(crate) text: String,
    /// Its words without the spaces inside them, each with true if a space follows it in the text.
    pub(crate) words: Words,
    /// The places and kinds of its names.
    pub(crate) names: Vec<(Span, EntityKind)>,
}

/// Parses a file: `# text = …`, then a line for each word with its mark in the third column.
pub(crate) fn sentences(file: &str) -> Vec<MarkedSentence> {
    let mut sentences = Vec::new();
    let mut sentence = MarkedSentence::default();
    let (mut at, mut open) = (0, None);
    for line in file.lines().chain([""]) {
        if let Some(text) = line.strip_prefix(TEXT) {
            sentence = MarkedSentence { text: text.to_owned(), ..MarkedSentence::default() };
            (at, open) = (0, None);
        } else if line.is_empty() && !sentence.words.is_empty() {
            sentences.push(std::mem::take(&mut sentence));
        } else if !line.starts_with('#') {
            let mut columns = line.split('\t').skip(1);
            let (Some(word), Some(mark)) = (columns.next(), columns.next()) else { continue };
            let span = next(&sentence.text, at, word);
            at = span.map_or(at, |span| span.end as usize);
            let space = span.is_some() && sentence.text.get(at..).is_some_and(|rest| rest.starts_with(' '));
            sentence.words.push((word.chars().filter(|c| !c.is_whitespace()).collect(), space));
            let name = kind(mark).zip(span);
            match (name, sentence.names.last_mut()) {
                (Some((kind, span)), Some((name, _))) if open == Some(kind) && mark.starts_with("I-") => {
                    name.end = span.end;
                }
                (Some((kind, span)), _) => sentence.names.push((span, kind)),
                (None, _) => {}
            }
            open = name.map(|(kind, _)| kind);
        }
    }
    sentences
}

/// Returns the next place of a word in a text, from a byte on.
fn next(text: &str, at: usize, word: &str) -> Option<Span> {
    let start = at + text.get(at..)?.find(word)?;
    Some(Span::new(start, start + word.len()))
}

fn kind(mark: &str) -> Option<EntityKind> {
    match mark.get(2..)? {
        "PER" => Some(EntityKind::Person),
        "LOC" => Some(EntityKind::Place),
        "ORG" => Some(EntityKind::Organisation),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_with_the_spaces_of_the_text() {
        let file = "# text = 用 Wi Fi上網\n1\t用\tO\t-\t-\n2\tWi Fi\tO\t-\t-\n3\t上網\tO\t-\t-\n\n# text = 好\n1\t好\tO\t-\t-\n";
        let word = |form: &str, space| (form.to_owned(), space);
        let words: Vec<Words> = sentences(file).into_iter().map(|sentence| sentence.words).collect();
        assert_eq!(
            words,
            [vec![word("用", true), word("WiFi", false), word("上網", false)], vec![word("好", false)]]
        );
    }

    #[test]
    fn names_are_places_in_the_text_with_its_spaces() {
        let file = "# text = 在香港 John Smith說\n1\t在\tO\t-\t-\n2\t香港\tB-LOC\t-\t-\n3\tJohn\tB-PER\t-\t-\n\
                    4\tSmith\tI-PER\t-\t-\n5\t說\tO\t-\t-\n";
        let read = sentences(file);
        let names: Vec<(&str, EntityKind)> =
            read[0].names.iter().map(|(span, kind)| (span.of(&read[0].text), *kind)).collect();
        assert_eq!(names, [("香港", EntityKind::Place), ("John Smith", EntityKind::Person)]);
    }
}
