//! What a printed front page has beside its stories: its head, and the list of what is inside.

use super::day::date_in;
use super::issue::is_page_number;
use super::line::Line;
use super::mark::Mark;
use crate::ingest::outlet;

/// Characters of a line of such a block at most.
const SHORT: u32 = 40;

/// Characters of a word of the head of a page at most: 農曆二月十二日, 免費贈閱.
const WORD: u32 = 8;

/// The least lines of the head of a page.
const HEAD: usize = 3;

/// The lines of the head of a printed page at most, and the width of a printed column in half-widths.
const LONGEST_HEAD: usize = 10;
const COLUMN: u32 = 64;

/// The least lines that send to a page.
const LISTED: usize = 2;

/// Marks the head of a page, which has the paper's name and the day on lines of their own, and the lists of what is on
/// which page.
pub(super) fn mark_front(lines: &mut [Line<'_>]) {
    mark_print_head(lines);
    let starts = (0..lines.len()).filter(|&at| at == 0 || Line::at(lines, at).gap > 0);
    let mut ends: Vec<usize> = starts.chain([lines.len()]).collect();
    ends.dedup();
    for bounds in ends.windows(2) {
        let &[start, end] = bounds else { continue };
        let Some(block) = lines.get_mut(start..end) else { continue };
        let is_short = block
            .iter()
            .all(|line| line.known.is_none() && line.chars <= SHORT && !line.ended && line.commas == 0);
        if is_short && (start == 0 && is_head(block) || lists_pages(block)) {
            for line in block {
                *line = Line { mark: Mark::Furniture, ..*line };
            }
        }
    }
}

/// Marks the head of a printed page that has no blank line below it: the paper, the day, numbers, who set the page.
fn mark_print_head(lines: &mut [Line<'_>]) {
    if !is_print(lines) {
        return;
    }
    let is_short = |line: &&Line<'_>| {
        line.known.is_none()
            && line.chars <= SHORT
            && !line.ended
            && line.commas == 0
            && !matches!(line.mark, Mark::Byline | Mark::Dateline)
    };
    let head = lines.iter().take(LONGEST_HEAD).take_while(is_short);
    let told: Vec<bool> = head.map(tells_issue).collect();
    let end = told.iter().rposition(|told| *told).map_or(0, |last| last.saturating_add(1));
    // A headline may stand above the paper and the day; below the head of a page there is one.
    let is_plain = (0..end).all(|at| told.get(at) == Some(&true) || Line::at(lines, at).chars <= WORD);
    let below = end.saturating_add(1)..end.saturating_add(HEAD).saturating_add(1);
    let opens = |line: &Line<'_>| line.indent || matches!(line.mark, Mark::Byline | Mark::Dateline);
    let is_headed = !opens(Line::at(lines, end)) && below.into_iter().any(|at| opens(Line::at(lines, at)));
    let tells_much = told.iter().filter(|told| **told).count() >= HEAD;
    if end >= 2 && is_headed && (is_plain || tells_much) {
        lines.iter_mut().take(end).for_each(|line| line.mark = Mark::Furniture);
    }
}

/// Returns true if nearly all text is in lines as narrow as those of a printed column, and most lines end no sentence.
pub(super) fn is_print(lines: &[Line<'_>]) -> bool {
    let length = |sum: u32, line: &Line<'_>| sum.saturating_add(line.chars);
    let narrow = lines.iter().filter(|line| line.width <= COLUMN).fold(0, length);
    let open = lines.iter().filter(|line| !line.ended && line.chars >= 8).count();
    lines.len() >= LONGEST_HEAD
        && narrow.saturating_mul(10) >= lines.iter().fold(0, length).saturating_mul(9)
        && open.saturating_mul(2) >= lines.len()
}

/// Returns true if a line tells of which paper, day or page this is, or has a blank to be filled in.
fn tells_issue(line: &Line<'_>) -> bool {
    line.mark == Mark::Furniture
        || date_in(line.text).is_some()
        || is_page_of_section(line.text)
        || line.text.contains("__")
        || line.text.split_whitespace().any(outlet::is_masthead)
}

/// Returns true if a line is the number of a page, perhaps with its section: A12　城市.
fn is_page_of_section(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_section = |section: &str| section.chars().count() <= SECTION;
    words.next().is_some_and(is_page_number) && words.next().is_none_or(is_section) && words.next().is_none()
}

/// The longest name of a section in characters.
const SECTION: usize = 4;

/// Returns true if a block has nothing but the paper's name, also in Latin letters, the day, numbers and short words.
fn is_head(block: &[Line<'_>]) -> bool {
    let is_small = |line: &Line<'_>| {
        line.digits || line.text.is_ascii() || line.chars <= WORD || outlet::is_masthead(line.text)
    };
    block.len() >= HEAD
        && block.iter().all(|line| line.mark != Mark::Byline && is_small(line))
        && block.iter().any(|line| outlet::is_masthead(line.text))
        && block.iter().any(|line| date_in(line.text).is_some())
}

/// Returns true if several lines end in the number of a page: 花城停電 A8.
fn lists_pages(block: &[Line<'_>]) -> bool {
    let names_page = |line: &&Line<'_>| {
        let last = line.text.rsplit(char::is_whitespace).next().unwrap_or_default();
        last.len() < line.text.len()
            && last.starts_with(|c: char| c.is_ascii_uppercase())
            && is_page_number(last)
    };
    block.iter().filter(names_page).count() >= LISTED
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    #[test]
    fn the_head_and_the_contents_of_a_front_page_are_no_story() {
        let text = |head: &str, by: &str| {
            format!(
                "{head}\n\n〔記者{by}／花城報導〕\n　　花城今早停電三小時，居民說，電梯\n停了，街燈也沒有亮。電力公司說，一條\n電纜受潮，正\
                 在搶修，中午可以恢復。\n　　街坊拿着蠟燭上樓，說幾年沒有停過，\n孩子當作遠足，在樓梯上一路唱歌。\n\n"
            )
        };
        let page = format!(
            "柚鄉時報\nYOUXIANG TIMES\n2024年3月7日 星期四\n第15號 零售十元\n\n{}{}今日導讀\n國際 運河塞船 A11\n\
             體育 決賽門票完售 B1\n訂報專線：0800-000-000\n",
            text("花城停電三小時", "花一"),
            text("柳城渡輪 下月加價", "花二")
        );
        let draft = cut(&page, CutOptions::default());
        let of = |kind| {
            draft.stories.iter().flat_map(|story| &story.blocks).filter(move |block| block.kind == kind)
        };
        let heads: Vec<&str> = of(BlockKind::Headline).map(|block| block.text.as_str()).collect();
        assert_eq!(heads, ["花城停電三小時", "柳城渡輪 下月加價"]);
        assert_eq!(of(BlockKind::Subhead).chain(of(BlockKind::Deck)).count(), 0);
        let told: Vec<_> = draft.stories.iter().map(|it| (it.paper.as_str(), it.date.as_str())).collect();
        assert_eq!(told, [("柚鄉時報", "2024-03-07"); 2]);
    }

    #[test]
    fn the_head_of_a_printed_page_without_a_blank_line_below_and_its_sheets_are_no_story() {
        let column = |text: &str| {
            let chars: Vec<char> = text.repeat(2).chars().collect();
            chars.chunks(22).map(|line| line.iter().collect::<String>() + "\n").collect::<String>()
        };
        let first = column(
            "昨晚八時許，山邊的三座宿舍忽然沒有了燈，樓梯漆黑一片，住在頂層的學生要拿着手機照路回房，舍監說，這幾年每逢大雨都會這樣，\
             學校請來的工人今早拆開了配電箱，發現其中一條舊電纜早已受潮，全部換新要花兩個星期，期間每晚十一時後會關掉電梯。",
        );
        let second = column(
            "木球隊上月到柳城比賽，四名隊員打了三天，最後一洞落後對手兩桿，帶回一面銀牌，教練說，大家練習的時間不到別人的一半，\
             學校沒有自己的球場，隊員要乘一小時車到城西去借，遇上下雨就留在體育館裏練推桿，明年他們希望可以多借兩個晚上。",
        );
        // The foot of the first sheet and the head of the second are within a paragraph.
        let (above, below) = first.split_at(first.match_indices('\n').nth(2).map_or(0, |(at, _)| at + 1));
        let page = format!(
            "花城大學校訊\n第 87 期\n民國 113 年 3 月 7 日出刊\n1\n校園焦點\n宿舍停電三小時　電梯停了\n【記者花一報導】\n{above}\
             花城大學校訊　第 87 期　　第一版\n—1—\n花城大學校訊\n2\n校園焦點\n{below}木球隊奪銀牌　輸在最後兩桿\n\
             【記者花二報導】\n{second}編輯／花三　攝影／花四\n—2—\n"
        );
        let draft = cut(&page, CutOptions::default());
        let of = |kind| {
            draft.stories.iter().flat_map(|story| &story.blocks).filter(move |block| block.kind == kind)
        };
        let heads: Vec<&str> = of(BlockKind::Headline).map(|block| block.text.as_str()).collect();
        assert_eq!(heads, ["宿舍停電三小時　電梯停了", "木球隊奪銀牌　輸在最後兩桿"]);
        let told: Vec<_> = draft.stories.iter().map(|it| (it.paper.as_str(), it.date.as_str())).collect();
        assert_eq!(told, [("花城大學校訊", "2024-03-07"); 2]);
        assert_eq!(
            of(BlockKind::Paragraph).count(),
            2,
            "a paragraph goes on over the foot and the head of a sheet"
        );
    }
}
