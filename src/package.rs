//! The engine for notebooks and other programs in JavaScript, in a package of npm: questions and answers as JSON.
//!
//! Nothing is stored, and nothing of a browser is used: the thread that owns the engine, and the files it reads, are the
//! business of `src/package/*.js`.

use serde::Serialize;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use crate::engine::{
    AddTextOptions, AddedText, Answer, ArgumentError, CALLS, DictionaryEdit, EditDictionary, EditTexts,
    Engine, EngineError, ExportDictionary, Query, Question, SegmentOptions, SegmentQuestion, TextEdit,
    TextRemark, TextToAdd, call, sha256,
};
use crate::ingest::{Encoding, Page, ReadOptions, read_file};
use crate::lexicon::UserDictionary;
use crate::view::TextChange;

/// The functions beside those of [`CALLS`].
const OWN: [&str; 5] = ["segment", "addText", "removeText", "dictionary.import", "dictionary.export"];

/// An engine that JavaScript holds.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Notebook {
    engine: Engine,
}

/// An error as JavaScript gets it: the fields of an `Error`.
#[derive(Serialize)]
struct ErrorFields {
    name: String,
    message: String,
}

impl ErrorFields {
    fn of(name: &str, message: impl ToString) -> Self {
        Self { name: name.to_owned(), message: message.to_string() }
    }
}

impl From<ArgumentError> for ErrorFields {
    fn from(error: ArgumentError) -> Self {
        Self::of("InvalidArgument", error)
    }
}

impl From<EngineError> for ErrorFields {
    fn from(error: EngineError) -> Self {
        Self::of(error.name(), &error)
    }
}

impl From<serde_json::Error> for ErrorFields {
    fn from(error: serde_json::Error) -> Self {
        Self::of("InvalidArgument", error)
    }
}

#[wasm_bindgen]
impl Notebook {
    /// Opens an engine with its model, and the bundled stories if they are wanted.
    ///
    /// # Errors
    /// Name and message as JSON if the model is not that of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(model: Vec<u8>, bundled: bool) -> Result<Self, String> {
        let opened = if bundled {
            let mut engine = Engine::without_model(UserDictionary::default());
            let sha256 = sha256(&model);
            engine.load_model(model, sha256).map(|()| engine)
        } else {
            Engine::without_stories(model, UserDictionary::default())
        };
        opened.map(|engine| Self { engine }).map_err(|error| json(&ErrorFields::from(error)))
    }

    /// Reads jieba's dictionary, which a question needs that fails with `NoDictionary`.
    ///
    /// # Errors
    /// Name and message as JSON if it cannot be read.
    #[wasm_bindgen(js_name = loadDictionary)]
    pub fn load_dictionary(&mut self, dictionary: &[u8]) -> Result<(), String> {
        let loaded = self.engine.load_dictionary(dictionary, |_, _, _| ());
        loaded.map_err(|error| json(&ErrorFields::from(error)))
    }

    /// Returns the names of all functions, as a JSON list.
    pub fn names() -> String {
        let named = CALLS.iter().copied().filter(|name| !name.is_empty());
        json(&named.chain(OWN).collect::<Vec<&str>>())
    }

    /// Calls a function with its arguments, a JSON list, and returns its answer as JSON; `bytes` are those of a file to be
    /// added.
    ///
    /// # Errors
    /// Name and message as JSON.
    pub fn call(&mut self, name: &str, arguments: &str, bytes: Option<Vec<u8>>) -> Result<String, String> {
        self.called(name, arguments, bytes).map_err(|error| json(&error))
    }
}

impl Notebook {
    fn called(&mut self, name: &str, arguments: &str, bytes: Option<Vec<u8>>) -> Result<String, ErrorFields> {
        let arguments: Vec<Value> = serde_json::from_str(arguments)?;
        let mut given = arguments.iter().cloned();
        let mut next = || given.next().unwrap_or_default();
        match name {
            "segment" => {
                let text = string(next(), "text")?;
                let options = Some(next()).filter(|options| !options.is_null());
                let options: SegmentOptions =
                    options.map(serde_json::from_value).transpose()?.unwrap_or_default();
                self.segment(options.query(text))
            }
            "addText" => self.add(next(), bytes),
            "removeText" => {
                self.ask(EditTexts { edit: TextEdit::Remove { id: string(next(), "id")? } }.into())?;
                Ok("null".to_owned())
            }
            "dictionary.import" => {
                let edit = DictionaryEdit::Import { text: string(next(), "text")? };
                written(&self.ask(EditDictionary { edit }.into())?)
            }
            "dictionary.export" => written(&self.ask(ExportDictionary {}.into())?),
            name => {
                let query = call(name, arguments)?;
                written(&self.ask(query)?)
            }
        }
    }

    fn ask(&mut self, query: Query<Question>) -> Result<Answer, ErrorFields> {
        Ok(self.engine.handle(query)?)
    }

    fn segment(&mut self, query: Query<SegmentQuestion>) -> Result<String, ErrorFields> {
        let text = query.question.text.clone();
        Ok(json(&self.engine.ask(query)?.tokens(&text)))
    }

    /// Adds a text as `duidu.addText` does.
    fn add(&mut self, options: Value, bytes: Option<Vec<u8>>) -> Result<String, ErrorFields> {
        let known = |key: &String| AddTextOptions::KEYS.contains(&key.as_str());
        if let Some(key) = options.as_object().and_then(|options| options.keys().find(|key| !known(key))) {
            let keys = AddTextOptions::KEYS.join(", ");
            return Err(ArgumentError::of(
                "options",
                format!("“{key}” is unknown here; the keys are {keys}"),
            )
            .into());
        }
        let text = options.get("text").filter(|text| !text.is_null()).cloned();
        let options: AddTextOptions = serde_json::from_value(options)?;
        let TextToAdd { name, encoding, metadata, cut, is_marked_up } = options.checked()?;
        let change = match (text, bytes) {
            (Some(_), Some(_)) => {
                return Err(
                    ArgumentError::of("text", "pass either `text` or `bytes`, not both".to_owned()).into()
                );
            }
            (None, None) => {
                let reason = "pass the text as a string, or the bytes of its file as `bytes`";
                return Err(ArgumentError::of("text", reason.to_owned()).into());
            }
            (Some(text), None) => {
                let text = string(text, "text")?;
                if text.trim().is_empty() {
                    return Err(ArgumentError::of("text", "it has only white space".to_owned()).into());
                }
                if is_marked_up {
                    let read = ReadOptions { encoding: Some(Encoding::Utf8), metadata };
                    self.add_file(&name, text.into_bytes(), read, cut)
                } else {
                    let edit = TextEdit::Add { name, text, options: cut, metadata };
                    let Answer::EditTexts(change) = self.ask(EditTexts { edit }.into())? else {
                        return Err(ErrorFields::of("WrongAnswer", "another question was answered"));
                    };
                    change
                }
            }
            (None, Some(bytes)) => self.add_file(&name, bytes, ReadOptions { encoding, metadata }, cut),
        };
        let fault = |TextRemark { kind, message }: TextRemark| ErrorFields { name: kind, message };
        Ok(json(&AddedText::of(change).map_err(fault)?))
    }

    fn add_file(
        &mut self,
        name: &str,
        bytes: Vec<u8>,
        read: ReadOptions,
        cut: crate::ingest::CutOptions,
    ) -> TextChange {
        let (mut numbers, mut failures) = (Vec::new(), Vec::new());
        for text in read_file(name, bytes, read) {
            match text {
                Ok(text) => numbers.push(self.engine.add_page(Page::new(text.source, text.bytes, cut))),
                Err(failure) => failures.push(failure),
            }
        }
        TextChange { failures, ..self.engine.change_of(&numbers) }
    }
}

fn string(value: Value, name: &'static str) -> Result<String, ArgumentError> {
    match value {
        Value::String(text) => Ok(text),
        _ => Err(ArgumentError::of(name, "pass a string".to_owned())),
    }
}

fn written(answer: &Answer) -> Result<String, ErrorFields> {
    let mut bytes = Vec::new();
    answer.write(&mut serde_json::Serializer::new(&mut bytes))?;
    String::from_utf8(bytes).map_err(|error| ErrorFields::of("WrongAnswer", error))
}

/// Writes plain data as JSON, which always can.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
