//! The headlines of items in a copy of a digest or of a live page: all of one form, each right above a text.

use super::copied::CopiedLine;
use crate::ingest::alike::holds_most;
use crate::ingest::cut::letters::letter_heads;
use crate::ingest::cut::line::Line;

/// The least items of a digest; one alone is a label or a subhead.
const LEAST: usize = 3;

/// So many lines are searched for such a title, and so many headlines compared with it.
const SOUGHT: usize = 200;

/// Returns the headlines of items: they begin with a place in brackets, have a time of day above them, or are named by a
/// title that tells what the page is about.
pub(super) fn item_heads(lines: &[Line<'_>], copied: &[CopiedLine]) -> Vec<usize> {
    let letters = letter_heads(lines);
    if !letters.is_empty() {
        return letters;
    }
    let heads: Vec<usize> = (0..lines.len()).filter(|&at| heads_text(copied, at)).collect();
    let by_place = heads.iter().copied().filter(|&at| names_place(Line::at(lines, at).text));
    let by_place: Vec<usize> = by_place.collect();
    if by_place.len() >= LEAST {
        return by_place;
    }
    let is_timed = |at: &usize| at.checked_sub(1).is_some_and(|above| is_clock(Line::at(lines, above).text));
    let by_time: Vec<usize> = heads.iter().copied().filter(is_timed).collect();
    if by_time.len() >= LEAST {
        return by_time;
    }
    let title = lines.iter().take(SOUGHT).position(|line| {
        let parts = || line.text.split(BETWEEN).filter(|part| part.chars().count() >= 5);
        let is_named = |at: &&usize| parts().any(|part| holds_most(Line::at(lines, **at).text, part));
        line.chars >= 16 && parts().count() >= 2 && heads.iter().take(SOUGHT).filter(is_named).count() >= 2
    });
    let below = |title: usize| heads.iter().copied().filter(|&at| at > title).collect::<Vec<usize>>();
    title.map(below).filter(|heads| heads.len() >= LEAST).unwrap_or_default()
}

/// How a title parts what several stories are about.
const BETWEEN: [char; 7] = ['；', ';', '｜', '|', '丨', '：', ':'];

/// Returns true if a short line is right above a text.
fn heads_text(copied: &[CopiedLine], at: usize) -> bool {
    let below = copied.get(at.saturating_add(1)..at.saturating_add(4)).unwrap_or_default();
    copied.get(at) == Some(&CopiedLine::Short)
        && below.iter().find(|copied| **copied != CopiedLine::Aside) == Some(&CopiedLine::Running)
}

/// Returns true if a line begins with a place or a topic in brackets: 【花城】花開滿城.
fn names_place(text: &str) -> bool {
    let inner = text.strip_prefix('【').and_then(|text| text.split_once('】'));
    inner.is_some_and(|(place, title)| {
        (2..=8).contains(&place.chars().count()) && title.trim().chars().count() >= 5
    })
}

/// Returns true if a line is a time of day and nothing more: 22:47, 上午9時05分.
fn is_clock(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || ":：時分时上下午早晚凌晨 ".contains(c);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (3..=4).contains(&digits) && text.contains([':', '：', '時', '时']) && text.chars().all(is_part)
}
