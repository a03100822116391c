//! Word lists and keyness tables.

use serde::{Deserialize, Serialize};

/// A word list: every word of a scope with its counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordList {
    /// Most frequent first; equal frequencies by form.
    pub rows: Vec<WordRow>,
    /// Words of the scope, punctuation left out: the base of every rate.
    pub tokens: u32,
    /// Different words of the scope, before any limit.
    pub types: u32,
    /// Stories of the scope.
    pub stories: u32,
    /// The stories of the scope by id, each with the number of its words in the scope.
    pub sizes: Vec<(String, u32)>,
    /// True if writings of one word were counted as one.
    pub folded: bool,
}

/// One word of a word list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WordRow {
    /// Rank in the list, from 1; words of equal frequency have different ranks.
    pub rank: u32,
    /// The word as printed; the most frequent writing if writings count as one.
    pub word: String,
    /// Occurrences in the scope.
    pub frequency: u32,
    /// Frequency per 10,000 words.
    #[serde(rename = "per10k")]
    pub per_10k: f64,
    /// Number of stories it occurs in.
    pub range: u32,
    /// Gries' deviation of proportions over the stories, 0 (even) to 1.
    pub dp: f64,
    /// Juilland's D over the stories, 0 to 1 (even).
    #[serde(rename = "juillandD")]
    pub juilland_d: f64,
    /// The part of speech it most often has here.
    pub tag: String,
    /// Its writings, most frequent first, if it has more than one and they count as one word.
    pub writings: Vec<Writing>,
    /// Stories with the word, as indices into [`WordList::sizes`], and its occurrences there; empty unless
    /// asked for.
    pub by_story: Vec<(u32, u32)>,
}

/// One writing of a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Writing {
    /// The form.
    pub word: String,
    /// Its occurrences.
    pub frequency: u32,
}

/// A measure of keyness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum KeynessMeasure {
    /// Signed log-likelihood over the four cells (Dunning 1993).
    #[default]
    G2,
    /// Signed Bayesian information criterion: the part of |G²| that exceeds ln N.
    Bic,
    /// Signed χ² with Yates' correction.
    Chi2,
    /// Log Ratio (Hardie): the binary logarithm of the ratio of relative frequencies.
    LogRatio,
    /// %DIFF: the percentage by which the target's rate exceeds the reference's.
    Diff,
    /// The odds ratio; 1 if the rates are equal.
    OddsRatio,
    /// Simple maths with N = 1: the ratio of the rates per million after adding 1; 1 if they are equal.
    SimpleMaths,
}

/// The words that distinguish a target from a reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Keyness {
    /// Strongest first, whichever side it favours; equal strengths by form.
    pub rows: Vec<KeynessRow>,
    /// The measure of `score`.
    pub measure: KeynessMeasure,
    /// Words of the target.
    pub target_tokens: u32,
    /// Words of the reference.
    pub reference_tokens: u32,
    /// Words compared, before any limit.
    pub types: u32,
    /// True if writings of one word were counted as one.
    pub folded: bool,
}

/// One word of a keyness table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeynessRow {
    /// Rank in the list, from 1.
    pub rank: u32,
    /// The word as printed; if writings count as one, the most frequent of the target, or else of the
    /// reference.
    pub word: String,
    /// Occurrences in the target.
    pub target: u32,
    /// Occurrences in the reference.
    pub reference: u32,
    /// Per 10,000 words of the target.
    #[serde(rename = "targetPer10k")]
    pub target_per_10k: f64,
    /// Per 10,000 words of the reference.
    #[serde(rename = "referencePer10k")]
    pub reference_per_10k: f64,
    /// The measure's value; negative, or below 1 for a ratio, if the word is rarer in the target.
    pub score: f64,
    /// Log Ratio, with 0.5 for a count of zero.
    pub log_ratio: f64,
    /// The probability of a G² at least this large if the rates were equal (χ² distribution, one degree of
    /// freedom); if the measure is χ², of a χ² at least this large.
    pub p: f64,
    /// `p` adjusted for all the words compared (Benjamini and Hochberg 1995).
    pub p_adjusted: f64,
    /// True if an expected count is below 5, so that `p` is unreliable.
    pub low_expected: bool,
}
