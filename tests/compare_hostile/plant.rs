//! Planting edits, with a record of the place of each on both sides.

use std::collections::BTreeMap;

use duidu::compare::DifferenceType;
use duidu::text::{Span, is_han};

use crate::numbers::rewritten;
use crate::random::Random;
use crate::score::Planted;
use crate::tables::{ADDITIONS, NUMBERS, SHORT, VARIANTS, WORDINGS};
use crate::texts::{Cutter, Story};

/// The amount of editing of a story.
#[derive(Clone, Copy)]
pub(crate) struct Profile {
    pub(crate) name: &'static str,
    /// Percentage of sentences that are edited.
    pub(crate) sentences: usize,
    /// Maximum number of edits in such a sentence.
    pub(crate) most: usize,
    /// Number of words left unedited around each edit.
    pub(crate) gap: usize,
    /// Number of passages that move far.
    pub(crate) moves: usize,
    /// Number of passages that change places with their neighbour.
    pub(crate) near: usize,
    /// Percentage of sentences that are split or joined to the next.
    pub(crate) joints: usize,
    /// Percentage of paragraphs that lose or gain a sentence.
    pub(crate) whole: usize,
}

#[derive(Clone, Debug)]
struct Word {
    a: String,
    b: String,
    edit: Option<usize>,
}

#[derive(Clone, Debug)]
struct Sentence {
    words: Vec<Word>,
    number: usize,
}

const ADDED: usize = 1_000_000;

pub(crate) fn plant(story: &Story, random: &mut Random, cutter: &Cutter, profile: Profile) -> Planted {
    let mut kinds: Vec<DifferenceType> = Vec::new();
    let mut number = 0;
    let mut all: Vec<Vec<Sentence>> = Vec::new();
    let everything: Vec<String> =
        story.iter().flatten().flat_map(|sentence| cutter.words(sentence)).collect();
    for paragraph in story {
        let mut sentences = Vec::new();
        for sentence in paragraph {
            let same = |word: String| Word { a: word.clone(), b: word, edit: None };
            let mut sentence =
                Sentence { words: cutter.words(sentence).into_iter().map(same).collect(), number };
            number += 1;
            if random.chance(profile.sentences) {
                for _ in 0..1 + random.below(profile.most) {
                    let kind = *random.of(&DifferenceType::ALL);
                    for _ in 0..20 {
                        if edit(&mut sentence.words, kind, kinds.len(), random, profile.gap, &everything) {
                            kinds.push(kind);
                            break;
                        }
                    }
                }
            }
            sentences.push(sentence);
        }
        all.push(sentences);
    }
    joints(&mut all, random, profile.joints, &mut kinds);
    let before = all.clone();
    let moves = rearrange(&mut all, random, profile);
    let moved: Vec<usize> = moves.iter().flatten().flatten().copied().collect();
    let dropped = drop_and_add(&mut all, random, profile.whole, &moved, &everything);
    let (a, edits_a, sentences_a) = print(&before, |word| &word.a);
    let (b, edits_b, sentences_b) = print(&all, |word| &word.b);
    let place = |number: &usize| Some((*sentences_a.get(number)?, *sentences_b.get(number)?));
    Planted {
        edits: kinds
            .iter()
            .enumerate()
            .filter_map(|(edit, &kind)| Some((kind, *edits_a.get(&edit)?, *edits_b.get(&edit)?)))
            .collect(),
        moves: moves
            .iter()
            .map(|one| one.iter().flatten().filter_map(place).collect::<Vec<_>>())
            .filter(|one| !one.is_empty())
            .collect(),
        only: (
            dropped.iter().filter_map(|number| sentences_a.get(number).copied()).collect(),
            sentences_b.iter().filter(|(number, _)| **number >= ADDED).map(|(_, span)| *span).collect(),
        ),
        a,
        b,
    }
}

/// Changes full stops to commas, and commas to full stops.
fn joints(all: &mut [Vec<Sentence>], random: &mut Random, percent: usize, kinds: &mut Vec<DifferenceType>) {
    for paragraph in all {
        let last = paragraph.len().saturating_sub(1);
        for (at, sentence) in paragraph.iter_mut().enumerate() {
            if !random.chance(percent) {
                continue;
            }
            let free = |words: &[Word], at: usize| {
                words[at.saturating_sub(2)..(at + 3).min(words.len())].iter().all(|word| word.edit.is_none())
            };
            let commas: Vec<usize> = (4..sentence.words.len().saturating_sub(4))
                .filter(|&at| sentence.words[at].a == "，" && free(&sentence.words, at))
                .collect();
            let end = sentence.words.len() - 1;
            let (place, mark) = if !commas.is_empty() && random.chance(50) {
                (*random.of(&commas), "。")
            } else if at < last && sentence.words[end].a == "。" && free(&sentence.words, end) {
                (end, "，")
            } else {
                continue;
            };
            sentence.words[place].b = mark.to_owned();
            sentence.words[place].edit = Some(kinds.len());
            kinds.push(DifferenceType::Punctuation);
        }
    }
}

/// Moves passages; returns for each move the passages that may count as moved, as numbers of sentences.
fn rearrange(all: &mut Vec<Vec<Sentence>>, random: &mut Random, profile: Profile) -> Vec<Vec<Vec<usize>>> {
    let numbers =
        |sentences: &[Sentence]| sentences.iter().map(|sentence| sentence.number).collect::<Vec<_>>();
    let mut moves: Vec<Vec<Vec<usize>>> = Vec::new();
    let mut touched: Vec<usize> = Vec::new();
    if all.len() < 2 && all.first().is_none_or(|paragraph| paragraph.len() < 2) {
        return moves;
    }
    for turn in 0..profile.moves + profile.near {
        let near = turn >= profile.moves;
        let from = random.below(all.len());
        let free = |sentences: &[Sentence], touched: &[usize]| {
            sentences.iter().all(|s| !touched.contains(&s.number) && ends(s))
        };
        if near {
            if random.chance(50) && from + 1 < all.len() {
                if free(&all[from], &touched) && free(&all[from + 1], &touched) {
                    let both = vec![numbers(&all[from]), numbers(&all[from + 1])];
                    touched.extend(both.iter().flatten());
                    moves.push(both);
                    all.swap(from, from + 1);
                }
            } else if all[from].len() > 1 && free(&all[from], &touched) {
                let at = random.below(all[from].len() - 1);
                let both = vec![numbers(&all[from][at..=at]), numbers(&all[from][at + 1..=at + 1])];
                touched.extend(numbers(&all[from]));
                moves.push(both);
                all[from].swap(at, at + 1);
            }
            continue;
        }
        let to = random.below(all.len());
        if from.abs_diff(to) < 2 || !free(&all[from], &touched) || !free(&all[to], &touched) {
            continue;
        }
        // A passage that was passed over may not have moved before: otherwise it is ambiguous which one
        // moved.
        let between = all[from.min(to)..=from.max(to)].concat();
        if !free(&between, &touched) {
            continue;
        }
        let jumped = |taken: &[usize]| {
            numbers(&between).into_iter().filter(|n| !taken.contains(n)).collect::<Vec<_>>()
        };
        if random.chance(40) {
            let paragraph = all.remove(from);
            let taken = numbers(&paragraph);
            let rest = jumped(&taken);
            touched.extend(numbers(&between));
            all.insert(to, paragraph);
            moves.push(if rest.len() > 3 * taken.len() { vec![taken] } else { vec![taken, rest] });
        } else if all[from].len() > 1 {
            let at = random.below(all[from].len());
            let sentence = all[from].remove(at);
            let taken = vec![sentence.number];
            let rest = jumped(&taken);
            touched.extend(numbers(&between));
            let at = random.below(all[to].len() + 1);
            all[to].insert(at, sentence);
            moves.push(if rest.len() > 3 { vec![taken] } else { vec![taken, rest] });
        }
    }
    moves
}

fn drop_and_add(
    all: &mut [Vec<Sentence>],
    random: &mut Random,
    percent: usize,
    moved: &[usize],
    everything: &[String],
) -> Vec<usize> {
    let mut dropped = Vec::new();
    for (number, paragraph) in (ADDED..).zip(all) {
        if random.chance(percent) && paragraph.len() > 1 {
            let at = random.below(paragraph.len());
            let plain = paragraph[at].words.iter().all(|word| word.edit.is_none());
            let before = at.checked_sub(1).is_none_or(|before| ends(&paragraph[before]));
            if plain && before && ends(&paragraph[at]) && !moved.contains(&paragraph[at].number) {
                dropped.push(paragraph.remove(at).number);
            }
        }
        if random.chance(percent) && paragraph.first().is_some_and(ends) {
            // Words of the same text in random order: as similar as an invented sentence can be.
            let content: Vec<&String> = everything.iter().filter(|word| word.chars().all(is_han)).collect();
            let mut words: Vec<String> =
                (0..6 + random.below(10)).map(|_| (*random.of(&content)).clone()).collect();
            words.push("。".to_owned());
            if random.chance(30) {
                words = vec![(*random.of(SHORT)).to_owned()];
            }
            let words = words.into_iter().map(|b| Word { a: String::new(), b, edit: None }).collect();
            paragraph.insert(1, Sentence { words, number });
        }
    }
    dropped
}

/// Returns true if a sentence ends on both sides as a sentence does.
fn ends(sentence: &Sentence) -> bool {
    let stop = |of: &str| of.ends_with(['。', '！', '？', '」', '”']);
    sentence.words.last().is_some_and(|word| stop(&word.a) && stop(&word.b))
}

type Places = BTreeMap<usize, Span>;

fn print(paragraphs: &[Vec<Sentence>], of: impl Fn(&Word) -> &str) -> (String, Places, Places) {
    let (mut text, mut edits, mut sentences) = (String::new(), Places::new(), Places::new());
    for paragraph in paragraphs {
        for sentence in paragraph {
            let first = text.len();
            for word in &sentence.words {
                let start = text.len();
                text.push_str(of(word));
                if let Some(edit) = word.edit {
                    let end = text.len();
                    let place = edits.entry(edit).or_insert(Span::new(start, end));
                    *place = Span::new(place.start as usize, end);
                }
            }
            sentences.insert(sentence.number, Span::new(first, text.len()));
        }
        text.push('\n');
    }
    (text, edits, sentences)
}

fn edit(
    words: &mut Vec<Word>,
    kind: DifferenceType,
    number: usize,
    random: &mut Random,
    gap: usize,
    everything: &[String],
) -> bool {
    // The beginning and end of a sentence are more likely than other places.
    let at = match random.below(8) {
        0 => 0,
        1 => words.len().saturating_sub(2),
        _ => random.below(words.len()),
    };
    let long = 1 + random.below(3);
    let around = at.saturating_sub(gap)..(at + long + gap).min(words.len());
    if words[around].iter().any(|word| word.edit.is_some()) {
        return false;
    }
    let last = words.len() - 1;
    let is_word = |word: &Word| word.a.chars().all(is_han) && !word.a.is_empty();
    let word = words[at].a.clone();
    let change = |word: &mut Word, b: String| {
        let changed = word.a != b;
        if changed {
            word.b = b;
            word.edit = Some(number);
        }
        changed
    };
    match kind {
        DifferenceType::Variant => {
            let other =
                |c: char| VARIANTS.iter().find(|pair| pair.contains(c))?.chars().find(|&other| other != c);
            let Some(place) = word.chars().position(|c| other(c).is_some()) else { return false };
            let b = word.chars().enumerate().map(|(n, c)| if n == place { other(c).unwrap_or(c) } else { c });
            let b = b.collect();
            change(&mut words[at], b)
        }
        DifferenceType::Punctuation => {
            let exchange: &[(&str, &[&str])] = &[
                ("，", &["，", "、", "；", "。", "", "：", ","]),
                ("、", &["，", "；", ""]),
                ("。", &["！", "？"]),
                ("：", &["，", ":", "——"]),
                ("「", &["“", "『", ""]),
                ("」", &["”", "』", ""]),
                ("；", &["，", "。"]),
                ("（", &["("]),
                ("）", &[")"]),
            ];
            match exchange.iter().find(|(mark, _)| *mark == word) {
                Some((_, others)) => {
                    let b = (*random.of(others)).to_owned();
                    let cuts = b == "。" && (at < 3 || at + 3 > last);
                    !cuts && change(&mut words[at], b)
                }
                None if at > 0 && at < last && is_word(&words[at]) && is_word(&words[at - 1]) => {
                    let b = (*random.of(&["，", "、", "「", "——"])).to_owned();
                    words.insert(at, Word { a: String::new(), b, edit: Some(number) });
                    true
                }
                None => false,
            }
        }
        DifferenceType::Number => {
            let number_like = |word: &Word| {
                word.a.chars().any(|c| {
                    c.is_numeric()
                        || "〇零一二三四五六七八九十百千萬億兩年月日分成多第點廿．.,%％：:/".contains(c)
                })
            };
            let behind = words.get(at + 1).filter(|word| word.edit.is_none()).map_or("", |word| &*word.a);
            if random.chance(60)
                && let Some((b, takes_behind)) = rewritten(&word, behind, random)
            {
                if takes_behind {
                    _ = change(&mut words[at + 1], String::new());
                }
                return change(&mut words[at], b);
            }
            let beside = words[at.saturating_sub(1)..(at + 1).min(words.len())].iter().any(number_like);
            if at == 0 || beside {
                return false;
            }
            let &(a, b, unit) = random.of(NUMBERS);
            let (a, b) = if random.chance(50) { (a, b) } else { (b, a) };
            let unit = Word { a: unit.to_owned(), b: unit.to_owned(), edit: None };
            words.insert(at, unit);
            words.insert(at, Word { a: a.to_owned(), b: b.to_owned(), edit: Some(number) });
            true
        }
        DifferenceType::Wording => {
            let known = WORDINGS.iter().find_map(|&(x, y)| {
                if word == x {
                    Some(y)
                } else if word == y {
                    Some(x)
                } else {
                    None
                }
            });
            match known {
                Some(b) => change(&mut words[at], b.to_owned()),
                None if is_word(&words[at]) && word.chars().count() > 1 => {
                    let b = random.of(everything).clone();
                    let fits =
                        b.chars().all(is_han) && b.chars().count() > 1 && !b.contains(|c| word.contains(c));
                    fits && change(&mut words[at], b)
                }
                None => false,
            }
        }
        DifferenceType::Addition => {
            let phrase = (*random.of(ADDITIONS)).to_owned();
            let neighbours = [at.checked_sub(1), Some(at)];
            let spoils = phrase.ends_with('，') && at > 0 && words[at - 1].a != "，";
            let doubles = neighbours.into_iter().flatten().any(|n| words[n].a.contains(phrase.as_str()));
            let latin = words[at].a.contains(|c: char| c.is_ascii());
            if spoils || doubles || latin {
                return false;
            }
            words.insert(at, Word { a: String::new(), b: phrase, edit: Some(number) });
            true
        }
        DifferenceType::Omission => {
            if random.chance(15)
                && let Some(start) = words.iter().rposition(|word| word.a == "，")
                && start >= words.len() / 2
                && words[start.saturating_sub(gap)..last].iter().all(|word| word.edit.is_none())
            {
                // The last clause with the comma before it.
                words[start..last].iter_mut().for_each(|word| _ = change(word, String::new()));
                return true;
            }
            if random.chance(30) {
                // A clause with one of its commas.
                let Some(end) = (at..last).find(|&n| words[n].a == "，") else { return false };
                let start = (0..at)
                    .rev()
                    .find(|&n| "，：；「".contains(words[n].a.as_str()) && !words[n].a.is_empty());
                let start = start.map_or(0, |n| n + 1);
                let free = words[start.saturating_sub(gap)..(end + 1 + gap).min(words.len())]
                    .iter()
                    .all(|w| w.edit.is_none());
                // The rest must still be most of the sentence.
                if !free || end + 1 - start > words.len() / 3 {
                    return false;
                }
                words[start..=end].iter_mut().for_each(|word| _ = change(word, String::new()));
                return true;
            }
            let all = at + long < last && words[at..at + long].iter().all(is_word);
            all && words[at..at + long].iter_mut().all(|word| change(word, String::new()))
        }
    }
}
