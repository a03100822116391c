//! The second pass over a story: what was found once is found again, and every form is one kind of name.

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::{before_title, is_title, short_forms};
use super::{Entity, EntityKind};
use crate::segment::{Tag, TokenSpan};
use crate::text::{OrderBy, Span, fold, saturating_u32};

/// The least number of characters of a form that is searched.
const SHORTEST: usize = 2;

/// A form is searched if at least one in this many of its occurrences was found without a search.
const FOUND_ONE_IN: usize = 4;

/// What a form names.
#[derive(Clone, Debug)]
struct NamedForm {
    kind: EntityKind,
    /// The fullest form, as printed.
    name: String,
}

/// Returns the names of a story, in order and without overlap.
pub(super) fn consistent(
    text: &str,
    tokens: &[TokenSpan],
    found: Vec<(Span, EntityKind)>,
    own: impl Fn(&str) -> Option<Tag>,
) -> Vec<Entity> {
    let mut marks = NameMarks::default();
    for token in tokens {
        if let Some(tag) = own(&fold(token.span.of(text))) {
            marks.decide(token.span, EntityKind::of_tag(tag));
        }
    }
    let words = StoryWords::new(text, tokens);
    for (span, kind) in found {
        words.without_titles(span, kind).into_iter().for_each(|(span, kind)| marks.add(span, kind));
    }
    let forms = forms(text, &marks, &words);
    for (span, form) in words.occurrences(&forms) {
        marks.add(span, form.kind);
    }
    let people = StoryPeople::new(&marks, text);
    for (span, kind) in words.people(&people) {
        marks.add(span, kind);
    }
    marks.entities(text, &forms, &people)
}

/// The names of a story so far, by their first byte; and where the reader decided that there is none.
#[derive(Clone, Debug, Default)]
struct NameMarks {
    names: std::collections::BTreeMap<u32, (Span, EntityKind)>,
    none: Vec<Span>,
}

impl NameMarks {
    fn decide(&mut self, span: Span, kind: Option<EntityKind>) {
        match kind {
            Some(kind) => _ = self.names.insert(span.start, (span, kind)),
            None => self.none.push(span),
        }
    }

    /// Adds a name unless it overlaps one, or a word that the reader decided is none.
    fn add(&mut self, span: Span, kind: EntityKind) {
        let before = self.names.range(..span.end).next_back();
        let overlaps = before.is_some_and(|(_, (other, _))| other.end > span.start);
        let first = self.none.partition_point(|none| none.end <= span.start);
        let is_refused = self.none.get(first).is_some_and(|none| none.start < span.end);
        if !overlaps && !is_refused {
            self.names.insert(span.start, (span, kind));
        }
    }

    fn entities(self, text: &str, forms: &FxHashMap<String, NamedForm>, people: &StoryPeople) -> Vec<Entity> {
        let names = self.names.into_values().map(|(span, kind)| {
            let printed = span.of(text);
            let folded = fold(printed);
            let person = (kind == EntityKind::Person).then(|| people.of(&folded)).flatten();
            let kind = forms.get(&folded).map_or(kind, |named| named.kind);
            let name = person.or_else(|| forms.get(&folded).map(|named| named.name.as_str()));
            Entity { span, kind, name: name.unwrap_or(printed).to_owned() }
        });
        names.collect()
    }
}

/// Returns what each folded form names: the kind that most of its occurrences have, the first among equals.
fn forms(text: &str, marks: &NameMarks, words: &StoryWords<'_>) -> FxHashMap<String, NamedForm> {
    let mut counts: FxHashMap<String, ([usize; 3], &str)> = FxHashMap::default();
    for (span, kind) in marks.names.values() {
        let printed = span.of(text);
        let (kinds, _) = counts.entry(fold(printed)).or_insert(([0; 3], printed));
        if let Some(count) = kinds.get_mut(*kind as usize) {
            *count += 1;
        }
    }
    let long = counts.into_iter().filter(|(form, _)| form.chars().count() >= SHORTEST);
    let mut forms: FxHashMap<String, NamedForm> = FxHashMap::default();
    let mut found: FxHashMap<String, usize> = FxHashMap::default();
    for (form, (kinds, printed)) in long {
        let most = kinds.iter().copied().max().unwrap_or_default();
        let kind = EntityKind::ALL.into_iter().zip(kinds).find(|&(_, count)| count == most);
        if let Some((kind, _)) = kind {
            found.insert(form.clone(), kinds.iter().sum());
            forms.insert(form, NamedForm { kind, name: printed.to_owned() });
        }
    }
    let mut all: FxHashMap<String, usize> = FxHashMap::default();
    for (span, _) in words.occurrences(&forms) {
        *all.entry(fold(span.of(text))).or_default() += 1;
    }
    forms.retain(|form, _| {
        let (found, all) = (found.get(form).copied().unwrap_or(0), all.get(form).copied().unwrap_or(0));
        found * FOUND_ONE_IN >= all
    });
    forms
}

/// The people of a story by the forms of their names; a form of two people names neither.
#[derive(Clone, Debug, Default)]
struct StoryPeople {
    by_surname: FxHashMap<String, Option<String>>,
    alone: FxHashMap<String, Option<String>>,
}

impl StoryPeople {
    fn new(marks: &NameMarks, text: &str) -> Self {
        let mut people = Self::default();
        let persons = marks.names.values().filter(|(_, kind)| *kind == EntityKind::Person);
        for (span, _) in persons {
            let name = span.of(text);
            if before_title(&fold(name)).is_some() {
                continue;
            }
            let forms = short_forms(&fold(name));
            let add = |map: &mut FxHashMap<String, Option<String>>, form: Option<String>| {
                let Some(form) = form else { return };
                let one = map.entry(form).or_insert_with(|| Some(name.to_owned()));
                if one.as_ref().is_some_and(|one| fold(one) != fold(name)) {
                    *one = None;
                }
            };
            add(&mut people.by_surname, forms.surname);
            add(&mut people.alone, forms.alone);
        }
        people
    }

    /// Returns the full name of the one person whom a folded form names.
    fn of(&self, form: &str) -> Option<&str> {
        let by_surname = || self.by_surname.get(before_title(form).unwrap_or(form));
        let known = self.alone.get(form).or_else(by_surname);
        known.and_then(Option::as_deref)
    }
}

/// The words of a story, with their folded forms.
struct StoryWords<'t> {
    text: &'t str,
    tokens: &'t [TokenSpan],
    ends: FxHashSet<u32>,
}

impl<'t> StoryWords<'t> {
    fn new(text: &'t str, tokens: &'t [TokenSpan]) -> Self {
        Self { text, tokens, ends: tokens.iter().map(|token| token.span.end).collect() }
    }

    /// Divides the name of a body at a title, behind which the person is: 世界衛生組織 總幹事 譚德塞.
    fn without_titles(&self, name: Span, kind: EntityKind) -> Vec<(Span, EntityKind)> {
        let first = self.tokens.partition_point(|token| token.span.start < name.start);
        let inside = self.tokens.get(first..).unwrap_or_default().iter();
        let inside = inside.map(|token| token.span).take_while(|token| token.end <= name.end);
        let title = inside.skip(1).find(|token| is_title(&fold(token.of(self.text))));
        match title {
            Some(title) if kind != EntityKind::Person => {
                let body = Span { start: name.start, end: title.start };
                let person = Span { start: title.end, end: name.end };
                let person = (!person.is_empty()).then_some((person, EntityKind::Person));
                [(body, kind)].into_iter().chain(person).collect()
            }
            _ => vec![(name, kind)],
        }
    }

    /// Returns the places of forms that begin and end with a word, the longest at each place.
    fn occurrences<'f>(&self, forms: &'f FxHashMap<String, NamedForm>) -> Vec<(Span, &'f NamedForm)> {
        let lengths: FxHashSet<usize> = forms.keys().map(|form| form.chars().count()).collect();
        let mut lengths: Vec<usize> = lengths.into_iter().collect();
        lengths.order_by_key(|&length| std::cmp::Reverse(length));
        let longest = lengths.first().copied().unwrap_or_default();
        let mut found = Vec::new();
        let mut after = 0;
        for token in self.tokens.iter().filter(|_| longest > 0) {
            let start = token.span.start;
            if start < after {
                continue;
            }
            let rest = self.text.get(start as usize..).unwrap_or_default();
            let ends: Vec<usize> =
                rest.char_indices().map(|(at, c)| at + c.len_utf8()).take(longest).collect();
            let form = lengths.iter().find_map(|&length| {
                let end = *ends.get(length.checked_sub(1)?)?;
                let span = Span { start, end: start.saturating_add(saturating_u32(end)) };
                let named = forms.get(&fold(rest.get(..end)?)).filter(|_| self.ends.contains(&span.end))?;
                Some((span, named))
            });
            if let Some((span, named)) = form {
                after = span.end;
                found.push((span, named));
            }
        }
        found
    }

    /// Returns the places where a person of the story is called by surname and title, or by a part of the name.
    fn people(&self, people: &StoryPeople) -> Vec<(Span, EntityKind)> {
        let following = self.tokens.iter().skip(1).map(Some).chain([None]);
        let called = self.tokens.iter().zip(following).filter(|(token, next)| {
            let form = fold(token.span.of(self.text));
            let is_part = people.alone.get(&form).is_some_and(Option::is_some)
                && matches!(token.tag.name(), "x" | "nr" | "nrt" | "nrfg" | "nz");
            let has_title = || next.is_some_and(|next| is_title(&fold(next.span.of(self.text))));
            let is_whole = || before_title(&form).is_some_and(|name| people.by_surname.contains_key(name));
            is_part || people.by_surname.contains_key(&form) && has_title() || is_whole()
        });
        called.map(|(token, _)| (token.span, EntityKind::Person)).collect()
    }
}
