//! How much of one text's wording stands in another: pairs of neighbouring ideographs, rare ones weighing more.

use crate::text::is_han;

/// How many pairs can be told apart, a power of two.
const SLOTS: usize = 1 << 16;
/// How much of a text is looked at.
const SAMPLE: usize = 700;

/// The pairs of a page and what they weigh.
pub(super) struct Bigrams {
    /// In how many of the page's parts a pair stands.
    parts: Vec<u16>,
    /// The last question a pair was noted for.
    noted: Vec<u32>,
    question: u32,
    weights: Vec<f32>,
}

impl Bigrams {
    /// The pairs of the parts of a page.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut found =
            Self { parts: vec![0; SLOTS], noted: vec![0; SLOTS], question: 0, weights: Vec::new() };
        let mut count = 0_usize;
        for text in texts {
            count += 1;
            found.question += 1;
            for slot in slots(text) {
                if found.noted[slot] != found.question {
                    found.noted[slot] = found.question;
                    found.parts[slot] = found.parts[slot].saturating_add(1);
                }
            }
        }
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            reason = "weights need few digits"
        )]
        let weigh = |parts: usize| libm::log(1.0 + count.max(1) as f64 / parts.max(1) as f64) as f32;
        found.weights = (0..=count.min(64)).map(weigh).collect();
        found
    }

    fn weight(&self, slot: usize) -> f32 {
        let parts = usize::from(self.parts[slot]).min(self.weights.len() - 1);
        self.weights[parts]
    }

    /// Notes texts, to be compared with.
    pub(super) fn note<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        self.question += 1;
        for text in texts {
            for slot in slots(text) {
                self.noted[slot] = self.question;
            }
        }
    }

    /// The share of a text's pairs, by weight, that were noted last.
    pub(super) fn coverage<'t>(&self, texts: impl Iterator<Item = &'t str>) -> f32 {
        let (mut all, mut held) = (0.0, 0.0);
        for text in texts {
            for slot in slots(text) {
                let weight = self.weight(slot);
                all += weight;
                if self.noted[slot] == self.question {
                    held += weight;
                }
            }
        }
        if all > 0.0 { held / all } else { 0.0 }
    }
}

/// Where the pairs of a text are kept.
fn slots(text: &str) -> impl Iterator<Item = usize> {
    let mut before: Option<u32> = None;
    text.chars().take(SAMPLE).filter_map(move |c| {
        let now = is_han(c).then_some(u32::from(c));
        let pair = before.zip(now);
        before = now;
        pair.map(|(first, second)| {
            let mixed = first.wrapping_mul(0x9E37_79B1) ^ second.wrapping_mul(0x85EB_CA77);
            (mixed >> 16) as usize & (SLOTS - 1)
        })
    })
}
