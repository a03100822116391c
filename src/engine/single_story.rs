//! Answers about one story by itself: its keywords and its measures.

use crate::analysis::{Weighted, story_measures, text_rank, tf_idf};
use crate::corpus::{Grouping, Mode, Scope, Units};
use crate::segment::Tag;
use crate::view;

use super::counting::{StopList, first_rows};
use super::questions::{KeywordMethod, KeywordsQuestion, StopWords};
use super::{Engine, EngineError};
use crate::text::{OrderBy, saturating_u32};

impl Engine {
    /// Finds keywords in folded text: the writings of one word count as one.
    pub(super) fn keywords(
        &self,
        units: Units,
        question: &KeywordsQuestion,
    ) -> Result<view::Keywords, EngineError> {
        let all = self.counted(units, &Scope::All, Grouping::Variants)?;
        let stories = self.documents(units, &Scope::All)?;
        let Some(story) = (0..).zip(&stories).find(|(_, one)| one.id == question.id).map(|(at, _)| at) else {
            return Err(EngineError::UnknownStory { id: question.id.clone() });
        };
        let (words, list) = (&all.words, all.list());
        if words.story(story).is_empty() {
            return Err(EngineError::EmptyScope);
        }
        let stop_words = StopList::new(&StopWords::LeaveOut);
        // A single character is hardly ever a subject, unless all units are characters.
        let least = if units.mode == Mode::Character { 1 } else { 2 };
        let is_candidate = |position: u32| {
            let form = self.corpus.vocabulary().form(words.printed(position));
            form.chars().count() >= least && form.chars().any(char::is_alphabetic) && !stop_words.holds(form)
        };
        let range = |word| {
            let at = list.words.binary_search_by_key(&word, |entry| entry.word);
            at.map_or(1, |at| list.words[at].range())
        };
        let found = match question.method {
            KeywordMethod::TfIdf if stories.len() < 2 => return Err(EngineError::OneStory),
            KeywordMethod::TfIdf => tf_idf(words, story, range, is_candidate),
            KeywordMethod::TextRank => {
                let is_named: Vec<bool> = Tag::names().map(names_things).collect();
                text_rank(words, story, |position| {
                    is_named[usize::from(words.tag(position))] && is_candidate(position)
                })
            }
        };
        let here = words.story(story);
        let mut rows: Vec<view::KeywordRow> = found
            .into_iter()
            .filter(|one| one.weight > 0.0)
            .map(|Weighted { word, weight }| view::KeywordRow {
                word: self.printed_in(words, story, word).to_owned(),
                weight,
                frequency: saturating_u32(
                    words.positions(word).iter().filter(|position| here.contains(position)).count(),
                ),
                range: range(word),
            })
            .collect();
        rows.order_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.word.cmp(&b.word)));
        let total = saturating_u32(rows.len());
        Ok(view::Keywords {
            rows: first_rows(&rows, question.limit).to_vec(),
            total,
            stories: saturating_u32(stories.len()),
        })
    }

    /// Returns the measures of each story of a scope.
    pub(super) fn measures(
        &self,
        units: Units,
        scope: &Scope,
        fold_variants: bool,
    ) -> Result<Vec<view::MeasuresRow>, EngineError> {
        let grouping = if fold_variants { Grouping::Variants } else { Grouping::None };
        let counted = self.counted(units, scope, grouping)?;
        let stories = self.documents(units, scope)?;
        let row = |(story, document): (u32, &&crate::corpus::Document)| {
            let measures = story_measures(&counted.words, story, document);
            view::MeasuresRow {
                id: document.id.clone(),
                tokens: measures.tokens,
                types: measures.types,
                hapaxes: measures.hapaxes,
                ttr: measures.ttr,
                sttr: measures.sttr,
                mattr: measures.mattr,
                mtld: measures.mtld,
                sentences: measures.sentences,
                sentence_length: measures.sentence_length,
                lexical_density: measures.lexical_density,
            }
        };
        Ok((0..).zip(&stories).map(row).collect())
    }

    /// Returns the most frequent writing of a word in one story; of equally frequent ones the first.
    fn printed_in(
        &self,
        words: &crate::analysis::Subcorpus,
        story: u32,
        word: crate::corpus::WordId,
    ) -> &str {
        let here = words.story(story);
        let mut writings: Vec<(crate::corpus::WordId, u32)> = Vec::new();
        for &position in words.positions(word).iter().filter(|position| here.contains(position)) {
            let printed = words.printed(position);
            match writings.iter_mut().find(|(other, _)| *other == printed) {
                Some((_, count)) => *count += 1,
                None => writings.push((printed, 1)),
            }
        }
        let most = writings.iter().rev().max_by_key(|(_, count)| *count);
        self.corpus.vocabulary().form(most.map_or(word, |&(printed, _)| printed))
    }
}

/// Filters tags for TextRank: nouns and names, verbal nouns, adjectives, idioms and abbreviations, Latin words.
fn names_things(tag: &str) -> bool {
    tag.starts_with('n') || tag.starts_with('a') && tag != "ad" || ["vn", "i", "j", "l", "eng"].contains(&tag)
}
