//! The reader's dictionary as a file: jieba's format, with what that cannot say on lines that begin with #.
//!
//! | line | meaning |
//! |---|---|
//! | `龔正 5 nr` | a word, recommended; frequency and tag may be missing, and without a frequency it is forced |
//! | `龔正在 0 龔正/在` | it comes apart; jieba reads such a line as a word that never wins |
//! | `#here 120-123 龔正/在 - 003-1` | the same in one place only: UTF-16 units, parts (one part: a word), tag or -, story |
//! | `#off …` | the entry on this line is switched off |
//! | `#`, `# …` | a comment |

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use super::correction::{BETWEEN, COMMENT};
use super::{Change, Correction, Edit, Key, LexiconError, LexiconErrorKind, Place, Rule};

const OFF: &str = "#off ";
const HERE: &str = "#here ";
const GONE: &str = "#gone ";

/// What stands for no tag.
const NO_TAG: &str = "-";

/// The corrections of a file and the lines that cannot be read or contradict an earlier one. Good lines are kept
/// whatever the others are; of lines about the same word, the last holds and stands where the first stood.
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

/// The corrections as a file that [`read`] reads.
pub fn write<'a>(corrections: impl IntoIterator<Item = &'a Correction>) -> String {
    let mut text = String::new();
    for correction in corrections {
        write_line(&mut text, correction);
    }
    text
}

/// A change that [`write_change`] wrote.
///
/// # Errors
/// The first line that it cannot have written.
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

/// A change as lines, for keeping: what is put as in a file, what is removed after “#gone”.
pub fn write_change(change: &Change) -> String {
    let mut text = String::new();
    for edit in &change.edits {
        match edit {
            Edit::Put(correction) => write_line(&mut text, correction),
            Edit::Remove(key) => {
                // Writing into a string cannot fail.
                _ = match key {
                    Key::Word(word) => writeln!(text, "{GONE}{word}"),
                    Key::Place(Place { story, start, end }) => {
                        writeln!(text, "{GONE}{HERE}{start}-{end} {story}")
                    }
                };
            }
        }
    }
    text
}

fn lines(text: &str) -> impl Iterator<Item = (&str, u32)> {
    text.trim_start_matches('\u{FEFF}').lines().map(str::trim).zip(1..)
}

/// The correction of a line; `None` for an empty one and a comment.
fn read_line(line: &str) -> Result<Option<Correction>, LexiconErrorKind> {
    let (line, enabled) = match line.strip_prefix(OFF) {
        Some(entry) => (entry.trim_start(), false),
        None => (line, true),
    };
    if let Some(here) = line.strip_prefix(HERE) {
        return Ok(Some(read_here(here)?.switched(enabled)));
    }
    let comment =
        line.strip_prefix(COMMENT).is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace));
    if line.is_empty() || comment {
        return Ok(None);
    }
    Ok(Some(read_entry(line)?.switched(enabled)))
}

fn read_entry(line: &str) -> Result<Correction, LexiconErrorKind> {
    let mut columns = line.split_whitespace();
    let word = columns.next().ok_or(LexiconErrorKind::NoWord)?;
    let (second, third) = (columns.next(), columns.next());
    if columns.next().is_some() {
        return Err(LexiconErrorKind::Columns);
    }
    // jieba allows a tag without a frequency.
    let (frequency, tag) = match second {
        None => (None, ""),
        Some(tag) if third.is_none() && !tag.contains(|c: char| c.is_ascii_digit()) => (None, tag),
        Some(number) => {
            let number: u32 = number.parse().map_err(|_| LexiconErrorKind::Frequency)?;
            (Some(number), third.unwrap_or(""))
        }
    };
    if frequency == Some(0) && tag.contains(BETWEEN) {
        return Correction::split(word, tag.split(BETWEEN).map(str::to_owned).collect());
    }
    Correction::join(word, tag, frequency)
}

/// The columns after “#here”: place, parts, tag, story.
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
        false => Correction::join(parts, tag, None)?,
    };
    correction.at(place)
}

fn read_gone(line: &str) -> Result<Key, LexiconErrorKind> {
    let Some(here) = line.strip_prefix(HERE) else { return Ok(Key::of_word(line)) };
    let (place, story) = here.split_once(' ').ok_or(LexiconErrorKind::Place)?;
    read_place(place, story).map(Key::Place).ok_or(LexiconErrorKind::Place)
}

fn here_columns(line: &str) -> Option<(&str, &str, &str, &str)> {
    let (place, rest) = line.trim_start().split_once(char::is_whitespace)?;
    let (parts, rest) = rest.trim_start().split_once(char::is_whitespace)?;
    let (tag, story) = rest.trim_start().split_once(char::is_whitespace)?;
    Some((place, parts, tag, story.trim()))
}

fn read_place(place: &str, story: &str) -> Option<Place> {
    let (start, end) = place.split_once('-')?;
    Some(Place { story: story.to_owned(), start: start.parse().ok()?, end: end.parse().ok()? })
}

fn write_line(text: &mut String, correction: &Correction) {
    let off = if correction.enabled { "" } else { OFF };
    let word = correction.word();
    // Writing into a string cannot fail.
    _ = match (correction.place(), correction.rule()) {
        (Some(Place { story, start, end }), Rule::Split { parts }) => {
            writeln!(text, "{off}{HERE}{start}-{end} {} {NO_TAG} {story}", parts.join("/"))
        }
        (Some(Place { story, start, end }), Rule::Join { tag, .. }) => {
            let tag = if tag.is_empty() { NO_TAG } else { tag };
            writeln!(text, "{off}{HERE}{start}-{end} {word} {tag} {story}")
        }
        (None, Rule::Split { parts }) => writeln!(text, "{off}{word} 0 {}", parts.join("/")),
        (None, Rule::Join { tag, frequency: None }) if tag.is_empty() => writeln!(text, "{off}{word}"),
        (None, Rule::Join { tag, frequency: None }) => writeln!(text, "{off}{word} {tag}"),
        (None, Rule::Join { tag, frequency: Some(frequency) }) if tag.is_empty() => {
            writeln!(text, "{off}{word} {frequency}")
        }
        (None, Rule::Join { tag, frequency: Some(frequency) }) => {
            writeln!(text, "{off}{word} {frequency} {tag}")
        }
    };
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
    fn names_broken_lines_and_keeps_the_good_ones() {
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
            (13, Kind::Columns),
            (14, Kind::Columns),
            (15, Kind::Place),
            (16, Kind::Place),
            (17, Kind::Reserved),
            (18, Kind::NoWord),
            (20, Kind::Parts),
            (21, Kind::Reserved),
        ];
        assert_eq!(kinds(&errors), expected);
        assert_eq!(found.iter().map(Correction::word).collect::<Vec<_>>(), ["好詞", "#標籤", "世界", "甲乙"]);
        assert_eq!(found[0].rule(), &Rule::Join { tag: "n".into(), frequency: Some(3) });
        assert_eq!(found[3].place().unwrap().story, "我的 稿 件");
    }

    #[test]
    fn variants_that_contradict_each_other_are_told() {
        let (found, errors) = read("台北 ns\n臺北 0 臺/北\n");
        assert_eq!(kinds(&errors), [(2, LexiconErrorKind::Contradiction)]);
        assert_eq!(found.len(), 1);
    }

    /// Any correction there can be.
    fn correction() -> impl Strategy<Value = Correction> {
        let word = "[一-丏#a-c/·龔正在1]{2,6}";
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

    fn edit() -> impl Strategy<Value = Edit> {
        prop_oneof![correction().prop_map(Edit::Put), correction().prop_map(|it| Edit::Remove(it.key()))]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(corrections in proptest::collection::vec(correction(), 0..9)) {
            let mut dictionary = UserDictionary::default();
            dictionary.apply(Change { edits: corrections.into_iter().map(Edit::Put).collect() });
            let (again, errors) = read(&write(dictionary.iter()));
            prop_assert_eq!(errors, []);
            prop_assert_eq!(again.iter().collect::<Vec<_>>(), dictionary.iter().collect::<Vec<_>>());
        }

        #[test]
        fn a_change_that_is_kept_comes_back(edits in proptest::collection::vec(edit(), 0..9)) {
            let change = Change { edits };
            prop_assert_eq!(read_change(&write_change(&change)), Ok(change));
        }

        #[test]
        fn no_file_breaks_the_reader(text in "\\PC{0,200}|(#here |#off |#gone |[0-9]|[-/ \t\r\n　\u{FEFF}]|[一龔正在a#，]){0,60}") {
            let (found, errors) = read(&text);
            let lines = text.lines().count() as u32;
            prop_assert!(errors.iter().all(|error| (1..=lines).contains(&error.line)));
            // Whatever was let in can be written and read.
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
