//! The frame of a web page in a copy of it: menus, buttons and lists of other stories, told by their wording and by how
//! many short lines stand in a row.

mod copied;
mod copied_story;
mod item_heads;

pub(super) use copied::{is_part_of_day, is_running};

use self::copied::{CopiedLine, copied, mark_comments, mark_teasers};
use self::copied_story::{CopiedStory, stories};
use super::front::is_print;
use super::line::Line;
use super::mark::Mark;
use super::press::{Press, Sense};
use super::signing::are_people;
use crate::ingest::BlockKind;

/// So many short lines in a row are a menu, if some are words of menus.
const MENU: usize = 10;

/// So many short lines in a row within a text are a list of other stories.
const LIST: usize = 3;

/// Lines below a story in which names and pictures of it may follow.
const BELOW: usize = 14;

/// The most pictures above a text, and the longest words under one.
const PICTURES: usize = 4;
const PICTURE: u32 = 60;

/// Marks what is no part of a story in a copy of a web page; leaves other texts as they are.
pub(super) fn mark_frame(lines: &mut [Line<'_>]) {
    // The heads and feet of printed sheets are short lines, too.
    if !may_be_copy(lines) || is_print(lines) {
        return;
    }
    let mut copied: Vec<CopiedLine> = lines.iter().map(copied).collect();
    mark_comments(lines, &mut copied);
    mark_teasers(lines, &mut copied);
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

/// A quick look: whether any line is furniture at all, and nothing of the page is known.
fn may_be_copy(lines: &[Line<'_>]) -> bool {
    lines.iter().all(|line| line.known.is_none()) && lines.iter().any(|line| line.mark == Mark::Furniture)
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
        // The tags of a story are furniture, but no menu.
        let counts = is_word && line.chars <= 10 && !line.text.starts_with(['#', '＃']);
        words = words.saturating_add(counts.into());
        if run >= MENU && words >= 4 {
            return true;
        }
    }
    false
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
        names_above(lines, copied, story).into_iter().for_each(|at| put(at, Some(BlockKind::Byline)));
        pictures_above(lines, story).for_each(|at| put(at, Some(BlockKind::Caption)));
        // Names and pictures stand right below a story, too.
        let below = story.last.saturating_add(1)..next.min(story.last.saturating_add(BELOW));
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

/// Returns the names of people that stand between a headline and its text without a word for what they did: right below
/// the headline, below one another, or above the day.
fn names_above(lines: &[Line<'_>], copied: &[CopiedLine], story: &CopiedStory) -> Vec<usize> {
    let mut names: Vec<usize> = Vec::new();
    let below = story.headline.saturating_add(1);
    for at in (below..story.first).filter(|at| copied.get(*at) == Some(&CopiedLine::Short)) {
        let above = at.saturating_sub(1);
        let is_beside = at == below
            || names.last() == Some(&above)
            || copied.get(at.saturating_add(1)) == Some(&CopiedLine::Day);
        if is_beside && are_people(Line::at(lines, at).text) {
            names.push(at);
        }
    }
    names
}

/// Returns the lines of one sentence each above a text that opens with a dateline: they are the words of pictures.
fn pictures_above(lines: &[Line<'_>], story: &CopiedStory) -> std::ops::Range<usize> {
    let last = story.last.min(story.first.saturating_add(PICTURES));
    let is_opening = |at: &usize| Line::at(lines, *at).mark == Mark::Dateline;
    let opening = (story.first..=last).find(is_opening).unwrap_or(story.first);
    let is_of_picture = |at: usize| {
        let line = Line::at(lines, at);
        line.chars <= PICTURE && line.ended && line.stops == 0
    };
    let all = (story.first..opening).all(is_of_picture);
    story.first..if all { opening } else { story.first }
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
    fn names_on_the_line_below_their_label_are_no_headline() {
        let head = "花城停電三小時　電梯停了";
        let page =
            format!("{MENU}\n{head}\n\n撰文：\n花一　花二\n\n出版：\n2024-03-07 18:05\n\n{TEXT}\n{MENU}");
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), [head]);
        assert!(of_kind(&draft, BlockKind::Byline).contains(&"花一　花二"));
    }

    #[test]
    fn items_of_a_copied_live_page_or_digest_are_stories() {
        let text = TEXT.split("\n\n").next().unwrap();
        let heads =
            ["花城停電三小時　電梯停了", "柳城渡輪下月加價　街坊抗議", "松城圖書館通宵開放　百人留守"];
        let live: String = (1..=3).map(|at| format!("1{at}:05\n{}\n{text}\n\n", heads[at - 1])).collect();
        let draft = cut(&format!("{MENU}\n風暴直播\n2024-03-07\n\n{live}{MENU}"), CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), heads);
        let items: String = heads.iter().map(|head| format!("{head}\n{text}\n")).collect();
        let digest = format!("{MENU}\n早報：花城停電三小時；柳城渡輪下月加價\n2024-03-07\n\n{items}{MENU}");
        assert_eq!(of_kind(&cut(&digest, CutOptions::default()), BlockKind::Headline), heads);
    }

    #[test]
    fn headlines_that_begin_with_a_place_are_those_of_a_digest() {
        let text: Vec<&str> = TEXT.trim().split("\n\n").collect();
        let story = |place: &str| format!("【{place}】花開滿城　賞花人多\n{}\n{}\n", text[0], text[1]);
        let digest = |places: &[&str]| {
            let stories: String = places.iter().map(|place| story(place)).collect();
            cut(&format!("{MENU}\n地方簡訊\n2024-03-07\n\n{stories}{MENU}"), CutOptions::default())
        };
        let draft = digest(&["花城", "柳城", "松城"]);
        assert_eq!(of_kind(&draft, BlockKind::Headline).len(), 3);
        assert!(draft.stories.iter().all(|story| story.date == "2024-03-07"));
        assert_eq!(digest(&["花城"]).stories.len(), 1);
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
    fn names_and_pictures_above_a_story_and_beginnings_of_others_below_are_told_apart() {
        let page = format!(
            "{MENU}\n花城停電三小時　電梯停了\n林花春\n2024-03-07 18:03\n分享\n居民在門外等候電梯恢復。\n（花城7日訊）{TEXT}\n\
             你也可能感興趣\n橋頭明起封路　繞道半小時\n（花城5日訊）橋頭明早開始封路，工程公司說，至少要三個月才能完工……\n2天前\n\
             夜市延長開放　攤主叫好\n夜市今晚延長兩小時，攤主說，遊客比去年多了三成……\n3天前\n{MENU}"
        );
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電梯停了"]);
        assert_eq!(of_kind(&draft, BlockKind::Byline), ["林花春"]);
        assert_eq!(of_kind(&draft, BlockKind::Caption), ["居民在門外等候電梯恢復。"]);
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 2);
    }

    #[test]
    fn names_of_writers_below_the_headline_of_an_account_are_no_headline() {
        let page = format!(
            "{MENU}\n花城停電三小時，電梯停了\n原创\n林花春 陳花雨\n花城晚报\n2024年3月7日 19:46\n浙江\n听全文\n{TEXT}\n{MENU}"
        );
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時，電梯停了"]);
        assert_eq!(of_kind(&draft, BlockKind::Byline), ["林花春 陳花雨"]);
    }
}
