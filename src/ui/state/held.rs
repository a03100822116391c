//! An answer as the page holds it.

use serde::Serialize;

use crate::engine::{Answer, Ready};
use crate::ui::shared::Shared;
use crate::view;

/// A view that an answer can hold.
pub trait Part: Sized {
    /// The view in an answer; none in an answer to another question.
    fn of(held: &Held) -> Option<Shared<Self>>;
}

/// Makes an enum of shared views from the variants of [`Answer`], each with its view and how that is taken out.
macro_rules! held {
    ($($name:ident($view:ty): |$answer:ident| $taken:expr,)+) => {
        /// The views of [`Answer`], each shared so that a component can hold one.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        #[expect(missing_docs, reason = "each variant holds the view of its name")]
        pub enum Held {
            $($name(Shared<$view>),)+
        }

        impl From<Answer> for Held {
            fn from(answer: Answer) -> Self {
                match answer {
                    $(Answer::$name($answer) => Self::$name(Shared::new($taken)),)+
                }
            }
        }

        $(impl Part for $view {
            fn of(held: &Held) -> Option<Shared<Self>> {
                if let Held::$name(view) = held { Some(view.clone()) } else { None }
            }
        })+
    };
}

held! {
    Ready(Ready): |ready| ready,
    Stories(Vec<view::StoryRow>): |rows| rows,
    Text(String): |text| text,
    Story(view::Story): |story| story,
    Segmentation(view::Segmentation): |words| words,
    WordList(view::WordList): |list| list,
    Keyness(view::Keyness): |table| table,
    Concordance(view::Concordance): |rows| rows,
    Collocates(view::Collocates): |rows| rows,
    Phrases(view::Phrases): |rows| rows,
    Keywords(view::Keywords): |rows| rows,
    Measures(Vec<view::MeasuresRow>): |rows| rows,
    Comparison(view::Comparison): |pair| *pair,
    Similarity(view::Similarity): |found| *found,
    DotPlot(view::DotPlot): |plot| *plot,
    Sources(view::Sources): |found| *found,
    Witnesses(view::Witnesses): |table| *table,
    Report(view::Report): |report| *report,
    Terms(view::TermTable): |terms| terms,
    Doubts(view::Doubts): |doubts| doubts,
    FrequencyRange(view::FrequencyRange): |range| range,
    Segmentations(view::SegmentationPair): |pair| *pair,
    WordsAt(view::WordsAt): |words| words,
    DictionaryEffect(view::DictionaryEffect): |effect| effect,
    DictionaryChange(view::DictionaryChange): |change| change,
    DictionaryList(view::DictionaryList): |list| list,
    Texts(Vec<view::TextRow>): |rows| rows,
    TextPage(view::TextPage): |page| *page,
    EncodingPreview(view::EncodingPreview): |preview| preview,
    TextChange(view::TextChange): |change| *change,
    SessionChange(view::SessionChange): |change| *change,
    SessionUndone(view::SessionUndone): |undone| undone,
    Cleared(view::Cleared): |cleared| cleared,
}
