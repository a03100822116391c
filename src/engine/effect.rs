//! The effect of segmenting stories in another way.

use rustc_hash::FxHashMap;

use crate::analysis::FrequencyList;
use crate::corpus::{Corpus, Document, Replaced, Scope, Tokens, Units, Vocabulary, WordId};
use crate::text::{OrderBy, Span, Utf16Map, from, saturating_u32, up_to};
use crate::view;

use super::reading::range;

/// The maximum number of examples shown of a change.
const EXAMPLES: usize = 6;

/// Characters of context on each side of an example.
const CONTEXT: usize = 8;

/// Compares the current tokens in `units` with the tokens that were replaced.
pub(super) fn effect(corpus: &Corpus, units: Units, replaced: &[Replaced]) -> view::DictionaryEffect {
    let mut effect = view::DictionaryEffect::default();
    let before: FxHashMap<usize, &Tokens> =
        replaced.iter().filter_map(|replaced| replaced.of(units)).collect();
    effect.cut_again = saturating_u32(before.len());
    let stories = corpus.within(units, &Scope::All);
    let mut examples: Vec<Vec<view::EffectExample>> = Vec::new();
    for (place, &(document, after)) in stories.iter().enumerate() {
        let Some(before) = before.get(&place) else { continue };
        let lost = places_lost(before, after);
        if lost.is_empty() {
            continue;
        }
        effect.tokens += saturating_u32(lost.len());
        effect.stories += 1;
        examples.push(examples_of(document, before, after, &lost, corpus.vocabulary()));
    }
    effect.examples = in_turn(examples);
    if effect.tokens == 0 {
        return effect;
    }
    let after = FrequencyList::count(stories.iter().map(|(_, tokens)| *tokens));
    let list =
        stories.iter().enumerate().map(|(place, &(_, after))| before.get(&place).copied().unwrap_or(after));
    let before = FrequencyList::count(list);
    effect.words = differing(&frequencies(&before), &frequencies(&after));
    effect.ranks = differing(&ranks(&before), &ranks(&after));
    effect
}

/// Returns one example of each story, then a second one of each, and so on, at most [`EXAMPLES`].
fn in_turn(examples: Vec<Vec<view::EffectExample>>) -> Vec<view::EffectExample> {
    let mut numbered: Vec<(usize, view::EffectExample)> =
        examples.into_iter().flat_map(|of_story| of_story.into_iter().enumerate()).collect();
    numbered.order_by_key(|&(number, _)| number);
    numbered.truncate(EXAMPLES);
    numbered.into_iter().map(|(_, example)| example).collect()
}

/// Returns the first places of a story that changed, each once.
fn examples_of(
    document: &Document,
    before: &Tokens,
    after: &Tokens,
    lost: &[Span],
    vocabulary: &Vocabulary,
) -> Vec<view::EffectExample> {
    let map = Utf16Map::new(&document.text);
    let mut examples = Vec::new();
    let mut shown = Span::default();
    for &span in lost {
        if examples.len() == EXAMPLES {
            break;
        }
        if span.start >= shown.end {
            shown = place_around(before, after, span);
            examples.push(example(document, before, after, shown, &map, vocabulary));
        }
    }
    examples
}

/// Returns the tokens before a change that do not exist after it.
fn places_lost(before: &Tokens, after: &Tokens) -> Vec<Span> {
    let kept = |span: Span| after.all.binary_search_by_key(&span, |token| token.span).is_ok();
    before.all.iter().map(|token| token.span).filter(|&span| !kept(span)).collect()
}

/// Returns the place around a lost token at whose ends both segmentations have a boundary.
fn place_around(before: &Tokens, after: &Tokens, lost: Span) -> Span {
    let mut place = lost;
    loop {
        let mut wider = place;
        for tokens in [before, after] {
            let first = tokens.all.partition_point(|token| token.span.end <= place.start);
            for token in tokens.all[first..].iter().take_while(|token| token.span.start < place.end) {
                wider = Span { start: wider.start.min(token.span.start), end: wider.end.max(token.span.end) };
            }
        }
        if wider == place {
            return place;
        }
        place = wider;
    }
}

fn example(
    document: &Document,
    before: &Tokens,
    after: &Tokens,
    place: Span,
    map: &Utf16Map<'_>,
    vocabulary: &Vocabulary,
) -> view::EffectExample {
    let words = |tokens: &Tokens| {
        tokens.inside(place).iter().map(|token| vocabulary.form(token.word).to_owned()).collect::<Vec<_>>()
    };
    let left = up_to(&document.text, place.start as usize);
    let right = from(&document.text, place.end as usize);
    let line = |text: &str| text.split('\n').next().unwrap_or_default().to_owned();
    let view::Range { start, end } = range(map, place);
    view::EffectExample {
        id: document.id.clone(),
        start,
        end,
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

/// Returns the rank of each word; words of one frequency share the rank of the first.
fn ranks(list: &FrequencyList) -> FxHashMap<WordId, u32> {
    let mut all: Vec<u32> = list.words.iter().map(|entry| entry.frequency).collect();
    all.order_by(|a, b| b.cmp(a));
    let rank = |frequency: u32| all.partition_point(|&other| other > frequency);
    list.words.iter().map(|entry| (entry.word, saturating_u32(rank(entry.frequency) + 1))).collect()
}

/// Returns the number of words that have another value on one side, or none.
fn differing(before: &FxHashMap<WordId, u32>, after: &FxHashMap<WordId, u32>) -> u32 {
    let here = before.iter().filter(|(word, value)| after.get(word) != Some(value)).count();
    let new = after.keys().filter(|word| !before.contains_key(word)).count();
    saturating_u32(here + new)
}
