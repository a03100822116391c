//! Roles of lines as shown by their marks and by the press's words.

use super::furniture::{DISCLAIMERS, DISCLAIMS, is_row_of_sections, is_rule};
use super::line::Line;
use super::notice::heads_list;
use super::origin::is_origin;
use super::press::{Press, Sense, Senses};
use super::read_more::is_read_more;
use super::signing::{behind_day, presents_author, signs, signs_labelled_day};

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
        if !self.mixed && self.commas.saturating_add(self.stops) > 0 {
            return self.mark_of_sentence(press);
        }
        // ◤更多相關新聞◢ is marked like the words of a picture.
        let is_boxed = text.starts_with('◤') && text.ends_with('◢');
        if self.commas == 0 && is_read_more(text)
            || self.chars <= 16 && !first.is_alphanumeric() && (is_boxed || heads_list(text))
        {
            return Mark::Furniture;
        }
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
        let signs_day = || first.is_ascii_digit() && signs(behind_day(text)) || signs_labelled_day(text);
        if short && self.digits && signs_day() {
            return Mark::Byline;
        }
        let inside = if short { press.inside(plain) } else { Senses::default() };
        let asks = self.chars <= 120 && is_address(text);
        let disclaims = self.chars <= 240
            && text.starts_with(DISCLAIMS)
            && DISCLAIMERS.iter().any(|start| text.starts_with(start));
        let is_menu = self.chars <= 240 && self.stops == 0 && is_row_of_sections(text);
        if asks
            || disclaims
            || is_menu
            || is_origin(text)
            || is_rule(text)
            || short && self.is_furniture(starts, is, inside)
        {
            return Mark::Furniture;
        }
        // The year or the time at the head of an entry is a label of it.
        if self.digits && self.chars <= 5 && heads_entry(text) {
            return Mark::Label;
        }
        if is.has(Sense::Label) || (self.chars <= 10 && self.is_label(plain, press)) {
            return Mark::Label;
        }
        if is_bracketed(text)
            && text.trim_end_matches(['）', ')']).ends_with(['攝', '摄'])
            && self.chars <= 30
        {
            return Mark::Credit;
        }
        if short && self.stops == 0 && self.is_byline(plain, inside, press) {
            return Mark::Byline;
        }
        self.mark_of_wording(plain, starts, press)
    }

    /// Returns the role of a line that is no furniture, label or byline.
    fn mark_of_wording(&self, plain: &str, starts: Senses, press: &Press) -> Mark {
        let text = self.text;
        let first = text.chars().next().unwrap_or(' ');
        if starts.has(Sense::Note) || is_between_stars(text) || is_bracketed(text) || presents_author(text) {
            return Mark::Note;
        }
        if self.chars <= 160 {
            if starts.has(Sense::CaptionStart) && opens_caption(plain, press)
                || self.ended && self.stops == 0 && names_place_in_picture(text)
            {
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

    /// Returns the role of a line with a comma that has no letter, no digit, no bracket and no colon, as most lines of a
    /// column are: of all roles there are few left for it.
    fn mark_of_sentence(&self, press: &Press) -> Mark {
        let text = self.text;
        if super::dateline::opens(text) {
            return Mark::Dateline;
        }
        let (starts, is) = press.head(text);
        let disclaims = self.chars <= 240 && text.starts_with(DISCLAIMS);
        if disclaims && DISCLAIMERS.iter().any(|start| text.starts_with(start))
            || self.chars <= 48 && self.is_furniture(starts, is, press.inside(text))
        {
            return Mark::Furniture;
        }
        if starts.has(Sense::Note) || presents_author(text) {
            return Mark::Note;
        }
        if self.chars <= 160 && starts.has(Sense::CaptionStart) && opens_caption(text, press) {
            return Mark::Caption;
        }
        if self.chars <= 160 && self.stops > 0 && self.ends_with_credit(press) {
            return Mark::Credit;
        }
        if is_item(text) { Mark::Item } else { Mark::None }
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

/// Returns true if a text is an address with a few words for it, and no sentence that ends in one.
pub(in crate::ingest) fn is_address(text: &str) -> bool {
    let Some((said, _)) = text.split_once("://").filter(|_| !text.ends_with('。')) else { return false };
    let said = said.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c.is_whitespace());
    let is_sentence = said.contains('。') || said.contains('，') && said.chars().count() >= SENTENCE;
    !is_sentence
}

/// Characters from which on words with a comma above an address are a sentence.
const SENTENCE: usize = 24;

/// Returns true if a text is a year or a time of day: 1997, 08:05.
fn heads_entry(text: &str) -> bool {
    super::controls::is_year(text) || super::controls::is_time(text)
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

/// Returns true if a text that begins with a word for a picture speaks of one: 圖一時之快 and 左圖右史 do not.
fn opens_caption(text: &str, press: &Press) -> bool {
    let Some(word) = press.starts(text, Sense::CaptionStart) else { return false };
    let is_bare = word.chars().count() == 2
        && word.contains(['圖', '图'])
        && word.contains(['一', '二', '三', '上', '下', '左', '右']);
    let behind = text.strip_prefix(word).unwrap_or_default();
    !is_bare || behind.starts_with(|c: char| !c.is_alphanumeric() || "為为是攝摄示中".contains(c))
}

/// Returns true if a text says of someone where in a picture they are: （左）, （前排右二）.
fn names_place_in_picture(text: &str) -> bool {
    let is_place = |inner: &str| {
        // （前者） is one of two that the sentence names.
        inner.chars().count() <= 5
            && !["前者", "後者", "后者"].contains(&inner)
            && !(inner.starts_with('一') && inner.matches('一').count() == 2)
            && inner.contains(['左', '右', '中', '前', '後', '后'])
            && inner.chars().all(|c| "左右中前後后排起一二三四五六七八九十圖图者立坐".contains(c))
    };
    let mut opened = text.split(['（', '(']).skip(1).filter_map(|behind| behind.split_once(['）', ')']));
    opened.any(|(inner, _)| is_place(inner))
}

/// Returns true if a line stands between two stars, as papers print their warnings: ☆吸菸有害健康☆.
fn is_between_stars(text: &str) -> bool {
    let inner = |star: char| text.strip_prefix(star)?.strip_suffix(star);
    let inner = ['☆', '★', '※'].into_iter().find_map(inner);
    inner.is_some_and(|inner| inner.chars().filter(|c| crate::text::is_han(*c)).take(6).count() == 6)
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

    #[test]
    fn warnings_between_stars_are_notes_and_days_with_writers_are_bylines() {
        use crate::ingest::BlockKind;
        use crate::ingest::cut::kind_by_wording;
        assert_eq!(kind_by_wording("☆吸菸有害健康，請勿在車內吸菸☆"), Some(BlockKind::Note));
        assert_ne!(kind_by_wording("★★★★"), Some(BlockKind::Note));
        assert_ne!(kind_by_wording("★點我訂閱花城的電子報★"), Some(BlockKind::Note));
        for byline in ["發佈日期 2024 年 3 月 7 日 作者 花一春", "发表于：2024-03-07 18:03 作者：编辑部"]
        {
            assert_eq!(kind_by_wording(byline), Some(BlockKind::Byline), "{byline}");
        }
        assert_eq!(kind_by_wording("發佈日期 2024 年 3 月 7 日"), Some(BlockKind::Furniture));
    }

    #[test]
    fn a_place_in_a_picture_is_told_from_other_words_in_brackets() {
        for caption in ["花婆婆（左）與孫女。", "（前排右二）花婆婆", "花婆婆(右一)"]
        {
            assert!(names_place_in_picture(caption), "{caption}");
        }
        for other in [
            "原告（後者）須付訟費。",
            "兩棵樹（一左一右）保住了。",
            "花婆婆（七十歲）",
            "花城（上）",
            "（花城7日訊）",
            "花開了",
        ] {
            assert!(!names_place_in_picture(other), "{other}");
        }
    }

    #[test]
    fn words_for_a_picture_are_told_from_headlines() {
        use crate::ingest::BlockKind;
        use crate::ingest::cut::kind_by_wording;
        for caption in ["上圖：新橋通車。", "圖一、新橋的橋墩", "左图为新桥，右图为旧桥。", "圖為新橋"]
        {
            assert_eq!(kind_by_wording(caption), Some(BlockKind::Caption), "{caption}");
        }
        for title in ["圖一時方便　司機逆線", "左圖右史　老師編鄉土教材", "下图书馆前的广场改名"]
        {
            assert_ne!(kind_by_wording(title), Some(BlockKind::Caption), "{title}");
        }
    }
}
