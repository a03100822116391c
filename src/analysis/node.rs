//! The query of a concordance: words, phrases, patterns and parts of speech, as a reader writes them.
//!
//! A node is one or more items separated by white space, which match adjacent words:
//!
//! | item | matches |
//! |---|---|
//! | `夥伴關係` | that text, if it begins and ends with a word: one word, or several printed without a gap |
//! | `合*`, `?家` | one word in which `*` is any text and `?` any one character; `\*` is the character itself
//! |
//! | `/第[一二三]次?/` | one word that the regular expression matches from end to end |
//! | `[tag=nr]`, `[tag=n*]` | one word of that part of speech |

use regex_lite::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::{fold, is_word_character};

/// Maximum size of a regular expression, in bytes of its compiled form: far beyond anything written by hand.
const REGEX_LIMIT: usize = 1 << 17;

/// A parsed node.
#[derive(Clone, Debug)]
pub struct Node {
    pub(super) items: Vec<NodeItem>,
}

/// One item of a node.
#[derive(Clone, Debug)]
pub(super) enum NodeItem {
    /// A text of whole words.
    Text(String),
    /// One word by its form.
    Form(FormPattern),
    /// One word by its part of speech.
    Tag(Wildcard),
}

/// A pattern for the form of one word.
#[derive(Clone, Debug)]
pub(super) enum FormPattern {
    Wildcard(Wildcard),
    Regex(Regex),
}

/// A pattern for one word, used as a filter: a form, a wildcard or a regular expression.
#[derive(Clone, Debug)]
pub struct WordPattern(FormPattern);

impl WordPattern {
    /// Parses a pattern.
    ///
    /// # Errors
    /// Returns [`NodeError`] if a regular expression cannot be used.
    pub fn parse(text: &str) -> Result<Self, NodeError> {
        let text = text.trim();
        match text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')) {
            Some(inner) if !inner.is_empty() => regex(inner).map(|regex| Self(FormPattern::Regex(regex))),
            _ => Ok(Self(FormPattern::Wildcard(Wildcard::parse(text)))),
        }
    }

    /// Returns true if the pattern matches a word from end to end, in any writing if writings count as one.
    pub fn fits(&self, form: &str, folded: bool) -> bool {
        self.0.fits(form, folded)
    }
}

/// A pattern for any stretch of the plain text.
#[derive(Clone, Debug)]
pub enum TextPattern {
    /// These characters.
    Text(String),
    /// A regular expression, or a text with `*` and `?`.
    Regex(Regex),
}

impl TextPattern {
    /// Parses a pattern: a text in which `*` is any text and `?` any one character, or `/a regular expression/`.
    ///
    /// # Errors
    /// Returns [`NodeError`] if it is empty, or a regular expression cannot be used.
    pub fn parse(text: &str, is_folded: bool) -> Result<Self, NodeError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NodeError::Empty);
        }
        let text = if is_folded { fold(text) } else { text.to_owned() };
        match text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')) {
            Some(inner) if !inner.is_empty() => plain_regex(inner, inner).map(Self::Regex),
            _ if text.contains(['*', '?']) => {
                let escaped = regex_lite::escape(&text).replace("\\*", ".*?").replace("\\?", ".");
                plain_regex(&escaped, &text).map(Self::Regex)
            }
            _ => Ok(Self::Text(text)),
        }
    }

    /// Returns the places of the pattern in a text, none of which is empty.
    pub fn find<'a>(&'a self, text: &'a str) -> Box<dyn Iterator<Item = std::ops::Range<usize>> + 'a> {
        match self {
            Self::Text(wanted) => {
                Box::new(text.match_indices(wanted.as_str()).map(|(at, found)| at..at + found.len()))
            }
            Self::Regex(regex) => {
                Box::new(regex.find_iter(text).map(|found| found.range()).filter(|range| !range.is_empty()))
            }
        }
    }
}

/// Compiles a regular expression that may match anywhere; `item` is as the reader wrote it.
fn plain_regex(inner: &str, item: &str) -> Result<Regex, NodeError> {
    let built = RegexBuilder::new(inner).size_limit(REGEX_LIMIT).nest_limit(50).build();
    built.map_err(|error| regex_error(item, &error))
}

/// A text with `*` and `?`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wildcard(Vec<WildcardPart>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WildcardPart {
    Char(char),
    One,
    Any,
}

/// The reason why a node cannot be searched for.
#[derive(Clone, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NodeError {
    /// The node is empty.
    #[error("the node is empty; give a word")]
    Empty,
    /// An item has no letter, ideograph or digit.
    #[error("“{item}” is punctuation, which is not counted; give a word")]
    Punctuation {
        /// The item.
        item: String,
    },
    /// The regular expression has an error.
    #[error("/{item}/ is no regular expression: {reason}")]
    Regex {
        /// The expression.
        item: String,
        /// The error in it.
        reason: String,
    },
    /// The regular expression is too large.
    #[error("/{item}/ is too large; use fewer or smaller repetitions such as {{1,9}}")]
    RegexTooLarge {
        /// The expression.
        item: String,
    },
}

impl Node {
    /// Parses a node.
    ///
    /// # Errors
    /// Returns [`NodeError`] if the node is empty, an item is punctuation, or a regular expression cannot be
    /// used.
    pub fn parse(text: &str) -> Result<Self, NodeError> {
        let items =
            split(text).into_iter().map(|item| NodeItem::parse(&item)).collect::<Result<Vec<_>, _>>()?;
        if items.is_empty() { Err(NodeError::Empty) } else { Ok(Self { items }) }
    }
}

impl NodeItem {
    fn parse(item: &str) -> Result<Self, NodeError> {
        if let Some(inner) = item.strip_prefix('/').and_then(|rest| rest.strip_suffix('/'))
            && !inner.is_empty()
        {
            return regex(inner).map(|regex| Self::Form(FormPattern::Regex(regex)));
        }
        if let Some(tag) = item.strip_prefix("[tag=").and_then(|rest| rest.strip_suffix(']'))
            && !tag.is_empty()
        {
            return Ok(Self::Tag(Wildcard::parse(tag.trim_matches('"'))));
        }
        let pattern = Wildcard::parse(item);
        match pattern.literal() {
            Some(text) => Self::of_text(text),
            None => Ok(Self::Form(FormPattern::Wildcard(pattern))),
        }
    }

    fn of_text(text: String) -> Result<Self, NodeError> {
        if text.contains(is_word_character) {
            Ok(Self::Text(text))
        } else {
            Err(NodeError::Punctuation { item: text })
        }
    }
}

impl FormPattern {
    /// Returns true if a word matches; if writings count as one word, a wildcard compares folded forms.
    pub(super) fn fits(&self, form: &str, folded: bool) -> bool {
        match self {
            Self::Regex(regex) => regex.is_match(form),
            Self::Wildcard(pattern) if folded => pattern.folded().fits(&fold(form)),
            Self::Wildcard(pattern) => pattern.fits(form),
        }
    }
}

impl Wildcard {
    fn parse(text: &str) -> Self {
        let mut steps = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let step = match c {
                '\\' if chars.peek().is_some_and(|next| "*?\\".contains(*next)) => {
                    WildcardPart::Char(chars.next().unwrap_or(c))
                }
                '*' => WildcardPart::Any,
                '?' => WildcardPart::One,
                c => WildcardPart::Char(c),
            };
            steps.push(step);
        }
        Self(steps)
    }

    /// Returns the text, if it has neither `*` nor `?`.
    fn literal(&self) -> Option<String> {
        let char = |step: &WildcardPart| if let WildcardPart::Char(c) = step { Some(*c) } else { None };
        self.0.iter().map(char).collect()
    }

    fn folded(&self) -> Self {
        let step = |&step: &WildcardPart| match step {
            WildcardPart::Char(c) => WildcardPart::Char(crate::text::fold_char(c)),
            other => other,
        };
        Self(self.0.iter().map(step).collect())
    }

    /// Returns true if the pattern matches all of `text`. Takes at most the product of both lengths in steps.
    pub(super) fn fits(&self, text: &str) -> bool {
        let chars: Vec<char> = text.chars().collect();
        let (mut step, mut at) = (0, 0);
        // The state to resume from if the steps after the last `*` do not match: let it take one more
        // character.
        let mut again: Option<(usize, usize)> = None;
        loop {
            match self.0.get(step) {
                Some(WildcardPart::Any) => {
                    again = Some((step + 1, at));
                    step += 1;
                    continue;
                }
                Some(WildcardPart::One) if at < chars.len() => {
                    (step, at) = (step + 1, at + 1);
                    continue;
                }
                Some(WildcardPart::Char(c)) if chars.get(at) == Some(c) => {
                    (step, at) = (step + 1, at + 1);
                    continue;
                }
                None if at == chars.len() => return true,
                _ => {}
            }
            match again {
                Some((after, taken)) if taken < chars.len() => {
                    again = Some((after, taken + 1));
                    (step, at) = (after, taken + 1);
                }
                _ => return false,
            }
        }
    }
}

/// Splits a text at white space into items; `/…/` and `[…]` may contain white space.
fn split(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut open: Option<char> = None;
    let mut inside = false;
    for c in text.chars() {
        if c.is_whitespace() && open.is_none() {
            inside = false;
            continue;
        }
        if !inside {
            items.push(String::new());
            inside = true;
            open = match c {
                '/' => Some('/'),
                '[' => Some(']'),
                _ => None,
            };
        } else if open == Some(c) && !items.last().is_some_and(|item| item.ends_with('\\')) {
            open = None;
        }
        if let Some(item) = items.last_mut() {
            item.push(c);
        }
    }
    items.into_iter().map(|item| item.trim_end().to_owned()).collect()
}

fn regex(expression: &str) -> Result<Regex, NodeError> {
    // Anchored by the text itself, since the engine has no option for it; the group keeps `a|b` together.
    let built =
        RegexBuilder::new(&format!("^(?:{expression})$")).size_limit(REGEX_LIMIT).nest_limit(50).build();
    built.map_err(|error| regex_error(expression, &error))
}

fn regex_error(item: &str, error: &regex_lite::Error) -> NodeError {
    let (item, reason) = (item.to_owned(), error.to_string());
    // The library has one type for all errors and reports this one in its text only.
    if reason.contains("size") {
        NodeError::RegexTooLarge { item }
    } else {
        NodeError::Regex { item, reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fits(pattern: &str, text: &str) -> bool {
        Wildcard::parse(pattern).fits(text)
    }

    fn error(node: &str) -> NodeError {
        Node::parse(node).unwrap_err()
    }

    #[test]
    fn a_wildcard_is_about_the_whole_word() {
        for (pattern, text, is) in [
            ("合*", "合作", true),
            ("合*", "合", true),
            ("合*", "聯合", false),
            ("*合", "聯合", true),
            ("?合", "聯合", true),
            ("?合", "合", false),
            ("*會*會*", "會長會見會員", true),
            ("a*b*c", "axxbxxbxc", true),
            ("a*b*c", "axxbxxbx", false),
            ("\\*", "*", true),
            ("\\*", "x", false),
            ("", "", true),
        ] {
            assert_eq!(fits(pattern, text), is, "{pattern} {text}");
        }
    }

    #[test]
    fn items_are_parsed_by_their_form() {
        let node = Node::parse("第*  /a b|c/ [tag=n*] 合作 5\\*").unwrap();
        assert!(matches!(
            node.items.as_slice(),
            [NodeItem::Form(FormPattern::Wildcard(_)), NodeItem::Form(FormPattern::Regex(_)), NodeItem::Tag(_), NodeItem::Text(a), NodeItem::Text(b)]
                if a == "合作" && b == "5*"
        ));
    }

    #[test]
    fn a_regex_fits_from_end_to_end() {
        let regex = regex("第[一二三]次|會").unwrap();
        assert!(regex.is_match("第二次") && regex.is_match("會"));
        assert!(!regex.is_match("會議") && !regex.is_match("第二次會"));
    }

    #[test]
    fn unusable_nodes_give_an_error() {
        assert_eq!(error("  "), NodeError::Empty);
        assert_eq!(error("，"), NodeError::Punctuation { item: "，".to_owned() });
        assert!(matches!(error("合作 。"), NodeError::Punctuation { .. }));
        assert!(matches!(error("/(/"), NodeError::Regex { .. }));
        assert!(matches!(error("/(((a{100}){100}){100}){100}/"), NodeError::RegexTooLarge { .. }));
    }

    proptest! {
        #[test]
        fn parsing_never_panics(text in "[一-丁a*?\\\\/\\[\\]=tag ，。(){}]{0,20}") {
            _ = Node::parse(&text);
        }

        /// Compares with the equivalent regular expression.
        #[test]
        fn wildcards_fit_the_same_words_as_the_equivalent_regex(pattern in "[ab*?]{0,8}", text in "[ab]{0,8}") {
            let same = format!("^{}$", pattern.replace('*', ".*").replace('?', "."));
            prop_assert_eq!(fits(&pattern, &text), Regex::new(&same).unwrap().is_match(&text));
        }
    }
}
