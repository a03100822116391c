//! Conversion of the word boundaries of the Universal Dependencies treebanks to those that newspaper readers
//! expect.
//!
//! The treebanks separate suffixes, surnames and months (加速 度, 王 小明, 5 月); newspaper convention joins
//! them and separates ordinals and percentages instead (第 2, 5 %). Each rule reads forms, tags and relations
//! only.

mod lists;

use duidu::text::is_han;

use crate::conllu::Token;
pub(crate) use lists::SURNAMES;
use lists::{BOUND, DOUBLE_SURNAMES};

/// Converts the words of a sentence to newspaper convention, each with true if a space follows it.
pub(crate) fn words(sentence: &[Token]) -> Vec<(String, bool)> {
    let joined = joins(sentence);
    let mut words: Vec<(String, bool)> = Vec::new();
    for (at, token) in sentence.iter().enumerate() {
        let form = token.form.as_str();
        match words.last_mut() {
            Some((word, space)) if joined[at] => {
                word.push_str(form);
                *space = token.space_after;
            }
            _ => words.push((form.to_owned(), token.space_after)),
        }
    }
    words.into_iter().flat_map(|(word, space)| cut(word, space)).collect()
}

/// Returns for each token true if it is joined to the one before it.
fn joins(sentence: &[Token]) -> Vec<bool> {
    let mut joined = vec![false; sentence.len()];
    for at in 1..sentence.len() {
        let (before, here) = (&sentence[at - 1], &sentence[at]);
        if before.space_after {
            continue;
        }
        joined[at] |= is_suffixed(before, here)
            || is_month(before, here)
            || is_full_name(before, here, at)
            || is_pair_of_places(before, here)
            || before.form == "雙" && is_single(here) && here.form.chars().all(is_han)
            || BOUND.contains(&format!("{} {}", before.form, here.form).as_str());
        if is_dot(&here.form) && is_nominal(before) && sentence.get(at + 1).is_some_and(is_nominal) {
            joined[at] = true;
            joined[at + 1] = true;
        }
    }
    joined
}

/// Returns true for a suffix after its base: 加速 度, 科學 家, 現代 化.
fn is_suffixed(before: &Token, suffix: &Token) -> bool {
    if !suffix.xpos.starts_with("SF") {
        return false;
    }
    match before.xpos.as_str() {
        "NN" | "NNP" | "JJ" | "VV" | "SFN" | "SFV" | "RB" | "FW" | "PFA" => true,
        // 三 國 but 三 人: people are counted, not named.
        "CD" => suffix.form != "人" && is_single(before),
        _ => false,
    }
}

/// Returns true for a month after its number, which together are one word: 5 月, 十二 月.
fn is_month(before: &Token, here: &Token) -> bool {
    let length = before.form.chars().count();
    here.form == "月"
        && (1..=2).contains(&length)
        && before.form.chars().all(|c| c.is_numeric() || "一二三四五六七八九十".contains(c))
}

/// Returns true for a surname and the given name it depends on, or that depends on it: 王 小明.
fn is_full_name(before: &Token, here: &Token, at: usize) -> bool {
    let is_surname = match before.form.chars().count() {
        1 => before.form.chars().all(|c| SURNAMES.contains(c)),
        2 => DOUBLE_SURNAMES.contains(&before.form.as_str()),
        _ => false,
    };
    is_surname
        && is_proper(before)
        && is_proper(here)
        && here.form.chars().count() <= 2
        && (before.head == at + 1 || here.head == at)
}

/// Returns true for two places of one character each: 中 俄, 滬 寧.
fn is_pair_of_places(before: &Token, here: &Token) -> bool {
    is_proper(before)
        && is_proper(here)
        && is_single(before)
        && is_single(here)
        && (before.relation == "conj" || here.relation == "conj")
}

fn is_proper(token: &Token) -> bool {
    token.upos == "PROPN"
}

fn is_nominal(token: &Token) -> bool {
    matches!(token.upos.as_str(), "PROPN" | "NOUN" | "X") || token.xpos == "SFN"
}

fn is_single(token: &Token) -> bool {
    token.form.chars().nth(1).is_none()
}

fn is_dot(form: &str) -> bool {
    matches!(form, "·" | "‧" | "．" | "・" | "•")
}

/// Splits an ordinal: 第三 → 第, 三. Percentages need no rule here: a sign is a unit by itself.
pub(crate) fn cut(word: String, space: bool) -> Vec<(String, bool)> {
    match word.strip_prefix('第') {
        Some(rest)
            if !rest.is_empty()
                && rest.chars().all(|c| c.is_numeric() || "一二三四五六七八九十百".contains(c)) =>
        {
            vec![("第".to_owned(), false), (rest.to_owned(), space)]
        }
        _ => vec![(word, space)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Converts tokens given as “form/upos/xpos/head/relation”.
    fn convert(tokens: &str) -> String {
        let sentence: Vec<Token> = tokens
            .split(' ')
            .map(|token| {
                let parts: Vec<&str> = token.split('/').collect();
                Token {
                    form: parts[0].into(),
                    upos: parts[1].into(),
                    xpos: parts[2].into(),
                    head: parts.get(3).map_or(0, |head| head.parse().unwrap()),
                    relation: parts.get(4).copied().unwrap_or("").into(),
                    space_after: false,
                }
            })
            .collect();
        words(&sentence).into_iter().map(|(word, _)| word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn suffixes_join_their_base() {
        assert_eq!(convert("加速/VERB/VV 度/PART/SFN 大/ADJ/JJ"), "加速度 大");
        assert_eq!(convert("三/NUM/CD 國/PART/SFN 五/NUM/CD 人/PART/SFN"), "三國 五 人");
    }

    #[test]
    fn surnames_join_given_names_related_to_them_in_the_tree() {
        assert_eq!(convert("王/PROPN/NNP/2 小明/PROPN/NNP/0 來/VERB/VV"), "王小明 來");
        assert_eq!(convert("歐陽/PROPN/NNP/0 修/PROPN/NNP/1"), "歐陽修");
        assert_eq!(convert("王/PROPN/NNP/3 小明/PROPN/NNP/3 來/VERB/VV/0"), "王 小明 來");
    }

    #[test]
    fn months_pairs_of_places_and_dotted_names_are_words() {
        assert_eq!(convert("5/NUM/CD 月/NOUN/NNB 9/NUM/CD 日/NOUN/NNB"), "5月 9 日");
        assert_eq!(convert("中/PROPN/NNP/0 俄/PROPN/NNP/1/conj 關係/NOUN/NN"), "中俄 關係");
        assert_eq!(convert("約翰/PROPN/NNP ·/PUNCT/P 史密斯/PROPN/NNP"), "約翰·史密斯");
    }

    #[test]
    fn ordinals_are_split_and_bound_phrases_joined() {
        assert_eq!(convert("第二/NUM/CD 次/NOUN/NNB"), "第 二 次");
        assert_eq!(convert("美/PROPN/NNP 元/NOUN/NN 總/ADJ/JJ 統/NOUN/NN"), "美元 總統");
    }
}
