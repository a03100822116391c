//! Conversion of the values that callers pass to `window.duidu` for the engine.

use js_sys::{Array, Object};
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};

use crate::engine::ArgumentError;

/// Reads arguments as plain values; an absent one is `null`.
pub(super) fn plain_values(arguments: &Array) -> Result<Vec<Value>, ArgumentError> {
    arguments.iter().map(|argument| plain_value(&argument)).collect()
}

fn plain_value(argument: &JsValue) -> Result<Value, ArgumentError> {
    serde_wasm_bindgen::from_value(argument.clone()).map_err(|error| {
        ArgumentError::of("arguments", format!("pass plain strings, numbers, lists and objects ({error})"))
    })
}

/// Reads a string.
pub(super) fn string(value: &JsValue, name: &'static str) -> Result<String, ArgumentError> {
    value.as_string().ok_or_else(|| ArgumentError::of(name, "pass a string".to_owned()))
}

/// Reads an object of options, which may have only these keys: a misspelt one must not be ignored silently.
pub(super) fn options<T: DeserializeOwned>(value: &JsValue, keys: &[&str]) -> Result<T, ArgumentError> {
    let invalid = |reason: String| ArgumentError::of("options", reason);
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

/// Reads a value of a named argument.
pub(super) fn read<T: DeserializeOwned>(value: &JsValue, name: &'static str) -> Result<T, ArgumentError> {
    serde_wasm_bindgen::from_value(value.clone()).map_err(|error| ArgumentError::of(name, error.to_string()))
}

/// Returns true for `undefined` and `null`.
pub(super) fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}
