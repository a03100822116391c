//! The bar that walks through the differences of a view, one at a time, by button or key.

use yew::prelude::*;

use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::shell::keyboard::{Command, use_commands};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WalkBarProps {
    /// Number of places.
    pub(crate) total: usize,
    /// The place the reader is at, by its index.
    pub(crate) position: Option<usize>,
    /// Describes that place, for a screen reader.
    pub(crate) what: AttrValue,
    /// Called with the index of the place to go to.
    pub(crate) onvisit: Callback<usize>,
}

/// Draws buttons with the effect of `n` and `p` for readers without a keyboard, and a screen reader's text.
#[component]
pub(crate) fn WalkBar(props: &WalkBarProps) -> Html {
    let catalog = use_catalog();
    let WalkBarProps { total, position, what, onvisit } = props;
    let (total, position) = (*total, *position);
    let obey = use_callback((total, position, onvisit.clone()), |command, (total, position, onvisit)| {
        let forward = match command {
            Command::Next => true,
            Command::Previous => false,
            _ => return false,
        };
        step(*total, *position, forward).inspect(|place| onvisit.emit(*place)).is_some()
    });
    use_commands(obey);
    let button = |forward: bool, key: MessageKey, letter: &'static str| {
        let target = step(total, position, forward);
        let onvisit = onvisit.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(place) = target {
                onvisit.emit(place);
            }
        });
        html! {
            <button type="button" class="button" disabled={target.is_none()} {onclick}>
                { catalog.text(key) }<kbd aria-hidden="true">{ letter }</kbd>
            </button>
        }
    };
    let announced = position.map(|place| {
        let arguments = [("n", (place + 1).into()), ("total", total.into()), ("what", what.as_str().into())];
        catalog.with(key!("walk-announce"), arguments)
    });
    html! {
        <div class="walker" role="group" aria-label={catalog.text(key!("walk-label"))}>
            { button(false, key!("walk-previous"), "p") }
            <span class="figures" aria-hidden="true">
                { match position { Some(place) => format!("{} / {total}", place + 1), None => total.to_string() } }
            </span>
            { button(true, key!("walk-next"), "n") }
            <p class="unseen" role="status">{ announced }</p>
        </div>
    }
}

/// Returns the next place, or the one before, in a circle.
fn step(total: usize, position: Option<usize>, forward: bool) -> Option<usize> {
    let last = total.checked_sub(1)?;
    Some(match (position, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(place), true) => (place + 1) % total,
        (Some(place), false) => (place + last) % total,
    })
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn the_walk_goes_round() {
        assert_eq!([step(4, None, true), step(4, None, false)], [Some(0), Some(3)]);
        assert_eq!([step(4, Some(3), true), step(4, Some(0), false)], [Some(0), Some(3)]);
        assert_eq!([step(0, None, true), step(0, None, false)], [None, None]);
    }
}
