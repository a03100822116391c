//! The strongest collocates of a node, drawn around it.

use yew::prelude::*;

use super::listing::ScopeCollocates;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::results::chart::ChartFigure;
use crate::ui::routes::Route;
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::CollocateRow;
use crate::view::chart::{Chart, ChartSide, Tie, network};

/// Maximum number of collocates drawn.
const TIES: usize = 20;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CollocateNetworkProps {
    pub(crate) node: AttrValue,
    pub(crate) found: ScopeCollocates,
    /// The name of the scope.
    pub(crate) scope: AttrValue,
    /// The side of one of two drawings, whose description then names its scope.
    #[prop_or_default]
    pub(crate) side: Option<ChartSide>,
}

#[component]
pub(crate) fn CollocateNetwork(props: &CollocateNetworkProps) -> Html {
    let catalog = use_catalog();
    let side = props.side.unwrap_or(ChartSide::A);
    let key = (props.node.clone(), props.found.clone(), side, catalog.clone());
    let drawn = use_memo(key, |(node, found, side, catalog)| Network::new(node, found, *side, catalog));
    let Network { chart, names, links, columns } = (*drawn).clone();
    if names.is_empty() {
        return html! {};
    }
    let about = catalog.with(key!("network-about"), [("n", names.len().into())]);
    let description = match props.side {
        None => about,
        Some(_) => catalog.with(
            key!("network-about-of"),
            [("scope", props.scope.as_str().into()), ("about", about.as_str().into())],
        ),
    };
    html! {
        <ChartFigure
            {chart}
            {links}
            {columns}
            title={catalog.with(key!("network-title"), [("node", props.node.as_str().into()), ("scope", props.scope.as_str().into())])}
            {description}
            {names}
            name={if side == ChartSide::B { "network-b" } else { "network" }}
        />
    }
}

/// The drawing with the text and the link of each collocate, and the table behind it.
#[derive(Clone)]
struct Network {
    chart: Shared<Chart>,
    names: Shared<Vec<String>>,
    links: Shared<Vec<AttrValue>>,
    columns: Shared<Vec<Column>>,
}

impl Network {
    fn new(node: &str, found: &ScopeCollocates, side: ChartSide, catalog: &Catalog) -> Self {
        let shown: Vec<CollocateRow> = found.answer.rows.iter().take(TIES).cloned().collect();
        let ties: Vec<Tie> = shown
            .iter()
            .map(|row| Tie {
                label: row.word.clone(),
                strength: row.log_dice,
                meetings: f64::from(row.observed),
                side,
            })
            .collect();
        let names = shown.iter().map(|row| {
            let arguments = [
                ("word", row.word.as_str().into()),
                ("n", row.observed.into()),
                ("logDice", catalog.decimal(row.log_dice, 2).to_string().into()),
            ];
            catalog.with(key!("network-tie"), arguments).to_string()
        });
        let names = Shared::new(names.collect());
        let link = |row: &CollocateRow| Route::Concordance(found.together(&row.word)).href().into();
        let links = Shared::new(shown.iter().map(link).collect());
        let columns = Shared::new(columns(&Shared::new(shown), catalog));
        Self { chart: Shared::new(network(node, &ties)), names, links, columns }
    }
}

fn columns(shown: &Shared<Vec<CollocateRow>>, catalog: &Catalog) -> Vec<Column> {
    let value = |of: fn(&CollocateRow) -> Value| {
        let shown = shown.clone();
        move |place: usize| of(&shown[place])
    };
    vec![
        Column::new(
            "word",
            catalog.text(key!("column-collocate")),
            Kind::Word,
            value(|row| Value::Text(row.word.clone())),
        )
        .wide(160),
        Column::new(
            "observed",
            catalog.text(key!("column-together")),
            Kind::Number,
            value(|row| Value::Count(row.observed)),
        )
        .plain()
        .wide(72),
        Column::new("logDice", "logDice", Kind::Number, value(|row| Value::Number(row.log_dice)))
            .places(2)
            .plain()
            .wide(80),
    ]
}
