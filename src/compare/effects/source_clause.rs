//! Clauses that say whose statement it is: 據目擊者稱，

use super::context::folded;
use super::voice::{ends_with_belief, ends_with_saying};

/// Maximum number of characters of such a clause without its punctuation.
const LONGEST: usize = 16;

/// What such a clause may begin with, folded.
const BEGINNINGS: [&str; 4] = ["据", "根据", "按照", "引述"];

/// Returns true if a text is such a clause as a whole. `begins` is true if it begins a sentence, where it needs no comma.
pub(super) fn is_source_clause(text: &str, begins: bool) -> bool {
    let text = text.trim();
    let clause = text.trim_end_matches(['，', '：', ',', ':', '、']);
    let is_closed = clause.len() < text.len();
    let words = folded(clause);
    let length = words.chars().count();
    if clause.contains(['，', '。', '；', ',', ';']) || !(2..=LONGEST).contains(&length) {
        return false;
    }
    let is_cited = words.ends_with("引述");
    // 警方相信 begins a sentence that is else the same.
    let thinks = begins && length > 3 && ends_with_belief(&words);
    let says = ends_with_saying(&words) || is_cited || thinks;
    let begins_as_source = BEGINNINGS.iter().any(|beginning| words.starts_with(beginning));
    // 根據年報，
    let is_document = is_closed && begins && length > 3 && words.starts_with("根据");
    let has_source = begins_as_source || length > 2;
    // 評論員認為 as well, with somebody of two characters and more.
    let begins_whole = begins && (is_cited || length > 3);
    says && has_source && (is_closed || begins_whole) || thinks || is_document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_with_its_verb_is_one() {
        for (text, begins, expected) in [
            ("據街坊稱，", true, true),
            ("警方表示：", true, true),
            ("分析认为，", true, true),
            ("美聯社引述", true, true),
            ("據中央社報道，", false, true),
            ("表示，", false, false),
            ("警方", true, false),
            ("警方相信", true, true),
            ("警方相信", false, false),
            ("根據年報，", true, true),
            ("他說，天氣好，", true, false),
            ("警方稱", true, false),
        ] {
            assert_eq!(is_source_clause(text, begins), expected, "{text}");
        }
    }
}
