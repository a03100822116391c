//! Texts of many kinds, and their words.

use std::fs;

use duidu::corpus::{Token, WordId};
use duidu::ingest::{BlockKind, bundled_stories};
use duidu::segment::{AccurateSegmenter, JiebaSegmenter, Segmenter};
use duidu::text::{Span, is_word_character, sentences};

use crate::random::Random;

/// Kinds of text.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// The bundled stories.
    News,
    /// Their first sentences, as a short notice.
    Notes,
    /// Stories that repeat some of their sentences.
    Repeated,
    /// Lists with similar lines.
    Lists,
    /// A long text of many stories.
    Long,
    /// A story that occurs four times in one text, as on pages that were captured repeatedly.
    Copies,
    /// Invented stories of other papers, some of three sentences.
    Invented,
    /// The files named by `PLANT_TEXTS`.
    Others,
}

impl Kind {
    pub(crate) const ALL: [Self; 8] = [
        Self::News,
        Self::Notes,
        Self::Repeated,
        Self::Lists,
        Self::Long,
        Self::Copies,
        Self::Invented,
        Self::Others,
    ];
}

/// Paragraphs, each a run of sentences.
pub(crate) type Story = Vec<Vec<String>>;

fn cut(line: &str) -> Vec<String> {
    sentences(line, Span::new(0, line.len())).into_iter().map(|span| span.of(line).to_owned()).collect()
}

/// Splits a text into stories separated by empty lines, with one paragraph per line.
fn parted(text: &str) -> Vec<Story> {
    let stories = text.trim_end().split("\n\n").map(|story| story.lines().map(cut).collect::<Story>());
    stories.filter(|story| !story.is_empty() && story.iter().all(|p| !p.is_empty())).collect()
}

pub(crate) fn stories(kind: Kind, seed: u64) -> Vec<Story> {
    let news = || -> Vec<Story> {
        bundled_stories()
            .iter()
            .map(|story| {
                let prose = story.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
                prose.map(|block| cut(&block.text)).collect()
            })
            .collect()
    };
    let mut random = Random(seed + 17);
    match kind {
        Kind::News => news(),
        Kind::Notes => news()
            .into_iter()
            .flatten()
            .filter(|paragraph| paragraph.len() >= 2)
            .step_by(3)
            .map(|paragraph| vec![paragraph[..2].to_vec()])
            .collect(),
        Kind::Repeated => news()
            .into_iter()
            .step_by(3)
            .map(|mut story| {
                let all: Vec<String> = story.concat();
                for _ in 0..1 + all.len() / 6 {
                    let at = random.below(story.len());
                    let again = random.of(&all).clone();
                    let place = random.below(story[at].len() + 1);
                    story[at].insert(place, again);
                }
                story
            })
            .collect(),
        Kind::Lists => {
            let items = [
                "甲國", "乙市", "丙縣", "丁區", "戊省", "己州", "庚鎮", "辛鄉", "壬村", "癸島", "香港",
                "澳門", "台北",
            ];
            let goods = ["鋼材", "木料", "茶葉", "絲綢", "陶瓷", "書籍", "藥物", "機器"];
            let line = |random: &mut Random, n: usize| {
                let (item, good) = (*random.of(&items), *random.of(&goods));
                vec![format!(
                    "{n}. {item}：出口{good}{}噸，進口{}{}噸",
                    10 + random.below(900),
                    random.of(&goods),
                    10 + random.below(900)
                )]
            };
            (0..4).map(|_| (1..25).map(|n| line(&mut random, n)).collect()).collect()
        }
        Kind::Long => vec![news().concat()],
        Kind::Copies => news()
            .into_iter()
            .step_by(6)
            .map(|story| std::iter::repeat_n(story, 4).flatten().collect())
            .collect(),
        Kind::Invented => parted(include_str!("invented.txt")),
        Kind::Others => std::env::var("PLANT_TEXTS")
            .unwrap_or_default()
            .split(':')
            .filter(|name| !name.is_empty())
            .flat_map(|name| parted(&fs::read_to_string(name).unwrap()))
            .collect(),
    }
}

/// The segmenters of the application.
pub(crate) struct Cutter {
    jieba: JiebaSegmenter,
    accurate: AccurateSegmenter,
}

impl Cutter {
    pub(crate) fn open() -> Self {
        let jieba = JiebaSegmenter::open(&fs::read("static/dictionary/jieba.txt").unwrap(), |_| ()).unwrap();
        let accurate = AccurateSegmenter::open(fs::read("static/model/segmenter.bin").unwrap()).unwrap();
        Self { jieba, accurate }
    }

    pub(crate) fn words(&self, text: &str) -> Vec<String> {
        let mut cuts = Vec::new();
        self.accurate.segment(text, &mut cuts);
        cuts.into_iter().map(|cut| cut.span.of(text).to_owned()).collect()
    }

    /// Returns tokens by either segmenter.
    pub(crate) fn tokens(&self, text: &str, accurate: bool) -> Vec<Token> {
        let mut cuts = Vec::new();
        if accurate {
            self.accurate.segment(text, &mut cuts)
        } else {
            self.jieba.segment(text, &mut cuts)
        }
        let token = |span: Span| Token {
            span,
            word: WordId(0),
            tag: 0,
            is_word: span.of(text).contains(is_word_character),
        };
        cuts.into_iter().map(|cut| token(cut.span)).collect()
    }
}
