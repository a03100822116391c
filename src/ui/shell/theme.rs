//! The colour themes: light, dark, or as the system prefers.

use crate::ui::i18n::{MessageKey, key};
/// The colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system prefers.
    #[default]
    Auto,
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}

impl Theme {
    /// All themes, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Returns its name in the browser's storage and in `data-theme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Finds the theme of a name written by [`Theme::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }

    /// Returns the message that names it.
    pub fn key(self) -> MessageKey {
        match self {
            Self::Auto => key!("theme-auto"),
            Self::Light => key!("theme-light"),
            Self::Dark => key!("theme-dark"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_is_a_setting_that_a_session_may_carry() {
        for theme in Theme::ALL {
            assert_eq!(crate::view::Setting::Theme.check(theme.name()), Ok(()));
        }
    }
}
