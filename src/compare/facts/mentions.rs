//! The mentions of facts in one story.

use rustc_hash::FxHashMap;

use super::FactKind;
use super::issue_day::Known;
use super::names::names;
use super::quoted::{Wording, quotations};
use crate::compare::kin::kin;
use crate::compare::side::Dated;
use crate::text::value::{Amount, Precision, Quantity, QuantityKind, quantities};
use crate::text::{OrderBy, Span, saturating_u32};

/// A fact as one story mentions it.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub(super) kind: FactKind,
    pub(super) span: Span,
    /// The number of its sentence.
    pub(super) sentence: usize,
    pub(super) said: Said,
}

/// What is said.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// A value, the day that it is if the day of issue is known, and the words around it.
    Value(Box<Quantity>, Option<Known>, Wording),
    /// A name, folded.
    Name(Vec<char>),
    /// A quotation.
    Quotation(Wording),
}

/// The number of characters before and after a value that tell what it counts.
const AROUND: usize = 10;

/// Returns the mentions of a story, in the order of the text. A name is listed where it is first written in full; a value
/// where it is first told.
pub(super) fn mentions(story: Dated<'_>) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let text = story.side.text;
    for (number, &sentence) in story.side.sentences.iter().enumerate() {
        let mut push = |kind: FactKind, span: Span, said: Said| {
            found.push(Mention { kind, span, sentence: number, said });
        };
        for span in quotations(text, sentence) {
            push(FactKind::Quotation, span, Said::Quotation(Wording::of(span.of(text))));
        }
        let names = names(story, sentence);
        let people: Vec<Span> =
            names.iter().filter(|name| name.kind == FactKind::Person).map(|name| name.span).collect();
        for name in names {
            let folded: Vec<char> = name.span.of(text).chars().map(kin).collect();
            if name.is_cited {
                push(FactKind::Source, name.span, Said::Name(folded.clone()));
            }
            push(name.kind, name.span, Said::Name(folded));
        }
        for quantity in quantities(sentence.of(text)) {
            let Some(kind) = kind(&quantity) else { continue };
            let span = Span {
                start: quantity.span.start.saturating_add(sentence.start),
                end: quantity.span.end.saturating_add(sentence.start),
            };
            // 九元 of 盛九元 is no money, and one of 新的一年 counts nothing.
            if people.iter().any(|name| name.contains(span)) || is_any(text, sentence, span, &quantity) {
                continue;
            }
            let day = match quantity.amount {
                Amount::Day(day) => Known::of(day, story.date),
                _ if is_counted_back(text, sentence, span) => Known::counted_back(&quantity, story.date),
                _ => None,
            };
            // The 前 belongs to the date that it makes.
            let is_back = day.is_some() && kind == FactKind::Number;
            let end = span.end.saturating_add(if is_back { saturating_u32('前'.len_utf8()) } else { 0 });
            let (kind, span) = if is_back { (FactKind::Date, Span { end, ..span }) } else { (kind, span) };
            push(kind, span, Said::Value(Box::new(quantity), day, around(text, sentence, span)));
        }
    }
    found.order_by_key(|mention| (mention.span.start, mention.kind));
    agree_on_kinds(&mut found);
    once(found)
}

/// Returns the kind of a value; `None` for an article, or a mere ordinal.
fn kind(quantity: &Quantity) -> Option<FactKind> {
    match quantity.kind {
        _ if quantity.is_indefinite || is_two_of_both(quantity) => None,
        QuantityKind::Date | QuantityKind::Time => Some(FactKind::Date),
        QuantityKind::Number if quantity.unit.name.is_empty() && is_small(quantity) => None,
        _ => Some(FactKind::Number),
    }
}

/// Measures with which 兩 is "both": 兩國, 兩地 name two that are known.
const BOTH: [&str; 11] = ["國", "地", "方", "市", "岸", "黨", "軍", "校", "院", "側", "州"];

/// Lengths of time of which one may be any.
const TIMES: [&str; 6] = ["年", "天", "日", "周", "個月", "晚"];

/// Characters behind which one length of time is any, or one that is known: 新的一年, 這一年, 有一天.
const BEFORE_ANY: &str = "的這这那每同某有另又頭头首末前後后下上";

/// Returns true for one length of time that counts nothing.
fn is_any(text: &str, sentence: Span, span: Span, quantity: &Quantity) -> bool {
    let before = Span { start: sentence.start, end: span.start }.of(text);
    quantity.number() == Some(1.0)
        && quantity.precision == Precision::Exact
        && TIMES.contains(&quantity.unit.name)
        && before.ends_with(|c| BEFORE_ANY.contains(c))
}

/// Returns true for a two that counts nothing.
fn is_two_of_both(quantity: &Quantity) -> bool {
    quantity.number() == Some(2.0) && BOTH.contains(&quantity.unit.name)
}

/// Returns true for a number that is met too often to tell anything by itself.
pub(super) fn is_small(quantity: &Quantity) -> bool {
    quantity.number().is_some_and(|number| (0.0..=10.0).contains(&number) && number.fract() == 0.0)
        && matches!(quantity.kind, QuantityKind::Number | QuantityKind::Ordinal)
        && quantity.precision == Precision::Exact
}

/// Returns true if a length of time ends with the day of issue: 五年前, but not 三年前後.
fn is_counted_back(text: &str, sentence: Span, span: Span) -> bool {
    let behind = Span { start: span.end, end: sentence.end }.of(text);
    behind.strip_prefix('前').is_some_and(|rest| !rest.starts_with(['後', '后', '任', '夕']))
}

/// Returns the words before and after a value, without the value itself.
fn around(text: &str, sentence: Span, span: Span) -> Wording {
    let before = Span { start: sentence.start, end: span.start }.of(text);
    let after = Span { start: span.end, end: sentence.end }.of(text);
    let first = before.char_indices().rev().nth(AROUND.saturating_sub(1)).map_or(0, |(at, _)| at);
    let last = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let words =
        format!("{}{}", before.get(first..).unwrap_or_default(), after.get(..last).unwrap_or_default());
    Wording::of(&words)
}

/// The kinds of names, in the order in which they are preferred where a word was found as several.
const NAMES: [FactKind; 3] = [FactKind::Person, FactKind::Organisation, FactKind::Place];

/// Gives each name of a story the kind that it has most often.
fn agree_on_kinds(mentions: &mut [Mention]) {
    let mut counts: FxHashMap<Vec<char>, [usize; NAMES.len()]> = FxHashMap::default();
    let kind = |mention: &Mention| NAMES.iter().position(|kind| *kind == mention.kind);
    for mention in mentions.iter() {
        if let (Some(kind), Said::Name(name)) = (kind(mention), &mention.said)
            && let Some(count) = counts.entry(name.clone()).or_default().get_mut(kind)
        {
            *count = count.saturating_add(1);
        }
    }
    for mention in mentions.iter_mut().filter(|mention| NAMES.contains(&mention.kind)) {
        let Said::Name(name) = &mention.said else { continue };
        let found = counts.get(name).copied().unwrap_or_default();
        let most = found.iter().copied().max().unwrap_or_default();
        if let Some((kind, _)) = NAMES.iter().zip(found).find(|(_, count)| *count == most) {
            mention.kind = *kind;
        }
    }
}

/// Leaves each name and each value with its words once; of a name the longest form stays, in its first place.
fn once(mentions: Vec<Mention>) -> Vec<Mention> {
    let mut kept: Vec<Mention> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let known = kept.iter_mut().find(|known| known.kind == mention.kind && is_again(known, &mention));
        match known {
            Some(known) => {
                if let (Said::Name(old), Said::Name(new)) = (&known.said, &mention.said)
                    && new.len() > old.len()
                {
                    *known = mention;
                }
            }
            None => kept.push(mention),
        }
    }
    kept
}

/// Returns true if a story says the same fact again.
fn is_again(known: &Mention, again: &Mention) -> bool {
    match (&known.said, &again.said) {
        (Said::Name(name), Said::Name(again)) => super::name_forms::are_kin(known.kind, name, again),
        (Said::Value(known, day, words), Said::Value(again, other_day, other)) => {
            let same = known.amount == again.amount && have_one_measure(known, again);
            let is_day = day.is_some() && day == other_day;
            is_day || same && (!is_small(known) || words.shared(other) > 0.5)
        }
        _ => false,
    }
}

/// The measures of people.
const PEOPLE: [&str; 4] = ["人", "名", "位", "個"];

/// Returns true if two values have one unit, or two measures of which one may be used for the other: 28輛 and 28架, but not 28人
/// and 28間.
pub(super) fn have_one_measure(a: &Quantity, b: &Quantity) -> bool {
    let are_people = |of: &Quantity| PEOPLE.contains(&of.unit.name);
    a.unit == b.unit
        || a.kind == b.kind
            && a.unit.base.is_empty()
            && b.unit.base.is_empty()
            && (are_people(a) == are_people(b) || a.unit.name.is_empty() || b.unit.name.is_empty())
}
