//! Tests of texts in links: they come back whole, and a damaged link says what is wrong.

use super::*;
use crate::engine::{
    Ask, DictionaryEdit, EditDictionary, EditTexts, ImportSession, LinkContentsQuestion, PackTexts, TextEdit,
};
use crate::ingest::{CutOptions, Metadata, PageEdit};

fn engine() -> Engine {
    Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ()).unwrap()
}

fn edit(engine: &mut Engine, edit: TextEdit) {
    engine.ask(EditTexts { edit }.query()).unwrap();
}

fn add(engine: &mut Engine, paper: &str, text: &str) {
    let metadata = Metadata { paper: paper.to_owned(), date: "2025-03-01".to_owned(), ..Metadata::default() };
    edit(
        engine,
        TextEdit::Add {
            name: paper.to_owned(),
            text: text.to_owned(),
            options: CutOptions::default(),
            metadata,
        },
    );
}

fn pack_of(engine: &mut Engine, ids: &[&str]) -> PackedTexts {
    engine.ask(PackTexts { ids: ids.iter().map(|&id| id.to_owned()).collect() }.query()).unwrap()
}

fn contents_of(engine: &mut Engine, packed: &str) -> Result<LinkContents, EngineError> {
    engine.ask(LinkContentsQuestion { packed: packed.to_owned() }.query())
}

/// A sender with two texts, one of them corrected, and a dictionary with a word that occurs in them and one that does not.
fn sender() -> Engine {
    let mut engine = engine();
    add(&mut engine, "甲報", "兩鎮同時停水\n\n甲鎮昨日清早停水，居民到街尾輪候。\n");
    add(&mut engine, "乙報", "水務署交代原因\n\n水務署今日說，停水是因為水管老化。\n");
    let text = "水務署今天說，停水是因為水管老化。".to_owned();
    edit(
        &mut engine,
        TextEdit::Edit {
            id: "u2".to_owned(),
            revision: None,
            edit: PageEdit::SetText { story: 0, block: 1, text },
        },
    );
    let text = "水務署今\n渡輪班\n".to_owned();
    engine.ask(EditDictionary { edit: DictionaryEdit::Import { text } }.query()).unwrap();
    engine
}

#[test]
fn texts_come_back_with_what_the_reader_did_to_them() {
    let mut sender = sender();
    let packed = pack_of(&mut sender, &["u1-1", "u2-1", "003-1"]);
    let packed = packed.packed.unwrap();
    assert!(packed.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{packed}");
    let mut receiver = engine();
    add(&mut receiver, "丙報", "舊碼頭重開\n\n舊碼頭下月重開。\n");
    let brought = contents_of(&mut receiver, &packed).unwrap();
    let said: Vec<_> =
        brought.stories.iter().map(|story| (&*story.title, &*story.paper, &*story.date)).collect();
    assert_eq!(said, [("兩鎮同時停水", "甲報", "2025-03-01"), ("水務署交代原因", "乙報", "2025-03-01")]);
    assert_eq!(brought.entries, 1);
    let before = sender.content_names();
    for time in 0..2 {
        let change = receiver.ask(ImportSession { json: brought.session.clone() }.query()).unwrap();
        assert_eq!((change.texts.pages.len(), change.already), if time == 0 { (2, 0) } else { (0, 2) });
    }
    let after = receiver.content_names();
    // The same stories, under the numbers that are free here.
    let content = |names: &[crate::view::ContentName]| -> Vec<_> {
        names.iter().map(|name| (name.source.clone(), name.text.clone())).collect()
    };
    assert_eq!(content(&before), content(&after)[2..]);
    assert!(receiver.dictionary_file().contains("水務署今") && !receiver.dictionary_file().contains("渡輪"));
}

#[test]
fn a_link_that_was_cut_off_anywhere_says_so() {
    let mut engine = sender();
    let packed = pack_of(&mut engine, &["u1-1", "u2-1"]).packed.unwrap();
    for length in 0..packed.len() {
        assert_eq!(contents_of(&mut engine, &packed[..length]), Err(LinkError::CutOff.into()), "{length}");
    }
    assert_eq!(contents_of(&mut engine, &format!("2{packed}")), Err(LinkError::TooNew.into()));
    assert_eq!(contents_of(&mut engine, &packed.repeat(2000)), Err(LinkError::TooLong.into()));
    for damaged in ["1%E4", "1AAAA", "%", "1////"] {
        assert_eq!(contents_of(&mut engine, damaged), Err(LinkError::Broken.into()), "{damaged}");
    }
    let bomb = pack(&"兩".repeat(MOST_UNPACKED)).unwrap();
    assert_eq!(contents_of(&mut engine, &bomb), Err(LinkError::TooLong.into()));
}

#[test]
fn long_texts_are_no_link_and_long_enough_ones_are() {
    let mut engine = engine();
    // Characters in an order without repetitions, which compress as badly as any text.
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x4e00 + (state >> 12) % 6_000).unwrap()
    };
    for (id, length) in [("u1-1", 7_900), ("u2-1", 8_100)] {
        let text: String = (0..length).map(|at| if at % 40 == 39 { '。' } else { next() }).collect();
        add(&mut engine, "甲報", &text);
        let packed = pack_of(&mut engine, &[id]);
        assert_eq!(packed.packed.is_some(), length < 8_000, "{id}: {}", packed.characters);
        assert!(packed.characters > length - 50, "{id}: {}", packed.characters);
    }
}
