//! Stories that report the same event, according to the corpus.

use std::rc::Rc;

/// Pairs of stories on one event. Clones share them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Events(Rc<[(String, String)]>);

impl Events {
    /// Returns the events of the bundled pages.
    pub fn bundled() -> Self {
        Self::new(crate::ingest::same_event())
    }

    /// Creates events from pairs of ids.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// Returns the first pair, which the page opens with.
    pub fn first(&self) -> Option<(String, String)> {
        self.0.first().cloned()
    }

    /// Returns a story that reports the same event as `id`.
    pub fn partner(&self, id: &str) -> Option<String> {
        self.0.iter().find_map(|(a, b)| match id {
            _ if a == id => Some(b.clone()),
            _ if b == id => Some(a.clone()),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events() -> Events {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        Events::new([pair("003-1", "004-1"), pair("003-3", "004-2"), pair("003-4", "004-2")])
    }

    #[test]
    fn a_partner_is_found_from_either_side() {
        assert_eq!(events().partner("004-1").as_deref(), Some("003-1"));
        assert_eq!(events().partner("000-1"), None);
    }
}
