//! Contents of a page's head: the paper, the day, the number of the page.

use super::dateline::window;
use crate::ingest::dates::of_calendar;
use crate::ingest::outlet;

/// Returns true if a line is a page's head or foot: a date, a page's number, a section.
pub(super) fn is_page_head(text: &str) -> bool {
    if is_paper_and_day(text) {
        return true;
    }
    if !text.bytes().any(|byte| byte.is_ascii_digit())
        || text.contains(['，', '。', '、', ',', '；'])
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
        } else if !is_head_word(word) {
            odd = odd.saturating_add(1);
        }
    }
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

/// Returns the words beside a day.
pub(super) fn words_beside<'t>(dated: &Dated<'t>) -> impl Iterator<Item = &'t str> {
    let is_between =
        |c: char| c.is_whitespace() || "|｜：:，,、·・/／《》〈〉（）()【】〔〕［］[]「」『』".contains(c);
    let words = [dated.before, dated.behind].into_iter().flat_map(move |part| part.split(is_between));
    words.filter(|word| !word.is_empty())
}

/// Returns true for page numbers such as A03, B12版, 第3版, 3版, P5.
fn is_page_number(word: &str) -> bool {
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
        || super::press::Press::get().is(word, super::press::Sense::Section)
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

/// The first date written out in a text, as year, month and day.
pub(in crate::ingest) fn date_in(text: &str) -> Option<Dated<'_>> {
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
