//! Two parts of a statement that have changed places and so say something else: 由嚴重轉為穩定, 由穩定轉為嚴重.

use super::context::Passage;
use crate::segment::Tag;
use crate::text::{Span, is_word_character};

/// The most differences that such an exchange gives; more are another telling.
const DIFFERENCES: usize = 4;

/// The most words of a passage that is looked at.
const WORDS: usize = 60;

/// Words that join equals, folded: their order says nothing.
const JOINING: &str = "和与及或跟同兼暨";

/// Characters of words between two statements that make one the cause, the end or the measure of the other, folded.
const LEADING: &str = "而则就才便转变到至致使令比为";

/// A word of a passage.
struct Word<'a> {
    text: String,
    tag: &'static str,
    printed: &'a str,
}

/// Returns true if two passages differ only in that two of their parts have changed places around words that tell which of
/// them does, causes or precedes the other.
pub(super) fn are_exchanged(a: &Passage<'_>, b: &Passage<'_>, differences: usize) -> bool {
    if !(2..=DIFFERENCES).contains(&differences) {
        return false;
    }
    let (a, b) = (words(a), words(b));
    if a.len() != b.len() || a.len() > WORDS {
        return false;
    }
    let same = |(x, y): &(&Word<'_>, &Word<'_>)| x.text == y.text;
    let head = a.iter().zip(&b).take_while(same).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(same).count().min(a.len().saturating_sub(head));
    let end = a.len().saturating_sub(tail);
    let (Some(a), Some(b)) = (a.get(head..end), b.get(head..end)) else { return false };
    let equal =
        |x: &[Word<'_>], y: &[Word<'_>]| x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.text == y.text);
    (1..a.len()).any(|first| {
        let Some((one, rest)) = a.split_at_checked(first) else { return false };
        (0..rest.len()).any(|middle| {
            let (Some((between, other)), Some(last)) =
                (rest.split_at_checked(middle), b.len().checked_sub(first))
            else {
                return false;
            };
            let same = b.get(..other.len()).is_some_and(|part| equal(part, other))
                && b.get(last..).is_some_and(|part| equal(part, one))
                && b.get(other.len()..last).is_some_and(|part| equal(part, between));
            same && says_else(one, between, other)
        })
    })
}

/// Returns the words of a passage with the marks between them, folded.
fn words<'a>(passage: &Passage<'a>) -> Vec<Word<'a>> {
    let word = |(span, tag): &(Span, Tag)| Word {
        text: passage.folded(*span),
        tag: tag.name(),
        printed: passage.of(*span),
    };
    passage.words.iter().map(word).filter(|word| !word.printed.trim().is_empty()).collect()
}

/// Returns true if it matters which of two parts is before some words and which behind them.
fn says_else(one: &[Word<'_>], between: &[Word<'_>], other: &[Word<'_>]) -> bool {
    let is_mark = |word: &Word<'_>| !word.printed.chars().any(is_word_character);
    let is_thing = |word: &Word<'_>| {
        word.tag.starts_with('n') || matches!(word.tag, "j" | "s" | "f" | "x" | "a" | "m" | "q" | "eng")
    };
    // Two numbers that have changed places are two values.
    let is_number = |word: &Word<'_>| matches!(word.tag, "m" | "q");
    let parts = one.iter().chain(other);
    if parts.clone().any(is_mark) || parts.clone().all(is_number) {
        return false;
    }
    let joins = between.iter().all(|word| {
        word.printed == "、" || word.text.chars().all(|c| JOINING.contains(c)) && !word.text.is_empty()
    });
    if parts.clone().all(is_thing) && parts.clone().any(|word| word.tag != "a") {
        return !joins;
    }
    let leads = between.iter().any(|word| word.text.chars().any(|c| LEADING.contains(c)));
    leads && !between.iter().any(is_mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the words of a text whose words and tags are written out.
    fn words(text: &'static str) -> Vec<Word<'static>> {
        let word = |word: &'static str| {
            let (printed, tag) = word.split_once('/').unwrap_or((word, "x"));
            let text = printed.chars().filter(|c| c.is_alphanumeric()).collect();
            Word { text, tag, printed }
        };
        text.split_whitespace().map(word).collect()
    }

    #[test]
    fn parts_that_change_places_say_something_else_unless_they_are_joined() {
        for (one, between, other, expected) in [
            ("贫血/n", "转为/v", "稳定/a", true),
            ("渡轮/n", "撞上/v", "货船/n", true),
            ("渡轮/n", "和/c", "货船/n", false),
            ("渡轮/n", "、/w", "货船/n", false),
            ("减产/v", "而/c", "裁员/v", true),
            ("减产/v", "，/w 又/d", "裁员/v", false),
            ("三/m", "比/p", "二/m", false),
            ("东部/f", "，/w", "西部/f", true),
            ("专家/n 说/v", "，/w 水位/n 回升/v", "，/w", false),
        ] {
            assert_eq!(
                says_else(&words(one), &words(between), &words(other)),
                expected,
                "{one} {between} {other}"
            );
        }
    }
}
