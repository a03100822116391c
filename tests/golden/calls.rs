//! Calls of `window.duidu` as questions to the engine, and its answers as the values those calls give. Written apart from
//! `src/api`, which reads what JavaScript passes and cannot be run natively.

use duidu::compare::MINIMUM_RUN;
use duidu::corpus::{BlockKinds, Mode, Scope, StoryFilter, Terms, Units};
use duidu::engine::{
    Answer, CollocatesQuestion, ConcordanceQuestion, ContextUnit, KeynessQuestion, KeywordMethod,
    KeywordsQuestion, Near, NgramsQuestion, PhrasesQuestion, Query, Question, ReferenceCorpus, SortKey,
    StopWords, WordFilter, WordListQuestion,
};
use duidu::view::KeynessMeasure;
use serde::Deserialize;
use serde_json::{Value, json};

/// Every option of any call; which of them a call takes is for `src/api` to say.
#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct Options {
    scope: Value,
    target: Value,
    reference: Value,
    node: String,
    fold_variants: bool,
    ignore_punctuation: bool,
    stop_words: bool,
    filter: Filter,
    measure: KeynessMeasure,
    method: KeywordMethod,
    min_frequency: Option<u32>,
    by_story: bool,
    context: u32,
    unit: ContextUnit,
    sort: Vec<String>,
    group_by_story: bool,
    near: Option<NearOptions>,
    left: Option<u32>,
    right: Option<u32>,
    min: Option<u32>,
    max: Option<u32>,
    min_words: Option<u32>,
    min_run: Option<u32>,
    limit: Option<u32>,
    mode: Mode,
    terms: Terms,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
struct Filter {
    contains: String,
    pattern: String,
    tag: String,
    min_length: Option<u32>,
    max_length: Option<u32>,
}

#[derive(Deserialize)]
struct NearOptions {
    word: String,
    left: u32,
    right: u32,
}

/// What a call asks the engine.
pub(crate) fn query(call: &str, arguments: &[Value]) -> Query {
    let named = |at: usize| arguments.get(at).and_then(Value::as_str).unwrap_or_default().to_owned();
    let given = |at: usize| arguments.get(at).cloned().unwrap_or(json!({}));
    let last = match call {
        "wordList" | "keyness" | "kwic" | "collocates" | "ngrams" | "phrases" | "measures" | "terms" => 0,
        "compare" => 2,
        _ => 1,
    };
    let options: Options = match call {
        "frequencyRange" => Options::default(),
        _ => serde_json::from_value(given(last)).unwrap(),
    };
    let units = Units { mode: options.mode, terms: options.terms };
    let (fold_variants, limit) = (options.fold_variants, options.limit);
    match call {
        "stories" => Question::Stories { scope: scope(&given(0)) },
        "wordList" => Question::WordList(word_list(options)),
        "keyness" => Question::Keyness(keyness(options)),
        "kwic" => Question::Concordance(concordance(options)),
        "collocates" => {
            let usual = CollocatesQuestion::default();
            Question::Collocates(CollocatesQuestion {
                scope: scope(&options.scope),
                left: options.left.unwrap_or(usual.left),
                right: options.right.unwrap_or(usual.right),
                min_frequency: options.min_frequency.unwrap_or(usual.min_frequency),
                node: options.node,
                fold_variants,
                limit,
            })
        }
        "ngrams" => {
            let usual = NgramsQuestion::default();
            Question::Ngrams(NgramsQuestion {
                scope: scope(&options.scope),
                min: options.min.unwrap_or(usual.min),
                max: options.max.unwrap_or(usual.max),
                min_frequency: options.min_frequency.unwrap_or(usual.min_frequency),
                fold_variants,
                limit,
            })
        }
        "phrases" => {
            let usual = PhrasesQuestion::default();
            Question::Phrases(PhrasesQuestion {
                scope: scope(&options.scope),
                min_words: options.min_words.unwrap_or(usual.min_words),
                min_frequency: options.min_frequency.unwrap_or(usual.min_frequency),
                fold_variants,
                limit,
            })
        }
        "keywords" => Question::Keywords(KeywordsQuestion { id: named(0), method: options.method, limit }),
        "measures" => Question::Measures { scope: scope(&options.scope), fold_variants },
        "terms" => {
            let question = Question::Terms { scope: scope(&options.scope), limit };
            return question.over(Units { terms: Terms::Coarse, ..units });
        }
        "doubts" => Question::Doubts { id: named(0) },
        "frequencyRange" => Question::FrequencyRange { word: named(0), scope: scope(&given(1)) },
        "similarity" => Question::Similarity {
            scope: scope(&given(0)),
            minimum_run: options.min_run.unwrap_or(MINIMUM_RUN),
        },
        "compare" => Question::Compare {
            a: named(0),
            b: named(1),
            fold_variants,
            ignore_punctuation: options.ignore_punctuation,
            minimum_run: options.min_run,
        },
        other => panic!("no call is named {other}"),
    }
    .over(units)
}

fn word_list(options: Options) -> WordListQuestion {
    let Filter { contains, pattern, tag, min_length, max_length } = options.filter;
    WordListQuestion {
        scope: scope(&options.scope),
        fold_variants: options.fold_variants,
        stop_words: if options.stop_words { StopWords::LeaveOut } else { StopWords::Keep },
        filter: WordFilter { contains, pattern, tag, min_length, max_length },
        min_frequency: options.min_frequency.unwrap_or_default(),
        by_story: options.by_story,
        limit: options.limit,
    }
}

fn keyness(options: Options) -> KeynessQuestion {
    let reference = match options.reference.get("wordList").and_then(Value::as_str) {
        Some(table) => ReferenceCorpus::Table(table.to_owned()),
        None => ReferenceCorpus::Scope(scope(&options.reference)),
    };
    KeynessQuestion {
        target: scope(&options.target),
        reference,
        fold_variants: options.fold_variants,
        measure: options.measure,
        min_frequency: options.min_frequency.unwrap_or_default(),
        limit: options.limit,
    }
}

fn concordance(options: Options) -> ConcordanceQuestion {
    let place = |key: &String| match key.split_at(1) {
        ("L", place) => SortKey::Left(place.parse().unwrap()),
        ("R", place) => SortKey::Right(place.parse().unwrap()),
        _ => SortKey::Node,
    };
    ConcordanceQuestion {
        scope: scope(&options.scope),
        fold_variants: options.fold_variants,
        context: options.context,
        unit: options.unit,
        sort: options.sort.iter().map(place).collect(),
        group_by_story: options.group_by_story,
        near: options.near.map(|NearOptions { word, left, right }| Near { word, left, right }),
        node: options.node,
        limit: options.limit,
    }
}

fn scope(given: &Value) -> Scope {
    let list = |value: &Value| -> Vec<String> { serde_json::from_value(value.clone()).unwrap() };
    match given {
        Value::Null => Scope::All,
        Value::String(name) if name == "all" => Scope::All,
        Value::Array(_) => Scope::Stories(list(given)),
        Value::Object(fields) => {
            let of = match fields.get("stories") {
                Some(ids) => Scope::Stories(list(ids)),
                None => {
                    let field = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
                    let (paper, page, series) = (field("paper"), field("page"), field("series"));
                    Scope::Filter(StoryFilter { paper, page, from: field("from"), to: field("to"), series })
                }
            };
            let Some(blocks) = fields.get("blocks") else { return of };
            let kinds = list(blocks).iter().map(|name| BlockKinds::named(name).unwrap()).collect::<Vec<_>>();
            Scope::Parts { kinds: BlockKinds::of(kinds), of: Box::new(of) }
        }
        other => panic!("{other} is no scope"),
    }
}

/// What the call gives in JavaScript.
pub(crate) fn value(answer: Answer) -> Value {
    let whole = match answer {
        Answer::Stories(rows) => serde_json::to_value(rows),
        Answer::WordList(list) => serde_json::to_value(list.rows),
        Answer::Keyness(keyness) => serde_json::to_value(keyness.rows),
        Answer::Concordance(concordance) => serde_json::to_value(concordance.rows),
        Answer::Collocates(collocates) => serde_json::to_value(collocates.rows),
        Answer::Phrases(phrases) => serde_json::to_value(phrases.rows),
        Answer::Keywords(keywords) => serde_json::to_value(keywords.rows),
        Answer::Measures(rows) => serde_json::to_value(rows),
        Answer::Terms(terms) => serde_json::to_value(terms.rows),
        Answer::Doubts(doubts) => serde_json::to_value(doubts),
        Answer::FrequencyRange(range) => serde_json::to_value(range),
        Answer::Similarity(similarity) => {
            let pairs = similarity.pairs.iter().map(
                |pair| json!({ "a": pair.a, "b": pair.b, "share": pair.share, "samePage": pair.same_page }),
            );
            return json!({
                "ids": similarity.ids,
                "reuse": similarity.reuse,
                "discounted": similarity.discounted,
                "cosine": similarity.cosine,
                "groups": similarity.groups,
                "pairs": pairs.collect::<Vec<_>>(),
                "minimumRun": similarity.minimum_run,
            });
        }
        Answer::Comparison(comparison) => {
            let comparison = *comparison;
            return json!({
                "relation": comparison.relation,
                "reuse": comparison.reuse,
                "copied": comparison.copied,
                "pairs": comparison.pairs,
                "onlyA": comparison.only_a,
                "onlyB": comparison.only_b,
                "counts": comparison.counts,
                "headings": comparison.headings,
                "facts": comparison.facts,
            });
        }
        other => panic!("{other:?} is no answer of a call that is listed"),
    };
    whole.unwrap()
}
