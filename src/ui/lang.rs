//! The language of each run of a story, which is not that of the page around it.

use yew::prelude::*;

use crate::text::{Script, is_han, script};

/// Chinese of either script: characters that both share, and fields that take either.
pub(crate) const CHINESE: &str = "zh";

/// Returns the tag of the language of a run, by its characters: browsers choose the shapes of characters and the place of
/// punctuation by it, and screen readers the voice. Characters that both scripts share take the shapes of the page.
pub(crate) fn lang_of(run: impl AsRef<str>) -> &'static str {
    let run = run.as_ref();
    match script(run) {
        Some(Script::Traditional) => "zh-Hant-HK",
        Some(Script::Simplified) => "zh-Hans",
        None if run.chars().any(is_han) => CHINESE,
        None if run.chars().any(|c| c.is_ascii_alphabetic()) => "en",
        None => CHINESE,
    }
}

/// Draws a run in its language.
pub(crate) fn run(text: impl AsRef<str>) -> Html {
    html! { <span lang={lang_of(&text)}>{ text.as_ref() }</span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_in_the_language_of_its_characters() {
        for (run, expected) in [
            ("兩國關係", "zh-Hant-HK"),
            ("两国关系", "zh-Hans"),
            ("中文 Chinese", "zh"),
            ("Both sides signed.", "en"),
            ("2025", "zh"),
        ] {
            assert_eq!(lang_of(run), expected, "{run}");
        }
    }
}
