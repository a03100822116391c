//! Long lists of choices, filtered by the reader's input.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::text::fold;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::view::StoryRow;

/// Maximum number of stories offered. A system's own list of ten thousand helps nobody.
pub(crate) const OFFERED: usize = 300;

/// Number of stories beyond which they can be searched. Below it a list is read faster than a word is typed.
const READ: usize = 12;

/// The stories offered now.
pub(crate) struct Narrowed {
    /// Their indices among all.
    pub(crate) places: Vec<usize>,
    /// The first story found, if something is searched.
    pub(crate) first: Option<usize>,
    /// The field that searches them; empty for a short list.
    pub(crate) field: Html,
}

/// Finds the stories whose headline, paper or day contains the input; `chosen` is always among them.
#[hook]
pub(crate) fn use_narrowed(rows: &Shared<Vec<StoryRow>>, chosen: impl Fn(&StoryRow) -> bool) -> Narrowed {
    let catalog = use_catalog();
    let typed = use_state_eq(String::new);
    let found = use_memo((rows.clone(), (*typed).clone(), catalog.clone()), |(rows, typed, catalog)| {
        let typed = fold(typed.trim());
        let found =
            rows.iter().enumerate().filter(|(_, row)| typed.is_empty() || holds(row, &typed, catalog));
        found.map(|(place, _)| place).collect::<Vec<_>>()
    });
    if rows.len() <= READ {
        return Narrowed { places: (0..rows.len()).collect(), first: None, field: html! {} };
    }
    let first = found.first().copied().filter(|_| !typed.trim().is_empty());
    let mut places: Vec<usize> = found.iter().copied().take(OFFERED).collect();
    if let Some(place) = rows.iter().position(chosen).filter(|place| !places.contains(place)) {
        places.insert(0, place);
    }
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let counts = [("shown", found.len().min(OFFERED).into()), ("found", found.len().into())];
    let field = html! {
        // A list that is not offered whole is not chosen from without the field.
        <details class="picker-search" open={rows.len() > OFFERED}>
            <summary>{ catalog.text(key!("picker-search")) }</summary>
            <input
                class="narrow-list"
                type="search"
                autocomplete="off"
                value={(*typed).clone()}
                placeholder={catalog.with(key!("picker-narrow"), counts)}
                aria-label={catalog.text(key!("picker-narrow-label"))}
                {oninput}
            />
        </details>
    };
    Narrowed { places, first, field }
}

fn holds(row: &StoryRow, typed: &str, catalog: &Catalog) -> bool {
    // Either script finds the other.
    [&row.paper, &row.date, &*scopes::title(row, catalog)].iter().any(|text| fold(text).contains(typed))
}
