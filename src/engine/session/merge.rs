//! The merge of a session file's pages and entries with those that exist.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::engine::Engine;
use crate::engine::texts::{PageNumbers, id, number, original, same_content};
use crate::ingest::Page;
use crate::lexicon::Correction;
use crate::view::Beside;

/// The number here of each page of the file, by its number in the file.
pub(super) type Names = BTreeMap<u32, u32>;

/// The placement of a session file's pages.
pub(super) struct Placed {
    /// Pages that are not here yet, with their new numbers.
    pub(super) new: Vec<(u32, Page)>,
    /// The number of pages that are here already.
    pub(super) already: u32,
    /// Those of the new pages whose text is here with other edits.
    pub(super) beside: Vec<Beside>,
    pub(super) names: Names,
}

/// The comparison of a session file's entries with those here.
#[derive(Default)]
pub(super) struct EntryMerge {
    pub(super) added: Vec<Correction>,
    pub(super) already: u32,
    /// Entries that differ from those here.
    pub(super) conflicts: Vec<Correction>,
    /// The number of entries about places in own texts that are not in the file.
    pub(super) homeless: u32,
}

impl Engine {
    /// Places the pages of a file: one that is here, with the same edits, is that page; every other gets a number that
    /// no page here has. Each page here matches at most one of the file, so that texts which occur twice in the file
    /// occur twice here.
    pub(super) fn placed(&self, pages: Vec<(u32, Page)>) -> Placed {
        let mut here: FxHashMap<Cow<'_, [u8]>, Vec<(u32, &Page)>> = FxHashMap::default();
        for (number, page) in self.numbered_pages() {
            here.entry(original(page)).or_default().push((number, page));
        }
        let mut numbers = PageNumbers::of(self);
        let mut met: BTreeSet<u32> = BTreeSet::new();
        let mut placed = Placed { new: Vec::new(), already: 0, beside: Vec::new(), names: Names::new() };
        for (wished, page) in pages {
            let alike = here.get(&*original(&page)).map_or(&[][..], Vec::as_slice);
            let same =
                |&&(number, there): &&(u32, &Page)| !met.contains(&number) && same_content(there, &page);
            let same_name = |found: &&(u32, &Page)| found.0 == wished && same(found);
            if let Some(&(number, _)) = alike.iter().find(same_name).or_else(|| alike.iter().find(same)) {
                met.insert(number);
                placed.already += 1;
                placed.names.entry(wished).or_insert(number);
                continue;
            }
            let number = numbers.give(wished);
            let edited_otherwise = alike.iter().find(|(_, there)| !same_content(there, &page));
            placed
                .beside
                .extend(edited_otherwise.map(|&(there, _)| Beside { added: id(number), here: id(there) }));
            placed.names.entry(wished).or_insert(number);
            placed.new.push((number, page));
        }
        placed
    }

    /// Compares the entries of a file with those here. Places are renamed with their pages.
    pub(super) fn said_beside(&self, corrections: Vec<Correction>, names: &Names) -> EntryMerge {
        let mut said = EntryMerge::default();
        for correction in corrections {
            let Some(correction) = at_home(correction, names) else {
                said.homeless += 1;
                continue;
            };
            match self.dictionary().get(&correction.key()) {
                None => said.added.push(correction),
                Some(here) if *here == correction => said.already += 1,
                Some(_) => said.conflicts.push(correction),
            }
        }
        said
    }
}

/// Returns the correction with the ids that its stories have here; `None` if the file does not contain one of them.
fn at_home(correction: Correction, names: &Names) -> Option<Correction> {
    correction.renamed(|story| {
        let own = story.split_once('-').and_then(|(page, story)| Some((number(page)?, story)));
        let Some((page, story)) = own else { return Some(story.to_owned()) };
        Some(format!("{}-{story}", id(*names.get(&page)?)))
    })
}

/// Returns a digest of a page without its file's bytes, which never change.
pub(super) fn digest(page: &Page) -> u64 {
    // A page has only strings, numbers and lists, which JSON can always represent.
    let json = serde_json::to_vec(page).unwrap_or_default();
    let digest: [u8; 32] = Sha256::digest(json).into();
    digest.iter().take(8).fold(0, |whole, &byte| (whole << 8) | u64::from(byte))
}
