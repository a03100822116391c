//! The stop words that a list leaves out: the app's list with the reader's changes of it.

use crate::engine::StopWords;
use crate::lexicon::stop_words;
use crate::ui::routes::address::{Address, AddressWriter};
use crate::ui::routes::codec::{AddressPart, key};

/// The stop words a list leaves out: the app's list with the reader's changes. The address contains only the
/// changes, so that a link shows the same list to everyone who opens it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StopChoice {
    /// True if stop words are left out.
    pub leave_out: bool,
    /// Words left out in addition to the app's list.
    pub added: Vec<String>,
    /// Words of the app's list that are kept.
    pub kept: Vec<String>,
}

impl StopChoice {
    /// Returns true if it is another list than the one that ships with the app.
    pub(crate) fn is_changed(&self) -> bool {
        !self.added.is_empty() || !self.kept.is_empty()
    }

    /// Returns the stop words left out. The engine itself knows the list if it is unchanged.
    pub(super) fn stop_words(&self) -> StopWords {
        if !self.leave_out {
            StopWords::Keep
        } else if self.is_changed() {
            StopWords::LeaveOutThese(self.list())
        } else {
            StopWords::LeaveOut
        }
    }

    /// Returns the stop words, in the order of the list.
    pub(super) fn list(&self) -> Vec<String> {
        let kept = |word: &&str| self.kept.iter().any(|kept| kept == word);
        stop_words().filter(|word| !kept(word)).map(str::to_owned).chain(self.added.iter().cloned()).collect()
    }

    /// Parses a list with one word per line; lines that begin with `#` are comments.
    pub(super) fn parse(text: &str) -> Self {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let mut wanted: Vec<&str> = Vec::new();
        for line in lines {
            if !wanted.contains(&line) {
                wanted.push(line);
            }
        }
        let ours: Vec<&str> = stop_words().collect();
        let without = |words: &[&str], others: &[&str]| {
            words.iter().filter(|word| !others.contains(word)).map(|&word| word.to_owned()).collect()
        };
        Self { leave_out: true, added: without(&wanted, &ours), kept: without(&ours, &wanted) }
    }
}

/// The parameters `stop`, `stopadd` and `stopkeep`.
pub(super) struct StopWordsPart;

impl AddressPart<StopChoice> for StopWordsPart {
    fn read(&self, address: &mut Address, default: StopChoice) -> StopChoice {
        StopChoice {
            leave_out: key("stop").read(address, default.leave_out),
            added: key("stopadd").read(address, default.added),
            kept: key("stopkeep").read(address, default.kept),
        }
    }

    fn write(&self, value: &StopChoice, default: &StopChoice, writer: &mut AddressWriter) {
        key("stop").write(&value.leave_out, &default.leave_out, writer);
        key("stopadd").write(&value.added, &default.added, writer);
        key("stopkeep").write(&value.kept, &default.kept, writer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stop_list_comes_back_from_its_changes() {
        let ours: Vec<&str> = stop_words().collect();
        let first = ours[0];
        let text = format!("# mine\n{}\n天氣\n天氣\n", ours[1..].join("\n"));
        let choice = StopChoice::parse(&text);
        assert_eq!(
            (choice.added.as_slice(), choice.kept.as_slice()),
            (&["天氣".to_owned()][..], &[first.to_owned()][..])
        );
        let list = choice.list();
        assert!(!list.iter().any(|word| word == first) && list.last().is_some_and(|word| word == "天氣"));
        assert_eq!(StopChoice::parse(&ours.join("\n")).stop_words(), StopWords::LeaveOut);
        assert_eq!(StopChoice::default().stop_words(), StopWords::Keep);
    }
}
