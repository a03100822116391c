//! A page as it is sent to somebody else: only the stories that are meant, without what the reader took out or undid.

use std::collections::BTreeSet;

use super::history::History;
use super::{Page, Source};

impl Page {
    /// Returns the page with only some of its stories, by their indices. Nothing is left of the others, of earlier
    /// states of the text, or of the bytes of the file.
    #[must_use]
    pub fn to_send(&self, stories: &[usize]) -> Self {
        let mut page = Self { bytes: None, history: History::default(), ..self.clone() };
        if stories.len() >= self.draft.stories.len() {
            return page;
        }
        let kept = |place: usize| stories.contains(&place);
        let mut place = 0..;
        page.draft.stories.retain(|_| place.next().is_some_and(kept));
        let mut place = 0..;
        page.stories.retain(|_| place.next().is_some_and(kept));
        page.draft.warnings.clear();
        let blocks = page.draft.stories.iter().flat_map(|story| &story.blocks);
        let lines: BTreeSet<u32> = blocks.flat_map(|block| block.lines.0..=block.lines.1).collect();
        page.source = with_lines(&page.source, &lines);
        page
    }
}

/// Returns a source whose other lines are empty, so that those kept have the numbers that they had.
fn with_lines(source: &Source, kept: &BTreeSet<u32>) -> Source {
    let line =
        |(number, line): (u32, &str)| if kept.contains(&number) { line.to_owned() } else { String::new() };
    let text = (1..).zip(source.text.split('\n')).map(line).collect::<Vec<_>>().join("\n");
    let known = source.known.iter().filter(|(line, _)| kept.contains(line)).copied().collect();
    Source { text, known, warnings: Vec::new(), originals: Vec::new(), ..source.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::CutOptions;

    #[test]
    fn a_page_that_is_sent_has_the_wanted_stories_and_nothing_else() {
        let text = "# 甲題\n\n甲文第一句說停水。\n\n# 乙題\n\n乙文第一句說復電。\n";
        let source = Source { text: text.to_owned(), ..Source::default() };
        let page =
            Page { id: "u1".to_owned(), ..Page::new(source, Some(b"x".to_vec()), CutOptions::default()) };
        assert_eq!(page.draft.stories.len(), 2, "{:?}", page.draft);
        let sent = page.to_send(&[1]);
        assert_eq!(sent.story_ids().collect::<Vec<_>>(), ["u1-2"]);
        assert_eq!(sent.as_stories()[0].blocks, page.as_stories()[1].blocks);
        let json = serde_json::to_string(&sent).unwrap();
        assert!(!json.contains('甲') && json.contains("復電"), "{json}");
        assert!(sent.bytes.is_none() && sent.checked().is_some());
        assert_eq!(page.to_send(&[0, 1]).source, page.source);
    }
}
