//! The contents of each table: its columns, and the proofs of its numbers.

use std::rc::Rc;

use super::proof::Proof;
use crate::ui::i18n::Catalog;
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Point, chosen};

/// A function that gives the proof of a number in a language, from its row and its column's name.
type Prove = Rc<dyn Fn(usize, &str, &Catalog) -> Option<Proof>>;

/// A table's columns with the proofs of their numbers.
#[derive(Clone)]
pub struct Listing {
    /// The columns.
    pub columns: Shared<Vec<Column>>,
    prove: Prove,
}

impl PartialEq for Listing {
    fn eq(&self, other: &Self) -> bool {
        self.columns == other.columns
    }
}

impl Listing {
    /// Combines columns with a function that gives the proof of a number from its row and its column's name.
    pub fn new(
        columns: Vec<Column>,
        proof: impl Fn(usize, &str, &Catalog) -> Option<Proof> + 'static,
    ) -> Self {
        Self { columns: Shared::new(columns), prove: Rc::new(proof) }
    }

    /// Returns the proof of a number in a language; `None` for a cell without a number.
    pub fn proof(&self, point: Point, catalog: &Catalog) -> Option<Proof> {
        (self.prove)(point.row, &self.columns.get(point.column)?.name, catalog)
    }

    /// Returns the table without some columns.
    pub(super) fn without(&self, hidden: &[String]) -> Self {
        Self { columns: Shared::new(chosen(&self.columns, hidden)), prove: self.prove.clone() }
    }
}

/// Returns the rank, from 1, of a row listed in the order of the answer.
pub(crate) fn rank(row: usize) -> u32 {
    u32::try_from(row + 1).unwrap_or(u32::MAX)
}
