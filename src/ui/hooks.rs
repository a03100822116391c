//! What several components need of the browser, as hooks.

use gloo::events::EventListener;
use yew::prelude::*;

use super::browser;
use super::routes::Route;

/// The route of the address bar, kept in step with it.
#[hook]
pub(super) fn use_route() -> Route {
    let route = use_state_eq(browser::route);
    let setter = route.setter();
    use_effect_with((), move |()| {
        let listener = browser::window()
            .map(|window| EventListener::new(&window, "hashchange", move |_| setter.set(browser::route())));
        move || drop(listener)
    });
    (*route).clone()
}

/// Whether a media query holds, kept in step with the window.
#[hook]
pub(super) fn use_media(query: &'static str) -> bool {
    let holds = use_state_eq(|| browser::matches(query));
    let setter = holds.setter();
    use_effect_with((), move |()| {
        let list = browser::window().and_then(|window| window.match_media(query).ok()?);
        let listener = list
            .map(|list| EventListener::new(&list, "change", move |_| setter.set(browser::matches(query))));
        move || drop(listener)
    });
    *holds
}
