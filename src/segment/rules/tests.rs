//! Units that no segmenter may break up, as hand-made tables; and artificial texts, which must be tiled all
//! the same.

use super::*;
use crate::segment::{AccurateSegmenter, CharacterSegmenter, Segmenter, TokenSpan};
use proptest::prelude::*;
use std::sync::LazyLock;

static ACCURATE: LazyLock<AccurateSegmenter> = LazyLock::new(|| {
    AccurateSegmenter::open(include_bytes!("../../../static/model/segmenter.bin").to_vec()).unwrap()
});

fn segment<'t>(segmenter: &dyn Segmenter, text: &'t str) -> Vec<&'t str> {
    let mut tokens: Vec<TokenSpan> = Vec::new();
    segmenter.segment(text, &mut tokens);
    tokens.into_iter().map(|token| token.span.of(text)).collect()
}

fn units(text: &str) -> Vec<&str> {
    segment(&CharacterSegmenter::default(), text)
}

/// Strings that are one unit each, in any context.
const WHOLE: [&str; 66] = [
    // Numbers, times and their full-width forms.
    "7",
    "1,234,567.89",
    "23:59",
    "２０２４",
    "１，２３４",
    "３．１４",
    "10:30",
    "10:30:45",
    "2025/1/5",
    "2025-01-05",
    "２０２５／１／５",
    "3-1",
    "3–1",
    "1/2",
    "2019-2022",
    "1,000-1,500",
    "10:30pm",
    "1,500km",
    // Latin runs, codes, initials.
    "WHO",
    "Wi-Fi",
    "AT&T",
    "O'Brien",
    "café",
    "cafe\u{301}",
    "COVID-19",
    "5G",
    "B2B",
    "A/B",
    "H\u{2082}O",
    "ＡＢＣ",
    "Москва",
    "Ελλάδα",
    // Addresses.
    "https://example.org/a?b=c&d=%20#e",
    "http://localhost:8080/",
    "www.example.com",
    "first.last@mail.example.com",
    // Emoji: with a modifier, joined, flags, keycaps, tags.
    "😀",
    "👍🏽",
    "❤\u{FE0F}",
    "👨\u{200D}👩\u{200D}👧",
    "🏳\u{FE0F}\u{200D}🌈",
    "👩🏾\u{200D}🚀",
    "🇯🇵",
    "1\u{FE0F}\u{20E3}",
    "#\u{FE0F}\u{20E3}",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    // Ideographs: with a variation selector, compatibility, the extensions A to H.
    "葛\u{E0100}",
    "辻\u{E0101}",
    "神\u{FE00}",
    "\u{F900}",
    "\u{FA0E}",
    "\u{2F800}",
    "\u{3400}",
    "\u{20000}",
    "\u{2A700}",
    "\u{2B740}",
    "\u{2B820}",
    "\u{2CEB0}",
    "\u{30000}",
    "\u{31350}",
    "々",
    "〇",
    // Runs of strokes and of spaces.
    "——",
    "……",
    "----",
    "\u{3000} \t",
];

#[test]
fn whole_strings_are_one_unit_and_no_segmenter_breaks_them_up() {
    for whole in WHOLE {
        assert_eq!(units(whole), [whole]);
        let text = format!("他説{whole}，{whole}了");
        let ends: Vec<usize> = segment(&*ACCURATE, &text)
            .iter()
            .scan(0, |at, word| {
                *at += word.len();
                Some(*at)
            })
            .collect();
        for start in [6, 9 + whole.len()] {
            let torn = ends.iter().any(|&end| start < end && end < start + whole.len());
            assert!(!torn, "{whole} is torn: {:?}", segment(&*ACCURATE, &text));
        }
    }
}

#[test]
fn strings_that_only_look_like_one_unit_are_divided() {
    let tables: [(&str, &[&str]); 24] = [
        ("3.8%", &["3.8", "%"]),
        ("1,23", &["1", ",", "23"]),
        // A comma of the sentence between two numbers.
        ("2025，365天", &["2025", "，", "365", "天"]),
        ("2025,365天", &["2025", ",", "365", "天"]),
        ("3.5，100股", &["3.5", "，", "100", "股"]),
        ("3.5,100股", &["3.5", ",", "100", "股"]),
        ("５．８，１２０", &["５．８", "，", "１２０"]),
        ("25，365天", &["25", "，", "365", "天"]),
        ("１２,３４５", &["１２", ",", "３４５"]),
        ("0,500", &["0", ",", "500"]),
        ("10:30,500人", &["10:30", ",", "500", "人"]),
        ("1,234,56", &["1,234", ",", "56"]),
        ("2024,2025,300", &["2024", ",", "2025", ",", "300"]),
        ("3-", &["3", "-"]),
        ("3--1", &["3", "--", "1"]),
        ("12.", &["12", "."]),
        ("Co.", &["Co", "."]),
        ("🇯🇵🇰🇷", &["🇯🇵", "🇰🇷"]),
        ("😀😀", &["😀", "😀"]),
        ("A，B", &["A", "，", "B"]),
        ("甲·乙", &["甲", "·", "乙"]),
        ("「甲」", &["「", "甲", "」"]),
        ("\r\n\n", &["\r\n", "\n"]),
        ("甲 乙", &["甲", " ", "乙"]),
    ];
    for (text, expected) in tables {
        assert_eq!(units(text), expected);
    }
}

#[test]
fn characters_that_are_no_letters_are_marks_of_their_own() {
    // Null, a control, marks without a base character, direction marks, unassigned, private use,
    // noncharacters.
    for c in ['\0', '\u{7}', '\u{301}', '\u{FE0F}', '\u{200D}', '\u{20E3}', '\u{202E}', '\u{2066}', '\u{378}']
        .into_iter()
        .chain(['\u{E000}', '\u{FFFD}', '\u{FFFF}', '\u{3FFFD}', '\u{10FFFF}', '\u{1F3FD}', '\u{E0100}'])
    {
        let text = format!("{c}。甲");
        assert_eq!(units(&text).concat(), text, "{c:?}");
        assert_eq!(segment(&*ACCURATE, &text).concat(), text, "{c:?}");
        assert!(units(&text).contains(&"甲"), "{c:?} takes what follows with it");
    }
}

#[test]
fn ways_to_write_one_character_have_one_symbol() {
    let symbol = |text: &str| RuleUnits::new(text).next().map(|unit| (unit.symbol, unit.kind));
    for kin in [
        ["衞", "衛"],
        ["臺", "台"],
        // A compatibility ideograph, and a variation selector, against the plain character.
        ["\u{F9DC}", "隆"],
        ["\u{2F804}", "\u{4F60}"],
        ["葛\u{E0100}", "葛"],
        ["神\u{FE00}", "神"],
        ["１２", "3.5"],
        ["ＡＢ", "xyz"],
    ] {
        assert_eq!(symbol(kin[0]), symbol(kin[1]), "{kin:?}");
    }
}

#[test]
fn tags_follow_from_the_writing() {
    let tags = ["12月", "3,500", "三百", "Wi-Fi", "。", "😀", "阿·乙", "書"];
    let tags = tags.map(|word| tag_by_writing(word).name());
    assert_eq!(tags, ["t", "m", "m", "eng", "w", "w", "nrt", "x"]);
}

/// Generates arbitrary strings, with special characters more often than by chance.
fn anything() -> impl Strategy<Value = String> {
    let special = prop::sample::select(
        "\0\u{7}\r\n\t \u{3000}\u{301}\u{FE0F}\u{200D}\u{20E3}\u{202E}\u{2066}\u{E0100}\u{E0067}\u{1F3FD}\u{1F1ED}👩👍❤\
         0９.,:，：／%aＡé@/-·‧．…—「」。！〇々一月日葛中國\u{F900}\u{3400}\u{20000}\u{2F800}\u{30000}\u{378}\u{10FFFF}"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(prop_oneof![3 => special, 1 => any::<char>()], 0..120).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn any_string_is_tiled_the_same_way_twice(text in anything()) {
        for segmenter in [&*ACCURATE as &dyn Segmenter, &CharacterSegmenter::default()] {
            let words = segment(segmenter, &text);
            prop_assert!(words.iter().all(|word| !word.is_empty()));
            prop_assert_eq!(words.concat(), text.as_str());
            prop_assert_eq!(words, segment(segmenter, &text));
        }
    }

    #[test]
    fn cuts_lie_between_units(text in anything()) {
        let starts: Vec<usize> = RuleUnits::new(&text).map(|unit| unit.start).collect();
        let mut tokens = Vec::new();
        ACCURATE.segment(&text, &mut tokens);
        prop_assert!(tokens.iter().all(|token| starts.binary_search(&(token.span.start as usize)).is_ok()));
    }
}
