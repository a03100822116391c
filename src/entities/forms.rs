//! The forms of a person's name: in full, the surname before a title, the given name, the last part of a foreign name.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;
use crate::text::fold;

/// The dot between the parts of a foreign name, folded.
const DOT: char = '·';

/// The shortest form of a person that is searched by itself, in characters; a surname needs a title behind it.
const SHORTEST: usize = 2;

/// The longest Chinese, Japanese or Korean name, in characters.
const LONGEST: usize = 5;

static SURNAMES: LazyLock<FxHashSet<String>> = LazyLock::new(|| listed(lexicon::surnames()));
static TITLES: LazyLock<FxHashSet<String>> = LazyLock::new(|| listed(lexicon::titles()));
static SPEAKING: LazyLock<FxHashSet<String>> = LazyLock::new(|| listed(VERBS.split_whitespace()));

/// Verbs of what people do in news.
const VERBS: &str = "說 説 表示 指出 稱 認為 強調 透露 宣布 宣佈 承認 否認 回應 批評 呼籲 形容 補充 坦言 直言 相信 預料 \
    解釋 重申 警告 希望 建議 要求 質疑 譴責 獲 獲得 奪得 奪冠 擔任 出任 任命 當選 辭職 會見 會晤 訪問 抵達 出席 主持 致辭 \
    率領 率團 撰寫 飾演 主演 執導 出生 逝世 去世 病逝 畢業 結婚 下令 決定 認識 告訴 問 答 笑 寫 道";

fn listed(words: impl Iterator<Item = &'static str>) -> FxHashSet<String> {
    words.map(fold).collect()
}

/// Returns true if a folded word is a title of two characters and more.
pub(super) fn is_title(folded: &str) -> bool {
    folded.chars().count() >= SHORTEST && TITLES.contains(folded)
}

/// Returns what a folded word does near names: 1 a title, 2 a verb of what people do, 3 a word that ends with a title; 0 for
/// all others.
pub(super) fn role(folded: &str) -> u8 {
    if TITLES.contains(folded) {
        1
    } else if SPEAKING.contains(folded) {
        2
    } else if before_title(folded).is_some() {
        3
    } else {
        0
    }
}

/// Returns what is before the title that a folded word ends with.
pub(super) fn before_title(folded: &str) -> Option<&str> {
    let ends = folded.char_indices().skip(1);
    ends.filter_map(|(at, _)| folded.split_at_checked(at))
        .find(|(_, rest)| is_title(rest))
        .map(|(name, _)| name)
}

/// Returns the number of characters of the surname of a folded name.
fn surname(name: &[char]) -> Option<usize> {
    let begins = |length: usize| {
        let rest = name.len().checked_sub(length)?;
        let surname: String = name.get(..length)?.iter().collect();
        (rest > 0 && SURNAMES.contains(&surname)).then_some(length)
    };
    begins(2).or_else(|| begins(1))
}

/// The shorter forms of a person's full name, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ShortForms {
    /// The surname, which names the person before a title.
    pub(super) surname: Option<String>,
    /// A given name or the last part of a foreign name, which name the person by themselves.
    pub(super) alone: Option<String>,
}

/// Returns the shorter forms of a folded full name.
pub(super) fn short_forms(name: &str) -> ShortForms {
    let chars: Vec<char> = name.chars().collect();
    if let Some(at) = chars.iter().rposition(|&c| c == DOT || c == ' ') {
        let last: String = chars.iter().skip(at + 1).collect();
        let is_enough = last.chars().count() >= SHORTEST;
        return ShortForms { surname: None, alone: is_enough.then_some(last) };
    }
    match surname(&chars).and_then(|length| chars.split_at_checked(length)) {
        Some((surname, given)) if chars.len() <= LONGEST => ShortForms {
            surname: Some(surname.iter().collect()),
            alone: (given.len() == SHORTEST).then(|| given.iter().collect()),
        },
        _ => ShortForms::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_a_surname_of_one_or_two_characters_and_a_foreign_one_its_last_part() {
        let of = |name: &str| {
            let forms = short_forms(&fold(name));
            (forms.surname, forms.alone)
        };
        let some = |form: &str| Some(fold(form));
        assert_eq!(of("陳美寶"), (some("陳"), some("美寶")));
        assert_eq!(of("司徒永華"), (some("司徒"), some("永華")));
        assert_eq!(of("上官美琪"), (some("上官"), some("美琪")));
        assert_eq!(of("唐納·特朗普"), (None, some("特朗普")));
        assert_eq!(of("阿里"), (None, None));
    }
}
