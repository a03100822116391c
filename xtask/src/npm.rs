//! The package for npm, left in `dist-npm/`: the engine as WebAssembly with its files, and types from `docs/api.md`.

use crate::call::{Call, Outcome, root};
use crate::{browser, tools};
use std::path::Path;
use std::{fs, io};

/// The folder of the package.
const FOLDER: &str = "dist-npm";

/// Files of the package that are copied, with the folder they are in.
const FILES: [(&str, &[&str]); 4] = [
    (
        "src/package",
        &["README.md", "node.js", "node-worker.js", "page.js", "page-worker.js", "engine.js", "calls.js"],
    ),
    ("static/model", &["segmenter.bin"]),
    ("static/dictionary", &["jieba.txt"]),
    ("", &["LICENSE"]),
];

/// Licences of what is inside, each with its name in the package.
const LICENCES: [(&str, &str); 3] = [
    ("static/model/LICENCE.md", "LICENCE-model.md"),
    ("static/dictionary/LICENCE.md", "LICENCE-dictionary.md"),
    ("src/text/tables/LICENCE.md", "LICENCE-tables.md"),
];

/// How the engine is compiled.
#[derive(Clone, Copy)]
pub(crate) enum Profile {
    /// As fast as the analysis thread of the page: the package that is given out.
    Thread,
    /// In a third of the time: the package that is tested.
    Quick,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Quick => "quick",
        }
    }
}

/// Builds the package.
pub(crate) fn build() -> Outcome {
    compile(Profile::Thread)?;
    assemble(Profile::Thread)
}

/// Compiles its engine.
pub(crate) fn compile(profile: Profile) -> Outcome {
    tools::wasm_target()?;
    Call::cargo()
        .line("build --no-default-features --features package --bin notebook --profile")
        .arguments([profile.name(), "--target", tools::TARGET])
        .run()
}

/// Makes the package of the engine that was compiled.
pub(crate) fn assemble(profile: Profile) -> Outcome {
    let bindgen = tools::bindgen()?;
    let folder = root().join(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{FOLDER}: {error}"))?;
    }
    bindgen
        .line("--target web --no-typescript --out-name duidu --out-dir")
        .arguments([FOLDER, &format!("target/{}/{}/notebook.wasm", tools::TARGET, profile.name())])
        .run()?;
    written(&folder).map_err(|error| format!("{FOLDER} cannot be filled: {error}"))
}

/// Builds the package and tests it.
pub(crate) fn test() -> Outcome {
    compile(Profile::Quick)?;
    assemble(Profile::Quick)?;
    test_built()
}

/// Packs the package that was built, installs it in an empty folder, and tests it there and in a page.
pub(crate) fn test_built() -> Outcome {
    let chrome = browser::prepare()?;
    let test = Call::new("node").line("--test tests/npm/package.test.mjs");
    test.variable("CHROME", chrome.display().to_string()).run()
}

fn written(folder: &Path) -> io::Result<()> {
    for (from, names) in FILES {
        for name in names {
            fs::copy(root().join(from).join(name), folder.join(name))?;
        }
    }
    for (from, name) in LICENCES {
        fs::copy(root().join(from), folder.join(name))?;
    }
    let read = |place: &str| fs::read_to_string(root().join(place));
    let own = read("src/package/open.d.ts")?;
    fs::write(folder.join("index.d.ts"), declarations(&read("docs/api.md")?) + &own)?;
    fs::write(folder.join("package.json"), manifest(env!("CARGO_PKG_VERSION")))
}

/// Returns the declarations of a document, which a test compares with the answers themselves.
fn declarations(document: &str) -> String {
    let blocks = document.split("\n```ts\n").skip(1);
    blocks.filter_map(|block| block.split_once("\n```")).map(|(block, _)| format!("{block}\n\n")).collect()
}

fn manifest(version: &str) -> String {
    format!(
        r#"{{
  "name": "duidu",
  "version": "{version}",
  "description": "Segments, counts and compares Chinese news",
  "license": "MIT AND CC-BY-SA-4.0",
  "type": "module",
  "engines": {{ "node": ">=20" }},
  "types": "./index.d.ts",
  "exports": {{
    ".": {{ "types": "./index.d.ts", "node": "./node.js", "default": "./page.js" }},
    "./page.js": "./page.js"
  }}
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_are_the_blocks_of_types() {
        let document = "# A\n```ts\ntype A = 1;\n```\ntext\n```js\nlet b;\n```\n```ts\ntype C = 2;\n```\n";
        assert_eq!(declarations(document), "type A = 1;\n\ntype C = 2;\n\n");
    }
}
