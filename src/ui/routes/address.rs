//! The parts of an address: path segments and parameters, percent-encoded.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but plain characters is encoded, so that no part can contain a separator.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Encodes one part of an address.
pub(crate) fn encode(part: &str) -> String {
    utf8_percent_encode(part, RESERVED).to_string()
}

/// Reverses [`encode`]; bytes that are not UTF-8 become U+FFFD, as an address may be typed by hand.
pub(crate) fn decode(part: &str) -> String {
    percent_decode_str(part).decode_utf8_lossy().into_owned()
}

/// A parsed address. Its path is read from the front; its parameters are found by their names.
pub(crate) struct Address {
    path: std::vec::IntoIter<String>,
    /// Values remain encoded, since some have parts of their own.
    parameters: Vec<(String, String)>,
}

impl Address {
    pub(super) fn parse(hash: &str) -> Self {
        let address = hash.trim_start_matches('#');
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let path: Vec<String> = path.split('/').filter(|segment| !segment.is_empty()).map(decode).collect();
        let parameters = query
            .split('&')
            .filter_map(|parameter| parameter.split_once('='))
            .map(|(name, value)| (decode(name), value.to_owned()))
            .collect();
        Self { path: path.into_iter(), parameters }
    }

    /// Takes the next segment of the path.
    pub(super) fn segment(&mut self) -> Option<String> {
        self.path.next()
    }

    /// Returns true once the whole path has been read.
    pub(super) fn is_read(&self) -> bool {
        self.path.len() == 0
    }

    /// Returns the encoded value of the first parameter of this name.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// A builder of addresses.
pub(crate) struct AddressWriter {
    view: &'static str,
    segments: Vec<String>,
    parameters: String,
}

impl AddressWriter {
    pub(crate) fn at(view: &'static str) -> Self {
        Self { view, segments: Vec::new(), parameters: String::new() }
    }

    pub(super) fn segment(&mut self, segment: &str) {
        self.segments.push(encode(segment));
    }

    /// Appends a parameter whose value is already encoded.
    pub(super) fn parameter(&mut self, name: &str, value: &str) {
        self.parameters.push(if self.parameters.is_empty() { '?' } else { '&' });
        self.parameters += name;
        self.parameters.push('=');
        self.parameters += value;
    }

    /// Returns the address. An address without any story ends after the name of the view.
    pub(crate) fn finish(self) -> String {
        let mut address = format!("#/{}", self.view);
        if self.segments.iter().any(|segment| !segment.is_empty()) {
            for segment in &self.segments {
                address.push('/');
                address += segment;
            }
        }
        address + &self.parameters
    }
}
