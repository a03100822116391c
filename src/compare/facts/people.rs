//! The people that a story names, in full or by surname, title or nickname.

use super::FactKind;
use super::name_parts::{PARTS, folded};
use super::names::{NamePlace, RuledName, is_address, is_cited, is_role, may_be_name};
use crate::compare::effects::{ends_with_title, surname, title_at};
use crate::compare::kin::kin;
use crate::text::{Span, is_han, saturating_u32};

/// Returns the person that a word, or a word with the one behind it, names.
pub(super) fn person(place: NamePlace<'_>) -> Option<RuledName> {
    let named = |span: Span, is_sure: bool| RuledName { kind: FactKind::Person, span, is_sure };
    let word = place.word(0)?;
    let (text, tag) = (place.folded(0), place.tag(0));
    let next = || place.word(1).map(|next| Span { start: word.span.start, end: next.span.end });
    if text.chars().count() == 1 && is_surname_first(&text) && is_address(&place.folded(1)) {
        return Some(named(next()?, true));
    }
    // 姓麥工人, 林姓乘客.
    if surname_told(&text).is_some() && place.tag(1) == "n" {
        return Some(named(next()?, true));
    }
    let span = without_time(word.span, place.text);
    let name = folded(span.of(place.text));
    if surname_told(&name).is_some() || is_met(place, &name, tag) || is_latin(place, &name, tag) {
        return Some(named(span, true));
    }
    is_tagged_person(&name, tag).then(|| named(span, false))
}

/// Leaves out a 昨, 今, 等 or 在 that was taken for the end of a name.
pub(super) fn without_time(span: Span, text: &str) -> Span {
    let word = span.of(text);
    let is_long = word.chars().nth(2).is_some();
    match word.chars().next_back() {
        Some(last @ ('昨' | '今' | '等' | '在')) if is_long => {
            Span { end: span.end.saturating_sub(saturating_u32(last.len_utf8())), ..span }
        }
        _ => span,
    }
}

/// Returns true if a folded word is a name by its tag and its first character.
fn is_tagged_person(name: &str, tag: &str) -> bool {
    let length = name.chars().count();
    let is_chinese = name.chars().all(|c| is_han(c) || c == '·' || c == '‧');
    let ends_otherwise = ["organisation", "body", "place"].iter().any(|kind| PARTS.ends(kind, name));
    if length < 3 || !is_chinese || ends_otherwise && tag != "nrt" {
        return false;
    }
    match tag {
        "nr" | "x" | "nz" if PARTS.is_by_sound(name) => true,
        "nrt" | "nrfg" => true,
        "nr" => length <= 4,
        "x" => length <= 4 && is_surname_first(name) && !PARTS.begins("doubtful", name),
        _ => false,
    }
}

/// Returns true if a word is a person's name by what surrounds it: a title or a trade before it, a word of saying behind it.
fn is_met(place: NamePlace<'_>, name: &str, tag: &str) -> bool {
    let length = name.chars().count();
    if !(2..=6).contains(&length) || !name.chars().all(is_han) || !matches!(tag, "x" | "nr" | "nz" | "nrt") {
        return false;
    }
    let before = place.folded(-1);
    if tag == "x" && length > 2 && ends_with_title(&before) {
        return true;
    }
    let is_nickname = tag == "x" && (name.starts_with(['阿', '老', '小']) || PARTS.ends("nickname", name));
    let may_be = length == 2 && (may_be_name(name) || is_nickname);
    let is_cited = || place.word(0).is_some_and(|word| is_cited(place.text, place.sentence, word.span));
    may_be && (is_role(&before) || is_cited())
}

/// Returns true if a word in Latin letters is a name: behind 阿 or a trade, or cited.
fn is_latin(place: NamePlace<'_>, name: &str, tag: &str) -> bool {
    let letters = name.strip_prefix('阿').unwrap_or(name);
    let is_name = letters.chars().all(|c| c.is_ascii_alphabetic())
        && letters.chars().next().is_some_and(|c| c.is_ascii_uppercase())
        && letters.chars().skip(1).any(|c| c.is_ascii_lowercase());
    let before = place.folded(-1);
    is_name && matches!(tag, "eng" | "x") && (letters != name || before.ends_with('阿') || is_role(&before))
}

/// Returns the surname of a word that tells no more of a name: 姓麥, 林姓, 沈某.
pub(super) fn surname_told(word: &str) -> Option<char> {
    let mut chars = word.chars();
    let (first, second, rest) = (chars.next()?, chars.next()?, chars.next());
    let found = match (first, second) {
        ('姓', surname) | (surname, '姓' | '某') => surname,
        _ => return None,
    };
    (rest.is_none() && is_surname_first(&found.to_string())).then_some(found)
}

/// Returns true if a folded word begins with a surname.
pub(super) fn is_surname_first(word: &str) -> bool {
    surname(word).is_some()
}

/// The number of characters behind a surname that are searched for a title.
const LONGEST: usize = 8;

/// Returns the first place in a sentence where a person of a full name is called by surname and title (陳局長 for 陳美寶), or told by
/// the surname (陳姓局長).
pub(super) fn addressed(text: &str, sentence: Span, name: &[char]) -> Option<Span> {
    let (&surname, given) = name.split_first()?;
    if !(1..=2).contains(&given.len()) || !is_surname_first(&surname.to_string()) {
        return None;
    }
    let whole = sentence.of(text);
    let places = whole.char_indices().filter(|(_, c)| kin(*c) == surname);
    let mut spans = places.filter_map(|(at, c)| {
        let from = at.saturating_add(c.len_utf8());
        let rest = whole.get(from..)?;
        let start = sentence.start.saturating_add(saturating_u32(at));
        let told = Span { start, end: start.saturating_add(saturating_u32(c.len_utf8())) };
        if whole.get(..at)?.ends_with('姓') {
            return Some(told);
        }
        let behind: String = rest.chars().take(LONGEST).collect();
        // 簡官 is a judge.
        let title = match behind.chars().next() {
            Some('姓' | '官') => 1,
            _ => title_at(&folded(&behind))?,
        };
        let length = rest.char_indices().nth(title).map_or(rest.len(), |(end, _)| end);
        Some(Span { end: told.end.saturating_add(saturating_u32(length)), ..told })
    });
    spans.next()
}
