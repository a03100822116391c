//! The number of starts of workers, and the limit of those that fail. Pure, so that it is tested without a browser.

/// Workers that may die before they are ready, in a row. The third is started without the storage, which may be what the
/// first two died of.
const LIVES: u32 = 3;

/// Workers that may die in a row though no question is to blame.
const UNEXPLAINED: u32 = 3;

/// The workers that were started.
#[derive(Debug, Default)]
pub(super) struct Starts {
    number: u32,
    /// The number of those in a row that died before they were ready.
    unready: u32,
    /// The number of those in a row that died for no known reason.
    unexplained: u32,
    bare: bool,
}

impl Starts {
    /// Returns the number of the next worker.
    pub(super) fn number(&mut self) -> u32 {
        self.number = self.number.wrapping_add(1);
        self.number
    }

    /// Returns true if the worker must not read the storage.
    pub(super) fn is_bare(&self) -> bool {
        self.bare
    }

    /// Records that a worker is ready.
    pub(super) fn ready(&mut self) {
        self.unready = 0;
    }

    /// Records that a worker answered.
    pub(super) fn answered(&mut self) {
        self.unexplained = 0;
    }

    /// Records that a worker died before it was ready, while `opening` the engine or earlier; returns true if another is
    /// to be started.
    pub(super) fn died_unready(&mut self, opening: bool) -> bool {
        self.unready += 1;
        if self.bare {
            return false;
        }
        // A script that does not load has read no storage.
        if !opening {
            return self.unready < LIVES - 1;
        }
        self.bare = self.unready >= LIVES - 1;
        self.unready < LIVES
    }

    /// Records that a worker died and no question is to blame; returns true if another is to be started.
    pub(super) fn died_unexplained(&mut self) -> bool {
        self.unexplained += 1;
        self.unexplained < UNEXPLAINED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_does_not_load_is_tried_twice() {
        let mut starts = Starts::default();
        assert!(starts.died_unready(false));
        assert!(!starts.died_unready(false));
        assert!(!starts.is_bare());
    }

    #[test]
    fn what_is_kept_is_left_alone_when_two_workers_died_of_reading_it() {
        let mut starts = Starts::default();
        assert!(starts.died_unready(true) && !starts.is_bare());
        assert!(starts.died_unready(true) && starts.is_bare());
        starts.ready();
        assert!(starts.is_bare(), "and so it stays: a later worker would die of it as well");
        assert!(!starts.died_unready(true));
    }

    #[test]
    fn deaths_that_nothing_explains_come_to_an_end() {
        let mut starts = Starts::default();
        assert!(starts.died_unexplained() && starts.died_unexplained());
        starts.answered();
        assert!(starts.died_unexplained() && starts.died_unexplained() && !starts.died_unexplained());
    }
}
