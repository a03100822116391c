//! Distribution of units among stories: each title goes to the story whose words it shares, every unit gets its kind.

mod titles;

use super::bigrams::Bigrams;
use super::unit::{Form, PageUnit};
use crate::ingest::BlockKind;
use crate::ingest::pace::{Pace, Pause};

/// The story and the kind of a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnitRole {
    pub(super) story: usize,
    pub(super) kind: BlockKind,
}

/// Assigns every unit its story and its kind.
pub(super) async fn parts(
    units: &[PageUnit<'_>],
    starts: &[usize],
    bigrams: &mut Bigrams,
    pace: &mut Pace<impl Pause>,
) -> Option<Vec<UnitRole>> {
    let mut sharing = Sharing::new(units, starts);
    if !sharing.known {
        sharing.find_signatures();
    }
    for gap in 0..=sharing.stories() {
        sharing.gap(gap, bigrams);
        let story = sharing.story(gap);
        if pace.is_due(story.iter().fold(0, |bytes, unit| bytes.saturating_add(unit.text.len()))) {
            pace.pause().await?;
        }
    }
    if !sharing.known {
        sharing.find_lost(bigrams);
    }
    sharing.name_titles();
    Some(sharing.parts)
}

struct Sharing<'u, 'a> {
    units: &'u [PageUnit<'a>],
    starts: &'u [usize],
    /// The last paragraph of each story.
    ends: Vec<usize>,
    parts: Vec<UnitRole>,
    headed: Vec<bool>,
    /// True if the headlines are known.
    known: bool,
}

impl<'u, 'a> Sharing<'u, 'a> {
    fn new(units: &'u [PageUnit<'a>], starts: &'u [usize]) -> Self {
        let mut parts = Vec::with_capacity(units.len());
        let mut story = 0_usize;
        // The units at which the next stories begin.
        let mut nexts = starts.iter().skip(1).peekable();
        let mut ends = vec![0; starts.len()];
        for (at, unit) in units.iter().enumerate() {
            if nexts.next_if(|&&start| start == at).is_some() {
                story = story.saturating_add(1);
            }
            if unit.form == Form::Paragraph
                && let Some(end) = ends.get_mut(story)
            {
                *end = at;
            }
            let kind = match unit.form {
                Form::Title | Form::Label => BlockKind::Subhead,
                Form::Byline => BlockKind::Byline,
                Form::Caption => BlockKind::Caption,
                Form::Note => BlockKind::Note,
                Form::Furniture => BlockKind::Furniture,
                Form::Paragraph => BlockKind::Paragraph,
            };
            parts.push(UnitRole { story, kind });
        }
        let known = units.iter().any(PageUnit::is_known_start);
        Self { units, starts, ends, parts, headed: vec![false; starts.len()], known }
    }

    fn stories(&self) -> usize {
        self.starts.len()
    }

    /// Returns the units between the story before a gap and the story after it.
    fn range(&self, gap: usize) -> std::ops::Range<usize> {
        let end = gap.checked_sub(1).and_then(|before| self.ends.get(before));
        let from = end.map_or(0, |end| end.saturating_add(1));
        let to = self.starts.get(gap).copied().unwrap_or(self.units.len());
        from..to
    }

    /// Returns the units from the beginning of a story to that of the next.
    fn story(&self, story: usize) -> &'u [PageUnit<'a>] {
        let end = story.checked_add(1).and_then(|next| self.starts.get(next)).copied();
        let start = self.starts.get(story).copied();
        start.and_then(|start| self.units.get(start..end.unwrap_or(self.units.len()))).unwrap_or_default()
    }

    /// Distributes the units between two stories.
    fn gap(&mut self, gap: usize, bigrams: &mut Bigrams) {
        let range = self.range(gap);
        if range.is_empty() {
            return;
        }
        if self.known {
            self.known_gap(gap, range);
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
            let before = gap.saturating_sub(1);
            let story = if next { gap.min(self.stories().saturating_sub(1)) } else { before };
            let is_title = self.is_title(at);
            let Some(part) = self.parts.get_mut(at) else { continue };
            part.story = story;
            if is_title {
                part.kind = BlockKind::Headline;
                if self.unit(at).form == Form::Title {
                    self.head(story, true);
                }
            }
        }
    }

    /// Shares out what stands between two stories whose headlines are known: all from a headline on goes with it, and the
    /// kickers right above it.
    fn known_gap(&mut self, gap: usize, range: std::ops::Range<usize>) {
        let head = range.clone().find(|&at| self.unit(at).is_known_start());
        let is_kicker = |at: &usize| self.unit(*at).known == Some(BlockKind::Kicker);
        let head = head.map(|head| (range.start..head).rev().take_while(is_kicker).last().unwrap_or(head));
        for at in range {
            let next = gap == 0 || head.is_some_and(|head| at >= head);
            let story = if next { gap.min(self.stories().saturating_sub(1)) } else { gap.saturating_sub(1) };
            self.set_story(at, story);
            if head.is_some_and(|head| at >= head) && self.is_title(at) {
                self.set_kind(at, BlockKind::Headline);
                self.head(story, true);
            }
        }
    }

    fn unit(&self, at: usize) -> &'u PageUnit<'a> {
        PageUnit::at(self.units, at)
    }

    fn part(&self, at: usize) -> UnitRole {
        self.parts.get(at).copied().unwrap_or(UnitRole { story: 0, kind: BlockKind::Furniture })
    }

    fn set_kind(&mut self, at: usize, kind: BlockKind) {
        if let Some(part) = self.parts.get_mut(at) {
            part.kind = kind;
        }
    }

    fn set_story(&mut self, at: usize, story: usize) {
        if let Some(part) = self.parts.get_mut(at) {
            part.story = story;
        }
    }

    fn is_headed(&self, story: usize) -> bool {
        self.headed.get(story) == Some(&true)
    }

    fn head(&mut self, story: usize, headed: bool) {
        if let Some(known) = self.headed.get_mut(story) {
            *known = headed;
        }
    }

    /// Returns true if a unit is a title that heads its story.
    fn is_headline(&self, at: usize) -> bool {
        self.part(at).kind == BlockKind::Headline && self.unit(at).form == Form::Title
    }

    fn is_title(&self, at: usize) -> bool {
        matches!(self.unit(at).form, Form::Title | Form::Label)
            && !matches!(self.part(at).kind, BlockKind::Byline | BlockKind::Furniture)
    }

    /// Returns true if a unit between two stories belongs to the one below.
    fn goes_on(
        &self,
        at: usize,
        first_of_next: usize,
        gap: usize,
        kept: usize,
        bigrams: &mut Bigrams,
    ) -> bool {
        match self.unit(at).form {
            Form::Caption => {
                self.note(gap.saturating_sub(1), bigrams);
                let before = bigrams.coverage(std::iter::once(at));
                self.note(gap, bigrams);
                let after = bigrams.coverage(std::iter::once(at));
                if at > first_of_next { after + 0.15 > before } else { after > before + 0.05 }
            }
            _ if kept > 0 && first_of_next == self.range(gap).end => false,
            _ => at >= first_of_next,
        }
    }

    /// Returns the number of titles that belong to the story above them.
    fn best_share(&self, gap: usize, titles: &[usize], bigrams: &mut Bigrams) -> usize {
        if titles.is_empty() {
            return 0;
        }
        let above = gap.saturating_sub(1);
        self.note(above, bigrams);
        let before: Vec<f32> = titles.iter().map(|&at| bigrams.coverage(std::iter::once(at))).collect();
        self.note(gap, bigrams);
        let after: Vec<f32> = titles.iter().map(|&at| bigrams.coverage(std::iter::once(at))).collect();
        let later = self.range(gap.saturating_add(1)).any(|at| self.is_title(at)) && gap < self.stories();
        let headed = self.is_headed(above);
        let score = |kept: usize| {
            let mut score = before.iter().take(kept).sum::<f32>() + after.iter().skip(kept).sum::<f32>();
            let next = titles.get(kept).map(|&at| self.unit(at));
            if kept > 0 {
                score += if headed { -0.45 } else { 0.2 };
            }
            if let Some(next) = next {
                score += if kept > 0 && next.gap == 0 { -0.25 } else { 0.3 };
            } else if !later {
                score -= 0.25;
            }
            // A label goes with the title beside it.
            if next.is_some_and(|next| next.form == Form::Label) && kept > 0 {
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
        let (Some(&start), Some(&end)) = (self.starts.get(story), self.ends.get(story)) else { return };
        let units = start..=end;
        bigrams.note(units.filter(|&at| self.unit(at).form == Form::Paragraph).take(12));
    }
}
