//! All documents with their words.

use super::{Document, Scope, Tokens, Vocabulary};

/// Documents, the tokens of each, and the vocabulary they share.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    documents: Vec<Document>,
    tokens: Vec<Tokens>,
    vocabulary: Vocabulary,
}

impl Corpus {
    /// Adds a document; `tokenise` gives its tokens, interning their forms.
    pub fn add(&mut self, document: Document, tokenise: impl FnOnce(&str, &mut Vocabulary) -> Tokens) {
        self.tokens.push(tokenise(&document.text, &mut self.vocabulary));
        self.documents.push(document);
    }

    /// The document of this id, with its tokens.
    pub fn get(&self, id: &str) -> Option<(&Document, &Tokens)> {
        let at = self.documents.iter().position(|document| document.id == id)?;
        Some((&self.documents[at], &self.tokens[at]))
    }

    /// The documents of a scope, in the order they were added, with their tokens.
    pub fn within(&self, scope: &Scope) -> Vec<(&Document, &Tokens)> {
        self.documents.iter().zip(&self.tokens).filter(|(document, _)| scope.holds(document)).collect()
    }

    /// The word forms of all documents.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}
