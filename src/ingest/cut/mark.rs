//! Roles of lines as shown by their marks and by the press's words.

use super::line::Line;
use super::press::{Press, Sense, Senses};
use super::signing::{behind_day, signs};
use crate::text::{is_closing, is_sentence_end};

/// The role that a line shows by itself.
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
    /// The beginning of a picture's caption.
    Caption,
    /// The end of a picture's caption: its photographer.
    Credit,
    /// The opening of a report: its paper, reporter or agency, and place.
    Dateline,
    /// The writer's name.
    Byline,
    /// The name of a kind of piece.
    Label,
    /// A note by the editors.
    Note,
    /// Not part of any story.
    Furniture,
    /// Running text, as is known from the file.
    Running,
}

impl Line<'_> {
    /// Returns the role that the line shows by itself.
    pub(super) fn own_mark(&self, press: &Press) -> Mark {
        let text = self.text;
        if let Some(level) = heading_level(text) {
            return Mark::Heading(level);
        }
        let Some(first) = text.chars().next() else { return Mark::None };
        if matches!(first, '▲' | '▼' | '◀' | '▶' | '►' | '◄' | '△' | '▽' | '↑' | '↓' | '←' | '→' | '◥' | '◤')
        {
            return Mark::Caption;
        }
        if let Some(dateline) = super::dateline::dateline(text) {
            return if dateline.len() == text.len() { Mark::Byline } else { Mark::Dateline };
        }
        let plain = if is_bullet(first) { text.trim_start_matches(is_bullet).trim_start() } else { text };
        let (starts, is) = press.head(plain);
        let short = self.chars <= 48;
        if short && self.digits && first.is_ascii_digit() && signs(behind_day(text)) {
            return Mark::Byline;
        }
        let inside = if short { press.inside(plain) } else { Senses::default() };
        let asks = self.chars <= 120 && !text.ends_with('。') && text.contains("://");
        if asks || short && self.is_furniture(starts, is, inside) {
            return Mark::Furniture;
        }
        if is.has(Sense::Label) || (self.chars <= 10 && self.is_label(plain, press)) {
            return Mark::Label;
        }
        if short && self.stops == 0 && self.is_byline(plain, inside, press) {
            return Mark::Byline;
        }
        if starts.has(Sense::Note) || is_bracketed(text) {
            return Mark::Note;
        }
        if self.chars <= 160 {
            if starts.has(Sense::CaptionStart) {
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

    fn is_furniture(&self, starts: Senses, is: Senses, inside: Senses) -> bool {
        let text = self.text;
        let open = !text.ends_with('。');
        is.has(Sense::FurnitureLine)
            || (open && starts.has(Sense::FurnitureStart))
            || (open && self.commas <= 2 && inside.has(Sense::Furniture))
            || (self.arrows && is_path(text))
            || (self.stops == 0 && self.commas == 0 && is_words_of_menu(text))
            || (self.digits && self.stops == 0 && super::issue::is_page_head(text))
            || (self.chars <= 8 || !self.is_bare()) && is_ornament(text)
    }

    fn is_label(&self, plain: &str, press: &Press) -> bool {
        let inner = plain.trim_matches(|c| {
            matches!(
                c,
                '【' | '】'
                    | '［'
                    | '］'
                    | '['
                    | ']'
                    | '■'
                    | '◆'
                    | '|'
                    | '｜'
                    | '：'
                    | ':'
                    | '「'
                    | '」'
                    | '·'
            )
        });
        (inner != plain && press.is(inner, Sense::Label))
            || (self.chars <= 6
                && press
                    .ends(plain, Sense::LabelEnd)
                    .or_else(|| press.ends(plain, Sense::Label))
                    .is_some_and(|end| {
                        let before = plain.chars().count().saturating_sub(end.chars().count());
                        (1..=4).contains(&before)
                    }))
    }
}

/// Returns true if a line is several words of menus and nothing more: 上一篇 | 下一篇, 放大 縮小.
fn is_words_of_menu(text: &str) -> bool {
    let press = Press::get();
    let apart =
        |c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '<' | '>' | '/' | '·' | '│' | '+' | '-');
    if !text.contains(apart) {
        return false;
    }
    let words = text.split(apart).filter(|word| !word.is_empty());
    let all = words.clone().count();
    let is_word = |word: &&str| press.is(word, Sense::FurnitureLine) || press.is(word, Sense::Section);
    let known = words.filter(is_word).count();
    // One more word among several may be a site's own.
    all >= 2 && known.saturating_add((all / 5).min(2)) >= all
}

/// Returns true if a line is a path through a site: 首頁 > 社會 > 交通.
fn is_path(text: &str) -> bool {
    [" > ", " › ", " » ", " ＞ "].iter().any(|between| text.contains(between)) && !text.ends_with('。')
}

/// Returns true if a line consists of marks only, and none that ends a sentence of the line above.
fn is_ornament(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
        && !text.starts_with(|c| {
            is_sentence_end(c) || is_closing(c) || matches!(c, '，' | '、' | '；' | '：' | '…')
        })
}

/// Returns the level of a Markdown heading that has words after its marks.
fn heading_level(text: &str) -> Option<u8> {
    let level = text.bytes().take_while(|&byte| byte == b'#').count();
    let rest = text.get(level..)?;
    let is_heading = (1..=6).contains(&level)
        && rest.starts_with([' ', '\u{3000}'])
        && !text.trim_matches('#').trim().is_empty();
    if is_heading { u8::try_from(level).ok() } else { None }
}

/// Returns true if the whole line is the content of one bracket.
fn is_bracketed(text: &str) -> bool {
    let pairs = [('（', '）'), ('(', ')')];
    pairs.iter().any(|&(open, close)| {
        text.starts_with(open) && text.ends_with(close) && text.matches(close).count() == 1
    })
}

pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '●' | '■' | '◆' | '○' | '□' | '◇' | '•' | '‧' | '★' | '☆' | '◎')
}

/// Returns true if an item of a list begins here.
fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    if matches!(first, '-' | '*' | '+' | '－' | '–') {
        return chars.next() == Some(' ');
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len().saturating_sub(rest.len());
    if digits > 0 {
        return digits <= 2
            && (rest.starts_with(['、', '）']) || rest.starts_with(". ") || rest.starts_with(") "));
    }
    let rest = text.trim_start_matches(['（', '(']).trim_start_matches(NUMERALS);
    // Behind the mark of an item there is no other numeral: 一、二 is a list within a sentence.
    let behind = rest.strip_prefix(['、', '）', ')']);
    rest.len() != text.len() && behind.is_some_and(|behind| !behind.starts_with(NUMERALS))
}

/// The numerals of items.
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_told_from_sentences() {
        for item in [
            "- 總則",
            "1. 總則",
            "12) 總則",
            "3、總則",
            "一、總則",
            "（十二）總則",
            "(一)總則如下。",
            "(一)a",
            "（三)總則",
        ] {
            assert!(is_item(item), "{item}");
        }
        for other in ["總則", "123、總則", "-總則", "一、二班的學生", "(一)二", "一", "(一", "(1)總則"]
        {
            assert!(!is_item(other), "{other}");
        }
    }
}
