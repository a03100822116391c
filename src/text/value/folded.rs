//! The characters of a text as values are read from them: folded, and Chinese figures in one form.

use crate::text::{Span, fold_char, saturating_u32};

/// A folded text with the places of its characters.
pub(super) struct Folded {
    /// The folded characters.
    pub(super) chars: Vec<char>,
    /// True for figures in the form of contracts (伍仟), most of which are words as well (大陸, 收拾).
    formal: Vec<bool>,
    /// The first byte of each character, and the end of the text.
    offsets: Vec<u32>,
}

impl Folded {
    /// Folds a text.
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self { chars: Vec::new(), formal: Vec::new(), offsets: Vec::new() };
        for (offset, c) in text.char_indices() {
            let c = fold_char(c);
            let formal = formal(c);
            folded.chars.push(formal.unwrap_or_else(|| plain(c)));
            folded.formal.push(formal.is_some());
            folded.offsets.push(saturating_u32(offset));
        }
        folded.offsets.push(saturating_u32(text.len()));
        folded
    }

    /// Returns a character; a line break beyond the text.
    pub(super) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('\n')
    }

    /// Returns the characters from a place on.
    pub(super) fn from(&self, at: usize) -> &[char] {
        self.chars.get(at..).unwrap_or_default()
    }

    /// Returns true if a string, in folded form, occurs at a place.
    pub(super) fn has(&self, at: usize, wanted: &[char]) -> bool {
        !wanted.is_empty() && self.from(at).starts_with(wanted)
    }

    /// Returns the number of figures in the form of contracts in a range.
    pub(super) fn formal_in(&self, from: usize, to: usize) -> usize {
        self.formal.get(from..to).unwrap_or_default().iter().filter(|formal| **formal).count()
    }

    /// Returns the place behind spaces that may separate a number from its unit.
    pub(super) fn skip_space(&self, at: usize) -> usize {
        let space = self
            .from(at)
            .iter()
            .take_while(|c| matches!(c, ' ' | '\u{3000}' | '\u{A0}' | '\u{202F}' | '\u{2009}'));
        at.saturating_add(space.count())
    }

    /// Returns the span of some characters.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let offset = |at: usize| self.offsets.get(at).or(self.offsets.last()).copied().unwrap_or_default();
        Span { start: offset(from), end: offset(to) }
    }
}

/// Returns the place behind a folded word, if it is at a place.
pub(super) fn starts(text: &Folded, at: usize, word: &str) -> Option<usize> {
    let length = word.chars().count();
    word.chars().eq(text.from(at).iter().take(length).copied()).then(|| at.saturating_add(length))
}

/// Returns the plain figure for one in the form of contracts, folded.
fn formal(c: char) -> Option<char> {
    Some(match c {
        '壹' => '一',
        '贰' | '貳' => '二',
        '叁' | '叄' | '参' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        _ => return None,
    })
}

/// Returns the form of a character under which values are read.
fn plain(c: char) -> char {
    match c {
        '零' | '○' | '◯' | '〇' => '〇',
        '－' | '−' | '﹣' => '−',
        '＋' => '+',
        '．' => '.',
        '，' => '，',
        '：' => ':',
        '／' => '/',
        '﹪' => '%',
        '～' | '〜' => '~',
        '＄' => '$',
        '圆' => '元',
        '裏' => '里',
        _ => c,
    }
}
