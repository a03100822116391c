//! Own texts in `window.duidu`. Every change is in force and stored when its promise resolves.

use js_sys::{ArrayBuffer, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::arguments::{is_absent, options, string};
use super::{error_named, error_of, plain};
use crate::engine::{
    AddTextOptions, AddedText, Answer, ArgumentError, EditTexts, Query, TextEdit, TextRemark, TextToAdd,
};
use crate::ingest::Encoding;
use crate::view::Unkept;
use crate::worker::{Client, Failure, ImportOptions};

/// Message for an import that a clearing ended.
const CLEARED: &str = "Everything was cleared while this was coming in, in another window perhaps, so none of it is there. Add it again.";

/// Adds the functions for own texts to `window.duidu`.
#[expect(clippy::expect_used, reason = "properties can be set on a fresh object")]
pub(super) fn install(client: &Client, api: &Object) {
    let set = |name: &str, function: fn(&Client, &JsValue) -> Promise| {
        let client = client.clone();
        let function =
            Closure::<dyn Fn(JsValue) -> Promise>::new(move |argument| function(&client, &argument));
        Reflect::set(api, &name.into(), &function.into_js_value()).expect("a fresh object takes properties");
    };
    set("addText", |client, argument| refused(add(client, argument)));
    set("removeText", |client, id| refused(remove(client, id)));
}

/// The text as the caller passed it.
enum Given {
    Text(String, Option<TextRemark>),
    Bytes(Uint8Array),
}

fn add(client: &Client, argument: &JsValue) -> Result<Promise, ArgumentError> {
    let options: AddTextOptions = options(argument, AddTextOptions::KEYS)?;
    let TextToAdd { name, encoding, metadata, cut, is_marked_up } = options.checked()?;
    let (bytes, encoding, mended) = match given(argument)? {
        Given::Text(text, _) if text.trim().is_empty() => {
            return Err(ArgumentError {
                name: "text",
                reason: "it holds nothing but white space".to_owned(),
            });
        }
        Given::Text(text, mended) if !is_marked_up => {
            let edit = TextEdit::Add { name, text, options: cut, metadata };
            return Ok(promise(client, EditTexts { edit }.into(), move |answer| added(answer, mended)));
        }
        Given::Text(text, mended) => (Uint8Array::from(text.as_bytes()), Some(Encoding::Utf8), mended),
        Given::Bytes(bytes) => (bytes, encoding, None),
    };
    let options = ImportOptions { encoding, metadata, cut };
    let mut mended = Some(mended);
    Ok(Promise::new(&mut |resolve: Function, reject: Function| {
        let mended = mended.take().flatten();
        let refuse = reject.clone();
        let imported = client.import(&name, &bytes, options.clone(), move |result| {
            settle(result, &resolve, &reject, |answer| added(answer, mended));
        });
        if let Err(error) = imported {
            call(&refuse, &error);
        }
    }))
}

/// Reads the text or the bytes; a string that is not valid Unicode is repaired, with a warning.
fn given(argument: &JsValue) -> Result<Given, ArgumentError> {
    let get = |name: &str| Reflect::get(argument, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let (text, bytes) = (get("text"), get("bytes"));
    let one = |reason: &str| ArgumentError { name: "text", reason: reason.to_owned() };
    match (is_absent(&text), is_absent(&bytes)) {
        (true, true) => Err(one("pass the text as a string, or the bytes of its file as `bytes`")),
        (false, false) => Err(one("pass either `text` or `bytes`, not both")),
        (false, true) => {
            let string = string(&text, "text")?;
            let whole = text.dyn_ref::<JsString>().is_none_or(JsString::is_valid_utf16);
            let mended = (!whole).then(|| TextRemark {
                kind: "loneSurrogates".to_owned(),
                message: "The text held halves of characters (lone surrogates), which stand as � now."
                    .to_owned(),
            });
            Ok(Given::Text(string, mended))
        }
        (true, false) => {
            let array = bytes.dyn_ref::<Uint8Array>().cloned();
            let array =
                array.or_else(|| bytes.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer)));
            let reason = || "pass a Uint8Array or an ArrayBuffer".to_owned();
            Ok(Given::Bytes(array.ok_or_else(|| ArgumentError { name: "bytes", reason: reason() })?))
        }
    }
}

fn remove(client: &Client, id: &JsValue) -> Result<Promise, ArgumentError> {
    let edit = TextEdit::Remove { id: string(id, "id")? };
    Ok(promise(client, EditTexts { edit }.into(), nothing))
}

/// Returns nothing for a change that was made, or an error if it is not stored.
fn nothing(answer: Answer) -> Result<JsValue, JsValue> {
    match answer {
        Answer::EditTexts(change) => unkept(change.unkept),
        _ => Ok(JsValue::UNDEFINED),
    }
}

pub(super) fn unkept(why: Option<Unkept>) -> Result<JsValue, JsValue> {
    why.map_or(Ok(JsValue::UNDEFINED), |why| Err(error_named("NotKept", &not_kept(&why))))
}

fn not_kept(why: &Unkept) -> String {
    format!(
        "The change is in force until this page is closed; the browser did not keep it ({why}). Make room or allow this site to store data, or keep what `duidu.session.export()` gives."
    )
}

/// Builds the result of an import; one that added nothing is an error.
fn added(answer: Answer, mended: Option<TextRemark>) -> Result<JsValue, JsValue> {
    let Answer::EditTexts(change) = answer else { return Ok(JsValue::UNDEFINED) };
    if change.cleared {
        return Err(error_named("Cleared", CLEARED));
    }
    let unkept = change.unkept.as_ref();
    let unkept = unkept.map(|why| TextRemark { kind: "notKept".to_owned(), message: not_kept(why) });
    match AddedText::of(change) {
        Ok(mut added) => {
            added.warnings.splice(0..0, mended);
            added.warnings.extend(unkept);
            Ok(plain(&added))
        }
        Err(TextRemark { kind, message }) => Err(error_named(&kind, &message)),
    }
}

pub(super) fn refused(promise: Result<Promise, ArgumentError>) -> Promise {
    promise.unwrap_or_else(|error| Promise::reject(&error_named("InvalidArgument", &error.to_string())))
}

/// Sends a query and returns a promise of the result of `value` for the answer.
fn promise(
    client: &Client,
    query: Query,
    value: impl FnOnce(Answer) -> Result<JsValue, JsValue> + 'static,
) -> Promise {
    let mut asked = Some((query, value));
    Promise::new(&mut |resolve: Function, reject: Function| {
        // A promise calls its executor once.
        let Some((query, value)) = asked.take() else { return };
        client.send(query, move |result| settle(result, &resolve, &reject, value));
    })
}

fn settle(
    result: Result<Answer, Failure>,
    resolve: &Function,
    reject: &Function,
    value: impl FnOnce(Answer) -> Result<JsValue, JsValue>,
) {
    match result.map(value) {
        Ok(Ok(value)) => call(resolve, &value),
        Ok(Err(error)) => call(reject, &error),
        Err(failure) => call(reject, &error_of(&failure)),
    }
}

pub(super) fn call(function: &Function, value: &JsValue) {
    // The functions a promise hands to its executor never throw.
    _ = function.call1(&JsValue::UNDEFINED, value);
}
