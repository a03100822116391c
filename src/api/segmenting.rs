//! `duidu.segment`, whose mode combines two settings of a query.

use js_sys::Array;
use serde::Deserialize;

use super::arguments::{options, string};
use crate::corpus::{Mode, Terms, Units};
use crate::engine::{ArgumentError, Ask, Inside, Query, SegmentQuestion};

#[derive(Default, Deserialize)]
#[serde(default)]
struct SegmentOptions {
    mode: SegmentMode,
    terms: Terms,
}

/// The names of the combinations of [`Units`] and [`Inside`] for callers.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
enum SegmentMode {
    #[default]
    #[serde(alias = "precise")]
    Accurate,
    Fast,
    Character,
    Search,
    Full,
}

/// Reads the arguments of `duidu.segment`.
pub(super) fn query(arguments: &Array) -> Result<Query, ArgumentError> {
    let SegmentOptions { mode, terms } = options(&arguments.get(1), &["mode", "terms"])?;
    let (mode, inside) = match mode {
        SegmentMode::Accurate => (Mode::Accurate, Inside::None),
        SegmentMode::Fast => (Mode::Fast, Inside::None),
        SegmentMode::Character => (Mode::Character, Inside::None),
        SegmentMode::Search => (Mode::Accurate, Inside::Search),
        SegmentMode::Full => (Mode::Fast, Inside::Full),
    };
    let text = string(&arguments.get(0), "text")?;
    Ok(SegmentQuestion { text, inside }.over(Units { mode, terms }).into())
}
