//! The message of each kind, error and stage.

use yew::AttrValue;

use super::browser;
use super::i18n::{Catalog, Language, MessageKey, key};
use super::routes::MarkKind;
use super::state::{Notice, NoticeAction, Severity};
use crate::analysis::NodeError;
use crate::corpus::{BlockKind, DateError, Mode};
use crate::engine::{EngineError, SessionError};
use crate::ingest::{EditError, Encoding, FileError, Format, WarningKind};
use crate::lexicon::{FrequencyTableErrorKind, LexiconErrorKind};
use crate::view::export::Labels;
use crate::view::{
    DictionaryChange, DifferenceType, KeynessMeasure, SessionUndone, Setting, StorageState, TermSource,
    TextChange, Unkept,
};
use crate::worker::{Failure, WorkerFailure};

/// The argument that names why something is not kept.
const WHY: &str = "why";

/// Returns the one-character name of a kind of mark. It appears in the text together with the line style, so
/// that colour is never alone; it is Chinese in every language, as an apparatus keeps its signs.
pub fn glyph(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Inside(DifferenceType::Variant) => "異",
        MarkKind::Inside(DifferenceType::Punctuation) => "標",
        MarkKind::Inside(DifferenceType::Number) => "數",
        MarkKind::Inside(DifferenceType::Wording) => "換",
        MarkKind::Inside(DifferenceType::Addition) => "增",
        MarkKind::Inside(DifferenceType::Omission) => "刪",
        MarkKind::Moved => "⇄",
        MarkKind::Only => "獨",
    }
}

/// Returns the class of a kind of mark in the style sheets. Only these classes begin with `d-`, so that no rule
/// for a part of the page of the same name, such as the number of a sentence, can apply to a mark.
pub fn mark_class(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Inside(DifferenceType::Variant) => "d-variant",
        MarkKind::Inside(DifferenceType::Punctuation) => "d-punctuation",
        MarkKind::Inside(DifferenceType::Number) => "d-number",
        MarkKind::Inside(DifferenceType::Wording) => "d-wording",
        MarkKind::Inside(DifferenceType::Addition) => "d-addition",
        MarkKind::Inside(DifferenceType::Omission) => "d-omission",
        MarkKind::Moved => "d-moved",
        MarkKind::Only => "d-only",
    }
}

/// Returns the message that names a kind of mark.
pub fn mark(kind: MarkKind) -> MessageKey {
    match kind {
        MarkKind::Inside(DifferenceType::Variant) => key!("mark-variant"),
        MarkKind::Inside(DifferenceType::Punctuation) => key!("mark-punctuation"),
        MarkKind::Inside(DifferenceType::Number) => key!("mark-number"),
        MarkKind::Inside(DifferenceType::Wording) => key!("mark-wording"),
        MarkKind::Inside(DifferenceType::Addition) => key!("mark-addition"),
        MarkKind::Inside(DifferenceType::Omission) => key!("mark-omission"),
        MarkKind::Moved => key!("mark-moved"),
        MarkKind::Only => key!("mark-only"),
    }
}

/// Returns the name of a block kind in a style sheet, and its message, whose key is `block-` and that name.
pub fn block(kind: BlockKind) -> (&'static str, MessageKey) {
    match kind {
        BlockKind::Headline => ("headline", key!("block-headline")),
        BlockKind::Kicker => ("kicker", key!("block-kicker")),
        BlockKind::Deck => ("deck", key!("block-deck")),
        BlockKind::Byline => ("byline", key!("block-byline")),
        BlockKind::Subhead => ("subhead", key!("block-subhead")),
        BlockKind::Paragraph => ("paragraph", key!("block-paragraph")),
        BlockKind::PullQuote => ("pull-quote", key!("block-pull-quote")),
        BlockKind::Caption => ("caption", key!("block-caption")),
        BlockKind::Note => ("note", key!("block-note")),
        BlockKind::Furniture => ("furniture", key!("block-furniture")),
    }
}

/// Returns the message that names a part of speech of jieba. Tags without a name use their first letter.
pub fn tag(tag: &str) -> MessageKey {
    match tag {
        "nr" | "nrfg" | "nrt" => key!("tag-nr"),
        "ns" => key!("tag-ns"),
        "nt" => key!("tag-nt"),
        "nz" => key!("tag-nz"),
        "vn" | "an" => key!("tag-vn"),
        "eng" => key!("tag-eng"),
        _ => match tag.as_bytes().first() {
            Some(b'n') => key!("tag-n"),
            Some(b't') => key!("tag-t"),
            Some(b's') => key!("tag-s"),
            Some(b'f') => key!("tag-f"),
            Some(b'm') => key!("tag-m"),
            Some(b'q') => key!("tag-q"),
            Some(b'b') => key!("tag-b"),
            Some(b'a') => key!("tag-a"),
            Some(b'z') => key!("tag-z"),
            Some(b'v') => key!("tag-v"),
            Some(b'd') => key!("tag-d"),
            Some(b'r') => key!("tag-r"),
            Some(b'p') => key!("tag-p"),
            Some(b'c') => key!("tag-c"),
            Some(b'u') => key!("tag-u"),
            Some(b'i') => key!("tag-i"),
            Some(b'l') => key!("tag-l"),
            Some(b'j') => key!("tag-j"),
            Some(b'g') => key!("tag-g"),
            Some(b'h' | b'k') => key!("tag-affix"),
            Some(b'e' | b'y' | b'o') => key!("tag-particle"),
            _ => key!("tag-x"),
        },
    }
}

/// Returns the message that says why words are joined into a term.
pub fn term_source(source: TermSource) -> MessageKey {
    match source {
        TermSource::Reader => key!("term-reader"),
        TermSource::List => key!("term-list"),
        TermSource::Date => key!("term-date"),
        TermSource::Quantity => key!("term-quantity"),
        TermSource::Ordinal => key!("term-ordinal"),
        TermSource::Organisation => key!("term-organisation"),
        TermSource::Office => key!("term-office"),
        TermSource::Title => key!("term-title"),
        TermSource::Quoted => key!("term-quoted"),
        TermSource::Statistics => key!("term-statistics"),
    }
}

/// Returns the short name of a measure of keyness: that of the literature, unless there is a Chinese one.
pub fn measure(measure: KeynessMeasure, catalog: &Catalog) -> AttrValue {
    match measure {
        KeynessMeasure::G2 => "G²".into(),
        KeynessMeasure::Bic => "BIC".into(),
        KeynessMeasure::Chi2 => "χ² (Yates)".into(),
        KeynessMeasure::LogRatio => "Log Ratio".into(),
        KeynessMeasure::Diff => "%DIFF".into(),
        KeynessMeasure::OddsRatio => catalog.text(key!("measure-odds-ratio")),
        KeynessMeasure::SimpleMaths => catalog.text(key!("measure-simple-maths")),
    }
}

/// Returns the messages that name and explain a mode of segmentation.
pub fn mode(mode: Mode) -> (MessageKey, MessageKey) {
    match mode {
        Mode::Accurate => (key!("mode-accurate"), key!("mode-accurate-meaning")),
        Mode::Fast => (key!("mode-fast"), key!("mode-fast-meaning")),
        Mode::Character => (key!("mode-character"), key!("mode-character-meaning")),
    }
}

/// Returns the message that names what ingest did to a page.
pub fn warning(kind: WarningKind) -> MessageKey {
    match kind {
        WarningKind::JoinedParagraph => key!("warning-joined"),
        WarningKind::DroppedFurniture => key!("warning-dropped"),
        WarningKind::MovedKicker => key!("warning-kicker"),
        WarningKind::ReplacedCharacters => key!("warning-replaced"),
        WarningKind::DroppedControl => key!("warning-control"),
        WarningKind::MixedEncodings => key!("warning-mixed"),
        WarningKind::UnsureEncoding => key!("warning-unsure"),
        WarningKind::BrokenMarkup => key!("warning-markup"),
        WarningKind::LeftOutNotes => key!("warning-notes"),
        WarningKind::LeftOutFrame => key!("warning-frame"),
        WarningKind::UnwrappedColumn => key!("warning-unwrapped"),
        WarningKind::HeadlineAfterBody => key!("warning-headline-after"),
        WarningKind::NoHeadline => key!("warning-no-headline"),
        WarningKind::UncertainBoundary => key!("warning-uncertain"),
        WarningKind::UnreadPage => key!("warning-unread-page"),
        WarningKind::UnplacedText => key!("warning-unplaced"),
        WarningKind::DroppedOverprint => key!("warning-overprint"),
        WarningKind::DroppedGloss => key!("warning-gloss"),
        WarningKind::MendedForm => key!("warning-form"),
    }
}

/// Formats the message that says what is wrong with an entry of the dictionary.
pub fn lexicon_error(kind: LexiconErrorKind, catalog: &Catalog) -> AttrValue {
    catalog.text(match kind {
        LexiconErrorKind::NoWord => key!("entry-no-word"),
        LexiconErrorKind::Punctuation => key!("entry-punctuation"),
        LexiconErrorKind::OneCharacter => key!("entry-one-character"),
        LexiconErrorKind::TooLong => key!("entry-too-long"),
        LexiconErrorKind::Frequency => key!("entry-frequency"),
        LexiconErrorKind::Tag => key!("entry-tag"),
        LexiconErrorKind::Columns => key!("entry-columns"),
        LexiconErrorKind::Parts => key!("entry-parts"),
        LexiconErrorKind::Place => key!("entry-place"),
        LexiconErrorKind::Reserved => key!("entry-reserved"),
        LexiconErrorKind::Contradiction => key!("entry-contradiction"),
    })
}

/// Returns the notice about an edit of the dictionary, with the message `done` if it was stored.
pub fn edited(change: &DictionaryChange, done: MessageKey, undoable: bool) -> Notice {
    match &change.unkept {
        Some(why) => problem(key!("notice-unkept"), because(why)),
        None => Notice {
            severity: Severity::Info,
            key: done,
            arguments: vec![
                ("tokens", change.effect.tokens.to_string()),
                ("added", change.added.to_string()),
            ],
            action: undoable.then_some(NoticeAction::UndoDictionary),
        },
    }
}

/// Returns the name of a file format.
pub fn format(format: Format, catalog: &Catalog) -> AttrValue {
    match format {
        Format::Text => catalog.text(key!("format-text")),
        Format::Markdown => "Markdown".into(),
        Format::Html => "HTML".into(),
        Format::Docx => "Word".into(),
        Format::Csv => catalog.text(key!("format-csv")),
        Format::Jsonl => "JSONL".into(),
        Format::Pdf => "PDF".into(),
    }
}

/// Returns the name of an encoding.
pub fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
        Encoding::Big5 => "Big5-HKSCS",
        Encoding::Gb18030 => "GB 18030",
    }
}

/// Returns the notice that says why a file gives no text, and what to do.
pub fn file_error(error: &FileError) -> Notice {
    match error {
        FileError::Empty => problem(key!("file-empty"), []),
        FileError::Binary => problem(key!("file-binary"), []),
        FileError::TooLarge { megabytes, limit } => problem(
            key!("file-too-large"),
            [("megabytes", megabytes.to_string()), ("limit", limit.to_string())],
        ),
        FileError::Crashed { detail } => problem(key!("file-crashed"), [("detail", detail_or_none(detail))]),
        FileError::LeftOut => problem(key!("file-left-out"), []),
        FileError::NoRoom { megabytes, room } => {
            problem(key!("file-no-room"), [("megabytes", megabytes.to_string()), ("room", room.to_string())])
        }
        FileError::UnpacksTooLarge { limit } => problem(key!("file-unpacks"), [("limit", limit.to_string())]),
        FileError::TooManyFiles { files, limit } => {
            problem(key!("file-too-many"), [("files", files.to_string()), ("limit", limit.to_string())])
        }
        FileError::OverlappingFiles => problem(key!("file-overlapping"), []),
        FileError::SameNames => problem(key!("file-same-names"), []),
        FileError::NestedTooDeep { limit } => problem(key!("file-nested"), [("limit", limit.to_string())]),
        FileError::Broken { detail } => problem(key!("file-broken"), [("detail", detail_or_none(detail))]),
        FileError::NoWitness { detail } => {
            problem(key!("file-no-witness"), [("detail", detail_or_none(detail))])
        }
        FileError::NoTextColumn { found } => problem(key!("file-no-column"), [("found", found.clone())]),
        FileError::NoTextLayer => problem(key!("file-no-layer"), []),
        FileError::PdfInside => problem(key!("file-pdf-inside"), []),
        FileError::Encrypted => problem(key!("file-encrypted"), []),
        FileError::PdfUnavailable => problem(key!("file-pdf-unavailable"), []),
        FileError::UnknownFormat { extension } => {
            problem(key!("file-unknown"), [("extension", extension.clone())])
        }
    }
}

/// Returns the notice about own texts that the browser could not store; `None` if it stored them.
pub fn unkept(change: &TextChange) -> Option<Notice> {
    Some(problem(key!("texts-unkept"), because(change.unkept.as_ref()?)))
}

/// Returns the notice about files that have more text than there is room for, before they are read.
pub fn little_memory(given: u32, room: u32) -> Notice {
    let arguments = vec![("given", given.to_string()), ("room", room.to_string())];
    Notice { severity: Severity::Info, key: key!("notice-little-memory"), arguments, action: None }
}

/// Returns the notice about a frame in which nothing can be stored.
pub fn sandboxed() -> Notice {
    Notice { severity: Severity::Info, key: key!("notice-sandboxed"), arguments: Vec::new(), action: None }
}

/// Returns the notice about a query without an answer.
pub fn failure(failure: &Failure) -> Notice {
    match failure {
        Failure::Engine(error) => engine_error(error),
        Failure::Worker(failure) => worker_failure(failure),
        Failure::Cancelled => Notice {
            severity: Severity::Info,
            key: key!("failure-cancelled"),
            arguments: Vec::new(),
            action: None,
        },
    }
}

fn engine_error(error: &EngineError) -> Notice {
    match error {
        EngineError::UnknownStory { id } => problem(key!("failure-unknown-story"), [("id", id.clone())]),
        EngineError::EmptyScope => problem(key!("failure-empty-scope"), []),
        EngineError::SameStories => problem(key!("failure-same-stories"), []),
        EngineError::EmptyNode => problem(key!("failure-empty-node"), []),
        EngineError::Node(error) => node_error(error),
        EngineError::Date(DateError::NotADate { given }) => {
            problem(key!("failure-date"), [("given", given.clone())])
        }
        EngineError::Date(DateError::Backward { from, to }) => {
            problem(key!("failure-dates-backward"), [("from", from.clone()), ("to", to.clone())])
        }
        EngineError::WordList(error) => problem(
            match error.kind {
                FrequencyTableErrorKind::Empty => key!("failure-list-empty"),
                FrequencyTableErrorKind::Columns => key!("failure-list-columns"),
                FrequencyTableErrorKind::Frequency => key!("failure-list-frequency"),
                FrequencyTableErrorKind::Twice => key!("failure-list-twice"),
                FrequencyTableErrorKind::TooLarge => key!("failure-list-large"),
            },
            [("line", error.line.to_string())],
        ),
        EngineError::Span { widest } => problem(key!("failure-span"), [("widest", widest.to_string())]),
        EngineError::NgramLength { longest } => {
            problem(key!("failure-ngram-length"), [("longest", longest.to_string())])
        }
        EngineError::OneStory => problem(key!("failure-one-story"), []),
        EngineError::StoryCount { most } => {
            problem(key!("failure-story-count"), [("most", most.to_string())])
        }
        EngineError::TooMuchText { stories, characters, most, .. } => problem(
            key!("failure-too-much-text"),
            [
                ("stories", stories.to_string()),
                ("millions", characters.div_ceil(1_000_000).to_string()),
                ("limit", (most / 1_000_000).to_string()),
                ("wan", characters.div_ceil(10_000).to_string()),
                ("wan-limit", (most / 10_000).to_string()),
            ],
        ),
        EngineError::UnknownText { id } => problem(key!("failure-unknown-text"), [("id", id.clone())]),
        EngineError::TextChanged { .. } => problem(key!("failure-text-changed"), []),
        EngineError::TextEdit(error) => edit_error(error),
        EngineError::Session(error) => match error {
            SessionError::NotASession { detail } => {
                problem(key!("failure-session"), [("detail", detail.clone())])
            }
            SessionError::TooNew { version, known } => problem(
                key!("failure-session-new"),
                [("version", version.to_string()), ("known", known.to_string())],
            ),
        },
        EngineError::NoRoom { megabytes, room } => {
            problem(key!("file-no-room"), [("megabytes", megabytes.to_string()), ("room", room.to_string())])
        }
        EngineError::UnknownEntry { word } => {
            problem(key!("failure-unknown-entry"), [("word", word.clone())])
        }
        EngineError::NothingToUndo => problem(key!("failure-nothing-to-undo"), []),
        EngineError::BrokenModel { .. } => problem(key!("failure-broken-model"), []),
        EngineError::NoMargins => problem(key!("failure-no-margins"), []),
        EngineError::NoDictionary => problem(key!("failure-no-dictionary"), []),
        EngineError::BrokenDictionary { line } => {
            problem(key!("failure-broken-dictionary"), [("line", line.to_string())])
        }
    }
}

fn node_error(error: &NodeError) -> Notice {
    match error {
        NodeError::Empty => problem(key!("failure-empty-node"), []),
        NodeError::Punctuation { item } => problem(key!("failure-punctuation"), [("item", item.clone())]),
        NodeError::Regex { item, reason } => {
            problem(key!("failure-regex"), [("item", item.clone()), ("reason", reason.clone())])
        }
        NodeError::RegexTooLarge { item } => problem(key!("failure-regex-large"), [("item", item.clone())]),
    }
}

fn edit_error(error: &EditError) -> Notice {
    match error {
        EditError::NoSuchStory { .. } | EditError::NoSuchBlock { .. } => {
            problem(key!("failure-text-changed"), [])
        }
        EditError::NothingToSplit => problem(key!("failure-nothing-to-split"), []),
        EditError::NothingBefore => problem(key!("failure-nothing-before"), []),
        EditError::EmptyText => problem(key!("failure-empty-block"), []),
        EditError::NotADate { given } => problem(key!("failure-date"), [("given", given.clone())]),
        EditError::NoBytes => problem(key!("failure-no-bytes"), []),
    }
}

/// Returns the words of a report in the language of a tag; in the page's own if the tag is unknown.
pub fn report(language: &str) -> Labels {
    let language =
        Language::ALL.into_iter().find(|known| known.tag().starts_with(language) && !language.is_empty());
    let language = language.or_else(browser::stored_language).unwrap_or_default();
    let catalog = Catalog::new(language);
    Labels::new(language.tag(), |label| catalog.text(MessageKey::of(label)).to_string())
}

/// Returns the notice about an analysis thread that does not answer.
pub fn worker_failure(failure: &WorkerFailure) -> Notice {
    match failure {
        WorkerFailure::LoadFailed { detail } => {
            problem(key!("failure-load"), [("detail", detail_or_none(detail))])
        }
        WorkerFailure::FileMissing { address, detail } => {
            problem(key!("failure-file"), [("address", address.clone()), ("detail", detail_or_none(detail))])
        }
        WorkerFailure::FileBroken(error) => engine_error(error),
        WorkerFailure::FileChanged { address, bytes } => problem(
            key!("failure-file-changed"),
            [("address", address.clone()), ("bytes", bytes.to_string())],
        ),
        WorkerFailure::VersionMismatch { page, worker } => {
            problem(key!("failure-version"), [("page", page.clone()), ("worker", worker.clone())])
        }
        WorkerFailure::TimedOut { seconds } => {
            problem(key!("failure-timed-out"), [("seconds", seconds.to_string())])
        }
        WorkerFailure::WrongAnswer => problem(key!("failure-wrong-answer"), []),
        WorkerFailure::FileStalled { address, seconds } => problem(
            key!("failure-file-stalled"),
            [("address", address.clone()), ("seconds", seconds.to_string())],
        ),
        WorkerFailure::Crashed { detail } => {
            problem(key!("failure-crashed"), [("detail", detail_or_none(detail))])
        }
        WorkerFailure::Lost { detail } => problem(key!("failure-lost"), [("detail", detail_or_none(detail))]),
        WorkerFailure::Silent { seconds } => {
            problem(key!("failure-silent"), [("seconds", seconds.to_string())])
        }
    }
}

/// Replaces an empty detail with `none`, for which the messages omit the brackets.
fn detail_or_none(detail: &str) -> String {
    if detail.is_empty() { "none".to_owned() } else { detail.to_owned() }
}

/// The arguments that say why something is not kept; [`words`] makes `$detail` of them.
fn because(why: &Unkept) -> [(&'static str, String); 2] {
    [(WHY, why.name().to_owned()), ("said", why.detail().to_owned())]
}

/// Why something is not kept, in words.
pub fn reason(why: &Unkept, catalog: &Catalog) -> String {
    let arguments = [(WHY, why.name().into()), ("said", why.detail().into())];
    catalog.with(key!("unkept"), arguments).to_string()
}

/// What to tell the reader, as long as it is so, of a storage that does not keep everything.
pub fn storage(state: &StorageState) -> Option<Notice> {
    let counts =
        |texts: &u32, entries: &u32| [("texts", texts.to_string()), ("entries", entries.to_string())];
    let all = |why: &Unkept, texts, entries| {
        let mut arguments = because(why).to_vec();
        arguments.extend(counts(texts, entries));
        arguments
    };
    let (key, arguments) = match state {
        StorageState::Kept => return None,
        StorageState::Unreached(why) => (key!("storage-unreached"), because(why).to_vec()),
        StorageState::Failing { why, texts: 0, entries: 0 } => (key!("storage-away"), because(why).to_vec()),
        StorageState::Failing { why, texts, entries } => (key!("storage-failing"), all(why, texts, entries)),
        StorageState::Found { texts, entries } => (key!("storage-found"), counts(texts, entries).to_vec()),
        StorageState::Emptied { deliberate: false, texts, entries } => {
            (key!("storage-emptied"), counts(texts, entries).to_vec())
        }
        StorageState::Emptied { deliberate: true, texts, entries } => {
            (key!("storage-deleted"), counts(texts, entries).to_vec())
        }
    };
    Some(Notice { severity: Severity::Error, key, arguments, action: None })
}

/// What to tell the reader when not everything could be cleared.
pub fn not_cleared(why: &Unkept) -> Notice {
    problem(key!("notice-not-cleared"), because(why))
}

/// What to tell the reader of a session file that was taken back.
pub fn taken_back(undone: &SessionUndone, settings: u32) -> Notice {
    if let Some(why) = &undone.unkept {
        return problem(key!("texts-unkept"), because(why));
    }
    let key =
        if undone.changed > 0 { key!("notice-session-undone-partly") } else { key!("notice-session-undone") };
    let arguments = vec![
        ("texts", undone.texts.to_string()),
        ("entries", undone.entries.to_string()),
        ("settings", settings.to_string()),
        ("changed", undone.changed.to_string()),
    ];
    Notice { severity: Severity::Info, key, arguments, action: None }
}

/// The message that names a setting.
pub fn setting(setting: Setting) -> MessageKey {
    match setting {
        Setting::Language => key!("setting-language"),
        Setting::Theme => key!("setting-theme"),
        Setting::Reference => key!("setting-reference"),
        Setting::StopWords => key!("setting-stop-words"),
    }
}

fn problem<const N: usize>(key: MessageKey, arguments: [(&'static str, String); N]) -> Notice {
    Notice { severity: Severity::Error, key, arguments: arguments.into(), action: None }
}

/// Formats a notice in words.
pub fn words(notice: &Notice, catalog: &Catalog) -> String {
    let arguments = notice.arguments.iter().map(|(name, value)| (*name, value.as_str().into()));
    let find = |wanted| notice.arguments.iter().find(|(name, _)| *name == wanted);
    let why = find(WHY).map(|(_, why)| {
        let said = find("said").map_or("", |(_, said)| said.as_str());
        catalog.with(key!("unkept"), [(WHY, why.as_str().into()), ("said", said.into())])
    });
    let why = why.iter().map(|why| ("detail", why.as_str().into()));
    catalog.with(notice.key, arguments.chain(why)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::Language;

    fn failures() -> Vec<WorkerFailure> {
        let detail = String::new;
        vec![
            WorkerFailure::LoadFailed { detail: detail() },
            WorkerFailure::FileMissing { address: "jieba.txt".into(), detail: "404".into() },
            WorkerFailure::FileBroken(EngineError::BrokenModel { reason: "damaged".into() }),
            WorkerFailure::FileBroken(EngineError::BrokenDictionary { line: 7 }),
            WorkerFailure::FileBroken(EngineError::NoDictionary),
            WorkerFailure::FileChanged { address: "jieba.txt".into(), bytes: 7 },
            WorkerFailure::VersionMismatch { page: "1".into(), worker: "2".into() },
            WorkerFailure::TimedOut { seconds: 60 },
            WorkerFailure::FileStalled { address: "jieba.txt".into(), seconds: 60 },
            WorkerFailure::Crashed { detail: detail() },
            WorkerFailure::Lost { detail: detail() },
            WorkerFailure::Silent { seconds: 600 },
        ]
    }

    #[test]
    fn every_state_of_the_storage_is_said_in_whole_sentences() {
        let detail = || "DataError: 7".to_owned();
        let whys = [
            Unkept::Full,
            Unkept::Late,
            Unkept::Silent,
            Unkept::Newer,
            Unkept::Closed,
            Unkept::Emptied,
            Unkept::Unreadable { detail: detail() },
            Unkept::Refused { detail: detail() },
        ];
        let of = |why: &Unkept| {
            let failing = |texts| StorageState::Failing { why: why.clone(), texts, entries: 0 };
            [StorageState::Unreached(why.clone()), failing(0), failing(3)]
        };
        let mut states: Vec<StorageState> = whys.iter().flat_map(of).collect();
        states.push(StorageState::Found { texts: 3, entries: 4 });
        states.push(StorageState::Emptied { deliberate: false, texts: 3, entries: 4 });
        states.push(StorageState::Emptied { deliberate: true, texts: 3, entries: 4 });
        for language in Language::ALL {
            let catalog = Catalog::new(language);
            let mut said: Vec<String> =
                states.iter().filter_map(storage).map(|notice| words(&notice, &catalog)).collect();
            said.extend(whys.iter().map(|why| words(&not_cleared(why), &catalog)));
            for sentence in &said {
                assert!(sentence.ends_with(['。', '.']), "{sentence}");
                assert!(!sentence.contains("{$") && !sentence.contains("unkept-"), "{sentence}");
                assert!(!sentence.contains("（）") && !sentence.contains("()"), "{sentence}");
            }
            assert_eq!(said.iter().filter(|sentence| sentence.contains("DataError: 7")).count(), 8);
            let count = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), count);
        }
    }

    #[test]
    fn every_failure_has_a_sentence_of_its_own() {
        for language in Language::ALL {
            let catalog = Catalog::new(language);
            let mut said: Vec<String> =
                failures().iter().map(|failure| words(&worker_failure(failure), &catalog)).collect();
            for sentence in &said {
                assert!(sentence.ends_with(['。', '.']), "{sentence}");
                assert!(!sentence.contains("（）") && !sentence.contains("()"), "{sentence}");
                assert!(!sentence.contains("none") && !sentence.contains("{$"), "{sentence}");
            }
            said.dedup();
            assert_eq!(said.len(), failures().len());
        }
    }
}
