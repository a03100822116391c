//! Foldings of a comparison: two switches that every view of one has.

use yew::prelude::*;

use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::routes::Route;
use crate::ui::widgets::choices::{Choice, Choices};

/// Draws the switches as links, because each choice is an address of its own: variant characters as equal,
/// and punctuation left out. `with` gives the address with another choice of the two.
pub(crate) fn foldings(
    (variants, punctuation): (bool, bool),
    with: impl Fn(bool, bool) -> Route,
    catalog: &Catalog,
) -> Html {
    let choice = |key: MessageKey, chosen: bool, route: Route| Choice {
        label: catalog.text(key),
        href: route.href().into(),
        chosen,
    };
    let choices = vec![
        choice(key!("compare-fold-variants"), variants, with(!variants, punctuation)),
        choice(key!("compare-fold-punctuation"), punctuation, with(variants, !punctuation)),
    ];
    html! { <Choices label={catalog.text(key!("compare-fold"))} {choices} /> }
}
