//! The service worker of a build: `static/service-worker.js` with the list of the build's files.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::call::{Outcome, root};

const SCRIPT: &str = "service-worker.js";
/// The line of the script in whose place the list is written.
const EMPTY: &str = "const BUILD = { name: \"\", now: {}, later: {} };";
/// The page, which the script knows by the address of its folder.
const PAGE: &str = "index.html";
/// The list of all files but the page, by which the page makes one file of itself.
const LIST: &str = "files.json";
/// The attribute of the page in which the name of the build is written.
const UNNAMED: &str = "data-build=\"\"";
/// Hexadecimal digits of a name: enough to tell builds apart.
const DIGITS: usize = 16;

/// Names the build in its page, and writes the service worker beside it. The page is complete otherwise.
pub(crate) fn write(page: &Path) -> Outcome {
    let place = root().join("static").join(SCRIPT);
    let script = read(&place)?;
    let html = page.join(PAGE);
    let unnamed = unnamed(&read(&html)?).ok_or_else(|| format!("{PAGE} has no attribute {UNNAMED}."))?;
    fs::write(&html, &unnamed).map_err(|error| format!("{}: {error}", html.display()))?;
    let mut files = files(page)?;
    let name = name(&script, &files);
    let list = list(&name, &files);
    files.insert(LIST.to_owned(), hex(&Sha256::digest(&list)));
    let with_list =
        with_list(&script, &name, &files).ok_or_else(|| format!("{SCRIPT} has no line `{EMPTY}`."))?;
    for (place, text) in [
        (html, unnamed.replacen(UNNAMED, &format!("data-build=\"{name}\""), 1)),
        (page.join(SCRIPT), with_list),
        (page.join(LIST), list),
    ] {
        fs::write(&place, text).map_err(|error| format!("{}: {error}", place.display()))?;
    }
    Ok(())
}

fn read(place: &Path) -> Result<String, String> {
    fs::read_to_string(place).map_err(|error| format!("{}: {error}", place.display()))
}

/// Returns the page without a name, as Trunk leaves it.
fn unnamed(html: &str) -> Option<String> {
    let (before, after) = html.split_once("data-build=\"")?;
    let (_, after) = after.split_once('"')?;
    Some(format!("{before}{UNNAMED}{after}"))
}

/// Returns the name of a build, which is another if a byte of any file is.
fn name(script: &str, files: &BTreeMap<String, String>) -> String {
    let mut hash = Sha256::new();
    hash.update(script);
    for (path, sha256) in files {
        hash.update(format!("{path} {sha256}\n"));
    }
    hex(&hash.finalize()).chars().take(DIGITS).collect()
}

/// Returns the list as JSON. No path of a build has a character that JSON writes in another way.
fn list(name: &str, files: &BTreeMap<String, String>) -> String {
    let listed = files.iter().filter(|(path, _)| *path != PAGE);
    let lines: Vec<String> = listed.map(|(path, sha256)| format!("    {path:?}: {sha256:?}")).collect();
    format!("{{\n  \"name\": {name:?},\n  \"files\": {{\n{}\n  }}\n}}\n", lines.join(",\n"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the script with the list.
fn with_list(script: &str, name: &str, files: &BTreeMap<String, String>) -> Option<String> {
    let (before, after) = script.split_once(EMPTY)?;
    let list = |wanted: bool| {
        let listed = files.iter().filter(|(path, _)| begins_with(path) == wanted);
        let lines = listed.map(|(path, sha256)| {
            let path = if path == PAGE { "" } else { path };
            format!("    {path:?}: {sha256:?},\n")
        });
        lines.collect::<String>()
    };
    let (now, later) = (list(true), list(false));
    let build =
        format!("const BUILD = {{\n  name: {name:?},\n  now: {{\n{now}  }},\n  later: {{\n{later}  }},\n}};");
    Some(format!("{before}{build}{after}"))
}

/// Returns true for a file without which the page does not begin.
fn begins_with(path: &str) -> bool {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    match folder {
        "" => {
            let is_program = ["app-", "worker", "intake"].iter().any(|start| name.starts_with(start));
            name == PAGE || is_program || is_of_the_frame(name)
        }
        "model" => name == "segmenter.bin",
        // The reader may choose another language where there is no network.
        "locales" => true,
        _ => folder.starts_with("snippets/"),
    }
}

fn is_of_the_frame(name: &str) -> bool {
    matches!(name, "boot.js" | "first.js" | "offline.js" | "one-file.js" | LIST)
        || Path::new(name).extension().is_some_and(|it| it == "css")
}

/// Returns the SHA-256, in hexadecimal, of every file below a folder but the service worker, by its path.
fn files(page: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![page.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in fs::read_dir(&folder).map_err(failed)? {
            let place = entry.map_err(failed)?.path();
            if place.is_dir() {
                folders.push(place);
                continue;
            }
            let bytes = fs::read(&place).map_err(failed)?;
            let path = place.strip_prefix(page).unwrap_or(&place).to_string_lossy().replace('\\', "/");
            let is_hidden = path.split('/').any(|part| part.starts_with('.'));
            if path != SCRIPT && path != LIST && !is_hidden {
                found.insert(path, hex(&Sha256::digest(bytes)));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> BTreeMap<String, String> {
        paths.iter().map(|path| ((*path).to_owned(), "00".to_owned())).collect()
    }

    #[test]
    fn the_list_takes_the_place_of_the_empty_one() {
        let script = fs::read_to_string(root().join("static").join(SCRIPT)).expect("the script is there");
        let files = files(&[
            "index.html",
            "app-1.js",
            "locales/a.ftl",
            "snippets/a/b.js",
            "dictionary/jieba.txt",
            "pdf/pdf.js",
        ]);
        let written = with_list(&script, "1f", &files).expect("the script has the line");
        assert!(!written.contains(EMPTY));
        let now = "now: {\n    \"app-1.js\": \"00\",\n    \"\": \"00\",\n    \"locales/a.ftl\": \"00\",\n    \"snippets/a/b.js\": \"00\",\n  },";
        assert!(written.contains(now), "{written}");
        let later = "later: {\n    \"dictionary/jieba.txt\": \"00\",\n    \"pdf/pdf.js\": \"00\",\n  },";
        assert!(written.contains(later), "{written}");
    }

    #[test]
    fn every_file_and_the_script_count_in_the_name() {
        let mut changed = files(&["a", "b"]);
        changed.insert("b".to_owned(), "01".to_owned());
        let names = [
            name("", &files(&["a", "b"])),
            name("", &changed),
            name("", &files(&["a", "c"])),
            name("x", &files(&["a", "b"])),
        ];
        let different: std::collections::BTreeSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len(), "{names:?}");
    }

    #[test]
    fn a_page_that_has_a_name_is_named_anew() {
        let html = "<script src=\"./boot.js\" data-build=\"12ab\" data-app=\"./app-1.js\"></script>";
        let expected = "<script src=\"./boot.js\" data-build=\"\" data-app=\"./app-1.js\"></script>";
        assert_eq!(unnamed(html).as_deref(), Some(expected));
        assert_eq!(unnamed(expected).as_deref(), Some(expected));
        assert_eq!(unnamed("<script></script>"), None);
    }
}
