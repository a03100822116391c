//! The sets of features that Cargo.toml offers, each of which compiles.

use crate::call::{Call, Outcome};
use crate::tools;

/// The sets that no lint and no test compiles, for this machine and for the browser.
const NATIVE: [&str; 2] = ["ssr", "cli"];
const BROWSER: [&str; 3] = ["browser", "ui", "worker"];

/// The features that use nothing of the page and nothing of each other: each is compiled alone.
#[cfg(test)]
const ALONE: [&str; 2] = ["cli", TESTED];

/// The one of them that `cargo xtask test` compiles, for npm.
#[cfg(test)]
const TESTED: &str = "package";

/// Checks every set for this machine that is compiled by nothing else.
pub(crate) fn check_native() -> Outcome {
    NATIVE.into_iter().try_for_each(|set| checking(set).run())
}

/// Checks every set for the browser that is compiled by nothing else, in a folder of what was compiled.
pub(crate) fn check_browser(folder: &str) -> Outcome {
    let target = ["--target", tools::TARGET, "--target-dir", folder];
    BROWSER.into_iter().try_for_each(|set| checking(set).arguments(target).run())
}

fn checking(set: &str) -> Call {
    Call::cargo().line("check --lib --bins --no-default-features --features").arguments([set])
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;

    use super::{ALONE, BROWSER, NATIVE, TESTED};
    use crate::call::root;

    type Features = BTreeMap<String, Vec<String>>;

    /// Parses the table `[features]` of a manifest.
    fn features(manifest: &str) -> Features {
        let table = manifest.split_once("\n[features]\n").expect("a table of features").1;
        let table = table.split_once("\n[").map_or(table, |(table, _)| table);
        let lines = table.lines().filter(|line| !line.starts_with('#')).collect::<String>();
        let entries = lines.split(']').filter_map(|entry| entry.split_once('='));
        let names = |list: &str| list.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        entries.map(|(name, list)| (name.trim().to_owned(), names(list))).collect()
    }

    /// Returns a set with everything that its features imply, without `default`.
    fn whole<'a>(features: &Features, asked: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
        let mut waiting: Vec<String> = asked.into_iter().map(str::to_owned).collect();
        let mut set = BTreeSet::new();
        while let Some(name) = waiting.pop() {
            if let Some(more) = features.get(&name).filter(|_| set.insert(name)) {
                waiting.extend(more.iter().filter(|name| features.contains_key(*name)).cloned());
            }
        }
        set.remove("default");
        set
    }

    #[test]
    fn every_set_of_features_is_linted_or_checked() {
        let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
        let features = features(&manifest);
        assert!(features.contains_key("ui") && features["ssr"].contains(&"ui".to_owned()), "{features:?}");
        let names: Vec<&str> =
            features.keys().map(String::as_str).filter(|name| !ALONE.contains(name)).collect();
        let offered: BTreeSet<BTreeSet<String>> = (0..1_u32 << names.len())
            .map(|chosen| {
                whole(&features, (0..names.len()).filter(|at| chosen >> at & 1 == 1).map(|at| names[at]))
            })
            .collect();
        // Those that `check` lints: nothing, the page that is built, and the page as the tests draw it.
        let linted = [vec![], vec!["default"], vec!["default", "ssr"]];
        let (alone, checked): (Vec<&str>, Vec<&str>) =
            NATIVE.into_iter().chain(BROWSER).chain([TESTED]).partition(|set| ALONE.contains(set));
        assert_eq!(alone, ALONE);
        let checked = checked.into_iter().map(|set| vec![set]);
        let compiled: BTreeSet<BTreeSet<String>> =
            linted.into_iter().chain(checked).map(|set| whole(&features, set)).collect();
        assert_eq!(offered, compiled);
    }
}
