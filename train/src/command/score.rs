//! Scores of every mode, as a table in Markdown.

use std::time::Instant;
use std::{fs, io};

use duidu::segment::{AccurateSegmenter, CharacterSegmenter, JiebaSegmenter, Segmenter, TokenSpan};
use rustc_hash::FxHashSet;

use super::train::MODEL;
use crate::data::{Data, GOLD, JIEBA, UNSEEN, Words};
use crate::gold::Gold;
use crate::learn::learn;
use crate::options::Options;
use crate::reliability::Reliability;
use crate::score::Score;
use crate::{entities, pack};

/// Prints the table of scores: on the gold sentences, and, if the treebanks are given, on each of them by
/// cross-validation, with the table of the reliability of margins.
pub(crate) fn score(options: &Options) -> io::Result<()> {
    let gold = Gold::read(&fs::read_to_string(options.text("gold", GOLD))?);
    let jieba = fs::read(options.text("jieba", JIEBA))?;
    let jieba = JiebaSegmenter::open(&jieba, |_| ()).map_err(io::Error::other)?;
    let model = open(options)?;
    let unseen = fs::read_to_string(options.text("unseen", UNSEEN))?;
    let unseen: FxHashSet<&str> = unseen.lines().collect();
    let character = CharacterSegmenter::default();
    let modes: [(&str, &dyn Segmenter); 3] =
        [("accurate", &model), ("fast", &jieba), ("character", &character)];
    println!("| text | words | mode | F1 | recall of unseen words | torn |\n|---|---|---|---|---|---|");
    for lenient in [false, true] {
        for (mode, segmenter) in modes {
            let text = if lenient { "gold, lenient" } else { "gold, strict" };
            row(text, mode, &on_gold(&gold, segmenter, lenient, &unseen));
        }
    }
    if !options.has("data") {
        return Ok(());
    }
    entities::score(options, &model)?;
    let folds: usize = options.number("folds", 5)?;
    if folds == 0 {
        return Ok(());
    }
    let data = Data::read(options)?;
    let settings = options.settings()?;
    let mut reliability = Reliability::default();
    let mut all = [Score::default(); 3];
    for (name, sentences) in &data.treebanks {
        let mut scores = [Score::default(); 3];
        for fold in 0..folds {
            let bounds = (sentences.len() * fold / folds, sentences.len() * (fold + 1) / folds);
            let held = |other: &str, at: usize| other == name && (bounds.0..bounds.1).contains(&at);
            let (index, weights) = learn(&data.examples(held, &settings), &data.lists, &settings);
            let bytes = pack::pack(&index, &weights, &data.lists, settings.prune);
            let model = AccurateSegmenter::open(bytes).map_err(io::Error::other)?;
            let seen = data.vocabulary(held);
            let is_unseen = |word: &str| !seen.contains(word);
            for words in &sentences[bounds.0..bounds.1] {
                let (text, ends) = flat(words);
                let (mut tokens, mut margins) = (Vec::new(), Vec::new());
                model.segment_with_margins(&text, &mut tokens, &mut margins);
                let found = token_ends(&tokens);
                reliability.add(&ends, &found, &margins);
                scores[0].add(&text, &ends, &found, is_unseen);
                scores[1].add(&text, &ends, &ends_of(&jieba, &text), is_unseen);
                scores[2].add(&text, &ends, &ends_of(&character, &text), is_unseen);
            }
        }
        for ((all, score), (mode, _)) in all.iter_mut().zip(scores).zip(modes) {
            row(&format!("{name}, {folds} folds"), mode, &score);
            all.merge(&score);
        }
    }
    for (score, (mode, _)) in all.iter().zip(modes) {
        row(&format!("all treebanks, {folds} folds"), mode, score);
    }
    println!("\n{}", reliability.table());
    Ok(())
}

/// Prints the table of scores of names.
pub(crate) fn score_names(options: &Options) -> io::Result<()> {
    entities::score(options, &open(options)?)
}

/// Prints the gold sentences the model gets wrong for a reader who accepts either choice.
pub(crate) fn errors(options: &Options) -> io::Result<()> {
    let model = open(options)?;
    for gold in Gold::read(&fs::read_to_string(options.text("gold", GOLD))?) {
        let found = ends_of(&model, &gold.text);
        let ends = gold.lenient_for(&found);
        if ends != found {
            println!("gold  {}\nfound {}\n", parted(&gold.text, &ends), parted(&gold.text, &found));
        }
    }
    Ok(())
}

/// Measures the speed of segmenting a text and prints it.
pub(crate) fn speed(options: &Options) -> io::Result<()> {
    let start = Instant::now();
    let model = open(options)?;
    let opened = start.elapsed();
    let text = fs::read_to_string(options.needed("text")?)?;
    let mut best = f64::INFINITY;
    for _ in 0..5 {
        let start = Instant::now();
        model.segment(&text, &mut Vec::new());
        best = best.min(start.elapsed().as_secs_f64());
    }
    let speed = text.chars().count() as f64 / best / 1e6;
    println!("opened in {:.1} ms, {speed:.2} million characters a second", opened.as_secs_f64() * 1e3);
    Ok(())
}

fn open(options: &Options) -> io::Result<AccurateSegmenter> {
    AccurateSegmenter::open(fs::read(options.text("model", MODEL))?).map_err(io::Error::other)
}

fn row(text: &str, mode: &str, score: &Score) {
    let (f1, unseen, torn) = (score.f1(), score.unseen_recall(), score.torn());
    println!("| {text} | {} | {mode} | {f1:.2} | {unseen:.2} | {torn:.2} |", score.words());
}

fn on_gold(sentences: &[Gold], segmenter: &dyn Segmenter, lenient: bool, unseen: &FxHashSet<&str>) -> Score {
    let mut score = Score::default();
    for gold in sentences {
        let found = ends_of(segmenter, &gold.text);
        let ends = if lenient { gold.lenient_for(&found) } else { gold.strict.clone() };
        score.add(&gold.text, &ends, &found, |word| unseen.contains(word));
    }
    score
}

/// Returns the text without spaces, as in the bake-offs, and the ends of its words.
fn flat(words: &Words) -> (String, Vec<usize>) {
    let mut text = String::new();
    let ends = words.iter().map(|(word, _)| {
        text.push_str(word);
        text.len()
    });
    let ends = ends.collect();
    (text, ends)
}

fn ends_of(segmenter: &dyn Segmenter, text: &str) -> Vec<usize> {
    let mut tokens = Vec::new();
    segmenter.segment(text, &mut tokens);
    token_ends(&tokens)
}

fn token_ends(tokens: &[TokenSpan]) -> Vec<usize> {
    tokens.iter().map(|token| token.span.end as usize).collect()
}

fn parted(text: &str, ends: &[usize]) -> String {
    let starts = [0].into_iter().chain(ends.iter().copied());
    starts.zip(ends).filter_map(|(start, &end)| text.get(start..end)).collect::<Vec<_>>().join(" ")
}
