//! The reader's corrections over any segmenter's cuts.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Cut, Segmenter, Tag};
use crate::lexicon::{Change, Correction, Key, LONGEST, Place, Rule, UserDictionary};
use crate::text::{Span, fold_char};

/// A [`UserDictionary`] prepared for looking up, on folded text, what begins at a character.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    dictionary: UserDictionary,
    beginnings: Beginnings,
}

/// Which words of a set may begin at a character, by the two characters there: bit n of a value says that some of
/// them has n + 1 characters. With hundreds of thousands of words, most places of a text still take one look-up.
#[derive(Clone, Debug, Default)]
struct Beginnings(FxHashMap<[char; 2], u64>);

const _: () = assert!(LONGEST <= 64, "a length is a bit of 64");

/// A text as words are looked up in it.
struct Folded {
    text: String,
    /// Its characters.
    chars: Vec<char>,
    /// Where each character begins in the folded text, and the end.
    offsets: Vec<usize>,
}

impl Beginnings {
    fn add(&mut self, word: &str) {
        let mut chars = word.chars();
        if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
            *self.0.entry([first, second]).or_default() |= 1 << (1 + chars.count()).min(63);
        }
    }

    /// The words that may begin at a character, longest first.
    fn at<'a>(&self, text: &'a Folded, at: usize) -> impl Iterator<Item = (usize, &'a str)> {
        let pair = text.chars.get(at).zip(text.chars.get(at + 1));
        let mut lengths =
            pair.and_then(|(&first, &second)| self.0.get(&[first, second])).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            while lengths != 0 {
                let length = 64 - lengths.leading_zeros() as usize;
                lengths &= !(1 << (length - 1));
                if let Some(word) = text.word(at, length) {
                    return Some((length, word));
                }
            }
            None
        })
    }
}

impl Folded {
    fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().map(fold_char).collect();
        let mut offsets = Vec::with_capacity(chars.len() + 1);
        let mut folded = String::with_capacity(text.len());
        for &c in &chars {
            offsets.push(folded.len());
            folded.push(c);
        }
        offsets.push(folded.len());
        Self { text: folded, chars, offsets }
    }

    fn word(&self, at: usize, length: usize) -> Option<&str> {
        Some(&self.text[self.offsets[at]..*self.offsets.get(at + length)?])
    }
}

/// A correction that is to be followed, in characters of the text.
struct Followed<'a> {
    start: usize,
    end: usize,
    correction: &'a Correction,
}

impl Corrections {
    /// Prepares a dictionary.
    pub fn new(dictionary: UserDictionary) -> Self {
        let mut beginnings = Beginnings::default();
        dictionary.folded_words().for_each(|word| beginnings.add(word));
        Self { dictionary, beginnings }
    }

    /// The dictionary.
    pub fn dictionary(&self) -> &UserDictionary {
        &self.dictionary
    }

    /// Takes a change up and gives back the change that undoes it.
    pub fn apply(&mut self, change: Change) -> Change {
        for edit in &change.edits {
            // What begins words that are no longer there costs a look-up in vain and is left.
            if let Key::Word(word) = edit.key() {
                self.beginnings.add(&word);
            }
        }
        self.dictionary.apply(change)
    }

    /// Whether there is nothing to correct.
    pub fn is_empty(&self) -> bool {
        self.dictionary.is_empty()
    }

    /// Appends to `cuts` the words that `segmenter` finds in `text`, corrected; `story` is its id, if it is a story.
    ///
    /// They tile the text whatever the dictionary says. What is said of a place goes before what is said of a word;
    /// else, of entries that overlap, the one that begins first holds, of those that begin together the longest. A
    /// forced word and a place may tear other words, and what is left of those is cut again; a recommended word and a
    /// split are followed only where no other word is torn.
    pub fn segment(&self, segmenter: &dyn Segmenter, story: Option<&str>, text: &str, cuts: &mut Vec<Cut>) {
        let mut found = Vec::new();
        segmenter.segment(text, &mut found);
        let in_places = self.dictionary.has_places() && story.is_some();
        if self.beginnings.0.is_empty() && !in_places {
            cuts.append(&mut found);
            return;
        }
        let mut at = Span::default();
        for fixed in self.fixed(segmenter, story, text, &found) {
            fill(segmenter, text, &found, Span { start: at.end, end: fixed.span.start }, cuts);
            cuts.push(fixed);
            at = fixed.span;
        }
        fill(segmenter, text, &found, Span::new(at.end as usize, text.len()), cuts);
    }

    /// The places of a story that are cut by hand.
    pub fn held(&self, story: Option<&str>, text: &str) -> Vec<Span> {
        let Some(story) = story.filter(|_| self.dictionary.has_places()) else { return Vec::new() };
        let starts: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
        let span = |place: Followed<'_>| Span::new(starts[place.start], starts[place.end]);
        self.places(story, &Folded::new(text), text).into_iter().map(span).collect()
    }

    /// How often each folded word, of those that the dictionary holds everywhere, stands in a text.
    pub fn count<'a>(&'a self, text: &str, counts: &mut FxHashMap<&'a str, u32>) {
        let folded = Folded::new(text);
        for at in 0..folded.chars.len() {
            for (_, word) in self.beginnings.at(&folded, at) {
                if let Some(word) = self.dictionary.stored(word) {
                    *counts.entry(word).or_default() += 1;
                }
            }
        }
    }

    /// The words the dictionary demands, in order and without overlap.
    fn fixed(&self, segmenter: &dyn Segmenter, story: Option<&str>, text: &str, found: &[Cut]) -> Vec<Cut> {
        let folded = Folded::new(text);
        let starts: Vec<usize> = text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect();
        let mut places =
            story.map_or_else(Vec::new, |story| self.places(story, &folded, text)).into_iter().peekable();
        let mut fixed = Vec::new();
        let mut at = 0;
        while at < folded.chars.len() {
            let place = places.next_if(|place| place.start == at);
            let limit = places.peek().map_or(folded.chars.len(), |next| next.start);
            let tears = |length: usize| tears(found, Span::new(starts[at], starts[at + length]));
            let followed = place.or_else(|| {
                let (length, correction) = self.longest(&folded, at, limit, tears)?;
                Some(Followed { start: at, end: at + length, correction })
            });
            let Some(followed) = followed else {
                at += 1;
                continue;
            };
            at = followed.end;
            words(segmenter, text, &starts, &followed, &mut fixed);
        }
        fixed
    }

    /// The longest word that begins at a character, ends at `limit` or before, and may be followed there.
    fn longest(
        &self,
        folded: &Folded,
        at: usize,
        limit: usize,
        tears: impl Fn(usize) -> bool,
    ) -> Option<(usize, &Correction)> {
        self.beginnings.at(folded, at).filter(|(length, _)| at + length <= limit).find_map(
            |(length, word)| {
                let correction = self.dictionary.of_folded(word).filter(|correction| correction.enabled)?;
                let forced = matches!(correction.rule(), Rule::Join { frequency: None, .. });
                (forced || !tears(length)).then_some((length, correction))
            },
        )
    }

    /// What is said of places of a story where its text is still what it was, in order and without overlap.
    fn places(&self, story: &str, folded: &Folded, text: &str) -> Vec<Followed<'_>> {
        let mut said =
            self.dictionary.in_story(story).filter(|(_, correction)| correction.enabled).peekable();
        let mut followed: Vec<Followed<'_>> = Vec::new();
        if said.peek().is_none() {
            return followed;
        }
        let (mut index, mut units) = (0, 0);
        let mut chars = text.chars();
        for (&Place { start, .. }, correction) in said {
            while units < start {
                let Some(c) = chars.next() else { return followed };
                units += c.len_utf16() as u32;
                index += 1;
            }
            let length = correction.word().chars().count();
            let stands = || {
                folded
                    .word(index, length)
                    .is_some_and(|word| word.chars().eq(correction.word().chars().map(fold_char)))
            };
            let free = followed.last().is_none_or(|last| last.end <= index);
            if units == start && free && stands() {
                followed.push(Followed { start: index, end: index + length, correction });
            }
        }
        followed
    }
}

/// The texts, of some given by what names them, that a change can concern.
#[derive(Debug)]
pub struct Concern {
    words: FxHashSet<String>,
    beginnings: Beginnings,
    stories: FxHashSet<String>,
}

impl Concern {
    /// What a change is about.
    pub fn new(change: &Change) -> Self {
        let mut concern = Self {
            words: FxHashSet::default(),
            beginnings: Beginnings::default(),
            stories: FxHashSet::default(),
        };
        for edit in &change.edits {
            match edit.key() {
                Key::Word(word) => {
                    concern.beginnings.add(&word);
                    concern.words.insert(word);
                }
                Key::Place(place) => {
                    concern.stories.insert(place.story);
                }
            }
        }
        concern
    }

    /// Whether the change is about a word that stands in the text or about a place in the story.
    pub fn holds(&self, story: &str, text: &str) -> bool {
        if self.stories.contains(story) {
            return true;
        }
        let folded = Folded::new(text);
        (0..folded.chars.len())
            .any(|at| self.beginnings.at(&folded, at).any(|(_, word)| self.words.contains(word)))
    }
}

/// The words of a correction that is followed. A part of speech that the reader did not say is the one the segmenter
/// gives the word by itself.
fn words(
    segmenter: &dyn Segmenter,
    text: &str,
    starts: &[usize],
    followed: &Followed<'_>,
    fixed: &mut Vec<Cut>,
) {
    let mut push = |start: usize, end: usize, tag: &str| {
        let span = Span::new(starts[start], starts[end]);
        let tag = if tag.is_empty() { tag_of(segmenter, span.of(text)) } else { Tag::named(tag) };
        fixed.push(Cut { span, tag });
    };
    match followed.correction.rule() {
        Rule::Join { tag, .. } => push(followed.start, followed.end, tag),
        Rule::Split { parts } => {
            let mut begin = followed.start;
            for part in parts {
                let end = begin + part.chars().count();
                push(begin, end, "");
                begin = end;
            }
        }
    }
}

fn tag_of(segmenter: &dyn Segmenter, word: &str) -> Tag {
    let mut cuts = Vec::new();
    segmenter.segment(word, &mut cuts);
    match cuts[..] {
        [Cut { tag, .. }] => tag,
        _ => Tag::UNKNOWN,
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
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::{Edit, read};
    use crate::segment::{AccurateSegmenter, CharacterSegmenter, JiebaSegmenter};

    static ACCURATE: LazyLock<AccurateSegmenter> = LazyLock::new(|| {
        AccurateSegmenter::open(include_bytes!("../../static/model/segmenter.bin").to_vec()).unwrap()
    });

    static JIEBA: LazyLock<JiebaSegmenter> = LazyLock::new(|| {
        let dictionary = "正在 100 d\n致辭 50 v\n人民 80 n\n中國 90 ns\n中國人 20 n\n";
        JiebaSegmenter::open(dictionary.as_bytes(), |_| ()).unwrap()
    });

    fn corrections(entries: &str) -> Corrections {
        let mut corrections = Corrections::default();
        corrections.apply(Change { edits: read(entries).0.into_iter().map(Edit::Put).collect() });
        corrections
    }

    fn words_in<'a>(
        segmenter: &dyn Segmenter,
        story: Option<&str>,
        text: &'a str,
        entries: &str,
    ) -> Vec<&'a str> {
        let mut cuts = Vec::new();
        corrections(entries).segment(segmenter, story, text, &mut cuts);
        cuts.into_iter().map(|cut| cut.span.of(text)).collect()
    }

    fn words<'a>(text: &'a str, entries: &str) -> Vec<&'a str> {
        words_in(&*JIEBA, None, text, entries)
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
        assert_eq!(words("龔正在致辭", "龚正在 0 龚正/在"), ["龔正", "在", "致辭"]);
    }

    #[test]
    fn an_entry_that_is_switched_off_does_nothing() {
        assert_eq!(words("龔正在致辭", "#off 龔正 nr"), ["龔", "正在", "致辭"]);
    }

    #[test]
    fn a_correction_here_holds_here_only_and_goes_before_every_other() {
        let here = |entries: &str| words_in(&*JIEBA, Some("甲"), "正在，正在", entries).join("|");
        assert_eq!(here("#here 3-5 正/在 - 甲"), "正在|，|正|在");
        assert_eq!(here("#here 3-5 正/在 - 乙"), "正在|，|正在");
        assert_eq!(here("正在\n#here 3-5 正/在 - 甲"), "正在|，|正|在");
        // A longer word everywhere gives way to a place inside it.
        assert_eq!(here("在，正在\n#here 3-5 正/在 - 甲"), "正在|，|正|在");
        // Another text stands there now.
        assert_eq!(here("#here 2-4 正/在 - 甲"), "正在|，|正在");
    }

    #[test]
    fn a_correction_here_may_tear() {
        assert_eq!(
            words_in(&*JIEBA, Some("甲"), "龔正在致辭", "#here 0-2 龔正 nr 甲"),
            ["龔正", "在", "致辭"]
        );
    }

    #[test]
    fn a_part_of_speech_is_the_readers_or_the_words_own() {
        let tags = |entries: &str| {
            let mut cuts = Vec::new();
            corrections(entries).segment(&*JIEBA, None, "中國人民", &mut cuts);
            cuts.into_iter().map(|cut| cut.tag.name()).collect::<Vec<_>>()
        };
        assert_eq!(tags("中國人民 nt"), ["nt"]);
        assert_eq!(tags("中國人民 0 中國/人民"), ["ns", "n"]);
    }

    #[test]
    fn a_change_concerns_texts_that_hold_its_words() {
        let change = |entries: &str| Change { edits: read(entries).0.into_iter().map(Edit::Put).collect() };
        let concern = Concern::new(&change("龔正 nr\n#here 3-5 正/在 - 乙"));
        assert!(concern.holds("甲", "聞龚正說"));
        assert!(!concern.holds("甲", "聞龔先生正說"));
        assert!(concern.holds("乙", ""));
    }

    #[test]
    fn words_are_counted_where_they_stand() {
        let corrections = corrections("中國\n中國人\n人人");
        let mut counts = FxHashMap::default();
        corrections.count("中国人人人，中國", &mut counts);
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_unstable();
        assert_eq!(counts, [("中国", 2), ("中国人", 1), ("人人", 2)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn no_entry_breaks_the_tiling(
            text in "[龔正在致辭中國人民，a1𠀀\u{FE00}\n👍]{0,30}",
            entries in proptest::collection::vec(
                "(#off )?([龔正在致辭中國人民，a1𠀀\u{FE00}]{1,5}( [0-9])?|#here [0-9]-[0-9] [龔正在致辭中/]{1,5} - 甲)",
                0..8,
            ),
            tear in "[龔正在致辭中國人民a1𠀀👍]{2,4}",
        ) {
            let character = CharacterSegmenter::default();
            let segmenters: [&dyn Segmenter; 3] = [&*ACCURATE, &*JIEBA, &character];
            // One entry is cut from the text itself, so that most cases do correct something.
            let own: String = text.chars().skip(2).take(3).filter(|c| *c != '\n').collect();
            let entries = format!("{}\n{tear}\n{own}\n", entries.join("\n"));
            for segmenter in segmenters {
                let words = words_in(segmenter, Some("甲"), &text, &entries);
                prop_assert!(words.iter().all(|word| !word.is_empty()));
                prop_assert_eq!(words.concat(), text.as_str());
            }
        }

        #[test]
        fn a_dictionary_changed_step_by_step_cuts_as_one_made_at_once(
            steps in proptest::collection::vec("[龔正在致辭中國人民]{2,4}( [1-9])?", 0..8),
            text in "[龔正在致辭中國人民，]{0,30}",
        ) {
            let mut corrections = Corrections::default();
            let mut undo = Vec::new();
            for step in &steps {
                undo.push(corrections.apply(Change { edits: read(step).0.into_iter().map(Edit::Put).collect() }));
            }
            let cut = |corrections: &Corrections| {
                let mut cuts = Vec::new();
                corrections.segment(&*JIEBA, None, &text, &mut cuts);
                cuts
            };
            prop_assert_eq!(cut(&corrections), cut(&Corrections::new(corrections.dictionary().clone())));
            for change in undo.into_iter().rev() {
                corrections.apply(change);
            }
            prop_assert_eq!(cut(&corrections), cut(&Corrections::default()));
        }
    }
}
