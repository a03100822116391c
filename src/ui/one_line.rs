//! Text that a browser breaks or cuts, where it has no room, between words.

use yew::prelude::*;

use crate::text::{ems, parts};

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

/// Number of characters of the longest word that a line of the narrowest page holds for certain.
const LONGEST: usize = 12;

/// Returns true for a word that may have to be divided.
pub(crate) fn is_long(word: &str) -> bool {
    word.chars().count() > LONGEST
}

/// Draws the heading of a page. The term that a Chinese heading has in brackets is smaller, and is not divided.
pub(crate) fn heading(title: &str) -> Html {
    match title.find('（').and_then(|at| title.split_at_checked(at)) {
        Some((name, term)) => html! { <h1>{ name }<span class="term">{ term }</span></h1> },
        None => html! { <h1>{ title }</h1> },
    }
}

/// Returns the classes of one side of an occurrence in a narrow list. A character that is not of full width leaves room in
/// which the last one is cut, and fades.
pub(crate) fn side_of_line(side: &'static str, text: &str) -> Classes {
    let even = text.chars().all(|c| ems(c) == 1.0);
    classes!(side, (!even).then_some("uneven"))
}
