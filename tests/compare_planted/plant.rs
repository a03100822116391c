//! Planting edits into a story, with a record of the place of each on both sides.

use std::collections::BTreeMap;

use duidu::compare::DifferenceType;
use duidu::text::{Span, fold_char, is_han};

use crate::random::Random;
use crate::score::Planted;
use crate::story::{Dictionary, Paragraph};

/// A word on both sides.
#[derive(Clone)]
struct Word {
    a: String,
    b: String,
    edit: Option<usize>,
}

#[derive(Clone)]
struct Sentence {
    words: Vec<Word>,
    number: usize,
}

/// Characters by the form they fold to.
pub(crate) struct Kin(BTreeMap<char, Vec<char>>);

impl Kin {
    pub(crate) fn all() -> Self {
        let mut kin: BTreeMap<char, Vec<char>> = BTreeMap::new();
        for c in '\u{4E00}'..='\u{9FFF}' {
            kin.entry(fold_char(c)).or_default().push(c);
        }
        Self(kin)
    }

    fn other(&self, random: &mut Random, c: char) -> Option<char> {
        let others: Vec<char> =
            self.0.get(&fold_char(c))?.iter().copied().filter(|&other| other != c).collect();
        (!others.is_empty()).then(|| *random.of(&others))
    }
}

/// Plants edits: about `percent` of the sentences get one or two, and `moves` sentences or paragraphs move.
pub(crate) fn plant(
    story: &[Paragraph],
    random: &mut Random,
    dictionary: &Dictionary,
    kin: &Kin,
    percent: usize,
    moves: usize,
) -> Planted {
    let mut kinds = Vec::new();
    let mut number = 0;
    let mut paragraphs: Vec<Vec<Sentence>> = Vec::new();
    for paragraph in story {
        let mut sentences = Vec::new();
        for words in paragraph {
            let same = |word: &String| Word { a: word.clone(), b: word.clone(), edit: None };
            let mut sentence = Sentence { words: words.iter().map(same).collect(), number };
            number += 1;
            if random.chance(percent) {
                for _ in 0..1 + random.below(2) {
                    let kind = *random.of(&DifferenceType::ALL);
                    if edit(&mut sentence.words, kind, kinds.len(), random, dictionary, kin) {
                        kinds.push(kind);
                    }
                }
            }
            sentences.push(sentence);
        }
        paragraphs.push(sentences);
    }
    let before = paragraphs.clone();
    let moved = rearrange(&mut paragraphs, random, moves);
    let only = drop_and_add(&mut paragraphs, random, dictionary, &moved);
    let (a, places_a, sentences_a) = print(&before, |word| &word.a);
    let (b, places_b, sentences_b) = print(&paragraphs, |word| &word.b);
    let dropped: Vec<usize> = only.clone();
    let edits = kinds
        .into_iter()
        .enumerate()
        .filter_map(|(edit, kind)| Some((kind, *places_a.get(&edit)?, *places_b.get(&edit)?)))
        .collect();
    Planted {
        edits,
        moves: moved.iter().map(|number| vec![(sentences_a[number], sentences_b[number])]).collect(),
        only: (
            dropped.iter().map(|number| sentences_a[number]).collect(),
            sentences_b.iter().filter(|(number, _)| **number >= ADDED).map(|(_, span)| *span).collect(),
        ),
        a,
        b,
    }
}

/// The first number of the sentences that were added.
const ADDED: usize = 1_000_000;

/// Moves sentences, and sometimes a whole paragraph, well away from their places.
fn rearrange(paragraphs: &mut Vec<Vec<Sentence>>, random: &mut Random, moves: usize) -> Vec<usize> {
    let mut moved = Vec::new();
    for _ in 0..moves {
        let from = random.below(paragraphs.len());
        let to = random.below(paragraphs.len());
        if from.abs_diff(to) < 3 {
            continue;
        }
        let taken =
            |sentences: &[Sentence]| sentences.iter().any(|sentence| moved.contains(&sentence.number));
        if taken(&paragraphs[from]) || taken(&paragraphs[to]) {
            continue;
        }
        if paragraphs[from].len() < 4 && random.chance(30) {
            let paragraph = paragraphs.remove(from);
            moved.extend(paragraph.iter().map(|sentence| sentence.number));
            paragraphs.insert(to, paragraph);
        } else if paragraphs[from].len() > 1 {
            let at = random.below(paragraphs[from].len());
            let sentence = paragraphs[from].remove(at);
            moved.push(sentence.number);
            let at = random.below(paragraphs[to].len() + 1);
            paragraphs[to].insert(at, sentence);
        }
    }
    moved
}

/// Omits a sentence from one paragraph in ten and adds a new one to one in ten; returns the numbers of the
/// omitted ones.
fn drop_and_add(
    paragraphs: &mut [Vec<Sentence>],
    random: &mut Random,
    dictionary: &Dictionary,
    moved: &[usize],
) -> Vec<usize> {
    let mut dropped = Vec::new();
    for (number, paragraph) in (ADDED..).zip(paragraphs) {
        if random.chance(10) && paragraph.len() > 1 {
            let at = random.below(paragraph.len());
            let plain = paragraph[at].words.iter().all(|word| word.edit.is_none());
            if plain && !moved.contains(&paragraph[at].number) {
                dropped.push(paragraph.remove(at).number);
            }
        }
        if random.chance(10) {
            let mut words: Vec<String> = (0..12).map(|_| random.of(&dictionary.common).clone()).collect();
            words.push("。".to_owned());
            let words = words.into_iter().map(|b| Word { a: String::new(), b, edit: None }).collect();
            let at = random.below(paragraph.len() + 1);
            paragraph.insert(at, Sentence { words, number });
        }
    }
    dropped
}

type Places = BTreeMap<usize, Span>;

/// Prints one side: its text, the places of the edits and those of the sentences.
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

/// Makes one edit of `kind` at a place with untouched words around it, if the sentence has one.
fn edit(
    words: &mut Vec<Word>,
    kind: DifferenceType,
    number: usize,
    random: &mut Random,
    dictionary: &Dictionary,
    kin: &Kin,
) -> bool {
    for _ in 0..20 {
        let at = random.below(words.len());
        let long = 1 + random.below(3);
        let around = at.saturating_sub(2)..(at + long + 2).min(words.len());
        if words[around].iter().any(|word| word.edit.is_some()) {
            continue;
        }
        let last = words.len() - 1;
        let is_word = |word: &Word| word.a.chars().all(is_han) && !word.a.is_empty();
        let change = |word: &mut Word, b: String| {
            word.b = b;
            word.edit = Some(number);
            true
        };
        let word = words[at].a.clone();
        let done = match kind {
            DifferenceType::Variant => {
                let places: Vec<usize> = (0..word.chars().count()).collect();
                let place = *random.of(&places);
                let c = word.chars().nth(place).unwrap();
                is_han(c)
                    && kin.other(random, c).is_some_and(|other| {
                        let b = word
                            .chars()
                            .enumerate()
                            .map(|(n, c)| if n == place { other } else { c })
                            .collect();
                        change(&mut words[at], b)
                    })
            }
            DifferenceType::Punctuation => {
                let marks = ["，", "、", "；", "："];
                if marks.contains(&word.as_str()) && at > 0 {
                    let b = *random.of(&["，", "、", "；", "。", ""]);
                    b != word && change(&mut words[at], b.to_owned())
                } else if word == "。" && at == last {
                    change(&mut words[at], (*random.of(&["！", "？"])).to_owned())
                } else if at > 0
                    && at < last
                    && is_word(&words[at])
                    && is_word(&words[at - 1])
                    && random.chance(30)
                {
                    let b = (*random.of(&["，", "、"])).to_owned();
                    words.insert(at, Word { a: String::new(), b, edit: Some(number) });
                    true
                } else {
                    false
                }
            }
            DifferenceType::Number => {
                word.chars().all(|c| c.is_ascii_digit() || ",.".contains(c))
                    && written_otherwise(&word, random)
                        .is_some_and(|b| b != word && change(&mut words[at], b))
            }
            DifferenceType::Wording => {
                let b = random.of(&dictionary.common).clone();
                is_word(&words[at]) && word.chars().count() > 1 && b.chars().count() > 1 && b != word && {
                    change(&mut words[at], b)
                }
            }
            DifferenceType::Addition => {
                let phrase: String = (0..long).map(|_| random.of(&dictionary.common).as_str()).collect();
                let opens = at == 0 || words[at - 1].a == "，";
                let b = if opens && random.chance(50) { phrase + "，" } else { phrase };
                words.insert(at, Word { a: String::new(), b, edit: Some(number) });
                true
            }
            DifferenceType::Omission => {
                let all = at + long < last && words[at..at + long].iter().all(is_word);
                all && words[at..at + long].iter_mut().all(|word| change(word, String::new()))
            }
        };
        if done {
            return true;
        }
    }
    false
}

/// Writes another number, or the same in another format.
fn written_otherwise(number: &str, random: &mut Random) -> Option<String> {
    let digits = number.chars().all(|c| c.is_ascii_digit());
    match random.below(4) {
        0 => Some(
            number
                .chars()
                .map(|c| {
                    if c.is_ascii_digit() { random.of(&['1', '2', '3', '7', '8']) } else { &c }.to_owned()
                })
                .collect(),
        ),
        1 if digits && number.len() == 4 => Some(format!("{},{}", &number[..1], &number[1..])),
        2 if digits => Some(number.chars().filter_map(|c| char::from_u32(c as u32 + 0xFEE0)).collect()),
        3 if digits => {
            let numerals: Vec<char> = "〇一二三四五六七八九".chars().collect();
            Some(number.bytes().map(|digit| numerals[usize::from(digit - b'0')]).collect())
        }
        _ => None,
    }
}
