//! The page of an unknown address.

use yew::prelude::*;

use crate::ui::i18n::use_catalog;
use crate::ui::routes::Route;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct NotFoundProps {
    pub(super) address: AttrValue,
}

#[component]
pub(super) fn NotFound(props: &NotFoundProps) -> Html {
    let catalog = use_catalog();
    html! {
        <article class="page prose">
            <h1>{ catalog.text("page-unknown") }</h1>
            <p>{ catalog.with("not-found", [("address", props.address.as_str().into())]) }</p>
            <p><a href={Route::Papers.href()}>{ catalog.text("not-found-papers") }</a></p>
        </article>
    }
}
