//! A chart with its parts: a description in words, the data it is drawn from, its files.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;
use yew::virtual_dom::{VTag, VText};

use super::chart_file;
use super::chart_svg::{self, SvgElement};
use crate::ui::browser;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::shared::Shared;
use crate::ui::store::use_tell;
use crate::ui::table::{Column, Table};
use crate::view::chart::{Chart, ChartMark, ChartSide, Shape};

/// Properties of [`ChartFigure`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChartFigureProps {
    /// The positions of everything.
    pub chart: Shared<Chart>,
    /// The title.
    pub title: AttrValue,
    /// A description, in one sentence.
    pub description: AttrValue,
    /// The text of each mark, by its row.
    pub names: Shared<Vec<String>>,
    /// The link of each mark, by its row; without links the marks can still be reached by key.
    #[prop_or_default]
    pub links: Option<Shared<Vec<AttrValue>>>,
    /// The columns of the data it is drawn from, by row.
    pub columns: Shared<Vec<Column>>,
    /// The number of rows of that data, if it is not that of the names.
    #[prop_or_default]
    pub rows: Option<usize>,
    /// The name of its files.
    pub name: &'static str,
}

/// Draws the figure. Its marks are one stop of the Tab key; the arrow keys move on from there. The line below
/// shows a mark's text on hover as on focus.
#[component]
pub fn ChartFigure(props: &ChartFigureProps) -> Html {
    let catalog = use_catalog();
    let at = use_state_eq(|| None::<usize>);
    let chart = &props.chart;
    use_effect_with(chart.clone(), {
        let at = at.setter();
        move |_| at.set(None)
    });
    let visit = {
        let at = at.setter();
        Callback::from(move |row: Option<usize>| at.set(row))
    };
    let stop = at.unwrap_or_else(|| chart.marks.first().map_or(0, |mark| mark.row));
    let said = at.and_then(|row| props.names.get(row).cloned());
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<Element>().has_attribute("open"));
        })
    };
    let onmouseleave = visit.reform(|_: MouseEvent| None);
    html! {
        <figure class={classes!("chart", props.name)}>
            <p class="chart-goes-on" aria-hidden="true">{ catalog.text(key!("chart-goes-on")) }</p>
            <svg
                viewBox={format!("0 0 {} {}", chart.width, chart.height)}
                role="group"
                aria-roledescription={catalog.text(key!("chart"))}
                aria-label={format!("{}. {}", props.title, props.description)}
                onkeydown={Callback::from(|event: KeyboardEvent| step(&event))}
                {onmouseleave}
            >
                <title>{ &props.title }</title>
                <desc>{ &props.description }</desc>
                <g aria-hidden="true">{ for chart.lines.iter().map(|line| drawn(chart_svg::line(line))) }</g>
                { for chart.marks.iter().map(|mark| marked(mark, props, stop, *at == Some(mark.row), &visit)) }
                <g aria-hidden="true">{ for chart.words.iter().map(|words| drawn(chart_svg::text(words))) }</g>
            </svg>
            <figcaption>
                <p class="chart-says" aria-hidden="true">
                    { said.map_or_else(|| props.description.clone(), AttrValue::from) }
                </p>
                <Files chart={chart.clone()} title={props.title.clone()} description={props.description.clone()} names={props.names.clone()} name={props.name} />
            </figcaption>
            <details class="chart-data" {ontoggle}>
                <summary>{ catalog.text(key!("chart-data")) }</summary>
                if *open {
                    <Table
                        class="chart-table"
                        label={props.title.clone()}
                        columns={props.columns.clone()}
                        rows={Shared::new((0..props.rows.unwrap_or(props.names.len())).collect::<Vec<_>>())}
                    />
                }
            </details>
        </figure>
    }
}

/// Returns the class of a square's shade.
fn shaded(shape: Shape) -> Option<String> {
    match shape {
        Shape::Square { shade, .. } => Some(format!("shade-{shade}")),
        _ => None,
    }
}

fn side(side: ChartSide) -> &'static str {
    match side {
        ChartSide::A => "a",
        ChartSide::B => "b",
        ChartSide::Neither => "neither",
    }
}

/// Draws a mark with its name, as a link if it has one.
fn marked(
    mark: &ChartMark,
    props: &ChartFigureProps,
    stop: usize,
    current: bool,
    visit: &Callback<Option<usize>>,
) -> Html {
    let row = mark.row;
    let name = props.names.get(row).cloned().unwrap_or_default();
    let shape = html! {
        <>
            { for chart_svg::target(mark).map(drawn) }
            { drawn(chart_svg::mark(mark)) }
        </>
    };
    let class = classes!("mark", shaded(mark.shape), side(mark.side), current.then_some("current"));
    let tabindex = if row == stop { "0" } else { "-1" };
    let onfocusin = visit.reform(move |_: FocusEvent| Some(row));
    let onpointerover = visit.reform(move |_: PointerEvent| Some(row));
    match props.links.as_ref().and_then(|links| links.get(row)) {
        Some(href) => html! {
            <a key={row} {class} {href} {tabindex} aria-label={name} {onfocusin} {onpointerover}>{ shape }</a>
        },
        None => html! {
            <g key={row} {class} {tabindex} role="img" aria-label={name} {onfocusin} {onpointerover}>{ shape }</g>
        },
    }
}

/// Draws an element.
fn drawn(element: SvgElement) -> Html {
    let mut tag = VTag::new(element.tag);
    tag.add_attribute("class", element.class);
    for (attribute, value) in element.attributes {
        tag.add_attribute(attribute, value);
    }
    if let Some(text) = element.text {
        tag.add_child(VText::new(text).into());
    }
    tag.into()
}

/// Moves the focus along the marks, in the order of the data.
fn step(event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let here = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(mark) = here.and_then(|here| here.closest(".mark").ok().flatten()) else { return };
    let Some(found) = mark.parent_element().and_then(|all| all.query_selector_all(".mark").ok()) else {
        return;
    };
    let marks: Vec<Element> =
        (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect();
    let Some(at) = marks.iter().position(|other| *other == mark) else { return };
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => at + 1,
        "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => marks.len() - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(mark) = marks.get(to) {
        // An SVG element takes the focus as an HTML one does, but web-sys has the method only for HTML.
        let _ = mark.unchecked_ref::<HtmlElement>().focus();
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FilesProps {
    chart: Shared<Chart>,
    title: AttrValue,
    description: AttrValue,
    names: Shared<Vec<String>>,
    name: &'static str,
}

/// Draws the buttons that save the chart as files.
#[component]
fn Files(props: &FilesProps) -> Html {
    let tell = use_tell();
    let svg = {
        let (props, tell) = (props.clone(), tell.clone());
        Callback::from(move |_: MouseEvent| {
            let file = chart_file::svg(&props.chart, &props.title, &props.description, &props.names);
            let saved = browser::download(&format!("duidu-{}.svg", props.name), "image/svg+xml", &file);
            tell.emit(if saved.is_ok() { key!("notice-saved") } else { key!("notice-not-saved") });
        })
    };
    let png = {
        let (props, tell) = (props.clone(), tell.clone());
        Callback::from(move |_: MouseEvent| {
            let file = chart_file::svg(&props.chart, &props.title, &props.description, &props.names);
            let tell = tell.clone();
            let name = format!("duidu-{}.png", props.name);
            browser::download_png(name, &file, chart_file::size(&props.chart), move |saved| {
                tell.emit(if saved { key!("notice-saved") } else { key!("notice-not-saved") });
            });
        })
    };
    html! {
        <span class="saves">
            <button type="button" class="link" onclick={svg}>{ "SVG" }</button>
            <button type="button" class="link" onclick={png}>{ "PNG" }</button>
        </span>
    }
}
