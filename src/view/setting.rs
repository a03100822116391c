//! The settings of the page: one closed list, for the page, for `window.duidu` and for session files.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::lexicon::{FrequencyTable, LONGEST};

/// A setting of the page. The list is closed: a session file contains these and no others, and the browser stores each
/// under a name of its own. None of them names a text by its number; otherwise it would have to follow the new ids that
/// an import gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Setting {
    /// The language of the page, as a BCP 47 tag.
    Language,
    /// Light, dark, or the system's choice.
    Theme,
    /// The reader's list of words and frequencies, as [`FrequencyTable`] reads it.
    Reference,
    /// The reader's list of stop words, one to a line.
    StopWords,
    /// The corpora that the reader named, one to a line, as addresses write scopes.
    Corpora,
    /// The columns left out of tables, a table to a line: its name, a colon and the names of columns.
    Columns,
    /// Author, title and address of the own texts, for citations: one to a line.
    OwnCorpus,
    /// The place of charts: above their tables, beside them or below them.
    Charts,
}

/// The reason why a setting of a file is refused.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SettingProblem {
    /// The list has no such setting.
    #[error("there is no such setting")]
    Unknown,
    /// Its value is longer than any valid one.
    #[error("its value is too long")]
    TooLong,
    /// Its value is invalid.
    #[error("it cannot have this value")]
    Invalid,
}

impl SettingProblem {
    /// Returns its name in JavaScript and in the names of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::TooLong => "tooLong",
            Self::Invalid => "invalid",
        }
    }
}

/// Languages of the page.
const LANGUAGES: [&str; 4] = ["zh-Hant-HK", "zh-Hant-TW", "zh-Hans", "en"];

/// Themes of the page.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// Places of charts.
const CHARTS: [&str; 3] = ["above", "beside", "below"];

/// The maximum length of a list in UTF-16 units: the limit of a browser's local storage for a whole site.
const LONGEST_LIST: usize = 5 << 20;

/// The maximum length of a choice among columns in UTF-16 units, since a table may have hundreds, and of a citation.
const LONGEST_CHOICE: usize = 1 << 16;

/// The maximum length of a tag or name in UTF-16 units.
const LONGEST_NAME: usize = 40;

/// The prefix of the names under which the browser stores settings.
const PREFIX: &str = "duidu.";

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 8] = [
        Self::Language,
        Self::Theme,
        Self::Reference,
        Self::StopWords,
        Self::Corpora,
        Self::Columns,
        Self::OwnCorpus,
        Self::Charts,
    ];

    /// Returns its name in a session file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Reference => "reference",
            Self::StopWords => "stopWords",
            Self::Corpora => "corpora",
            Self::Columns => "columns",
            Self::OwnCorpus => "ownCorpus",
            Self::Charts => "charts",
        }
    }

    /// Returns its name in the browser's storage.
    pub fn key(self) -> String {
        format!("{PREFIX}{}", self.name())
    }

    /// Returns the setting of a name in a session file. Earlier files have either form of it.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.strip_prefix(PREFIX).unwrap_or(name);
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// Returns true if it is a list that the reader made, which is never replaced without asking. The others are a
    /// choice among few.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Reference | Self::StopWords | Self::Corpora)
    }

    /// Checks a value.
    ///
    /// # Errors
    /// [`SettingProblem`] if it is too long or invalid.
    pub fn check(self, value: &str) -> Result<(), SettingProblem> {
        let most = match self {
            Self::Language | Self::Theme | Self::Charts => LONGEST_NAME,
            Self::Columns | Self::OwnCorpus => LONGEST_CHOICE,
            Self::Reference | Self::StopWords | Self::Corpora => LONGEST_LIST,
        };
        // A character has at most as many UTF-16 units as bytes, so most values need not be counted.
        if value.len() > most && value.encode_utf16().count() > most {
            return Err(SettingProblem::TooLong);
        }
        let valid = match self {
            Self::Language => LANGUAGES.contains(&value),
            Self::Theme => THEMES.contains(&value),
            Self::Charts => CHARTS.contains(&value),
            Self::Reference => FrequencyTable::parse(value).is_ok(),
            Self::StopWords => value.lines().all(is_stop_line),
            Self::Corpora => value.lines().all(is_corpus_line),
            Self::Columns => value.lines().all(is_columns_line),
            Self::OwnCorpus => {
                value.lines().count() <= 3 && value.lines().all(|line| !line.contains(char::is_control))
            }
        };
        if valid { Ok(()) } else { Err(SettingProblem::Invalid) }
    }
}

/// Returns true if a line has the form of a corpus: a name, and a scope.
fn is_corpus_line(line: &str) -> bool {
    let named = line.strip_prefix("name:").and_then(|rest| rest.split_once(';'));
    named.is_some_and(|(name, _)| !name.is_empty()) && !line.contains(char::is_control)
}

/// Returns true if a line has the form of a choice of columns.
fn is_columns_line(line: &str) -> bool {
    let table = line.split_once(':').map(|(table, _)| table);
    table.is_some_and(|table| !table.is_empty()) && !line.contains(char::is_control)
}

/// Returns true if a line of a list of stop words is a word, a comment or empty.
fn is_stop_line(line: &str) -> bool {
    !line.contains(|c: char| c.is_control() && c != '\t') && line.trim().chars().nth(LONGEST).is_none()
}

/// A setting of a file that is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefusedSetting {
    /// Its name in the file, shortened if it is too long to show.
    pub name: String,
    /// The reason.
    pub problem: SettingProblem,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_form_of_a_name_is_the_setting_and_no_other_is() {
        for setting in Setting::ALL {
            assert_eq!(Setting::from_name(setting.name()), Some(setting));
            assert_eq!(Setting::from_name(&setting.key()), Some(setting));
            assert_eq!(serde_json::to_value(setting).ok(), Some(setting.name().into()));
        }
        for other in [
            "",
            "duidu.",
            "duidu",
            "duidu.Language",
            "Language",
            "duidu.duidu.theme",
            "duiduevil",
            "__proto__",
        ] {
            assert_eq!(Setting::from_name(other), None, "{other}");
        }
    }

    #[test]
    fn a_value_is_one_of_few_or_a_list_that_can_be_read() {
        use Setting::{Charts, Columns, Language, OwnCorpus, Reference, StopWords, Theme};
        for (setting, value) in [
            (Language, "en"),
            (Language, "zh-Hant-HK"),
            (Language, "zh-Hans"),
            (Theme, "dark"),
            (Reference, "的\t5120\n天氣\t812\n"),
            (StopWords, "的\n了\n# 註\n\nNew York\n"),
            (StopWords, ""),
            (Columns, "words:dp,range\ntexts:"),
            (OwnCorpus, "陳大文\n公園語料庫\n"),
            (Charts, "beside"),
        ] {
            assert_eq!(setting.check(value), Ok(()), "{setting:?} {value}");
        }
        for (setting, value) in [
            (Language, "tlh"),
            (Language, ""),
            (Theme, "url(javascript:alert(1))"),
            (Reference, "的"),
            (Reference, ""),
            (StopWords, "的\u{7}"),
            (Columns, "dp,range"),
            (Columns, ":dp"),
            (OwnCorpus, "a\nb\nc\nd"),
            (Charts, "left"),
        ] {
            assert!(setting.check(value).is_err(), "{setting:?} {value}");
        }
        assert_eq!(Theme.check(&"d".repeat(41)), Err(SettingProblem::TooLong));
        assert_eq!(StopWords.check(&"字".repeat(65)), Err(SettingProblem::Invalid));
        assert_eq!(StopWords.check(&"字\n".repeat(3 << 20)), Err(SettingProblem::TooLong));
        assert_eq!(StopWords.check(&"字字字字字字字\n".repeat(600_000)), Ok(()));
    }
}
