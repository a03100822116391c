//! The words of the report, which come from whoever asks for it: no language is known here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::address::PassageAddress;
use crate::compare::{Agreement, DifferenceType, Relation};
use crate::corpus::BlockKind;

/// A word or phrase of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "each is the phrase of its name; the message of its key says it in the reader's words"
)]
pub enum Label {
    Title,
    Stories,
    Paper,
    Date,
    Headline,
    Characters,
    Frames,
    Dateline,
    Measure,
    Value,
    Relation,
    RelationShared,
    RelationIdentical,
    RelationOtherScript,
    RelationNothingShared,
    RelationOtherLanguage,
    RelationEmpty,
    ReuseForth,
    ReuseBack,
    CopiedForth,
    CopiedBack,
    DiscountedForth,
    DiscountedBack,
    MinimumRun,
    Aligned,
    Identical,
    Split,
    Merged,
    Moved,
    OrderKept,
    Dropped,
    Added,
    None,
    Changes,
    Type,
    Before,
    After,
    Count,
    Places,
    Sentence,
    Variant,
    Punctuation,
    Number,
    Wording,
    Addition,
    Omission,
    Script,
    Regional,
    Favoured,
    FavouredNote,
    Word,
    Here,
    Elsewhere,
    G2,
    LogRatio,
    P,
    LowExpected,
    BlockHeadline,
    BlockKicker,
    BlockDeck,
    BlockByline,
    BlockSubhead,
    BlockPullQuote,
    BlockCaption,
    BlockNote,
}

impl Label {
    /// The label that says how two stories stand to each other.
    pub fn of_relation(relation: Relation) -> Self {
        match relation {
            Relation::Shared => Self::RelationShared,
            Relation::Identical => Self::RelationIdentical,
            Relation::OtherScript => Self::RelationOtherScript,
            Relation::NothingShared => Self::RelationNothingShared,
            Relation::OtherLanguage => Self::RelationOtherLanguage,
            Relation::Empty => Self::RelationEmpty,
        }
    }

    /// Every label.
    pub const ALL: [Self; 65] = [
        Self::Title,
        Self::Stories,
        Self::Paper,
        Self::Date,
        Self::Headline,
        Self::Characters,
        Self::Frames,
        Self::Dateline,
        Self::Measure,
        Self::Value,
        Self::Relation,
        Self::RelationShared,
        Self::RelationIdentical,
        Self::RelationOtherScript,
        Self::RelationNothingShared,
        Self::RelationOtherLanguage,
        Self::RelationEmpty,
        Self::ReuseForth,
        Self::ReuseBack,
        Self::CopiedForth,
        Self::CopiedBack,
        Self::DiscountedForth,
        Self::DiscountedBack,
        Self::MinimumRun,
        Self::Aligned,
        Self::Identical,
        Self::Split,
        Self::Merged,
        Self::Moved,
        Self::OrderKept,
        Self::Dropped,
        Self::Added,
        Self::None,
        Self::Changes,
        Self::Type,
        Self::Before,
        Self::After,
        Self::Count,
        Self::Places,
        Self::Sentence,
        Self::Variant,
        Self::Punctuation,
        Self::Number,
        Self::Wording,
        Self::Addition,
        Self::Omission,
        Self::Script,
        Self::Regional,
        Self::Favoured,
        Self::FavouredNote,
        Self::Word,
        Self::Here,
        Self::Elsewhere,
        Self::G2,
        Self::LogRatio,
        Self::P,
        Self::LowExpected,
        Self::BlockHeadline,
        Self::BlockKicker,
        Self::BlockDeck,
        Self::BlockByline,
        Self::BlockSubhead,
        Self::BlockPullQuote,
        Self::BlockCaption,
        Self::BlockNote,
    ];

    /// The key of the message that says it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "report-title",
            Self::Stories => "report-stories",
            Self::Paper => "report-paper",
            Self::Date => "report-date",
            Self::Headline => "report-headline",
            Self::Characters => "report-characters",
            Self::Frames => "report-frames",
            Self::Dateline => "report-dateline",
            Self::Measure => "report-measure",
            Self::Value => "report-value",
            Self::Relation => "report-relation",
            Self::RelationShared => "relation-shared",
            Self::RelationIdentical => "relation-identical",
            Self::RelationOtherScript => "relation-other-script",
            Self::RelationNothingShared => "relation-nothing-shared",
            Self::RelationOtherLanguage => "relation-other-language",
            Self::RelationEmpty => "relation-empty",
            Self::ReuseForth => "report-reuse-forth",
            Self::ReuseBack => "report-reuse-back",
            Self::CopiedForth => "report-copied-forth",
            Self::CopiedBack => "report-copied-back",
            Self::DiscountedForth => "report-discounted-forth",
            Self::DiscountedBack => "report-discounted-back",
            Self::MinimumRun => "report-minimum-run",
            Self::Aligned => "report-aligned",
            Self::Identical => "report-identical",
            Self::Split => "report-split",
            Self::Merged => "report-merged",
            Self::Moved => "report-moved",
            Self::OrderKept => "report-order-kept",
            Self::Dropped => "report-dropped",
            Self::Added => "report-added",
            Self::None => "report-none",
            Self::Changes => "report-changes",
            Self::Type => "report-type",
            Self::Before => "report-before",
            Self::After => "report-after",
            Self::Count => "report-count",
            Self::Places => "report-places",
            Self::Sentence => "report-sentence",
            Self::Variant => "mark-variant",
            Self::Punctuation => "mark-punctuation",
            Self::Number => "mark-number",
            Self::Wording => "mark-wording",
            Self::Addition => "mark-addition",
            Self::Omission => "mark-omission",
            Self::Script => "report-script",
            Self::Regional => "report-regional",
            Self::Favoured => "report-favoured",
            Self::FavouredNote => "report-favoured-note",
            Self::Word => "report-word",
            Self::Here => "report-here",
            Self::Elsewhere => "report-elsewhere",
            Self::G2 => "report-g2",
            Self::LogRatio => "report-log-ratio",
            Self::P => "report-p",
            Self::LowExpected => "report-low-expected",
            Self::BlockHeadline => "block-headline",
            Self::BlockKicker => "block-kicker",
            Self::BlockDeck => "block-deck",
            Self::BlockByline => "block-byline",
            Self::BlockSubhead => "block-subhead",
            Self::BlockPullQuote => "block-pull-quote",
            Self::BlockCaption => "block-caption",
            Self::BlockNote => "block-note",
        }
    }
}

/// The words of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// The language, as a BCP 47 tag; empty when unknown.
    pub language: String,
    /// The words. A label without any is shown by its key.
    pub words: BTreeMap<Label, String>,
    /// The address of a passage; `None` for no links.
    pub passage: Option<PassageAddress>,
}

impl Labels {
    /// The words of a language from a function of the labels' keys.
    pub fn new(language: &str, word: impl Fn(&str) -> String) -> Self {
        let words = Label::ALL.into_iter().map(|label| (label, word(label.key()))).collect();
        Self { language: language.to_owned(), words, passage: None }
    }

    /// What a label says.
    pub fn of(&self, label: Label) -> &str {
        self.words.get(&label).map_or(label.key(), String::as_str)
    }

    /// The name of a type of difference.
    pub(super) fn difference(&self, kind: DifferenceType) -> &str {
        self.of(match kind {
            DifferenceType::Variant => Label::Variant,
            DifferenceType::Punctuation => Label::Punctuation,
            DifferenceType::Number => Label::Number,
            DifferenceType::Wording => Label::Wording,
            DifferenceType::Addition => Label::Addition,
            DifferenceType::Omission => Label::Omission,
        })
    }

    /// How two stories stand to each other.
    pub(super) fn relation(&self, relation: Relation) -> &str {
        self.of(Label::of_relation(relation))
    }

    /// The name of a kind of heading, caption or byline.
    pub(super) fn block(&self, kind: BlockKind) -> &str {
        self.of(match kind {
            BlockKind::Kicker => Label::BlockKicker,
            BlockKind::Deck => Label::BlockDeck,
            BlockKind::Byline => Label::BlockByline,
            BlockKind::Subhead => Label::BlockSubhead,
            BlockKind::PullQuote => Label::BlockPullQuote,
            BlockKind::Caption => Label::BlockCaption,
            BlockKind::Note | BlockKind::Furniture | BlockKind::Paragraph => Label::BlockNote,
            BlockKind::Headline => Label::BlockHeadline,
        })
    }
}

/// How the machine-readable files name an agreement, as `window.duidu` does.
pub(super) fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Lemma => "lemma",
        Agreement::Identical => "identical",
        Agreement::Form => "form",
        Agreement::Reworded => "reworded",
    }
}

/// How they name a type of difference.
pub(super) fn difference_name(kind: DifferenceType) -> &'static str {
    match kind {
        DifferenceType::Variant => "variant",
        DifferenceType::Punctuation => "punctuation",
        DifferenceType::Number => "number",
        DifferenceType::Wording => "wording",
        DifferenceType::Addition => "addition",
        DifferenceType::Omission => "omission",
    }
}
