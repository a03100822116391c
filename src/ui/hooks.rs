//! What several components need of the browser, as hooks.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
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

/// So many rows are drawn at first: all of a story in a newspaper, as a rule.
const AT_FIRST: usize = 60;

/// So many more are drawn in one go: what a slow machine draws within a twentieth of a second.
const AT_ONCE: usize = 24;

/// How many of `total` rows are to be drawn now. A long list grows by parts between which the page answers; all of the
/// first `at_least` come at once.
#[hook]
pub(super) fn use_growing(total: usize, at_least: usize) -> usize {
    let drawn = use_state_eq(|| AT_FIRST);
    let now = (*drawn).max(at_least.saturating_add(AT_ONCE)).min(total);
    let setter = drawn.setter();
    use_effect_with((now, total), move |&(now, total)| {
        let timer = (now < total).then(|| Timeout::new(0, move || setter.set(now + AT_ONCE)));
        move || drop(timer)
    });
    now
}
