//! The names of persons, places, organisations and works in a passage, by tags, tables and rules.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::folded;
use crate::compare::kin::kin;
use crate::compare::side::Side;
use crate::lexicon;
use crate::segment::Tag;
use crate::text::{OrderBy, Span, is_han, saturating_u32};

const ORGANISATIONS: &str = include_str!("../tables/organisations.txt");
const PLACES: &str = include_str!("../tables/places.txt");
const ACRONYMS: &str = include_str!("../tables/acronyms.tsv");
const PRONOUNS: &str = include_str!("../tables/pronouns.txt");

/// Last characters of the names of organisations, folded.
const ENDINGS: &str = "署处局厅院会社党队部方司团校行馆所";

/// Last characters of the names of places, folded.
const PLACE_ENDINGS: &str = "市县区镇乡村岛山河湖湾港角洲路街道桥站园邨苑洋海国省州";

/// Words that make another post of a title, folded.
const MODIFIERS: [&str; 14] =
    ["副", "前", "代", "署理", "代理", "候任", "助理", "名誉", "时任", "准", "前任", "现任", "常务", "首席"];

/// The kind of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// 人.
    Person,
    /// 地方.
    Place,
    /// 機構.
    Organisation,
    /// 作品, in 《》.
    Work,
}

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its place in the text, without a title or marks.
    pub span: Span,
    /// Its kind.
    pub kind: NameKind,
}

struct Words {
    organisations: FxHashSet<String>,
    places: FxHashSet<String>,
    /// The countries and regions, on the first lines of the places.
    countries: FxHashSet<String>,
    /// Further names of places, in one line with one of them.
    other_places: FxHashSet<String>,
    /// Bodies that are no proper nouns, on the first line of the organisations.
    common: FxHashSet<String>,
    longest: usize,
    /// Their first characters.
    beginnings: FxHashSet<char>,
    /// The number of the body that a name means.
    acronyms: FxHashMap<String, usize>,
    surnames: FxHashSet<String>,
    titles: Vec<String>,
    pronouns: FxHashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows = |table: &'static str| {
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).map(folded).collect::<Vec<_>>()
    };
    let organisations: FxHashSet<String> = rows(ORGANISATIONS).into_iter().collect();
    let places: FxHashSet<String> = rows(PLACES).into_iter().collect();
    let countries = PLACES.lines().skip(1).take(3).flat_map(str::split_whitespace).map(folded).collect();
    let common = ORGANISATIONS.lines().skip(1).take(1).flat_map(str::split_whitespace).map(folded).collect();
    let mut acronyms = FxHashMap::default();
    let mut other_places = FxHashSet::default();
    for (body, line) in ACRONYMS.lines().filter(|line| !line.starts_with('#')).enumerate() {
        let names = || line.split('\t').map(folded);
        acronyms.extend(names().map(|name| (name, body)));
        if names().any(|name| places.contains(&name)) {
            other_places.extend(names());
        }
    }
    let mut titles: Vec<String> = lexicon::titles().map(folded).collect();
    titles.order_by_key(|title| std::cmp::Reverse(title.chars().count()));
    Words {
        longest: organisations
            .iter()
            .chain(&places)
            .chain(acronyms.keys())
            .map(|name| name.chars().count())
            .max()
            .unwrap_or_default(),
        beginnings: organisations
            .iter()
            .chain(&places)
            .chain(acronyms.keys())
            .filter_map(|name| name.chars().next())
            .collect(),
        organisations,
        places,
        countries,
        other_places,
        common,
        acronyms,
        surnames: lexicon::surnames().map(folded).collect(),
        titles,
        pronouns: rows(PRONOUNS).into_iter().collect(),
    }
});

/// Finds the names of a passage, in order and without overlap.
pub fn names(side: Side<'_>, passage: Span) -> Vec<Name> {
    let text = passage.of(side.text);
    let shift = |from: usize, to: usize| Span {
        start: passage.start.saturating_add(saturating_u32(from)),
        end: passage.start.saturating_add(saturating_u32(to)),
    };
    let mut found: Vec<Name> =
        works(text).map(|(from, to)| Name { span: shift(from, to), kind: NameKind::Work }).collect();
    found.extend(listed(text).into_iter().map(|(from, to, kind)| Name { span: shift(from, to), kind }));
    let first = side.tokens.partition_point(|token| token.span.start < passage.start);
    let tokens =
        side.tokens.get(first..).unwrap_or_default().iter().take_while(|token| token.span.end <= passage.end);
    for token in tokens {
        let word = token.span.of(side.text);
        found.extend(kind_of(word, Tag::numbered(token.tag)).map(|kind| Name { span: token.span, kind }));
    }
    // Of names that overlap the longest is kept.
    found.order_by_key(|name| {
        (std::cmp::Reverse(name.span.end.saturating_sub(name.span.start)), name.span.start)
    });
    let mut apart: Vec<Name> = Vec::with_capacity(found.len());
    for name in found {
        if !apart.iter().any(|other| other.span.start < name.span.end && name.span.start < other.span.end) {
            apart.push(name);
        }
    }
    apart.order_by_key(|name| name.span);
    apart
}

/// Returns the places of the titles of works, without their marks.
fn works(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.match_indices('《').filter_map(|(at, mark)| {
        let from = at.saturating_add(mark.len());
        let length = text.get(from..)?.find('》')?;
        Some((from, from.saturating_add(length)))
    })
}

/// Returns the places of listed names, the longest at each place.
fn listed(text: &str) -> Vec<(usize, usize, NameKind)> {
    listed_as(text, |word| {
        let kind = WORDS.organisations.contains(word).then_some(NameKind::Organisation);
        kind.or_else(|| WORDS.places.contains(word).then_some(NameKind::Place))
    })
}

/// Returns the places of the words of a text that have a kind, the longest at each place.
fn listed_as(text: &str, kind: impl Fn(&str) -> Option<NameKind>) -> Vec<(usize, usize, NameKind)> {
    let chars: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, kin(c))).collect();
    let end_of = |at: usize| chars.get(at).map_or(text.len(), |(offset, _)| *offset);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let may_begin = chars.get(at).is_some_and(|(_, c)| WORDS.beginnings.contains(c));
        let longest = (2..=WORDS.longest).rev().take_while(|_| may_begin).find_map(|length| {
            let word = chars.get(at..at.saturating_add(length))?;
            let word: String = word.iter().map(|(_, c)| *c).collect();
            Some((length, kind(&word)?))
        });
        if let Some((length, kind)) = longest {
            found.push((end_of(at), end_of(at.saturating_add(length)), kind));
        }
        at = at.saturating_add(longest.map_or(1, |(length, _)| length));
    }
    found
}

/// Returns the kind of name that a word is by its tag and form.
fn kind_of(word: &str, tag: Tag) -> Option<NameKind> {
    let folded = folded(word);
    let length = folded.chars().count();
    // 人山人海 is no place, whatever its tag.
    let is_idiom = length == 4 && folded.chars().next() == folded.chars().nth(2);
    if length < 2
        || is_idiom
        || is_title(&folded)
        || !folded.chars().all(|c| is_han(c) || c.is_ascii_alphabetic())
    {
        return None;
    }
    match tag.name() {
        "nr" | "nrt" | "nrfg" => Some(NameKind::Person),
        "ns" => Some(NameKind::Place),
        "nt" => Some(NameKind::Organisation),
        "x" if (2..=4).contains(&length) && surname(&folded).is_some_and(|of| of < length) => {
            Some(NameKind::Person)
        }
        "x" | "n" | "nz"
            if length >= 3 && folded.ends_with(|c| ENDINGS.contains(c)) && !is_common(&folded) =>
        {
            Some(NameKind::Organisation)
        }
        "x" if length >= 3 && folded.ends_with(|c| PLACE_ENDINGS.contains(c)) => Some(NameKind::Place),
        _ => None,
    }
}

/// Returns true if a folded name is a country or a region.
pub(super) fn is_country(folded: &str) -> bool {
    WORDS.countries.contains(folded)
}

/// Returns true if two folded names are in one line of the table of names of one body.
pub(in crate::compare) fn is_one_body(a: &str, b: &str) -> bool {
    WORDS.acronyms.get(a).zip(WORDS.acronyms.get(b)).is_some_and(|(a, b)| a == b)
}

/// Returns true for nouns that end like an organisation but are none.
fn is_common(folded: &str) -> bool {
    [
        "机会",
        "委员会",
        "管理局",
        "基金会",
        "董事会",
        "理事会",
        "常委会",
        "研究所",
        "研究院",
        "事务所",
        "办事处",
        "秘书处",
        "当局",
        "警署",
        "总局",
        "分局",
        "社会",
        "记者会",
        "发布会",
        "发布会",
        "座谈会",
        "音乐会",
        "演唱会",
        "大会",
        "晚会",
        "都会",
        "运动会",
        "分享会",
        "招待会",
        "听证会",
        "研讨会",
        "部队",
        "军队",
        "全部",
        "内部",
        "局部",
        "医院",
        "住院",
        "法院",
        "执行",
        "银行",
        "旅行",
        "流行",
        "进行",
        "对方",
        "双方",
        "地方",
        "一方",
        "前方",
        "后方",
        "各方",
        "宿舍",
        "学校",
        "上司",
        "公司",
        "集团",
        "团队",
        "球队",
        "学会",
    ]
    .contains(&folded)
}

/// Returns the number of characters of the surname that a folded name begins with.
pub(in crate::compare) fn surname(folded: &str) -> Option<usize> {
    let begins = |length: usize| {
        let name: String = folded.chars().take(length).collect();
        (name.chars().count() == length && WORDS.surnames.contains(&name)).then_some(length)
    };
    begins(2).or_else(|| begins(1))
}

/// Returns true if folded words are a pronoun.
pub(super) fn is_pronoun(folded: &str) -> bool {
    WORDS.pronouns.contains(folded)
}

/// Returns true if folded words are a title.
pub(in crate::compare) fn is_title(folded: &str) -> bool {
    WORDS.titles.iter().any(|title| title == folded)
        || MODIFIERS.iter().any(|before| {
            folded.strip_prefix(before).is_some_and(|rest| WORDS.titles.iter().any(|title| title == rest))
        })
}

/// Returns true if folded words begin with a title.
pub(super) fn begins_with_title(folded: &str) -> bool {
    WORDS.titles.iter().any(|title| folded.starts_with(title.as_str()))
}

/// Returns true if folded words end with a title of two characters and more: 礦業部長.
pub(in crate::compare) fn ends_with_title(folded: &str) -> bool {
    let mut titles = WORDS.titles.iter().filter(|title| title.chars().nth(1).is_some());
    titles.any(|title| folded.ends_with(title.as_str()))
}

/// Returns the number of characters of the title of two and more with which folded words begin.
pub(in crate::compare) fn title_at(folded: &str) -> Option<usize> {
    let mut titles = WORDS.titles.iter().filter(|title| title.chars().nth(1).is_some());
    titles.find(|title| folded.starts_with(title.as_str())).map(|title| title.chars().count())
}

/// Returns the places of the names of the tables in a text, in bytes, without bodies that are common nouns (政府).
pub(in crate::compare) fn listed_names(text: &str) -> Vec<(usize, usize, NameKind)> {
    listed_as(text, |word| {
        let is_body = || WORDS.acronyms.contains_key(word) && word.chars().all(is_han) && !is_title(word);
        if WORDS.common.contains(word) {
            None
        } else if WORDS.places.contains(word) || WORDS.other_places.contains(word) {
            Some(NameKind::Place)
        } else {
            (WORDS.organisations.contains(word) || is_body()).then_some(NameKind::Organisation)
        }
    })
}

/// Returns true if a title is another post by a word before it: 副署長, 署長.
pub(super) fn is_modified(long: &str, short: &str) -> bool {
    MODIFIERS.iter().any(|before| long.strip_prefix(before) == Some(short))
}

/// Returns true if a title is in folded words.
pub(super) fn has_title(folded: &str) -> bool {
    WORDS.titles.iter().any(|title| title.chars().nth(1).is_some() && folded.contains(title.as_str()))
}

/// Returns true if folded words make another post of the title behind them.
pub(super) fn is_modifier(folded: &str) -> bool {
    MODIFIERS.contains(&folded)
}

/// Splits a folded name with a title into both, wherever the title is; 副 and the like belong to the title.
pub(super) fn without_title(folded: &str) -> (&str, &str) {
    for title in &WORDS.titles {
        if let Some(rest) = folded.strip_suffix(title.as_str()).filter(|rest| !rest.is_empty()) {
            let name = MODIFIERS.iter().find_map(|before| rest.strip_suffix(before)).unwrap_or(rest);
            return (name, folded.strip_prefix(name).unwrap_or(title));
        }
        if let Some(rest) = folded.strip_prefix(title.as_str()).filter(|rest| !rest.is_empty()) {
            return (rest, title);
        }
    }
    (folded, "")
}

/// Returns true if folded words are an organisation by table or by their ending.
pub(super) fn is_organisation(folded: &str) -> bool {
    WORDS.organisations.contains(folded)
        || WORDS.acronyms.contains_key(folded)
        || folded.chars().count() >= 2
            && folded.ends_with(|c| "署处局厅方党社".contains(c))
            && !is_common(folded)
        || folded.chars().count() >= 3 && folded.ends_with(|c| ENDINGS.contains(c)) && !is_common(folded)
}

/// Returns true if one of two names, in any script, is another form of the other: the same without its title (陳美寶局長,
/// 陳局長), shortened to some of its characters (香港大學, 港大), or an acronym of the table (IMF).
pub fn is_another_form(a: &str, b: &str) -> bool {
    let (a, b) = (folded(a), folded(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a == b || is_one_body(&a, &b) {
        return true;
    }
    let ((name_a, title_a), (name_b, title_b)) = (without_title(&a), without_title(&b));
    if is_other_title(title_a, title_b) {
        return false;
    }
    if name_a == name_b {
        return true;
    }
    let (long, short) =
        if name_a.chars().count() >= name_b.chars().count() { (name_a, name_b) } else { (name_b, name_a) };
    let is_surname = surname(long).is_some_and(|of| short.chars().count() == of && long.starts_with(short));
    is_surname && (2..=4).contains(&long.chars().count()) || is_shortened(long, short)
}

/// Returns true if two titles cannot be of one person: 先生, 女士.
pub(super) fn is_other_title(a: &str, b: &str) -> bool {
    !(a.is_empty() || b.is_empty() || a.contains(b) || b.contains(a))
        || a != b
            && MODIFIERS
                .iter()
                .any(|before| a.strip_prefix(before) == Some(b) || b.strip_prefix(before) == Some(a))
}

/// Returns true if a name of four characters and more is shortened to some of them, in order.
pub(super) fn is_shortened(long: &str, short: &str) -> bool {
    let (of_long, of_short) = (long.chars().count(), short.chars().count());
    // 立法會 and 立會: three characters are enough for an organisation.
    let is_brief = of_long == 3 && is_organisation(long) && long.chars().next() == short.chars().next();
    if of_long < 4 && !is_brief || of_short < 2 || of_long < of_short.saturating_add(1) || is_title(short) {
        return false;
    }
    let mut rest = long.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_forms_of_one_name_and_other_names_are_not() {
        for (a, b) in [
            ("香港大學", "港大"),
            ("世界衛生組織", "世衞"),
            ("陳美寶局長", "陳局長"),
            ("陳美寶", "陳局長"),
            ("醫院管理局", "醫管局"),
            ("消費者委員會", "消委會"),
            ("人民銀行", "人行"),
            ("國際貨幣基金組織", "IMF"),
            ("鄭太太", "鄭太"),
            ("聯合國安全理事會", "安理會"),
            ("香港大学", "港大"),
        ] {
            assert!(is_another_form(a, b) && is_another_form(b, a), "{a} {b}");
        }
        for (a, b) in [
            ("何志堅", "何志謙"),
            ("林國雄", "蘇啟邦"),
            ("王先生", "王女士"),
            ("副署長", "署長"),
            ("港航", "國泰"),
            ("上海", "首爾"),
            ("警方", "校方"),
            ("", "他"),
        ] {
            assert!(!is_another_form(a, b) && !is_another_form(b, a), "{a} {b}");
        }
    }
}
