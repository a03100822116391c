//! The reader's own texts: adding, removing, correcting. Changes are noted for the storage.

mod answers;
mod content_names;
mod facts_table;
mod imported;
mod numbers;
mod records;
mod several;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Document;
use crate::ingest::{Page, PageEdit, ReadTask};
use crate::view;

use super::{Engine, EngineError, TextEdit};

pub(super) use numbers::PageNumbers;
pub use records::{PageRecord, RecordError};
use several::SourceGiven;

/// The pages, by number, and the next free number.
#[derive(Debug, Default)]
pub(super) struct Texts {
    pub(super) pages: BTreeMap<u32, Page>,
    /// The lowest number that no page ever had; 0 for 1.
    next: u32,
    /// Pages that were made, changed or removed and are about to be stored.
    pub(super) changed: BTreeSet<u32>,
    /// Pages that could not be stored yet.
    pub(super) unkept: BTreeSet<u32>,
    /// The names of pages and their stories in addresses, as far as they were asked for.
    pub(super) names: BTreeMap<u32, Vec<view::ContentName>>,
}

impl Texts {
    fn number(&self, id: &str) -> Option<u32> {
        number(id).filter(|number| self.pages.contains_key(number))
    }

    fn get(&self, id: &str) -> Result<&Page, EngineError> {
        let page = number(id).and_then(|number| self.pages.get(&number));
        page.ok_or_else(|| EngineError::UnknownText { id: id.to_owned() })
    }
}

impl Engine {
    /// Returns the pages, in the order of their numbers.
    pub(super) fn pages(&self) -> impl Iterator<Item = &Page> {
        self.texts.pages.values()
    }

    /// Returns the number of bytes of the texts of all pages.
    pub fn text_bytes(&self) -> usize {
        self.pages().map(|page| page.source.text.len()).sum()
    }

    /// Returns the pages with their numbers.
    pub(super) fn numbered_pages(&self) -> impl Iterator<Item = (u32, &Page)> {
        self.texts.pages.iter().map(|(&number, page)| (number, page))
    }

    /// Returns a page by its number.
    pub(super) fn page(&self, number: u32) -> Option<&Page> {
        self.texts.pages.get(&number)
    }

    /// Makes an edit, which is in force from now on.
    pub(super) fn edit_texts(&mut self, edit: TextEdit) -> Result<view::TextChange, EngineError> {
        match edit {
            TextEdit::Add { name, .. } => {
                let read = self.supplied.take().and_then(Page::pasted);
                let number = self.add_page(read.ok_or(EngineError::TextChanged { id: name })?);
                Ok(self.change_of(&[number]))
            }
            TextEdit::Remove { id } => self.remove_text(&id),
            TextEdit::Edit { id, revision, edit } => self.edit_page_text(id, revision, edit),
            TextEdit::SetSources { ids, paper, date, series, tags } => {
                self.set_sources(&ids, &SourceGiven { paper, date, series, tags })
            }
            TextEdit::FillByTable { .. } => self.fill_by_table(),
            TextEdit::FillByName { ids, pattern } => self.fill_by_name(&ids, &pattern),
            TextEdit::UndoSources { pages } => self.undo_sources(&pages),
            TextEdit::Undo { id } => self.change_page(&id, |page| done(page.undo())),
            TextEdit::Redo { id } => self.change_page(&id, |page| done(page.redo())),
        }
    }

    /// Adds a page under the next free number. The cost does not depend on the number of pages.
    pub fn add_page(&mut self, page: Page) -> u32 {
        let next = self.next_page();
        // A gap is only searched for beyond the highest number.
        let number = if next < u32::MAX { next } else { PageNumbers::of(self).give(next) };
        self.put_page(number, page);
        number
    }

    /// Reserves all numbers below `next`, because another window gave them out.
    pub fn reserve_pages(&mut self, next: u32) {
        self.texts.next = self.texts.next.max(next);
    }

    /// Returns the number of the next page.
    pub fn next_page(&self) -> u32 {
        self.texts.next.max(1)
    }

    /// Describes the change of some pages, which are new or changed.
    pub fn change_of(&self, pages: &[u32]) -> view::TextChange {
        let mut change = view::TextChange::default();
        for page in pages.iter().filter_map(|number| self.texts.pages.get(number)) {
            change.encoding = change.encoding.or(page.source.encoding);
            change.pages.push(page.id.clone());
            change.stories.extend(page.story_ids());
            for warning in page.warnings() {
                let (page, name) = (page.id.clone(), page.source.name.clone());
                change.warn(view::TextWarning { page, name, warning });
            }
        }
        change
    }

    /// Returns what must be read or cut before an edit can be made.
    pub(super) fn edit_task(&self, edit: &TextEdit) -> Result<Option<ReadTask>, EngineError> {
        match edit {
            TextEdit::Add { name, text, options, metadata } => Ok(Some(ReadTask::Paste {
                name: name.clone(),
                text: text.clone(),
                options: *options,
                metadata: metadata.clone(),
            })),
            TextEdit::FillByTable { table } => Ok(Some(ReadTask::Facts { table: table.clone() })),
            TextEdit::Edit { id, edit, .. } if edit.reads() => Ok(self.texts.get(id)?.read_task(edit)?),
            _ => Ok(None),
        }
    }

    /// Edits a page, if it is as whoever edits it knows it. What was read for the edit is of the page as it was then.
    fn edit_page_text(
        &mut self,
        id: String,
        revision: Option<u32>,
        edit: PageEdit,
    ) -> Result<view::TextChange, EngineError> {
        let page = self.texts.get(&id)?;
        let read = self.supplied.take().and_then(|read| read.of(page));
        let is_read = read.is_some() || page.read_task(&edit)?.is_none();
        if !is_read || revision.is_some_and(|revision| revision != page.revision) {
            return Err(EngineError::TextChanged { id });
        }
        self.change_page(&id, |page| Ok(page.edit_as_read(edit, read)?))
    }

    fn remove_text(&mut self, id: &str) -> Result<view::TextChange, EngineError> {
        if let Some(number) = self.texts.number(id) {
            self.remove_pages(&[number]);
            return Ok(view::TextChange { pages: vec![id.to_owned()], ..view::TextChange::default() });
        }
        let unknown = || EngineError::UnknownText { id: id.to_owned() };
        let (page_id, _) = id.split_once('-').ok_or_else(unknown)?;
        let page = self.texts.get(page_id).map_err(|_| unknown())?;
        let others: Vec<String> = page.story_ids().collect();
        if !others.iter().any(|story| story == id) {
            return Err(unknown());
        }
        if others.len() == 1 {
            return self.remove_text(page_id);
        }
        let at = page.place_of(id).ok_or_else(unknown)?;
        self.change_page(page_id, |page| Ok(page.leave_out(at)?))
    }

    /// Changes a page and the documents made of it, if `change` does.
    fn change_page(
        &mut self,
        id: &str,
        change: impl FnOnce(&mut Page) -> Result<bool, EngineError>,
    ) -> Result<view::TextChange, EngineError> {
        let (number, documents) = self.edit_page(id, change)?;
        self.corpus
            .replace_pages(documents.into_iter().map(|documents| (id.to_owned(), documents)).collect());
        Ok(self.change_of(&[number]))
    }

    /// Changes a page, and returns its number and, if `change` does something, the documents that it has now.
    fn edit_page(
        &mut self,
        id: &str,
        change: impl FnOnce(&mut Page) -> Result<bool, EngineError>,
    ) -> Result<(u32, Option<Vec<Document>>), EngineError> {
        let unknown = || EngineError::UnknownText { id: id.to_owned() };
        let number = self.texts.number(id).ok_or_else(unknown)?;
        let page = self.texts.pages.get_mut(&number).ok_or_else(unknown)?;
        if !change(page)? {
            return Ok((number, None));
        }
        let documents = page.as_stories().into_iter().map(Document::from).collect();
        self.texts.changed.insert(number);
        self.texts.names.remove(&number);
        self.terms_counted = None;
        Ok((number, Some(documents)))
    }

    /// Adds or replaces a page, to be stored.
    pub(super) fn put_page(&mut self, number: u32, page: Page) {
        self.put_in_page(number, page);
        self.texts.changed.insert(number);
    }

    /// Adds or replaces a page that is stored already.
    pub(super) fn put_in_page(&mut self, number: u32, page: Page) {
        self.put_in_pages([(number, page)]);
    }

    /// Adds or replaces pages that are stored already, each number once.
    pub(super) fn put_in_pages(&mut self, pages: impl IntoIterator<Item = (u32, Page)>) {
        let mut replaced = Vec::new();
        for (number, mut page) in pages {
            page.id = id(number);
            let documents = page.as_stories().into_iter().map(Document::from);
            if self.texts.pages.contains_key(&number) {
                replaced.push((page.id.clone(), documents.collect()));
            } else {
                documents.for_each(|document| self.corpus.add(document));
            }
            self.texts.next = self.texts.next.max(number.saturating_add(1));
            self.texts.pages.insert(number, page);
            self.texts.names.remove(&number);
        }
        if !replaced.is_empty() {
            self.corpus.replace_pages(replaced);
        }
        self.terms_counted = None;
    }

    /// Removes pages, to be stored.
    pub(super) fn remove_pages(&mut self, numbers: &[u32]) {
        self.drop_pages(numbers);
        self.texts.changed.extend(numbers);
    }

    /// Removes pages that are not stored any more.
    pub(super) fn drop_pages(&mut self, numbers: &[u32]) {
        if numbers.is_empty() {
            return;
        }
        let gone: BTreeSet<u32> = numbers.iter().copied().collect();
        self.texts.pages.retain(|number, _| !gone.contains(number));
        self.texts.names.retain(|number, _| !gone.contains(number));
        let is_gone = |page: &str| number(page).is_some_and(|number| gone.contains(&number));
        self.corpus.remove_pages(is_gone);
        self.names.retain(|story| !is_gone(story.split_once('-').map_or(story, |(page, _)| page)));
        self.terms_counted = None;
    }
}

/// Returns true if two pages are the same to their reader: text, bytes, splitting and corrections. Their ids and
/// histories may differ.
pub(super) fn same_content(one: &Page, other: &Page) -> bool {
    one.source == other.source
        && one.options == other.options
        && one.metadata == other.metadata
        && one.draft == other.draft
        && one.stories == other.stories
        && one.file_bytes() == other.file_bytes()
}

/// Returns the bytes that a page was made of, or its text if the format has a fixed encoding.
pub(super) fn original(page: &Page) -> Cow<'_, [u8]> {
    page.file_bytes().unwrap_or(Cow::Borrowed(page.source.text.as_bytes()))
}

/// Returns the id of a page.
pub(super) fn id(number: u32) -> String {
    format!("u{number}")
}

/// Parses the number of a page from its id.
pub(super) fn number(id: &str) -> Option<u32> {
    let number: u32 = id.strip_prefix('u')?.parse().ok()?;
    // `u+7` and `u07` are no ids.
    (self::id(number) == id).then_some(number)
}

/// Returns the names that a table may call a file: with folders, without them, and without its ending too.
fn names_of_file(name: &str) -> [&str; 3] {
    let base = name.rsplit_once('/').map_or(name, |(_, base)| base);
    [name, base, base.rsplit_once('.').map_or(base, |(stem, _)| stem)]
}

fn done(done: bool) -> Result<bool, EngineError> {
    if done { Ok(true) } else { Err(EngineError::NothingToUndo) }
}
