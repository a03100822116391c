//! Text that was set letter by letter, 市 場 今 早: its spaces part characters and not words, and are taken out.

use std::borrow::Cow;

use crate::ingest::pace::{Pace, Pause};
use crate::text::{is_closing, is_han};

/// The fewest single characters in a row that show a line to be spaced: names and set phrases have fewer.
const FEWEST: usize = 6;

/// The fewest that show it without a mark of punctuation.
const MANY: usize = 12;

/// The length of the longest line of a poem or a list of which several follow each other.
const VERSE: usize = 7;

/// What is counted or listed one by one: a row of these is a list and no text.
const SERIES: &str =
    "〇零一二三四五六七八九十百千日甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥東西南北金木水火土";

/// The text with the letters of such lines joined, each line a line as before, the first of them, and their number.
pub(super) struct Respaced<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) first: u32,
    pub(super) lines: u32,
}

/// Joins what was set letter by letter.
pub(super) async fn joined<'t>(text: &'t str, pace: &mut Pace<impl Pause>) -> Option<Respaced<'t>> {
    let mut shapes: Vec<(usize, Spacing)> = Vec::new();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        if pace.is_due(line.len()) {
            pace.pause().await?;
        }
        if let Some(shape) = Spacing::of(line) {
            shapes.push((at, shape));
        }
    }
    pace.pass();
    let unchanged = Respaced { text: Cow::Borrowed(text), first: 0, lines: 0 };
    let spaced = spaced(&shapes);
    let Some(&first) = spaced.first() else { return Some(unchanged) };
    let mut joined = String::with_capacity(text.len());
    let mut next = spaced.iter().copied().peekable();
    for (at, line) in text.split_inclusive('\n').enumerate() {
        if next.next_if_eq(&at).is_some() {
            join(line, &mut joined);
        } else {
            joined.push_str(line);
        }
    }
    let number = |at: usize| crate::text::saturating_u32(at.saturating_add(1));
    Some(Respaced {
        text: Cow::Owned(joined),
        first: number(first),
        lines: number(spaced.len()).saturating_sub(1),
    })
}

/// How a line with spaces is set.
#[derive(Clone, Copy, Debug)]
struct Spacing {
    /// Number of single characters.
    singles: usize,
    /// Number of those in the longest row of equal gaps.
    row: usize,
    /// Number of pieces with several ideographs.
    words: usize,
    /// True if all gaps have one width.
    even: bool,
    /// True if it has a mark of a sentence.
    marked: bool,
    /// True if its characters are all of a series.
    listed: bool,
}

impl Spacing {
    /// Returns the shape of a line in which single ideographs are parted; `None` for any other.
    fn of(line: &str) -> Option<Self> {
        // A gap and a character have eight bytes at most; other bytes than a space's may begin punctuation.
        let gaps = line.bytes().filter(|byte| matches!(byte, b' ' | 0xC2 | 0xE2 | 0xE3)).count();
        if gaps.saturating_mul(8) < line.len() {
            return None;
        }
        let line = line.trim();
        // Most lines have too few gaps: a look at the first thousand characters is enough.
        let pieces = || pieces(line).take(1000);
        if line.contains(['\t', '|']) || pieces().nth(1).is_none() {
            return None;
        }
        let usual = usual_gap(line);
        let mut shape = Self { singles: 0, row: 0, words: 0, even: true, marked: false, listed: true };
        let mut row = 0_usize;
        for piece in pieces() {
            if !piece.gap.is_empty() && width(piece.gap) > usual {
                shape.even = false;
                row = 0;
            }
            shape.marked |= piece.text.contains(['，', '。', '！', '？', '、', '；', '：', ',']);
            let mut letters = piece.text.chars().filter(|&c| is_han(c));
            match (letters.next(), letters.next()) {
                (Some(letter), None) if piece.text.chars().all(|c| is_han(c) || is_mark(c)) => {
                    shape.singles = shape.singles.saturating_add(1);
                    shape.listed &= SERIES.contains(letter);
                    row = row.saturating_add(1);
                    shape.row = shape.row.max(row);
                }
                (None, _) => {}
                _ => {
                    shape.words = shape.words.saturating_add(1);
                    row = 0;
                }
            }
        }
        (shape.singles >= 2).then_some(shape)
    }

    /// Returns true if the line may be set letter by letter.
    fn is_spaced(&self) -> bool {
        self.row >= FEWEST && self.words.saturating_mul(10) <= self.singles && !self.listed
    }

    /// Returns true if it is for certain.
    fn is_text(&self) -> bool {
        self.is_spaced() && (self.marked || self.singles >= MANY)
    }

    /// Returns true if it is, beside other lines that are: a headline, a name.
    fn goes_along(&self) -> bool {
        self.words == 0 && self.even && !self.listed
    }
}

/// Returns the lines that are set letter by letter, in order.
fn spaced(shapes: &[(usize, Spacing)]) -> Vec<usize> {
    let is_sure = shapes.iter().any(|(_, shape)| shape.is_text());
    let lines = shapes.iter().enumerate().filter(|&(place, (at, shape))| {
        if is_sure {
            return shape.is_spaced() || shape.goes_along();
        }
        // Lines of equal length are a poem's or a list's.
        let is_twin = |other: Option<usize>| {
            let other = other.and_then(|other| shapes.get(other));
            other.is_some_and(|(line, other)| line.abs_diff(*at) <= 2 && other.singles == shape.singles)
        };
        let is_verse = is_twin(place.checked_sub(1)) || is_twin(place.checked_add(1));
        shape.is_spaced() && !(is_verse && shape.singles <= VERSE)
    });
    lines.map(|(_, (at, _))| *at).collect()
}

/// A piece of a line, and the white space before it.
struct Piece<'t> {
    gap: &'t str,
    text: &'t str,
}

fn pieces(line: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let from = rest.trim_start_matches(is_space);
        let (gap, _) = rest.split_at_checked(rest.len().saturating_sub(from.len()))?;
        let end = from.find(is_space).unwrap_or(from.len());
        let (text, after) = from.split_at_checked(end)?;
        rest = after;
        (!text.is_empty()).then_some(Piece { gap, text })
    })
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{3000}')
}

/// The width of a gap in half-widths.
fn width(gap: &str) -> usize {
    gap.chars().map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum()
}

/// The width of most gaps of a line, the narrower of equals.
fn usual_gap(line: &str) -> usize {
    let mut counts = [0_usize; 8];
    for piece in pieces(line).skip(1).take(1000) {
        if let Some(count) = counts.get_mut(width(piece.gap)) {
            *count = count.saturating_add(1);
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    counts.iter().position(|&count| count == most).unwrap_or(1)
}

/// Returns true for punctuation of Chinese print.
fn is_mark(c: char) -> bool {
    is_closing(c)
        || matches!(c, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '…' | '—' | '‘'..='”' | '·')
}

/// Writes a line without the spaces that part its letters. The wider ones stay, as one, between ideographs; those between
/// Latin words stay as they are.
fn join(line: &str, joined: &mut String) {
    let body = line.trim_end();
    let end = line.strip_prefix(body).unwrap_or_default();
    let start = body.len().saturating_sub(body.trim_start().len());
    let (indent, body) = body.split_at_checked(start).unwrap_or(("", body));
    joined.push_str(indent);
    let usual = usual_gap(body);
    let is_latin = |piece: &str| !piece.chars().any(|c| is_han(c) || is_mark(c));
    // Latin words are set letter by letter as well, if none is whole.
    let letters = pieces(body).all(|piece| !is_latin(piece.text) || piece.text.len() == 1);
    let mut before = "";
    for piece in pieces(body) {
        let both_latin = is_latin(before) && is_latin(piece.text);
        let is_wide = width(piece.gap) > usual;
        let at_mark = before.ends_with(is_mark) || piece.text.starts_with(is_mark);
        if both_latin && !before.is_empty() && (is_wide || !letters) {
            joined.push_str(if letters { " " } else { piece.gap });
        } else if is_wide && !at_mark && !before.is_empty() {
            joined.push(' ');
        }
        joined.push_str(piece.text);
        before = piece.text;
    }
    joined.push_str(end);
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use proptest::prelude::*;

    use super::*;
    use crate::ingest::pace::at_once;

    fn join_all(text: &str) -> (String, u32, u32) {
        let pace = &mut Pace::new(text.len(), 1, async |_| ControlFlow::Continue(()));
        let joined = at_once(joined(text, pace)).unwrap();
        (joined.text.into_owned(), joined.first, joined.lines)
    }

    #[test]
    fn letters_are_joined_whatever_parts_them() {
        for (spaced, text) in [
            ("市 場 今 早 上 升", "市場今早上升"),
            ("市　場　今　早　上　升 ， 買　家　不　少 。", "市場今早上升，買家不少。"),
            ("市 場 今 早 上 升， 買 家 不 少。", "市場今早上升，買家不少。"),
            ("  市\u{A0}場\u{A0}今\u{A0}早\u{A0}上\u{A0}升", "  市場今早上升"),
            ("他 說 ： 「 花 都 開 了 。 」", "他說：「花都開了。」"),
            ("他 在 New York 的 市 場 賣 花 。", "他在New York的市場賣花。"),
            ("2 0 2 4 年 3 月 7 日 花 都 開 了 。", "2024年3月7日花都開了。"),
            ("春 天 花 開  山 上 的 花 都 開 了", "春天花開 山上的花都開了"),
        ] {
            assert_eq!(join_all(spaced), (text.to_owned(), 1, 1), "{spaced}");
        }
    }

    #[test]
    fn headlines_and_names_go_along_and_lines_stay_lines() {
        let spaced = "春 天 花 開\n記 者 張 三\n\n山 上 的 花 都 開 了 ， 遊 人 不 少 。\n全文完\n";
        let text = "春天花開\n記者張三\n\n山上的花都開了，遊人不少。\n全文完\n";
        assert_eq!(join_all(spaced), (text.to_owned(), 1, 3));
    }

    #[test]
    fn names_verses_lists_and_words_are_left_alone() {
        for text in [
            "張 三  李 四",
            "張 三  李 四  王 五  趙 六",
            "張　三　　李　四　　王　五",
            "春 天 花 又 開 了\n山 上 人 不 少 啊\n",
            "春天花又開　山上人不少",
            "一 二 三 四 五 六 日",
            "甲 乙 丙 丁 戊 己 庚 辛 壬 癸",
            "春天 花開 山上 遊人 不少 今日",
            "名稱\t春\t花\t秋\t月\t山\t水\t天",
            "New York is a city in a big country",
            "",
        ] {
            assert_eq!(join_all(text), (text.to_owned(), 0, 0), "{text}");
        }
    }

    proptest! {
        #[test]
        fn nothing_but_space_goes(text in "[春天花開山 \u{3000}\na1，。\t]{0,80}") {
            let dense = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let (joined, _, _) = join_all(&text);
            prop_assert_eq!(dense(&joined), dense(&text));
            prop_assert_eq!(joined.matches('\n').count(), text.matches('\n').count());
        }

        #[test]
        fn a_text_set_letter_by_letter_is_cut_as_the_text_itself(words in prop::collection::vec("[春天花開山上樹綠水流]{5,20}", 2..5)) {
            let text = format!("{}。", words.join("，"));
            let spaced: String = text.chars().flat_map(|c| [c, ' ']).collect();
            prop_assert_eq!(join_all(spaced.trim_end()).0, text);
        }
    }
}
