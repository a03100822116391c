//! Limits of the runs of characters that a reader can ask for.

/// Least and greatest run of reuse, in characters: one character is no run, and runs longer than a paragraph do not
/// occur.
pub(crate) const RUNS: (u32, u32) = (2, 500);

/// Greatest run looked for inside sentences, in characters: no sentence has a longer one.
pub(crate) const LONGEST_RUN: u32 = 100;
