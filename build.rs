//! Gives every build an identity, so that a page never talks to a stale worker from the browser's cache, and the code
//! the colours of the style sheet and the keys of the messages.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// The files words are found with, and the names under which the code knows their checksums.
const FILES: [(&str, &str); 2] = [
    ("DUIDU_MODEL_SHA256", "static/model/segmenter.bin"),
    ("DUIDU_DICTIONARY_SHA256", "static/dictionary/jieba.txt"),
];

fn main() -> io::Result<()> {
    let mut hash = Fnv::default();
    for place in ["src", "seeds", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={place}");
        hash.visit(Path::new(place))?;
    }
    // The files belong to the build: counts made with others, or with half of one, would not be ours.
    for (name, place) in FILES {
        println!("cargo::rerun-if-changed={place}");
        let digest = Sha256::digest(fs::read(place)?);
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        println!("cargo::rustc-env={name}={digest}");
    }
    name_colours()?;
    write_message_keys()?;
    println!("cargo::rustc-env=DUIDU_BUILD={}-{:016x}", env!("CARGO_PKG_VERSION"), hash.0);
    Ok(())
}

/// Names the colours of the light theme, `DUIDU_COLOUR_INK` for `--ink`, so that files and page have the same.
fn name_colours() -> io::Result<()> {
    let place = "static/css/tokens.css";
    println!("cargo::rerun-if-changed={place}");
    for line in fs::read_to_string(place)?.lines() {
        let Some((name, colours)) = line.trim().split_once(": light-dark(") else { continue };
        let Some((light, _)) = colours.split_once(',') else { continue };
        let name = name.trim_start_matches('-').replace('-', "_").to_uppercase();
        println!("cargo::rustc-env=DUIDU_COLOUR_{name}={light}");
    }
    Ok(())
}

/// Writes the keys that the messages of both languages have, sorted, as a list for `src/ui/i18n/message_key.rs`.
fn write_message_keys() -> io::Result<()> {
    let keys = |place: &str| -> io::Result<BTreeSet<String>> {
        println!("cargo::rerun-if-changed={place}");
        let messages = fs::read_to_string(place)?;
        let keyed =
            messages.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
        Ok(keyed.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.to_owned()).collect())
    };
    let both = &keys("static/locales/en.ftl")? & &keys("src/ui/locales/zh-Hant-HK.ftl")?;
    let list: String = both.iter().map(|key| format!("    {key:?},\n")).collect();
    let folder = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(folder.join("message_keys.rs"), format!("&[\n{list}]\n"))
}

/// FNV-1a, 64 bits: enough to tell builds apart, and no dependency to compile first.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn visit(&mut self, place: &Path) -> io::Result<()> {
        if place.is_dir() {
            let mut inside = fs::read_dir(place)?.collect::<Result<Vec<_>, _>>()?;
            inside.sort_by_key(fs::DirEntry::path);
            for entry in inside {
                self.visit(&entry.path())?;
            }
            return Ok(());
        }
        if !place.exists() {
            return Ok(());
        }
        for byte in fs::read(place)? {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        Ok(())
    }
}
