//! 關鍵性: the words that distinguish one scope from another.

pub mod listing;

pub(crate) mod route;

mod cells;
mod plot;
mod reference_list;

use yew::prelude::*;

use self::listing::Sides;
use self::plot::KeynessPlot;
use self::reference_list::ReferenceList;
use self::route::MEASURES;
use crate::engine::{KeynessQuestion, Query};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::one_line::heading;
use crate::ui::results::Results;
use crate::ui::routes::{ConcordanceRoute, KeynessRoute, Reference, Route, Sign, codec};
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::with;
use crate::ui::shell::tabs::Tabs;
use crate::ui::state::Loaded;
use crate::ui::store::{Store, use_store};
use crate::ui::table::cut;
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::cuts_field::CutsField;
use crate::ui::widgets::fields::{ListField, NumberField};
use crate::ui::widgets::fold_field::FoldField;
use crate::ui::widgets::scope_picker::ScopePicker;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{browser, labels, scopes};
use crate::view::Keyness;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct KeynessProps {
    pub(crate) route: KeynessRoute,
}

#[component]
pub(crate) fn KeynessPage(props: &KeynessProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query(store.rows(), store.state.reference_list.as_deref());
    let folded = query.clone().is_some_and(|query| store.state.is_folded(&query.into()));
    html! {
        <article class="page keyness-page">
            <header class="page-head">{ heading(&catalog.text(key!("keyness-title"))) }</header>
            <Tabs route={Route::Keyness(route.clone())} />
            <div class="toolbar">
                { scopes_chosen(route, &store, &catalog) }
                <ListField
                    label={catalog.text(key!("keyness-measure"))}
                    choices={MEASURES.into_iter().map(|measure| (codec::variant_name(&measure).into(), labels::measure(measure, &catalog))).collect::<Vec<_>>()}
                    value={codec::variant_name(&route.measure)}
                    onset={with(route, |route, name: String| {
                        route.measure = codec::variant(&name).unwrap_or_default();
                        route.order = None;
                    })}
                />
                <NumberField
                    label={catalog.text(key!("field-minimum"))}
                    value={route.min}
                    min=1
                    onset={with(route, |route, min: Option<u32>| route.min = min.unwrap_or(1))}
                />
                <CutsField
                    columns={vec![
                        ("p", "p".into()),
                        ("pAdjusted", catalog.text(key!("column-p-adjusted"))),
                        ("logRatio", "|Log Ratio|".into()),
                        ("g2", "|G²|".into()),
                        ("target", catalog.text(key!("column-frequency-a"))),
                        ("reference", catalog.text(key!("column-frequency-b"))),
                    ]}
                    cuts={route.cuts.clone()}
                    onset={with(route, |route, cuts| route.cuts = cuts)}
                />
                <Choices label={catalog.text(key!("keyness-sign"))} choices={signs(route, &catalog)} />
                <div class="common-tools">
                    <FoldField choice={route.fold} {folded} onset={with(route, |route, fold| route.fold = fold)} />
                    <UnitsChoice route={Route::Keyness(route.clone())} />
                </div>
            </div>
            if route.reference == Reference::List {
                <ReferenceList />
            }
            if let Some(query) = query {
                { when_here(&loaded(&store, &query), &query, |keyness| html! {
                    <KeynessRows keyness={keyness.clone()} route={route.clone()} />
                }) }
            } else {
                <p class="empty">{ catalog.text(key!("reference-none")) }</p>
            }
        </article>
    }
}

/// Returns the keyness table once the stories are known; the rest is unknown before.
fn loaded(store: &Store, query: &Query<KeynessQuestion>) -> Loaded<Keyness> {
    if store.state.stories.is_some() { store.state.answer(query) } else { Loaded::Waiting }
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
        sign: match route.sign {
            Sign::Both => Sign::Both,
            Sign::Positive => Sign::Negative,
            Sign::Negative => Sign::Positive,
        },
        ..route.clone()
    };
    html! {
        <div class="versus">
            <div class="side-a">
                <ScopePicker
                    label={catalog.text(key!("keyness-target"))}
                    stories={stories.clone()}
                    value={Reference::Scope(route.target.clone())}
                    onpick={onpick(|route, chosen| if let Reference::Scope(scope) = chosen { route.target = scope })}
                />
            </div>
            // A list has no stories, so its words could not be looked up if it were the target.
            if route.reference != Reference::List {
                <a class="swap" href={Route::Keyness(swapped).href()} aria-label={catalog.text(key!("compare-swap"))} title={catalog.text(key!("compare-swap"))}>{ "⇄" }</a>
            }
            <div class="side-b">
                <ScopePicker
                    label={catalog.text(key!("keyness-reference"))}
                    stories={stories.clone()}
                    value={route.reference.clone()}
                    with_rest=true
                    onpick={onpick(|route, chosen| route.reference = chosen)}
                />
            </div>
        </div>
    }
}

fn signs(route: &KeynessRoute, catalog: &Catalog) -> Vec<Choice> {
    let choice = |key: MessageKey, sign: Sign| Choice {
        label: catalog.text(key),
        href: Route::Keyness(KeynessRoute { sign, ..route.clone() }).href().into(),
        chosen: route.sign == sign,
    };
    vec![
        choice(key!("keyness-both"), Sign::Both),
        choice(key!("keyness-positive"), Sign::Positive),
        choice(key!("keyness-negative"), Sign::Negative),
    ]
}

#[derive(Clone, PartialEq, Properties)]
struct KeynessRowsProps {
    keyness: Shared<Keyness>,
    route: KeynessRoute,
}

#[component]
fn KeynessRows(props: &KeynessRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let KeynessRowsProps { keyness, route } = props;
    let side = |scope| ConcordanceRoute {
        scope,
        fold: route.fold,
        units: route.units,
        ..ConcordanceRoute::default()
    };
    let sides = Sides {
        target: side(route.target.clone()),
        // The words of a list have no occurrences.
        reference: (route.reference != Reference::List)
            .then(|| side(scopes::reference(&route.reference, &route.target, store.rows()))),
    };
    let key = (keyness.clone(), sides.clone(), catalog.clone());
    let listing = use_memo(key, |(keyness, sides, catalog)| listing::listing(keyness, sides, catalog));
    let key = (keyness.clone(), route.sign, route.cuts.clone(), listing.columns.clone());
    let rows = use_memo(key, |(keyness, sign, cuts, columns)| {
        let passes = |place: &usize| match sign {
            Sign::Both => true,
            Sign::Positive => keyness.rows[*place].log_ratio > 0.0,
            Sign::Negative => keyness.rows[*place].log_ratio < 0.0,
        };
        Shared::new(cut((0..keyness.rows.len()).filter(passes), columns, cuts))
    });
    let summary = catalog.with(
        key!("keyness-summary"),
        [
            ("a", keyness.target_tokens.into()),
            ("b", keyness.reference_tokens.into()),
            ("listed", rows.len().into()),
        ],
    );
    let Some(query) = route.query(store.rows(), store.state.reference_list.as_deref()) else {
        return html! {};
    };
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={Query::from(query)}
            name="keywords"
            label={catalog.text(key!("keyness-title"))}
            {summary}
            empty={catalog.text(key!("keyness-empty"))}
            scope={route.target.clone()}
            cuts={route.cuts.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
            chart={html! { <KeynessPlot keyness={keyness.clone()} rows={(*rows).clone()} {sides} /> }}
        />
    }
}
