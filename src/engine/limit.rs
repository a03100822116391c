//! The limit on text that is compared all against all, and the smaller scope offered beyond it.

use std::collections::BTreeMap;

use crate::corpus::{Document, Scope, StoryFilter};

use super::error::Offer;
use super::{Engine, EngineError};
use crate::text::{OrderBy, saturating_u32};

/// The maximum number of characters compared all against all, unless there is more memory than a browser has: a hundred
/// thousand stories of ordinary length. They take a gigabyte of memory if each shares all its text, and a third of that as a
/// rule.
pub(super) const MOST_IN_A_BROWSER: usize = 50_000_000;

impl Engine {
    /// Lets as many characters be compared all against all as letters have numbers: for programs that have the memory.
    pub fn compare_without_limit(&mut self) {
        self.most_compared = u32::MAX as usize;
    }

    /// Returns the stories of a scope that are to be compared all against all.
    ///
    /// # Errors
    /// [`EngineError::TooMuchText`] if they are too long together, and the errors of [`Engine::within`].
    pub(super) fn comparable(&self, scope: &Scope) -> Result<Vec<&Document>, EngineError> {
        scope.check()?;
        if let Some(id) = self.corpus.missing(scope.named()) {
            return Err(EngineError::UnknownStory { id: id.to_owned() });
        }
        let documents = self.corpus.holding(scope);
        refuse_beyond(self.most_compared, scope, &documents)?;
        Ok(documents)
    }

    /// Returns the stories that those of `ids` are compared with to recognise formulae: all, or if they are too long
    /// together, as many as can be compared, those of the same days first.
    pub(super) fn background(&self, ids: &[&str]) -> Vec<&Document> {
        nearest(self.most_compared, ids, self.corpus.holding(&Scope::All))
    }
}

fn characters(document: &Document) -> usize {
    document.text.chars().count()
}

/// Returns the number of characters of some documents together, if it is more than `most`.
fn excess(most: usize, documents: &[&Document]) -> Option<usize> {
    // Counting takes time, and no text has more characters than bytes.
    let bytes: usize = documents.iter().map(|document| document.text.len()).sum();
    let characters = || documents.iter().map(|document| characters(document)).sum();
    (bytes > most).then(characters).filter(|&characters| characters > most)
}

fn refuse_beyond(most: usize, scope: &Scope, documents: &[&Document]) -> Result<(), EngineError> {
    let Some(characters) = excess(most, documents) else { return Ok(()) };
    Err(EngineError::TooMuchText {
        stories: saturating_u32(documents.len()),
        characters: saturating_u32(characters),
        most: saturating_u32(most),
        offer: latest_days(most, scope, documents).map(Box::new),
    })
}

/// Returns the latest days whose stories can be compared, if those of one day can.
fn latest_days(most: usize, scope: &Scope, documents: &[&Document]) -> Option<Offer> {
    let mut days: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for document in documents.iter().filter(|document| !document.date.is_empty()) {
        let day = days.entry(&document.date).or_default();
        *day = (day.0 + characters(document), day.1 + 1);
    }
    let to = *days.last_key_value()?.0;
    let (mut from, mut length, mut stories) = (None, 0, 0);
    for (&day, &(of_day, many)) in days.iter().rev() {
        length += of_day;
        if length > most {
            break;
        }
        (from, stories) = (Some(day), stories + many);
    }
    Some(Offer { scope: within_days(scope, from?, to)?, stories })
}

/// Returns the stories of a scope from some days; none for a list of ids, which is as easily shortened.
fn within_days(scope: &Scope, from: &str, to: &str) -> Option<Scope> {
    let days = |filter: &StoryFilter| {
        let (from, to) = (Some(from.to_owned()), Some(to.to_owned()));
        Scope::Filter(StoryFilter { from, to, ..filter.clone() })
    };
    match scope {
        Scope::All | Scope::Usual => Some(days(&StoryFilter::default())),
        Scope::Filter(filter) => Some(days(filter)),
        Scope::Stories(_) => None,
        Scope::Named { of, .. } => within_days(of, from, to),
        Scope::Parts { kinds, of } => {
            within_days(of, from, to).map(|of| Scope::Parts { kinds: *kinds, of: Box::new(of) })
        }
    }
}

/// Returns the documents of `ids` and, up to `most` characters together, those of the same days, then the others; in
/// their order.
fn nearest<'a>(most: usize, ids: &[&str], documents: Vec<&'a Document>) -> Vec<&'a Document> {
    if excess(most, &documents).is_none() {
        return documents;
    }
    let is_named = |document: &Document| ids.contains(&document.id.as_str());
    let days: Vec<&str> = documents.iter().filter(|d| is_named(d)).map(|d| d.date.as_str()).collect();
    let distance = |document: &Document| match document {
        named if is_named(named) => 0,
        other if days.contains(&other.date.as_str()) => 1,
        _ => 2,
    };
    let mut ranked: Vec<(usize, &Document)> = documents.into_iter().enumerate().collect();
    ranked.order_by_key(|(place, document)| (distance(document), *place));
    let mut left = most;
    ranked.retain(|(_, document)| {
        let fits = is_named(document) || characters(document) <= left;
        left = if fits { left.saturating_sub(characters(document)) } else { 0 };
        fits
    });
    ranked.order_by_key(|(place, _)| *place);
    ranked.into_iter().map(|(_, document)| document).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{BlockKind, Story, StoryBlock};

    fn document(id: &str, date: &str, characters: usize) -> Document {
        let blocks = vec![StoryBlock { kind: BlockKind::Paragraph, text: "字".repeat(characters) }];
        let (id, date) = (id.to_owned(), date.to_owned());
        Document::from(Story { id, date, blocks, ..Story::default() })
    }

    fn refused(most: usize, scope: &Scope, documents: &[Document]) -> EngineError {
        let documents: Vec<&Document> = documents.iter().collect();
        refuse_beyond(most, scope, &documents).unwrap_err()
    }

    #[test]
    fn the_latest_days_that_can_be_compared_are_offered() {
        let documents =
            [("a", "2025-01-03", 40), ("b", "2025-01-01", 40), ("c", "", 40), ("d", "2025-01-02", 40)]
                .map(|(id, date, characters)| document(id, date, characters));
        assert!(refuse_beyond(160, &Scope::All, &documents.iter().collect::<Vec<_>>()).is_ok());
        let error = refused(100, &Scope::All, &documents);
        let filter = StoryFilter {
            from: Some("2025-01-02".to_owned()),
            to: Some("2025-01-03".to_owned()),
            ..StoryFilter::default()
        };
        let offer = Some(Box::new(Offer { scope: Scope::Filter(filter), stories: 2 }));
        assert_eq!(error, EngineError::TooMuchText { stories: 4, characters: 160, most: 100, offer });
        let said = error.to_string();
        assert!(said.contains(r#"{ from: "2025-01-02", to: "2025-01-03" }"#), "{said}");
    }

    #[test]
    fn what_else_was_asked_for_stays_in_the_offer() {
        let documents = [document("a", "2025-01-03", 40), document("b", "2025-01-01", 40)];
        let paper = StoryFilter { paper: Some("大公報".to_owned()), ..StoryFilter::default() };
        let said = refused(50, &Scope::Filter(paper), &documents).to_string();
        assert!(said.contains(r#"{ paper: "大公報", from: "2025-01-03", to: "2025-01-03" }"#), "{said}");
    }

    #[test]
    fn without_a_day_that_fits_nothing_is_offered_but_what_to_do() {
        let without_days = [document("a", "", 40), document("b", "", 40)];
        let one_day = [document("a", "2025-01-03", 40), document("b", "2025-01-03", 40)];
        for documents in [&without_days, &one_day] {
            let error = refused(50, &Scope::All, documents);
            assert!(matches!(error, EngineError::TooMuchText { offer: None, .. }), "{error:?}");
            assert!(error.to_string().contains("a paper, a page or some days"), "{error}");
        }
        let ids = Scope::Stories(vec!["a".to_owned(), "b".to_owned()]);
        let dated = [document("a", "2025-01-03", 40), document("b", "2025-01-01", 40)];
        assert!(matches!(refused(50, &ids, &dated), EngineError::TooMuchText { offer: None, .. }));
    }

    #[test]
    fn formulae_are_sought_among_the_stories_of_the_same_days_first() {
        let documents = [("a", "2025-01-01"), ("b", "2025-01-02"), ("c", "2025-01-03"), ("d", "2025-01-02")]
            .map(|(id, date)| document(id, date, 10));
        let kept = |most: usize, ids: &[&str]| -> Vec<&str> {
            nearest(most, ids, documents.iter().collect()).iter().map(|kept| kept.id.as_str()).collect()
        };
        assert_eq!(kept(40, &["d"]), ["a", "b", "c", "d"]);
        assert_eq!(kept(35, &["d"]), ["a", "b", "d"]);
        assert_eq!(kept(25, &["d"]), ["b", "d"]);
        // The stories asked about are included however long they are.
        assert_eq!(kept(5, &["c", "a"]), ["a", "c"]);
    }
}
