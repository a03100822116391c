//! The occurrences of a node.

use crate::corpus::{Document, Vocabulary, WordId};
use crate::segment::Tag;
use crate::text::{Span, fold, fold_char, from, is_word_character, up_to};

use super::node::{FormPattern, NodeItem};
use super::{Node, Subcorpus};

/// One occurrence of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The position of its first word.
    pub first: u32,
    /// The position after its last word.
    pub end: u32,
    /// The story, as an index into those of the subcorpus.
    pub story: u32,
    /// Its place in the story's text.
    pub span: Span,
}

/// Finds every occurrence of `node`, in order; `stories` are those the subcorpus was made of.
///
/// The words of a node are adjacent in one block, with nothing but white space between them. Occurrences may
/// overlap. A text is looked up in the index, so that the time depends on its frequency and not on the size
/// of the scope; a pattern is tested on each form once and then, like a part of speech, on each word.
pub fn occurrences(
    subcorpus: &Subcorpus,
    stories: &[&Document],
    vocabulary: &Vocabulary,
    node: &Node,
) -> Vec<Occurrence> {
    let search = Search { subcorpus, stories, vocabulary };
    let tests: Vec<Test> = node.items.iter().map(|item| search.test(item)).collect();
    let Some(first) = tests.first() else { return Vec::new() };
    search.candidates(first).into_iter().filter_map(|position| search.occurrence(position, &tests)).collect()
}

struct Search<'a> {
    subcorpus: &'a Subcorpus,
    stories: &'a [&'a Document],
    vocabulary: &'a Vocabulary,
}

/// An item, prepared for this subcorpus.
enum Test {
    /// The text, folded if writings count as one.
    Text(String),
    /// For each word, by number, true if it matches.
    Words(Vec<bool>),
    /// For each part of speech, by number, true if it matches.
    Tags(Vec<bool>),
}

/// A run of words with its place in the text.
#[derive(Clone, Copy)]
struct ItemMatch {
    end: u32,
    span: Span,
}

impl Search<'_> {
    fn is_folded(&self) -> bool {
        self.subcorpus.groups().is_some()
    }

    fn test(&self, item: &NodeItem) -> Test {
        match item {
            NodeItem::Text(text) => self
                .same_thing(text)
                .unwrap_or_else(|| Test::Text(if self.is_folded() { fold(text) } else { text.clone() })),
            NodeItem::Form(form) => Test::Words(self.words(form)),
            NodeItem::Tag(pattern) => Test::Tags(Tag::names().map(|name| pattern.fits(name)).collect()),
        }
    }

    /// Tests for every word that is counted as one with a word of some region; `None` for any other text.
    fn same_thing(&self, text: &str) -> Option<Test> {
        let groups = self.subcorpus.groups().filter(|groups| groups.is_regional(text))?;
        let group = groups.named(&fold(text))?;
        let mut same = vec![false; self.vocabulary.len()];
        for word in self.subcorpus.forms() {
            same[word.0 as usize] = groups.group(word) == group;
        }
        Some(Test::Words(same))
    }

    fn words(&self, form: &FormPattern) -> Vec<bool> {
        let mut fits = vec![false; self.vocabulary.len()];
        for word in self.subcorpus.forms() {
            fits[word.0 as usize] = form.fits(self.vocabulary.form(word), self.is_folded());
        }
        fits
    }

    /// Returns the positions at which an occurrence may begin, ascending.
    fn candidates(&self, first: &Test) -> Vec<u32> {
        match first {
            Test::Text(text) => {
                let mut found: Vec<u32> = Vec::new();
                for lead in leads(text) {
                    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).filter(|&end| end > lead);
                    for word in ends.filter_map(|end| self.word(text.get(lead..end)?)) {
                        found.extend_from_slice(self.subcorpus.positions(word));
                    }
                }
                found.sort_unstable();
                found.dedup();
                found
            }
            test => (0..self.subcorpus.len()).filter(|&position| self.is_meant(position, test)).collect(),
        }
    }

    /// Returns the word of this form, or of this folded form if writings count as one.
    fn word(&self, form: &str) -> Option<WordId> {
        match self.subcorpus.groups() {
            Some(groups) => groups.named(form),
            None => self.vocabulary.id(form),
        }
    }

    fn is_meant(&self, position: u32, test: &Test) -> bool {
        match test {
            Test::Text(_) => false,
            Test::Words(meant) => meant[self.subcorpus.printed(position).0 as usize],
            Test::Tags(meant) => {
                meant.get(usize::from(self.subcorpus.tag(position))).copied().unwrap_or(false)
            }
        }
    }

    /// Returns the occurrence that begins with the word at `first`, if there is one.
    fn occurrence(&self, first: u32, tests: &[Test]) -> Option<Occurrence> {
        let story = self.subcorpus.story_of(first);
        let text = self.stories[story as usize].text.as_str();
        let last = self.subcorpus.story(story).end;
        let mut whole: Option<ItemMatch> = None;
        for test in tests {
            let position = whole.map_or(first, |run| run.end);
            if position >= last {
                return None;
            }
            let run = match test {
                Test::Text(wanted) => self.text_at(position, last, text, wanted)?,
                test if self.is_meant(position, test) => {
                    ItemMatch { end: position + 1, span: self.subcorpus.place(position) }
                }
                _ => return None,
            };
            whole = Some(match whole {
                None => run,
                Some(before) => {
                    let gap = text.get(before.span.end as usize..run.span.start as usize)?;
                    if !gap.chars().all(|c| c.is_whitespace() && c != '\n') {
                        return None;
                    }
                    ItemMatch { end: run.end, span: Span { start: before.span.start, end: run.span.end } }
                }
            });
        }
        whole.map(|run| Occurrence { first, end: run.end, story, span: run.span })
    }

    /// Returns the run of whole words that begins at a position and is printed as `wanted`, if there is one.
    /// Punctuation at either end of `wanted` must match too, but need not be a whole token.
    fn text_at(&self, position: u32, last: u32, text: &str, wanted: &str) -> Option<ItemMatch> {
        let begin = self.subcorpus.place(position).start as usize;
        let same = |a: char, b: char| if self.is_folded() { fold_char(a) == b } else { a == b };
        leads(wanted).find_map(|lead| {
            let mut before = up_to(text, begin).char_indices().rev();
            let mut start = begin;
            for c in up_to(wanted, lead).chars().rev() {
                let (at, found) = before.next()?;
                start = at;
                same(found, c).then_some(())?;
            }
            let mut after = from(text, begin).chars();
            let mut end = begin;
            for c in from(wanted, lead).chars() {
                let found = after.next()?;
                end += found.len_utf8();
                same(found, c).then_some(())?;
            }
            let span = Span::new(start, end);
            let words = (position..last).take_while(|&word| self.subcorpus.place(word).start < span.end);
            let after = words.last()? + 1;
            (self.subcorpus.place(after - 1).end <= span.end).then_some(ItemMatch { end: after, span })
        })
    }
}

/// Returns the offsets where the first word of a text may begin: at its start, or after punctuation it starts
/// with.
fn leads(text: &str) -> impl Iterator<Item = usize> {
    let first = text.find(is_word_character).unwrap_or(0);
    (0..=first).filter(|&at| text.is_char_boundary(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_support::{Sample, sample};

    fn found(sample: &Sample, node: &str) -> Vec<String> {
        let found = occurrences(
            &sample.subcorpus(),
            &sample.documents(),
            sample.vocabulary(),
            &Node::parse(node).unwrap(),
        );
        found
            .iter()
            .map(|one| format!("{}:{}", one.story, one.span.of(&sample.documents()[one.story as usize].text)))
            .collect()
    }

    #[test]
    fn words_phrases_patterns_and_parts_of_speech_are_found() {
        let sample = sample(&["兩 國/n 深化 合作/vn ， 合作/v 共贏 。", "國/n 與 國/n 合作/v"]);
        assert_eq!(found(&sample, "合作"), ["0:合作", "0:合作", "1:合作"]);
        assert_eq!(found(&sample, "深化合作"), ["0:深化合作"]);
        assert_eq!(found(&sample, "深化 合作"), ["0:深化合作"]);
        assert_eq!(found(&sample, "合作，合作"), ["0:合作，合作"]);
        assert_eq!(found(&sample, "合作 合作"), Vec::<String>::new(), "a comma stands between them");
        assert_eq!(found(&sample, "合?"), ["0:合作", "0:合作", "1:合作"]);
        assert_eq!(found(&sample, "/[兩國]/"), ["0:兩", "0:國", "1:國", "1:國"]);
        assert_eq!(found(&sample, "[tag=v] 共*"), ["0:合作共贏"]);
        assert_eq!(found(&sample, "[tag=n] [tag=v]"), ["1:國合作"]);
        assert_eq!(found(&sample, "作"), Vec::<String>::new(), "it is no whole word");
    }

    #[test]
    fn punctuation_at_the_ends_of_a_text_must_match() {
        let sample = sample(&["說 ： 「 合作 」 。", "合作 。"]);
        assert_eq!(found(&sample, "「合作」"), ["0:「合作」"]);
        assert_eq!(found(&sample, "合作」"), ["0:合作」"]);
        assert_eq!(found(&sample, "合作。"), ["1:合作。"]);
    }

    #[test]
    fn occurrences_may_overlap() {
        assert_eq!(found(&sample(&["哈 哈 哈"]), "哈哈"), ["0:哈哈", "0:哈哈"]);
    }

    #[test]
    fn writings_of_one_word_are_found_together_where_they_count_as_one() {
        let sample = sample(&["臺灣 與 台灣"]).folded();
        assert_eq!(found(&sample, "台灣"), ["0:臺灣", "0:台灣"]);
        assert_eq!(found(&sample, "臺*"), ["0:臺灣", "0:台灣"]);
        assert_eq!(found(&sample, "与"), ["0:與"]);
    }
}
