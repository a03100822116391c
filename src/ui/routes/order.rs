//! The order of a table in an address: the names of columns, each after `-` if the greatest value comes first.

use super::codec::Parameter;

/// The columns a table is sorted by; each decides among rows that are equal in those before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order(Vec<SortLevel>);

/// One of the columns a table is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SortLevel {
    /// The column's name.
    pub column: String,
    /// True if the greatest value comes first.
    pub descending: bool,
}

impl Order {
    /// Returns the order by one column.
    pub fn by(column: &str, descending: bool) -> Self {
        Self(vec![SortLevel { column: column.to_owned(), descending }])
    }

    /// Returns the order by several columns; `None` for none.
    pub fn of(levels: Vec<SortLevel>) -> Option<Self> {
        (!levels.is_empty()).then_some(Self(levels))
    }

    /// Returns the columns, the first of which decides.
    pub fn levels(&self) -> &[SortLevel] {
        &self.0
    }

    /// Returns the place of a column, from 1, and whether its greatest value comes first.
    pub fn level(&self, column: &str) -> Option<(usize, bool)> {
        let at = self.0.iter().position(|level| level.column == column)?;
        Some((at + 1, self.0.get(at)?.descending))
    }

    /// Returns the order after a click on a column's head: the usual one, its reverse, then the answer's. A `further` column
    /// is sorted by after those that are.
    pub fn next(now: Option<&Self>, column: &str, descending_first: bool, further: bool) -> Option<Self> {
        let mut levels = now.map(|order| order.0.clone()).unwrap_or_default();
        if !further {
            levels.retain(|level| level.column == column);
        }
        match levels.iter().position(|level| level.column == column) {
            None => levels.push(SortLevel { column: column.to_owned(), descending: descending_first }),
            Some(at) => {
                let level = levels.get_mut(at)?;
                if level.descending == descending_first {
                    level.descending = !descending_first;
                } else {
                    levels.remove(at);
                }
            }
        }
        Self::of(levels)
    }
}

impl Parameter for Order {
    fn parse(value: &str) -> Option<Self> {
        let level = |written: &str| {
            let written = String::parse(written).filter(|written| !written.is_empty() && written != "-")?;
            Some(match written.strip_prefix('-') {
                Some(column) => SortLevel { column: column.to_owned(), descending: true },
                None => SortLevel { column: written, descending: false },
            })
        };
        Self::of(value.split(',').filter_map(level).collect())
    }

    fn parameter(&self) -> String {
        let level = |level: &SortLevel| {
            format!("{}{}", if level.descending { "-" } else { "" }, level.column.parameter())
        };
        self.0.iter().map(level).collect::<Vec<_>>().join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_click_sorts_by_one_column_and_a_further_one_decides_among_equal_rows() {
        let next =
            |now: &Option<Order>, column: &str, further| Order::next(now.as_ref(), column, true, further);
        let first = next(&None, "f", false);
        assert_eq!(first, Some(Order::by("f", true)));
        let both = next(&first, "r", true);
        assert_eq!(both.as_ref().map(Order::parameter).as_deref(), Some("-f,-r"));
        let turned = next(&both, "f", true);
        assert_eq!(turned.as_ref().map(Order::parameter).as_deref(), Some("f,-r"));
        assert_eq!(next(&turned, "f", true), Some(Order::by("r", true)), "the third click ends it");
        assert_eq!(next(&both, "f", false), Some(Order::by("f", false)));
        assert_eq!(next(&Some(Order::by("f", false)), "f", false), None);
        assert_eq!(both.and_then(|order| order.level("r")), Some((2, true)));
    }

    #[test]
    fn what_is_no_column_is_left_out() {
        assert_eq!(Order::parse("-,,f"), Some(Order::by("f", false)));
        assert_eq!(Order::parse("-"), None);
    }
}
