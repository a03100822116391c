//! Messages in the reader's language.

mod message_key;

pub use message_key::MessageKey;
pub(in crate::ui) use message_key::key;

use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use yew::prelude::*;

/// A language of the interface; stories keep their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// 中文（香港）.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Language {
    /// Both languages, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Chinese, Self::English];

    /// Returns its BCP 47 tag, as used in `lang` and in the browser's storage.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hant-HK",
            Self::English => "en",
        }
    }

    /// Returns its name in the language itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chinese => "中文",
            Self::English => "English",
        }
    }

    /// Finds the language of a tag written by [`Language::tag`].
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    fn source(self) -> &'static str {
        match self {
            Self::Chinese => include_str!("locales/zh-Hant-HK.ftl"),
            Self::English => include_str!("locales/en.ftl"),
        }
    }
}

/// The messages of one language. Clones share them.
#[derive(Clone)]
pub struct Catalog(Rc<CatalogData>);

struct CatalogData {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl PartialEq for Catalog {
    fn eq(&self, other: &Self) -> bool {
        self.0.language == other.0.language
    }
}

impl Default for Catalog {
    fn default() -> Self {
        Self::new(Language::default())
    }
}

/// A named argument of a message.
pub type Argument<'a> = (&'a str, FluentValue<'a>);

impl Catalog {
    /// Loads the messages of `language`.
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // Isolation marks would be copied along with the text, and no message is written from right to left.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(group(number.value, number.options.minimum_fraction_digits)),
            _ => None,
        }));
        // A message that does not parse is left out; a test makes sure that there is none.
        let resource = match FluentResource::try_new(language.source().to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
        Self(Rc::new(CatalogData { language, bundle }))
    }

    /// Returns the language of the messages.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// Formats a message without arguments.
    pub fn text(&self, key: MessageKey) -> AttrValue {
        self.with(key, [])
    }

    /// Formats a message with arguments. A missing message shows its key, which a test rules out.
    pub fn with<'a>(&self, key: MessageKey, arguments: impl IntoIterator<Item = Argument<'a>>) -> AttrValue {
        let Some(pattern) = self.0.bundle.get_message(key.name()).and_then(|message| message.value()) else {
            return AttrValue::from(key.name());
        };
        let arguments: FluentArgs = arguments.into_iter().collect();
        let text = self.0.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        AttrValue::from(text.into_owned())
    }

    /// Formats a count with thousands separators.
    pub fn count(&self, count: u32) -> AttrValue {
        AttrValue::from(group(f64::from(count), None))
    }

    /// Formats a number with `places` decimals.
    pub fn decimal(&self, number: f64, places: usize) -> AttrValue {
        AttrValue::from(group(number, Some(places)))
    }
}

/// Returns the messages in use; Chinese outside an `App`, as in a test of one component.
#[hook]
pub fn use_catalog() -> Catalog {
    use_context::<Catalog>().unwrap_or_default()
}

/// Separates thousands with commas, as both languages do in Hong Kong, and writes a true minus sign.
fn group(number: f64, places: Option<usize>) -> String {
    let digits = format!("{:.*}", places.unwrap_or(0), number.abs());
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut text = String::new();
    // A number that rounds to zero has no sign.
    if number < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push('−');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push('.');
        text += fraction;
    }
    text
}

/// A part of a message: plain words, or the words inside `[name|…]`, which become a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessagePart {
    /// The link's name; `None` for plain words.
    pub link: Option<String>,
    /// The words.
    pub text: String,
}

/// Splits a message at its `[name|…]` parts, so that a translator can move a link inside a sentence.
pub fn runs(message: &str) -> Vec<MessagePart> {
    let mut found = Vec::new();
    let mut rest = message;
    while let Some((before, name, text, after)) = next_link(rest) {
        found.push(MessagePart { link: None, text: before.to_owned() });
        found.push(MessagePart { link: Some(name.to_owned()), text: text.to_owned() });
        rest = after;
    }
    found.push(MessagePart { link: None, text: rest.to_owned() });
    found.retain(|run| !run.text.is_empty());
    found
}

fn next_link(message: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, after) = message.split_once('[')?;
    let (inside, after) = after.split_once(']')?;
    let (name, text) = inside.split_once('|')?;
    Some((before, name, text, after))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::view::export::Label;

    fn keys(language: Language) -> BTreeSet<String> {
        let lines = language.source().lines();
        lines
            .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
            .collect()
    }

    #[test]
    fn every_language_is_a_setting_that_a_session_may_carry() {
        for language in Language::ALL {
            assert_eq!(crate::view::Setting::Language.check(language.tag()), Ok(()));
        }
    }

    #[test]
    fn every_message_parses() {
        for language in Language::ALL {
            if let Err((_, errors)) = FluentResource::try_new(language.source().to_owned()) {
                panic!("{}: {errors:?}", language.tag());
            }
        }
    }

    #[test]
    fn both_languages_have_the_same_keys() {
        assert_eq!(keys(Language::Chinese), keys(Language::English));
    }

    /// Returns the keys that the code of a file names outside its tests.
    fn named_in(source: &str) -> Vec<String> {
        let code = source.split("\n#[cfg(test)]\nmod tests {").next().unwrap();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n");
        let literals = code.split("key!(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"'));
        literals.map(|literal| literal.split('"').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn every_message_is_used() {
        let mut unused = keys(Language::English);
        for label in Label::ALL {
            unused.remove(label.key());
        }
        let mut files: Vec<PathBuf> = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")];
        while let Some(place) = files.pop() {
            if place.is_dir() {
                files.extend(fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path()));
            } else if place.extension().is_some_and(|extension| extension == "rs")
                && place.file_stem().is_some_and(|name| name != "tests")
            {
                for key in named_in(&fs::read_to_string(&place).unwrap()) {
                    unused.remove(&key);
                }
            }
        }
        assert!(unused.is_empty(), "no code names the messages {unused:?}");
    }

    #[test]
    fn keys_in_comments_and_tests_do_not_count_as_used() {
        let source = "// key!(\"a\")\ntext(key!(\"b\"), key!(\n    \"c\"\n))\n#[cfg(test)]\nmod tests {\n    key!(\"d\")\n}";
        assert_eq!(named_in(source), ["b", "c"]);
    }

    #[test]
    fn groups_thousands() {
        assert_eq!(group(1_234_567.0, None), "1,234,567");
        assert_eq!(group(-1234.5, Some(2)), "−1,234.50");
        assert_eq!(group(-0.001, Some(2)), "0.00");
        assert_eq!(group(999.0, None), "999");
    }

    #[test]
    fn cuts_links_out_of_a_sentence() {
        let found = runs("其中[pairs|22 句]見於乙，[same|17 句]相同。");
        let parts: Vec<_> = found.iter().map(|run| (run.link.as_deref(), run.text.as_str())).collect();
        let expected = [
            (None, "其中"),
            (Some("pairs"), "22 句"),
            (None, "見於乙，"),
            (Some("same"), "17 句"),
            (None, "相同。"),
        ];
        assert_eq!(parts, expected);
    }
}
