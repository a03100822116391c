//! The apparatus: every difference as a row that links to its place.

use yew::prelude::*;

use super::collation::{Side, Stop};
use super::finding::names;
use super::readings::{Reading, reading};
use crate::ui::comparing::marked::{regional, subject, worth};
use crate::ui::hooks::use_paper;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::view::{Comparison, Effect};

/// Properties of [`Apparatus`].
#[derive(Clone, PartialEq, Properties)]
pub struct ApparatusProps {
    /// The comparison.
    pub comparison: Shared<Comparison>,
    /// The stops listed, in reading order.
    pub stops: Shared<Vec<Stop>>,
    /// The stop the reader is at.
    pub current: Option<Stop>,
    /// Called when a row is followed.
    pub onvisit: Callback<Stop>,
}

/// Number of equal characters shown on either side of a difference.
const CONTEXT: usize = 5;

/// Number of rows drawn before the reader asks for more.
const AT_FIRST: usize = 100;

/// Draws the table: the differences of each effect together, the weightiest first, then passages as wholes.
#[component]
pub fn Apparatus(props: &ApparatusProps) -> Html {
    let catalog = use_catalog();
    let (drawn, paper) = (use_state_eq(|| AT_FIRST), use_paper());
    // Another list starts with its first rows.
    use_effect_with(props.stops.clone(), {
        let drawn = drawn.setter();
        move |_| drawn.set(AT_FIRST)
    });
    let left = props.stops.len().saturating_sub(*drawn);
    let onmore = {
        let drawn = drawn.clone();
        Callback::from(move |_: MouseEvent| drawn.set(*drawn + AT_FIRST))
    };
    let groups = use_memo((props.comparison.clone(), props.stops.clone()), |(comparison, stops)| {
        groups(comparison, stops)
    });
    if props.stops.is_empty() {
        return html! { <p class="empty">{ catalog.text(key!("apparatus-empty")) }</p> };
    }
    let (a, b) = names(&props.comparison, &catalog);
    let mut room = if paper { usize::MAX } else { *drawn };
    let group = |(effect, stops): &(Option<Effect>, Vec<Stop>)| {
        let shown = stops.len().min(room);
        room -= shown;
        (shown > 0).then(|| draw_group(props, *effect, stops, shown, &catalog))
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    html! {
        <>
        <table class="apparatus" data-steps="" {onkeydown}>
            <thead>
                <tr>
                    <th scope="col">{ catalog.text(key!("apparatus-kind")) }</th>
                    <th scope="col" class="side-a">{ a }</th>
                    <th scope="col" class="number">{ catalog.text(key!("apparatus-sentence")) }</th>
                    <th scope="col" class="side-b">{ b }</th>
                    <th scope="col" class="number">{ catalog.text(key!("apparatus-sentence")) }</th>
                </tr>
            </thead>
            { for groups.iter().filter_map(group) }
        </table>
        if left > 0 {
            <button type="button" class="button more" onclick={onmore}>
                { catalog.with(key!("apparatus-more"), [("n", left.into())]) }
            </button>
        }
        </>
    }
}

/// Returns the stops by their effect, in order of weight; those without one come last.
fn groups(comparison: &Comparison, stops: &[Stop]) -> Vec<(Option<Effect>, Vec<Stop>)> {
    let order = Effect::ALL.into_iter().map(Some).chain([None]);
    let of = |effect: Option<Effect>| {
        let own = stops.iter().copied().filter(|stop| stop.effect(comparison) == effect);
        (effect, own.collect::<Vec<_>>())
    };
    order.map(of).filter(|(_, stops)| !stops.is_empty()).collect()
}

/// Draws the first rows of a group below its heading.
fn draw_group(
    props: &ApparatusProps,
    effect: Option<Effect>,
    stops: &[Stop],
    shown: usize,
    catalog: &Catalog,
) -> Html {
    let name = effect.map_or(key!("apparatus-passages"), labels::effect);
    html! {
        <tbody key={name} class={classes!(effect.map(labels::effect_class))}>
            <tr class="group">
                <th scope="rowgroup" colspan="5">
                    { catalog.text(name) }<span class="count">{ catalog.count(stops.len() as u32) }</span>
                </th>
            </tr>
            { for stops.iter().take(shown).enumerate().map(|(place, &stop)| row(props, place, stop, catalog)) }
        </tbody>
    }
}

/// Draws the row of a stop.
fn row(props: &ApparatusProps, place: usize, stop: Stop, catalog: &Catalog) -> Html {
    let Some(kind) = stop.kind(&props.comparison) else { return html! {} };
    let onclick = props.onvisit.reform(move |_: MouseEvent| stop);
    let cells = [Side::A, Side::B].map(|side| reading(&props.comparison, stop, side, CONTEXT));
    let difference = stop.difference(&props.comparison);
    let mark =
        classes!("d", labels::mark_class(kind), difference.map(|found| labels::effect_class(found.effect)),);
    let notes =
        difference.map(|found| [subject(found, catalog), worth(found, catalog), regional(found, catalog)]);
    html! {
        <tr key={place} class={classes!((props.current == Some(stop)).then_some("current"))}>
            <th scope="row">
                <button type="button" class="link" data-step="" {onclick}>
                    <span class={classes!("sign", "d", labels::mark_class(kind))} aria-hidden="true">
                        { catalog.text(labels::sign(kind)) }
                    </span>
                    { catalog.text(labels::mark(kind)) }
                </button>
                { for notes.into_iter().flatten().flatten().map(|note| html! { <small>{ note }</small> }) }
            </th>
            { for cells.into_iter().map(|cell| draw(cell, &mark, catalog)) }
        </tr>
    }
}

fn draw(reading: Reading, mark: &Classes, catalog: &Catalog) -> Html {
    let lacks = reading.text.is_empty();
    let lang = lang_of([&*reading.before, &*reading.text, &*reading.after].concat());
    html! {
        <>
            <td class="reading" {lang}>
                <span class="context">{ reading.before }</span>
                if lacks {
                    <span class="lacks" lang={catalog.language().tag()} aria-label={catalog.text(key!("apparatus-lacks"))} role="img">{ "∅" }</span>
                } else {
                    <span class={mark.clone()}>{ reading.text }</span>
                }
                <span class="context">{ reading.after }</span>
            </td>
            <td class="number">{ reading.number.map(|number| catalog.count(number)) }</td>
        </>
    }
}
