//! The differences that the reader moved to another effect.

use crate::lexicon::{Correction, DifferenceSide, Effect, Key, Place, Rule, UserDictionary};
use crate::view::{self, DifferenceView};

use super::Engine;

/// The effects that the reader gave to differences between two stories.
#[derive(Clone, Copy)]
pub(super) struct MovedEffects<'a> {
    dictionary: &'a UserDictionary,
    /// The ids of the stories.
    stories: (&'a str, &'a str),
}

impl Engine {
    /// Returns the effects that the reader gave to differences between two stories, given by their ids.
    pub(super) fn moved_effects<'a>(&'a self, a: &'a str, b: &'a str) -> MovedEffects<'a> {
        MovedEffects { dictionary: self.dictionary(), stories: (a, b) }
    }
}

impl MovedEffects<'_> {
    /// Returns the effect that the reader gave to the difference between two places with these words.
    pub(super) fn of(&self, a: (view::Range, &str), b: (view::Range, &str)) -> Option<Effect> {
        if !self.dictionary.moves_differences() {
            return None;
        }
        let side = |story: &str, (range, words): (view::Range, &str)| DifferenceSide {
            place: Place { story: story.to_owned(), start: range.start, end: range.end },
            words: words.to_owned(),
        };
        let (a, b) = (side(self.stories.0, a), side(self.stories.1, b));
        let sides = if a.place < b.place { [a, b] } else { [b, a] };
        let key = Key::Difference(sides[0].place.clone(), sides[1].place.clone());
        let moved = self.dictionary.get(&key).filter(|moved| moved.enabled)?;
        // A text may have been edited since.
        let is_there = moved.sides().is_some_and(|said| said == sides);
        effect(moved).filter(|_| is_there)
    }

    /// Gives the effects to some differences, and notes the effects that they had.
    pub(super) fn give(&self, differences: &mut [DifferenceView]) {
        for found in differences {
            let moved = self.of((found.a_range, &found.a), (found.b_range, &found.b));
            if let Some(effect) = moved.filter(|&effect| effect != found.effect) {
                found.judged = Some(found.effect);
                found.effect = effect;
            }
        }
    }
}

fn effect(moved: &Correction) -> Option<Effect> {
    if let Rule::Move { effect, .. } = moved.rule() { Some(*effect) } else { None }
}
