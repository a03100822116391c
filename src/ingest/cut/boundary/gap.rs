//! A place between two paragraphs, and the evidence for a boundary there.

#[cfg(test)]
mod tests;

use super::{OpenStory, PageHabits, is_day};
use crate::ingest::BlockKind;
use crate::ingest::cut::bigrams::Bigrams;
use crate::ingest::cut::letters::greets;
use crate::ingest::cut::opens_with_dateline;
use crate::ingest::cut::origin::is_origin;
use crate::ingest::cut::signing::is_person;
use crate::ingest::cut::unit::{Form, PageUnit};

/// Returns true if a note is a few words in brackets and names nobody.
fn is_aside(text: &str) -> bool {
    let inner = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| inner.chars().count() <= 8 && inner != "完" && !is_person(inner))
}

/// So many units about a place are asked for the width of their column.
const NEAR: usize = 4;

/// A place between two paragraphs.
pub(super) struct ParagraphGap<'p, 'a> {
    pub(super) units: &'p [PageUnit<'a>],
    pub(super) before: usize,
    pub(super) after: usize,
    pub(super) story: OpenStory,
    pub(super) page: PageHabits,
}

impl<'a> ParagraphGap<'_, 'a> {
    fn between(&self) -> &[PageUnit<'a>] {
        self.units.get(self.before.saturating_add(1)..self.after).unwrap_or_default()
    }

    fn count(&self, form: Form) -> usize {
        self.between().iter().filter(|unit| unit.form == form).count()
    }

    pub(super) fn is_candidate(&self) -> bool {
        let after = PageUnit::at(self.units, self.after);
        !self.between().is_empty() && !self.heads_part()
            || after.dateline
            || after.label.is_some()
            || after.narrow
            || self.is_signed()
    }

    /// Returns true if known subheads are between the paragraphs, and beside them nothing that could head a story.
    fn heads_part(&self) -> bool {
        let is_subhead = |unit: &PageUnit<'_>| unit.known == Some(BlockKind::Subhead);
        let is_beside = |unit: &PageUnit<'_>| !matches!(unit.form, Form::Title | Form::Label | Form::Byline);
        let between = self.between();
        between.iter().any(is_subhead) && between.iter().all(|unit| is_subhead(unit) || is_beside(unit))
    }

    pub(super) fn score(&self, bigrams: &mut Bigrams) -> f32 {
        let after = PageUnit::at(self.units, self.after);
        let titles = self.count(Form::Title);
        let mut score = -2.2;
        if after.dateline {
            let opens = self.story.dated || self.story.paragraphs > 3 || titles > 0;
            score += if opens { 4.5 } else { 0.6 };
        }
        if let Some(label) = &after.label {
            // 觀點：… may open a paragraph as well as a piece, unless it is printed as a label.
            let is_word = label.ends_with(['：', ':']) && !label.starts_with(['【', '［', '■', '●', '◆']);
            let is_set = !is_word || after.gap >= 2;
            score += if is_set { 4.5 } else { 0.6 };
        }
        if after.narrow {
            score += 2.0;
        }
        score += self.endings();
        if titles > 0 {
            score += self.titles(titles);
        } else if !after.dateline && after.label.is_none() && !self.is_ended() {
            // Only captions and the like are between: no boundary.
            return -1.0;
        }
        score + self.cohesion(bigrams)
    }

    /// Scores how surely the story before has ended.
    fn endings(&self) -> f32 {
        let mut score = 0.0;
        if self.is_ended() {
            score += 3.2;
        }
        if self.count(Form::Furniture) > 0 {
            score += 0.8;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few captions at most are counted")]
        let captions = self.count(Form::Caption).min(3) as f32;
        score + captions * 0.4
    }

    /// Returns true if a byline or a note follows the story before without a title above it, or if its last line is
    /// signed.
    fn is_ended(&self) -> bool {
        let mut titled = false;
        for unit in self.between() {
            match unit.form {
                Form::Title | Form::Label => titled = true,
                // （掌聲） is within a speech.
                Form::Note if is_aside(&unit.text) => {}
                form if !titled && (matches!(form, Form::Byline | Form::Note) || is_origin(&unit.text)) => {
                    // In the middle of a story, under its lead, a byline is followed by the story.
                    return self.count(Form::Title) > 0 || self.story.paragraphs > 2;
                }
                _ => {}
            }
        }
        self.is_signed()
    }

    /// Returns true if the paragraph before ends with the name of its writer.
    fn is_signed(&self) -> bool {
        crate::ingest::cut::signing::signature(&PageUnit::at(self.units, self.before).text).is_some()
    }

    /// Scores the titles between.
    fn titles(&self, titles: usize) -> f32 {
        let between = self.between();
        let mut score = 0.0;
        let first = between.iter().position(|unit| unit.form == Form::Title).unwrap_or(0);
        let title = PageUnit::at(between, first);
        let length = title.text.chars().count();
        if titles > 1 {
            score += 3.0;
            let last = between.iter().rfind(|unit| unit.form == Form::Title).unwrap_or(title);
            if last.text.chars().count() <= 6 && length > 7 {
                score += 0.5;
            }
        }
        if self.count(Form::Label) > 0 {
            score += 3.2;
        }
        if between.iter().skip(first).any(|unit| unit.form == Form::Byline) && !self.is_ended() {
            score += 2.6;
        }
        score += self.opening(first);
        if title.level > 0 {
            score += self.heading(title.level);
        } else if self.units.iter().take(64).any(|unit| unit.level > 0) {
            score -= 0.8;
        }
        score += match length {
            0..=4 => -1.5,
            5..=10 => -0.6,
            11..=13 => 0.0,
            _ => 0.5,
        };
        if title.parted {
            score += 0.6;
        }
        // A line of the day right below a title is that of another story.
        let below = between.get(first.saturating_add(1)..).unwrap_or_default();
        if below.iter().take(2).any(is_day) {
            score += 3.0;
        }
        let is_dated = between.iter().any(is_day) || PageUnit::at(self.units, self.after).dateline;
        if self.page.dates_stories && !is_dated {
            score -= 4.0;
        }
        if title.gap >= 2 {
            score += 0.8;
        }
        if !self.story.headed && self.story.paragraphs > 1 {
            score += 0.6;
        }
        score + self.second_signature() + self.brief()
    }

    /// Scores how the text below the titles opens, and the column that it is set in.
    fn opening(&self, first: usize) -> f32 {
        let mut score = 0.0;
        // Below the headline of a letter its writer greets the editor.
        if greets(&PageUnit::at(self.units, self.after).text) {
            score += 5.0;
        }
        // 【記者某某報導】 on a line of its own opens a report.
        let is_opening = |unit: &PageUnit<'_>| unit.form == Form::Byline && opens_with_dateline(&unit.text);
        if self.between().iter().skip(first).any(is_opening) {
            score += 1.5;
        }
        if self.changes_column() {
            score += 2.5;
        }
        score
    }

    /// Returns true if the columns above and below the place have widths of their own.
    fn changes_column(&self) -> bool {
        let filled = |at: usize| Some(PageUnit::at(self.units, at).column).filter(|width| *width > 0);
        let above = || (self.story.start..=self.before).rev().take(NEAR).filter_map(filled);
        let below = || (self.after..self.units.len()).take(NEAR).filter_map(filled).take(1);
        // A mark may hang over the edge of a column.
        let differs = |below: u32| above().all(|above| above.abs_diff(below) >= 2);
        above().next().is_some() && below().next().is_some_and(differs)
    }

    /// Scores a column of briefs, in which each title has one paragraph.
    fn brief(&self) -> f32 {
        if self.story.paragraphs > 1 || self.story.briefs == 0 {
            return 0.0;
        }
        #[expect(clippy::cast_precision_loss, reason = "no more than three")]
        let briefs = self.story.briefs.min(3) as f32;
        2.1 + 0.9 * briefs
    }

    /// Scores a byline under the part below: if the story is signed already, it belongs to another story.
    fn second_signature(&self) -> f32 {
        if !self.story.signed {
            return 0.0;
        }
        let below = self
            .units
            .iter()
            .skip(self.after)
            .take(12)
            .find(|unit| !matches!(unit.form, Form::Paragraph | Form::Caption));
        if below.is_some_and(|unit| unit.form == Form::Byline) { 1.8 } else { 0.0 }
    }

    /// Scores the level of a heading.
    fn heading(&self, level: u8) -> f32 {
        if self.story.level == 0 {
            return 0.8;
        }
        if level <= self.story.level {
            return if level == 1 || self.page.headline_level >= level { 4.0 } else { 1.6 };
        }
        if level > self.page.headline_level || self.page.first_levels > 1 {
            return -2.5;
        }
        // A heading with headings of its own below it is not a subhead.
        let mut below = self.units.iter().skip(self.after).take(40);
        let own = below.find(|unit| unit.form == Form::Title && unit.level > 0);
        if own.is_some_and(|unit| unit.level > level) { 2.8 } else { 0.7 }
    }

    /// Scores the wording above and below the place: a story continues with its own words, and a subhead repeats words
    /// used before it.
    fn cohesion(&self, bigrams: &mut Bigrams) -> f32 {
        let form = |at: usize| PageUnit::at(self.units, at).form;
        let paragraph = |&at: &usize| form(at) == Form::Paragraph;
        let above = (self.story.start..=self.before).rev().take(6).filter(paragraph).take(3);
        let below = || (self.after..self.units.len()).take(3).take_while(paragraph);
        bigrams.note(std::iter::once(self.story.start).chain(above));
        let shared = bigrams.coverage(below());
        // Few words are weak evidence.
        let length =
            below().fold(0_usize, |sum, at| sum.saturating_add(PageUnit::at(self.units, at).text.len()));
        #[expect(clippy::cast_precision_loss, reason = "no more than a few hundred")]
        let trust = length.min(450) as f32 / 450.0;
        let titles = (self.before.saturating_add(1)..self.after).filter(|&at| form(at) == Form::Title);
        let taken_up = bigrams.coverage(titles);
        let by_title =
            if self.count(Form::Title) > 0 { ((0.3 - taken_up) * 2.0).clamp(-0.6, 0.6) } else { 0.0 };
        ((0.15 - shared) * 14.0).clamp(-1.2, 1.6) * trust + by_title
    }
}
