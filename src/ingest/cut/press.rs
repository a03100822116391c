//! The vocabulary of the press, by which the parts of a page are recognized.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

const WORDS: &str = include_str!("../tables/press.txt");

/// The meaning of a word for the line that contains it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Sense {
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
    /// The head of a list of other stories.
    Related,
    /// A word of what a site tells its readers of itself.
    Notice,
    /// The end of the name of a paper, a broadcaster or an agency.
    OutletEnd,
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
            "related" => Self::Related,
            "notice" => Self::Notice,
            "outletend" => Self::OutletEnd,
            _ => return None,
        })
    }
}

type PressWord = (&'static str, Sense);

/// The senses in which words were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Senses(u32);

impl Senses {
    fn with(self, sense: Sense) -> Self {
        Self(self.0 | 1 << sense as u32)
    }

    pub(in crate::ingest) fn has(self, sense: Sense) -> bool {
        self.0 & (1 << sense as u32) != 0
    }
}

/// The table, indexed by the first and by the last character of each word.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Press {
    by_first: FxHashMap<char, Vec<PressWord>>,
    by_last: FxHashMap<char, Vec<PressWord>>,
    /// The first characters of words that are searched in the middle of lines.
    inside: Characters,
    /// The last characters of words.
    last: Characters,
}

/// A set of characters by their low bits: a character outside it is in no word.
#[derive(Debug)]
struct Characters(Vec<u64>);

impl Default for Characters {
    fn default() -> Self {
        Self(vec![0; 1024])
    }
}

impl Characters {
    fn add(&mut self, c: char) {
        let slot = (u32::from(c) & 0xFFFF) as usize;
        if let Some(bits) = self.0.get_mut(slot / 64) {
            *bits |= 1 << (slot % 64);
        }
    }

    fn has(&self, c: char) -> bool {
        let slot = (u32::from(c) & 0xFFFF) as usize;
        self.0.get(slot / 64).is_some_and(|bits| bits & (1 << (slot % 64)) != 0)
    }
}

impl Press {
    /// The table, read once.
    pub(in crate::ingest) fn get() -> &'static Self {
        static PRESS: OnceLock<Press> = OnceLock::new();
        PRESS.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut press = Self::default();
        let mut sense = None;
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                sense = Sense::named(name);
                continue;
            }
            let Some(sense) = sense else { continue };
            for word in line.split('\t').filter(|word| !word.is_empty()) {
                press.add(word, sense);
            }
        }
        press
    }

    fn add(&mut self, word: &'static str, sense: Sense) {
        let (Some(first), Some(last)) = (word.chars().next(), word.chars().next_back()) else { return };
        if matches!(sense, Sense::Furniture | Sense::Byline | Sense::Agency | Sense::Office | Sense::Notice) {
            self.inside.add(first);
        }
        self.last.add(last);
        self.by_first.entry(first).or_default().push((word, sense));
        self.by_last.entry(last).or_default().push((word, sense));
    }

    fn first_entries(&self, text: &str) -> &[PressWord] {
        text.chars().next().and_then(|first| self.by_first.get(&first)).map_or(&[], Vec::as_slice)
    }

    fn last_entries(&self, text: &str) -> &[PressWord] {
        let last = text.chars().next_back().filter(|&last| self.last.has(last));
        last.and_then(|last| self.by_last.get(&last)).map_or(&[], Vec::as_slice)
    }

    /// The senses of the words that begin a text, and of those that are the whole of it.
    pub(in crate::ingest) fn head(&self, text: &str) -> (Senses, Senses) {
        let mut found = (Senses::default(), Senses::default());
        for &(word, sense) in self.first_entries(text).iter().filter(|(word, _)| text.starts_with(word)) {
            found.0 = found.0.with(sense);
            if word.len() == text.len() {
                found.1 = found.1.with(sense);
            }
        }
        found
    }

    /// The senses of the words that stand anywhere in a short text; of those only that may.
    pub(in crate::ingest) fn inside(&self, text: &str) -> Senses {
        let mut found = Senses::default();
        for (at, _) in text.char_indices().filter(|&(_, c)| self.inside.has(c)) {
            let Some(rest) = text.get(at..) else { continue };
            for &(_, sense) in self.first_entries(rest).iter().filter(|(word, _)| rest.starts_with(word)) {
                found = found.with(sense);
            }
        }
        found
    }

    /// The longest word of a sense that begins a text.
    pub(in crate::ingest) fn starts(&self, text: &str, sense: Sense) -> Option<&'static str> {
        longest(self.first_entries(text).iter().filter(|(word, of)| *of == sense && text.starts_with(word)))
    }

    /// The longest word of a sense that ends a text.
    pub(in crate::ingest) fn ends(&self, text: &str, sense: Sense) -> Option<&'static str> {
        longest(self.last_entries(text).iter().filter(|(word, of)| *of == sense && text.ends_with(word)))
    }

    /// Counts the words of a sense in the first thousand characters of a text.
    pub(in crate::ingest) fn count(&self, text: &str, sense: Sense) -> usize {
        let text = super::dateline::window(text, 1000);
        let starts =
            text.char_indices().filter(|&(_, c)| self.inside.has(c)).filter_map(|(at, _)| text.get(at..));
        starts.filter(|rest| self.starts(rest, sense).is_some()).count()
    }

    /// Returns true if a text is a word of a sense and nothing more.
    pub(in crate::ingest) fn is(&self, text: &str, sense: Sense) -> bool {
        self.first_entries(text).iter().any(|&(word, of)| of == sense && word == text)
    }

    /// Returns true if a word of a sense occurs anywhere in a short text.
    pub(in crate::ingest) fn holds(&self, text: &str, sense: Sense) -> bool {
        self.inside(text).has(sense)
    }
}

fn longest<'a>(entries: impl Iterator<Item = &'a PressWord>) -> Option<&'static str> {
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
    fn words_of_the_table_have_no_space_around_them_and_are_in_a_section_once() {
        let mut section = "";
        let mut seen = std::collections::BTreeSet::new();
        for line in WORDS.lines().filter(|line| !line.starts_with('#')) {
            if Sense::named(line.trim_matches(['[', ']'])).is_some() {
                section = line;
                continue;
            }
            for word in line.split('\t').filter(|word| !word.is_empty()) {
                assert_eq!(word.trim(), word);
                assert!(seen.insert((section, word)), "{section} {word}");
            }
        }
    }

    #[test]
    fn words_are_found_at_either_end_and_alone() {
        let press = Press::get();
        assert_eq!(press.starts("圖為花開", Sense::CaptionStart), Some("圖為"));
        assert_eq!(press.ends("花開。資料圖片", Sense::Credit), Some("圖片"));
        assert!(press.is("特寫", Sense::Label) && !press.is("特寫花開", Sense::Label));
        assert!(press.holds("甲記者乙", Sense::Byline));
    }
}
