//! The reader's corrections over any segmenter's cuts.

use rustc_hash::FxHashMap;

use super::{Cut, Segmenter, Tag};
use crate::lexicon::{Rule, UserDictionary};
use crate::text::{Span, fold_char};

/// A [`UserDictionary`] prepared for looking up, on folded text, what begins at a character.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    rules: FxHashMap<Box<[char]>, Correction>,
    /// The lengths of the entries that begin with a character, longest first.
    lengths: FxHashMap<char, Vec<usize>>,
}

#[derive(Clone, Debug)]
enum Correction {
    /// Whether other words may be torn for it.
    Join { tag: Tag, forced: bool },
    /// The lengths of the parts, in characters.
    Split { parts: Vec<usize> },
}

impl Corrections {
    /// Prepares the entries that are switched on.
    pub fn new(dictionary: &UserDictionary) -> Self {
        let mut corrections = Self::default();
        for (word, entry) in dictionary.iter().filter(|(_, entry)| entry.enabled) {
            let key: Box<[char]> = word.chars().map(fold_char).collect();
            let Some(&first) = key.first() else { continue };
            let lengths = corrections.lengths.entry(first).or_default();
            if !lengths.contains(&key.len()) {
                lengths.push(key.len());
                lengths.sort_unstable_by(|a, b| b.cmp(a));
            }
            let correction = match &entry.rule {
                Rule::Join { tag, frequency } => {
                    Correction::Join { tag: Tag::named(tag), forced: frequency.is_none() }
                }
                Rule::Split { parts } => {
                    Correction::Split { parts: parts.iter().map(|part| part.chars().count()).collect() }
                }
            };
            corrections.rules.insert(key, correction);
        }
        corrections
    }

    /// Whether there is nothing to correct.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Appends to `cuts` the words that `segmenter` finds in `text`, corrected.
    ///
    /// They tile the text whatever the dictionary says: of entries that overlap, the one that begins first holds,
    /// of those that begin together the longest. A forced word may tear others, and what is left of those is
    /// cut again; a recommended word and a split are followed only where no other word is torn.
    pub fn segment(&self, segmenter: &dyn Segmenter, text: &str, cuts: &mut Vec<Cut>) {
        let mut found = Vec::new();
        segmenter.segment(text, &mut found);
        if self.is_empty() {
            cuts.append(&mut found);
            return;
        }
        let mut at = Span::default();
        for fixed in self.corrections(text, &found) {
            fill(segmenter, text, &found, Span { start: at.end, end: fixed.span.start }, cuts);
            cuts.push(fixed);
            at = fixed.span;
        }
        fill(segmenter, text, &found, Span::new(at.end as usize, text.len()), cuts);
    }

    /// The words the dictionary demands, in order and without overlap.
    fn corrections(&self, text: &str, found: &[Cut]) -> Vec<Cut> {
        let folded: Vec<char> = text.chars().map(fold_char).collect();
        let starts: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
        let mut fixed = Vec::new();
        let mut at = 0;
        while at < folded.len() {
            let span = |length: usize| Span::new(starts[at], starts[at + length]);
            let Some((length, correction)) = self.longest(&folded[at..], |length| tears(found, span(length)))
            else {
                at += 1;
                continue;
            };
            match correction {
                Correction::Join { tag, .. } => fixed.push(Cut { span: span(length), tag: *tag }),
                Correction::Split { parts } => {
                    let mut begin = at;
                    for part in parts {
                        fixed.push(Cut {
                            span: Span::new(starts[begin], starts[begin + part]),
                            tag: Tag::UNKNOWN,
                        });
                        begin += part;
                    }
                }
            }
            at += length;
        }
        fixed
    }

    /// The longest entry that `ahead` begins with and that may be followed there.
    fn longest(&self, ahead: &[char], tears: impl Fn(usize) -> bool) -> Option<(usize, &Correction)> {
        let lengths = self.lengths.get(ahead.first()?)?;
        lengths.iter().filter(|&&length| length <= ahead.len()).find_map(|&length| {
            let correction = self.rules.get(&ahead[..length])?;
            let forced = matches!(correction, Correction::Join { forced: true, .. });
            (forced || !tears(length)).then_some((length, correction))
        })
    }
}

/// Whether a word of `found` stands partly inside and partly outside `span`.
fn tears(found: &[Cut], span: Span) -> bool {
    let is_start = |offset: u32| found.binary_search_by_key(&offset, |cut| cut.span.start).is_ok();
    let end = found.last().map_or(0, |last| last.span.end);
    !(is_start(span.start) && (span.end == end || is_start(span.end)))
}

/// Appends the words of `found` that stand in `gap`, and cuts again what a correction left of a torn one.
fn fill(segmenter: &dyn Segmenter, text: &str, found: &[Cut], gap: Span, cuts: &mut Vec<Cut>) {
    let first = found.partition_point(|cut| cut.span.end <= gap.start);
    for cut in found[first..].iter().take_while(|cut| cut.span.start < gap.end) {
        if gap.contains(cut.span) {
            cuts.push(*cut);
            continue;
        }
        let rest = Span { start: cut.span.start.max(gap.start), end: cut.span.end.min(gap.end) };
        let before = cuts.len();
        segmenter.segment(rest.of(text), cuts);
        for again in &mut cuts[before..] {
            again.span = Span { start: again.span.start + rest.start, end: again.span.end + rest.start };
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::segment::JiebaSegmenter;

    fn words<'a>(text: &'a str, entries: &str) -> Vec<&'a str> {
        let dictionary = "正在 100 d\n致辭 50 v\n人民 80 n\n中國 90 ns\n中國人 20 n\n";
        let jieba = JiebaSegmenter::open(dictionary.as_bytes(), |_| ()).unwrap();
        let mut user = UserDictionary::default();
        user.import(entries);
        let mut cuts = Vec::new();
        Corrections::new(&user).segment(&jieba, text, &mut cuts);
        cuts.into_iter().map(|cut| cut.span.of(text)).collect()
    }

    #[test]
    fn a_forced_word_tears_others_and_what_is_left_is_cut_again() {
        assert_eq!(words("龔正在致辭", ""), ["龔", "正在", "致辭"]);
        assert_eq!(words("龔正在致辭", "龔正 nr"), ["龔正", "在", "致辭"]);
    }

    #[test]
    fn a_recommended_word_tears_nothing() {
        assert_eq!(words("龔正在致辭", "龔正 5 nr"), ["龔", "正在", "致辭"]);
        assert_eq!(words("中國人民", "中國人民 5"), ["中國人民"]);
    }

    #[test]
    fn a_split_holds_where_the_string_is_whole_words() {
        assert_eq!(words("龔正在", "龔正在 0 龔正/在"), ["龔正", "在"]);
        assert_eq!(words("中國人民", "中國人 0 中國/人"), ["中國", "人民"]);
    }

    #[test]
    fn entries_hold_for_every_writing() {
        assert_eq!(words("龚正在致辞", "龔正"), ["龚正", "在", "致辞"]);
    }

    proptest! {
        #[test]
        fn no_entry_breaks_the_tiling(
            text in "[龔正在致辭中國人民，a1]{0,30}",
            entries in proptest::collection::vec("[龔正在致辭中國人民，a1]{1,5}( [0-9])?", 0..8),
        ) {
            prop_assert_eq!(words(&text, &entries.join("\n")).concat(), text);
        }
    }
}
