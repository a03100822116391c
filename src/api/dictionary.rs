//! `window.duidu.dictionary`, the reader's corrections of words. Every change is in force and stored when its promise
//! resolves.

use js_sys::Array;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::Method;
use super::arguments::{options, read, string};
use crate::engine::{
    ArgumentError, DictionaryEdit, DictionaryQuestion, EditDictionary, ExportDictionary, PreviewDictionary,
    Query,
};
use crate::lexicon::{Correction, Key, LexiconErrorKind, Place};
use crate::text::saturating_u32;
use crate::view::{self, DictionarySort};

/// The functions; each converts its arguments into a query.
pub(super) const METHODS: [(&str, Method); 12] = [
    ("list", |_| {
        let (filter, sort) = (String::new(), DictionarySort::Word);
        Ok(DictionaryQuestion { filter, sort, limit: None }.into())
    }),
    ("add", |args| {
        let options: AddOptions = options(&args.get(1), &["tag", "frequency", "place"])?;
        edit(DictionaryEdit::Put(options.correction(&word(args)?, None)?))
    }),
    ("split", |args| {
        let options: PlaceOptions = options(&args.get(2), &["place"])?;
        let parts: Vec<String> = read(&args.get(1), "parts")?;
        let options = AddOptions { place: options.place, ..AddOptions::default() };
        edit(DictionaryEdit::Put(options.correction(&word(args)?, Some(parts))?))
    }),
    ("remove", |args| edit(DictionaryEdit::Remove(key(args)?))),
    ("enable", |args| edit(DictionaryEdit::Enable { key: key(args)?, enabled: true })),
    ("disable", |args| edit(DictionaryEdit::Enable { key: key(args)?, enabled: false })),
    ("preview", |args| {
        let options: PreviewOptions = options(&args.get(1), &["parts", "tag", "frequency", "place"])?;
        let PreviewOptions { parts, tag, frequency, place } = options;
        let correction = AddOptions { tag, frequency, place }.correction(&word(args)?, parts)?;
        Ok(PreviewDictionary { edit: DictionaryEdit::Put(correction) }.into())
    }),
    ("import", |args| edit(DictionaryEdit::Import { text: string(&args.get(0), "text")? })),
    ("export", |_| Ok(ExportDictionary {}.into())),
    ("clear", |_| edit(DictionaryEdit::Clear)),
    ("undo", |_| edit(DictionaryEdit::Undo)),
    ("redo", |_| edit(DictionaryEdit::Redo)),
];

#[derive(Default, Deserialize)]
#[serde(default)]
struct AddOptions {
    tag: Option<String>,
    frequency: Option<u32>,
    place: Option<PlaceArgument>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PlaceOptions {
    place: Option<PlaceArgument>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PreviewOptions {
    parts: Option<Vec<String>>,
    tag: Option<String>,
    frequency: Option<u32>,
    place: Option<PlaceArgument>,
}

/// The position of the word; its end follows from its length.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceArgument {
    id: String,
    start: u32,
    end: Option<u32>,
}

impl AddOptions {
    fn correction(self, word: &str, parts: Option<Vec<String>>) -> Result<Correction, ArgumentError> {
        let correction = match parts {
            Some(parts) => Correction::split(word, parts),
            None => Correction::join(word, self.tag.as_deref().unwrap_or_default(), self.frequency),
        };
        let place = self.place.map(|place| place.of(word));
        correction.and_then(|it| place.map_or(Ok(it.clone()), |place| it.at(place))).map_err(invalid)
    }
}

impl PlaceArgument {
    fn of(self, word: &str) -> Place {
        let length: usize = word.chars().map(char::len_utf16).sum();
        let end = self.start.saturating_add(saturating_u32(length));
        Place { story: self.id, start: self.start, end: self.end.unwrap_or(end) }
    }
}

/// Builds the error of an edit that is in force but not stored.
pub(super) fn not_kept(why: &view::Unkept) -> JsValue {
    let message = format!(
        "the change is in force until this page is closed; the browser did not keep it ({why}). Allow this site to store data, or keep what `duidu.dictionary.export()` gives"
    );
    super::error_named("NotKept", &message)
}

#[expect(clippy::unnecessary_wraps, reason = "every method may fail, and this is how most of them end")]
fn edit(edit: DictionaryEdit) -> Result<Query, ArgumentError> {
    Ok(EditDictionary { edit }.into())
}

fn word(args: &Array) -> Result<String, ArgumentError> {
    string(&args.get(0), "word")
}

fn key(args: &Array) -> Result<Key, ArgumentError> {
    let options: PlaceOptions = options(&args.get(1), &["place"])?;
    let word = word(args)?;
    Ok(options.place.map_or_else(|| Key::of_word(&word), |place| Key::Place(place.of(&word))))
}

fn invalid(kind: LexiconErrorKind) -> ArgumentError {
    let name = match kind {
        LexiconErrorKind::Parts => "parts",
        LexiconErrorKind::Tag => "tag",
        LexiconErrorKind::Frequency => "frequency",
        LexiconErrorKind::Place => "place",
        _ => "word",
    };
    ArgumentError { name, reason: kind.to_string() }
}
