//! One story and its blocks.

use crate::ingest::{BlockKind, IngestWarning, Story};
use crate::text::{Script, Span, script, sentences, up_to};

/// A story: its metadata, its text as shown to the reader, and the typed blocks that tile the text's lines.
///
/// The text is the headline, then every other block in reading order, joined by line feeds. It is never
/// altered after ingest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Stable id, such as `003-1` for the first story of page 003.
    pub id: String,
    /// The page of the story.
    pub page: String,
    /// The newspaper, as it names itself; empty when unknown.
    pub paper: String,
    /// The day of issue as `YYYY-MM-DD`; empty when unknown.
    pub date: String,
    /// The series the story belongs to; empty when unknown.
    pub series: String,
    /// The name of the file, with its folders; empty for a page that ships.
    pub file: String,
    /// Further facts by name, such as the columns of a table: the tags that scopes know.
    pub tags: Vec<(String, String)>,
    /// The headline; empty if the page lost it.
    pub headline: String,
    /// The text as shown to the reader.
    pub text: String,
    /// The blocks, in the order of the text.
    pub blocks: Vec<Block>,
    /// Text that ingest dropped, joined or took out.
    pub warnings: Vec<IngestWarning>,
    /// The script it is in, by its beginning; `None` for texts in neither.
    pub script: Option<Script>,
}

/// The characters by which the script of a document is known.
const TELLING: usize = 1_000;

/// Returns the script of a document with this text.
pub fn script_of(text: &str) -> Option<Script> {
    let end = text.char_indices().nth(TELLING).map_or(text.len(), |(end, _)| end);
    script(up_to(text, end))
}

/// One line of a document's text with its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its role.
    pub kind: BlockKind,
    /// Its place in [`Document::text`], without the line feed.
    pub span: Span,
}

impl From<Story> for Document {
    fn from(story: Story) -> Self {
        let mut text = String::new();
        let mut blocks = Vec::with_capacity(story.blocks.len());
        for block in &story.blocks {
            if !text.is_empty() {
                text.push('\n');
            }
            let start = text.len();
            text.push_str(&block.text);
            blocks.push(Block { kind: block.kind, span: Span::new(start, text.len()) });
        }
        let headline = story.blocks.into_iter().find(|block| block.kind == BlockKind::Headline);
        Self {
            id: story.id,
            page: story.page,
            paper: story.paper,
            date: story.date,
            series: story.series,
            file: story.file,
            tags: story.tags,
            headline: headline.map(|block| block.text).unwrap_or_default(),
            script: script_of(&text),
            text,
            blocks,
            warnings: story.warnings,
        }
    }
}

impl Document {
    /// Returns the sentences of running text, in order.
    pub fn sentences(&self) -> Vec<Span> {
        self.blocks
            .iter()
            .filter(|block| block.kind.is_running_text())
            .flat_map(|block| sentences(&self.text, block.span))
            .collect()
    }
}
