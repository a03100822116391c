//! Stories joined step by step into groups.

use crate::text::saturating_u32;

/// A union-find forest of stories in which each points to one before it (Tarjan 1975).
pub(super) struct Joined {
    parents: Vec<u32>,
}

impl Joined {
    /// Makes a group of each story.
    pub(super) fn new(stories: usize) -> Self {
        Self { parents: (0..saturating_u32(stories)).collect() }
    }

    fn parent(&self, story: u32) -> u32 {
        self.parents.get(story as usize).copied().unwrap_or(story)
    }

    /// Returns the first story of a story's group.
    pub(super) fn root(&mut self, mut story: u32) -> u32 {
        loop {
            let parent = self.parent(story);
            if parent == story {
                return story;
            }
            let above = self.parent(parent);
            if let Some(parent) = self.parents.get_mut(story as usize) {
                *parent = above;
            }
            story = above;
        }
    }

    /// Makes one group of the groups of two stories.
    pub(super) fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(one.max(other) as usize) {
            *parent = one.min(other);
        }
    }

    /// Returns the number of each story's group; groups are numbered in the order of their first stories.
    pub(super) fn numbered(&mut self) -> Vec<u32> {
        let mut numbers: Vec<u32> = Vec::with_capacity(self.parents.len());
        let mut next = 0_u32;
        for story in 0..saturating_u32(self.parents.len()) {
            let root = self.root(story);
            // A root precedes all stories of its group.
            let number = numbers.get(root as usize).copied().unwrap_or(next);
            next = next.max(number.saturating_add(1));
            numbers.push(number);
        }
        numbers
    }
}
