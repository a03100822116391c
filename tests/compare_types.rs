//! Types of differences and partners of sentences, one small case each.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use duidu::compare::DifferenceType::{self, Addition, Number, Omission, Punctuation, Variant, Wording};
use duidu::compare::{Alignment, Detail, Options, Side, compare};
use duidu::corpus::{Token, WordId};
use duidu::lexicon::RegionalWording;
use duidu::text::{Span, is_word_character, sentences};

/// A text in which `|` separates words; without it, every character is a word.
struct Text {
    text: String,
    sentences: Vec<Span>,
    tokens: Vec<Token>,
}

fn text(marked: &str) -> Text {
    let text = marked.replace('|', "");
    let mut tokens = Vec::new();
    let mut start = 0;
    let cuts: Vec<String> = if marked.contains('|') {
        marked.split('|').map(str::to_owned).collect()
    } else {
        marked.chars().map(String::from).collect()
    };
    for word in cuts {
        let span = Span::new(start, start + word.len());
        tokens.push(Token { span, word: WordId(0), tag: 0, is_word: word.contains(is_word_character) });
        start += word.len();
    }
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        found.extend(sentences(&text, Span::new(start, start + line.len())));
        start += line.len();
    }
    Text { text, sentences: found, tokens }
}

fn lay(a: &Text, b: &Text, options: Options) -> Alignment {
    compare(a.side(), b.side(), options)
}

impl Text {
    fn side(&self) -> Side<'_> {
        Side {
            text: &self.text,
            sentences: &self.sentences,
            tokens: &self.tokens,
            regional: RegionalWording::bundled(),
        }
    }
}

#[track_caller]
fn check(a: &str, b: &str, expected: &[(DifferenceType, &str, &str)]) {
    let (a, b) = (text(a), text(b));
    let found = lay(&a, &b, Options::default());
    let differences = found.pairs.iter().flat_map(|pair| &pair.differences);
    let seen: Vec<_> = differences.map(|d| (d.kind, d.a.of(&a.text), d.b.of(&b.text))).collect();
    assert_eq!(seen, expected);
}

/// Returns the pairs as the texts of both passages, each with true if it moved.
fn pairs(a: &str, b: &str) -> Vec<(String, String, bool)> {
    let (a, b) = (text(a), text(b));
    let found = lay(&a, &b, Options::default());
    found.pairs.iter().map(|p| (p.a.of(&a.text).to_owned(), p.b.of(&b.text).to_owned(), p.moved)).collect()
}

#[test]
fn variants_are_shown_as_whole_words_if_both_segment_them_alike() {
    check("在|多邊|平台|密切|協作|。", "在|多邊|平臺|密切|協作|。", &[(Variant, "平台", "平臺")]);
    check("在多邊平台密切協作。", "在多邊平臺密切協作。", &[(Variant, "台", "臺")]);
    check(
        "科學|研究|部分|成果|。",
        "科學|硏究|部份|成果|。",
        &[(Variant, "研究", "硏究"), (Variant, "部分", "部份")],
    );
    check("兩國|關係|發展|。", "两国|关系|发展|。", &[(Variant, "兩國關係發展", "两国关系发展")]);
}

#[test]
fn another_script_is_distinguished_from_a_variant() {
    let details = |a: &str, b: &str| -> Vec<Option<Detail>> {
        let found = lay(&text(a), &text(b), Options::default());
        found.pairs.iter().flat_map(|pair| &pair.differences).map(|difference| difference.detail).collect()
    };
    assert_eq!(details("在|多邊|平台|協作|。", "在|多邊|平臺|協作|。"), [None]);
    assert_eq!(details("各國|代表|發言|。", "各国|代表|發言|。"), [Some(Detail::Script)]);
    // If all of a text is in another script, so is a character that by itself could be a variant.
    let found = details("兩國關係|在|平臺|發展|。", "两国关系|在|平台|发展|。");
    assert_eq!(found, [Some(Detail::Script); 2]);
}

#[test]
fn regional_wordings_are_recognised() {
    for (a, b, expected) in [
        ("總統|特朗普|發言|。", "總統|川普|發言|。", ("特朗普", "川普")),
        ("總統|特朗普|發言|。", "总统|川普|发言|。", ("特朗普", "川普")),
        ("據|報道|指出|。", "據|報導|指出|。", ("報道", "報導")),
        ("在|肯尼亞|發言|。", "在|肯亞|發言|。", ("肯尼亞", "肯亞")),
        ("透過視頻會晤總統。", "透過視訊會晤總統。", ("視頻", "視訊")),
    ] {
        let (a, b) = (text(a), text(b));
        let found = lay(&a, &b, Options { fold_variants: true, ignore_punctuation: false });
        let [pair] = &found.pairs[..] else { panic!("{found:?}") };
        let [difference] = pair.differences[..] else { panic!("{:?}", pair.differences) };
        assert_eq!((difference.kind, difference.detail), (Wording, Some(Detail::Regional)));
        assert_eq!((difference.a.of(&a.text), difference.b.of(&b.text)), expected);
    }
}

#[test]
fn punctuation_is_distinguished_from_words() {
    check("領域|的|權威|專業|機構|。", "領域|的|權威|、|專業|機構|。", &[(Punctuation, "", "、")]);
    check(
        "只應|加強|，|不應|削弱|。",
        "只應|加強|、|不應|削弱|！",
        &[(Punctuation, "，", "、"), (Punctuation, "。", "！")],
    );
}

#[test]
fn white_space_between_ideographs_is_no_difference() {
    check("共同 推動 「大金磚合作」 ，譜寫新篇。", "共同推動「大金磚合作」，譜寫新篇。", &[]);
    check("訪問 New York 之後回國。", "訪問NewYork之後回國。", &[(Wording, "New York", "NewYork")]);
}

#[test]
fn numbers_are_paired_with_numbers() {
    check("新增|1256|萬人|就業|。", "新增|1,256|萬人|就業|。", &[(Number, "1256", "1,256")]);
    check("增長|百分之五點八|左右|。", "增長|5.8|%|左右|。", &[(Number, "百分之五點八", "5.8%")]);
    check("在|1|月|21|日|會晤|。", "在|一|月|二十一|日|會晤|。", &[(Number, "1月21日", "一月二十一日")]);
    check(
        "在|2025|年|1|月|21|日|會晤|。",
        "在|二〇二五|年|一|月|二十一|日|會晤|。",
        &[(Number, "2025年1月21日", "二〇二五年一月二十一日")],
    );
    check("在|1|月|21|日|會晤|。", "在|1|月|22|日|會晤|。", &[(Number, "21", "22")]);
    check(
        "官員|21|日|表示|歡迎|。",
        "官員|指出|歡迎|。",
        &[(Omission, "21日", ""), (Wording, "表示", "指出")],
    );
    check(
        "官員|指出|歡迎|。",
        "官員|表示|21|日|歡迎|。",
        &[(Wording, "指出", "表示"), (Addition, "", "21日")],
    );
    check(
        "約|有|登記|的|五十|人|出席|。",
        "約|50|人|出席|。",
        &[(Omission, "有登記的", ""), (Number, "五十", "50")],
    );
    check("共有|8|項|合作|成果|。", "共有|９|項|合作|成果|。", &[(Number, "8", "９")]);
    check("共有|80|項|合作|成果|。", "共有|８０|項|合作|成果|。", &[(Number, "80", "８０")]);
    check("共有|一些|合作|成果|。", "共有|許多|合作|成果|。", &[(Wording, "一些", "許多")]);
    check("在|10|:|30|會晤|。", "在|10|時|30|分|會晤|。", &[(Number, "10:30", "10時30分")]);
    check("約|三分之一|人口|。", "約|1/3|人口|。", &[(Number, "三分之一", "1/3")]);
    check("共有|廿|人|出席|。", "共有|二十|人|出席|。", &[(Number, "廿", "二十")]);
}

#[test]
fn wording_is_named_by_whole_words() {
    check("拓展|互利|合作|領域|。", "拓展|互惠|合作|領域|。", &[(Wording, "互利", "互惠")]);
    check("拓展|互利合作|領域|。", "拓展|互惠|合作|領域|。", &[(Wording, "互利", "互惠")]);
    check("支持|運動|發展|事業|。", "支持|運動員|發展|事業|。", &[(Wording, "運動", "運動員")]);
    check("各方|並|要求|停火|。", "各方|並且|要求|停火|。", &[(Wording, "並", "並且")]);
    check("各方|有助於|停火|。", "各方|有助|停火|。", &[(Omission, "於", "")]);
    check("各方|感謝|主席|出席|。", "各方|感謝|國家主席|出席|。", &[(Addition, "", "國家")]);
    check(
        "推動|更|高|質量|發展|。",
        "推動|、|文化|更|進一步|高|質量|發展|。",
        &[(Addition, "", "、文化"), (Addition, "", "進一步")],
    );
}

#[test]
fn an_addition_includes_its_comma() {
    check("兩國|元首|互致|祝福|。", "會晤|時|，|兩國|元首|互致|祝福|。", &[(Addition, "", "會晤時，")]);
    check("他|表示|，|雙方|要|合作|。", "他|表示|，|雙方|要|加強|合作|。", &[(Addition, "", "加強")]);
    check("他|表示|，|今年|，|雙方|要|合作|。", "他|表示|，|雙方|要|合作|。", &[(Omission, "今年，", "")]);
}

#[test]
fn a_mixed_replacement_is_taken_apart() {
    check(
        "會議|通過|決議|，|五|國|代表|出席|。",
        "會議|通過|聲明|。|六|國|代表|出席|。",
        &[(Wording, "決議", "聲明"), (Punctuation, "，", "。"), (Number, "五", "六")],
    );
    check(
        "各國|代表|發言|後|離去|。",
        "各國|代表|「|致辭|」|後|離去|。",
        &[(Punctuation, "", "「"), (Wording, "發言", "致辭"), (Punctuation, "", "」")],
    );
}

#[test]
fn options_leave_variants_and_punctuation_out() {
    let (a, b) = (text("各國|平台|，|發言|。"), text("各國|平臺|、|致辭|。"));
    let found = lay(&a, &b, Options { fold_variants: true, ignore_punctuation: true });
    assert_eq!(found.pairs[0].differences.iter().map(|d| d.kind).collect::<Vec<_>>(), [Wording]);
}

#[test]
fn a_sentence_split_in_two_is_one_pair() {
    let (whole, cut) = ("機構發揮協調作用，各方只應加強支持。", "機構發揮協調作用。各方只應加強支持。");
    assert_eq!(pairs(whole, cut), [(whole.to_owned(), cut.to_owned(), false)]);
    assert_eq!(pairs(cut, whole), [(cut.to_owned(), whole.to_owned(), false)]);
    check(whole, cut, &[(Punctuation, "，", "。")]);
}

#[test]
fn a_clause_that_moves_to_the_next_sentence_keeps_both_in_one_pair() {
    let a = "機構發揮協調作用，各方只應加強支持。會議在首都圓滿閉幕了。";
    let b = "機構發揮協調作用。各方只應加強支持，會議在首都圓滿閉幕了。";
    assert_eq!(pairs(a, b), [(a.to_owned(), b.to_owned(), false)]);
}

#[test]
fn a_passage_that_moved_is_called_moved() {
    let (one, two, three) =
        ("甲國總統抵達首都機場。", "經貿代表團隨後簽署三項協議。", "文化展覽吸引大批年輕觀眾。");
    let found = pairs(&format!("{one}{two}{three}"), &format!("{two}{three}{one}"));
    assert_eq!(found.iter().map(|pair| pair.2).collect::<Vec<_>>(), [true, false, false]);
    assert!(found.iter().all(|pair| pair.0 == pair.1));
}

#[test]
fn a_lead_that_repeats_its_body_has_the_same_partner() {
    let body = "經貿代表團隨後簽署三項協議。";
    let (a, b) = (
        text(&format!("{body}\n甲國總統抵達首都機場。{body}")),
        text(&format!("甲國總統抵達首都機場。{body}")),
    );
    let found = lay(&a, &b, Options::default());
    let seen: Vec<_> =
        found.pairs.iter().map(|pair| (pair.b.of(&b.text), pair.repeated, pair.moved)).collect();
    assert_eq!(seen, [(body, true, false), ("甲國總統抵達首都機場。", false, false), (body, false, false)]);
    assert_eq!((found.reuse.a_in_b, found.reuse.b_in_a), (1.0, 1.0));
    assert!(found.only_a.is_empty() && found.only_b.is_empty());
}

#[test]
fn sentences_of_one_side_only_have_no_pair() {
    let (a, b) = (text("甲國總統抵達首都機場。部長參加活動。"), text("甲國總統抵達首都機場。"));
    let found = lay(&a, &b, Options::default());
    assert_eq!(found.only_a.iter().map(|span| span.of(&a.text)).collect::<Vec<_>>(), ["部長參加活動。"]);
    assert!(found.only_b.is_empty());
}

#[test]
fn texts_with_nothing_in_common_have_no_pair() {
    let found = lay(&text("甲國總統抵達首都機場。"), &text("文化展覽吸引大批年輕觀眾。"), Options::default());
    assert!(found.pairs.is_empty());
    assert_eq!((found.reuse.a_in_b, found.reuse.b_in_a), (0.0, 0.0));
}

#[test]
fn equal_sentences_do_not_move() {
    let repeated = "「多謝。」王小明說。";
    let between = ["會議昨日結束。", "各國代表今早離開。", "下屆在東京舉行。"];
    for (a, b) in [
        (repeated.repeat(4), repeated.repeat(2)),
        (repeated.repeat(2), repeated.repeat(5)),
        (
            format!("{repeated}{}{repeated}{}", between[0], between[1]),
            format!("{}{repeated}{}", between[0], between[1]),
        ),
        (
            format!("{}{repeated}{}{repeated}", between[0], between[1]),
            format!("{}{repeated}{}", between[0], between[1]),
        ),
        (
            format!("{}{repeated}{}{repeated}{}", between[0], between[1], between[2]),
            format!("{repeated}{}{repeated}{}{}{repeated}", between[0], between[1], between[2]),
        ),
    ] {
        let (a, b) = (text(&a), text(&b));
        for (a, b) in [(&a, &b), (&b, &a)] {
            let found = lay(a, b, Options::default());
            let moved = found.pairs.iter().filter(|pair| pair.moved).count();
            assert_eq!(moved, 0, "{} | {}", a.text, b.text);
        }
    }
}

#[test]
fn a_dateline_pairs_no_sentences() {
    let opening = "【某某報訊】記者王小明、李大文北京報道：";
    let (a, b) = (
        text(&format!("{opening}國務院昨日公布新的稅務安排。")),
        text(&format!("{opening}三名登山者在雪山失去聯絡。")),
    );
    assert!(lay(&a, &b, Options::default()).pairs.is_empty());
    let same = text(&format!("{opening}國務院昨天公布新的稅務安排。"));
    assert_eq!(lay(&a, &same, Options::default()).pairs.len(), 1);
}

#[test]
fn what_nobody_sees_is_no_difference() {
    for (a, b) in [
        ("國際金價再創新高。", "國際\u{F90A}價再創新高。"),
        ("本日海面有大浪。", "本\u{2F47}海面有大浪。"),
        ("新開的café提供素食。", "新開的cafe\u{301}提供素食。"),
        ("醫管局增聘護士應付流感。", "醫管\u{AD}局增聘護士\u{200B}應付流感。"),
        ("葛先生在會上發言。", "葛\u{E0100}先生在會上發言。"),
        ("祝各位新年快樂☺。", "祝各位新年快樂☺\u{FE0F}。"),
    ] {
        check(a, b, &[]);
    }
}

#[test]
fn symbols_are_no_punctuation() {
    let found = |a: &str, b: &str| {
        let (a, b) = (text(a), text(b));
        let options = Options { fold_variants: true, ignore_punctuation: true };
        let found = lay(&a, &b, options);
        found.pairs.iter().flat_map(|pair| &pair.differences).map(|found| found.kind).collect::<Vec<_>>()
    };
    assert_eq!(found("合約總值€500萬。", "合約總值$500萬。"), [Number]);
    assert_eq!(found("早上氣溫−5度。", "早上氣溫5度。"), [Number]);
    assert_eq!(found("面積300㎡的單位。", "面積300平方米的單位。"), [Number]);
    assert_eq!(found("祝各位新年快樂🙂。", "祝各位新年快樂。"), [Omission]);
    assert_eq!(found("祝各位新年快樂。", "祝各位新年快樂！"), []);
}

#[test]
fn names_in_another_width_are_one_variant() {
    check("推出|5|G|服務|。", "推出|５|Ｇ|服務|。", &[(Variant, "5G", "５Ｇ")]);
    check("改用|A|4|紙|印刷|。", "改用|Ａ|４|紙|印刷|。", &[(Variant, "A4", "Ａ４")]);
    let (a, b) = (text("推出5G服務。"), text("推出５Ｇ服務。"));
    let found = lay(&a, &b, Options { fold_variants: true, ignore_punctuation: false });
    assert!(found.pairs.iter().all(|pair| pair.differences.is_empty()), "{found:?}");
}

#[test]
fn a_value_in_another_writing_is_one_difference() {
    check("獲|半數|居民|支持|。", "獲|50|%|居民|支持|。", &[(Number, "半數", "50%")]);
    check("共|付|伍|仟|元|罰款|。", "共|付|5000|元|罰款|。", &[(Number, "伍仟", "5000")]);
    check("共|付|貳|萬|叁|仟|元|罰款|。", "共|付|2.3|萬|元|罰款|。", &[(Number, "貳萬叁仟", "2.3萬")]);
}

#[test]
fn a_wrong_conversion_is_named_and_stays_without_variants() {
    let (a, b) = (text("遊客|在|皇后|大道|拍照|。"), text("遊客|在|皇後|大道|拍照|。"));
    let found = lay(&a, &b, Options { fold_variants: true, ignore_punctuation: false });
    let [pair] = &found.pairs[..] else { panic!("{found:?}") };
    let [difference] = pair.differences[..] else { panic!("{:?}", pair.differences) };
    assert_eq!((difference.kind, difference.detail), (Wording, Some(Detail::OneToMany)));
    // Between two scripts it is a matter of script.
    let (a, b) = (text("遊客|在|皇后|大道|會見|記者|。"), text("游客|在|皇后|大道|会见|记者|。"));
    let found = lay(&a, &b, Options::default());
    let details = found.pairs.iter().flat_map(|pair| &pair.differences).map(|found| found.detail);
    assert!(details.into_iter().all(|detail| detail == Some(Detail::Script)));
}
