//! Titles, and other forms of one name: a pronoun, a shorter form, the same words at another place.

use super::context::{Passage, folded, overlaps};
use super::judge::{Found, PairContext, Wordings};
use super::name_forms::is_another_form;
use super::name_lists::{is_country, is_one_body, is_organisation, is_pronoun, surname};
use super::names::{Name, NameKind};
use super::titles::{
    begins_with_title, has_title, is_modified, is_modifier, is_other_title, is_title, without_title,
};
use super::{Effect, Subject};
use crate::compare::alignment::{Detail, Difference};
use crate::text::Span;

impl PairContext<'_> {
    /// Judges titles: 署長 and 副署長, 先生 and 女士.
    pub(super) fn title(&self, texts: &Wordings) -> Found {
        let own = &texts.own;
        let modified = |modifier: &str, other: &str, passage: &Passage<'_>, place: Span| {
            let behind: String = folded(passage.behind(place.end)).chars().take(10).collect();
            // 署理 may precede the office of the title; 副 is beside the title itself.
            let titled = begins_with_title(&behind) || modifier.chars().count() > 1 && has_title(&behind);
            other.is_empty() && is_modifier(modifier) && titled
        };
        if modified(&texts.a, &texts.b, self.a, own.a) || modified(&texts.b, &texts.a, self.b, own.b) {
            return Some((Effect::Fact, Subject::Title));
        }
        let ((name_a, title_a), (name_b, title_b)) =
            (without_title(&texts.hull_a), without_title(&texts.hull_b));
        let of_one = name_a == name_b && is_other_title(title_a, title_b);
        let alone = is_title(&texts.hull_a)
            && is_title(&texts.hull_b)
            && is_other_title(&texts.hull_a, &texts.hull_b);
        if of_one {
            let is_address = |title: &str| ["先生", "女士", "小姐", "太太", "夫人"].contains(&title);
            let subject =
                if is_address(title_a) && is_address(title_b) { Subject::Name } else { Subject::Title };
            return Some((Effect::Fact, subject));
        }
        // 外交部長 and 外長 are one office.
        if is_office(&texts.hull_a, &texts.hull_b) || is_one_body(&texts.hull_a, &texts.hull_b) {
            return Some((Effect::Form, Subject::Title));
        }
        if alone {
            return Some((Effect::Fact, Subject::Title));
        }
        // 太太 and 太 are one form of address.
        let is_one = is_title(&texts.hull_a) && is_title(&texts.hull_b) && texts.hull_a != texts.hull_b;
        is_one.then_some((Effect::Form, Subject::Title))
    }

    /// Judges other forms of one name: a pronoun, a shorter form, the same words at another place.
    pub(super) fn another_form(&self, texts: &Wordings, at: usize) -> Found {
        let form = Some((Effect::Form, Subject::Name));
        let (own, hull) = (&texts.own, texts.hull);
        let is_name =
            |passage: &Passage<'_>, place: Span| passage.names.iter().any(|name| overlaps(name.span, place));
        let is_person = |text: &str| surname(text).is_some_and(|of| text.chars().count() > of);
        // A person by name, by office or by what they do.
        let is_human = |text: &str| {
            is_person(text)
                || is_title(text)
                || text.ends_with(['者', '犯', '人', '长', '员', '生', '师', '手', '童'])
        };
        let is_someone = |passage: &Passage<'_>, place: Span, text: &str| {
            is_name(passage, place) || is_human(text) || passage.is_noun(place)
        };
        if is_pronoun(&texts.hull_a) && is_someone(self.b, hull.b, &texts.hull_b)
            || is_pronoun(&texts.hull_b) && is_someone(self.a, hull.a, &texts.hull_a)
        {
            return form;
        }
        let any_name = is_name(self.a, hull.a) || is_name(self.b, hull.b);
        let noun = is_organisation(&texts.hull_a)
            || is_organisation(&texts.hull_b)
            || is_person(&texts.hull_a)
            || is_person(&texts.hull_b);
        let any_noun = any_name || noun || is_compressed(&texts.hull_a, &texts.hull_b);
        if any_noun && is_another_form(&texts.hull_a, &texts.hull_b) {
            return form;
        }
        if self.is_part_of_name(own) || self.is_shared_type(own) || self.is_within_name(texts, at) {
            return form;
        }
        let regional = self.a.regional;
        if own.detail == Some(Detail::Regional) && regional.is_name(self.a.of(own.a), self.b.of(own.b)) {
            return form;
        }
        if self.is_title_of_name(own) {
            return form;
        }
        // What is left out here and added there has only moved.
        let moved =
            self.differences.iter().enumerate().filter(|(other, _)| *other != at).any(|(_, other)| {
                !texts.a.is_empty() && texts.b.is_empty() && self.b.folded(other.b) == texts.a
                    || !texts.b.is_empty() && texts.a.is_empty() && self.a.folded(other.a) == texts.b
            });
        let words = if texts.a.is_empty() { &texts.b } else { &texts.a };
        if moved && (is_title(words) || is_person(words) || is_name(self.a, own.a) || is_name(self.b, own.b))
        {
            return form;
        }
        // 何志謙局長 and 何局長: the title stays, the given name goes.
        self.given_name(texts).then_some((Effect::Form, Subject::Name))
    }

    /// Returns true if a name is added or left out before an organisation that it is a part of: 中國外交部, 外交部.
    fn is_part_of_name(&self, own: &Difference) -> bool {
        let part = |passage: &Passage<'_>, place: Span, other: Span| {
            let is_name = passage.names.iter().any(|name| name.span == place);
            let before_name = passage
                .names
                .iter()
                .any(|name| name.kind == NameKind::Organisation && name.span.start == place.end);
            let of_country = is_country(&passage.folded(place)) && passage.begins_organisation(place.end);
            other.is_empty() && is_name && (before_name || of_country)
        };
        part(self.a, own.a, own.b) || part(self.b, own.b, own.a)
    }

    /// Returns true if this difference and one next to it are within one name that is shortened: 平等機會委員會, 平機會.
    fn is_within_name(&self, texts: &Wordings, at: usize) -> bool {
        let neighbours = [at.checked_sub(1), at.checked_add(1)];
        neighbours.into_iter().flatten().filter_map(|other| self.differences.get(other)).any(|other| {
            let own = texts.hull;
            let whole = |a: Span, b: Span| Span { start: a.start.min(b.start), end: a.end.max(b.end) };
            let gap = |a: Span, b: Span| {
                if a.end <= b.start { b.start.saturating_sub(a.end) } else { a.start.saturating_sub(b.end) }
            };
            let (of_a, of_b) = (whole(own.a, other.a), whole(own.b, other.b));
            let (words_a, words_b) = (self.a.folded(of_a), self.b.folded(of_b));
            // Three ideographs take nine bytes.
            let is_near = gap(own.a, other.a) <= 9 && gap(own.b, other.b) <= 9;
            let plain = |text: &str| !text.contains(|c: char| "，。、；：「」".contains(c));
            let is_one = plain(self.a.of(of_a)) && plain(self.b.of(of_b));
            let noun =
                is_organisation(&words_a) && is_organisation(&words_b) || self.a.is_organisation_in(of_a);
            is_near && is_one && noun && is_another_form(&words_a, &words_b)
        })
    }

    /// Returns true if a title is added or left out beside the name of a person: 局長何詠琪, 何詠琪.
    fn is_title_of_name(&self, own: &Difference) -> bool {
        let titled = |passage: &Passage<'_>, place: Span, other: Span| {
            let beside = |name: &Name| {
                name.kind == NameKind::Person
                    && (name.span.end == place.start || name.span.start == place.end)
            };
            other.is_empty() && is_title(&passage.folded(place)) && passage.names.iter().any(beside)
        };
        titled(self.a, own.a, own.b) || titled(self.b, own.b, own.a)
    }

    /// Returns true if a type is left out that a second name repeats: 瑪嘉烈和仁濟醫院.
    fn is_shared_type(&self, own: &Difference) -> bool {
        let shared = |passage: &Passage<'_>, place: Span, other: Span| {
            let word = passage.folded(place);
            let rest: String = folded(passage.behind(place.end)).chars().take(10).collect();
            let joined = rest.strip_prefix(['和', '及', '与', '同']);
            other.is_empty() && word.chars().count() >= 2 && joined.is_some_and(|rest| rest.contains(&word))
        };
        shared(self.a, own.a, own.b) || shared(self.b, own.b, own.a)
    }

    /// Returns true if only a given name is added or left out behind a surname.
    fn given_name(&self, texts: &Wordings) -> bool {
        let given = |passage: &Passage<'_>, place: Span, given: &str, other: &Passage<'_>, gap: Span| {
            if !(1..=2).contains(&given.chars().count()) || !gap.is_empty() {
                return false;
            }
            let before: String = folded(passage.before(place.start))
                .chars()
                .rev()
                .take(2)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            let last: String = before.chars().rev().take(1).collect();
            let Some(surname) = [before.as_str(), last.as_str()]
                .into_iter()
                .find(|name| surname(name) == Some(name.chars().count()))
            else {
                return false;
            };
            let full = format!("{surname}{given}");
            let is_compound = surname.chars().nth(1).is_some();
            let titled = is_compound || begins_with_title(&folded(passage.behind(place.end)));
            titled
                || folded(other.before(gap.start)).contains(&full)
                || folded(other.behind(gap.end)).contains(&full)
        };
        let own = &texts.own;
        given(self.a, own.a, &texts.a, self.b, own.b) || given(self.b, own.b, &texts.b, self.a, own.a)
    }
}

/// Returns true if the longer of two words begins and ends as the shorter does and has two characters more, as 特別行政區
/// and 特區.
fn is_compressed(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let ends = |text: &str| text.chars().next().zip(text.chars().next_back());
    ends(long) == ends(short) && long.chars().count() >= short.chars().count().saturating_add(2)
}

/// Returns true if one of two words is a title, and both are one office in a longer and a shorter form.
fn is_office(a: &str, b: &str) -> bool {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let mut rest = long.chars();
    let are_in_order = short.chars().all(|c| rest.any(|other| other == c));
    is_title(short)
        && long != short
        && is_compressed(long, short)
        && are_in_order
        && !is_modified(long, short)
}
