//! The name of each kind and stage; their notices.

mod notices;

pub use notices::{
    edited, failure, file_error, lexicon_error, little_memory, not_cleared, reason, sandboxed, storage,
    taken_back, unkept, words, worker_failure,
};

use std::pin::Pin;

use yew::AttrValue;

use super::browser;
use super::comparing::sigla::sigil;
use super::comparing::story_set::MOST;
use super::i18n::{Catalog, Language, MessageKey, key, own_file};
use super::routes::MarkKind;
use crate::corpus::{BlockKind, Mode};
use crate::ingest::{CautionKind, Encoding, Format, WarningKind};
use crate::lexicon::Region;
use crate::view::export::Labels;
use crate::view::{
    DifferenceType, DifferenceView, Effect, EntityKind, KeynessMeasure, Setting, Subject, TermSource,
};

/// Maximum number of characters of the text that a note is about, of which the import keeps one more.
pub const NOTED: usize = 23;

/// Returns the message with the one-character name of a kind of mark. It appears in the text together with the line style, so
/// that colour is never alone.
pub fn sign(kind: MarkKind) -> MessageKey {
    match kind {
        MarkKind::Inside(DifferenceType::Variant) => key!("mark-sign-variant"),
        MarkKind::Inside(DifferenceType::Punctuation) => key!("mark-sign-punctuation"),
        MarkKind::Inside(DifferenceType::Number) => key!("mark-sign-number"),
        MarkKind::Inside(DifferenceType::Wording) => key!("mark-sign-wording"),
        MarkKind::Inside(DifferenceType::Addition) => key!("mark-sign-addition"),
        MarkKind::Inside(DifferenceType::Omission) => key!("mark-sign-omission"),
        MarkKind::Moved => key!("mark-sign-moved"),
        MarkKind::Only => key!("mark-sign-only"),
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

/// Returns the message that names a kind of names.
pub fn entity(kind: EntityKind) -> MessageKey {
    match kind {
        EntityKind::Person => key!("fact-person"),
        EntityKind::Place => key!("fact-place"),
        EntityKind::Organisation => key!("fact-organisation"),
    }
}

/// Returns the class of a kind of names in the style sheets: the line below its names.
pub fn entity_class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "n-person",
        EntityKind::Place => "n-place",
        EntityKind::Organisation => "n-organisation",
    }
}

/// Returns the message that names an effect.
pub fn effect(effect: Effect) -> MessageKey {
    match effect {
        Effect::Fact => key!("effect-fact"),
        Effect::Voice => key!("effect-voice"),
        Effect::Wording => key!("effect-wording"),
        Effect::Form => key!("effect-form"),
    }
}

/// Returns the message that says what an effect comprises.
pub fn effect_meaning(effect: Effect) -> MessageKey {
    match effect {
        Effect::Fact => key!("effect-fact-meaning"),
        Effect::Voice => key!("effect-voice-meaning"),
        Effect::Wording => key!("effect-wording-meaning"),
        Effect::Form => key!("effect-form-meaning"),
    }
}

/// Returns the name of an effect in links of the finding.
pub fn effect_name(effect: Effect) -> &'static str {
    match effect {
        Effect::Fact => "fact",
        Effect::Voice => "voice",
        Effect::Wording => "wording",
        Effect::Form => "form",
    }
}

/// Returns the class of an effect in the style sheets.
pub fn effect_class(effect: Effect) -> &'static str {
    match effect {
        Effect::Fact => "e-fact",
        Effect::Voice => "e-voice",
        Effect::Wording => "e-wording",
        Effect::Form => "e-form",
    }
}

/// Names the effect and the kind of a difference, for a screen reader.
pub fn effect_and_kind(difference: &DifferenceView, catalog: &Catalog) -> String {
    let kind = mark(MarkKind::Inside(difference.kind));
    format!("{} {}", catalog.text(effect(difference.effect)), catalog.text(kind))
}

/// Returns the message that names the part of a statement that a difference concerns.
pub fn subject(subject: Subject) -> MessageKey {
    match subject {
        Subject::Value => key!("subject-value"),
        Subject::Label => key!("subject-label"),
        Subject::Name => key!("subject-name"),
        Subject::Title => key!("subject-title"),
        Subject::Negation => key!("subject-negation"),
        Subject::Opposite => key!("subject-opposite"),
        Subject::Attribution => key!("subject-attribution"),
        Subject::Quotation => key!("subject-quotation"),
        Subject::Hedge => key!("subject-hedge"),
        Subject::Modality => key!("subject-modality"),
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
        WarningKind::RivalledText => key!("warning-rivalled"),
        WarningKind::UnwrappedColumn => key!("warning-unwrapped"),
        WarningKind::HeadlineAfterBody => key!("warning-headline-after"),
        WarningKind::NoHeadline => key!("warning-no-headline"),
        WarningKind::UncertainBoundary => key!("warning-uncertain"),
        WarningKind::UnreadPage => key!("warning-unread-page"),
        WarningKind::UnplacedText => key!("warning-unplaced"),
        WarningKind::DroppedOverprint => key!("warning-overprint"),
        WarningKind::DroppedGloss => key!("warning-gloss"),
        WarningKind::MendedForm => key!("warning-form"),
        WarningKind::UnevenRow => key!("warning-row"),
        WarningKind::JoinedLetters => key!("warning-letters"),
        WarningKind::MendedQuote => key!("warning-quote"),
    }
}

/// Returns the message that counts the choices of one kind to look at.
pub fn caution(kind: CautionKind) -> MessageKey {
    match kind {
        CautionKind::NoHeadline => key!("caution-no-headline"),
        CautionKind::ShortHeadline => key!("caution-short-headline"),
        CautionKind::HeadlineAfterBody => key!("caution-headline-after"),
        CautionKind::UncertainBoundary => key!("caution-boundary"),
        CautionKind::RivalledText => key!("caution-rivalled"),
        CautionKind::Encoding => key!("caution-encoding"),
        CautionKind::Damage => key!("caution-damage"),
        CautionKind::Table => key!("caution-table"),
        CautionKind::NoSource => key!("caution-no-source"),
        CautionKind::NoPaper => key!("caution-no-paper"),
        CautionKind::NoDate => key!("caution-no-date"),
    }
}

/// Returns the message that marks a choice to look at beside its text.
pub fn caution_mark(kind: CautionKind) -> MessageKey {
    match kind {
        CautionKind::NoHeadline => key!("caution-mark-no-headline"),
        CautionKind::ShortHeadline => key!("caution-mark-short-headline"),
        CautionKind::HeadlineAfterBody => key!("caution-mark-headline-after"),
        CautionKind::UncertainBoundary => key!("caution-mark-boundary"),
        CautionKind::RivalledText => key!("caution-mark-rivalled"),
        CautionKind::Encoding => key!("caution-mark-encoding"),
        CautionKind::Damage => key!("caution-mark-damage"),
        CautionKind::Table => key!("caution-mark-table"),
        CautionKind::NoSource => key!("caution-mark-no-source"),
        CautionKind::NoPaper => key!("caution-mark-no-paper"),
        CautionKind::NoDate => key!("caution-mark-no-date"),
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

/// Returns the words of a report in the language of a tag; in the page's own if the tag is unknown. They are fetched first
/// where they are in a file of their own; without that, they are those of the language it falls back to.
pub fn report_in(tag: String) -> Pin<Box<dyn Future<Output = Labels>>> {
    Box::pin(async move {
        let named = Language::ALL.into_iter().find(|known| known.tag().starts_with(&tag) && !tag.is_empty());
        let language = named.or_else(|| Language::nearest(&tag)).unwrap_or_else(browser::spoken);
        _ = own_file::fetch(language).await;
        report(&Catalog::new(language))
    })
}

/// Returns the words of a report.
pub fn report(catalog: &Catalog) -> Labels {
    let language = catalog.language();
    let sigla = (0..MOST).map(|place| sigil(place, language)).collect();
    Labels { sigla, ..Labels::new(language.tag(), |label| catalog.text(MessageKey::of(label)).to_string()) }
}

/// The message that names a region.
pub fn region(region: Region) -> MessageKey {
    match region {
        Region::HongKong => key!("region-hong-kong"),
        Region::Taiwan => key!("region-taiwan"),
        Region::Mainland => key!("region-mainland"),
        Region::Macau => key!("region-macau"),
        Region::Singapore => key!("region-singapore"),
    }
}

/// Formats the name of an action together with what it is about, as a screen reader says it.
pub fn named(action: MessageKey, what: &str, catalog: &Catalog) -> AttrValue {
    let name = catalog.text(action);
    catalog.with(key!("named"), [("name", name.as_str().into()), ("what", what.into())])
}

/// The message that names a setting.
pub fn setting(setting: Setting) -> MessageKey {
    match setting {
        Setting::Language => key!("setting-language"),
        Setting::Theme => key!("setting-theme"),
        Setting::Reference => key!("setting-reference"),
        Setting::StopWords => key!("setting-stop-words"),
        Setting::Corpora => key!("setting-corpora"),
        Setting::Columns => key!("setting-columns"),
        Setting::OwnCorpus => key!("setting-own-corpus"),
        Setting::Charts => key!("setting-charts"),
    }
}
