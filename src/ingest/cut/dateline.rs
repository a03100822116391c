//! Datelines, which open a report: 【某報訊】, 某社某地某日電, 〔記者某／某地報導〕.

use crate::ingest::outlet::is_outlet;

/// Returns true if a text begins with a dateline.
pub(in crate::ingest) fn opens(text: &str) -> bool {
    dateline(text).is_some()
}

/// Returns the dateline a text begins with.
pub(super) fn dateline(text: &str) -> Option<&str> {
    bracketed(text).or_else(|| plain(text)).or_else(|| english(text))
}

/// Words that end a dateline.
const SENT: [&str; 12] =
    ["訊", "讯", "報道", "报道", "報導", "报导", "電", "电", "專電", "专电", "通訊", "綜合"];

/// Returns a dateline in brackets.
fn bracketed(text: &str) -> Option<&str> {
    let open = text.chars().next()?;
    let close = match open {
        '【' => '】',
        '〔' => '〕',
        '（' => '）',
        '(' => ')',
        '［' => '］',
        '[' => ']',
        _ => return None,
    };
    let (head, _) = window(text, 40).split_once(close)?;
    let inner = head.strip_prefix(open)?;
    let said = SENT.iter().any(|sent| inner.ends_with(sent))
        || ["報消息", "报消息", "社消息"].iter().any(|sent| inner.ends_with(sent))
        || ((inner.contains("記者") || inner.contains("记者") || inner.contains("特派員"))
            && !inner.ends_with("攝")
            && !inner.ends_with("摄"))
        || (matches!(open, '（' | '(' | '【') && inner.ends_with(['網', '网', '社']) && is_outlet(inner));
    let end = head.len().saturating_add(close.len_utf8());
    said.then(|| text.get(..end)).flatten()
}

/// Returns a dateline that runs into the text: 某報訊 before a space, a bracket or a colon; 某社某地某月某日電; 記者某／某地報導.
fn plain(text: &str) -> Option<&str> {
    let mut paper = false;
    let mut dated = false;
    let mut before = ' ';
    for (count, (at, c)) in text.char_indices().take(30).enumerate() {
        match c {
            '，' | '。' | '、' | '「' | '“' | '；' => break,
            '訊' | '讯' => {
                let (head, rest) = text.split_at_checked(at.saturating_add(c.len_utf8()))?;
                let after = rest.chars().next();
                let is_paper =
                    matches!(before, '報' | '报' | '社' | '網' | '网' | '刊' | '台') && count <= 12;
                let parted = after
                    .is_none_or(|c| matches!(c, ' ' | '\u{3000}' | '（' | '(' | '：' | ':' | '／' | '】'));
                if is_paper && parted {
                    return Some(head);
                }
            }
            '電' | '电' if paper && dated && matches!(before, '日' | '社' | '專' | '专') => {
                return text.get(..at.saturating_add(c.len_utf8()));
            }
            _ => {
                paper |= matches!(c, '社' | '報' | '报' | '網' | '网');
                dated |= c.is_ascii_digit() || matches!(c, '日' | '十');
            }
        }
        before = c;
    }
    if !text.starts_with(['記', '记', '特']) {
        return None;
    }
    let head = window(text, 30);
    let rest = ["記者", "记者", "特派員"].iter().find_map(|office| head.strip_prefix(office))?;
    let sent = ["報導", "報道", "报道", "报导"].iter();
    let (said, behind) = sent.filter_map(|sent| rest.split_once(sent)).min_by_key(|(said, _)| said.len())?;
    (said.contains(['／', '/']) && !said.contains(['，', '。'])).then(|| head.strip_suffix(behind)).flatten()
}

/// Returns a dateline in English: HUACHENG, March 7 (Flower Agency) -- …
fn english(text: &str) -> Option<&str> {
    let (head, behind) = window(text, 60).split_once(')')?;
    let (place, _) = head.split_once('(')?;
    let mut words = place.split([' ', ',']);
    let is_place = words
        .next()
        .is_some_and(|word| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase()));
    let is_parted = behind.trim_start().starts_with(['-', '–', '—']);
    (is_place && is_parted && head.is_ascii()).then(|| text.get(..head.len().saturating_add(1)))?
}

/// Returns the first characters of a text.
pub(super) fn window(text: &str, chars: usize) -> &str {
    text.char_indices().nth(chars).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// Returns the last characters of a text.
pub(super) fn tail(text: &str, chars: usize) -> &str {
    let start = text.char_indices().rev().nth(chars.saturating_sub(1));
    start.and_then(|(start, _)| text.get(start..)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_told_from_sentences() {
        for opening in [
            "【春報訊】花開了。",
            "春城日報訊（記者花開）花開了。",
            "春華社花城3月5日電 花開了。",
            "（中央社記者花開台北5日電）花開了。",
            "〔記者花開／台北報導〕花開了。",
            "記者花開／花蓮報導",
        ] {
            assert!(opens(opening), "{opening}");
        }
        for sentence in
            ["【花】開了。", "（花）開了。", "據通訊社報道，花開了。", "記者問他花開了沒有。", "電費又加了。"]
        {
            assert!(!opens(sentence), "{sentence}");
        }
    }
}
