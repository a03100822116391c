//! What callers pass to `window.duidu`, read leniently where nothing is lost and refused with a sentence where
//! something would be.

use js_sys::{Array, Object};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

use crate::corpus::{BlockKinds, Mode, Scope, StoryFilter, Terms, Units};
use crate::engine::{Inside, Query, Question};
use crate::view::KeynessMeasure;

/// An argument that cannot be read.
#[derive(Debug, Error)]
#[error("`{name}` cannot be read: {reason}")]
pub(super) struct InvalidArgument {
    name: &'static str,
    reason: String,
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
pub(super) struct WordListOptions {
    scope: Option<ScopeArgument>,
    stop_words: bool,
    min_frequency: u32,
    limit: Option<u32>,
    mode: Mode,
    terms: Terms,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeynessOptions {
    target: ScopeArgument,
    reference: ScopeArgument,
    #[serde(default)]
    measure: KeynessMeasure,
    #[serde(default)]
    min_frequency: u32,
    limit: Option<u32>,
    #[serde(default)]
    mode: Mode,
    #[serde(default)]
    terms: Terms,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KwicOptions {
    node: String,
    scope: Option<ScopeArgument>,
    context: Option<u32>,
    limit: Option<u32>,
    #[serde(default)]
    mode: Mode,
    #[serde(default)]
    terms: Terms,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct CompareOptions {
    fold_variants: bool,
    ignore_punctuation: bool,
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

/// Characters of context on each side when the caller names no number.
const CONTEXT: u32 = 20;

/// `"all"`, a list of ids, or conditions on a story.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a scope is \"all\", a list of ids, or { stories, paper, page, from, to, blocks }: lists of strings under stories and blocks, else a string"
)]
enum ScopeArgument {
    Name(String),
    Ids(Vec<String>),
    Filter(Filter),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Filter {
    stories: Option<Vec<String>>,
    blocks: Option<Vec<String>>,
    paper: Option<String>,
    page: Option<String>,
    from: Option<String>,
    to: Option<String>,
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

impl CompareOptions {
    pub(super) fn query(self, a: String, b: String) -> Query {
        let Self { fold_variants, ignore_punctuation, mode, terms } = self;
        Question::Compare { a, b, fold_variants, ignore_punctuation }.over(Units { mode, terms })
    }
}

impl WordListOptions {
    pub(super) fn query(self) -> Result<Query, InvalidArgument> {
        let Self { scope, stop_words, min_frequency, limit, mode, terms } = self;
        let question = Question::WordList { scope: scope_of(scope)?, stop_words, min_frequency, limit };
        Ok(question.over(Units { mode, terms }))
    }
}

impl KeynessOptions {
    pub(super) fn query(self) -> Result<Query, InvalidArgument> {
        let Self { target, reference, measure, min_frequency, limit, mode, terms } = self;
        let (target, reference) = (target.scope()?, reference.scope()?);
        let question = Question::Keyness { target, reference, measure, min_frequency, limit };
        Ok(question.over(Units { mode, terms }))
    }
}

impl KwicOptions {
    pub(super) fn query(self) -> Result<Query, InvalidArgument> {
        let Self { node, scope, context, limit, mode, terms } = self;
        let (scope, context) = (scope_of(scope)?, context.unwrap_or(CONTEXT));
        Ok(Question::Concordance { node, scope, context, limit }.over(Units { mode, terms }))
    }
}

impl TermsOptions {
    pub(super) fn query(self) -> Result<Query, InvalidArgument> {
        let Self { scope, limit, mode } = self;
        Ok(Question::Terms { scope: scope_of(scope)?, limit }.over(Units { mode, terms: Terms::Coarse }))
    }
}

impl ScopeArgument {
    fn scope(self) -> Result<Scope, InvalidArgument> {
        match self {
            Self::Name(name) if name == "all" => Ok(Scope::All),
            Self::Name(name) => Err(scope_error(format!(
                "“{name}” is no scope; pass \"all\", a list of ids, or {{ stories, paper, page, from, to, blocks }}"
            ))),
            Self::Ids(ids) => Ok(Scope::Stories(ids)),
            Self::Filter(filter) => filter.scope(),
        }
    }
}

impl Filter {
    fn scope(self) -> Result<Scope, InvalidArgument> {
        let Self { stories, blocks, paper, page, from, to } = self;
        let filter = StoryFilter { paper, page, from, to };
        let whole = match stories {
            None => Scope::Filter(filter),
            Some(ids) if filter == StoryFilter::default() => Scope::Stories(ids),
            Some(_) => {
                return Err(scope_error(
                    "stories are named, so leave out paper, page, from and to".to_owned(),
                ));
            }
        };
        let Some(names) = blocks else { return Ok(whole) };
        let kind = |name: &String| {
            BlockKinds::named(name).ok_or_else(|| {
                let known: Vec<&str> = BlockKinds::all_names().collect();
                scope_error(format!("“{name}” is no kind of block; the kinds are {}", known.join(", ")))
            })
        };
        let kinds = BlockKinds::of(names.iter().map(kind).collect::<Result<Vec<_>, _>>()?);
        Ok(Scope::Parts { kinds, of: Box::new(whole) })
    }
}

/// A scope that may be left out, which means every story.
pub(super) fn scope_or_all(value: &JsValue) -> Result<Scope, InvalidArgument> {
    let argument: Option<ScopeArgument> = if is_absent(value) { None } else { Some(read(value, "scope")?) };
    scope_of(argument)
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

fn read<T: DeserializeOwned>(value: &JsValue, name: &'static str) -> Result<T, InvalidArgument> {
    serde_wasm_bindgen::from_value(value.clone())
        .map_err(|error| InvalidArgument { name, reason: error.to_string() })
}

fn scope_of(argument: Option<ScopeArgument>) -> Result<Scope, InvalidArgument> {
    argument.map_or(Ok(Scope::All), ScopeArgument::scope)
}

fn scope_error(reason: String) -> InvalidArgument {
    InvalidArgument { name: "scope", reason }
}

fn is_absent(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}
