//! Tests of the matrix, compared with a plain search through all pairs.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::compare::SAME_EVENT;

fn matrix(texts: &[String], minimum: u32) -> Matrix {
    let stories = texts.iter().map(|text| (text.as_str(), vec![Span::new(0, text.len())]));
    Matrix::new(stories, minimum, |_| ())
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[test]
fn shares_are_read_from_the_row_to_the_column() {
    let matrix = matrix(&owned(&["甲乙丙丁戊己", "庚甲乙丙辛壬癸子", "丑寅"]), 3);
    // Three of six letters; three of eight.
    assert_eq!((matrix.reuse(0, 1), matrix.reuse(1, 0)), (0.5, 0.375));
    assert_eq!((matrix.reuse(0, 0), matrix.reuse(0, 2), matrix.reuse(2, 1)), (1.0, 0.0, 0.0));
    assert_eq!(matrix.groups, [0, 0, 1]);
    assert_eq!(matrix.row(0, Matrix::reuse), [1.0, 0.5, 0.0]);
}

#[test]
fn what_many_unrelated_stories_say_is_discounted_and_a_copy_is_not() {
    let formula = "在新形勢下";
    let bodies = [
        "春眠不覺曉處處聞啼鳥夜來風雨聲",
        "白日依山盡黃河入海流欲窮千里目",
        "牀前明月光疑是地上霜舉頭望明月",
    ];
    let mut texts: Vec<String> = bodies.iter().map(|body| format!("{body}{formula}{body}")).collect();
    texts.push(format!("{}。{}", bodies[0], "其他的內容"));
    let matrix = matrix(&texts, 5);
    // The formula occurs in three groups: the two stories' own and one more.
    assert!((matrix.discounted(0, 1) - matrix.reuse(0, 1) / 2.0).abs() < 1e-12);
    // The copied body occurs in one group only.
    assert_eq!(matrix.groups, [0, 1, 2, 0]);
    assert_eq!(matrix.discounted(3, 0), matrix.reuse(3, 0));
    assert_eq!(matrix.discounted(0, 3), matrix.reuse(0, 3));
}

#[test]
fn no_stories_and_empty_ones_give_no_nonsense() {
    assert!(matrix(&[], 5).is_empty());
    assert!(matrix(&[], 5).closest(&[], 10, |_| ()).is_empty());
    let matrix = matrix(&owned(&["", "甲乙丙丁戊己"]), 3);
    assert_eq!((matrix.reuse(0, 0), matrix.reuse(0, 1), matrix.reuse(1, 1)), (0.0, 0.0, 1.0));
    assert!(matrix.closest(&[0, 1], 10, |_| ()).is_empty());
}

#[test]
fn of_one_text_printed_often_the_first_pairs_come_first() {
    let texts = vec!["甲乙丙丁戊己庚辛".to_owned(); 12];
    let matrix = matrix(&texts, 3);
    assert_eq!(matrix.groups, [0; 12]);
    let pages: Vec<u32> = (0..12).collect();
    assert_eq!(matrix.closest(&pages, 3, |_| ()), [(0, 1), (0, 2), (0, 3)]);
}

#[test]
fn progress_rises_to_the_whole() {
    let texts: Vec<String> = (0..40).map(|n| format!("甲乙丙丁戊己庚辛{n}壬癸子丑寅卯")).collect();
    let stories = texts.iter().map(|text| (text.as_str(), vec![Span::new(0, text.len())]));
    let mut heard = Vec::new();
    let matrix = Matrix::new(stories, 5, |done| heard.push(done));
    assert!(heard.is_sorted() && heard.last() == Some(&1.0), "{heard:?}");
    heard.clear();
    matrix.closest(&[0; 40], 10, |done| heard.push(done));
    assert!(heard.is_sorted() && heard.last() == Some(&1.0), "{heard:?}");
}

/// All numbers of a corpus by the definitions alone: every run of every story is searched in every other.
struct Plain {
    texts: Vec<Vec<char>>,
    length: usize,
    groups: Vec<u32>,
}

impl Plain {
    fn new(texts: &[String], length: usize) -> Self {
        let texts: Vec<Vec<char>> = texts.iter().map(|text| text.chars().collect()).collect();
        let mut plain = Self { groups: (0..).take(texts.len()).collect(), texts, length };
        // Repeats until nothing changes: each story gets the lowest number among those it is joined to.
        loop {
            let mut lowest = plain.groups.clone();
            for i in 0..plain.texts.len() {
                for j in 0..plain.texts.len() {
                    if i != j && plain.share(i, j, |_| 1.0) >= SAME_EVENT {
                        let both = lowest[i].min(lowest[j]);
                        (lowest[i], lowest[j]) = (both, both);
                    }
                }
            }
            if lowest == plain.groups {
                break;
            }
            plain.groups = lowest;
        }
        let mut firsts = plain.groups.clone();
        firsts.sort_unstable();
        firsts.dedup();
        for group in &mut plain.groups {
            *group = firsts.binary_search(group).unwrap() as u32;
        }
        plain
    }

    fn holds(&self, story: usize, run: &[char]) -> bool {
        self.texts[story].windows(self.length).any(|other| other == run)
    }

    fn share(&self, i: usize, j: usize, weight: impl Fn(&[char]) -> f64) -> f64 {
        if i == j || self.texts[i].is_empty() {
            return if self.texts[i].is_empty() { 0.0 } else { 1.0 };
        }
        let (mut covered_to, mut sum) = (0, 0.0);
        for (at, run) in self.texts[i].windows(self.length).enumerate() {
            if self.holds(j, run) {
                sum += (at + self.length - covered_to.max(at)) as f64 * weight(run);
                covered_to = at + self.length;
            }
        }
        sum / self.texts[i].len() as f64
    }

    fn discounted(&self, i: usize, j: usize) -> f64 {
        self.share(i, j, |run| {
            let mut others: Vec<u32> =
                (0..self.texts.len()).filter(|&at| self.holds(at, run)).map(|at| self.groups[at]).collect();
            others.retain(|group| ![self.groups[i], self.groups[j]].contains(group));
            others.sort_unstable();
            others.dedup();
            1.0 / (1 + others.len()) as f64
        })
    }

    /// Returns all pairs that share anything, ranked.
    fn closest(&self, pages: &[u32]) -> Vec<(usize, usize)> {
        let mut ranked = Vec::new();
        for j in 0..self.texts.len() {
            for i in 0..j {
                let (own, other) = (self.texts[i].len() as f64, self.texts[j].len() as f64);
                let found = self.discounted(i, j) * own + self.discounted(j, i) * other;
                let share = if own + other > 0.0 { (found / (own + other) * 1e6).round() } else { 0.0 };
                if share > 0.0 {
                    ranked.push((pages[i] == pages[j], std::cmp::Reverse(share as u32), i, j));
                }
            }
        }
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, _, i, j)| (i, j)).collect()
    }
}

fn agree(texts: &[String], pages: &[u32], length: u32) -> Result<(), TestCaseError> {
    let (plain, matrix) = (Plain::new(texts, length as usize), matrix(texts, length));
    prop_assert_eq!(&matrix.groups, &plain.groups);
    for i in 0..texts.len() {
        let (reuse, discounted) = (matrix.row(i, Matrix::reuse), matrix.row(i, Matrix::discounted));
        for j in 0..texts.len() {
            // To the last bit.
            prop_assert_eq!(reuse[j], plain.share(i, j, |_| 1.0));
            prop_assert_eq!((discounted[j], matrix.reuse(i, j)), (plain.discounted(i, j), reuse[j]));
            prop_assert_eq!(matrix.shared(i, j), matrix.shared(j, i));
        }
    }
    let all = plain.closest(pages);
    for most in [0, 1, 2, 5, usize::MAX] {
        prop_assert_eq!(matrix.closest(pages, most, |_| ()), &all[..all.len().min(most)]);
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_share_is_that_of_a_plain_search(
        stories in vec(("[甲乙丙]{0,18}", 0_u32..3), 0..9),
        length in 1_u32..5,
    ) {
        let (texts, pages): (Vec<String>, Vec<u32>) = stories.into_iter().unzip();
        agree(&texts, &pages, length)?;
    }

    /// Tries stories as in papers: their own words, and between them some of a few passages, whole or shortened.
    #[test]
    fn and_so_where_formulae_and_copies_meet(
        stories in vec((vec((0_usize..7, 0_usize..4, 0_usize..4), 0..5), 0_u32..3), 0..14),
        length in 2_u32..7,
    ) {
        let passages: Vec<Vec<char>> = ["據新華社報道", "在新形勢下攜手共建", "春眠不覺曉處處聞啼鳥", "白日依山盡黃河入海流欲窮", "轉載請註明出處"]
            .iter()
            .map(|passage| passage.chars().collect())
            .collect();
        let mut own = '\u{5000}'..;
        let (mut texts, mut pages) = (Vec::new(), Vec::new());
        for (parts, page) in stories {
            let mut text = String::new();
            for (number, skipped, left) in parts {
                match passages.get(number) {
                    Some(passage) => text.extend(&passage[skipped..passage.len() - left.min(2)]),
                    None => text.extend(own.by_ref().take(1 + 4 * left)),
                }
            }
            texts.push(text);
            pages.push(page);
        }
        // Letters are folded before they are compared, which the plain search does not do.
        let folded = |text: &String| letters(text, &[Span::new(0, text.len())]).into_iter().collect();
        let texts: Vec<String> = texts.iter().map(folded).collect();
        agree(&texts, &pages, length)?;
    }
}
