//! What differs by words that are no numbers or names: times of day, units, changes and their results, reservations.

use super::context::{Passage, folded, overlaps};
use super::judge::{Found, PairContext, Wordings, judged};
use super::opposites::{are_opposites, differing};
use super::voice::{VoiceKind, VoiceOf};
use super::{Effect, Judgement, Subject, Values};
use crate::text::value::{Quantity, QuantityKind, ValueRelation, is_other_unit};
use crate::text::{OrderBy, Span};

impl PairContext<'_> {
    /// Returns true if only an adverb or particle is added or left out, which makes no other form of a name.
    pub(super) fn is_adverb(&self, texts: &Wordings) -> bool {
        let own = &texts.own;
        let is_only = |passage: &Passage<'_>, place: Span| {
            let mut words = passage.words.iter().filter(|(word, _)| overlaps(*word, place)).peekable();
            words.peek().is_some()
                && words.all(|(word, tag)| {
                    place.contains(*word) && tag.name().starts_with(['d', 'u', 'c', 'p', 'y'])
                })
        };
        own.b.is_empty() && is_only(self.a, own.a) || own.a.is_empty() && is_only(self.b, own.b)
    }

    /// Returns the value behind words of rise and fall that have changed: 升3.4% and 跌3.4%.
    pub(super) fn turned(&self, texts: &Wordings, subject: Subject) -> Option<Values> {
        // 高標準桿三桿: nine bytes are three ideographs.
        let follows = |passage: &Passage<'_>, place: Span| {
            let near = place.end..=place.end.saturating_add(9);
            passage.values.iter().find(|value| near.contains(&value.span.start)).cloned()
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

    /// Returns the values that differ by a word that is no number: 清晨 and 傍晚, 單日 and 雙日, 平方呎 and 平方米, 增加三倍 and 增至三倍.
    pub(super) fn worded_values(&self, texts: &Wordings) -> Option<Judgement> {
        const TIMES: [char; 6] = ['晨', '早', '午', '晚', '夜', '昏'];
        let (a, b) = (&texts.a, &texts.b);
        let are_times = a.ends_with(TIMES) && b.ends_with(TIMES) && are_opposites(a, b);
        let next = |passage: &Passage<'_>, place: Span| folded(passage.behind(place.end)).chars().next();
        let is_counted = |next: Option<char>| next.is_some_and(|c| "日号位数".contains(c));
        let (short_a, short_b) = differing(a, b);
        let are_parities = matches!((short_a, short_b), ("单", "双") | ("双", "单"))
            && (is_counted(next(self.a, texts.own.a)) || a.ends_with('日') && b.ends_with('日'));
        let are_units = is_other_unit(self.a.of(texts.own.a), self.b.of(texts.own.b));
        let values = |a, b| Values { a, b, relation: ValueRelation::Other };
        let found = if are_times || are_parities || are_units {
            values(None, None)
        } else {
            let (own, other) = self.reached(texts)?;
            values(Some(own), Some(other))
        };
        Some(Judgement { values: Some(found), ..judged(Effect::Fact, Subject::Value) })
    }

    /// Returns the amounts behind 增加 and 增至, which are a change and its result.
    pub(super) fn reached(&self, texts: &Wordings) -> Option<(Quantity, Quantity)> {
        const CHANGES: &str = "增升涨加减跌降跌缩";
        let follows = |passage: &Passage<'_>, place: Span| {
            passage.values.iter().find(|value| value.span.start == place.end).cloned()
        };
        let (a, b) = (follows(self.a, texts.hull.a)?, follows(self.b, texts.hull.b)?);
        let first = |words: &str| words.chars().next().filter(|c| CHANGES.contains(*c));
        let reaches = |words: &str| words.ends_with(['至', '到']);
        let is_one = first(&texts.hull_a).is_some() && first(&texts.hull_a) == first(&texts.hull_b);
        (is_one && reaches(&texts.hull_a) != reaches(&texts.hull_b)).then_some((a, b))
    }

    /// Judges reservations and obligations.
    pub(super) fn voice(&self, texts: &Wordings) -> Found {
        let (a, b) = self.voices(texts);
        // 非…不可 and 必須 are told by two differences, and say the same.
        let all = |passage: &Passage<'_>| {
            let mut senses: Vec<_> = passage.voice.iter().map(|mark| (mark.kind, mark.sense)).collect();
            senses.order_by_key(|sense| *sense);
            senses
        };
        if !texts.a.is_empty() && all(self.a) == all(self.b) {
            return None;
        }
        Some(match a.differs(&b)? {
            VoiceKind::Say => (Effect::Voice, Subject::Attribution),
            VoiceKind::Hedge => (Effect::Voice, Subject::Hedge),
            VoiceKind::Modal => (Effect::Voice, Subject::Modality),
            VoiceKind::Negation | VoiceKind::Other => return None,
        })
    }

    /// Judges a reservation or obligation that is all that differs, though the segmenter joined it to a neighbour: 傳該名藝人.
    pub(super) fn lone_voice(&self, texts: &Wordings) -> Found {
        let (a, b) = differing(&texts.a, &texts.b);
        let of = |words: &str| VoiceOf::default().or_of(words);
        let is_voice = |words: &str| words.is_empty() || of(words) != VoiceOf::default();
        let found = of(a).differs(&of(b)).filter(|_| is_voice(a) && is_voice(b))?;
        match found {
            VoiceKind::Hedge => Some((Effect::Voice, Subject::Hedge)),
            VoiceKind::Modal if !a.is_empty() && !b.is_empty() => Some((Effect::Voice, Subject::Modality)),
            _ => None,
        }
    }
}
