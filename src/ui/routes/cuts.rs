//! The values from which a table lists its rows, in an address: `p:0.01,logRatio:1`.

use super::codec::Parameter;

/// Columns whose small values are the telling ones.
const SMALL: [&str; 3] = ["p", "pAdjusted", "dp"];

/// The values from which rows are listed, by column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cuts(Vec<(String, String)>);

impl Cuts {
    /// Returns the cuts with another value for a column; `None` for no cut.
    pub fn with(&self, column: &str, value: Option<f64>) -> Self {
        let others = self.0.iter().filter(|(name, _)| name != column).cloned();
        Self(others.chain(value.map(|value| (column.to_owned(), value.to_string()))).collect())
    }

    /// Returns the value of a column.
    pub fn value(&self, column: &str) -> Option<f64> {
        self.0.iter().find(|(name, _)| name == column).and_then(|(_, value)| value.parse().ok())
    }

    /// Returns true if rows of any value are listed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the cuts in the form of formulas: `p ≤ 0.01`.
    pub fn formulas(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|(column, value)| {
            if Self::is_small(column) {
                format!("{column} ≤ {value}")
            } else {
                format!("|{column}| ≥ {value}")
            }
        })
    }

    /// Returns true if rows are listed up to the value of this column, and false if they are from it on.
    pub fn is_small(column: &str) -> bool {
        SMALL.contains(&column)
    }

    /// Returns true if a row passes, whose number in a column is `number`. A number counts without its sign; one that is
    /// missing passes no cut.
    pub fn pass(&self, number: impl Fn(&str) -> Option<f64>) -> bool {
        self.0.iter().all(|(column, value)| {
            let (Ok(cut), Some(number)) = (value.parse::<f64>(), number(column)) else { return false };
            if Self::is_small(column) { number <= cut } else { number.abs() >= cut }
        })
    }
}

impl Parameter for Cuts {
    fn parse(value: &str) -> Option<Self> {
        let cut = |written: &str| {
            let (column, value) = written.split_once(':')?;
            let value: f64 = value.parse().ok().filter(|value: &f64| value.is_finite() && *value >= 0.0)?;
            Some((String::parse(column).filter(|column| !column.is_empty())?, value.to_string()))
        };
        Some(Self(value.split(',').filter_map(cut).collect()))
    }

    fn parameter(&self) -> String {
        let cut = |(column, value): &(String, String)| format!("{}:{value}", column.parameter());
        self.0.iter().map(cut).collect::<Vec<_>>().join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_at_most_and_an_effect_at_least_either_way() {
        let cuts = Cuts::default().with("p", Some(0.01)).with("logRatio", Some(1.0));
        let row = |p: f64, ratio: f64| cuts.pass(|column| Some(if column == "p" { p } else { ratio }));
        assert!(row(0.01, 1.0) && row(0.0, -3.0));
        assert!(!row(0.02, 3.0) && !row(0.0, 0.5));
        assert!(!cuts.pass(|_| None));
        assert_eq!(cuts.formulas().collect::<Vec<_>>(), ["p ≤ 0.01", "|logRatio| ≥ 1"]);
        assert!(cuts.with("p", None).with("logRatio", None).is_empty());
    }

    #[test]
    fn an_address_with_a_cut_that_is_none_has_the_others() {
        let cuts = Cuts::parse("p:0.01,logRatio:x,g2,:3,dp:-1,range:NaN").unwrap();
        assert_eq!(cuts, Cuts::default().with("p", Some(0.01)));
        assert_eq!(cuts.parameter(), "p:0.01");
    }
}
