//! Footnotes and endnotes of a Word document: their texts, and the marks that Word numbers them with.

use rustc_hash::FxHashMap;

/// The texts of one part's notes, by their ids in the file.
pub(super) type NoteTexts = FxHashMap<String, String>;

/// A kind of note: each is numbered by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoteKind {
    /// At the foot of its page.
    Footnote,
    /// At the end of the document.
    Endnote,
}

/// The notes of a document, and how many were referred to so far.
#[derive(Debug, Default)]
pub(super) struct Notes {
    footnotes: NoteTexts,
    endnotes: NoteTexts,
    footnote: u32,
    endnote: u32,
}

impl Notes {
    /// Returns the notes of two parts, none of which was referred to.
    pub(super) fn new(footnotes: NoteTexts, endnotes: NoteTexts) -> Self {
        Self { footnotes, endnotes, ..Self::default() }
    }

    /// Returns the note that is referred to next, with its number; `None` if the document has no such note. A note comes
    /// once, however often it is referred to.
    pub(super) fn refer(&mut self, kind: NoteKind, id: &str) -> Option<String> {
        let (texts, count) = match kind {
            NoteKind::Footnote => (&mut self.footnotes, &mut self.footnote),
            NoteKind::Endnote => (&mut self.endnotes, &mut self.endnote),
        };
        let text = texts.remove(id)?;
        *count = count.saturating_add(1);
        Some(match kind {
            NoteKind::Footnote => format!("[{count}] {text}"),
            NoteKind::Endnote => format!("[{}] {text}", roman(*count)),
        })
    }
}

/// Writes a number as Word numbers endnotes: i, ii, iii, iv.
fn roman(number: u32) -> String {
    if number > 999 {
        return number.to_string();
    }
    let signs = [
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut written = String::new();
    for (value, sign) in signs {
        while let Some(left) = rest.checked_sub(value) {
            written.push_str(sign);
            rest = left;
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_note_has_its_own_numbers() {
        let texts = |ids: &[&str]| ids.iter().map(|id| ((*id).to_owned(), format!("注{id}"))).collect();
        let mut notes = Notes::new(texts(&["2", "3"]), texts(&["2"]));
        assert_eq!(notes.refer(NoteKind::Footnote, "3").as_deref(), Some("[1] 注3"));
        assert_eq!(notes.refer(NoteKind::Endnote, "2").as_deref(), Some("[i] 注2"));
        assert_eq!(notes.refer(NoteKind::Footnote, "2").as_deref(), Some("[2] 注2"));
        assert_eq!(notes.refer(NoteKind::Footnote, "2"), None);
        assert_eq!([4, 9, 14, 40, 1000].map(roman), ["iv", "ix", "xiv", "xl", "1000"]);
    }
}
