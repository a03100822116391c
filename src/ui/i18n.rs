//! Messages in the reader's language.

mod language;
mod message_key;
pub(in crate::ui) mod own_file;

pub use language::Language;
pub use message_key::MessageKey;
pub(in crate::ui) use message_key::key;

use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use yew::prelude::*;

/// The messages of one language. Clones share them.
#[derive(Clone)]
pub struct Catalog(Rc<CatalogData>);

struct CatalogData {
    language: Language,
    /// False while the language's own file is not here, and the messages are those it falls back to.
    is_whole: bool,
    bundle: FluentBundle<FluentResource>,
}

impl PartialEq for Catalog {
    fn eq(&self, other: &Self) -> bool {
        (self.0.language, self.0.is_whole) == (other.0.language, other.0.is_whole)
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
    /// Loads the messages of `language`. One that its own file lacks is shown as in the language it falls back to.
    pub fn new(language: Language) -> Self {
        let tag: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // Isolation marks would be copied along with the text, and no message is written from right to left.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(group(number.value, number.options.minimum_fraction_digits)),
            _ => None,
        }));
        let own = own_file::held(language);
        for source in std::iter::once(own_file::BUILT_IN).chain(own.as_deref()) {
            // A message that does not parse is left out; a test makes sure that there is none.
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self(Rc::new(CatalogData { language, is_whole: own_file::is_here(language), bundle }))
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

/// Separates thousands with commas, as all languages of the page do, and writes a true minus sign.
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
mod catalogues;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::catalogues::messages;
    use super::*;
    use crate::view::export::Label;

    /// Returns the keys that the code of a file names outside its tests.
    fn named_in(source: &str) -> Vec<String> {
        let code = source.split("\n#[cfg(test)]\nmod tests {").next().unwrap();
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n");
        let literals = code.split("key!(").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"'));
        literals.map(|literal| literal.split('"').next().unwrap().to_owned()).collect()
    }

    /// Returns the files of the page's code but for those of tests, each without its own tests.
    fn sources() -> Vec<(PathBuf, String)> {
        let mut found = Vec::new();
        let mut files: Vec<PathBuf> = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui")];
        while let Some(place) = files.pop() {
            let is_test = place.file_stem().is_some_and(|name| name == "tests" || name == "catalogues");
            if place.is_dir() {
                files.extend(fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path()));
            } else if place.extension().is_some_and(|extension| extension == "rs") && !is_test {
                let code = fs::read_to_string(&place).unwrap();
                let code = code.split("\n#[cfg(test)]\nmod tests {").next().unwrap().to_owned();
                found.push((place, code));
            }
        }
        found
    }

    #[test]
    fn every_message_is_used() {
        let mut unused: BTreeSet<String> = messages(own_file::BUILT_IN).into_keys().collect();
        for label in Label::ALL {
            unused.remove(label.key());
        }
        for (_, code) in sources() {
            for key in named_in(&code) {
                unused.remove(&key);
            }
        }
        assert!(unused.is_empty(), "no code names the messages {unused:?}");
    }

    /// Literals with Chinese characters that are no text of the interface: names of the app and of languages, the letters of
    /// witnesses, a citation, which is the same in every language, and the punctuation of texts.
    const NAMES: [&str; 5] = [
        "i18n/language.rs",
        "comparing/sigla.rs",
        "results/citation.rs",
        "shell/rail.rs",
        "compare/leading_facts.rs",
    ];

    /// Words in Latin letters that are no text of the interface: names of formats, of keys and of measures, and of the app.
    const SYMBOLS: [&str; 9] = ["A", "B", "e", "E<5", "Enter", "G²", "JSON", "SVG", "PNG"];

    /// Returns what is between quotation marks in the code of a line.
    fn literals(line: &str) -> Vec<&str> {
        let code = if line.trim_start().starts_with("//") { "" } else { line };
        code.split('"').skip(1).step_by(2).collect()
    }

    #[test]
    fn all_text_of_the_interface_is_in_the_catalogues() {
        let mut outside = Vec::new();
        for (place, code) in sources() {
            let name = place.to_string_lossy().replace('\\', "/");
            for line in code.lines() {
                let is_chinese =
                    |c: char| crate::text::is_han(c) || "「」『』《》〈〉，。；：、！？（）".contains(c);
                let chinese = literals(line).into_iter().any(|text| text.chars().any(is_chinese));
                let is_name = NAMES.iter().any(|end| name.ends_with(end)) || line.contains("· 對讀");
                // Text as a child of an element, or as an attribute that is read out or shown.
                let node = line.split_once("{ \"").and_then(|(before, after)| {
                    let text = after.split_once("\" }")?.0;
                    let is_child = before.trim().is_empty() || before.trim_end().ends_with('>');
                    (is_child && text.chars().any(char::is_alphabetic)).then_some(text)
                });
                let is_said = node.is_some_and(|text| !SYMBOLS.contains(&text) && !is_name);
                let attribute = ["aria-label=\"", "title=\"", "placeholder=\"", " alt=\""];
                let is_attribute = attribute.iter().any(|start| line.contains(start));
                if (chinese && !is_name) || is_said || is_attribute {
                    outside.push(format!("{name}: {}", line.trim()));
                }
            }
        }
        assert!(outside.is_empty(), "text outside the files of messages:\n{}", outside.join("\n"));
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
