//! Tests of finding terms by counting.

use super::*;
use crate::text::{Span, is_word_character};

/// Counts in documents of words “form/tag” separated by spaces.
fn count(documents: &[&str]) -> Vec<Termhood> {
    let mut vocabulary = Vocabulary::default();
    let tokens = |document: &&str| {
        let all = document.split(' ').map(|word| {
            let (form, tag) = word.split_once('/').unwrap();
            Token {
                span: Span::default(),
                word: vocabulary.intern(form),
                tag: Tag::named(tag).number(),
                is_word: form.contains(is_word_character),
            }
        });
        Tokens { all: all.collect() }
    };
    let documents: Vec<Tokens> = documents.iter().map(tokens).collect();
    candidates(&documents, &vocabulary)
}

fn of<'t>(found: &'t [Termhood], form: &str) -> &'t Termhood {
    found.iter().find(|term| term.form == form).unwrap_or_else(|| panic!("{form} in {found:#?}"))
}

/// Compares with the structure of the example of Frantzi, Ananiadou and Mima (2000, section 2.3.1), in small:
/// *a b c* occurs 3 times inside *x a b c* and 4 times by itself.
#[test]
fn occurrences_in_a_longer_term_are_subtracted() {
    let found = count(&[
        "看/v 甲/n 乙/n 丙/n 。/w 説/v 丁/n 甲/n 乙/n 丙/n ，/w 想/v 丁/n 甲/n 乙/n 丙/n 。/w",
        "聽/v 甲/n 乙/n 丙/n 。/w 寫/v 丁/n 甲/n 乙/n 丙/n 嗎/y 讀/v 甲/n 乙/n 丙/n 呢/y 唱/v 甲/n 乙/n 丙/n ！/w",
    ]);
    let term = of(&found, "甲乙丙");
    assert_eq!((term.words, term.frequency, term.range), (3, 7, 2));
    // One longer candidate, with 3 occurrences.
    assert!((term.c_value - libm::log2(3.0) * (7.0 - 3.0)).abs() < 1e-12);
    assert!((of(&found, "丁甲乙丙").c_value - 2.0 * 3.0).abs() < 1e-12);
    // 乙丙 occurs 3 times in 丁甲乙丙 and 4 more in 甲乙丙; only 丁甲乙丙 and 甲乙丙 contain it.
    assert!((of(&found, "乙丙").c_value - (7.0 - (3.0 + 4.0) / 2.0)).abs() < 1e-12);
    assert!((term.bound - 3.0 / 7.0).abs() < 1e-12);
}

#[test]
fn a_sentence_that_papers_reprint_makes_no_term() {
    let printed = "他/r 説/v 金色/n 黎明/n 計劃/n 是/v 好/a 的/uj 。/w";
    let found = count(&[printed; 9]);
    let term = of(&found, "金色黎明計劃");
    assert_eq!((term.frequency, term.range, term.contexts), (9, 9, 1));
    assert!(!term.reaches(Thresholds::default()));
    let varied = count(&[
        printed,
        "對/p 金色/n 黎明/n 計劃/n 有/v 利/n",
        "推動/v 金色/n 黎明/n 計劃/n ，/w",
        "批評/v 金色/n 黎明/n 計劃/n 並/d 無/v",
    ]);
    assert!(of(&varied, "金色黎明計劃").reaches(Thresholds::default()));
}

#[test]
fn names_verbs_particles_and_stop_words_make_no_candidate() {
    let found = count(&[
        "王大文/nr 主席/n 訪問/v 中心/n 的/uj 主任/n",
        "王大文/nr 主席/n 訪問/v 中心/n 的/uj 主任/n",
    ]);
    assert_eq!(found, []);
}

#[test]
fn neither_script_nor_order_of_documents_matters() {
    let (first, second) = ("看/v 衞生/n 組織/n 。/w", "説/v 卫生/n 组织/n ，/w");
    let (one, other) = (count(&[first, second]), count(&[second, first]));
    assert_eq!(one.len(), 1);
    assert_eq!((one[0].frequency, one[0].range), (2, 2));
    assert_eq!(one[0].form, "衞生組織");
    assert_eq!(
        Termhood { form: String::new(), ..one[0].clone() },
        Termhood { form: String::new(), ..other[0].clone() }
    );
}
