//! All documents with their words.

use std::collections::BTreeMap;

use super::{Document, Scope, Tokens, Units, Vocabulary};

/// Documents, the tokens of each in every way they were cut so far, and the vocabulary those share.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    documents: Vec<Document>,
    layers: BTreeMap<Units, Layer>,
    vocabulary: Vocabulary,
    revision: u64,
}

/// The tokens of each document under one way of cutting; those cut most lately may be missing at the end.
type Layer = Vec<Tokens>;

impl Corpus {
    /// Adds a document. It is cut when a question needs it.
    pub fn add(&mut self, document: Document) {
        self.revision += 1;
        self.documents.push(document);
    }

    /// Cuts what is not cut yet under `units`; `tokenise` gives the tokens of a text, interning their forms.
    ///
    /// # Errors
    /// When `tokenise` fails; what was cut before that is kept.
    pub fn cut<E>(
        &mut self,
        units: Units,
        mut tokenise: impl FnMut(&str, &mut Vocabulary) -> Result<Tokens, E>,
    ) -> Result<(), E> {
        let layer = self.layers.entry(units).or_default();
        for document in &self.documents[layer.len()..] {
            layer.push(tokenise(&document.text, &mut self.vocabulary)?);
        }
        Ok(())
    }

    /// Cuts again, in every way that `concerns` and in which it was cut, each document that `concerns`.
    ///
    /// # Errors
    /// When `tokenise` fails; documents after the one it failed on keep their tokens.
    pub fn cut_again<E>(
        &mut self,
        concerns: impl Fn(Units, &Document) -> bool,
        mut tokenise: impl FnMut(Units, &str, &mut Vocabulary) -> Result<Tokens, E>,
    ) -> Result<(), E> {
        self.revision += 1;
        for (&units, layer) in &mut self.layers {
            for (document, tokens) in self.documents.iter().zip(layer) {
                if concerns(units, document) {
                    *tokens = tokenise(units, &document.text, &mut self.vocabulary)?;
                }
            }
        }
        Ok(())
    }

    /// The document of this id, with its tokens under `units`; `None` when it is not there or not cut so yet.
    pub fn get(&self, units: Units, id: &str) -> Option<(&Document, &Tokens)> {
        let at = self.documents.iter().position(|document| document.id == id)?;
        Some((&self.documents[at], self.layers.get(&units)?.get(at)?))
    }

    /// The documents of a scope that are cut under `units`, in the order they were added, with their tokens.
    pub fn within(&self, units: Units, scope: &Scope) -> Vec<(&Document, &Tokens)> {
        let layer = self.layers.get(&units).map_or(&[][..], Vec::as_slice);
        self.documents.iter().zip(layer).filter(|(document, _)| scope.holds(document)).collect()
    }

    /// Grows with every change of the documents or of their words, so that what was made from them can tell whether it
    /// still holds.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The documents, in the order they were added.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The word forms of all documents, however they were cut.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The word forms, to give numbers to new ones.
    pub fn vocabulary_mut(&mut self) -> &mut Vocabulary {
        &mut self.vocabulary
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
