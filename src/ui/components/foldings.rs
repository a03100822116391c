//! What a comparison leaves out: two switches that every view of one has.

use yew::prelude::*;

use super::choices::{Choice, Choices};
use crate::ui::i18n::use_catalog;
use crate::ui::routes::Route;

/// Properties of [`Foldings`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FoldingsProps {
    /// Whether variant characters count as the same, and where the switch leads.
    pub(crate) variants: (bool, Route),
    /// Whether punctuation is left out, and where the switch leads.
    pub(crate) punctuation: (bool, Route),
}

/// The switches. They are links because each choice is an address of its own.
#[component]
pub(crate) fn Foldings(props: &FoldingsProps) -> Html {
    let catalog = use_catalog();
    let choice = |key: &str, (chosen, route): &(bool, Route)| Choice {
        label: catalog.text(key),
        href: route.href().into(),
        chosen: *chosen,
    };
    let choices = vec![
        choice("compare-fold-variants", &props.variants),
        choice("compare-fold-punctuation", &props.punctuation),
    ];
    html! { <Choices label={catalog.text("compare-fold")} {choices} /> }
}
