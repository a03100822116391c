//! A marked sentence with its words and labels.

use duidu::entities::{EntitySentence, NameKnowledge, label};
use duidu::segment::{AccurateSegmenter, Segmenter, TokenSpan};

use crate::iob2::MarkedSentence;

/// A marked sentence as it is read.
#[derive(Debug)]
pub(crate) struct MarkedWords {
    pub(crate) marked: MarkedSentence,
    /// The words of the whole text.
    pub(crate) tokens: Vec<TokenSpan>,
    /// Its sentences, each with the label of every unit.
    pub(crate) parts: Vec<(EntitySentence, Vec<usize>)>,
}

impl MarkedWords {
    /// Divides a sentence into words.
    pub(crate) fn new(marked: MarkedSentence, segmenter: &AccurateSegmenter, names: &NameKnowledge) -> Self {
        let mut tokens = Vec::new();
        segmenter.segment(&marked.text, &mut tokens);
        let sentences = EntitySentence::all(&marked.text, &tokens, segmenter.model(), names);
        let parts = sentences.into_iter().map(|sentence| {
            let labels = labels(&sentence, &marked);
            (sentence, labels)
        });
        Self { parts: parts.collect(), tokens, marked }
    }
}

/// Returns the labels of a sentence; a name whose ends are inside units is not learnt.
fn labels(sentence: &EntitySentence, marked: &MarkedSentence) -> Vec<usize> {
    let mut labels = vec![0; sentence.len()];
    for (span, kind) in &marked.names {
        let ends = sentence.unit_at(span.start as usize).zip(sentence.unit_at(span.end as usize));
        let Some(name) = ends.and_then(|(first, end)| labels.get_mut(first..end)) else { continue };
        for (at, place) in name.iter_mut().enumerate() {
            *place = label(*kind, at == 0);
        }
    }
    labels
}
