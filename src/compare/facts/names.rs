//! The people, organisations and places that a story names, by the tags of its words and the ends of names.

use super::FactKind;
use crate::compare::kin::kin;
use crate::compare::side::Side;
use crate::corpus::Token;
use crate::segment::Tag;
use crate::text::{Span, is_han};

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
虞敖鞏明佘池查麻苑遲邝鄺官封談匡鞠惠荊樂冀郁胥南班儲原栗燕楚鄢勞諶奚皮粟冒翁";

/// The characters with which foreign names are written by their sound.
const BY_SOUND: &str = "阿巴貝比布波伯博達丹德迪杜多厄恩爾弗夫費菲福蓋格古哈海赫霍基吉加賈傑卡凱考科克庫拉萊勞蘭勒雷里利林龍盧\
羅洛馬麥曼梅門蒙米莫默納內尼諾帕佩皮普奇喬切瑞薩塞沙舍史斯索塔泰特托圖瓦萬韋維溫沃西希謝辛雅亞楊耶伊因尤扎詹茲祖蘇桑森施什茨娜莎";

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
        let honorific = next.filter(|next| HONORIFICS.contains(&next.of(side.text)));
        let joined = || joined(side, inside.get(..=number).unwrap_or_default());
        let (kind, span) = match (kind(text, Tag::numbered(token.tag).name()), honorific) {
            (Some(kind), _) => (kind, token.span),
            (None, Some(title)) if is_surname(text) => {
                (FactKind::Person, Span { start: token.span.start, end: title.end })
            }
            _ => match joined() {
                Some(name) => name,
                None => continue,
            },
        };
        // A longer name takes the place of its beginning: 瑪嘉烈 of 瑪嘉烈醫院.
        found.retain(|name| name.span.end <= span.start);
        let rest = Span { start: span.end, end: sentence.end }.of(side.text);
        let before = Span { start: sentence.start, end: span.start }.of(side.text);
        let is_cited = is_followed_by_saying(rest) || before.ends_with(['據', '据']);
        found.push(Name { kind, span, is_cited });
    }
    found
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

/// Returns the first place in a story where another form of a name is: a word that is short for it, or that it is short for.
pub(super) fn other_form(side: Side<'_>, name: &[char]) -> Option<(usize, Span)> {
    side.sentences.iter().enumerate().find_map(|(number, &sentence)| {
        let first = side.tokens.partition_point(|token| token.span.start < sentence.start);
        let tokens = side.tokens.get(first..).unwrap_or_default().iter();
        let mut inside = tokens.take_while(|token| token.span.end <= sentence.end);
        let found = inside.find(|token| {
            let folded: Vec<char> = token.span.of(side.text).chars().map(kin).collect();
            PROPER.contains(&Tag::numbered(token.tag).name()) && are_kin(&folded, name)
        });
        found.map(|token| (number, token.span))
    })
}

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
    let is_by_sound = || text.chars().all(|c| BY_SOUND.chars().any(|sound| kin(sound) == kin(c)));
    match tag {
        "nr" | "x" | "nz" if length > 2 && is_by_sound() => Some(FactKind::Person),
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

/// Returns true if two folded names may name one: they are the same, one contains the other, or one is short for the other.
pub(super) fn are_kin(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 {
        return false;
    }
    if long.windows(short.len()).any(|part| part == short) {
        return true;
    }
    // 港大 for 香港大學, 世衛 for 世界衛生組織: in order, and beginning at the first or second character.
    let mut rest = long.iter();
    let in_order = short.iter().all(|c| rest.any(|other| other == c));
    let begins = short.first().is_some_and(|first| long.iter().take(2).any(|other| other == first));
    in_order && begins && short.len() <= 3 && long.len() >= short.len().saturating_add(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kin_of(a: &str, b: &str) -> bool {
        let folded = |text: &str| text.chars().map(kin).collect::<Vec<_>>();
        are_kin(&folded(a), &folded(b))
    }

    #[test]
    fn short_forms_are_kin_and_other_names_are_not() {
        for (a, b) in
            [("港大", "香港大學"), ("世衞", "世界衛生組織"), ("瑪嘉烈", "瑪嘉烈醫院"), ("王小明", "王小明")]
        {
            assert!(kin_of(a, b) && kin_of(b, a), "{a} {b}");
        }
        for (a, b) in [("王小明", "王大明"), ("中大", "香港大學"), ("港", "香港"), ("仁濟醫院", "廣華醫院")]
        {
            assert!(!kin_of(a, b), "{a} {b}");
        }
    }
}
