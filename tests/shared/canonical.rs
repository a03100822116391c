//! The canonical form of an answer, whose digest is compared.

use std::fmt::Write as _;

use serde_json::Value;

/// Writes JSON with the keys of every object in order, and each number that is not an integer as the sixteen
/// hexadecimal digits of its bits, since JavaScript engines print the same number with different digits.
pub(crate) fn canonical(value: &Value, text: &mut String) {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => write!(text, "{value}").unwrap(),
        Value::Number(number) => {
            let number = number.as_f64().unwrap();
            if number.fract() == 0.0
                && number.abs() < 2f64.powi(53)
                && !(number == 0.0 && number.is_sign_negative())
            {
                write!(text, "{}", number as i64).unwrap();
            } else {
                write!(text, "{:016x}", number.to_bits()).unwrap();
            }
        }
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { "," } else { "" });
                canonical(item, text);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort_unstable();
            text.push('{');
            for (at, key) in keys.into_iter().enumerate() {
                write!(text, "{}{}:", if at > 0 { "," } else { "" }, Value::from(key.as_str())).unwrap();
                canonical(&fields[key], text);
            }
            text.push('}');
        }
    }
}
