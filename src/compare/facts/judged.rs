//! The names of a sentence, as the rules of [`super::names`] and the trained layer of names judge them together.

use super::FactKind;
use super::name_parts::{PARTS, folded};
use super::names::{Name, PROPER, is_cited};
use super::people::without_time;
use crate::compare::dateline::dateline;
use crate::compare::effects::NameKind;
use crate::corpus::Token;
use crate::segment::Tag;
use crate::text::{OrderBy, Span};

/// The fewest characters of a name that only the layer finds.
const SHORTEST: usize = 2;

/// Returns the names of a sentence. What a rule finds by a mere tag or a surname counts if the layer finds a name there, and is
/// then what the layer says; what it finds by the words around or inside counts by itself. The layer adds names where no rule
/// finds one.
pub(super) fn judged(
    text: &str,
    sentence: Span,
    words: &[&Token],
    by_rule: Vec<Name>,
    by_layer: &[(Span, NameKind)],
) -> Vec<Name> {
    let first = by_layer.partition_point(|(span, _)| span.start < sentence.start);
    let inside = by_layer.get(first..).unwrap_or_default().iter();
    let inside = inside.take_while(|(span, _)| span.end <= sentence.end);
    let layer: Vec<(Span, FactKind)> = inside
        .filter_map(|&(span, kind)| Some((span, fact_kind(kind)?)))
        .map(|(span, kind)| match kind {
            FactKind::Person => {
                (shorter(without_time(span, text), by_rule.iter().map(|name| name.span)), kind)
            }
            _ => (span, kind),
        })
        .collect();
    let (mut names, doubtful): (Vec<Name>, Vec<Name>) = by_rule.into_iter().partition(|name| name.is_sure);
    // 丁姓司機 is more than one word, and longer for a reason.
    let is_word = |name: &Name| words.iter().any(|word| word.span == name.span);
    for name in names.iter_mut().filter(|name| name.kind == FactKind::Person && is_word(name)) {
        let people = layer.iter().filter(|(_, kind)| *kind == FactKind::Person);
        name.span = shorter(name.span, people.map(|(span, _)| *span));
    }
    let is_free = |names: &[Name], span: Span| {
        !names.iter().any(|name| name.span.start < span.end && span.start < name.span.end)
    };
    // 聯合國安理會, of which the layer has 聯合國.
    for mut name in doubtful {
        if let Some(&(span, kind)) = layer.iter().find(|(span, _)| span.start == name.span.start)
            && !names_two(name.span.of(text))
            && is_free(&names, name.span)
        {
            name.span =
                if kind == FactKind::Person { shorter(name.span, [span].into_iter()) } else { name.span };
            names.push(Name { kind, ..name });
        }
    }
    // 【乙報專訊】 is the paper itself.
    let opening = dateline(text, sentence).unwrap_or(Span { start: sentence.start, end: sentence.start });
    for (span, kind) in layer {
        if !opening.contains(span) && is_name(text, words, span, kind) && is_free(&names, span) {
            names.push(Name { kind, span, is_cited: is_cited(text, sentence, span), is_sure: true });
        }
    }
    names.order_by_key(|name| name.span);
    names
}

/// Returns the shorter one of two names of a person that begin together: 龔正 of 龔正在, which the segmenter took for one word.
fn shorter(name: Span, others: impl Iterator<Item = Span>) -> Span {
    let mut within = others.filter(|other| other.start == name.start && other.end < name.end);
    within.next().unwrap_or(name)
}

fn fact_kind(kind: NameKind) -> Option<FactKind> {
    match kind {
        NameKind::Person => Some(FactKind::Person),
        NameKind::Place => Some(FactKind::Place),
        NameKind::Organisation => Some(FactKind::Organisation),
        NameKind::Work => None,
    }
}

/// Returns false for what the layer takes for a name although it is one word of the dictionary of another part of speech
/// (達成), names two countries at once (中俄), or is a place or a body by its beginning only (中俄關係).
fn is_name(text: &str, words: &[&Token], span: Span, kind: FactKind) -> bool {
    let printed = span.of(text);
    let tag = |word: &Token| Tag::numbered(word.tag).name();
    let is_other = words.iter().any(|word| word.span == span && OTHER.contains(&tag(word)));
    let ends = words.iter().find(|word| word.span.end == span.end).is_some_and(|word| {
        let last = folded(word.span.of(text));
        PROPER.contains(&tag(word)) && tag(word) != "nz"
            || ["organisation", "body", "place"].iter().any(|end| PARTS.ends(end, &last))
    });
    printed.chars().nth(SHORTEST.saturating_sub(1)).is_some()
        && !is_other
        && !names_two(printed)
        && (kind == FactKind::Person || ends)
}

/// The tags of words that are no names.
const OTHER: [&str; 11] = ["v", "vn", "vd", "a", "ad", "d", "p", "c", "m", "r", "t"];

/// The characters that are short for a country, a region or a city.
const PLACES: &str = "中美英法德俄日韓韩朝印澳加歐欧台臺港烏乌伊以巴越菲京滬沪津渝粵粤深穗";

/// The words of two such characters that name one place.
const ONE_PLACE: [&str; 6] = ["台中", "臺中", "歐美", "欧美", "中歐", "中欧"];

/// Returns true if each of two or three characters is short for a place.
fn names_two(printed: &str) -> bool {
    let length = printed.chars().count();
    (2..=3).contains(&length) && printed.chars().all(|c| PLACES.contains(c)) && !ONE_PLACE.contains(&printed)
}
