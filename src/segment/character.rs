//! Every character a token: what counts by characters, and what any segmenter is compared with.

use super::rules::{Units, tag_by_writing};
use super::{AccurateSegmenter, Cut, Segmenter, Tag};
use crate::text::Span;

/// Cuts a text into units: an ideograph with what clings to it, or a number, Latin run, address or emoji as one.
#[derive(Clone, Copy, Debug, Default)]
pub struct CharacterSegmenter<'m> {
    lists: Option<&'m AccurateSegmenter>,
}

impl<'m> CharacterSegmenter<'m> {
    /// With a segmenter whose lists tell the tags of single characters; without one, only what the writing gives
    /// away is tagged.
    pub fn new(lists: Option<&'m AccurateSegmenter>) -> Self {
        Self { lists }
    }
}

impl Segmenter for CharacterSegmenter<'_> {
    fn segment(&self, text: &str, cuts: &mut Vec<Cut>) {
        let mut units = Units::new(text).peekable();
        while let Some(unit) = units.next() {
            let end = units.peek().map_or(text.len(), |next| next.start);
            let span = Span::new(unit.start, end);
            let listed = self.lists.map_or(Tag::UNKNOWN, |lists| lists.tag_of_character(unit.symbol));
            let tag = if listed == Tag::UNKNOWN { tag_by_writing(span.of(text)) } else { listed };
            cuts.push(Cut { span, tag });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cuts(text: &str, lists: Option<&AccurateSegmenter>) -> Vec<(String, &'static str)> {
        let mut cuts = Vec::new();
        CharacterSegmenter::new(lists).segment(text, &mut cuts);
        cuts.into_iter().map(|cut| (cut.span.of(text).to_owned(), cut.tag.name())).collect()
    }

    #[test]
    fn a_token_is_an_ideograph_or_a_run_that_no_rule_cuts() {
        let words: Vec<String> =
            cuts("葛\u{E0100}城有5G，3,500人👩‍🚀", None).into_iter().map(|(word, _)| word).collect();
        assert_eq!(words, ["葛\u{E0100}", "城", "有", "5G", "，", "3,500", "人", "👩‍🚀"]);
    }

    #[test]
    fn tags_come_from_the_writing_and_from_the_lists_if_there_are_any() {
        let tags = |lists| cuts("我，九9、a", lists).into_iter().map(|(_, tag)| tag).collect::<Vec<_>>();
        assert_eq!(tags(None), ["x", "w", "m", "m", "w", "eng"]);
        let model = include_bytes!("../../static/model/segmenter.bin").to_vec();
        let lists = AccurateSegmenter::open(model).unwrap();
        assert_eq!(tags(Some(&lists)), ["r", "w", "m", "m", "w", "eng"]);
    }

    proptest! {
        #[test]
        fn tokens_tile_any_text(text in ".{0,60}") {
            let tokens = cuts(&text, None);
            prop_assert!(tokens.iter().all(|(word, _)| !word.is_empty()));
            prop_assert_eq!(tokens.into_iter().map(|(word, _)| word).collect::<String>(), text);
        }
    }
}
