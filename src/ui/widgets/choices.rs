//! A few choices side by side, one of which is chosen.

use yew::prelude::*;

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The text.
    pub label: AttrValue,
    /// The target.
    pub href: AttrValue,
    /// True if it is chosen now.
    pub chosen: bool,
}

/// Properties of [`Choices`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChoicesProps {
    /// The name of the group.
    pub label: AttrValue,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// Draws links in a row. They are links because each choice is an address of its own.
#[component]
pub fn Choices(props: &ChoicesProps) -> Html {
    html! {
        <div class="choices" role="group" aria-label={props.label.clone()}>
            <span class="choices-label" aria-hidden="true">{ &props.label }</span>
            { for props.choices.iter().map(|choice| html! {
                <a
                    key={choice.label.to_string()}
                    href={choice.href.clone()}
                    aria-current={choice.chosen.then_some("true")}
                >{ &choice.label }</a>
            }) }
        </div>
    }
}
