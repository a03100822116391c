//! The table of regional words with the reader's changes: listing and editing.

use crate::lexicon::{
    Correction, Edit, Key, RegionalSet, bundled_set, read_regional, regional_sets, write_regional,
};
use crate::text::fold;
use crate::view::{RegionalList, RegionalRow};

use super::dictionary::{Steps, unknown};
use super::{Engine, EngineError, RegionalQuestion};

impl Engine {
    /// Returns the sets that pass a filter: the reader's own, then those taken out, then the others.
    pub(super) fn regional_list(&self, question: &RegionalQuestion) -> RegionalList {
        let filter = fold(question.filter.trim());
        let (mut rows, mut list) = (Vec::new(), RegionalList::default());
        for set in regional_sets(self.dictionary()) {
            let is_changed = set.is_own || !set.enabled;
            list.sets = list.sets.saturating_add(u32::from(set.enabled));
            list.changed = list.changed.saturating_add(u32::from(is_changed));
            if fold(&set.line).contains(&filter) && (is_changed || !question.changed) {
                rows.push(set);
            }
        }
        // Within either part the order stays that of the table.
        rows.sort_by_key(|set| (!set.is_own, set.enabled));
        list.rows = rows.into_iter().map(row).collect();
        (list.can_undo, list.can_redo) = self.history.can();
        list
    }

    /// Returns the table in force as a file.
    pub(super) fn regional_file(&self) -> String {
        write_regional(regional_sets(self.dictionary()).filter(|set| set.enabled))
    }

    /// Returns the edit that puts an entry. A bundled set of regional words is only no longer taken out.
    pub(super) fn putting(&self, entry: Correction) -> Edit {
        let key = entry.key();
        if entry.enabled && bundled_set(&key).is_some() { Edit::Remove(key) } else { Edit::Put(entry) }
    }

    /// Returns the edit that removes an entry. A bundled set of regional words is taken out of the table.
    ///
    /// # Errors
    /// [`EngineError::UnknownEntry`] if there is none.
    pub(super) fn removing(&self, key: Key) -> Result<Edit, EngineError> {
        let known = self.dictionary().get(&key);
        match bundled_set(&key) {
            Some(set) if known.is_none() => Ok(Edit::Put(set.clone().switched(false))),
            None if known.is_some() => Ok(Edit::Remove(key)),
            _ => Err(unknown(&key)),
        }
    }

    /// Returns the edits that add the sets of a table, and the lines that are none.
    pub(super) fn regional_import(&self, table: &str) -> Steps {
        let (sets, errors) = read_regional(table);
        Steps::new(sets.into_iter().map(|set| self.putting(set)).collect(), errors)
    }

    /// Returns the edits that take back all changes of the table.
    pub(super) fn regional_clearing(&self) -> Vec<Edit> {
        self.dictionary().regional().map(|(line, _)| Edit::Remove(Key::Regional(line.to_owned()))).collect()
    }
}

fn row(set: RegionalSet) -> RegionalRow {
    let RegionalSet { line, is_own, enabled, .. } = set;
    RegionalRow { words: line.split('\t').map(str::to_owned).collect(), own: is_own, enabled }
}

#[cfg(test)]
mod tests;
