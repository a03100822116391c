//! A comparison for somebody else: as a link, as files, as words to copy; and the page that receives a link.

pub(crate) mod received;
pub(crate) mod share_panel;

mod share_link;
pub mod words;

use yew::prelude::*;

use crate::ui::browser;
use crate::ui::i18n::{Catalog, key};

/// Draws what made a page and on which day, on paper alone.
pub(crate) fn colophon(catalog: &Catalog) -> Html {
    let day = browser::today();
    let arguments = [
        ("version", crate::VERSION.into()),
        ("day", day.as_str().into()),
        ("address", "".into()),
        ("has-address", 0_u32.into()),
    ];
    html! { <p class="colophon paper-only">{ catalog.with(key!("share-source"), arguments) }</p> }
}
