//! `window.duidu`: the JavaScript API. Every function posts a query to the worker, exactly as the page does, and
//! gives a promise of plain values.

mod arguments;
mod comparing;
mod counting;
mod dictionary;
mod scope;
mod session;
mod sessions;
pub(crate) mod settings;
mod texts;

use js_sys::{Array, Error, Function, Object, Promise, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::engine::{Answer, Query, Question};
use crate::view;
use crate::worker::{Client, Failure};
use arguments::{
    InvalidArgument, SegmentOptions, SimilarityOptions, TermsOptions, UnitsOptions, options, string,
};
use counting::{
    CollocatesOptions, CountingOptions, KeynessOptions, KeywordsOptions, KwicOptions, MeasuresOptions,
    NgramsOptions, PhrasesOptions, WordListOptions,
};
use scope::scope_or_all;

pub use comparing::LabelsOf;
pub use sessions::{SessionOpened, SessionTakenBack, Sessions};

/// Puts `window.duidu` in its place.
///
/// `sessions` opens session files for the page as well; `labels` gives the words of a report, which the page has and no
/// function here.
#[expect(clippy::expect_used, reason = "properties can be set on a fresh object and on our own window")]
pub fn install(client: &Client, sessions: &Sessions, labels: LabelsOf) {
    let api = Object::new();
    let set = |name: &str, value: &JsValue| {
        Reflect::set(&api, &name.into(), value).expect("a fresh object takes properties");
    };
    set("version", &crate::VERSION.into());

    let ready = ask(client, Question::Ready.into(), JsValue::UNDEFINED);
    // Whoever awaits `ready` hears of a failure; a page on which nobody does must not report it as unhandled.
    let unheard = Closure::<dyn FnMut(JsValue)>::new(|_| ());
    _ = ready.catch(&unheard);
    unheard.forget();
    set("ready", &ready);

    install_methods(client, &api, &METHODS);
    install_methods(client, &api, &comparing::METHODS);
    comparing::install_export(client, &api, labels);
    let dictionary = Object::new();
    install_methods(client, &dictionary, &dictionary::METHODS);
    set("dictionary", &dictionary);
    texts::install(client, &api);
    session::install(sessions, &api);
    let window = web_sys::window().expect("the page has a window");
    Reflect::set(&window, &"duidu".into(), &api).expect("the window takes properties");
}

/// Puts functions that ask into an object.
#[expect(clippy::expect_used, reason = "properties can be set on a fresh object")]
fn install_methods(client: &Client, object: &Object, methods: &[(&str, Method)]) {
    for &(name, method) in methods {
        let client = client.clone();
        let function = Closure::<dyn Fn(JsValue, JsValue, JsValue) -> Promise>::new(move |a, b, c| {
            match method(&Array::of3(&a, &b, &c)) {
                Ok(query) => ask(&client, query, a),
                Err(error) => Promise::reject(&error_named("InvalidArgument", &error.to_string())),
            }
        });
        Reflect::set(object, &name.into(), &function.into_js_value())
            .expect("a fresh object takes properties");
    }
}

type Method = fn(&Array) -> Result<Query, InvalidArgument>;

/// The functions: each turns its arguments into a query.
const METHODS: [(&str, Method); 15] = [
    ("stories", |args| {
        let options: UnitsOptions = options(&args.get(1), &["mode", "terms"])?;
        Ok(Question::Stories { scope: scope_or_all(&args.get(0))? }.over(options.units()))
    }),
    ("text", |args| Ok(Question::Text { id: string(&args.get(0), "id")? }.into())),
    ("segment", |args| {
        let options: SegmentOptions = options(&args.get(1), &["mode", "terms"])?;
        Ok(options.query(string(&args.get(0), "text")?))
    }),
    ("wordList", counting::<WordListOptions>),
    ("keyness", counting::<KeynessOptions>),
    ("kwic", counting::<KwicOptions>),
    ("collocates", counting::<CollocatesOptions>),
    ("ngrams", counting::<NgramsOptions>),
    ("phrases", counting::<PhrasesOptions>),
    ("measures", counting::<MeasuresOptions>),
    ("keywords", |args| {
        let options: KeywordsOptions = options(&args.get(1), KeywordsOptions::KEYS)?;
        Ok(options.query(string(&args.get(0), "id")?))
    }),
    ("doubts", |args| Ok(Question::Doubts { id: string(&args.get(0), "id")? }.into())),
    ("frequencyRange", |args| {
        let (word, scope) = (string(&args.get(0), "word")?, scope_or_all(&args.get(1))?);
        Ok(Question::FrequencyRange { word, scope }.into())
    }),
    ("terms", |args| {
        let options: TermsOptions = options(&args.get(0), &["scope", "limit", "mode"])?;
        options.query()
    }),
    ("similarity", |args| {
        let scope = scope_or_all(&args.get(0))?;
        let options: SimilarityOptions = options(&args.get(1), &["minRun", "mode", "terms"])?;
        Ok(options.query(scope))
    }),
];

/// A function whose one argument is an object of options.
fn counting<T: CountingOptions + DeserializeOwned>(arguments: &Array) -> Result<Query, InvalidArgument> {
    options::<T>(&arguments.get(0), T::KEYS)?.query()
}

/// Asks, and gives a promise of the answer; `first` is the first argument as the caller passed it.
fn ask(client: &Client, query: Query, first: JsValue) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        let first = first.clone();
        client.ask(query.clone(), move |result| {
            let settled = match result {
                Ok(Answer::DictionaryChange(view::DictionaryChange { unkept: Some(why), .. })) => {
                    reject.call1(&JsValue::UNDEFINED, &dictionary::not_kept(&why))
                }
                Ok(answer) => resolve.call1(&JsValue::UNDEFINED, &value_of(answer, &first)),
                Err(failure) => reject.call1(&JsValue::UNDEFINED, &error_of(&failure)),
            };
            // The functions a promise hands to its executor never throw.
            debug_assert!(settled.is_ok());
        });
    })
}

#[wasm_bindgen(module = "/src/api/tokens.js")]
extern "C" {
    fn tokens(text: &JsValue, starts: &[u32], ends: &[u32], tags: &[u8], names: Vec<String>) -> JsValue;
}

/// What an answer is in JavaScript. Words are cut from the caller's own string, so that not even a lone surrogate,
/// which Rust's strings cannot hold, comes back altered.
fn value_of(answer: Answer, first: &JsValue) -> JsValue {
    match answer {
        Answer::Ready(ready) => plain(&ready),
        Answer::Stories(rows) => plain(&rows),
        Answer::Text(text) => text.into(),
        Answer::Story(story) => plain(&story),
        Answer::Segmentation(view::Segmentation { starts, ends, tags, tag_names }) => {
            tokens(first, &starts, &ends, &tags, tag_names)
        }
        Answer::WordList(list) => plain(&list.rows),
        Answer::Keyness(keyness) => plain(&keyness.rows),
        Answer::Concordance(concordance) => plain(&concordance.rows),
        Answer::Collocates(collocates) => plain(&collocates.rows),
        Answer::Phrases(phrases) => plain(&phrases.rows),
        Answer::Keywords(keywords) => plain(&keywords.rows),
        Answer::Measures(rows) => plain(&rows),
        Answer::Doubts(doubts) => plain(&doubts),
        Answer::FrequencyRange(range) => plain(&range),
        Answer::Terms(terms) => plain(&terms.rows),
        Answer::Segmentations(pair) => plain(&pair),
        Answer::DictionaryEffect(effect) => plain(&effect),
        Answer::DictionaryChange(change) => plain(&dictionary::ChangeValue::from(change)),
        Answer::DictionaryList(list) => plain(&list.rows),
        Answer::WordsAt(words) => plain(&words),
        Answer::Texts(rows) => plain(&rows),
        Answer::TextPage(page) => plain(&page),
        Answer::EncodingPreview(preview) => plain(&preview),
        Answer::TextChange(change) => plain(&change),
        Answer::SessionChange(change) => plain(&change),
        Answer::SessionUndone(undone) => plain(&undone),
        Answer::Cleared(cleared) => plain(&cleared),
        Answer::Similarity(similarity) => plain(&similarity),
        Answer::DotPlot(plot) => plain(&plot),
        Answer::Sources(sources) => plain(&sources),
        Answer::Witnesses(table) => plain(&table),
        Answer::Report(report) => plain(&report),
        Answer::Comparison(comparison) => plain(&ComparisonValue::from(*comparison)),
    }
}

/// A comparison without the two texts, which `text(id)` gives.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ComparisonValue {
    relation: view::Relation,
    reuse: view::Reuse,
    copied: Option<view::Copied>,
    pairs: Vec<view::Pair>,
    only_a: Vec<view::Range>,
    only_b: Vec<view::Range>,
    counts: view::Counts,
    headings: Vec<view::Heading>,
    facts: view::Facts,
}

impl From<view::Comparison> for ComparisonValue {
    fn from(comparison: view::Comparison) -> Self {
        let view::Comparison {
            relation, reuse, copied, pairs, only_a, only_b, counts, headings, facts, ..
        } = comparison;
        Self { relation, reuse, copied, pairs, only_a, only_b, counts, headings, facts }
    }
}

#[expect(clippy::expect_used, reason = "views are plain data; the serializer refuses nothing they hold")]
fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).expect("views are plain data")
}

fn error_of(failure: &Failure) -> JsValue {
    let name = match failure {
        Failure::Engine(error) => error.name(),
        Failure::Worker(failure) => failure.name(),
        Failure::Cancelled => "Cancelled",
    };
    error_named(name, &failure.to_string())
}

fn error_named(name: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name(name);
    error.into()
}
