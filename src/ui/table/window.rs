//! The part of a table that is drawn: the rows near the screen, with spacers for the others.

use std::ops::Range;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::hooks::use_paper;

/// Rows per component: a chunk that stays on the screen is not redrawn while the reader scrolls.
pub(super) const CHUNK: usize = 20;

/// Number of rows drawn before anything was measured.
const UNMEASURED: usize = 100;

/// The part of a table that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RowWindow {
    /// The chunks drawn.
    pub(crate) chunks: Range<usize>,
    /// Number of rows drawn, or to be drawn when scrolled to.
    pub(crate) rows: usize,
    row_height: f64,
}

impl RowWindow {
    /// Returns the rows of one chunk.
    pub(crate) fn rows_of(&self, chunk: usize) -> Range<usize> {
        (chunk * CHUNK).min(self.rows)..((chunk + 1) * CHUNK).min(self.rows)
    }

    /// Draws the spacer for the rows above the window.
    pub(crate) fn above(&self) -> Html {
        self.spacer(self.chunks.start * CHUNK)
    }

    /// Draws the spacer for the rows below the window.
    pub(crate) fn below(&self) -> Html {
        self.spacer(self.rows.saturating_sub(self.chunks.end * CHUNK))
    }

    /// Sets the height by an attribute, since the Content-Security-Policy forbids style in markup.
    fn spacer(&self, rows: usize) -> Html {
        if rows == 0 {
            return html! {};
        }
        let height = (rows as f64 * self.row_height).round().to_string();
        html! { <tbody aria-hidden="true"><tr><td {height}></td></tr></tbody> }
    }
}

/// The fit of a table into the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fit {
    /// True if all columns have room, so that the table need not scroll by itself.
    pub(crate) whole: bool,
    /// True if columns are hidden to the right.
    pub(crate) more: bool,
}

/// Returns the part of `table` to draw, of `rows` rows in all, and its fit into `region`. Paper has
/// all of it.
#[hook]
pub(crate) fn use_window(region: &NodeRef, table: &NodeRef, rows: usize) -> (RowWindow, Fit) {
    let paper = use_paper();
    let unmeasured = RowWindow { chunks: 0..rows.min(UNMEASURED).div_ceil(CHUNK), rows, row_height: 0.0 };
    let window = use_state_eq(|| unmeasured.clone());
    let fit = use_state_eq(Fit::default);
    let (set_window, set_fit) = (window.setter(), fit.setter());
    use_effect_with((region.clone(), table.clone(), rows), move |(region, table, rows)| {
        let (region, table, rows) = (region.clone(), table.clone(), *rows);
        let measure = move || {
            let Some(table) = table.cast::<HtmlElement>() else { return };
            if let Some(window) = measured(&table, rows) {
                set_window.set(window);
            }
            if let Some(region) = region.cast::<HtmlElement>() {
                set_fit.set(fitted(&region, &table));
            }
        };
        measure();
        // A table may scroll by itself; a scroll inside it is reported only in the capture phase.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let listeners = browser::window().map(|window| {
            ["scroll", "resize"].map(|event| {
                let measure = measure.clone();
                EventListener::new_with_options(&window, event, options, move |_| measure())
            })
        });
        move || drop(listeners)
    });
    // A list that has just changed its length has not been measured.
    let mut drawn = if window.rows == rows { (*window).clone() } else { unmeasured };
    if paper {
        drawn.chunks = 0..rows.div_ceil(CHUNK);
    }
    (drawn, *fit)
}

fn measured(table: &Element, rows: usize) -> Option<RowWindow> {
    let row = table.query_selector("tbody tr[data-row]").ok()??.get_bounding_client_rect();
    let head = table.query_selector("thead").ok()??.get_bounding_client_rect();
    let screen = browser::window()?.inner_height().ok()?.as_f64()?;
    let row_height = row.height();
    // The head sticks to the screen, the table does not.
    let top = table.get_bounding_client_rect().top() + head.height();
    (row_height > 0.0).then(|| RowWindow { chunks: near(top, screen, row_height, rows), rows, row_height })
}

fn fitted(region: &HtmlElement, table: &HtmlElement) -> Fit {
    let (room, width) = (region.client_width(), table.offset_width());
    // Half pixels are rounded in either direction.
    Fit { whole: width <= room + 1, more: width - room - region.scroll_left() > 1 }
}

/// Returns the chunks within half a screen of the screen; `top` is the first row's offset from its top.
fn near(top: f64, screen: f64, row_height: f64, rows: usize) -> Range<usize> {
    let chunk_height = CHUNK as f64 * row_height;
    let last = rows.div_ceil(CHUNK);
    // Casts of floats saturate, so a table far below the screen has no chunk before its first.
    let from = ((-0.5 * screen - top) / chunk_height).floor().max(0.0) as usize;
    let to = ((1.5 * screen - top) / chunk_height).ceil().max(1.0) as usize;
    from.min(last.saturating_sub(1))..to.min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_the_screen_is_drawn() {
        // Chunks are 600 pixels high, the screen 900.
        assert_eq!(near(200.0, 900.0, 30.0, 2_570), 0..2);
        assert_eq!(near(-6_000.0, 900.0, 30.0, 2_570), 9..13);
        assert_eq!(near(-77_000.0, 900.0, 30.0, 2_570), 127..129);
        assert_eq!(near(200.0, 900.0, 30.0, 7), 0..1);
        assert_eq!(near(5_000.0, 900.0, 30.0, 100), 0..1);
        assert_eq!(near(0.0, 900.0, 30.0, 0), 0..0);
    }

    #[test]
    fn the_height_of_what_is_not_drawn_is_kept() {
        let window = RowWindow { chunks: 2..4, rows: 95, row_height: 30.0 };
        assert_eq!(window.rows_of(3), 60..80);
        assert_eq!(window.rows_of(4), 80..95);
        let spacer = |rows: u32| {
            let height = (rows * 30).to_string();
            html! { <tbody aria-hidden="true"><tr><td {height}></td></tr></tbody> }
        };
        // Two chunks of 20 rows are above; of the 95 rows, 15 are below the fourth chunk.
        assert_eq!(window.above(), spacer(40));
        assert_eq!(window.below(), spacer(15));
        let all = RowWindow { chunks: 0..5, ..window };
        assert_eq!((all.above(), all.below()), (html! {}, html! {}));
    }
}
