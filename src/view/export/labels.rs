//! The labels of the report, which the caller provides: this module knows no language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::address::PassageAddress;
use crate::compare::{Agreement, DifferenceType, Effect, Relation};
use crate::corpus::BlockKind;
use crate::view::{Range, StoryRow};

/// Makes the labels of the report, each with the key of its message.
macro_rules! labels {
    ($($name:ident = $key:literal,)+) => {
        /// A label of the report.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[expect(
            missing_docs,
            reason = "each is the phrase of its name; the message of its key says it in the reader's words"
        )]
        pub enum Label {
            $($name,)+
        }

        impl Label {
            /// Every label.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Returns the key of its message.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)+
                }
            }
        }
    };
}

labels! {
    Title = "report-title",
    Stories = "report-stories",
    Paper = "report-paper",
    Date = "report-date",
    Headline = "report-headline",
    Characters = "report-characters",
    Frames = "report-frames",
    Dateline = "report-dateline",
    Measure = "report-measure",
    Value = "report-value",
    Relation = "report-relation",
    RelationShared = "relation-shared",
    RelationIdentical = "relation-identical",
    RelationOtherScript = "relation-other-script",
    RelationNothingShared = "relation-nothing-shared",
    RelationOtherLanguage = "relation-other-language",
    RelationEmpty = "relation-empty",
    ReuseForth = "report-reuse-forth",
    ReuseBack = "report-reuse-back",
    CopiedForth = "report-copied-forth",
    CopiedBack = "report-copied-back",
    DiscountedForth = "report-discounted-forth",
    DiscountedBack = "report-discounted-back",
    MinimumRun = "report-minimum-run",
    Aligned = "report-aligned",
    Identical = "report-identical",
    Split = "report-split",
    Merged = "report-merged",
    Moved = "report-moved",
    OrderKept = "report-order-kept",
    Dropped = "report-dropped",
    Added = "report-added",
    None = "report-none",
    Changes = "report-changes",
    Type = "report-type",
    Before = "report-before",
    After = "report-after",
    Count = "report-count",
    Places = "report-places",
    Sentence = "report-sentence",
    Variant = "mark-variant",
    Punctuation = "mark-punctuation",
    Number = "mark-number",
    Wording = "mark-wording",
    Addition = "mark-addition",
    Omission = "mark-omission",
    Script = "report-script",
    Regional = "report-regional",
    OneToMany = "report-one-to-many",
    Width = "report-width",
    Effect = "report-effect",
    Fact = "effect-fact",
    Voice = "effect-voice",
    EffectWording = "effect-wording",
    Form = "effect-form",
    Favoured = "report-favoured",
    FavouredNote = "report-favoured-note",
    Word = "report-word",
    Here = "report-here",
    Elsewhere = "report-elsewhere",
    G2 = "report-g2",
    LogRatio = "report-log-ratio",
    P = "report-p",
    LowExpected = "report-low-expected",
    BlockHeadline = "block-headline",
    BlockKicker = "block-kicker",
    BlockDeck = "block-deck",
    BlockByline = "block-byline",
    BlockSubhead = "block-subhead",
    BlockPullQuote = "block-pull-quote",
    BlockCaption = "block-caption",
    BlockNote = "block-note",
    SideBySide = "report-side-by-side",
    Made = "report-made",
}

impl Label {
    /// Returns the label of the relation of two stories.
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
}

/// The labels in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// The language, as a BCP 47 tag; empty when unknown.
    pub language: String,
    /// The texts. A label without one is shown as its key.
    pub words: BTreeMap<Label, String>,
    /// The address of a passage; `None` for no links.
    pub passage: Option<PassageAddress>,
    /// The addresses of passages of the stories that have one of their own, by id.
    pub story_passages: BTreeMap<String, PassageAddress>,
    /// The letters that name the stories, in order; without them their ids do.
    pub sigla: Vec<String>,
    /// The day on which the report is made, as `YYYY-MM-DD`; empty to leave it out.
    pub day: String,
}

impl Labels {
    /// Collects the labels of a language.
    pub fn new(language: &str, word: impl Fn(Label) -> String) -> Self {
        let words = Label::ALL.iter().map(|&label| (label, word(label))).collect();
        Self { language: language.to_owned(), words, ..Self::default() }
    }

    /// Returns true if passages have addresses outside the file.
    pub(super) fn has_links(&self) -> bool {
        self.passage.is_some() || !self.story_passages.is_empty()
    }

    /// Returns the siglum of a story, given its index, or its id.
    pub(super) fn sign<'s>(&'s self, index: usize, story: &'s StoryRow) -> &'s str {
        self.sigla.get(index).unwrap_or(&story.id)
    }

    /// Returns the name of a story: its siglum, paper and day; or paper and id.
    pub(super) fn called(&self, index: usize, story: &StoryRow) -> String {
        let parts = match self.sigla.get(index) {
            Some(siglum) => [siglum, &story.paper, &story.date],
            None => [&story.paper, &story.id, &String::new()],
        };
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Returns the address of a passage of a story.
    pub(super) fn link(&self, id: &str, passage: Range) -> Option<String> {
        let address = self.story_passages.get(id).or(self.passage.as_ref())?;
        Some(address.of(id, passage))
    }

    /// Returns the text of a label.
    pub fn of(&self, label: Label) -> &str {
        self.words.get(&label).map_or(label.key(), String::as_str)
    }

    /// Returns the name of a type of difference.
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

    /// Returns the name of an effect.
    pub(super) fn effect(&self, effect: Effect) -> &str {
        self.of(match effect {
            Effect::Fact => Label::Fact,
            Effect::Voice => Label::Voice,
            Effect::Wording => Label::EffectWording,
            Effect::Form => Label::Form,
        })
    }

    /// Returns the name of a relation of two stories.
    pub(super) fn relation(&self, relation: Relation) -> &str {
        self.of(Label::of_relation(relation))
    }

    /// Returns the name of a kind of heading, caption or byline.
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

/// Returns the name of an agreement in machine-readable files, as in `window.duidu`.
pub(super) fn agreement(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Lemma => "lemma",
        Agreement::Identical => "identical",
        Agreement::Form => "form",
        Agreement::Reworded => "reworded",
    }
}

/// Returns the name of an effect in those files.
pub(super) fn effect_name(effect: Effect) -> &'static str {
    match effect {
        Effect::Fact => "fact",
        Effect::Voice => "voice",
        Effect::Wording => "wording",
        Effect::Form => "form",
    }
}

/// Returns the name of a type of difference in those files.
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
