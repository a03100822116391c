//! A session file that was opened: what it brought, what takes that out again, and the settings it may carry.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{TextChange, Unkept};
use crate::lexicon::{Correction, FrequencyTable, LONGEST};

/// A setting of the page. The list is closed: a session file carries these and no others, and the browser keeps each
/// under a name of its own. None of them names a text; one that did would have to follow the new names that an import
/// gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Setting {
    /// The language of the page, as a BCP 47 tag.
    Language,
    /// Light, dark, or as the system has it.
    Theme,
    /// The reader's list of words and frequencies, as [`FrequencyTable`] reads it.
    Reference,
    /// The reader's list of stop words, one to a line.
    StopWords,
}

/// Why a setting of a file is not taken up.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SettingProblem {
    /// The list has no such setting.
    #[error("there is no such setting")]
    Unknown,
    /// Its value is longer than any can be.
    #[error("its value is too long")]
    TooLong,
    /// Its value is none that it can have.
    #[error("it cannot have this value")]
    Invalid,
}

impl SettingProblem {
    /// Its name in JavaScript and in the names of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::TooLong => "tooLong",
            Self::Invalid => "invalid",
        }
    }
}

/// Languages of the page.
const LANGUAGES: [&str; 2] = ["zh-Hant-HK", "en"];

/// Themes of the page.
const THEMES: [&str; 3] = ["auto", "light", "dark"];

/// UTF-16 units of the longest list: what a browser keeps of small things for a whole site.
const LONGEST_LIST: usize = 5 << 20;

/// UTF-16 units of the longest tag or name.
const LONGEST_NAME: usize = 40;

/// What the names of settings begin with where the browser keeps them.
pub const SETTINGS_PREFIX: &str = "duidu.";

impl Setting {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Language, Self::Theme, Self::Reference, Self::StopWords];

    /// Its name in a session file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Theme => "theme",
            Self::Reference => "reference",
            Self::StopWords => "stopWords",
        }
    }

    /// Its name where the browser keeps it.
    pub fn key(self) -> String {
        format!("{SETTINGS_PREFIX}{}", self.name())
    }

    /// The setting of a name in a session file. Earlier files have either form of it.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.strip_prefix(SETTINGS_PREFIX).unwrap_or(name);
        Self::ALL.into_iter().find(|setting| setting.name() == name)
    }

    /// Whether it is a list that the reader made, which nothing takes the place of unasked. The others are a choice
    /// among few.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Reference | Self::StopWords)
    }

    /// Checks a value.
    ///
    /// # Errors
    /// [`SettingProblem`] where it is too long, or none of those there can be.
    pub fn check(self, value: &str) -> Result<(), SettingProblem> {
        let most = if self.is_list() { LONGEST_LIST } else { LONGEST_NAME };
        // A character has at most as many UTF-16 units as bytes, so most values need not be counted.
        if value.len() > most && value.encode_utf16().count() > most {
            return Err(SettingProblem::TooLong);
        }
        let valid = match self {
            Self::Language => LANGUAGES.contains(&value),
            Self::Theme => THEMES.contains(&value),
            Self::Reference => FrequencyTable::parse(value).is_ok(),
            Self::StopWords => value.lines().all(is_stop_line),
        };
        if valid { Ok(()) } else { Err(SettingProblem::Invalid) }
    }
}

/// Whether a line of a list of stop words is a word, a comment or empty.
fn is_stop_line(line: &str) -> bool {
    !line.contains(|c: char| c.is_control() && c != '\t') && line.trim().chars().nth(LONGEST).is_none()
}

/// A setting of a file that is not taken up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RefusedSetting {
    /// Its name in the file, as far as it can be shown.
    pub name: String,
    /// Why.
    pub problem: SettingProblem,
}

/// What a session file that was opened brought. Nothing that was there before is another now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionChange {
    /// The pages that are new.
    pub texts: TextChange,
    /// Pages of the file that were there already, edits and all.
    pub already: u32,
    /// New pages whose text is that of a page here which was edited otherwise.
    pub beside: Vec<Beside>,
    /// The reader's dictionary.
    pub entries: EntriesMerged,
    /// Settings of the file that the list has, for the page to take up, in the order of the list.
    pub settings: Vec<(Setting, String)>,
    /// Settings of the file that are not taken up.
    pub refused: Vec<RefusedSetting>,
    /// What takes all of it out again.
    pub added: SessionAdded,
}

/// A new page, and the one here with the same text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// The new page.
    pub added: String,
    /// The one that was there.
    pub here: String,
}

/// What became of the entries of a session file's dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EntriesMerged {
    /// Entries that are new.
    pub added: u32,
    /// Entries that were there already.
    pub already: u32,
    /// Entries about words or places of which something else was said here, as a file; what was said here holds.
    pub conflicts: String,
    /// Entries about places in texts that the file does not hold.
    pub homeless: u32,
    /// Entries there are now.
    pub entries: u32,
}

impl EntriesMerged {
    /// How many entries say otherwise than those here.
    pub fn in_conflict(&self) -> usize {
        self.conflicts.lines().count()
    }
}

/// What a session file added, so that it can be taken out and nothing else with it. It carries all that takes, so that
/// a worker that took another's place can do it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionAdded {
    /// The pages.
    pub pages: Vec<AddedPage>,
    /// The entries of the dictionary.
    pub entries: Vec<Correction>,
}

impl SessionAdded {
    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.entries.is_empty()
    }
}

/// A page as it was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedPage {
    /// Its name.
    pub id: String,
    /// A digest of it, which tells whether it is another by now.
    pub digest: u64,
}

/// What taking a session out again came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionUndone {
    /// Pages that are gone again.
    pub texts: u32,
    /// Entries of the dictionary that are gone again.
    pub entries: u32,
    /// Pages and entries that were changed since, and stay.
    pub changed: u32,
    /// Why the change will be forgotten when the page is closed; `None` when it is kept.
    pub unkept: Option<Unkept>,
}

/// Whether everything of the reader's was cleared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cleared {
    /// Why something may still be kept; `None` where the browser was asked again and keeps nothing.
    pub left: Option<Unkept>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_form_of_a_name_is_the_setting_and_no_other_is() {
        for setting in Setting::ALL {
            assert_eq!(Setting::from_name(setting.name()), Some(setting));
            assert_eq!(Setting::from_name(&setting.key()), Some(setting));
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
        use Setting::{Language, Reference, StopWords, Theme};
        for (setting, value) in [
            (Language, "en"),
            (Language, "zh-Hant-HK"),
            (Theme, "dark"),
            (Reference, "的\t5120\n天氣\t812\n"),
            (StopWords, "的\n了\n# 註\n\nNew York\n"),
            (StopWords, ""),
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
        ] {
            assert!(setting.check(value).is_err(), "{setting:?} {value}");
        }
        assert_eq!(Theme.check(&"d".repeat(41)), Err(SettingProblem::TooLong));
        assert_eq!(StopWords.check(&"字".repeat(65)), Err(SettingProblem::Invalid));
        assert_eq!(StopWords.check(&"字\n".repeat(3 << 20)), Err(SettingProblem::TooLong));
        assert_eq!(StopWords.check(&"字字字字字字字\n".repeat(600_000)), Ok(()));
    }
}
