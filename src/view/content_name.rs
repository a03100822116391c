//! The name of an own text or story in addresses, which tells its content.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The name of an own text, such as `u1~7k2mq9x4ab`, or of a story of one, such as `u1-2~7k2mq9x4ab.c8d0f1e2`.
///
/// A number such as `u1` means another text in another browser, or none. An address therefore names content beside the
/// number: `source` is a digest of what was imported, which no edit changes, and `text` one of the story's text as it is
/// now. Together they tell a text that is here from one that is here but was edited since, and from one that is not. The
/// number only chooses among several copies of one text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ContentName {
    /// The id in this browser.
    pub id: String,
    /// A digest of the bytes that were imported.
    pub source: String,
    /// A digest of the story's text; empty for a whole text.
    pub text: String,
}

impl ContentName {
    /// Parses a name, which may have been cut off; `None` for an id, and for anything else.
    pub fn parse(name: &str) -> Option<Self> {
        let (id, digests) = name.split_once('~')?;
        let (source, text) = digests.split_once('.').unwrap_or((digests, ""));
        is_own_id(id).then(|| Self { id: id.to_owned(), source: source.to_owned(), text: text.to_owned() })
    }

    /// Returns the number of the story in its text; empty for a whole text.
    pub fn place(&self) -> &str {
        self.id.split_once('-').map_or("", |(_, place)| place)
    }
}

impl fmt::Display for ContentName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.id, self.source)?;
        if self.text.is_empty() { Ok(()) } else { write!(f, ".{}", self.text) }
    }
}

/// Returns true for the id of an own text, such as `u1`, or of a story of one, such as `u1-2`.
pub fn is_own_id(id: &str) -> bool {
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let (page, place) = id.split_once('-').map_or((id, None), |(page, place)| (page, Some(place)));
    page.strip_prefix('u').is_some_and(is_number) && place.is_none_or(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_back_from_its_writing() {
        for written in ["u1~7k2mq9x4ab", "u12-3~7k2mq9x4ab.c8d0f1e2"] {
            assert_eq!(ContentName::parse(written).map(|name| name.to_string()).as_deref(), Some(written));
        }
        assert_eq!(ContentName::parse("u1-3~x.y").map(|name| name.place().to_owned()).as_deref(), Some("3"));
    }

    #[test]
    fn what_is_cut_off_is_still_a_name_and_an_id_is_none() {
        for written in ["u1~", "u1-1~7k2", "u1-1~7k2mq9x4ab.", "u1-1~7k2mq9x4ab.c8"] {
            assert!(ContentName::parse(written).is_some(), "{written}");
        }
        for written in ["u1-1", "003-1", "003-1~7k2", "u~7k2", "u1-~7k2", "u1-1-1~7", "甲~乙", ""] {
            assert_eq!(ContentName::parse(written), None, "{written}");
        }
    }
}
