//! The events that several stories tell.

use serde::{Deserialize, Serialize};

/// Two or more stories that tell one event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EventView {
    /// The stories, in the order of the corpus.
    pub ids: Vec<String>,
    /// The earliest day of issue among them, as `YYYY-MM-DD`; `None` if none is known.
    pub date: Option<String>,
    /// The headline of the first story that has one; else the beginning of the first.
    pub label: String,
    /// The stories among them that are nearly the same text: one added twice, or an older version of another.
    pub copies: Vec<StoryCopies>,
}

/// Two stories that are nearly the same text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StoryCopies {
    /// The first story, in the order of the corpus.
    pub a: String,
    /// The second.
    pub b: String,
    /// Share of the sentences of `a` that are nearly the same in `b`, 0 to 1, rounded to a millionth.
    pub a_in_b: f64,
    /// Share of the sentences of `b` that are nearly the same in `a`.
    pub b_in_a: f64,
}
