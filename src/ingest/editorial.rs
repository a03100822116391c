//! The editorial table of the bundled pages, `seeds/stories.toml`: the lines that make up each story. Programs contain it
//! packed, as `seeds/stories.bin`, without a reader of TOML.

use serde::Deserialize;

/// The whole table.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(super) struct EditorialTable {
    pub(super) page: Vec<EditorialPage>,
    #[serde(default)]
    pub(super) same_event: Vec<SameEvent>,
}

/// One page.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(super) struct EditorialPage {
    pub(super) file: String,
    pub(super) paper: String,
    pub(super) date: String,
    pub(super) hard_wrapped: bool,
    #[serde(default)]
    pub(super) furniture: Vec<LineRange>,
    pub(super) story: Vec<EditorialStory>,
}

/// One story of a page. Line numbers count from 1 and ranges include both ends.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(super) struct EditorialStory {
    pub(super) id: String,
    pub(super) headline: String,
    #[serde(default)]
    pub(super) headline_lines: Vec<LineRange>,
    #[serde(default)]
    pub(super) deck: Option<String>,
    #[serde(default)]
    pub(super) kicker: Option<String>,
    #[serde(default)]
    pub(super) kicker_lines: Vec<LineRange>,
    pub(super) body: Vec<LineRange>,
    #[serde(default)]
    pub(super) subheads: Vec<LineRange>,
    #[serde(default)]
    pub(super) captions: Vec<LineRange>,
    #[serde(default)]
    pub(super) bylines: Vec<LineRange>,
    #[serde(default)]
    pub(super) pull_quotes: Vec<LineRange>,
    #[serde(default)]
    pub(super) notes: Vec<LineRange>,
    #[serde(default)]
    pub(super) broken_paragraphs: Vec<[usize; 2]>,
}

/// Two stories that report the same thing.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(super) struct SameEvent {
    pub(super) a: String,
    pub(super) b: String,
}

/// A range of lines, of which both ends belong to it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[cfg_attr(test, derive(serde::Serialize))]
pub(super) struct LineRange(usize, usize);

impl LineRange {
    pub(super) fn first(self) -> usize {
        self.0
    }

    pub(super) fn last(self) -> usize {
        self.1
    }

    pub(super) fn holds(self, line: usize) -> bool {
        self.first() <= line && line <= self.last()
    }
}

impl EditorialTable {
    /// Reads the table that programs contain.
    #[expect(clippy::expect_used, reason = "the table is compiled in, and a test reads it")]
    pub(super) fn packed() -> Self {
        postcard::from_bytes(include_bytes!("../../seeds/stories.bin")).expect("the table is well formed")
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use toml::Value;

    use super::*;

    /// Writes single lines as ranges, as which the packed table has them: the numbers in a list.
    fn write_as_ranges(value: &mut Value) {
        match value {
            Value::Integer(line) => *value = Value::Array(vec![Value::Integer(*line); 2]),
            Value::Table(fields) => {
                let lists = fields.iter_mut().filter_map(|(_, field)| field.as_array_mut());
                lists.flatten().for_each(write_as_ranges);
            }
            _ => {}
        }
    }

    /// `DUIDU_BLESS=1 cargo test --no-default-features --lib editorial` writes the packed table again.
    #[test]
    fn the_packed_table_is_the_one_in_toml() {
        let mut table: Value = toml::from_str(include_str!("../../seeds/stories.toml")).unwrap();
        write_as_ranges(&mut table);
        let table: EditorialTable = table.try_into().unwrap();
        let packed = postcard::to_allocvec(&table).unwrap();
        if std::env::var_os("DUIDU_BLESS").is_some() {
            fs::write("seeds/stories.bin", &packed).unwrap();
        }
        assert!(fs::read("seeds/stories.bin").unwrap() == packed, "seeds/stories.bin is of another table");
        assert_eq!(format!("{:?}", EditorialTable::packed()), format!("{table:?}"));
    }
}
