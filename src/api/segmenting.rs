//! `duidu.segment`, whose mode combines two settings of a query.

use js_sys::Array;

use super::arguments::{options, string};
use crate::engine::{ArgumentError, Query, SegmentOptions};

/// Reads the arguments of `duidu.segment`.
pub(super) fn query(arguments: &Array) -> Result<Query, ArgumentError> {
    let options: SegmentOptions = options(&arguments.get(1), &["mode", "terms"])?;
    Ok(options.query(string(&arguments.get(0), "text")?).into())
}
