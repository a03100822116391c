//! Negations that negate nothing: 差點沒摔倒, 好不熱鬧, 未開始之前, 是不是, 非修不可.

use super::voice::{VoiceKind, VoiceMark};
use crate::text::{Span, fold, fold_char};

/// Words that 沒 may follow without a change of the meaning.
const NEARLY: [&str; 5] = ["差点", "差一点", "险些", "几乎", "差点儿"];

/// Words that make an obligation of a 非 before them.
const NEEDED: [&str; 3] = ["不可", "不行", "不成"];

/// Marks that end a clause.
const ENDS: &str = "，。；：！？、,;:!?\n";

/// Leaves out the negations that negate nothing; 非 with 不可 is an obligation.
pub(super) fn without_expletives(text: &str, passage: Span, marks: Vec<VoiceMark>) -> Vec<VoiceMark> {
    let around = |span: Span| {
        let before = fold(Span { start: passage.start, end: span.start }.of(text));
        let behind = fold(Span { start: span.end, end: passage.end }.of(text));
        let end = behind.find(|c| ENDS.contains(c)).unwrap_or(behind.len());
        (before, behind.get(..end).unwrap_or_default().to_owned())
    };
    let mut kept: Vec<VoiceMark> = Vec::with_capacity(marks.len());
    for mark in marks {
        if mark.kind != VoiceKind::Negation {
            kept.push(mark);
            continue;
        }
        let (before, behind) = around(mark.span);
        let word = fold(mark.span.of(text));
        let clause = before.rsplit(|c| ENDS.contains(c)).next().unwrap_or_default();
        if NEEDED.iter().any(|needed| format!("{word}{behind}").starts_with(needed)) && clause.contains('非')
        {
            kept.push(VoiceMark { kind: VoiceKind::Modal, sense: ("must", "-"), ..mark });
            continue;
        }
        let obliges = word == "非" && NEEDED.iter().any(|needed| behind.contains(needed));
        if !obliges && !is_expletive(&before, &word, &behind) {
            kept.push(mark);
        }
    }
    kept
}

/// Returns true if a negation negates nothing, by what is before it and behind it in its clause; all is folded.
fn is_expletive(before: &str, word: &str, behind: &str) -> bool {
    let last = before.chars().next_back();
    let first = behind.chars().next();
    let nearly = word.starts_with(['没', '未']) && NEARLY.iter().any(|nearly| before.ends_with(nearly));
    let how = word == "不" && last == Some('好') && first.is_some_and(|c| c != fold_char('好'));
    let before_it = word == "未" && is_time_before(behind);
    // 是不是, 能不能, 有沒有
    let asked = matches!(word, "不" | "没") && last.is_some() && last == first
        || word.strip_prefix(['不', '没']).is_some_and(|rest| !rest.is_empty() && before.ends_with(rest));
    nearly || how || before_it || asked
}

/// Returns true if a clause begins with what had not happened yet, as a time: 開門之前, but not 在限期之前交卷.
fn is_time_before(clause: &str) -> bool {
    let end = ["之前", "以前"].iter().filter_map(|word| clause.find(word)).min();
    // 未生效前，
    let event = end.and_then(|end| clause.get(..end)).or_else(|| clause.strip_suffix('前'));
    event
        .is_some_and(|event| event.chars().count() <= 6 && !event.starts_with(['在', '于', '能', '及', '可']))
}

#[cfg(test)]
mod tests {
    use super::super::voice::voice_marks;
    use super::*;
    use crate::text::saturating_u32;

    fn negations(text: &str) -> usize {
        let passage = Span { start: 0, end: saturating_u32(text.len()) };
        voice_marks(text, passage, &[]).iter().filter(|mark| mark.kind == VoiceKind::Negation).count()
    }

    #[test]
    fn negations_that_negate_nothing_are_left_out() {
        for text in [
            "他差點沒趕上車。",
            "廟會好不熱鬧。",
            "商場未開門之前已有人排隊。",
            "條例未通過前，照舊收費。",
            "市民問是不是要重建。",
            "這堵牆非拆不可，居民說。",
            "当局有没有跟进？",
        ] {
            assert_eq!(negations(text), 0, "{text}");
        }
    }

    #[test]
    fn others_stay() {
        for text in [
            "他沒趕上車。",
            "廟會不熱鬧。",
            "商場未開門，已有人排隊。",
            "牆不可拆。",
            "当局没有跟进。",
            "他未在限期之前交稿。",
        ] {
            assert_eq!(negations(text), 1, "{text}");
        }
    }
}
