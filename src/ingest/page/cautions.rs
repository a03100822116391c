//! The choices of ingest on a page that its reader should look at.

use serde::{Deserialize, Serialize};

use super::{Page, is_text};
use crate::ingest::{BlockKind, DraftBlock, DraftStory, WarningKind};
use crate::text::{OrderBy, is_word_character, saturating_u32};

/// Number of letters below which a headline may be a label, a section's name or a button.
const SHORT: usize = 6;

/// A choice to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Caution {
    /// The index of its story; that of the first story if it is about the whole page.
    pub story: u32,
    /// The line of the page, from 1.
    pub line: u32,
    /// The kind of caution.
    pub kind: CautionKind,
}

/// A kind of caution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CautionKind {
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

impl CautionKind {
    /// Returns true if it is about a story as a whole, and not about one of its blocks.
    pub fn is_about_story(self) -> bool {
        matches!(self, Self::NoHeadline | Self::NoSource | Self::NoPaper | Self::NoDate)
    }

    /// Returns the caution that a warning is about; `None` for what was done on good evidence.
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
    pub fn cautions(&self) -> Vec<Caution> {
        let lines: Vec<&str> = self.source.text.lines().collect();
        let mut cautions = Vec::new();
        for (story, warnings) in (0_u32..).zip(self.warnings_by_story()) {
            let kinds =
                warnings.iter().filter_map(|warning| Some((warning.line, CautionKind::of(warning.kind)?)));
            cautions.extend(kinds.map(|(line, kind)| Caution { story, line, kind }));
        }
        for (place, story) in self.draft.stories.iter().enumerate() {
            let Some(first) = story.blocks.iter().find(|block| is_text(block)) else { continue };
            let at = saturating_u32(place);
            let of_headline = self.of_headline(place, story, first.lines.0, &lines);
            cautions.extend(of_headline.map(|(line, kind)| Caution { story: at, line, kind }));
            let source = self.metadata_of(place);
            let kind = match (source.paper.is_empty(), source.date.is_empty()) {
                (true, true) => CautionKind::NoSource,
                (true, false) => CautionKind::NoPaper,
                (false, true) => CautionKind::NoDate,
                (false, false) => continue,
            };
            cautions.push(Caution { story: at, line: first.lines.0, kind });
        }
        cautions.order_by_key(|caution| (caution.line, caution.kind));
        cautions
    }

    /// Returns the caution about the headline of a story whose text begins at `first`.
    fn of_headline(
        &self,
        place: usize,
        story: &DraftStory,
        first: u32,
        lines: &[&str],
    ) -> Option<(u32, CautionKind)> {
        let Some(headline) = story.blocks.iter().find(|block| block.kind == BlockKind::Headline) else {
            let is_given = !self.metadata_of(place).headline.is_empty();
            return (!is_given).then_some((first, CautionKind::NoHeadline));
        };
        let line = headline.lines.0;
        let text = lines.get(line.saturating_sub(1) as usize);
        let is_marked = text.is_some_and(|text| text.trim_start().starts_with('#'))
            || self.source.known.binary_search_by_key(&line, |&(line, _)| line).is_ok();
        let letters = headline.text.chars().filter(|&c| is_word_character(c)).count();
        (letters < SHORT && !is_marked).then_some((line, CautionKind::ShortHeadline))
    }

    /// Returns the number of lines of the page that are part of no story.
    pub fn lines_left_out(&self) -> u32 {
        let blocks = self.draft.stories.iter().flat_map(|story| &story.blocks);
        let lines = |block: &DraftBlock| block.lines.1.saturating_sub(block.lines.0).saturating_add(1);
        blocks.filter(|block| !is_text(block)).map(lines).fold(0, u32::saturating_add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{CutOptions, Metadata, PageEdit, Source};

    fn page(text: &str) -> Page {
        let metadata = Metadata { date: "2025-01-02".into(), ..Metadata::default() };
        let source = Source { text: text.into(), metadata, ..Source::default() };
        Page::new(source, None, CutOptions { split: false, ..CutOptions::default() })
    }

    fn kinds(page: &Page) -> Vec<(u32, CautionKind)> {
        page.cautions().into_iter().map(|caution| (caution.line, caution.kind)).collect()
    }

    const BODY: &str = "甲鎮昨日有雨，市集照常開放，居民冒雨前往，攤販說生意不差。\n";

    #[test]
    fn a_headline_of_a_few_letters_is_one_only_if_it_is_marked() {
        let headline = |text: &str| {
            let mut page = page(&format!("{text}\n\n{BODY}"));
            page.edit(PageEdit::SetKind { story: 0, block: 0, kind: BlockKind::Headline }).unwrap();
            kinds(&page)
        };
        assert_eq!(headline("要聞"), [(1, CautionKind::ShortHeadline), (1, CautionKind::NoPaper)]);
        assert_eq!(headline("# 要聞"), [(1, CautionKind::NoPaper)]);
        assert_eq!(headline("甲鎮市集雨中照常開放"), [(1, CautionKind::NoPaper)]);
    }

    #[test]
    fn what_the_reader_enters_is_not_lacking_any_more() {
        let mut page = page(BODY);
        assert_eq!(kinds(&page), [(1, CautionKind::NoHeadline), (1, CautionKind::NoPaper)]);
        let metadata =
            Metadata { headline: "雨中市集".into(), paper: "晨報".into(), ..page.metadata.clone() };
        page.edit(PageEdit::SetMetadata { story: Some(0), metadata }).unwrap();
        assert_eq!(kinds(&page), []);
    }

    #[test]
    fn lines_of_furniture_are_counted() {
        let mut page = page(&format!("{BODY}\n{BODY}"));
        assert_eq!(page.lines_left_out(), 0);
        page.leave_out(0).unwrap();
        assert_eq!(page.lines_left_out(), 2);
        assert_eq!(kinds(&page), []);
    }
}
