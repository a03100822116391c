//! Many short lists in little memory.

use crate::text::saturating_u32;

/// Lists stored one after the other in one vector. All together have at most `u32::MAX` members.
#[derive(Clone, Debug)]
pub(super) struct Lists<T> {
    all: Vec<T>,
    ends: Vec<u32>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { all: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds a list at the end.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.all.extend(list);
        self.ends.push(saturating_u32(self.all.len()));
    }

    /// Returns the list of this number; an empty one where there is none.
    pub(super) fn get(&self, number: usize) -> &[T] {
        let end = |number: usize| self.ends.get(number).map(|&end| end as usize);
        let start = number.checked_sub(1).and_then(end).unwrap_or(0);
        end(number).and_then(|end| self.all.get(start..end)).unwrap_or_default()
    }

    /// Returns the lists in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.len()).map(|number| self.get(number))
    }

    /// Returns the number of lists.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns the number of members of all lists together.
    pub(super) fn members(&self) -> usize {
        self.all.len()
    }

    /// Returns lists of the same lengths with other members, as far as there are enough.
    pub(super) fn with<U>(self, all: Vec<U>) -> Lists<U> {
        Lists { all, ends: self.ends }
    }

    /// Returns the bytes of memory that the lists take.
    pub(super) fn bytes(&self) -> usize {
        let members = self.all.capacity().saturating_mul(size_of::<T>());
        members.saturating_add(self.ends.capacity().saturating_mul(size_of::<u32>()))
    }

    /// Releases unused memory.
    pub(super) fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_comes_back_by_its_number() {
        let mut lists = Lists::default();
        for list in [vec![1, 2], vec![], vec![3]] {
            lists.push(list);
        }
        assert_eq!(lists.iter().collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
        assert_eq!((lists.len(), lists.members(), lists.get(3).len()), (3, 3, 0));
        assert_eq!(lists.with(vec!['a', 'b', 'c']).get(2), ['c']);
    }
}
