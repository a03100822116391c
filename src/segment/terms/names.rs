//! Descriptive names: organisations, events and places by their type, offices by their role.

use super::JoinReason;
use super::roles::RoleSet;
use super::run::{TermCandidate, WordRun};
use crate::segment::Tag;

/// Maximum length of a name, in characters.
const LONGEST: usize = 24;

/// Maximum length of a name without a proper noun at its beginning, in characters.
const LONGEST_DESCRIPTION: usize = 10;

/// Finds the organisations, events, places and offices of a run.
pub(super) fn find(run: &WordRun, found: &mut Vec<TermCandidate>) {
    let from = found.len();
    for head in 1..run.len() {
        if run.words[head].roles.has(RoleSet::HEAD) && !run.words[head].roles.has(LISTED) {
            found.extend(named_by_type(run, head));
        }
    }
    let named = found.len();
    for role in 1..run.len() {
        if run.words[role].roles.has(RoleSet::ROLE) {
            let first = office(run, role, &found[from..named]);
            found.extend(first.map(|first| TermCandidate {
                first,
                end: role + 1,
                tag: Tag::named("n"),
                source: JoinReason::Office,
            }));
        }
    }
}

/// Returns the name that ends with the type `head`, if there is one.
fn named_by_type(run: &WordRun, head: usize) -> Option<TermCandidate> {
    let roles = run.words[head].roles;
    let mut chars = run.words[head].chars;
    let mut first = head;
    let mut proper = None;
    let mut is_described = true;
    while let Some(before) = first.checked_sub(1) {
        let word = &run.words[before];
        if !stands_inside(word.roles, roles) || chars + word.chars > LONGEST {
            break;
        }
        chars += word.chars;
        first = before;
        if word.roles.has(BEGINNING) {
            proper = Some(first);
        }
        is_described &= word.roles.has(RoleSet::NOMINAL.or(RoleSet::PERSON)) && word.chars > 1;
    }
    let first = match proper {
        Some(proper) if !roles.has(RoleSet::LOOSE_TYPE) || head - proper > 1 => proper,
        None if roles.has(RoleSet::TYPE) && first < head && is_described && chars <= LONGEST_DESCRIPTION => {
            first
        }
        _ => return None,
    };
    let tag = if roles.has(RoleSet::ORGANISATION) {
        "nt"
    } else if roles.has(RoleSet::PLACE) {
        "ns"
    } else {
        "nz"
    };
    Some(TermCandidate { first, end: head + 1, tag: Tag::named(tag), source: JoinReason::Organisation })
}

const LISTED: RoleSet = RoleSet::LISTED_ORGANISATION.or(RoleSet::LISTED_PLACE);
const BEGINNING: RoleSet = RoleSet::OPENING.or(RoleSet::PROPER);

/// Returns true if a word can precede this type in a name.
fn stands_inside(word: RoleSet, head: RoleSet) -> bool {
    if word.has(RoleSet::POSTED) {
        return head.has(RoleSet::ORGANISATION);
    }
    if word.has(RoleSet::PERSON) {
        return head.has(RoleSet::NAMED_AFTER);
    }
    // A place on the list may own an organisation, but it is not part of another place.
    if word.has(RoleSet::LISTED_ORGANISATION) || word.has(RoleSet::LISTED_PLACE) && head.has(RoleSet::PLACE) {
        return false;
    }
    let inside = word.has(RoleSet::NOMINAL.or(RoleSet::OPENING).or(RoleSet::NAME_VERB));
    inside && !word.has(RoleSet::OUTSIDE) && (!word.has(RoleSet::ROLE) || head.has(RoleSet::EVENT))
}

/// Returns the first word of the office that ends with a role; `named` are the organisations.
fn office(run: &WordRun, role: usize, named: &[TermCandidate]) -> Option<usize> {
    let mut first = role;
    while let Some(before) =
        first.checked_sub(1).filter(|&before| run.words[before].roles.has(RoleSet::MODIFIER))
    {
        first = before;
    }
    let bare = first;
    while let Some(before) =
        first.checked_sub(1).filter(|&before| run.words[before].roles.has(RoleSet::FIELD))
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
    let posted = first.checked_sub(1).filter(|&link| run.words[link].roles.has(RoleSet::POSTED));
    let first = match posted {
        Some(link) => country(run, link).unwrap_or(link),
        None => first,
    };
    (run.chars(first, role + 1) <= LONGEST).then_some(first)
}

/// Returns the first of the countries and organisations that end before `end`.
fn country(run: &WordRun, end: usize) -> Option<usize> {
    let word = |at: usize| run.words[at].roles;
    let last = end.checked_sub(1)?;
    let brief = word(last).has(RoleSet::BRIEF_PLACE);
    // 學會 and 大學 by themselves own nothing, as they do not tell which one is meant.
    let is_named = word(last).has(RoleSet::ORGANISATION) && run.words[last].chars > 2;
    let is_owner = word(last).has(BEGINNING) || is_named && !word(last).has(RoleSet::LOOSE_TYPE);
    if !(brief || is_owner && !word(last).has(RoleSet::OUTSIDE.or(RoleSet::PAIR))) {
        return None;
    }
    let mut first = last;
    while !brief
        && let Some(before) = first.checked_sub(1)
        && word(before).has(RoleSet::PROPER)
        && !word(before).has(RoleSet::OUTSIDE)
    {
        first = before;
    }
    Some(first)
}
