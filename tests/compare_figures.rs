//! Dates, times of day, amounts, shares and counts with every word that can follow, all compared with all: a word such as
//! 月底 or 日前 begins with the letter that ends a date, so a difference that reaches for the letter meets the next one.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

mod shared {
    pub(crate) mod alignment;
}

use std::fs;

use duidu::compare::DifferenceType::{self, Number, Wording};
use duidu::compare::{Alignment, Options, Side, compare};
use duidu::corpus::{Token, WordId};
use duidu::lexicon::RegionalWording;
use duidu::segment::{AccurateSegmenter, JiebaSegmenter, Segmenter};
use duidu::text::{Span, is_word_character, sentences};
use proptest::prelude::*;
use proptest::sample::select;
use shared::alignment::check;

/// A text of one paragraph and its words.
struct Text {
    text: String,
    sentences: Vec<Span>,
    tokens: Vec<Token>,
}

impl Text {
    fn new(text: String, cut: &dyn Fn(&str) -> Vec<Span>) -> Self {
        let token = |span: Span| {
            let is_word = span.of(&text).contains(is_word_character);
            Token { span, word: WordId(0), tag: 0, is_word }
        };
        let tokens = cut(&text).into_iter().map(token).collect();
        Self { sentences: sentences(&text, Span::new(0, text.len())), tokens, text }
    }

    /// A text in which `|` stands between words.
    fn marked(marked: &str) -> Self {
        Self::new(marked.replace('|', ""), &|_| {
            let mut start = 0;
            let words = marked.split('|').map(|word| {
                start += word.len();
                Span::new(start - word.len(), start)
            });
            words.collect()
        })
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

/// Compares both ways and checks what is found; options leave differences out of it and change nothing else.
fn laid(a: &Text, b: &Text) -> Alignment {
    let found = compare(a.side(), b.side(), Options::default());
    check(&found, a.side(), b.side());
    assert_eq!(found, compare(b.side(), a.side(), Options::default()).mirrored());
    for (fold_variants, ignore_punctuation) in [(true, false), (false, true), (true, true)] {
        let options = Options { fold_variants, ignore_punctuation };
        let mut kept = found.clone();
        kept.pairs.iter_mut().for_each(|pair| pair.differences.retain(|found| options.keep(found.kind)));
        assert_eq!(compare(a.side(), b.side(), options), kept);
    }
    found
}

/// Numbers as they begin a date, a time or an amount.
const FIGURES: [&str; 12] =
    ["2024", "2025", "5", "6", "20", "21", "10", "３０", "五", "十二", "二十", "1,200"];

/// What follows a figure: a unit by itself, and every word that begins with the unit's letter or stands behind it.
const FOLLOWING: [&str; 60] = [
    "",
    "年",
    "月",
    "日",
    "號",
    "時",
    "分",
    "秒",
    "年底",
    "年初",
    "年間",
    "年代",
    "年度",
    "年來",
    "年前",
    "月底",
    "月初",
    "月中",
    "月份",
    "月末",
    "月內",
    "日前",
    "日起",
    "日止",
    "日間",
    "日內",
    "日報",
    "日本",
    "號線",
    "號碼",
    "時許",
    "時半",
    "時正",
    "時起",
    "時左右",
    "分鐘",
    "分許",
    "分之一",
    "分店",
    "秒鐘",
    "點",
    "點半",
    "點鐘",
    "成",
    "成半",
    "%",
    "個百分點",
    "歲",
    "萬",
    "萬元",
    "億美元",
    "多人",
    "餘人",
    "多萬人",
    "元正",
    "個月",
    "個月內",
    "次",
    "名",
    "公里",
];

/// Dates and times with several figures, and other numbers.
const WHOLE: [&str; 44] = [
    "2024年5月底",
    "2025年6月初",
    "2024年5月20日前",
    "2025年6月21日起",
    "二〇二四年五月底",
    "二零二五年六月",
    "2024年底",
    "5月20日起",
    "6月21日止",
    "五月二十日起",
    "十二月廿一日前",
    "5月中旬",
    "6月下旬",
    "5月20日10時30分許",
    "6月21日11時45分鐘",
    "10時30分許",
    "11時45分鐘",
    "十時三十分許",
    "10:30",
    "11：45",
    "上午9時許",
    "下午3時半",
    "九點三刻",
    "3.5萬元",
    "二百萬元",
    "1,200億港元",
    "逾5千萬美元",
    "30餘人",
    "百多名",
    "兩成",
    "六成半",
    "5.8%",
    "百分之五點八",
    "６％",
    "三分之一",
    "1/3",
    "2.5倍",
    "第3次",
    "第十二屆",
    "一些人",
    "統一",
    "3至5日內",
    "5-6月間",
    "2024/5/20",
];

fn sentence(figure: &str) -> String {
    format!("市長於{figure}會見各國記者。")
}

fn figures() -> Vec<String> {
    let short = FOLLOWING.iter().zip(FIGURES.iter().cycle()).map(|(word, figure)| format!("{figure}{word}"));
    let short: Vec<String> = short.collect();
    short.into_iter().chain(WHOLE.map(str::to_owned)).collect()
}

/// Finds the words of a text.
type Cutter = Box<dyn Fn(&str) -> Vec<Span>>;

/// The three ways in which the application finds words.
fn cutters() -> [Cutter; 3] {
    let words = |segmenter: Box<dyn Segmenter>| {
        move |text: &str| {
            let mut cuts = Vec::new();
            segmenter.segment(text, &mut cuts);
            cuts.into_iter().map(|cut| cut.span).collect()
        }
    };
    let accurate = AccurateSegmenter::open(fs::read("static/model/segmenter.bin").unwrap()).unwrap();
    let fast = JiebaSegmenter::open(&fs::read("static/dictionary/jieba.txt").unwrap(), |_| ()).unwrap();
    [Box::new(words(Box::new(accurate))), Box::new(words(Box::new(fast))), Box::new(|_| Vec::new())]
}

#[test]
fn figures_with_what_follows_them_are_compared_all_with_all() {
    for cut in cutters() {
        let texts: Vec<Text> = figures().iter().map(|figure| Text::new(sentence(figure), &cut)).collect();
        for (at, a) in texts.iter().enumerate() {
            for b in &texts[at..] {
                laid(a, b);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn figures_in_any_company_and_any_words_are_compared(
        a in several(),
        b in several(),
        lengths in (prop::collection::vec(1usize..5, 1..6), prop::collection::vec(1usize..5, 1..6)),
    ) {
        let [a, b] = [(a, lengths.0), (b, lengths.1)].map(|(figures, lengths)| {
            Text::new(sentence(&figures), &|text| words_of(text, &lengths))
        });
        laid(&a, &b);
    }
}

/// One to four figures, each with what follows it.
fn several() -> impl Strategy<Value = String> {
    let short =
        (select(&FIGURES[..]), select(&FOLLOWING[..])).prop_map(|(figure, word)| format!("{figure}{word}"));
    let one = prop_oneof![short, select(&WHOLE[..]).prop_map(str::to_owned)];
    prop::collection::vec(one, 1..5).prop_map(|all| all.concat())
}

/// Words of the given lengths in characters, in turn.
fn words_of(text: &str, lengths: &[usize]) -> Vec<Span> {
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).skip(1).chain([text.len()]).collect();
    let (mut words, mut start, mut taken) = (Vec::new(), 0, 0);
    for &length in lengths.iter().cycle() {
        if taken >= ends.len() {
            break;
        }
        taken = (taken + length).min(ends.len());
        let end = ends[taken - 1];
        words.push(Span::new(start, end));
        start = end;
    }
    words
}

#[track_caller]
fn differ(a: &str, b: &str, expected: &[(DifferenceType, &str, &str)]) {
    let (a, b) = (Text::marked(a), Text::marked(b));
    let found = laid(&a, &b);
    let differences = found.pairs.iter().flat_map(|pair| &pair.differences);
    let seen: Vec<_> = differences.map(|d| (d.kind, d.a.of(&a.text), d.b.of(&b.text))).collect();
    assert_eq!(seen, expected);
}

#[test]
fn a_date_includes_the_part_of_its_month_and_ends_where_the_next_word_begins() {
    differ(
        "市長|於|2024|年|5|月底|會見|記者|。",
        "市長|於|2025|年|6|月初|會見|記者|。",
        &[(Number, "2024年5月底", "2025年6月初")],
    );
    differ(
        "該|措施|5|月|20|日起|生效|。",
        "該|措施|6|月|21|日止|生效|。",
        &[(Number, "5月20", "6月21"), (Wording, "日起", "日止")],
    );
    differ(
        "會議|10|時|30|分|許|開始|。",
        "會議|11|時|45|分鐘|開始|。",
        &[(Number, "10時30分", "11時45分"), (Wording, "許", "鐘")],
    );
    differ(
        "市長|於|2024|年|5|月底|會見|記者|。",
        "市長|於|2025|年|6|月|會見|記者|。",
        &[(Number, "2024年5月底", "2025年6月")],
    );
}

#[test]
fn a_date_keeps_the_unit_of_time_behind_it() {
    differ(
        "市長|於|2024|年|5|月|20|日|會見|記者|。",
        "市長|於|2025|年|6|月|21|日|會見|記者|。",
        &[(Number, "2024年5月20日", "2025年6月21日")],
    );
    differ(
        "市長|於|2024|年|5|月底|會見|記者|。",
        "市長|於|2025|年|6|月底|會見|記者|。",
        &[(Number, "2024年5月", "2025年6月")],
    );
}
