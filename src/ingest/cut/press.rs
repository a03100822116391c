//! The words of the press, by which the parts of a page are told apart.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

const WORDS: &str = include_str!("../tables/press.txt");

/// What a word says of the line it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Label,
    LabelEnd,
    Agency,
    Byline,
    Source,
    CaptionStart,
    Credit,
    FurnitureStart,
    FurnitureLine,
    Furniture,
    Section,
    Note,
    Office,
    Surname,
    Speech,
    Opening,
    Speaker,
}

impl Sense {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "label" => Self::Label,
            "labelend" => Self::LabelEnd,
            "agency" => Self::Agency,
            "byline" => Self::Byline,
            "source" => Self::Source,
            "captionstart" => Self::CaptionStart,
            "credit" => Self::Credit,
            "furniturestart" => Self::FurnitureStart,
            "furnitureline" => Self::FurnitureLine,
            "furniture" => Self::Furniture,
            "section" => Self::Section,
            "note" => Self::Note,
            "office" => Self::Office,
            "surname" => Self::Surname,
            "speech" => Self::Speech,
            "opening" => Self::Opening,
            "speaker" => Self::Speaker,
            _ => return None,
        })
    }
}

type Entry = (&'static str, Sense);

/// The table, found by the first and by the last character of a word.
#[derive(Debug, Default)]
pub(super) struct Press {
    by_first: FxHashMap<char, Vec<Entry>>,
    by_last: FxHashMap<char, Vec<Entry>>,
    /// The first characters of words that are looked for in the middle of lines, by their low bits.
    inside: Vec<u64>,
}

impl Press {
    /// The table, read once.
    pub(super) fn get() -> &'static Self {
        static PRESS: OnceLock<Press> = OnceLock::new();
        PRESS.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut press = Self { inside: vec![0; 1024], ..Self::default() };
        let mut sense = None;
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                sense = Sense::named(name);
                continue;
            }
            let Some(sense) = sense else { continue };
            for word in line.split_whitespace() {
                let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) else {
                    continue;
                };
                if matches!(sense, Sense::Furniture | Sense::Byline | Sense::Agency | Sense::Office) {
                    let slot = slot(first);
                    press.inside[slot / 64] |= 1 << (slot % 64);
                }
                press.by_first.entry(first).or_default().push((word, sense));
                press.by_last.entry(last).or_default().push((word, sense));
            }
        }
        press
    }

    /// The words of a sense that begin a text.
    pub(super) fn starts(&self, text: &str, sense: Sense) -> Option<&'static str> {
        let entries = self.by_first.get(&text.chars().next()?)?;
        longest(entries.iter().filter(|(word, of)| *of == sense && text.starts_with(word)))
    }

    /// The longest word of a sense that ends a text.
    pub(super) fn ends(&self, text: &str, sense: Sense) -> Option<&'static str> {
        let entries = self.by_last.get(&text.chars().next_back()?)?;
        longest(entries.iter().filter(|(word, of)| *of == sense && text.ends_with(word)))
    }

    /// Whether a text is a word of a sense and nothing more.
    pub(super) fn is(&self, text: &str, sense: Sense) -> bool {
        self.starts(text, sense).is_some_and(|_| {
            text.chars()
                .next()
                .and_then(|first| self.by_first.get(&first))
                .is_some_and(|entries| entries.iter().any(|&(word, of)| of == sense && word == text))
        })
    }

    /// Whether a word of a sense stands anywhere in a text; for short texts.
    pub(super) fn holds(&self, text: &str, sense: Sense) -> bool {
        text.char_indices().any(|(at, first)| {
            let slot = slot(first);
            self.inside[slot / 64] & (1 << (slot % 64)) != 0 && self.by_first.get(&first).is_some_and(|entries| {
                entries.iter().any(|(word, of)| *of == sense && text[at..].starts_with(word))
            })
        })
    }
}

fn slot(c: char) -> usize {
    (u32::from(c) & 0xFFFF) as usize
}

fn longest<'a>(entries: impl Iterator<Item = &'a Entry>) -> Option<&'static str> {
    entries.map(|&(word, _)| word).max_by_key(|word| word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_table_has_a_sense() {
        for line in WORDS.lines().filter(|line| line.starts_with('[') && line.ends_with(']')) {
            assert!(Sense::named(line.trim_matches(['[', ']'])).is_some(), "{line}");
        }
    }

    #[test]
    fn words_are_found_at_either_end_and_alone() {
        let press = Press::get();
        assert_eq!(press.starts("圖為花開", Sense::CaptionStart), Some("圖為"));
        assert_eq!(press.ends("花開。資料圖片", Sense::Credit), Some("資料圖片"));
        assert!(press.is("特寫", Sense::Label) && !press.is("特寫花開", Sense::Label));
        assert!(press.holds("甲記者乙", Sense::Byline));
    }
}
