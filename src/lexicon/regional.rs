//! Regional wording: 特朗普 in Hong Kong is 川普 in Taiwan.

mod counted;
mod sets;

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{LONGEST, UserDictionary};
use crate::text::{fold, is_word_character};

use counted::CountedMeanings;
pub use sets::{RegionalSet, bundled_set, read_regional, regional_sets, write_regional};
use sets::{TableLine, table_lines};

/// The bundled table, open to corrections.
const TABLE: &str = include_str!("regional-wording.tsv");

/// The separator between the words of one region.
const BETWEEN: char = '/';

/// The mark of a word that has other meanings as well.
const DOUBT: char = '?';

/// The heading of the columns.
const HEADING: &str = "香港\t台灣\t內地\t澳門\t新加坡";

static BUNDLED: LazyLock<Arc<RegionalWording>> = LazyLock::new(|| Arc::new(RegionalWording::read(TABLE).0));

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
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RegionalErrorKind {
    /// The line does not have five columns.
    #[error("a line has five columns, parted by tabs: 香港, 台灣, 內地, 澳門, 新加坡")]
    Columns,
    /// A column has no word, or one that is only punctuation.
    #[error("a column is empty or has only punctuation, or a / parts nothing")]
    NoWord,
    /// All columns have the same word.
    #[error("the word is the same everywhere")]
    Same,
    /// A word has more than [`LONGEST`] characters.
    #[error("longer than 64 characters")]
    TooLong,
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
    pub fn bundled() -> &'static Arc<Self> {
        &BUNDLED
    }

    /// Returns the bundled table with the changes of the reader's dictionary. A set of the reader's that has a word in common
    /// with names is one of names.
    pub fn changed_by(dictionary: &UserDictionary) -> Arc<Self> {
        if dictionary.regional().next().is_none() {
            return Arc::clone(&BUNDLED);
        }
        let (mut table, mut meanings) = (Self::default(), CountedMeanings::default());
        for set in regional_sets(dictionary).filter(|set| set.enabled) {
            let is_name = set.is_name || set.is_own && table.has_name(&set.line);
            if is_name {
                table.names.insert(table.meanings);
            }
            // Every line of both has been checked.
            _ = table.meaning(&set.line, &mut meanings);
        }
        table.common = meanings.common();
        Arc::new(table)
    }

    /// Returns true if a word of a line is one of a name that the table has already.
    fn has_name(&self, line: &str) -> bool {
        let known = |word: &str| self.words.get(&fold(word.trim().trim_end_matches(DOUBT)));
        let mut meanings = line.split(['\t', '/']).filter_map(known).flatten();
        meanings.any(|(meaning, _)| self.names.contains(meaning))
    }

    /// Parses a table: one meaning per line, a column for each of [`Region::ALL`], `/` between words of one
    /// region, `?` after a word with other meanings, `#` before a comment. The first line that is not a comment may name the columns. Lines that
    /// cannot be parsed are omitted and reported.
    pub fn read(table: &str) -> (Self, Vec<RegionalError>) {
        let (mut read, mut errors) = (Self::default(), Vec::new());
        let mut meanings = CountedMeanings::default();
        for TableLine { number, text, is_name } in table_lines(table) {
            if is_name {
                read.names.insert(read.meanings);
            }
            if let Err(kind) = read.meaning(text, &mut meanings) {
                errors.push(RegionalError { line: number, kind });
            }
        }
        read.common = meanings.common();
        (read, errors)
    }

    fn meaning(&mut self, line: &str, counted: &mut CountedMeanings) -> Result<(), RegionalErrorKind> {
        let line = regional_line(line)?;
        let mut clear = BTreeSet::new();
        for (column, region) in line.split('\t').zip(Region::ALL) {
            for word in column.split(BETWEEN) {
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

/// Checks a line of the table, and returns it with nothing but its words: without white space around them, and with the plain
/// forms of `?` and `/`.
pub(super) fn regional_line(line: &str) -> Result<String, RegionalErrorKind> {
    let line = line.replace('？', "?").replace('／', "/");
    let columns: Vec<String> = line
        .split('\t')
        .map(|column| column.split(BETWEEN).map(str::trim).collect::<Vec<_>>().join("/"))
        .collect();
    if columns.len() != Region::ALL.len() {
        return Err(RegionalErrorKind::Columns);
    }
    let words = || columns.iter().flat_map(|column| column.split(BETWEEN));
    let is_word = |word: &str| word.contains(is_word_character) && !word.contains(char::is_control);
    if columns[0].starts_with('#') || !words().all(is_word) {
        return Err(RegionalErrorKind::NoWord);
    }
    if words().any(|word| word.chars().take(LONGEST + 1).count() > LONGEST) {
        return Err(RegionalErrorKind::TooLong);
    }
    if columns.iter().all(|column| *column == columns[0]) {
        return Err(RegionalErrorKind::Same);
    }
    Ok(columns.join("\t"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Change, Correction, Edit};

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

    fn sets(lines: &[(&str, bool)]) -> UserDictionary {
        let put = |&(line, enabled): &(&str, bool)| {
            Edit::Put(Correction::regional(line).unwrap().switched(enabled))
        };
        let mut dictionary = UserDictionary::default();
        dictionary.apply(Change { edits: lines.iter().map(put).collect() });
        dictionary
    }

    #[test]
    fn the_reader_adds_sets_and_takes_out_bundled_ones() {
        let line = TABLE.lines().find(|line| line.starts_with("的士\t")).unwrap();
        let own = "早晨\t早安\t早上好\t早晨\t早安";
        let table =
            RegionalWording::changed_by(&sets(&[(line, false), (own, true), ("甲\t乙\t甲\t甲\t甲", false)]));
        assert_eq!(table.len(), RegionalWording::bundled().len());
        assert_eq!(table.pair("的士", "計程車"), None);
        assert_eq!(table.common(&fold("的士")), None);
        assert!(table.pair("早晨", "早安").is_some() && !table.is_name("早晨", "早安"));
        assert_eq!(table.common(&fold("早上好")), table.common(&fold("早晨")));
        assert_eq!(table.pair("甲", "乙"), None, "it is switched off");
        let name = RegionalWording::changed_by(&sets(&[("特朗普\t川普\t特朗普\t唐普\t特朗普", true)]));
        assert!(name.is_name("唐普", "川普"));
        assert!(Arc::ptr_eq(
            &RegionalWording::changed_by(&UserDictionary::default()),
            RegionalWording::bundled()
        ));
    }

    #[test]
    fn a_written_table_is_read_unchanged() {
        let dictionary = sets(&[("早晨？\t早安／ 早\t早上好\t早晨\t早安", true)]);
        let written = write_regional(regional_sets(&dictionary));
        let (sets, errors) = read_regional(&written);
        assert_eq!(errors, []);
        assert_eq!(sets.len() as u32, RegionalWording::bundled().len() + 1);
        assert_eq!(sets.last().unwrap().word(), "早晨?\t早安/早\t早上好\t早晨\t早安");
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
