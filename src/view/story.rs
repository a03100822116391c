//! Stories, their blocks and their words, as the page draws them.

use serde::{Deserialize, Serialize};

use crate::corpus::{BlockKind, InScope, StoryFacts, folders, is_own_page};
use crate::ingest::IngestWarning;
use crate::text::parts;

/// Number of characters of the opening that replaces a missing headline.
pub(crate) const OPENING: usize = 24;

/// A half-open range of UTF-16 code units in a story's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Range {
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
}

/// A story in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryRow {
    /// Stable name, such as `003-1`.
    pub id: String,
    /// The page it comes from.
    pub page: String,
    /// The newspaper; empty when unknown.
    pub paper: String,
    /// The day of issue as `YYYY-MM-DD`; empty when unknown.
    pub date: String,
    /// The series it belongs to; empty when unknown.
    pub series: String,
    /// The name of its file, with its folders; empty for a page that ships.
    pub file: String,
    /// Further facts by name, such as the columns of a table.
    pub tags: Vec<(String, String)>,
    /// The headline; empty if the page lost it.
    pub headline: String,
    /// The first words of the running text, to name a story that has no headline.
    pub opening: String,
    /// Characters of the text, white space left out.
    pub characters: u32,
    /// Words of the text, punctuation left out.
    pub tokens: u32,
}

impl StoryRow {
    /// Returns true if it is of a text of the reader's own, and not of a page that ships.
    pub fn is_own(&self) -> bool {
        is_own_page(&self.page)
    }

    /// Returns the first words of the running text, by which a story without a headline is named: without the clause or the
    /// Latin word that the opening breaks off in, and with an ellipsis if the text goes on.
    pub fn first_words(&self) -> String {
        /// Minimum number of characters of a clause that is enough of a name.
        const ENOUGH: usize = 6;
        let opening = self.opening.trim_end();
        if self.opening.chars().count() < OPENING {
            return opening.to_owned();
        }
        let marks = |c: char| "，。：；！？、,;:!?".contains(c);
        let clause =
            opening.char_indices().rev().find(|(_, c)| marks(*c)).and_then(|(at, _)| opening.get(..at));
        let clause = clause.filter(|clause| clause.chars().count() >= ENOUGH);
        let is_whole = self.opening.ends_with(char::is_whitespace);
        let words = || if is_whole { opening } else { without_last_word(opening) };
        format!("{}…", clause.unwrap_or_else(words))
    }

    /// Returns the folder that its file is in, or the table that it is a row of.
    pub fn folder(&self) -> Option<&str> {
        folders(&self.file).last()
    }
}

/// Returns a text without the Latin word or number that it ends in; one that consists of nothing else stays.
fn without_last_word(text: &str) -> &str {
    let last = parts(text).last().filter(|(_, is_word)| *is_word).map_or(0, |(part, _)| part.len());
    let rest = text.get(..text.len() - last).unwrap_or(text).trim_end();
    if rest.is_empty() { text } else { rest }
}

impl InScope for StoryRow {
    fn facts(&self) -> StoryFacts<'_> {
        let Self { id, page, paper, date, series, file, tags, .. } = self;
        StoryFacts { id, page, paper, date, series, file, tags }
    }
}

/// A story to read: its blocks, each with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryView {
    /// Its row in the list.
    pub row: StoryRow,
    /// Its blocks, in reading order.
    pub blocks: Vec<BlockView>,
    /// Text that ingest dropped, joined or removed.
    pub warnings: Vec<IngestWarning>,
}

/// One block of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockView {
    /// Its role on the page.
    pub kind: BlockKind,
    /// Its place in the story's text.
    pub range: Range,
    /// Its tokens; joined they give the block's text.
    pub words: Vec<WordMark>,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordMark {
    /// The token as printed.
    pub word: String,
    /// The first unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// Part of speech, in jieba's tag set; `w` for punctuation, `x` if unknown.
    pub tag: String,
}

impl WordMark {
    /// Returns true if the token is counted, that is, not punctuation or white space.
    pub fn is_word(&self) -> bool {
        self.word.contains(crate::text::is_word_character)
    }
}

/// The words of a text that is not a story, as columns; the caller has the text and takes the words from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Segmentation {
    /// The first UTF-16 unit of each token, in order.
    pub starts: Vec<u32>,
    /// The unit after the last.
    pub ends: Vec<u32>,
    /// Part of speech, as an index into `tag_names`.
    pub tags: Vec<u8>,
    /// The parts of speech, by index.
    pub tag_names: Vec<String>,
}

/// A token as `duidu.segment` gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SegmentedToken<'a> {
    word: String,
    start: u32,
    end: u32,
    tag: &'a str,
}

impl Segmentation {
    /// Returns the tokens, with their words taken from the text that was segmented.
    pub fn tokens(&self, text: &str) -> Vec<SegmentedToken<'_>> {
        let units: Vec<u16> = text.encode_utf16().collect();
        let columns = self.starts.iter().zip(&self.ends).zip(&self.tags);
        let token = |((&start, &end), &tag): ((&u32, &u32), &u8)| SegmentedToken {
            word: String::from_utf16_lossy(units.get(start as usize..end as usize).unwrap_or_default()),
            start,
            end,
            tag: self.tag_names.get(usize::from(tag)).map_or("", String::as_str),
        };
        columns.map(token).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_without_a_headline_is_named_by_whole_clauses_or_words() {
        for (text, named) in [
            ("圖書館明天起延長開放時間，市民可以在網上預約座位。館方", "圖書館明天起延長開放時間…"),
            ("圖書館延長開放時間。", "圖書館延長開放時間。"),
            ("Leaders of twenty-seven countries meet", "Leaders of twenty-seven…"),
            (
                "港府今日，公布二零二五年度全港公共圖書館的開放時間表及收費",
                "港府今日，公布二零二五年度全港公共圖書館的開放時…",
            ),
            ("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsge…"),
            ("", ""),
        ] {
            let opening = text.chars().take(OPENING).collect();
            assert_eq!(StoryRow { opening, ..row() }.first_words(), named);
        }
    }

    fn row() -> StoryRow {
        StoryRow {
            id: "u1-1".into(),
            page: "u1".into(),
            paper: String::new(),
            date: String::new(),
            series: String::new(),
            file: String::new(),
            tags: Vec::new(),
            headline: String::new(),
            opening: String::new(),
            characters: 0,
            tokens: 0,
        }
    }
}
