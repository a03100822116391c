//! Tests of own texts in addresses.

use super::*;
use crate::ui::i18n::Language;

fn name(id: &str, source: &str, text: &str) -> ContentName {
    ContentName { id: id.into(), source: source.into(), text: text.into() }
}

fn row(id: &str, headline: &str) -> StoryRow {
    StoryRow {
        id: id.into(),
        page: id.split('-').next().unwrap().into(),
        paper: "晨報".into(),
        date: "2025-01-22".into(),
        series: String::new(),
        file: String::new(),
        tags: Vec::new(),
        headline: headline.into(),
        opening: String::new(),
        characters: 10,
        tokens: 5,
    }
}

/// A browser with two texts, the second of two stories; the third is a copy of the first.
fn own() -> OwnTexts {
    let names = vec![
        name("u1", "aaaa", ""),
        name("u1-1", "aaaa", "a1"),
        name("u2", "bbbb", ""),
        name("u2-1", "bbbb", "b1"),
        name("u2-2", "bbbb", "b2"),
        name("u3", "aaaa", ""),
        name("u3-1", "aaaa", "a1"),
    ];
    let rows =
        [row("u1-1", "停水；搶修"), row("u2-1", "乙一"), row("u2-2", "乙二"), row("u3-1", "停水；搶修")];
    OwnTexts::new(names, &rows, &[])
}

/// Returns the plain address that a link opens.
fn opens(own: &OwnTexts, address: &str) -> Option<(String, bool)> {
    match own.open(&GivenLink::parse(address)) {
        LinkOutcome::Here { route, edited } => Some((route.plain_href(), edited)),
        LinkOutcome::Missing(_) | LinkOutcome::Received { .. } | LinkOutcome::Waits => None,
    }
}

#[test]
fn every_address_that_names_own_texts_names_their_content_and_comes_back() {
    let own = own();
    for plain in [
        "#/compare/u1-1/u2-2?fold=1",
        "#/compare/u1-1/u3-1",
        "#/compare/u1-1/003-1",
        "#/read/u2-1?at=3",
        "#/witnesses/u1-1/u2-1/u2-2/003-1?layout=wire",
        "#/report/u1-1/u2-1",
        "#/facts/u1-1/u2-1?kind=person",
        "#/dots/u3-1/u2-1",
        "#/sources/u2-1?scope=id:u1-1,u2-1",
        "#/keywords/u2-2",
        "#/segmenters/u1-1",
        "#/texts/u3?line=2",
        "#/words?scope=id:u1-1,u2-1",
        "#/words?scope=page:u2",
        "#/words?scope=id:u1-1;blocks:headline",
        "#/keyness?target=id:u1-1&reference=id:u2-1",
        "#/collocates?node=x&scope=id:u1-1&beside=id:u2-1",
        "#/concordance?node=x&scope=id:u3-1",
        "#/phrases?scope=id:u1-1",
        "#/terms?scope=id:u1-1",
        "#/measures?scope=id:u1-1",
        "#/similarity?scope=id:u1-1,u2-1",
    ] {
        let route = Route::parse(plain);
        let written = own.href(&route);
        assert!(
            GivenLink::parse(plain).is_by_number() && !GivenLink::parse(&written).is_by_number(),
            "{written}"
        );
        assert!(written.contains("~aaaa") || written.contains("~bbbb"), "{written}");
        assert_eq!(opens(&own, &written), Some((route.plain_href(), false)), "{written}");
    }
    assert_eq!(own.href(&Route::parse("#/compare/003-1/004-1")), "#/compare/003-1/004-1");
}

#[test]
fn an_address_by_number_opens_what_it_always_did_here() {
    let own = own();
    for address in ["#/compare/u1-1/u2-1", "#/read/u9-1", "#/texts/u2", "#/words?scope=id:u1-1"] {
        let plain = Route::parse(address).plain_href();
        assert_eq!(opens(&own, address), Some((plain, false)), "{address}");
    }
}

#[test]
fn the_same_number_with_other_content_is_not_opened() {
    let own = own();
    assert_eq!(opens(&own, "#/read/u1-1~zzzz.z1"), None);
    assert_eq!(opens(&own, "#/texts/u1~zzzz"), None);
    assert_eq!(opens(&own, "#/words?scope=id:u1-1~aaaa.a1,u2-1~zzzz.z1"), None);
    // A link that was cut off names nothing that is here.
    assert_eq!(opens(&own, "#/read/u1-1~a"), None);
    assert_eq!(opens(&own, "#/read/u1-1~"), None);
}

#[test]
fn content_is_found_under_another_number_and_in_another_file() {
    let own = own();
    assert_eq!(opens(&own, "#/read/u7-1~bbbb.b1"), Some(("#/read/u2-1".into(), false)));
    assert_eq!(opens(&own, "#/read/u7-4~cccc.b2"), Some(("#/read/u2-2".into(), false)));
    assert_eq!(opens(&own, "#/read/u7-1~aaaa.a1"), Some(("#/read/u1-1".into(), false)));
    // A story that moved to another place of the same text.
    assert_eq!(opens(&own, "#/read/u2-1~bbbb.b2"), Some(("#/read/u2-2".into(), false)));
}

#[test]
fn a_text_that_was_edited_since_is_opened_and_said_to_be() {
    let own = own();
    assert_eq!(opens(&own, "#/read/u2-2~bbbb.old"), Some(("#/read/u2-2".into(), true)));
    assert_eq!(opens(&own, "#/read/u3-1~aaaa.old"), Some(("#/read/u3-1".into(), true)));
    // A story that the text no longer has.
    assert_eq!(opens(&own, "#/read/u2-3~bbbb.old"), None);
}

#[test]
fn a_link_says_whose_the_missing_texts_were() {
    let written = own().href(&Route::parse("#/compare/u1-1/u2-1"));
    let LinkOutcome::Missing(labels) = OwnTexts::default().open(&GivenLink::parse(&written)) else {
        panic!("{written}")
    };
    let said =
        |title: &str| TextLabel { title: title.into(), paper: "晨報".into(), date: "2025-01-22".into() };
    assert_eq!(labels, [said("停水；搶修"), said("乙一")]);
    // One of them without its description, as in a link that was cut off.
    let cut = written.split("&texts=").next().and_then(|link| link.split("?texts=").next()).unwrap();
    let LinkOutcome::Missing(labels) = OwnTexts::default().open(&GivenLink::parse(cut)) else {
        panic!("{cut}")
    };
    assert_eq!(labels, [TextLabel::default(), TextLabel::default()]);
}

#[test]
fn a_long_title_is_shortened_and_a_long_scope_described_in_part() {
    let ids: Vec<String> = (1..=20).map(|number| format!("u{number}-1")).collect();
    let names = ids.iter().map(|id| name(id, "aaaa", id)).collect();
    let rows: Vec<StoryRow> = ids.iter().map(|id| row(id, &"長".repeat(60))).collect();
    let written =
        OwnTexts::new(names, &rows, &[]).href(&Route::parse(&format!("#/words?scope=id:{}", ids.join(","))));
    let described = written.split("texts=").nth(1).unwrap();
    assert_eq!(described.split(',').count(), DESCRIBED);
    assert_eq!(described.matches("%E9%95%B7").count(), DESCRIBED * TITLE);
}

#[test]
fn texts_that_a_link_brings_are_offered_only_where_they_are_not_here() {
    let own = own();
    let link = |address: &str| GivenLink::parse(&with_texts(address, "1abc-_"));
    let foreign = "#/compare/u1-1~zzzz.z1/u2-1~bbbb.b1?fold=1&texts=u1-1:%E7%94%B2;;";
    let LinkOutcome::Received { packed, missing } = own.open(&link(foreign)) else { panic!("not offered") };
    assert_eq!((&*packed, missing.len(), &*missing[0].title), ("1abc-_", 1, "甲"));
    let here = own.href(&Route::parse("#/compare/u1-1/u2-2"));
    assert!(matches!(own.open(&link(&here)), LinkOutcome::Here { edited: false, .. }));
    // A view without parameters has them after its address.
    assert_eq!(link("#/read/u1-1~zzzz.z1").packed.as_deref(), Some("1abc-_"));
}

#[test]
fn a_link_may_ask_for_a_language() {
    for (address, expected) in [
        ("#/words?lang=zh-Hans", Some(Language::Simplified)),
        ("#/words?min=2&lang=zh-TW", Some(Language::Taiwan)),
        ("#/words?lang=tlh", None),
        ("#/words", None),
    ] {
        let link = GivenLink::parse(address);
        assert_eq!(link.language, expected, "{address}");
        assert!(matches!(link.route, Route::Words(_)), "{address}");
    }
}
