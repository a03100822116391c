//! Keys that work everywhere, and arrow keys that move along a list.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::dictionary::selection;

/// A command given by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Open a view, by its number.
    View(usize),
    /// Go to the search field.
    Search,
    /// Show the list of keys.
    Keys,
    /// Go to the next difference.
    Next,
    /// Go to the previous difference.
    Previous,
    /// Correct the word at hand.
    Correct,
    /// Undo the last correction.
    Undo,
    /// Redo it.
    Redo,
}

/// Returns the command of a key, given its name and whether it was pressed while typing.
pub(crate) fn command(key: &str, shift: bool, typing: bool) -> Option<Command> {
    match (key, shift) {
        // A function key types nothing, so it works in a field as well.
        ("F7", false) => Some(Command::Next),
        ("F7", true) => Some(Command::Previous),
        _ if typing => None,
        ("/", _) => Some(Command::Search),
        ("?", _) => Some(Command::Keys),
        ("n", false) => Some(Command::Next),
        ("p", false) => Some(Command::Previous),
        ("e", false) => Some(Command::Correct),
        (digit, false) => digit.parse().ok().filter(|digit| (1..=8).contains(digit)).map(Command::View),
        _ => None,
    }
}

/// Returns the command of a key pressed with Ctrl, or Command on a Mac. A field keeps such keys for itself.
fn control_command(key: &str, shift: bool, typing: bool) -> Option<Command> {
    match (key, shift) {
        _ if typing => None,
        ("z", false) => Some(Command::Undo),
        ("z" | "Z", true) | ("y", false) => Some(Command::Redo),
        _ => None,
    }
}

/// Calls `obey` for every command given by key; if it returns true, the browser ignores the key.
#[hook]
pub(crate) fn use_commands(obey: Callback<Command, bool>) {
    use_effect_with(obey, |obey| {
        let obey = obey.clone();
        let listener = browser::window().map(|window| {
            EventListener::new_with_options(
                &window,
                "keydown",
                EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    if event.alt_key() || event.is_composing() {
                        return;
                    }
                    let (key, shift, typing) = (event.key(), event.shift_key(), is_typing(event));
                    let command = if event.ctrl_key() || event.meta_key() {
                        // A `select` has nothing to undo.
                        control_command(&key, shift, typing && !is_in(event, "select"))
                    } else {
                        command(&key, shift, typing)
                    };
                    if command.is_some_and(|command| obey.emit(command)) {
                        event.prevent_default();
                    }
                },
            )
        });
        move || drop(listener)
    });
}

/// Returns true if the event comes from a field for typing, or from an open dialog.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        matches!(target.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
            || target.closest("dialog[open]").ok().flatten().is_some()
    })
}

fn is_in(event: &KeyboardEvent, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(selector).unwrap_or(false))
}

/// Returns the element around an event's target that matches a selector. The event's own `current_target` is the root of
/// the page, where all events are handled.
pub(crate) fn around(event: &KeyboardEvent, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// Moves the focus among the elements marked `data-step` of the list around the event, which is marked `data-steps`, with
/// the arrow keys, Home and End.
pub(crate) fn step(event: &KeyboardEvent) {
    let Some(list) = around(event, "[data-steps]") else { return };
    let Ok(found) = list.query_selector_all("[data-step]") else { return };
    let steps: Vec<HtmlElement> =
        (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect();
    let row = |element: &Element| element.closest("tr, li, [data-step]").ok().flatten();
    let here = event.target().and_then(|target| target.dyn_into::<Element>().ok()).and_then(|e| row(&e));
    let place = steps.iter().position(|step| here.is_some() && row(step) == here);
    let last = steps.len().checked_sub(1);
    let is_row = list.matches(".views").unwrap_or(false);
    let to = match (event.key().as_str(), place) {
        ("ArrowDown", None) => (!steps.is_empty()).then_some(0),
        ("ArrowDown", Some(place)) => Some(place + 1),
        ("ArrowUp", Some(place)) => place.checked_sub(1),
        // On a narrow screen the views are a row.
        ("ArrowRight", Some(place)) if is_row => Some(place + 1),
        ("ArrowLeft", Some(place)) if is_row => place.checked_sub(1),
        ("Home", Some(_)) => Some(0),
        ("End", Some(_)) => last,
        _ => None,
    };
    if let Some(step) = to.and_then(|to| steps.get(to)) {
        event.prevent_default();
        let _ = step.focus();
    }
}

/// Moves the focus to the next or the previous word of the text around the event, which is marked `data-words`.
pub(crate) fn step_word(event: &KeyboardEvent, forward: bool) {
    let Some(text) = around(event, "[data-words]") else { return };
    let Ok(words) = text.query_selector_all(".w") else { return };
    let here = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_here = |place: &u32| {
        let word = words.get(*place).and_then(|word| word.dyn_into::<Element>().ok());
        word.is_some() && word == here
    };
    let to = match (0..words.length()).find(is_here) {
        None => Some(0),
        Some(place) if forward => place.checked_add(1),
        Some(place) => place.checked_sub(1),
    };
    let word = to.and_then(|place| words.get(place)).and_then(|word| word.dyn_into::<HtmlElement>().ok());
    let Some(word) = word else { return };
    event.prevent_default();
    // With Shift the selection grows from its anchor, as in any text.
    match here.filter(|here| event.shift_key() && here.matches(".w").unwrap_or(false)) {
        Some(here) => selection::extend(&here, &word),
        None => selection::clear(),
    }
    let _ = word.focus();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_give_commands_unless_something_is_typed() {
        assert_eq!(command("3", false, false), Some(Command::View(3)));
        assert_eq!(command("3", false, true), None);
        assert_eq!(command("9", false, false), None);
        assert_eq!(command("?", true, false), Some(Command::Keys));
        assert_eq!(command("n", false, true), None);
        assert_eq!(command("e", false, false), Some(Command::Correct));
        assert_eq!(control_command("z", false, false), Some(Command::Undo));
        assert_eq!(control_command("Z", true, false), Some(Command::Redo));
        assert_eq!(control_command("z", false, true), None);
        assert_eq!(command("F7", true, true), Some(Command::Previous));
    }
}
