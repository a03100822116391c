//! What the browser tests need: Chromium, Node with npm, and the packages locked in `tests/browser`.

use crate::call::{Call, Outcome, find, root};
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "tests/browser";
const CHROMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const MAC_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Runs one of the scripts in `tests/browser` with Node, in the browser that was found.
pub(crate) fn script(name: &str, options: &[&str]) -> Outcome {
    script_with(name, options, None)
}

/// Runs one of them with a further variable.
pub(crate) fn script_with(name: &str, options: &[&str], variable: Option<(&'static str, String)>) -> Outcome {
    let chrome = prepare()?;
    let call = Call::new("node")
        .arguments([&format!("{FOLDER}/{name}")])
        .arguments(options)
        .variable("CHROME", chrome.display().to_string());
    variable.into_iter().fold(call, |call, (name, value)| call.variable(name, value)).run()
}

/// Finds or installs what the browser tests need; gives the browser's file.
pub(crate) fn prepare() -> Result<PathBuf, String> {
    let mut missing = Vec::new();
    if chrome().is_none() {
        // Without a font that has them, Chinese characters are drawn as boxes.
        missing.extend(["chromium", "fonts-noto-cjk"]);
    }
    if find("node", &[]).is_none() {
        missing.push("nodejs");
    }
    if find("npm", &[]).is_none() {
        missing.push("npm");
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    packages()?;
    chrome().ok_or_else(|| "No Chromium was found. Install one, or name its file in CHROME.".to_owned())
}

fn chrome() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROME") {
        return Some(PathBuf::from(named)).filter(|file| file.is_file());
    }
    let mac = Path::new(MAC_CHROME);
    CHROMES.iter().find_map(|name| find(name, &[])).or_else(|| mac.is_file().then(|| mac.to_path_buf()))
}

/// Asks the system's package manager: the one step that needs root, so it is announced.
fn install(packages: &[&str]) -> Outcome {
    let wanted = packages.join(" ");
    if find("apt-get", &[]).is_none() {
        return Err(format!("The browser tests need these programs; please install them: {wanted}"));
    }
    let is_root = Call::new("id").line("-u").output().as_deref() == Some("0");
    let sudo: &[&str] = if is_root { &[] } else { &["sudo"] };
    println!("The browser tests need {wanted}. Installing them needs root; this runs now:");
    for line in
        [String::from("apt-get update"), format!("apt-get install -y --no-install-recommends {wanted}")]
    {
        let mut words = sudo.iter().copied().chain(line.split_whitespace());
        let program = words.next().unwrap_or("apt-get");
        Call::new(program).arguments(words).variable("DEBIAN_FRONTEND", "noninteractive").run()?;
    }
    Ok(())
}

/// `npm ci`, unless the lock file is the one that was last installed.
fn packages() -> Outcome {
    let folder = root().join(FOLDER);
    let lock =
        fs::read(folder.join("package-lock.json")).map_err(|error| format!("package-lock.json: {error}"))?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    Call::new("npm").line("ci --no-audit --no-fund").inside(FOLDER).run()?;
    fs::write(stamp, lock).map_err(|error| error.to_string())
}
