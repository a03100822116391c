//! The exchange with storage: the pages and entries to store, and those that this window or others stored. Nothing that
//! was confirmed here is lost to another window, nor anything that was confirmed there.

use crate::text::saturating_u32;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::ingest::Page;
use crate::lexicon::{Change, Correction, Edit, Key, UserDictionary};
use crate::view::Cleared;

use super::texts::{Texts, id, number, original, same_content};
use super::{DictionaryHistory, Engine, EngineError, PageRecord};

/// All that is not stored yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unwritten {
    /// Pages as they are now; `None` for one that was removed.
    pub pages: Vec<(u32, Option<PageRecord>)>,
    /// The current entries of the dictionary.
    pub entries: Change,
    /// The lowest number that no page ever had.
    pub next: u32,
}

/// The part of it that was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Pages, by number.
    pub pages: Vec<u32>,
    /// Words and places.
    pub entries: Vec<Key>,
}

impl Unwritten {
    /// Returns true if everything is stored.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.entries.edits.is_empty()
    }

    /// Returns the numbers and keys to mark as stored once this is written.
    pub fn written(&self) -> Written {
        Written {
            pages: self.pages.iter().map(|&(number, _)| number).collect(),
            entries: self.entries.edits.iter().map(Edit::key).collect(),
        }
    }
}

impl Engine {
    /// Returns true if something is not stored yet.
    pub fn has_unwritten(&self) -> bool {
        let (texts, words) = (&self.texts, &self.history);
        !(texts.changed.is_empty()
            && texts.unkept.is_empty()
            && words.changed.is_empty()
            && words.unkept.is_empty())
    }

    /// Returns what is not stored yet, up to about `bytes` of pages; the rest stays for the next time.
    pub fn unwritten(&self, bytes: usize) -> Unwritten {
        let (mut pages, mut size) = (Vec::new(), 0);
        for &number in self.texts.changed.union(&self.texts.unkept) {
            // The last changes are stored together; older ones that could not be stored before may be large.
            if size >= bytes && !self.texts.changed.contains(&number) {
                continue;
            }
            let record = self.page_record(number);
            size += record.as_ref().map_or(0, PageRecord::size);
            pages.push((number, record));
        }
        let said = |key: &Key| match self.dictionary().get(key) {
            Some(correction) => Edit::Put(correction.clone()),
            None => Edit::Remove(key.clone()),
        };
        let edits = self.history.changed.union(&self.history.unkept).map(said).collect();
        Unwritten { pages, entries: Change { edits }, next: self.next_page() }
    }

    /// Marks what was written as stored.
    pub fn mark_kept(&mut self, written: &Written) {
        for number in &written.pages {
            self.texts.changed.remove(number);
            self.texts.unkept.remove(number);
        }
        for key in &written.entries {
            self.history.changed.remove(key);
            self.history.unkept.remove(key);
        }
    }

    /// Notes that the last changes could not be stored: another window may give out their numbers again.
    pub fn mark_unkept(&mut self) {
        let (texts, words) = (&mut self.texts, &mut self.history);
        texts.unkept.append(&mut texts.changed);
        words.unkept.append(&mut words.changed);
    }

    /// Returns the numbers of pages and of entries that could not be stored yet.
    pub fn unkept(&self) -> (u32, u32) {
        let there = self.texts.unkept.iter().filter(|number| self.texts.pages.contains_key(number));
        (saturating_u32(there.count()), saturating_u32(self.history.unkept.len()))
    }

    /// Returns the numbers of all pages.
    pub fn page_numbers(&self) -> Vec<u32> {
        self.texts.pages.keys().copied().collect()
    }

    /// Applies pages that were stored before or changed in another window, in the order of their numbers; `None` for
    /// one that was removed. A page that could not be stored under its number gets another one if that window has it.
    ///
    /// # Errors
    /// [`EngineError`] when stories cannot be segmented again.
    pub fn follow_pages(&mut self, pages: Vec<(u32, Option<Page>)>) -> Result<(), EngineError> {
        let (mut gone, mut put) = (Vec::new(), Vec::new());
        for (number, page) in pages {
            if self.texts.unkept.contains(&number) {
                self.put_in_pages(put.drain(..));
                match (self.texts.pages.get(&number), &page) {
                    (Some(mine), Some(theirs)) if !same_content(mine, theirs) => self.move_page(number)?,
                    (Some(_), None) => self.move_page(number)?,
                    _ => {}
                }
                self.texts.unkept.remove(&number);
            }
            match page {
                Some(page) => put.push((number, page)),
                None => gone.push(number),
            }
        }
        self.put_in_pages(put);
        self.drop_pages(&gone);
        Ok(())
    }

    /// Applies entries that another window changed; returns true if any entry is different now. An entry that was
    /// changed here and could not be stored yet is later, and wins.
    ///
    /// # Errors
    /// [`EngineError`] when stories cannot be segmented again; nothing is changed then.
    pub fn apply_remote(&mut self, mut change: Change) -> Result<bool, EngineError> {
        change.edits.retain(|edit| !self.history.unkept.contains(&edit.key()));
        self.terms_counted = None;
        let (undo, _) = self.apply(change)?;
        Ok(!undo.edits.is_empty())
    }

    /// Applies a whole dictionary in the same way.
    ///
    /// # Errors
    /// Those of [`Engine::apply_remote`].
    pub fn apply_remote_dictionary(&mut self, whole: &UserDictionary) -> Result<bool, EngineError> {
        self.apply_remote(difference(self.dictionary(), whole))
    }

    /// Merges everything that is stored, if the storage was opened late or created again: what is only here is to be
    /// stored, what is only there is added, and of two states of one page the later one wins. Pages that only share
    /// a number both exist afterwards; `None` is a page that cannot be read, and whose number is therefore not free.
    ///
    /// # Errors
    /// [`EngineError`] when stories cannot be segmented again.
    pub fn reconcile(
        &mut self,
        kept: Vec<(u32, Option<Page>)>,
        dictionary: &UserDictionary,
        next: u32,
    ) -> Result<bool, EngineError> {
        let there: BTreeSet<u32> = kept.iter().map(|&(number, _)| number).collect();
        self.reserve_pages(next.max(there.last().map_or(0, |last| last.saturating_add(1))));
        let only_here: Vec<u32> = self.page_numbers().into_iter().filter(|it| !there.contains(it)).collect();
        self.texts.unkept.extend(only_here);
        let said_there = |key: &Key| dictionary.get(key).is_some();
        let only_here = self.dictionary().iter().map(Correction::key).filter(|key| !said_there(key));
        let only_here: Vec<Key> = only_here.collect();
        self.history.unkept.extend(only_here);
        let mut any = false;
        for (number, page) in kept {
            let mine = self.texts.pages.get(&number);
            let taken_out = mine.is_none() && self.texts.unkept.contains(&number);
            match (mine, page) {
                (None, Some(page)) if !taken_out => {
                    any = true;
                    self.put_in_page(number, page);
                }
                (Some(mine), Some(theirs)) if same_content(mine, &theirs) => {
                    self.texts.unkept.remove(&number);
                }
                (Some(mine), Some(theirs))
                    if is_state_of(mine, &theirs) && mine.revision > theirs.revision =>
                {
                    self.texts.unkept.insert(number);
                }
                (Some(mine), Some(theirs))
                    if is_state_of(mine, &theirs)
                        && mine.revision < theirs.revision
                        && !self.texts.unkept.contains(&number) =>
                {
                    any = true;
                    self.put_in_page(number, theirs);
                }
                (Some(_), theirs) => {
                    any = true;
                    self.move_page(number)?;
                    if let Some(page) = theirs {
                        self.put_in_page(number, page);
                    }
                }
                (None, _) => {}
            }
        }
        Ok(self.apply_remote_dictionary(dictionary)? || any)
    }

    /// Removes all pages and entries of the reader, and the history that could restore them.
    ///
    /// # Errors
    /// [`EngineError`] when stories cannot be segmented again; nothing is changed then.
    pub fn clear(&mut self) -> Result<Cleared, EngineError> {
        let edits = self.dictionary().iter().map(|correction| Edit::Remove(correction.key())).collect();
        self.apply(Change { edits })?;
        self.history = DictionaryHistory::default();
        let all = self.page_numbers();
        self.drop_pages(&all);
        let next = self.next_page();
        self.texts = Texts::default();
        self.reserve_pages(next);
        self.terms_counted = None;
        Ok(Cleared::default())
    }

    /// Gives a page that is not stored another number; entries about places in it that are not stored follow.
    fn move_page(&mut self, number: u32) -> Result<(), EngineError> {
        let Some(page) = self.texts.pages.remove(&number) else { return Ok(()) };
        self.texts.names.remove(&number);
        self.corpus.remove_pages(|id| self::number(id) == Some(number));
        let free = self.add_page(page);
        self.texts.changed.remove(&free);
        self.texts.unkept.remove(&number);
        self.texts.unkept.insert(free);
        let mut follows = Vec::new();
        for key in &self.history.unkept {
            let Some(said) = self.dictionary().get(key) else { continue };
            let follow = |story: &str| Some(moved(story, number, free).unwrap_or_else(|| story.to_owned()));
            if let Some(said) = said.clone().renamed(follow).filter(|said| said.key() != *key) {
                follows.push((key.clone(), said));
            }
        }
        let gone = follows.iter().map(|(key, _)| Edit::Remove(key.clone()));
        let edits = gone.chain(follows.iter().map(|(_, said)| Edit::Put(said.clone()))).collect();
        self.apply(Change { edits })?;
        for (key, said) in follows {
            // The old place is in the page of the other window now, and so is its entry.
            self.history.unkept.remove(&key);
            self.history.unkept.insert(said.key());
        }
        Ok(())
    }
}

/// Maps the id of a story of the page `from` to the page `to`; `None` for a story of another page.
fn moved(story: &str, from: u32, to: u32) -> Option<String> {
    let (page, story) = story.split_once('-')?;
    (number(page) == Some(from)).then(|| format!("{}-{story}", id(to)))
}

/// Returns true if two pages of one number are the same text before and after some edits of it.
fn is_state_of(mine: &Page, theirs: &Page) -> bool {
    mine.source.name == theirs.source.name && original(mine) == original(theirs)
}

/// Returns the change that turns one dictionary into another.
fn difference(from: &UserDictionary, to: &UserDictionary) -> Change {
    let put = to.iter().filter(|correction| from.get(&correction.key()) != Some(correction));
    let gone = from.iter().map(Correction::key).filter(|key| to.get(key).is_none());
    Change { edits: put.cloned().map(Edit::Put).chain(gone.map(Edit::Remove)).collect() }
}
