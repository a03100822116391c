//! `duidu.exportComparison`, whose files use the page's words.

use std::pin::Pin;

use js_sys::Array;
use serde_json::{Map, Value};

use super::arguments::{plain_values, read};
use crate::engine::{self, ArgumentError, ComparisonFile, ComparisonFormat, Query, Question};
use crate::view::export::{Labels, PassageAddress};

/// A function that promises the words of a report in the language of a tag; in the page's own for an empty one.
pub type LabelsOf = fn(String) -> Pin<Box<dyn Future<Output = Labels>>>;

/// Reads the arguments: ids, a format, and the options of a report with a language and the address of a passage.
pub(super) async fn query(arguments: &Array, labels: LabelsOf) -> Result<Query, ArgumentError> {
    let format: ComparisonFormat = read(&arguments.get(1), "format")?;
    let mut values = plain_values(arguments)?;
    let mut options = values.pop().unwrap_or_default();
    let mut words = |key: &'static str| match options
        .as_object_mut()
        .and_then(|options: &mut Map<_, _>| options.remove(key))
    {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(words)) => Ok(words),
        Some(_) => Err(ArgumentError::of(key, "pass a string".to_owned())),
    };
    let language = words("language")?;
    let passage = Some(words("passage")?).filter(|passage| !passage.is_empty());
    let passage = passage
        .map(|passage| PassageAddress::parse(&passage))
        .transpose()
        .map_err(|error| ArgumentError::of("passage", error.to_string()))?;
    let labels = Labels { passage, ..labels(language).await };
    let ids = values.swap_remove(0);
    let Query { question, units } = engine::call("report", vec![ids, options])?;
    let Question::Report(report) = question else {
        return Err(ArgumentError::of("function", "the report is not among the questions".to_owned()));
    };
    Ok(Query { question: Question::ExportComparison(ComparisonFile { report, format, labels }), units })
}
