//! Witnesses as CollateX takes them.

use serde::Deserialize;

/// `{"witnesses":[{"id","content"}]}`, or with `"tokens":[{"t","n"}]` in the place of the content. What else stands there is
/// passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct CollatexInput {
    witnesses: Vec<Witness>,
}

/// One text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Witness {
    id: String,
    #[serde(default)]
    content: Option<String>,
    #[serde(default)]
    tokens: Vec<Token>,
}

/// A token as written, and in the form that is collated.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Token {
    #[serde(default)]
    t: Option<String>,
    #[serde(default)]
    n: Option<String>,
}

impl CollatexInput {
    /// The id and the text of every witness. Tokens are joined as they are written; where neither of two words in letters
    /// has the space that parts them, it is put in.
    pub fn texts(self) -> Vec<(String, String)> {
        let text = |content: Option<String>, tokens: Vec<Token>| content.unwrap_or_else(|| joined(tokens));
        self.witnesses
            .into_iter()
            .map(|witness| (witness.id, text(witness.content, witness.tokens)))
            .collect()
    }
}

fn joined(tokens: Vec<Token>) -> String {
    let is_spaced = |c: char| c.is_alphanumeric() && c < '\u{0E00}';
    let mut text = String::new();
    for token in tokens.into_iter().filter_map(|token| token.t.or(token.n)) {
        if text.ends_with(is_spaced) && token.starts_with(is_spaced) {
            text.push(' ');
        }
        text.push_str(&token);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields are the same in any notation; here there is a reader of TOML.
    fn texts(witnesses: &str) -> Vec<(String, String)> {
        toml::from_str::<CollatexInput>(witnesses).unwrap().texts()
    }

    #[test]
    fn content_and_tokens_are_texts() {
        let found = texts(
            r#"
            [[witnesses]]
            id = "A"
            content = "甲乙。"
            [[witnesses]]
            id = "B"
            tokens = [{ t = "甲", n = "x" }, { t = "乙" }, { n = "。" }, { t = "New" }, { t = "York " }, { t = "city" }]
            [[witnesses]]
            id = "C"
            date = "2025-01-01"
            "#,
        );
        let expected = [("A", "甲乙。"), ("B", "甲乙。New York city"), ("C", "")];
        assert_eq!(found, expected.map(|(id, text)| (id.to_owned(), text.to_owned())));
    }
}
