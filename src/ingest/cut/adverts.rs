//! Advertisements between stories that say that they are: a line for it, a few words, and whom to call.

use super::line::Line;
use super::mark::Mark;

/// The lines of such an advertisement at most, and the longest of them.
const LINES: usize = 4;
const LINE: u32 = 36;

/// Marks what stands between the line that says so and the number to call.
pub(super) fn mark_adverts(lines: &mut [Line<'_>]) {
    for at in 0..lines.len() {
        if Line::at(lines, at).chars > LABEL || !is_label(Line::at(lines, at).text) {
            continue;
        }
        let below = at.saturating_add(1)..at.saturating_add(LINES).saturating_add(1).min(lines.len());
        let is_of_advert = |at: &usize| {
            let line = Line::at(lines, *at);
            line.chars <= LINE && line.known.is_none() && !line.opens && !line.text.ends_with('。')
        };
        let calls =
            |at: &usize| Line::at(lines, *at).mark == Mark::Furniture && is_call(Line::at(lines, *at).text);
        let offer = at.saturating_add(1);
        let offers = || offers(Line::at(lines, offer)).then_some(offer.saturating_add(1));
        let called = below.clone().take_while(is_of_advert).find(calls);
        let Some(end) = called.or_else(offers) else { continue };
        lines.iter_mut().take(end).skip(at).for_each(|line| line.mark = Mark::Furniture);
    }
}

/// The longest such label, with marks around it.
const LABEL: u32 = 20;

/// What such a line says.
const NAMES: [&str; 18] = [
    "廣告",
    "广告",
    "ADVERTISEMENT",
    "Advertisement",
    "特約廣告",
    "特约广告",
    "分類廣告",
    "分类广告",
    "贊助內容",
    "赞助内容",
    "推廣",
    "推广",
    "特約專題",
    "業配",
    "Sponsored",
    "SPONSORED",
    "Advertorial",
    "商业推广",
];

fn is_label(text: &str) -> bool {
    let name = text.trim_matches(|c: char| !c.is_alphanumeric());
    NAMES.contains(&name)
}

/// The longest offer in one sentence, in characters.
const OFFER: u32 = 60;

/// How an offer urges the reader, and what it offers.
const URGES: [&str; 9] = ["！", "!", "請即", "请即", "立即", "馬上", "马上", "即刻", "從速"];
const OFFERED: [&str; 18] = [
    "優惠", "优惠", "折扣", "免收", "免費", "免费", "減免", "首月", "早鳥", "早鸟", "限時", "限时", "訂購",
    "订购", "選購", "选购", "下載", "下载",
];

/// Returns true if a line urges the reader to take what it offers, and reports nothing.
fn offers(line: &Line<'_>) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| line.text.contains(word));
    let is_said = ["「", "“", "說", "说", "表示"].iter().any(|said| line.text.contains(said));
    line.chars <= OFFER && line.known.is_none() && !is_said && has(&URGES) && has(&OFFERED)
}

/// Returns true if a line has a number to call or an address.
fn is_call(text: &str) -> bool {
    let has_number = text.bytes().filter(u8::is_ascii_digit).count() >= 7;
    has_number && super::date_in(text).is_none() || text.contains("www.") || text.contains("://")
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    #[test]
    fn the_words_of_an_advertisement_between_its_label_and_its_number_are_no_story() {
        let text = "居民說，電梯停了，街燈也沒有亮，電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";
        let page = format!(
            "花城停電三小時　電梯停了\n【花城訊】{text}{text}廣告\n花記餅家　早鳥八折\n熱線：2345 6789\n\
             柳城渡輪下月加價　街坊反對\n【柳城訊】{text}{text}"
        );
        let draft = cut(&page, CutOptions::default());
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        let advert = blocks.filter(|block| block.text.contains("餅家")).map(|block| block.kind);
        assert_eq!(advert.collect::<Vec<_>>(), [BlockKind::Furniture]);
        assert_eq!(draft.stories.len(), 2);
    }

    #[test]
    fn a_sentence_that_urges_the_reader_below_such_a_label_is_no_story() {
        let text = "居民說，電梯停了，街燈也沒有亮，電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";
        for (said, kind) in [
            ("花記餅家：即日起買一送一，優惠至月底！", BlockKind::Furniture),
            ("立即订购花记月饼，早鸟有礼。", BlockKind::Furniture),
            ("電力公司說，受影響的住戶立即可以免費領取乾糧。", BlockKind::Paragraph),
        ] {
            let page = format!("花城停電三小時　電梯停了\n【花城訊】{text}{text}廣告\n{said}\n{text}");
            let draft = cut(&page, CutOptions::default());
            let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
            let found = blocks.filter(|block| block.text == said).map(|block| block.kind);
            assert_eq!(found.collect::<Vec<_>>(), [kind], "{said}");
        }
    }
}
