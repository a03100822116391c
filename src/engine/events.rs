//! The events that several stories tell.

use crate::compare::{self, Dated, Side};
use crate::corpus::{Document, Scope};
use crate::text::Span;
use crate::view;

use super::similarity::rounded;
use super::{Engine, EngineError};

/// The number of characters of the text that label an event whose stories have no headline.
const LABEL: usize = 24;

impl Engine {
    /// Finds the events of a scope. Words are not needed, so that many texts can be looked at as soon as they are read.
    pub(super) fn events(&self, scope: &Scope) -> Result<Vec<view::EventView>, EngineError> {
        let documents = self.comparable(scope)?;
        let sentences: Vec<Vec<Span>> = documents.iter().map(|document| document.sentences()).collect();
        let stories: Vec<Dated<'_>> = documents
            .iter()
            .zip(&sentences)
            .map(|(document, sentences)| Dated {
                side: Side {
                    text: &document.text,
                    sentences,
                    tokens: &[],
                    regional: self.segmenters.regional(),
                },
                paper: &document.paper,
                date: &document.date,
                names: &[],
            })
            .collect();
        Ok(compare::told_events(&stories).iter().map(|event| event_view(event, &documents)).collect())
    }
}

fn event_view(event: &compare::Event, documents: &[&Document]) -> view::EventView {
    let stories: Vec<&Document> =
        event.stories.iter().filter_map(|&story| documents.get(story)).copied().collect();
    let id = |story: usize| documents.get(story).map(|document| document.id.clone()).unwrap_or_default();
    let dates = stories.iter().map(|document| &document.date).filter(|date| !date.is_empty());
    let headline = stories.iter().map(|document| &document.headline).find(|headline| !headline.is_empty());
    let beginning = || stories.first().map(|document| document.text.chars().take(LABEL).collect());
    view::EventView {
        ids: stories.iter().map(|document| document.id.clone()).collect(),
        date: dates.min().cloned(),
        label: headline.cloned().or_else(beginning).unwrap_or_default(),
        copies: event
            .copies
            .iter()
            .map(|found| view::StoryCopies {
                a: id(found.a),
                b: id(found.b),
                a_in_b: rounded(found.a_in_b),
                b_in_a: rounded(found.b_in_a),
            })
            .collect(),
    }
}
