//! The reader's dictionary: what it would change, and changing it.

use rustc_hash::FxHashMap;

use crate::analysis::FrequencyList;
use crate::corpus::{Document, Scope, Tokens, Vocabulary, WordId};
use crate::lexicon::UserDictionary;
use crate::text::{Span, fold};
use crate::view;

use super::segmenters::{Prepared, tokens};
use super::{Engine, EngineError};

/// Examples shown of what a change does.
const EXAMPLES: usize = 6;

/// Characters of context on each side of an example.
const CONTEXT: usize = 8;

impl Engine {
    /// What the stories would be like under another dictionary.
    pub(super) fn preview_dictionary(
        &mut self,
        dictionary: &UserDictionary,
    ) -> Result<view::DictionaryEffect, EngineError> {
        let before = self.segmenters.obey(Prepared::new(dictionary));
        let again = self.cut_again(dictionary);
        self.segmenters.obey(before);
        Ok(self.effect(&again?))
    }

    /// Cuts by another dictionary from now on. Only stories that hold an entry that came, went or changed are cut
    /// again.
    pub(super) fn use_dictionary(
        &mut self,
        dictionary: UserDictionary,
    ) -> Result<view::DictionaryEffect, EngineError> {
        let effect = self.preview_dictionary(&dictionary)?;
        self.segmenters.obey(Prepared::new(&dictionary));
        self.terms_counted = None;
        let concerned = self.concerned(&dictionary);
        let segmenters = &self.segmenters;
        self.corpus.cut_again(
            |_, document| concerned.contains(&document.id),
            |units, text, vocabulary| {
                Ok::<_, EngineError>(tokens(text, segmenters.cuts(units, text)?, vocabulary))
            },
        )?;
        self.dictionary = dictionary;
        Ok(effect)
    }

    /// The ids of the stories that hold an entry on which another dictionary does not agree with this one.
    fn concerned(&self, other: &UserDictionary) -> Vec<String> {
        let changed: Vec<String> = self.dictionary.differing(other).map(fold).collect();
        let holds = |document: &&Document| {
            let folded = fold(&document.text);
            changed.iter().any(|word| folded.contains(word.as_str()))
        };
        self.corpus.documents().iter().filter(holds).map(|document| document.id.clone()).collect()
    }

    /// The tokens, under the corrections in force, of the stories another dictionary concerns.
    fn cut_again(&mut self, other: &UserDictionary) -> Result<Vec<(String, Tokens)>, EngineError> {
        let mut again = Vec::new();
        for id in self.concerned(other) {
            let text = self.document(&id)?.0.text.clone();
            let cuts = self.segmenters.cuts(self.units, &text)?;
            again.push((id, tokens(&text, cuts, self.corpus.vocabulary_mut())));
        }
        Ok(again)
    }

    fn effect(&self, again: &[(String, Tokens)]) -> view::DictionaryEffect {
        let mut effect = view::DictionaryEffect::default();
        let stories = self.corpus.within(self.units, &Scope::All);
        let after_of = |id: &str| again.iter().find(|(other, _)| other == id).map(|(_, tokens)| tokens);
        for &(document, before) in &stories {
            let Some(after) = after_of(&document.id) else { continue };
            let lost = places_lost(before, after);
            effect.tokens += u32::try_from(lost.len()).unwrap_or(u32::MAX);
            effect.stories += u32::from(!lost.is_empty());
            if let (Some(&first), true) = (lost.first(), effect.examples.len() < EXAMPLES) {
                effect.examples.push(example(document, before, after, first, self.corpus.vocabulary()));
            }
        }
        let before = FrequencyList::count(stories.iter().map(|(_, tokens)| *tokens));
        let after = FrequencyList::count(
            stories.iter().map(|(document, tokens)| after_of(&document.id).unwrap_or(tokens)),
        );
        effect.words = differing(&frequencies(&before), &frequencies(&after));
        effect.ranks = differing(&ranks(&before), &ranks(&after));
        effect
    }
}
/// Tokens that stand before a change and not after it.
fn places_lost(before: &Tokens, after: &Tokens) -> Vec<Span> {
    let kept = |span: Span| after.all.binary_search_by_key(&span, |token| token.span).is_ok();
    before.all.iter().map(|token| token.span).filter(|&span| !kept(span)).collect()
}

/// The place around a lost token where both cuts begin and end together.
fn example(
    document: &Document,
    before: &Tokens,
    after: &Tokens,
    lost: Span,
    vocabulary: &Vocabulary,
) -> view::EffectExample {
    let mut place = lost;
    loop {
        let mut wider = place;
        for token in before.all.iter().chain(&after.all) {
            if token.span.start < place.end && place.start < token.span.end {
                wider = Span { start: wider.start.min(token.span.start), end: wider.end.max(token.span.end) };
            }
        }
        if wider == place {
            break;
        }
        place = wider;
    }
    let words = |tokens: &Tokens| {
        tokens.inside(place).iter().map(|token| vocabulary.form(token.word).to_owned()).collect::<Vec<_>>()
    };
    let left = &document.text[..place.start as usize];
    let right = &document.text[place.end as usize..];
    let line = |text: &str| text.split('\n').next().unwrap_or_default().to_owned();
    view::EffectExample {
        id: document.id.clone(),
        left: left
            .rsplit('\n')
            .next()
            .map(|line| line.chars().skip(line.chars().count().saturating_sub(CONTEXT)).collect())
            .unwrap_or_default(),
        before: words(before),
        after: words(after),
        right: line(right).chars().take(CONTEXT).collect(),
    }
}

fn frequencies(list: &FrequencyList) -> FxHashMap<WordId, u32> {
    list.words.iter().map(|entry| (entry.word, entry.frequency)).collect()
}

/// The rank of each word; words of one frequency share the rank of the first.
fn ranks(list: &FrequencyList) -> FxHashMap<WordId, u32> {
    let mut all: Vec<u32> = list.words.iter().map(|entry| entry.frequency).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    let rank = |frequency: u32| all.partition_point(|&other| other > frequency);
    list.words
        .iter()
        .map(|entry| (entry.word, u32::try_from(rank(entry.frequency) + 1).unwrap_or(u32::MAX)))
        .collect()
}

/// How many words have another value on one side, or none.
fn differing(before: &FxHashMap<WordId, u32>, after: &FxHashMap<WordId, u32>) -> u32 {
    let here = before.iter().filter(|(word, value)| after.get(word) != Some(value)).count();
    let new = after.keys().filter(|word| !before.contains_key(word)).count();
    u32::try_from(here + new).unwrap_or(u32::MAX)
}
