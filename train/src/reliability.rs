//! The reliability of margins: the share of wrong words by margin.

/// Upper ends of the classes of margins; the last class has none.
const CLASSES: [i32; 10] = [32, 64, 128, 192, 256, 384, 448, 512, 1024, 2048];

/// Counts of the words found, by the class of their margin.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Reliability {
    found: [usize; CLASSES.len() + 1],
    wrong: [usize; CLASSES.len() + 1],
}

impl Reliability {
    /// Adds a sentence: the ends of its words, the ends of those found, and their margins. Words without an
    /// alternative, such as punctuation, are uninformative and omitted.
    pub(crate) fn add(&mut self, gold: &[usize], found: &[usize], margins: &[i32]) {
        let mut start = 0;
        for (&end, &margin) in found.iter().zip(margins) {
            if margin != duidu::segment::CERTAIN {
                let has = |end: usize| end == 0 || gold.binary_search(&end).is_ok();
                let inner = gold.partition_point(|&other| other <= start);
                let right = has(start) && gold.get(inner) == Some(&end);
                let class = CLASSES.iter().position(|&limit| margin < limit).unwrap_or(CLASSES.len());
                self.found[class] += 1;
                self.wrong[class] += usize::from(!right);
            }
            start = end;
        }
    }

    /// Formats the table in Markdown: the words of each class; the share of wrong ones among them and among
    /// all words below the class's end; and the share of all words and of all wrong words below that end.
    pub(crate) fn table(&self) -> String {
        let per_cent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let (all, all_wrong) = (self.found.iter().sum(), self.wrong.iter().sum());
        let mut table = String::from(
            "| margin | words | wrong % | below its end: words % | of these wrong % | of all wrong words % |\n\
             |---|---|---|---|---|---|\n",
        );
        let (mut start, mut below, mut below_wrong) = (0, 0, 0);
        for class in 0..=CLASSES.len() {
            let (found, wrong) = (self.found[class], self.wrong[class]);
            below += found;
            below_wrong += wrong;
            let range = match CLASSES.get(class) {
                Some(end) => format!("{start} to {}", end - 1),
                None => format!("{start} and more"),
            };
            start = CLASSES.get(class).copied().unwrap_or(start);
            table += &format!(
                "| {range} | {found} | {:.1} | {:.1} | {:.1} | {:.1} |\n",
                per_cent(wrong, found),
                per_cent(below, all),
                per_cent(below_wrong, below),
                per_cent(below_wrong, all_wrong),
            );
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_right_if_both_its_ends_are_and_no_end_is_between() {
        let mut reliability = Reliability::default();
        // ab|c|def against abc|d|ef: only the boundary after c is common. The last word is certain.
        reliability.add(&[2, 3, 6], &[3, 4, 6], &[10, 40, i32::MAX]);
        reliability.add(&[2, 3, 6], &[2, 3, 6], &[10, 40, 5000]);
        assert_eq!(reliability.found[..2], [2, 2]);
        assert_eq!(reliability.wrong[..2], [1, 1]);
        assert_eq!((reliability.found[10], reliability.wrong[10]), (1, 0));
    }
}
