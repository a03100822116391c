//! The opening of a story: the paper's or agency's mark and the source, before the story itself begins.

use crate::text::Span;

/// The number of characters within which a dateline must end.
const LONGEST: usize = 60;

/// Words by which an opening names the source of a story.
const SOURCES: [&str; 14] =
    ["報道", "報導", "报道", "报导", "消息", "專訊", "专讯", "電", "电", "訊", "讯", "綜合", "综合", "特稿"];

/// The ends of a mark without brackets: a paper's or agency's name, or a day, before 訊 and 電.
const MARKS: [&str; 12] =
    ["報訊", "报讯", "社訊", "社讯", "網訊", "网讯", "台訊", "台讯", "社電", "社电", "日電", "日电"];

/// Returns the dateline with which a sentence begins: 【本報訊】據某社報道： or （某地訊）; the mark, and the source after it.
///
/// A mark is a bracket that ends in 訊, 電 or 報道, or such a word followed by white space; a source begins with 據 or 綜合,
/// or names a 記者, and ends at the first comma or colon.
pub fn dateline(text: &str, sentence: Span) -> Option<Span> {
    let whole = sentence.of(text);
    let limit = whole.char_indices().nth(LONGEST).map_or(whole.len(), |(offset, _)| offset);
    let head = whole.get(..limit).unwrap_or(whole);
    let rest = bracketed(head).or_else(|| marked(head)).unwrap_or(head);
    let rest = source(rest.trim_start()).unwrap_or(rest);
    let (start, length) = (sentence.start as usize, head.len().saturating_sub(rest.len()));
    (length > 0).then(|| Span::new(start, start.saturating_add(length)))
}

/// Returns the text after a bracket that contains a mark: 【…訊】, （…電）.
fn bracketed(head: &str) -> Option<&str> {
    let mut chars = head.chars();
    let close = match chars.next()? {
        '【' => '】',
        '（' => '）',
        '(' => ')',
        '[' => ']',
        '〔' => '〕',
        _ => return None,
    };
    let (inside, rest) = chars.as_str().split_once(close)?;
    SOURCES.iter().any(|source| inside.ends_with(source)).then_some(rest)
}

/// Returns the text after a mark without bracket and the white space that ends it: 某報訊 , 某社北京1月2日電 .
fn marked(head: &str) -> Option<&str> {
    let opening = head.split(|c: char| "，。：；！？「".contains(c)).next()?;
    let mark = opening
        .match_indices(char::is_whitespace)
        .filter_map(|(at, _)| opening.get(..at))
        .find(|before| MARKS.iter().any(|mark| before.ends_with(mark)))?;
    Some(head.strip_prefix(mark)?.trim_start())
}

/// Returns the text after a source and the comma or colon that ends it.
fn source(rest: &str) -> Option<&str> {
    let (phrase, rest) = rest.split_once(['，', '：', ':', ','])?;
    let begins = ["據", "据", "綜合", "综合"].iter().any(|begin| phrase.starts_with(begin));
    let ends = SOURCES.iter().any(|source| phrase.ends_with(source));
    let reporter = phrase.contains("記者") || phrase.contains("记者");
    (ends && (begins || reporter)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        dateline(text, Span::new(0, text.len())).map(|span| span.of(text))
    }

    #[test]
    fn marks_and_sources_are_datelines() {
        for (text, expected) in [
            ("【本報訊】據某通訊社報道：總統昨日會見記者。", "【本報訊】據某通訊社報道："),
            ("（新加坡訊）總統昨日會見記者。", "（新加坡訊）"),
            ("某社北京1月2日電 總統昨日會見記者。", "某社北京1月2日電 "),
            ("某報訊 據某社報道，總統昨日會見記者。", "某報訊 據某社報道，"),
            ("據某社報导，總統。", ""),
            ("據某社報導，總統昨日會見記者。", "據某社報導，"),
            ("綜合外電消息，總統昨日會見記者。", "綜合外電消息，"),
            ("【本報訊】記者王小明報道：總統昨日會見記者。", "【本報訊】記者王小明報道："),
        ] {
            assert_eq!(found(text).unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn a_story_that_simply_begins_has_none() {
        for text in [
            "總統昨日會見記者，表示歡迎。",
            "",
            "（見圖）總統昨日會見記者。",
            "據了解，總統抵港。",
            "通訊 設備，先進。",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
