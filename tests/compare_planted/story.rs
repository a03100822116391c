//! Stories to plant edits into: sentences of words, from the bundled pages or made up from the dictionary.

use std::collections::BTreeSet;
use std::fs;

use duidu::corpus::{Token, WordId};
use duidu::text::{Span, fold, is_han, is_word_character, sentences};

use crate::random::Random;

/// A paragraph of sentences of words.
pub(crate) type Paragraph = Vec<Vec<String>>;

/// A segmentation into words for the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cutting {
    /// The longest word of the dictionary at every place.
    Longest,
    /// Every character as a word.
    Characters,
    /// Two characters at a time, regardless of their meaning.
    Twos,
}

/// The words of the dictionary.
pub(crate) struct Dictionary {
    words: BTreeSet<String>,
    /// Words for made-up stories.
    pub(crate) common: Vec<String>,
}

impl Dictionary {
    pub(crate) fn read() -> Self {
        let file = fs::read_to_string("static/dictionary/jieba.txt").unwrap();
        let mut words = BTreeSet::new();
        let mut common = Vec::new();
        for line in file.lines() {
            let mut fields = line.split(' ');
            let (word, frequency) = (fields.next().unwrap(), fields.next().unwrap_or("0"));
            words.insert(word.to_owned());
            let length = word.chars().count();
            if frequency.parse::<u32>().unwrap_or(0) >= 300
                && (1..=4).contains(&length)
                && word.chars().all(is_han)
                && !word.contains(|c| "〇零一二三四五六七八九十百千万亿两".contains(c))
            {
                common.push(word.to_owned());
            }
        }
        Self { words, common }
    }

    /// Segments a text into words.
    pub(crate) fn cut(&self, text: &str, cutting: Cutting) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let folded: Vec<char> = fold(text).chars().collect();
        let mut words = Vec::new();
        let mut at = 0;
        while at < chars.len() {
            let digits =
                folded[at..].iter().take_while(|c| c.is_ascii_digit() || "., ".contains(**c)).count();
            let latin = folded[at..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
            let length = if cutting == Cutting::Characters {
                1
            } else if folded[at].is_ascii_digit() {
                (1..=digits).rev().find(|&end| folded[at + end - 1].is_ascii_digit()).unwrap_or(1)
            } else if latin > 0 {
                latin
            } else if cutting == Cutting::Twos {
                2.min(chars[at..].iter().take_while(|&&c| is_han(c)).count()).max(1)
            } else {
                let longest = 6.min(chars.len() - at);
                let known =
                    |length: &usize| self.words.contains(&folded[at..at + length].iter().collect::<String>());
                (2..=longest).rev().find(known).unwrap_or(1)
            };
            words.push(chars[at..at + length].iter().collect());
            at += length;
        }
        words
    }

    /// Returns the words of a text as the application holds them.
    pub(crate) fn tokens(&self, text: &str, cutting: Cutting) -> Vec<Token> {
        let mut start = 0;
        self.cut(text, cutting)
            .into_iter()
            .map(|word| {
                let span = Span::new(start, start + word.len());
                start += word.len();
                Token { span, word: WordId(0), tag: 0, is_word: word.contains(is_word_character) }
            })
            .collect()
    }
}

/// Returns the running text of a bundled page whose lines are paragraphs.
pub(crate) fn page(name: &str, dictionary: &Dictionary) -> Vec<Paragraph> {
    let text = fs::read_to_string(format!("seeds/{name}")).unwrap();
    let is_prose = |line: &&str| line.chars().count() > 40 && line.ends_with(['。', '！', '？', '」']);
    text.lines().map(str::trim).filter(is_prose).map(|line| paragraph(line, dictionary)).collect()
}

fn paragraph(line: &str, dictionary: &Dictionary) -> Paragraph {
    let spans = sentences(line, Span::new(0, line.len()));
    spans.into_iter().map(|span| dictionary.cut(span.of(line), Cutting::Longest)).collect()
}

/// Makes up a meaningless story.
pub(crate) fn made_up(random: &mut Random, dictionary: &Dictionary, paragraphs: usize) -> Vec<Paragraph> {
    let sentence = |random: &mut Random| {
        let mut words: Vec<String> = Vec::new();
        for clause in 0..1 + random.below(4) {
            if clause > 0 {
                words.push((*random.of(&["，", "，", "，", "、", "；", "："])).to_owned());
            }
            for _ in 0..3 + random.below(6) {
                let after_number =
                    words.last().is_some_and(|word| word.contains(|c: char| c.is_ascii_digit()));
                if random.chance(12) && !after_number {
                    words.push((1 + random.below(9999)).to_string());
                } else if random.chance(25) {
                    words.push((*random.of(&["的", "在", "和", "了", "是"])).to_owned());
                } else {
                    words.push(random.of(&dictionary.common).clone());
                }
            }
        }
        words.push((*random.of(&["。", "。", "。", "！"])).to_owned());
        words
    };
    (0..paragraphs).map(|_| (0..1 + random.below(5)).map(|_| sentence(random)).collect()).collect()
}
