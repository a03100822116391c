//! A column as data, and what follows from columns without drawing: orders, widths, files.

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use yew::prelude::*;

use crate::text::OrderBy;
use crate::ui::i18n::{Catalog, key};
use crate::ui::routes::{Cuts, Order, SortLevel};
use crate::view::export::{Field, Separator, Table};

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A count.
    Count(u32),
    /// A number.
    Number(f64),
    /// No value, such as a measure of a text too short for it.
    Nothing,
}

/// The layout of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The row's rank in the answer: a number that needs no proof.
    Rank,
    /// The word that the row describes.
    Word,
    /// Numbers.
    Number,
    /// Other text.
    Text,
    /// A bar next to the number before it; it repeats that number and is left out of files.
    Length,
}

type OfRow<T> = Rc<dyn Fn(usize) -> T>;

/// A column.
#[derive(Clone)]
pub struct Column {
    /// Its name in files and addresses, the same in every language.
    pub name: AttrValue,
    /// Its head.
    pub title: AttrValue,
    /// Its name among the columns that can be chosen, where another has the same head; empty otherwise.
    pub listed: AttrValue,
    /// An explanation of the measure, on request.
    pub about: AttrValue,
    /// Its layout.
    pub kind: Kind,
    /// A further class in the style sheets.
    pub class: &'static str,
    /// Number of decimal places shown; a file has them all.
    pub places: usize,
    /// Width in pixels; `None` to share the remaining width.
    pub width: Option<u32>,
    /// True if its numbers have a proof.
    pub proved: bool,
    /// True if it is in files only.
    pub filed: bool,
    /// The value of each cell, by the row's index in the data.
    pub value: OfRow<Value>,
    /// The drawing shown instead of the value.
    pub draw: Option<OfRow<Html>>,
    /// The target of a word's link.
    pub href: Option<OfRow<AttrValue>>,
}

impl Column {
    /// Creates a column of this name and kind.
    pub fn new(
        name: impl Into<AttrValue>,
        title: impl Into<AttrValue>,
        kind: Kind,
        value: impl Fn(usize) -> Value + 'static,
    ) -> Self {
        Self {
            name: name.into(),
            title: title.into(),
            listed: AttrValue::default(),
            about: AttrValue::default(),
            kind,
            class: "",
            places: 0,
            width: None,
            proved: kind == Kind::Number,
            filed: false,
            value: Rc::new(value),
            draw: None,
            href: None,
        }
    }

    /// Creates bars for the column before.
    pub fn length(name: &'static str, draw: impl Fn(usize) -> Html + 'static) -> Self {
        Self::new(name, "", Kind::Length, |_| Value::Nothing).drawn(draw)
    }

    /// Sets the side that it is about, where the other side has a column with the same head.
    #[must_use]
    pub fn of_side(self, side: &str, catalog: &Catalog) -> Self {
        let named = [("column", self.title.as_str().into()), ("side", side.into())];
        Self { listed: catalog.with(key!("column-of-side"), named), ..self }
    }

    /// Sets the explanation of the measure.
    #[must_use]
    pub fn about(self, about: AttrValue) -> Self {
        Self { about, ..self }
    }

    /// Sets the number of decimal places shown.
    #[must_use]
    pub fn places(self, places: usize) -> Self {
        Self { places, ..self }
    }

    /// Sets the width in pixels.
    #[must_use]
    pub fn wide(self, width: u32) -> Self {
        Self { width: Some(width), ..self }
    }

    /// Sets a class in the style sheets.
    #[must_use]
    pub fn class(self, class: &'static str) -> Self {
        Self { class, ..self }
    }

    /// Marks its numbers as having no proof of their own.
    #[must_use]
    pub fn plain(self) -> Self {
        Self { proved: false, ..self }
    }

    /// Leaves it to files: it is not on the screen.
    #[must_use]
    pub fn filed(self) -> Self {
        Self { filed: true, ..self }
    }

    /// Sets the drawing shown instead of the value.
    #[must_use]
    pub fn drawn(self, draw: impl Fn(usize) -> Html + 'static) -> Self {
        Self { draw: Some(Rc::new(draw)), ..self }
    }

    /// Sets the targets of the words' links.
    #[must_use]
    pub fn leading(self, href: impl Fn(usize) -> AttrValue + 'static) -> Self {
        Self { href: Some(Rc::new(href)), ..self }
    }
}

impl fmt::Debug for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Column").field("name", &self.name).field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Kind {
    /// Returns the class of the kind in the style sheets.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Rank => "number rank",
            Self::Word => "word",
            Self::Number => "number",
            Self::Text => "text",
            Self::Length => "length",
        }
    }
}

impl Value {
    /// Formats the value for the screen.
    pub fn shown(&self, places: usize, catalog: &Catalog) -> AttrValue {
        match self {
            Self::Text(text) => text.clone().into(),
            Self::Count(count) => catalog.count(*count),
            Self::Number(number) => catalog.decimal(*number, places),
            Self::Nothing => "–".into(),
        }
    }

    /// Returns the value as a field of a file: every digit of a number, and no sign that a program would not
    /// read.
    fn field(self) -> Field<'static> {
        match self {
            Self::Text(text) => Field::Text(text.into()),
            Self::Count(count) => Field::Number(count.to_string()),
            Self::Number(number) => Field::Number(number.to_string()),
            Self::Nothing => Field::Text("".into()),
        }
    }

    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Count(one), Self::Count(other)) => one.cmp(other),
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            _ => Ordering::Equal,
        }
    }
}

/// Sorts rows. Rows without a value come last in both directions; equal rows keep their order.
pub(crate) fn sorted(rows: &[usize], columns: &[Column], order: &Order) -> Vec<usize> {
    let column = |level: &SortLevel| {
        let column = columns.iter().find(|column| *column.name == level.column)?;
        Some((column.value.clone(), level.descending))
    };
    let levels: Vec<(OfRow<Value>, bool)> = order.levels().iter().filter_map(column).collect();
    let keys = |&row: &usize| (levels.iter().map(|(value, _)| value(row)).collect::<Vec<_>>(), row);
    let mut keyed: Vec<(Vec<Value>, usize)> = rows.iter().map(keys).collect();
    keyed.order_by(|(one, _), (other, _)| {
        let decisions =
            one.iter().zip(other).zip(&levels).map(|((one, other), (_, descending))| match (one, other) {
                (Value::Nothing, Value::Nothing) => Ordering::Equal,
                (Value::Nothing, _) => Ordering::Greater,
                (_, Value::Nothing) => Ordering::Less,
                _ if *descending => other.cmp(one),
                _ => one.cmp(other),
            });
        decisions.fold(Ordering::Equal, Ordering::then)
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// Returns the rows that pass the cuts.
pub fn cut(rows: impl Iterator<Item = usize>, columns: &[Column], cuts: &Cuts) -> Vec<usize> {
    let number = |row: usize, name: &str| {
        let column = columns.iter().find(|column| *column.name == *name)?;
        match (column.value)(row) {
            Value::Count(count) => Some(f64::from(count)),
            Value::Number(number) => Some(number),
            Value::Text(_) | Value::Nothing => None,
        }
    };
    rows.filter(|&row| cuts.pass(|name| number(row, name))).collect()
}

/// Returns the columns that are not left out; bars go with the number before them.
pub(crate) fn chosen(columns: &[Column], hidden: &[String]) -> Vec<Column> {
    let mut before = false;
    let is_hidden = |column: &&Column| {
        before = if column.kind == Kind::Length {
            before
        } else {
            hidden.iter().any(|name| *column.name == *name)
        };
        !before
    };
    columns.iter().filter(is_hidden).cloned().collect()
}

/// Writes a table as a file: what was asked, if the table says so, then a head, and a line per row.
pub fn delimited(asked: &[String], columns: &[Column], rows: &[usize], separator: Separator) -> String {
    let written = || columns.iter().filter(|column| column.kind != Kind::Length);
    let mut file = Table::new(separator);
    for line in asked {
        file.line([Field::Text(format!("# {line}").into())]);
    }
    file.line(written().map(|column| Field::Text(column.name.as_str().into())));
    for &row in rows {
        file.line(written().map(|column| (column.value)(row).field()));
    }
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        let words = ["b,c", "a\tb", "\"c\""];
        let numbers = [Value::Number(1.25), Value::Nothing, Value::Number(-2.5)];
        vec![
            Column::new("word", "詞", Kind::Word, move |row| Value::Text(words[row].into())),
            Column::new("t", "t", Kind::Number, move |row| numbers[row].clone()),
            Column::length("bar", |_| html! {}),
        ]
    }

    #[test]
    fn a_file_has_a_mark_a_head_and_a_line_a_row() {
        let csv = delimited(&[], &columns(), &[0, 1, 2], Separator::Comma);
        assert_eq!(csv, "\u{feff}word,t\r\n\"b,c\",1.25\r\na\tb,\r\n\"\"\"c\"\"\",-2.5\r\n");
        let tsv = delimited(&[], &columns(), &[1, 0], Separator::Tab);
        assert_eq!(tsv, "\u{feff}word\tt\r\na b\t\r\nb,c\t1.25\r\n");
    }

    #[test]
    fn an_id_becomes_no_day_in_a_spreadsheet_and_a_day_stays_one() {
        let values = ["003-1", "u1-1", "2025-01-22"];
        let ids = [Column::new("id", "id", Kind::Text, move |row| Value::Text(values[row].into()))];
        let asked = ["node: 合作, 1".to_owned()];
        let csv = delimited(&asked, &ids, &[0, 1, 2], Separator::Comma);
        assert_eq!(csv, "\u{feff}\"# node: 合作, 1\"\r\nid\r\n'003-1\r\nu1-1\r\n2025-01-22\r\n");
        assert!(delimited(&[], &ids, &[0], Separator::Tab).ends_with("\r\n003-1\r\n"));
    }

    #[test]
    fn a_further_column_decides_among_equal_rows() {
        let (first, second) = ([2, 1, 2, 1], [5, 6, 7, 8]);
        let columns = [
            Column::new("a", "a", Kind::Number, move |row| Value::Count(first[row])),
            Column::new("b", "b", Kind::Number, move |row| Value::Count(second[row])),
            Column::length("bar", |_| html! {}),
        ];
        let order = Order::by("a", false);
        let order = Order::next(Some(&order), "b", true, true).unwrap();
        assert_eq!(sorted(&[0, 1, 2, 3], &columns, &order), [3, 1, 2, 0]);
        assert_eq!(cut(0..4, &columns, &Cuts::default().with("b", Some(6.0)).with("a", Some(2.0))), [2]);
        let left = |hidden: &str| chosen(&columns, &[hidden.to_owned()]).len();
        assert_eq!((left("a"), left("b"), left("x")), (2, 1, 3), "a bar goes with its number");
    }

    #[test]
    fn what_has_no_value_stands_last_either_way() {
        let order = |descending| Order::by("t", descending);
        assert_eq!(sorted(&[0, 1, 2], &columns(), &order(true)), [0, 2, 1]);
        assert_eq!(sorted(&[0, 1, 2], &columns(), &order(false)), [2, 0, 1]);
        let unknown = Order::by("x", true);
        assert_eq!(sorted(&[2, 0], &columns(), &unknown), [2, 0]);
    }
}
