//! 索引: every place a word stands, in its context.

use yew::prelude::*;

use crate::ui::components::choices::{Choice, Choices};
use crate::ui::components::results::Results;
use crate::ui::components::scope_picker::ScopePicker;
use crate::ui::components::units_choice::UnitsChoice;
use crate::ui::components::waiting::when_here;
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::routes::{ConcordanceRoute, KwicSort, Reference, Route};
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::ui::{browser, effects, listings, scopes};
use crate::view::Concordance;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ConcordanceProps {
    pub(super) route: ConcordanceRoute,
}

#[component]
pub(super) fn ConcordancePage(props: &ConcordanceProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let onpick = {
        let route = route.clone();
        Callback::from(move |reference: Reference| {
            let Reference::Scope(scope) = reference else { return };
            browser::go(&Route::Concordance(ConcordanceRoute { scope, ..route.clone() }));
        })
    };
    html! {
        <article class="page concordance-page">
            <header class="page-head"><h1>{ catalog.text("concordance-title") }</h1></header>
            <div class="toolbar">
                <NodeField route={route.clone()} />
                if let Some(stories) = &store.state.stories {
                    <ScopePicker
                        label={catalog.text("picker-scope")}
                        stories={stories.clone()}
                        value={Reference::Scope(route.scope.clone())}
                        {onpick}
                    />
                }
                <Choices label={catalog.text("concordance-sort")} choices={sorts(route, &catalog)} />
                <UnitsChoice route={Route::Concordance(route.clone())} />
            </div>
            if let Some(query) = effects::concordance(route) {
                { when_here(&store.state.concordance(&query), &query, |found| html! {
                    <Listed concordance={found.clone()} route={route.clone()} />
                }) }
            } else {
                <p class="empty">{ catalog.text("concordance-empty-node") }</p>
            }
        </article>
    }
}

fn sorts(route: &ConcordanceRoute, catalog: &Catalog) -> Vec<Choice> {
    let choice = |key: &str, sort: KwicSort| Choice {
        label: catalog.text(key),
        href: Route::Concordance(ConcordanceRoute { sort, ..route.clone() }).href().into(),
        chosen: route.sort == sort,
    };
    vec![
        choice("concordance-sort-text", KwicSort::Text),
        choice("concordance-sort-left", KwicSort::Left),
        choice("concordance-sort-right", KwicSort::Right),
    ]
}

#[derive(Clone, PartialEq, Properties)]
struct NodeFieldProps {
    route: ConcordanceRoute,
}

/// The word. It is looked up when entered, since half a word typed is not a question.
#[component]
fn NodeField(props: &NodeFieldProps) -> Html {
    let catalog = use_catalog();
    let draft = use_state_eq(|| props.route.node.clone());
    // Another address, another word; the field stays, and with it the focus.
    use_effect_with(props.route.node.clone(), {
        let draft = draft.setter();
        move |node| draft.set(node.clone())
    });
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| {
            draft.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
        })
    };
    let onsubmit = {
        let (draft, route) = (draft.clone(), props.route.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let node = draft.trim().to_owned();
            browser::go(&Route::Concordance(ConcordanceRoute { node, ..route.clone() }));
        })
    };
    html! {
        <form class="node-form" {onsubmit}>
            <label class="picker">
                <span class="picker-label">{ catalog.text("column-node") }</span>
                <input type="search" autocomplete="off" data-search="" lang="zh-Hant-HK" value={(*draft).clone()} {oninput} />
            </label>
            <button type="submit" class="button">{ catalog.text("action-look-up") }</button>
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ListedProps {
    concordance: Shared<Concordance>,
    route: ConcordanceRoute,
}

#[component]
fn Listed(props: &ListedProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let ListedProps { concordance, route } = props;
    let rows = use_memo((concordance.clone(), route.sort), |(concordance, sort)| {
        Shared::new(listings::concordance::order(&concordance.rows, *sort))
    });
    let key = (concordance.clone(), store.state.stories.clone(), route.units, catalog.clone());
    let listing = use_memo(key, |(concordance, stories, units, catalog)| {
        listings::concordance::listing(concordance, stories.clone(), *units, catalog)
    });
    let scope = scopes::name(&route.scope, store.rows(), &catalog);
    let named = [("node", route.node.as_str().into()), ("scope", scope.into())];
    let counted = [("n", concordance.total.into()), ("stories", concordance.stories.into())];
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            name="kwic"
            label={catalog.text("concordance-title")}
            summary={catalog.with("concordance-summary", named.clone().into_iter().chain(counted))}
            empty={catalog.with("concordance-none", named)}
            scope={route.scope.clone()}
            first={listings::concordance::FIRST}
        />
    }
}
