//! The conversion of byte offsets to UTF-16 code units, the offsets of JavaScript.

/// A translation of the byte offsets of one text to UTF-16 offsets.
///
/// A checkpoint every 64 bytes keeps one look-up to a short scan, whatever order the offsets come in.
#[derive(Debug)]
pub struct Utf16Map<'a> {
    text: &'a str,
    checkpoints: Vec<u32>,
}

const STEP: usize = 64;

impl<'a> Utf16Map<'a> {
    /// Prepares the translation; linear in the text.
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for (offset, byte) in text.bytes().enumerate() {
            if offset % STEP == 0 {
                checkpoints.push(units);
            }
            units += units_begun_by(byte);
        }
        Self { text, checkpoints }
    }

    /// Returns the UTF-16 offset of byte `offset`, which must be on a character boundary.
    pub fn units(&self, offset: u32) -> u32 {
        let offset = offset as usize;
        let checkpoint = (offset / STEP).min(self.checkpoints.len().saturating_sub(1));
        let known = self.checkpoints.get(checkpoint).copied().unwrap_or(0);
        let rest = &self.text.as_bytes()[checkpoint * STEP..offset];
        known + rest.iter().map(|&byte| units_begun_by(byte)).sum::<u32>()
    }
}

/// Returns the number of UTF-16 code units of the character whose first byte this is; 0 for a later byte.
fn units_begun_by(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_the_standard_library(text in "\\PC{0,200}|[一-龥𠀀-𠀯a-z\r\n]{0,200}") {
            let map = Utf16Map::new(&text);
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                prop_assert_eq!(map.units(offset as u32), text[..offset].encode_utf16().count() as u32);
            }
        }
    }
}
