//! The stories of a digest or of a search in a database: each has a line with its paper, day or page, always above its
//! headline or always right below it.

mod closing;
mod counted;
mod foot;
mod repeated;

use self::closing::with_sources_below;
use self::counted::counted_records;
use self::repeated::{repeated, without_numbers};
use super::furniture::is_rule;
use super::issue::is_source_line;
use super::line::Line;
use super::mark::Mark;
use super::numbering::is_numbered;
use super::signing::are_people;
use crate::ingest::{BlockKind, outlet};

/// The least stories of such a page.
const LEAST: usize = 2;

/// How far below its headline a story's text begins at most, in lines.
const REACH: usize = 5;

/// The most lines of a record between its source and its headline.
const BETWEEN: usize = 3;

/// The longest headline in Latin letters, in characters.
const LATIN: u32 = 110;

/// Characters from which on a line that ends no sentence is text of a story all the same.
const LONG: u32 = 40;

/// Characters from which on what stands before the first headline, or after the last rule, is a text of its own.
const TEXT: u32 = 80;

/// The place of the headlines, as seen from the lines of their sources.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

/// Marks the headlines of stories that have such lines, and what is repeated between the stories.
pub(super) fn mark_sources(lines: &mut [Line<'_>]) {
    if lines.iter().any(|line| line.known.is_some()) {
        return;
    }
    let may_hold_day = |line: &Line<'_>| line.digits || line.text.contains('年');
    let is_source = |line: &Line<'_>| may_hold_day(line) && is_source_line(line.text);
    let sources: Vec<usize> = (0..lines.len()).filter(|&at| is_source(Line::at(lines, at))).collect();
    let records = counted_records(lines).unwrap_or_default();
    let closed = if records.is_empty() { foot::stories_above(lines, &sources) } else { Vec::new() };
    let own = records.iter().map(|record| record.end).chain(closed.iter().map(|story| story.start));
    let own: Vec<usize> = own.collect();
    let by_side = || [Side::Below, Side::Above].into_iter().find_map(|side| heads(lines, &sources, side));
    let Some(heads) = (!own.is_empty()).then_some(own).or_else(by_side) else { return };
    // Of numbered stories, those without such a line would be lost in the ones above them.
    if heads.iter().any(|&at| is_numbered(Line::at(lines, at).text)) {
        return;
    }
    let mut furniture = repeated(lines, &heads);
    let is_aside = |at: &usize| {
        matches!(Line::at(lines, *at).mark, Mark::Byline | Mark::Note | Mark::Caption | Mark::Credit)
    };
    let outside = records.into_iter().flatten().chain(foot::between(lines, &closed));
    furniture.extend(outside.filter(|at| !is_aside(at)));
    furniture.extend(ruled_labels(lines));
    furniture.extend(frame(lines, &heads));
    for (at, line) in lines.iter_mut().enumerate() {
        let is_below = at.checked_sub(1).is_some_and(|above| heads.binary_search(&above).is_ok());
        if heads.binary_search(&at).is_ok() {
            *line = line.known_as(BlockKind::Headline);
        } else if is_below && are_people(line.text) {
            *line = line.known_as(BlockKind::Byline);
        } else if is_of_source(line) && line.mark != Mark::Byline {
            // Its paper and its day are read from it.
            *line = Line { mark: Mark::Furniture, ..*line };
        } else if furniture.contains(&at) {
            *line = line.known_as(BlockKind::Furniture);
        }
    }
}

/// Returns the headlines, if all sources but a few have one on this side.
fn heads(lines: &[Line<'_>], sources: &[usize], side: Side) -> Option<Vec<usize>> {
    // What else a record tells stands between.
    let is_between = |at: &usize| Line::at(lines, *at).mark == Mark::Furniture;
    let head = |source: usize| match side {
        Side::Above => source.checked_sub(1),
        Side::Below => {
            let below = source.checked_add(1)?;
            let near = below..below.saturating_add(BETWEEN);
            Some(near.into_iter().find(|at| !is_between(at)).unwrap_or(below))
        }
    };
    let has_text = |head: usize| {
        let below = head.saturating_add(1)..head.saturating_add(REACH).saturating_add(1);
        below.take_while(|&at| at < lines.len()).any(|at| is_text(Line::at(lines, at)))
    };
    let heads: Vec<usize> = sources
        .iter()
        .filter_map(|&source| head(source))
        .filter(|&at| is_title(Line::at(lines, at)) && has_text(at))
        .collect();
    let heads = if side == Side::Above { with_sources_below(lines, sources, heads) } else { heads };
    let few = sources.len().saturating_sub(heads.len()).saturating_mul(5) <= sources.len();
    (heads.len() >= LEAST && few).then_some(heads)
}

fn is_title(line: &Line<'_>) -> bool {
    matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
        && (4..if line.is_latin() { LATIN } else { LONG }).contains(&line.chars)
        && line.commas <= 2
        && !line.text.ends_with(['。', '：', ':'])
        && !is_of_source(line)
}

fn is_text(line: &Line<'_>) -> bool {
    line.mark != Mark::Furniture && (line.ended || line.chars >= LONG) && line.chars >= 12
}

/// Returns true for what tells a story's paper and day.
fn is_of_source(line: &Line<'_>) -> bool {
    is_source_line(line.text) || outlet::is_masthead(line.text) || outlet::is_known(line.text)
}

/// Returns the short lines that stand alone between two rules, as the names of a digest's parts do.
fn ruled_labels(lines: &[Line<'_>]) -> Vec<usize> {
    let is_rule = |at: usize| is_rule(Line::at(lines, at).text);
    let between = |at: &usize| is_rule(at.saturating_sub(1)) && is_rule(at.saturating_add(1));
    let inner = 1..lines.len().saturating_sub(1);
    inner.filter(between).filter(|&at| Line::at(lines, at).chars <= 16).collect()
}

/// Returns what stands above the first story and below the last rule, unless it is a text of its own.
fn frame(lines: &[Line<'_>], heads: &[usize]) -> Vec<usize> {
    let (Some(&first), Some(&last)) = (heads.first(), heads.last()) else { return Vec::new() };
    let rule = (last..lines.len()).rev().find(|&at| is_rule(Line::at(lines, at).text));
    let below = rule.map_or(lines.len(), |rule| rule)..lines.len();
    let is_short = |line: &Line<'_>| line.chars < TEXT || is_rule(line.text);
    let is_frame = |range: &std::ops::Range<usize>| range.clone().all(|at| is_short(Line::at(lines, at)));
    [0..first, below].into_iter().filter(is_frame).flatten().collect()
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, Draft, cut};

    const TEXTS: [&str; 3] = [
        "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n",
        "柳城渡輪下月加價一成，船公司說，燃油比去年貴了三成。\n碼頭外有街坊收集簽名，要求擱置加價的計劃。\n",
        "松城圖書館通宵開放，館長說，頭一夜有一百人留到天亮。\n市民可以在網上預約座位，每人最多四小時。\n",
    ];
    const HEADS: [&str; 3] = ["花城停電三小時", "柳城渡輪下月加價", "松城圖書館通宵開放"];

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
    }

    fn told(draft: &Draft) -> Vec<(&str, &str)> {
        draft.stories.iter().map(|story| (story.paper.as_str(), story.date.as_str())).collect()
    }

    #[test]
    fn each_result_of_a_search_is_a_story_without_the_buttons_of_the_database() {
        let papers = ["花城日報", "柳城晚報", "松城時報"];
        let record = |at: usize| {
            format!(
                "文章 {} / 3\n☐ 選取\n{}\nA1{at} | 港聞 | 2024-03-0{}\n{}\n字數：6{at} 字\n{}\n文章編號：2024030{at}\n\
                 本文由報社提供，不得轉載。\n加入文件夾　電郵　檢視\n--------\n\n",
                at + 1,
                papers[at],
                at + 1,
                HEADS[at],
                TEXTS[at]
            )
        };
        let page = format!(
            "報章庫\n搜尋條件：(花城 OR 柳城)\n全選　顯示內文\n\n{}{}{}上一頁 1 下一頁\n使用條款 技術支援\n",
            record(0),
            record(1),
            record(2)
        );
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), HEADS);
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 6);
        assert_eq!(of_kind(&draft, BlockKind::Subhead), [""; 0]);
        let wanted: Vec<_> = papers.into_iter().zip(["2024-03-01", "2024-03-02", "2024-03-03"]).collect();
        assert_eq!(told(&draft), wanted);
    }

    #[test]
    fn the_parts_of_a_digest_by_mail_are_no_headlines() {
        let item = |at: usize, page: &str| {
            format!(
                "{}\n花城日報　2024-03-0{}{page}\n{}全文：https://news.example/{at}\n\n",
                HEADS[at],
                at + 1,
                TEXTS[at]
            )
        };
        let part = |name: &str| format!("========\n{name}\n========\n\n");
        let page = format!(
            "寄件者：剪報組 <a@b.example>\n主旨：【剪報】每日摘要\n\n各位早晨：\n\n{}{}{}{}{}--------\n如欲取消訂閱，請按此\n",
            part("民生"),
            item(0, "　A9"),
            item(1, ""),
            part("文化"),
            item(2, "　B2")
        );
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), HEADS);
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 6);
        assert_eq!(told(&draft)[1], ("花城日報", "2024-03-02"));
    }

    #[test]
    fn a_sentence_that_papers_share_stays_in_each_of_them() {
        for shared in [
            "松城氣象台說，今晚有大雨，水位在午夜前漲到三米，低處的居民已經離開。\n",
            "松城气象台说，已有3条路封闭，请司机绕道。\n",
        ] {
            let record = |at: usize| {
                let (paper, head) = (["花城日報", "柳城晚報", "松城時報"][at], HEADS[at]);
                let text = format!("{}{shared}", TEXTS[at]);
                format!("{paper}　2024-03-0{}　A9\n{head}\n{text}本文版權屬報社所有。\n", at + 1)
            };
            let draft = cut(&[record(0), record(1), record(2)].concat(), CutOptions::default());
            assert_eq!(of_kind(&draft, BlockKind::Headline), HEADS);
            assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 9, "{shared}");
            let left_out = of_kind(&draft, BlockKind::Furniture);
            assert_eq!(left_out.iter().filter(|text| text.contains("版權")).count(), 3);
        }
    }

    #[test]
    fn one_story_with_its_source_is_no_digest() {
        let page = format!("{}\n花城日報　2024-03-01　A9\n{}", HEADS[0], TEXTS[0]);
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), [HEADS[0]]);
        let related = format!(
            "{page}\n相關報道\n{}\n柳城晚報　2024-03-02\n{}\n松城時報　2024-03-03\n",
            HEADS[1], HEADS[2]
        );
        assert_eq!(cut(&related, CutOptions::default()).stories.len(), 1, "titles without texts");
    }

    #[test]
    fn a_headline_may_stand_below_other_lines_of_its_record() {
        let record = |at: usize| {
            format!(
                "文章 {}\n\n花城日報 | 2024-03-0{}\n報章 | A0{} | 要聞\n{}\n林花春\n字數：41{at}\n{}文章編號: 2024030{at}\n------------\n",
                at + 1,
                at + 1,
                at + 1,
                HEADS[at],
                TEXTS[at]
            )
        };
        let page = format!(
            "剪報搜索\n搜尋結果：「花城」\n\n{}{}{}完\n第 1 頁，共 1 頁\n",
            record(0),
            record(1),
            record(2)
        );
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), HEADS);
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 6);
        assert_eq!(of_kind(&draft, BlockKind::Byline).len(), 3);
        assert_eq!(told(&draft)[2], ("花城日報", "2024-03-03"));
    }

    #[test]
    fn sources_in_english_with_the_day_stand_below_headlines_in_any_language() {
        let page = format!(
            "Clippings (week 12)\n\n{}\nSource: Flower Daily 花城日報 | 1/3/2024\n{}\n====\n\nOld baker's \"one loaf, one street\" book goes \
             to print at last\nSource: The Flower Times, 2 March 2024, B4\nBy Flora Hua\nHUACHENG – When the baker closed her shop, her \
             regulars asked for only one thing, and it was the recipe.\n",
            HEADS[0], TEXTS[0]
        );
        let draft = cut(&page, CutOptions::default());
        let head = "Old baker's \"one loaf, one street\" book goes to print at last";
        assert_eq!(of_kind(&draft, BlockKind::Headline), [HEADS[0], head]);
        assert_eq!(of_kind(&draft, BlockKind::Byline), ["By Flora Hua"]);
        assert_eq!(told(&draft), [("花城日報", "2024-03-01"), ("The Flower Times", "2024-03-02")]);
    }
}
