//! The titles of stories: which is the headline, which are names, and which belong to another story.

use super::Sharing;
use crate::ingest::BlockKind;
use crate::ingest::cut::bigrams::Bigrams;
use crate::ingest::cut::press::{Press, Sense};
use crate::ingest::cut::unit::Form;

impl Sharing<'_, '_> {
    /// Finds the signatures on a page of letters, where each letter is signed, so that there are two titles between any
    /// two: the first is the writer.
    pub(super) fn find_signatures(&mut self) {
        let titles = |gap: usize| -> Vec<usize> {
            self.range(gap)
                .filter(|&at| self.unit(at).form == Form::Title && self.unit(at).level == 0)
                .collect()
        };
        let is_signature = |at: usize| self.unit(at).text.chars().count() <= 10;
        let mut found = Vec::new();
        for gap in 1..=self.stories() {
            let titles = titles(gap);
            match titles[..] {
                [signature, _] if gap < self.stories() && is_signature(signature) => found.push(signature),
                [signature] if gap == self.stories() && is_signature(signature) => found.push(signature),
                _ => return,
            }
        }
        if self.stories() > 1 && !titles(0).is_empty() {
            for at in found {
                self.set_kind(at, BlockKind::Byline);
            }
        }
    }

    /// Turns names of a few characters under a headline or a label into bylines.
    pub(super) fn find_names(&mut self, range: std::ops::Range<usize>) {
        let press = Press::get();
        let titles: Vec<usize> = range.filter(|&at| self.is_title(at)).collect();
        for &[above, title] in titles.array_windows() {
            let (before, at) = (self.unit(above), self.unit(title));
            let length = at.text.chars().count();
            let is_name = (2..=4).contains(&length) && press.starts(&at.text, Sense::Surname).is_some();
            let under = before.text.chars().count() > 4 || before.form == Form::Label;
            if at.form == Form::Title && at.level == 0 && is_name && under {
                self.set_kind(title, BlockKind::Byline);
            }
        }
    }

    /// Drops a few words alone at the page's foot, after the last story's byline: they name a series or a page.
    pub(super) fn drop_running_head(&mut self, titles: &[usize], range: std::ops::Range<usize>) {
        let Some(&last) = titles.last() else { return };
        let unit = self.unit(last);
        let after_byline = range.clone().any(|at| at < last && self.part(at).kind == BlockKind::Byline);
        if after_byline
            && last.saturating_add(1) == range.end
            && unit.gap > 0
            && unit.text.chars().count() <= 8
        {
            self.set_kind(last, BlockKind::Furniture);
        }
    }

    /// Finds headlines for stories without one among titles that share few words with their own story.
    pub(super) fn find_lost(&mut self, bigrams: &mut Bigrams) {
        let headless: Vec<usize> =
            (0..self.stories()).filter(|&story| !self.is_headed(story)).take(8).collect();
        for story in headless {
            self.note(story, bigrams);
            let titles: Vec<usize> =
                (0..self.units.len()).filter(|&at| self.is_headline(at)).take(64).collect();
            let shares: Vec<f32> = titles.iter().map(|&at| bigrams.coverage(std::iter::once(at))).collect();
            let mut best: Option<(f32, usize)> = None;
            for (&at, &share) in titles.iter().zip(&shares) {
                let own = self.part(at).story;
                if own == story || share < 0.3 {
                    continue;
                }
                self.note(own, bigrams);
                let with_own = bigrams.coverage(std::iter::once(at));
                if share > with_own + 0.2 && best.is_none_or(|(most, _)| share - with_own > most) {
                    best = Some((share - with_own, at));
                }
            }
            if let Some((_, at)) = best {
                let own = self.part(at).story;
                self.set_story(at, story);
                let below = at.saturating_add(1);
                if titles.contains(&below) && self.unit(below).gap == 0 {
                    self.set_story(below, story);
                }
                self.head(story, true);
                let others =
                    (0..self.units.len()).any(|at| self.part(at).story == own && self.is_headline(at));
                self.head(own, others);
            }
        }
    }

    /// Picks the headline among the titles of each story; titles above it become kickers, those below it decks.
    pub(super) fn name_titles(&mut self) {
        let mut titles: Vec<Vec<usize>> = vec![Vec::new(); self.stories()];
        for (at, part) in self.parts.iter().enumerate().filter(|(_, part)| part.kind == BlockKind::Headline) {
            if let Some(titles) = titles.get_mut(part.story) {
                titles.push(at);
            }
        }
        for titles in titles {
            let Some(headline) = self.headline(&titles) else {
                for at in titles {
                    self.set_kind(at, BlockKind::Kicker);
                }
                continue;
            };
            for at in titles {
                let unit = self.unit(at);
                let length = unit.text.chars().count();
                let kind = if at == headline {
                    BlockKind::Headline
                } else if unit.known == Some(BlockKind::Deck) {
                    BlockKind::Deck
                } else if at > headline && unit.form == Form::Title && length <= 6 && unit.level == 0 {
                    BlockKind::Subhead
                } else if unit.form == Form::Label || at < headline || unit.text.ends_with('：') {
                    BlockKind::Kicker
                } else {
                    BlockKind::Deck
                };
                self.set_kind(at, kind);
            }
        }
    }

    /// Returns the headline among a story's titles: of the first two, the one that is clearly shorter, else the first.
    fn headline(&self, titles: &[usize]) -> Option<usize> {
        let is_known = |at: &usize| self.unit(*at).known == Some(BlockKind::Headline);
        if let Some(known) = titles.iter().copied().find(is_known) {
            return Some(known);
        }
        let mut own = titles.iter().copied().filter(|&at| self.unit(at).form == Form::Title);
        let first = own.next()?;
        let Some(second) = own.next() else { return Some(first) };
        let (one, two) = (self.unit(first), self.unit(second));
        if one.level != two.level && one.level > 0 {
            return Some(if two.level > 0 && two.level < one.level { second } else { first });
        }
        let (long, short) = (one.text.chars().count(), two.text.chars().count());
        let is_longer = long.saturating_mul(4) > short.saturating_mul(5);
        let is_kicker = one.text.ends_with('：') || (is_longer && short >= 8);
        Some(if is_kicker { second } else { first })
    }
}
