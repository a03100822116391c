//! A text is cut into stories.

use super::{BlockKind, CutOptions, Draft, DraftBlock, DraftStory};

/// Characters a line may have to stand as the headline.
const HEADLINE: usize = 40;

/// Cuts a text into stories.
pub fn cut(text: &str, _options: CutOptions) -> Draft {
    let mut blocks: Vec<DraftBlock> = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let (line, first) = (line.trim(), blocks.is_empty());
        if !line.is_empty() {
            let kind = if first && line.chars().count() <= HEADLINE {
                BlockKind::Headline
            } else {
                BlockKind::Paragraph
            };
            blocks.push(DraftBlock { kind, text: line.to_owned(), lines: (number, number) });
        }
    }
    let stories =
        if blocks.is_empty() { Vec::new() } else { vec![DraftStory { blocks, ..DraftStory::default() }] };
    Draft { stories, ..Draft::default() }
}
