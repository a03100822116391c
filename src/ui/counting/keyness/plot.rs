//! Positive and negative keywords in one plot: the frequency of each by the size of its effect.

use yew::prelude::*;

use super::listing::Sides;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::results::chart::ChartFigure;
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::chart::{Axes, ChartSide, Dot, scatter};
use crate::view::{Keyness, KeynessRow};

/// Maximum number of dots drawn: more would form a cloud.
const DOTS: usize = 150;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct KeynessPlotProps {
    pub(crate) keyness: Shared<Keyness>,
    /// The rows that are listed, the strongest first.
    pub(crate) rows: Shared<Vec<usize>>,
    pub(crate) sides: Sides,
}

#[component]
pub(crate) fn KeynessPlot(props: &KeynessPlotProps) -> Html {
    let catalog = use_catalog();
    let key = (props.keyness.clone(), props.rows.clone(), props.sides.clone(), catalog.clone());
    let drawn = use_memo(key, |(keyness, rows, sides, catalog)| {
        let shown: Vec<KeynessRow> =
            rows.iter().take(DOTS).filter_map(|row| keyness.rows.get(*row).cloned()).collect();
        let dots: Vec<Dot> = shown.iter().map(dot).collect();
        let axes = Axes {
            across: catalog.text(key!("plot-frequency")).to_string(),
            upward: catalog.text(key!("plot-effect")).to_string(),
        };
        let names: Vec<String> = shown.iter().map(|row| said(row, catalog)).collect();
        let links: Vec<AttrValue> = shown.iter().map(|row| link(row, sides)).collect();
        let shown = Shared::new(shown);
        (
            Shared::new(scatter(&dots, &axes)),
            Shared::new(names),
            Shared::new(links),
            Shared::new(columns(&shown, catalog)),
        )
    });
    let (chart, names, links, columns) = (*drawn).clone();
    let (listed, shown) = (props.rows.len(), names.len());
    let description = catalog.with(key!("plot-about"), [("shown", shown.into()), ("listed", listed.into())]);
    html! {
        <ChartFigure
            {chart}
            {names}
            {links}
            {columns}
            title={catalog.text(key!("plot-title"))}
            {description}
            name="keyness-plot"
        />
    }
}

fn dot(row: &KeynessRow) -> Dot {
    Dot {
        label: row.word.clone(),
        frequency: f64::from(row.target.saturating_add(row.reference)),
        effect: row.log_ratio,
        side: if row.log_ratio < 0.0 { ChartSide::B } else { ChartSide::A },
    }
}

/// Formats the text of a dot.
fn said(row: &KeynessRow, catalog: &Catalog) -> String {
    let arguments = [
        ("word", row.word.as_str().into()),
        ("a", row.target.into()),
        ("b", row.reference.into()),
        ("effect", catalog.decimal(row.log_ratio, 2).to_string().into()),
        ("score", catalog.decimal(row.score, 2).to_string().into()),
    ];
    catalog.with(key!("plot-dot"), arguments).to_string()
}

/// Returns the address of a word's occurrences on the side that has more, if that can be searched.
fn link(row: &KeynessRow, sides: &Sides) -> AttrValue {
    let side = match &sides.reference {
        Some(reference) if row.log_ratio < 0.0 => reference,
        _ => &sides.target,
    };
    Route::Concordance(ConcordanceRoute { node: row.word.clone(), ..side.clone() }).href().into()
}

fn columns(rows: &Shared<Vec<KeynessRow>>, catalog: &Catalog) -> Vec<Column> {
    let value = |of: fn(&KeynessRow) -> Value| {
        let rows = rows.clone();
        move |place: usize| of(&rows[place])
    };
    let number =
        |name, title: AttrValue, of| Column::new(name, title, Kind::Number, value(of)).plain().wide(80);
    vec![
        Column::new(
            "word",
            catalog.text(key!("column-word")),
            Kind::Word,
            value(|row| Value::Text(row.word.clone())),
        )
        .wide(160),
        number("frequency", catalog.text(key!("plot-frequency")), |row| {
            Value::Count(row.target.saturating_add(row.reference))
        })
        .wide(150),
        number("logRatio", "Log Ratio".into(), |row| Value::Number(row.log_ratio)).places(2),
    ]
}
