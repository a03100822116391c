//! Stories and warnings as ingest returns them.

use serde::{Deserialize, Serialize};

/// A story cut from a page: its metadata, its blocks in reading order, and the warnings of how they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Stable name, such as `003-1` for the first story of page 003.
    pub id: String,
    /// The page it is from.
    pub page: String,
    /// The newspaper; empty if unknown.
    pub paper: String,
    /// The day of issue as `YYYY-MM-DD`; empty if unknown.
    pub date: String,
    /// The series it belongs to; empty if unknown.
    pub series: String,
    /// The name of its file, with its folders; empty for a page that ships.
    pub file: String,
    /// Further facts by name, such as the columns of a table.
    pub tags: Vec<(String, String)>,
    /// The blocks; the headline, if there is one, comes first.
    pub blocks: Vec<StoryBlock>,
    /// Warnings of what was dropped, joined or taken out.
    pub warnings: Vec<IngestWarning>,
}

/// One block of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryBlock {
    /// Its role on the page.
    pub kind: BlockKind,
    /// Its text, on one line.
    pub text: String,
}

/// The role of a block on a newspaper page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BlockKind {
    /// 標題, the headline.
    Headline,
    /// 引題, the line above or before the headline.
    Kicker,
    /// 副題, the line below the headline.
    Deck,
    /// 署名, the author or the agency that sent it.
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
    /// Not part of the story: an advertisement, a code to scan, the editors' names.
    Furniture,
}

impl BlockKind {
    /// Returns true if the block is running text, which is what a comparison aligns.
    pub fn is_running_text(self) -> bool {
        self == Self::Paragraph
    }
}

/// A change or doubt of ingest that a careful reader should know of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IngestWarning {
    /// The line of the page, from 1.
    pub line: u32,
    /// The kind of change or doubt.
    pub kind: WarningKind,
    /// The text concerned, shortened.
    pub text: String,
}

/// A kind of change or doubt of ingest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum WarningKind {
    /// Two lines of a page that was not wrapped were joined: a column had cut the paragraph in two.
    JoinedParagraph,
    /// A line that is not part of any story was left out.
    DroppedFurniture,
    /// A label was taken out of the sentence it had been printed into.
    MovedKicker,
    /// Bytes that are invalid in the text's encoding became U+FFFD; the text is their number, and the line the first's.
    ReplacedCharacters,
    /// Characters that are not print were removed: NULs, byte order marks, marks that change the direction of writing.
    /// The text names them with their numbers.
    DroppedControl,
    /// Some lines are in another encoding than the rest and were decoded in it; the text is its name and their number.
    MixedEncodings,
    /// Another encoding, which the text names, is nearly as likely.
    UnsureEncoding,
    /// The markup is damaged and the text after this line is missing; the text describes the fault.
    BrokenMarkup,
    /// Notes that a document refers to have no text in the file; the text is their number.
    LeftOutNotes,
    /// Blocks around the main text of a web page, such as menus, were left out; the text is their number.
    LeftOutFrame,
    /// The main text of a web page begins here; another part of the page was nearly as likely to be it.
    RivalledText,
    /// From this line on, lines cut at a column were joined.
    UnwrappedColumn,
    /// The headline was below the story and was put above it.
    HeadlineAfterBody,
    /// The story has no headline: it was lost, or there never was one.
    NoHeadline,
    /// A story was cut here, or was not, on weak evidence.
    UncertainBoundary,
    /// A page could not be read, or not to its end, or has no text: `text` is its number.
    UnreadPage,
    /// Text without a position on its page was put at the page's end.
    UnplacedText,
    /// A second print of the same text in the same place, which makes it bold, was left out.
    DroppedOverprint,
    /// Small signs beside a character that show its reading were left out.
    DroppedGloss,
    /// A radical, another form of a character, or a mark as vertical text draws it, stood for the character: `text` lists
    /// which.
    MendedForm,
    /// A row of a table has more or fewer fields than the head; more were read as one text. `text` is the row's number, its
    /// fields and those of the head.
    UnevenRow,
    /// Lines set letter by letter, with a space between any two characters, were joined; `text` is the number of lines, and
    /// the line the first of them.
    JoinedLetters,
    /// Quotation marks of a table that did not pair were read as text: `text` is their number.
    MendedQuote,
}
