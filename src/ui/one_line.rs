//! Text on one line that a browser cuts, where it has no room, between words.

use yew::prelude::*;

use crate::text::parts;

/// Draws a text whose Latin words and numbers are left out whole where a style sheet has its end replaced by an ellipsis.
pub(crate) fn one_line(text: &str) -> Html {
    let part = |(part, is_word): (&str, bool)| {
        if is_word && part.len() > 1 {
            html! { <span class="whole">{ part }</span> }
        } else {
            html! { { part } }
        }
    };
    html! { <>{ for parts(text).map(part) }</> }
}
