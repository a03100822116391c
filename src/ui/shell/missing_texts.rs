//! The page of a link to own texts that are not in this browser.

use yew::prelude::*;

use super::questions;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::routes::{Route, TextLabel};
use crate::ui::store::use_store;
use crate::ui::texts::keeping::SessionOpener;
use crate::ui::widgets::waiting::when_here;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MissingTextsProps {
    /// What the link says of them.
    pub(crate) texts: Vec<TextLabel>,
}

/// Says whose texts the link means, why they are not here, and what brings them.
#[component]
pub(crate) fn MissingTexts(props: &MissingTextsProps) -> Html {
    let catalog = use_catalog();
    html! {
        <article class="page prose missing-texts">
            <h1>{ catalog.with(key!("missing-title"), [("n", props.texts.len().into())]) }</h1>
            <ul>{ for props.texts.iter().enumerate().map(|(place, label)| line(place, label, &catalog)) }</ul>
            <p>{ catalog.text(key!("missing-why")) }</p>
            <p>{ catalog.text(key!("missing-how")) }</p>
            <div class="missing-tools">
                <SessionOpener primary=true />
                <a class="button" href={Route::Texts.href()}>{ catalog.text(key!("missing-add")) }</a>
            </div>
            <p><a href={Route::Papers.href()}>{ catalog.text(key!("not-found-papers")) }</a></p>
        </article>
    }
}

fn line(place: usize, label: &TextLabel, catalog: &Catalog) -> Html {
    html! { <li key={place}>{ labelled(label, catalog) }</li> }
}

/// Draws what is known of a text.
pub(crate) fn labelled(label: &TextLabel, catalog: &Catalog) -> Html {
    let TextLabel { title, paper, date } = label;
    html! {
        <>
            if title.is_empty() {
                { catalog.text(key!("missing-unnamed")) }
            } else {
                <b lang={lang_of(title)}>{ title.clone() }</b>
            }
            if !paper.is_empty() {
                { " " }{ run(paper) }
            }
            if !date.is_empty() {
                { " " }<time datetime={date.clone()}>{ date.clone() }</time>
            }
        </>
    }
}

/// Draws what is there before it is known which texts are here.
#[component]
pub(super) fn AwaitedTexts() -> Html {
    let store = use_store();
    let (names, stories) = (questions::names(), questions::stories());
    when_here(&store.state.answer(&names), &names, |_| {
        when_here(&store.state.answer(&stories), &stories, |_| html! { <div aria-busy="true" /> })
    })
}
