//! The address of a passage that a report links to, which cannot run code.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::view::Range;

/// An address in which `{id}`, `{start}` and `{end}` represent a passage.
///
/// It is an `http` or `https` address, one that begins with `#`, or a relative one. Anyone who opens the file may
/// follow its links, so nothing else is accepted: a scheme such as `javascript:` would run code inside the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PassageAddress(String);

/// An address that no report may link to.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error(
    "“{address}” is no address to link to; give one that begins with http://, https:// or #, or a relative one"
)]
pub struct UnsafeAddress {
    /// The rejected address.
    pub address: String,
}

/// The characters of an id to encode; the others may occur in any part of an address.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl PassageAddress {
    /// Parses an address.
    ///
    /// # Errors
    /// [`UnsafeAddress`] if it has another scheme, or none and another host (`//host/…`: in a file opened from a disk,
    /// a computer that the reader's would log in to). Browsers remove all tabs and line feeds, and leading
    /// spaces and control characters, before they look for a scheme, and read `\` as `/`: none may occur.
    pub fn parse(address: &str) -> Result<Self, UnsafeAddress> {
        let is_plain = !address.contains(|c: char| c.is_control() || c.is_whitespace() || c == '\\');
        let scheme = address.split(['/', '?', '#']).next().and_then(|before| before.split_once(':'));
        let is_safe = match scheme {
            Some((scheme, _)) => ["http", "https"].iter().any(|known| {
                scheme.eq_ignore_ascii_case(known)
                    && address.get(known.len()..).is_some_and(|rest| rest.starts_with("://"))
            }),
            None => !address.is_empty() && !address.starts_with("//"),
        };
        if is_plain && is_safe {
            Ok(Self(address.to_owned()))
        } else {
            Err(UnsafeAddress { address: address.to_owned() })
        }
    }

    /// Returns the address of one passage.
    pub(super) fn of(&self, id: &str, passage: Range) -> String {
        let id = utf8_percent_encode(id, ENCODED).to_string();
        let address = self.0.replace("{id}", &id);
        address.replace("{start}", &passage.start.to_string()).replace("{end}", &passage.end.to_string())
    }
}

impl TryFrom<String> for PassageAddress {
    type Error = UnsafeAddress;

    fn try_from(address: String) -> Result<Self, UnsafeAddress> {
        Self::parse(&address)
    }
}

impl From<PassageAddress> for String {
    fn from(address: PassageAddress) -> Self {
        address.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_lead_somewhere_are_taken() {
        for address in [
            "http://localhost:8080/#/read/{id}?at={start}",
            "HTTPS://example.org/a/b?c=d:e#f",
            "#/read/{id}?at={start}-{end}",
            "read.html?id={id}&at={start}",
            "./{id}.html#{start}",
            "/archive/{id}",
            "?story={id}:{start}",
            "{id}",
            "報道/{id}.html",
        ] {
            assert!(PassageAddress::parse(address).is_ok(), "{address}");
        }
    }

    #[test]
    fn what_could_run_or_reach_another_computer_is_refused() {
        for address in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "\u{0}https://example.org",
            "{id}:alert(1)",
            "javascript{id}:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox",
            "file:///etc/passwd",
            "blob:https://example.org/x",
            "about:blank",
            "http:javascript",
            "https:example.org",
            "//example.org/{id}",
            "\\\\example.org\\{id}",
            "/\\example.org",
            "https://example.org/a b",
            "",
        ] {
            let error = PassageAddress::parse(address).unwrap_err();
            assert!(error.to_string().contains("http://, https:// or #"), "{address}");
        }
    }

    #[test]
    fn an_id_cannot_change_what_an_address_is() {
        let address = PassageAddress::parse("{id}?at={start}-{end}").unwrap();
        let passage = Range { start: 3, end: 12 };
        assert_eq!(address.of("javascript:alert(1)", passage), "javascript%3Aalert%281%29?at=3-12");
        assert_eq!(address.of("u1-2", passage), "u1-2?at=3-12");
    }
}
