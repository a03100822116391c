//! The focus, where the element that has it disappears: it goes on to what follows in the same part of the page.
//!
//! A browser gives it to the body then, and the reader of a screen reader or a keyboard starts again from the top.
//! Whatever a button removes or disables, itself among it, this is the one place that mends it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};
use yew::prelude::*;

use crate::ui::browser;

/// What can be focused by Tab, or by a script that shows the way.
const FOCUSABLE: &str = "a[href], button:not([disabled]), input:not([disabled], [hidden], [type=hidden]), \
    select:not([disabled]), textarea:not([disabled]), summary, [tabindex='0']";

/// A part of the page that waits for an answer.
const BUSY: &str = "main [aria-busy='true']";

/// Number of elements tried on each side of the one that disappeared, in each part of the page around it.
const TRIED: usize = 8;

/// The element that has the focus, and its way up: each parent with the place of the child below it.
#[derive(Clone)]
struct Focused {
    element: HtmlElement,
    above: Vec<(Element, u32)>,
}

type Last = Rc<RefCell<Option<Focused>>>;

/// Follows the focus, and passes it on when its element disappears.
#[hook]
pub(super) fn use_focus_kept() {
    use_effect_with((), |()| {
        let last = Last::default();
        let listeners = browser::document().map(|document| {
            let came = {
                let last = Rc::clone(&last);
                EventListener::new(&document, "focusin", move |event| {
                    let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
                    *last.borrow_mut() = element.map(Focused::of);
                })
            };
            let left = {
                let last = Rc::clone(&last);
                EventListener::new(&document, "focusout", move |_| {
                    let last = Rc::clone(&last);
                    // An element that is being removed loses the focus first: only later is it known to be gone.
                    Timeout::new(0, move || forget_left(&last)).forget();
                })
            };
            (came, left)
        });
        let observer = observe(&last);
        move || {
            drop(listeners);
            drop(observer);
        }
    });
}

/// Forgets an element that the reader left, for example by a click beside it.
fn forget_left(last: &Last) {
    let is_left = last.borrow().as_ref().is_some_and(|last| last.is_usable() && is_nowhere());
    // A window that is not in front has no focus, but keeps its place.
    let in_front = browser::document().is_some_and(|document| document.has_focus().unwrap_or(true));
    if is_left && in_front {
        *last.borrow_mut() = None;
    }
}

/// An observer of the document, with the function that it calls.
struct Observed {
    observer: MutationObserver,
    _called: Closure<dyn FnMut(Array)>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn observe(last: &Last) -> Option<Observed> {
    let last = Rc::clone(last);
    let waits = Rc::new(RefCell::new(None::<Timeout>));
    let called = Closure::new(move |_: Array| {
        if last.borrow().as_ref().is_none_or(Focused::is_usable) {
            return;
        }
        let last = Rc::clone(&last);
        // The page may place the focus itself once it is drawn.
        *waits.borrow_mut() = Some(Timeout::new(0, move || pass_on(&last)));
    });
    let observer = MutationObserver::new(called.as_ref().unchecked_ref()).ok()?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    options.set_attribute_filter(&Array::of3(
        &JsValue::from_str("disabled"),
        &"hidden".into(),
        &"open".into(),
    ));
    let body: web_sys::Node = browser::document()?.body()?.into();
    observer.observe_with_options(&body, &options).ok()?;
    Some(Observed { observer, _called: called })
}

/// Gives the focus to what follows the element that disappeared, unless something else has it already.
fn pass_on(last: &Last) {
    let gone = last.borrow().clone().filter(|last| !last.is_usable());
    let Some(gone) = gone.filter(|gone| is_nowhere() || gone.has_focus()) else { return };
    // While an answer is awaited, what follows is not known yet; its arrival changes the page again.
    if is_waiting() {
        return;
    }
    *last.borrow_mut() = None;
    for next in gone.again().into_iter().chain(gone.successors()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // What is inside a closed part of the page does not take the focus.
        if next.focus_with_options(&options).is_ok() && !is_nowhere() {
            browser::scroll_least(&next);
            return;
        }
    }
}

/// Returns true if a part of the page waits for an answer.
fn is_waiting() -> bool {
    let waiting = browser::document().and_then(|document| document.query_selector(BUSY).ok()?);
    waiting.is_some()
}

/// Returns true if no element has the focus.
fn is_nowhere() -> bool {
    let active = browser::document().and_then(|document| document.active_element());
    active.is_none_or(|active| active.tag_name() == "BODY")
}

impl Focused {
    fn of(element: HtmlElement) -> Self {
        let mut above = Vec::new();
        let mut child: Element = element.clone().into();
        while let Some(parent) = child.parent_element() {
            let mut place = 0;
            let mut before = child.previous_element_sibling();
            while let Some(one) = before {
                place += 1;
                before = one.previous_element_sibling();
            }
            above.push((parent.clone(), place));
            child = parent;
        }
        Self { element, above }
    }

    fn is_usable(&self) -> bool {
        is_usable(&self.element)
    }

    fn has_focus(&self) -> bool {
        let active = browser::document().and_then(|document| document.active_element());
        active.is_some_and(|active| *self.element == active)
    }

    /// Returns the element that was drawn anew in the place of the lost one: of the same kind and name.
    fn again(&self) -> Option<HtmlElement> {
        let name = |element: &Element| {
            let text = element.get_attribute("aria-label").or_else(|| element.text_content());
            text.filter(|text| !text.trim().is_empty()).map(|text| (element.tag_name(), text))
        };
        let lost = Some(name(&self.element)?);
        self.parts().find_map(|(part, _)| focusable(part).into_iter().find(|element| name(element) == lost))
    }

    /// Iterates over the parts of the page around the lost element that are still there, the nearest first, up to the
    /// main part.
    fn parts(&self) -> impl Iterator<Item = &(Element, u32)> {
        let is_all = |part: &Element| matches!(part.tag_name().as_str(), "BODY" | "HTML");
        let main = self.above.iter().position(|(part, _)| part.tag_name() == "MAIN");
        let nearest = self.above.iter().take(main.map_or(usize::MAX, |main| main + 1));
        nearest.take_while(move |(part, _)| !is_all(part)).filter(|(part, _)| part.is_connected())
    }

    /// Returns what can have the focus instead, the best first: in the nearest part of the page that is still there
    /// what follows the lost element, then what is before it; and the main part in the end.
    fn successors(&self) -> impl Iterator<Item = HtmlElement> {
        let inside = self.parts().flat_map(|(part, place)| {
            let children = part.children();
            let of =
                move |child: u32| children.item(child).map(|child| focusable(&child)).unwrap_or_default();
            let (place, end) = (*place, part.children().length());
            let after: Vec<_> = (place..end).flat_map(&of).take(TRIED).collect();
            let before = (0..place.min(end)).rev().flat_map(|child| of(child).into_iter().rev()).take(TRIED);
            after.into_iter().chain(before.collect::<Vec<_>>())
        });
        inside.chain(browser::element("main"))
    }
}

/// Returns the elements of a part that can have the focus, itself among them.
fn focusable(part: &Element) -> Vec<HtmlElement> {
    let own = part.matches(FOCUSABLE).unwrap_or(false).then(|| part.clone());
    let found = part.query_selector_all(FOCUSABLE).ok();
    let inside = found.iter().flat_map(|found| (0..found.length()).filter_map(|place| found.item(place)));
    let elements = own.into_iter().map(JsCast::unchecked_into).chain(inside.map(JsCast::unchecked_into));
    elements.filter(is_usable).collect()
}

/// Returns true if an element is on the page, drawn, and not disabled.
fn is_usable(element: &HtmlElement) -> bool {
    let is_disabled = element.matches(":disabled").unwrap_or(false);
    let drawn = element.get_bounding_client_rect();
    element.is_connected() && !is_disabled && drawn.width() + drawn.height() > 0.0
}
