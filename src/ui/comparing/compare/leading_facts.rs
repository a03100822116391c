//! The facts that differ, as the finding lists them: both readings of each, with the words around them.

use yew::prelude::*;

use super::collation::{Side, Stop, stops};
use super::finding::split_mark;
use super::readings::{Reading, reading};
use crate::text::abridged;
use crate::ui::i18n::{Catalog, key};
use crate::ui::lang::lang_of;
use crate::ui::routes::Shown;
use crate::view::{Comparison, Effect};

/// Number of facts listed; the others are counted.
const LISTED: usize = 4;

/// Maximum number of characters of a reading.
const LENGTH: usize = 12;

/// Number of characters of a clause that are quoted before and after a reading, if not all of them are.
const CONTEXT: usize = 6;

/// Maximum number of characters of a clause before or after a reading that is quoted whole.
const CLAUSE: usize = 10;

/// Marks that end a clause, beyond which words say nothing about a reading.
const ENDS: &str = "，。；：、！？…「」『』（）《》〈〉,;:!?()\"\n";

/// Draws the first facts that differ, each as a link to its place with the mark behind it, and how many are left out.
pub(super) fn leading_facts(comparison: &Comparison, onvisit: &Callback<Stop>, catalog: &Catalog) -> Html {
    let facts = facts(comparison);
    let listed = facts.len().min(LISTED);
    let (separator, end) = (separator(catalog), more_facts(comparison, catalog));
    let link = |(place, &stop): (usize, &Stop)| {
        let [before, a, b, after] = both(comparison, stop);
        let onclick = onvisit.reform(move |_: MouseEvent| stop);
        let (mark, rest) = split_mark(if place + 1 < listed { &separator } else { &end });
        html! {
            <>
                <button type="button" class="link fact" {onclick}>
                    <span lang={lang_of([&*a, &*b].concat())}>{ before }<b>{ a }</b>{ "／" }<b>{ b }</b>{ after }</span>{ mark }
                </button>
                { rest }
            </>
        }
    };
    html! { <>{ for facts.iter().take(LISTED).enumerate().map(link) }</> }
}

/// Returns the first facts that differ, in words.
pub(super) fn leading_facts_words(comparison: &Comparison, catalog: &Catalog) -> String {
    let words = |&stop: &Stop| {
        let [before, a, b, after] = both(comparison, stop);
        format!("{before}{a}／{b}{after}")
    };
    facts(comparison).iter().take(LISTED).map(words).collect::<Vec<_>>().join(&*separator(catalog))
}

/// Returns both readings of a fact, between the words before and after them.
fn both(comparison: &Comparison, stop: Stop) -> [String; 4] {
    let [a, b] = [Side::A, Side::B].map(|side| reading(comparison, stop, side, CLAUSE + 1));
    let around = if a.text.is_empty() { &b } else { &a };
    [clause_before(around), words(&a), words(&b), clause_after(around)]
}

/// Returns what separates the facts.
fn separator(catalog: &Catalog) -> AttrValue {
    catalog.text(key!("list-semicolon"))
}

/// Ends the list of facts: with the number of those left out, if there are any.
pub(super) fn more_facts(comparison: &Comparison, catalog: &Catalog) -> AttrValue {
    match facts(comparison).len().saturating_sub(LISTED) {
        0 => catalog.text(key!("finding-facts-end")),
        left => catalog.with(key!("finding-facts-more"), [("n", left.into())]),
    }
}

fn facts(comparison: &Comparison) -> Vec<Stop> {
    stops(comparison, Shown { effect: Some(Effect::Fact), ..Shown::default() })
}

/// Returns the words of a reading, cut to their beginning.
fn words(reading: &Reading) -> String {
    let text = reading.text.trim();
    if text.is_empty() {
        return "∅".to_owned();
    }
    abridged(text, LENGTH)
}

/// Returns true for a mark that ends a clause.
fn ends(c: char) -> bool {
    ENDS.contains(c)
}

/// Returns true if a reading reaches a mark that ends a clause, on the side of `last`.
fn ends_clause(last: Option<char>) -> bool {
    last.is_some_and(ends)
}

fn clause_before(reading: &Reading) -> String {
    if ends_clause(reading.text.chars().next()) {
        return String::new();
    }
    let clause: Vec<char> = reading.before.rsplit(ends).next().unwrap_or_default().chars().collect();
    // No ellipsis: it may not begin a line.
    let skipped = if clause.len() > CLAUSE { clause.len() - CONTEXT } else { 0 };
    clause.into_iter().skip(skipped).collect()
}

fn clause_after(reading: &Reading) -> String {
    if ends_clause(reading.text.chars().next_back()) {
        return String::new();
    }
    let clause: Vec<char> = reading.after.split(ends).next().unwrap_or_default().chars().collect();
    match clause.len() {
        0..=CLAUSE => clause.into_iter().collect(),
        _ => clause.into_iter().take(CONTEXT).chain("…".chars()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(before: &str, after: &str) -> [String; 2] {
        let reading =
            Reading { before: before.into(), text: "三".into(), after: after.into(), ..Reading::default() };
        [clause_before(&reading), clause_after(&reading)]
    }

    #[test]
    fn a_short_clause_is_whole_and_a_long_one_ends_in_an_ellipsis() {
        assert_eq!(around("停水，水務署派出", "隊人員到場搶修，至傍"), ["水務署派出", "隊人員到場搶修"]);
        assert_eq!(
            around("甲乙丙丁戊己庚辛壬癸子", "甲乙丙丁戊己庚辛壬癸子"),
            ["己庚辛壬癸子", "甲乙丙丁戊己…"]
        );
        assert_eq!(around("甲。", "。"), ["", ""]);
    }
}
