//! The agreement of a page as it was read and cut with its gold, by the measures that the gold's own description has.
//!
//! Texts are compared without white space, and a line of the gold is found where a block holds its text; of several
//! blocks that hold it, the one is taken that keeps most of the page in its order.
//!
//! *Boundaries*: a story found is right when the first of its lines that belongs to any story (captions, kickers,
//! notes and dates aside) is that story's headline, or its first line where it has none. *Headlines*: the share of stories whose headline
//! is that of the found story with most of their paragraphs. *Leakage*: the characters of furniture in blocks of any other
//! kind, of all characters in those. *Lost*: the characters of stories that are in no block; *hidden*: those in furniture.

use std::collections::BTreeMap;

use duidu::ingest::{BlockKind, Page};

use super::gold::{GoldLine, GoldPage, Label, dense};

#[derive(Clone, Debug, Default)]
pub(crate) struct PageScore {
    found: usize,
    right: usize,
    wanted: usize,
    headlines: usize,
    papers: usize,
    dates: usize,
    leaked: usize,
    kept: usize,
    lost: usize,
    hidden: usize,
    whole: usize,
    kinds: usize,
    signed: usize,
}

impl PageScore {
    pub(crate) fn f1(&self) -> f64 {
        share(2 * self.right, self.found + self.wanted)
    }

    pub(crate) fn headlines(&self) -> f64 {
        share(self.headlines, self.wanted)
    }

    pub(crate) fn leakage(&self) -> f64 {
        if self.kept == 0 { 0.0 } else { self.leaked as f64 / self.kept as f64 }
    }

    pub(crate) fn lost(&self) -> f64 {
        if self.whole == 0 { 0.0 } else { self.lost as f64 / self.whole as f64 }
    }

    /// Returns the share of papers and dates that are right.
    pub(crate) fn facts(&self) -> f64 {
        share(self.papers + self.dates, 2 * self.wanted)
    }

    /// Returns the share of bylines and captions that are called so.
    pub(crate) fn kinds(&self) -> f64 {
        share(self.kinds, self.signed)
    }

    pub(crate) fn add(&mut self, other: &Self) {
        for (sum, more) in self.counts().into_iter().zip(other.clone().counts()) {
            *sum += *more;
        }
    }

    fn counts(&mut self) -> [&mut usize; 13] {
        [
            &mut self.found,
            &mut self.right,
            &mut self.wanted,
            &mut self.headlines,
            &mut self.papers,
            &mut self.dates,
            &mut self.leaked,
            &mut self.kept,
            &mut self.lost,
            &mut self.hidden,
            &mut self.whole,
            &mut self.kinds,
            &mut self.signed,
        ]
    }

    pub(crate) fn line(&self, name: &str) -> String {
        format!(
            "{name:22} F1 {:.3} ({} of {}, {} found)  headlines {:.3}  leaked {:5.1} %  lost {:.2} % hidden {:.2} %  \
             papers {} dates {} of {}  bylines, captions {} of {}",
            self.f1(),
            self.right,
            self.wanted,
            self.found,
            self.headlines(),
            self.leakage() * 100.0,
            self.lost() * 100.0,
            self.hidden as f64 * 100.0 / self.whole.max(1) as f64,
            self.papers,
            self.dates,
            self.wanted,
            self.kinds,
            self.signed
        )
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// A block as it was found.
struct FoundBlock {
    story: usize,
    kind: BlockKind,
    first: u32,
    text: String,
}

fn blocks(page: &Page) -> Vec<FoundBlock> {
    let mut blocks = Vec::new();
    for (story, drafted) in page.draft.stories.iter().enumerate() {
        for block in &drafted.blocks {
            blocks.push(FoundBlock {
                story,
                kind: block.kind,
                first: block.lines.0,
                text: dense(&block.text),
            });
        }
    }
    blocks.sort_by_key(|block| block.first);
    blocks
}

/// Returns for each line of the gold the block that holds it.
fn places(gold: &GoldPage, blocks: &[FoundBlock]) -> Vec<Option<usize>> {
    let mut by_text: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, block) in blocks.iter().enumerate() {
        by_text.entry(&block.text).or_default().push(at);
    }
    let candidates: Vec<Vec<usize>> = gold
        .lines
        .iter()
        .map(|line| {
            let text = without_code(line);
            let mut found = by_text.get(text.as_str()).cloned().unwrap_or_default();
            if found.is_empty() && !text.is_empty() {
                found = (0..blocks.len()).filter(|&at| blocks[at].text.contains(&text)).take(64).collect();
            }
            found
        })
        .collect();
    in_order(gold, &candidates, blocks)
}

/// Returns a line's text without the code inside it.
fn without_code(line: &GoldLine) -> String {
    let Some(code) = line.furniture.first() else { return dense(&line.text) };
    // What is before the code is long enough to be found by, or else what is behind it.
    let (before, behind) = line.text.split_once(code.as_str()).unwrap();
    dense(if before.is_empty() { behind } else { before })
}

/// Chooses among the candidates of each line so that as many characters as possible stand in the page's order; lines
/// that cannot keep it get their first candidate.
fn in_order(gold: &GoldPage, candidates: &[Vec<usize>], blocks: &[FoundBlock]) -> Vec<Option<usize>> {
    // The best sum of a chain that ends at or before a block, with the chain's last link.
    let mut best: Vec<(usize, Option<usize>)> = vec![(0, None); blocks.len()];
    let mut links: Vec<(usize, usize, Option<usize>)> = Vec::new();
    for (line, found) in candidates.iter().enumerate() {
        let weight = dense(&gold.lines[line].text).chars().count();
        let mut new: Vec<(usize, usize)> = Vec::new();
        for &block in found {
            // A block that is one line stands for no second one.
            let is_whole = without_code(&gold.lines[line]) == blocks[block].text;
            let (sum, before) = match block.checked_sub(1) {
                Some(above) if is_whole => best[above],
                None if is_whole => (0, None),
                _ => best[block],
            };
            links.push((line, block, before));
            new.push((sum + weight, links.len() - 1));
        }
        for (sum, link) in new {
            for slot in &mut best[links[link].1..] {
                if sum > slot.0 {
                    *slot = (sum, Some(link));
                }
            }
        }
    }
    let mut places: Vec<Option<usize>> = candidates.iter().map(|found| found.first().copied()).collect();
    let mut at = best.last().and_then(|best| best.1);
    while let Some(link) = at {
        let (line, block, before) = links[link];
        places[line] = Some(block);
        at = before;
    }
    places
}

/// Scores a page.
pub(crate) fn score(gold: &GoldPage, page: &Page) -> PageScore {
    let blocks = blocks(page);
    let places = places(gold, &blocks);
    let mut score = PageScore { wanted: gold.stories.len(), ..PageScore::default() };
    boundaries(gold, &blocks, &places, &mut score);
    characters(gold, &blocks, &places, &mut score);
    for story in &gold.stories {
        let own = best_story(gold, story.story, &blocks, &places);
        let told = own.map(|own| page.metadata_of(own)).unwrap_or_default();
        let headline = own.and_then(|own| headline(page, own)).unwrap_or_default();
        score.headlines +=
            usize::from(dense(&headline) == dense(story.headline.as_deref().unwrap_or_default()));
        score.papers += usize::from(told.paper == story.paper.as_deref().unwrap_or_default());
        score.dates += usize::from(told.date == story.date.as_deref().unwrap_or_default());
    }
    score
}

fn is_kept(block: &FoundBlock) -> bool {
    block.kind != BlockKind::Furniture
}

fn boundaries(gold: &GoldPage, blocks: &[FoundBlock], places: &[Option<usize>], score: &mut PageScore) {
    let counts = |line: &GoldLine| {
        // A kicker stands above the headline and is the story's own.
        let is_aside = matches!(
            line.label,
            Label::Caption | Label::Note | Label::Date | Label::Furniture | Label::Kicker
        );
        line.story > 0 && !is_aside
    };
    let mut won = Vec::new();
    let stories = blocks.iter().map(|block| block.story).max().map_or(0, |last| last + 1);
    for story in 0..stories {
        if !blocks.iter().any(|block| block.story == story && is_kept(block)) {
            continue;
        }
        score.found += 1;
        let first = gold.lines.iter().zip(places).find(|(line, place)| {
            counts(line) && place.is_some_and(|at| blocks[at].story == story && is_kept(&blocks[at]))
        });
        let Some((first, _)) = first else { continue };
        let opens = gold
            .lines
            .iter()
            .filter(|line| line.story == first.story && counts(line))
            .min_by_key(|line| (line.label != Label::Headline, line.n));
        if opens.is_some_and(|line| line.n == first.n) && !won.contains(&first.story) {
            won.push(first.story);
            score.right += 1;
        }
    }
}

fn characters(gold: &GoldPage, blocks: &[FoundBlock], places: &[Option<usize>], score: &mut PageScore) {
    let count = |text: &str| dense(text).chars().count();
    score.kept = blocks.iter().filter(|block| is_kept(block)).map(|block| block.text.chars().count()).sum();
    for (line, place) in gold.lines.iter().zip(places) {
        let block = place.map(|at| &blocks[at]);
        let code = line
            .furniture
            .iter()
            .filter(|code| blocks.iter().any(|block| is_kept(block) && block.text.contains(&dense(code))));
        score.leaked += code.map(|code| count(code)).sum::<usize>();
        if line.label == Label::Furniture {
            if !line.neutral && block.is_some_and(is_kept) {
                score.leaked += count(&line.text);
            }
            continue;
        }
        if line.label == Label::Date {
            continue;
        }
        let length = count(&line.text) - line.furniture.iter().map(|code| count(code)).sum::<usize>();
        score.whole += length;
        match block {
            None => score.lost += length,
            Some(block) if !is_kept(block) => score.hidden += length,
            Some(_) => {}
        }
        let kind = match line.label {
            Label::Byline => BlockKind::Byline,
            Label::Caption => BlockKind::Caption,
            _ => continue,
        };
        score.signed += 1;
        score.kinds += usize::from(block.is_some_and(|block| block.kind == kind));
    }
}

/// Returns the found story that holds most of a story's paragraphs.
fn best_story(
    gold: &GoldPage,
    story: usize,
    blocks: &[FoundBlock],
    places: &[Option<usize>],
) -> Option<usize> {
    let mut held: BTreeMap<usize, usize> = BTreeMap::new();
    for (line, place) in gold.lines.iter().zip(places) {
        if line.story == story
            && line.label == Label::Paragraph
            && let Some(block) = place.map(|at| &blocks[at]).filter(|block| is_kept(block))
        {
            *held.entry(block.story).or_default() += line.text.chars().count();
        }
    }
    held.into_iter().max_by_key(|&(story, length)| (length, std::cmp::Reverse(story))).map(|(story, _)| story)
}

/// Returns the headline that a story is shown with.
fn headline(page: &Page, story: usize) -> Option<String> {
    let id = page.story_id(story);
    let story = page.as_stories().into_iter().find(|story| story.id == id)?;
    story.blocks.into_iter().find(|block| block.kind == BlockKind::Headline).map(|block| block.text)
}

/// Prints where each line of the gold that was not found as it should be is.
pub(crate) fn show(gold: &GoldPage, page: &Page) {
    let blocks = blocks(page);
    let places = places(gold, &blocks);
    for story in &gold.stories {
        let own = best_story(gold, story.story, &blocks, &places);
        let told = own.map(|own| page.metadata_of(own)).unwrap_or_default();
        println!(
            "  story {}: {:?} for {:?}; {:?} {:?} for {:?} {:?}",
            story.story,
            own.and_then(|own| headline(page, own)),
            story.headline,
            told.paper,
            told.date,
            story.paper,
            story.date
        );
    }
    for (line, place) in gold.lines.iter().zip(&places) {
        let block = place.map(|at| &blocks[at]);
        let kind = block.map(|block| block.kind);
        let is_right = match line.label {
            Label::Furniture => line.neutral || kind.is_none_or(|kind| kind == BlockKind::Furniture),
            Label::Date => true,
            label => kind.is_some_and(|kind| format!("{kind:?}") == format!("{label:?}")),
        };
        if !is_right || kind == Some(BlockKind::Headline) {
            let text: String = line.text.chars().take(40).collect();
            let found = block.map(|block| (block.story, block.kind));
            println!("  {:4} {:?} {} | {found:?} | {text}", line.n, line.label, line.story);
        }
    }
}
