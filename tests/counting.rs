//! The questions that count, answered by an engine with the bundled stories: their errors, and agreements
//! between the answers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use duidu::corpus::{BlockKinds, Mode, Scope, StoryFilter, Units};
use duidu::engine::{
    Ask, CollocatesQuestion, ConcordanceQuestion, ContextUnit, Engine, EngineError, KeynessQuestion,
    KeywordMethod, KeywordsQuestion, MeasuresQuestion, Near, NgramsQuestion, PhrasesQuestion, Query,
    ReferenceCorpus, SortKey, StopWords, StoriesQuestion, StoryTextQuestion, WordFilter, WordListQuestion,
};
use duidu::view::{self, KeynessMeasure};

thread_local! {
    static ENGINE: RefCell<Engine> = RefCell::new(
        Engine::open(std::fs::read("static/model/segmenter.bin").unwrap(), |_, _, _| ()).unwrap(),
    );
}

fn ask<Q: Ask>(question: Q) -> Result<Q::Answer, EngineError> {
    ENGINE.with_borrow_mut(|engine| engine.ask(question.query()))
}

fn words(question: WordListQuestion) -> view::WordList {
    ask(question).unwrap()
}

fn kwic(question: ConcordanceQuestion) -> view::Concordance {
    ask(question).unwrap()
}

fn near(question: CollocatesQuestion) -> view::Collocates {
    ask(question).unwrap()
}

fn keyness(question: KeynessQuestion) -> Result<view::Keyness, EngineError> {
    ask(question)
}

fn stories(ids: &[&str]) -> Scope {
    Scope::Stories(ids.iter().map(|id| (*id).to_owned()).collect())
}

fn parts(kinds: BlockKinds, of: Scope) -> Scope {
    Scope::Parts { kinds, of: Box::new(of) }
}

fn node(node: &str) -> ConcordanceQuestion {
    ConcordanceQuestion { node: node.to_owned(), ..ConcordanceQuestion::default() }
}

fn name(query: Query) -> &'static str {
    ENGINE.with_borrow_mut(|engine| engine.handle(query)).map_or_else(|error| error.name(), |_| "an answer")
}

#[test]
fn parts_add_up_to_the_whole() {
    let of = |scope| words(WordListQuestion { scope, ..WordListQuestion::default() });
    let whole = of(Scope::All);
    let kinds: Vec<_> = BlockKinds::all_names().filter_map(BlockKinds::named).collect();
    let mut sum = 0;
    for kind in kinds {
        let list = WordListQuestion {
            scope: parts(BlockKinds::of([kind]), Scope::All),
            ..WordListQuestion::default()
        };
        // A kind of block that no page has contains no word, which is an error.
        sum += match ask(list) {
            Ok(list) => list.tokens,
            Err(EngineError::EmptyScope) => 0,
            other => panic!("{other:?}"),
        };
    }
    assert_eq!(sum, whole.tokens);
    assert_eq!(whole.sizes.iter().map(|(_, size)| size).sum::<u32>(), whole.tokens);
    let headlines = of(parts(BlockKinds::HEADLINES, stories(&["003-1"])));
    assert!(0 < headlines.tokens && headlines.tokens < 60);
}

#[test]
fn bars_add_up_to_the_frequency_and_the_range() {
    let list = words(WordListQuestion { by_story: true, ..WordListQuestion::default() });
    for row in &list.rows {
        assert_eq!(row.by_story.iter().map(|(_, count)| count).sum::<u32>(), row.frequency);
        assert_eq!(row.by_story.len(), row.range as usize);
    }
}

#[test]
fn writings_of_one_word_are_grouped_and_shown() {
    let (apart, together) = (false, true);
    let of = |fold_variants| words(WordListQuestion { fold_variants, ..WordListQuestion::default() });
    let (apart, together) = (of(Some(apart)), of(Some(together)));
    assert_eq!(apart.tokens, together.tokens);
    assert!(together.types < apart.types);
    let alone: BTreeMap<&str, u32> =
        apart.rows.iter().map(|row| (row.word.as_str(), row.frequency)).collect();
    let grouped: Vec<_> = together.rows.iter().filter(|row| !row.writings.is_empty()).collect();
    assert!(!grouped.is_empty());
    for row in grouped {
        assert_eq!(row.writings.iter().map(|writing| writing.frequency).sum::<u32>(), row.frequency);
        assert_eq!(row.word, row.writings[0].word);
        for writing in &row.writings {
            assert_eq!(alone[writing.word.as_str()], writing.frequency);
        }
    }
}

#[test]
fn filters_and_stop_words_leave_counts_as_they_are() {
    let all = words(WordListQuestion::default());
    let counts: BTreeMap<&str, u32> = all.rows.iter().map(|row| (row.word.as_str(), row.frequency)).collect();
    let filter = |filter| words(WordListQuestion { filter, ..WordListQuestion::default() }).rows;
    let of = |pattern: &str| WordFilter { pattern: pattern.to_owned(), ..WordFilter::default() };
    for (rows, holds) in [
        (filter(of("國*")), (|word: &str| word.starts_with('國')) as fn(&str) -> bool),
        (filter(of("/[一二三四五六七八九十]+/")), |word| {
            word.chars().all(|c| "一二三四五六七八九十".contains(c))
        }),
        (filter(WordFilter { contains: "國".into(), ..WordFilter::default() }), |word| word.contains('國')),
        (filter(WordFilter { min_length: Some(4), ..WordFilter::default() }), |word| {
            word.chars().count() >= 4
        }),
        (filter(WordFilter { max_length: Some(1), ..WordFilter::default() }), |word| {
            word.chars().count() == 1
        }),
    ] {
        let found: BTreeSet<&str> = rows.iter().map(|row| row.word.as_str()).collect();
        assert!(!rows.is_empty());
        assert_eq!(found, counts.keys().copied().filter(|word| holds(word)).collect());
        assert!(rows.iter().all(|row| counts[row.word.as_str()] == row.frequency));
    }
    let named = filter(WordFilter { tag: "nr*".into(), ..WordFilter::default() });
    assert!(!named.is_empty() && named.iter().all(|row| row.tag.starts_with("nr")));

    let these = StopWords::LeaveOutThese(vec!["中國".to_owned()]);
    let rows = words(WordListQuestion { stop_words: these, ..WordListQuestion::default() }).rows;
    assert_eq!(rows.len() + 1, all.rows.len());
    assert!(rows.iter().all(|row| row.word != "中國"));
}

#[test]
fn keyness_turns_with_its_sides_in_every_signed_measure() {
    for measure in [KeynessMeasure::G2, KeynessMeasure::Bic, KeynessMeasure::Chi2, KeynessMeasure::LogRatio] {
        let of = |target: &[&str], reference: &[&str]| {
            let reference = ReferenceCorpus::Scope(stories(reference));
            let target = stories(target);
            keyness(KeynessQuestion { target, reference, measure, ..KeynessQuestion::default() }).unwrap()
        };
        let (there, back) = (of(&["003-1"], &["000-1"]), of(&["000-1"], &["003-1"]));
        let turned: BTreeMap<&str, f64> =
            back.rows.iter().map(|row| (row.word.as_str(), row.score)).collect();
        assert_eq!(there.rows.len(), turned.len());
        for row in &there.rows {
            assert_eq!(row.score, -turned[row.word.as_str()], "{}", row.word);
            assert!(row.p <= row.p_adjusted && row.p_adjusted <= 1.0);
        }
    }
}

#[test]
fn headlines_can_be_compared_with_bodies_of_the_same_stories() {
    let reference = ReferenceCorpus::Scope(parts(BlockKinds::BODIES, Scope::All));
    let target = parts(BlockKinds::HEADLINES, Scope::All);
    assert!(
        !keyness(KeynessQuestion { target, reference, ..KeynessQuestion::default() })
            .unwrap()
            .rows
            .is_empty()
    );
}

#[test]
fn a_list_of_the_readers_is_a_reference_like_any_other() {
    let target = stories(&["003-1"]);
    let rest = words(WordListQuestion { scope: stories(&["000-1", "001-1"]), ..WordListQuestion::default() });
    let list: String = rest.rows.iter().map(|row| format!("{}\t{}\n", row.word, row.frequency)).collect();
    let of = |reference| {
        keyness(KeynessQuestion { target: target.clone(), reference, ..KeynessQuestion::default() })
    };
    let by_list = of(ReferenceCorpus::Table(list)).unwrap();
    let by_scope = of(ReferenceCorpus::Scope(stories(&["000-1", "001-1"]))).unwrap();
    assert_eq!(by_list, by_scope);
}

#[test]
fn unanswerable_questions_give_a_named_error() {
    let keyness =
        |target: Scope, reference| KeynessQuestion { target, reference, ..KeynessQuestion::default() };
    let dated = |from: &str, to: &str| {
        Scope::Filter(StoryFilter { from: Some(from.into()), to: Some(to.into()), ..StoryFilter::default() })
    };
    let list = |scope| WordListQuestion { scope, ..WordListQuestion::default() };
    let find = |text: &str| node(text);
    let near = |text: &str, left, right| CollocatesQuestion {
        node: text.into(),
        left,
        right,
        ..CollocatesQuestion::default()
    };
    let grams = |min, max| NgramsQuestion { min, max: Some(max), ..NgramsQuestion::default() };
    let nobody = || Scope::Filter(StoryFilter { paper: Some("無".into()), ..StoryFilter::default() });
    let cases: [(Query, &str); 23] = [
        (list(nobody()).into(), "EmptyScope"),
        (list(parts(BlockKinds::of([]), Scope::All)).into(), "EmptyScope"),
        (list(parts(BlockKinds::BODIES, stories(&["999-9"]))).into(), "UnknownStory"),
        (list(dated("2025-02-30", "2025-03-01")).into(), "InvalidDate"),
        (list(dated("2025-03-02", "2025-03-01")).into(), "InvalidDate"),
        (StoriesQuestion { scope: dated("gestern", "2025-03-01") }.into(), "InvalidDate"),
        (keyness(Scope::All, ReferenceCorpus::Scope(Scope::All)).into(), "SameStories"),
        (keyness(Scope::All, ReferenceCorpus::Scope(nobody())).into(), "EmptyScope"),
        (keyness(Scope::All, ReferenceCorpus::Table("詞 1".into())).into(), "InvalidWordList"),
        (find(" ").into(), "EmptyNode"),
        (find("，").into(), "PunctuationNode"),
        (find("/(/").into(), "InvalidRegex"),
        (find("/((((國{90}){90}){90}){90})/").into(), "RegexTooLarge"),
        (ConcordanceQuestion { scope: nobody(), ..node("中國") }.into(), "EmptyScope"),
        (near("中國", 0, 0).into(), "InvalidSpan"),
        (near("中國", 5, 21).into(), "InvalidSpan"),
        (near("。", 5, 5).into(), "PunctuationNode"),
        (grams(0, 2).into(), "InvalidLength"),
        (grams(3, 2).into(), "InvalidLength"),
        (grams(2, 99).into(), "InvalidLength"),
        (KeywordsQuestion { id: "999-9".into(), ..Default::default() }.into(), "UnknownStory"),
        (MeasuresQuestion { scope: nobody(), fold_variants: false }.into(), "EmptyScope"),
        (find("中國").into(), "an answer"),
    ];
    for (query, expected) in cases {
        let asked = format!("{query:?}");
        assert_eq!(name(query), expected, "{asked}");
    }
}

#[test]
fn a_hostile_regex_takes_no_time() {
    let found = kwic(node("/((((.*)*)*)*)*國x/"));
    assert_eq!(found.total, 0);
}

#[test]
fn a_concordance_finds_each_word_as_often_as_the_list_counts_it() {
    let list = words(WordListQuestion { limit: Some(150), ..WordListQuestion::default() });
    for row in &list.rows {
        let found = kwic(node(&row.word));
        assert_eq!(found.rows.iter().filter(|line| line.node == row.word).count(), found.rows.len());
        // The same text also occurs where two words together print it.
        assert!(found.total >= row.frequency, "{}", row.word);
    }
}

#[test]
fn contexts_in_words_and_characters_are_taken_from_the_text() {
    for unit in [ContextUnit::Word, ContextUnit::Character] {
        for line in kwic(ConcordanceQuestion { context: Some(3), unit, ..node("中國") }).rows {
            let text = ask(StoryTextQuestion { id: line.id.clone() }).unwrap();
            let units: Vec<u16> = text.encode_utf16().collect();
            let (left, right) = (line.left.encode_utf16().count(), line.right.encode_utf16().count());
            let whole = &units[line.start as usize - left..line.end as usize + right];
            assert_eq!(String::from_utf16(whole).unwrap(), format!("{}中國{}", line.left, line.right));
            if unit == ContextUnit::Character {
                assert!(line.left.chars().count() <= 3 && line.right.chars().count() <= 3);
            }
        }
    }
    assert!(
        kwic(ConcordanceQuestion { context: Some(0), ..node("中國") })
            .rows
            .iter()
            .all(|line| line.left.is_empty())
    );
}

#[test]
fn rows_are_sorted_outward_from_the_node_and_keep_their_story_if_asked() {
    let context = ConcordanceQuestion { context: Some(1), unit: ContextUnit::Word, ..node("中國") };
    let right = kwic(ConcordanceQuestion { sort: vec![SortKey::Right(1)], ..context.clone() });
    let in_text = kwic(context.clone());
    let bare = |text: &str| text.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let next: Vec<String> = right.rows.iter().map(|line| bare(&line.right)).collect();
    assert!(next.is_sorted(), "{next:?}");
    let as_set = |found: &view::Concordance| -> BTreeSet<(String, u32)> {
        found.rows.iter().map(|line| (line.id.clone(), line.start)).collect()
    };
    assert_eq!(as_set(&right), as_set(&in_text));
    let grouped = kwic(ConcordanceQuestion { group_by_story: true, sort: vec![SortKey::Left(1)], ..context });
    let ids: Vec<&str> = grouped.rows.iter().map(|line| line.id.as_str()).collect();
    assert!(ids.is_sorted(), "{ids:?}");
}

#[test]
fn collocates_agree_with_the_word_list_and_with_themselves() {
    let list = words(WordListQuestion::default());
    let frequency: BTreeMap<&str, u32> =
        list.rows.iter().map(|row| (row.word.as_str(), row.frequency)).collect();
    let of =
        |left, right| near(CollocatesQuestion { node: "合作".into(), left, right, ..Default::default() });
    let (both, left, right) = (of(5, 5), of(5, 0), of(0, 5));
    assert_eq!(both.node, frequency["合作"]);
    let observed = |found: &view::Collocates| -> BTreeMap<String, u32> {
        found.rows.iter().map(|row| (row.word.clone(), row.observed)).collect()
    };
    let (left, right) = (observed(&left), observed(&right));
    for row in &both.rows {
        assert_eq!(row.frequency, frequency[row.word.as_str()]);
        assert_eq!(row.by_place.iter().sum::<u32>(), row.observed);
        let sides = left.get(&row.word).unwrap_or(&0) + right.get(&row.word).unwrap_or(&0);
        assert_eq!(sides, row.observed);
        let dice = 14.0 + (2.0 * f64::from(row.observed) / f64::from(both.node + row.frequency)).log2();
        assert!((dice - row.log_dice).abs() < 1e-9);
        assert!((row.mi - (f64::from(row.observed) / row.expected).log2()).abs() < 1e-9);
    }
    assert!(both.rows.is_sorted_by(|a, b| a.log_dice >= b.log_dice));
    assert_eq!(near(CollocatesQuestion { node: "無此詞語".into(), ..Default::default() }).node, 0);
}

#[test]
fn every_ngram_and_phrase_occurs_in_the_text_as_often_as_counted() {
    let grams = ask(NgramsQuestion { limit: Some(60), ..Default::default() }).unwrap();
    let phrases = PhrasesQuestion { limit: Some(60), ..Default::default() };
    let phrases = ask(phrases).unwrap();
    for row in grams.rows.iter().chain(&phrases.rows) {
        let found = kwic(node(&row.words.join(" ")));
        assert_eq!((found.total, found.stories), (row.frequency, row.range), "{:?}", row.words);
    }
}

#[test]
fn keywords_occur_in_their_story_and_are_no_stop_words() {
    for method in [KeywordMethod::TfIdf, KeywordMethod::TextRank] {
        let question = KeywordsQuestion { id: "003-1".into(), method, limit: Some(20) };
        let found = ask(question).unwrap();
        assert_eq!(found.rows.len(), 20);
        for row in &found.rows {
            assert!(row.weight > 0.0 && row.weight.is_finite());
            let here = ConcordanceQuestion { scope: stories(&["003-1"]), ..node(&row.word) };
            assert!(kwic(here).total > 0, "{}", row.word);
            assert!(!["的", "是", "我們"].contains(&row.word.as_str()));
        }
    }
}

#[test]
fn measures_agree_with_the_word_list() {
    let question = MeasuresQuestion { scope: Scope::All, fold_variants: false };
    let rows = ask(question).unwrap();
    assert_eq!(rows.len(), 26);
    for row in rows {
        let list = words(WordListQuestion { scope: stories(&[&row.id]), ..WordListQuestion::default() });
        assert_eq!((row.tokens, row.types), (list.tokens, list.types));
        assert_eq!(row.hapaxes as usize, list.rows.iter().filter(|word| word.frequency == 1).count());
        assert_eq!(row.ttr, Some(f64::from(row.types) / f64::from(row.tokens)));
        assert_eq!(row.mattr.is_some(), row.tokens >= 100);
        assert!(row.sentence_length.is_some_and(|length| length > 1.0));
        assert!(row.lexical_density.is_some_and(|share| share > 0.3 && share < 1.0), "{row:?}");
    }
}

#[test]
fn characters_are_counted_like_words() {
    let units = Units { mode: Mode::Character, ..Units::default() };
    let question = CollocatesQuestion { node: "國".into(), ..CollocatesQuestion::default() };
    let found = ENGINE.with_borrow_mut(|engine| engine.ask(question.over(units))).unwrap();
    assert!(found.rows.iter().any(|row| row.word == "中"));
    let question = KeywordsQuestion { id: "003-1".into(), ..Default::default() };
    let found = ENGINE.with_borrow_mut(|engine| engine.ask(question.over(units))).unwrap();
    assert!(!found.rows.is_empty());
}

#[test]
fn the_places_of_a_collocate_are_those_that_have_it_near() {
    let asked =
        CollocatesQuestion { node: "中國".into(), left: 3, right: 2, ..CollocatesQuestion::default() };
    let found = near(asked);
    let all = kwic(node("中國"));
    assert!(found.rows.len() > 20);
    for row in found.rows.iter().take(40) {
        let near = Near { word: row.word.clone(), left: 3, right: 2 };
        let lines = kwic(ConcordanceQuestion { near: Some(near), ..node("中國") });
        // A line counts once, however often the word occurs near its node.
        assert!(
            (1..=row.observed).contains(&lines.total),
            "{}: {} of {}",
            row.word,
            lines.total,
            row.observed
        );
        assert!(lines.rows.iter().all(|line| all.rows.iter().any(|other| other.start == line.start)));
    }
    let nowhere = Near { word: "無此詞語甲".into(), left: 3, right: 2 };
    assert_eq!(kwic(ConcordanceQuestion { near: Some(nowhere), ..node("中國") }).total, 0);
    for (word, left, refused) in
        [("的", 21, "InvalidSpan"), ("，", 5, "PunctuationNode"), (" ", 5, "EmptyNode")]
    {
        let beyond = Near { word: word.into(), left, right: 0 };
        let question = ConcordanceQuestion { near: Some(beyond), ..node("中國") };
        assert_eq!(name(question.into()), refused, "{word}");
    }
}

#[test]
fn expected_counts_follow_from_the_other_counts() {
    let found = near(CollocatesQuestion { node: "中國".into(), ..CollocatesQuestion::default() });
    for row in &found.rows {
        let expected = f64::from(found.node_pairs) * f64::from(row.pairs) / f64::from(found.pairs);
        assert!((row.expected - expected).abs() < 1e-9, "{}", row.word);
    }
}

#[test]
fn weights_follow_from_the_other_counts() {
    let question = KeywordsQuestion { id: "003-1".into(), ..KeywordsQuestion::default() };
    let found = ask(question).unwrap();
    for row in &found.rows {
        let weight = f64::from(row.frequency) * (f64::from(found.stories) / f64::from(row.range)).log10();
        assert!((row.weight - weight).abs() < 1e-9, "{}: {} is not {weight}", row.word, row.weight);
    }
}
