//! Who took a picture or lent it: credits at the ends of lines, by the press's own wording.

use super::line::Line;
use super::mark::is_bullet;
use super::press::{Press, Sense};
use crate::text::is_closing;

impl Line<'_> {
    /// Returns true if the line ends with the credit of a picture, after a sentence or in brackets.
    pub(super) fn ends_with_credit(&self, press: &Press) -> bool {
        let text = without_day(self.text.trim_end_matches(|c| is_closing(c) || c == '。'));
        let before = |end: &str| text.strip_suffix(end).unwrap_or_default();
        // （圖翻攝自某處）
        let bracket = self.text.strip_suffix(['）', ')']).and_then(|text| text.rsplit_once(['（', '(']));
        if bracket.is_some_and(|(_, inner)| inner.starts_with(['圖', '图']) && inner.chars().count() <= 24)
        {
            return true;
        }
        // …格子。图源：某某
        let behind = text.rsplit_once(['。', '」', '”']).map(|(_, behind)| behind.trim_start());
        // …測量血壓。花城新聞記者 花一 圖
        let is_reporters = |behind: &str| {
            behind.ends_with(['圖', '图']) && (behind.contains("記者") || behind.contains("记者"))
        };
        if behind.is_some_and(|behind| behind.chars().count() <= 20 && is_reporters(behind)) {
            return true;
        }
        let sources = ["圖源", "图源", "圖：", "图：", "圖／", "攝：", "摄：", "圖/", "图/"];
        if behind.is_some_and(|behind| {
            behind.chars().count() <= 16 && sources.iter().any(|source| behind.starts_with(source))
        }) {
            return true;
        }
        if let Some(credit) = press.ends(text, Sense::Credit) {
            // A credit is set apart: after a sentence's end, a space or a bracket.
            let tail: String = before(credit).chars().rev().take(14).collect();
            if matches!(credit, "提供") && !names_lender(before(credit)) {
                return false;
            }
            return tail.is_empty()
                || tail
                    .chars()
                    .any(|c| matches!(c, '。' | ' ' | '\u{3000}' | '（' | '(' | '／' | '/' | '【' | '〔'))
                    && self.text.trim_end_matches(is_closing).len() >= text.len()
                    && !self.text.ends_with('。');
        }
        let Some(agency) = press.ends(text, Sense::Agency) else { return false };
        let before = before(agency).trim_end();
        before.ends_with('。') && self.stops <= 2
            || (self.text.starts_with(is_bullet) && before.ends_with(['。', '）']))
            || (before.ends_with(['（', '(', '／', '/'])
                && self.stops == 0
                && self.chars <= 60
                && self.text.starts_with(is_bullet))
    }
}

/// Returns a text without the day at its end: …攝　116年2月16日.
fn without_day(text: &str) -> &str {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '月' | '日'));
    let day = text.strip_prefix(before).unwrap_or_default();
    let is_day = day.contains('月') && day.ends_with('日') && before.ends_with([' ', '\u{3000}']);
    if is_day { before.trim_end() } else { text }
}

/// Returns true if the words before 提供 are of a picture and who lent it: others give out lunches.
fn names_lender(text: &str) -> bool {
    let behind = text.rsplit_once([' ', '\u{3000}']).map_or("", |(_, behind)| behind);
    let before = text.strip_suffix(behind).unwrap_or(text).trim_end();
    let is_parted = before.ends_with(['。', '）', ')', '」', '”', '？', '！']) && !behind.is_empty();
    let is_picture =
        ["圖", "图", "照片", "相片", "（", "(", "／", "/", "【", "〔"].iter().any(|word| text.contains(word));
    is_parted
        || is_picture
        || text.contains('。')
        || text.chars().count() <= 14 && !text.contains([' ', '\u{3000}'])
}

#[cfg(test)]
mod tests {
    use crate::ingest::BlockKind;
    use crate::ingest::cut::kind_by_wording;

    #[test]
    fn who_lent_a_picture_is_told_from_who_gives_something_out() {
        for caption in ["新橋夜景。　旅遊局提供", "新橋夜景（旅遊局提供）"] {
            assert_eq!(kind_by_wording(caption), Some(BlockKind::Caption), "{caption}");
        }
        for title in ["早餐免費　三家商號提供", "无人机送药　县医院提供"] {
            assert_ne!(kind_by_wording(title), Some(BlockKind::Caption), "{title}");
        }
    }
}
