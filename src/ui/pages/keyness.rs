//! 關鍵性: what sets one scope apart from another.

use yew::prelude::*;

use super::words::MinimumField;
use crate::ui::components::choices::{Choice, Choices};
use crate::ui::components::results::Results;
use crate::ui::components::scope_picker::ScopePicker;
use crate::ui::components::units_choice::UnitsChoice;
use crate::ui::components::waiting::when_here;
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::listings::keywords::Sides;
use crate::ui::routes::{ConcordanceRoute, KeynessRoute, Reference, Route, Sign};
use crate::ui::shared::Shared;
use crate::ui::state::Loaded;
use crate::ui::store::{Store, use_store};
use crate::ui::{browser, effects, listings, scopes};
use crate::view::{Keyness, KeynessMeasure};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct KeynessProps {
    pub(super) route: KeynessRoute,
}

#[component]
pub(super) fn KeynessPage(props: &KeynessProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = effects::keyness(route, store.rows());
    let loaded = if store.state.stories.is_some() { store.state.keyness(&query) } else { Loaded::Waiting };
    html! {
        <article class="page keyness-page">
            <header class="page-head"><h1>{ catalog.text("keyness-title") }</h1></header>
            <div class="toolbar">
                { scopes_chosen(route, &store, &catalog) }
                <MinimumField value={route.min} onset={with_min(route)} />
                <Choices label={catalog.text("keyness-measure")} choices={measures(route)} />
                <Choices label={catalog.text("keyness-sign")} choices={signs(route, &catalog)} />
                <UnitsChoice route={Route::Keyness(route.clone())} />
            </div>
            { when_here(&loaded, &query, |keyness| html! {
                <Listed keyness={keyness.clone()} route={route.clone()} />
            }) }
        </article>
    }
}

fn scopes_chosen(route: &KeynessRoute, store: &Store, catalog: &Catalog) -> Html {
    let Some(stories) = &store.state.stories else { return html! {} };
    let onpick = |change: fn(&mut KeynessRoute, Reference)| {
        let route = route.clone();
        Callback::from(move |reference: Reference| {
            let mut route = route.clone();
            change(&mut route, reference);
            browser::go(&Route::Keyness(route));
        })
    };
    let swapped = KeynessRoute {
        target: scopes::reference(&route.reference, &route.target, stories),
        reference: Reference::Scope(route.target.clone()),
        ..route.clone()
    };
    html! {
        <div class="versus">
            <div class="side-a">
                <ScopePicker
                    label={catalog.text("keyness-target")}
                    stories={stories.clone()}
                    value={Reference::Scope(route.target.clone())}
                    onpick={onpick(|route, chosen| if let Reference::Scope(scope) = chosen { route.target = scope })}
                />
            </div>
            <a class="swap" href={Route::Keyness(swapped).href()} aria-label={catalog.text("compare-swap")} title={catalog.text("compare-swap")}>{ "⇄" }</a>
            <div class="side-b">
                <ScopePicker
                    label={catalog.text("keyness-reference")}
                    stories={stories.clone()}
                    value={route.reference.clone()}
                    with_rest=true
                    onpick={onpick(|route, chosen| route.reference = chosen)}
                />
            </div>
        </div>
    }
}

fn with_min(route: &KeynessRoute) -> Callback<u32> {
    let route = route.clone();
    Callback::from(move |min| browser::replace(&Route::Keyness(KeynessRoute { min, ..route.clone() })))
}

fn measures(route: &KeynessRoute) -> Vec<Choice> {
    let choice = |label: &'static str, measure: KeynessMeasure| Choice {
        label: label.into(),
        href: Route::Keyness(KeynessRoute { measure, ..route.clone() }).href().into(),
        chosen: route.measure == measure,
    };
    vec![choice("G²", KeynessMeasure::G2), choice("Log Ratio", KeynessMeasure::LogRatio)]
}

fn signs(route: &KeynessRoute, catalog: &Catalog) -> Vec<Choice> {
    let choice = |key: &str, sign: Sign| Choice {
        label: catalog.text(key),
        href: Route::Keyness(KeynessRoute { sign, ..route.clone() }).href().into(),
        chosen: route.sign == sign,
    };
    vec![
        choice("keyness-both", Sign::Both),
        choice("keyness-positive", Sign::Positive),
        choice("keyness-negative", Sign::Negative),
    ]
}

#[derive(Clone, PartialEq, Properties)]
struct ListedProps {
    keyness: Shared<Keyness>,
    route: KeynessRoute,
}

#[component]
fn Listed(props: &ListedProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let ListedProps { keyness, route } = props;
    let rows = use_memo((keyness.clone(), route.sign), |(keyness, sign)| {
        let passes = |place: &usize| match sign {
            Sign::Both => true,
            Sign::Positive => keyness.rows[*place].log_ratio > 0.0,
            Sign::Negative => keyness.rows[*place].log_ratio < 0.0,
        };
        Shared::new((0..keyness.rows.len()).filter(passes).collect::<Vec<_>>())
    });
    let side = |scope| ConcordanceRoute { scope, units: route.units, ..ConcordanceRoute::default() };
    let sides = Sides {
        target: side(route.target.clone()),
        reference: side(scopes::reference(&route.reference, &route.target, store.rows())),
    };
    let listing = use_memo((keyness.clone(), sides, catalog.clone()), |(keyness, sides, catalog)| {
        listings::keywords::listing(keyness, sides, catalog)
    });
    let onorder = {
        let route = route.clone();
        Callback::from(move |order| {
            browser::replace(&Route::Keyness(KeynessRoute { order, ..route.clone() }))
        })
    };
    let summary = catalog.with(
        "keyness-summary",
        [
            ("a", keyness.target_tokens.into()),
            ("b", keyness.reference_tokens.into()),
            ("listed", rows.len().into()),
        ],
    );
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            name="keywords"
            label={catalog.text("keyness-title")}
            {summary}
            empty={catalog.text("keyness-empty")}
            scope={route.target.clone()}
            order={route.order.clone()}
            {onorder}
        />
    }
}
