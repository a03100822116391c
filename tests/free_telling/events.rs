//! Events told freely by two papers, with the sentences that report the same thing.

use std::collections::BTreeMap;
use std::fs;

use duidu::compare::{Options, Side, compare, related};
use duidu::corpus::{Token, WordId};
use duidu::ingest::{BlockKind, Story, StoryBlock};
use duidu::lexicon::RegionalWording;
use duidu::segment::{AccurateSegmenter, Segmenter};
use duidu::text::{Span, is_word_character};
use duidu::view::FactKind;
use serde::Deserialize;

const EVENTS: &str = "tests/free_telling/events";

/// One event as the files have it.
#[derive(Debug, Deserialize)]
pub(crate) struct Event {
    pub(crate) a: Telling,
    pub(crate) b: Telling,
    pub(crate) pairs: Vec<GoldPair>,
    pub(crate) facts: Vec<GoldFact>,
}

/// One paper's telling.
#[derive(Debug, Deserialize)]
pub(crate) struct Telling {
    pub(crate) paper: String,
    pub(crate) date: String,
    pub(crate) headline: String,
    pub(crate) sentences: Vec<String>,
}

/// A fact, as each paper words it.
#[derive(Debug, Deserialize)]
pub(crate) struct GoldFact {
    pub(crate) kind: FactKind,
    pub(crate) a: Option<String>,
    pub(crate) b: Option<String>,
    pub(crate) relation: String,
}

/// Sentences of one paper that report what sentences of the other do.
#[derive(Debug, Deserialize)]
pub(crate) struct GoldPair {
    a: Vec<usize>,
    b: Vec<usize>,
    kind: GoldKind,
}

/// How much of it is the same.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "camelCase")]
pub(crate) enum GoldKind {
    Whole,
    Partly,
}

impl Telling {
    /// The telling as a story of its own.
    pub(crate) fn story(&self, id: &str) -> Story {
        let block = |kind, text: String| StoryBlock { kind, text };
        let headline = block(BlockKind::Headline, self.headline.clone());
        Story {
            id: id.to_owned(),
            page: id.to_owned(),
            paper: self.paper.clone(),
            date: self.date.clone(),
            blocks: vec![headline, block(BlockKind::Paragraph, self.sentences.concat())],
            ..Story::default()
        }
    }
}

/// The numbers of two sentences.
pub(crate) type Link = (usize, usize);

impl Event {
    /// Reads the events of these numbers, as far as there are files.
    pub(crate) fn read(numbers: impl Iterator<Item = u32>) -> Vec<Self> {
        numbers
            .filter_map(|number| fs::read_to_string(format!("{EVENTS}/{number:02}.json")).ok())
            .map(|file| serde_json::from_str(&file).unwrap())
            .collect()
    }

    /// Both texts.
    pub(crate) fn texts(&self, segmenter: &AccurateSegmenter) -> [Text; 2] {
        [&self.a, &self.b].map(|telling| Text::new(telling, segmenter))
    }

    /// The links between single sentences.
    pub(crate) fn links(&self) -> BTreeMap<Link, GoldKind> {
        let of = |pair: &GoldPair| -> Vec<(Link, GoldKind)> {
            let every = pair.a.iter().flat_map(|&a| pair.b.iter().map(move |&b| (a, b)));
            every.map(|link| (link, pair.kind)).collect()
        };
        self.pairs.iter().flat_map(of).collect()
    }
}

/// A paper's text with sentences and words.
pub(crate) struct Text {
    text: String,
    sentences: Vec<Span>,
    tokens: Vec<Token>,
}

impl Text {
    pub(crate) fn new(telling: &Telling, segmenter: &AccurateSegmenter) -> Self {
        let (mut text, mut sentences) = (String::new(), Vec::new());
        for sentence in &telling.sentences {
            sentences.push(Span::new(text.len(), text.len() + sentence.len()));
            text += sentence;
        }
        let mut cuts = Vec::new();
        segmenter.segment(&text, &mut cuts);
        let token = |span: Span, tag: u8| Token {
            span,
            word: WordId(0),
            tag,
            is_word: span.of(&text).contains(is_word_character),
        };
        let tokens = cuts.into_iter().map(|cut| token(cut.span, cut.tag.number())).collect();
        Self { text, sentences, tokens }
    }

    pub(crate) fn side(&self) -> Side<'_> {
        Side {
            text: &self.text,
            sentences: &self.sentences,
            tokens: &self.tokens,
            regional: RegionalWording::bundled(),
        }
    }

    fn inside(&self, passage: Span) -> impl Iterator<Item = usize> + Clone {
        let inside = move |(_, sentence): &(usize, &Span)| passage.contains(**sentence);
        self.sentences.iter().enumerate().filter(inside).map(|(number, _)| number)
    }
}

/// The links found between two texts, and how many of them are pairs that are compared word by word.
pub(crate) fn found(a: &Text, b: &Text) -> (Vec<Link>, usize) {
    let alignment = compare(a.side(), b.side(), Options::default());
    let mut links: Vec<Link> = Vec::new();
    for pair in &alignment.pairs {
        links.extend(a.inside(pair.a).flat_map(|own| b.inside(pair.b).map(move |other| (own, other))));
    }
    let pairs = links.len();
    for link in related(a.side(), b.side(), &alignment) {
        links.extend(a.inside(link.a).flat_map(|own| b.inside(link.b).map(move |other| (own, other))));
    }
    links.sort_unstable();
    links.dedup();
    (links, pairs)
}
