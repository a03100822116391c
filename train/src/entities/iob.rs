//! Sentences with marked names, as Universal NER publishes them (IOB2).

use duidu::entities::EntityKind;
use duidu::text::Span;

/// A sentence with its names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The sentence, with its spaces.
    pub(crate) text: String,
    /// The places and kinds of its names.
    pub(crate) names: Vec<(Span, EntityKind)>,
}

/// Parses a file: `# text = …`, then a line for each word with its mark in the third column.
pub(crate) fn sentences(file: &str) -> Vec<Marked> {
    let mut sentences = Vec::new();
    let mut sentence = Marked::default();
    let (mut at, mut is_open) = (0, false);
    for line in file.lines().chain([""]) {
        if let Some(text) = line.strip_prefix("# text = ") {
            sentence.text = text.to_owned();
            (at, is_open) = (0, false);
        } else if line.is_empty() {
            if !sentence.text.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
        } else if !line.starts_with('#') {
            let mut columns = line.split('\t').skip(1);
            let (Some(word), Some(mark)) = (columns.next(), columns.next()) else { continue };
            let Some(span) = next(&sentence.text, at, word) else { continue };
            at = span.end as usize;
            let kind = kind(mark);
            match (kind, sentence.names.last_mut()) {
                (Some(kind), Some((name, last))) if is_open && mark.starts_with("I-") && *last == kind => {
                    name.end = span.end;
                }
                (Some(kind), _) => sentence.names.push((span, kind)),
                (None, _) => {}
            }
            is_open = kind.is_some();
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
    fn names_are_places_in_the_text_with_its_spaces() {
        let file = "# text = 在香港 John Smith說\n1\t在\tO\t-\t-\n2\t香港\tB-LOC\t-\t-\n3\tJohn\tB-PER\t-\t-\n\
                    4\tSmith\tI-PER\t-\t-\n5\t說\tO\t-\t-\n";
        let read = sentences(file);
        let names: Vec<(&str, EntityKind)> =
            read[0].names.iter().map(|(span, kind)| (span.of(&read[0].text), *kind)).collect();
        assert_eq!(names, [("香港", EntityKind::Place), ("John Smith", EntityKind::Person)]);
    }
}
