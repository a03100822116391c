//! Stories chosen one by one from a list that is searched.

use std::collections::BTreeSet;
use std::ops::Range;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::one_line::one_line;
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::view::StoryRow;

/// Maximum number of stories listed; the others are found by typing.
const LISTED: usize = 200;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ByHandProps {
    /// The stories to choose from.
    pub(crate) stories: Shared<Vec<StoryRow>>,
    /// The stories chosen, by id.
    pub(crate) chosen: BTreeSet<String>,
    /// Called with another choice.
    pub(crate) onchoose: Callback<BTreeSet<String>>,
}

/// Draws the list with a field that searches it. The shift key ticks all stories from the one ticked before.
#[component]
pub(crate) fn ByHand(props: &ByHandProps) -> Html {
    let catalog = use_catalog();
    let typed = use_state_eq(String::new);
    let last = use_mut_ref(|| None::<usize>);
    let found =
        use_memo((props.stories.clone(), (*typed).clone(), catalog.clone()), |(rows, typed, catalog)| {
            let typed = typed.trim();
            let places =
                (0..rows.len()).filter(|&place| typed.is_empty() || holds(&rows[place], typed, catalog));
            Shared::new(places.collect::<Vec<usize>>())
        });
    let oninput = {
        let (typed, last) = (typed.setter(), last.clone());
        Callback::from(move |event: InputEvent| {
            *last.borrow_mut() = None;
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let choose = choosing(props, &found);
    let ontick = {
        let choose = choose.clone();
        Callback::from(move |(index, event): (usize, MouseEvent)| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            let before = last.borrow_mut().replace(index).filter(|_| event.shift_key()).unwrap_or(index);
            choose(before.min(index)..before.max(index) + 1, on);
        })
    };
    let all = found.len();
    let onall = Callback::from(move |_: MouseEvent| choose(0..all, true));
    let onnone = props.onchoose.reform(|_: MouseEvent| BTreeSet::new());
    html! {
        <fieldset>
            <legend>{ catalog.with(key!("scope-by-hand"), [("n", props.chosen.len().into())]) }</legend>
            <input type="search" class="by-hand-search" autocomplete="off" value={(*typed).clone()} {oninput}
                placeholder={catalog.text(key!("by-hand-search"))} aria-label={catalog.text(key!("by-hand-search"))} />
            <button type="button" class="link" onclick={onall}>{ catalog.with(key!("by-hand-all"), [("n", all.into())]) }</button>
            <div class="by-hand" tabindex="0" role="group" aria-label={catalog.text(key!("scope-group-stories"))}>
                { for found.iter().take(LISTED).enumerate().map(|(index, &place)| line(props, place, index, &ontick, &catalog)) }
                if all > LISTED {
                    <p class="hint">{ catalog.with(key!("by-hand-more"), [("n", (all - LISTED).into())]) }</p>
                }
            </div>
            if !props.chosen.is_empty() {
                <p class="hint">{ catalog.text(key!("scope-by-hand-only")) }{ " " }
                    <button type="button" class="link" onclick={onnone}>{ catalog.text(key!("scope-by-hand-none")) }</button>
                </p>
            }
        </fieldset>
    }
}

/// Returns a function that ticks the stories found at some places, or unticks them.
fn choosing(props: &ByHandProps, found: &Shared<Vec<usize>>) -> impl Fn(Range<usize>, bool) + Clone + use<> {
    let (props, found) = (props.clone(), found.clone());
    move |places: Range<usize>, on: bool| {
        let mut chosen = props.chosen.clone();
        for &place in found.get(places).unwrap_or_default() {
            let Some(row) = props.stories.get(place) else { continue };
            if on {
                chosen.insert(row.id.clone());
            } else {
                chosen.remove(&row.id);
            }
        }
        props.onchoose.emit(chosen);
    }
}

/// Draws the line of a story, under a heading where own stories or examples begin.
fn line(
    props: &ByHandProps,
    place: usize,
    index: usize,
    ontick: &Callback<(usize, MouseEvent)>,
    catalog: &Catalog,
) -> Html {
    let Some(row) = props.stories.get(place) else { return html! {} };
    let onclick = ontick.reform(move |event: MouseEvent| (index, event));
    let begins = index == 0 || place == props.stories.partition_point(StoryRow::is_own);
    html! {
        <>
            if begins && scopes::are_of_both(&props.stories) {
                <p class="list-part">{ scopes::heading(row.is_own(), catalog) }</p>
            }
            <label key={row.id.clone()} lang={lang_of(scopes::title(row, catalog))} title={[scopes::title(row, catalog), row.file.clone()].join("\n").trim().to_owned()}>
                <input type="checkbox" value={row.id.clone()} checked={props.chosen.contains(&row.id)} {onclick} />
                <span class="figures soft">{ &row.id }</span>
                <span>{ one_line(&scopes::title(row, catalog)) }</span>
            </label>
        </>
    }
}

fn holds(row: &StoryRow, typed: &str, catalog: &Catalog) -> bool {
    [&row.id, &row.paper, &row.date, &row.series, &row.file].iter().any(|part| part.contains(typed))
        || scopes::title(row, catalog).contains(typed)
}
