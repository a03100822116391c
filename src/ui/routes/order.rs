//! The order of a table in an address: the name of a column, after `-` if the greatest value comes first.

use super::codec::Parameter;

/// The column a table is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column's name.
    pub column: String,
    /// True if the greatest value comes first.
    pub descending: bool,
}

impl Order {
    /// Returns the order after a click on a column's head: the usual one, its reverse, then the answer's.
    pub fn next(now: Option<&Self>, column: &str, descending_first: bool) -> Option<Self> {
        match now {
            Some(order) if order.descending != descending_first => None,
            Some(order) => Some(Self { descending: !order.descending, ..order.clone() }),
            None => Some(Self { column: column.to_owned(), descending: descending_first }),
        }
    }
}

impl Parameter for Order {
    fn parse(value: &str) -> Option<Self> {
        let value = String::parse(value).filter(|value| !value.is_empty() && value != "-")?;
        Some(match value.strip_prefix('-') {
            Some(column) => Self { column: column.to_owned(), descending: true },
            None => Self { column: value, descending: false },
        })
    }

    fn parameter(&self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.column.parameter())
    }
}
