//! From a route to the queries it needs. Pure.

use crate::corpus::{Mode, Scope, Units};
use crate::engine::{
    Ask, ConcordanceQuestion, DictionaryQuestion, DoubtsQuestion, FrequencyRangeQuestion, Passage,
    PreviewEncoding, Query, SegmentationsQuestion, StopWords, StoriesQuestion, StoryQuestion,
    TextPageQuestion, TextsQuestion, WordListQuestion,
};
use crate::ingest::Encoding;
use crate::ui::comparing::comparisons;
use crate::ui::counting::questions;
use crate::ui::routes::{ConcordanceRoute, DictionaryRoute, ReadRoute, Route, SegmentersRoute, TextRoute};
use crate::view::StoryRow;

/// Number of words listed next to a story.
const TOP_WORDS: u32 = 24;

/// Returns the query of the list of stories, which every page needs.
pub(crate) fn stories() -> Query<StoriesQuestion> {
    StoriesQuestion { scope: Scope::All }.query()
}

/// Returns the query of the reader's own texts, which name pages everywhere.
pub(crate) fn texts() -> Query<TextsQuestion> {
    TextsQuestion {}.query()
}

/// Returns the query of one of the reader's texts.
pub(crate) fn text_page(route: &TextRoute) -> Query<TextPageQuestion> {
    TextPageQuestion { id: route.id.clone() }.query()
}

/// Returns the query of a text's beginning in another encoding.
pub(crate) fn preview(id: &str, encoding: Encoding) -> Query<PreviewEncoding> {
    PreviewEncoding { id: id.to_owned(), encoding }.query()
}

/// Returns the query of a story's text.
pub(crate) fn story(route: &ReadRoute) -> Query<StoryQuestion> {
    StoryQuestion { id: route.id.clone() }.over(route.units)
}

/// Returns the query of the words next to a story.
pub(crate) fn top_words(route: &ReadRoute) -> Query<WordListQuestion> {
    WordListQuestion {
        scope: Scope::story(&route.id),
        stop_words: StopWords::LeaveOut,
        min_frequency: 2,
        limit: Some(TOP_WORDS),
        ..WordListQuestion::default()
    }
    .over(route.units)
}

/// Returns the query of the occurrences of the word looked up next to a story.
pub(crate) fn places(route: &ReadRoute) -> Option<Query<ConcordanceQuestion>> {
    let node = route.word.clone()?;
    Some(questions::places_beside(&ConcordanceRoute {
        node,
        units: route.units,
        ..ConcordanceRoute::default()
    }))
}

/// Returns the query of the words in doubt, if asked for. Doubts concern words even if terms are counted.
pub(crate) fn doubts(route: &ReadRoute) -> Option<Query<DoubtsQuestion>> {
    let known = route.doubts && route.units.mode == Mode::Accurate;
    known.then(|| DoubtsQuestion { id: route.id.clone() }.query())
}

/// Returns the query of the possible frequencies of the word looked up.
pub(crate) fn frequency_range(route: &ReadRoute) -> Option<Query<FrequencyRangeQuestion>> {
    // Frequencies of terms have no range.
    let word = route.word.clone().filter(|_| route.units == Units::default())?;
    Some(FrequencyRangeQuestion { word, scope: Scope::All }.query())
}

/// Returns the query of a text as two segmenters split it.
pub(crate) fn segmentations(route: &SegmentersRoute, passage: Passage) -> Query<SegmentationsQuestion> {
    let of = |mode: Mode| Units { mode, ..Units::default() };
    SegmentationsQuestion { passage, other: of(route.b) }.over(of(route.a))
}

/// Returns the query of the reader's dictionary.
pub(crate) fn dictionary(route: &DictionaryRoute) -> Query<DictionaryQuestion> {
    /// Maximum number of rows listed; a search finds those beyond.
    const LISTED: u32 = 100_000;
    let DictionaryRoute { filter, sort } = route.clone();
    DictionaryQuestion { filter, sort, limit: Some(LISTED) }.query()
}

/// Returns every query a route needs, with the reader's list of words and frequencies if there is one. A
/// route that names no story waits for the list of stories; see [`super::settle::settle`].
pub(crate) fn queries(route: &Route, rows: Option<&[StoryRow]>, list: Option<&str>) -> Vec<Query> {
    let mut wanted: Vec<Query> = vec![stories().into(), texts().into()];
    match route {
        Route::Read(route) if !route.id.is_empty() => {
            wanted.extend([story(route).into(), top_words(route).into()]);
            wanted.extend(places(route).map(Query::from));
            wanted.extend(doubts(route).map(Query::from));
            wanted.extend(frequency_range(route).map(Query::from));
        }
        Route::Compare(route) if !route.a.is_empty() && !route.b.is_empty() => {
            wanted.push(comparisons::pair(route).into())
        }
        Route::Witnesses(route) => wanted.extend(comparisons::witnesses(route).map(Query::from)),
        Route::Report(route) => wanted.extend(comparisons::report(route).map(Query::from)),
        Route::Segmenters(route) if !route.id.is_empty() => {
            wanted.push(segmentations(route, Passage::Story(route.id.clone())).into());
        }
        Route::Similarity(route) => wanted.push(comparisons::similarity(route).into()),
        Route::Dots(route) => wanted.extend(comparisons::dots(route).map(Query::from)),
        Route::Sources(route) => wanted.extend(comparisons::sources(route).map(Query::from)),
        Route::Dictionary(route) => wanted.push(dictionary(route).into()),
        Route::Words(route) => wanted.push(questions::words(route).into()),
        Route::Phrases(route) if route.every => wanted.push(questions::ngrams(route).into()),
        Route::Phrases(route) => wanted.push(questions::phrases(route).into()),
        Route::Terms(route) => wanted.push(questions::terms(route).into()),
        Route::Measures(route) => wanted.push(questions::measures(route).into()),
        Route::Keyness(route) => {
            wanted.extend(rows.and_then(|rows| questions::keyness(route, rows, list)).map(Query::from));
        }
        Route::Keywords(route) => wanted.extend(questions::keywords(route).map(Query::from)),
        Route::Concordance(route) => wanted.extend(questions::concordance(route).map(Query::from)),
        Route::Collocates(route) => {
            if let Some((query, beside)) = questions::collocates(route) {
                wanted.push(query.into());
                wanted.extend(beside.map(Query::from));
            }
        }
        Route::Text(route) => wanted.push(text_page(route).into()),
        _ => {}
    }
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_node_asks_nothing() {
        assert_eq!(
            queries(&Route::Concordance(ConcordanceRoute::default()), None, None),
            [Query::from(stories()), texts().into()]
        );
    }
}
