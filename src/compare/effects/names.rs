//! The names of persons, places, organisations and works in a passage, by tags, tables and rules.

use super::context::folded;
use super::name_lists::{ENDINGS, WORDS, is_common, surname};
use super::titles::is_title;
use crate::compare::kin::kin;
use crate::compare::side::Side;
use crate::segment::Tag;
use crate::text::{OrderBy, Span, is_han, saturating_u32};

/// Last characters of the names of places, folded.
const PLACE_ENDINGS: &str = "市县区镇乡村岛山河湖湾港角洲路街道桥站园邨苑洋海国省州";

/// The kind of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// 人.
    Person,
    /// 地方.
    Place,
    /// 機構.
    Organisation,
    /// 作品, in 《》.
    Work,
}

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its place in the text, without a title or marks.
    pub span: Span,
    /// Its kind.
    pub kind: NameKind,
}

/// Finds the names of a passage, in order and without overlap.
pub fn names(side: Side<'_>, passage: Span) -> Vec<Name> {
    let text = passage.of(side.text);
    let shift = |from: usize, to: usize| Span {
        start: passage.start.saturating_add(saturating_u32(from)),
        end: passage.start.saturating_add(saturating_u32(to)),
    };
    let mut found: Vec<Name> =
        works(text).map(|(from, to)| Name { span: shift(from, to), kind: NameKind::Work }).collect();
    found.extend(listed(text).into_iter().map(|(from, to, kind)| Name { span: shift(from, to), kind }));
    let first = side.tokens.partition_point(|token| token.span.start < passage.start);
    let tokens =
        side.tokens.get(first..).unwrap_or_default().iter().take_while(|token| token.span.end <= passage.end);
    for token in tokens {
        let word = token.span.of(side.text);
        found.extend(kind_of(word, Tag::numbered(token.tag)).map(|kind| Name { span: token.span, kind }));
    }
    // Of names that overlap the longest is kept.
    found.order_by_key(|name| {
        (std::cmp::Reverse(name.span.end.saturating_sub(name.span.start)), name.span.start)
    });
    let mut apart: Vec<Name> = Vec::with_capacity(found.len());
    for name in found {
        if !apart.iter().any(|other| other.span.start < name.span.end && name.span.start < other.span.end) {
            apart.push(name);
        }
    }
    apart.order_by_key(|name| name.span);
    apart
}

/// Returns the places of the titles of works, without their marks.
fn works(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.match_indices('《').filter_map(|(at, mark)| {
        let from = at.saturating_add(mark.len());
        let length = text.get(from..)?.find('》')?;
        Some((from, from.saturating_add(length)))
    })
}

/// Returns the places of listed names, the longest at each place.
fn listed(text: &str) -> Vec<(usize, usize, NameKind)> {
    listed_as(text, |word| {
        let kind = WORDS.organisations.contains(word).then_some(NameKind::Organisation);
        kind.or_else(|| WORDS.places.contains(word).then_some(NameKind::Place))
    })
}

/// Returns the places of the words of a text that have a kind, the longest at each place.
fn listed_as(text: &str, kind: impl Fn(&str) -> Option<NameKind>) -> Vec<(usize, usize, NameKind)> {
    let chars: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, kin(c))).collect();
    let end_of = |at: usize| chars.get(at).map_or(text.len(), |(offset, _)| *offset);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let may_begin = chars.get(at).is_some_and(|(_, c)| WORDS.beginnings.contains(c));
        let longest = (2..=WORDS.longest).rev().take_while(|_| may_begin).find_map(|length| {
            let word = chars.get(at..at.saturating_add(length))?;
            let word: String = word.iter().map(|(_, c)| *c).collect();
            Some((length, kind(&word)?))
        });
        if let Some((length, kind)) = longest {
            found.push((end_of(at), end_of(at.saturating_add(length)), kind));
        }
        at = at.saturating_add(longest.map_or(1, |(length, _)| length));
    }
    found
}

/// Returns the kind of name that a word is by its tag and form.
fn kind_of(word: &str, tag: Tag) -> Option<NameKind> {
    let folded = folded(word);
    let length = folded.chars().count();
    // 人山人海 is no place, whatever its tag.
    let is_idiom = length == 4 && folded.chars().next() == folded.chars().nth(2);
    if length < 2
        || is_idiom
        || is_title(&folded)
        || !folded.chars().all(|c| is_han(c) || c.is_ascii_alphabetic())
    {
        return None;
    }
    match tag.name() {
        "nr" | "nrt" | "nrfg" => Some(NameKind::Person),
        "ns" => Some(NameKind::Place),
        "nt" => Some(NameKind::Organisation),
        "x" if (2..=4).contains(&length) && surname(&folded).is_some_and(|of| of < length) => {
            Some(NameKind::Person)
        }
        "x" | "n" | "nz"
            if length >= 3 && folded.ends_with(|c| ENDINGS.contains(c)) && !is_common(&folded) =>
        {
            Some(NameKind::Organisation)
        }
        "x" if length >= 3 && folded.ends_with(|c| PLACE_ENDINGS.contains(c)) => Some(NameKind::Place),
        _ => None,
    }
}

/// Returns the places of the names of the tables in a text, in bytes, without bodies that are common nouns (政府).
pub(in crate::compare) fn listed_names(text: &str) -> Vec<(usize, usize, NameKind)> {
    listed_as(text, |word| {
        let is_body = || WORDS.acronyms.contains_key(word) && word.chars().all(is_han) && !is_title(word);
        if WORDS.common.contains(word) {
            None
        } else if WORDS.places.contains(word) || WORDS.other_places.contains(word) {
            Some(NameKind::Place)
        } else {
            (WORDS.organisations.contains(word) || is_body()).then_some(NameKind::Organisation)
        }
    })
}
