//! The key of a message, checked while the code is compiled.

use std::cmp::Ordering;

use crate::view::export::Label;

/// The keys that both languages have, sorted. Only constants are checked with it, so no program contains it.
const KEYS: &[&str] = include!(concat!(env!("OUT_DIR"), "/message_keys.rs"));

/// The key of a message that exists in both languages; [`key!`] makes one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MessageKey(&'static str);

impl MessageKey {
    /// Checks a key. To be called while compiling only, which [`key!`] makes sure of.
    pub(in crate::ui) const fn checked(key: &'static str) -> Self {
        assert!(is_known(key), "not a key of both zh-Hant-HK.ftl and en.ftl");
        Self(key)
    }

    /// Returns the key of a label of the report.
    pub fn of(label: Label) -> Self {
        Self(label.key())
    }

    /// Returns the key as it is written in the files of messages.
    pub fn name(self) -> &'static str {
        self.0
    }
}

impl From<MessageKey> for yew::virtual_dom::Key {
    fn from(key: MessageKey) -> Self {
        Self::from(key.0)
    }
}

/// Makes a [`MessageKey`] of a literal. A literal that is no key in both languages does not compile.
macro_rules! key {
    ($key:literal) => {{
        // An item, since an inline constant would be evaluated only when code is generated.
        const KEY: $crate::ui::i18n::MessageKey = $crate::ui::i18n::MessageKey::checked($key);
        KEY
    }};
}

pub(in crate::ui) use key;

/// Checks the keys of the report's labels, of which [`MessageKey::of`] makes keys.
const _: () = {
    let mut place = 0;
    while place < Label::ALL.len() {
        MessageKey::checked(Label::ALL[place].key());
        place += 1;
    }
};

/// Returns true if both languages have a key.
const fn is_known(key: &str) -> bool {
    let (mut low, mut high) = (0, KEYS.len());
    while low < high {
        let middle = low.midpoint(high);
        match compare(KEYS[middle].as_bytes(), key.as_bytes()) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return true,
        }
    }
    false
}

/// Compares two byte strings; the operators cannot be used in a constant.
const fn compare(one: &[u8], other: &[u8]) -> Ordering {
    let mut place = 0;
    while place < one.len() && place < other.len() {
        if one[place] != other[place] {
            return if one[place] < other[place] { Ordering::Less } else { Ordering::Greater };
        }
        place += 1;
    }
    if one.len() == other.len() {
        Ordering::Equal
    } else if one.len() < other.len() {
        Ordering::Less
    } else {
        Ordering::Greater
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_known_and_nothing_else() {
        assert!(KEYS.is_sorted());
        assert!(KEYS.iter().all(|key| is_known(key)));
        for other in ["", "view-rea", "view-reads", "no-such-message", "zzz"] {
            assert!(!is_known(other), "{other}");
        }
    }
}
