//! Functions of `window.duidu` that lay stories beside each other.

use std::num::NonZeroU32;

use js_sys::{Array, Function, Promise, Reflect};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

use super::arguments::{InvalidArgument, is_absent, options, read, string};
use super::scope::scope_or_all;
use super::{Method, ask, error_named};
use crate::compare::MINIMUM_RUN;
use crate::corpus::{Mode, Terms, Units};
use crate::engine::{
    ComparisonFile, ComparisonFormat, ComparisonOptions, Query, Question, ReportQuestion, SourcesQuestion,
    WitnessesQuestion,
};
use crate::view::export::{Labels, PassageAddress};
use crate::worker::Client;

/// The words of a report in the language of a tag; in the page's own for an empty one.
pub type LabelsOf = fn(&str) -> Labels;

/// The functions: each turns its arguments into a query.
pub(super) const METHODS: [(&str, Method); 5] = [
    ("compare", |args| {
        let options: CompareOptions = options(&args.get(2), CompareOptions::KEYS)?;
        let (a, b) = (string(&args.get(0), "a")?, string(&args.get(1), "b")?);
        let minimum_run = options.min_run.map(NonZeroU32::get);
        let CompareOptions { fold_variants, ignore_punctuation, .. } = options;
        Ok(Question::Compare { a, b, fold_variants, ignore_punctuation, minimum_run }.over(options.units()))
    }),
    ("dotPlot", |args| {
        let options: SourcesOptions = options(&args.get(2), &["minRun"])?;
        let (a, b) = (string(&args.get(0), "a")?, string(&args.get(1), "b")?);
        Ok(Question::DotPlot { a, b, minimum_run: options.minimum_run() }.into())
    }),
    ("sources", |args| {
        let options: SourcesOptions = options(&args.get(2), &["partners", "minRun"])?;
        let (id, scope) = (string(&args.get(0), "id")?, scope_or_all(&args.get(1))?);
        let partners = options.partners.unwrap_or(SourcesQuestion::PARTNERS);
        let minimum_run = options.minimum_run();
        Ok(Question::Sources(SourcesQuestion { id, scope, partners, minimum_run }).into())
    }),
    ("witnesses", |args| {
        let options: CompareOptions = options(&args.get(1), CompareOptions::WITH_BASE)?;
        let ids = ids(&args.get(0))?;
        let base = match &options.base {
            None => 0,
            Some(base) => place(&ids, base)?,
        };
        Ok(Question::Witnesses(WitnessesQuestion { ids, base, options: options.kept() })
            .over(options.units()))
    }),
    ("report", |args| {
        let options: CompareOptions = options(&args.get(1), CompareOptions::KEYS)?;
        let question = ReportQuestion { ids: ids(&args.get(0))?, options: options.kept() };
        Ok(Question::Report(question).over(options.units()))
    }),
];

/// Puts `exportComparison` into an object; the words of a report are the page's.
#[expect(clippy::expect_used, reason = "properties can be set on a fresh object")]
pub(super) fn install_export(client: &Client, object: &js_sys::Object, labels: LabelsOf) {
    let client = client.clone();
    let function = Closure::<dyn Fn(JsValue, JsValue, JsValue) -> Promise>::new(
        move |ids, format, options| match export(&Array::of3(&ids, &format, &options), labels) {
            Ok(query) => ask(&client, query, ids),
            Err(error) => Promise::reject(&error_named("InvalidArgument", &error.to_string())),
        },
    );
    let function: Function = function.into_js_value().unchecked_into();
    Reflect::set(object, &"exportComparison".into(), &function).expect("a fresh object takes properties");
}

fn export(args: &Array, labels: LabelsOf) -> Result<Query, InvalidArgument> {
    let ids = ids(&args.get(0))?;
    let format: ComparisonFormat = read(&args.get(1), "format")?;
    let options: CompareOptions = options(&args.get(2), CompareOptions::WITH_LANGUAGE)?;
    let mut labels = labels(options.language.as_deref().unwrap_or_default());
    let passage = options.passage.as_deref().filter(|passage| !passage.is_empty());
    labels.passage = passage.map(PassageAddress::parse).transpose().map_err(|error| InvalidArgument {
        name: "passage",
        reason: error.to_string(),
    })?;
    let file = ComparisonFile { ids, format, options: options.kept(), labels };
    Ok(Question::ExportComparison(file).over(options.units()))
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct CompareOptions {
    fold_variants: bool,
    ignore_punctuation: bool,
    min_run: Option<NonZeroU32>,
    base: Option<String>,
    language: Option<String>,
    passage: Option<String>,
    mode: Mode,
    terms: Terms,
}

impl CompareOptions {
    const KEYS: &[&str] = &["foldVariants", "ignorePunctuation", "minRun", "mode", "terms"];
    const WITH_BASE: &[&str] = &["base", "foldVariants", "ignorePunctuation", "mode", "terms"];
    const WITH_LANGUAGE: &[&str] =
        &["language", "passage", "foldVariants", "ignorePunctuation", "minRun", "mode", "terms"];

    fn units(&self) -> Units {
        Units { mode: self.mode, terms: self.terms }
    }

    fn kept(&self) -> ComparisonOptions {
        ComparisonOptions {
            fold_variants: self.fold_variants,
            ignore_punctuation: self.ignore_punctuation,
            minimum_run: self.min_run.map_or(MINIMUM_RUN, NonZeroU32::get),
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct SourcesOptions {
    partners: Option<u32>,
    min_run: Option<NonZeroU32>,
}

impl SourcesOptions {
    fn minimum_run(&self) -> u32 {
        self.min_run.map_or(SourcesQuestion::MINIMUM_RUN, NonZeroU32::get)
    }
}

/// A list of ids.
fn ids(value: &JsValue) -> Result<Vec<String>, InvalidArgument> {
    if is_absent(value) || !Array::is_array(value) {
        return Err(InvalidArgument { name: "ids", reason: "pass an array of ids".to_owned() });
    }
    read(value, "ids")
}

/// Where an id stands among others.
fn place(ids: &[String], id: &str) -> Result<u32, InvalidArgument> {
    let at = ids.iter().position(|known| known == id).and_then(|at| u32::try_from(at).ok());
    at.ok_or_else(|| InvalidArgument { name: "base", reason: format!("“{id}” is not among the ids") })
}
