//! One of the reader's own texts: as it arrived, as it was split into stories, and the tools to correct that.

use yew::prelude::*;

use super::text_editor::TextEditor;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::{Route, TextRoute};
use crate::ui::state::Loaded;
use crate::ui::store::use_store;
use crate::ui::widgets::waiting::when_here;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextPageProps {
    pub(crate) route: TextRoute,
}

#[component]
pub(crate) fn TextPageView(props: &TextPageProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let query = props.route.query();
    let answer = store.state.answer(&query);
    html! {
        <article class="page text-page">
            <p class="up screen-only"><a href={Route::Texts.href()}>{ catalog.text(key!("text-back")) }</a></p>
            if matches!(answer, Loaded::Failed(_)) {
                // Without the text there is no name of it to head the page.
                <h1>{ catalog.text(key!("texts-title")) }</h1>
            }
            { when_here(&answer, &query, |page| html! {
                <TextEditor page={page.clone()} line={props.route.line} />
            }) }
        </article>
    }
}
