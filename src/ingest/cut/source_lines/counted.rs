//! Records that a database counts: (1/4), Document 1 of 4, 第 1 篇，共 4 篇, each above what is told of a story.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{LEAST, is_of_source, without_numbers};
use crate::ingest::cut::day::date_in;
use crate::ingest::cut::line::Line;
use crate::ingest::cut::mark::Mark;
use crate::ingest::cut::press::{Press, Sense};

/// The longest count of a record, in characters.
const LONGEST: u32 = 24;

/// How far below its count a record's headline may be, in lines.
const REACH: usize = 10;

/// The longest headline, and the shortest line of text, in characters.
const HEADLINE: u32 = 110;
const TEXT: u32 = 10;

/// What may stand beside the numbers of a count, in small letters.
const BESIDE: [&str; 24] = [
    "第", "共", "全", "篇", "條", "条", "則", "则", "份", "項", "项", "筆", "笔", "文章", "新聞", "新闻",
    "結果", "结果", "記錄", "记录", "of", "document", "article", "record",
];

/// Returns the lines from the count of each record to its headline, if all but a few records have one.
pub(super) fn counted_records(lines: &[Line<'_>]) -> Option<Vec<Range<usize>>> {
    let mut counts: Vec<usize> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.digits && line.chars <= LONGEST) {
        let Some((number, all)) = count(line.text) else { continue };
        // A reader need not have chosen all of them.
        if last.is_none_or(|(above, of)| number > above && all == of) {
            counts.push(at);
            last = Some((number, all));
        }
    }
    let ends = counts.iter().skip(1).copied().chain([lines.len()]);
    let records: Vec<Range<usize>> =
        counts.iter().zip(ends).map(|(count, end)| count.saturating_add(1)..end).collect();
    // The buttons of a database stand in each record.
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    for at in records.iter().flat_map(|record| record.clone().take(REACH)) {
        let same = told.entry(without_numbers(Line::at(lines, at).text)).or_default();
        *same = same.saturating_add(1);
    }
    let is_button = |line: &Line<'_>| told.get(&without_numbers(line.text)).is_some_and(|same| *same > 1);
    let is_title = |at: usize| is_title(Line::at(lines, at)) && !is_button(Line::at(lines, at));
    let heads: Vec<Range<usize>> =
        records.into_iter().filter_map(|record| head(lines, record, is_title)).collect();
    let few = counts.len().saturating_sub(heads.len()).saturating_mul(5) <= counts.len();
    (heads.len() >= LEAST && few).then_some(heads)
}

/// Returns the lines from the count of a record to its headline, if it has a day and text.
fn head(lines: &[Line<'_>], record: Range<usize>, is_title: impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let count = record.start.checked_sub(1)?;
    let is_day =
        |at: usize| Line::at(lines, at).chars <= HEADLINE && date_in(Line::at(lines, at).text).is_some();
    if !record.clone().take(REACH).any(is_day) {
        return None;
    }
    let title = record.clone().take(REACH).find(|&at| is_title(at))?;
    // The name of a kind of piece stands above the headline.
    let next = title.saturating_add(1);
    let title = if Line::at(lines, title).mark == Mark::Label && is_title(next) { next } else { title };
    let is_text = |at: usize| {
        let line = Line::at(lines, at);
        line.mark != Mark::Furniture && line.chars >= TEXT && (line.ended || line.commas > 0)
    };
    (title.saturating_add(1)..record.end).any(is_text).then_some(count..title)
}

/// Returns true if a line could be a headline: it is neither a source nor a section.
fn is_title(line: &Line<'_>) -> bool {
    matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
        && (2..=HEADLINE).contains(&line.chars)
        && !line.text.ends_with(['。', '：', ':'])
        && !is_of_source(line)
        && !Press::get().is(line.text, Sense::Section)
}

/// Returns the number of a record and how many there are, if a line tells them and nothing more.
fn count(text: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let is_of_word = |c: char| c.is_alphabetic();
    let mut words = lower.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty());
    let is_told =
        |word: &str| BESIDE.contains(&word) || word.chars().all(|c| BESIDE.contains(&&*c.to_string()));
    let parts = lower.contains(['/', '／', '共']) || lower.contains("of");
    if !parts || !words.all(is_told) {
        return None;
    }
    let mut numbers = lower.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (number, all) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    (numbers.next().is_none() && (1..=all).contains(&number) && all >= LEAST).then_some((number, all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{BlockKind, CutOptions, Draft, cut};

    /// Lines as wide as a column in which a database sets its texts.
    fn column(text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        chars.chunks(20).map(|line| line.iter().collect::<String>() + "\n").collect()
    }

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn counts_of_records_are_told_from_scores_and_pages() {
        for (line, counted) in [
            ("(1/4)", Some((1, 4))),
            ("【 2／10 】", Some((2, 10))),
            ("Document 3 of 12", Some((3, 12))),
            ("第 2 篇，共 5 篇", Some((2, 5))),
            ("第3条/共5条", Some((3, 5))),
            ("新聞 1/20", Some((1, 20))),
            ("Page 1 of 4", None),
            ("第 1 頁 / 共 4 頁", None),
            ("3比2", None),
            ("5/4", None),
            ("2024/3/7", None),
        ] {
            assert_eq!(count(line), counted, "{line}");
        }
    }

    #[test]
    fn each_counted_record_is_a_story_however_short_its_headline_and_narrow_its_lines() {
        let shared = column(
            "氣象台說，今晚有大雨，水位在午夜之前會漲到三米，低處的居民已經離開，兩條公路封閉，請司機繞道而行，學校明日停課。",
        );
        let counts: [fn(usize) -> String; 3] = [
            |at| format!("({at}/3)"),
            |at| format!("Document {at} of 3"),
            |at| format!("第 {at} 篇，共 3 篇"),
        ];
        let heads = ["大雨將至　低地居民撤離", "撤離", "雨夜裏的三百個沙包"];
        for count in counts {
            let record = |at: usize| {
                let own = column(&format!(
                    "街坊在{at}號閘口堆起沙包，堆到半夜，有人送來熱粥，大家蹲在路邊吃完再堆。"
                ));
                format!(
                    "{}\n☐ 選取\n花城日報　2024-03-0{at}\nA0{at} | 要聞\n{}\n記者 林花\n字數：3{at}5\n{shared}{own}文章編號：2024-{at}\n\
                     本內容由報社授權，請勿轉載\n--------------------\n",
                    count(at),
                    heads[at - 1]
                )
            };
            let page = format!(
                "剪報檢索\n檢索式：大雨 AND 撤離\n--------------------\n{}{}{}完　第 1 頁 / 共 1 頁\n",
                record(1),
                record(2),
                record(3)
            );
            let draft = cut(&page, CutOptions::default());
            assert_eq!(of_kind(&draft, BlockKind::Headline), heads, "{page}");
            assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 6, "{draft:?}");
            let told: Vec<_> = draft.stories.iter().map(|it| (it.paper.as_str(), it.date.as_str())).collect();
            assert_eq!(told, ["2024-03-01", "2024-03-02", "2024-03-03"].map(|day| ("花城日報", day)));
        }
    }
}
