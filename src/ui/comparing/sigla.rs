//! Sigla: the letters by which a critical edition names its witnesses.

use crate::ui::i18n::Language;

/// The heavenly stems, with which Chinese numbers parallel items.
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

/// Returns the letter of a story by its index: 甲 乙 丙 in Chinese and A B C in English. Beyond the ten stems
/// and the twenty-six letters it is a number.
pub fn sigil(place: usize, language: Language) -> String {
    let letter = match language {
        Language::English => ('A'..='Z').nth(place).map(String::from),
        Language::HongKong | Language::Taiwan | Language::Simplified => {
            STEMS.get(place).map(|&stem| stem.to_owned())
        }
    };
    letter.unwrap_or_else(|| (place + 1).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_letter_of_its_own() {
        for language in Language::ALL {
            let mut seen: Vec<String> = (0..24).map(|place| sigil(place, language)).collect();
            seen.dedup();
            assert_eq!(seen.len(), 24);
        }
        assert_eq!((sigil(1, Language::HongKong), sigil(1, Language::English)), ("乙".into(), "B".into()));
        assert_eq!(sigil(10, Language::HongKong), "11");
    }
}
