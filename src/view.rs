//! The data that the page draws: plain, sorted and complete, with no reference back into the engine.
//!
//! Every [`Range`] counts UTF-16 code units into the story's text, as JavaScript does. Field names in
//! JavaScript are those of `window.duidu`.

pub mod chart;
mod comparison;
mod concordance;
mod content_name;
mod counts;
mod dictionary;
mod dots;
mod doubt;
mod entities;
mod events;
pub mod export;
mod facts;
mod frame;
mod import_report;
mod keeping;
mod link;
mod phrases;
mod report;
mod segmentations;
mod session;
mod setting;
mod similarity;
mod single_story;
mod sources;
mod story;
mod terms;
mod texts;
mod witnesses;

pub use comparison::{
    ComparedBlock, ComparedSentence, ComparedStory, Comparison, Copied, Detail, DifferenceCounts,
    DifferenceType, DifferenceView, Effect, EffectCounts, PairView, Relation, ReuseView, Strength, Subject,
    TextPiece, ValueChange, ValueKind, ValueRelation, ValueView, WithoutTexts,
};
pub use concordance::{CollocateRow, Collocates, Concordance, KeyPlace, KwicRow, StoryHits, WordsWith};
pub use content_name::{ContentName, is_own_id};
pub use counts::{Keyness, KeynessMeasure, KeynessRow, WordList, WordRow, Writing};
pub use dictionary::{
    DictionaryChange, DictionaryEffect, DictionaryList, DictionaryRow, DictionarySort, EffectExample,
    MovedDifference, RegionalList, RegionalRow, StoryPlace, WordsAt,
};
pub use dots::{DotPlot, DotRun};
pub use doubt::{DoubtfulWord, Doubts, FrequencyRange};
pub use entities::{EntityForm, EntityKind, EntityList, EntityPlace, EntityRow};
pub use events::{EventView, StoryCopies};
pub use facts::{FactCell, FactKind, FactSheet, FactSheetRow};
pub use frame::{Facts, HeadingView, Quote, Region, Regions};
pub use import_report::{CautionGroup, CautionPlace, ImportReport, ImportedPage, TwinStory};
pub use keeping::{StorageState, Unkept};
pub use link::{LinkContents, LinkStory, PackedTexts};
pub use phrases::{PhraseRow, Phrases};
pub use report::{
    ChangePlace, Favoured, FavouredWord, FrameRow, MovedPassage, NumberedQuote, Report, ReportChange,
    ReportPair,
};
pub use segmentations::{Parting, SegmentationPair, Stretch};
pub use session::{AddedPage, Beside, Cleared, EntriesMerged, SessionAdded, SessionChange, SessionUndone};
pub use setting::{RefusedSetting, Setting, SettingProblem};
pub use similarity::{SimilarPair, Similarity, WrittenSimilarity};
pub use single_story::{KeywordRow, Keywords, MeasuresRow};
pub use sources::{Partner, SourceStory, SourcedSentence, Sources};
pub(crate) use story::OPENING;
pub use story::{BlockView, Range, Segmentation, SegmentedToken, StoryRow, StoryView, WordMark};
pub use terms::{TermRow, TermSource, TermTable};
pub use texts::{
    EncodingPreview, LineProblem, TextChange, TextPage, TextRow, TextStory, TextWarning, UnusedLine,
};
pub use witnesses::{
    Agreement, Wire, WireLine, WireShare, WitnessCell, WitnessRow, WitnessSegment, Witnesses,
};
