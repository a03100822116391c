//! Names that are mended by rule, because the sentences that were learnt have too few of their kind.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::EntityKind;
use super::sentence::{EntitySentence, OTHERS, SeenWord, WORD_GROUPS};
use crate::segment::Tag;
use crate::text::fold;

/// A name: its first unit, the unit after its last, its kind.
type Name = (usize, usize, EntityKind);

/// Folded characters that stand for a country, two of which side by side are two places.
const COUNTRIES: &str = "中美英法德俄日韩朝印";

/// The groups of listed words that are people, and that of the list of places.
const PEOPLE: [usize; 3] = [0, 1, WORD_GROUPS];
const KNOWN_PLACES: usize = WORD_GROUPS + 1;

/// Folded prepositions and conjunctions that are no surname, or seldom one.
const PREPOSITIONS: &str = "同与跟对在由据及";

/// Folded words that jieba's dictionary has among the people, and which are none in the news.
static NO_PEOPLE: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| COMMON.split_whitespace().map(fold).collect());

const COMMON: &str = "\
    高水平 高質量 高科技 高層次 馬拉松 嚴重性 東道主 公開賽 季後賽 亞軍 從政 從軍 冷清 冷笑 凱旋 加薪 華麗 華裔 卓越 原諒 \
    雙贏 友誼 光榮 光輝 光耀 任憑 於今 何謂 修正 保健 體操 公正 關懷 農耕 博客 博士生 衛冕 安全性 安全感 安危 安撫 安靜 安逸 \
    寧靜 寧可 寶貴 弘揚 康復 廉政 和睦 和善 和諧 周全 周詳 周轉 周旋 呼喚 富豪 封鎖 小康 山洪 巧遇 巨星 師生 常勝 平添 幸存者 \
    張揚 張口 小學生 小提琴 衛星 太陽光 文明 元老 元帥 雲彩 叢林 宣言 宮殿 屠宰 巧克力 孤兒 孔雀";

/// Mends the names of a sentence.
pub(super) fn mended(sentence: &EntitySentence, names: Vec<Name>) -> Vec<Name> {
    let mend = |name: Name| {
        let name = without_preposition(sentence, name);
        if is_common_word(sentence, name) {
            return Vec::new();
        }
        two_countries(sentence, known_place(sentence, name))
    };
    names.into_iter().flat_map(mend).collect()
}

/// Takes a preposition off the beginning of a name, be it a word of its own or not: 同普京.
fn without_preposition(sentence: &EntitySentence, (first, end, kind): Name) -> Name {
    let is_before = sentence.units.get(first).is_some_and(|unit| PREPOSITIONS.contains(unit.symbol));
    let is_known = PEOPLE.into_iter().any(|group| sentence.is_listed(group, first + 1, end));
    let is_word = sentence.words_of(first + 1, end).next().is_some_and(|name| {
        let tag = Tag::numbered(name.tag);
        let is_name = EntityKind::of_tag(tag).is_some() || tag == Tag::UNKNOWN;
        name.first == first + 1 && name.end - name.first > 1 && is_name
    });
    if is_before && (is_word || kind == EntityKind::Person && is_known) {
        (first + 1, end, kind)
    } else {
        (first, end, kind)
    }
}

/// Returns true if what was taken for a person is a common word of the dictionary: 達成.
fn is_common_word(sentence: &EntitySentence, (first, end, kind): Name) -> bool {
    if kind != EntityKind::Person || end - first < 2 {
        return false;
    }
    let units = sentence.units.get(first..end).unwrap_or_default();
    let word: String = units.iter().map(|unit| unit.symbol).collect();
    let is_frequent =
        units.first().is_some_and(|unit| unit.lists.get(OTHERS).is_some_and(|list| list >> 5 == 3));
    let is_verb = |word: &SeenWord| {
        let tag = Tag::numbered(word.tag).name();
        word.first == first
            && word.end == end
            && matches!(tag, "v" | "vn" | "a" | "ad" | "an" | "d" | "c" | "p")
    };
    let is_other = is_frequent && sentence.is_listed(OTHERS, first, end);
    is_other && sentence.words_of(first, end).next().is_some_and(is_verb) || NO_PEOPLE.contains(&word)
}

/// Makes a place of what was taken for a person if it is a known place and no known person: 高雄.
fn known_place(sentence: &EntitySentence, (first, end, kind): Name) -> Name {
    let is_listed = |group: usize| sentence.is_listed(group, first, end);
    let is_place =
        kind == EntityKind::Person && is_listed(KNOWN_PLACES) && !PEOPLE.into_iter().any(is_listed);
    (first, end, if is_place { EntityKind::Place } else { kind })
}

/// Divides a place of two countries: 中俄, and 中俄關係, which is none as a whole.
fn two_countries(sentence: &EntitySentence, (first, end, kind): Name) -> Vec<Name> {
    let units = sentence.units.get(first..end).unwrap_or_default();
    let (countries, rest) = units.split_at_checked(2).unwrap_or_default();
    let are_countries = countries.len() == 2 && countries.iter().all(|unit| COUNTRIES.contains(unit.symbol));
    let rest: String = rest.iter().map(|unit| unit.symbol).collect();
    if kind == EntityKind::Place && are_countries && matches!(rest.as_str(), "" | "关系") {
        vec![(first, first + 1, kind), (first + 1, first + 2, kind)]
    } else {
        vec![(first, end, kind)]
    }
}
