//! Tests of the files of messages: what each must have, and what none may.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::{Language, own_file};
use crate::text::{Script, script};

/// Returns the messages of a file, by their keys; each with its further lines.
pub(super) fn messages(source: &str) -> BTreeMap<String, String> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in source.lines() {
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            found.extend(line.split_once(" =").map(|(key, text)| (key.to_owned(), text.trim().to_owned())));
        } else if line.starts_with([' ', '}'])
            && let Some((_, text)) = found.last_mut()
        {
            *text += &format!("\n{line}");
        }
    }
    found.into_iter().collect()
}

fn own(language: Language) -> BTreeMap<String, String> {
    messages(&own_file::held(language).unwrap())
}

fn built_in() -> BTreeMap<String, String> {
    messages(own_file::BUILT_IN)
}

/// Returns the messages that a reader of the language sees.
fn shown(language: Language) -> BTreeMap<String, String> {
    let mut shown = built_in();
    shown.extend(own_file::held(language).map(|source| messages(&source)).unwrap_or_default());
    shown
}

/// Returns the names of the arguments in a message, and of its links.
fn arguments(text: &str) -> BTreeSet<&str> {
    let first =
        |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
    let values = text.split('$').skip(1).map(|rest| &rest[..first(rest)]);
    let links = text
        .split('[')
        .skip(1)
        .filter_map(|rest| rest.split(']').next()?.split_once('|'))
        .map(|(name, _)| name);
    values.chain(links).collect()
}

#[test]
fn every_message_parses() {
    for language in Language::ALL {
        let files = [Some(own_file::BUILT_IN.into()), own_file::held(language)];
        for source in files.into_iter().flatten() {
            if let Err((_, errors)) = FluentResource::try_new(source.to_string()) {
                panic!("{}: {errors:?}", language.tag());
            }
        }
    }
}

/// Of two messages with one key, one is shown in the place of the other.
#[test]
fn no_key_is_twice_in_one_file() {
    for language in Language::ALL {
        for source in [Some(own_file::BUILT_IN.into()), own_file::held(language)].into_iter().flatten() {
            let mut keys = BTreeSet::new();
            let lines = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
            for key in lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key) {
                assert!(keys.insert(key), "{key} is twice in the messages of {}", language.tag());
            }
        }
    }
}

/// The last of several changes fills in what the others left to the fallback.
#[test]
fn every_language_has_every_message() {
    let keys = |messages: BTreeMap<String, String>| messages.into_keys().collect::<BTreeSet<_>>();
    let all = keys(built_in());
    let lacking = |has: BTreeSet<String>| (&all - &has, &has - &all);
    let none = (BTreeSet::new(), BTreeSet::new());
    assert_eq!(lacking(keys(own(Language::English))), none, "lacking and unknown in en.ftl");
    assert_eq!(lacking(keys(own(Language::Simplified))), none, "lacking and unknown in zh-Hans.ftl");
    assert_eq!(&keys(own(Language::Taiwan)) - &all, none.0, "unknown in zh-Hant-TW.ftl");
}

#[test]
fn the_messages_of_all_languages_take_the_same_arguments_as_those_of_hong_kong() {
    let expected = built_in();
    for language in [Language::Taiwan, Language::Simplified] {
        for (key, text) in own(language) {
            assert_eq!(arguments(&text), arguments(&expected[&key]), "{key} in {}", language.tag());
        }
    }
}

#[test]
fn taiwan_has_only_what_differs() {
    let expected = built_in();
    let same: Vec<_> =
        own(Language::Taiwan).into_iter().filter(|(key, text)| expected[key] == *text).collect();
    assert!(same.is_empty(), "{same:?}");
}

/// The names of arguments that are bounds, which are never one.
const BOUNDS: [&str; 12] = [
    "widest", "longest", "most", "limit", "seconds", "millions", "bytes", "min", "max", "run", "files",
    "entries",
];

/// Messages that are shown for two and more only.
const SEVERAL: [&str; 7] = [
    "failure-too-much-text",
    "start-held",
    "facts-finding",
    "facts-finding-none",
    "file-unknown",
    "share-too-long",
    "share-with-texts",
];

/// Words after an argument that end as a plural does.
const VERBS: [&str; 6] = ["is", "was", "has", "as", "matches", "occurs"];

#[test]
fn what_is_counted_in_english_has_a_singular() {
    for (key, text) in own(Language::English) {
        for (at, _) in text.match_indices(" } ") {
            let name = text[..at].rsplit_once('$').map_or("", |(_, name)| name);
            let noun = text[at + 3..].split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            let is_plural = noun.ends_with('s') && !VERBS.contains(&noun);
            if is_plural && !BOUNDS.contains(&name) && !SEVERAL.contains(&key.as_str()) {
                assert!(text.contains(&format!("${name} ->")), "{key}: {text}");
            }
        }
    }
}

/// Words of other places, which a reader there would find foreign.
const FOREIGN: [(Language, &[&str]); 2] = [
    (
        Language::Taiwan,
        &[
            "裏",
            "着",
            "甚麼",
            "網絡",
            "打印",
            "報章",
            "標的",
            "二進制",
            "報道",
            "上載",
            "質素",
            "軟件",
            "信息",
            "屏幕",
            "點陣圖",
            "現時",
            "人手",
        ],
    ),
    (
        Language::Simplified,
        &[
            "档案",
            "汇出",
            "汇入",
            "资料夹",
            "储存",
            "设定",
            "程式",
            "记忆体",
            "字元",
            "位元组",
            "载入",
            "连结",
            "视窗",
            "伺服器",
            "上载",
            "断词",
            "搜寻",
            "甚么",
            "关键性",
            "报章",
            "标的",
            "概似",
            "复原",
            "检视",
            "贴上",
            "片语",
            "「",
            "」",
        ],
    ),
];

#[test]
fn each_place_has_its_own_words() {
    for (language, words) in FOREIGN {
        for (key, text) in shown(language) {
            for word in words {
                assert!(!text.contains(word), "{word} in {key} of {}: {text}", language.tag());
            }
        }
    }
}

#[test]
fn each_script_has_its_own_characters() {
    for (language, other) in [
        (Language::Simplified, Script::Traditional),
        (Language::HongKong, Script::Simplified),
        (Language::Taiwan, Script::Simplified),
    ] {
        for (key, text) in shown(language) {
            // An example of variants names both.
            if key == "about-fold" {
                continue;
            }
            for character in text.chars() {
                assert_ne!(script(&character.to_string()), Some(other), "{character} in {key}: {text}");
            }
        }
    }
}
