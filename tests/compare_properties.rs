//! Properties of every comparison, for any two texts.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

mod shared {
    pub(crate) mod alignment;
}

use duidu::compare::{Difference, DifferenceType, Options, Pair, Side, compare};
use duidu::corpus::{Token, WordId};
use duidu::lexicon::RegionalWording;
use duidu::text::{Span, fold, is_word_character, sentences};
use proptest::prelude::*;
use proptest::sample::Index;
use shared::alignment::check;

/// A text split into sentences line by line, and into words of one to four characters.
struct Text {
    text: String,
    sentences: Vec<Span>,
    tokens: Vec<Token>,
}

impl Text {
    fn new(text: &str, word_length: usize) -> Self {
        let mut start = 0;
        let mut found = Vec::new();
        for line in text.split_inclusive('\n') {
            found.extend(sentences(text, Span::new(start, start + line.len())));
            start += line.len();
        }
        let offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
        let ends = offsets.iter().copied().step_by(word_length).skip(1).chain([text.len()]);
        let mut start = 0;
        let tokens = ends
            .filter_map(|end| {
                let span = Span::new(start, end);
                start = end;
                let is_word = span.of(text).contains(is_word_character);
                (!span.is_empty()).then_some(Token { span, word: WordId(0), tag: 0, is_word })
            })
            .collect();
        Self { text: text.to_owned(), sentences: found, tokens }
    }

    fn side(&self) -> Side<'_> {
        Side {
            text: &self.text,
            sentences: &self.sentences,
            tokens: &self.tokens,
            regional: RegionalWording::bundled(),
        }
    }
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[一-三甲乙丙丁，。、！「」 \n臺台衞衛5０a.%點百分之]{0,120}",
        "([一-龥]{2,9}[，、。]){0,20}",
        "\\PC{0,60}",
        any::<String>(),
    ]
}

/// Generates a text and another made from it by omitting, repeating, exchanging and changing parts.
fn kin() -> impl Strategy<Value = (String, String)> {
    (any_text(), prop::collection::vec((any::<Index>(), any::<Index>(), 0..6_u8), 0..8)).prop_map(
        |(a, changes)| {
            let mut b: Vec<char> = a.chars().collect();
            for (x, y, what) in changes {
                let (x, y) = (x.index(b.len() + 1), y.index(b.len() + 1));
                let (start, end) = (x.min(y), x.max(y));
                match what {
                    0 => _ = b.drain(start..end.min(start + 5)),
                    1 => {
                        let again: Vec<char> = b[start..end].to_vec();
                        b.splice(start..start, again);
                    }
                    2 => b.insert(start, '臺'),
                    3 => b.insert(start, '，'),
                    4 => b.insert(start, '7'),
                    _ => b[start..end].rotate_left((end - start) / 2),
                }
            }
            (a, b.into_iter().collect())
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn both_directions_mirror_each_other((a, b) in kin(), lengths in (1usize..5, 1usize..5)) {
        let (a, b) = (Text::new(&a, lengths.0), Text::new(&b, lengths.1));
        for options in [Options::default(), Options { fold_variants: true, ignore_punctuation: true }] {
            let forth = compare(a.side(), b.side(), options);
            let back = compare(b.side(), a.side(), options);
            prop_assert_eq!(&forth, &back.clone().mirrored());
            prop_assert_eq!(forth.mirrored(), back);
        }
    }

    #[test]
    fn differences_are_typed_ordered_and_make_b_of_a((a, b) in kin(), lengths in (1usize..5, 1usize..5)) {
        let (a, b) = (Text::new(&a, lengths.0), Text::new(&b, lengths.1));
        check(&compare(a.side(), b.side(), Options::default()), a.side(), b.side());
    }

    #[test]
    fn unrelated_texts_are_compared_correctly(a in any_text(), b in any_text(), length in 1usize..5) {
        let (a, b) = (Text::new(&a, length), Text::new(&b, length));
        check(&compare(a.side(), b.side(), Options::default()), a.side(), b.side());
    }

    #[test]
    fn a_text_differs_in_nothing_from_itself(text in any_text(), lengths in (1usize..5, 1usize..5)) {
        let (a, b) = (Text::new(&text, lengths.0), Text::new(&text, lengths.1));
        let alignment = compare(a.side(), b.side(), Options::default());
        prop_assert!(alignment.only_a.is_empty() && alignment.only_b.is_empty());
        for pair in &alignment.pairs {
            prop_assert_eq!(pair.a, pair.b);
            prop_assert!(pair.differences.is_empty() && !pair.moved && !pair.repeated && pair.score == 1.0);
        }
        if text.contains(is_word_character) {
            prop_assert_eq!((alignment.reuse.a_in_b, alignment.reuse.b_in_a), (1.0, 1.0));
        }
    }

    #[test]
    fn a_text_in_another_script_has_no_differences(text in "([一-龥]{2,9}[，、。]){0,20}", lengths in (1usize..5, 1usize..5)) {
        let (a, b) = (Text::new(&text, lengths.0), Text::new(&fold(&text), lengths.1));
        let alignment = compare(a.side(), b.side(), Options { fold_variants: true, ignore_punctuation: false });
        prop_assert!(alignment.only_a.is_empty() && alignment.only_b.is_empty());
        prop_assert!(alignment.pairs.iter().all(|pair| pair.differences.is_empty() && !pair.moved));
    }

    #[test]
    fn options_leave_types_out_and_nothing_else((a, b) in kin(), length in 1usize..5) {
        let (a, b) = (Text::new(&a, length), Text::new(&b, length));
        let all = compare(a.side(), b.side(), Options::default());
        let some = compare(a.side(), b.side(), Options { fold_variants: true, ignore_punctuation: true });
        let left = |pair: &Pair| -> Vec<Difference> {
            let kept = |difference: &&Difference| {
                !matches!(difference.kind, DifferenceType::Variant | DifferenceType::Punctuation)
            };
            pair.differences.iter().filter(kept).copied().collect()
        };
        for (all, some) in all.pairs.iter().zip(&some.pairs) {
            prop_assert_eq!(&left(all), &some.differences);
            prop_assert_eq!((all.a, all.b, all.moved), (some.a, some.b, some.moved));
        }
    }
}

#[test]
fn texts_with_lengths_a_thousand_times_apart_are_compared_correctly() {
    let short = Text::new("甲國與乙國簽署三項協議。", 2);
    let long = Text::new(&"甲國與乙國簽署三項協議。丙國表示關切。\n".repeat(1000), 2);
    let unbroken = Text::new(&"甲國與乙國簽署三項協議，".repeat(2000), 2);
    let empty = Text::new("", 1);
    for (a, b) in
        [(&short, &long), (&short, &unbroken), (&long, &unbroken), (&empty, &long), (&unbroken, &empty)]
    {
        let alignment = compare(a.side(), b.side(), Options::default());
        check(&alignment, a.side(), b.side());
    }
    let pairs = compare(short.side(), long.side(), Options::default()).pairs;
    assert_eq!(pairs.iter().filter(|pair| !pair.repeated).count(), 1);
    assert_eq!(pairs.len(), 1000, "every sentence that stands in the short text is shown to stand there");
}
