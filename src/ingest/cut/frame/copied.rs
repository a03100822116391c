//! The lines of a copy by their form: sentences, days, names, words of menus, other short lines.

use crate::ingest::cut::day::date_in;
use crate::ingest::cut::line::Line;
use crate::ingest::cut::mark::Mark;
use crate::ingest::cut::notice::{heads_list, is_notice};

/// The longest comment of a reader in characters, below which a story does not go on.
const COMMENT: u32 = 120;

/// The kind of a line by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CopiedLine {
    /// Sentences.
    Running,
    /// A day, which a story has near its headline.
    Day,
    /// A name, a picture's words, a note.
    Aside,
    /// A word of menus or of what a site tells of itself.
    Chrome,
    /// The head of a list of other stories.
    Related,
    /// Any other short line.
    Short,
}

pub(super) fn copied(line: &Line<'_>) -> CopiedLine {
    let text = line.text;
    if line.chars <= 24 && heads_list(text) {
        // 延伸閱讀：and the title of one other story is that and no list.
        return if names_one(text) { CopiedLine::Chrome } else { CopiedLine::Related };
    }
    if may_hold_day(line)
        && line.chars <= 60
        && line.stops == 0
        && !line.text.ends_with('。')
        && date_in(text).is_some()
    {
        return CopiedLine::Day;
    }
    if is_part_of_day(line) {
        return CopiedLine::Day;
    }
    if line.chars >= 8 && (line.chars <= 200 && is_notice(text)) {
        return CopiedLine::Chrome;
    }
    match line.mark {
        Mark::Furniture => CopiedLine::Chrome,
        Mark::Byline | Mark::Caption | Mark::Credit | Mark::Note => CopiedLine::Aside,
        Mark::Dateline | Mark::Running => CopiedLine::Running,
        _ if is_running(line) || is_turn(text) => CopiedLine::Running,
        _ if is_latin_word(line) || is_english_day(line) => CopiedLine::Chrome,
        _ => CopiedLine::Short,
    }
}

/// Returns true if a line is a question or an answer: 問：花開了沒有？
fn is_turn(text: &str) -> bool {
    let said = text.split_once(['：', ':']).filter(|(name, _)| ["問", "答", "问", "Q", "A"].contains(name));
    said.is_some_and(|(_, said)| !said.is_empty())
}

/// Returns true if a line has digits, or the words of a day written out.
fn may_hold_day(line: &Line<'_>) -> bool {
    line.digits || ['年', '月', '日'].iter().all(|mark| line.text.contains(*mark))
}

/// Makes furniture of what readers wrote below the head of their comments, as far as the paragraphs are short and none
/// of the items of a list begins.
pub(super) fn mark_comments(lines: &[Line<'_>], copied: &mut [CopiedLine], items: &[usize]) {
    let mut commented = false;
    for (at, line) in lines.iter().enumerate() {
        let is_head = line.chars <= 12 && heads_comments(line.text);
        let opens = || items.binary_search(&at).is_ok() || opens_story(lines, copied, at);
        commented = is_head || commented && line.chars <= COMMENT && !opens();
        if let Some(copied) = copied.get_mut(at).filter(|_| commented)
            && (is_head || *copied == CopiedLine::Running)
        {
            *copied = CopiedLine::Chrome;
        }
    }
}

/// Returns true if the next story begins about a line: it opens with a dateline, or is a day in full right below a
/// title. Above the day of a reader's comment there is a name.
fn opens_story(lines: &[Line<'_>], copied: &[CopiedLine], at: usize) -> bool {
    let line = Line::at(lines, at);
    if line.mark == Mark::Dateline {
        return true;
    }
    let is_day = copied.get(at) == Some(&CopiedLine::Day) && date_in(line.text).is_some();
    let above = at.saturating_sub(TITLE_ABOVE)..at;
    is_day
        && above.into_iter().any(|at| {
            let line = Line::at(lines, at);
            copied.get(at) == Some(&CopiedLine::Short) && line.chars >= TITLE && !line.ended
        })
}

/// The lines above a day among which the title of a story is, and the shortest such title in characters.
const TITLE_ABOVE: usize = 2;
const TITLE: u32 = 8;

/// Makes furniture of the beginnings of other stories in a list of such, each of which breaks off: they end in dots.
pub(super) fn mark_teasers(lines: &[Line<'_>], copied: &mut [CopiedLine]) {
    let mut listed = false;
    for (line, copied) in lines.iter().zip(copied) {
        let breaks_off = line.text.ends_with(['…', '⋯']) || line.text.ends_with("...");
        listed = *copied == CopiedLine::Related || listed && (*copied != CopiedLine::Running || breaks_off);
        if listed && *copied == CopiedLine::Running {
            *copied = CopiedLine::Chrome;
        }
    }
}

/// Returns true if a line is the head of readers' comments: 2 則留言, 網友評論（12）.
pub(super) fn heads_comments(text: &str) -> bool {
    let words = ["留言", "評論", "评论", "回應", "跟貼", "跟帖", "討論", "讨论"];
    let rest = words.iter().find_map(|word| text.split_once(word));
    rest.is_some_and(|(before, behind)| {
        let counted =
            |c: char| c.is_ascii_digit() || " 則条條則网网友讀者读者全部所有的(（)）:：".contains(c);
        let has_number = text.bytes().any(|byte| byte.is_ascii_digit());
        let of_readers = ["網友", "网友", "讀者", "读者"].iter().any(|who| before.ends_with(who));
        (has_number || of_readers)
            && before.chars().all(|c| counted(c) || "網友讀者".contains(c))
            && behind.chars().all(counted)
    })
}

/// Returns true if a line is a day without its year, or how long ago something was: 3月17日 10:20, 更新於 3月17日, 2小時前.
pub(in super::super) fn is_part_of_day(line: &Line<'_>) -> bool {
    let text = line
        .text
        .trim_start_matches(|c: char| "最後后更新發发布佈表刊登上架出版於于時时間间：: ".contains(c));
    let longest = if text.len() < line.text.len() { 40 } else { 20 };
    let is_short = line.digits && line.chars <= longest && text.starts_with(|c: char| c.is_ascii_digit());
    let ago = ["分鐘前", "分钟前", "小時前", "小时前", "天前", "日前"].iter().any(|end| text.ends_with(end));
    let is_day = text.contains('月') && text.contains('日') && (line.chars <= 16 || longest == 40);
    is_short && (ago || is_day)
}

/// Returns true if a line is one or two Latin words, which head nothing in a Chinese text: Adverts, Sponsored Links.
fn is_latin_word(line: &Line<'_>) -> bool {
    line.chars <= 20
        && !line.digits
        && line.text.is_ascii()
        && line.text.split_whitespace().count() <= 2
        && line.text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Returns true if a line is a day in English, as a site's head has it: Mon, 9 Aug 2027.
fn is_english_day(line: &Line<'_>) -> bool {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let is_word = |word: &str| months.iter().any(|month| word.starts_with(month));
    line.digits
        && line.chars <= 32
        && line.text.is_ascii()
        && line.text.split(|c: char| !c.is_ascii_alphabetic()).any(is_word)
}

/// Returns true if a line that begins as the head of a list goes on with a title of its own.
fn names_one(text: &str) -> bool {
    let title = text.split_once(['：', ':', '｜', '|', '】', '▸', '►']).map(|(_, title)| title.trim());
    title.is_some_and(|title| title.chars().count() >= 6)
}

/// Returns true if a line is sentences.
pub(in super::super) fn is_running(line: &Line<'_>) -> bool {
    let full = line.text.contains('。') && line.chars >= 10;
    let is_announcing = line.text.ends_with('：') && line.commas > 0 && line.chars >= 16;
    full || (line.ended || is_announcing) && line.commas > 0 && line.chars >= 12
        || line.chars >= 40 && line.commas >= 2
}
