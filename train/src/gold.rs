//! Sentences segmented by hand: strict, and with `_` wherever joining or cutting is convention.

/// A sentence with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gold {
    /// The sentence.
    pub(crate) text: String,
    /// Where each word ends, in bytes, strictly.
    pub(crate) strict: Vec<usize>,
    /// Where each word ends, for a reader who accepts either choice, and whether it may be joined to the next.
    pub(crate) lenient: Vec<(usize, bool)>,
}

impl Gold {
    /// Reads lines “strict, lenient, set, tags”, separated by tabs.
    pub(crate) fn read(file: &str) -> Vec<Self> {
        file.lines()
            .filter_map(|line| {
                let mut columns = line.split('\t');
                let (strict, lenient) = (columns.next()?, columns.next()?);
                let text: String = strict.split(' ').collect();
                let mut at = 0;
                let strict = strict
                    .split(' ')
                    .map(|word| {
                        at += word.len();
                        at
                    })
                    .collect();
                at = 0;
                let mut ends = Vec::new();
                for word in lenient.split(' ') {
                    for part in word.split('_') {
                        at += part.len();
                        ends.push((at, true));
                    }
                    if let Some(end) = ends.last_mut() {
                        end.1 = false;
                    }
                }
                Some(Self { text, strict, lenient: ends })
            })
            .collect()
    }

    /// Every word that some reader's choice of cuts has.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let firsts = [0].into_iter().chain(self.lenient.iter().map(|end| end.0));
        firsts.enumerate().flat_map(move |(at, start)| {
            // As long as a word may be joined to the next, there is a longer one.
            let joined = self.lenient[at..]
                .iter()
                .scan(true, |open, &(end, either)| std::mem::replace(open, either).then_some(end));
            joined.map(move |end| &self.text[start..end])
        })
    }

    /// The words the lenient reader sees, given those that were found.
    pub(crate) fn lenient_for(&self, found: &[usize]) -> Vec<usize> {
        self.lenient
            .iter()
            .filter(|(end, either)| !either || found.contains(end))
            .map(|&(end, _)| end)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_choice_follows_what_was_found() {
        let gold = Gold::read("兩 國 元首\t兩_國 元首\tseed\t\n");
        assert_eq!(gold[0].strict, [3, 6, 12]);
        assert_eq!(gold[0].lenient_for(&[6, 12]), [6, 12]);
        assert_eq!(gold[0].lenient_for(&[3, 6, 12]), [3, 6, 12]);
        assert_eq!(gold[0].words().collect::<Vec<_>>(), ["兩", "兩國", "國", "元首"]);
    }
}
