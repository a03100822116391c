//! All documents with their words.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Document, Scope, Tokens, Units, Vocabulary};

/// Documents, the tokens of each under every unit used so far, and their shared vocabulary.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    documents: Vec<Document>,
    layers: BTreeMap<Units, Layer>,
    vocabulary: Vocabulary,
    revision: u64,
}

/// The tokens of each document under one unit; `None`, or missing at the end, if no question has needed them
/// yet.
type Layer = Vec<Option<Tokens>>;

/// Tokens that were replaced by others.
#[derive(Clone, Debug)]
pub struct Replaced {
    units: Units,
    document: usize,
    tokens: Tokens,
}

impl Replaced {
    /// Returns the replaced tokens and the index of their document; `None` if they are not those of `units`.
    pub fn of(&self, units: Units) -> Option<(usize, &Tokens)> {
        (self.units == units).then_some((self.document, &self.tokens))
    }
}

impl Corpus {
    /// Adds a document. It is segmented when a question needs it.
    pub fn add(&mut self, document: Document) {
        self.revision += 1;
        self.documents.push(document);
    }

    /// Replaces all documents of some pages, each named once, or adds documents at the end if a page has none. A document
    /// whose id and text are unchanged keeps its tokens. Linear in all documents, so that many pages are best replaced
    /// together.
    pub fn replace_pages(&mut self, pages: Vec<(String, Vec<Document>)>) {
        self.revision += 1;
        let order: Vec<String> = pages.iter().map(|(page, _)| page.clone()).collect();
        let mut new: FxHashMap<String, Vec<Document>> = pages.into_iter().collect();
        // The place that each document had whose tokens are kept.
        let mut kept: Vec<Option<usize>> = Vec::with_capacity(self.documents.len());
        let mut documents: Vec<Document> = Vec::with_capacity(self.documents.len());
        let mut old = std::mem::take(&mut self.documents).into_iter().enumerate().peekable();
        while let Some((place, document)) = old.next() {
            let Some(replacing) = new.remove(&document.page) else {
                kept.push(Some(place));
                documents.push(document);
                continue;
            };
            let mut gone = vec![(place, document)];
            while let Some(next) = old.next_if(|(_, next)| next.page == gone[0].1.page) {
                gone.push(next);
            }
            for document in replacing {
                let is_same =
                    |(_, old): &&(usize, Document)| old.id == document.id && old.text == document.text;
                kept.push(gone.iter().find(is_same).map(|&(place, _)| place));
                documents.push(document);
            }
        }
        for added in order.iter().filter_map(|page| new.remove(page)).flatten() {
            kept.push(None);
            documents.push(added);
        }
        self.documents = documents;
        for layer in self.layers.values_mut() {
            let mut old = std::mem::take(layer);
            *layer = kept.iter().map(|place| old.get_mut((*place)?)?.take()).collect();
        }
    }

    /// Removes the documents of the pages for which `is_gone` returns true. The vocabulary keeps their forms,
    /// which no longer occur in any count.
    pub fn remove_pages(&mut self, is_gone: impl Fn(&str) -> bool) {
        self.revision += 1;
        let stays: Vec<bool> = self.documents.iter().map(|document| !is_gone(&document.page)).collect();
        for layer in self.layers.values_mut() {
            let mut place = stays.iter();
            layer.retain(|_| place.next().is_none_or(|&stays| stays));
        }
        let mut place = stays.iter();
        self.documents.retain(|_| place.next().is_none_or(|&stays| stays));
    }

    /// Removes all documents and every word form.
    pub fn clear(&mut self) {
        *self = Self { revision: self.revision + 1, ..Self::default() };
    }

    /// Returns those documents that [`Corpus::segment`] would segment, in the same order.
    pub fn to_segment(&self, units: Units, scope: &Scope, bytes: usize) -> Vec<&Document> {
        let layer = self.layers.get(&units).map_or(&[][..], Vec::as_slice);
        let is_in = Selection::new(scope);
        let is_segmented = |place: usize| layer.get(place).is_some_and(Option::is_some);
        let mut done = 0;
        let documents = self.documents.iter().enumerate();
        documents
            .filter(|&(place, document)| !is_segmented(place) && is_in.holds(document))
            .take_while(|(_, document)| {
                let begins = done < bytes;
                done += document.text.len();
                begins
            })
            .map(|(_, document)| document)
            .collect()
    }

    /// Returns the number of documents of a scope that are not segmented yet under `units`.
    pub fn unsegmented(&self, units: Units, scope: &Scope) -> usize {
        self.to_segment(units, scope, usize::MAX).len()
    }

    /// Segments the documents of a scope that are not segmented yet under `units`, until `bytes` of text are
    /// done; `tokenise` returns the tokens of a document, interning their forms.
    ///
    /// # Errors
    /// Returns the error of `tokenise`; documents segmented before it keep their tokens.
    pub fn segment<E>(
        &mut self,
        units: Units,
        scope: &Scope,
        bytes: usize,
        mut tokenise: impl FnMut(&Document, &mut Vocabulary) -> Result<Tokens, E>,
    ) -> Result<(), E> {
        let layer = self.layers.entry(units).or_default();
        layer.resize(self.documents.len(), None);
        let is_in = Selection::new(scope);
        let mut done = 0;
        for (document, tokens) in self.documents.iter().zip(layer) {
            if done >= bytes {
                break;
            }
            if tokens.is_none() && is_in.holds(document) {
                *tokens = Some(tokenise(document, &mut self.vocabulary)?);
                done += document.text.len();
            }
        }
        Ok(())
    }

    /// Segments again each document that a change `concerns`, under all its units that the change `concerns`;
    /// returns the tokens that were replaced.
    ///
    /// # Errors
    /// Returns the error of `tokenise`; every document then has the tokens it had.
    pub fn segment_again<E>(
        &mut self,
        concerns: impl Fn(Units, &Document) -> bool,
        mut tokenise: impl FnMut(Units, &Document, &mut Vocabulary) -> Result<Tokens, E>,
    ) -> Result<Vec<Replaced>, E> {
        self.revision += 1;
        let mut replaced = Vec::new();
        let mut failure = None;
        'all: for (&units, layer) in &mut self.layers {
            for (place, (document, tokens)) in self.documents.iter().zip(layer).enumerate() {
                let Some(tokens) = tokens.as_mut().filter(|_| concerns(units, document)) else { continue };
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

    /// Restores replaced tokens.
    pub fn put_back(&mut self, replaced: Vec<Replaced>) {
        self.revision += 1;
        for Replaced { units, document, tokens } in replaced {
            if let Some(place) = self.layers.get_mut(&units).and_then(|layer| layer.get_mut(document)) {
                *place = Some(tokens);
            }
        }
    }

    /// Returns the first of some ids that no document has.
    pub fn missing<'a>(&self, ids: &'a [String]) -> Option<&'a str> {
        if ids.is_empty() {
            return None;
        }
        let known: FxHashSet<&str> = self.documents.iter().map(|document| document.id.as_str()).collect();
        ids.iter().map(String::as_str).find(|id| !known.contains(id))
    }

    /// Returns the document of this id, with its tokens under `units`; `None` if there is no such document or
    /// it is not segmented so yet.
    pub fn get(&self, units: Units, id: &str) -> Option<(&Document, &Tokens)> {
        let at = self.documents.iter().position(|document| document.id == id)?;
        Some((&self.documents[at], self.layers.get(&units)?.get(at)?.as_ref()?))
    }

    /// Returns the document of this id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    /// Returns the documents of a scope that are segmented under `units`, in the order they were added, with
    /// their tokens.
    pub fn within(&self, units: Units, scope: &Scope) -> Vec<(&Document, &Tokens)> {
        let layer = self.layers.get(&units).map_or(&[][..], Vec::as_slice);
        let is_in = Selection::new(scope);
        let all = self.documents.iter().zip(layer);
        all.filter_map(|(document, tokens)| Some((document, tokens.as_ref()?)))
            .filter(|(document, _)| is_in.holds(document))
            .collect()
    }

    /// Returns the documents of a scope, segmented or not, in the order they were added.
    pub fn holding(&self, scope: &Scope) -> Vec<&Document> {
        let is_in = Selection::new(scope);
        self.documents.iter().filter(|document| is_in.holds(document)).collect()
    }

    /// Returns the revision, which grows with every change of the documents or of their words, so that
    /// derived data can be recognised as outdated.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns the documents, in the order they were added.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Returns the word forms of all documents under all units.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Returns the word forms for interning new ones.
    pub fn vocabulary_mut(&mut self) -> &mut Vocabulary {
        &mut self.vocabulary
    }

    /// Returns the number of documents.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Returns true if there are no documents.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}

/// A scope with a hash set of the ids it names: searching a long list of ids for each story would take
/// quadratic time.
struct Selection<'a> {
    scope: &'a Scope,
    named: FxHashSet<&'a str>,
}

impl<'a> Selection<'a> {
    fn new(scope: &'a Scope) -> Self {
        Self { scope, named: scope.named().iter().map(String::as_str).collect() }
    }

    fn holds(&self, document: &Document) -> bool {
        if self.named.is_empty() {
            self.scope.holds(document)
        } else {
            self.named.contains(document.id.as_str())
        }
    }
}
