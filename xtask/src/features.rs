//! The sets of features that Cargo.toml offers, each of which compiles.

use crate::call::{Call, Outcome};
use crate::tools;

const WASM: &[&str] = &["--target", tools::TARGET];

/// The sets that no lint and no test compiles, each with the target it is checked for.
const SETS: [(&str, &[&str]); 6] =
    [("browser", WASM), ("ui", WASM), ("worker", WASM), ("ssr", &[]), ("cli", &[]), ("package", WASM)];

/// The features that use nothing of the page and nothing of each other: each is compiled alone.
#[cfg(test)]
const ALONE: [&str; 2] = ["cli", "package"];

/// Checks every set that [`crate::check`] does not lint.
pub(crate) fn check() -> Outcome {
    SETS.into_iter().try_for_each(|(features, target)| {
        Call::cargo()
            .line("check --lib --bins --no-default-features --features")
            .arguments([features])
            .arguments(target)
            .run()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;

    use super::{ALONE, SETS};
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
        let (alone, sets): (Vec<&str>, Vec<&str>) =
            SETS.iter().map(|&(set, _)| set).partition(|set| ALONE.contains(set));
        assert_eq!(alone, ALONE);
        let checked = sets.into_iter().map(|set| vec![set]);
        let compiled: BTreeSet<BTreeSet<String>> =
            linted.into_iter().chain(checked).map(|set| whole(&features, set)).collect();
        assert_eq!(offered, compiled);
    }
}
