//! The fields that views have in common: what a change of tab keeps, and the stories that an address may leave out. Pure.

#[cfg(test)]
mod tests;

use crate::corpus::{Scope, Units};
use crate::ui::comparing::events::Events;
use crate::ui::routes::FoldChoice;
use crate::ui::state::Subject;
use crate::view::StoryRow;

/// The fields of a view that others have too; nothing where it has no such field.
#[derive(Default)]
pub(crate) struct Common<'a> {
    /// The one story it is about, or both of a pair.
    pub(crate) stories: Vec<&'a mut String>,
    /// The stories compared, the base first, in a view of any number.
    pub(crate) several: Option<&'a mut Vec<String>>,
    /// The stories counted or searched.
    pub(crate) scope: Option<&'a mut Scope>,
    /// The word looked up.
    pub(crate) node: Option<&'a mut String>,
    /// True if variant writings count as the same.
    pub(crate) fold: Option<&'a mut bool>,
    /// The forms that count as one word.
    pub(crate) folding: Option<&'a mut FoldChoice>,
    /// True if punctuation is left out.
    pub(crate) punct: Option<&'a mut bool>,
    /// The units of segmentation.
    pub(crate) units: Option<&'a mut Units>,
}

impl Common<'_> {
    /// Takes over what another view has on the screen.
    pub(crate) fn take(self, other: &Common<'_>) {
        let ids = other.ids();
        let story = if let [story] = &other.stories[..] { (**story).clone() } else { at(&ids, 0) };
        let scope = match (&other.scope, &other.stories[..]) {
            (Some(scope), _) => (**scope).clone(),
            (None, [story]) if !story.is_empty() => Scope::story(story),
            _ => Scope::Usual,
        };
        match <[&mut String; 2]>::try_from(self.stories) {
            Ok([a, b]) => (*a, *b) = (story, at(&ids, 1)),
            // A scope of exactly one story names it, too.
            Err(stories) => stories.into_iter().for_each(|own| match scope.named() {
                [id] if story.is_empty() => own.clone_from(id),
                _ => own.clone_from(&story),
            }),
        }
        put(self.several, Some(&ids));
        put(self.scope, Some(&scope));
        put(self.node, other.node.as_deref());
        let folding = other.folding.as_deref().copied();
        let folding = folding.or_else(|| other.fold.as_deref().map(|&fold| FoldChoice::of(fold)));
        put(self.folding, folding.as_ref());
        put(self.fold, folding.map(FoldChoice::folds).as_ref());
        put(self.punct, other.punct.as_deref());
        put(self.units, other.units.as_deref());
    }

    /// Returns the stories compared; none unless both of a pair are known.
    fn ids(&self) -> Vec<String> {
        match (&self.several, &self.stories[..]) {
            (Some(ids), _) => ids.to_vec(),
            (None, [a, b]) if !a.is_empty() && !b.is_empty() => vec![(**a).clone(), (**b).clone()],
            _ => Vec::new(),
        }
    }
}

fn at(ids: &[String], place: usize) -> String {
    ids.get(place).cloned().unwrap_or_default()
}

/// Sets a field to a value, if there are both.
fn put<T: Clone>(field: Option<&mut T>, value: Option<&T>) {
    if let (Some(field), Some(value)) = (field, value) {
        field.clone_from(value);
    }
}

/// What the page knows beyond the address.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    /// The stories last viewed.
    pub(crate) subject: &'a Subject,
    /// The stories that report the same event.
    pub(crate) events: &'a Events,
    /// The stories that are loaded, once known.
    pub(crate) rows: Option<&'a [StoryRow]>,
    /// The corpora that the reader named.
    pub(crate) corpora: &'a [Scope],
    /// The reader's own list of words and frequencies.
    pub(crate) list: Option<&'a str>,
}

impl Known<'_> {
    /// Fills in the stories that an address does not name: those last viewed, or the first pair on one event.
    pub(crate) fn settle(&self, common: Common<'_>) {
        if let Some(scope) = common.scope {
            self.settle_scope(scope);
        }
        match <[&mut String; 2]>::try_from(common.stories) {
            Ok([a, b]) => self.settle_pair(a, b),
            Err(stories) => {
                stories.into_iter().for_each(|story| self.settle_story(story, &self.subject.story))
            }
        }
        if let Some(ids) = common.several.filter(|ids| ids.is_empty()) {
            ids.extend(self.pair().map(<[String; 2]>::from).into_iter().flatten());
        }
    }

    /// Makes the usual scope the reader's own stories, if there are any.
    fn settle_scope(&self, scope: &mut Scope) {
        match scope {
            Scope::Usual if self.rows.and_then(|rows| rows.first()).is_some_and(StoryRow::is_own) => {
                *scope = Scope::own(true);
            }
            Scope::Parts { of, .. } => self.settle_scope(of),
            _ => {}
        }
    }

    /// Returns the pair of an address that names no story, if both are known.
    pub(crate) fn pair(&self) -> Option<(String, String)> {
        let (mut a, mut b) = (String::new(), String::new());
        self.settle_pair(&mut a, &mut b);
        (!a.is_empty() && !b.is_empty()).then_some((a, b))
    }

    fn settle_pair(&self, a: &mut String, b: &mut String) {
        self.settle_story(a, &self.subject.a);
        if b.is_empty() {
            let own = |id: &str| self.rows?.iter().find(|row| row.id == id).map(StoryRow::is_own);
            // A text of the reader's own is compared with another one, not with an example that was viewed before.
            let fits = |b: &str| own(a) != Some(true) || own(b) == Some(true) || !self.has_two_own();
            let last = Some(self.subject.b.clone()).filter(|b| !b.is_empty() && b != a && fits(b));
            let other = || Some(self.rows?.iter().find(|row| row.id != *a)?.id.clone());
            *b = last.or_else(|| self.events.partner(a)).or_else(other).unwrap_or_default();
        }
    }

    /// Returns true if two stories are the reader's own, which come first.
    fn has_two_own(&self) -> bool {
        self.rows.and_then(|rows| rows.get(1)).is_some_and(StoryRow::is_own)
    }

    /// Fills in a story: `last`, else the first of a pair on one event, else the first of all.
    fn settle_story(&self, id: &mut String, last: &str) {
        if id.is_empty() {
            let last = Some(last.to_owned()).filter(|last| !last.is_empty());
            let first = || Some(self.rows?.first()?.id.clone());
            *id = last.or_else(|| Some(self.events.first()?.0)).or_else(first).unwrap_or_default();
        }
    }
}
