//! The JavaScript API, `window.duidu`. Every function posts a query to the worker, exactly as the page does, and
//! returns a promise of plain values.
//!
//! Most functions come from the table of questions: their arguments are read by [`crate::engine::call`], and the
//! question writes its answer. The modules below hold those that do more.

mod arguments;
mod comparing;
mod dictionary;
mod segmenting;
mod session;
mod sessions;
pub(crate) mod settings;
mod texts;

use js_sys::{Array, Error, Function, Object, Promise, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::engine::{
    self, Answer, ArgumentError, Ask, CALLS, EditDictionary, Query, Question, ReadyQuestion,
};
use crate::view;
use crate::worker::{Client, Failure, Received, WorkerFailure};
use arguments::plain_values;

pub use comparing::LabelsOf;
pub use sessions::{SessionOpened, SessionTakenBack, Sessions};

/// Installs `window.duidu`.
///
/// `sessions` also opens session files for the page; `labels` returns the words of a report, which only the page has.
#[expect(clippy::expect_used, reason = "properties can be set on a fresh object and on our own window")]
pub fn install(client: &Client, sessions: &Sessions, labels: LabelsOf) {
    let api = Object::new();
    let set = |name: &str, value: &JsValue| {
        Reflect::set(&api, &name.into(), value).expect("a fresh object takes properties");
    };
    set("version", &crate::VERSION.into());

    let ready = ask(client, ReadyQuestion {}.into(), JsValue::UNDEFINED);
    // Callers that await `ready` see a failure; on a page where none does, it must not be reported as unhandled.
    let unheard = Closure::<dyn FnMut(JsValue)>::new(|_| ());
    _ = ready.catch(&unheard);
    unheard.forget();
    set("ready", &ready);

    for &name in CALLS.iter().filter(|name| !name.is_empty()) {
        install_method(client, &api, name, move |arguments| engine::call(name, plain_values(arguments)?));
    }
    install_method(client, &api, "segment", segmenting::query);
    install_export(client, &api, labels);
    let dictionary = Object::new();
    install_methods(client, &dictionary, &dictionary::METHODS);
    set("dictionary", &dictionary);
    texts::install(client, &api);
    session::install(sessions, &api);
    let window = web_sys::window().expect("the page has a window");
    Reflect::set(&window, &"duidu".into(), &api).expect("the window takes properties");
}

/// Adds methods that send queries to an object.
fn install_methods(client: &Client, object: &Object, methods: &[(&str, Method)]) {
    for &(name, method) in methods {
        install_method(client, object, name, method);
    }
}

/// Adds a method that sends a query to an object. It takes at most four arguments; the longest is `moveDifference`.
#[expect(clippy::expect_used, reason = "properties can be set on a fresh object")]
fn install_method(
    client: &Client,
    object: &Object,
    name: &str,
    method: impl Fn(&Array) -> Result<Query, ArgumentError> + 'static,
) {
    let client = client.clone();
    let function = Closure::<dyn Fn(JsValue, JsValue, JsValue, JsValue) -> Promise>::new(
        move |a, b, c, d| match method(&Array::of4(&a, &b, &c, &d)) {
            Ok(query) => ask(&client, query, a),
            Err(error) => Promise::reject(&error_named("InvalidArgument", &error.to_string())),
        },
    );
    Reflect::set(object, &name.into(), &function.into_js_value()).expect("a fresh object takes properties");
}

/// Adds `exportComparison`, which may have to fetch the words of the report before it asks.
#[expect(clippy::expect_used, reason = "properties can be set on a fresh object")]
fn install_export(client: &Client, object: &Object, labels: LabelsOf) {
    let client = client.clone();
    let function = Closure::<dyn Fn(JsValue, JsValue, JsValue) -> Promise>::new(move |a, b, c| {
        let client = client.clone();
        future_to_promise(async move {
            match comparing::query(&Array::of3(&a, &b, &c), labels).await {
                Ok(query) => JsFuture::from(ask(&client, query, a)).await,
                Err(error) => Err(error_named("InvalidArgument", &error.to_string())),
            }
        })
    });
    Reflect::set(object, &"exportComparison".into(), &function.into_js_value())
        .expect("a fresh object takes properties");
}

type Method = fn(&Array) -> Result<Query, ArgumentError>;

/// Sends a query and returns a promise of the answer; `first` is the first argument as the caller passed it.
fn ask(client: &Client, query: Query, first: JsValue) -> Promise {
    Promise::new(&mut |resolve: Function, reject: Function| {
        let (first, query) = (first.clone(), query.clone());
        let settle = move |result: Result<Received, Failure>| {
            let value = result.map_err(|failure| error_of(&failure)).and_then(|it| value_of(it, &first));
            let settled = match value {
                Ok(value) => resolve.call1(&JsValue::UNDEFINED, &value),
                Err(error) => reject.call1(&JsValue::UNDEFINED, &error),
            };
            // The functions a promise passes to its executor never throw.
            debug_assert!(settled.is_ok());
        };
        if matches!(query.question, Question::Segment(_)) {
            client.send(query, move |result| settle(result.map(Received::types)));
        } else {
            client.send_for_json(query, settle);
        }
    })
}

#[wasm_bindgen(module = "/src/api/values.js")]
extern "C" {
    fn tokens(text: &JsValue, starts: &[u32], ends: &[u32], tags: &[u8], names: Vec<String>) -> JsValue;
    fn parsed(json: &Uint8Array) -> JsValue;
}

/// Returns an answer as a JavaScript value, or the error that it means for a caller.
fn value_of(received: Received, first: &JsValue) -> Result<JsValue, JsValue> {
    match received {
        Received::Json(json) => Ok(parsed(&json)),
        Received::Types(answer) => typed_value(*answer, first),
    }
}

/// Returns an answer of the page's own types as a JavaScript value.
#[expect(clippy::expect_used, reason = "views are plain data; the serializer refuses nothing they hold")]
fn typed_value(answer: Answer, first: &JsValue) -> Result<JsValue, JsValue> {
    match answer {
        // Words are cut from the caller's own string, so that not even a lone surrogate, which Rust's strings cannot hold, is
        // altered.
        Answer::Segment(view::Segmentation { starts, ends, tags, tag_names }) => {
            Ok(tokens(first, &starts, &ends, &tags, tag_names))
        }
        Answer::EditDictionary(view::DictionaryChange { unkept: Some(why), .. }) => {
            Err(dictionary::not_kept(&why))
        }
        Answer::EditDictionary(change) => {
            Ok(EditDictionary::write(&change, &serializer()).expect("views are plain data"))
        }
        _ => Err(error_of(&Failure::Worker(WorkerFailure::WrongAnswer))),
    }
}

#[expect(clippy::expect_used, reason = "views are plain data; the serializer refuses nothing they hold")]
fn plain(value: &impl Serialize) -> JsValue {
    value.serialize(&serializer()).expect("views are plain data")
}

fn serializer() -> serde_wasm_bindgen::Serializer {
    serde_wasm_bindgen::Serializer::json_compatible()
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
