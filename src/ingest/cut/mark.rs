//! Roles of lines as shown by their marks and by the press's words.

use super::line::Line;
use super::press::{Press, Sense, Senses};
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

    fn is_byline(&self, plain: &str, inside: Senses, press: &Press) -> bool {
        if plain.ends_with(['。', '，', '、']) || self.commas > 1 {
            return false;
        }
        // 社會中心／綜合報導
        let is_desk = self.chars <= 24
            && plain.contains(['／', '/'])
            && ["報導", "報道", "报道", "报导"].iter().any(|end| plain.ends_with(end));
        if is_desk || is_name_reporting(plain) {
            return true;
        }
        let may = inside.has(Sense::Agency) || inside.has(Sense::Byline);
        if !may && !self.may_open_source(plain, press) {
            return false;
        }
        let inner =
            plain.trim_matches(|c| is_closing(c) || matches!(c, '（' | '(' | '【' | '〔' | '［' | '['));
        if press.is(inner, Sense::Agency) || press.starts(inner, Sense::Source).is_some() {
            return true;
        }
        if inner.chars().count() >= 4 && press.is(inner, Sense::Byline) {
            return true;
        }
        if self.chars > 40 || !inside.has(Sense::Byline) {
            return false;
        }
        let starts = press.starts(inner, Sense::Byline).is_some();
        let bracketed = inner.len() != plain.len();
        let bulleted = plain.len() != self.text.len();
        (starts && inner.chars().count() <= 24 && (self.parted || self.commas == 0) && names_someone(inner))
            || bracketed
            || bulleted
            || signs(inner)
    }

    fn may_open_source(&self, plain: &str, press: &Press) -> bool {
        let inner = plain.trim_start_matches(['（', '(', '【', '〔', '［', '[']);
        press.starts(inner, Sense::Source).is_some()
    }

    /// Returns true if the line ends with the credit of a picture, after a sentence or in brackets.
    fn ends_with_credit(&self, press: &Press) -> bool {
        let text = self.text.trim_end_matches(|c| is_closing(c) || c == '。');
        let before = |end: &str| text.strip_suffix(end).unwrap_or_default();
        // （圖翻攝自某處）
        let bracket = self.text.strip_suffix(['）', ')']).and_then(|text| text.rsplit_once(['（', '(']));
        if bracket.is_some_and(|(_, inner)| inner.starts_with(['圖', '图']) && inner.chars().count() <= 24)
        {
            return true;
        }
        if let Some(credit) = press.ends(text, Sense::Credit) {
            // A credit is set apart: after a sentence's end, a space or a bracket.
            let tail: String = before(credit).chars().rev().take(14).collect();
            return tail.is_empty()
                || tail
                    .chars()
                    .any(|c| matches!(c, '。' | ' ' | '\u{3000}' | '（' | '(' | '／' | '/' | '【' | '〔'))
                    && self.text.trim_end_matches(is_closing).len() >= text.len()
                    && !self.text.ends_with('。');
        }
        let Some(agency) = press.ends(text, Sense::Agency) else { return false };
        let before = before(agency).trim_end();
        before.ends_with('。') && self.stops <= 2
            || (self.text.starts_with(is_bullet) && before.ends_with(['。', '）']))
            || (before.ends_with(['（', '(', '／', '/'])
                && self.stops == 0
                && self.chars <= 60
                && self.text.starts_with(is_bullet))
    }
}

/// Returns the signature of a paragraph, after its last sentence: a reporter, an agency, a source.
pub(super) fn signature(text: &str) -> Option<&str> {
    let tail = super::dateline::tail(text, 28);
    let (_, signed) = tail.rsplit_once(['。', '」', '！', '？', '”'])?;
    let signed = signed.trim();
    let press = Press::get();
    let inner = signed.trim_matches(['（', '）', '(', ')', '■', '●', '◆', '【', '】', ' ']);
    let signs = !inner.is_empty()
        && (inner == "完"
            || press.is(inner, Sense::Agency)
            || press.starts(inner, Sense::Source).is_some()
            || (press.holds(inner, Sense::Byline) && !inner.contains(['，', '：'])));
    signs.then_some(inner)
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

/// Returns true if a line is a name and that it reports: 陳春 报道.
fn is_name_reporting(text: &str) -> bool {
    let name = ["報導", "報道", "报道", "报导"].iter().find_map(|end| text.strip_suffix(end));
    name.map(str::trim_end).is_some_and(|name| {
        (2..=4).contains(&name.chars().count())
            && name.chars().all(crate::text::is_han)
            && Press::get().starts(name, Sense::Surname).is_some()
    })
}

/// Returns the text behind a day and a time of day at the beginning of a line.
fn behind_day(text: &str) -> &str {
    let Some(dated) = super::issue::date_in(text).filter(|dated| dated.before.is_empty()) else { return "" };
    dated.behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c.is_whitespace())
}

/// Returns true if a reporter's office is at the end of a line with the name: 「某報記者某某 某地報道」.
fn signs(text: &str) -> bool {
    let parts = text.split_once("記者").or_else(|| text.split_once("记者"));
    let Some((before, after)) = parts.map(|(before, after)| (before.chars().count(), after.trim())) else {
        return false;
    };
    let ends = ["報道", "报道", "報導", "报导", "攝", "電", "电"].iter().any(|end| after.ends_with(end));
    let is_name = (2..=9).contains(&after.chars().filter(|c| !c.is_whitespace()).count());
    before <= 8
        && !after.is_empty()
        && !after.contains(['，', '、', '：'])
        && (ends || (is_name && before <= 6 && before > 1))
}

/// Returns true if a name of two to four characters, or more with commas, follows the office.
fn names_someone(text: &str) -> bool {
    let rest = text
        .trim_start_matches(|c| !matches!(c, '：' | ':' | '／' | '/' | ' ' | '\u{3000}') && !is_closing(c));
    !rest.is_empty() || signs(text) || {
        let rest = text.replace("記者", "").replace("记者", "");
        text.len() != rest.len() && rest.chars().count() <= 4
    }
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
