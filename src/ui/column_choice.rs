//! The columns that the reader left out of tables, as they are kept: a table to a line. Pure.

use super::routes::codec::Parameter;

/// The columns left out, by table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnChoice(Vec<(String, Vec<String>)>);

impl ColumnChoice {
    /// Reads choices as they are kept, such as `words:dp,juillandD`.
    pub fn read(kept: &str) -> Self {
        let choice = |line: &str| {
            let (table, hidden) = line.split_once(':')?;
            Some((table.to_owned(), Vec::parse(hidden)?))
        };
        Self(kept.lines().filter_map(choice).collect())
    }

    /// Returns the columns left out of a table; `None` before the reader chose.
    pub fn hidden(&self, table: &str) -> Option<&[String]> {
        self.0.iter().find(|(name, _)| name == table).map(|(_, hidden)| &**hidden)
    }

    /// Returns the choices with another one for a table.
    #[must_use]
    pub fn with(mut self, table: &str, hidden: Vec<String>) -> Self {
        self.0.retain(|(name, _)| name != table);
        self.0.push((table.to_owned(), hidden));
        self
    }

    /// Returns the choices as they are kept.
    pub fn kept(&self) -> String {
        let line = |(table, hidden): &(String, Vec<String>)| format!("{table}:{}", hidden.parameter());
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Setting;

    #[test]
    fn a_choice_is_kept_for_each_table() {
        let choice = ColumnChoice::default()
            .with("words", vec!["dp".into(), "tag:甲,乙\n".into()])
            .with("texts", Vec::new());
        assert_eq!(ColumnChoice::read(&choice.kept()), choice);
        assert_eq!(Setting::Columns.check(&choice.kept()), Ok(()));
        assert_eq!(choice.hidden("texts"), Some(&[][..]), "all columns, as the reader chose");
        assert_eq!(choice.hidden("keywords"), None);
        let again = choice.with("words", vec!["range".into()]);
        assert_eq!(again.hidden("words"), Some(&["range".to_owned()][..]));
    }
}
