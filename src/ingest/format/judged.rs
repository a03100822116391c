//! The look of a block of a web page, by its words and its links.

use super::blocks::{HtmlBlock, HtmlBlockKind};
use crate::ingest::BlockKind;
use crate::ingest::cut::{
    Press, Sense, heads_list, is_address, is_furniture, is_notice, is_said, kind_by_wording,
};
use crate::text::is_han;

/// A block of so many characters is running text whatever it ends with.
const LONG: usize = 40;

/// The look of a block.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct JudgedBlock {
    /// Number of its characters.
    pub(super) length: usize,
    /// True if it is sentences, and none of the site's own.
    pub(super) running: bool,
    /// True if more than half of it is links.
    pub(super) linked: bool,
    /// True if it is furniture by its words.
    pub(super) chrome: bool,
    /// True if it heads a list of other stories.
    pub(super) related: bool,
    /// True if the page marks it as a heading.
    pub(super) heading: bool,
}

/// Judges a block.
pub(super) fn judge(block: &HtmlBlock) -> JudgedBlock {
    let text = block.text.trim();
    let length = text.chars().count();
    let linked = block.linked.saturating_mul(2) > length;
    let related = length <= 20 && heads_list(text);
    let chrome = block.evidence.control
        || related
        || is_furniture(text)
        || is_notice(text)
        || is_code(text)
        || is_advert(text, length) && kind_by_wording(text) != Some(BlockKind::Byline);
    JudgedBlock {
        length,
        running: !chrome && is_sentences(text, length),
        linked,
        chrome,
        related,
        heading: matches!(block.kind, HtmlBlockKind::Heading(_)),
    }
}

/// Returns true if a text holds a sentence, rather than being a title or a label.
fn is_sentences(text: &str, length: usize) -> bool {
    let ends = text.ends_with(['。', '！', '？', '」', '』', '”', '!', '?', '…', '；', '：', '）', '.']);
    let han = text.chars().any(is_han);
    let stops = text.contains('。');
    let marked = stops || text.contains(['！', '？', '!', '?']);
    (ends && stops && length >= 8)
        || (ends && marked && han && length >= 24)
        || (length >= LONG && (stops || text.contains(['，', ','])))
        || (han
            && length >= 8
            && text.ends_with(['。', '！', '？', '”', '」'])
            && text.contains(['，', '“', '「']))
}

/// Returns true if a text asks the reader to load, follow or read something else, and is no sentence.
fn is_advert(text: &str, length: usize) -> bool {
    length <= 120 && !is_said(text) && (Press::get().holds(text, Sense::Furniture) || is_address(text))
}

/// Returns true if a text is code or addresses for the most part.
pub(super) fn is_code(text: &str) -> bool {
    let all = text.chars().count();
    let ascii = text.bytes().filter(|byte| byte.is_ascii_graphic()).count();
    let marks = text.matches("://").count().saturating_add(text.matches(['{', '}', ';', '=']).count());
    all > 0 && ascii.saturating_mul(20) >= all.saturating_mul(17) && marks >= 2
}
