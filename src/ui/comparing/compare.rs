//! 比對: two stories side by side, with their differences first.

pub mod apparatus;
pub mod collation;
pub mod columns;
pub mod effect_mover;
pub mod finding;
pub mod flow_column;
pub mod flowing_text;
pub mod locked_rows;
pub mod sentence;

pub(crate) mod route;

pub mod mark_filter;

mod connectors;
mod leading_facts;
mod overview;
mod readings;
mod reuse;
mod visits;
mod walker;

use yew::prelude::*;

use self::apparatus::Apparatus;
use self::collation::{Side, Stop, stops};
use self::columns::{Columns, ComparisonProps};
use self::effect_mover::EffectMover;
use self::finding::{Finding, are_named, finding_words, names};
use self::flow_column::FlowColumn;
use self::flowing_text::FlowingText;
use self::locked_rows::LockedRows;
use self::mark_filter::{EffectFilter, MarkFilter};
use self::overview::Overview;
use self::reuse::Reuse;
use self::sentence::sentence_id;
use self::visits::{Visits, use_visits};
use self::walker::Walker;
use super::foldings::foldings;
use crate::corpus::Scope;
use crate::ui::hooks::{use_media, use_paper};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::one_line::heading;
use crate::ui::routes::{CompareRoute, KeynessRoute, PairLayout, Reference, ReportRoute, Route};
use crate::ui::share::colophon;
use crate::ui::share::share_panel::SharePanel;
use crate::ui::shared::Shared;
use crate::ui::shell::tabs::Tabs;
use crate::ui::state::Loaded;
use crate::ui::store::{Store, use_store};
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::story_picker::StoryPicker;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{browser, scopes};
use crate::view::{ComparedStory, Comparison};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CompareProps {
    pub(crate) route: CompareRoute,
}

#[component]
pub(crate) fn Compare(props: &CompareProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let loaded = store.state.answer(&query);
    let failed = matches!(loaded, Loaded::Failed(_));
    html! {
        <article class="page compare">
            if failed {
                { heading(&catalog.text(key!("compare-title"))) }
            } else {
                <h1 class="unseen">{ catalog.text(key!("compare-title")) }</h1>
            }
            <p class="unseen" role="status">{ pair_words(&loaded, &catalog) }</p>
            <Tabs route={Route::Compare(route.clone())} />
            if failed {
                // A pair that cannot be compared must not be a dead end.
                <div class="toolbar">
                    { for [Side::A, Side::B].map(|side| picker(side, route, &store, &catalog)) }
                </div>
            }
            { when_here(&loaded, &query, |comparison| html! {
                <SideBySide route={route.clone()} comparison={comparison.clone()} />
            }) }
        </article>
    }
}

/// Returns what is announced once a pair is on the screen; a screen reader says it when the pair changes.
fn pair_words(loaded: &Loaded<Comparison>, catalog: &Catalog) -> Option<AttrValue> {
    let Loaded::Here(comparison) = loaded else { return None };
    let [a, b] = [&comparison.a.row, &comparison.b.row].map(|row| scopes::title(row, catalog));
    Some(catalog.with(key!("compare-pair"), [("a", a.as_str().into()), ("b", b.as_str().into())]))
}

#[derive(Clone, PartialEq, Properties)]
struct SideBySideProps {
    route: CompareRoute,
    comparison: Shared<Comparison>,
}

#[component]
fn SideBySide(props: &SideBySideProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let SideBySideProps { route, comparison } = props;
    // Paper is not narrow: both columns fit on it, and each row is whole.
    let (narrow, paper) = (use_media("screen and (max-width: 899px)"), use_paper());
    let current = use_state_eq(|| None::<Stop>);
    let stops = use_memo((comparison.clone(), route.shown()), |(comparison, shown)| {
        Shared::new(stops(comparison, *shown))
    });

    let Visits { onvisit, onfollow, oncount } = use_visits(comparison, &current);
    let onchoose = Callback::from(|route: Route| browser::replace(&route));
    use_arrival(route, comparison);
    let laid_out = ComparisonProps {
        comparison: comparison.clone(),
        shown: route.shown(),
        heat: route.heat,
        current: *current,
        onfollow: onfollow.clone(),
        heads: (head(Side::A, props, &store, &catalog), head(Side::B, props, &store, &catalog)),
        at_least: route.at_a.max(route.at_b).unwrap_or_default(),
    };
    // Another pair is redrawn from its beginning.
    let pair = format!("{}|{}", route.a, route.b);
    html! {
        <>
            <p class="paper-only paper-head">{ against(comparison, &catalog) }</p>
            <Finding comparison={comparison.clone()} onfollow={oncount} onvisit={onvisit.clone()} />
            <div class="bar-of-tools">
                <EffectFilter comparison={comparison.clone()} route={route.clone()} onchoose={onchoose.clone()} />
                <Walker
                    comparison={comparison.clone()}
                    stops={(*stops).clone()}
                    current={*current}
                    onvisit={onvisit.clone()}
                />
                <MarkFilter comparison={comparison.clone()} route={route.clone()} {onchoose} />
                <EffectMover comparison={comparison.clone()} current={*current} />
            </div>
            <Overview comparison={comparison.clone()} onfollow={onfollow.clone()} />
            { tools(route, comparison, &catalog) }
            <Reuse comparison={comparison.clone()} route={route.clone()} />
            <div key={pair} class="laid-out">
                { lay_out(if paper { on_paper(route.layout) } else { route.layout }, narrow, laid_out) }
            </div>
            <section class="apparatus-section" aria-labelledby="apparatus">
                <h2 id="apparatus">{ catalog.text(key!("apparatus-title")) }</h2>
                <Apparatus comparison={comparison.clone()} stops={(*stops).clone()} current={*current} {onvisit} />
            </section>
            { colophon(&catalog) }
        </>
    }
}

/// Returns the layout on paper for the one on the screen: lines between columns would not follow them over pages.
fn on_paper(layout: PairLayout) -> PairLayout {
    match layout {
        PairLayout::Columns => PairLayout::Rows,
        other => other,
    }
}

/// Draws both texts in the layout chosen; two columns become one on a narrow screen.
fn lay_out(layout: PairLayout, narrow: bool, laid_out: ComparisonProps) -> Html {
    match (layout, narrow) {
        (PairLayout::Flow, _) => html! { <FlowingText ..laid_out /> },
        (PairLayout::Rows, _) => html! { <LockedRows ..laid_out /> },
        (_, true) => html! { <FlowColumn ..laid_out /> },
        (PairLayout::Columns, false) => html! { <Columns ..laid_out /> },
    }
}

/// Returns the title on paper: the papers compared, or the headlines if these are not known or the same.
fn against(comparison: &Comparison, catalog: &Catalog) -> AttrValue {
    let (a, b) = if are_named(comparison) {
        names(comparison, catalog)
    } else {
        let [a, b] = [&comparison.a.row, &comparison.b.row].map(|row| scopes::title(row, catalog));
        (a, b)
    };
    catalog.with(key!("paper-against"), [("a", a.as_str().into()), ("b", b.as_str().into())])
}

/// Returns the route to the report on the same stories.
fn report(route: &CompareRoute) -> ReportRoute {
    ReportRoute {
        ids: vec![route.a.clone(), route.b.clone()],
        fold_variants: route.fold_variants,
        ignore_punctuation: route.ignore_punctuation,
        run: None,
        units: route.units,
    }
}

/// Goes to the sentence in the address.
#[hook]
fn use_arrival(route: &CompareRoute, comparison: &Shared<Comparison>) {
    let arrived = [(Side::A, route.at_a), (Side::B, route.at_b)]
        .into_iter()
        .find_map(|(side, number)| Some((side, number?)));
    use_effect_with((arrived, comparison.clone()), |(arrived, _)| {
        // An unknown sentence number leads nowhere, and the page stays at its top.
        let _ = arrived.map(|(side, number)| browser::visit(&sentence_id(side, number)));
    });
}

/// Draws the origin of a side, and the field that chooses another story.
fn head(side: Side, props: &SideBySideProps, store: &Store, catalog: &Catalog) -> Html {
    let ComparedStory { row, sentences, .. } = side.of(&props.comparison);
    html! {
        <>
            { picker(side, &props.route, store, catalog) }
            <p class="paper-only side-name">{ catalog.text(if side == Side::A { key!("side-a") } else { key!("side-b") }) }</p>
            <p class="source">
                if !row.paper.is_empty() {
                    { run(&row.paper) }{ " · " }
                }
                if !row.date.is_empty() {
                    <time datetime={row.date.clone()}>{ row.date.clone() }</time>{ " · " }
                }
                { catalog.with(key!("compare-length"), [("characters", row.characters.into()), ("sentences", (*sentences).into())]) }
            </p>
            if row.headline.is_empty() {
                <h2 class="headline lost" lang={lang_of(scopes::title(row, catalog))}>{ scopes::title(row, catalog) }</h2>
            }
        </>
    }
}

/// Draws the field that chooses the story of one side. Choosing the other side's story swaps the sides.
fn picker(side: Side, route: &CompareRoute, store: &Store, catalog: &Catalog) -> Html {
    let Some(stories) = &store.state.stories else { return html! {} };
    let (label, id) = match side {
        Side::A => (catalog.text(key!("side-a")), &route.a),
        Side::B => (catalog.text(key!("side-b")), &route.b),
    };
    let onpick = {
        let route = route.clone();
        Callback::from(move |id: String| {
            let mut route = route.clone();
            match side {
                Side::A if id == route.b => std::mem::swap(&mut route.a, &mut route.b),
                Side::B if id == route.a => std::mem::swap(&mut route.a, &mut route.b),
                Side::A => route.a = id,
                Side::B => route.b = id,
            }
            browser::go(&Route::Compare(route));
        })
    };
    html! { <StoryPicker key={side.letter()} {label} stories={stories.clone()} value={id.clone()} {onpick} /> }
}

/// Draws the choices of layout, folding and units, and the links from the pair to other views.
fn tools(route: &CompareRoute, comparison: &Comparison, catalog: &Catalog) -> Html {
    let with = |fold_variants: bool, ignore_punctuation: bool| {
        Route::Compare(CompareRoute { fold_variants, ignore_punctuation, ..route.clone() })
    };
    html! {
        <div class="tools">
            <Choices label={catalog.text(key!("compare-layout"))} choices={layouts(route, catalog)} />
            { foldings((route.fold_variants, route.ignore_punctuation), with, catalog) }
            <UnitsChoice route={Route::Compare(route.clone())} />
            <div class="links">
                { pair_links(route, catalog) }
                <SharePanel route={Route::Compare(route.clone())} report={report(route)} findings={vec![finding_words(comparison, catalog)]} />
            </div>
        </div>
    }
}

fn layouts(route: &CompareRoute, catalog: &Catalog) -> Vec<Choice> {
    let choice = |key: MessageKey, chosen: bool, route: CompareRoute| Choice {
        label: catalog.text(key),
        href: Route::Compare(route).href().into(),
        chosen,
    };
    let laid = |layout: PairLayout| CompareRoute { layout, ..route.clone() };
    let mut choices = vec![
        choice(key!("layout-columns"), route.layout == PairLayout::Columns, laid(PairLayout::Columns)),
        choice(key!("layout-rows"), route.layout == PairLayout::Rows, laid(PairLayout::Rows)),
        choice(key!("layout-flow"), route.layout == PairLayout::Flow, laid(PairLayout::Flow)),
    ];
    // One text has nothing to shade: its marks are the changes themselves.
    if route.layout != PairLayout::Flow {
        let heat = CompareRoute { heat: !route.heat, ..route.clone() };
        choices.push(choice(key!("layout-heat"), route.heat, heat));
    }
    choices
}

fn pair_links(route: &CompareRoute, catalog: &Catalog) -> Html {
    let CompareRoute { a, b, .. } = route.clone();
    let swapped = CompareRoute { a: b.clone(), b: a.clone(), ..route.clone() };
    let keyness = KeynessRoute {
        target: Scope::story(&a),
        reference: Reference::Scope(Scope::story(&b)),
        units: route.units,
        ..KeynessRoute::default()
    };
    html! {
        <>
            <a href={Route::Compare(swapped).href()}>{ catalog.text(key!("compare-swap")) }</a>
            <a href={Route::Keyness(keyness).href()}>{ catalog.text(key!("compare-keyness")) }</a>
        </>
    }
}
