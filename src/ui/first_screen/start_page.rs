//! The first screen: what this is, two boxes, the own texts that are in, and an example.

use yew::prelude::*;

use super::example::{Example, is_example_known};
use super::own_choice::OwnChoice;
use super::standing::{Part, use_standing};
use super::submission::submit;
use super::text_box::{BOXES, TextBoxField};
use crate::ui::browser;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::routes::{FactsRoute, Route, WordsRoute};
use crate::ui::shell::questions::own_stories;
use crate::ui::state::TextBox;
use crate::ui::store::use_store;
use crate::ui::texts::arrivals::Arrivals;

#[component]
pub(crate) fn StartPage() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let is_known = is_example_known(&store);
    let standing = use_standing(Part::Example, is_known);
    html! {
        <article class="page start">
            <header class="page-head">
                <h1>{ catalog.text(key!("start-question")) }</h1>
                <p class="hint">{ catalog.text(key!("start-lead")) }</p>
            </header>
            <Boxes />
            <Arrivals />
            if own_stories(store.rows()).len() > 1 {
                <OwnChoice />
            }
            <Example standing={standing.clone()} />
            // Not before the example, which would move it.
            if is_known || standing.is_some() {
                { further(&catalog) }
            }
        </article>
    }
}

/// Draws both boxes and the button that compares their texts.
#[component]
fn Boxes() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let lacks = use_state_eq(|| None::<usize>);
    let way_in = &store.state.way_in;
    let boxes = way_in.with_former(store.rows());
    let empty = boxes.iter().position(|found| !found.is_filled());
    let onsubmit = {
        let (asker, boxes, lacks) = (store.asker.clone(), boxes.clone(), lacks.setter());
        let adding = way_in.adding;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            lacks.set(empty);
            match empty {
                Some(at) => browser::focus(BOXES[at]),
                None if !adding => submit(&asker, boxes.clone()),
                None => {}
            }
        })
    };
    // What was said of an empty box is no longer so once it is filled.
    let lacking = lacks.filter(|at| boxes.get(*at).is_some_and(|found| !found.is_filled()));
    html! {
        <form class="start-form" {onsubmit}>
            <div class="start-boxes">
                { for boxes.iter().enumerate().map(|(at, content)| html! { <TextBoxField key={at} {at} content={content.clone()} /> }) }
            </div>
            <div class="start-go">
                <button type="submit" class="button primary" disabled={way_in.adding}>{ catalog.text(key!("start-go")) }</button>
                <span class={lacking.map_or("soft", |_| "problem")} role="status">{ catalog.text(said(lacking, &boxes, way_in.adding)) }</span>
            </div>
        </form>
    }
}

/// Returns what is said beside the button.
fn said(lacking: Option<usize>, boxes: &[TextBox; 2], adding: bool) -> MessageKey {
    match (lacking, boxes.each_ref().map(TextBox::is_filled)) {
        _ if adding => key!("start-adding"),
        (Some(0), _) => key!("start-lacks-a"),
        (Some(_), _) => key!("start-lacks-b"),
        (None, [true, false]) => key!("start-next-b"),
        (None, [false, true]) => key!("start-next-a"),
        (None, [true, true]) => key!("start-ready"),
        (None, [false, false]) => key!("start-by-itself"),
    }
}

/// Draws the links to what else can be done.
fn further(catalog: &Catalog) -> Html {
    let link = |route: Route, title: MessageKey, about: MessageKey| {
        html! {
            <li key={title}>
                <a href={route.href()}>
                    <b>{ catalog.text(title) }</b>
                    <span class="soft">{ catalog.text(about) }</span>
                </a>
            </li>
        }
    };
    html! {
        <ul class="start-next">
            { link(Route::Texts, key!("start-pages"), key!("start-pages-about")) }
            { link(Route::Facts(FactsRoute::default()), key!("tab-facts"), key!("start-facts-about")) }
            { link(Route::Words(WordsRoute::default()), key!("start-counts"), key!("start-counts-about")) }
        </ul>
    }
}
