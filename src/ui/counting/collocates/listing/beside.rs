//! The table that compares the collocates of two scopes.

use std::collections::BTreeMap;

use super::{ScopeCollocates, places, steps};
use crate::ui::i18n::{Catalog, key};
use crate::ui::results::listing::Listing;
use crate::ui::results::proof::{Proof, Step};
use crate::ui::routes::Route;
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{CollocateRow, Collocates};

/// A word near the node in one of two scopes, or in both.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedCollocate {
    /// The word.
    pub word: String,
    /// Index of its row in the first scope.
    pub a: Option<usize>,
    /// Index of its row in the second scope.
    pub b: Option<usize>,
}

/// Merges the words of two answers: those of the first in their order, then those only in the second.
pub fn both(a: &Collocates, b: &Collocates) -> Vec<ComparedCollocate> {
    let second: BTreeMap<&str, usize> =
        b.rows.iter().enumerate().map(|(at, row)| (row.word.as_str(), at)).collect();
    let first: BTreeMap<&str, usize> =
        a.rows.iter().enumerate().map(|(at, row)| (row.word.as_str(), at)).collect();
    let here = a.rows.iter().enumerate().map(|(at, row)| ComparedCollocate {
        word: row.word.clone(),
        a: Some(at),
        b: second.get(row.word.as_str()).copied(),
    });
    let there = b.rows.iter().enumerate().filter(|(_, row)| !first.contains_key(row.word.as_str()));
    here.chain(there.map(|(at, row)| ComparedCollocate { word: row.word.clone(), a: None, b: Some(at) }))
        .collect()
}

/// Builds the columns that compare the collocates of two scopes of these names.
pub fn beside(
    a: &ScopeCollocates,
    b: &ScopeCollocates,
    scopes: &[String; 2],
    words: &Shared<Vec<ComparedCollocate>>,
    catalog: &Catalog,
) -> Listing {
    let columns = columns(a, b, scopes, words, catalog);
    let (a, b, words) = (a.clone(), b.clone(), words.clone());
    Listing::new(columns, move |row, column, catalog| proof(&a, &b, words.get(row)?, column, catalog))
}

fn columns(
    a: &ScopeCollocates,
    b: &ScopeCollocates,
    scopes: &[String; 2],
    words: &Shared<Vec<ComparedCollocate>>,
    catalog: &Catalog,
) -> Vec<Column> {
    let side = |found: &ScopeCollocates, of_a: bool, of: fn(&CollocateRow) -> Value| {
        let (answer, words) = (found.answer.clone(), words.clone());
        move |place: usize| {
            let at = if of_a { words[place].a } else { words[place].b };
            at.and_then(|at| answer.rows.get(at)).map_or(Value::Nothing, of)
        }
    };
    let lead = {
        let (a, b, words) = (a.clone(), b.clone(), words.clone());
        move |place: usize| {
            let word = &words[place];
            let found = if word.a.is_some() { &a } else { &b };
            Route::Concordance(found.together(&word.word)).href().into()
        }
    };
    let word = {
        let words = words.clone();
        move |place: usize| Value::Text(words[place].word.clone())
    };
    let difference = {
        let (a, b, words) = (a.answer.clone(), b.answer.clone(), words.clone());
        move |place: usize| match (words[place].a, words[place].b) {
            (Some(one), Some(other)) => Value::Number(a.rows[one].log_dice - b.rows[other].log_dice),
            _ => Value::Nothing,
        }
    };
    let observed = |row: &CollocateRow| Value::Count(row.observed);
    let log_dice = |row: &CollocateRow| Value::Number(row.log_dice);
    let mi = |row: &CollocateRow| Value::Number(row.mi);
    let column = |name, title: &str, class, value: Box<dyn Fn(usize) -> Value>| {
        let [first, second] = scopes;
        let side = if class == "side-a" { first } else { second };
        Column::new(name, title.to_owned(), Kind::Number, value).class(class).of_side(side, catalog)
    };
    let together = catalog.text(key!("column-together"));
    vec![
        Column::new("word", catalog.text(key!("column-collocate")), Kind::Word, word).wide(150).leading(lead),
        column("observedA", &together, "side-a", Box::new(side(a, true, observed))).wide(64),
        column("logDiceA", "logDice", "side-a", Box::new(side(a, true, log_dice))).places(2).wide(76),
        column("miA", "MI", "side-a", Box::new(side(a, true, mi))).places(2).wide(60),
        column("observedB", &together, "side-b", Box::new(side(b, false, observed))).wide(72),
        column("logDiceB", "logDice", "side-b", Box::new(side(b, false, log_dice))).places(2).wide(76),
        column("miB", "MI", "side-b", Box::new(side(b, false, mi))).places(2).wide(60),
        Column::new("difference", catalog.text(key!("column-difference")), Kind::Number, difference)
            .places(2)
            .wide(76),
    ]
}

/// Returns the proof of one number of one scope, or of the difference between the two.
fn proof(
    a: &ScopeCollocates,
    b: &ScopeCollocates,
    word: &ComparedCollocate,
    column: &str,
    catalog: &Catalog,
) -> Option<Proof> {
    let one = word.a.and_then(|at| a.answer.rows.get(at)).map(|row| (a, row));
    let other = word.b.and_then(|at| b.answer.rows.get(at)).map(|row| (b, row));
    let (name, sides) = match column {
        "observedA" => ("observed", [one, None]),
        "logDiceA" => ("logDice", [one, None]),
        "miA" => ("mi", [one, None]),
        "observedB" => ("observed", [other, None]),
        "logDiceB" => ("logDice", [other, None]),
        "miB" => ("mi", [other, None]),
        "difference" => ("logDice", [one, other]),
        _ => return None,
    };
    let found: Vec<(&ScopeCollocates, &CollocateRow)> = sides.into_iter().flatten().collect();
    let steps =
        found.iter().flat_map(|(found, row)| steps(&found.answer, row, name, catalog).unwrap_or_default());
    let steps: Vec<Step> = steps.collect();
    let places = found.iter().flat_map(|(found, row)| places(found, row, "observed", catalog)).collect();
    let note = catalog.text(key!("formula-collocates-note")).to_string();
    (!steps.is_empty()).then(|| Proof { word: word.word.clone(), steps, note, places, ..Proof::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(words: &[&str]) -> Collocates {
        let rows = words.iter().map(|word| CollocateRow { word: (*word).into(), ..CollocateRow::default() });
        Collocates {
            rows: rows.collect(),
            types: 0,
            node: 1,
            tokens: 9,
            left: 2,
            right: 2,
            node_pairs: 4,
            pairs: 30,
            folded: false,
        }
    }

    #[test]
    fn what_only_one_scope_has_stands_in_the_table_too() {
        let joined = both(&answer(&["甲", "乙"]), &answer(&["乙", "丙"]));
        let places: Vec<_> = joined.iter().map(|row| (row.word.as_str(), row.a, row.b)).collect();
        assert_eq!(places, [("甲", Some(0), None), ("乙", Some(1), Some(0)), ("丙", None, Some(1))]);
    }
}
