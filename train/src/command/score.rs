//! Scores of every mode, as a table in Markdown.

use std::time::Instant;
use std::{fs, io};

use duidu::segment::{AccurateSegmenter, JiebaSegmenter, Segmenter};
use rustc_hash::FxHashSet;

use super::train::MODEL;
use crate::data::{Data, Words};
use crate::learn::learn;
use crate::options::Options;
use crate::pack;
use crate::score::Score;

/// Prints the table of scores.
pub(crate) fn score(options: &Options) -> io::Result<()> {
    let data = Data::read(options)?;
    let jieba = JiebaSegmenter::open(data.jieba.as_bytes(), |_| ()).map_err(io::Error::other)?;
    let model = open(options)?;
    let folds: usize = options.number("folds", 5)?;
    println!("| text | words | mode | F1 | recall of unseen words | torn |\n|---|---|---|---|---|---|");
    let seen = data.vocabulary(|_, _| false);
    for lenient in [false, true] {
        let text = if lenient { "gold, lenient" } else { "gold, strict" };
        row(text, "accurate", &gold(&data, &model, lenient, &seen));
        row(text, "fast", &gold(&data, &jieba, lenient, &seen));
    }
    if folds < 2 {
        return Ok(());
    }
    for (name, sentences) in &data.treebanks {
        let (mut accurate, mut fast) = (Score::default(), Score::default());
        for fold in 0..folds {
            let bounds = (sentences.len() * fold / folds, sentences.len() * (fold + 1) / folds);
            let held = |other: &str, at: usize| other == name && (bounds.0..bounds.1).contains(&at);
            let (index, weights) = learn(&data.examples(held), &data.lists, &options.settings()?);
            let bytes = pack::pack(&index, &weights, &data.lists);
            let model = AccurateSegmenter::open(bytes).map_err(io::Error::other)?;
            let seen = data.vocabulary(held);
            for words in &sentences[bounds.0..bounds.1] {
                let (text, ends) = flat(words);
                accurate.add(&text, &ends, &ends_of(&model, &text), &seen);
                fast.add(&text, &ends, &ends_of(&jieba, &text), &seen);
            }
        }
        let text = format!("{name}, {folds} folds");
        row(&text, "accurate", &accurate);
        row(&text, "fast", &fast);
    }
    Ok(())
}

/// Prints the gold sentences the model gets wrong, for a reader who accepts either choice.
pub(crate) fn errors(options: &Options) -> io::Result<()> {
    let data = Data::read(options)?;
    let model = open(options)?;
    for gold in &data.gold {
        let found = ends_of(&model, &gold.text);
        let ends = gold.lenient_for(&found);
        if ends != found {
            println!("gold  {}\nfound {}\n", parted(&gold.text, &ends), parted(&gold.text, &found));
        }
    }
    Ok(())
}

/// Prints how fast the model segments a text.
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

fn gold(data: &Data, segmenter: &impl Segmenter, lenient: bool, seen: &FxHashSet<String>) -> Score {
    let mut score = Score::default();
    for gold in &data.gold {
        let found = ends_of(segmenter, &gold.text);
        let ends = if lenient { gold.lenient_for(&found) } else { gold.strict.clone() };
        score.add(&gold.text, &ends, &found, seen);
    }
    score
}

/// The text without spaces, as the bake-offs give it, and where its words end.
fn flat(words: &Words) -> (String, Vec<usize>) {
    let mut text = String::new();
    let ends = words.iter().map(|(word, _)| {
        text.push_str(word);
        text.len()
    });
    let ends = ends.collect();
    (text, ends)
}

fn ends_of(segmenter: &impl Segmenter, text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    segmenter.segment(text, &mut cuts);
    cuts.iter().map(|cut| cut.span.end as usize).collect()
}

fn parted(text: &str, ends: &[usize]) -> String {
    let starts = [0].into_iter().chain(ends.iter().copied());
    starts.zip(ends).map(|(start, &end)| &text[start..end]).collect::<Vec<_>>().join(" ")
}
