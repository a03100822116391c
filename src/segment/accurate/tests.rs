//! Tests of the segmenter with the bundled model.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

static SEGMENTER: LazyLock<AccurateSegmenter> =
    LazyLock::new(|| AccurateSegmenter::open(shipped()).expect("the model that ships opens"));

fn shipped() -> Vec<u8> {
    include_bytes!("../../../static/model/segmenter.bin").to_vec()
}

fn tokens(text: &str) -> Vec<(&str, &'static str)> {
    let mut tokens = Vec::new();
    SEGMENTER.segment(text, &mut tokens);
    tokens.into_iter().map(|token| (token.span.of(text), token.tag.name())).collect()
}

fn words(text: &str) -> Vec<&str> {
    tokens(text).into_iter().map(|(word, _)| word).collect()
}

#[test]
fn variants_of_a_character_are_cut_alike_and_returned_as_printed() {
    assert_eq!(words("世界衞生組織的台灣平臺"), ["世界", "衞生", "組織", "的", "台灣", "平臺"]);
    assert_eq!(words("世界衛生組織的臺灣平台"), ["世界", "衛生", "組織", "的", "臺灣", "平台"]);
}

#[test]
fn numbers_latin_and_dotted_names_are_whole() {
    assert_eq!(
        words("12月3日，OpenAI投資3,500.5萬元"),
        ["12月", "3", "日", "，", "OpenAI", "投資", "3,500.5萬", "元"]
    );
    assert_eq!(words("作家維克多·雨果"), ["作家", "維克多·雨果"]);
}

#[test]
fn tags_come_from_the_lists_or_from_the_writing() {
    assert_eq!(tokens("大學，2025"), [("大學", "n"), ("，", "w"), ("2025", "m")]);
    assert_eq!(tokens("Wi-Fi 12月"), [("Wi-Fi", "eng"), (" ", "w"), ("12月", "t")]);
}

#[test]
fn a_file_that_is_altered_cut_short_or_of_another_version_is_refused() {
    let open = |bytes: Vec<u8>| AccurateSegmenter::open(bytes).map(|_| ()).unwrap_err();
    assert_eq!(open(b"<!DOCTYPE html>".to_vec()), ModelError::NotAModel);
    let mut other = shipped();
    other[8] = 77;
    assert_eq!(open(other), ModelError::Version { found: 77 });
    for at in [20, 300, 100_000, shipped().len() - 1] {
        let mut altered = shipped();
        altered[at] ^= 1;
        assert_eq!(open(altered), ModelError::Damaged);
    }
    for length in [8, 11, 19, 100, shipped().len() - 1] {
        assert_eq!(open(shipped()[..length].to_vec()), ModelError::Damaged);
    }
}

#[test]
fn a_text_without_any_end_is_cut_in_bounded_pieces() {
    let text = "中".repeat(3 * MOST_UNITS + 7);
    assert_eq!(words(&text).concat(), text);
}

#[test]
fn the_empty_text_has_no_words() {
    assert!(words("").is_empty());
}

proptest! {
    #[test]
    fn words_tile_any_text(text in "\\PC{0,80}|[一王正在明天下衞㑮𠀀a1%·，。「」 \r\n\u{FE00}\u{E0100}\u{200D}👍]{0,80}") {
        prop_assert!(words(&text).iter().all(|word| !word.is_empty()));
        prop_assert_eq!(words(&text).concat(), text);
    }
}
