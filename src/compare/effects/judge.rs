//! The rules by which a difference is judged, in their order.

use super::context::{Hull, Passage, folded, hull, overlaps};
use super::labels::Label;
use super::name_forms::is_another_form;
use super::name_lists::{is_organisation, surname};
use super::names::NameKind;
use super::opposites::{are_opposites, differing};
use super::source_clause::is_source_clause;
use super::voice::{VoiceKind, VoiceOf};
use super::{Effect, Judgement, Subject, Values, values};
use crate::compare::alignment::{Detail, Difference, DifferenceType};
use crate::text::Span;
use crate::text::value::{Amount, Precision, Quantity, QuantityKind, Unit, ValueRelation};

/// A pair of passages with the differences between them.
pub(super) struct PairContext<'a> {
    pub(super) a: &'a Passage<'a>,
    pub(super) b: &'a Passage<'a>,
    pub(super) differences: &'a [Difference],
    /// True if all that differs is that two parts have changed places, which says something else.
    pub(super) are_exchanged: bool,
}

/// The words of a difference and of its surroundings, folded.
pub(super) struct Wordings {
    pub(super) own: Difference,
    pub(super) hull: Hull,
    pub(super) a: String,
    pub(super) b: String,
    pub(super) hull_a: String,
    pub(super) hull_b: String,
}

/// An effect and what it concerns, if a rule applies.
pub(super) type Found = Option<(Effect, Subject)>;

pub(super) fn judged(effect: Effect, subject: impl Into<Option<Subject>>) -> Judgement {
    Judgement { effect, subject: subject.into(), values: None }
}

/// Marks of direct quotation.
const QUOTES: &str = "「」『』“”‘’\"＂〝〞﹁﹂";

impl PairContext<'_> {
    /// Judges the difference at a place of the list.
    pub(super) fn judge(&self, at: usize) -> Judgement {
        let Some(&own) = self.differences.get(at) else { return judged(Effect::Form, None) };
        // 據某社報道 by itself is a source; with the paper's own mark before it, it is the opening that each paper has.
        let begins_as_source =
            |(passage, place): (&Passage<'_>, Span)| passage.of(place).starts_with(['據', '据', '根']);
        let names_source = self.is_source(at) && self.one_side(at).is_some_and(begins_as_source);
        if self.is_in_datelines(&own) && !names_source {
            return judged(Effect::Form, None);
        }
        match own.kind {
            DifferenceType::Punctuation => self.punctuation(&own),
            DifferenceType::Variant => judged(Effect::Form, None),
            _ if own.detail == Some(Detail::OneToMany) => judged(Effect::Wording, None),
            _ if self.are_exchanged => judged(Effect::Fact, None),
            _ if self.is_moved(at) => judged(Effect::Wording, None),
            _ if self.are_roles_swapped(at) => judged(Effect::Fact, None),
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
        if let Some(found) = self.worded_values(&texts) {
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
        self.source(at)
            .or_else(|| self.title(texts))
            .or_else(|| if self.is_adverb(texts) { None } else { self.another_form(texts, at) })
            .or_else(|| self.negation(texts))
            .or_else(|| self.attribution(texts))
            .or_else(|| self.lone_voice(texts))
            .or_else(|| self.name(texts))
            .or_else(|| self.voice(texts))
    }

    /// Judges a clause that names the source and that only one side has.
    fn source(&self, at: usize) -> Found {
        self.is_source(at).then_some((Effect::Voice, Subject::Attribution))
    }

    /// Returns true if a difference is such a clause.
    fn is_source(&self, at: usize) -> bool {
        self.one_side(at).is_some_and(|(passage, place)| {
            is_source_clause(passage.of(place), place.start == passage.span.start)
        })
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
        if self.is_other_letter(own) {
            let values = Values { a: None, b: None, relation: ValueRelation::Other };
            return Some(Judgement { values: Some(values), ..judged(Effect::Fact, Subject::Label) });
        }
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

    /// Returns true if a letter that distinguishes one of several is another one: A座, B座; 甲型, 乙型.
    fn is_other_letter(&self, own: &Difference) -> bool {
        let letter = |passage: &Passage<'_>, place: Span| {
            let words = passage.folded(place);
            let mut chars = words.chars();
            let first = chars.next().filter(|c| c.is_ascii_uppercase() || "甲乙丙丁戊".contains(*c))?;
            let rest: String = chars.chain(folded(passage.behind(place.end)).chars().take(1)).collect();
            let kind = rest.chars().next().filter(|c| "座室区线组班级队翼段期型股场馆口门".contains(*c))?;
            Some((first, kind))
        };
        let both = letter(self.a, own.a).zip(letter(self.b, own.b));
        both.is_some_and(|(a, b)| a.0 != b.0 && a.1 == b.1)
    }

    /// Judges negation and opposites.
    fn negation(&self, texts: &Wordings) -> Found {
        let (a, b) = (VoiceOf::new(&self.a.voice, texts.hull.a), VoiceOf::new(&self.b.voice, texts.hull.b));
        if a.negations % 2 != b.negations % 2 {
            // 不排除 and the like are words of their own.
            return Some((Effect::Fact, Subject::Negation));
        }
        // 不排除 is a word of voice, but 排除 is not the same without the 不.
        let (one, other) = differing(&texts.hull_a, &texts.hull_b);
        let (one, other) = if one.is_empty() { (other, one) } else { (one, other) };
        let is_lost = |passage: &Passage<'_>| folded(passage.of(passage.span)).contains("不排除");
        if other.is_empty() && (one == "非" || one == "不" && is_lost(self.a) != is_lost(self.b)) {
            return Some((Effect::Fact, Subject::Negation));
        }
        // 建築面積 and 實用面積: the word behind both may make the opposite.
        let next = |passage: &Passage<'_>| -> String {
            folded(passage.behind(texts.hull.a.end)).chars().take(2).collect()
        };
        let next = next(self.a);
        let wider = |words: &str| format!("{words}{next}");
        let opposite = are_opposites(&texts.hull_a, &texts.hull_b)
            || are_opposites(&texts.a, &texts.b)
            || !texts.hull_a.is_empty()
                && !texts.hull_b.is_empty()
                && are_opposites(&wider(&texts.hull_a), &wider(&texts.hull_b));
        // 大勝某隊 and 大敗某隊 say the same.
        let beaten = |passage: &Passage<'_>, place: Span, words: &str| {
            words.ends_with("败") && passage.behind(place.end).starts_with(char::is_alphanumeric)
        };
        let beats = |words: &str| words.ends_with('胜') || words.ends_with('赢');
        let both_win = beaten(self.a, texts.hull.a, &texts.hull_a) && beats(&texts.hull_b)
            || beaten(self.b, texts.hull.b, &texts.hull_b) && beats(&texts.hull_a);
        if both_win {
            return Some((Effect::Wording, Subject::Opposite));
        }
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
    pub(super) fn voices(&self, texts: &Wordings) -> (VoiceOf, VoiceOf) {
        let of = |passage: &Passage<'_>, place: Span, words: &str| {
            VoiceOf::new(&passage.voice, place).or_of(words)
        };
        (of(self.a, texts.hull.a, &texts.a), of(self.b, texts.hull.b, &texts.b))
    }

    /// Returns true if two nouns make two bodies of the type behind both: 公務員事務局, 民政事務局.
    fn are_before_organisation(&self, texts: &Wordings) -> bool {
        let behind = self.a.behind(texts.hull.a.end).chars().take_while(|c| c.is_alphanumeric());
        let rest: String = folded(&behind.take(4).collect::<String>());
        let ends = (2..=4).any(|length| {
            let word: String = rest.chars().take(length).collect();
            word.chars().count() == length && word.ends_with(['局', '署', '处', '部', '院'])
        });
        ends && self.a.is_noun(texts.hull.a) && self.b.is_noun(texts.hull.b)
    }
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
