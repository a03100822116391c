//! The decoder: the best sequence of words over the lattice of all stretches of a sentence.

#[cfg(test)]
use super::contexts::FAMILIES;
use super::contexts::families;
use super::file::Model;
use super::lanes::{Lanes, add_sums};
use super::lookups::{Lookup, Lookups};
use super::patterns::{MARGIN, NGRAMS, Sentence, TEMPLATES, bigram, skip, trigram, unigram};
use super::words::{LONGEST_LISTED, is_tagged};
use crate::segment::rules::{RuleUnit, tag_by_writing};
use crate::segment::{Tag, TokenSpan};
use crate::text::Span;

/// Maximum length of a word in the lattice, in units.
pub const LONGEST: usize = 16;

// The four roles of a unit in a word: its beginning, its middle, its end, the whole of it.
const BEGIN: usize = 0;
const MIDDLE: usize = 1;
const END: usize = 2;
const WHOLE: usize = 3;

/// Number of lengths of long words, plus one to make it a power of two.
const REACH: usize = LONGEST;

/// Number of lengths that are computed at once.
const LANES: usize = 4;

/// Number of weights added for each unit: one for each unit an n-gram can apply to, and one for each context.
#[cfg(test)]
pub(super) const ADDED: i32 = 15 + FAMILIES as i32;

/// The score of a place that no path leads to. Far from the limit, so that sums cannot wrap.
pub(super) const NOWHERE: i32 = i32::MIN / 2;

/// Working memory of the decoder, reused for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    sentence: Sentence,
    starts: Vec<usize>,
    /// The scores of each unit in its four roles.
    scores: Vec<Lanes>,
    lookups: Lookups,
    /// For each unit, the part of a word's score for beginning there; `tails` has, for each place, that for
    /// ending there.
    heads: Vec<i32>,
    tails: Vec<i32>,
    /// For each place, the best score of the words before it if the last is long.
    longs: Vec<i32>,
    /// The same if the last is a single unit.
    singles: Vec<i32>,
    /// For each place, the start of the long last word, times two, plus the class of the word before it.
    before_longs: Vec<u32>,
    /// The class of the word before the single last word.
    before_singles: Vec<u8>,
    ends: Vec<usize>,
}

impl Scratch {
    /// Clears the previous sentence.
    pub fn clear(&mut self) {
        self.sentence.clear();
        self.starts.clear();
    }

    /// Adds a unit to the sentence.
    #[inline]
    pub fn push(&mut self, unit: RuleUnit) {
        self.sentence.push(unit.symbol, unit.kind);
        self.starts.push(unit.start);
    }

    /// Returns the number of units of the sentence.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Returns true if the sentence has no units.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Returns the byte at which a unit starts.
    pub fn start(&self, unit: usize) -> usize {
        self.starts[unit]
    }

    /// Returns the words found, each as its first unit and the unit after its last.
    pub fn words(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.ends.iter().rev().scan(0, |start, &end| Some((std::mem::replace(start, end), end)))
    }

    /// Returns the tag the lists have for the word of these units; [`Tag::UNKNOWN`] if they lack it.
    pub fn tag(&self, first: usize, last: usize) -> Tag {
        let length = last - first;
        let listed = length <= LONGEST_LISTED && is_tagged(self.sentence.known[first][length - 1]);
        if listed { Tag::numbered(self.sentence.tags[first][length - 1]) } else { Tag::UNKNOWN }
    }

    /// Returns the token of these units in the text; the sentence ends at byte `sentence_end`.
    pub(super) fn token(&self, text: &str, sentence_end: usize, (first, last): (usize, usize)) -> TokenSpan {
        let end = if last == self.len() { sentence_end } else { self.starts[last] };
        let span = Span::new(self.starts[first], end);
        let tag = match self.tag(first, last) {
            Tag::UNKNOWN => tag_by_writing(span.of(text)),
            tag => tag,
        };
        TokenSpan { span, tag }
    }

    /// Appends the tokens of the words found.
    pub(super) fn tokens(&self, text: &str, sentence_end: usize, tokens: &mut Vec<TokenSpan>) {
        tokens.extend(self.words().map(|word| self.token(text, sentence_end, word)));
    }

    /// Returns the score of these units as a word, without the weight that depends on the word before.
    #[inline]
    pub(super) fn word(&self, model: &Model, start: usize, end: usize) -> i32 {
        let length = end - start;
        let shape = model.shape(length, self.sentence.known[start].get(length - 1).copied().unwrap_or(0));
        match length {
            1 => i32::from(self.scores[2 * MARGIN + start][WHOLE]) + shape,
            _ => self.heads[start] + self.tails[end] + shape,
        }
    }

    /// Returns the same score as the sum of each unit's score in its role; `None` if the lattice has no such
    /// word.
    #[cfg(test)]
    pub(super) fn word_by_roles(&self, model: &Model, start: usize, end: usize) -> Option<i32> {
        let length = end - start;
        let alone = |unit: usize| self.sentence.walls[unit] as usize == unit;
        if length > LONGEST || length > 1 && (start..end).any(alone) {
            return None;
        }
        let role = |unit| match (unit == start, unit + 1 == end) {
            (true, true) => WHOLE,
            (true, false) => BEGIN,
            (false, true) => END,
            (false, false) => MIDDLE,
        };
        let roles =
            (start..end).map(|unit| i32::from(self.scores[2 * MARGIN + unit][role(unit)])).sum::<i32>();
        let known = self.sentence.known[start].get(length - 1).copied().unwrap_or(0);
        Some(roles + model.shape(length, known))
    }

    /// Returns the end, exclusive, of the longest word that may begin here.
    #[inline]
    pub(super) fn reach(&self, start: usize) -> usize {
        (self.sentence.walls[start] as usize).min(start + LONGEST).max(start + 1)
    }

    /// Returns the best score of the words before a place if the last is long (0) and if it is single (1).
    #[inline]
    pub(super) fn best(&self, place: usize) -> [i32; 2] {
        [self.longs[place], self.singles[place]]
    }

    /// Returns one step back along the best path to a place, by the class of the word that ends there: the
    /// start of that word, and the class of the one before it.
    #[inline]
    pub(super) fn step(&self, end: usize, class: usize) -> (usize, usize) {
        match class {
            1 => (end - 1, usize::from(self.before_singles[end])),
            _ => ((self.before_longs[end] / 2) as usize, (self.before_longs[end] % 2) as usize),
        }
    }

    /// Finds the words of the sentence.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn decode(&mut self, model: &Model) {
        self.sentence.complete(model.classes(), &model.words());
        let units = self.len();
        self.scores.clear();
        self.scores.resize(units + 4 * MARGIN, [0; 4]);
        self.lookups.clear();
        self.look_up(model);
        self.lookups.add(model, &mut self.scores);
        self.walk(model);
        self.trace();
    }

    /// Adds up the weights of the sentence's patterns that the model has by number, and requests those of the others: the
    /// same patterns as [`super::for_each_pattern`] passes on, table by table.
    #[inline(always)]
    fn look_up(&mut self, model: &Model) {
        let Self { sentence, scores, lookups, .. } = self;
        let symbols = &sentence.symbols;
        for (at, &symbol) in symbols.iter().enumerate() {
            match (model.unigram(symbol), scores[at..].first_chunk_mut()) {
                (Some(sums), Some(scores)) => add_sums(scores, sums),
                _ => lookups.push(0, Lookup::new(model, 0, unigram(symbol), first(0, at))),
            }
        }
        let lookup = |table, key, at| Lookup::new(model, table, key, first(table, at));
        let twos = symbols.windows(2).enumerate();
        lookups.extend(1, twos.map(|(at, two)| lookup(1, bigram(two[0], two[1]), at)));
        let threes = symbols.windows(3).enumerate();
        lookups.extend(2, threes.clone().map(|(at, three)| lookup(2, skip(three[0], three[2]), at)));
        lookups.extend(3, threes.map(|(at, three)| lookup(3, trigram(three[0], three[1], three[2]), at)));
        let units = scores.get_mut(2 * MARGIN..).unwrap_or_default();
        sentence.for_each_context(|values, at| {
            let mut sum = [[0; 4]];
            for (view, value) in values.into_iter().enumerate() {
                match model.context(view, value) {
                    Some(sums) => add_sums(&mut sum, &[sums]),
                    None => families(view, value).for_each(|key| {
                        lookups.push(NGRAMS, Lookup::new(model, NGRAMS, key, at + 2 * MARGIN));
                    }),
                }
            }
            if let Some(scores) = units.get_mut(at..).and_then(<[Lanes]>::first_chunk_mut) {
                add_sums(scores, &sum);
            }
        });
    }

    /// Adds up what a long word gains at its start and at its end, and makes room for the paths to each place.
    fn lay_out(&mut self) {
        let units = self.len();
        let scores = &self.scores[2 * MARGIN..];
        let score = |unit: usize, role: usize| i32::from(scores[unit][role]);
        // With sums of middles, a long word's units add up as one number at its start and one at its end.
        self.heads.clear();
        self.tails.clear();
        self.tails.push(0);
        let mut middles = 0;
        for unit in 0..units {
            self.tails.push(score(unit, END) + middles);
            middles += score(unit, MIDDLE);
            self.heads.push(score(unit, BEGIN) - middles);
        }
        // Values beyond the last place are computed and never read.
        let places = units + 1 + REACH;
        self.tails.resize(places, 0);
        self.longs.clear();
        self.longs.resize(places, NOWHERE);
        self.singles.clear();
        self.singles.resize(places, NOWHERE);
        self.before_longs.clear();
        self.before_longs.resize(places, 0);
        self.before_singles.clear();
        self.before_singles.resize(places, 0);
        self.singles[0] = 0;
    }

    /// Scans the places forward, keeping for each the best path whose last word is long, and the best whose
    /// last word is single.
    #[inline(always)]
    fn walk(&mut self, model: &Model) {
        self.lay_out();
        let units = self.len();
        let follows = [0, 1].map(|before| [0, 1].map(|after| model.follows(before, after)));
        for start in 0..units {
            let before = self.best(start);
            // The choice between the two predecessors does not depend on the length of the word.
            let from = |single: usize| {
                let long = before[0] + follows[0][single];
                let one = before[1] + follows[1][single];
                if one > long { (one, 1) } else { (long, 0) }
            };
            let known = &self.sentence.known[start];
            let (sum, came_from) = from(1);
            let score = self.scores[2 * MARGIN + start];
            self.singles[start + 1] = sum + i32::from(score[WHOLE]) + model.shape(1, known[0]);
            self.before_singles[start + 1] = came_from;
            let last = (self.sentence.walls[start] as usize).min(start + LONGEST);
            if last < start + 2 {
                continue;
            }
            let lengths = last - start - 1;
            let mut shapes = [NOWHERE; REACH];
            for (shape, (length, &known)) in shapes.iter_mut().zip((2..).zip(&known[1..])).take(lengths) {
                *shape = model.shape(length, known);
            }
            for (shape, &unlisted) in
                shapes.iter_mut().zip(model.unlisted()).take(lengths).skip(LONGEST_LISTED - 1)
            {
                *shape = unlisted;
            }
            let (sum, came_from) = from(0);
            let head = sum + self.heads[start];
            let origin = 2 * start as u32 + u32::from(came_from);
            let ends = start + 2..start + 2 + REACH;
            let (tails, _) = self.tails[ends.clone()].as_chunks::<LANES>();
            let (best, _) = self.longs[ends.clone()].as_chunks_mut::<LANES>();
            let (origins, _) = self.before_longs[ends].as_chunks_mut::<LANES>();
            let chunks = tails.iter().zip(shapes.as_chunks().0).zip(best.iter_mut().zip(origins));
            // Four lengths at once, without a branch, so that the compiler can compute them in one instruction.
            for ((tails, shapes), (best, origins)) in chunks.take(lengths.div_ceil(LANES)) {
                take_better(head, origin, (tails, shapes), (best, origins));
            }
        }
    }

    /// Traces the best path back from the end.
    fn trace(&mut self) {
        self.ends.clear();
        let mut end = self.len();
        let [long, single] = self.best(end);
        let mut class = usize::from(single > long || end == 0);
        while end > 0 {
            self.ends.push(end);
            (end, class) = self.step(end, class);
        }
    }
}

/// Replaces the best scores of some places by those of words that begin at one place, where these are as good or better:
/// of equal sums the later start wins, which is the shorter word.
#[inline(always)]
fn take_better(
    head: i32,
    origin: u32,
    (tails, shapes): (&[i32; LANES], &[i32; LANES]),
    (best, origins): (&mut [i32; LANES], &mut [u32; LANES]),
) {
    for lane in 0..LANES {
        let sum = head + tails[lane] + shapes[lane];
        let better = sum >= best[lane];
        best[lane] = if better { sum } else { best[lane] };
        origins[lane] = if better { origin } else { origins[lane] };
    }
}

/// Returns the first unit, with the margins of the scores, that an n-gram read at a place applies to.
#[inline(always)]
fn first(table: usize, at: usize) -> usize {
    (at + MARGIN).wrapping_add_signed(TEMPLATES[table].first)
}
