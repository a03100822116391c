//! Regional wording: 特朗普 in Hong Kong is 川普 in Taiwan.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::fold;

/// The bundled table, open to corrections.
const TABLE: &str = include_str!("regional-wording.tsv");

/// The mark of a word that has other meanings as well.
const DOUBT: char = '?';

static BUNDLED: LazyLock<RegionalWording> = LazyLock::new(|| RegionalWording::read(TABLE).0);

/// A region with a Chinese press of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Region {
    /// 香港.
    HongKong,
    /// 台灣.
    Taiwan,
    /// 內地.
    Mainland,
    /// 澳門.
    Macau,
    /// 新加坡.
    Singapore,
}

impl Region {
    /// All regions, in the order of the table's columns.
    pub const ALL: [Self; 5] = [Self::HongKong, Self::Taiwan, Self::Mainland, Self::Macau, Self::Singapore];
}

/// Two wordings of one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionalPair<'a> {
    /// The regions of the first word.
    pub a: &'a [Region],
    /// The regions of the second word.
    pub b: &'a [Region],
}

/// An error in a line of the table.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum RegionalErrorKind {
    /// The line does not have five columns.
    #[error("a line has five columns, parted by tabs: 香港, 台灣, 內地, 澳門, 新加坡")]
    Columns,
    /// A column has no word.
    #[error("a column is empty, or a / parts nothing")]
    NoWord,
    /// All columns have the same word.
    #[error("the word is the same everywhere")]
    Same,
}

/// A line that could not be parsed, and the reason.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("line {line}: {kind}")]
pub struct RegionalError {
    /// The line, from 1.
    pub line: u32,
    /// The error in it.
    pub kind: RegionalErrorKind,
}

/// The table, indexed for look-up.
#[derive(Clone, Debug, Default)]
pub struct RegionalWording {
    /// For each folded word its meanings, each with the regions that word it so.
    words: FxHashMap<String, Vec<(u32, Vec<Region>)>>,
    meanings: u32,
    longest: usize,
    /// The meanings that are names of people and places, by the headings of the table.
    names: FxHashSet<u32>,
    /// For each folded word that is counted as one with others, the folded word that stands for all of them.
    common: FxHashMap<String, String>,
}

impl RegionalWording {
    /// Returns the bundled table.
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Parses a table: one meaning per line, a column for each of [`Region::ALL`], `/` between words of one
    /// region, `?` after a word with other meanings, `#` before a comment. The first line that is not a comment may name the columns. Lines that
    /// cannot be parsed are omitted and reported.
    pub fn read(table: &str) -> (Self, Vec<RegionalError>) {
        let (mut read, mut errors) = (Self::default(), Vec::new());
        let mut meanings = CountedMeanings::default();
        let mut are_names = false;
        for (line, text) in (1..).zip(table.lines()) {
            if let Some(heading) = text.strip_prefix('#') {
                are_names = matches!(heading.trim(), "people" | "places");
            }
            if are_names {
                read.names.insert(read.meanings);
            }
            let text = text.trim_end_matches(['\r', ' ']);
            if text.trim().is_empty() || text.starts_with('#') || text.starts_with("香港\t台灣") {
                continue;
            }
            if let Err(kind) = read.meaning(text, &mut meanings) {
                errors.push(RegionalError { line, kind });
            }
        }
        read.common = meanings.common();
        (read, errors)
    }

    fn meaning(&mut self, line: &str, counted: &mut CountedMeanings) -> Result<(), RegionalErrorKind> {
        let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
        if columns.len() != Region::ALL.len() {
            return Err(RegionalErrorKind::Columns);
        }
        let words = || {
            columns
                .iter()
                .zip(Region::ALL)
                .flat_map(|(cell, region)| cell.split('/').map(move |w| (w, region)))
        };
        if words().any(|(word, _)| word.trim_end_matches(DOUBT).is_empty()) {
            return Err(RegionalErrorKind::NoWord);
        }
        if columns.iter().all(|column| *column == columns[0]) {
            return Err(RegionalErrorKind::Same);
        }
        let mut clear = BTreeSet::new();
        for (word, region) in words() {
            let folded = fold(word.trim_end_matches(DOUBT));
            if !word.ends_with(DOUBT) {
                clear.insert(folded.clone());
            }
            self.longest = self.longest.max(folded.chars().count());
            let meanings = self.words.entry(folded).or_default();
            match meanings.last_mut() {
                Some((meaning, regions)) if *meaning == self.meanings => regions.push(region),
                _ => meanings.push((self.meanings, vec![region])),
            }
        }
        self.meanings += 1;
        counted.0.push(clear);
        Ok(())
    }

    /// Returns the word under which a folded word is counted together with those of other regions; `None` if it is counted by
    /// itself.
    pub fn common(&self, folded: &str) -> Option<&str> {
        self.common.get(folded).map(String::as_str)
    }

    /// Returns true if two words of one meaning are names of a person or a place.
    pub fn is_name(&self, a: &str, b: &str) -> bool {
        let meanings =
            |word: &str| self.words.get(&fold(word)).into_iter().flatten().map(|(meaning, _)| *meaning);
        meanings(a).any(|meaning| self.names.contains(&meaning) && meanings(b).any(|other| other == meaning))
    }

    /// Returns the number of meanings in the table.
    pub fn len(&self) -> u32 {
        self.meanings
    }

    /// Returns true if it has none.
    pub fn is_empty(&self) -> bool {
        self.meanings == 0
    }

    /// Returns the length of its longest word, in characters.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Returns the regions of two words, in any script, that have one meaning in different regions; `None` if
    /// they have not.
    pub fn pair(&self, a: &str, b: &str) -> Option<RegionalPair<'_>> {
        let (a, b) = (fold(a), fold(b));
        if a == b {
            return None;
        }
        let (of_a, of_b) = (self.words.get(&a)?, self.words.get(&b)?);
        of_a.iter().find_map(|(meaning, regions)| {
            let (_, others) = of_b.iter().find(|(other, _)| other == meaning)?;
            Some(RegionalPair { a: regions, b: others })
        })
    }
}

/// The words of each meaning that have no other meaning, folded.
#[derive(Default)]
struct CountedMeanings(Vec<BTreeSet<String>>);

impl CountedMeanings {
    /// Returns for each word that is counted as one with others the least of them. Lines with two words in common are about
    /// one thing; a word of two things, such as 桌球 (billiards in Hong Kong, table tennis in Taiwan), is counted by itself.
    fn common(self) -> FxHashMap<String, String> {
        let mut things: Vec<BTreeSet<String>> = Vec::new();
        for mut words in self.0 {
            while let Some(at) = things.iter().position(|other| words.intersection(other).count() > 1) {
                words.extend(things.swap_remove(at));
            }
            things.push(words);
        }
        let mut times: FxHashMap<&str, u32> = FxHashMap::default();
        for word in things.iter().flatten() {
            *times.entry(word).or_default() += 1;
        }
        let mut common = FxHashMap::default();
        for thing in &things {
            let own: Vec<&String> =
                thing.iter().filter(|word| times.get(word.as_str()) == Some(&1)).collect();
            if let [first, _, ..] = own[..] {
                common.extend(own.iter().map(|&word| (word.clone(), first.clone())));
            }
        }
        common
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_line_is_read() {
        let (table, errors) = RegionalWording::read(TABLE);
        assert_eq!(errors, []);
        assert!(table.len() >= 800, "{}", table.len());
    }

    #[test]
    fn words_of_one_meaning_are_a_pair_in_either_script() {
        let table = RegionalWording::bundled();
        for (a, b) in
            [("特朗普", "川普"), ("普京", "普丁"), ("報道", "報導"), ("視頻", "視訊"), ("软件", "軟體")]
        {
            assert!(table.pair(a, b).is_some(), "{a} {b}");
            assert!(table.pair(b, a).is_some(), "{b} {a}");
        }
        for (a, b) in [("特朗普", "普京"), ("報道", "報道"), ("报道", "報道"), ("合作", "協作")]
        {
            assert_eq!(table.pair(a, b), None, "{a} {b}");
        }
        let pair = table.pair("特朗普", "川普").unwrap();
        assert_eq!(pair.b, [Region::Taiwan]);
        assert!(pair.a.contains(&Region::HongKong) && pair.a.contains(&Region::Mainland));
    }

    #[test]
    fn broken_lines_are_reported_and_the_others_hold() {
        let (table, errors) = RegionalWording::read(
            "# x\n甲\t乙\n甲\t乙\t甲\t甲\t甲\r\n甲\t\t甲\t甲\t甲\n丙\t丙\t丙\t丙\t丙\n",
        );
        let told: Vec<_> = errors.iter().map(|error| (error.line, error.kind)).collect();
        let expected =
            [(2, RegionalErrorKind::Columns), (4, RegionalErrorKind::NoWord), (5, RegionalErrorKind::Same)];
        assert_eq!(told, expected);
        assert_eq!(table.len(), 1);
        assert!(table.pair("乙", "甲").is_some());
    }

    #[test]
    fn no_line_is_there_twice() {
        let words =
            |line: &str| line.split(['\t', '/']).map(|word| fold(word.trim_end_matches(DOUBT))).collect();
        let mut seen: BTreeSet<BTreeSet<String>> = BTreeSet::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            assert!(seen.insert(words(line)), "{line}");
        }
    }

    #[test]
    fn words_of_one_thing_are_counted_as_one_and_those_of_two_by_themselves() {
        let table = RegionalWording::bundled();
        let common = |word: &str| table.common(&fold(word));
        for (a, b) in [
            ("的士", "計程車"),
            ("出租车", "德士"),
            ("地鐵", "捷運"),
            ("軟件", "软体"),
            ("芯片", "晶片"),
            ("信息", "資訊"),
        ] {
            assert!(common(a).is_some() && common(a) == common(b), "{a} {b}");
        }
        for alone in ["桌球", "質量", "程序", "文件", "地點"] {
            assert_eq!(common(alone), None, "{alone}");
        }
        assert_ne!(common("乒乓球"), common("撞球"));
    }
}
