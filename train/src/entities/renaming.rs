//! More names than the marked sentences have: copies of them in which names have others in their place.
//!
//! A name is replaced by one of its kind and form: a Chinese name by a surname and a given name of two others, a name by
//! sound by another, a place or body by another that ends alike. What is around names then says more than what is in them.

use duidu::entities::EntityKind;
use duidu::text::{Span, fold};

use crate::convention::SURNAMES;
use crate::iob2::MarkedSentence;
use crate::learn::Random;

use super::name_files::NameFiles;

/// Of a hundred names, how many are replaced in a copy.
const REPLACED: usize = 75;

/// The names to choose from.
#[derive(Clone, Debug)]
pub(crate) struct Renaming {
    people: Vec<Vec<char>>,
    by_sound: Vec<String>,
    places: Vec<String>,
    bodies: Vec<String>,
    surnames: Vec<char>,
    random: Random,
}

impl Renaming {
    /// Takes the names of the files and of jieba's dictionary.
    pub(crate) fn new(files: &NameFiles, jieba: &str, seed: u64) -> Self {
        let surnames: Vec<char> = fold(SURNAMES).chars().collect();
        let mut renaming = Self {
            people: Vec::new(),
            by_sound: Vec::new(),
            places: files.places.iter().chain(&files.towns).map(|name| fold(name)).collect(),
            bodies: files.bodies.iter().map(|name| fold(name)).collect(),
            surnames,
            random: Random(seed),
        };
        for line in jieba.lines() {
            let mut parts = line.split(' ');
            let (Some(word), _, Some(tag)) = (parts.next(), parts.next(), parts.next()) else { continue };
            let (word, length) = (fold(word), word.chars().count());
            match tag {
                "nr" if (2..=3).contains(&length) && renaming.is_surname(&word) => {
                    renaming.people.push(word.chars().collect());
                }
                "nrt" | "nrfg" if length > 1 => renaming.by_sound.push(word),
                "ns" if length > 1 => renaming.places.push(word),
                "nt" if length > 2 => renaming.bodies.push(word),
                _ => {}
            }
        }
        renaming
    }

    fn is_surname(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|first| self.surnames.contains(&first))
    }

    /// Returns a copy of a sentence with other names; `None` if it has none.
    pub(crate) fn rename(&mut self, sentence: &MarkedSentence) -> Option<MarkedSentence> {
        let (mut text, mut names) = (String::new(), Vec::new());
        let mut at = 0;
        for &(span, kind) in &sentence.names {
            text.push_str(sentence.text.get(at..span.start as usize)?);
            let start = text.len();
            let name = span.of(&sentence.text);
            text.push_str(&if self.random.below(100) < REPLACED {
                self.other(name, kind)
            } else {
                name.to_owned()
            });
            names.push((Span::new(start, text.len()), kind));
            at = span.end as usize;
        }
        text.push_str(sentence.text.get(at..)?);
        (!names.is_empty()).then_some(MarkedSentence { text, names, words: Vec::new() })
    }

    fn other(&mut self, name: &str, kind: EntityKind) -> String {
        let chars: Vec<char> = name.chars().collect();
        let is_written = |c: &char| *c >= '\u{3400}';
        if !chars.iter().all(|c| is_written(c) || *c == '·') {
            return name.to_owned();
        }
        match kind {
            EntityKind::Person if chars.contains(&'·') => {
                let parts = name.split('·').count();
                (0..parts).map(|_| self.sound()).collect::<Vec<_>>().join("·")
            }
            EntityKind::Person if (2..=3).contains(&chars.len()) && self.is_surname(&fold(name)) => {
                self.person(chars.len())
            }
            EntityKind::Person if chars.len() > 2 => self.sound(),
            EntityKind::Person => name.to_owned(),
            EntityKind::Place => alike(&self.places, &chars, 1, &mut self.random).unwrap_or(name.to_owned()),
            EntityKind::Organisation => {
                alike(&self.bodies, &chars, 2, &mut self.random).unwrap_or(name.to_owned())
            }
        }
    }

    fn sound(&mut self) -> String {
        self.by_sound[self.random.below(self.by_sound.len())].clone()
    }

    /// Returns a name of so many characters, the surname of one and the given name of another.
    fn person(&mut self, length: usize) -> String {
        let surname = self.people[self.random.below(self.people.len())][0];
        loop {
            let given = &self.people[self.random.below(self.people.len())];
            if given.len() == length {
                return [surname].into_iter().chain(given.iter().copied().skip(1)).collect();
            }
        }
    }
}

/// Returns a name that ends with the same characters, or any of at most four if it is no longer itself; `None` if none is
/// found soon.
fn alike(names: &[String], name: &[char], same: usize, random: &mut Random) -> Option<String> {
    let end: String = name.iter().skip(name.len().saturating_sub(same)).collect();
    let end = fold(&end);
    let is_short = name.len() <= same + 2;
    for _ in 0..400 {
        let other = names.get(random.below(names.len()))?;
        let length = other.chars().count();
        if other.ends_with(&end) && length > same || is_short && length <= same + 3 {
            return Some(other.clone());
        }
    }
    None
}
