//! Comparisons of several stories: rows, the text they share, sources, the report, and the exported files.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use std::fs;

use duidu::compare::{Agreement, Relation, Side, segments, wire, witnesses};
use duidu::corpus::{BlockKind, Scope, StoryFilter, Token, WordId};
use duidu::engine::{
    Ask, CompareQuestion, ComparisonFile, ComparisonFormat, DotPlotQuestion, Engine, EngineError,
    ReportQuestion, SourcesQuestion, WitnessesQuestion,
};
use duidu::ingest::{ReadOptions, Story, StoryBlock, read_file};
use duidu::lexicon::RegionalWording;
use duidu::text::{Span, is_word_character, sentences};
use duidu::view::export::{Labels, PassageAddress};
use duidu::view::{Report, Sources, Witnesses};
use proptest::prelude::*;

struct Text {
    text: String,
    sentences: Vec<Span>,
    tokens: Vec<Token>,
}

/// Makes a text with one word per character, unless `|` separates words.
fn text(marked: &str) -> Text {
    let cuts: Vec<String> = if marked.contains('|') {
        marked.split('|').map(str::to_owned).collect()
    } else {
        marked.chars().map(String::from).collect()
    };
    let mut start = 0;
    let tokens = cuts.iter().filter(|word| !word.is_empty()).map(|word| {
        let span = Span::new(start, start + word.len());
        start += word.len();
        Token { span, word: WordId(0), tag: 0, is_word: word.contains(is_word_character) }
    });
    let tokens: Vec<Token> = tokens.collect();
    let text = cuts.concat();
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        found.extend(sentences(&text, Span::new(start, start + line.len())));
        start += line.len();
    }
    Text { text, sentences: found, tokens }
}

fn sides(texts: &[Text]) -> Vec<Side<'_>> {
    texts
        .iter()
        .map(|text| Side {
            text: &text.text,
            sentences: &text.sentences,
            tokens: &text.tokens,
            regional: RegionalWording::bundled(),
        })
        .collect()
}

/// Returns the rows as the words of every text; `-` if one lacks the row.
fn table(marked: &[&str], base: usize) -> Vec<Vec<String>> {
    let texts: Vec<Text> = marked.iter().map(|marked| text(marked)).collect();
    let sides = sides(&texts);
    let cell = |(cell, side): (&Option<duidu::compare::Cell>, &Side<'_>)| {
        cell.as_ref().map_or("-".to_owned(), |cell| cell.span.of(side.text).to_owned())
    };
    let rows = witnesses(&sides, base);
    rows.iter().map(|row| row.cells.iter().zip(&sides).map(cell).collect()).collect()
}

fn shared(marked: &[&str]) -> String {
    let texts: Vec<Text> = marked.iter().map(|marked| text(marked)).collect();
    let sides = sides(&texts);
    wire(&witnesses(&sides, 0), &sides).text
}

const ARRIVAL: &str = "甲國總統抵達首都機場。";
const TREATY: &str = "經貿代表團隨後簽署三項協議。";
const SHOW: &str = "文化展覽吸引大批年輕觀眾。";
const STORM: &str = "颱風正在逼近東部沿海城市。";

#[test]
fn rows_follow_the_base_with_the_rows_it_lacks_in_place() {
    let (a, b, c) =
        (format!("{ARRIVAL}{SHOW}"), format!("{ARRIVAL}{TREATY}{SHOW}"), format!("{TREATY}{STORM}"));
    let texts = [a.as_str(), b.as_str(), c.as_str()];
    assert_eq!(
        table(&texts, 0),
        [[ARRIVAL, ARRIVAL, "-"], ["-", TREATY, TREATY], ["-", "-", STORM], [SHOW, SHOW, "-"]]
    );
    assert_eq!(
        table(&texts, 2),
        [[ARRIVAL, ARRIVAL, "-"], [SHOW, SHOW, "-"], ["-", TREATY, TREATY], ["-", "-", STORM]]
    );
}

#[test]
fn a_sentence_that_one_text_splits_is_one_row() {
    let (whole, cut) = ("機構發揮協調作用，各方只應加強支持。", "機構發揮協調作用。各方只應加強支持。");
    assert_eq!(table(&[whole, cut, cut], 0), [[whole, cut, cut]]);
    assert_eq!(table(&[cut, whole, cut], 0), [[cut, whole, cut]]);
}

#[test]
fn agreement_moves_and_repeats_are_recognised() {
    let texts = [
        text(&format!("{ARRIVAL}{TREATY}{SHOW}")),
        text(&format!("{TREATY}\n{}{SHOW}{TREATY}", ARRIVAL.replace("首都", "首府"))),
        text(&format!("{SHOW}{ARRIVAL}{}", TREATY.replace('，', "、").replace("隨後", "随後"))),
    ];
    let sides = sides(&texts);
    let rows = witnesses(&sides, 0);
    let agreements = |row: usize| -> Vec<Option<Agreement>> {
        rows[row].cells.iter().map(|cell| cell.as_ref().map(|cell| cell.agreement)).collect()
    };
    let arrival =
        rows.iter().position(|row| row.cells[0].as_ref().is_some_and(|c| c.sentences.start == 0)).unwrap();
    let treaty =
        rows.iter().position(|row| row.cells[0].as_ref().is_some_and(|c| c.sentences.start == 1)).unwrap();
    let show =
        rows.iter().position(|row| row.cells[0].as_ref().is_some_and(|c| c.sentences.start == 2)).unwrap();
    assert_eq!(
        agreements(arrival),
        [Some(Agreement::Lemma), Some(Agreement::Reworded), Some(Agreement::Identical)]
    );
    assert_eq!(agreements(treaty)[2], Some(Agreement::Form));
    let moved = |row: usize, text: usize| rows[row].cells[text].as_ref().unwrap().moved;
    assert!(moved(show, 2) && !moved(arrival, 2) && !moved(treaty, 2));
    let again: Vec<_> = rows.iter().filter_map(|row| row.repeats).collect();
    assert_eq!(again, [treaty]);
}

#[test]
fn the_shared_text_is_the_majority_word_by_word() {
    // Two of three say 互利; words that only one adds or drops are its own.
    assert_eq!(
        shared(&[
            "雙方|將|拓展|互惠|合作|領域|。",
            "據|某社|報道|，|雙方|將|拓展|互利|合作|領域|。",
            "雙方|將|拓展|互利|合作|。",
        ]),
        "雙方將拓展互利合作領域。"
    );
    // Words that only one of two has are not shared; of two wordings the first's is taken.
    assert_eq!(
        shared(&["總統|昨日|在|首都|會見|記者|代表團|。", "總統|在|首都|接見|記者|代表團|。"]),
        "總統在首都會見記者代表團。"
    );
    assert_eq!(shared(&[ARRIVAL, STORM]), "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn rows_hold_every_sentence_once_and_segments_give_the_cells_back(
        texts in prop::collection::vec(prop_oneof![
            "([甲乙丙丁戊]{3,9}[，、。]){0,8}",
            "[一-三甲乙丙丁，。、！「」 \n臺台衞衛5０a.%點百分之]{0,60}",
            "\\PC{0,40}",
        ], 1..5),
        again in 0usize..4,
        base in 0usize..4,
    ) {
        let mut texts = texts;
        // A text that shares sentences with another, in another order.
        let mut parts: Vec<&str> = texts[0].split_inclusive('。').collect();
        let by = again.min(parts.len());
        parts.rotate_left(by);
        let turned = parts.concat();
        texts.push(turned);
        let texts: Vec<Text> = texts.iter().map(|t| text(&t.replace('|', ""))).collect();
        let base = base.min(texts.len() - 1);
        let sides = sides(&texts);
        let rows = witnesses(&sides, base);
        for (number, side) in sides.iter().enumerate() {
            let mut held: Vec<usize> =
                rows.iter().filter_map(|row| row.cells[number].as_ref()).flat_map(|cell| cell.sentences.clone()).collect();
            if number == base {
                prop_assert!(held.is_sorted());
            }
            held.sort_unstable();
            prop_assert_eq!(held, (0..side.sentences.len()).collect::<Vec<_>>());
        }
        for row in &rows {
            let cut = segments(row, &sides);
            for (number, cell) in row.cells.iter().enumerate() {
                let readings: Vec<Span> = cut.iter().filter_map(|segment| segment.readings[number]).collect();
                prop_assert_eq!(cell.is_some(), !readings.is_empty() || cell.as_ref().is_some_and(|c| c.span.is_empty()));
                let joined: String = readings.iter().map(|span| span.of(sides[number].text)).collect();
                prop_assert_eq!(joined.as_str(), cell.as_ref().map_or("", |cell| cell.span.of(sides[number].text)));
            }
            for segment in cut.iter().filter(|segment| segment.shared) {
                let mut read = segment.readings.iter().enumerate().filter_map(|(n, span)| {
                    span.map(|span| span.of(sides[n].text).split_whitespace().collect::<String>())
                });
                let first = read.next();
                prop_assert!(read.all(|other| Some(&other) == first.as_ref()), "{:?}", segment);
            }
        }
        let shared = wire(&rows, &sides);
        for &(of_text, of_wire) in &shared.shares {
            prop_assert!((0.0..=1.0).contains(&of_text) && (0.0..=1.0).contains(&of_wire));
        }
        for line in &shared.lines {
            prop_assert!(rows[line.row].cells.iter().flatten().count() >= 2);
        }
    }
}

fn engine() -> Engine {
    Engine::open(fs::read("static/model/segmenter.bin").unwrap(), |_, _, _| ()).unwrap()
}

fn ids(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn asked_table(engine: &mut Engine, of: &[&str]) -> Witnesses {
    let question = WitnessesQuestion { ids: ids(of), ..WitnessesQuestion::default() };
    engine.ask(question.query()).unwrap()
}

fn asked_report(engine: &mut Engine, of: &[&str]) -> Report {
    let question = ReportQuestion { ids: ids(of), ..ReportQuestion::default() };
    engine.ask(question.query()).unwrap()
}

fn asked_sources(engine: &mut Engine, id: &str, scope: Scope) -> Sources {
    let question = SourcesQuestion { id: id.to_owned(), scope, partners: 3, min_run: 5 };
    engine.ask(question.query()).unwrap()
}

fn story(id: &str, paragraphs: &[&str]) -> Story {
    let blocks =
        paragraphs.iter().map(|text| StoryBlock { kind: BlockKind::Paragraph, text: (*text).to_owned() });
    Story { id: id.to_owned(), blocks: blocks.collect(), ..Story::default() }
}

#[test]
fn two_papers_share_one_release_and_each_is_edits_of_it() {
    let mut engine = engine();
    let table = asked_table(&mut engine, &["003-1", "004-1"]);
    let both = table.rows.iter().filter(|row| row.cells.iter().all(Option::is_some)).count();
    assert_eq!(table.wire.lines.len(), both);
    // 24 of 25 sentences; two of them twice, which repeat a row.
    let repeated = table.rows.iter().filter(|row| row.repeats.is_some()).count();
    let of_first: u32 = table
        .rows
        .iter()
        .filter(|row| row.line.is_some())
        .filter_map(|row| row.cells[0].as_ref())
        .map(|cell| cell.sentences)
        .sum();
    assert_eq!((repeated, of_first), (2, 24));
    // Neither paper's dateline is the agency's.
    assert!(!table.wire.text.contains("大公報訊") && !table.wire.text.contains("文匯報訊"));
    assert!(
        table.wire.shares.iter().all(|share| share.of_story > 0.9 && share.of_wire > 0.95),
        "{:?}",
        table.wire.shares
    );
    // Wire and edits give each paper's words.
    for cell in table.rows.iter().filter(|row| row.line.is_some()).flat_map(|row| row.cells.iter().flatten())
    {
        let joined: String = cell.edited.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(joined, cell.text);
    }
}

#[test]
fn sentences_find_their_sources_on_another_page() {
    let mut engine = engine();
    let page = Scope::Filter(StoryFilter { page: Some("004".to_owned()), ..StoryFilter::default() });
    let found = asked_sources(&mut engine, "003-3", page);
    assert_eq!(found.stories[0].row.id, "004-2");
    assert!(found.stories[0].share > 2.0 * found.stories.get(1).map_or(0.0, |second| second.share));
    let changed = found.sentences.iter().find(|sentence| sentence.quote.text.contains("互利合作")).unwrap();
    assert_eq!(changed.partners[0].id, "004-2");
    assert!(changed.partners[0].quote.text.contains("互惠合作") && !changed.partners[0].identical);
    assert!(
        found
            .sentences
            .iter()
            .flat_map(|sentence| &sentence.partners)
            .all(|partner| partner.id.starts_with("004"))
    );
}

#[test]
fn the_report_lists_kept_changed_dropped_and_added_text() {
    let mut engine = engine();
    let report = asked_report(&mut engine, &["003-1", "004-1"]);
    let pair = &report.pairs[0];
    assert_eq!(pair.relation, Relation::Shared);
    assert_eq!(
        pair.dropped.iter().map(|found| found.quote.text.as_str()).collect::<Vec<_>>(),
        ["王毅參加活動。"]
    );
    assert_eq!(pair.identical, 19);
    let changes: Vec<(&str, &str, usize)> = pair
        .changes
        .iter()
        .map(|change| (change.a.as_str(), change.b.as_str(), change.places.len()))
        .collect();
    assert!(changes.contains(&("平台", "平臺", 1)), "{changes:?}");
    assert!(pair.changes.is_sorted_by_key(|change| change.effect), "facts first, forms last");
    assert_eq!(changes.len(), 5);
    assert!(pair.copied.a_in_b > 0.9 && pair.copied.discounted_a_in_b <= pair.copied.a_in_b);
    assert!(report.frames.iter().any(|frame| frame.kind == BlockKind::Headline));
    assert!(report.datelines.iter().all(Option::is_some));
    // Of the first paper's own words those of its one extra sentence remain.
    let words: Vec<&str> = report.favoured[0].rows.iter().map(|row| row.word.as_str()).collect();
    assert!(words.contains(&"王毅"), "{words:?}");
    assert!(!words.contains(&"平台"), "another writing is no wording of its own: {words:?}");
    assert!(report.favoured[0].tokens < 40, "{}", report.favoured[0].tokens);
}

#[test]
fn bad_input_gets_a_clear_answer() {
    let mut engine = engine();
    let long = "春眠不覺曉處處聞啼鳥夜來風雨聲花落知多少。白日依山盡黃河入海流！".repeat(2_000);
    engine.add(story("one", &["各國代表團在首都機場會見記者。"]));
    engine.add(story("same", &["各國代表團在首都機場會見記者。"]));
    engine.add(story("simple", &["各国代表团在首都机场会见记者。"]));
    engine.add(story("english", &["The delegations met the press at the airport."]));
    engine.add(story("long", &[&long]));
    engine.add(Story {
        id: "headline".to_owned(),
        blocks: vec![StoryBlock {
            kind: BlockKind::Headline, text: "各國代表團會見記者".to_owned()
        }],
        ..Story::default()
    });
    let mut relation = |a: &str, b: &str| {
        let report = asked_report(&mut engine, &[a, b]);
        _ = asked_table(&mut engine, &[a, b]);
        _ = asked_sources(&mut engine, a, Scope::Stories(ids(&[b])));
        let (plot, compare) = (
            DotPlotQuestion { a: a.to_owned(), b: b.to_owned(), min_run: 4 },
            CompareQuestion {
                a: a.to_owned(),
                b: b.to_owned(),
                fold_variants: false,
                ignore_punctuation: false,
                min_run: Some(5),
            },
        );
        engine.handle(plot).unwrap();
        let found = engine.ask(compare.query()).unwrap();
        assert_eq!(found.relation, report.pairs[0].relation);
        found.relation
    };
    assert_eq!(relation("one", "same"), Relation::Identical);
    assert_eq!(relation("one", "simple"), Relation::OtherScript);
    assert_eq!(relation("one", "english"), Relation::OtherLanguage);
    assert_eq!(relation("one", "long"), Relation::NothingShared);
    assert_eq!(relation("long", "one"), Relation::NothingShared);
    assert_eq!(relation("headline", "one"), Relation::Empty);
    let few = WitnessesQuestion { ids: ids(&["one"]), ..WitnessesQuestion::default() };
    assert_eq!(engine.handle(few), Err(EngineError::StoryCount { most: 24 }));
    let twice = ReportQuestion { ids: ids(&["one", "one"]), ..ReportQuestion::default() };
    assert!(matches!(engine.handle(twice), Err(EngineError::StoryCount { .. })));
}

#[test]
fn files_are_well_formed_and_hold_every_word() {
    let mut engine = engine();
    engine.add(story("x<&\"1", &["甲\"乙\"<b>&丙|丁，戊己\\庚辛。只此一句。"]));
    engine.add(story("x 2", &["甲\"乙\"<i>&丙|丁，戊己\\庚壬。"]));
    let mut file = |format| {
        let report = ReportQuestion { ids: ids(&["x<&\"1", "x 2"]), ..ReportQuestion::default() };
        let labels = Labels {
            passage: Some(PassageAddress::parse("#/read/{id}").unwrap()),
            ..Labels::new("en", |label| format!("{} <&>", label.key()))
        };
        let file = ComparisonFile { report, format, labels };
        engine.ask(file.query()).unwrap()
    };
    for format in [ComparisonFormat::Html, ComparisonFormat::Tei] {
        let text = file(format);
        assert!(!text.contains("<b>") && !text.contains("<i>"), "{text}");
        assert!(text.contains("x&lt;&amp;&quot;1"), "{text}");
        well_formed(&text);
    }
    let tei = file(ComparisonFormat::Tei);
    assert!(tei.contains("<witness xml:id=\"wx_3c_26_221\">") && tei.contains("wit=\"#wx_202\""), "{tei}");
    let csv = file(ComparisonFormat::Csv);
    assert!(csv.starts_with("\u{feff}row,lemma,\"x<&\"\"1 sentence\","));
    assert_eq!(csv.matches("\r\n").count(), 3);
    let collatex = file(ComparisonFormat::Collatex);
    assert!(collatex.starts_with("{\"witnesses\":[\"x<&\\\"1\",\"x 2\"],\"table\":["), "{collatex}");
    let passim = file(ComparisonFormat::Passim);
    assert_eq!(passim.lines().count(), 2);
    assert!(passim.lines().all(|line| line.starts_with("{\"cluster\":0,\"size\":2,\"id\":\"x")), "{passim}");
    let markdown = file(ComparisonFormat::Markdown);
    assert!(markdown.starts_with("# report-title &lt;&amp;\\>\n"), "{markdown}");
}

#[test]
fn collatex_and_passim_exports_can_be_imported_again() {
    let mut engine = engine();
    let paragraphs =
        [format!("{ARRIVAL}{TREATY}{SHOW}"), format!("{ARRIVAL}{}", SHOW.replace("年輕", "各地"))];
    for (id, paragraph) in ["x", "y"].iter().zip(&paragraphs) {
        engine.add(story(id, &[paragraph]));
    }
    let mut exported = |format| {
        let report = ReportQuestion { ids: ids(&["x", "y"]), ..ReportQuestion::default() };
        let file =
            ComparisonFile { report, format, labels: Labels::new("en", |label| label.key().to_owned()) };
        engine.ask(file.query()).unwrap()
    };
    let read = |name: &str, file: String| -> Vec<(String, String)> {
        let texts = read_file(name, file.into_bytes(), ReadOptions::default());
        texts.map(|text| text.unwrap().source).map(|source| (source.metadata.paper, source.text)).collect()
    };
    let witnesses = read("a.json", exported(ComparisonFormat::Collatex));
    let expected: Vec<(String, String)> = ids(&["x", "y"]).into_iter().zip(paragraphs).collect();
    assert_eq!(witnesses, expected);
    // passim has one passage per line: those that both have.
    let passages: Vec<String> =
        read("a.jsonl", exported(ComparisonFormat::Passim)).into_iter().map(|(_, text)| text).collect();
    assert_eq!(passages, [ARRIVAL, ARRIVAL, SHOW, &SHOW.replace("年輕", "各地")]);
}

/// Asserts that every element is closed in its turn, and that every `&` in the text begins an entity.
fn well_formed(text: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let before = &rest[..at];
        let inside_style = open.last() == Some(&"style");
        assert!(
            inside_style || before.split('&').skip(1).all(|entity| entity.split_once(';').is_some()),
            "{before}"
        );
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap();
        if tag.starts_with(['!', '?']) || tag.ends_with('/') || ["meta", "br"].contains(&name) {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
