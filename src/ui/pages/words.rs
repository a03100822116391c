//! 詞頻: the words of a scope, counted.

use yew::prelude::*;

use crate::ui::components::results::Results;
use crate::ui::components::scope_picker::ScopePicker;
use crate::ui::components::units_choice::UnitsChoice;
use crate::ui::components::waiting::when_here;
use crate::ui::i18n::use_catalog;
use crate::ui::routes::{ConcordanceRoute, Reference, Route, WordsRoute};
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::ui::{browser, effects, listings, scopes};
use crate::view::WordList;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct WordsProps {
    pub(super) route: WordsRoute,
}

#[component]
pub(super) fn Words(props: &WordsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = effects::words(route);
    let onpick = {
        let route = route.clone();
        Callback::from(move |reference: Reference| {
            let Reference::Scope(scope) = reference else { return };
            browser::go(&Route::Words(WordsRoute { scope, ..route.clone() }));
        })
    };
    html! {
        <article class="page words-page">
            <header class="page-head"><h1>{ catalog.text("words-title") }</h1></header>
            <div class="toolbar">
                if let Some(stories) = &store.state.stories {
                    <ScopePicker
                        label={catalog.text("picker-scope")}
                        stories={stories.clone()}
                        value={Reference::Scope(route.scope.clone())}
                        {onpick}
                    />
                }
                <MinimumField value={route.min} onset={with_min(route)} />
                <FilterField value={route.filter.clone()} onset={with_filter(route)} />
                <UnitsChoice route={Route::Words(route.clone())} />
            </div>
            { when_here(&store.state.word_list(&query), &query, |list| html! {
                <Listed list={list.clone()} route={route.clone()} />
            }) }
        </article>
    }
}

fn with_min(route: &WordsRoute) -> Callback<u32> {
    let route = route.clone();
    Callback::from(move |min| browser::replace(&Route::Words(WordsRoute { min, ..route.clone() })))
}

fn with_filter(route: &WordsRoute) -> Callback<String> {
    let route = route.clone();
    Callback::from(move |filter| browser::replace(&Route::Words(WordsRoute { filter, ..route.clone() })))
}

#[derive(Clone, PartialEq, Properties)]
struct ListedProps {
    list: Shared<WordList>,
    route: WordsRoute,
}

#[component]
fn Listed(props: &ListedProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let ListedProps { list, route } = props;
    let rows = use_memo((list.clone(), route.filter.clone()), |(list, filter)| {
        let passes = |place: &usize| list.rows[*place].word.contains(filter.as_str());
        Shared::new((0..list.rows.len()).filter(passes).collect::<Vec<_>>())
    });
    let places =
        ConcordanceRoute { scope: route.scope.clone(), units: route.units, ..ConcordanceRoute::default() };
    let listing = use_memo((list.clone(), places, catalog.clone()), |(list, places, catalog)| {
        listings::words::listing(list, places, catalog)
    });
    let onorder = {
        let route = route.clone();
        Callback::from(move |order| browser::replace(&Route::Words(WordsRoute { order, ..route.clone() })))
    };
    let summary = catalog.with(
        "words-summary",
        [
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("tokens", list.tokens.into()),
            ("types", list.types.into()),
            ("stories", list.stories.into()),
            ("listed", rows.len().into()),
        ],
    );
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            name="words"
            label={catalog.text("words-title")}
            {summary}
            empty={catalog.text("words-empty")}
            scope={route.scope.clone()}
            order={route.order.clone()}
            {onorder}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MinimumFieldProps {
    pub(super) value: u32,
    pub(super) onset: Callback<u32>,
}

/// The least frequency listed.
#[component]
pub(super) fn MinimumField(props: &MinimumFieldProps) -> Html {
    let catalog = use_catalog();
    let onchange = props.onset.reform(|event: Event| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        field.value().parse().ok().filter(|&min| min >= 1).unwrap_or(1)
    });
    html! {
        <label class="picker narrow">
            <span class="picker-label">{ catalog.text("field-minimum") }</span>
            <input type="number" min="1" step="1" inputmode="numeric" value={props.value.to_string()} {onchange} />
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FilterFieldProps {
    pub(super) value: AttrValue,
    pub(super) onset: Callback<String>,
}

/// What a listed word contains.
#[component]
pub(super) fn FilterField(props: &FilterFieldProps) -> Html {
    let catalog = use_catalog();
    let oninput = props
        .onset
        .reform(|event: InputEvent| event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
    html! {
        <label class="picker narrow">
            <span class="picker-label">{ catalog.text("field-filter") }</span>
            <input type="search" autocomplete="off" data-search="" value={props.value.clone()} {oninput} />
        </label>
    }
}
