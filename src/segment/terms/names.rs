//! Descriptive names: organisations, events and places by their type, offices by their role.

use super::Source;
use super::class::Class;
use super::run::{Candidate, Run};
use crate::segment::Tag;

/// Maximum length of a name, in characters.
const LONGEST: usize = 24;

/// Maximum length of a name without a proper noun at its beginning, in characters.
const LONGEST_DESCRIPTION: usize = 10;

/// Finds the organisations, events, places and offices of a run.
pub(super) fn find(run: &Run, found: &mut Vec<Candidate>) {
    let from = found.len();
    for head in 1..run.len() {
        if run.words[head].class.has(Class::HEAD) && !run.words[head].class.has(LISTED) {
            found.extend(named_by_type(run, head));
        }
    }
    let named = found.len();
    for role in 1..run.len() {
        if run.words[role].class.has(Class::ROLE) {
            let first = office(run, role, &found[from..named]);
            found.extend(first.map(|first| Candidate {
                first,
                end: role + 1,
                tag: Tag::named("n"),
                source: Source::Office,
            }));
        }
    }
}

/// Returns the name that ends with the type `head`, if there is one.
fn named_by_type(run: &Run, head: usize) -> Option<Candidate> {
    let class = run.words[head].class;
    let mut chars = run.words[head].chars;
    let mut first = head;
    let mut proper = None;
    let mut is_described = true;
    while let Some(before) = first.checked_sub(1) {
        let word = &run.words[before];
        if !stands_inside(word.class, class) || chars + word.chars > LONGEST {
            break;
        }
        chars += word.chars;
        first = before;
        if word.class.has(BEGINNING) {
            proper = Some(first);
        }
        is_described &= word.class.has(Class::NOMINAL.or(Class::PERSON)) && word.chars > 1;
    }
    let first = match proper {
        Some(proper) if !class.has(Class::LOOSE_TYPE) || head - proper > 1 => proper,
        None if class.has(Class::TYPE) && first < head && is_described && chars <= LONGEST_DESCRIPTION => {
            first
        }
        _ => return None,
    };
    let tag = if class.has(Class::ORGANISATION) {
        "nt"
    } else if class.has(Class::PLACE) {
        "ns"
    } else {
        "nz"
    };
    Some(Candidate { first, end: head + 1, tag: Tag::named(tag), source: Source::Organisation })
}

const LISTED: Class = Class::LISTED_ORGANISATION.or(Class::LISTED_PLACE);
const BEGINNING: Class = Class::OPENING.or(Class::PROPER);

/// Returns true if a word can precede this type in a name.
fn stands_inside(word: Class, head: Class) -> bool {
    if word.has(Class::POSTED) {
        return head.has(Class::ORGANISATION);
    }
    if word.has(Class::PERSON) {
        return head.has(Class::NAMED_AFTER);
    }
    // A place on the list may own an organisation, but it is not part of another place.
    if word.has(Class::LISTED_ORGANISATION) || word.has(Class::LISTED_PLACE) && head.has(Class::PLACE) {
        return false;
    }
    let inside = word.has(Class::NOMINAL.or(Class::OPENING).or(Class::NAME_VERB));
    inside && !word.has(Class::OUTSIDE) && (!word.has(Class::ROLE) || head.has(Class::EVENT))
}

/// Returns the first word of the office that ends with a role; `named` are the organisations.
fn office(run: &Run, role: usize, named: &[Candidate]) -> Option<usize> {
    let mut first = role;
    while let Some(before) =
        first.checked_sub(1).filter(|&before| run.words[before].class.has(Class::MODIFIER))
    {
        first = before;
    }
    let bare = first;
    while let Some(before) = first.checked_sub(1).filter(|&before| run.words[before].class.has(Class::FIELD))
    {
        first = before;
    }
    let field = (first < bare).then_some(first);
    let of = |end: usize| {
        let organisation = named.iter().filter(|name| name.end == end && name.tag == Tag::named("nt"));
        organisation.map(|name| name.first).min().or_else(|| country(run, end))
    };
    let first = of(first).or_else(|| of(bare)).or(field)?;
    // 中國 駐 法國 大使.
    let posted = first.checked_sub(1).filter(|&link| run.words[link].class.has(Class::POSTED));
    let first = match posted {
        Some(link) => country(run, link).unwrap_or(link),
        None => first,
    };
    (run.chars(first, role + 1) <= LONGEST).then_some(first)
}

/// Returns the first of the countries and organisations that end before `end`.
fn country(run: &Run, end: usize) -> Option<usize> {
    let word = |at: usize| run.words[at].class;
    let last = end.checked_sub(1)?;
    let brief = word(last).has(Class::BRIEF_PLACE);
    // 學會 and 大學 by themselves own nothing, as they do not tell which one is meant.
    let is_named = word(last).has(Class::ORGANISATION) && run.words[last].chars > 2;
    let is_owner = word(last).has(BEGINNING) || is_named && !word(last).has(Class::LOOSE_TYPE);
    if !(brief || is_owner && !word(last).has(Class::OUTSIDE.or(Class::PAIR))) {
        return None;
    }
    let mut first = last;
    while !brief
        && let Some(before) = first.checked_sub(1)
        && word(before).has(Class::PROPER)
        && !word(before).has(Class::OUTSIDE)
    {
        first = before;
    }
    Some(first)
}
