//! The page of an unknown address.

use yew::prelude::*;

use crate::ui::i18n::{key, use_catalog};
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
            <h1>{ catalog.text(key!("page-unknown")) }</h1>
            <p>{ catalog.with(key!("not-found"), [("address", props.address.as_str().into())]) }</p>
            <p><a href={Route::Papers.href()}>{ catalog.text(key!("not-found-papers")) }</a></p>
        </article>
    }
}
