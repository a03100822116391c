//! Browser services that several components need, as hooks.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::browser;
use super::routes::GivenLink;

/// Returns the link in the address bar, and follows its changes.
#[hook]
pub(super) fn use_link() -> GivenLink {
    let route = use_state_eq(browser::link);
    let setter = route.setter();
    use_effect_with((), move |()| {
        let listener = browser::window()
            .map(|window| EventListener::new(&window, "hashchange", move |_| setter.set(browser::link())));
        move || drop(listener)
    });
    (*route).clone()
}

/// Returns true if a media query matches, and follows its changes.
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

/// Returns true while the page is drawn for paper.
#[hook]
pub(super) fn use_paper() -> bool {
    let paper = use_state_eq(|| false);
    let setter = paper.setter();
    use_effect_with((), move |()| {
        let listeners = browser::window().map(|window| {
            [("beforeprint", true), ("afterprint", false)].map(|(event, is_paper)| {
                let setter = setter.clone();
                EventListener::new(&window, event, move |_| setter.set(is_paper))
            })
        });
        move || drop(listeners)
    });
    *paper
}

/// Rows drawn at first; enough for a typical newspaper story.
const AT_FIRST: usize = 60;

/// Rows added at a time; a slow machine draws them within a twentieth of a second.
const AT_ONCE: usize = 24;

/// Returns the number of rows, of `total`, to draw now. A long list grows in parts, between which the page
/// responds; the first `at_least` rows come at once, and all of them for paper.
#[hook]
pub(super) fn use_growing(total: usize, at_least: usize) -> usize {
    let drawn = use_state_eq(|| AT_FIRST);
    let at_least = if use_paper() { total } else { at_least };
    let now = (*drawn).max(at_least.saturating_add(AT_ONCE)).min(total);
    let setter = drawn.setter();
    use_effect_with((now, total), move |&(now, total)| {
        let timer = (now < total).then(|| Timeout::new(0, move || setter.set(now + AT_ONCE)));
        move || drop(timer)
    });
    now
}
