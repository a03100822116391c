//! The choices of ingest on a page that its reader should look at.

use serde::{Deserialize, Serialize};

use super::{Page, is_text};
use crate::ingest::{BlockKind, DraftBlock, DraftStory, WarningKind};
use crate::text::{is_word_character, saturating_u32};

/// Number of letters below which a headline may be a label, a section's name or a button.
const SHORT: usize = 6;

/// A choice to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Doubt {
    /// The index of its story; that of the first story if it is about the whole page.
    pub story: u32,
    /// The line of the page, from 1.
    pub line: u32,
    /// The kind of doubt.
    pub kind: DoubtKind,
}

/// A kind of doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DoubtKind {
    /// The story has no headline.
    NoHeadline,
    /// The headline is a line of a few letters that nothing but its place makes one.
    ShortHeadline,
    /// The headline was below the story.
    HeadlineAfterBody,
    /// Another story may begin here.
    UncertainBoundary,
    /// Another part of the web page may be the text.
    RivalledText,
    /// The encoding is a guess, or some characters are not valid in it.
    Encoding,
    /// A part of the file could not be read, or not surely in its place.
    Damage,
    /// A table's row or quotation marks do not fit.
    Table,
    /// Neither paper nor day is known.
    NoSource,
    /// The paper is not known.
    NoPaper,
    /// The day is not known.
    NoDate,
}

impl DoubtKind {
    /// Returns true if it is about a story as a whole, and not about one of its blocks.
    pub fn is_about_story(self) -> bool {
        matches!(self, Self::NoHeadline | Self::NoSource | Self::NoPaper | Self::NoDate)
    }

    /// Returns the doubt that a warning is about; `None` for what was done on good evidence.
    fn of(warning: WarningKind) -> Option<Self> {
        use WarningKind as Kind;
        match warning {
            Kind::HeadlineAfterBody => Some(Self::HeadlineAfterBody),
            Kind::UncertainBoundary => Some(Self::UncertainBoundary),
            Kind::RivalledText => Some(Self::RivalledText),
            Kind::ReplacedCharacters | Kind::MixedEncodings | Kind::UnsureEncoding => Some(Self::Encoding),
            Kind::BrokenMarkup | Kind::UnreadPage | Kind::UnplacedText => Some(Self::Damage),
            Kind::UnevenRow | Kind::MendedQuote => Some(Self::Table),
            _ => None,
        }
    }
}

impl Page {
    /// Returns the choices to look at as the page is cut now, by line.
    pub fn doubts(&self) -> Vec<Doubt> {
        let lines: Vec<&str> = self.source.text.lines().collect();
        let mut doubts = Vec::new();
        for (story, warnings) in (0_u32..).zip(self.warnings_by_story()) {
            let kinds =
                warnings.iter().filter_map(|warning| Some((warning.line, DoubtKind::of(warning.kind)?)));
            doubts.extend(kinds.map(|(line, kind)| Doubt { story, line, kind }));
        }
        for (place, story) in self.draft.stories.iter().enumerate() {
            let Some(first) = story.blocks.iter().find(|block| is_text(block)) else { continue };
            let at = saturating_u32(place);
            let of_headline = self.of_headline(place, story, first.lines.0, &lines);
            doubts.extend(of_headline.map(|(line, kind)| Doubt { story: at, line, kind }));
            let source = self.metadata_of(place);
            let kind = match (source.paper.is_empty(), source.date.is_empty()) {
                (true, true) => DoubtKind::NoSource,
                (true, false) => DoubtKind::NoPaper,
                (false, true) => DoubtKind::NoDate,
                (false, false) => continue,
            };
            doubts.push(Doubt { story: at, line: first.lines.0, kind });
        }
        doubts.sort_by_key(|doubt| (doubt.line, doubt.kind));
        doubts
    }

    /// Returns the doubt about the headline of a story whose text begins at `first`.
    fn of_headline(
        &self,
        place: usize,
        story: &DraftStory,
        first: u32,
        lines: &[&str],
    ) -> Option<(u32, DoubtKind)> {
        let Some(headline) = story.blocks.iter().find(|block| block.kind == BlockKind::Headline) else {
            let is_given = !self.metadata_of(place).headline.is_empty();
            return (!is_given).then_some((first, DoubtKind::NoHeadline));
        };
        let line = headline.lines.0;
        let text = lines.get(line.saturating_sub(1) as usize);
        let is_marked = text.is_some_and(|text| text.trim_start().starts_with('#'))
            || self.source.known.binary_search_by_key(&line, |&(line, _)| line).is_ok();
        let letters = headline.text.chars().filter(|&c| is_word_character(c)).count();
        (letters < SHORT && !is_marked).then_some((line, DoubtKind::ShortHeadline))
    }

    /// Returns the number of lines of the page that are part of no story.
    pub fn lines_left_out(&self) -> u32 {
        let blocks = self.draft.stories.iter().flat_map(|story| &story.blocks);
        let lines = |block: &DraftBlock| block.lines.1.saturating_sub(block.lines.0).saturating_add(1);
        blocks.filter(|block| !is_text(block)).map(lines).fold(0, u32::saturating_add)
    }
}
