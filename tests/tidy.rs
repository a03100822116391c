//! Checks of the structure: imports between layers, names of the platform, and the opening line of every
//! file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers; a module imports only from lower ones.
const LAYERS: [(&str, u32); 17] = [
    ("text", 0),
    ("stats", 0),
    ("ingest", 1),
    ("lexicon", 1),
    ("corpus", 2),
    ("segment", 3),
    ("entities", 4),
    ("analysis", 5),
    ("compare", 5),
    ("view", 6),
    ("engine", 7),
    ("worker", 8),
    ("cli", 8),
    ("package", 8),
    ("api", 9),
    ("ui", 10),
    ("bin", 11),
];

/// Names of the platform, each with the modules that may use it.
const PLATFORM: [(&str, &[&str]); 9] = [
    ("yew::", &["ui"]),
    ("web_sys::", &["ui", "api", "worker"]),
    ("gloo::", &["ui", "worker"]),
    ("js_sys::", &["ui", "api", "worker"]),
    ("wasm_bindgen::", &["ui", "api", "worker", "package"]),
    ("std::time", &["cli"]),
    ("std::fs", &["cli"]),
    ("std::thread", &["cli"]),
    ("jieba_rs", &["segment"]),
];

/// Most type names that two types may share, and most functions that may be longer than a screen.
const SHARED_NAMES: usize = 15;
const LONG_FUNCTIONS: usize = 5;

/// Lines of a screen.
const SCREEN: usize = 60;

fn sources() -> Vec<(PathBuf, String)> {
    fn visit(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let mut inside: Vec<PathBuf> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        inside.sort();
        for place in inside {
            if place.is_dir() {
                visit(&place, found);
            } else if place.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&place).unwrap();
                found.push((place, text));
            }
        }
    }
    let mut found = Vec::new();
    visit(Path::new("src"), &mut found);
    found
}

/// Returns the top module of a file.
fn module(place: &Path) -> String {
    let first = place.components().nth(1).unwrap().as_os_str().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

fn layer(module: &str) -> Option<u32> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|&(_, layer)| layer)
}

/// Returns the lines of code, without comments and without the items that are compiled for tests alone.
fn code(text: &str) -> impl Iterator<Item = &str> {
    outside_tests(text).map(str::trim_start).filter(|line| !line.starts_with("//"))
}

/// Returns the lines without the items that are compiled for tests alone.
fn outside_tests(text: &str) -> impl Iterator<Item = &str> {
    let mut lines = text.lines();
    std::iter::from_fn(move || {
        let mut line = lines.next()?;
        while line.trim_start() == "#[cfg(test)]" {
            skip_item(&mut lines, line.len() - line.trim_start().len());
            line = lines.next()?;
        }
        Some(line)
    })
}

/// Skips the item after an attribute: to its semicolon, or to the brace that closes it at the same indent.
fn skip_item<'a>(lines: &mut impl Iterator<Item = &'a str>, indent: usize) {
    let mut opened = false;
    for line in lines {
        let attribute = line.trim_start().starts_with("#[");
        opened |= line.ends_with('{');
        let ends =
            !attribute && (line.ends_with(';') && !opened || line.len() == indent + 1 && line.ends_with('}'));
        if ends || !opened && line.ends_with('}') {
            return;
        }
    }
}

#[test]
fn code_goes_on_after_an_item_for_tests() {
    let text = "//! A file.\n#[cfg(test)]\nmod tests;\n\nuse crate::ui::x;\n#[cfg(test)]\npub(super) const ONE: i32 = 1;\n\
                struct Kept {\n    #[cfg(test)]\n    fn a() {\n        gone();\n    }\n    fn b() {}\n}\n\
                #[cfg(test)]\n#[allow(x)]\nmod inside {\n    use y;\n}\nlast();";
    let found: Vec<&str> = code(text).filter(|line| !line.is_empty()).collect();
    assert_eq!(found, ["use crate::ui::x;", "struct Kept {", "fn b() {}", "}", "last();"]);
}

#[test]
fn imports_run_one_way() {
    for (place, text) in sources() {
        let own = module(&place);
        let Some(own_layer) = layer(&own) else { continue };
        for line in code(&text) {
            for (name, other_layer) in LAYERS {
                let imports =
                    line.contains(&format!("crate::{name}::")) || line.contains(&format!("duidu::{name}::"));
                assert!(
                    !imports || name == own || other_layer < own_layer,
                    "{}: {own} may not import {name}: {line}",
                    place.display()
                );
            }
        }
    }
}

#[test]
fn every_module_has_a_layer() {
    let modules: BTreeSet<String> = sources().iter().map(|(place, _)| module(place)).collect();
    for module in modules.iter().filter(|module| *module != "lib") {
        assert!(layer(module).is_some(), "{module} has no layer");
    }
}

#[test]
fn the_platform_is_named_only_where_it_may_be() {
    for (place, text) in sources() {
        let own = module(&place);
        for line in code(&text) {
            for (name, allowed) in PLATFORM {
                assert!(
                    !line.contains(name) || allowed.contains(&own.as_str()),
                    "{}: {own} may not name {name}",
                    place.display()
                );
            }
        }
    }
}

#[test]
fn every_file_begins_with_its_description() {
    for (place, text) in sources() {
        assert!(text.starts_with("//! "), "{} begins without a line that says what it is", place.display());
    }
}

#[test]
fn the_page_names_no_segmenter() {
    for (place, text) in
        sources().into_iter().filter(|(place, _)| ["ui", "api"].contains(&module(place).as_str()))
    {
        assert!(code(&text).all(|line| !line.contains("segment::")), "{} names a segmenter", place.display());
    }
}

/// Returns the name of the type that a line of code declares.
fn declared(line: &str) -> Option<&str> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().position(|word| ["struct", "enum", "trait", "union"].contains(word))?;
    let is_declaration =
        words[..at].iter().all(|word| word.starts_with("pub") || word.ends_with(')') || *word == "unsafe");
    let name = words.get(at + 1).filter(|_| is_declaration)?;
    name.split(|c: char| !c.is_alphanumeric()).next()
}

#[test]
fn few_type_names_mean_two_types() {
    let mut places: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for (place, text) in sources().into_iter().filter(|(place, _)| !place.ends_with("tests.rs")) {
        for name in code(&text).filter_map(declared) {
            places.entry(name.to_owned()).or_default().push(place.clone());
        }
    }
    places.retain(|_, places| places.len() > 1);
    assert!(places.len() <= SHARED_NAMES, "{} names are shared: {places:#?}", places.len());
}

#[test]
fn few_functions_are_longer_than_a_screen() {
    let mut long = Vec::new();
    for (place, text) in sources().into_iter().filter(|(place, _)| !place.ends_with("tests.rs")) {
        let lines: Vec<&str> = outside_tests(&text).collect();
        for (at, line) in lines.iter().enumerate() {
            let begun = line.trim_start();
            let before = ["const", "async", "unsafe"];
            let mut words = begun.split_whitespace();
            if words.find(|word| !word.starts_with("pub") && !word.ends_with(')') && !before.contains(word))
                != Some("fn")
            {
                continue;
            }
            // A trait's function without a body ends in a semicolon.
            let body = lines[at..].iter().find(|line| line.ends_with(['{', ';', '}']));
            if !body.is_some_and(|line| line.ends_with('{')) {
                continue;
            }
            let end = format!("{}}}", &line[..line.len() - begun.len()]);
            let length = lines[at..].iter().position(|line| *line == end).unwrap_or(0) + 1;
            if length > SCREEN {
                long.push(format!("{}: {length} lines: {begun}", place.display()));
            }
        }
    }
    assert!(long.len() <= LONG_FUNCTIONS, "{} functions are long: {long:#?}", long.len());
}
