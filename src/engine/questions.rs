//! The table of all questions, each with the view that answers it.
//!
//! The table generates the enums on the wire and everything that handles any question; the needs and effects of a
//! question are declared beside its struct, in the files below.

mod comparing;
mod counting;
mod dictionary;
mod stories;
mod texts;

pub use comparing::{
    CompareQuestion, ComparisonFile, ComparisonFormat, DotPlotQuestion, EventsQuestion, FactsQuestion,
    ReportQuestion, SimilarityQuestion, SourcesQuestion, WitnessesQuestion,
};
pub use counting::{
    CollocatesQuestion, ConcordanceQuestion, ContextUnit, FrequencyRangeQuestion, KeynessQuestion,
    KeywordMethod, KeywordsQuestion, MeasuresQuestion, Near, NgramsQuestion, PhrasesQuestion,
    ReferenceCorpus, SortKey, StopWords, TermsQuestion, WordFilter, WordListQuestion,
};
pub use dictionary::{
    DictionaryEdit, DictionaryQuestion, EditDictionary, ExportDictionary, ExportRegional, PreviewDictionary,
    RegionalQuestion,
};
pub use stories::{
    DoubtsQuestion, EntitiesQuestion, Inside, Passage, ReadyQuestion, SegmentOptions, SegmentQuestion,
    SegmentationsQuestion, StoriesQuestion, StoryListQuestion, StoryQuestion, StoryTextQuestion,
    WordsAtQuestion,
};
pub use texts::{
    ClearEverything, ContentNamesQuestion, EditTexts, ExportSession, ImportReportQuestion, ImportSession,
    LinkContentsQuestion, PackTexts, PreviewEncoding, TextEdit, TextPageQuestion, TextsQuestion, UndoSession,
};

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

use super::arguments::{ArgumentError, read};
use super::found_names::NamedStories;
use super::{Ask, Engine, EngineError, Listed, Query, Ready};
use crate::corpus::{Corpus, Scope, Units};
use crate::ingest::ReadTask;
use crate::view;

/// Calls a macro with the table: the name of each question, its struct, and the view that answers it.
#[macro_export]
#[doc(hidden)]
macro_rules! for_each_question {
    ($macro:ident) => {
        $macro! {
            Ready(ReadyQuestion) -> Ready,
            Stories(StoriesQuestion) -> Vec<view::StoryRow>,
            StoryList(StoryListQuestion) -> Vec<view::StoryRow>,
            Text(StoryTextQuestion) -> String,
            Story(StoryQuestion) -> view::StoryView,
            Segment(SegmentQuestion) -> view::Segmentation,
            Segmentations(SegmentationsQuestion) -> view::SegmentationPair,
            Doubts(DoubtsQuestion) -> view::Doubts,
            Entities(EntitiesQuestion) -> view::EntityList,
            WordsAt(WordsAtQuestion) -> view::WordsAt,
            WordList(WordListQuestion) -> view::WordList,
            Keyness(KeynessQuestion) -> view::Keyness,
            Concordance(ConcordanceQuestion) -> view::Concordance,
            Collocates(CollocatesQuestion) -> view::Collocates,
            Ngrams(NgramsQuestion) -> view::Phrases,
            Phrases(PhrasesQuestion) -> view::Phrases,
            Keywords(KeywordsQuestion) -> view::Keywords,
            Measures(MeasuresQuestion) -> Vec<view::MeasuresRow>,
            Terms(TermsQuestion) -> view::TermTable,
            FrequencyRange(FrequencyRangeQuestion) -> view::FrequencyRange,
            Compare(CompareQuestion) -> view::Comparison,
            DotPlot(DotPlotQuestion) -> view::DotPlot,
            Similarity(SimilarityQuestion) -> view::Similarity,
            Events(EventsQuestion) -> Vec<view::EventView>,
            Facts(FactsQuestion) -> view::FactSheet,
            Sources(SourcesQuestion) -> view::Sources,
            Witnesses(WitnessesQuestion) -> view::Witnesses,
            Report(ReportQuestion) -> view::Report,
            ExportComparison(ComparisonFile) -> String,
            Dictionary(DictionaryQuestion) -> view::DictionaryList,
            PreviewDictionary(PreviewDictionary) -> view::DictionaryEffect,
            EditDictionary(EditDictionary) -> view::DictionaryChange,
            ExportDictionary(ExportDictionary) -> String,
            Regional(RegionalQuestion) -> view::RegionalList,
            ExportRegional(ExportRegional) -> String,
            Texts(TextsQuestion) -> Vec<view::TextRow>,
            ContentNames(ContentNamesQuestion) -> Vec<view::ContentName>,
            TextPage(TextPageQuestion) -> view::TextPage,
            ImportReport(ImportReportQuestion) -> view::ImportReport,
            PreviewEncoding(PreviewEncoding) -> view::EncodingPreview,
            EditTexts(EditTexts) -> view::TextChange,
            ExportSession(ExportSession) -> String,
            ImportSession(ImportSession) -> view::SessionChange,
            PackTexts(PackTexts) -> view::PackedTexts,
            LinkContents(LinkContentsQuestion) -> view::LinkContents,
            UndoSession(UndoSession) -> view::SessionUndone,
            ClearEverything(ClearEverything) -> view::Cleared,
        }
    };
}

macro_rules! questions {
    ($($name:ident($question:ty) -> $answer:ty,)+) => {
        /// Any question, as the wire carries it.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each variant holds the question of its name")]
        pub enum Question {
            $($name($question),)+
        }

        /// Any answer, as the wire carries it: the variant of its question.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each variant holds the answer to the question of its name")]
        #[allow(clippy::large_enum_variant, reason = "an answer is made, moved a few times and taken apart")]
        pub enum Answer {
            $($name($answer),)+
        }

        $(impl Listed for $question {
            type Answer = $answer;

            fn listed(self) -> Question {
                Question::$name(self)
            }

            fn take(answer: Answer) -> Option<Self::Answer> {
                if let Answer::$name(answer) = answer { Some(answer) } else { None }
            }
        })+

        impl Question {
            /// Returns the scopes whose words are needed.
            pub(super) fn stories(&self, corpus: &Corpus) -> Vec<Scope> {
                match self {
                    $(Self::$name(question) => question.stories(corpus),)+
                }
            }

            /// Returns the stories whose names are needed.
            pub(super) fn names(&self) -> Option<NamedStories> {
                match self {
                    $(Self::$name(question) => question.names(),)+
                }
            }

            /// Returns true if answering changes what the reader keeps.
            pub fn changes(&self) -> bool {
                match self {
                    $(Self::$name(_) => <$question as Ask>::CHANGES,)+
                }
            }

            /// Returns true if jieba's dictionary must be loaded, whatever the units are.
            pub(super) fn needs_dictionary(&self) -> bool {
                match self {
                    $(Self::$name(question) => question.needs_dictionary(),)+
                }
            }

            /// Returns true if the question brings texts that the browser is to keep.
            pub fn adds_texts(&self) -> bool {
                match self {
                    $(Self::$name(question) => question.adds_texts(),)+
                }
            }

            /// Returns true if a text must be read or cut first.
            pub fn reads(&self) -> bool {
                match self {
                    $(Self::$name(question) => question.reads(),)+
                }
            }

            /// Returns what must be read or cut first.
            pub(super) fn read_task(&self, engine: &Engine) -> Result<Option<ReadTask>, EngineError> {
                match self {
                    $(Self::$name(question) => question.read_task(engine),)+
                }
            }

            pub(super) fn answer(self, engine: &mut Engine, units: Units) -> Result<Answer, EngineError> {
                match self {
                    $(Self::$name(question) => Ok(Answer::$name(question.answer(engine, units)?)),)+
                }
            }
        }

        impl Answer {
            /// Writes the answer as `window.duidu` gives it.
            ///
            /// # Errors
            /// Those of the serializer.
            pub fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$name(answer) => <$question as Ask>::write(answer, serializer),)+
                }
            }
        }

        /// The names of the functions of `window.duidu` that ask a question by its own fields.
        pub const CALLS: &[&str] = &[$(<$question as Ask>::NAME,)+];

        /// Reads the arguments of a function of `window.duidu`.
        ///
        /// # Errors
        /// [`ArgumentError`] for a function that is not in [`CALLS`], and for arguments that do not fit it.
        pub fn call(name: &str, arguments: Vec<Value>) -> Result<Query, ArgumentError> {
            $(if !name.is_empty() && name == <$question as Ask>::NAME {
                return read::<$question>(arguments).map(Query::from);
            })+
            Err(ArgumentError::of("function", format!("there is none named {name}")))
        }
    };
}

for_each_question!(questions);
