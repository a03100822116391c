//! 相似度: all stories of a scope compared with each other, as a matrix and as a list of the closest pairs.

pub mod groups;
pub mod limits;

pub(crate) mod route;

use yew::prelude::*;

use self::groups::SimilarityGroups;
use self::limits::{FewerStories, ManyStories, READABLE};
use super::pairs::{compared, listing, names};
use super::runs::LONGEST_RUN;
use crate::engine::{EngineError, Query};
use crate::text::OrderBy;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::results::Results;
use crate::ui::results::chart::ChartFigure;
use crate::ui::routes::{Route, SimilarityRoute};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, use_scope_field, with};
use crate::ui::state::Loaded;
use crate::ui::store::use_store;
use crate::ui::table::{Column, Kind, Value};
use crate::ui::widgets::fields::NumberField;
use crate::ui::widgets::waiting::when_here;
use crate::view::chart::{Chart, MatrixCell, RowGroup, matrix};
use crate::view::{Similarity, StoryRow};
use crate::worker::Failure;

/// Maximum number of squares, the darkest first: more would stall a slow machine and be indistinguishable.
const SQUARES: usize = 4_000;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SimilarityProps {
    pub(crate) route: SimilarityRoute,
}

#[component]
pub(crate) fn SimilarityPage(props: &SimilarityProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let answer = store.state.answer(&query);
    let scope = use_scope_field(key!("picker-scope"), route, |route| &mut route.scope);
    let onset = with(route, |route, min: Option<u32>| {
        route.min = min.unwrap_or(SimilarityRoute::default().min);
    });
    let tools = html! {
        <>
            { scope }
            <NumberField label={catalog.text(key!("field-run"))} value={route.min} min=1 max={LONGEST_RUN} {onset} />
        </>
    };
    html! {
        <TabbedPage
            class="similarity-page"
            title={key!("similarity-title")}
            lead={key!("similarity-lead")}
            route={Route::from(route.clone())}
            {tools}
        >
            <ManyStories stories={scopes::count(&route.scope, store.rows())} />
            { when_here(&answer, &query, |found| html! {
                <SimilarPairs found={found.clone()} route={route.clone()} query={Query::from(query.clone())} />
            }) }
            if let Loaded::Failed(Failure::Engine(EngineError::TooMuchText { offer: Some(offer), .. })) = &answer {
                <FewerStories offer={(**offer).clone()} route={route.clone()} />
            }
        </TabbedPage>
    }
}

/// Properties of [`SimilarPairs`].
#[derive(Clone, PartialEq, Properties)]
struct SimilarPairsProps {
    found: Shared<Similarity>,
    route: SimilarityRoute,
    query: Query,
}

#[component]
fn SimilarPairs(props: &SimilarPairsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let SimilarPairsProps { found, route, query } = props;
    let stories = store.state.stories.clone().unwrap_or_else(|| Shared::new(Vec::new()));
    let told = use_memo((found.clone(), stories.clone(), catalog.clone()), |(found, stories, catalog)| {
        let names = Shared::new(names(found, stories, catalog));
        (listing(found, &names, catalog), Shared::new((0..found.pairs.len()).collect::<Vec<_>>()), names)
    });
    let (listing, rows, names) = (*told).clone();
    let summary = catalog.with(
        key!("similarity-summary"),
        [
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("stories", found.ids.len().into()),
            ("pairs", found.pairs.len().into()),
        ],
    );
    html! {
        <Results
            {listing}
            {rows}
            query={query.clone()}
            name="similarity"
            label={catalog.text(key!("similarity-pairs"))}
            {summary}
            empty={catalog.text(key!("similarity-empty"))}
            scope={route.scope.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
            chart={(found.ids.len() <= READABLE).then(|| html! { <Matrix found={found.clone()} {stories} names={names.clone()} /> })}
        >
            <SimilarityGroups found={found.clone()} {names} />
        </Results>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MatrixProps {
    found: Shared<Similarity>,
    stories: Shared<Vec<StoryRow>>,
    names: Shared<Vec<String>>,
}

#[component]
fn Matrix(props: &MatrixProps) -> Html {
    let catalog = use_catalog();
    let key = (props.found.clone(), props.stories.clone(), props.names.clone(), catalog.clone());
    let drawn = use_memo(key, |(found, stories, names, catalog)| draw(found, stories, names, catalog));
    let Drawn { chart, said, links, columns } = (*drawn).clone();
    html! {
        <ChartFigure
            {chart}
            names={said}
            {links}
            {columns}
            title={catalog.text(key!("similarity-chart"))}
            description={catalog.text(key!("similarity-chart-about"))}
            name="similarity-matrix"
        />
    }
}

#[derive(Clone, PartialEq)]
struct Drawn {
    chart: Shared<Chart>,
    said: Shared<Vec<String>>,
    links: Shared<Vec<AttrValue>>,
    columns: Shared<Vec<Column>>,
}

fn draw(found: &Similarity, stories: &[StoryRow], names: &Shared<Vec<String>>, catalog: &Catalog) -> Drawn {
    let count = found.ids.len();
    let mut cells: Vec<MatrixCell> = (0..count)
        .flat_map(|row| (0..count).map(move |column| (row, column)))
        .filter(|(row, column)| row != column)
        .map(|(row, column)| MatrixCell { row, column, share: found.reuse[row][column] })
        .filter(|cell| cell.share > 0.0)
        .collect();
    cells.order_by(|x, y| y.share.total_cmp(&x.share).then((x.row, x.column).cmp(&(y.row, y.column))));
    cells.truncate(SQUARES);
    // Keys go along the rows.
    cells.order_by_key(|cell| (cell.row, cell.column));
    let said = cells.iter().map(|cell| {
        let arguments = [
            ("a", names[cell.row].as_str().into()),
            ("b", names[cell.column].as_str().into()),
            ("share", catalog.decimal(100.0 * cell.share, 1).to_string().into()),
        ];
        catalog.with(key!("similarity-cell"), arguments).to_string()
    });
    let links =
        cells.iter().map(|cell| compared(&found.ids[cell.row], &found.ids[cell.column]).href().into());
    let name = |of: fn(&MatrixCell) -> usize| {
        let names: Vec<String> = cells.iter().map(|cell| names[of(cell)].clone()).collect();
        move |row: usize| Value::Text(names[row].clone())
    };
    let shares: Vec<f64> = cells.iter().map(|cell| 100.0 * cell.share).collect();
    let columns = vec![
        Column::new("story", catalog.text(key!("similarity-first")), Kind::Word, name(|cell| cell.row))
            .wide(260),
        Column::new("in", catalog.text(key!("similarity-second")), Kind::Text, name(|cell| cell.column))
            .wide(260),
        Column::new("share", catalog.text(key!("similarity-a-in-b")), Kind::Number, move |row| {
            Value::Number(shares[row])
        })
        .plain()
        .places(1)
        .wide(84),
    ];
    Drawn {
        chart: Shared::new(matrix(&cells, &stretches(found, stories))),
        said: Shared::new(said.collect()),
        links: Shared::new(links.collect()),
        columns: Shared::new(columns),
    }
}

/// Groups adjacent stories of one page.
fn stretches(found: &Similarity, stories: &[StoryRow]) -> Vec<RowGroup> {
    let pages: rustc_hash::FxHashMap<&str, &str> =
        stories.iter().map(|row| (row.id.as_str(), row.page.as_str())).collect();
    let page = |id: &String| pages.get(id.as_str()).copied().unwrap_or_default().to_owned();
    let mut stretches: Vec<RowGroup> = Vec::new();
    for name in found.ids.iter().map(page) {
        match stretches.last_mut().filter(|last| last.name == name) {
            Some(last) => last.length += 1,
            None => stretches.push(RowGroup { name, length: 1 }),
        }
    }
    stretches
}
