//! The reader's selection or focus as a place in a story. Texts are drawn in elements with `data-story` and
//! `data-from`: the story, and the UTF-16 unit of the story at which the element's text begins.

use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, Node, Range};

use crate::ui::browser;
use crate::view::StoryPlace;

/// Elements inside such an element that are no text of the story.
const FOREIGN: &str = ".unseen, rt";

/// The mark of the difference that the reader is at.
const DIFFERENCE: &str = ".d.current, .change.current";

/// The id of the button of its effect.
pub(crate) const EFFECT_IN_FORCE: &str = "effect-in-force";

/// Maximum length in UTF-16 units; a longer selection is a passage to copy, not a word to correct.
const LONGEST: u32 = 24;

/// Returns the selected place, and its rectangle on the screen.
pub(crate) fn selected() -> Option<(StoryPlace, DomRect)> {
    let selection = browser::window()?.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let place = place(&range)?;
    Some((place, range.get_bounding_client_rect()))
}

/// Returns the place of the reader's focus.
pub(crate) fn focused() -> Option<StoryPlace> {
    let focused = browser::document()?.active_element()?;
    let range = Range::new().ok()?;
    match focused.query_selector("[data-from]").ok()? {
        // A whole sentence: its first word, from which the reader continues.
        Some(text) => {
            let start = text.get_attribute("data-from")?.parse().ok()?;
            Some(StoryPlace { id: text.get_attribute("data-story")?, start, end: start + 1 })
        }
        None => {
            range.select_node_contents(&focused).ok()?;
            place(&range)
        }
    }
}

/// Returns true if the focus is on a difference that can be moved to another effect.
pub(crate) fn is_at_difference() -> bool {
    let focused = browser::document().and_then(|document| document.active_element());
    let is_mark = focused.is_some_and(|focused| focused.matches(DIFFERENCE).unwrap_or(false));
    is_mark && browser::element(EFFECT_IN_FORCE).is_some()
}

/// Extends the selection from its anchor to a word; without a selection, from the word `here`.
pub(crate) fn extend(here: &Element, to: &Element) {
    let Some(Ok(Some(selection))) = browser::window().map(|window| window.get_selection()) else { return };
    let began = selection.anchor_node().filter(|_| !selection.is_collapsed());
    let began = began.and_then(|node| node.dyn_into::<Element>().ok());
    let from = began.filter(|word| word.matches(".w").unwrap_or(false)).unwrap_or_else(|| here.clone());
    let backward = from.compare_document_position(to) & Node::DOCUMENT_POSITION_PRECEDING != 0;
    let length = |element: &Element| element.child_nodes().length();
    let (start, end) = if backward { (length(&from), 0) } else { (0, length(to)) };
    // If the selection fails, the words remain unselected.
    let _ = selection.set_base_and_extent(&from, start, to, end);
}

/// Clears the selection.
pub(crate) fn clear() {
    if let Some(Ok(Some(selection))) = browser::window().map(|window| window.get_selection()) {
        let _ = selection.remove_all_ranges();
    }
}

/// Returns the place of a range that begins inside a text, cut off at the end of that text.
fn place(range: &Range) -> Option<StoryPlace> {
    let text = text_around(&range.start_container().ok()?)?;
    let from: u32 = text.get_attribute("data-from")?.parse().ok()?;
    let start = from + units_before(&text, &range.start_container().ok()?, range.start_offset().ok()?)?;
    let end_container = range.end_container().ok()?;
    let end = if text.contains(Some(&end_container)) {
        from + units_before(&text, &end_container, range.end_offset().ok()?)?
    } else {
        let whole = Range::new().ok()?;
        whole.select_node_contents(&text).ok()?;
        from + units(&whole)?
    };
    let id = text.get_attribute("data-story")?;
    (start < end && end - start <= LONGEST).then_some(StoryPlace { id, start, end })
}

fn text_around(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("[data-from]").ok()?
}

/// Counts the UTF-16 units of the story's text between the beginning of `text` and a point in it.
fn units_before(text: &Element, node: &Node, offset: u32) -> Option<u32> {
    let range = Range::new().ok()?;
    range.select_node_contents(text).ok()?;
    range.set_end(node, offset).ok()?;
    units(&range)
}

fn units(range: &Range) -> Option<u32> {
    let copy = range.clone_contents().ok()?;
    let foreign = copy.query_selector_all(FOREIGN).ok()?;
    for place in 0..foreign.length() {
        if let Some(element) = foreign.get(place).and_then(|node| node.dyn_into::<Element>().ok()) {
            element.remove();
        }
    }
    let text = copy.text_content().unwrap_or_default();
    u32::try_from(text.encode_utf16().count()).ok()
}
