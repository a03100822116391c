//! What callers of `window.duidu` pass to the functions that count.

use serde::Deserialize;

use super::arguments::InvalidArgument;
use super::scope::{ScopeArgument, scope_of};
use crate::corpus::{Mode, Terms, Units};
use crate::engine::{
    CollocatesQuestion, ConcordanceQuestion, ContextUnit, KeynessQuestion, KeywordMethod, KeywordsQuestion,
    Near, NgramsQuestion, PhrasesQuestion, Query, Question, ReferenceCorpus, SortKey, StopWords, WordFilter,
    WordListQuestion,
};
use crate::view::KeynessMeasure;

/// Characters of context on each side when the caller names no number.
const CHARACTERS: u32 = 20;

/// Words of context on each side when the caller names no number.
const WORDS: u32 = 10;

/// Arguments that become a query.
pub(super) trait CountingOptions {
    /// The keys an object of these options may have.
    const KEYS: &[&str];

    /// The query asked for.
    fn query(self) -> Result<Query, InvalidArgument>;
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct WordListOptions {
    scope: Option<ScopeArgument>,
    fold_variants: bool,
    stop_words: StopWordsArgument,
    filter: FilterArgument,
    min_frequency: u32,
    by_story: bool,
    limit: Option<u32>,
    mode: Mode,
    terms: Terms,
}

/// Whether stop words are left out, or a list of those that are.
#[derive(Deserialize)]
#[serde(untagged, expecting = "`stopWords` is true, false, or a list of words to leave out")]
enum StopWordsArgument {
    Ours(bool),
    These(Vec<String>),
}

impl Default for StopWordsArgument {
    fn default() -> Self {
        Self::Ours(false)
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct FilterArgument {
    contains: String,
    pattern: String,
    tag: String,
    min_length: Option<u32>,
    max_length: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KeynessOptions {
    target: ScopeArgument,
    reference: ReferenceArgument,
    #[serde(default)]
    fold_variants: bool,
    #[serde(default)]
    measure: KeynessMeasure,
    #[serde(default)]
    min_frequency: u32,
    limit: Option<u32>,
    #[serde(default)]
    mode: Mode,
    #[serde(default)]
    terms: Terms,
}

/// A scope, or a list of the caller's.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a reference is a scope (\"all\", a list of ids, or an object) or { wordList: \"word<TAB>frequency…\" }"
)]
enum ReferenceArgument {
    // First, because a list of one id would also be read as the one field of a table.
    Scope(ScopeArgument),
    Table(TableArgument),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TableArgument {
    word_list: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct KwicOptions {
    node: String,
    scope: Option<ScopeArgument>,
    #[serde(default)]
    fold_variants: bool,
    context: Option<u32>,
    #[serde(default)]
    unit: ContextUnit,
    #[serde(default)]
    sort: Vec<String>,
    #[serde(default)]
    group_by_story: bool,
    near: Option<NearArgument>,
    limit: Option<u32>,
    #[serde(default)]
    mode: Mode,
    #[serde(default)]
    terms: Terms,
}

/// The word that must stand near the node, and how near: a span as of collocates.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NearArgument {
    word: String,
    left: Option<u32>,
    right: Option<u32>,
}

impl NearArgument {
    fn near(self) -> Near {
        let usual = CollocatesQuestion::default();
        let Self { word, left, right } = self;
        Near { word, left: left.unwrap_or(usual.left), right: right.unwrap_or(usual.right) }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CollocatesOptions {
    node: String,
    scope: Option<ScopeArgument>,
    #[serde(default)]
    fold_variants: bool,
    left: Option<u32>,
    right: Option<u32>,
    min_frequency: Option<u32>,
    limit: Option<u32>,
    #[serde(default)]
    mode: Mode,
    #[serde(default)]
    terms: Terms,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct NgramsOptions {
    scope: Option<ScopeArgument>,
    fold_variants: bool,
    min: Option<u32>,
    max: Option<u32>,
    min_frequency: Option<u32>,
    limit: Option<u32>,
    mode: Mode,
    terms: Terms,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct PhrasesOptions {
    scope: Option<ScopeArgument>,
    fold_variants: bool,
    min_words: Option<u32>,
    min_frequency: Option<u32>,
    limit: Option<u32>,
    mode: Mode,
    terms: Terms,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct KeywordsOptions {
    method: KeywordMethod,
    limit: Option<u32>,
    mode: Mode,
    terms: Terms,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub(super) struct MeasuresOptions {
    scope: Option<ScopeArgument>,
    fold_variants: bool,
    mode: Mode,
    terms: Terms,
}

impl CountingOptions for WordListOptions {
    const KEYS: &[&str] = &[
        "scope",
        "foldVariants",
        "stopWords",
        "filter",
        "minFrequency",
        "byStory",
        "limit",
        "mode",
        "terms",
    ];

    fn query(self) -> Result<Query, InvalidArgument> {
        let Self { scope, fold_variants, stop_words, filter, min_frequency, by_story, limit, mode, terms } =
            self;
        let FilterArgument { contains, pattern, tag, min_length, max_length } = filter;
        let question = WordListQuestion {
            scope: scope_of(scope)?,
            fold_variants,
            stop_words: match stop_words {
                StopWordsArgument::Ours(false) => StopWords::Keep,
                StopWordsArgument::Ours(true) => StopWords::LeaveOut,
                StopWordsArgument::These(words) => StopWords::LeaveOutThese(words),
            },
            filter: WordFilter { contains, pattern, tag, min_length, max_length },
            min_frequency,
            by_story,
            limit,
        };
        Ok(Question::WordList(question).over(Units { mode, terms }))
    }
}

impl CountingOptions for KeynessOptions {
    const KEYS: &[&str] =
        &["target", "reference", "foldVariants", "measure", "minFrequency", "limit", "mode", "terms"];

    fn query(self) -> Result<Query, InvalidArgument> {
        let Self { target, reference, fold_variants, measure, min_frequency, limit, mode, terms } = self;
        let reference = match reference {
            ReferenceArgument::Table(table) => ReferenceCorpus::Table(table.word_list),
            ReferenceArgument::Scope(scope) => ReferenceCorpus::Scope(scope.scope()?),
        };
        let target = target.scope()?;
        let question = KeynessQuestion { target, reference, fold_variants, measure, min_frequency, limit };
        Ok(Question::Keyness(question).over(Units { mode, terms }))
    }
}

impl CountingOptions for KwicOptions {
    const KEYS: &[&str] = &[
        "node",
        "scope",
        "foldVariants",
        "context",
        "unit",
        "sort",
        "groupByStory",
        "near",
        "limit",
        "mode",
        "terms",
    ];

    fn query(self) -> Result<Query, InvalidArgument> {
        let Self {
            node,
            scope,
            fold_variants,
            context,
            unit,
            sort,
            group_by_story,
            near,
            limit,
            mode,
            terms,
        } = self;
        let usual = if unit == ContextUnit::Word { WORDS } else { CHARACTERS };
        let question = ConcordanceQuestion {
            node,
            scope: scope_of(scope)?,
            fold_variants,
            context: context.unwrap_or(usual),
            unit,
            sort: sort.iter().map(|key| sort_key(key)).collect::<Result<_, _>>()?,
            group_by_story,
            near: near.map(NearArgument::near),
            limit,
        };
        Ok(Question::Concordance(question).over(Units { mode, terms }))
    }
}

/// `L1` is the word before the node, `N` the node, `R1` the word after it.
fn sort_key(key: &str) -> Result<SortKey, InvalidArgument> {
    let place = |digits: &str| digits.parse::<u8>().ok().filter(|place| (1..=20).contains(place));
    let read = match key.split_at_checked(1) {
        Some(("L", digits)) => place(digits).map(SortKey::Left),
        Some(("R", digits)) => place(digits).map(SortKey::Right),
        Some(("N", "")) => Some(SortKey::Node),
        _ => None,
    };
    let reason = || format!("“{key}” is no place; pass a list of L1 to L20, N, R1 to R20");
    read.ok_or_else(|| InvalidArgument { name: "sort", reason: reason() })
}

impl CountingOptions for CollocatesOptions {
    const KEYS: &[&str] =
        &["node", "scope", "foldVariants", "left", "right", "minFrequency", "limit", "mode", "terms"];

    fn query(self) -> Result<Query, InvalidArgument> {
        let Self { node, scope, fold_variants, left, right, min_frequency, limit, mode, terms } = self;
        let usual = CollocatesQuestion::default();
        let question = CollocatesQuestion {
            node,
            scope: scope_of(scope)?,
            fold_variants,
            left: left.unwrap_or(usual.left),
            right: right.unwrap_or(usual.right),
            min_frequency: min_frequency.unwrap_or(usual.min_frequency),
            limit,
        };
        Ok(Question::Collocates(question).over(Units { mode, terms }))
    }
}

impl CountingOptions for NgramsOptions {
    const KEYS: &[&str] = &["scope", "foldVariants", "min", "max", "minFrequency", "limit", "mode", "terms"];

    fn query(self) -> Result<Query, InvalidArgument> {
        let Self { scope, fold_variants, min, max, min_frequency, limit, mode, terms } = self;
        let usual = NgramsQuestion::default();
        let min = min.unwrap_or(usual.min);
        let question = NgramsQuestion {
            scope: scope_of(scope)?,
            fold_variants,
            min,
            max: max.unwrap_or(usual.max.max(min)),
            min_frequency: min_frequency.unwrap_or(usual.min_frequency),
            limit,
        };
        Ok(Question::Ngrams(question).over(Units { mode, terms }))
    }
}

impl CountingOptions for PhrasesOptions {
    const KEYS: &[&str] = &["scope", "foldVariants", "minWords", "minFrequency", "limit", "mode", "terms"];

    fn query(self) -> Result<Query, InvalidArgument> {
        let Self { scope, fold_variants, min_words, min_frequency, limit, mode, terms } = self;
        let usual = PhrasesQuestion::default();
        let question = PhrasesQuestion {
            scope: scope_of(scope)?,
            fold_variants,
            min_words: min_words.unwrap_or(usual.min_words),
            min_frequency: min_frequency.unwrap_or(usual.min_frequency),
            limit,
        };
        Ok(Question::Phrases(question).over(Units { mode, terms }))
    }
}

impl KeywordsOptions {
    pub(super) const KEYS: &[&str] = &["method", "limit", "mode", "terms"];

    pub(super) fn query(self, id: String) -> Query {
        let Self { method, limit, mode, terms } = self;
        Question::Keywords(KeywordsQuestion { id, method, limit }).over(Units { mode, terms })
    }
}

impl CountingOptions for MeasuresOptions {
    const KEYS: &[&str] = &["scope", "foldVariants", "mode", "terms"];

    fn query(self) -> Result<Query, InvalidArgument> {
        let Self { scope, fold_variants, mode, terms } = self;
        Ok(Question::Measures { scope: scope_of(scope)?, fold_variants }.over(Units { mode, terms }))
    }
}
