//! What callers pass to `window.duidu`, read leniently where nothing is lost and refused with a sentence where
//! something would be.

use std::num::NonZeroU32;

use js_sys::{Array, Object};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

use super::scope::{ScopeArgument, scope_of};
use crate::compare::MINIMUM_RUN;
use crate::corpus::{Mode, Scope, Terms, Units};
use crate::engine::{Inside, Query, Question};

/// An argument that cannot be read.
#[derive(Debug, Error)]
#[error("`{name}` cannot be read: {reason}")]
pub(super) struct InvalidArgument {
    pub(super) name: &'static str,
    pub(super) reason: String,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct SegmentOptions {
    mode: SegmentMode,
    terms: Terms,
}

/// How callers name what [`Units`] and [`Inside`] say together.
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

/// What functions that count take beside their own options.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct UnitsOptions {
    mode: Mode,
    terms: Terms,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct TermsOptions {
    scope: Option<ScopeArgument>,
    limit: Option<u32>,
    mode: Mode,
}

impl UnitsOptions {
    pub(super) fn units(&self) -> Units {
        Units { mode: self.mode, terms: self.terms }
    }
}

impl SegmentOptions {
    pub(super) fn query(&self, text: String) -> Query {
        let (mode, inside) = match self.mode {
            SegmentMode::Accurate => (Mode::Accurate, Inside::None),
            SegmentMode::Fast => (Mode::Fast, Inside::None),
            SegmentMode::Character => (Mode::Character, Inside::None),
            SegmentMode::Search => (Mode::Accurate, Inside::Search),
            SegmentMode::Full => (Mode::Fast, Inside::Full),
        };
        Question::Segment { text, inside }.over(Units { mode, terms: self.terms })
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct SimilarityOptions {
    min_run: Option<NonZeroU32>,
    mode: Mode,
    terms: Terms,
}

impl SimilarityOptions {
    pub(super) fn query(self, scope: Scope) -> Query {
        let Self { min_run, mode, terms } = self;
        let minimum_run = min_run.map_or(MINIMUM_RUN, NonZeroU32::get);
        Question::Similarity { scope, minimum_run }.over(Units { mode, terms })
    }
}

impl TermsOptions {
    pub(super) fn query(self) -> Result<Query, InvalidArgument> {
        let Self { scope, limit, mode } = self;
        Ok(Question::Terms { scope: scope_of(scope)?, limit }.over(Units { mode, terms: Terms::Coarse }))
    }
}

pub(super) fn string(value: &JsValue, name: &'static str) -> Result<String, InvalidArgument> {
    value.as_string().ok_or_else(|| InvalidArgument { name, reason: "pass a string".to_owned() })
}

/// Reads an object of options, which may hold only these keys: a misspelt one must not be passed over in silence.
pub(super) fn options<T: DeserializeOwned>(value: &JsValue, keys: &[&str]) -> Result<T, InvalidArgument> {
    let invalid = |reason: String| InvalidArgument { name: "options", reason };
    let known = keys.join(", ");
    let given = if is_absent(value) { Object::new().into() } else { value.clone() };
    let Some(object) = given.dyn_ref::<Object>().filter(|object| !Array::is_array(object)) else {
        return Err(invalid(format!("pass an object with {known}")));
    };
    for key in Object::keys(object).iter().filter_map(|key| key.as_string()) {
        if !keys.contains(&key.as_str()) {
            return Err(invalid(format!("“{key}” is unknown here; the keys are {known}")));
        }
    }
    serde_wasm_bindgen::from_value(given).map_err(|error| invalid(error.to_string()))
}

pub(super) fn read<T: DeserializeOwned>(value: &JsValue, name: &'static str) -> Result<T, InvalidArgument> {
    serde_wasm_bindgen::from_value(value.clone())
        .map_err(|error| InvalidArgument { name, reason: error.to_string() })
}

pub(super) fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}
