//! The frame of a web page in a copy of it: menus, buttons and lists of other stories, told by their wording and by how
//! many short lines stand in a row.

use super::issue::date_in;
use super::line::{Line, heads_list};
use super::mark::Mark;
use super::press::{Press, Sense};
use crate::ingest::BlockKind;

/// So many short lines in a row are a menu, if some are words of menus.
const MENU: usize = 10;
/// How far above its text a headline may stand, in lines: the day, names and buttons stand between.
const REACH: usize = 14;
/// The longest comment of a reader in characters, below which a story does not go on.
const COMMENT: u32 = 120;
/// So many short lines in a row within a text are a list of other stories.
const LIST: usize = 3;
/// The same where few of the lines between are titles.
const FARTHEST: usize = 32;
/// What a story must hold in characters if it is to stand beside a longer one.
const ENOUGH: usize = 20;

/// The kind of a line by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CopiedLine {
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

/// Marks what is no part of a story in a copy of a web page; leaves other texts as they are.
pub(super) fn mark_frame(lines: &mut [Line<'_>]) {
    mark_pictures(lines);
    if !may_be_copy(lines) {
        return;
    }
    let mut copied: Vec<CopiedLine> = lines.iter().map(copied).collect();
    mark_comments(lines, &mut copied);
    let copied = copied;
    if has_menu(lines, &copied) {
        let stories = stories(lines, &copied);
        if !stories.is_empty() {
            mark_stories(lines, &copied, &stories);
            return;
        }
    }
    mark_lists(lines, &copied);
}

/// Marks the words under pictures.
fn mark_pictures(lines: &mut [Line<'_>]) {
    mark_credited(lines);
    let texts = || lines.iter().filter(|line| is_running(line));
    let spaced = texts().filter(|line| line.gap > 0).count();
    if spaced.saturating_mul(2) >= texts().count() {
        mark_doubles(lines);
        mark_neighbours(lines);
        mark_above_datelines(lines);
    }
}

/// Marks the lines above a credit that has lines of its own, or ends a few lines that are set apart.
fn mark_credited(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        if Line::at(lines, at).mark != Mark::Credit {
            continue;
        }
        let is_apart = lines.get(at.saturating_add(1)).is_none_or(|next| next.gap > 0);
        let rows = (1..=3).map_while(|up| at.checked_sub(up)).take_while(|&above| {
            let below = Line::at(lines, above.saturating_add(1));
            let line = Line::at(lines, above);
            below.gap == 0 && line.mark == Mark::None && !line.indent && line.chars <= 40
        });
        let Some(first) = rows.last() else { continue };
        let line = Line::at(lines, first);
        let opens = line.gap > 0 && is_apart;
        let is_alone =
            first.saturating_add(1) == at && is_one_sentence(line) && is_in_bracket(Line::at(lines, at).text);
        if (opens || is_alone)
            && let Some(line) = lines.get_mut(first)
        {
            line.mark = Mark::Caption;
        }
    }
}

fn is_in_bracket(text: &str) -> bool {
    text.starts_with(['（', '(']) && text.ends_with(['）', ')'])
}

/// Marks a short sentence right below the words of a picture: those of the next picture.
fn mark_neighbours(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let Some([first, second]) = lines.get_mut(at.saturating_sub(1)..=at) else { continue };
        let is_next = second.gap == 0 && is_one_sentence(second) && second.chars <= 40;
        if is_next && matches!(first.mark, Mark::Caption | Mark::Credit) {
            second.mark = Mark::Caption;
        }
    }
}

/// Marks a short sentence alone between a headline and the place and day that open a report: nothing of the report comes
/// before these.
fn mark_above_datelines(lines: &mut [Line<'_>]) {
    for at in 2..lines.len() {
        let Some([above, line, dateline]) = lines.get_mut(at.saturating_sub(2)..=at) else { continue };
        let is_alone = line.gap > 0 && dateline.gap > 0 && is_one_sentence(line) && line.chars <= 60;
        if dateline.mark == Mark::Dateline && is_alone && !above.ended {
            line.mark = Mark::Caption;
        }
    }
}

fn is_one_sentence(line: &Line<'_>) -> bool {
    line.mark == Mark::None && line.known.is_none() && line.ended && line.stops == 0
}

/// Marks a line that stands twice in a row: a picture's words, which the page has for those who see it and for those who
/// do not.
fn mark_doubles(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let is_last_of_two = lines.get(at.saturating_add(1)).is_none_or(|next| next.gap > 0);
        let Some([first, second]) = lines.get_mut(at.saturating_sub(1)..=at) else { continue };
        let is_double = second.gap == 0
            && is_last_of_two
            && first.text == second.text
            && (8..=120).contains(&first.chars)
            && matches!(first.mark, Mark::None | Mark::Credit)
            && first.known.is_none();
        if is_double {
            (first.mark, second.mark) = (Mark::Caption, Mark::Caption);
        }
    }
}

/// A quick look: whether any line is furniture at all, and nothing of the page is known.
fn may_be_copy(lines: &[Line<'_>]) -> bool {
    lines.iter().all(|line| line.known.is_none()) && lines.iter().any(|line| line.mark == Mark::Furniture)
}

fn copied(line: &Line<'_>) -> CopiedLine {
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
    if line.chars >= 8 && (line.chars <= 200 && super::line::is_notice(text)) {
        return CopiedLine::Chrome;
    }
    match line.mark {
        Mark::Furniture => CopiedLine::Chrome,
        Mark::Byline | Mark::Caption | Mark::Credit | Mark::Note => CopiedLine::Aside,
        Mark::Dateline | Mark::Running => CopiedLine::Running,
        _ if is_running(line) => CopiedLine::Running,
        _ if is_latin_word(line) => CopiedLine::Chrome,
        _ => CopiedLine::Short,
    }
}

/// Returns true if a line has digits, or the words of a day written out.
fn may_hold_day(line: &Line<'_>) -> bool {
    line.digits || ['年', '月', '日'].iter().all(|mark| line.text.contains(*mark))
}

/// Makes furniture of what readers wrote below the head of their comments, as far as the paragraphs are short.
fn mark_comments(lines: &[Line<'_>], copied: &mut [CopiedLine]) {
    let mut commented = false;
    for (line, copied) in lines.iter().zip(copied) {
        let is_head = line.chars <= 12 && heads_comments(line.text);
        commented = is_head || commented && line.chars <= COMMENT;
        if commented && (is_head || *copied == CopiedLine::Running) {
            *copied = CopiedLine::Chrome;
        }
    }
}

/// Returns true if a line is the head of readers' comments: 2 則留言, 網友評論（12）.
fn heads_comments(text: &str) -> bool {
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

/// Returns true if a line is a day without its year, or how long ago something was: 3月17日 10:20, 2小時前.
fn is_part_of_day(line: &Line<'_>) -> bool {
    let text = line.text;
    let is_short = line.digits && line.chars <= 20 && text.starts_with(|c: char| c.is_ascii_digit());
    let ago = ["分鐘前", "分钟前", "小時前", "小时前", "天前", "日前"].iter().any(|end| text.ends_with(end));
    is_short && (ago || text.contains('月') && text.contains('日') && line.chars <= 16)
}

/// Returns true if a line is one or two Latin words, which head nothing in a Chinese text: Adverts, Sponsored Links.
fn is_latin_word(line: &Line<'_>) -> bool {
    line.chars <= 20
        && !line.digits
        && line.text.is_ascii()
        && line.text.split_whitespace().count() <= 2
        && line.text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Returns true if a line that begins as the head of a list goes on with a title of its own.
fn names_one(text: &str) -> bool {
    let title = text.split_once(['：', ':', '｜', '|', '】', '▸', '►']).map(|(_, title)| title.trim());
    title.is_some_and(|title| title.chars().count() >= 6)
}

/// Returns true if a line is sentences.
fn is_running(line: &Line<'_>) -> bool {
    let full = line.text.contains('。') && line.chars >= 10;
    full || line.ended && line.commas > 0 && line.chars >= 12 || line.chars >= 40 && line.commas >= 2
}

/// Returns true if many short lines stand in a row, several of which are words of menus.
fn has_menu(lines: &[Line<'_>], copied: &[CopiedLine]) -> bool {
    let (mut run, mut words) = (0_usize, 0_usize);
    for (line, copied) in lines.iter().zip(copied) {
        if *copied == CopiedLine::Running {
            (run, words) = (0, 0);
            continue;
        }
        run = run.saturating_add(1);
        let is_word = matches!(copied, CopiedLine::Chrome) || Press::get().is(line.text, Sense::Section);
        words = words.saturating_add(usize::from(is_word && line.chars <= 10));
        if run >= MENU && words >= 4 {
            return true;
        }
    }
    false
}

/// A story in a copy: the lines of its headline, of its first text and of its last.
#[derive(Clone, Copy, Debug)]
struct CopiedStory {
    headline: usize,
    first: usize,
    last: usize,
    /// How many lines of text it has, and how many characters they have.
    texts: usize,
    length: usize,
    dated: bool,
}

/// The stories of a copy: stretches of text with a headline above, and a day if any has one.
fn stories(lines: &[Line<'_>], copied: &[CopiedLine]) -> Vec<CopiedStory> {
    let mut stories: Vec<CopiedStory> = Vec::new();
    let mut before: Option<usize> = None;
    for at in (0..lines.len()).filter(|&at| copied.get(at) == Some(&CopiedLine::Running)) {
        let above = before.map_or(0, |before| before.saturating_add(1));
        let between = copied.get(above..at).unwrap_or_default();
        let dated = between.iter().rev().take(REACH).any(|copied| *copied == CopiedLine::Day);
        let others = between.iter().filter(|copied| !matches!(copied, CopiedLine::Aside)).count();
        let length = Line::at(lines, at).chars as usize;
        if before.is_some()
            && !dated
            && others < MENU
            && let Some(story) = stories.last_mut()
        {
            story.last = at;
            story.texts = story.texts.saturating_add(1);
            story.length = story.length.saturating_add(length);
        } else {
            let headline = headline(lines, copied, above, at).unwrap_or(at);
            // In some lists the day stands below the text.
            let below = at.saturating_add(1)..at.saturating_add(3);
            let dated = dated || below.into_iter().any(|at| copied.get(at) == Some(&CopiedLine::Day));
            stories.push(CopiedStory { headline, first: at, last: at, texts: 1, length, dated });
        }
        before = Some(at);
    }
    let longest = stories.iter().map(|story| story.length).max().unwrap_or(0);
    let whole = stories.iter().fold(0_usize, |sum, story| sum.saturating_add(story.length));
    let any_dated = stories.iter().any(|story| story.dated && story.headline < story.first);
    let is_single = longest.saturating_mul(2) >= whole;
    let is_main = |story: &CopiedStory| is_single && story.length == longest;
    stories.retain(|story| {
        let headed = story.headline < story.first;
        let is_long = story.length >= ENOUGH
            && (!is_single || story.length.saturating_mul(4) >= longest || story.texts >= 3);
        let is_lone = !any_dated && (story.length == longest || story.texts >= 4 && story.length >= 200);
        is_long && headed && (story.dated || is_lone || is_main(story)) || story.goes_on(any_dated)
    });
    join_parts(stories, |story| story.goes_on(any_dated) && !is_main(story))
}

impl CopiedStory {
    /// Whether it must be the rest of a story that a list or a picture gallery parted: long paragraphs without a day.
    fn goes_on(&self, any_dated: bool) -> bool {
        any_dated && !self.dated && self.texts >= 3 && self.length >= self.texts.saturating_mul(45)
    }
}

/// Joins the parts of a story; a part without a story before it is none.
fn join_parts(parts: Vec<CopiedStory>, goes_on: impl Fn(&CopiedStory) -> bool) -> Vec<CopiedStory> {
    let mut stories: Vec<CopiedStory> = Vec::new();
    for part in parts {
        if !goes_on(&part) {
            stories.push(part);
        } else if let Some(story) = stories.last_mut() {
            story.last = part.last;
        }
    }
    stories
}

/// The headline among the lines above a text: the title above the day, or the longer of the two nearest.
fn headline(lines: &[Line<'_>], copied: &[CopiedLine], from: usize, text: usize) -> Option<usize> {
    let is_title = |at: &usize| {
        let line = Line::at(lines, *at);
        copied.get(*at) == Some(&CopiedLine::Short)
            && line.chars <= 80
            && line.text.chars().filter(|c| c.is_alphabetic()).take(5).count() >= 4
            && line.chars >= 5
    };
    let from = from.max(farthest(text, is_title));
    let day = (from..text).rev().find(|&at| copied.get(at) == Some(&CopiedLine::Day));
    let titles_below = |day: usize| (day..text).filter(is_title).count();
    if let Some(day) = day.filter(|&day| text.saturating_sub(day) <= REACH || titles_below(day) <= 2) {
        let near = (from..day).rev().find(is_title);
        let below = (day..text).find(is_title);
        // Right below a day, with a blank line above the day, stands the headline of an item of a list.
        let opens = Line::at(lines, day).gap > 0 && below.is_some_and(|below| below.saturating_sub(day) <= 2);
        let starts = near.is_none_or(|near| Line::at(lines, near.saturating_add(1)).gap > 0);
        let heads = below.is_some_and(|below| {
            let between = copied.get(below.saturating_add(1)..text).unwrap_or_default();
            between.iter().all(|copied| *copied != CopiedLine::Chrome)
        });
        return if opens && starts && heads || near.is_none() { below.or(near) } else { near };
    }
    let nearest = (from..text).rev().find(is_title)?;
    let above = nearest.checked_sub(1).filter(|above| *above >= from && is_title(above));
    let longer = above.filter(|&above| Line::at(lines, above).chars > Line::at(lines, nearest).chars);
    Some(longer.filter(|_| Line::at(lines, nearest).gap == 0).unwrap_or(nearest))
}

/// The farthest line at which the headline of a text may stand: buttons, names and days do not count, other titles do.
fn farthest(text: usize, is_title: impl Fn(&usize) -> bool) -> usize {
    let mut titles = 0_usize;
    let above = (text.saturating_sub(FARTHEST)..text).rev();
    let farthest = above.take_while(|at| {
        titles = titles.saturating_add(is_title(at).into());
        text.saturating_sub(*at) <= REACH || titles <= 2
    });
    farthest.last().unwrap_or(text)
}

/// Marks what is outside the stories, and their headlines.
fn mark_stories(lines: &mut [Line<'_>], copied: &[CopiedLine], stories: &[CopiedStory]) {
    let mut known = vec![Some(BlockKind::Furniture); lines.len()];
    let mut put = |at: usize, kind: Option<BlockKind>| {
        if let Some(known) = known.get_mut(at) {
            *known = kind;
        }
    };
    for (number, story) in stories.iter().enumerate() {
        let next = stories.get(number.saturating_add(1)).map_or(lines.len(), |next| next.headline);
        let listed = listed(lines, copied, story.first..=story.last);
        put(story.headline, Some(BlockKind::Headline));
        let mut related = false;
        for at in story.headline.saturating_add(1)..=story.last {
            let is_above = at < story.first;
            let kind = copied.get(at).copied().unwrap_or(CopiedLine::Short);
            related = kind == CopiedLine::Related
                || related && kind != CopiedLine::Running && !heads_text(lines, copied, at);
            let is_kept = match kind {
                CopiedLine::Running | CopiedLine::Aside => true,
                CopiedLine::Day => lines.get(at).is_some_and(|line| line.mark == Mark::Byline),
                CopiedLine::Short => !is_above && !related && !listed.contains(&at),
                CopiedLine::Chrome | CopiedLine::Related => false,
            };
            if is_kept {
                put(at, None);
            }
        }
        // Names and pictures stand right below a story, too.
        let below = story.last.saturating_add(1)..next.min(story.last.saturating_add(REACH));
        for at in below {
            match copied.get(at) {
                Some(CopiedLine::Aside) => put(at, None),
                Some(CopiedLine::Chrome) => {}
                _ => break,
            }
        }
    }
    for (line, known) in lines.iter_mut().zip(known) {
        if let Some(known) = known {
            *line = line.known_as(known);
        }
    }
}

/// The short lines of a text of which several follow each other: titles of other stories, without a head of their own.
fn listed(lines: &[Line<'_>], copied: &[CopiedLine], range: std::ops::RangeInclusive<usize>) -> Vec<usize> {
    let mut listed = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for at in range {
        if copied.get(at) == Some(&CopiedLine::Short) {
            run.push(at);
            continue;
        }
        // The last of them, set apart, is a subhead of the text itself.
        run.pop_if(|last| heads_text(lines, copied, *last));
        if run.len() >= LIST {
            listed.append(&mut run);
        }
        run.clear();
    }
    listed
}

/// Returns true if a short line below a list of other stories heads the text that goes on below it: it has blank lines on
/// both sides, or is shorter than the titles of the list and directly above the text.
fn heads_text(lines: &[Line<'_>], copied: &[CopiedLine], at: usize) -> bool {
    let below = at.saturating_add(1);
    let line = Line::at(lines, at);
    let heads = copied.get(at) == Some(&CopiedLine::Short) && copied.get(below) == Some(&CopiedLine::Running);
    let is_apart = line.gap > 0 && Line::at(lines, below).gap > 0;
    let follows = at.checked_sub(1).filter(|&above| copied.get(above) == Some(&CopiedLine::Short));
    let is_shorter =
        || follows.is_some_and(|above| line.chars <= 12 && line.chars < Line::at(lines, above).chars);
    heads && (is_apart || !line.parted && is_shorter())
}

/// Marks the short lines below the head of a list of other stories, to the next text or two blank lines.
fn mark_lists(lines: &mut [Line<'_>], copied: &[CopiedLine]) {
    let mut related = false;
    for at in 0..lines.len() {
        let kind = copied.get(at).copied().unwrap_or(CopiedLine::Short);
        let Some(&line) = lines.get(at) else { break };
        let heads = heads_text(lines, copied, at);
        related = match kind {
            CopiedLine::Related => true,
            CopiedLine::Running | CopiedLine::Aside => false,
            _ => related && line.gap < 2 && !heads,
        };
        if related
            && (kind == CopiedLine::Short || kind == CopiedLine::Related && line.chars <= 12)
            && let Some(place) = lines.get_mut(at)
        {
            place.mark = Mark::Furniture;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, Draft, cut};

    const MENU: &str = "首頁\n要聞\n國際\n財經\n體育\n娛樂\n登入\n訂閱\n搜尋\n更多\n關於我們\n";
    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn menus_above_and_below_a_story_are_furniture() {
        let page = format!(
            "{MENU}\n花城停電三小時　電纜受潮\n2024-03-07 18:03\n\n{TEXT}\n相關新聞\n橋頭明起封路\n夜市延長開放\n{MENU}"
        );
        let draft = cut(&page, CutOptions::default());
        assert_eq!(draft.stories.len(), 1);
        assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電纜受潮"]);
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 2);
        assert_eq!(draft.stories[0].date, "2024-03-07");
    }

    #[test]
    fn each_story_of_a_list_has_its_own_day_above_it_or_below() {
        for below in [false, true] {
            let story = |day: u32| {
                let (date, head) = (format!("2024-03-0{day}\n"), format!("花城第{day}區停電三小時\n"));
                let text = TEXT.split("\n\n").next().unwrap();
                if below { format!("{head}{text}\n{date}\n") } else { format!("{date}{head}{text}\n\n") }
            };
            let page = format!("{MENU}\n{}{}{}{MENU}", story(1), story(2), story(3));
            let draft = cut(&page, CutOptions::default());
            let dates: Vec<&str> = draft.stories.iter().map(|story| story.date.as_str()).collect();
            assert_eq!(dates, ["2024-03-01", "2024-03-02", "2024-03-03"], "below: {below}");
        }
    }

    #[test]
    fn a_poem_and_a_list_of_names_are_no_menu() {
        let poem = "春風吹過小橋\n流水繞過人家\n桃花開在山下\n燕子飛過屋檐\n".repeat(5);
        let draft = cut(&poem, CutOptions::default());
        assert!(of_kind(&draft, BlockKind::Furniture).is_empty());
    }

    #[test]
    fn a_headline_is_found_above_many_buttons_and_above_a_time_without_words() {
        let tools = "facebook分享\n分享\n傳送\n複製連結\n列印\naA\n字級\n語速 1.0x\n";
        let page = format!(
            "{MENU}\n花城停電三小時　電纜受潮\n\n聽新聞\n0:00\n/\n00:00 / 03:46\n\n記者花春／花城報導\n2026-01-18 02:30\n\n\
             {tools}\n{TEXT}\n{MENU}"
        );
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電纜受潮"]);
        assert_eq!(of_kind(&draft, BlockKind::Byline), ["記者花春／花城報導"]);
    }

    #[test]
    fn titles_of_other_stories_in_a_text_are_left_out_and_its_subheads_stay() {
        let text: Vec<&str> = TEXT.trim().split("\n\n").collect();
        for between in [
            "延伸閱讀：橋頭明起封路　繞道半小時\n\n電梯停在半空",
            "延伸閱讀\n橋頭明起封路　繞道半小時\n夜市延長開放　攤主叫好\n\n電梯停在半空",
            "熱門推薦\n橋頭明起封路　繞道半小時\n電梯停在半空",
        ] {
            let page = format!(
                "{MENU}\n花城停電三小時　電纜受潮\n2024-03-07 18:03\n\n{}\n\n{between}\n\n{}\n\nAdverts\n{MENU}",
                text[0], text[1]
            );
            let draft = cut(&page, CutOptions::default());
            assert_eq!(of_kind(&draft, BlockKind::Subhead), ["電梯停在半空"], "{between}");
        }
        let page = format!(
            "{MENU}\n花城停電三小時　電纜受潮\n2024-03-07 18:03\n\n{}\n\n橋頭明起封路　繞道半小時\n夜市延長開放　攤主叫好\n\
             渡輪下月加價　街坊反對\n\n{}\n\n{MENU}",
            text[0], text[1]
        );
        assert_eq!(of_kind(&cut(&page, CutOptions::default()), BlockKind::Subhead), [""; 0]);
    }

    #[test]
    fn words_under_pictures_are_told_by_where_they_are() {
        let page = format!(
            "花城停電三小時　電纜受潮\n\n街燈在夜色中熄滅。\n\n（花城7日訊）{TEXT}\n花婆婆（右）與孫女在樓梯上等候。\n她們等了三小時。\n\n\
             電力公司說，事故原因仍在調查，結果下周公布。"
        );
        let draft = cut(&page, CutOptions::default());
        let captions = ["街燈在夜色中熄滅。", "花婆婆（右）與孫女在樓梯上等候。", "她們等了三小時。"];
        assert_eq!(of_kind(&draft, BlockKind::Caption), captions);
    }
}
