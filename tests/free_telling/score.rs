//! Links found, counted against those that there are.

use std::collections::BTreeMap;
use std::fmt;

use crate::events::{GoldKind, Link};

/// The counts over some events.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    gold: usize,
    found: usize,
    right: usize,
    whole: usize,
    whole_found: usize,
}

impl Score {
    pub(crate) fn add(&mut self, gold: &BTreeMap<Link, GoldKind>, found: &[Link]) {
        self.gold += gold.len();
        self.found += found.len();
        self.right += found.iter().filter(|link| gold.contains_key(link)).count();
        for (link, _) in gold.iter().filter(|(_, kind)| **kind == GoldKind::Whole) {
            self.whole += 1;
            self.whole_found += usize::from(found.contains(link));
        }
    }

    pub(crate) fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    pub(crate) fn recall(&self) -> f64 {
        self.right as f64 / self.gold.max(1) as f64
    }

    pub(crate) fn whole(&self) -> f64 {
        self.whole_found as f64 / self.whole.max(1) as f64
    }

    pub(crate) fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (right, found, gold) = (self.right, self.found, self.gold);
        let (f1, precision, recall, whole) = (self.f1(), self.precision(), self.recall(), self.whole());
        write!(f, "F1 {f1:.3}, precision {precision:.3}, recall {recall:.3}, wholly the same {whole:.3}")?;
        write!(f, " ({right} right of {found} found, {gold} in all)")
    }
}
