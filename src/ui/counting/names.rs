//! 專名: the names of persons, places and organisations in a scope, with all their forms.

pub mod listing;

pub(crate) mod route;

use yew::prelude::*;

use crate::engine::Query;
use crate::text::fold;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::results::Results;
use crate::ui::routes::codec::{variant, variant_name};
use crate::ui::routes::{ConcordanceRoute, NamesRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, use_scope_field, with};
use crate::ui::store::use_store;
use crate::ui::widgets::fields::{FilterField, ListField};
use crate::ui::widgets::waiting::when_here;
use crate::ui::{labels, scopes};
use crate::view::{EntityKind, EntityList};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NamesProps {
    pub(crate) route: NamesRoute,
}

#[component]
pub(crate) fn NamesPage(props: &NamesProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let scope = use_scope_field(key!("picker-scope"), route, |route| &mut route.scope);
    let tools = html! {
        <>
            { scope }
            <FilterField value={route.filter.clone()} onset={with(route, |route, filter| route.filter = filter)} />
            <ListField
                label={catalog.text(key!("column-kind"))}
                choices={kinds(&catalog)}
                value={route.kind.as_ref().map(variant_name).unwrap_or_default()}
                onset={with(route, |route, kind: String| route.kind = variant(&kind))}
            />
        </>
    };
    html! {
        <TabbedPage class="names-page" title={key!("names-title")} lead={key!("names-lead")} route={Route::from(route.clone())} {tools}>
            { when_here(&store.state.answer(&query), &query, |names| html! {
                <NameRows names={names.clone()} route={route.clone()} />
            }) }
        </TabbedPage>
    }
}

fn kinds(catalog: &Catalog) -> Vec<(AttrValue, AttrValue)> {
    let named = EntityKind::ALL.map(|kind| (variant_name(&kind).into(), catalog.text(labels::entity(kind))));
    std::iter::once((AttrValue::default(), catalog.text(key!("field-any")))).chain(named).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct NameRowsProps {
    names: Shared<EntityList>,
    route: NamesRoute,
}

#[component]
fn NameRows(props: &NameRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let NameRowsProps { names, route } = props;
    let rows = use_memo((names.clone(), route.filter.clone(), route.kind), |(names, filter, kind)| {
        // Either script finds the other.
        let filter = fold(filter);
        let passes = |place: &usize| {
            let row = &names.rows[*place];
            let mut forms = row.forms.iter().map(|form| &form.form).chain([&row.name]);
            kind.is_none_or(|kind| kind == row.kind) && forms.any(|form| fold(form).contains(&filter))
        };
        Shared::new((0..names.rows.len()).filter(passes).collect::<Vec<_>>())
    });
    let places = ConcordanceRoute { scope: route.scope.clone(), ..ConcordanceRoute::default() };
    let listing = use_memo((names.clone(), places, catalog.clone()), |(names, places, catalog)| {
        listing::listing(names, places, catalog)
    });
    let summary = catalog.with(
        key!("names-summary"),
        [
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("types", names.total.into()),
            ("listed", rows.len().into()),
        ],
    );
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={Query::from(route.query())}
            name="names"
            label={catalog.text(key!("names-title"))}
            {summary}
            empty={catalog.text(key!("names-empty"))}
            scope={route.scope.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
        />
    }
}
