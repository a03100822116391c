//! What a page's head says: the paper, the day, the number of the page.

use super::dateline::window;

/// Whether a line is a page's head or foot: a date, a page's number, a section.
pub(super) fn is_page_head(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit())
        || text.contains(['，', '。', '、'])
        || text.chars().count() > 40
    {
        return false;
    }
    if date_in(text)
        .is_some_and(|(start, end, _)| start == 0 && !text[end..].starts_with(crate::text::is_han))
    {
        return true;
    }
    let mut rest = text.to_owned();
    let mut found = false;
    if let Some((start, end, _)) = date_in(&rest) {
        rest.replace_range(start..end, " ");
        found = true;
    }
    let mut odd = 0;
    let mut words = 0;
    for word in rest.split(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '|' | '｜' | '/' | '／' | '·' | '　' | '-' | '—' | ':' | '：' | '(' | ')' | '（' | '）'
            )
    }) {
        if word.is_empty() {
            continue;
        }
        words += 1;
        if is_page_number(word) {
            found = true;
        } else if !is_head_word(word) {
            odd += 1;
        }
    }
    found && odd <= usize::from(words > 1 || date_in(text).is_some())
}

/// A03, B12版, 第3版, 3版, P5.
fn is_page_number(word: &str) -> bool {
    let inner = word.trim_start_matches('第').trim_end_matches(['版', '頁', '页', '疊', '叠']);
    let digits = inner.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = inner.len() - digits.len();
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

/// The first date written out in a text, as year, month and day, with the bytes it takes.
pub(super) fn date_in(text: &str) -> Option<(usize, usize, String)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        if at - start != 4 {
            continue;
        }
        if let Some((end, month, day)) = month_and_day(&text[at..]) {
            let year = &text[start..at];
            return Some((start, at + end, format!("{year}-{month:02}-{day:02}")));
        }
    }
    None
}

/// 年M月D日, -M-D, /M/D or .M.D.
fn month_and_day(text: &str) -> Option<(usize, u32, u32)> {
    let first = text.chars().next()?;
    if !matches!(first, '年' | '-' | '/' | '.') {
        return None;
    }
    let rest = &text[first.len_utf8()..];
    let (month, rest) = number(rest.trim_start())?;
    let second = rest.trim_start().chars().next()?;
    let rest = rest.trim_start();
    if second != if first == '年' { '月' } else { first } {
        return None;
    }
    let (day, rest) = number(rest[second.len_utf8()..].trim_start())?;
    let rest = if first == '年' { rest.trim_start().strip_prefix('日')? } else { rest };
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((text.len() - rest.len(), month, day))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// The paper that a dateline such as 【某報訊】 or 某報訊 names.
pub(super) fn paper(dateline: &str) -> Option<String> {
    let inner =
        window(dateline, 24).trim_start_matches(['【', '〔', '（', '［', '[', '(', '●', '■', '◆', ' ']);
    let at = inner.find(['報', '报'])?;
    let name = &inner[..at + '報'.len_utf8()];
    let after = &inner[at + '報'.len_utf8()..];
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
