//! Segmentation into single characters: for counts by character, and as a baseline for any segmenter.

use super::rules::{RuleUnits, tag_by_writing};
use super::{AccurateSegmenter, Segmenter, Tag, TokenSpan};
use crate::text::Span;

/// A segmenter into units: an ideograph with the marks attached to it, or a number, Latin run, address or
/// emoji as one.
#[derive(Clone, Debug, Default)]
pub struct CharacterSegmenter {
    /// The tag of each character below U+10000, by number; empty without a list.
    tags: Vec<u8>,
}

impl CharacterSegmenter {
    /// Makes a segmenter with the tags that another segmenter's lists have for single characters. The default
    /// has none and tags only by the writing.
    pub fn tagged_by(lists: &AccurateSegmenter) -> Self {
        let tag = |code| char::from_u32(code).map_or(Tag::UNKNOWN, |symbol| lists.tag_of_character(symbol));
        Self { tags: (0..=u32::from(u16::MAX)).map(|code| tag(code).number()).collect() }
    }
}

impl Segmenter for CharacterSegmenter {
    fn segment(&self, text: &str, tokens: &mut Vec<TokenSpan>) {
        let mut units = RuleUnits::new(text).peekable();
        while let Some(unit) = units.next() {
            let end = units.peek().map_or(text.len(), |next| next.start);
            let span = Span::new(unit.start, end);
            let listed = self.tags.get(unit.symbol as usize).copied().map_or(Tag::UNKNOWN, Tag::numbered);
            let tag = if listed == Tag::UNKNOWN { tag_by_writing(span.of(text)) } else { listed };
            tokens.push(TokenSpan { span, tag });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(text: &str, segmenter: &CharacterSegmenter) -> Vec<(String, &'static str)> {
        let mut tokens = Vec::new();
        segmenter.segment(text, &mut tokens);
        tokens.into_iter().map(|token| (token.span.of(text).to_owned(), token.tag.name())).collect()
    }

    #[test]
    fn a_token_is_an_ideograph_or_a_run_that_no_rule_cuts() {
        let words: Vec<String> = tokens("葛\u{E0100}城有5G，3,500人👩‍🚀", &CharacterSegmenter::default())
            .into_iter()
            .map(|(word, _)| word)
            .collect();
        assert_eq!(words, ["葛\u{E0100}", "城", "有", "5G", "，", "3,500", "人", "👩‍🚀"]);
    }

    #[test]
    fn tags_come_from_the_writing_and_from_the_lists_if_there_are_any() {
        let tags = |segmenter: &CharacterSegmenter| {
            tokens("我，九9、a", segmenter).into_iter().map(|(_, tag)| tag).collect::<Vec<_>>()
        };
        assert_eq!(tags(&CharacterSegmenter::default()), ["x", "w", "m", "m", "w", "eng"]);
        let model = include_bytes!("../../static/model/segmenter.bin").to_vec();
        let lists = AccurateSegmenter::open(model).unwrap();
        assert_eq!(tags(&CharacterSegmenter::tagged_by(&lists)), ["r", "w", "m", "m", "w", "eng"]);
    }

    proptest! {
        #[test]
        fn tokens_tile_any_text(text in ".{0,60}") {
            let tokens = tokens(&text, &CharacterSegmenter::default());
            prop_assert!(tokens.iter().all(|(word, _)| !word.is_empty()));
            prop_assert_eq!(tokens.into_iter().map(|(word, _)| word).collect::<String>(), text);
        }
    }
}
