//! All documents with their words.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

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

/// Tokens that others took the place of.
#[derive(Clone, Debug)]
pub struct Replaced {
    units: Units,
    document: usize,
    tokens: Tokens,
}

impl Replaced {
    /// The tokens of a document under `units`, by its place among the documents; `None` if these are of others.
    pub fn of(&self, units: Units) -> Option<(usize, &Tokens)> {
        (self.units == units).then_some((self.document, &self.tokens))
    }
}

impl Corpus {
    /// Adds a document. It is cut when a question needs it.
    pub fn add(&mut self, document: Document) {
        self.revision += 1;
        self.documents.push(document);
    }

    /// Cuts what is not cut yet under `units`; `tokenise` gives the tokens of a document, interning their forms.
    ///
    /// # Errors
    /// When `tokenise` fails; what was cut before that is kept.
    pub fn cut<E>(
        &mut self,
        units: Units,
        mut tokenise: impl FnMut(&Document, &mut Vocabulary) -> Result<Tokens, E>,
    ) -> Result<(), E> {
        let layer = self.layers.entry(units).or_default();
        for document in &self.documents[layer.len()..] {
            layer.push(tokenise(document, &mut self.vocabulary)?);
        }
        Ok(())
    }

    /// Cuts again, in every way in which it was cut and that `concerns` it, each document that it `concerns`; gives
    /// back the tokens that were there before.
    ///
    /// # Errors
    /// When `tokenise` fails; every document then has the tokens it had.
    pub fn cut_again<E>(
        &mut self,
        concerns: impl Fn(Units, &Document) -> bool,
        mut tokenise: impl FnMut(Units, &Document, &mut Vocabulary) -> Result<Tokens, E>,
    ) -> Result<Vec<Replaced>, E> {
        self.revision += 1;
        let mut replaced = Vec::new();
        let mut failure = None;
        'all: for (&units, layer) in &mut self.layers {
            for (place, (document, tokens)) in self.documents.iter().zip(layer).enumerate() {
                if !concerns(units, document) {
                    continue;
                }
                match tokenise(units, document, &mut self.vocabulary) {
                    Ok(new) => {
                        let tokens = std::mem::replace(tokens, new);
                        replaced.push(Replaced { units, document: place, tokens });
                    }
                    Err(error) => {
                        failure = Some(error);
                        break 'all;
                    }
                }
            }
        }
        match failure {
            None => Ok(replaced),
            Some(error) => {
                self.put_back(replaced);
                Err(error)
            }
        }
    }

    /// Takes a cutting back.
    pub fn put_back(&mut self, replaced: Vec<Replaced>) {
        self.revision += 1;
        for Replaced { units, document, tokens } in replaced {
            if let Some(place) = self.layers.get_mut(&units).and_then(|layer| layer.get_mut(document)) {
                *place = tokens;
            }
        }
    }

    /// The first of some ids that no document has.
    pub fn missing<'a>(&self, ids: &'a [String]) -> Option<&'a str> {
        if ids.is_empty() {
            return None;
        }
        let known: FxHashSet<&str> = self.documents.iter().map(|document| document.id.as_str()).collect();
        ids.iter().map(String::as_str).find(|id| !known.contains(id))
    }

    /// The document of this id, with its tokens under `units`; `None` when it is not there or not cut so yet.
    pub fn get(&self, units: Units, id: &str) -> Option<(&Document, &Tokens)> {
        let at = self.documents.iter().position(|document| document.id == id)?;
        Some((&self.documents[at], self.layers.get(&units)?.get(at)?))
    }

    /// The documents of a scope that are cut under `units`, in the order they were added, with their tokens.
    pub fn within(&self, units: Units, scope: &Scope) -> Vec<(&Document, &Tokens)> {
        let layer = self.layers.get(&units).map_or(&[][..], Vec::as_slice);
        let all = self.documents.iter().zip(layer);
        // Looking each story up in a long list of ids would take the square of their number.
        let named: FxHashSet<&str> = scope.named().iter().map(String::as_str).collect();
        if named.is_empty() {
            all.filter(|(document, _)| scope.holds(document)).collect()
        } else {
            all.filter(|(document, _)| named.contains(document.id.as_str())).collect()
        }
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
