//! The choice of the differences shown: those of one effect only, and the kinds.

use yew::prelude::*;

use super::collation::count;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::routes::{CompareRoute, MarkKind, Marks, Route};
use crate::ui::shared::Shared;
use crate::view::{Comparison, Effect};

/// Properties of [`EffectFilter`] and [`MarkFilter`].
#[derive(Clone, PartialEq, Properties)]
pub struct MarkFilterProps {
    /// The comparison.
    pub comparison: Shared<Comparison>,
    /// The present route, which contains the choice.
    pub route: CompareRoute,
    /// Called with the route after a choice.
    pub onchoose: Callback<Route>,
}

/// Draws one button for each effect, in order of weight, which chooses it, or no longer.
#[component]
pub fn EffectFilter(props: &MarkFilterProps) -> Html {
    let catalog = use_catalog();
    html! {
        <div class="chips effects" role="group" aria-label={catalog.text(key!("filter-effects"))}>
            { for Effect::ALL.into_iter().map(|effect| of_effect(effect, props, &catalog)) }
        </div>
    }
}

/// Draws one button for each kind, with its sign, its name and its count, which hides or shows it; and one by which they
/// show their kind alone instead.
#[component]
pub fn MarkFilter(props: &MarkFilterProps) -> Html {
    let catalog = use_catalog();
    let alone = props.route.marks.alone();
    let only = use_state_eq(|| alone.is_some());
    let ononly = {
        let (setter, next) = (only.setter(), !*only);
        // Where one kind is shown alone, the others come back with the choice among all.
        let whole = CompareRoute { marks: Marks::default(), ..props.route.clone() };
        let back = alone.filter(|_| !next).map(|_| choose(props, whole));
        Callback::from(move |event: MouseEvent| {
            setter.set(next);
            if let Some(back) = &back {
                back.emit(event);
            }
        })
    };
    // Passages as wholes have no effect, so that the choice of one hides them in any case.
    let is_offered = |kind: &MarkKind| matches!(kind, MarkKind::Inside(_)) || props.route.effect.is_none();
    html! {
        <div class="chips kinds" role="group" aria-label={catalog.text(key!("filter-marks"))}>
            { for MarkKind::ALL.into_iter().filter(is_offered).map(|kind| of_kind(kind, *only, props, &catalog)) }
            <button type="button" class="only-one" aria-pressed={only.to_string()} title={catalog.text(key!("filter-only-title"))} onclick={ononly}>
                { catalog.text(key!("filter-only")) }
            </button>
        </div>
    }
}

fn of_effect(effect: Effect, props: &MarkFilterProps, catalog: &Catalog) -> Html {
    let is_chosen = props.route.effect == Some(effect);
    let count = props.comparison.effects.of(effect);
    let route = CompareRoute { effect: (!is_chosen).then_some(effect), ..props.route.clone() };
    let class = classes!("chip", labels::effect_class(effect), (count == 0).then_some("none"));
    let title = if is_chosen { key!("filter-all-effects") } else { labels::effect_meaning(effect) };
    html! {
        <button
            key={labels::effect_class(effect)}
            type="button"
            {class}
            aria-pressed={is_chosen.to_string()}
            title={catalog.text(title)}
            onclick={choose(props, route)}
        >
            { catalog.text(labels::effect(effect)) }
            <b>{ catalog.count(count) }</b>
        </button>
    }
}

fn of_kind(kind: MarkKind, only: bool, props: &MarkFilterProps, catalog: &Catalog) -> Html {
    let count = count(&props.comparison, kind, props.route.effect);
    let shown = props.route.marks;
    let marks = match (only, shown.alone() == Some(kind)) {
        (false, _) => shown.toggled(kind),
        (true, false) => Marks::only(kind),
        (true, true) => Marks::default(),
    };
    let route = CompareRoute { marks, ..props.route.clone() };
    html! {
        <button
            key={kind.name()}
            type="button"
            class={classes!("chip", (count == 0).then_some("none"))}
            aria-pressed={props.route.marks.shows(kind).to_string()}
            onclick={choose(props, route)}
        >
            <span class={classes!("sign", "d", labels::mark_class(kind))} aria-hidden="true">
                { catalog.text(labels::sign(kind)) }
            </span>
            { catalog.text(labels::mark(kind)) }
            <b>{ catalog.count(count) }</b>
        </button>
    }
}

/// Returns the callback of a button that leads to a route.
fn choose(props: &MarkFilterProps, route: CompareRoute) -> Callback<MouseEvent> {
    let (onchoose, route) = (props.onchoose.clone(), Route::Compare(route));
    Callback::from(move |_| onchoose.emit(route.clone()))
}
