//! The tables of collocates: of one scope, and of two beside each other.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::Listing;
use crate::engine::Near;
use crate::ui::i18n::Catalog;
use crate::ui::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::chart::strip;
use crate::view::{CollocateRow, Collocates};

/// Collocates of one scope, and how their occurrences are looked up.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The collocates.
    pub answer: Shared<Collocates>,
    /// The concordance of the node in the same scope.
    pub node: ConcordanceRoute,
}

impl Found {
    /// The occurrences of the node that have `word` near.
    pub fn together(&self, word: &str) -> ConcordanceRoute {
        let near = Near { word: word.to_owned(), left: self.answer.left, right: self.answer.right };
        ConcordanceRoute { near: Some(near), ..self.node.clone() }
    }

    fn alone(&self, word: &str) -> ConcordanceRoute {
        ConcordanceRoute { node: word.to_owned(), ..self.node.clone() }
    }
}

/// The columns of the collocates of one scope.
pub fn listing(found: &Found, catalog: &Catalog) -> Listing {
    let value = |of: fn(&CollocateRow) -> Value| {
        let answer = found.answer.clone();
        move |place: usize| of(&answer.rows[place])
    };
    let number = |name: &'static str, title: AttrValue, of: fn(&CollocateRow) -> Value| {
        Column::new(name, title, Kind::Number, value(of))
    };
    let leading = {
        let found = found.clone();
        move |place: usize| Route::Concordance(found.together(&found.answer.rows[place].word)).href().into()
    };
    let by_place = {
        let answer = found.answer.clone();
        move |place: usize| around(&answer.rows[place].by_place, answer.left)
    };
    let written = {
        let answer = found.answer.clone();
        move |place: usize| Value::Text(counts(&answer.rows[place].by_place, answer.left))
    };
    let columns = vec![
        Column::new("rank", catalog.text("column-rank"), Kind::Rank, value(|row| Value::Count(row.rank)))
            .wide(48),
        Column::new(
            "word",
            catalog.text("column-collocate"),
            Kind::Word,
            value(|row| Value::Text(row.word.clone())),
        )
        .wide(150)
        .leading(leading),
        number("observed", catalog.text("column-together"), |row| Value::Count(row.observed)).wide(60),
        number("expected", catalog.text("formula-expected"), |row| Value::Number(row.expected))
            .places(2)
            .wide(76),
        number("frequency", catalog.text("column-frequency"), |row| Value::Count(row.frequency)).wide(56),
        number("logDice", "logDice".into(), |row| Value::Number(row.log_dice)).places(2).wide(72),
        number("mi", "MI".into(), |row| Value::Number(row.mi)).places(2).wide(56),
        number("t", "t".into(), |row| Value::Number(row.t)).places(2).wide(56),
        number("g2", "G²".into(), |row| Value::Number(row.g2)).places(2).wide(72),
        Column::new("byPlace", catalog.text("column-by-place"), Kind::Text, written)
            .drawn(by_place)
            .about(catalog.text("about-by-place"))
            .class("by-place")
            .wide(120),
    ];
    let found = found.clone();
    Listing::new(columns, move |row, column, catalog| {
        let row = found.answer.rows.get(row)?;
        Some(Proof {
            word: row.word.clone(),
            steps: steps(&found.answer, row, column, catalog)?,
            note: catalog.text("formula-collocates-note").to_string(),
            places: places(&found, row, column, catalog),
            ..Proof::default()
        })
    })
}

fn places(found: &Found, row: &CollocateRow, column: &str, catalog: &Catalog) -> Vec<Places> {
    let together =
        Places { name: catalog.text("collocates-together").to_string(), route: found.together(&row.word) };
    let word = Places { name: row.word.clone(), route: found.alone(&row.word) };
    match column {
        "frequency" => vec![word],
        "observed" => vec![together],
        _ => vec![together, word],
    }
}

/// How often a word stands at each place, as a strip with the node's own place left empty.
fn around(by_place: &[u32], left: u32) -> Html {
    let parts: Vec<(u32, u32)> = (0..)
        .zip(by_place)
        .filter(|(_, count)| **count > 0)
        .map(|(place, count)| (if place < left { place } else { place + 1 }, *count))
        .collect();
    let middle =
        100.0 * (f64::from(left) + 0.5) / (f64::from(u32::try_from(by_place.len()).unwrap_or(0)) + 1.0);
    let title = counts(by_place, left);
    html! {
        <svg class="strip" viewBox="0 0 100 16" preserveAspectRatio="none" role="img" aria-label={title.clone()}>
            <title>{ title }</title>
            <line class="node-place" x1={format!("{middle:.1}")} x2={format!("{middle:.1}")} y1="0" y2="16" />
            <path d={strip(&parts, &vec![1; by_place.len() + 1])} />
        </svg>
    }
}

/// The places that are not empty, each by its name: `L2 1, R1 3`.
fn counts(by_place: &[u32], left: u32) -> String {
    let name = |place: u32| {
        if place < left { format!("L{}", left - place) } else { format!("R{}", place - left + 1) }
    };
    let filled: Vec<String> = (0..)
        .zip(by_place)
        .filter(|(_, count)| **count > 0)
        .map(|(place, count)| format!("{} {count}", name(place)))
        .collect();
    filled.join(", ")
}

/// The steps that prove one number.
fn steps(found: &Collocates, row: &CollocateRow, column: &str, catalog: &Catalog) -> Option<Vec<Step>> {
    let text = |key: &str| catalog.text(key).to_string();
    let whole = |count: u32| catalog.count(count);
    let decimal = |number: f64| catalog.decimal(number, 2);
    let (o, f, n) = (whole(row.observed), whole(row.frequency), whole(found.node));
    let observed = || {
        Step::new(text("column-together"), "O", format!("O = {o}（{}）", counts(&row.by_place, found.left)))
    };
    let expected = || {
        Step::new(
            text("formula-expected"),
            "E = R × C ÷ P",
            format!(
                "{} × {} ÷ {} = {}",
                whole(found.node_pairs),
                whole(row.pairs),
                whole(found.pairs),
                decimal(row.expected)
            ),
        )
    };
    Some(match column {
        "observed" => vec![observed()],
        "frequency" => vec![Step::new(text("column-frequency"), "f", format!("f = {f}"))],
        "expected" => vec![expected()],
        "logDice" => vec![Step::new(
            "logDice",
            "14 + log₂ (2 O ÷ (f(n) + f(c)))",
            format!("14 + log₂ (2 × {o} ÷ ({n} + {f})) = {}", decimal(row.log_dice)),
        )],
        "mi" => vec![
            Step::new(
                "MI",
                "log₂ (O ÷ E)",
                format!("log₂ ({o} ÷ {}) = {}", decimal(row.expected), decimal(row.mi)),
            ),
            expected(),
        ],
        "t" => vec![
            Step::new(
                "t",
                "(O − E) ÷ √O",
                format!("({o} − {}) ÷ √{o} = {}", decimal(row.expected), decimal(row.t)),
            ),
            expected(),
        ],
        "g2" => vec![g2_step(found, row, catalog), expected()],
        _ => return None,
    })
}

/// G² over the four cells: the collocate and other words, near the node and elsewhere.
fn g2_step(found: &Collocates, row: &CollocateRow, catalog: &Catalog) -> Step {
    let [o, r, c, p] = [row.observed, found.node_pairs, row.pairs, found.pairs].map(f64::from);
    let e = if p > 0.0 { r * c / p } else { 0.0 };
    let cell = |observed: f64, expected: f64| {
        let (observed, expected) = (catalog.decimal(observed, 0), catalog.decimal(expected, 1));
        format!("{observed} ln ({observed} ÷ {expected})")
    };
    let cells = [cell(o, e), cell(c - o, c - e), cell(r - o, r - e), cell(p - r - c + o, p - r - c + e)];
    Step::new(
        "G²",
        "2 Σ O ln (O ÷ E)",
        format!("2 × [{}] = {}", cells.join(" + "), catalog.decimal(row.g2, 2)),
    )
}

/// A word near the node in one of two scopes, or in both.
#[derive(Clone, Debug, PartialEq)]
pub struct Both {
    /// The word.
    pub word: String,
    /// Its row in the first scope.
    pub a: Option<usize>,
    /// Its row in the second.
    pub b: Option<usize>,
}

/// The words of two answers: those of the first in their order, then what only the second has.
pub fn both(a: &Collocates, b: &Collocates) -> Vec<Both> {
    let second: BTreeMap<&str, usize> =
        b.rows.iter().enumerate().map(|(at, row)| (row.word.as_str(), at)).collect();
    let first: BTreeMap<&str, usize> =
        a.rows.iter().enumerate().map(|(at, row)| (row.word.as_str(), at)).collect();
    let here = a.rows.iter().enumerate().map(|(at, row)| Both {
        word: row.word.clone(),
        a: Some(at),
        b: second.get(row.word.as_str()).copied(),
    });
    let there = b.rows.iter().enumerate().filter(|(_, row)| !first.contains_key(row.word.as_str()));
    here.chain(there.map(|(at, row)| Both { word: row.word.clone(), a: None, b: Some(at) })).collect()
}

/// The columns of the collocates of two scopes beside each other.
pub fn beside(a: &Found, b: &Found, words: &Shared<Vec<Both>>, catalog: &Catalog) -> Listing {
    let side = |found: &Found, of_a: bool, of: fn(&CollocateRow) -> Value| {
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
        Column::new(name, title.to_owned(), Kind::Number, value).class(class)
    };
    let together = catalog.text("column-together");
    let columns = vec![
        Column::new("word", catalog.text("column-collocate"), Kind::Word, word).wide(150).leading(lead),
        column("observedA", &together, "side-a", Box::new(side(a, true, observed))).wide(64),
        column("logDiceA", "logDice", "side-a", Box::new(side(a, true, log_dice))).places(2).wide(76),
        column("miA", "MI", "side-a", Box::new(side(a, true, mi))).places(2).wide(60),
        column("observedB", &together, "side-b", Box::new(side(b, false, observed))).wide(72),
        column("logDiceB", "logDice", "side-b", Box::new(side(b, false, log_dice))).places(2).wide(76),
        column("miB", "MI", "side-b", Box::new(side(b, false, mi))).places(2).wide(60),
        Column::new("difference", catalog.text("column-difference"), Kind::Number, difference)
            .places(2)
            .wide(76),
    ];
    let (a, b, words) = (a.clone(), b.clone(), words.clone());
    Listing::new(columns, move |row, column, catalog| {
        let word = words.get(row)?;
        let one = word.a.and_then(|at| a.answer.rows.get(at)).map(|row| (&a, row));
        let other = word.b.and_then(|at| b.answer.rows.get(at)).map(|row| (&b, row));
        let named = |name: &str, sides: &[Option<(&Found, &CollocateRow)>]| {
            let found: Vec<_> = sides.iter().flatten().collect();
            let steps = found
                .iter()
                .flat_map(|(found, row)| steps(&found.answer, row, name, catalog).unwrap_or_default());
            let steps: Vec<Step> = steps.collect();
            let places =
                found.iter().flat_map(|(found, row)| places(found, row, "observed", catalog)).collect();
            let note = catalog.text("formula-collocates-note").to_string();
            (!steps.is_empty()).then(|| Proof {
                word: word.word.clone(),
                steps,
                note,
                places,
                ..Proof::default()
            })
        };
        match column {
            "observedA" => named("observed", &[one]),
            "logDiceA" => named("logDice", &[one]),
            "miA" => named("mi", &[one]),
            "observedB" => named("observed", &[other]),
            "logDiceB" => named("logDice", &[other]),
            "miB" => named("mi", &[other]),
            "difference" => named("logDice", &[one, other]),
            _ => None,
        }
    })
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
        }
    }

    #[test]
    fn what_only_one_scope_has_stands_in_the_table_too() {
        let joined = both(&answer(&["甲", "乙"]), &answer(&["乙", "丙"]));
        let places: Vec<_> = joined.iter().map(|row| (row.word.as_str(), row.a, row.b)).collect();
        assert_eq!(places, [("甲", Some(0), None), ("乙", Some(1), Some(0)), ("丙", None, Some(1))]);
    }

    #[test]
    fn places_are_named_from_the_node() {
        assert_eq!(counts(&[1, 0, 3, 2], 2), "L2 1, R1 3, R2 2");
        assert_eq!(counts(&[4], 0), "R1 4");
    }
}
