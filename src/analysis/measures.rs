//! The measures of one story.

use crate::corpus::Document;
use crate::segment::Tag;
use crate::stats;
use crate::text::{Span, saturating_u32};

use super::Subcorpus;

/// Number of words in a piece of [`stats::sttr`] and in a window of [`stats::mattr`]: newspaper stories are
/// too short for the 1,000 and 500 that are usual for books.
pub const WINDOW: usize = 100;

/// The measures of one story; `None` for those it is too short for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StoryMeasures {
    /// Words.
    pub tokens: u32,
    /// Different words.
    pub types: u32,
    /// Words that occur once.
    pub hapaxes: u32,
    /// Types per token.
    pub ttr: Option<f64>,
    /// The mean type–token ratio of the consecutive pieces of [`WINDOW`] words.
    pub sttr: Option<f64>,
    /// The mean type–token ratio of all windows of [`WINDOW`] words.
    pub mattr: Option<f64>,
    /// The mean length of the runs that keep the type–token ratio above 0.72.
    pub mtld: Option<f64>,
    /// Sentences of running text.
    pub sentences: u32,
    /// Words of running text per sentence.
    pub sentence_length: Option<f64>,
    /// The share of words that are nouns, verbs, adjectives or adverbs (Ure 1971), idioms and names included.
    pub lexical_density: Option<f64>,
}

/// Computes the measures of a story of the subcorpus; `document` is that story.
pub fn story_measures(subcorpus: &Subcorpus, story: u32, document: &Document) -> StoryMeasures {
    let positions = subcorpus.story(story);
    let words: Vec<u32> = positions.clone().map(|position| subcorpus.word(position).0).collect();
    let mut sorted = words.clone();
    sorted.sort_unstable();
    let sentences = document.sentences();
    let is_content: Vec<bool> = Tag::names().map(is_content).collect();
    let content = positions.clone().filter(|&position| is_content[usize::from(subcorpus.tag(position))]);
    let spans: Vec<Span> = positions.map(|position| subcorpus.place(position)).collect();
    let (running, sentences) = words_in_sentences(&spans, &sentences);
    StoryMeasures {
        tokens: saturating_u32(words.len()),
        types: saturating_u32(sorted.chunk_by(|a, b| a == b).count()),
        hapaxes: saturating_u32(sorted.chunk_by(|a, b| a == b).filter(|same| same.len() == 1).count()),
        ttr: stats::ttr(&words),
        sttr: stats::sttr(&words, WINDOW),
        mattr: stats::mattr(&words, WINDOW),
        mtld: stats::mtld(&words),
        sentences,
        sentence_length: (sentences > 0).then(|| f64::from(running) / f64::from(sentences)),
        lexical_density: (!words.is_empty()).then(|| content.count() as f64 / words.len() as f64),
    }
}

/// Returns the number of words inside sentences, and the number of sentences with at least one word.
fn words_in_sentences(words: &[Span], sentences: &[Span]) -> (u32, u32) {
    let inside = |sentence: &Span| {
        let first = words.partition_point(|word| word.start < sentence.start);
        let end = words.partition_point(|word| word.end <= sentence.end);
        saturating_u32(end.saturating_sub(first))
    };
    let counts: Vec<u32> = sentences.iter().map(inside).filter(|&count| count > 0).collect();
    (counts.iter().sum(), saturating_u32(counts.len()))
}

/// Returns true if a part of speech carries content: nouns and names, verbs, adjectives and descriptives,
/// adverbs, idioms, set phrases and abbreviations, words of time and place, Latin words and words that the
/// dictionary lacks, which nearly always are names.
fn is_content(tag: &str) -> bool {
    tag == "eng"
        || matches!(
            tag.chars().next(),
            Some('n' | 'v' | 'a' | 'b' | 'z' | 'd' | 'i' | 'l' | 'j' | 't' | 's' | 'x')
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_support::sample;

    #[test]
    fn a_story_is_measured() {
        let sample = sample(&["兩/m 國/n 的/u 合作/vn 。 兩/m 國/n 共贏/v ！ 的/u"]);
        let measures = story_measures(&sample.subcorpus(), 0, sample.documents()[0]);
        assert_eq!((measures.tokens, measures.types, measures.hapaxes), (8, 5, 2));
        assert_eq!((measures.sentences, measures.sentence_length), (3, Some(8.0 / 3.0)));
        assert_eq!(measures.lexical_density, Some(0.5));
        assert_eq!((measures.ttr, measures.sttr, measures.mattr), (Some(0.625), None, None));
    }

    #[test]
    fn a_story_without_a_word_has_no_ratio() {
        let sample = sample(&["。"]);
        let measures = story_measures(&sample.subcorpus(), 0, sample.documents()[0]);
        assert_eq!((measures.tokens, measures.sentences), (0, 0));
        assert_eq!(
            (measures.ttr, measures.mtld, measures.sentence_length, measures.lexical_density),
            (None, None, None, None)
        );
    }

    #[test]
    fn function_words_carry_no_content() {
        for (tag, is) in [
            ("n", true),
            ("nr", true),
            ("vn", true),
            ("d", true),
            ("p", false),
            ("c", false),
            ("uj", false),
            ("m", false),
            ("q", false),
            ("r", false),
            ("eng", true),
            ("e", false),
        ] {
            assert_eq!(is_content(tag), is, "{tag}");
        }
    }
}
