//! Decoding of bytes into text, whatever the bytes are.

use super::cleaning::{Cleaned, cleaned};
use super::detect::{byte_order_mark, detect, likeliest, standard};
use super::likelihood::cost;
use super::{Encoding, IngestWarning, OriginalLine, WarningKind};
use crate::text::saturating_u32;

/// A text decoded from bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text; its lines end in a line feed.
    pub text: String,
    /// The encoding used.
    pub encoding: Encoding,
    /// Warnings of what could not be decoded and what was removed.
    pub warnings: Vec<IngestWarning>,
    /// The first lines that were changed after decoding, as they were.
    pub originals: Vec<OriginalLine>,
}

/// Decodes bytes in the given encoding, or in the likeliest. Its byte order mark is not part of the text.
///
/// If the encoding is detected here, lines in another are decoded in that; if it is given, it applies to all lines.
pub fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Decoded {
    let guess = encoding.is_none().then(|| detect(bytes));
    let encoding = encoding.or(guess.map(|guess| guess.encoding)).unwrap_or(Encoding::Utf8);
    let bytes = match byte_order_mark(bytes) {
        Some((marked, length)) if marked == encoding => bytes.get(length..).unwrap_or_default(),
        _ => bytes,
    };
    let mut mixed = None;
    let text = match guess {
        Some(_) => read_mixed(bytes, encoding, &mut mixed),
        None => standard(encoding).decode_without_bom_handling(bytes).0.into_owned(),
    };
    let Cleaned { text, mut warnings, originals } = cleaned(text);
    warnings.extend(mixed.map(|mixed| mixed.warning()));
    if let Some(other) = guess.and_then(|guess| guess.foreign.or_else(|| guess.rival.map(Encoding::name))) {
        let text = other.to_owned();
        warnings.push(IngestWarning { line: 1, kind: WarningKind::UnsureEncoding, text });
    }
    Decoded { text, encoding, warnings, originals }
}

/// Lines in another encoding.
struct Mixed {
    first: u32,
    encoding: Encoding,
    lines: u32,
}

impl Mixed {
    fn warning(&self) -> IngestWarning {
        let text = format!("{} ×{}", self.encoding.name(), self.lines);
        IngestWarning { line: self.first, kind: WarningKind::MixedEncodings, text }
    }
}

/// Decodes the text in its main encoding, except for lines that fit another better.
fn read_mixed(bytes: &[u8], main: Encoding, mixed: &mut Option<Mixed>) -> String {
    let (text, failed) = standard(main).decode_without_bom_handling(bytes);
    if matches!(main, Encoding::Utf16Le | Encoding::Utf16Be) || !(failed || has_other_lines(bytes, main)) {
        return text.into_owned();
    }
    let mut text = String::with_capacity(text.len());
    for (number, line) in (1_usize..).zip(bytes.split_inclusive(|&byte| byte == b'\n')) {
        let (read, failed) = standard(main).decode_without_bom_handling(line);
        if !failed && (main == Encoding::Utf8 || !is_utf8_beyond_ascii(line)) {
            text.push_str(&read);
            continue;
        }
        let others: &[Encoding] = match main {
            Encoding::Utf8 => &[Encoding::Big5, Encoding::Gb18030],
            Encoding::Big5 => &[Encoding::Utf8, Encoding::Gb18030],
            _ => &[Encoding::Utf8, Encoding::Big5],
        };
        let other = likeliest(line, others).encoding;
        let (other_read, other_failed) = standard(other).decode_without_bom_handling(line);
        // At most half the cost: one wrong byte in a long line does not mean that the line is in another encoding.
        if other_failed || cost(&other_read).0.saturating_mul(2) > cost(&read).0 {
            text.push_str(&read);
            continue;
        }
        text.push_str(&other_read);
        let mixed = mixed.get_or_insert(Mixed { first: saturating_u32(number), encoding: other, lines: 0 });
        mixed.lines = mixed.lines.saturating_add(1);
    }
    text
}

/// Returns true if a text in a double-byte encoding has lines that are UTF-8, which rarely happens by chance.
fn has_other_lines(bytes: &[u8], main: Encoding) -> bool {
    main != Encoding::Utf8 && bytes.split(|&byte| byte == b'\n').any(is_utf8_beyond_ascii)
}

fn is_utf8_beyond_ascii(line: &[u8]) -> bool {
    !line.is_ascii() && std::str::from_utf8(line).is_ok()
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GB18030};
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold_char;

    /// Encodes a text; returns `None` if the encoding lacks a character.
    fn encode(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
        match encoding {
            Encoding::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            Encoding::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            other => {
                let (bytes, _, failed) = standard(other).encode(text);
                (!failed).then(|| bytes.into_owned())
            }
        }
    }

    /// Returns pieces of `length` characters of sentences written for this project.
    fn pieces(length: usize) -> Vec<String> {
        let sentences =
            include_str!("../../train/data/sentences.txt").lines().filter(|line| !line.starts_with('#'));
        sentences
            .flat_map(|line| {
                let chars: Vec<char> = line.chars().filter(|c| *c != ' ').collect();
                chars
                    .chunks(length)
                    .filter(|piece| piece.len() == length)
                    .map(String::from_iter)
                    .collect::<Vec<_>>()
            })
            .collect()
    }

    /// Returns the number of pieces decoded correctly by this detector, that by chardetng, and the total.
    fn told(length: usize, encoding: Encoding, simplified: bool) -> (usize, usize, usize) {
        let (mut right, mut peer, mut all) = (0, 0, 0);
        for piece in pieces(length) {
            let piece = if simplified { piece.chars().map(fold_char).collect() } else { piece };
            let Some(bytes) = encode(&piece, encoding).filter(|bytes| !bytes.is_ascii()) else { continue };
            all += 1;
            right += usize::from(decode(&bytes, None).text == piece);
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            detector.feed(&bytes, true);
            let found = detector.guess(None, chardetng::Utf8Detection::Allow);
            peer += usize::from(found.decode_without_bom_handling(&bytes).0 == piece);
        }
        (right, peer, all)
    }

    #[test]
    fn short_texts_are_told_by_their_bytes() {
        for (length, floor) in [(4, 98), (6, 99), (12, 100), (20, 100)] {
            for (encoding, simplified) in [
                (Encoding::Utf8, false),
                (Encoding::Big5, false),
                (Encoding::Gb18030, true),
                (Encoding::Gb18030, false),
                (Encoding::Utf16Le, false),
                (Encoding::Utf16Be, true),
            ] {
                let (right, peer, all) = told(length, encoding, simplified);
                println!(
                    "{length:2} {} simplified {simplified}: {right} of {all}, chardetng {peer}",
                    encoding.name()
                );
                assert!(right * 100 >= all * floor, "{length} {encoding:?}: {right} of {all}");
            }
        }
    }

    #[test]
    fn text_in_an_encoding_that_is_not_read_is_called_no_sure_one() {
        for (encoding, text) in [
            (
                encoding_rs::SHIFT_JIS,
                "図書館は明日から開館時間を延長します。予約はインターネットでできます。",
            ),
            (encoding_rs::EUC_JP, "図書館は明日から開館時間を延長します。予約はインターネットでできます。"),
            (encoding_rs::EUC_KR, "도서관은 내일부터 개관 시간을 연장한다. 예약은 인터넷으로 할 수 있다."),
            (
                encoding_rs::WINDOWS_1252,
                "La bibliothèque prolonge dès demain ses heures d'été, après une année fermée.",
            ),
        ] {
            let (bytes, _, failed) = encoding.encode(text);
            assert!(!failed);
            let decoded = decode(&bytes, None);
            let unsure = decoded.warnings.iter().find(|warning| warning.kind == WarningKind::UnsureEncoding);
            assert!(
                unsure.is_some_and(|warning| warning.text == encoding.name().to_lowercase()),
                "{decoded:?}"
            );
        }
    }

    #[test]
    fn chinese_in_its_own_encodings_looks_like_no_other() {
        for encoding in [Encoding::Big5, Encoding::Gb18030] {
            for piece in pieces(20) {
                let Some(bytes) = encode(&piece, encoding) else { continue };
                assert_eq!(detect(&bytes).foreign, None, "{piece}");
            }
        }
    }

    #[test]
    fn characters_of_the_hong_kong_set_are_read() {
        // As encoded by Python's codec `big5hkscs`.
        let bytes = b"\x9D\xF8\x9D\xEF\xC9\x4E\x9D\xF6\x91\xC1\xCA\x5C\x9D\xF2\x9B\xD0";
        let decoded = decode(bytes, None);
        assert_eq!(decoded.text, "啲嘅冇喺嚟佢𨋢𠝹");
        assert_eq!(decoded.encoding, Encoding::Big5);
    }

    #[test]
    fn a_mark_decides_and_goes() {
        for (bytes, encoding) in [
            (&b"\xEF\xBB\xBF\xE7\x94\xB2"[..], Encoding::Utf8),
            (b"\xFF\xFE\x32\x75", Encoding::Utf16Le),
            (b"\xFE\xFF\x75\x32", Encoding::Utf16Be),
            (b"\x84\x31\x95\x33\xBC\xD7", Encoding::Gb18030),
        ] {
            let (text, warnings, originals) = ("甲".to_owned(), Vec::new(), Vec::new());
            let expected = Decoded { text, encoding, warnings, originals };
            assert_eq!(decode(bytes, None), expected);
        }
    }

    #[test]
    fn lines_in_another_encoding_are_read_in_it_and_named() {
        let own = "圖書館明天起延長開放時間。\n";
        let other = "市民可以在網上預約座位。\n";
        for (main, stretch) in [
            (Encoding::Utf8, Encoding::Big5),
            (Encoding::Big5, Encoding::Utf8),
            (Encoding::Utf8, Encoding::Gb18030),
        ] {
            let mut bytes = encode(&own.repeat(3), main).unwrap();
            bytes.extend(encode(other, stretch).unwrap());
            bytes.extend(encode(own, main).unwrap());
            let decoded = decode(&bytes, None);
            assert_eq!(decoded.text, format!("{}{other}{own}", own.repeat(3)));
            assert_eq!(decoded.encoding, main);
            let [warning] = &decoded.warnings[..] else { panic!("{:?}", decoded.warnings) };
            assert_eq!((warning.line, warning.kind), (4, WarningKind::MixedEncodings));
            assert_eq!(warning.text, format!("{} ×1", stretch.name()));
        }
    }

    #[test]
    fn lone_surrogates_are_replaced_and_told_of() {
        let decoded = decode(&[0x32, 0x75, 0x00, 0xD8, 0x32, 0x75], Some(Encoding::Utf16Le));
        assert_eq!(decoded.text, "甲\u{FFFD}甲");
        assert_eq!(decoded.warnings[0].kind, WarningKind::ReplacedCharacters);
    }

    /// Generates text of characters that both double-byte encodings have, none of which cleaning removes.
    fn print() -> impl Strategy<Value = String> {
        proptest::collection::vec(
            "[一二三四五六七八九十百千甲乙丙丁山水火木金土日月a-z0-9，。「」\n ]{0,40}",
            0..4,
        )
        .prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn any_bytes_give_clean_text(bytes: Vec<u8>, given in 0..6_usize) {
            let decoded = decode(&bytes, Encoding::ALL.get(given).copied());
            let left = decoded.text.contains(['\0', '\r', '\u{FEFF}', '\u{202E}']);
            prop_assert!(!left);
        }

        #[test]
        fn utf8_stays_byte_equal(text in "[^\0\r\u{AD}\u{FEFF}\u{61C}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}\u{2066}-\u{2069}\u{FE00}-\u{FE0F}\u{E0000}-\u{E01EF}\u{1}-\u{8}\u{E}-\u{1F}]*") {
            let text = crate::ingest::one_form::one_form(text).0;
            let decoded = decode(text.as_bytes(), None);
            prop_assert_eq!(decoded.text, text);
            prop_assert_eq!(decoded.encoding, Encoding::Utf8);
        }

        #[test]
        fn what_is_written_in_an_encoding_is_read_in_it(text in print()) {
            for encoding in Encoding::ALL {
                let bytes = encode(&text, encoding).unwrap();
                prop_assert_eq!(&decode(&bytes, Some(encoding)).text, &text);
            }
        }
    }

    #[test]
    fn both_double_byte_standards_are_those_meant() {
        assert_eq!(standard(Encoding::Big5), BIG5);
        assert_eq!(standard(Encoding::Gb18030), GB18030);
    }
}
