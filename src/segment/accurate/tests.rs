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
fn frequent_function_words_are_whole_and_what_is_counted_stays_apart() {
    for (text, whole) in [
        ("除了他們，還有學生參加", "除了"),
        ("會上還有代表發言", "還有"),
        ("隨著時間過去", "隨著"),
        ("隨着經濟發展", "隨着"),
        ("只要努力就能成功", "只要"),
        ("實際上並不困難", "實際上"),
        ("換言之，計劃要延期", "換言之"),
        ("另一方面，市民表示擔心", "另一方面"),
        ("他們不得不離開", "不得不"),
        ("有人反對這個方案", "有人"),
    ] {
        assert!(words(text).contains(&whole), "{whole}: {:?}", words(text));
    }
    for (text, counted) in [("現場有三個人受傷", ["三", "個"]), ("兩種方案都可行", ["兩", "種"])]
    {
        assert!(
            words(text).starts_with(&counted) || words(text)[2..].starts_with(&counted),
            "{:?}",
            words(text)
        );
    }
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
