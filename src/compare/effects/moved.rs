//! Words that are at another place of the other passage.

use super::context::{Passage, folded, overlaps};
use super::judge::PairContext;
use super::voice::VoiceKind;
use crate::segment::Tag;
use crate::text::Span;
use crate::text::value::QuantityKind;

impl PairContext<'_> {
    /// Returns the one-sided differences on the other side of one at a place of the list, with their words; none if that one
    /// has words on both sides.
    fn counterparts(&self, at: usize) -> Vec<String> {
        let Some(own) = self.differences.get(at) else { return Vec::new() };
        let others =
            self.differences.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        match (own.a.is_empty(), own.b.is_empty()) {
            (true, false) => {
                others.filter(|other| other.b.is_empty()).map(|other| self.a.folded(other.a)).collect()
            }
            (false, true) => {
                others.filter(|other| other.a.is_empty()).map(|other| self.b.folded(other.b)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Returns the side and the place of the words of a one-sided difference.
    pub(super) fn one_side(&self, at: usize) -> Option<(&Passage<'_>, Span)> {
        let own = self.differences.get(at)?;
        match (own.a.is_empty(), own.b.is_empty()) {
            (true, false) => Some((self.b, own.b)),
            (false, true) => Some((self.a, own.a)),
            _ => None,
        }
    }

    /// Returns true if the same words are left out here and added there, which is another order. A negation and a number of
    /// things say something else at another place, and a name beside its title is a form of the name.
    pub(super) fn is_moved(&self, at: usize) -> bool {
        let Some((passage, place)) = self.one_side(at) else { return false };
        let words = passage.folded(place);
        let says_else =
            passage.values.iter().any(|value| {
                overlaps(value.span, place) && !matches!(value.kind, QuantityKind::Date | QuantityKind::Time)
            }) || passage.voice.iter().any(|mark| mark.kind != VoiceKind::Say && overlaps(mark.span, place))
                || passage.names.iter().any(|name| overlaps(name.span, place));
        !words.is_empty() && !says_else && self.counterparts(at).contains(&words)
    }

    /// Returns true if who did something and whom it was done to have changed places: 貨車撞上的士, 的士撞上貨車.
    pub(super) fn are_roles_swapped(&self, at: usize) -> bool {
        let Some((passage, place)) = self.one_side(at) else { return false };
        let words: Vec<_> = passage.words.iter().filter(|(word, _)| place.contains(*word)).collect();
        let is_whole = words
            .first()
            .zip(words.last())
            .is_some_and(|(first, last)| first.0.start == place.start && last.0.end == place.end);
        if !is_whole || words.len() < 2 {
            return false;
        }
        let counterparts = self.counterparts(at);
        (1..words.len()).any(|cut| {
            let (head, tail) = words.split_at(cut);
            let is_verb = |part: &[&(Span, Tag)]| part.iter().all(|(_, tag)| matches!(tag.name(), "v" | "x"));
            let is_thing = |part: &[&(Span, Tag)]| part.iter().all(|(_, tag)| tag.name().starts_with('n'));
            let text = |part: &[&(Span, Tag)]| {
                part.iter().map(|(word, _)| folded(passage.of(*word))).collect::<String>()
            };
            let (first, second) = (text(head), text(tail));
            (is_verb(head) && is_thing(tail) || is_thing(head) && is_verb(tail))
                && counterparts.contains(&format!("{second}{first}"))
        })
    }
}
