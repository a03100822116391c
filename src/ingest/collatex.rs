//! Witnesses in the input and output formats of CollateX.

use serde::Deserialize;

use super::cleaning::clean;
use super::format::on_first_line;
use super::{Decoded, Encoding, FileError, FileFailure, Format, IngestWarning, Metadata, Source};
use crate::text::saturating_u32;

/// Input of the form `{"witnesses":[{"id","content"}]}`, or with `"tokens":[{"t","n"}]` instead of the content; or, as
/// in an alignment, `{"witnesses":["id"],"table":[[[{"t"}]]]}`, where the tokens of a witness are at its index in every
/// segment. Other keys are ignored.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct CollatexInput {
    witnesses: Vec<Witness>,
    /// Tokens by segment and witness; a witness that has none there may be `null`.
    #[serde(default)]
    table: Vec<Vec<Option<Vec<CollatexToken>>>>,
}

/// One text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Witness {
    /// Its tokens are in the table.
    Named(String),
    Whole {
        id: String,
        #[serde(default)]
        content: Option<String>,
        #[serde(default)]
        tokens: Vec<CollatexToken>,
    },
}

/// A token as written, and in the form that is collated.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum CollatexToken {
    Bare(String),
    Forms {
        #[serde(default)]
        t: Option<String>,
        #[serde(default)]
        n: Option<String>,
    },
}

impl CollatexInput {
    /// Returns the id and the text of every witness. Tokens are joined as written; a space is inserted between two
    /// words in letters if neither token has one.
    pub fn texts(self) -> Vec<(String, String)> {
        let table = self.table;
        let of_table =
            |place: usize| table.iter().filter_map(move |segment| segment.get(place)?.as_ref()).flatten();
        let text = |(place, witness)| match witness {
            Witness::Named(id) => (id, joined(of_table(place))),
            Witness::Whole { id, content: Some(content), .. } => (id, content),
            Witness::Whole { id, content: None, tokens } if tokens.is_empty() => {
                (id, joined(of_table(place)))
            }
            Witness::Whole { id, content: None, tokens } => (id, joined(tokens.iter())),
        };
        self.witnesses.into_iter().enumerate().map(text).collect()
    }
}

fn joined<'a>(tokens: impl Iterator<Item = &'a CollatexToken>) -> String {
    let is_spaced = |c: char| c.is_alphanumeric() && c < '\u{0E00}';
    let written = |token: &'a CollatexToken| match token {
        CollatexToken::Bare(token) => Some(token),
        CollatexToken::Forms { t, n } => t.as_ref().or(n.as_ref()),
    };
    let mut text = String::new();
    for token in tokens.filter_map(written) {
        if text.ends_with(is_spaced) && token.starts_with(is_spaced) {
            text.push(' ');
        }
        text.push_str(token);
    }
    text
}

/// The witnesses of a file, one text each.
pub(super) struct CollatexWitnesses {
    texts: std::vec::IntoIter<(String, String)>,
    name: String,
    encoding: Encoding,
    warnings: Vec<IngestWarning>,
}

/// Number of bytes searched for the key by which a file is recognized.
const BEGINNING: usize = 4_096;

impl CollatexWitnesses {
    /// Returns true if a JSON file holds witnesses: a single object whose first keys include them.
    pub(super) fn are_in(text: &str) -> bool {
        let start = text.trim_start();
        let beginning = start.get(..start.floor_char_boundary(BEGINNING)).unwrap_or_default();
        start.starts_with('{') && beginning.contains("\"witnesses\"")
    }

    /// Reads all witnesses.
    pub(super) fn open(name: &str, decoded: Decoded) -> Result<Self, FileError> {
        let Decoded { text, encoding, warnings, .. } = decoded;
        let input: CollatexInput = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
            .map_err(|error| FileError::NoWitness { detail: error.to_string() })?;
        let texts = input.texts();
        if texts.is_empty() {
            return Err(FileError::NoWitness { detail: String::new() });
        }
        let warnings = on_first_line(warnings);
        Ok(Self { texts: texts.into_iter(), name: name.to_owned(), encoding, warnings })
    }

    /// Returns the number of witnesses.
    pub(super) fn total(&self) -> u32 {
        saturating_u32(self.texts.len())
    }

    /// Returns the next text; a witness is to a collation as a paper is to an event.
    pub(super) fn next(&mut self) -> Option<Result<Source, FileFailure>> {
        let (id, text) = self.texts.next()?;
        let name = super::files::printable(&format!("{}#{id}", self.name));
        let (text, mut warnings) = clean(text);
        if text.trim().is_empty() {
            return Some(Err(FileFailure { name, reason: FileError::Empty }));
        }
        warnings.append(&mut self.warnings);
        let metadata = Metadata { paper: id, ..Metadata::default() };
        let encoding = Some(self.encoding);
        Some(Ok(Source {
            name,
            text,
            format: Format::Jsonl,
            encoding,
            metadata,
            warnings,
            ..Source::default()
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(file: &str) -> Vec<(String, String)> {
        serde_json::from_str::<CollatexInput>(file).unwrap().texts()
    }

    fn owned(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn content_and_tokens_are_texts() {
        let found = texts(
            r#"{"witnesses":[
                {"id":"A","content":"甲乙。"},
                {"id":"B","tokens":[{"t":"甲","n":"x"},{"t":"乙"},{"n":"。"},{"t":"New"},{"t":"York "},"city"]},
                {"id":"C","date":"2025-01-01"}
            ]}"#,
        );
        assert_eq!(found, owned(&[("A", "甲乙。"), ("B", "甲乙。New York city"), ("C", "")]));
    }

    #[test]
    fn an_alignment_gives_its_witnesses_back() {
        let found = texts(
            r#"{"witnesses":["A","B"],"table":[[[{"t":"甲"}],[{"t":"甲"}]],[[],[{"t":"乙"},{"t":"丙"}]],[[{"t":"。"}],null]]}"#,
        );
        assert_eq!(found, owned(&[("A", "甲。"), ("B", "甲乙丙")]));
    }
}
