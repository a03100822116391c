//! 詞組: the terms that words are joined into, with the reasons.

pub mod listing;

pub(crate) mod route;

use yew::prelude::*;

use crate::corpus::Mode;
use crate::engine::Query;
use crate::text::fold;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::results::Results;
use crate::ui::routes::{ConcordanceRoute, Route, TermsRoute};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, use_scope_field, with};
use crate::ui::store::use_store;
use crate::ui::widgets::fields::FilterField;
use crate::ui::widgets::waiting::when_here;
use crate::view::TermTable;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TermsProps {
    pub(crate) route: TermsRoute,
}

#[component]
pub(crate) fn TermsPage(props: &TermsProps) -> Html {
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let scope = use_scope_field(key!("picker-scope"), route, |route| &mut route.scope);
    let tools = html! {
        <>
            { scope }
            <FilterField value={route.filter.clone()} onset={with(route, |route, filter| route.filter = filter)} />
        </>
    };
    html! {
        <TabbedPage class="terms-page" title={key!("terms-title")} lead={key!("terms-lead")} route={Route::from(route.clone())} {tools}>
            { when_here(&store.state.answer(&query), &query, |terms| html! {
                <TermRows terms={terms.clone()} route={route.clone()} />
            }) }
        </TabbedPage>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TermRowsProps {
    terms: Shared<TermTable>,
    route: TermsRoute,
}

#[component]
fn TermRows(props: &TermRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let TermRowsProps { terms, route } = props;
    let rows = use_memo((terms.clone(), route.filter.clone()), |(terms, filter)| {
        // Either script finds the other.
        let filter = fold(filter);
        let passes = |place: &usize| fold(&terms.rows[*place].term).contains(&filter);
        Shared::new((0..terms.rows.len()).filter(passes).collect::<Vec<_>>())
    });
    let places =
        ConcordanceRoute { scope: route.scope.clone(), units: route.units, ..ConcordanceRoute::default() };
    let listing = use_memo((terms.clone(), places, catalog.clone()), |(terms, places, catalog)| {
        listing::listing(terms, places, catalog)
    });
    let summary = catalog.with(
        key!("terms-summary"),
        [
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("types", terms.types.into()),
            ("listed", rows.len().into()),
        ],
    );
    let empty =
        if route.units.mode == Mode::Character { key!("terms-none-characters") } else { key!("terms-empty") };
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={Query::from(route.query())}
            name="terms"
            label={catalog.text(key!("terms-title"))}
            {summary}
            empty={catalog.text(empty)}
            scope={route.scope.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
        />
    }
}
