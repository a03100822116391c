//! 篇章數據: the length, variety and density of each story.

pub mod listing;

pub(crate) mod route;

use yew::prelude::*;

use crate::engine::Query;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::results::Results;
use crate::ui::routes::{MeasuresRoute, Route};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, use_scope_field, with};
use crate::ui::store::use_store;
use crate::ui::widgets::fields::Switch;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::view::MeasuresRow;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MeasuresProps {
    pub(crate) route: MeasuresRoute,
}

#[component]
pub(crate) fn MeasuresPage(props: &MeasuresProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let scope = use_scope_field(key!("picker-scope"), route, |route| &mut route.scope);
    let tools = html! {
        <>
            { scope }
            <div class="common-tools">
                <Switch
                    label={catalog.text(key!("fold-variants"))}
                    about={catalog.text(key!("about-fold"))}
                    on={route.fold}
                    onset={with(route, |route, fold| route.fold = fold)}
                />
                <UnitsChoice route={Route::Measures(route.clone())} />
            </div>
        </>
    };
    html! {
        <TabbedPage class="measures-page" title={key!("measures-title")} route={Route::from(route.clone())} {tools}>
            { when_here(&store.state.answer(&query), &query, |rows| html! {
                <MeasuresRows measures={rows.clone()} route={route.clone()} />
            }) }
        </TabbedPage>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MeasuresRowsProps {
    measures: Shared<Vec<MeasuresRow>>,
    route: MeasuresRoute,
}

#[component]
fn MeasuresRows(props: &MeasuresRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let MeasuresRowsProps { measures, route } = props;
    let key = (measures.clone(), store.state.stories.clone(), route.clone(), catalog.clone());
    let listing = use_memo(key, |(measures, stories, route, catalog)| {
        listing::listing(measures, stories.as_deref().map_or(&[], Vec::as_slice), route, catalog)
    });
    let rows = use_memo(measures.clone(), |measures| Shared::new((0..measures.len()).collect::<Vec<_>>()));
    let tokens: u32 = measures.iter().map(|row| row.tokens).sum();
    let summary = catalog.with(
        key!("measures-summary"),
        [
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("stories", measures.len().into()),
            ("tokens", tokens.into()),
        ],
    );
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={Query::from(route.query())}
            name="measures"
            label={catalog.text(key!("measures-title"))}
            {summary}
            empty={catalog.text(key!("words-empty"))}
            scope={route.scope.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
        />
    }
}
