//! The frame of a web page in a copy of it: menus, buttons and lists of other stories, told by their wording and by how
//! many short lines stand in a row.

use super::issue::date_in;
use super::line::Line;
use super::mark::Mark;
use super::press::{Press, Sense};
use crate::ingest::BlockKind;

/// So many short lines in a row are a menu, if some are words of menus.
const MENU: usize = 10;
/// How far above its text a headline may stand, in lines: the day, names and buttons stand between.
const REACH: usize = 14;
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
    let press = Press::get();
    mark_doubles(lines);
    if !may_be_copy(lines) {
        return;
    }
    let copied: Vec<CopiedLine> = lines.iter().map(|line| copied(line, press)).collect();
    if has_menu(lines, &copied) {
        let stories = stories(lines, &copied);
        if !stories.is_empty() {
            mark_stories(lines, &copied, &stories);
            return;
        }
    }
    mark_lists(lines, &copied);
}

/// Marks a line that stands twice in a row: a picture's words, which the page has for those who see it and for those who
/// do not.
fn mark_doubles(lines: &mut [Line<'_>]) {
    // Where paragraphs stand between blank lines, two lines together are one thing.
    let spaced = lines.iter().filter(|line| line.gap > 0).count();
    if spaced.saturating_mul(2) < lines.len() {
        return;
    }
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

fn copied(line: &Line<'_>, press: &Press) -> CopiedLine {
    let text = line.text;
    if line.chars <= 24 && press.starts(text, Sense::Related).is_some() {
        return CopiedLine::Related;
    }
    if line.digits
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
        _ => CopiedLine::Short,
    }
}

/// Returns true if a line is a day without its year, or how long ago something was: 3月17日 10:20, 2小時前.
fn is_part_of_day(line: &Line<'_>) -> bool {
    let text = line.text;
    let is_short = line.digits && line.chars <= 20 && text.starts_with(|c: char| c.is_ascii_digit());
    let ago = ["分鐘前", "分钟前", "小時前", "小时前", "天前", "日前"].iter().any(|end| text.ends_with(end));
    is_short && (ago || text.contains('月') && text.contains('日') && line.chars <= 16)
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
    let from = from.max(text.saturating_sub(REACH));
    let is_title = |at: &usize| {
        let line = Line::at(lines, *at);
        copied.get(*at) == Some(&CopiedLine::Short) && line.chars >= 5 && line.chars <= 80
    };
    let day = (from..text).rev().find(|&at| copied.get(at) == Some(&CopiedLine::Day));
    if let Some(day) = day {
        let near = (from..day).rev().find(is_title);
        let below = (day..text).find(is_title);
        // Right below a day, with a blank line above the day, stands the headline of an item of a list.
        let opens = Line::at(lines, day).gap > 0 && below.is_some_and(|below| below.saturating_sub(day) <= 2);
        let starts = near.is_none_or(|near| Line::at(lines, near.saturating_add(1)).gap > 0);
        return if opens && starts || near.is_none() { below.or(near) } else { near };
    }
    let nearest = (from..text).rev().find(is_title)?;
    let above = nearest.checked_sub(1).filter(|above| *above >= from && is_title(above));
    let longer = above.filter(|&above| Line::at(lines, above).chars > Line::at(lines, nearest).chars);
    Some(longer.filter(|_| Line::at(lines, nearest).gap == 0).unwrap_or(nearest))
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
        put(story.headline, Some(BlockKind::Headline));
        let mut related = false;
        for at in story.headline.saturating_add(1)..=story.last {
            let is_above = at < story.first;
            let kind = copied.get(at).copied().unwrap_or(CopiedLine::Short);
            related = kind == CopiedLine::Related || related && kind != CopiedLine::Running;
            let is_kept = match kind {
                CopiedLine::Running | CopiedLine::Aside => true,
                CopiedLine::Day => lines.get(at).is_some_and(|line| line.mark == Mark::Byline),
                CopiedLine::Short => !is_above && !related,
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

/// Marks the short lines below the head of a list of other stories, to the next text or two blank lines.
fn mark_lists(lines: &mut [Line<'_>], copied: &[CopiedLine]) {
    let mut related = false;
    for at in 0..lines.len() {
        let kind = copied.get(at).copied().unwrap_or(CopiedLine::Short);
        let Some(&line) = lines.get(at) else { break };
        let next = lines.get(at.saturating_add(1));
        // The last line above a text, parted from the list, is that text's headline.
        let heads = line.gap > 0
            && next.is_some_and(|next| next.gap > 0)
            && copied.get(at.saturating_add(1)) == Some(&CopiedLine::Running);
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
}
