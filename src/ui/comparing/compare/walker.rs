//! A walk through the differences, one at a time.

use yew::prelude::*;

use super::collation::Stop;
use crate::ui::comparing::marked::describe;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::labels;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard::{Command, use_commands};
use crate::view::Comparison;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WalkerProps {
    /// The comparison.
    pub(crate) comparison: Shared<Comparison>,
    /// The stops, in the order of the walk.
    pub(crate) stops: Shared<Vec<Stop>>,
    /// The stop the reader is at.
    pub(crate) current: Option<Stop>,
    /// Called with the stop to go to.
    pub(crate) onvisit: Callback<Stop>,
}

/// Draws buttons with the effect of `n` and `p` for readers without a keyboard, and a screen reader's text.
#[component]
pub(crate) fn Walker(props: &WalkerProps) -> Html {
    let catalog = use_catalog();
    let WalkerProps { comparison, stops, current, onvisit } = props;
    use_walk(stops.clone(), *current, onvisit.clone());
    let position = current.and_then(|stop| stops.iter().position(|&found| found == stop));
    let button = |forward: bool, key: MessageKey, letter: &'static str| {
        let target = step(stops, *current, forward);
        let onvisit = onvisit.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(stop) = target {
                onvisit.emit(stop);
            }
        });
        html! {
            <button type="button" class="button" disabled={target.is_none()} {onclick}>
                { catalog.text(key) }<kbd aria-hidden="true">{ letter }</kbd>
            </button>
        }
    };
    html! {
        <div class="walker" role="group" aria-label={catalog.text(key!("walk-label"))}>
            { button(false, key!("walk-previous"), "p") }
            <span class="figures" aria-hidden="true">
                { match position { Some(place) => format!("{} / {}", place + 1, stops.len()), None => stops.len().to_string() } }
            </span>
            { button(true, key!("walk-next"), "n") }
            <p class="unseen" role="status">{ announce(comparison, stops, position, &catalog) }</p>
        </div>
    }
}

/// Moves through the stops by key, in a circle.
#[hook]
fn use_walk(stops: Shared<Vec<Stop>>, current: Option<Stop>, onvisit: Callback<Stop>) {
    let obey = use_callback((stops, current, onvisit), |command, (stops, current, onvisit)| {
        let forward = match command {
            Command::Next => true,
            Command::Previous => false,
            _ => return false,
        };
        step(stops, *current, forward).inspect(|stop| onvisit.emit(*stop)).is_some()
    });
    use_commands(obey);
}

fn step(stops: &[Stop], current: Option<Stop>, forward: bool) -> Option<Stop> {
    let place = current.and_then(|current| stops.iter().position(|&stop| stop == current));
    let count = stops.len();
    let next = match (place, forward) {
        (None, true) => 0,
        (None, false) => count.checked_sub(1)?,
        (Some(place), true) => (place + 1) % count,
        (Some(place), false) => (place + count - 1) % count,
    };
    stops.get(next).copied()
}

/// Formats the announcement for a screen reader on arriving at a stop.
fn announce(
    comparison: &Comparison,
    stops: &[Stop],
    position: Option<usize>,
    catalog: &Catalog,
) -> AttrValue {
    let Some((place, stop)) = position.and_then(|place| Some((place, stops.get(place)?))) else {
        return AttrValue::from("");
    };
    let what = match (stop.difference(comparison), stop.kind(comparison)) {
        (Some(difference), _) => describe(difference, catalog),
        (None, Some(kind)) => catalog.text(labels::mark(kind)).to_string(),
        (None, None) => String::new(),
    };
    catalog.with(
        key!("walk-announce"),
        [("n", (place + 1).into()), ("total", stops.len().into()), ("what", what.as_str().into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::comparing::compare::collation::stops;
    use crate::ui::comparing::compare::collation::tests::sample;
    use crate::ui::routes::Shown;

    #[test]
    fn the_walk_goes_round() {
        let comparison = sample();
        let stops = stops(&comparison, Shown::default());
        assert_eq!(step(&stops, None, true), Some(stops[0]));
        assert_eq!(step(&stops, None, false), Some(stops[3]));
        assert_eq!(step(&stops, Some(stops[3]), true), Some(stops[0]));
        assert_eq!(step(&[], None, true), None);
    }
}
