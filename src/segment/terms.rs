//! Multi-word terms: a second layer over the words of any segmenter.
//!
//! Words as counted by readers of newspapers are short: 上海, 合作 and 組織 are three. For the topics of a
//! text 上海合作組織 is better counted as one unit. This layer joins adjacent words into such units and never
//! splits one: every joined token is a whole number of words, so fine and coarse counts can always be
//! compared.
//!
//! # Terms that are joined, and why
//!
//! - **Dates and times** ([`JoinReason::Date`]): 2023年5月20日, 去年12月, 5月中旬, 20世紀80年代, 上午9時30分,
//!   下星期三. A date and a time of day remain two units, since nearly every pair would be counted only once;
//!   so do the ends of a time span (5月20日 至 22日).
//! - **Quantities** ([`JoinReason::Quantity`]): a number with a unit of measure or of money, a share: 480億元,
//!   34度, 18個月, 6%, 三分之一. Mere counts of things remain apart (三 名 男子): there a reader looks for
//!   the noun.
//! - **Ordinals** ([`JoinReason::Ordinal`]): 第三屆, 第十五條.
//! - **Organisations, events and places named by type** ([`JoinReason::Organisation`]): a chain of nominal words
//!   that begins with a proper noun (or a word like 國家, 全國) and ends in a word like 委員會, 大學, 峰會,
//!   機場. General types (公司, 組織) need a word between.
//! - **Offices** ([`JoinReason::Office`]): a country or an organisation with a role: 國家主席, 外交部發言人. The
//!   person's name remains apart, so that a person's count does not depend on the titles a paper gives.
//! - **Titles** ([`JoinReason::Title`]), enclosed in 《》, and **quoted coinages** ([`JoinReason::Quoted`]), up to
//!   four content words enclosed in 「」 or “”.
//! - **The term list** ([`JoinReason::List`]): [`crate::lexicon::terms`]. **The reader's own terms**
//!   ([`JoinReason::Reader`]).
//! - **Terms found by counting** ([`JoinReason::Statistics`]): word sequences that a corpus shows to be stable.
//!
//! # Choice
//!
//! Nothing is joined across punctuation, white space or a line's end. If candidates overlap, the reader's own
//! wins, then titles, then the list's, then the longest (in characters), then the source that is first in
//! [`JoinReason`], then the leftmost. An organisation on the list remains a unit of its own in longer names of
//! organisations and events (上海合作組織 峰會), so that its count is the count of its mentions; only an
//! office includes it. The reader's own terms are never part of a longer one, and strings split by the reader
//! are not joined again. The joined words are examined again until nothing more joins, so joining twice
//! equals joining once.

mod dictionary;
mod names;
mod numerals;
mod quantities;
mod quoted;
mod roles;
mod run;
#[cfg(test)]
mod tests;
mod times;

use rustc_hash::FxHashSet;

use super::{Tag, TokenSpan};
use crate::lexicon::{self, Correction, Key, Rule, UserDictionary};
use crate::text::Span;
use dictionary::TermDictionary;
use roles::RoleSet;
use run::{TermCandidate, WordRun};

/// The reason why words were joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JoinReason {
    /// It is one of the reader's own terms.
    Reader,
    /// It is on the list of terms.
    List,
    /// It is a date or a time of day.
    Date,
    /// It is a number with a unit, or a share.
    Quantity,
    /// It is an ordinal.
    Ordinal,
    /// It is an organisation, event or place named by its type.
    Organisation,
    /// It is an office: a role with its country or organisation.
    Office,
    /// It is a title in 《》.
    Title,
    /// It is a coinage in quotation marks.
    Quoted,
    /// It was found by counting.
    Statistics,
}

impl JoinReason {
    /// Returns its rank, which decides before length does: the lower wins.
    fn tier(self) -> u8 {
        match self {
            Self::Reader => 0,
            Self::Title => 1,
            Self::List => 2,
            _ => 3,
        }
    }
}

/// Words joined into one token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Join {
    /// Its place in the text.
    pub span: Span,
    /// Its part of speech: `t` for dates and times, `mq` and `m` for quantities, `nt` for organisations, `ns`
    /// for places, `nz` for titles, that of the list for its terms, `n` otherwise.
    pub tag: Tag,
    /// The reason why it was joined.
    pub source: JoinReason,
}

/// Terms for look-up in texts, used together with the rules.
#[derive(Clone, Debug, Default)]
pub struct TermList {
    listed: TermDictionary,
    /// Found by counting; separate, since it changes with the corpus.
    counted: TermDictionary,
    own: OwnTerms,
}

/// The entries of the reader's dictionary that concern terms.
#[derive(Clone, Debug, Default)]
pub struct OwnTerms {
    /// Strings that the reader joined: always one unit, and never part of a longer one.
    joined: TermDictionary,
    /// Strings that the reader split, folded: never joined again.
    split: FxHashSet<String>,
}

impl OwnTerms {
    /// Collects the entries that are in force everywhere.
    pub fn new(dictionary: &UserDictionary) -> Self {
        let mut own = Self::default();
        for correction in dictionary.iter() {
            own.set(&correction.key(), Some(correction));
        }
        own
    }

    /// Sets the entry of a word. An entry of a place is not a term.
    fn set(&mut self, key: &Key, says: Option<&Correction>) {
        let Key::Word(word) = key else { return };
        self.joined.remove(word);
        self.split.remove(word);
        match says.filter(|correction| correction.enabled).map(Correction::rule) {
            Some(Rule::Join { tag, .. }) => {
                let tag = if tag.is_empty() { Tag::named("n") } else { Tag::named(tag) };
                self.joined.add(word, tag, JoinReason::Reader);
            }
            Some(Rule::Split { .. }) => {
                self.split.insert(word.clone());
            }
            Some(Rule::Move { .. } | Rule::Regional) | None => {}
        }
    }
}

impl TermList {
    /// Returns the list that ships with the app.
    pub fn built_in() -> Self {
        let mut list = Self::default();
        for (term, tag) in lexicon::terms() {
            list.add(term, Tag::named(tag));
        }
        list
    }

    /// Adds a term to the list, in any writing: variants and Simplified forms are found too. The order in
    /// which terms are added does not matter.
    pub fn add(&mut self, term: &str, tag: Tag) {
        self.listed.add(term, tag, JoinReason::List);
    }

    /// Sets the reader's own terms.
    pub fn set_own(&mut self, own: OwnTerms) {
        self.own = own;
    }

    /// Updates the reader's own terms of some words; removes those without a correction.
    pub fn update_own<'a>(&mut self, says: impl IntoIterator<Item = (Key, Option<&'a Correction>)>) {
        for (key, says) in says {
            self.own.set(&key, says);
        }
    }

    /// Replaces the terms found by counting; returns those that were added or removed, folded and sorted.
    /// Only a text that contains one of them, folded, can be joined differently than before.
    pub fn replace_counted<'t>(&mut self, terms: impl IntoIterator<Item = &'t str>) -> Vec<String> {
        let mut counted = TermDictionary::default();
        for term in terms {
            counted.add(term, Tag::named("n"), JoinReason::Statistics);
        }
        let gone = self.counted.forms().filter(|form| !counted.holds(form));
        let new = counted.forms().filter(|form| !self.counted.holds(form));
        let mut changed: Vec<String> = gone.chain(new).map(str::to_owned).collect();
        changed.sort_unstable();
        self.counted = counted;
        changed
    }

    /// Joins the words of each term in `tokens`, the words of `text`, into one.
    pub fn join(&self, text: &str, tokens: &[TokenSpan]) -> Vec<TokenSpan> {
        let mut joins = self.joins(text, tokens).into_iter().peekable();
        let mut joined = Vec::with_capacity(tokens.len());
        for &token in tokens {
            while joins.peek().is_some_and(|join| join.span.end <= token.span.start) {
                joins.next();
            }
            match joins.peek() {
                Some(join) if join.span.start == token.span.start => {
                    joined.push(TokenSpan { span: join.span, tag: join.tag });
                }
                Some(join) if join.span.contains(token.span) => {}
                _ => joined.push(token),
            }
        }
        joined
    }

    /// Returns the joins that [`TermList::join`] makes, in the order of the text, with their reasons.
    ///
    /// Linear in the text: every rule examines a bounded stretch, and the words between two marks of
    /// punctuation are sorted by themselves, at most [`run::LONGEST`] bytes at a time.
    pub fn joins(&self, text: &str, tokens: &[TokenSpan]) -> Vec<Join> {
        let mut joins = Vec::new();
        let mut run = WordRun::default();
        let mut at = 0;
        while at < tokens.len() {
            let next = run.fill(text, tokens, at, self);
            while run.len() > 1 && self.join_once(&mut run) {}
            run.joined(&mut joins);
            at = next.max(at + 1);
        }
        joins
    }

    /// Returns the role that a folded word can have in names.
    fn roles_of(&self, folded: &str, chars: usize, tag: Tag) -> RoleSet {
        let mut roles = RoleSet::of(folded, chars, tag);
        if chars > 2
            && let Some(tag) = self.listed.tag(folded)
        {
            roles = roles.or(RoleSet::listed_as(tag));
        }
        if self.own.joined.tag(folded).is_some() {
            roles = roles.or(RoleSet::OWN);
        }
        roles
    }

    /// Joins the best candidates of a run; returns true if there were any.
    fn join_once(&self, run: &mut WordRun) -> bool {
        let mut found = std::mem::take(&mut run.candidates);
        found.clear();
        for first in 0..run.len() - 1 {
            self.own.joined.find(run, first, &mut found);
            self.listed.find(run, first, &mut found);
            self.counted.find(run, first, &mut found);
            times::find(run, first, &mut found);
            quantities::find(run, first, &mut found);
        }
        // A role and the name of its holder are counted apart, however often they meet; a foreign name may be
        // tagged as a place.
        let names_holder = |candidate: &TermCandidate| {
            let mut holders = candidate.first + 1..candidate.end;
            holders
                .any(|at| run.words[at].roles.has(RoleSet::PROPER) && RoleSet::is_held(run.form(at - 1, at)))
        };
        found.retain(|candidate| candidate.source != JoinReason::Statistics || !names_holder(candidate));
        names::find(run, &mut found);
        quoted::find(run, &mut found);
        let changed = run.choose(&mut found, self);
        run.candidates = found;
        changed
    }
}
