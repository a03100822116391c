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

/// How many of `total` rows to draw: `first` at once, and the rest, once wanted, a batch at a time, so that the
/// page answers in between. Starts over whenever `list` is another one.
#[hook]
pub fn use_batches<L: PartialEq + Clone + 'static>(list: L, total: usize, first: usize, all: bool) -> usize {
    const BATCH: usize = 160;
    let drawn = use_state_eq(|| (list.clone(), first));
    let shown = if drawn.0 == list && all { drawn.1 } else { first };
    let setter = drawn.setter();
    use_effect_with((list, shown, total, all), move |(list, shown, total, all)| {
        let more = *all && shown < total;
        let next = (list.clone(), shown + BATCH);
        let timer = more.then(|| Timeout::new(0, move || setter.set(next)));
        move || drop(timer)
    });
    shown.min(total)
}
