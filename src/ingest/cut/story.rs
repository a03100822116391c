//! Units become stories: each title goes to the story whose words it shares, and everything gets its kind.

use super::bigrams::Bigrams;
use super::press::{Press, Sense};
use super::unit::{Form, Unit};
use crate::ingest::BlockKind;

/// A unit's place: its story and its kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub(super) story: usize,
    pub(super) kind: BlockKind,
}

/// Gives every unit its story and its kind.
pub(super) fn parts(units: &[Unit<'_>], starts: &[usize], bigrams: &mut Bigrams) -> Vec<Part> {
    let mut sharing = Sharing::new(units, starts);
    sharing.find_signatures();
    for gap in 0..=sharing.stories() {
        sharing.gap(gap, bigrams);
    }
    sharing.find_lost(bigrams);
    sharing.name_titles();
    sharing.parts
}

struct Sharing<'u, 'a> {
    units: &'u [Unit<'a>],
    starts: &'u [usize],
    /// The last paragraph of each story.
    ends: Vec<usize>,
    parts: Vec<Part>,
    headed: Vec<bool>,
}

impl<'u, 'a> Sharing<'u, 'a> {
    fn new(units: &'u [Unit<'a>], starts: &'u [usize]) -> Self {
        let mut parts = Vec::with_capacity(units.len());
        let mut story = 0;
        let mut ends = vec![0; starts.len()];
        for (at, unit) in units.iter().enumerate() {
            if starts.get(story + 1).is_some_and(|&start| start == at) {
                story += 1;
            }
            if unit.form == Form::Paragraph {
                ends[story] = at;
            }
            let kind = match unit.form {
                Form::Title | Form::Label => BlockKind::Subhead,
                Form::Byline => BlockKind::Byline,
                Form::Caption => BlockKind::Caption,
                Form::Note => BlockKind::Note,
                Form::Furniture => BlockKind::Furniture,
                Form::Paragraph => BlockKind::Paragraph,
            };
            parts.push(Part { story, kind });
        }
        Self { units, starts, ends, parts, headed: vec![false; starts.len()] }
    }

    fn stories(&self) -> usize {
        self.starts.len()
    }

    /// The units between the story before a gap and the story after it.
    fn range(&self, gap: usize) -> std::ops::Range<usize> {
        let from = if gap == 0 { 0 } else { self.ends[gap - 1] + 1 };
        let to = self.starts.get(gap).copied().unwrap_or(self.units.len());
        from..to
    }

    /// Shares out what stands between two stories.
    fn gap(&mut self, gap: usize, bigrams: &mut Bigrams) {
        let range = self.range(gap);
        if range.is_empty() {
            return;
        }
        self.find_names(range.clone());
        let titles: Vec<usize> = range.clone().filter(|&at| self.is_title(at)).collect();
        let has_before = gap > 0;
        let has_after = gap < self.stories();
        let kept = match (has_before, has_after) {
            (false, _) => 0,
            (true, false) => titles.len(),
            (true, true) => self.best_share(gap, &titles, bigrams),
        };
        if !has_after && titles.len() > 1 {
            self.drop_running_head(&titles, range.clone());
        }
        let first_of_next = titles.get(kept).copied().unwrap_or(range.end);
        for at in range.clone() {
            let next = !has_before || has_after && self.goes_on(at, first_of_next, gap, kept, bigrams);
            self.parts[at].story = if next { gap.min(self.stories().saturating_sub(1)) } else { gap - 1 };
            if self.is_title(at) {
                self.parts[at].kind = BlockKind::Headline;
                let story = self.parts[at].story;
                if self.units[at].form == Form::Title {
                    self.headed[story] = true;
                }
            }
        }
    }

    fn is_title(&self, at: usize) -> bool {
        matches!(self.units[at].form, Form::Title | Form::Label)
            && self.parts[at].kind != BlockKind::Byline
            && self.parts[at].kind != BlockKind::Furniture
    }

    /// Whether a unit between two stories belongs to the one below.
    fn goes_on(
        &self,
        at: usize,
        first_of_next: usize,
        gap: usize,
        kept: usize,
        bigrams: &mut Bigrams,
    ) -> bool {
        match self.units[at].form {
            Form::Caption => {
                self.note(gap - 1, bigrams);
                let before = bigrams.coverage(std::iter::once(at));
                self.note(gap, bigrams);
                let after = bigrams.coverage(std::iter::once(at));
                if at > first_of_next { after + 0.15 > before } else { after > before + 0.05 }
            }
            _ if kept > 0 && first_of_next == self.range(gap).end => false,
            _ => at >= first_of_next,
        }
    }

    /// How many of the titles belong to the story above them.
    fn best_share(&self, gap: usize, titles: &[usize], bigrams: &mut Bigrams) -> usize {
        if titles.is_empty() {
            return 0;
        }
        self.note(gap - 1, bigrams);
        let before: Vec<f32> = titles.iter().map(|&at| bigrams.coverage(std::iter::once(at))).collect();
        self.note(gap, bigrams);
        let after: Vec<f32> = titles.iter().map(|&at| bigrams.coverage(std::iter::once(at))).collect();
        let later = self.range(gap + 1).any(|at| self.is_title(at)) && gap < self.stories();
        let headed = self.headed[gap - 1];
        let score = |kept: usize| {
            let mut score: f32 = before[..kept].iter().sum::<f32>() + after[kept..].iter().sum::<f32>();
            if kept > 0 {
                score += if headed { -0.45 } else { 0.2 };
            }
            if kept < titles.len() {
                score += if kept > 0 && self.units[titles[kept]].gap == 0 { -0.25 } else { 0.3 };
            } else if !later {
                score -= 0.25;
            }
            // A label goes with the title beside it.
            if kept < titles.len() && self.units[titles[kept]].form == Form::Label && kept > 0 {
                score -= 0.4;
            }
            score
        };
        let mut best = (0, score(0));
        for kept in 1..=titles.len().min(8) {
            if score(kept) > best.1 {
                best = (kept, score(kept));
            }
        }
        best.0
    }

    /// Notes the wording of a story.
    fn note(&self, story: usize, bigrams: &mut Bigrams) {
        let units = self.starts[story]..=self.ends[story];
        bigrams.note(units.filter(|&at| self.units[at].form == Form::Paragraph).take(12));
    }

    /// On a page of letters a signature stands under each, so that two titles stand between any two: the first is
    /// the writer.
    fn find_signatures(&mut self) {
        let titles = |gap: usize| -> Vec<usize> {
            self.range(gap)
                .filter(|&at| self.units[at].form == Form::Title && self.units[at].level == 0)
                .collect()
        };
        let is_signature = |at: usize| self.units[at].text.chars().count() <= 10;
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
                self.parts[at].kind = BlockKind::Byline;
            }
        }
    }

    /// A name of a few characters under a headline or a label is who wrote it.
    fn find_names(&mut self, range: std::ops::Range<usize>) {
        let press = Press::get();
        let titles: Vec<usize> = range.filter(|&at| self.is_title(at)).collect();
        for pair in titles.windows(2) {
            let (before, at) = (&self.units[pair[0]], &self.units[pair[1]]);
            let length = at.text.chars().count();
            let is_name = (2..=4).contains(&length) && press.starts(&at.text, Sense::Surname).is_some();
            let under = before.text.chars().count() > 4 || before.form == Form::Label;
            if at.form == Form::Title && at.level == 0 && is_name && under {
                self.parts[pair[1]].kind = BlockKind::Byline;
            }
        }
    }

    /// A few words alone at the page's foot, after the last story's byline, name a series or a page.
    fn drop_running_head(&mut self, titles: &[usize], range: std::ops::Range<usize>) {
        let Some(&last) = titles.last() else { return };
        let unit = &self.units[last];
        let after_byline = range.clone().any(|at| at < last && self.parts[at].kind == BlockKind::Byline);
        if after_byline && last + 1 == range.end && unit.gap > 0 && unit.text.chars().count() <= 8 {
            self.parts[last].kind = BlockKind::Furniture;
        }
    }

    /// Stories without a headline look for one among the titles that share few words with their own story.
    fn find_lost(&mut self, bigrams: &mut Bigrams) {
        let headless: Vec<usize> = (0..self.stories()).filter(|&story| !self.headed[story]).take(8).collect();
        for story in headless {
            self.note(story, bigrams);
            let titles: Vec<usize> = (0..self.units.len())
                .filter(|&at| {
                    self.parts[at].kind == BlockKind::Headline && self.units[at].form == Form::Title
                })
                .take(64)
                .collect();
            let shares: Vec<f32> = titles.iter().map(|&at| bigrams.coverage(std::iter::once(at))).collect();
            let mut best: Option<(f32, usize)> = None;
            for (&at, &share) in titles.iter().zip(&shares) {
                let own = self.parts[at].story;
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
                let own = self.parts[at].story;
                self.parts[at].story = story;
                if let Some(next) = titles.iter().find(|&&next| next == at + 1 && self.units[next].gap == 0) {
                    self.parts[*next].story = story;
                }
                self.headed[story] = true;
                self.headed[own] = (0..self.units.len()).any(|at| {
                    self.parts[at].story == own
                        && self.parts[at].kind == BlockKind::Headline
                        && self.units[at].form == Form::Title
                });
            }
        }
    }

    /// Of the titles of each story, one is its headline; one above it its kicker, one below it its deck.
    fn name_titles(&mut self) {
        let mut titles: Vec<Vec<usize>> = vec![Vec::new(); self.stories()];
        for at in 0..self.units.len() {
            if self.parts[at].kind == BlockKind::Headline {
                titles[self.parts[at].story].push(at);
            }
        }
        for titles in titles {
            let Some(headline) = self.headline(&titles) else {
                for at in titles {
                    self.parts[at].kind = BlockKind::Kicker;
                }
                continue;
            };
            for at in titles {
                let unit = &self.units[at];
                let length = unit.text.chars().count();
                self.parts[at].kind = if at == headline {
                    BlockKind::Headline
                } else if at > headline && unit.form == Form::Title && length <= 6 && unit.level == 0 {
                    BlockKind::Subhead
                } else if unit.form == Form::Label || at < headline || unit.text.ends_with('：') {
                    BlockKind::Kicker
                } else {
                    BlockKind::Deck
                };
            }
        }
    }

    /// The headline among a story's titles: of the first two, the one that is clearly shorter, else the first.
    fn headline(&self, titles: &[usize]) -> Option<usize> {
        let mut own = titles.iter().copied().filter(|&at| self.units[at].form == Form::Title);
        let first = own.next()?;
        let Some(second) = own.next() else { return Some(first) };
        let (one, two) = (&self.units[first], &self.units[second]);
        if one.level != two.level && one.level > 0 {
            return Some(if two.level > 0 && two.level < one.level { second } else { first });
        }
        let (long, short) = (one.text.chars().count(), two.text.chars().count());
        let is_kicker = one.text.ends_with('：') || (long * 4 > short * 5 && short >= 8);
        Some(if is_kicker { second } else { first })
    }
}
