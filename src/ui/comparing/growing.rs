//! A long list that is drawn in parts.

use yew::prelude::*;

use crate::ui::hooks::use_growing;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GrowingProps {
    /// The items, already drawn.
    pub(crate) items: Vec<Html>,
}

/// Draws the items: the first at once and the others as time allows, so that the page stays responsive. In
/// the end all of them are present, also in print.
#[component]
pub(crate) fn Growing(props: &GrowingProps) -> Html {
    let drawn = use_growing(props.items.len(), 0);
    html! { <>{ for props.items.iter().take(drawn).cloned() }</> }
}
