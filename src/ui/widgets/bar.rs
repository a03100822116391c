//! A length as a bar next to a number.

use yew::prelude::*;

/// Properties of [`Bar`].
#[derive(Clone, PartialEq, Properties)]
pub struct BarProps {
    /// The length shown.
    pub value: f64,
    /// The length of the whole track.
    pub max: f64,
}

/// Draws a bar. It repeats a number next to it, so it is hidden from screen readers. It is SVG because
/// attributes of geometry are the only lengths in markup that the Content-Security-Policy allows.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let share = if props.max > 0.0 { (props.value / props.max).clamp(0.0, 1.0) } else { 0.0 };
    // A value above zero never looks like zero.
    let width = if share > 0.0 { (share * 100.0).max(2.0) } else { 0.0 };
    html! {
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="fill" width={format!("{width:.1}")} height="4" />
        </svg>
    }
}
