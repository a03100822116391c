//! The choice of units: the segmenter, and words or terms.

use yew::prelude::*;

use super::choices::{Choice, Choices};
use crate::corpus::{Mode, Terms, Units};
use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::labels;
use crate::ui::routes::Route;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct UnitsChoiceProps {
    /// The view on the screen.
    pub(crate) route: Route,
}

/// Draws the choices. They are part of the address, so that a link opens the same numbers again.
#[component]
pub(crate) fn UnitsChoice(props: &UnitsChoiceProps) -> Html {
    let catalog = use_catalog();
    let now = props.route.units();
    let there = |units: Units| props.route.clone().over(units).href();
    let mode = |mode: Mode| {
        let (name, meaning) = labels::mode(mode);
        let chosen = (now.mode == mode).then_some("true");
        html! {
            <li key={name}>
                <a href={there(Units { mode, ..now })} aria-current={chosen}>{ catalog.text(name) }</a>
                <span>{ catalog.text(meaning) }</span>
            </li>
        }
    };
    let terms = |terms: Terms, key: MessageKey| Choice {
        label: catalog.text(key),
        href: there(Units { terms, ..now }).into(),
        chosen: now.terms == terms,
    };
    let choices = vec![terms(Terms::Fine, key!("terms-fine")), terms(Terms::Coarse, key!("terms-coarse"))];
    html! {
        <div class="units-choice">
            <details class="mode-choice">
                <summary>
                    <span class="choices-label">{ catalog.text(key!("mode-label")) }</span>
                    <span>{ catalog.text(labels::mode(now.mode).0) }</span>
                </summary>
                <ul>{ for Mode::ALL.into_iter().map(mode) }</ul>
            </details>
            // If every character is a unit of its own, there are no words to join.
            if now.mode != Mode::Character {
                <Choices label={catalog.text(key!("terms"))} {choices} />
            }
        </div>
    }
}
