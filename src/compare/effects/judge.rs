//! The rules by which a difference is judged, in their order.

use super::context::{Hull, Passage, folded, hull, overlaps};
use super::labels::Label;
use super::names::{
    Name, NameKind, begins_with_title, has_title, is_another_form, is_modified, is_modifier, is_organisation,
    is_other_title, is_pronoun, is_title, surname, without_title,
};
use super::opposites::are_opposites;
use super::voice::{VoiceKind, VoiceOf};
use super::{Effect, Judgement, Subject, Values, values};
use crate::compare::alignment::{Detail, Difference, DifferenceType};
use crate::lexicon::RegionalWording;
use crate::text::Span;
use crate::text::value::{Amount, Precision, Quantity, QuantityKind, Unit, ValueRelation};

/// A pair of passages with the differences between them.
pub(super) struct PairContext<'a> {
    pub(super) a: &'a Passage<'a>,
    pub(super) b: &'a Passage<'a>,
    pub(super) differences: &'a [Difference],
}

/// The words of a difference and of its surroundings, folded.
struct Wordings {
    own: Difference,
    hull: Hull,
    a: String,
    b: String,
    hull_a: String,
    hull_b: String,
}

type Found = Option<(Effect, Subject)>;

fn judged(effect: Effect, subject: impl Into<Option<Subject>>) -> Judgement {
    Judgement { effect, subject: subject.into(), values: None }
}

/// Marks of direct quotation.
const QUOTES: &str = "「」『』“”‘’\"＂〝〞﹁﹂";

impl PairContext<'_> {
    /// Judges the difference at a place of the list.
    pub(super) fn judge(&self, at: usize) -> Judgement {
        let Some(&own) = self.differences.get(at) else { return judged(Effect::Form, None) };
        if self.is_in_datelines(&own) {
            return judged(Effect::Form, None);
        }
        match own.kind {
            DifferenceType::Punctuation => self.punctuation(&own),
            DifferenceType::Variant => judged(Effect::Form, None),
            _ if own.detail == Some(Detail::OneToMany) => judged(Effect::Wording, None),
            _ => self.words(at, own),
        }
    }

    /// Returns true if it is between two openings that name the paper, which no two papers have alike.
    fn is_in_datelines(&self, own: &Difference) -> bool {
        let is_in = |passage: &Passage<'_>, place: Span| {
            place.is_empty() || passage.dateline.is_some_and(|dateline| dateline.contains(place))
        };
        is_in(self.a, own.a) && is_in(self.b, own.b)
    }

    fn punctuation(&self, own: &Difference) -> Judgement {
        let quotes = |passage: &Passage<'_>, place: Span| passage.of(place).contains(|c| QUOTES.contains(c));
        if quotes(self.a, own.a) == quotes(self.b, own.b) {
            judged(Effect::Form, None)
        } else {
            judged(Effect::Voice, Subject::Quotation)
        }
    }

    fn words(&self, at: usize, own: Difference) -> Judgement {
        let (hull, _) = hull(self.a, self.b, self.differences, at);
        let texts = Wordings {
            own,
            hull,
            a: self.a.folded(own.a),
            b: self.b.folded(own.b),
            hull_a: self.a.folded(hull.a),
            hull_b: self.b.folded(hull.b),
        };
        if let Some(found) = self.labels(&own) {
            return found;
        }
        let values = values::compared(self.a, self.b, self.differences, at);
        if let Some(values) = &values
            && values.relation != ValueRelation::Same
        {
            return Judgement {
                effect: Effect::Fact,
                subject: Some(Subject::Value),
                values: Some(values.clone()),
            };
        }
        let is_value = values.is_some() && values::covers(self.a, self.b, &own);
        if is_value {
            return Judgement { effect: Effect::Form, subject: Some(Subject::Value), values };
        }
        if let Some((effect, subject)) = self.found(&texts, at) {
            let values = values.or_else(|| self.turned(&texts, subject));
            return Judgement { effect, subject: Some(subject), values };
        }
        let same = texts.a == texts.b || texts.hull_a == texts.hull_b;
        Judgement { values, ..judged(if same { Effect::Form } else { Effect::Wording }, None) }
    }

    /// Applies the rules about words in order.
    fn found(&self, texts: &Wordings, at: usize) -> Found {
        self.title(texts)
            .or_else(|| self.another_form(texts, at))
            .or_else(|| self.negation(texts))
            .or_else(|| self.attribution(texts))
            .or_else(|| self.name(texts))
            .or_else(|| self.voice(texts))
    }

    /// Judges names with digits: another one is another thing.
    fn labels(&self, own: &Difference) -> Option<Judgement> {
        let touched = |passage: &Passage<'_>, place: Span| -> Vec<Label> {
            let is_value =
                |label: &&Label| passage.values.iter().any(|value| overlaps(value.span, label.span));
            let labels = passage.labels.iter().filter(|label| overlaps(label.span, place));
            labels.filter(|label| !is_value(label)).cloned().collect()
        };
        let (a, b) = (touched(self.a, own.a), touched(self.b, own.b));
        let (Some(first_a), Some(first_b)) = (a.first(), b.first()) else {
            // A name that is left out or added; beside other words it may be an acronym of them.
            return match (a.first().or(b.first()), own.kind) {
                (Some(_), DifferenceType::Addition | DifferenceType::Omission) => {
                    Some(judged(Effect::Fact, Subject::Label))
                }
                _ => None,
            };
        };
        if a.iter().map(|label| &label.form).eq(b.iter().map(|label| &label.form)) {
            return Some(judged(Effect::Form, Subject::Label));
        }
        let values = Values {
            a: Some(number_of(first_a)),
            b: Some(number_of(first_b)),
            relation: ValueRelation::Other,
        };
        Some(Judgement { values: Some(values), ..judged(Effect::Fact, Subject::Label) })
    }

    /// Judges titles: 署長 and 副署長, 先生 and 女士.
    fn title(&self, texts: &Wordings) -> Found {
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
        if is_office(&texts.hull_a, &texts.hull_b) {
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
    fn another_form(&self, texts: &Wordings, at: usize) -> Found {
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
        if is_pronoun(&texts.hull_a) && (is_name(self.b, hull.b) || is_human(&texts.hull_b))
            || is_pronoun(&texts.hull_b) && (is_name(self.a, hull.a) || is_human(&texts.hull_a))
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
        if self.is_part_of_name(own) || self.is_shared_type(own) {
            return form;
        }
        let regional = RegionalWording::bundled();
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
            other.is_empty()
                && passage.names.iter().any(|name| name.span == place)
                && passage
                    .names
                    .iter()
                    .any(|name| name.kind == NameKind::Organisation && name.span.start == place.end)
        };
        part(self.a, own.a, own.b) || part(self.b, own.b, own.a)
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
            let titled = begins_with_title(&folded(passage.behind(place.end)));
            titled
                || folded(other.before(gap.start)).contains(&full)
                || folded(other.behind(gap.end)).contains(&full)
        };
        let own = &texts.own;
        given(self.a, own.a, &texts.a, self.b, own.b) || given(self.b, own.b, &texts.b, self.a, own.a)
    }

    /// Judges negation and opposites.
    fn negation(&self, texts: &Wordings) -> Found {
        let (a, b) = (VoiceOf::new(&self.a.voice, texts.hull.a), VoiceOf::new(&self.b.voice, texts.hull.b));
        if a.negations % 2 != b.negations % 2 {
            // 不排除 and the like are words of their own.
            return Some((Effect::Fact, Subject::Negation));
        }
        let opposite = are_opposites(&texts.hull_a, &texts.hull_b) || are_opposites(&texts.a, &texts.b);
        opposite.then_some((Effect::Fact, Subject::Opposite))
    }

    /// Judges the verb of saying, before names: who is quoted matters less than how.
    fn attribution(&self, texts: &Wordings) -> Found {
        let (a, b) = self.voices(texts);
        let differs = a.differs(&b) == Some(VoiceKind::Say);
        differs.then_some((Effect::Voice, Subject::Attribution))
    }

    /// Judges names that only one side has, or that differ.
    fn name(&self, texts: &Wordings) -> Found {
        let fact = Some((Effect::Fact, Subject::Name));
        let own = &texts.own;
        // Words of two regions are one word, whatever the segmenter takes them for.
        if own.detail == Some(Detail::Regional) {
            return None;
        }
        let (is_empty_a, is_empty_b) = (texts.a.is_empty(), texts.b.is_empty());
        let touched = |passage: &Passage<'_>, place: Span| -> Vec<(String, NameKind, bool)> {
            let names = passage.names.iter().filter(|name| overlaps(name.span, place));
            names.map(|name| (passage.folded(name.span), name.kind, place.contains(name.span))).collect()
        };
        let (of_a, of_b) = (touched(self.a, own.a), touched(self.b, own.b));
        let all_of = |passage: &Passage<'_>| folded(passage.of(passage.span));
        let known = |name: &str, others: &[(String, NameKind, bool)], passage: &Passage<'_>| {
            others.iter().any(|other| other.0 == *name || is_another_form(&other.0, name))
                || all_of(passage).contains(name)
        };
        let lost = |names: &[(String, NameKind, bool)],
                    others: &[(String, NameKind, bool)],
                    passage: &Passage<'_>,
                    one_sided: bool| {
            names.iter().any(|(name, _, whole)| (*whole || !one_sided) && !known(name, others, passage))
        };
        if lost(&of_a, &of_b, self.b, is_empty_b) || lost(&of_b, &of_a, self.a, is_empty_a) {
            return fact;
        }
        if is_empty_a || is_empty_b {
            return None;
        }
        let both_organisations = is_organisation(&texts.hull_a) && is_organisation(&texts.hull_b);
        let is_surname = |text: &str| text.chars().count() == 1 && surname(text).is_some();
        let both_surnames = is_surname(&texts.a) && is_surname(&texts.b);
        let both_unknown = self.a.is_unknown(texts.hull.a) && self.b.is_unknown(texts.hull.b);
        let before_organisation = self.are_before_organisation(texts);
        (both_organisations || both_surnames || both_unknown || before_organisation)
            .then_some((Effect::Fact, Subject::Name))
    }

    /// Returns the words of voice on both sides.
    fn voices(&self, texts: &Wordings) -> (VoiceOf, VoiceOf) {
        let of = |passage: &Passage<'_>, place: Span, words: &str| {
            VoiceOf::new(&passage.voice, place).or_of(words)
        };
        (of(self.a, texts.own.a, &texts.a), of(self.b, texts.own.b, &texts.b))
    }

    /// Returns true if two nouns make two bodies of the type behind both: 公務員事務局, 民政事務局.
    fn are_before_organisation(&self, texts: &Wordings) -> bool {
        let rest: String = folded(self.a.behind(texts.hull.a.end)).chars().take(4).collect();
        let ends = (2..=4).any(|length| {
            let word: String = rest.chars().take(length).collect();
            word.chars().count() == length && word.ends_with(['局', '署', '处', '部', '院'])
        });
        ends && self.a.is_noun(texts.hull.a) && self.b.is_noun(texts.hull.b)
    }

    /// Judges reservations and obligations.
    fn voice(&self, texts: &Wordings) -> Found {
        let (a, b) = self.voices(texts);
        Some(match a.differs(&b)? {
            VoiceKind::Say => (Effect::Voice, Subject::Attribution),
            VoiceKind::Hedge => (Effect::Voice, Subject::Hedge),
            VoiceKind::Modal => (Effect::Voice, Subject::Modality),
            VoiceKind::Negation | VoiceKind::Other => return None,
        })
    }

    /// Returns the value behind words of rise and fall that have changed: 升3.4% and 跌3.4%.
    fn turned(&self, texts: &Wordings, subject: Subject) -> Option<Values> {
        let follows = |passage: &Passage<'_>, place: Span| {
            passage.values.iter().find(|value| value.span.start == place.end).cloned()
        };
        let (a, b) = (follows(self.a, texts.hull.a)?, follows(self.b, texts.hull.b)?);
        let is_share = |value: &Quantity| {
            matches!(value.kind, QuantityKind::Percent | QuantityKind::Money | QuantityKind::Number)
        };
        (subject == Subject::Opposite && is_share(&a) && is_share(&b)).then_some(Values {
            a: Some(a),
            b: Some(b),
            relation: ValueRelation::Other,
        })
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

/// Returns a name with digits as a value without a number.
fn number_of(label: &Label) -> Quantity {
    Quantity {
        span: label.span,
        core: label.span,
        kind: QuantityKind::Ordinal,
        amount: Amount::Long(label.form.clone()),
        precision: Precision::Exact,
        unit: Unit::NONE,
        is_indefinite: false,
    }
}
