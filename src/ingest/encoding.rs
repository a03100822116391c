//! Encodings in which Chinese texts are stored.

use serde::{Deserialize, Serialize};

/// An encoding that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, little-endian.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, big-endian.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Big5 with the Hong Kong Supplementary Character Set.
    #[serde(rename = "big5")]
    Big5,
    /// GB 18030, which includes GB 2312 and GBK.
    #[serde(rename = "gb18030")]
    Gb18030,
}

impl Encoding {
    /// All encodings, in the order in which a reader chooses from them.
    pub const ALL: [Self; 5] = [Self::Utf8, Self::Big5, Self::Gb18030, Self::Utf16Le, Self::Utf16Be];

    /// Returns its name in the WHATWG Encoding Standard, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Big5 => "big5",
            Self::Gb18030 => "gb18030",
        }
    }
}
