//! A length as a bar beside a number.

use yew::prelude::*;

/// Properties of [`Bar`].
#[derive(Clone, PartialEq, Properties)]
pub struct BarProps {
    /// The length shown.
    pub value: f64,
    /// The length of the whole track.
    pub max: f64,
}

/// A bar. It repeats a number that stands beside it, so it is silent to a screen reader. Drawn as SVG because
/// attributes of geometry are the one way to a length that the Content-Security-Policy leaves open to markup.
#[component]
pub fn Bar(props: &BarProps) -> Html {
    let share = if props.max > 0.0 { (props.value / props.max).clamp(0.0, 1.0) } else { 0.0 };
    // A value above zero never looks like none.
    let width = if share > 0.0 { (share * 100.0).max(2.0) } else { 0.0 };
    html! {
        <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="fill" width={format!("{width:.1}")} height="4" />
        </svg>
    }
}
