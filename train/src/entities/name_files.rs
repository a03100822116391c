//! The lists of names: files of the project, each name between spaces, and jieba's dictionary.

use std::path::Path;
use std::{fs, io};

use duidu::entities::{CharacterClasses, NameLists};
use duidu::segment::accurate::symbols;
use duidu::text::fold_char;

use crate::options::Options;

/// The folder of the files.
const FOLDER: &str = "train/data/names";

/// The names of the files.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameFiles {
    pub(crate) people: Vec<String>,
    pub(crate) places: Vec<String>,
    pub(crate) bodies: Vec<String>,
    /// The towns of GeoNames, most of which are small and often something else.
    pub(crate) towns: Vec<String>,
}

impl NameFiles {
    /// Reads the files.
    pub(crate) fn read(options: &Options) -> io::Result<Self> {
        let folder = Path::new(options.text("names", FOLDER));
        let names = |file: &str| -> io::Result<Vec<String>> {
            let file = fs::read_to_string(folder.join(file))?;
            let lines = file.lines().filter(|line| !line.starts_with('#'));
            Ok(lines.flat_map(str::split_whitespace).map(str::to_owned).collect())
        };
        let mut places = names("places.txt")?;
        places.extend(names("cldr.txt")?);
        Ok(Self {
            people: names("people.txt")?,
            places,
            bodies: names("organisations.txt")?,
            towns: names("geonames.txt")?,
        })
    }

    /// Makes the lists that the model keeps, with the bodies of jieba's dictionary.
    pub(crate) fn lists(&self, jieba: &str) -> NameLists {
        let bodies = jieba.lines().filter_map(|line| line.strip_suffix(" nt")?.split(' ').next());
        let units = |names: &mut dyn Iterator<Item = &str>| -> Vec<Vec<char>> {
            names.map(|name| symbols(name).collect()).collect()
        };
        let own = |names: &[String]| units(&mut names.iter().map(String::as_str));
        let [people, places, towns] = [&self.people, &self.places, &self.towns].map(|names| own(names));
        let bodies = units(&mut self.bodies.iter().map(String::as_str).chain(bodies));
        NameLists::new([
            &mut people.iter().map(Vec::as_slice),
            &mut places.iter().map(Vec::as_slice),
            &mut bodies.iter().map(Vec::as_slice),
            &mut towns.iter().map(Vec::as_slice),
        ])
    }
}

/// Reads the classes of characters: on each line a character, its class among few and its class among many.
pub(crate) fn classes(options: &Options) -> io::Result<CharacterClasses> {
    let file = fs::read_to_string(Path::new(options.text("names", FOLDER)).join("characters.tsv"))?;
    let line = |line: &str| {
        let mut parts = line.split('\t');
        let symbol = parts.next()?.chars().next()?;
        Some((fold_char(symbol), [parts.next()?.parse().ok()?, parts.next()?.parse().ok()?]))
    };
    Ok(CharacterClasses::new(file.lines().filter_map(line)))
}
