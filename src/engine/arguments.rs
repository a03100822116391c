//! The arguments of a function of `window.duidu`, read into a question; refused with a sentence if any of them would be
//! ignored.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use thiserror::Error;

use super::{Ask, Query};
use crate::corpus::{Mode, Terms, Units};

/// An argument that cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{name}` cannot be read: {reason}")]
pub struct ArgumentError {
    /// The argument.
    pub name: &'static str,
    /// The reason, with what to pass instead.
    pub reason: String,
}

impl ArgumentError {
    /// Returns the error of an argument.
    pub fn of(name: &'static str, reason: String) -> Self {
        Self { name, reason }
    }
}

/// The units that a caller names among the other keys.
#[derive(Default, Deserialize)]
#[serde(default)]
struct GivenUnits {
    mode: Mode,
    terms: Terms,
}

/// Reads a question: the positional arguments in their order, then one object with the other keys. Absent arguments
/// are `null`.
pub(super) fn read<Q: Ask + DeserializeOwned>(arguments: Vec<Value>) -> Result<Query<Q>, ArgumentError> {
    let mut arguments = arguments.into_iter();
    let mut fields = Map::new();
    for name in Q::POSITIONAL {
        match arguments.next() {
            None | Some(Value::Null) => {}
            Some(value) => {
                fields.insert((*name).to_owned(), value);
            }
        }
    }
    let options = options(arguments.next())?;
    let mut units = Map::new();
    for (key, value) in options {
        if Q::POSITIONAL.contains(&key.as_str()) {
            return Err(ArgumentError::of("options", format!("“{key}” is passed before the options")));
        }
        let into = if Q::UNITS.contains(&key.as_str()) { &mut units } else { &mut fields };
        into.insert(key, value);
    }
    let GivenUnits { mode, terms } = parse("options", units)?;
    let question: Q = parse("options", fields)?;
    question.check()?;
    Ok(question.over(Units { mode, terms }))
}

/// Returns the keys of an object of options; none if it is absent. A key whose value is `null` is dropped.
fn options(given: Option<Value>) -> Result<Map<String, Value>, ArgumentError> {
    match given {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(fields)) => Ok(fields.into_iter().filter(|(_, value)| !value.is_null()).collect()),
        Some(_) => Err(ArgumentError::of("options", "pass an object".to_owned())),
    }
}

fn parse<T: DeserializeOwned>(name: &'static str, fields: Map<String, Value>) -> Result<T, ArgumentError> {
    serde_json::from_value(Value::Object(fields)).map_err(|error| ArgumentError::of(name, error.to_string()))
}
