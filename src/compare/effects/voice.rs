//! Words that say who vouches for a statement and how surely, and negations, from an editable table.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::context::overlaps;
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
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon { words: FxHashMap::default(), longest: 0 };
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
    let mut marks = Vec::new();
    let mut at = 0;
    while at < folded.len() {
        let most = LEXICON.longest.min(folded.len().saturating_sub(at));
        let found = (1..=most).rev().find_map(|length| {
            let word = folded.get(at..at.saturating_add(length))?;
            let (kind, sense) = *LEXICON.words.get(word)?;
            let span = Span { start: offset(at), end: offset(at.saturating_add(length)) };
            let stands = length > 1 || word.first().is_some_and(|c| ALWAYS.contains(*c)) || is_word(span);
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
    marks
}

/// The words of voice that a span has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct VoiceOf {
    /// The number of negations.
    pub(super) negations: usize,
    senses: BTreeSet<(VoiceKind, &'static str, &'static str)>,
}

impl VoiceOf {
    /// Collects the words of voice in a span.
    pub(super) fn new(marks: &[VoiceMark], span: Span) -> Self {
        let mut found = Self::default();
        for mark in marks.iter().filter(|mark| overlaps(mark.span, span)) {
            match mark.kind {
                VoiceKind::Negation => found.negations = found.negations.saturating_add(1),
                kind => {
                    found.senses.insert((kind, mark.sense.0, mark.sense.1));
                }
            }
        }
        found
    }

    /// Returns the kind of the first word of voice that only one of two spans has. That something will be is no voice of
    /// its own: 將 is dropped and added freely.
    pub(super) fn differs(&self, other: &Self) -> Option<VoiceKind> {
        let is_weighty = |sense: &&(VoiceKind, &'static str, &'static str)| {
            **sense != (VoiceKind::Modal, "will", "-") && **sense != (VoiceKind::Say, "neutral", "tell")
        };
        let found = self.senses.symmetric_difference(&other.senses).filter(is_weighty).map(|sense| sense.0);
        found.min()
    }
}
