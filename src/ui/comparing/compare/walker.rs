//! A walk through the differences of two stories, one at a time.

use yew::prelude::*;

use super::collation::Stop;
use crate::ui::comparing::marked::describe;
use crate::ui::comparing::walk_bar::WalkBar;
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::labels;
use crate::ui::shared::Shared;
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

/// Draws the bar that goes from stop to stop.
#[component]
pub(crate) fn Walker(props: &WalkerProps) -> Html {
    let catalog = use_catalog();
    let WalkerProps { comparison, stops, current, onvisit } = props;
    let position = current.and_then(|stop| stops.iter().position(|&found| found == stop));
    let what = position.and_then(|place| stops.get(place)).map(|stop| described(stop, comparison, &catalog));
    let onvisit = use_callback((stops.clone(), onvisit.clone()), |place: usize, (stops, onvisit)| {
        if let Some(stop) = stops.get(place) {
            onvisit.emit(*stop);
        }
    });
    html! { <WalkBar total={stops.len()} {position} what={what.unwrap_or_default()} {onvisit} /> }
}

/// Describes a stop for a screen reader.
fn described(stop: &Stop, comparison: &Comparison, catalog: &Catalog) -> String {
    match (stop.difference(comparison), stop.kind(comparison)) {
        (Some(difference), _) => describe(difference, catalog),
        (None, Some(kind)) => catalog.text(labels::mark(kind)).to_string(),
        (None, None) => String::new(),
    }
}
