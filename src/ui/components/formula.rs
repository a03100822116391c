//! A formula with the numbers of one row filled in.

use yew::prelude::*;

use crate::stats::Contingency;
use crate::ui::hooks::use_media;
use crate::ui::i18n::use_catalog;
use crate::view::{Keyness, KeywordRow, WordList, WordRow};

/// Properties of [`WordFormula`].
#[derive(Clone, PartialEq, Properties)]
pub struct WordFormulaProps {
    /// The word whose numbers are filled in.
    pub row: WordRow,
    /// Words of the scope.
    pub tokens: u32,
    /// Stories of the scope.
    pub stories: u32,
}

/// How the numbers of a word list come about.
#[component]
pub fn WordFormula(props: &WordFormulaProps) -> Html {
    let catalog = use_catalog();
    let WordFormulaProps { row, tokens, stories } = props;
    let per_10k = format!(
        "{} ÷ {} × 10,000 = {}",
        catalog.count(row.frequency),
        catalog.count(*tokens),
        catalog.decimal(row.per_10k, 2),
    );
    html! {
        <Details word={row.word.clone()} note={catalog.text("formula-words-note")}>
            { step(catalog.text("column-per-10k"), AttrValue::from("f ÷ N × 10,000"), per_10k) }
            { step(
                catalog.text("column-range"),
                catalog.text("formula-range"),
                format!("{} ÷ {}", catalog.count(row.range), catalog.count(*stories)),
            ) }
            { step(
                catalog.text("column-dp"),
                AttrValue::from("DP = ½ Σ |vᵢ − sᵢ|"),
                catalog.decimal(row.dp, 3).to_string(),
            ) }
            { step(
                catalog.text("column-juilland"),
                AttrValue::from("D = 1 − V ÷ √(n − 1)"),
                catalog.decimal(row.juilland_d, 3).to_string(),
            ) }
        </Details>
    }
}

/// Properties of [`KeywordFormula`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeywordFormulaProps {
    /// The word whose numbers are filled in.
    pub row: KeywordRow,
    /// Words of the target.
    pub target_tokens: u32,
    /// Words of the reference.
    pub reference_tokens: u32,
}

/// How the numbers of a keyness table come about.
#[component]
pub fn KeywordFormula(props: &KeywordFormulaProps) -> Html {
    let catalog = use_catalog();
    let row = &props.row;
    let (a, b) = (f64::from(row.target), f64::from(row.reference));
    let (n_a, n_b) = (f64::from(props.target_tokens), f64::from(props.reference_tokens));
    let expected = |side: f64| if n_a + n_b > 0.0 { side * (a + b) / (n_a + n_b) } else { 0.0 };
    let count = |number: f64| catalog.decimal(number, 0);
    let filled_expected = format!(
        "{} × ({} + {}) ÷ ({} + {}) = {}; E₂ = {}",
        count(n_a),
        count(a),
        count(b),
        count(n_a),
        count(n_b),
        catalog.decimal(expected(n_a), 2),
        catalog.decimal(expected(n_b), 2),
    );
    let g2 =
        Contingency::new(row.target, props.target_tokens, row.reference, props.reference_tokens).signed_g2();
    let cell = |observed: f64, expected: f64| {
        format!("{} ln ({} ÷ {})", count(observed), count(observed), catalog.decimal(expected, 1))
    };
    let cells = [
        cell(a, expected(n_a)),
        cell(b, expected(n_b)),
        cell(n_a - a, n_a - expected(n_a)),
        cell(n_b - b, n_b - expected(n_b)),
    ];
    let filled_g2 = format!("2 × [{}] = {}", cells.join(" + "), catalog.decimal(g2, 2));
    let zero = |number: f64| if number == 0.0 { "0.5".to_owned() } else { count(number).to_string() };
    let filled_ratio = format!(
        "log₂ (({} ÷ {}) ÷ ({} ÷ {})) = {}",
        zero(a),
        count(n_a),
        zero(b),
        count(n_b),
        catalog.decimal(row.log_ratio, 2),
    );
    html! {
        <Details word={row.word.clone()} note={catalog.text("formula-keyness-note")}>
            { step(
                catalog.text("formula-expected"),
                AttrValue::from("E₁ = N₁ (a + b) ÷ (N₁ + N₂)"),
                filled_expected,
            ) }
            { step(
                AttrValue::from("G²"),
                AttrValue::from("2 Σ O ln (O ÷ E)"),
                filled_g2,
            ) }
            { step(
                AttrValue::from("Log Ratio"),
                AttrValue::from("log₂ ((a ÷ N₁) ÷ (b ÷ N₂))"),
                filled_ratio,
            ) }
        </Details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DetailsProps {
    word: AttrValue,
    /// What the letters stand for.
    note: AttrValue,
    children: Children,
}

#[component]
fn Details(props: &DetailsProps) -> Html {
    let catalog = use_catalog();
    // Beside the table where there is room for it, folded above it where there is none.
    let open = use_media("(min-width: 1200px)");
    html! {
        <details class="formula" {open}>
            <summary>{ catalog.with("formula-summary", [("word", props.word.as_str().into())]) }</summary>
            <dl>{ props.children.clone() }</dl>
            <p>{ props.note.clone() }</p>
        </details>
    }
}

fn step(name: AttrValue, formula: AttrValue, filled: String) -> Html {
    html! {
        <div>
            <dt>{ name }</dt>
            <dd class="formula-line">{ formula }</dd>
            <dd class="figures">{ filled }</dd>
        </div>
    }
}

/// The row whose numbers are filled in: the one the reader is at, or the first.
pub(crate) fn at<T: Clone>(rows: &[T], place: Option<usize>) -> Option<T> {
    place.and_then(|place| rows.get(place)).or_else(|| rows.first()).cloned()
}

/// The formula of a word list's row.
pub(crate) fn of_word(list: &WordList, place: Option<usize>) -> Html {
    let Some(row) = at(&list.rows, place) else { return html! {} };
    html! { <WordFormula {row} tokens={list.tokens} stories={list.stories} /> }
}

/// The formula of a keyness table's row.
pub(crate) fn of_keyword(table: &Keyness, place: Option<usize>) -> Html {
    let Some(row) = at(&table.rows, place) else { return html! {} };
    html! {
        <KeywordFormula
            {row}
            target_tokens={table.target_tokens}
            reference_tokens={table.reference_tokens}
        />
    }
}
