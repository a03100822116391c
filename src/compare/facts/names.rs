//! The people, organisations and places that a story names, by the tags of its words, their ends and what stands beside them.

use super::FactKind;
use super::judged::judged;
use super::name_forms::{are_kin, is_contracted};
use super::name_parts::{PARTS, folded};
use super::people::{addressed, is_surname_first, person};
use crate::compare::effects::{NameKind, is_title, listed_names};
use crate::compare::kin::kin;
use crate::compare::side::{Dated, Side};
use crate::corpus::Token;
use crate::segment::Tag;
use crate::text::{OrderBy, Span, is_han, saturating_u32};

/// A name in a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) kind: FactKind,
    pub(super) span: Span,
    /// True if somebody or some body is cited by it.
    pub(super) is_cited: bool,
    /// True if the words inside or around it tell that it is a name, not a mere tag or surname.
    pub(super) is_sure: bool,
}

/// What a rule finds at a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct RuledName {
    pub(super) kind: FactKind,
    pub(super) span: Span,
    /// As in [`Name`].
    pub(super) is_sure: bool,
}

/// The words of a sentence with what surrounds one of them.
#[derive(Clone, Copy)]
pub(super) struct NamePlace<'a> {
    pub(super) text: &'a str,
    pub(super) sentence: Span,
    words: &'a [&'a Token],
    at: usize,
}

impl<'a> NamePlace<'a> {
    /// Returns a word so many places on, or back.
    pub(super) fn word(&self, steps: isize) -> Option<&'a Token> {
        self.at.checked_add_signed(steps).and_then(|at| self.words.get(at)).copied()
    }

    /// Returns the folded text of such a word; empty if there is none.
    pub(super) fn folded(&self, steps: isize) -> String {
        self.word(steps).map_or_else(String::new, |word| folded(word.span.of(self.text)))
    }

    /// Returns the tag of such a word.
    pub(super) fn tag(&self, steps: isize) -> &'static str {
        self.word(steps).map_or("", |word| Tag::numbered(word.tag).name())
    }

    /// Returns the words up to this one.
    fn until(&self) -> &'a [&'a Token] {
        self.words.get(..=self.at).unwrap_or_default()
    }
}

/// Finds the names of a sentence, in order.
pub(super) fn names(story: Dated<'_>, sentence: Span) -> Vec<Name> {
    let side = story.side;
    let text = side.text;
    let first = side.tokens.partition_point(|token| token.span.start < sentence.start);
    let tokens = side.tokens.get(first..).unwrap_or_default().iter();
    let words: Vec<&Token> = tokens.take_while(|token| token.span.end <= sentence.end).collect();
    let mut found: Vec<Name> = Vec::new();
    for at in 0..words.len() {
        let place = NamePlace { text, sentence, words: &words, at };
        let name =
            body(place).or_else(|| person(place)).or_else(|| by_tag(place)).or_else(|| somewhere(place));
        let Some(RuledName { kind, span, is_sure }) = name else { continue };
        // A longer name takes the place of its beginning: 瑪嘉烈 of 瑪嘉烈醫院.
        found.retain(|name| name.span.end <= span.start);
        found.push(Name { kind, span, is_cited: is_cited(text, sentence, span), is_sure });
    }
    add_quoted(text, sentence, &mut found);
    add_listed(text, &words, sentence, &mut found);
    judged(text, sentence, &words, found, story.names)
}

/// Returns true if somebody is cited by the name at a place.
pub(super) fn is_cited(text: &str, sentence: Span, name: Span) -> bool {
    let rest = Span { start: name.end, end: sentence.end }.of(text);
    let before = Span { start: sentence.start, end: name.start }.of(text);
    is_followed_by_saying(rest) || before.ends_with(['據', '据'])
}

/// The number of characters after a name within which a word of saying must follow.
const SAID_WITHIN: usize = 8;

/// Returns true if a word of saying follows before the clause ends.
fn is_followed_by_saying(rest: &str) -> bool {
    let clause: String = rest.chars().take(SAID_WITHIN).take_while(|c| !"，。；：「".contains(*c)).collect();
    PARTS.contains("saying", &folded(&clause)) || rest.starts_with('：')
}

/// The longest name in quotation marks, in characters.
const QUOTED: usize = 8;

/// Adds the bodies named in quotation marks behind what they are, and journals: 團體「綠海」, 《深海學報》.
fn add_quoted(text: &str, sentence: Span, found: &mut Vec<Name>) {
    let whole = sentence.of(text);
    for (at, c) in whole.char_indices().filter(|(_, c)| matches!(c, '「' | '“' | '《')) {
        let close = match c {
            '「' => '」',
            '“' => '”',
            _ => '》',
        };
        let from = at.saturating_add(c.len_utf8());
        let rest = whole.get(from..).unwrap_or_default();
        let Some(length) = rest.find(close) else { continue };
        let name = rest.get(..length).unwrap_or_default();
        let before = folded(whole.get(..at).unwrap_or_default());
        let is_body = if c == '《' {
            name.ends_with(['報', '报', '刊'])
        } else {
            is_maker(&before) && name.chars().count() <= QUOTED && name.chars().all(is_han)
        };
        if is_body && !name.is_empty() {
            let start = sentence.start.saturating_add(saturating_u32(from));
            let span = Span { start, end: start.saturating_add(saturating_u32(length)) };
            found.retain(|name| name.span.end <= span.start || span.end <= name.span.start);
            found.push(Name {
                kind: FactKind::Organisation,
                span,
                is_cited: is_cited(text, sentence, Span { end: span.end.saturating_add(3), ..span }),
                is_sure: true,
            });
        }
    }
}

/// Returns true if folded words end with a word for a body.
fn is_maker(words: &str) -> bool {
    PARTS.has("maker", words) || PARTS.ends("maker", words)
}

/// Adds the names of the tables that were not found as words. One that ends a known word and begins another is none: 加沙 of
/// 參加沙頭角.
fn add_listed(text: &str, words: &[&Token], sentence: Span, found: &mut Vec<Name>) {
    let cuts = |place: u32| {
        let cut = words.iter().find(|word| word.span.start < place && place < word.span.end);
        cut.is_some_and(|word| Tag::numbered(word.tag) != Tag::UNKNOWN)
    };
    for (from, to, kind) in listed_names(sentence.of(text)) {
        let start = sentence.start.saturating_add(saturating_u32(from));
        let span = Span { start, end: sentence.start.saturating_add(saturating_u32(to)) };
        let kind = match kind {
            NameKind::Place => FactKind::Place,
            _ => FactKind::Organisation,
        };
        let meets = |name: &Name| name.span.start < span.end && span.start < name.span.end;
        // A listed place, and a longer name, are surer than what is found by its form.
        let is_surer = found
            .iter()
            .filter(|name| meets(name))
            .all(|name| span.contains(name.span) && (span != name.span || kind == FactKind::Place));
        if is_surer && !(cuts(span.start) && cuts(span.end)) {
            found.retain(|name| !meets(name));
            found.push(Name { kind, span, is_cited: is_cited(text, sentence, span), is_sure: true });
        }
    }
    found.order_by_key(|name| name.span);
}

/// The tags of proper nouns and of words that the dictionary lacks.
pub(super) const PROPER: [&str; 8] = ["x", "nr", "nrt", "nrfg", "ns", "nt", "nz", "j"];

/// The tags of other words that may be within a name.
const INSIDE: [&str; 6] = ["n", "b", "vn", "s", "f", "an"];

/// The maximum number of words that a joined name has before its end.
const JOINED: usize = 3;

/// Returns the name that ends with a word, if that is the end of a name and a proper noun precedes it: 永順 工業 大廈. Before some
/// ends other nouns will do: 教師 協會.
fn body(place: NamePlace<'_>) -> Option<RuledName> {
    let (last, before) = place.until().split_last()?;
    let text = place.folded(0);
    let is_body = PARTS.has("body", &text);
    let kind = if is_body || PARTS.has("organisation", &text) || text == "公司" {
        FactKind::Organisation
    } else if PARTS.has("place", &text) {
        FactKind::Place
    } else {
        return None;
    };
    let tag = |word: &&&Token| Tag::numbered(word.tag).name();
    let words = |word: &&&Token| folded(word.span.of(place.text));
    let is_limited = |word: &&&Token| text == "公司" && words(word) == "有限";
    let inside = before.iter().rev().take(JOINED).take_while(|word| {
        (PROPER.contains(&tag(word)) || INSIDE.contains(&tag(word)) || is_limited(word))
            && !PARTS.ends("maker", &words(word))
    });
    // 東岸醫院: a side of a town is half a name.
    let is_side =
        |word: &&&Token| matches!(tag(word), "s" | "f") && words(word).contains(['东', '南', '西', '北']);
    let proper = inside.clone().filter(|word| PROPER.contains(&tag(word)) || is_side(word)).last();
    // So are three nouns, and a verb before an office: 食物安全監察中心, 保險業監管處.
    let is_office = matches!(text.as_str(), "处" | "局" | "署" | "科")
        && before.last().is_some_and(|word| tag(&word) == "vn");
    let is_long = inside.clone().count() >= 3;
    let any = || {
        inside
            .clone()
            .filter(|word| words(word).chars().count() >= 2)
            .take(if is_long { 3 } else { 2 })
            .last()
    };
    let first = proper.or_else(|| if is_body || is_office || is_long { any() } else { None })?;
    Some(RuledName { kind, span: Span { start: first.span.start, end: last.span.end }, is_sure: true })
}

/// Returns the name that a word is by its tag and its end, or by the word before it.
fn by_tag(place: NamePlace<'_>) -> Option<RuledName> {
    let span = place.word(0)?.span;
    let (text, tag) = (place.folded(0), place.tag(0));
    let length = text.chars().count();
    if length < 2 || !text.chars().all(|c| is_han(c) || c == '·' || c == '‧') {
        return None;
    }
    let is_noun = matches!(tag, "x" | "n" | "nz" | "nt" | "ns" | "j" | "l" | "nr");
    let ends = |kind: &str| PARTS.ends(kind, &text) && length > 2;
    let (kind, is_sure) = match tag {
        _ if is_noun && (ends("organisation") || ends("body")) => (FactKind::Organisation, true),
        _ if is_noun && ends("place") => (FactKind::Place, true),
        "nt" => (FactKind::Organisation, false),
        "ns" => (FactKind::Place, false),
        // 發展商永順.
        "x" if length <= 5 && PARTS.ends("maker", &place.folded(-1)) && place.tag(-1) == "n" => {
            (FactKind::Organisation, true)
        }
        _ => return None,
    };
    // 金輝 of 金輝 工業大廈, which are two words if the latter is known; 博彩 of 博彩 監察局.
    let before = place.folded(-1);
    let is_office = ends("body") || text.ends_with(['局', '处']);
    let may_begin = place.tag(-1) == "x"
        || is_office && place.tag(-1) == "n" && !is_role(&before) && !before.ends_with(['方', '府']);
    let is_common =
        tag == "n" && may_begin && before.chars().all(is_han) && listed_names(span.of(place.text)).is_empty();
    let start = place.word(-1).filter(|_| is_common).map_or(span.start, |before| before.span.start);
    Some(RuledName { kind, span: Span { start, ..span }, is_sure })
}

/// Returns the place that a word without a known meaning is behind 在 and 於: 在石籬發現.
fn somewhere(place: NamePlace<'_>) -> Option<RuledName> {
    let text = place.folded(0);
    let is_unknown =
        place.tag(0) == "x" && (2..=4).contains(&text.chars().count()) && text.chars().all(is_han);
    let is_in = matches!(place.folded(-1).as_str(), "在" | "于");
    let span = place.word(0)?.span;
    (is_unknown && is_in && place.tag(1) != "uj").then_some(RuledName {
        kind: FactKind::Place,
        span,
        is_sure: true,
    })
}

/// Returns the first place in a story where another form of a name is: a word that is short for it, or that it is short for; of a
/// person the surname with a title; at last the name itself within other words.
pub(super) fn other_form(side: Side<'_>, kind: FactKind, name: &[char]) -> Option<(usize, Span)> {
    let found = side.sentences.iter().enumerate().find_map(|(number, &sentence)| {
        let first = side.tokens.partition_point(|token| token.span.start < sentence.start);
        let tokens = side.tokens.get(first..).unwrap_or_default().iter();
        let mut inside = tokens.take_while(|token| token.span.end <= sentence.end);
        let found = inside.find(|token| {
            let folded: Vec<char> = token.span.of(side.text).chars().map(kin).collect();
            let tag = Tag::numbered(token.tag).name();
            (PROPER.contains(&tag) || tag == "n" && is_contracted(&folded, name))
                && are_kin(kind, &folded, name)
        });
        let found = found.map(|token| token.span);
        let addressed = || addressed(side.text, sentence, name);
        let span = if kind == FactKind::Person { found.or_else(addressed) } else { found };
        span.map(|span| (number, span))
    });
    found.or_else(|| written(side, name))
}

/// Returns the first place where a name stands as it is, within whatever words.
fn written(side: Side<'_>, name: &[char]) -> Option<(usize, Span)> {
    side.sentences.iter().enumerate().filter(|_| name.len() >= 2).find_map(|(number, sentence)| {
        let chars: Vec<(usize, char)> = sentence.of(side.text).char_indices().collect();
        let folded: Vec<char> = chars.iter().map(|(_, c)| kin(*c)).collect();
        let at = folded.windows(name.len()).position(|part| part == name)?;
        let end = at.checked_add(name.len())?.checked_sub(1)?;
        let (from, (to, last)) = (chars.get(at)?.0, *chars.get(end)?);
        let place = |offset: usize| sentence.start.saturating_add(saturating_u32(offset));
        Some((number, Span { start: place(from), end: place(to.saturating_add(last.len_utf8())) }))
    })
}

/// Returns true for what follows a surname in place of a name: a form of address, or a title.
pub(super) fn is_address(word: &str) -> bool {
    PARTS.has("address", word) || is_title(word)
}

/// Returns true for words that a person is told by: a title, a trade.
pub(super) fn is_role(word: &str) -> bool {
    is_title(word) || PARTS.ends("role", word)
}

/// Returns true if a folded word may be a name of two characters: it begins with a surname, or is written by its sound.
pub(super) fn may_be_name(word: &str) -> bool {
    is_surname_first(word) || PARTS.is_by_sound(word)
}
