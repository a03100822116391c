//! The reader's dictionary as a file: jieba's format, with extensions on lines that begin with #.
//!
//! | line | meaning |
//! |---|---|
//! | `龔正 5 nr` | a word, recommended; frequency and tag may be missing, and without a frequency it is forced |
//! | `Louis Vuitton 5 nz` | a word with a space, which only parts words of letters: frequency and tag are the last columns |
//! | `龔正在 0 龔正/在` | a split; jieba reads such a line as a word that never wins |
//! | `#here 120-123 龔正/在 - 003-1` | the same in one place only: UTF-16 units, parts (one part: a word), tag or -, story |
//! | `#move {"effect":"wording","sides":[…]}` | a difference between two stories and its effect: JSON with the place and the words of either side |
//! | `#region 的士⇥計程車⇥出租車⇥的士⇥德士` | a line of the table of regional words, its columns parted by tabs |
//! | `#off …` | the entry on this line is switched off |
//! | `#`, `# …` | a comment |

use std::fmt::Write as _;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::correction::{BETWEEN, COMMENT, SPACE, parts_words};
use super::{
    Change, Correction, DifferenceSide, Edit, Effect, Key, LexiconError, LexiconErrorKind, Place, Region,
    RegionalErrorKind, Rule,
};
use crate::text::is_han;

const OFF: &str = "#off ";
const HERE: &str = "#here ";
const MOVE: &str = "#move ";
const REGION: &str = "#region ";
const GONE: &str = "#gone ";

/// The rest of a line about a difference.
#[derive(Serialize, Deserialize)]
struct MoveLine {
    effect: Effect,
    sides: [DifferenceSide; 2],
}

/// The mark of a missing tag.
const NO_TAG: &str = "-";

/// The space inside a word where a plain one would be read as the end of a column (iPhone 15).
const FIRM_SPACE: char = '\u{A0}';

/// Parses the corrections of a file, and returns the lines that cannot be parsed or contradict an earlier
/// one. Valid lines are kept regardless of the others; of lines about the same word, the last holds, at the
/// position of the first.
pub fn read(text: &str) -> (Vec<Correction>, Vec<LexiconError>) {
    let mut found: Vec<Correction> = Vec::new();
    let mut known: FxHashMap<Key, usize> = FxHashMap::default();
    let mut errors = Vec::new();
    for (line, number) in lines(text) {
        let correction = match read_line(line) {
            Ok(None) => continue,
            Ok(Some(correction)) => correction,
            Err(kind) => {
                errors.push(LexiconError { line: number, kind });
                continue;
            }
        };
        match known.entry(correction.key()) {
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(found.len());
                found.push(correction);
            }
            std::collections::hash_map::Entry::Occupied(entry) => {
                let before = &mut found[*entry.get()];
                if before.rule() != correction.rule() {
                    errors.push(LexiconError { line: number, kind: LexiconErrorKind::Contradiction });
                }
                *before = correction;
            }
        }
    }
    (found, errors)
}

/// Formats corrections as a file that [`read`] parses.
pub fn write<'a>(corrections: impl IntoIterator<Item = &'a Correction>) -> String {
    let mut text = String::new();
    for correction in corrections {
        write_line(&mut text, correction);
    }
    text
}

/// Parses a change formatted by [`write_change`].
///
/// # Errors
/// Returns the first line that is not in that format.
pub fn read_change(text: &str) -> Result<Change, LexiconError> {
    let edit = |(line, number): (&str, u32)| {
        let edit = match line.strip_prefix(GONE) {
            Some(gone) => read_gone(gone).map(|key| Some(Edit::Remove(key))),
            None => read_line(line).map(|correction| correction.map(Edit::Put)),
        };
        edit.map_err(|kind| LexiconError { line: number, kind }).transpose()
    };
    Ok(Change { edits: lines(text).filter_map(edit).collect::<Result<_, _>>()? })
}

/// Formats a change as lines for storage: puts as in a file, removals after “#gone”.
pub fn write_change(change: &Change) -> String {
    let mut text = String::new();
    for edit in &change.edits {
        match edit {
            Edit::Put(correction) => write_line(&mut text, correction),
            Edit::Remove(key) => {
                // Writing to a `String` cannot fail.
                _ = match key {
                    Key::Word(word) => writeln!(text, "{GONE}{word}"),
                    Key::Place(Place { story, start, end }) => {
                        writeln!(text, "{GONE}{HERE}{start}-{end} {story}")
                    }
                    Key::Regional(line) => writeln!(text, "{GONE}{REGION}{line}"),
                    Key::Difference(a, b) => writeln!(text, "{GONE}{MOVE}{}", json(&[a, b])),
                };
            }
        }
    }
    text
}

fn lines(text: &str) -> impl Iterator<Item = (&str, u32)> {
    text.trim_start_matches('\u{FEFF}').lines().map(str::trim).zip(1..)
}

/// Parses the correction of a line; `None` for an empty line and a comment.
fn read_line(line: &str) -> Result<Option<Correction>, LexiconErrorKind> {
    let (line, enabled) = match line.strip_prefix(OFF) {
        Some(entry) => (entry.trim_start(), false),
        None => (line, true),
    };
    if let Some(here) = line.strip_prefix(HERE) {
        return Ok(Some(read_here(here)?.switched(enabled)));
    }
    if let Some(moved) = line.strip_prefix(MOVE) {
        let MoveLine { effect, sides } = serde_json::from_str(moved).map_err(|_| LexiconErrorKind::Place)?;
        return Ok(Some(Correction::move_difference(sides, effect)?.switched(enabled)));
    }
    if let Some(words) = line.strip_prefix(REGION) {
        return Ok(Some(Correction::regional(words)?.switched(enabled)));
    }
    let comment =
        line.strip_prefix(COMMENT).is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace));
    if line.is_empty() || comment {
        return Ok(None);
    }
    Ok(Some(read_entry(line)?.switched(enabled)))
}

/// Parses an entry as jieba does since 0.38: from the right, a tag, a frequency, and the rest is the word.
///
/// jieba takes anything into the word; here a space only parts words of letters, so that a second column that
/// is neither number nor tag is reported.
fn read_entry(line: &str) -> Result<Correction, LexiconErrorKind> {
    let columns: Vec<&str> = line.split(is_gap).filter(|column| !column.is_empty()).collect();
    if let [word, "0", parts] = columns[..]
        && parts.contains(BETWEEN)
    {
        return Correction::split(word, parts.split(BETWEEN).map(str::to_owned).collect());
    }
    let (mut word, mut tag, mut frequency) = (&columns[..], "", None);
    if let [before @ .., last] = word
        && is_tag(before, last)
    {
        (word, tag) = (before, last);
    }
    if let [before @ .., last] = word
        && !before.is_empty()
        && is_number(last)
    {
        frequency = Some(last.parse().map_err(|_| LexiconErrorKind::Frequency)?);
        word = before;
    }
    let joint = |pair: &[&str]| {
        let beside = pair.first().and_then(|left| left.chars().next_back());
        beside.zip(pair.last().and_then(|right| right.chars().next()))
    };
    if word.windows(2).any(|pair| joint(pair).is_none_or(|(before, after)| !parts_words(before, after))) {
        return Err(match columns[..] {
            [_, number, _] if is_number(number) => LexiconErrorKind::Tag,
            [_, _] | [_, _, _] => LexiconErrorKind::Frequency,
            _ => LexiconErrorKind::Columns,
        });
    }
    Correction::join(&soft(&word.join(" ")), tag, frequency)
}

/// Returns true if a column is a part of speech after these columns: small letters, or, where the word ends in
/// an ideograph and so ends there, any letters that a frequency precedes, and capital letters.
fn is_tag(before: &[&str], column: &str) -> bool {
    let all = |of: fn(&u8) -> bool| column.bytes().all(|byte| of(&byte));
    let ends_in_han = before.first().is_some_and(|word| word.ends_with(is_han));
    let after_number = matches!(before, [_, number] if is_number(number));
    !before.is_empty()
        && (all(u8::is_ascii_lowercase)
            || ends_in_han && (all(u8::is_ascii_uppercase) || after_number && all(u8::is_ascii_alphabetic)))
}

fn is_number(column: &str) -> bool {
    column.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns true for white space between columns.
fn is_gap(c: char) -> bool {
    c.is_whitespace() && c != FIRM_SPACE
}

fn soft(word: &str) -> String {
    word.replace(FIRM_SPACE, " ")
}

fn firm(word: &str) -> String {
    word.replace(SPACE, "\u{A0}")
}

/// Parses the columns after “#here”: place, parts, tag, story.
fn read_here(line: &str) -> Result<Correction, LexiconErrorKind> {
    let (place, parts, tag, story) = here_columns(line).ok_or(LexiconErrorKind::Place)?;
    let place = read_place(place, story).ok_or(LexiconErrorKind::Place)?;
    let tag = if tag == NO_TAG { "" } else { tag };
    let correction = match parts.contains(BETWEEN) {
        true if tag.is_empty() => {
            let parts: Vec<String> = parts.split(BETWEEN).map(str::to_owned).collect();
            Correction::split(&parts.concat(), parts)?
        }
        true => return Err(LexiconErrorKind::Tag),
        false => Correction::join(&soft(parts), tag, None)?,
    };
    correction.at(place)
}

fn read_gone(line: &str) -> Result<Key, LexiconErrorKind> {
    if let Some(moved) = line.strip_prefix(MOVE) {
        let (a, b) = serde_json::from_str(moved).map_err(|_| LexiconErrorKind::Place)?;
        return Ok(Key::Difference(a, b));
    }
    if let Some(words) = line.strip_prefix(REGION) {
        // Folded, the words of a set may all be one.
        let is_key = words.split('\t').count() == Region::ALL.len();
        let error = LexiconErrorKind::Regional(RegionalErrorKind::Columns);
        return if is_key { Ok(Key::Regional(words.to_owned())) } else { Err(error) };
    }
    let Some(here) = line.strip_prefix(HERE) else { return Ok(Key::of_word(line)) };
    let (place, story) = here.split_once(' ').ok_or(LexiconErrorKind::Place)?;
    read_place(place, story).map(Key::Place).ok_or(LexiconErrorKind::Place)
}

fn here_columns(line: &str) -> Option<(&str, &str, &str, &str)> {
    let (place, rest) = line.trim_start().split_once(is_gap)?;
    let (parts, rest) = rest.trim_start().split_once(is_gap)?;
    let (tag, story) = rest.trim_start().split_once(is_gap)?;
    Some((place, parts, tag, story.trim()))
}

fn read_place(place: &str, story: &str) -> Option<Place> {
    let (start, end) = place.split_once('-')?;
    Some(Place { story: story.to_owned(), start: start.parse().ok()?, end: end.parse().ok()? })
}

fn write_line(text: &mut String, correction: &Correction) {
    let off = if correction.enabled { "" } else { OFF };
    let word = correction.word();
    let line = match (correction.place(), correction.rule()) {
        (Some(Place { story, start, end }), Rule::Split { parts }) => {
            format!("{HERE}{start}-{end} {} {NO_TAG} {story}", parts.join("/"))
        }
        (Some(Place { story, start, end }), Rule::Join { tag, .. }) => {
            let tag = if tag.is_empty() { NO_TAG } else { tag };
            format!("{HERE}{start}-{end} {} {tag} {story}", firm(word))
        }
        (_, Rule::Move { effect, .. }) => {
            let sides = correction.sides();
            sides.map_or_else(String::new, |sides| {
                format!("{MOVE}{}", json(&MoveLine { effect: *effect, sides }))
            })
        }
        (_, Rule::Regional) => format!("{REGION}{word}"),
        (None, Rule::Split { parts }) => format!("{word} 0 {}", parts.join("/")),
        (None, Rule::Join { tag, frequency }) => {
            let plain = joined(word, tag, *frequency);
            let is_clear =
                read_entry(&plain).is_ok_and(|read| read.clone().switched(correction.enabled) == *correction);
            if is_clear { plain } else { joined(&firm(word), tag, *frequency) }
        }
    };
    text.push_str(off);
    text.push_str(&line);
    text.push('\n');
}

/// Writes places and words, which JSON can always represent, on one line.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Formats the columns of a word, without those it lacks.
fn joined(word: &str, tag: &str, frequency: Option<u32>) -> String {
    let frequency = frequency.map_or_else(String::new, |frequency| format!(" {frequency}"));
    let gap = if tag.is_empty() { "" } else { " " };
    format!("{word}{frequency}{gap}{tag}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::UserDictionary;
    use proptest::prelude::*;

    fn kinds(errors: &[LexiconError]) -> Vec<(u32, LexiconErrorKind)> {
        errors.iter().map(|error| (error.line, error.kind)).collect()
    }

    #[test]
    fn reads_what_jieba_reads() {
        let (found, errors) = read(
            "\u{FEFF}云计算 5\n李小福 2 nr\r\neasy_install\t3\teng\n好用　300\n韓玉賞鑒 nz\n八一雙鹿\n\n",
        );
        assert_eq!(errors, []);
        let join = |word, tag, frequency| Correction::join(word, tag, frequency).unwrap();
        let expected = [
            join("云计算", "", Some(5)),
            join("李小福", "nr", Some(2)),
            join("easy_install", "eng", Some(3)),
            join("好用", "", Some(300)),
            join("韓玉賞鑒", "nz", None),
            join("八一雙鹿", "", None),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn reports_broken_lines_and_keeps_the_valid_ones() {
        use LexiconErrorKind as Kind;
        let long = "長".repeat(10_000);
        let lines = [
            "好詞",
            "，。",
            "字",
            &long,
            "世界 x9",
            "龔正在 0 龔正/再",
            "好詞 3 n",
            "#",
            "# 好 詞 表 格",
            "世界 0",
            "世界 3 n/a",
            "世界 99999999999",
            "New York 3 n",
            "甲乙 3 n 丁",
            "#here 3 甲乙 - 1",
            "#here 3-4 甲乙 - 1",
            "#off",
            "甲\u{7}乙",
            "#標籤",
            "甲乙 0 甲//乙",
            "#off   ",
            "世界",
            "#here 3-5 甲/乙 - 我的 稿 件",
        ];
        let (found, errors) = read(&lines.join("\n"));
        let expected = [
            (2, Kind::Punctuation),
            (3, Kind::OneCharacter),
            (4, Kind::TooLong),
            (5, Kind::Frequency),
            (6, Kind::Parts),
            (7, Kind::Contradiction),
            (10, Kind::Frequency),
            (11, Kind::Tag),
            (12, Kind::Frequency),
            (14, Kind::Columns),
            (15, Kind::Place),
            (16, Kind::Place),
            (17, Kind::Reserved),
            (18, Kind::NoWord),
            (20, Kind::Parts),
            (21, Kind::Reserved),
        ];
        assert_eq!(kinds(&errors), expected);
        let words: Vec<&str> = found.iter().map(Correction::word).collect();
        assert_eq!(words, ["好詞", "New York", "#標籤", "世界", "甲乙"]);
        assert_eq!(found[0].rule(), &Rule::Join { tag: "n".into(), frequency: Some(3) });
        assert_eq!(found[4].place().unwrap().story, "我的 稿 件");
    }

    #[test]
    fn words_with_spaces_are_read_from_the_right() {
        let join = |word, tag, frequency| Correction::join(word, tag, frequency).unwrap();
        for (line, expected) in [
            ("Louis Vuitton", join("Louis Vuitton", "", None)),
            ("Louis  Vuitton\t5　nz", join("Louis Vuitton", "nz", Some(5))),
            ("Louis Vuitton nz", join("Louis Vuitton", "nz", None)),
            ("Louis Vuitton 5", join("Louis Vuitton", "", Some(5))),
            ("iPhone 15 Pro", join("iPhone 15 Pro", "", None)),
            ("Procter & Gamble 3 nt", join("Procter & Gamble", "nt", Some(3))),
            ("iPhone\u{A0}15", join("iPhone 15", "", None)),
            // As in jieba, whose tags are small letters.
            ("louis vuitton", join("louis", "vuitton", None)),
            ("iPhone 15", join("iPhone", "", Some(15))),
            // A tag in capitals after an ideograph, as earlier versions wrote it.
            ("習近平 NR", join("習近平", "nr", None)),
            ("習近平 3 Nr", join("習近平", "nr", Some(3))),
        ] {
            assert_eq!(read_entry(line), Ok(expected), "{line}");
        }
        for (line, kind) in [
            ("蘋果 iPhone", LexiconErrorKind::Frequency),
            ("好詞 表格", LexiconErrorKind::Frequency),
            ("好詞 表格 n", LexiconErrorKind::Frequency),
            ("Louis 威登 n", LexiconErrorKind::Frequency),
            ("New York 0", LexiconErrorKind::Frequency),
        ] {
            assert_eq!(read_entry(line), Err(kind), "{line}");
        }
        for word in ["甲 乙", "a  b", " a", "a ", "a\tb", "# b", "#here b"] {
            assert!(Correction::join(word, "", None).is_err(), "{word}");
        }
        assert!(Correction::split("a b", vec!["a".into(), " b".into()]).is_err());
    }

    #[test]
    fn variants_that_contradict_each_other_are_reported() {
        let (found, errors) = read("台北 ns\n臺北 0 臺/北\n");
        assert_eq!(kinds(&errors), [(2, LexiconErrorKind::Contradiction)]);
        assert_eq!(found.len(), 1);
    }

    /// Generates any valid correction.
    fn correction() -> impl Strategy<Value = Correction> {
        let word = "[一-丏#a-c/·龔正在1]{2,6}|[a-cA/1]{1,2}( [a-cA&1]{1,2}){1,2}";
        let place = proptest::option::of(("[0-9a 稿-]{1,5}", 0_u32..9));
        (word, "(nr|ns|)", proptest::option::of(1_u32..9), 1_usize..6, any::<[bool; 2]>(), place)
            .prop_filter_map("no correction", |(word, tag, frequency, cut, [split, enabled], place)| {
                let correction = if split {
                    let at = word.char_indices().nth(cut)?.0;
                    Correction::split(&word, vec![word[..at].to_owned(), word[at..].to_owned()])
                } else {
                    Correction::join(&word, &tag, frequency)
                };
                let units = word.encode_utf16().count() as u32;
                let placed = match place {
                    Some((story, start)) => correction.ok()?.at(Place { story, start, end: start + units }),
                    None => correction,
                };
                Some(placed.ok()?.switched(enabled))
            })
    }

    /// Generates any valid move of a difference.
    fn moved() -> impl Strategy<Value = Correction> {
        let side =
            ("[0-9a 稿-]{1,5}", 0_u32..9, "[一-丏\\n\"/ 𠮷#]{0,4}").prop_map(|(story, start, words)| {
                let end = start + words.encode_utf16().count() as u32;
                DifferenceSide { place: Place { story, start, end }, words }
            });
        let effect = prop::sample::select(Effect::ALL.to_vec());
        (side.clone(), side, effect, any::<bool>()).prop_filter_map("no move", |(a, b, effect, enabled)| {
            Some(Correction::move_difference([a, b], effect).ok()?.switched(enabled))
        })
    }

    /// Generates any valid line of regional words.
    fn regional() -> impl Strategy<Value = Correction> {
        let cell = "[一-丏#a/龔]{1,3}[?]?( [龔a])?";
        (prop::collection::vec(cell, 5), any::<bool>()).prop_filter_map("no set", |(cells, enabled)| {
            Some(Correction::regional(&cells.join("\t")).ok()?.switched(enabled))
        })
    }

    fn edit() -> impl Strategy<Value = Edit> {
        let any_kind = || prop_oneof![3 => correction(), 1 => moved(), 1 => regional()];
        prop_oneof![any_kind().prop_map(Edit::Put), any_kind().prop_map(|it| Edit::Remove(it.key()))]
    }

    proptest! {
        #[test]
        fn a_written_dictionary_is_read_unchanged(
            corrections in proptest::collection::vec(prop_oneof![3 => correction(), 1 => moved(), 1 => regional()], 0..9),
        ) {
            let mut dictionary = UserDictionary::default();
            dictionary.apply(Change { edits: corrections.into_iter().map(Edit::Put).collect() });
            let (again, errors) = read(&write(dictionary.iter()));
            prop_assert_eq!(errors, []);
            prop_assert_eq!(again.iter().collect::<Vec<_>>(), dictionary.iter().collect::<Vec<_>>());
        }

        #[test]
        fn a_written_change_is_read_unchanged(edits in proptest::collection::vec(edit(), 0..9)) {
            let change = Change { edits };
            prop_assert_eq!(read_change(&write_change(&change)), Ok(change));
        }

        #[test]
        fn any_file_is_read_without_panic(text in "\\PC{0,200}|(#here |#region |#off |#gone |[0-9]|[-/ \t\r\n　\u{FEFF}]|[一龔正在a#，]){0,60}") {
            let (found, errors) = read(&text);
            let lines = text.lines().count() as u32;
            prop_assert!(errors.iter().all(|error| (1..=lines).contains(&error.line)));
            // Every accepted correction can be written and read again.
            let mut dictionary = UserDictionary::default();
            dictionary.apply(Change { edits: found.into_iter().map(Edit::Put).collect() });
            let (again, errors) = read(&write(dictionary.iter()));
            prop_assert_eq!(errors, []);
            prop_assert_eq!(again.len(), dictionary.len());
        }

        #[test]
        fn a_damaged_line_spoils_no_other(
            corrections in proptest::collection::vec(correction(), 1..9),
            at in any::<prop::sample::Index>(),
            rubbish in "[^\r\n\u{85}\u{2028}\u{2029}\u{B}\u{C}]{0,12}",
        ) {
            let mut dictionary = UserDictionary::default();
            dictionary.apply(Change { edits: corrections.into_iter().map(Edit::Put).collect() });
            let file = write(dictionary.iter());
            let mut lines: Vec<&str> = file.lines().collect();
            let place = at.index(lines.len());
            let spoilt = lines[place];
            lines[place] = &rubbish;
            let (found, _) = read(&lines.join("\n"));
            let rubbish = read(&rubbish).0.first().map(Correction::key);
            for correction in dictionary.iter() {
                let own = write([correction]);
                if own.trim_end() != spoilt && rubbish.as_ref() != Some(&correction.key()) {
                    prop_assert!(found.contains(correction), "{} is lost", own);
                }
            }
        }
    }
}
