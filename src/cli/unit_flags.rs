//! The flags that say how texts are segmented, and the engine that does it.

use std::fs;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::{Map, Value};

use super::end::{End, Faults};
use crate::engine::Engine;
use crate::lexicon::{self, Change, Edit, UserDictionary};

/// The model of the accurate segmenter, as the page fetches it.
const MODEL: &[u8] = include_bytes!("../../static/model/segmenter.bin");

/// jieba's dictionary, as the page fetches it.
const JIEBA: &[u8] = include_bytes!("../../static/dictionary/jieba.txt");

/// The units that texts are segmented into.
#[derive(Args, Serialize)]
pub(super) struct UnitFlags {
    /// The segmenter
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<NamedMode>,
    /// Leave terms of several words apart, or join them
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) terms: Option<NamedTerms>,
    #[command(flatten)]
    #[serde(skip)]
    pub(super) dictionary: DictionaryFlag,
}

/// The segmenters, by the names of `window.duidu`.
#[derive(Clone, Copy, Serialize, ValueEnum)]
#[serde(rename_all = "camelCase")]
enum NamedMode {
    /// The trained model
    Accurate,
    /// jieba
    Fast,
    /// Every ideograph by itself
    Character,
}

/// The treatments of terms, by the names of `window.duidu`.
#[derive(Clone, Copy, Serialize, ValueEnum)]
#[serde(rename_all = "camelCase")]
pub(super) enum NamedTerms {
    /// Every word by itself: 上海 合作 組織
    Fine,
    /// Terms joined: 上海合作組織
    Coarse,
}

/// The reader's dictionary.
#[derive(Args)]
pub(super) struct DictionaryFlag {
    /// Your dictionary, as the page writes it or in jieba's format
    #[arg(long, value_name = "FILE")]
    dictionary: Option<PathBuf>,
}

impl DictionaryFlag {
    /// Reads the dictionary; lines of it that cannot be read are faults.
    ///
    /// # Errors
    /// A failure if there is no such file, and [`End::Strict`].
    pub(super) fn read(&self, faults: &mut Faults) -> Result<UserDictionary, End> {
        let mut dictionary = UserDictionary::default();
        let Some(file) = &self.dictionary else { return Ok(dictionary) };
        let text =
            fs::read_to_string(file).map_err(|error| End::Failed(format!("{}: {error}", file.display())))?;
        let (corrections, errors) = lexicon::read(&text);
        for error in errors {
            faults.name(format_args!("{}: {error}", file.display()))?;
        }
        dictionary.apply(Change { edits: corrections.into_iter().map(Edit::Put).collect() });
        Ok(dictionary)
    }
}

/// Opens an engine without stories.
///
/// # Errors
/// The reason in words, if the build itself is broken.
pub(super) fn engine(dictionary: UserDictionary, needs_jieba: bool) -> Result<Engine, String> {
    let mut engine =
        Engine::without_stories(MODEL.to_vec(), dictionary).map_err(|error| error.to_string())?;
    engine.compare_without_limit();
    if needs_jieba {
        engine.load_dictionary(JIEBA, |_, _, _| ()).map_err(|error| error.to_string())?;
    }
    Ok(engine)
}

/// Joins the flags of a command to the one object of options that a question is read from.
///
/// # Errors
/// A failure if one of them cannot be written as JSON.
pub(super) fn options(parts: &[&dyn Flags]) -> Result<Value, End> {
    let mut all = Map::new();
    for part in parts {
        if let Value::Object(part) = part.value()? {
            all.extend(part);
        }
    }
    Ok(Value::Object(all))
}

/// Flags that are written as keys of an object.
pub(super) trait Flags {
    /// Returns the object.
    ///
    /// # Errors
    /// A failure if it cannot be written as JSON.
    fn value(&self) -> Result<Value, End>;
}

impl<T: Serialize> Flags for T {
    fn value(&self) -> Result<Value, End> {
        serde_json::to_value(self).map_err(End::of)
    }
}

/// Reads a scope as `window.duidu` takes it: `all`, or JSON.
///
/// # Errors
/// The reason in words if it is broken JSON.
pub(super) fn scope(text: &str) -> Result<Value, String> {
    if text.trim_start().starts_with(['[', '{', '"']) {
        serde_json::from_str(text).map_err(|error| error.to_string())
    } else {
        Ok(Value::from(text))
    }
}
