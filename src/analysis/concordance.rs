//! Where a word or phrase stands.

use crate::corpus::{Document, Tokens};
use crate::text::Span;

/// One place a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The document, by its position among those searched.
    pub document: usize,
    /// The node's place in the document's text.
    pub span: Span,
}

/// Every place in `documents` where `node` stands as one or more whole tokens, as printed, in order.
pub fn occurrences(documents: &[(&Document, &Tokens)], node: &str) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for (at, (document, tokens)) in documents.iter().enumerate() {
        for (start, _) in document.text.match_indices(node) {
            let span = Span::new(start, start + node.len());
            if is_whole(tokens, span) {
                found.push(Occurrence { document: at, span });
            }
        }
    }
    found
}

/// Whether a span begins where a token begins and ends where a token ends.
fn is_whole(tokens: &Tokens, span: Span) -> bool {
    let inside = tokens.inside(span);
    inside.first().is_some_and(|first| first.span.start == span.start)
        && inside.last().is_some_and(|last| last.span.end == span.end)
}
