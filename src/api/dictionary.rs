//! `window.duidu.dictionary`, the reader's corrections of words. Every change is in force and stored when its promise
//! resolves.

use js_sys::Array;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::Method;
use super::arguments::{options, read, string};
use crate::engine::{
    ArgumentError, DictionaryEdit, DictionaryQuestion, EditDictionary, ExportDictionary, ExportRegional,
    PreviewDictionary, Query, RegionalQuestion,
};
use crate::lexicon::{Correction, DifferenceSide, Effect, Key, LexiconErrorKind, Place};
use crate::text::saturating_u32;
use crate::view::{self, DictionarySort, Range};

/// The functions; each converts its arguments into a query.
pub(super) const METHODS: [(&str, Method); 20] = [
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
    ("moveDifference", |args| edit(moved_difference(args)?)),
    ("import", |args| edit(DictionaryEdit::Import { text: string(&args.get(0), "text")? })),
    ("export", |_| Ok(ExportDictionary {}.into())),
    ("clear", |_| edit(DictionaryEdit::Clear)),
    ("regional", |args| {
        let RegionalOptions { filter, changed } = options(&args.get(0), &["filter", "changed"])?;
        Ok(RegionalQuestion { filter, changed }.into())
    }),
    ("addRegional", |args| edit(DictionaryEdit::Put(set(args, 0)?))),
    ("removeRegional", |args| edit(DictionaryEdit::Remove(set(args, 0)?.key()))),
    ("replaceRegional", |args| edit(DictionaryEdit::Replace { key: set(args, 0)?.key(), by: set(args, 1)? })),
    ("importRegional", |args| edit(DictionaryEdit::ImportRegional { table: string(&args.get(0), "table")? })),
    ("exportRegional", |_| Ok(ExportRegional {}.into())),
    ("clearRegional", |_| edit(DictionaryEdit::ClearRegional)),
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
struct RegionalOptions {
    filter: String,
    changed: bool,
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

/// A difference, as `duidu.compare` gives it; its other fields are ignored.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DifferenceArgument {
    a: String,
    b: String,
    a_range: Range,
    b_range: Range,
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

/// Reads the move of a difference between two stories to an effect, or its end if that is `null`.
fn moved_difference(args: &Array) -> Result<DictionaryEdit, ArgumentError> {
    let (a, b) = (string(&args.get(0), "a")?, string(&args.get(1), "b")?);
    let found: DifferenceArgument = read(&args.get(2), "difference")?;
    let effect = args.get(3);
    if effect.is_undefined() {
        // What was forgotten must not take back an earlier move.
        let reason = "pass an effect, or null for the one that was found".to_owned();
        return Err(ArgumentError { name: "effect", reason });
    }
    let effect: Option<Effect> = read(&effect, "effect")?;
    let side = |story: String, range: Range, words: String| DifferenceSide {
        place: Place { story, start: range.start, end: range.end },
        words,
    };
    let sides = [side(a, found.a_range, found.a), side(b, found.b_range, found.b)];
    let refused = |kind: LexiconErrorKind| ArgumentError { name: "difference", reason: kind.to_string() };
    let moved = Correction::move_difference(sides, effect.unwrap_or(Effect::Fact)).map_err(refused)?;
    Ok(match effect {
        Some(_) => DictionaryEdit::Put(moved),
        None => DictionaryEdit::Remove(moved.key()),
    })
}

/// Reads a set of regional words: a string for each region.
fn set(args: &Array, place: u32) -> Result<Correction, ArgumentError> {
    let name = if place == 0 { "words" } else { "by" };
    let words: Vec<String> = read(&args.get(place), name)?;
    Correction::regional(&words.join("\t")).map_err(|kind| ArgumentError { name, reason: kind.to_string() })
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
