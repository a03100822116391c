//! The first screen as the build writes it into the page is the one that the page's code draws.
//! `DUIDU_BLESS=1 cargo test --features ssr --test first_screen` writes it again.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]
#![cfg(feature = "ssr")]

mod shared {
    pub(crate) mod drawing;
}

use std::fs;

use duidu::engine::Engine;
use duidu::ui::first_screen::written::{FirstScreen, FirstScreenProps, queries};
use duidu::ui::i18n::Language;
use duidu::ui::shared::Shared;
use shared::drawing::draw;

/// Draws the first screen, with the answers of an engine that has the bundled stories alone.
fn drawn<const LANGUAGE: usize>() -> String {
    in_order(&draw::<FirstScreen>(|| {
        let mut engine = Engine::without_model(Default::default());
        let answers = queries().into_iter().map(|query| {
            let answer = engine.handle(query.clone()).unwrap();
            (query, answer)
        });
        FirstScreenProps { language: Language::ALL[LANGUAGE], answers: Shared::new(answers.collect()) }
    }))
}

/// Puts the attributes of each element in order, of which the drawing has none.
fn in_order(markup: &str) -> String {
    let mut ordered = String::new();
    for part in markup.split_inclusive('>') {
        let (before, tag) = part.rsplit_once('<').unwrap_or((part, ""));
        ordered += before;
        let inside = tag.trim_end_matches('>');
        if tag.is_empty() {
            continue;
        }
        // No value of an attribute has a quotation mark, which is written as an entity.
        let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut attributes: Vec<&str> = attributes.split_inclusive("\" ").map(str::trim_end).collect();
        attributes.sort_unstable();
        attributes.insert(0, name);
        ordered += &format!("<{}>", attributes.join(" ").trim_end());
    }
    ordered
}

#[test]
fn the_written_first_screen_is_the_one_that_is_drawn() {
    let drawn = [drawn::<0>(), drawn::<1>(), drawn::<2>(), drawn::<3>()];
    for (language, drawn) in Language::ALL.into_iter().zip(drawn) {
        let place = format!("static/first-screen/{}.html", language.tag());
        if std::env::var_os("DUIDU_BLESS").is_some() {
            fs::write(&place, &drawn).unwrap();
        }
        let is_written = fs::read_to_string(&place).unwrap_or_default() == drawn;
        assert!(is_written, "{place} is of another page; see the head of tests/first_screen.rs");
    }
}

#[test]
fn the_written_first_screen_has_the_finding_and_both_boxes() {
    for (markup, words) in [(drawn::<0>(), "甲篇"), (drawn::<3>(), "Story A")] {
        for part in ["id=\"text-a\"", "id=\"text-b\"", "class=\"finding", "class=\"start-next\"", words] {
            assert!(markup.contains(part), "{part}: {markup}");
        }
    }
}
