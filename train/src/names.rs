//! Statistics of characters in the names that jieba's dictionary marks.

use std::collections::BTreeMap;

/// Counts for one character.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    /// Occurrences in running text, according to the frequencies of words.
    running: f64,
    /// Occurrences at the beginning of words in running text.
    begins: f64,
    surname: u32,
    given: u32,
    foreign: u32,
    words: u32,
}

/// Counts of all characters.
#[derive(Debug, Default)]
pub(crate) struct Names {
    counts: BTreeMap<char, Counts>,
    /// Number of names of people, and of later characters in such names.
    all: (f64, f64),
    running: f64,
    begins: f64,
}

impl Names {
    /// Counts the characters of a word of the dictionary.
    pub(crate) fn count(&mut self, word: &[char], tag: &str, frequency: u64) {
        let frequency = frequency as f64 + 1.0;
        let is_name = tag == "nr" && (word.len() == 2 || word.len() == 3);
        let is_foreign = matches!(tag, "nrt" | "nrfg") && word.len() > 2;
        for (at, &symbol) in word.iter().enumerate() {
            let counts = self.counts.entry(symbol).or_default();
            counts.words += 1;
            if is_name && at == 0 {
                counts.surname += 1;
                self.all.0 += 1.0;
            } else if is_name {
                counts.given += 1;
                self.all.1 += 1.0;
            } else if is_foreign {
                counts.foreign += 1;
            } else {
                counts.running += frequency;
                self.running += frequency;
                if at == 0 {
                    counts.begins += frequency;
                    self.begins += frequency;
                }
            }
        }
    }

    /// Returns one byte for each character below U+10000: a grade as a surname in three bits, as a part of
    /// given names in three, in translated names in two.
    pub(crate) fn classes(&self) -> Vec<u8> {
        let mut classes = vec![0; 1 << 16];
        for (&symbol, counts) in &self.counts {
            let odds = |count: u32, all: f64, running: f64, total: f64| {
                libm::log2((f64::from(count) + 0.1) / all.max(1.0) / ((running + 200.0) / total.max(1.0)))
            };
            let surname = match counts.surname {
                0..20 => 0.0,
                count => odds(count, self.all.0, counts.begins, self.begins) + 3.0,
            };
            let given = match counts.given {
                0..5 => 0.0,
                count => odds(count, self.all.1, counts.running, self.running) + 4.0,
            };
            let foreign = match (f64::from(counts.foreign) / f64::from(counts.words), counts.foreign) {
                (_, 0..8) => 0,
                (share, _) if share > 0.15 => 3,
                (share, _) if share > 0.06 => 2,
                (share, _) if share > 0.02 => 1,
                _ => 0,
            };
            if let Some(class) = classes.get_mut(symbol as usize) {
                let grade = |value: f64| value.clamp(0.0, 7.0) as u8;
                *class = grade(surname) | grade(given) << 3 | foreign << 6;
            }
        }
        classes
    }
}
