//! The tables of names, and the words that tell persons and bodies, folded.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::folded;
use crate::lexicon;
use crate::text::OrderBy;

const ORGANISATIONS: &str = include_str!("../tables/organisations.txt");
const PLACES: &str = include_str!("../tables/places.txt");
const ACRONYMS: &str = include_str!("../tables/acronyms.tsv");
const PRONOUNS: &str = include_str!("../tables/pronouns.txt");

/// Last characters of the names of organisations, folded.
pub(super) const ENDINGS: &str = "署处局厅院会社党队部方司团校行馆所";

/// Nouns that end like an organisation but are none, folded.
static COMMON: LazyLock<FxHashSet<&str>> = LazyLock::new(|| COMMON_WORDS.split_whitespace().collect());

const COMMON_WORDS: &str = "\
    机会 委员会 管理局 基金会 董事会 理事会 常委会 研究所 研究院 事务所 办事处 秘书处 当局 警署 总局 分局 社会 \
    记者会 发布会 座谈会 音乐会 演唱会 大会 晚会 都会 运动会 分享会 招待会 听证会 研讨会 部队 军队 全部 内部 \
    局部 医院 住院 法院 执行 银行 旅行 流行 进行 对方 双方 地方 一方 前方 后方 各方 宿舍 学校 上司 公司 集团 \
    团队 球队 学会";

/// The words of the tables.
pub(super) struct Words {
    pub(super) organisations: FxHashSet<String>,
    pub(super) places: FxHashSet<String>,
    /// The countries and regions, on the first lines of the places.
    pub(super) countries: FxHashSet<String>,
    /// Further names of places, in one line with one of them.
    pub(super) other_places: FxHashSet<String>,
    /// Bodies that are no proper nouns, on the first line of the organisations.
    pub(super) common: FxHashSet<String>,
    pub(super) longest: usize,
    /// Their first characters.
    pub(super) beginnings: FxHashSet<char>,
    /// The number of the body that a name means.
    pub(super) acronyms: FxHashMap<String, usize>,
    pub(super) surnames: FxHashSet<String>,
    pub(super) titles: Vec<String>,
    pub(super) pronouns: FxHashSet<String>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
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

/// Returns true if a folded name is a country or a region.
pub(super) fn is_country(folded: &str) -> bool {
    WORDS.countries.contains(folded)
}

/// Returns true if two folded names are in one line of the table of names of one body.
pub(in crate::compare) fn is_one_body(a: &str, b: &str) -> bool {
    WORDS.acronyms.get(a).zip(WORDS.acronyms.get(b)).is_some_and(|(a, b)| a == b)
}

/// Returns true for nouns that end like an organisation but are none.
pub(super) fn is_common(folded: &str) -> bool {
    COMMON.contains(folded)
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

/// Returns true if folded words are an organisation by table or by their ending.
pub(super) fn is_organisation(folded: &str) -> bool {
    WORDS.organisations.contains(folded)
        || WORDS.acronyms.contains_key(folded)
        || folded.chars().count() >= 2
            && folded.ends_with(|c| "署处局厅方党社".contains(c))
            && !is_common(folded)
        || folded.chars().count() >= 3 && folded.ends_with(|c| ENDINGS.contains(c)) && !is_common(folded)
}
