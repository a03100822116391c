//! 點陣圖: every run of characters that two stories share.

pub(crate) mod route;

use yew::prelude::*;

use super::pairs::compared_at;
use super::runs::LONGEST_RUN;
use crate::text::abridged;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::results::chart::ChartFigure;
use crate::ui::routes::{DotsRoute, Route};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, going, with};
use crate::ui::store::use_store;
use crate::ui::table::{Column, Kind, Value};
use crate::ui::widgets::fields::NumberField;
use crate::ui::widgets::story_picker::StoryPicker;
use crate::ui::widgets::waiting::when_here;
use crate::view::chart::{ChartRun, runs};
use crate::view::{DotPlot, DotRun, StoryRow};

/// Maximum length of a title next to an axis, in characters.
const TITLE: usize = 40;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DotsProps {
    pub(crate) route: DotsRoute,
}

#[component]
pub(crate) fn DotsPage(props: &DotsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let onset = with(route, |route, min: Option<u32>| route.min = min.unwrap_or(DotsRoute::MINIMUM));
    let picker = |key: MessageKey, value: &str, onpick: Callback<String>| {
        let stories = store.state.stories.clone()?;
        Some(html! { <StoryPicker label={catalog.text(key)} {stories} value={value.to_owned()} {onpick} /> })
    };
    let tools = html! {
        <>
            { for picker(key!("dots-across"), &route.a, going(route, |route, a| route.a = a)) }
            { for picker(key!("dots-down"), &route.b, going(route, |route, b| route.b = b)) }
            <NumberField label={catalog.text(key!("field-run"))} value={route.min} min=1 max={LONGEST_RUN} {onset} />
        </>
    };
    html! {
        <TabbedPage class="dots-page" title={key!("dots-title")} lead={key!("dots-lead")} route={Route::from(route.clone())} {tools}>
            if let Some(query) = route.query() {
                { when_here(&store.state.answer(&query), &query, |plot| html! {
                    <Plot plot={plot.clone()} />
                }) }
            }
        </TabbedPage>
    }
}

/// Properties of [`Plot`].
#[derive(Clone, PartialEq, Properties)]
struct PlotProps {
    plot: Shared<DotPlot>,
}

#[component]
fn Plot(props: &PlotProps) -> Html {
    let catalog = use_catalog();
    let plot = &props.plot;
    let drawn = use_memo((plot.clone(), catalog.clone()), |(plot, catalog)| {
        let name = |row: &StoryRow| -> String { abridged(&scopes::origin_and_title(row, catalog), TITLE) };
        let strokes: Vec<ChartRun> = plot
            .runs
            .iter()
            .map(|run| ChartRun { a: (run.a.start, run.a.end), b: (run.b.start, run.b.end) })
            .collect();
        let chart = runs(&strokes, (plot.a_end, plot.b_end), (&name(&plot.a), &name(&plot.b)));
        let said = plot.runs.iter().map(|run| {
            let arguments = [("text", run.text.as_str().into()), ("letters", run.letters.into())];
            catalog.with(key!("dots-run"), arguments).to_string()
        });
        let link = |run: &DotRun| compared_at(&plot.a.id, &plot.b.id, run.b_number).href().into();
        let links: Vec<AttrValue> = plot.runs.iter().map(link).collect();
        (
            Shared::new(chart),
            Shared::new(said.collect::<Vec<_>>()),
            Shared::new(links),
            Shared::new(columns(plot, catalog)),
        )
    });
    let (chart, names, links, columns) = (*drawn).clone();
    let summary = catalog.with(
        key!("dots-summary"),
        [("shown", plot.runs.len().into()), ("found", plot.found.into()), ("min", plot.minimum_run.into())],
    );
    html! {
        <>
            <p class="summary" role="status">{ summary }</p>
            if plot.runs.is_empty() {
                <p class="empty">{ catalog.text(key!("dots-empty")) }</p>
            } else {
                <ChartFigure
                    {chart}
                    {names}
                    {links}
                    {columns}
                    title={catalog.text(key!("dots-chart"))}
                    description={catalog.text(key!("dots-chart-about"))}
                    name="dot-plot"
                />
            }
        </>
    }
}

fn columns(plot: &Shared<DotPlot>, catalog: &Catalog) -> Vec<Column> {
    let count = |name: &'static str, key: MessageKey, of: fn(&DotRun) -> u32| {
        let plot = plot.clone();
        Column::new(name, catalog.text(key), Kind::Number, move |row| Value::Count(of(&plot.runs[row])))
            .plain()
            .wide(84)
    };
    let text = {
        let plot = plot.clone();
        move |row: usize| Value::Text(plot.runs[row].text.clone())
    };
    vec![
        Column::new("text", catalog.text(key!("dots-text")), Kind::Word, text).wide(420),
        count("letters", key!("dots-letters"), |run| run.letters),
        count("a", key!("dots-across"), |run| run.a.start),
        count("b", key!("dots-down"), |run| run.b.start),
    ]
}
