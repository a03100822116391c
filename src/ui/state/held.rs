//! An answer as the page holds it.

use crate::engine::{Answer, Ready};
use crate::ui::shared::Shared;
use crate::view::{
    Collocates, Comparison, Concordance, DictionaryChange, DictionaryEffect, DictionaryList, DotPlot, Doubts,
    EncodingPreview, FrequencyRange, Keyness, Keywords, MeasuresRow, Phrases, Report, Segmentation,
    SegmentationPair, SessionChange, Similarity, Sources, Story, StoryRow, TermTable, TextChange, TextPage,
    TextRow, Witnesses, WordList, WordsAt,
};

/// The views of [`Answer`], each shared so that a component can hold one.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant holds the view of its name")]
pub enum Held {
    Ready(Ready),
    Stories(Shared<Vec<StoryRow>>),
    Text(Shared<String>),
    Story(Shared<Story>),
    Segmentation(Shared<Segmentation>),
    WordList(Shared<WordList>),
    Keyness(Shared<Keyness>),
    Concordance(Shared<Concordance>),
    Collocates(Shared<Collocates>),
    Phrases(Shared<Phrases>),
    Keywords(Shared<Keywords>),
    Measures(Shared<Vec<MeasuresRow>>),
    Comparison(Shared<Comparison>),
    Terms(Shared<TermTable>),
    Doubts(Shared<Doubts>),
    FrequencyRange(Shared<FrequencyRange>),
    Segmentations(Shared<SegmentationPair>),
    WordsAt(Shared<WordsAt>),
    Similarity(Shared<Similarity>),
    DotPlot(Shared<DotPlot>),
    Sources(Shared<Sources>),
    Witnesses(Shared<Witnesses>),
    Report(Shared<Report>),
    DictionaryEffect(Shared<DictionaryEffect>),
    DictionaryChange(Shared<DictionaryChange>),
    DictionaryList(Shared<DictionaryList>),
    Texts(Shared<Vec<TextRow>>),
    TextPage(Shared<TextPage>),
    EncodingPreview(Shared<EncodingPreview>),
    TextChange(Shared<TextChange>),
    SessionChange(Shared<SessionChange>),
}

impl From<Answer> for Held {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Ready(ready) => Self::Ready(ready),
            Answer::Stories(rows) => Self::Stories(Shared::new(rows)),
            Answer::Text(text) => Self::Text(Shared::new(text)),
            Answer::Story(story) => Self::Story(Shared::new(story)),
            Answer::Segmentation(words) => Self::Segmentation(Shared::new(words)),
            Answer::WordList(list) => Self::WordList(Shared::new(list)),
            Answer::Keyness(table) => Self::Keyness(Shared::new(table)),
            Answer::Concordance(rows) => Self::Concordance(Shared::new(rows)),
            Answer::Collocates(rows) => Self::Collocates(Shared::new(rows)),
            Answer::Phrases(rows) => Self::Phrases(Shared::new(rows)),
            Answer::Keywords(rows) => Self::Keywords(Shared::new(rows)),
            Answer::Measures(rows) => Self::Measures(Shared::new(rows)),
            Answer::Comparison(pair) => Self::Comparison(Shared::new(*pair)),
            Answer::Similarity(found) => Self::Similarity(Shared::new(*found)),
            Answer::DotPlot(plot) => Self::DotPlot(Shared::new(*plot)),
            Answer::Sources(found) => Self::Sources(Shared::new(*found)),
            Answer::Witnesses(table) => Self::Witnesses(Shared::new(*table)),
            Answer::Report(report) => Self::Report(Shared::new(*report)),
            Answer::Terms(terms) => Self::Terms(Shared::new(terms)),
            Answer::Doubts(doubts) => Self::Doubts(Shared::new(doubts)),
            Answer::FrequencyRange(range) => Self::FrequencyRange(Shared::new(range)),
            Answer::Segmentations(pair) => Self::Segmentations(Shared::new(*pair)),
            Answer::WordsAt(words) => Self::WordsAt(Shared::new(words)),
            Answer::DictionaryChange(change) => Self::DictionaryChange(Shared::new(change)),
            Answer::DictionaryList(list) => Self::DictionaryList(Shared::new(list)),
            Answer::DictionaryEffect(effect) => Self::DictionaryEffect(Shared::new(effect)),
            Answer::Texts(rows) => Self::Texts(Shared::new(rows)),
            Answer::TextPage(page) => Self::TextPage(Shared::new(*page)),
            Answer::EncodingPreview(preview) => Self::EncodingPreview(Shared::new(preview)),
            Answer::TextChange(change) => Self::TextChange(Shared::new(*change)),
            Answer::SessionChange(change) => Self::SessionChange(Shared::new(*change)),
        }
    }
}
