//! The features of a unit, by which it is judged to be in a name. The trainer and the model read the same.

use super::lists::LONGEST;
use super::sentence::{EntitySentence, GROUPS, OTHERS, PLACES, SeenUnit, SeenWord, WORD_GROUPS, mix};
use crate::segment::rules::RuleUnitKind;

/// A value that says that there is no unit or word.
const NONE: u64 = 99;

/// Number of units to each side that are searched for the dot of a transliterated name.
const NEAR_DOT: isize = 4;

/// Most units to each side that are counted as written by sound.
const BY_SOUND: u64 = 6;

/// Number of units after a unit that are searched for the end of a name.
const NEAR_END: isize = 8;

/// Folded characters that names of places end with.
const PLACE_ENDINGS: &str =
    "国省市县区乡镇村州郡府岛山河江湖海洋湾港路街道桥寺庙站线园城谷原峰洲里屋邨宫殿楼塔门馆场";

/// Folded characters that names of bodies end with.
const BODY_ENDINGS: &str = "社会党局部院校学司团队军组署厅行厂报台室系所会盟委处库店联";

/// Folded characters that are seldom in a name.
const BETWEEN: &str = "的在是了和与及为有于被由从并也不";

/// A unit with what is around it.
struct UnitView<'s> {
    sentence: &'s EntitySentence,
    unit: usize,
    word: usize,
    /// The place of the unit in its word: 0 alone, 1 first, 2 inside, 3 last.
    place: u64,
    template: u64,
}

impl EntitySentence {
    /// Calls `found` with the key of each feature of a unit, in a fixed order.
    pub fn features(&self, unit: usize, mut found: impl FnMut(u64)) {
        let Some(seen) = self.units.get(unit) else { return };
        let Some(word) = self.words.get(seen.word) else { return };
        let place = match (unit == word.first, unit + 1 == word.end) {
            (true, true) => 0,
            (true, false) => 1,
            (false, false) => 2,
            (false, true) => 3,
        };
        let mut view = UnitView { sentence: self, unit, word: seen.word, place, template: 0 };
        let found = &mut found;
        view.key(&[], found);
        view.characters(found);
        view.grades(found);
        view.words(found);
        view.neighbours(found);
        view.lists(found);
        view.surroundings(found);
        view.roles(found);
        view.runs(found);
        view.classes(found);
        view.listed(found);
        view.endings(found);
    }
}

/// Returns the key of a template with these values.
pub(super) fn hashed(template: u64, values: &[u64]) -> u64 {
    let seed = template.wrapping_mul(0x0123_4567);
    let key = values.iter().fold(seed, |key, &value| mix(key, value));
    let mixed = (key ^ (key >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 29)
}

impl<'s> UnitView<'s> {
    /// Reports the key of one template with these values.
    fn key(&mut self, values: &[u64], found: &mut impl FnMut(u64)) {
        self.template += 1;
        found(hashed(self.template, values));
    }

    fn at(&self, offset: isize) -> Option<&'s SeenUnit> {
        self.sentence.units.get(self.unit.checked_add_signed(offset)?)
    }

    fn word_at(&self, offset: isize) -> Option<&'s SeenWord> {
        self.sentence.words.get(self.word.checked_add_signed(offset)?)
    }

    fn symbol(&self, offset: isize) -> u64 {
        self.at(offset)
            .map_or(1, |unit| if unit.spelled == 0 { u64::from(unit.symbol) } else { unit.spelled })
    }

    fn grade(&self, offset: isize) -> u64 {
        self.at(offset).map_or(0, |unit| u64::from(unit.grades))
    }

    /// Returns the grades of a unit in four bits: likely a surname, likely in a given name, how much in names by sound.
    fn coarse(&self, offset: isize) -> u64 {
        let grade = self.grade(offset);
        u64::from(grade & 7 >= 4) | u64::from(grade >> 3 & 7 >= 4) << 1 | grade >> 6 << 2
    }

    fn kind(&self, offset: isize) -> u64 {
        self.at(offset).map_or(9, |unit| u64::from(unit.kind) + 10 * u64::from(unit.capitals))
    }

    fn list(&self, offset: isize, group: usize) -> u64 {
        self.at(offset).and_then(|unit| unit.lists.get(group)).map_or(NONE, |&list| u64::from(list))
    }

    fn hash(&self, offset: isize) -> u64 {
        self.word_at(offset).map_or(1, |word| word.hash)
    }

    fn tag(&self, offset: isize) -> u64 {
        self.word_at(offset).map_or(NONE, |word| u64::from(word.tag))
    }

    fn length(&self, offset: isize) -> u64 {
        self.word_at(offset).map_or(9, |word| (word.end - word.first).min(5) as u64)
    }

    fn last(&self, offset: isize) -> u64 {
        self.word_at(offset).map_or(1, |word| u64::from(word.last))
    }

    fn last_two(&self, offset: isize) -> u64 {
        self.word_at(offset).map_or(1, |word| word.last_two)
    }

    fn characters(&mut self, found: &mut impl FnMut(u64)) {
        let [far, before, here, after, beyond] = [-2, -1, 0, 1, 2].map(|offset| self.symbol(offset));
        for symbol in [far, before, here, after, beyond] {
            self.key(&[symbol], found);
        }
        for pair in [[before, here], [here, after], [far, before], [after, beyond], [before, after]] {
            self.key(&pair, found);
        }
        self.key(&[before, here, after], found);
    }

    fn grades(&mut self, found: &mut impl FnMut(u64)) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.grade(offset));
        self.key(&[here], found);
        self.key(&[here & 63, after & 63], found);
        self.key(&[before & 63, here & 63], found);
        let sounds = [-2, -1, 0, 1, 2].map(|offset| self.grade(offset) >> 6);
        self.key(&[before >> 6, here >> 6, after >> 6, self.place], found);
        self.key(&sounds, found);
        let [far, before, here, after, beyond] = [-2, -1, 0, 1, 2].map(|offset| self.coarse(offset));
        self.key(&[before, here, after], found);
        self.key(&[here, after, beyond, self.place], found);
        self.key(&[far, before, here, self.place], found);
        let kinds = [-2, -1, 0, 1, 2].map(|offset| self.kind(offset));
        let [_, before, here, after, _] = kinds;
        self.key(&[before, here, after], found);
        self.key(&kinds, found);
    }

    fn words(&mut self, found: &mut impl FnMut(u64)) {
        let (place, length) = (self.place, self.length(0));
        let [before, here, after] = [-1, 0, 1].map(|offset| self.tag(offset));
        self.key(&[place, self.hash(0)], found);
        self.key(&[place, here], found);
        self.key(&[place, length, here], found);
        self.key(&[place, here, after], found);
        self.key(&[place, before, here], found);
        self.key(&[place, length], found);
        self.key(&[place, length, here, self.length(1), after], found);
        self.key(&[place, length, here, self.length(-1), before], found);
        self.key(&[place, length, self.last(0)], found);
        self.key(&[place, length, self.last_two(0)], found);
        self.key(&[place, self.tag(-2), before, here], found);
        self.key(&[place, here, after, self.tag(2)], found);
    }

    fn neighbours(&mut self, found: &mut impl FnMut(u64)) {
        let (place, tag) = (self.place, self.tag(0));
        for offset in [-2, -1, 1, 2] {
            self.key(&[place, self.hash(offset)], found);
        }
        for offset in [-1, 1] {
            self.key(&[tag, self.hash(offset)], found);
            self.key(&[place, self.last(offset)], found);
            self.key(&[place, self.last_two(offset)], found);
        }
        self.key(&[place, self.last(2)], found);
        self.key(&[place, tag, self.last(2)], found);
    }

    fn lists(&mut self, found: &mut impl FnMut(u64)) {
        for group in 0..OTHERS {
            let [before, here, after] = [-1, 0, 1].map(|offset| self.list(offset, group));
            self.key(&[here], found);
            self.key(&[here, after, self.place], found);
            self.key(&[before, here], found);
        }
        for group in WORD_GROUPS..GROUPS {
            let [before, here, after] = [-1, 0, 1].map(|offset| self.list(offset, group));
            self.key(&[here], found);
            self.key(&[here, after, self.place], found);
            self.key(&[before, here], found);
        }
        let [people, by_sound, places, bodies, others] = [0, 1, 2, 3, 4].map(|group| self.list(0, group));
        self.key(&[people & 3, by_sound & 3, places & 3, bodies & 3, others], found);
    }

    fn role(&self, offset: isize) -> u64 {
        self.word_at(offset).map_or(0, |word| u64::from(word.role))
    }

    fn roles(&mut self, found: &mut impl FnMut(u64)) {
        let place = self.place;
        let [far, before, here, after, beyond] = [-2, -1, 0, 1, 2].map(|offset| self.role(offset));
        self.key(&[place, before, here, after], found);
        self.key(&[place, self.length(0), before, after], found);
        self.key(&[place, far, before], found);
        self.key(&[place, after, beyond], found);
        self.key(&[self.coarse(0), before, after], found);
        self.key(&[place, self.list(0, PLACES) & 3, here, after], found);
    }

    /// Reports the run of nouns that the unit's word is in: its ends, and what is around it. A long name often ends with
    /// the word that tells its kind.
    fn runs(&mut self, found: &mut impl FnMut(u64)) {
        let words = &self.sentence.words;
        let Some((first, last)) = self.word_at(0).map(|word| word.run) else { return };
        let Some((start, head)) = words.get(first).zip(words.get(last)) else { return };
        let (before, after) = ((self.word - first).min(3) as u64, (last - self.word).min(3) as u64);
        let (place, tag, end) = (self.place, self.tag(0), u64::from(head.last));
        let (start_tag, head_tag) = (u64::from(start.tag), u64::from(head.tag));
        self.key(&[place, after, head.last_two], found);
        self.key(&[place, after, end], found);
        self.key(&[after, head.hash], found);
        self.key(&[place, tag, after, end], found);
        self.key(&[place, before, start_tag, after, head_tag], found);
        self.key(&[self.list(0, PLACES) & 3, place, after, end], found);
        self.key(&[before, start_tag, tag, end], found);
        let outside = |word: Option<usize>| {
            let word = word.and_then(|word| words.get(word));
            word.map_or([1, NONE, 0], |word| [word.hash, u64::from(word.tag), u64::from(word.role)])
        };
        let ([left, left_tag, left_role], [right, right_tag, right_role]) =
            (outside(first.checked_sub(1)), outside(Some(last + 1)));
        self.key(&[place, before, left], found);
        self.key(&[place, after, right], found);
        self.key(&[place, before, after, left_tag, right_tag], found);
        self.key(&[place, before, after, left_role, right_role], found);
    }

    fn classes(&mut self, found: &mut impl FnMut(u64)) {
        let place = self.place;
        let around = [-2, -1, 0, 1, 2]
            .map(|offset| self.at(offset).map_or([NONE; 2], |unit| unit.classes.map(u64::from)));
        for [few, many] in around {
            self.key(&[many, place], found);
            self.key(&[few, place], found);
        }
        let [_, before, here, after, _] = around.map(|[few, _]| few);
        self.key(&[before, here], found);
        self.key(&[here, after], found);
        self.key(&[before, here, after], found);
        let [far, before, here, after, beyond] = around.map(|[_, many]| many);
        for pair in [[before, here], [here, after], [far, before], [after, beyond]] {
            self.key(&pair, found);
        }
        self.key(&[self.coarse(0), before], found);
        self.key(&[self.coarse(0), after], found);
    }

    /// Reports what stands before and after the longest listed word here.
    fn listed(&mut self, found: &mut impl FnMut(u64)) {
        for group in (0..OTHERS).chain(WORD_GROUPS..GROUPS) {
            let here = self.list(0, group);
            if here == 0 {
                self.template += 3;
                continue;
            }
            let place = |offset: isize| self.list(offset, group) & 3;
            let reach = LONGEST as isize;
            let first = (-reach..=0).rev().find(|&offset| place(offset) == 1).unwrap_or(0);
            let last = (0..reach).find(|&offset| place(offset) == 3).unwrap_or(0);
            let [before, after] = [first - 1, last + 1];
            let class = |offset: isize| self.at(offset).map_or(NONE, |unit| u64::from(unit.classes[0]));
            let classes = [here & 31, class(before), class(after)];
            let (before, after) = (self.symbol(before), self.symbol(after));
            self.key(&[here & 31, before], found);
            self.key(&[here & 31, after], found);
            self.key(&classes, found);
        }
    }

    /// Reports the next character that names of places or bodies end with, and how far it is.
    fn endings(&mut self, found: &mut impl FnMut(u64)) {
        for endings in [PLACE_ENDINGS, BODY_ENDINGS] {
            let inside = |&offset: &isize| {
                self.at(offset).is_some_and(|unit| {
                    unit.kind < RuleUnitKind::Mark as u8 && !BETWEEN.contains(unit.symbol)
                })
            };
            let is_end = |&offset: &isize| self.at(offset).is_some_and(|unit| endings.contains(unit.symbol));
            match (0..NEAR_END).take_while(inside).find(is_end) {
                Some(offset) => {
                    let symbol = self.symbol(offset);
                    let far = offset.cast_unsigned() as u64;
                    self.key(&[far, symbol], found);
                    self.key(&[far, symbol, self.place, self.tag(0)], found);
                    let few = self.at(-1).map_or(NONE, |unit| u64::from(unit.classes[0]));
                    self.key(&[far, symbol, few], found);
                }
                None => self.template += 3,
            }
        }
    }

    fn surroundings(&mut self, found: &mut impl FnMut(u64)) {
        for least in [1, 2] {
            let is_sound = |offset: isize| {
                let is_one =
                    |unit: &SeenUnit| unit.kind < RuleUnitKind::Mark as u8 && unit.grades >> 6 >= least;
                self.at(offset).is_some_and(is_one)
            };
            if is_sound(0) {
                let run = |step: isize| {
                    (1..=BY_SOUND).take_while(|&far| is_sound(step * far as isize)).count() as u64
                };
                let (before, after) = (run(-1), run(1));
                self.key(&[before, after], found);
                self.key(&[before.min(3), after.min(3), self.place, self.tag(0)], found);
            } else {
                self.template += 2;
            }
        }
        let marks = self.at(0).map_or(0, |unit| u64::from(unit.marks));
        self.key(&[marks, self.place], found);
        let is_dot =
            |&offset: &isize| self.at(offset).is_some_and(|unit| unit.kind == RuleUnitKind::Dot as u8);
        let dots = (-NEAR_DOT..=NEAR_DOT).filter(is_dot).map(|offset| 1 << (offset + NEAR_DOT));
        let dots: u64 = dots.sum();
        self.key(&[dots], found);
    }
}
