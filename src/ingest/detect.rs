//! Detection of the encoding of bytes: the one whose reading is likeliest to be Chinese print.

use super::Encoding;
use super::likelihood::cost;
use crate::text::OrderBy;

/// Maximum number of bytes examined; more would not improve the guess.
const SAMPLE: usize = 48 * 1024;

/// Minimum difference in cost to the second reading for the first to be sure, in the unit of a natural logarithm.
const SURE: u64 = 12;

/// Additional cost of UTF-16 without a byte order mark, which is very rare.
const WITHOUT_MARK: u64 = 10;

/// The result of a detection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Guess {
    /// The likeliest encoding.
    pub(super) encoding: Encoding,
    /// The second likeliest encoding, if it is nearly as likely.
    pub(super) rival: Option<Encoding>,
    /// An encoding that is not read here, where the bytes look like it.
    pub(super) foreign: Option<&'static str>,
    /// What a character of the sample costs on average, times ten; zero where nothing had to be weighed.
    pub(super) tenths: u64,
}

/// Returns the byte order mark that bytes begin with, and its length.
pub(super) fn byte_order_mark(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Some((Encoding::Utf8, 3)),
        [0xFF, 0xFE, ..] => Some((Encoding::Utf16Le, 2)),
        [0xFE, 0xFF, ..] => Some((Encoding::Utf16Be, 2)),
        // The mark in GB 18030.
        [0x84, 0x31, 0x95, 0x33, ..] => Some((Encoding::Gb18030, 4)),
        _ => None,
    }
}

/// Returns the likeliest encoding of bytes, by their mark or else by their reading.
pub(super) fn detect(bytes: &[u8]) -> Guess {
    let marked = byte_order_mark(bytes).map(|(encoding, _)| encoding);
    if let Some(encoding) = marked.or_else(|| is_plain_utf8(bytes).then_some(Encoding::Utf8)) {
        return Guess { encoding, rival: None, foreign: None, tenths: 0 };
    }
    let sample = sample(bytes);
    Guess { foreign: foreign(sample), ..likeliest(sample, &Encoding::ALL) }
}

/// Returns the likeliest of some encodings for bytes without a mark.
pub(super) fn likeliest(sample: &[u8], among: &[Encoding]) -> Guess {
    let mut ranks: Vec<(u64, Encoding, u64)> = among
        .iter()
        .map(|&encoding| {
            let (sum, count) = cost(&read(encoding, sample));
            let wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
            let handicap = if wide { WITHOUT_MARK } else { 0 };
            let tenths = sum.saturating_mul(10).checked_div(count).unwrap_or(0);
            (sum.saturating_add(handicap), encoding, tenths)
        })
        .collect();
    // A stable sort: equally likely encodings stay in the order of the reader's own choice.
    ranks.order_by_key(|rank| rank.0);
    let Some(&(least, encoding, tenths)) = ranks.first() else {
        return Guess { encoding: Encoding::Utf8, rival: None, foreign: None, tenths: 0 };
    };
    let rival = ranks.get(1).filter(|rank| rank.0.saturating_sub(least) < SURE).map(|rank| rank.1);
    Guess { encoding, rival, foreign: None, tenths }
}

/// The encoding of Japanese, Korean or Western European text that bytes look like: read in it they are without a fault,
/// and full of its own letters.
fn foreign(sample: &[u8]) -> Option<&'static str> {
    let share = |encoding: &'static encoding_rs::Encoding, own: fn(char) -> bool| {
        let (text, failed) =
            encoding.decode_without_bom_handling(sample.get(..sample.len() & !1).unwrap_or_default());
        let beyond = text
            .chars()
            .filter(|c| !c.is_ascii() && !matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF5E}'));
        let (all, own) = beyond.fold((0_usize, 0_usize), |(all, sum), c| {
            (all.saturating_add(1), sum.saturating_add(usize::from(own(c))))
        });
        // The sample may end within a character.
        let is_whole = !failed || text.matches('\u{FFFD}').count() <= 1;
        if is_whole && all >= 2 { own.saturating_mul(100).checked_div(all).unwrap_or(0) } else { 0 }
    };
    let kana = |c: char| matches!(c, '\u{3040}'..='\u{30FF}');
    let hangul = |c: char| matches!(c, '\u{AC00}'..='\u{D7A3}');
    if share(encoding_rs::SHIFT_JIS, kana) >= 30 {
        return Some("shift_jis");
    }
    if share(encoding_rs::EUC_JP, kana) >= 30 {
        return Some("euc-jp");
    }
    if share(encoding_rs::EUC_KR, hangul) >= 90 {
        return Some("euc-kr");
    }
    is_latin(sample).then_some("windows-1252")
}

/// Returns true if bytes beyond ASCII stand alone among Latin letters, as accented letters do.
fn is_latin(sample: &[u8]) -> bool {
    let beyond = sample.iter().filter(|byte| !byte.is_ascii()).count();
    let alone = sample.array_windows().filter(|[before, byte, after]| {
        !byte.is_ascii()
            && *byte >= 0xC0
            && before.is_ascii()
            && after.is_ascii()
            && !after.is_ascii_digit()
            && (before.is_ascii_alphabetic() || after.is_ascii_alphabetic())
    });
    beyond > 0
        && alone.count().saturating_mul(10) >= beyond.saturating_mul(8)
        && beyond.saturating_mul(4) <= sample.len()
}

/// Decodes bytes in an encoding, replacing wrong bytes.
pub(super) fn read(encoding: Encoding, bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    standard(encoding).decode_without_bom_handling(bytes).0
}

/// Returns the encoding as defined by the Encoding Standard.
pub(super) fn standard(encoding: Encoding) -> &'static encoding_rs::Encoding {
    match encoding {
        Encoding::Utf8 => encoding_rs::UTF_8,
        Encoding::Utf16Le => encoding_rs::UTF_16LE,
        Encoding::Utf16Be => encoding_rs::UTF_16BE,
        Encoding::Big5 => encoding_rs::BIG5,
        Encoding::Gb18030 => encoding_rs::GB18030,
    }
}

/// Returns true if bytes are UTF-8 without the control characters that UTF-16 read as UTF-8 is full of.
fn is_plain_utf8(bytes: &[u8]) -> bool {
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 0x0E..=0x1A | 0x1C..=0x1F);
    // Each block is scanned to its end, which the processor does many bytes at once.
    let has_control = |block: &[u8]| block.iter().fold(false, |found, byte| found | is_control(byte));
    std::str::from_utf8(bytes).is_ok() && !bytes.chunks(1 << 12).any(has_control)
}

/// Returns the part of bytes that is examined: from the first that is not ASCII, on a boundary that suits UTF-16.
fn sample(bytes: &[u8]) -> &[u8] {
    let first = bytes.iter().position(|byte| !(0x09..0x7F).contains(byte)).unwrap_or(0);
    let start = first.saturating_sub(64) & !1;
    let end = bytes.len().min(start.saturating_add(SAMPLE));
    bytes.get(start..end).unwrap_or_default()
}
