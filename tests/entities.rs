//! The names of texts written for this test, as the model of this build and the second pass find them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use duidu::corpus::{Block, BlockKind, Document};
use duidu::corpus::{BlockKinds, Scope};
use duidu::engine::{
    Ask, ConcordanceQuestion, DictionaryEdit, EditDictionary, Engine, EngineError, EntitiesQuestion, SortKey,
};
use duidu::text::Span;
use duidu::view::EntityKind;

const MODEL: &str = "static/model/segmenter.bin";

fn names(text: &str, dictionary: &str) -> Vec<(String, EntityKind, u32)> {
    let mut engine = Engine::without_stories(std::fs::read(MODEL).unwrap(), Default::default()).unwrap();
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    engine.add_document(story("1", text, blocks));
    engine.ask(EditDictionary { edit: DictionaryEdit::Import { text: dictionary.into() } }.query()).unwrap();
    let found = engine.ask(EntitiesQuestion::default().query()).unwrap();
    found.rows.into_iter().map(|row| (row.name, row.kind, row.frequency)).collect()
}

fn story(id: &str, text: &str, blocks: Vec<Block>) -> Document {
    Document {
        id: id.into(),
        page: String::new(),
        paper: String::new(),
        date: String::new(),
        series: String::new(),
        file: String::new(),
        tags: Vec::new(),
        script: None,
        headline: String::new(),
        text: text.into(),
        blocks,
        warnings: Vec::new(),
    }
}

#[test]
fn people_are_found_by_compound_surnames_titles_and_the_end_of_a_foreign_name() {
    let person = |name: &str, frequency| (name.to_owned(), EntityKind::Person, frequency);
    for (text, wanted) in [
        ("記者司徒永華昨日採訪。", person("司徒永華", 1)),
        ("校長諸葛志強表示歡迎。", person("諸葛志強", 1)),
        ("日本首相石破茂在東京會面。", person("石破茂", 1)),
        ("局長陳美寶表示會跟進。陳局長又說，事件已經完結。", person("陳美寶", 2)),
        ("法國總統埃馬紐埃爾·馬克龍抵達北京。馬克龍說支持。", person("埃馬紐埃爾·馬克龍", 2)),
        ("世界衛生組織總幹事譚德塞表示感謝。", person("譚德塞", 1)),
        ("香港大學教授黃錦輝和李佩珊獲獎。", person("李佩珊", 1)),
    ] {
        let found = names(text, "");
        assert!(found.contains(&wanted), "{text} {found:?}");
    }
}

#[test]
fn prepositions_common_words_and_pairs_of_countries_are_no_part_of_a_name() {
    let text =
        "國家主席習近平同普京總統在北京舉行會談，達成高水平協議。兩國元首簽署中俄聯合聲明，中俄關係友好。";
    let found = names(text, "");
    for wrong in ["同普京", "達成", "高水平", "中俄", "中俄關係"] {
        assert!(found.iter().all(|(name, ..)| name != wrong), "{found:?}");
    }
    assert!(found.contains(&("普京".into(), EntityKind::Person, 1)), "{found:?}");
    assert!(found.contains(&("中".into(), EntityKind::Place, 2)), "{found:?}");
}

/// Sentences in the manner of the press of Hong Kong, Taiwan and the mainland, written for this test. Names are in brackets,
/// followed by p for a person, l for a place, o for an organisation.
const PRESS: [&str; 25] = [
    "記者[司徒永華]p報道，[美國]l總統[特朗普]p昨日在[紐約]l會見[蘋果公司]o行政總裁[庫克]p。",
    "[諸葛志強]p與[上官美琪]p、[歐陽文軒]p一同獲獎。",
    "[民建聯]o主席[陳克勤]p表示支持，[工聯會]o會長[吳秋北]p等出席。",
    "[日本]l首相[高市早苗]p與[韓國]l總統[李在明]p在[東京]l會晤。",
    "[林芳正]p會見[朴振]p，雙方討論[朝鮮半島]l局勢。",
    "[法國]l總統[埃馬紐埃爾·馬克龍]p訪問[廣州]l。",
    "[俄羅斯]l外長[拉夫羅夫]p抵達[平壤]l。",
    "[李明]p等三人受傷，[王芳]p與丈夫送院，[張偉]p也被捕。",
    "[香港大學]o校長[張翔]p及[中文大學]o教授[盧煜明]p獲邀演講。",
    "[台積電]o董事長[魏哲家]p在[新竹]l宣布擴廠計畫。",
    "[台北市]l市長[蔣萬安]p率團訪問[上海]l。",
    "[行政院]o院長[卓榮泰]p與[立法院]o院長[韓國瑜]p交換意見。",
    "[外交部]o發言人[郭嘉昆]p主持例行記者會。",
    "[中国人民银行]o行长[潘功胜]p在[北京]l表示。",
    "[广东省]l省长[王伟中]p会见[新加坡]l总理[黄循财]p。",
    "[腾讯]o与[阿里巴巴]o在[深圳]l签署协议。",
    "[新華社]o記者[王雪梅]p[日內瓦]l報道。",
    "[聯合國]o秘書長[古特雷斯]p呼籲[以色列]l與[哈馬斯]o停火。",
    "[沙田區]l議員[黃冰芬]p批評[運輸署]o。",
    "[聖保羅男女中學]o學生[陳樂恩]p考獲狀元。",
    "[皇家馬德里]o以三比一擊敗[巴塞隆拿]o。",
    "[伊隆·馬斯克]p旗下的[特斯拉公司]o在[德州]l設廠。",
    "警員[何家豪]p在[旺角]l[彌敦道]l截查一名男子。",
    "[高雄市政府]o工務局長[楊欽富]p說明進度。",
    "[孫正義]p稱[軟銀]o將投資[英偉達]o。",
];

#[test]
fn names_of_common_forms_of_the_press_are_found() {
    let (mut marked, mut found_all, mut right, mut report) = (0, 0, 0, String::new());
    for line in PRESS {
        let mut parts = line.split('[');
        let mut text = parts.next().unwrap().to_owned();
        let mut wanted = Vec::new();
        for part in parts {
            let (name, rest) = part.split_once(']').unwrap();
            let kind = match rest.chars().next() {
                Some('p') => EntityKind::Person,
                Some('l') => EntityKind::Place,
                _ => EntityKind::Organisation,
            };
            wanted.push((name.to_owned(), kind));
            text.extend([name, rest.get(1..).unwrap()]);
        }
        let found: Vec<_> = names(&text, "").into_iter().map(|(name, kind, _)| (name, kind)).collect();
        marked += wanted.len();
        found_all += found.len();
        right += wanted.iter().filter(|name| found.contains(name)).count();
        let missed: Vec<_> = wanted.iter().filter(|name| !found.contains(name)).collect();
        let wrong: Vec<_> = found.iter().filter(|name| !wanted.contains(name)).collect();
        if !missed.is_empty() || !wrong.is_empty() {
            report.push_str(&format!("{text}\n  missed {missed:?} wrong {wrong:?}\n"));
        }
    }
    let f1 = 200 * right / (marked + found_all);
    assert!(f1 >= 80, "F1 {f1}: {right} of {marked}, {found_all} found\n{report}");
}

#[test]
fn the_part_of_speech_in_the_readers_dictionary_decides() {
    let text = "香港大學教授黃錦輝獲獎。";
    let has =
        |dictionary: &str, name: &str| names(text, dictionary).iter().find(|of| of.0 == name).map(|of| of.1);
    assert_eq!(has("", "黃錦輝"), Some(EntityKind::Person));
    assert_eq!(has("黃錦輝 n", "黃錦輝"), None);
    assert_eq!(has("黃錦輝 ns", "黃錦輝"), Some(EntityKind::Place));
}

#[test]
fn no_text_is_too_odd_and_places_are_in_order() {
    for text in ["", "。", "·", "甲", "A·B·C", "陳陳陳陳陳陳", "\u{feff}😀\n\n王", &"王小明".repeat(3000)]
    {
        let found = names(text, "");
        assert!(found.iter().all(|(name, _, frequency)| !name.is_empty() && *frequency > 0), "{found:?}");
    }
}

#[test]
fn the_concordance_of_a_name_has_the_places_of_all_its_forms_and_no_other() {
    let mut engine = Engine::without_stories(std::fs::read(MODEL).unwrap(), Default::default()).unwrap();
    let headline = "陳美寶交代事件";
    let rest = "\n局長陳美寶表示會跟進。陳局長又說，事件已經完結，香港大學和港鐵公司都有責任。";
    let first = format!("{headline}{rest}");
    let block = |kind, start, end| Block { kind, span: Span::new(start, end) };
    let blocks = vec![
        block(BlockKind::Headline, 0, headline.len()),
        block(BlockKind::Paragraph, headline.len() + 1, first.len()),
    ];
    engine.add_document(story("1", &first, blocks));
    let second = "香港大學教授黃錦輝獲獎，香港的大學都道賀。";
    engine.add_document(story("2", second, vec![block(BlockKind::Paragraph, 0, second.len())]));
    let text_only = Scope::Parts { kinds: BlockKinds::of([BlockKind::Paragraph]), of: Box::new(Scope::All) };
    for scope in [Scope::All, Scope::story("1"), text_only] {
        let question = EntitiesQuestion { scope: scope.clone(), ..EntitiesQuestion::default() };
        let rows = engine.ask(question.query()).unwrap().rows;
        assert!(rows.iter().any(|row| row.name == "陳美寶" && row.forms.len() == 2), "{rows:?}");
        for row in rows {
            let asked = ConcordanceQuestion {
                node: row.name.clone(),
                entity: Some(row.kind),
                scope: scope.clone(),
                ..ConcordanceQuestion::default()
            };
            let found = engine.ask(asked.clone().query()).unwrap();
            let of_list: Vec<_> = row
                .places
                .iter()
                .map(|place| (place.id.as_str(), place.range.start, place.range.end))
                .collect();
            let of_lines: Vec<_> =
                found.rows.iter().map(|line| (line.id.as_str(), line.start, line.end)).collect();
            assert_eq!(of_lines, of_list, "{row:?}");
            assert_eq!((found.total, found.stories), (row.frequency, row.range), "{row:?}");
            assert!(found.rows.iter().all(|line| row.forms.iter().any(|form| form.form == line.node)));
            let sorted = ConcordanceQuestion { sort: vec![SortKey::Left(1)], ..asked };
            assert_eq!(engine.ask(sorted.query()).unwrap().total, row.frequency);
        }
    }
    let nobody = |node: &str| ConcordanceQuestion {
        node: node.into(),
        entity: Some(EntityKind::Place),
        ..ConcordanceQuestion::default()
    };
    assert_eq!(engine.ask(nobody("陳美寶").query()).unwrap().total, 0, "it is no place");
    assert!(matches!(engine.ask(nobody("").query()), Err(EngineError::EmptyNode)));
}

#[test]
fn names_are_found_story_by_story_and_again_after_a_change_of_the_dictionary() {
    let texts = ["局長陳美寶表示會跟進。", "記者司徒永華昨日到了青灣。", "青灣的居民說，青灣很好。"];
    let opened = || {
        let mut engine = Engine::without_stories(std::fs::read(MODEL).unwrap(), Default::default()).unwrap();
        for (id, text) in ["1", "2", "3"].into_iter().zip(texts) {
            let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
            engine.add_document(story(id, text, blocks));
        }
        engine
    };
    let rows = |engine: &mut Engine| engine.ask(EntitiesQuestion::default().query()).unwrap().rows;
    let import = |engine: &mut Engine, text: &str| {
        engine.ask(EditDictionary { edit: DictionaryEdit::Import { text: text.into() } }.query()).unwrap();
    };
    let mut engine = opened();
    let query = EntitiesQuestion::default().query().into();
    let left: Vec<u32> = std::iter::repeat_with(|| engine.prepare(&query, 1).unwrap()).take(6).collect();
    assert_eq!(left, [2, 1, 2, 1, 0, 0], "the words of each story first, then the names of each");
    let before = rows(&mut engine);
    assert_eq!(rows(&mut engine), before);
    import(&mut engine, "青灣 nr\n");
    let mut fresh = opened();
    import(&mut fresh, "青灣 nr\n");
    assert_eq!(rows(&mut engine), rows(&mut fresh));
    assert_ne!(rows(&mut engine), before);
    engine.ask(EditDictionary { edit: DictionaryEdit::Undo }.query()).unwrap();
    assert_eq!(rows(&mut engine), before);
}
