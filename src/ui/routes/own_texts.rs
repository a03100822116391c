//! Own texts in addresses: a link names them by content, and says whose they were for a reader who has not got them.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Route;
use super::address::{Address, decode, encode};
use super::codec::Parameter;
use crate::corpus::Scope;
use crate::text::abridged;
use crate::ui::i18n::Language;
use crate::view::{ContentName, StoryRow, TextRow};

/// Maximum number of characters of a title in a link.
const TITLE: usize = 24;

/// Maximum number of texts that a link describes; a scope may list thousands.
const DESCRIBED: usize = 8;

/// The parameter that describes own texts: `u1-1:title;paper;date` for each, separated by commas.
const PARAMETER: &str = "texts";

/// The parameter that brings the own texts themselves. It is the last one, so that a link which was cut off lost some of
/// them before anything else.
const PACKED: &str = "own";

/// The part of the address that names the language to show the page in.
pub(crate) const LANGUAGE: &str = "lang";

/// What a link says of an own text, for a reader who has not got it; what is unknown is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextLabel {
    /// Its title.
    pub title: String,
    /// Its newspaper.
    pub paper: String,
    /// Its day of issue, as `YYYY-MM-DD`.
    pub date: String,
}

/// An address as it was given: its route, and what it says of own texts, by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenLink {
    /// The route. Stories and pages have the names of the address, which are not ids of this browser yet.
    pub route: Route,
    /// The language that the link asks for.
    pub language: Option<Language>,
    labels: Vec<(String, TextLabel)>,
    /// The own texts that the link brings, packed.
    pub packed: Option<String>,
}

/// What a link opens here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkOutcome {
    /// Everything is here.
    Here {
        /// The route, with ids of this browser.
        route: Box<Route>,
        /// True if one of the texts is here, but with other stories or another wording than in the link.
        edited: bool,
    },
    /// The link names own texts, and it is not known yet which are here.
    Waits,
    /// Own texts that are not here.
    Missing(Vec<TextLabel>),
    /// Own texts that are not here, but come with the link.
    Received {
        /// What the link brings.
        packed: String,
        /// What it says of the texts.
        missing: Vec<TextLabel>,
    },
}

/// The own texts of this browser as addresses name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnTexts {
    names: Vec<ContentName>,
    labels: Vec<TextLabel>,
    by_id: FxHashMap<String, usize>,
}

thread_local! {
    /// The own texts by which addresses are written. Every link of the page is written by them, and they change only
    /// before the page is drawn anew.
    static IN_FORCE: RefCell<Rc<OwnTexts>> = RefCell::default();
}

/// Writes addresses by these own texts from now on.
pub(crate) fn put_in_force(own: &Rc<OwnTexts>) {
    IN_FORCE.with(|current| *current.borrow_mut() = Rc::clone(own));
}

/// Returns the own texts by which addresses are written.
pub(crate) fn in_force() -> Rc<OwnTexts> {
    IN_FORCE.with(|current| Rc::clone(&current.borrow()))
}

impl GivenLink {
    /// Parses an address, with or without its `#`.
    pub fn parse(hash: &str) -> Self {
        let address = Address::parse(hash);
        let labels = address.value(PARAMETER).map(own_labels).unwrap_or_default();
        let language = address.value(LANGUAGE).and_then(Language::nearest);
        Self { route: Route::parse(hash), language, labels, packed: address.value(PACKED).map(str::to_owned) }
    }

    fn label(&self, id: &str) -> TextLabel {
        let known = self.labels.iter().find(|(labelled, _)| labelled == id);
        known.map(|(_, label)| label.clone()).unwrap_or_default()
    }

    /// Returns true if the link names an own text by content.
    pub fn names_content(&self) -> bool {
        let mut route = self.route.clone();
        route.ids().iter().any(|id| ContentName::parse(id).is_some())
    }

    /// Returns true if the link names an own text by its number alone, as links of earlier versions did.
    pub fn is_by_number(&self) -> bool {
        let mut route = self.route.clone();
        route.ids().iter().any(|id| crate::view::is_own_id(id))
    }
}

/// Returns an address that brings own texts. Nothing is to be added to it.
pub(crate) fn with_texts(href: &str, packed: &str) -> String {
    added(href, PACKED, packed)
}

/// Returns an address that opens the page in a language, whatever its reader's is.
pub(crate) fn with_language(href: &str, language: Language) -> String {
    added(href, LANGUAGE, language.tag())
}

fn added(href: &str, name: &str, value: &str) -> String {
    let separator = if href.contains('?') { '&' } else { '?' };
    format!("{href}{separator}{name}={value}")
}

fn own_labels(value: &str) -> Vec<(String, TextLabel)> {
    let label = |item: &str| {
        let (id, label) = item.split_once(':')?;
        let mut parts = label.split(';').map(decode);
        let mut next = || parts.next().unwrap_or_default();
        Some((decode(id), TextLabel { title: next(), paper: next(), date: next() }))
    };
    value.split(',').filter_map(label).collect()
}

impl OwnTexts {
    /// Creates them from their names and from the lists of stories and texts.
    pub fn new(names: Vec<ContentName>, stories: &[StoryRow], texts: &[TextRow]) -> Self {
        // A link tells headlines, and neither a text's first words nor the name of a file.
        let story = |row: &StoryRow| (row.id.clone(), label(&row.headline, &row.paper, &row.date));
        let mut headlines: FxHashMap<&str, &str> = FxHashMap::default();
        for row in stories.iter().take_while(|row| row.is_own()).filter(|row| !row.headline.is_empty()) {
            headlines.entry(&row.page).or_insert(&row.headline);
        }
        let text = |row: &TextRow| {
            let headline = headlines.get(row.id.as_str()).copied().unwrap_or_default();
            (row.id.clone(), label(headline, &row.paper, &row.date))
        };
        let own = stories.iter().take_while(|row| row.is_own()).map(story).chain(texts.iter().map(text));
        let mut known: FxHashMap<String, TextLabel> = own.collect();
        let labels = names.iter().map(|name| known.remove(&name.id).unwrap_or_default()).collect();
        let by_id = names.iter().enumerate().map(|(at, name)| (name.id.clone(), at)).collect();
        Self { names, labels, by_id }
    }

    /// Writes the address of a route, with own texts named by content.
    pub(super) fn href(&self, route: &Route) -> String {
        if self.names.is_empty() {
            return route.plain_href();
        }
        let mut named = route.clone();
        let mut met: Vec<usize> = Vec::new();
        for id in named.ids() {
            if let Some(&at) = self.by_id.get(id.as_str()) {
                *id = self.names[at].to_string();
                if !met.contains(&at) && met.len() < DESCRIBED {
                    met.push(at);
                }
            }
        }
        let address = named.plain_href();
        if met.is_empty() {
            return address;
        }
        let described: Vec<String> = met.into_iter().map(|at| self.described(at)).collect();
        let separator = if address.contains('?') { '&' } else { '?' };
        format!("{address}{separator}{PARAMETER}={}", described.join(","))
    }

    fn described(&self, at: usize) -> String {
        let TextLabel { title, paper, date } = &self.labels[at];
        format!("{}:{};{};{}", self.names[at].id, encode(title), encode(paper), encode(date))
    }

    /// Returns true if no own text that a route names lacks a name by content.
    pub fn names_all(&self, route: &Route) -> bool {
        let mut route = route.clone();
        route.ids().iter().all(|id| !crate::view::is_own_id(id) || self.by_id.contains_key(id.as_str()))
    }

    /// Gives the texts of a scope their names by content.
    pub(crate) fn name_by_content(&self, scope: &mut Scope) {
        for id in scope.ids() {
            if let Some(&at) = self.by_id.get(id.as_str()) {
                *id = self.names[at].to_string();
            }
        }
    }

    /// Gives the texts of a scope, which have names by content, the ids they have here. Returns the number of those that
    /// are not here, which keep their names.
    pub(crate) fn resolve(&self, scope: &mut Scope) -> usize {
        let mut missing = 0;
        for id in scope.ids() {
            let Some(name) = ContentName::parse(id) else { continue };
            match self.find(&name) {
                Some((at, _)) => id.clone_from(&self.names[at].id),
                None => missing += 1,
            }
        }
        missing
    }

    /// Finds the texts that a link names. Ids that are no names by content stay as they are.
    pub fn open(&self, link: &GivenLink) -> LinkOutcome {
        let (mut route, mut edited, mut missing) = (link.route.clone(), false, Vec::new());
        for id in route.ids() {
            let Some(name) = ContentName::parse(id) else { continue };
            match self.find(&name) {
                Some((at, same)) => {
                    edited |= !same;
                    id.clone_from(&self.names[at].id);
                }
                None => missing.push(link.label(&name.id)),
            }
        }
        match &link.packed {
            _ if missing.is_empty() => LinkOutcome::Here { route: Box::new(route), edited },
            Some(packed) => LinkOutcome::Received { packed: packed.clone(), missing },
            None => LinkOutcome::Missing(missing),
        }
    }

    /// Finds the text or story of a name: the same text, the one of the same number first; else the same place of a text
    /// that was edited since, which is false in the second place.
    fn find(&self, wanted: &ContentName) -> Option<(usize, bool)> {
        // In most links every text is as it was; a long list is not searched for each of them.
        if let Some(&at) = self.by_id.get(&wanted.id).filter(|&&at| self.names[at] == *wanted) {
            return Some((at, true));
        }
        let of_story = wanted.id.contains('-');
        let alike = |name: &ContentName| {
            let same_source = name.source == wanted.source;
            let same_text = name.text == wanted.text && (same_source || of_story && !wanted.text.is_empty());
            let same_place = name.place() == wanted.place();
            match (same_text, same_source && same_place) {
                _ if name.id.contains('-') != of_story => 0,
                (true, true) if name.id == wanted.id => 6,
                (true, true) => 5,
                (true, false) if same_source => 4,
                (true, false) => 3,
                (false, true) if name.id == wanted.id => 2,
                (false, true) => 1,
                (false, false) => 0,
            }
        };
        let likeness = |(at, name): (usize, &ContentName)| (alike(name), std::cmp::Reverse(at));
        let best = self.names.iter().enumerate().map(likeness).max().filter(|(alike, _)| *alike > 0);
        best.map(|(alike, at)| (at.0, alike > 2))
    }
}

fn label(title: &str, paper: &str, date: &str) -> TextLabel {
    TextLabel { title: abridged(title, TITLE), paper: paper.to_owned(), date: date.to_owned() }
}

#[cfg(test)]
mod tests;
