//! One printed line and what its form says.

use crate::text::{is_closing, is_han, is_sentence_end};

use super::press::{Press, Sense};

/// A line of the page that holds something, and what can be said of it alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Without the space around it.
    pub(super) text: &'a str,
    /// Its number on the page, from 1.
    pub(super) number: u32,
    /// How many empty lines stand above it.
    pub(super) gap: u32,
    /// Its width in half-widths.
    pub(super) width: u32,
    /// How many characters it has.
    pub(super) chars: u32,
    /// Whether it begins with the indent of a paragraph.
    pub(super) indent: bool,
    /// Commas and semicolons in it.
    pub(super) commas: u32,
    /// Marks that end a sentence, anywhere in it but at its end.
    pub(super) stops: u32,
    /// Whether it ends where a sentence ends.
    pub(super) ended: bool,
    /// Whether a space parts two words in it, as in a headline.
    pub(super) parted: bool,
    /// Whether it is a row of a table.
    pub(super) table: bool,
    /// The part it says itself that it plays.
    pub(super) mark: Mark,
}

/// What a line says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// A heading of Markdown, or of what was made from HTML, by its level.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A bullet, which may be a caption's, a byline's or an item's.
    Bullet,
    /// A picture's words, from their beginning.
    Caption,
    /// The end of a picture's words: who took it.
    Credit,
    /// The opening of a report: its paper, reporter or agency, and place.
    Dateline,
    /// Who wrote it.
    Byline,
    /// The name of a kind of piece.
    Label,
    /// A note by the editors.
    Note,
    /// No part of any story.
    Furniture,
}

/// The lines of a text that hold something.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let press = Press::get();
    let mut lines = Vec::new();
    let mut gap = 0;
    for (number, raw) in (1_u32..).zip(text.lines()) {
        let trimmed = raw.trim();
        if trimmed.is_empty() {
            gap += 1;
            continue;
        }
        lines.push(Line::new(trimmed, number, gap, raw.starts_with("\u{3000}\u{3000}"), press));
        gap = 0;
    }
    lines
}

impl<'a> Line<'a> {
    fn new(text: &'a str, number: u32, gap: u32, indent: bool, press: &Press) -> Self {
        let mut line = Self {
            text,
            number,
            gap,
            width: 0,
            chars: 0,
            indent,
            commas: 0,
            stops: 0,
            ended: false,
            parted: false,
            table: text.contains('\t') || text.starts_with('|'),
            mark: Mark::None,
        };
        let mut before = ' ';
        let mut space = false;
        for c in text.chars() {
            line.chars += 1;
            if c == ' ' || c == '\u{3000}' {
                space = true;
                continue;
            }
            line.width += half_widths(c) + u32::from(space && (before.is_ascii() || c.is_ascii()));
            if space {
                line.parted |= is_word(before) && is_word(c) && !before.is_ascii() && !c.is_ascii();
                space = false;
            }
            match c {
                '，' | '；' | ',' => line.commas += 1,
                '。' | '！' | '？' => line.stops += 1,
                _ => {}
            }
            before = c;
        }
        let body = text.trim_end_matches(is_closing);
        let last = body.chars().next_back();
        line.ended = last.is_none_or(|c| is_sentence_end(c) || c == '…')
            || (line.stops > 0 && signature(text).is_some());
        if last.is_some_and(|c| matches!(c, '。' | '！' | '？')) {
            line.stops -= 1;
        }
        line.mark = line.own_mark(press);
        line
    }

    /// Whether no mark at its end says how it goes on.
    pub(super) fn is_bare(&self) -> bool {
        self.last().is_some_and(|c| is_han(c) || c.is_ascii_alphanumeric())
    }

    /// Its last character.
    pub(super) fn last(&self) -> Option<char> {
        self.text.chars().next_back()
    }

    fn own_mark(&self, press: &Press) -> Mark {
        let text = self.text;
        if let Some(level) = heading_level(text) {
            return Mark::Heading(level);
        }
        let Some(first) = text.chars().next() else { return Mark::None };
        if matches!(first, '▲' | '▼' | '◀' | '▶' | '►' | '◄' | '△' | '▽' | '↑' | '↓' | '←' | '→' | '◥' | '◤') {
            return Mark::Caption;
        }
        if let Some(dateline) = super::dateline::dateline(text) {
            return if dateline.len() == text.len() { Mark::Byline } else { Mark::Dateline };
        }
        let plain = text.trim_start_matches(is_bullet).trim_start();
        let short = self.chars <= 48;
        if short && self.is_furniture(press) {
            return Mark::Furniture;
        }
        if press.is(plain, Sense::Label) {
            return Mark::Label;
        }
        if short && self.is_label(plain, press) {
            return Mark::Label;
        }
        if short && self.stops == 0 && self.is_byline(plain, press) {
            return Mark::Byline;
        }
        if press.starts(text, Sense::Note).is_some() || is_bracketed(text) {
            return Mark::Note;
        }
        if self.chars <= 160 {
            if press.starts(plain, Sense::CaptionStart).is_some() {
                return Mark::Caption;
            }
            if self.ends_with_credit(press) {
                return if is_bullet(first) { Mark::Caption } else { Mark::Credit };
            }
        }
        if is_bullet(first) {
            return Mark::Bullet;
        }
        if is_item(text) { Mark::Item } else { Mark::None }
    }

    fn is_furniture(&self, press: &Press) -> bool {
        let text = self.text;
        press.is(text, Sense::FurnitureLine)
            || (!text.ends_with('。') && press.starts(text, Sense::FurnitureStart).is_some())
            || (!text.ends_with('。') && self.commas <= 2 && press.holds(text, Sense::Furniture))
            || super::issue::is_page_head(text)
            || is_path(text)
            || (!text.chars().any(char::is_alphanumeric)
                && !text.starts_with(|c| is_sentence_end(c) || is_closing(c) || matches!(c, '，' | '、' | '；' | '：' | '…')))
    }

    fn is_label(&self, plain: &str, press: &Press) -> bool {
        if self.chars > 10 {
            return false;
        }
        let inner = plain.trim_matches(|c| matches!(c, '【' | '】' | '［' | '］' | '[' | ']' | '■' | '◆' | '|' | '｜' | '：' | ':' | '「' | '」' | '·'));
        (inner != plain && press.is(inner, Sense::Label))
            || (self.chars <= 6
                && press.ends(plain, Sense::LabelEnd).or_else(|| press.ends(plain, Sense::Label)).is_some_and(|end| {
                    let before = plain.chars().count() - end.chars().count();
                    (1..=4).contains(&before)
                }))
    }

    fn is_byline(&self, plain: &str, press: &Press) -> bool {
        if plain.ends_with(['。', '，', '、']) || self.commas > 1 {
            return false;
        }
        let inner = plain.trim_matches(|c| is_closing(c) || matches!(c, '（' | '(' | '【' | '〔' | '［' | '['));
        if press.is(inner, Sense::Agency) || press.starts(inner, Sense::Source).is_some() {
            return true;
        }
        if self.chars > 40 {
            return false;
        }
        let starts = press.starts(inner, Sense::Byline).is_some();
        let bracketed = inner.len() != plain.len();
        let bulleted = plain.len() != self.text.len();
        (starts && inner.chars().count() <= 24 && (self.parted || self.commas == 0) && names_someone(inner))
            || ((bracketed || bulleted) && press.holds(inner, Sense::Byline))
            || signs(inner)
    }

    /// Whether the line ends by saying who took the picture, after a sentence or in brackets.
    fn ends_with_credit(&self, press: &Press) -> bool {
        let text = self.text.trim_end_matches(|c| is_closing(c) || c == '。');
        if let Some(credit) = press.ends(text, Sense::Credit) {
            let before = &text[..text.len() - credit.len()];
            // A credit stands apart: after a sentence's end, a space or a bracket.
            let tail: String = before.chars().rev().take(14).collect();
            return tail.is_empty()
                || tail.chars().any(|c| matches!(c, '。' | ' ' | '\u{3000}' | '（' | '(' | '／' | '/' | '【' | '〔'))
                    && self.text.trim_end_matches(is_closing).len() >= text.len()
                    && !self.text.ends_with('。');
        }
        let Some(agency) = press.ends(text, Sense::Agency) else { return false };
        let before = text[..text.len() - agency.len()].trim_end();
        before.ends_with('。') && self.stops <= 2
            || (self.text.starts_with(is_bullet) && before.ends_with(['。', '）']))
            || (before.ends_with(['（', '(', '／', '/']) && self.stops == 0 && self.chars <= 60 && self.text.starts_with(is_bullet))
    }
}

/// What a paragraph is signed with, after its last sentence: a reporter, an agency, a source.
pub(super) fn signature(text: &str) -> Option<&str> {
    let tail = super::dateline::tail(text, 28);
    let at = tail.rfind(['。', '」', '！', '？', '”'])?;
    let signed = tail[at..].trim_start_matches(['。', '」', '！', '？', '”']).trim();
    let press = Press::get();
    let inner = signed.trim_matches(['（', '）', '(', ')', '■', '●', '◆', '【', '】', ' ']);
    let signs = !inner.is_empty()
        && (inner == "完"
            || press.is(inner, Sense::Agency)
            || press.starts(inner, Sense::Source).is_some()
            || (press.holds(inner, Sense::Byline) && !inner.contains(['，', '：'])));
    signs.then_some(inner)
}

/// Whether a line is a path through a site: 首頁 > 社會 > 交通.
fn is_path(text: &str) -> bool {
    [" > ", " › ", " » ", " ＞ "].iter().any(|between| text.contains(between)) && !text.ends_with('。')
}

/// The level of a Markdown heading.
fn heading_level(text: &str) -> Option<u8> {
    let level = text.bytes().take_while(|&byte| byte == b'#').count();
    let rest = text.get(level..)?;
    let is_heading = (1..=6).contains(&level) && (rest.starts_with([' ', '\u{3000}']) && !rest.trim().is_empty());
    if is_heading { u8::try_from(level).ok() } else { None }
}

/// Whether a reporter's office stands at the end of a line with the name: 「某報記者某某 某地報道」.
fn signs(text: &str) -> bool {
    let Some(at) = text.find("記者").or_else(|| text.find("记者")) else { return false };
    let before = text[..at].chars().count();
    let after = text[at + "記者".len()..].trim();
    let ends = ["報道", "报道", "報導", "报导", "攝", "電", "电"].iter().any(|end| after.ends_with(end));
    let is_name = (2..=9).contains(&after.chars().filter(|c| !c.is_whitespace()).count());
    before <= 8 && !after.is_empty() && !after.contains(['，', '、', '：']) && (ends || (is_name && before <= 6 && before > 1))
}

/// Whether a name of two to four characters, or more with commas, follows the office.
fn names_someone(text: &str) -> bool {
    let rest = text.trim_start_matches(|c| !matches!(c, '：' | ':' | '／' | '/' | ' ' | '\u{3000}') && !is_closing(c));
    !rest.is_empty() || signs(text) || {
        let rest = text.replace("記者", "").replace("记者", "");
        text.len() != rest.len() && rest.chars().count() <= 4
    }
}

/// Whether the whole line is one bracket's content.
fn is_bracketed(text: &str) -> bool {
    let pairs = [('（', '）'), ('(', ')')];
    pairs.iter().any(|&(open, close)| {
        text.starts_with(open) && text.ends_with(close) && text.matches(close).count() == 1
    })
}

pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '●' | '■' | '◆' | '○' | '□' | '◇' | '•' | '‧' | '★' | '☆' | '◎')
}

/// Whether a list's item begins here.
fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    if matches!(first, '-' | '*' | '+' | '－' | '–') {
        return chars.next() == Some(' ');
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    if rest.len() != text.len() {
        return text.len() - rest.len() <= 2
            && (rest.starts_with(['、', '）']) || rest.starts_with(". ") || rest.starts_with(") "));
    }
    let rest = text.trim_start_matches(['（', '(']).trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    rest.len() != text.len() && rest.starts_with(['、', '）', ')']) && !rest[3.min(rest.len())..].starts_with(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'])
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '《' | '》' | '！' | '？' | '“' | '”')
}

/// The width of a character: two for an ideograph, one for a Latin letter or digit.
pub(super) fn half_widths(c: char) -> u32 {
    if c.is_ascii() { 1 } else { 2 }
}
