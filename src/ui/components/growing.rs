//! A long list that is drawn by parts.

use yew::prelude::*;

use crate::ui::hooks::use_growing;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct GrowingProps {
    /// Its items, as they are drawn.
    pub(crate) items: Vec<Html>,
}

/// The items, the first at once and the others as the page has time, so that it always answers. All of them are there
/// in the end, also on paper.
#[component]
pub(crate) fn Growing(props: &GrowingProps) -> Html {
    let drawn = use_growing(props.items.len(), 0);
    html! { <>{ for props.items.iter().take(drawn).cloned() }</> }
}
