//! How a story opens: the paper's or agency's mark and its source, before the story itself begins.

use crate::text::Span;

/// Within so many characters of a dateline its end must stand.
const LONGEST: usize = 60;

/// Words by which an opening says where a story comes from.
const SOURCES: [&str; 14] =
    ["報道", "報導", "报道", "报导", "消息", "專訊", "专讯", "電", "电", "訊", "讯", "綜合", "综合", "特稿"];

/// How a mark without brackets ends: a paper's or agency's name, or a day, before 訊 and 電.
const MARKS: [&str; 12] =
    ["報訊", "报讯", "社訊", "社讯", "網訊", "网讯", "台訊", "台讯", "社電", "社电", "日電", "日电"];

/// The dateline with which a sentence begins: 【本報訊】據某社報道： or （某地訊）; the mark, and the source behind it.
///
/// A mark is a bracket that ends in 訊, 電 or 報道, or such a word with white space behind it; a source begins with 據 or
/// 綜合, or names a 記者, and ends at the first comma or colon.
pub fn dateline(text: &str, sentence: Span) -> Option<Span> {
    let whole = sentence.of(text);
    let limit = whole.char_indices().nth(LONGEST).map_or(whole.len(), |(offset, _)| offset);
    let head = &whole[..limit];
    let mark = bracketed(head).or_else(|| marked(head)).unwrap_or(0);
    let rest = &head[mark..];
    let blank = rest.len() - rest.trim_start().len();
    let source = source(&rest[blank..]).map_or(0, |length| blank + length);
    let length = mark + source;
    (length > 0).then(|| Span::new(sentence.start as usize, sentence.start as usize + length))
}

/// The length of a bracket that holds a mark: 【…訊】, （…電）.
fn bracketed(head: &str) -> Option<usize> {
    let close = match head.chars().next()? {
        '【' => '】',
        '（' => '）',
        '(' => ')',
        '[' => ']',
        '〔' => '〕',
        _ => return None,
    };
    let end = head.find(close)?;
    let inside = &head[head.chars().next()?.len_utf8()..end];
    SOURCES.iter().any(|source| inside.ends_with(source)).then_some(end + close.len_utf8())
}

/// The length of a mark without bracket, with the white space behind it: 某報訊 , 某社北京1月2日電 .
fn marked(head: &str) -> Option<usize> {
    let end = head.find(|c: char| "，。：；！？「".contains(c)).unwrap_or(head.len());
    let opening = &head[..end];
    let space = opening
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .find(|&at| MARKS.iter().any(|mark| opening[..at].ends_with(mark)))?;
    let rest = &head[space..];
    Some(space + rest.len() - rest.trim_start().len())
}

/// The length of a source with the comma or colon that ends it.
fn source(rest: &str) -> Option<usize> {
    let end = rest.find(['，', '：', ':', ','])?;
    let phrase = &rest[..end];
    let begins = ["據", "据", "綜合", "综合"].iter().any(|begin| phrase.starts_with(begin));
    let ends = SOURCES.iter().any(|source| phrase.ends_with(source));
    let reporter = phrase.contains("記者") || phrase.contains("记者");
    let close = rest[end..].chars().next().map_or(0, char::len_utf8);
    (ends && (begins || reporter)).then_some(end + close)
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
