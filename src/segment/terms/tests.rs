//! Tests of joining. The sentences are invented, in the style of news; none occurs in the bundled pages.

use proptest::prelude::*;

use super::*;
use crate::lexicon::{Change, Edit};
use crate::segment::{AccurateSegmenter, Segmenter};
use crate::text::is_word_character;

const MODEL: &[u8] = include_bytes!("../../../static/model/segmenter.bin");

/// Texts, each with every term expected to be joined in it, in order.
const EXAMPLES: &[(&str, &[&str])] = &[
    // Dates and times.
    ("峰會於2023年5月20日開幕。", &["2023年5月20日"]),
    ("活動於5月20日至22日舉行。", &["5月20日", "22日"]),
    ("二〇二四年三月五日公布", &["二〇二四年三月五日"]),
    ("会议于2024年3月5日召开", &["2024年3月5日"]),
    ("記者會上午9時30分開始", &["上午9時30分"]),
    ("列車下午3點15分抵達", &["下午3點15分"]),
    ("他去年12月離任", &["去年12月"]),
    ("預計5月中旬完成", &["5月中旬"]),
    ("2023年底前完工", &["2023年底"]),
    ("2024年上半年增長放緩", &["2024年上半年"]),
    ("2024年第三季度出口回升", &["2024年第三季度"]),
    ("20世紀80年代的建築", &["20世紀80年代"]),
    ("下星期三公布結果", &["下星期三"]),
    ("本月20日截止", &["本月20日"]),
    ("2019年至2022年間", &["2019年", "2022年間"]),
    // Quantities: mere counts of things remain apart.
    ("涉款480億元", &["480億元"]),
    ("涉款480亿美元", &["480亿美元"]),
    ("氣溫約34度", &["34度"]),
    ("升幅為0.9%", &["0.9%"]),
    ("升幅為６％。", &["６％"]),
    ("下跌2.5個百分點", &["2.5個百分點"]),
    ("判監18個月", &["18個月"]),
    ("死者34歲", &["34歲"]),
    ("全長55公里", &["55公里"]),
    ("面積三百多平方米", &["三百多平方米"]),
    ("約三分之一受訪者", &["三分之一"]),
    ("百分之六十的市民", &["百分之六十"]),
    ("十多年來的努力", &["十多年"]),
    ("收市報23456點", &["23456點"]),
    ("還有一點值得注意", &[]),
    ("三名男子被捕", &[]),
    ("12輛消防車到場", &[]),
    ("兩個國家的人民", &[]),
    // Ordinals.
    ("第三屆論壇", &["第三屆"]),
    ("第二十三條立法", &["第二十三條"]),
    ("第15次會議", &["第15次"]),
    // Organisations, events and places by type.
    ("深圳證券交易所掛牌", &["深圳證券交易所"]),
    ("国家统计局公布", &["国家统计局"]),
    ("加拿大環境委員會表示", &["加拿大環境委員會"]),
    ("法國航空學院的學生", &["法國航空學院"]),
    ("他就讀香港浸會大學", &["香港浸會大學"]),
    ("北京師範大學的研究", &["北京師範大學"]),
    ("巴西中央銀行加息", &["巴西中央銀行"]),
    ("法國電力公司的工人", &["法國電力公司"]),
    ("英國公司的股東", &[]),
    ("中國駐法國大使館回應", &["中國駐法國大使館"]),
    ("馬來西亞國際機場", &["馬來西亞國際機場"]),
    ("非洲投資論壇開幕", &["非洲投資論壇"]),
    ("意大利政府同意", &["意大利政府"]),
    ("消費者委員會收到投訴", &["消費者委員會"]),
    ("這家公司的委員會", &[]),
    // Offices; a person's name remains apart.
    ("国家主席习近平会见", &["国家主席"]),
    ("外交部發言人表示", &["外交部發言人"]),
    ("法國總統馬克龍抵達", &["法國總統"]),
    ("美國前總統出席", &["美國前總統"]),
    ("財政部副部長指出", &["財政部副部長"]),
    ("警務處處長回應", &["警務處處長"]),
    ("中國駐法國大使出席", &["中國駐法國大使"]),
    ("他當選主席", &[]),
    ("兩國元首通電話", &[]),
    // Titles and coinages in quotation marks.
    ("根據《香港基本法》的規定", &["香港基本法"]),
    ("電影《風中的鳥兒》上映", &["風中的鳥兒"]),
    ("所謂「脫鈎斷鏈」並不可行", &["脫鈎斷鏈"]),
    ("他說：「我支持政府。」", &[]),
    ("他高呼「我們不怕」", &[]),
    // The list, in any writing; its organisations remain units of their own.
    ("出席上海合作組織峰會", &["上海合作組織"]),
    ("上海合作组织成员国", &["上海合作组织"]),
    ("世界衞生組織總部", &["世界衞生組織"]),
    ("世界衛生組織總幹事", &["世界衛生組織總幹事"]),
    ("新任行政長官上任", &["行政長官"]),
    ("香港特別行政區政府公布", &["香港特別行政區政府"]),
    ("應對氣候變化", &["氣候變化"]),
    // Nothing across punctuation.
    ("上海、合作，組織", &[]),
    ("國家。主席", &[]),
];

fn words(segmenter: &AccurateSegmenter, text: &str) -> Vec<TokenSpan> {
    let mut tokens = Vec::new();
    segmenter.segment(text, &mut tokens);
    tokens
}

#[test]
fn joins_the_expected_units() {
    let segmenter = AccurateSegmenter::open(MODEL.to_vec()).unwrap();
    let list = TermList::built_in();
    let mut wrong = Vec::new();
    for &(text, expected) in EXAMPLES {
        let tokens = words(&segmenter, text);
        let joined: Vec<&str> =
            list.joins(text, &tokens).into_iter().map(|join| join.span.of(text)).collect();
        // A term that is one word already needs no joining.
        let whole = |term: &&&str| !tokens.iter().any(|token| token.span.of(text) == **term);
        let expected: Vec<&str> = expected.iter().filter(whole).copied().collect();
        if joined != expected {
            wrong.push((text, joined));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn most_examples_need_joining() {
    let segmenter = AccurateSegmenter::open(MODEL.to_vec()).unwrap();
    let list = TermList::built_in();
    let joins: usize =
        EXAMPLES.iter().map(|(text, _)| list.joins(text, &words(&segmenter, text)).len()).sum();
    assert!(joins > 50, "only {joins}: the table shows little");
}

fn tokens(parts: &[(&str, &str)]) -> (String, Vec<TokenSpan>) {
    let mut text = String::new();
    let mut tokens = Vec::new();
    for (word, tag) in parts {
        let start = text.len();
        text.push_str(word);
        tokens.push(TokenSpan { span: Span::new(start, text.len()), tag: Tag::named(tag) });
    }
    (text, tokens)
}

fn sources(list: &TermList, parts: &[(&str, &str)]) -> Vec<(String, &'static str, JoinReason)> {
    let (text, tokens) = tokens(parts);
    let joins = list.joins(&text, &tokens).into_iter();
    joins.map(|join| (join.span.of(&text).to_owned(), join.tag.name(), join.source)).collect()
}

#[test]
fn a_join_has_a_source_and_a_part_of_speech() {
    let list = TermList::built_in();
    let one = |parts: &[(&str, &str)]| {
        let (_, tag, source) = sources(&list, parts).remove(0);
        (tag, source)
    };
    assert_eq!(one(&[("5月", "t"), ("20", "m"), ("日", "m")]), ("t", JoinReason::Date));
    assert_eq!(one(&[("480億", "m"), ("元", "m")]), ("mq", JoinReason::Quantity));
    assert_eq!(one(&[("6", "m"), ("%", "w")]), ("m", JoinReason::Quantity));
    assert_eq!(one(&[("第", "m"), ("三", "m"), ("屆", "q")]), ("m", JoinReason::Ordinal));
    assert_eq!(one(&[("法國", "ns"), ("航空", "n"), ("學院", "n")]), ("nt", JoinReason::Organisation));
    assert_eq!(one(&[("秘魯", "ns"), ("總統", "n")]), ("n", JoinReason::Office));
    assert_eq!(one(&[("上海", "ns"), ("合作", "vn"), ("組織", "v")]), ("nt", JoinReason::List));
    assert_eq!(
        one(&[("《", "w"), ("明月", "n"), ("之", "u"), ("歌", "n"), ("》", "w")]),
        ("nz", JoinReason::Title)
    );
    assert_eq!(one(&[("「", "w"), ("零", "m"), ("破壞", "v"), ("」", "w")]), ("n", JoinReason::Quoted));
}

#[test]
fn the_readers_corrections_of_terms_hold() {
    let parts = [("法國", "ns"), ("航空", "n"), ("學院", "n"), ("校友", "n")];
    let mut list = TermList::default();
    assert_eq!(sources(&list, &parts), [("法國航空學院".to_owned(), "nt", JoinReason::Organisation)]);
    let mut dictionary = UserDictionary::default();
    let join = Correction::join("航空学院", "", None).unwrap();
    dictionary.apply(Change { edits: vec![Edit::Put(join)] });
    list.set_own(OwnTerms::new(&dictionary));
    assert_eq!(sources(&list, &parts), [("航空學院".to_owned(), "n", JoinReason::Reader)]);
    let split = Correction::split("法國航空學院", vec!["法國".into(), "航空學院".into()]).unwrap();
    list.update_own([(Key::of_word("航空学院"), None), (split.key(), Some(&split))]);
    assert_eq!(sources(&list, &parts), []);
}

#[test]
fn counted_terms_are_replaced_and_the_changed_ones_returned() {
    let parts = [("法國", "ns"), ("航空", "n"), ("校友", "n")];
    let mut list = TermList::default();
    assert_eq!(list.replace_counted(["航空校友"]), ["航空校友"]);
    assert_eq!(sources(&list, &parts), [("航空校友".to_owned(), "n", JoinReason::Statistics)]);
    assert_eq!(list.replace_counted(["校友會", "航空校友"]), ["校友会"]);
    assert_eq!(list.replace_counted([]), ["校友会", "航空校友"]);
    assert_eq!(sources(&list, &parts), []);
}

#[test]
fn a_counted_term_never_includes_the_holder_of_an_office() {
    let mut list = TermList::default();
    list.replace_counted(["秘魯總統某某"]);
    let parts = [("秘魯", "ns"), ("總統", "n"), ("某某", "ns")];
    assert_eq!(sources(&list, &parts), [("秘魯總統".to_owned(), "n", JoinReason::Office)]);
}

#[test]
fn the_order_in_which_terms_are_added_does_not_matter() {
    let terms = [
        ("航空學院", "nt"),
        ("航空学院", "n"),
        ("法國航空", "nt"),
        ("學院校友", "n"),
        ("航空學院校友", "nz"),
    ];
    let parts = [("法國", "x"), ("航空", "x"), ("學院", "x"), ("校友", "x")];
    let joined = |order: &[usize]| {
        let mut list = TermList::default();
        for &at in order {
            list.add(terms[at].0, Tag::named(terms[at].1));
        }
        sources(&list, &parts)
    };
    assert_eq!(joined(&[0, 1, 2, 3, 4]), [("航空學院校友".to_owned(), "nz", JoinReason::List)]);
    for order in [[4, 3, 2, 1, 0], [1, 0, 3, 2, 4], [2, 3, 4, 0, 1], [1, 4, 3, 0, 2]] {
        assert_eq!(joined(&order), joined(&[0, 1, 2, 3, 4]));
    }
    assert_eq!(joined(&[2, 1, 0, 3]), joined(&[0, 1, 2, 3]));
}

/// Generates words that the rules use, with and without their likely tags.
fn texts() -> impl Strategy<Value = Vec<(String, u8)>> {
    let word = prop_oneof![
        proptest::sample::select(vec![
            "上海",
            "合作",
            "組織",
            "國家",
            "主席",
            "外交部",
            "發言人",
            "第",
            "三",
            "十",
            "屆",
            "2023",
            "年",
            "5月",
            "20",
            "日",
            "480億",
            "元",
            "%",
            "上午",
            "9",
            "時",
            "30",
            "分",
            "「",
            "」",
            "《",
            "》",
            "，",
            "\n",
            " ",
            "駐",
            "副",
            "大學",
            "委員會",
            "公司",
            "峰會",
            "機場",
            "法國",
            "香港",
            "政府",
            "世界",
            "衞生",
            "星期",
            "下",
            "多",
            "年代",
            "世紀",
            "的",
            "人民",
            "法院",
            "財政",
            "部長",
            "中美",
            "美",
            "陳大文",
        ])
        .prop_map(str::to_owned),
        "\\PC{1,3}",
    ];
    proptest::collection::vec((word, 0..58_u8), 0..30)
}

proptest! {
    #[test]
    fn joined_words_tile_the_text_and_break_up_none(parts in texts()) {
        let parts: Vec<(&str, &str)> =
            parts.iter().map(|(word, tag)| (word.as_str(), Tag::numbered(*tag).name())).collect();
        let (text, fine) = tokens(&parts);
        let list = TermList::built_in();
        let coarse = list.join(&text, &fine);
        prop_assert_eq!(coarse.iter().map(|token| token.span.of(&text)).collect::<String>(), text.as_str());
        let ends: Vec<u32> = fine.iter().map(|token| token.span.end).collect();
        prop_assert!(coarse.iter().all(|token| ends.contains(&token.span.end)), "a word is torn");
        for join in list.joins(&text, &fine) {
            let inside = fine.iter().filter(|token| join.span.contains(token.span));
            prop_assert!(inside.clone().count() > 1);
            for token in inside.skip(1) {
                let form = token.span.of(&text);
                prop_assert!(form.contains(is_word_character) || "%％‰℃°".contains(form), "{form} is joined");
            }
        }
        prop_assert_eq!(list.join(&text, &coarse), coarse, "joining twice is not joining once");
    }

    #[test]
    fn a_line_is_joined_the_same_way_whatever_the_other_lines(first in texts(), second in texts()) {
        let list = TermList::built_in();
        let clean = |parts: &[(String, u8)]| -> Vec<(String, &'static str)> {
            let kept = parts.iter().filter(|(word, _)| !word.contains(['「', '」', '《', '》']));
            kept.map(|(word, tag)| (word.clone(), Tag::numbered(*tag).name())).collect()
        };
        let (first, second) = (clean(&first), clean(&second));
        let both: Vec<(&str, &str)> = first
            .iter()
            .map(|(word, tag)| (word.as_str(), *tag))
            .chain([("\n", "w")])
            .chain(second.iter().map(|(word, tag)| (word.as_str(), *tag)))
            .collect();
        let alone = |parts: &[(String, &'static str)]| {
            sources(&list, &parts.iter().map(|(word, tag)| (word.as_str(), *tag)).collect::<Vec<_>>())
        };
        prop_assert_eq!(sources(&list, &both), [alone(&first), alone(&second)].concat());
    }
}

#[test]
fn a_text_without_any_punctuation_takes_linear_time() {
    // One run of 300,000 words, each of which begins a candidate: quadratic time would take minutes.
    let parts = vec![("國家", "n"); 300_000];
    let (text, tokens) = tokens(&parts);
    let joined = TermList::built_in().join(&text, &tokens);
    assert_eq!(joined.len(), tokens.len());
}
