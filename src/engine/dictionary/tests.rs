//! Tests of the reader's dictionary on stories.

use super::*;
use crate::corpus::Units;
use crate::engine::{
    Ask, CompareQuestion, ReportQuestion, SegmentQuestion, WitnessesQuestion, WordListQuestion,
};
use crate::lexicon::{DifferenceSide, Effect};

fn engine() -> Engine {
    Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ()).unwrap()
}

fn put(engine: &mut Engine, correction: Correction) -> view::DictionaryChange {
    engine.edit(Units::default(), DictionaryEdit::Put(correction)).unwrap()
}

/// Returns a string of three characters that occurs in several stories and is two words in each of them.
fn two_words(engine: &Engine) -> (String, Vec<String>) {
    let stories = engine.corpus.within(Units::default(), &crate::corpus::Scope::All);
    let mut found: std::collections::BTreeMap<String, Vec<String>> = Default::default();
    for (document, tokens) in &stories {
        for pair in tokens.all.windows(2) {
            if pair.iter().all(|token| token.is_word) {
                let text = &document.text[pair[0].span.start as usize..pair[1].span.end as usize];
                let cut = stories.iter().filter(|(_, tokens)| {
                    tokens
                        .all
                        .windows(2)
                        .any(|other| other[0].word == pair[0].word && other[1].word == pair[1].word)
                });
                if text.chars().count() == 3 && !found.contains_key(text) && cut.count() >= 3 {
                    found.insert(
                        text.to_owned(),
                        pair.iter().map(|t| t.span.of(&document.text).to_owned()).collect(),
                    );
                }
            }
        }
    }
    found.into_iter().next().unwrap()
}

fn words(engine: &mut Engine, text: &str) -> Vec<String> {
    let question = SegmentQuestion { text: text.to_owned(), inside: crate::engine::Inside::None };
    let found = engine.ask(question.query()).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let word =
        |(&start, &end): (&u32, &u32)| String::from_utf16(&units[start as usize..end as usize]).unwrap();
    found.starts.iter().zip(&found.ends).map(word).collect()
}

#[test]
fn only_stories_that_hold_the_characters_are_cut_again() {
    let mut engine = engine();
    let (word, _) = two_words(&engine);
    let holding =
        engine.corpus.documents().iter().filter(|story| fold(&story.text).contains(&fold(&word))).count();
    assert!(holding < engine.corpus.len());
    let change = put(&mut engine, Correction::join(&word, "", None).unwrap());
    assert_eq!(change.effect.cut_again as usize, holding);
    assert!(change.effect.stories >= 3 && change.effect.tokens >= 6, "{:?}", change.effect);
    let change = put(&mut engine, Correction::join("無處可尋之詞", "", None).unwrap());
    assert_eq!((change.effect.cut_again, change.effect.tokens), (0, 0));
}

#[test]
fn a_preview_says_what_comes_and_changes_nothing() {
    let mut engine = engine();
    let (word, parts) = two_words(&engine);
    let list = |engine: &mut Engine| {
        let scope = crate::corpus::Scope::All;
        engine.handle(WordListQuestion { scope, ..WordListQuestion::default() }).unwrap()
    };
    let before = list(&mut engine);
    let edit = DictionaryEdit::Put(Correction::join(&word, "", None).unwrap());
    let said = engine.preview(Units::default(), edit.clone()).unwrap();
    assert_eq!(list(&mut engine), before);
    assert!(engine.dictionary().is_empty());
    assert_eq!(engine.edit(Units::default(), edit).unwrap().effect, said);
    assert_ne!(list(&mut engine), before);
    assert!(said.words >= 3 && said.ranks >= said.words.min(3), "{said:?}");
    let example = &said.examples[0];
    assert_eq!(example.before.concat(), example.after.concat());
    assert!(
        example.before.ends_with(&parts) || example.before.starts_with(&parts) || !example.before.is_empty()
    );
    let text = &engine.document(Units::default(), &example.id).unwrap().0.text;
    let units: Vec<u16> = text.encode_utf16().collect();
    let place = String::from_utf16(&units[example.start as usize..example.end as usize]).unwrap();
    assert_eq!(place, example.after.concat());
    engine.edit(Units::default(), DictionaryEdit::Undo).unwrap();
    assert_eq!(list(&mut engine), before);
    engine.edit(Units::default(), DictionaryEdit::Redo).unwrap();
    assert_ne!(list(&mut engine), before);
    engine.edit(Units::default(), DictionaryEdit::Clear).unwrap();
    assert_eq!(list(&mut engine), before);
}

#[test]
fn join_and_split_hold_at_once_and_are_switched_off() {
    let mut engine = engine();
    put(&mut engine, Correction::join("正在", "d", None).unwrap());
    assert_eq!(words(&mut engine, "龔正在說"), ["龔", "正在", "說"]);
    let parts = vec!["龔正".to_owned(), "在".to_owned()];
    put(&mut engine, Correction::split("龔正在", parts).unwrap());
    assert_eq!(words(&mut engine, "龔正在說"), ["龔正", "在", "說"]);
    let key = Key::of_word("龚正在");
    engine.edit(Units::default(), DictionaryEdit::Enable { key: key.clone(), enabled: false }).unwrap();
    assert_eq!(words(&mut engine, "龔正在說"), ["龔", "正在", "說"]);
    engine.edit(Units::default(), DictionaryEdit::Enable { key: key.clone(), enabled: true }).unwrap();
    assert_eq!(words(&mut engine, "龔正在說"), ["龔正", "在", "說"]);
    engine.edit(Units::default(), DictionaryEdit::Remove(key.clone())).unwrap();
    assert_eq!(words(&mut engine, "龔正在說"), ["龔", "正在", "說"]);
    assert_eq!(
        engine.edit(Units::default(), DictionaryEdit::Remove(key)),
        Err(EngineError::UnknownEntry { word: fold("龔正在") })
    );
}

#[test]
fn a_place_is_corrected_and_its_neighbours_are_not() {
    let mut engine = engine();
    let (word, parts) = two_words(&engine);
    let id = engine.corpus.documents().iter().find(|story| story.text.contains(&word)).unwrap().id.clone();
    let text = engine.document(Units::default(), &id).unwrap().0.text.clone();
    let start = text[..text.find(&word).unwrap()].encode_utf16().count() as u32;
    let place = lexicon::Place { story: id.clone(), start, end: start + 3 };
    let change = put(&mut engine, Correction::join(&word, "nr", None).unwrap().at(place).unwrap());
    assert_eq!((change.effect.cut_again, change.effect.stories), (1, 1));
    let at =
        engine.words_at(Units::default(), &id, view::Range { start: start + 1, end: start + 2 }).unwrap();
    assert_eq!(
        at.words.iter().map(|word| (word.word.as_str(), word.tag.as_str())).collect::<Vec<_>>(),
        [(word.as_str(), "nr")]
    );
    assert_ne!(words(&mut engine, &word), [word.as_str()]);
    engine.edit(Units::default(), DictionaryEdit::Undo).unwrap();
    let at = engine.words_at(Units::default(), &id, view::Range { start, end: start + 3 }).unwrap();
    assert_eq!(at.words.iter().map(|word| word.word.clone()).collect::<Vec<_>>(), parts);
}

#[test]
fn what_was_kept_makes_the_same_dictionary() {
    let mut engine = engine();
    let mut kept = String::new();
    let edits = [
        DictionaryEdit::Import { text: "龔正 nr\n正在\n壞 行 了 嗎\n龔正在 0 龔正/在".into() },
        DictionaryEdit::Remove(Key::of_word("正在")),
        DictionaryEdit::Put(Correction::join("長江三角洲", "ns", Some(3)).unwrap()),
        DictionaryEdit::Undo,
        DictionaryEdit::Enable { key: Key::of_word("龔正"), enabled: false },
    ];
    let mut other = UserDictionary::default();
    for edit in edits {
        engine.edit(Units::default(), edit).unwrap();
        let unwritten = engine.unwritten(usize::MAX);
        kept = lexicon::write_change(&unwritten.entries);
        engine.mark_kept(&unwritten.written());
        other.apply(lexicon::read_change(&kept).unwrap());
    }
    assert_eq!(&other, engine.dictionary());
    assert!(!engine.has_unwritten());
    assert_eq!(kept, "#off 龔正 nr\n");
}

#[test]
fn an_import_counts_what_it_adds_and_names_what_it_cannot_read() {
    let mut engine = engine();
    let text = "龔正 nr\n字\n正在 5 d\n".to_owned();
    let change = engine.edit(Units::default(), DictionaryEdit::Import { text: text.clone() }).unwrap();
    assert_eq!((change.added, change.entries), (2, 2));
    assert_eq!(change.errors, [LexiconError { line: 2, kind: lexicon::LexiconErrorKind::OneCharacter }]);
    assert_eq!(
        engine.edit(Units::default(), DictionaryEdit::Import { text }).unwrap().added,
        0,
        "nothing is new"
    );
    assert_eq!(engine.dictionary_file(), "正在 5 d\n龔正 nr\n");
}

#[test]
fn entries_are_found_in_any_writing_and_sorted() {
    let mut engine = engine();
    let text = "龔正 nr\n的人 n\n正在 0 正/在\n#off 無處可尋 a\n".to_owned();
    engine.edit(Units::default(), DictionaryEdit::Import { text }).unwrap();
    let list = |filter: &str, sort| {
        let list = engine.dictionary_list(filter, sort, None);
        list.rows.into_iter().map(|row| row.word).collect::<Vec<_>>()
    };
    assert_eq!(list("龚", DictionarySort::Word), ["龔正"]);
    assert_eq!(list("", DictionarySort::Rule).last().unwrap(), "正在");
    assert_eq!(list("", DictionarySort::Enabled).last().unwrap(), "無處可尋");
    let rows = engine.dictionary_list("", DictionarySort::Occurrences, Some(2)).rows;
    assert!(rows.len() == 2 && rows[0].occurrences >= rows[1].occurrences);
}

/// Returns the first difference between two bundled stories that is of one effect, and the two sides of it.
fn difference_of(engine: &mut Engine, wanted: Effect) -> (view::DifferenceView, [DifferenceSide; 2]) {
    let found = compared(engine, "003-1", "004-1");
    let mut all = found.pairs.into_iter().flat_map(|pair| pair.differences);
    let found = all.find(|difference| difference.effect == wanted && difference.a != difference.b).unwrap();
    let side = |story: &str, range: view::Range, words: &str| DifferenceSide {
        place: lexicon::Place { story: story.into(), start: range.start, end: range.end },
        words: words.into(),
    };
    let sides = [side("003-1", found.a_range, &found.a), side("004-1", found.b_range, &found.b)];
    (found, sides)
}

fn compared(engine: &mut Engine, a: &str, b: &str) -> view::Comparison {
    let question = CompareQuestion {
        a: a.into(),
        b: b.into(),
        fold_variants: false,
        ignore_punctuation: false,
        min_run: None,
    };
    engine.ask(question.query()).unwrap()
}

/// Returns what is said of the difference between two places, in whichever order the stories are compared.
fn effects_said(engine: &mut Engine, sides: &[DifferenceSide; 2]) -> Vec<(Effect, Option<Effect>)> {
    let mut said = Vec::new();
    for (own, other) in [(&sides[0], &sides[1]), (&sides[1], &sides[0])] {
        let found = compared(engine, &own.place.story, &other.place.story);
        let is_it =
            |range: view::Range, place: &lexicon::Place| (range.start, range.end) == (place.start, place.end);
        let differences = found.pairs.iter().flat_map(|pair| &pair.differences);
        said.extend(
            differences
                .filter(|each| is_it(each.a_range, &own.place) && is_it(each.b_range, &other.place))
                .map(|each| (each.effect, each.judged)),
        );
        let counted = view::EffectCounts::over(&found.pairs);
        assert_eq!(counted, found.effects);
    }
    said
}

#[test]
fn a_difference_that_was_moved_counts_so_everywhere_and_can_be_moved_back() {
    let mut engine = engine();
    let (found, sides) = difference_of(&mut engine, Effect::Form);
    assert_eq!(effects_said(&mut engine, &sides), [(Effect::Form, None); 2]);
    let before = compared(&mut engine, "003-1", "004-1").effects;
    let ids = || vec!["003-1".to_owned(), "004-1".to_owned()];
    let report = |engine: &mut Engine| {
        let question = ReportQuestion { ids: ids(), ..ReportQuestion::default() };
        engine.ask(question.query()).unwrap().pairs.remove(0)
    };
    let reported = report(&mut engine);
    let moved = Correction::move_difference(sides.clone(), Effect::Fact).unwrap();
    let change = put(&mut engine, moved.clone());
    assert_eq!((change.effect.tokens, change.effect.cut_again, change.added), (0, 0, 1));
    assert_eq!(effects_said(&mut engine, &sides), [(Effect::Fact, Some(Effect::Form)); 2]);
    let after = compared(&mut engine, "003-1", "004-1").effects;
    assert_eq!((after.fact, after.form), (before.fact + 1, before.form - 1));
    // The report counts it so, and shows it apart from others of the same words.
    let told = report(&mut engine);
    assert_eq!(
        (told.effects.fact, told.effects.form),
        (reported.effects.fact + 1, reported.effects.form - 1)
    );
    let is_it = |change: &&view::ReportChange| {
        change.effect == Effect::Fact && (&change.a, &change.b) == (&found.a, &found.b)
    };
    assert_eq!(told.changes.iter().filter(is_it).map(|change| change.places.len()).sum::<usize>(), 1);
    // So does the table of several stories, and with it the apparatus.
    let table = engine.ask(WitnessesQuestion { ids: ids(), ..WitnessesQuestion::default() }.query()).unwrap();
    let mut cells = table.rows.iter().flat_map(|row| row.cells.iter().flatten());
    assert!(cells.any(|cell| cell.differences.iter().any(|each| each.judged == Some(Effect::Form))));
    // It is an entry like others: listed, written to a file and read from it, switched off, undone and redone.
    let listed = engine.dictionary_list(&found.b, DictionarySort::Word, None).rows;
    assert!(listed.len() == 1 && listed[0].moved.as_ref().is_some_and(|moved| moved.effect == Effect::Fact));
    let (read, errors) = lexicon::read(&engine.dictionary_file());
    assert_eq!((read, errors), (vec![moved.clone()], Vec::new()));
    let key = moved.key();
    engine.edit(Units::default(), DictionaryEdit::Enable { key: key.clone(), enabled: false }).unwrap();
    assert_eq!(effects_said(&mut engine, &sides), [(Effect::Form, None); 2]);
    engine.edit(Units::default(), DictionaryEdit::Undo).unwrap();
    assert_eq!(effects_said(&mut engine, &sides), [(Effect::Fact, Some(Effect::Form)); 2]);
    engine.edit(Units::default(), DictionaryEdit::Remove(key)).unwrap();
    assert_eq!(effects_said(&mut engine, &sides), [(Effect::Form, None); 2]);
    assert!(engine.dictionary().is_empty());
}

#[test]
fn a_move_whose_words_are_no_longer_there_is_not_obeyed() {
    let mut engine = engine();
    let (found, mut sides) = difference_of(&mut engine, Effect::Form);
    // As long as the words were, but others.
    let others = |words: &str| "無".repeat(words.encode_utf16().count());
    let at = usize::from(sides[0].words.is_empty());
    sides[at].words = others(&sides[at].words);
    assert_ne!(sides[at].words, if at == 0 { found.a } else { found.b });
    put(&mut engine, Correction::move_difference(sides.clone(), Effect::Fact).unwrap());
    assert_eq!(effects_said(&mut engine, &sides), [(Effect::Form, None); 2]);
    for broken in [[sides[0].clone(), sides[0].clone()], {
        let mut longer = sides.clone();
        longer[at].place.end += 1;
        longer
    }] {
        assert!(Correction::move_difference(broken, Effect::Fact).is_err());
    }
}
