//! Words that say who vouches for a statement and how surely, and negations, from an editable table.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::context::overlaps;
use super::expletives::without_expletives;
use crate::segment::Tag;
use crate::text::{Span, fold_char};

const TABLE: &str = include_str!("../tables/voice.tsv");

/// The kind of a word of voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum VoiceKind {
    /// A verb of saying.
    Say,
    /// A reservation.
    Hedge,
    /// A word of what is planned, allowed or required.
    Modal,
    /// A negation.
    Negation,
    /// A word that only looks like one of the above.
    Other,
}

/// A word of voice in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct VoiceMark {
    /// Its place.
    pub(super) span: Span,
    /// Its kind.
    pub(super) kind: VoiceKind,
    /// Its class and act, by which synonyms are the same.
    pub(super) sense: (&'static str, &'static str),
}

type Entry = (VoiceKind, (&'static str, &'static str));

struct Lexicon {
    words: FxHashMap<Vec<char>, Entry>,
    longest: usize,
    /// The first characters of all words.
    beginnings: FxHashSet<char>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { words: FxHashMap::default(), longest: 0, beginnings: FxHashSet::default() };
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&'static str> = line.split('\t').collect();
        let [kind, class, act, words] = columns.as_slice() else { continue };
        let kind = match *kind {
            "say" => VoiceKind::Say,
            "hedge" => VoiceKind::Hedge,
            "modal" => VoiceKind::Modal,
            "not" => VoiceKind::Negation,
            _ => VoiceKind::Other,
        };
        for word in words.split_whitespace() {
            let folded: Vec<char> = word.chars().map(fold_char).collect();
            lexicon.longest = lexicon.longest.max(folded.len());
            lexicon.beginnings.extend(folded.first());
            lexicon.words.entry(folded).or_insert((kind, (class, act)));
        }
    }
    lexicon
});

/// Characters that negate wherever they are; other single characters must be words by themselves.
const ALWAYS: &str = "不未";

/// Finds the words of voice of a passage: at every place the longest of the table.
pub(super) fn voice_marks(text: &str, passage: Span, words: &[(Span, Tag)]) -> Vec<VoiceMark> {
    let chars: Vec<(usize, char)> =
        passage.of(text).char_indices().map(|(offset, c)| (offset, fold_char(c))).collect();
    let folded: Vec<char> = chars.iter().map(|(_, c)| *c).collect();
    let offset = |at: usize| {
        chars.get(at).map_or(passage.end, |(offset, _)| {
            passage.start.saturating_add(crate::text::saturating_u32(*offset))
        })
    };
    let is_word = |span: Span| words.is_empty() || words.iter().any(|(word, _)| *word == span);
    let cuts = |place: u32| words.iter().any(|(word, _)| word.start < place && place < word.end);
    let mut marks = Vec::new();
    let mut at = 0;
    while at < folded.len() {
        let may_begin = folded.get(at).is_some_and(|c| LEXICON.beginnings.contains(c));
        let room = folded.len().saturating_sub(at);
        let most = if may_begin { LEXICON.longest.min(room) } else { 0 };
        let found = (1..=most).rev().find_map(|length| {
            let word = folded.get(at..at.saturating_add(length))?;
            let (kind, sense) = *LEXICON.words.get(word)?;
            let span = Span { start: offset(at), end: offset(at.saturating_add(length)) };
            // 烈風或暴風: between two nouns it is no reservation.
            let is_noun =
                |word: Option<&(Span, Tag)>| word.is_some_and(|(_, tag)| tag.name().starts_with('n'));
            let number = words.iter().position(|(own, _)| *own == span);
            let joins = word == ['或']
                && number.is_some_and(|number| {
                    is_noun(words.get(number.saturating_add(1)))
                        && number.checked_sub(1).is_some_and(|before| is_noun(words.get(before)))
                });
            if joins {
                return None;
            }
            // 不同 is no word in 不同意.
            let stands = match (length, kind) {
                (1, _) => word.first().is_some_and(|c| ALWAYS.contains(*c)) || is_word(span),
                (_, VoiceKind::Other) => !cuts(span.start) && !cuts(span.end),
                _ => true,
            };
            stands.then_some((length, VoiceMark { span, kind, sense }))
        });
        match found {
            Some((length, mark)) => {
                if mark.kind != VoiceKind::Other {
                    marks.push(mark);
                }
                at = at.saturating_add(length);
            }
            None => at = at.saturating_add(1),
        }
    }
    without_expletives(text, passage, marks)
}

/// Returns true if folded words end with a verb of saying, or with a word for what is reported.
pub(super) fn ends_with_saying(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    (0..chars.len()).any(|from| {
        let entry = chars.get(from..).and_then(|end| LEXICON.words.get(end));
        matches!(entry, Some((VoiceKind::Say, _) | (VoiceKind::Hedge, ("report", _))))
    })
}

/// Returns true if folded words end with a word of belief: 相信, 預料.
pub(super) fn ends_with_belief(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    (0..chars.len().saturating_sub(1)).any(|from| {
        let entry = chars.get(from..).and_then(|end| LEXICON.words.get(end));
        matches!(entry, Some((VoiceKind::Hedge, ("suspect" | "expect", _))))
    })
}

/// The words of voice that a span has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct VoiceOf {
    /// The number of negations.
    pub(super) negations: usize,
    /// What negations forbid, or advise against.
    forbids: BTreeSet<&'static str>,
    senses: BTreeSet<(VoiceKind, &'static str, &'static str)>,
}

impl VoiceOf {
    /// Collects the words of voice in a span.
    pub(super) fn new(marks: &[VoiceMark], span: Span) -> Self {
        let mut found = Self::default();
        for mark in marks.iter().filter(|mark| overlaps(mark.span, span)) {
            match mark.kind {
                VoiceKind::Negation => {
                    found.negations = found.negations.saturating_add(1);
                    if mark.sense.0 != "not" {
                        found.forbids.insert(mark.sense.0);
                    }
                }
                kind => {
                    found.senses.insert((kind, mark.sense.0, mark.sense.1));
                }
            }
        }
        found
    }

    /// Returns this, or the sense of folded words that are one word of voice as a whole, if no other was found: a changed
    /// 或 is a word even if the segmenter joined it to its neighbour.
    pub(super) fn or_of(mut self, words: &str) -> Self {
        if self == Self::default()
            && let Some((kind, sense)) = LEXICON.words.get(&words.chars().collect::<Vec<_>>())
            && matches!(kind, VoiceKind::Say | VoiceKind::Hedge | VoiceKind::Modal)
        {
            self.senses.insert((*kind, sense.0, sense.1));
        }
        self
    }

    /// Returns the kind of the first word of voice that only one of two spans has. That something will be is no voice of
    /// its own: 將 is dropped and added freely.
    pub(super) fn differs(&self, other: &Self) -> Option<VoiceKind> {
        let is_weighty = |sense: &&(VoiceKind, &'static str, &'static str)| {
            **sense != (VoiceKind::Modal, "will", "-") && **sense != (VoiceKind::Say, "neutral", "tell")
        };
        let found = self.senses.symmetric_difference(&other.senses).filter(is_weighty).map(|sense| sense.0);
        // 不得 and 不應 forbid more and less; a plain negation beside one of them is another wording.
        let is_less = !self.forbids.is_empty() && !other.forbids.is_empty() && self.forbids != other.forbids;
        found.chain(is_less.then_some(VoiceKind::Modal)).min()
    }
}
