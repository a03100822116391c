//! The people, organisations and places that a story names, by the tags of its words and the ends of names.

use super::FactKind;
use super::name_forms::{are_kin, is_contracted};
use crate::compare::effects::{NameKind, is_title, listed_names, title_at};
use crate::compare::kin::kin;
use crate::compare::side::Side;
use crate::corpus::Token;
use crate::segment::Tag;
use crate::text::{OrderBy, Span, is_han, saturating_u32};

/// A name in a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) kind: FactKind,
    pub(super) span: Span,
    /// True if somebody or some body is cited by it.
    pub(super) is_cited: bool,
}

/// Common surnames, folded when they are compared; two of two characters come first.
const SURNAMES: &str = "王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董潘袁蔡蔣余于杜葉程魏蘇呂丁任沈\
姚盧姜崔鍾譚陸汪范金石廖賈夏韋傅方白鄒孟熊秦邱江尹薛閻段雷侯龍史陶黎賀顧毛郝龔邵萬錢嚴賴覃洪武莫孔湯向常溫康施文牛樊葛邢安齊易\
喬伍龐顏倪莊聶章魯岳翟殷詹申歐耿關蘭焦俞左柳甘祝包寧尚符舒阮柯紀梅童凌畢單裴霍成苗谷盛曲冷藍路游辛靳管柴鮑華喻祁蒲房滕屈饒\
解牟艾尤陽時穆農司卓古吉繆簡車項連蘆麥褚婁竇戚岑景黨宮費卜冼席衛柏宗瞿桂全佟應臧閔苟鄔邊卞姬師和仇欒隋商刁沙榮巫寇桑郎甄叢仲\
虞敖鞏明佘池查麻苑遲邝鄺官封談匡鞠惠荊樂冀郁胥南班儲原栗燕楚鄢勞諶奚皮粟冒翁容駱臧伍戚晏茹慕卓閔凌鍾莘覃";

/// The characters with which foreign names are written by their sound.
const BY_SOUND: &str = "阿巴貝比布波伯博達丹德迪杜多厄恩爾弗夫費菲福蓋格古哈海赫霍基吉加賈傑卡凱考科克庫拉萊勞蘭勒雷里利林龍盧\
頓隆姆約翰遜珀蘿露琳妮蒂絲廷登朗芬芙佛瓊津肯紐漢根戈維烏艾埃愛歐鮑拜喀坎岡孔哥蓮羅洛馬麥曼梅門蒙米莫默納內尼諾帕佩皮普奇喬切瑞薩塞沙舍史斯索塔泰特托圖瓦萬韋維溫沃西希謝辛雅亞楊耶伊因尤扎詹茲祖蘇桑森施什茨娜莎";

/// What follows a surname in place of a name.
const HONORIFICS: [&str; 12] =
    ["先生", "小姐", "女士", "太太", "婆婆", "伯伯", "老師", "同學", "醫生", "太", "伯", "生"];

/// The ends of names of organisations.
const ORGANISATIONS: [&str; 52] = [
    "公司",
    "集團",
    "銀行",
    "大學",
    "中學",
    "小學",
    "學校",
    "學院",
    "書院",
    "醫院",
    "法院",
    "委員會",
    "議會",
    "協會",
    "學會",
    "工會",
    "商會",
    "公會",
    "總會",
    "基金會",
    "基金",
    "聯盟",
    "聯會",
    "中心",
    "總署",
    "署",
    "局",
    "警方",
    "處",
    "部門",
    "部",
    "廳",
    "研究院",
    "科學院",
    "研究所",
    "交易所",
    "事務所",
    "電台",
    "電視台",
    "天文台",
    "報社",
    "通訊社",
    "航空",
    "科技",
    "電子",
    "實驗室",
    "警隊",
    "消防隊",
    "調查科",
    "立法會",
    "社",
    "黨",
];

/// The ends of names of places.
const PLACES: [&str; 36] = [
    "機場",
    "大廈",
    "大樓",
    "酒店",
    "飯店",
    "廣場",
    "公園",
    "碼頭",
    "隧道",
    "公路",
    "大橋",
    "球場",
    "體育館",
    "展覽館",
    "美術館",
    "博物館",
    "車站",
    "商場",
    "中心站",
    "市",
    "縣",
    "區",
    "省",
    "州",
    "道",
    "街",
    "路",
    "邨",
    "村",
    "島",
    "灣",
    "站",
    "半島",
    "海峽",
    "海灘",
    "苑",
];

/// Words that say that somebody is cited.
const SAYING: [&str; 34] = [
    "表示", "指出", "稱", "說", "指", "認為", "透露", "強調", "形容", "解釋", "補充", "呼籲", "回應", "坦言",
    "直言", "警告", "預計", "預料", "估計", "相信", "批評", "承認", "否認", "重申", "憶述", "慨嘆", "擔心",
    "質疑", "建議", "承諾", "提醒", "數據", "數字", "資料",
];

/// The number of characters after a name within which such a word must follow.
const SAID_WITHIN: usize = 8;

/// Finds the names of a sentence, in order.
pub(super) fn names(side: Side<'_>, sentence: Span) -> Vec<Name> {
    let first = side.tokens.partition_point(|token| token.span.start < sentence.start);
    let tokens = side.tokens.get(first..).unwrap_or_default().iter();
    let inside: Vec<_> = tokens.take_while(|token| token.span.end <= sentence.end).collect();
    let mut found: Vec<Name> = Vec::new();
    for (number, token) in inside.iter().enumerate() {
        let text = token.span.of(side.text);
        let next = inside.get(number.saturating_add(1)).map(|next| next.span);
        let honorific = next.filter(|next| is_address(next.of(side.text)));
        let joined = || joined(side, inside.get(..=number).unwrap_or_default());
        let (kind, span) = match (kind(text, Tag::numbered(token.tag).name()), honorific) {
            (Some(kind), _) => (kind, token.span),
            (None, Some(title)) if is_surname(text) => {
                (FactKind::Person, Span { start: token.span.start, end: title.end })
            }
            _ => match joined() {
                Some(name) => name,
                None if is_met(side, inside.get(..=number).unwrap_or_default(), sentence) => {
                    (FactKind::Person, token.span)
                }
                None => continue,
            },
        };
        // A longer name takes the place of its beginning: 瑪嘉烈 of 瑪嘉烈醫院.
        found.retain(|name| name.span.end <= span.start);
        found.push(Name { kind, span, is_cited: is_cited(side.text, sentence, span) });
    }
    add_listed(side.text, sentence, &mut found);
    found
}

/// Returns true if somebody is cited by the name at a place.
fn is_cited(text: &str, sentence: Span, name: Span) -> bool {
    let rest = Span { start: name.end, end: sentence.end }.of(text);
    let before = Span { start: sentence.start, end: name.start }.of(text);
    is_followed_by_saying(rest) || before.ends_with(['據', '据'])
}

/// Adds the names of the tables that were not found as words.
fn add_listed(text: &str, sentence: Span, found: &mut Vec<Name>) {
    for (from, to, kind) in listed_names(sentence.of(text)) {
        let start = sentence.start.saturating_add(saturating_u32(from));
        let span = Span { start, end: sentence.start.saturating_add(saturating_u32(to)) };
        let kind = match kind {
            NameKind::Place => FactKind::Place,
            _ => FactKind::Organisation,
        };
        if !found.iter().any(|name| name.span.start < span.end && span.start < name.span.end) {
            found.push(Name { kind, span, is_cited: is_cited(text, sentence, span) });
        }
    }
    found.order_by_key(|name| name.span);
}

/// Returns true for what follows a surname in place of a name: a form of address, or a title.
fn is_address(word: &str) -> bool {
    HONORIFICS.contains(&word) || is_title(&folded(word))
}

/// Returns true if the last of some words, of two characters, is a person's name by what surrounds it: a title before it, or a
/// word of saying behind it.
fn is_met(side: Side<'_>, words: &[&Token], sentence: Span) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let text = last.span.of(side.text);
    let is_name = text.chars().count() == 2
        && text.chars().all(is_han)
        && matches!(Tag::numbered(last.tag).name(), "x" | "nr" | "nz" | "nrt")
        && (is_surname_first(text) || is_by_sound(text));
    let title = || before.last().is_some_and(|word| is_title(&folded(word.span.of(side.text))));
    is_name && (title() || is_cited(side.text, sentence, last.span))
}

/// Folds a word.
fn folded(word: &str) -> String {
    word.chars().map(kin).collect()
}

/// The tags of proper nouns and of words that the dictionary lacks.
const PROPER: [&str; 8] = ["x", "nr", "nrt", "nrfg", "ns", "nt", "nz", "j"];

/// The maximum number of words that a joined name has before its end.
const JOINED: usize = 3;

/// Returns the name that ends with the last of some words, if that is the end of a name and a proper noun precedes it: 永順 工業
/// 大廈.
fn joined(side: Side<'_>, words: &[&Token]) -> Option<(FactKind, Span)> {
    let (last, before) = words.split_last()?;
    let text = last.span.of(side.text);
    let kind = if ORGANISATIONS.contains(&text) {
        FactKind::Organisation
    } else if PLACES.contains(&text) {
        FactKind::Place
    } else {
        return None;
    };
    let tag = |word: &Token| Tag::numbered(word.tag).name();
    let inside = before.iter().rev().take(JOINED);
    let inside =
        inside.take_while(|word| PROPER.contains(&tag(word)) || matches!(tag(word), "n" | "b" | "vn"));
    let first = inside.filter(|word| PROPER.contains(&tag(word))).last()?;
    Some((kind, Span { start: first.span.start, end: last.span.end }))
}

/// Returns the first place in a story where another form of a name is: a word that is short for it, or that it is short for; of a
/// person the surname with a title.
pub(super) fn other_form(side: Side<'_>, kind: FactKind, name: &[char]) -> Option<(usize, Span)> {
    side.sentences.iter().enumerate().find_map(|(number, &sentence)| {
        let first = side.tokens.partition_point(|token| token.span.start < sentence.start);
        let tokens = side.tokens.get(first..).unwrap_or_default().iter();
        let mut inside = tokens.take_while(|token| token.span.end <= sentence.end);
        let found = inside.find(|token| {
            let folded: Vec<char> = token.span.of(side.text).chars().map(kin).collect();
            let tag = Tag::numbered(token.tag).name();
            (PROPER.contains(&tag) || tag == "n" && is_contracted(&folded, name))
                && are_kin(kind, &folded, name)
        });
        let found = found.map(|token| token.span);
        let addressed = || addressed(side.text, sentence, name);
        let span = if kind == FactKind::Person { found.or_else(addressed) } else { found };
        span.map(|span| (number, span))
    })
}

/// Returns the first place in a sentence where a person of a full name is called by surname and title: 陳局長 for 陳美寶.
fn addressed(text: &str, sentence: Span, name: &[char]) -> Option<Span> {
    let (&surname, given) = name.split_first()?;
    if !(1..=2).contains(&given.len()) || !is_surname(&surname.to_string()) {
        return None;
    }
    let whole = sentence.of(text);
    let places = whole.char_indices().filter(|(_, c)| kin(*c) == surname);
    let mut spans = places.filter_map(|(at, c)| {
        let rest = whole.get(at.saturating_add(c.len_utf8())..)?;
        let title = title_at(&folded(
            rest.get(..rest.char_indices().nth(LONGEST).map_or(rest.len(), |(end, _)| end))?,
        ))?;
        let length = rest.char_indices().nth(title).map_or(rest.len(), |(end, _)| end);
        let start = sentence.start.saturating_add(saturating_u32(at));
        Some(Span { start, end: start.saturating_add(saturating_u32(c.len_utf8().saturating_add(length))) })
    });
    spans.next()
}

/// The number of characters behind a surname that are searched for a title.
const LONGEST: usize = 8;

/// Returns the kind of a name; `None` if a word is none.
fn kind(text: &str, tag: &str) -> Option<FactKind> {
    let length = text.chars().count();
    let is_chinese = text.chars().all(|c| is_han(c) || c == '·' || c == '‧');
    if length < 2 || !is_chinese {
        return None;
    }
    let is_noun = matches!(tag, "x" | "n" | "nz" | "nt" | "ns" | "j" | "l" | "nr");
    let ends = |all: &[&str]| {
        all.iter().any(|end| text.ends_with(end) && text.chars().count() > end.chars().count().max(2))
    };
    if is_noun && ends(&ORGANISATIONS) {
        return Some(FactKind::Organisation);
    }
    if is_noun && ends(&PLACES) {
        return Some(FactKind::Place);
    }
    match tag {
        "nr" | "x" | "nz" if length > 2 && is_by_sound(text) => Some(FactKind::Person),
        "nrt" | "nrfg" if length > 2 => Some(FactKind::Person),
        "nr" | "x"
            if length <= 4
                && length > 2
                && (tag == "nr" && !is_surname_first(text) || is_surname_first(text)) =>
        {
            Some(FactKind::Person)
        }
        "ns" => Some(FactKind::Place),
        "nt" => Some(FactKind::Organisation),
        _ => None,
    }
}

/// Returns true if a name is written with the characters for the sounds of foreign names.
fn is_by_sound(text: &str) -> bool {
    text.chars().all(|c| BY_SOUND.chars().any(|sound| kin(sound) == kin(c)))
}

fn is_surname(text: &str) -> bool {
    text.chars().count() == 1 && is_surname_first(text)
}

fn is_surname_first(text: &str) -> bool {
    text.chars().next().is_some_and(|first| SURNAMES.chars().any(|surname| kin(surname) == kin(first)))
}

/// Returns true if a word of saying follows before the clause ends.
fn is_followed_by_saying(rest: &str) -> bool {
    let clause: String = rest.chars().take(SAID_WITHIN).take_while(|c| !"，。；：「".contains(*c)).collect();
    SAYING.iter().any(|word| clause.contains(word)) || rest.starts_with('：')
}
