//! One story and its blocks.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A story: its metadata, its text as the reader sees it, and the typed blocks that tile the text's lines.
///
/// The text is the headline, then every other block in reading order, joined by line feeds. It is never
/// altered after ingest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Stable name, such as `003-1` for the first story of page 003.
    pub id: String,
    /// The page the story stood on.
    pub page: String,
    /// The newspaper, as it names itself; empty when unknown.
    pub paper: String,
    /// The day of issue as `YYYY-MM-DD`; empty when unknown.
    pub date: String,
    /// The headline; empty when the page lost it.
    pub headline: String,
    /// What the reader sees.
    pub text: String,
    /// The blocks, in the order of the text.
    pub blocks: Vec<Block>,
}

/// One line of a document's text and the part it plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The part it plays.
    pub kind: BlockKind,
    /// Where it stands in [`Document::text`], without the line feed.
    pub span: Span,
}

/// The part a block plays on a newspaper page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BlockKind {
    /// 標題, the headline.
    Headline,
    /// 引題, the line above or before the headline.
    Kicker,
    /// 副題, the line below the headline.
    Deck,
    /// 署名, who wrote it or which agency sent it.
    Byline,
    /// 小標題, a heading inside the story.
    Subhead,
    /// Running text.
    Paragraph,
    /// A sentence of the story set again as an ornament.
    PullQuote,
    /// 圖說, the words under a picture.
    Caption,
    /// A note by the editors.
    Note,
}

impl BlockKind {
    /// Whether the block is running text, which is what a comparison aligns.
    pub fn is_running_text(self) -> bool {
        self == Self::Paragraph
    }
}
