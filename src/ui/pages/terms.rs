//! 詞組: the terms that words are joined into, with why.

use yew::prelude::*;

use crate::corpus::Mode;
use crate::ui::components::fields::FilterField;
use crate::ui::components::results::Results;
use crate::ui::components::scope_picker::ScopePicker;
use crate::ui::components::tabs::Tabs;
use crate::ui::components::waiting::when_here;
use crate::ui::i18n::use_catalog;
use crate::ui::routes::{ConcordanceRoute, Reference, Route, TermsRoute};
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::ui::{browser, listings, questions, scopes};
use crate::view::TermTable;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TermsProps {
    pub(super) route: TermsRoute,
}

#[component]
pub(super) fn TermsPage(props: &TermsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = questions::terms(route);
    let onpick = {
        let route = route.clone();
        Callback::from(move |reference: Reference| {
            let Reference::Scope(scope) = reference else { return };
            browser::go(&Route::Terms(TermsRoute { scope, ..route.clone() }));
        })
    };
    html! {
        <article class="page terms-page">
            <header class="page-head"><h1>{ catalog.text("terms-title") }</h1></header>
            <Tabs route={Route::Terms(route.clone())} />
            <p class="hint page-lead">{ catalog.text("terms-lead") }</p>
            <div class="toolbar">
                if let Some(stories) = &store.state.stories {
                    <ScopePicker
                        label={catalog.text("picker-scope")}
                        stories={stories.clone()}
                        value={Reference::Scope(route.scope.clone())}
                        {onpick}
                    />
                }
                <FilterField value={route.filter.clone()} onset={with(route, |route, filter| route.filter = filter)} />
            </div>
            { when_here(&store.state.answer::<TermTable>(&query), &query, |terms| html! {
                <Listed terms={terms.clone()} route={route.clone()} />
            }) }
        </article>
    }
}

fn with<T: 'static>(route: &TermsRoute, change: fn(&mut TermsRoute, T)) -> Callback<T> {
    let route = route.clone();
    Callback::from(move |value| {
        let mut route = route.clone();
        change(&mut route, value);
        browser::replace(&Route::Terms(route));
    })
}

#[derive(Clone, PartialEq, Properties)]
struct ListedProps {
    terms: Shared<TermTable>,
    route: TermsRoute,
}

#[component]
fn Listed(props: &ListedProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let ListedProps { terms, route } = props;
    let rows = use_memo((terms.clone(), route.filter.clone()), |(terms, filter)| {
        let passes = |place: &usize| terms.rows[*place].term.contains(filter.as_str());
        Shared::new((0..terms.rows.len()).filter(passes).collect::<Vec<_>>())
    });
    let places =
        ConcordanceRoute { scope: route.scope.clone(), units: route.units, ..ConcordanceRoute::default() };
    let listing = use_memo((terms.clone(), places, catalog.clone()), |(terms, places, catalog)| {
        listings::terms::listing(terms, places, catalog)
    });
    let summary = catalog.with(
        "terms-summary",
        [
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("types", terms.types.into()),
            ("listed", rows.len().into()),
        ],
    );
    let empty = if route.units.mode == Mode::Character { "terms-none-characters" } else { "terms-empty" };
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={questions::terms(route)}
            name="terms"
            label={catalog.text("terms-title")}
            {summary}
            empty={catalog.text(empty)}
            scope={route.scope.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
        />
    }
}
