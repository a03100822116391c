//! Contents of a page's head: the paper, the day, the number of the page.

use super::dateline::window;
use crate::ingest::dates::of_calendar;
use crate::ingest::outlet;

/// Returns true if a line is a page's head or foot: a date, a page's number, a section.
pub(super) fn is_page_head(text: &str) -> bool {
    if is_paper_and_day(text) {
        return true;
    }
    if !text.contains(|c: char| c.is_ascii_digit() || c == '年')
        || text.contains(['，', '。', '、', ',', '；', '？', '！', '?', '!'])
        || text.chars().count() > 40
    {
        return false;
    }
    let dated = date_in(text);
    if dated
        .as_ref()
        .is_some_and(|dated| dated.before.is_empty() && !dated.behind.starts_with(crate::text::is_han))
    {
        return true;
    }
    let mut found = dated.is_some();
    let has_date = found;
    let parts = dated.map_or([text, ""], |dated| [dated.before, dated.behind]);
    let mut odd = 0_usize;
    let mut words = 0_usize;
    let (mut bare, mut sections) = (0_usize, 0_usize);
    let words_of = parts.into_iter().flat_map(|part| {
        part.split(|c: char| {
            c.is_whitespace()
                || matches!(
                    c,
                    '|' | '｜' | '/' | '／' | '·' | '　' | '-' | '—' | ':' | '：' | '(' | ')' | '（' | '）'
                )
        })
    });
    for word in words_of {
        if word.is_empty() {
            continue;
        }
        words = words.saturating_add(1);
        if is_page_number(word) {
            found = true;
        } else if word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            bare = bare.saturating_add(1);
        } else if is_section(word) {
            sections = sections.saturating_add(1);
        } else if !is_head_word(word) {
            odd = odd.saturating_add(1);
        }
    }
    // 3　地方: the number and the section of a page.
    found |= bare == 1 && sections == 1 && words == 2;
    found && odd <= usize::from(words > 1 || has_date)
}

/// Returns true if a line is a paper and its day, perhaps with the number of the page, whatever the marks between them.
fn is_paper_and_day(text: &str) -> bool {
    let Some(dated) = date_in(text).filter(|_| text.chars().count() <= 40) else { return false };
    let mut papers = 0_usize;
    let known = words_beside(&dated).all(|word| {
        let is_paper = outlet::is_masthead(word);
        papers = papers.saturating_add(is_paper.into());
        is_paper || is_page_number(word) || is_head_word(word)
    });
    known && papers == 1
}

/// Returns true if a line tells where and when a story was printed, and nothing more: a day with a paper or the number of
/// a page, and perhaps the section.
pub(super) fn is_source_line(text: &str) -> bool {
    let Some(dated) = date_in(text).filter(|_| text.chars().count() <= 40) else { return false };
    let mut is_told = false;
    let fits = words_beside(&dated).all(|word| {
        let tells = is_page_number(word) || outlet::is_masthead(word) || outlet::is_known(word);
        is_told |= tells;
        tells || is_head_word(word) || names_section(word)
    });
    fits && is_told
}

/// Returns true if a word could be the name of a section: 港聞, 北部綜合新聞.
fn names_section(word: &str) -> bool {
    let length = word.chars().count();
    length <= 4 || length <= 8 && ["新聞", "新闻", "專題", "专题"].iter().any(|end| word.ends_with(end))
}

/// Returns the words beside a day.
pub(super) fn words_beside<'t>(dated: &Dated<'t>) -> impl Iterator<Item = &'t str> {
    let is_between =
        |c: char| c.is_whitespace() || "|｜：:，,、·・/／《》〈〉（）()【】〔〕［］[]「」『』".contains(c);
    let words = [dated.before, dated.behind].into_iter().flat_map(move |part| part.split(is_between));
    words.filter(|word| !word.is_empty())
}

/// Returns true for page numbers such as A03, B12版, 第3版, 3版, P5.
pub(super) fn is_page_number(word: &str) -> bool {
    let inner = word.trim_start_matches('第').trim_end_matches(['版', '頁', '页', '疊', '叠']);
    let digits = inner.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = inner.len().saturating_sub(digits.len());
    let is_number =
        !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && letters <= 2 && (letters > 0 || inner.len() != word.len())
}

fn is_head_word(word: &str) -> bool {
    word.starts_with("星期")
        || word.starts_with("周")
        || word.starts_with("週")
        || word.starts_with("農曆")
        || word.starts_with("农历")
        || word.ends_with('報')
        || word.ends_with('报')
        || word.ends_with('版')
        || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
        || is_section(word)
}

fn is_section(word: &str) -> bool {
    super::press::Press::get().is(word, super::press::Sense::Section)
}

/// The first date written out in a text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Dated<'t> {
    /// The text before it.
    pub(in crate::ingest) before: &'t str,
    /// The text behind it.
    pub(in crate::ingest) behind: &'t str,
    /// As `YYYY-MM-DD`.
    pub(in crate::ingest) date: String,
}

/// The first date written out in a text, as year, month and day: in digits, or else in Chinese numerals.
pub(in crate::ingest) fn date_in(text: &str) -> Option<Dated<'_>> {
    date_in_digits(text).or_else(|| date_in_numerals(text))
}

/// A date such as 二〇二六年三月二十七日 or 中華民國一一五年三月二十七日.
fn date_in_numerals(text: &str) -> Option<Dated<'_>> {
    let is_numeral = |c: char| "〇○零一二三四五六七八九十百廿卅".contains(c) || c.is_ascii_digit();
    let (head, _) = text.split_once('年')?;
    let before = head.trim_end_matches(is_numeral);
    let year = head.get(before.len()..)?;
    let behind = text.get(head.len().checked_add('年'.len_utf8())?..)?;
    let (month, behind) = behind.split_once('月')?;
    let (day, behind) = behind.split_once('日')?;
    if [year, month, day].iter().any(|part| part.is_empty() || !part.chars().all(is_numeral)) {
        return None;
    }
    let read = |part: &str| u32::try_from(crate::text::value::number(part)?.as_whole()?).ok();
    let republic = ["中華民國", "中华民国", "民國", "民国"].iter().find_map(|name| before.strip_suffix(name));
    let year = if republic.is_some() { read(year)?.checked_add(1911)? } else { read(year)? };
    let date = of_calendar(year, read(month)?, read(day)?).filter(|_| (1900..2200).contains(&year))?;
    Some(Dated { before: republic.unwrap_or(before), behind, date })
}

/// The first date written in digits.
fn date_in_digits(text: &str) -> Option<Dated<'_>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut rest = text;
    loop {
        let from = rest.trim_start_matches(|c| !is_digit(c));
        let behind = from.trim_start_matches(is_digit);
        let year = from.strip_suffix(behind).filter(|year| !year.is_empty())?;
        if year.len() == 4
            && let Some((date, behind)) = month_and_day(year, behind)
        {
            let before = text.strip_suffix(from)?;
            return Some(Dated { before, behind, date });
        }
        if year.len() <= 2
            && let Some((date, behind)) = day_first(year, behind)
        {
            let before = text.strip_suffix(from)?;
            return Some(Dated { before, behind, date });
        }
        rest = behind;
    }
}

/// /M/YYYY or -M-YYYY behind a day, and what stands behind it.
fn day_first<'t>(day: &str, text: &'t str) -> Option<(String, &'t str)> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '/' | '-'))?;
    let (month, rest) = number(text.strip_prefix(mark)?)?;
    let rest = rest.strip_prefix(mark)?;
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let year = rest.strip_suffix(behind).filter(|year| year.len() == 4)?;
    let date = of_calendar(year.parse().ok()?, month, day.parse().ok()?)?;
    ("1900".."2200").contains(&year).then_some((date, behind))
}

/// 年M月D日, -M-D, /M/D or .M.D behind a year, and what stands behind it.
fn month_and_day<'t>(year: &str, text: &'t str) -> Option<(String, &'t str)> {
    let first = text.chars().next().filter(|first| matches!(first, '年' | '-' | '/' | '.'))?;
    let second = if first == '年' { '月' } else { first };
    let (month, rest) = number(text.strip_prefix(first)?.trim_start())?;
    let (day, rest) = number(rest.trim_start().strip_prefix(second)?.trim_start())?;
    let rest = if first == '年' { rest.trim_start().strip_prefix('日')? } else { rest };
    Some((of_calendar(year.parse().ok()?, month, day)?, rest))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
}

/// Returns the paper that a dateline such as 【某報訊】 or 某報訊 names.
pub(super) fn paper(dateline: &str) -> Option<String> {
    let inner =
        window(dateline, 24).trim_start_matches(['【', '〔', '（', '［', '[', '(', '●', '■', '◆', ' ']);
    let end = inner.find(['報', '报'])?.checked_add('報'.len_utf8())?;
    let (name, after) = inner.split_at_checked(end)?;
    let is_own = name.starts_with(['本', '據']);
    let follows =
        ["訊", "讯", "專訊", "专讯", "記者", "记者", "綜合", "综合", "社", "特派", "駐", "驻", "】", "專題"];
    let count = name.chars().count();
    (!is_own
        && (2..=8).contains(&count)
        && follows.iter().any(|follow| after.starts_with(follow))
        && !name.contains(['，', '。', '「', ' ', '記', '记']))
    .then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_that_the_calendar_lacks_are_passed_over() {
        for (text, date) in [
            ("2025年2月31日", None),
            ("2025-02-29", None),
            ("2024-02-29", Some("2024-02-29")),
            ("31/4/2025", None),
            ("30-4-2025", Some("2025-04-30")),
            ("2025.6.31 2025.6.30", Some("2025-06-30")),
            ("0999年1月1日", None),
            ("春城日報　二〇二六年三月二十七日　星期五", Some("2026-03-27")),
            ("中華民國一一五年三月二十七日", Some("2026-03-27")),
            ("民國115年3月27日", Some("2026-03-27")),
            ("二〇二六年二月三十日", None),
        ] {
            assert_eq!(date_in(text).map(|dated| dated.date).as_deref(), date, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_found_is_one_of_the_calendar(text in "[0-9]{0,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,4}日?") {
            prop_assert!(date_in(&text).is_none_or(|dated| crate::text::is_date(&dated.date)));
        }
    }
}
