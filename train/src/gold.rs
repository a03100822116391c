//! Sentences segmented by hand: strictly, and with `_` at places where joining or separating is a matter of
//! convention.

/// A sentence with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gold {
    /// The sentence.
    pub(crate) text: String,
    /// The end of each word, in bytes, by the strict segmentation.
    pub(crate) strict: Vec<usize>,
    /// The end of each word, in bytes, for a reader who accepts either choice, with true if it may be joined
    /// to the next.
    pub(crate) lenient: Vec<(usize, bool)>,
}

impl Gold {
    /// Parses lines “strict, lenient, set, tags”, separated by tabs.
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

    /// Returns every word that occurs under some reader's choices.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let firsts = [0].into_iter().chain(self.lenient.iter().map(|end| end.0));
        firsts.enumerate().flat_map(move |(at, start)| {
            // While a word may be joined to the next, there is a longer one.
            let joined = self.lenient[at..]
                .iter()
                .scan(true, |open, &(end, either)| std::mem::replace(open, either).then_some(end));
            joined.filter_map(move |end| self.text.get(start..end))
        })
    }

    /// Returns the ends of the words for the lenient reader, given those that were found.
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
    fn either_choice_follows_the_words_found() {
        let gold = Gold::read("兩 國 元首\t兩_國 元首\tseed\t\n");
        assert_eq!(gold[0].strict, [3, 6, 12]);
        assert_eq!(gold[0].lenient_for(&[6, 12]), [6, 12]);
        assert_eq!(gold[0].lenient_for(&[3, 6, 12]), [3, 6, 12]);
        assert_eq!(gold[0].words().collect::<Vec<_>>(), ["兩", "兩國", "國", "元首"]);
    }
}
