//! The arrow keys in a table: up and down between rows, left and right between cells, Home and End.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::prelude::*;

use super::Point;
use crate::ui::browser;
use crate::ui::shell::keyboard;

/// The time in milliseconds that a table scrolled to its end takes to draw the rows there.
const REDRAWN: u32 = 80;

/// Lets an arrow key enter the first table of a page while the focus is still on the page as a whole.
#[hook]
pub(super) fn use_entry(table: &NodeRef) {
    use_effect_with(table.clone(), |table| {
        let table = table.clone();
        let listener = browser::document().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                let Some(table) = table.cast::<Element>() else { return };
                if is_plain(event) && event.key() == "ArrowDown" && is_nowhere() && is_first(&table) {
                    enter(event, &table);
                }
            })
        });
        move || drop(listener)
    });
}

fn is_plain(event: &KeyboardEvent) -> bool {
    !(event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing())
}

/// Returns true if the focus is on the page as a whole.
fn is_nowhere() -> bool {
    let focused = browser::document().and_then(|document| document.active_element());
    focused.is_none_or(|focused| matches!(focused.tag_name().as_str(), "BODY" | "MAIN"))
}

fn is_first(table: &Element) -> bool {
    let first = browser::document().and_then(|document| document.query_selector("main [data-grid]").ok()?);
    first.as_ref() == Some(table)
}

/// Returns the cell that contains an element.
pub(super) fn point(element: &Element) -> Option<Point> {
    let number = |element: &Element, name: &str| element.get_attribute(name)?.parse().ok();
    let cell = element.closest("[data-column]").ok()??;
    let row = cell.closest("tr[data-row]").ok()??;
    Some(Point { row: number(&row, "data-row")?, column: number(&cell, "data-column")? })
}

/// Moves the focus by key.
pub(super) fn step(event: &KeyboardEvent) {
    let Some(region) = keyboard::around(event, ".table-scroll") else { return };
    if !is_plain(event) {
        return;
    }
    let here = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(row) = here.as_ref().and_then(|here| here.closest("tr[data-row]").ok().flatten()) else {
        if event.key() == "ArrowDown" && here.as_ref() == Some(&region) {
            enter(event, &region);
        }
        return;
    };
    let steps = found(&row, "[data-step]");
    let at = steps.iter().position(|step| here.as_ref() == Some(step)).unwrap_or(0);
    let beside = |forward: bool| {
        let rows = found(&region, "tr[data-row]");
        let place = rows.iter().position(|other| *other == row)?;
        let place = if forward { place + 1 } else { place.checked_sub(1)? };
        found(rows.get(place)?, "[data-step]").get(at).cloned()
    };
    let to = match event.key().as_str() {
        "ArrowDown" => beside(true),
        "ArrowUp" => beside(false),
        "ArrowRight" => steps.get(at + 1).cloned(),
        "ArrowLeft" => at.checked_sub(1).and_then(|at| steps.get(at).cloned()),
        "Home" => return leap(event, region, false),
        "End" => return leap(event, region, true),
        _ => return,
    };
    event.prevent_default();
    focus(to);
}

/// Enters the first row on the screen.
fn enter(event: &KeyboardEvent, place: &Element) {
    let seen = |row: &Element| row.get_bounding_client_rect().top() >= 0.0;
    let rows = found(place, "tr[data-row]");
    let row = rows.iter().find(|row| seen(row)).or(rows.first());
    if let Some(step) = row.and_then(|row| found(row, "[data-step]").first().cloned()) {
        event.prevent_default();
        focus(Some(step));
    }
}

/// Jumps to the first or the last row, which may not be drawn yet.
fn leap(event: &KeyboardEvent, region: Element, to_end: bool) {
    event.prevent_default();
    let options = ScrollIntoViewOptions::new();
    options.set_block(if to_end { ScrollLogicalPosition::End } else { ScrollLogicalPosition::Start });
    if let Some(part) = found(&region, if to_end { "tbody:last-of-type" } else { "tbody" }).first() {
        part.scroll_into_view_with_scroll_into_view_options(&options);
    }
    Timeout::new(REDRAWN, move || {
        let rows = found(&region, "tr[data-row]");
        let row = if to_end { rows.last() } else { rows.first() };
        focus(row.and_then(|row| found(row, "[data-step]").first().cloned()));
    })
    .forget();
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn found(place: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = place.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}
