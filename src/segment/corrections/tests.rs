//! Corrections hold, and the words still tile the text.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::lexicon::{Edit, read};
use crate::segment::{AccurateSegmenter, CharacterSegmenter, JiebaSegmenter};

static ACCURATE: LazyLock<AccurateSegmenter> = LazyLock::new(|| {
    AccurateSegmenter::open(include_bytes!("../../../static/model/segmenter.bin").to_vec()).unwrap()
});

static JIEBA: LazyLock<JiebaSegmenter> = LazyLock::new(|| {
    let dictionary = "正在 100 d\n致辭 50 v\n人民 80 n\n中國 90 ns\n中國人 20 n\n";
    JiebaSegmenter::open(dictionary.as_bytes(), |_| ()).unwrap()
});

fn corrections(entries: &str) -> CorrectionIndex {
    let mut corrections = CorrectionIndex::default();
    corrections.apply(Change { edits: read(entries).0.into_iter().map(Edit::Put).collect() });
    corrections
}

fn words_in<'a>(
    segmenter: &dyn Segmenter,
    story: Option<&str>,
    text: &'a str,
    entries: &str,
) -> Vec<&'a str> {
    let mut tokens = Vec::new();
    corrections(entries).segment(segmenter, story, text, &mut tokens);
    tokens.into_iter().map(|token| token.span.of(text)).collect()
}

fn words<'a>(text: &'a str, entries: &str) -> Vec<&'a str> {
    words_in(&*JIEBA, None, text, entries)
}

#[test]
fn a_forced_word_breaks_up_others_and_their_remains_are_segmented_again() {
    assert_eq!(words("龔正在致辭", ""), ["龔", "正在", "致辭"]);
    assert_eq!(words("龔正在致辭", "龔正 nr"), ["龔正", "在", "致辭"]);
}

#[test]
fn a_recommended_word_breaks_up_no_other() {
    assert_eq!(words("龔正在致辭", "龔正 5 nr"), ["龔", "正在", "致辭"]);
    assert_eq!(words("中國人民", "中國人民 5"), ["中國人民"]);
}

#[test]
fn a_split_holds_where_the_string_is_whole_words() {
    assert_eq!(words("龔正在", "龔正在 0 龔正/在"), ["龔正", "在"]);
    assert_eq!(words("中國人民", "中國人 0 中國/人"), ["中國", "人民"]);
}

#[test]
fn entries_hold_for_every_writing() {
    assert_eq!(words("龚正在致辞", "龔正"), ["龚正", "在", "致辞"]);
    assert_eq!(words("龔正在致辭", "龚正在 0 龚正/在"), ["龔正", "在", "致辭"]);
}

#[test]
fn an_entry_that_is_switched_off_does_nothing() {
    assert_eq!(words("龔正在致辭", "#off 龔正 nr"), ["龔", "正在", "致辭"]);
}

#[test]
fn a_correction_here_holds_here_only_and_precedes_every_other() {
    let here = |entries: &str| words_in(&*JIEBA, Some("甲"), "正在，正在", entries).join("|");
    assert_eq!(here("#here 3-5 正/在 - 甲"), "正在|，|正|在");
    assert_eq!(here("#here 3-5 正/在 - 乙"), "正在|，|正在");
    assert_eq!(here("正在\n#here 3-5 正/在 - 甲"), "正在|，|正|在");
    // A longer word everywhere yields to a place inside it.
    assert_eq!(here("在，正在\n#here 3-5 正/在 - 甲"), "正在|，|正|在");
    // The text there has changed.
    assert_eq!(here("#here 2-4 正/在 - 甲"), "正在|，|正在");
}

#[test]
fn a_correction_here_may_break_up_words() {
    assert_eq!(words_in(&*JIEBA, Some("甲"), "龔正在致辭", "#here 0-2 龔正 nr 甲"), ["龔正", "在", "致辭"]);
}

#[test]
fn a_part_of_speech_is_the_readers_or_the_words_own() {
    let tags = |entries: &str| {
        let mut tokens = Vec::new();
        corrections(entries).segment(&*JIEBA, None, "中國人民", &mut tokens);
        tokens.into_iter().map(|token| token.tag.name()).collect::<Vec<_>>()
    };
    assert_eq!(tags("中國人民 nt"), ["nt"]);
    assert_eq!(tags("中國人民 0 中國/人民"), ["ns", "n"]);
}

#[test]
fn an_entry_of_letters_or_digits_is_not_found_inside_a_run_of_them() {
    let character = CharacterSegmenter::default();
    for (entry, text, expected) in [
        ("AI", "MAIN、AI、AIs、ＡＩ技術", "MAIN|、|AI|、|AIs|、|ＡＩ|技|術"),
        ("5G", "15G與5G", "15G|與|5G"),
        ("5G", "3.5G與A5G", "3.5G|與|A5G"),
        ("500元", "1,500元，500元", "1,500|元|，|500元"),
        ("用5", "用5，用55，用5.5", "用5|，|用|55|，|用|5.5"),
        ("19", "COVID-19，19", "COVID-19|，|19"),
        ("cafe", "cafe\u{301}，cafe", "cafe\u{301}|，|cafe"),
        // Ideographs have no runs.
        ("技術", "高技術", "高|技術"),
    ] {
        assert_eq!(words_in(&character, None, text, entry).join("|"), expected, "{entry}");
        let mut counts = FxHashMap::default();
        let corrections = corrections(entry);
        corrections.count(text, &mut counts);
        let found = words_in(&character, None, text, entry);
        let folded = corrections.dictionary().folded_words().next().unwrap_or_default().to_owned();
        let times = found.iter().filter(|word| crate::text::fold(word) == folded).count();
        assert_eq!(counts.values().sum::<u32>() as usize, times, "{entry}");
    }
}

#[test]
fn a_word_with_a_space_is_one_word_where_the_text_has_the_space() {
    let character = CharacterSegmenter::default();
    let found = |entry, text| words_in(&character, None, text, entry).join("|");
    assert_eq!(found("Louis Vuitton nz", "在Louis Vuitton店"), "在|Louis Vuitton|店");
    assert_eq!(found("Louis Vuitton 5 nz", "Louis Vuittons"), "Louis| |Vuittons");
    assert_eq!(found("Louis Vuitton", "LouisVuitton"), "LouisVuitton");
    let mut tokens = Vec::new();
    corrections("Louis Vuitton").segment(&*ACCURATE, None, "Louis Vuitton", &mut tokens);
    assert_eq!(tokens.iter().map(|token| token.tag.name()).collect::<Vec<_>>(), ["eng"]);
}

#[test]
fn a_change_concerns_texts_that_hold_its_words() {
    let change = |entries: &str| Change { edits: read(entries).0.into_iter().map(Edit::Put).collect() };
    let concern = Concern::new(&change("龔正 nr\n#here 3-5 正/在 - 乙"));
    assert!(concern.holds("甲", "聞龚正說"));
    assert!(!concern.holds("甲", "聞龔先生正說"));
    assert!(concern.holds("乙", ""));
}

#[test]
fn words_are_counted_at_every_place_they_occur() {
    let corrections = corrections("中國\n中國人\n人人");
    let mut counts = FxHashMap::default();
    corrections.count("中国人人人，中國", &mut counts);
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_unstable();
    assert_eq!(counts, [("中国", 2), ("中国人", 1), ("人人", 2)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn no_entry_breaks_the_tiling(
        text in "[龔正在致辭中國人民，a1𠀀\u{FE00}\n👍]{0,30}",
        entries in proptest::collection::vec(
            "(#off )?([龔正在致辭中國人民，a1𠀀\u{FE00}]{1,5}( [0-9])?|#here [0-9]-[0-9] [龔正在致辭中/]{1,5} - 甲)",
            0..8,
        ),
        tear in "[龔正在致辭中國人民a1𠀀👍]{2,4}",
    ) {
        let character = CharacterSegmenter::default();
        let segmenters: [&dyn Segmenter; 3] = [&*ACCURATE, &*JIEBA, &character];
        // One entry is taken from the text itself, so that most cases do correct something.
        let own: String = text.chars().skip(2).take(3).filter(|c| *c != '\n').collect();
        let entries = format!("{}\n{tear}\n{own}\n", entries.join("\n"));
        for segmenter in segmenters {
            let words = words_in(segmenter, Some("甲"), &text, &entries);
            prop_assert!(words.iter().all(|word| !word.is_empty()));
            prop_assert_eq!(words.concat(), text.as_str());
        }
    }

    #[test]
    fn a_dictionary_changed_step_by_step_equals_one_made_at_once(
        steps in proptest::collection::vec("[龔正在致辭中國人民]{2,4}( [1-9])?", 0..8),
        text in "[龔正在致辭中國人民，]{0,30}",
    ) {
        let mut corrections = CorrectionIndex::default();
        let mut undo = Vec::new();
        for step in &steps {
            undo.push(corrections.apply(Change { edits: read(step).0.into_iter().map(Edit::Put).collect() }));
        }
        let segmented = |corrections: &CorrectionIndex| {
            let mut tokens = Vec::new();
            corrections.segment(&*JIEBA, None, &text, &mut tokens);
            tokens
        };
        prop_assert_eq!(segmented(&corrections), segmented(&CorrectionIndex::new(corrections.dictionary().clone())));
        for change in undo.into_iter().rev() {
            corrections.apply(change);
        }
        prop_assert_eq!(segmented(&corrections), segmented(&CorrectionIndex::default()));
    }
}
