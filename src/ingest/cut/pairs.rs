//! Pairs of ideographs that are adjacent on a stretch of the page.

use super::dateline::window;
use super::line::Line;
use crate::text::is_han;

/// Number of slots for pairs, a power of two.
const SLOTS: usize = 1 << 18;
/// Lines per stretch. Longer texts are examined stretch by stretch, so that each line is read once.
const STRETCH: usize = 256;

/// The pairs of the stretch that was looked up last.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    stretch: Option<usize>,
    bits: Vec<u64>,
}

impl Pairs {
    /// Returns true if two characters are adjacent within a line near the line `at`.
    pub(super) fn holds(&mut self, lines: &[Line<'_>], at: usize, first: char, second: char) -> bool {
        let stretch = at / STRETCH;
        if self.stretch != Some(stretch) {
            self.stretch = Some(stretch);
            self.bits.clear();
            self.bits.resize(SLOTS / 64, 0);
            for line in lines.iter().skip(stretch.saturating_mul(STRETCH)).take(STRETCH) {
                self.read(window(line.text, 1000));
            }
        }
        let slot = slot(first, second);
        self.bits.get(slot / 64).is_some_and(|bits| bits & (1 << (slot % 64)) != 0)
    }

    fn read(&mut self, text: &str) {
        let mut before = None;
        for c in text.chars() {
            let now = is_han(c).then_some(c);
            if let Some((first, second)) = before.zip(now) {
                let slot = slot(first, second);
                if let Some(bits) = self.bits.get_mut(slot / 64) {
                    *bits |= 1 << (slot % 64);
                }
            }
            before = now;
        }
    }
}

fn slot(first: char, second: char) -> usize {
    let mixed = u32::from(first).wrapping_mul(0x9E37_79B1) ^ u32::from(second).wrapping_mul(0x85EB_CA77);
    (mixed >> 14) as usize & (SLOTS - 1)
}
