//! The parts of an address: path segments and parameters, percent-encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{parts, scope};
use crate::corpus::{Mode, Scope, Terms, Units};

/// Everything but plain characters is encoded, so that no part can contain a separator.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Encodes one part of an address.
pub(super) fn encode(part: &str) -> String {
    utf8_percent_encode(part, RESERVED).to_string()
}

/// Reverses [`encode`]; bytes that are not UTF-8 become U+FFFD, as an address may be typed by hand.
pub(super) fn decode(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

/// A parsed address.
pub(super) struct Address {
    pub(super) path: Vec<String>,
    /// Values remain encoded, since some have parts of their own.
    parameters: Vec<(String, String)>,
}

impl Address {
    pub(super) fn parse(hash: &str) -> Self {
        let address = hash.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path = path.split('/').filter(|segment| !segment.is_empty()).map(decode).collect();
        let parameters = query
            .split('&')
            .filter_map(|parameter| parameter.split_once('='))
            .map(|(name, value)| (decode(name), value.to_owned()))
            .collect();
        Self { path, parameters }
    }

    pub(super) fn raw(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.raw(name).map(decode)
    }

    pub(super) fn count(&self, name: &str) -> Option<u32> {
        self.raw(name)?.parse().ok()
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.raw(name) == Some("1")
    }

    pub(super) fn scope(&self, name: &str) -> Scope {
        self.raw(name).map_or(Scope::All, scope::parse)
    }

    /// Reads the units of segmentation; unknown values give the default.
    pub(super) fn units(&self) -> Units {
        let known = |mode: &Mode| self.raw("mode") == Some(parts::mode_parameter(*mode));
        let coarse = self.raw("terms") == parts::terms_parameter(Terms::Coarse);
        let terms = if coarse { Terms::Coarse } else { Terms::Fine };
        Units { mode: Mode::ALL.into_iter().find(known).unwrap_or_default(), terms }
    }
}

/// A builder of addresses.
pub(super) struct AddressWriter(String);

impl AddressWriter {
    pub(super) fn at(path: &[&str]) -> Self {
        Self(path.iter().fold("#".to_owned(), |address, segment| address + "/" + &encode(segment)))
    }

    /// Appends a value that is already encoded, if there is one.
    pub(super) fn raw(mut self, name: &str, value: Option<String>) -> Self {
        if let Some(value) = value {
            self.0.push(if self.0.contains('?') { '&' } else { '?' });
            self.0 += name;
            self.0.push('=');
            self.0 += &value;
        }
        self
    }

    pub(super) fn text(self, name: &str, value: Option<&str>) -> Self {
        self.raw(name, value.map(encode))
    }

    pub(super) fn number(self, name: &str, value: Option<u32>) -> Self {
        self.raw(name, value.map(|value| value.to_string()))
    }

    pub(super) fn flag(self, name: &str, value: bool) -> Self {
        self.raw(name, value.then(|| "1".to_owned()))
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}
