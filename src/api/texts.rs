//! Own texts in `window.duidu`. Every change is in force and stored when its promise resolves.

use js_sys::{ArrayBuffer, Function, JsString, Object, Promise, Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::arguments::{is_absent, options, string};
use super::{error_named, error_of, plain};
use crate::engine::{Answer, ArgumentError, EditTexts, Query, TextEdit};
use crate::ingest::{CutOptions, Encoding, FileFailure, Metadata};
use crate::view::{TextChange, TextWarning, Unkept};
use crate::worker::{Client, Failure, ImportOptions};

/// Extensions of names of marked-up text; any other string is plain text.
const MARKED_UP: [&str; 7] = [".md", ".html", ".htm", ".csv", ".tsv", ".jsonl", ".json"];

/// Other names of encodings.
const ALIASES: [(&str, Encoding); 9] = [
    ("utf8", Encoding::Utf8),
    ("utf-16", Encoding::Utf16Le),
    ("utf16le", Encoding::Utf16Le),
    ("utf16be", Encoding::Utf16Be),
    ("big5-hkscs", Encoding::Big5),
    ("big-5", Encoding::Big5),
    ("gbk", Encoding::Gb18030),
    ("gb2312", Encoding::Gb18030),
    ("gb-18030", Encoding::Gb18030),
];

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

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct AddTextOptions {
    name: Option<String>,
    encoding: Option<String>,
    paper: Option<String>,
    date: Option<String>,
    series: Option<String>,
    split: Option<bool>,
}

impl AddTextOptions {
    const KEYS: &[&str] = &["name", "text", "bytes", "encoding", "paper", "date", "series", "split"];
}

/// The result of adding a text.
#[derive(Serialize)]
struct AddedValue {
    stories: Vec<String>,
    encoding: &'static str,
    warnings: Vec<WarningValue>,
}

#[derive(Serialize)]
struct WarningValue {
    kind: String,
    message: String,
}

/// The text as the caller passed it.
enum Given {
    Text(String, Option<WarningValue>),
    Bytes(Uint8Array),
}

fn add(client: &Client, argument: &JsValue) -> Result<Promise, ArgumentError> {
    let options: AddTextOptions = options(argument, AddTextOptions::KEYS)?;
    let AddTextOptions { name, encoding, paper, date, series, split } = options;
    let [paper, date, series] = [paper, date, series].map(Option::unwrap_or_default);
    let name = name.filter(|name| !name.trim().is_empty()).ok_or_else(|| ArgumentError {
        name: "name",
        reason: "pass a name for the text, such as that of its file".to_owned(),
    })?;
    if !date.is_empty() && !crate::text::is_date(&date) {
        let reason = format!("“{date}” is no date; write it as YYYY-MM-DD");
        return Err(ArgumentError { name: "date", reason });
    }
    let encoding = encoding.map(|name| encoding_named(&name)).transpose()?;
    let metadata = Metadata { paper, date, series, ..Metadata::default() };
    let cut = CutOptions { split: split.unwrap_or(true), ..CutOptions::default() };
    let end = name.to_lowercase();
    let (bytes, encoding, mended) = match given(argument)? {
        Given::Text(text, _) if text.trim().is_empty() => {
            return Err(ArgumentError {
                name: "text",
                reason: "it holds nothing but white space".to_owned(),
            });
        }
        Given::Text(text, mended) if !MARKED_UP.iter().any(|marked| end.ends_with(marked)) => {
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
            let mended = (!whole).then(|| WarningValue {
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

fn encoding_named(name: &str) -> Result<Encoding, ArgumentError> {
    let wanted = name.trim().to_lowercase();
    let known = Encoding::ALL.into_iter().find(|encoding| encoding.name() == wanted);
    let alias = || ALIASES.into_iter().find(|(alias, _)| *alias == wanted).map(|(_, encoding)| encoding);
    known.or_else(alias).ok_or_else(|| {
        let names: Vec<&str> = Encoding::ALL.iter().map(|encoding| encoding.name()).collect();
        ArgumentError { name: "encoding", reason: format!("“{name}” is none of {}", names.join(", ")) }
    })
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
fn added(answer: Answer, mended: Option<WarningValue>) -> Result<JsValue, JsValue> {
    let Answer::EditTexts(change) = answer else { return Ok(JsValue::UNDEFINED) };
    let TextChange { stories, pages, encoding, warnings, more_warnings, failures, unkept, cleared, .. } =
        change;
    if cleared {
        return Err(error_named("Cleared", CLEARED));
    }
    if pages.is_empty()
        && let Some(FileFailure { name, reason }) = failures.first()
    {
        return Err(error_named(&name_of(reason), &format!("{name}: {reason}")));
    }
    let more = (more_warnings > 0).then(|| WarningValue {
        kind: "more".to_owned(),
        message: format!("There are {more_warnings} more warnings; the texts have them."),
    });
    let failed = failures.iter().map(|FileFailure { name, reason }| WarningValue {
        kind: name_of(reason),
        message: format!("{name} was not added: {reason}."),
    });
    let unkept = unkept.map(|why| WarningValue { kind: "notKept".to_owned(), message: not_kept(&why) });
    let warnings = mended
        .into_iter()
        .chain(failed)
        .chain(warnings.iter().map(warning))
        .chain(more)
        .chain(unkept)
        .collect();
    // A string needs no decoding, and is stored as UTF-8.
    let encoding = encoding.unwrap_or(Encoding::Utf8).name();
    Ok(plain(&AddedValue { stories, encoding, warnings }))
}

/// Describes a warning in words, with its place.
fn warning(TextWarning { name, warning, .. }: &TextWarning) -> WarningValue {
    let kind = name_of(&warning.kind);
    let (line, text) = (warning.line, &warning.text);
    let what = match kind.as_str() {
        "joinedParagraph" => "was joined to the paragraph before, which a column had cut in two",
        "droppedFurniture" => "belongs to no story and was left out",
        "movedKicker" => "had a label printed into its sentence, which was taken out",
        "replacedCharacters" => {
            "is the first with bytes that mean nothing in this encoding; they stand as � now"
        }
        "droppedControl" => "is the first with control characters, which were taken out",
        "mixedEncodings" => "is the first in another encoding than the rest, and was read in it",
        "unsureEncoding" => "begins a text whose encoding is a guess; another would be nearly as likely",
        "brokenMarkup" => "has damaged markup, and text after it may be missing",
        "leftOutNotes" => "is the first that refers to a note whose text is missing in the file",
        "rivalledText" => {
            "begins the text of a web page, of which another part was nearly as likely to be it"
        }
        "leftOutFrame" => "begins a web page whose menus and the like were left out",
        "unwrappedColumn" => "is the first of lines that a column had cut, which were joined",
        "headlineAfterBody" => "is a headline that stood below its story and was put above it",
        "noHeadline" => "begins a story for which no headline was found",
        "joinedLetters" => "is the first of lines set letter by letter, which were joined",
        "uncertainBoundary" => "may or may not begin another story",
        _ => "was mended",
    };
    let shown = if text.is_empty() { String::new() } else { format!(" ({text})") };
    WarningValue { message: format!("{name}: line {line}{shown} {what}."), kind }
}

/// Returns the name of a variant, as it is serialized.
fn name_of(variant: &impl Serialize) -> String {
    let value = plain(variant);
    value.as_string().unwrap_or_else(|| {
        let keys = value.dyn_ref::<Object>().map(Object::keys);
        keys.and_then(|keys| keys.get(0).as_string()).unwrap_or_default()
    })
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
