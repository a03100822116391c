//! The languages of the interface.

/// A language of the interface; stories keep their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Traditional Chinese as in Hong Kong, which the other Chinese ones fall back to.
    #[default]
    HongKong,
    /// Traditional Chinese as in Taiwan.
    Taiwan,
    /// Simplified Chinese as on the mainland.
    Simplified,
    /// English.
    English,
}

impl Language {
    /// All languages, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::HongKong, Self::Taiwan, Self::Simplified, Self::English];

    /// Returns its BCP 47 tag, as used in `lang` and in the browser's storage.
    pub fn tag(self) -> &'static str {
        match self {
            Self::HongKong => "zh-Hant-HK",
            Self::Taiwan => "zh-Hant-TW",
            Self::Simplified => "zh-Hans",
            Self::English => "en",
        }
    }

    /// Returns its name in the language itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::HongKong => "繁體（香港）",
            Self::Taiwan => "繁體（台灣）",
            Self::Simplified => "简体中文",
            Self::English => "English",
        }
    }

    /// Finds the language of a tag written by [`Language::tag`].
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// Chooses the language for a reader who has not chosen: the first one of the browser's list that is Chinese or
    /// English, and otherwise English.
    pub fn preferred(tags: impl IntoIterator<Item = String>) -> Self {
        tags.into_iter().find_map(|tag| Self::nearest(&tag)).unwrap_or(Self::English)
    }

    /// Returns the language nearest to any BCP 47 tag; `None` for those that are neither Chinese nor English.
    pub fn nearest(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split(['-', '_']);
        let language = parts.next()?;
        let further: Vec<&str> = parts.collect();
        let has = |part: &str| further.contains(&part);
        let traditional = if has("tw") { Self::Taiwan } else { Self::HongKong };
        match language {
            "en" => Some(Self::English),
            "zh" | "cmn" | "yue" if has("hans") => Some(Self::Simplified),
            "zh" | "cmn" if has("hant") || has("tw") || has("hk") || has("mo") => Some(traditional),
            "zh" | "cmn" => Some(Self::Simplified),
            "yue" => Some(traditional),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_a_setting_that_a_session_may_carry() {
        for language in Language::ALL {
            assert_eq!(crate::view::Setting::Language.check(language.tag()), Ok(()));
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            assert_eq!(Language::nearest(language.tag()), Some(language));
        }
    }

    #[test]
    fn a_browser_opens_the_page_in_its_first_language_that_there_is() {
        use Language::{English, HongKong, Simplified, Taiwan};
        for (tags, expected) in [
            ("en-GB en", English),
            ("en-GB zh-HK", English),
            ("zh-CN en", Simplified),
            ("zh-SG", Simplified),
            ("zh-Hans-HK", Simplified),
            ("zh", Simplified),
            ("zh-TW zh en", Taiwan),
            ("zh-Hant-TW", Taiwan),
            ("zh-HK en-GB", HongKong),
            ("zh-MO", HongKong),
            ("zh-Hant", HongKong),
            ("zh_hk", HongKong),
            ("yue-HK", HongKong),
            ("fr-FR zh-TW en", Taiwan),
            ("ja fr", English),
            ("", English),
        ] {
            assert_eq!(Language::preferred(tags.split(' ').map(str::to_owned)), expected, "{tags}");
        }
    }
}
