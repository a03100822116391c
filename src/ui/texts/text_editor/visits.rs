//! The way to a block: drawn first, then shown or focused.

use yew::prelude::*;

use super::block;
use super::corrections::Corrections;
use super::draft_view::{self, BlockPlace};
use super::look::Look;
use crate::ui::browser;
use crate::ui::shared::Shared;
use crate::view::TextPage;

/// Goes to the line in the address, and to where a correction leads. Returns a callback that goes to a line.
#[hook]
pub(super) fn use_visits(
    page: &Shared<TextPage>,
    look: &UseStateHandle<Look>,
    line: Option<u32>,
    corrections: &Corrections,
) -> Callback<u32> {
    let go = use_callback((page.clone(), **look), {
        let (next, setter) = (corrections.next.clone(), look.setter());
        move |place: BlockPlace, (page, look)| {
            *next.borrow_mut() = Some((None, place));
            setter.set(look.at(page, place));
        }
    });
    let go_to_line = use_callback((page.clone(), go.clone()), |line: u32, (page, go)| {
        draft_view::block_of_line(page, line).into_iter().for_each(|place| go.emit(place));
    });
    use_effect_with(line, {
        let go_to_line = go_to_line.clone();
        move |line| line.iter().for_each(|line| go_to_line.emit(*line))
    });
    use_effect_with(page.clone(), {
        let (next, queue) = (corrections.next.clone(), corrections.queue.clone());
        move |page| {
            // The text came back unchanged, so there was no change.
            if matches!(*next.borrow(), Some((Some(revision), _)) if revision == page.revision) {
                *next.borrow_mut() = None;
                queue.borrow_mut().clear();
            }
        }
    });
    use_effect_with((page.clone(), **look), {
        let (corrections, setter) = (corrections.clone(), look.setter());
        move |(page, look)| {
            if let Some(there) = visit(page, *look, &corrections) {
                setter.set(there);
            }
        }
    });
    go_to_line
}

/// Shows or focuses the block to go to, if it is drawn. Returns how the text is drawn there; `None` if there is
/// no block to go to yet.
fn visit(page: &TextPage, look: Look, corrections: &Corrections) -> Option<Look> {
    let (old, place) = (*corrections.next.borrow())?;
    if old == Some(page.revision) {
        return None;
    }
    let there = look.at(page, place);
    let element = block::id(place);
    // A missing element is drawn now; if it is still missing then, it will never exist.
    if there == look || browser::element(&element).is_some() {
        match old {
            Some(_) => browser::focus(&element),
            None => {
                browser::visit(&element);
            }
        }
        *corrections.next.borrow_mut() = None;
        corrections.take_next(page, place);
    }
    Some(there)
}
