//! Options of the command line: `--name value`.

use std::collections::BTreeMap;
use std::io;

use crate::learn::Settings;

/// Options by name.
#[derive(Debug)]
pub(crate) struct Options(BTreeMap<String, String>);

impl Options {
    /// Parses pairs of a name and a value.
    pub(crate) fn read(arguments: &[String]) -> io::Result<Self> {
        let mut options = BTreeMap::new();
        for pair in arguments.chunks(2) {
            match pair {
                [name, value] if name.starts_with("--") => {
                    options.insert(name.trim_start_matches('-').to_owned(), value.clone());
                }
                _ => {
                    return Err(io::Error::other(format!(
                        "not a pair of --name and value: {}",
                        pair.join(" ")
                    )));
                }
            }
        }
        Ok(Self(options))
    }

    /// Returns the value of an optional option.
    pub(crate) fn text<'o>(&'o self, name: &str, default: &'o str) -> &'o str {
        self.0.get(name).map_or(default, String::as_str)
    }

    /// Returns true if an option is given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Returns the value of a required option.
    pub(crate) fn needed(&self, name: &str) -> io::Result<&str> {
        self.0.get(name).map(String::as_str).ok_or_else(|| io::Error::other(format!("--{name} is missing")))
    }

    /// Returns the number given by an optional option.
    pub(crate) fn number<T: std::str::FromStr>(&self, name: &str, default: T) -> io::Result<T> {
        let wrong = |value: &String| io::Error::other(format!("--{name} {value} is not such a number"));
        self.0.get(name).map_or(Ok(default), |value| value.parse().map_err(|_| wrong(value)))
    }

    /// Returns the settings of training.
    pub(crate) fn settings(&self) -> io::Result<Settings> {
        let plain = Settings::default();
        Ok(Settings {
            epochs: self.number("epochs", plain.epochs)?,
            rate: self.number("rate", plain.rate)?,
            least: self.number("least", plain.least)?,
            prune: self.number("prune", plain.prune)?,
            seed: self.number("seed", plain.seed)?,
        })
    }
}
