//! The choice of one story.

use yew::prelude::*;

use super::narrow::use_narrowed;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::view::StoryRow;

/// Properties of [`StoryPicker`].
#[derive(Clone, PartialEq, Properties)]
pub struct StoryPickerProps {
    /// The name of the field.
    pub label: AttrValue,
    /// The stories to choose from.
    pub stories: Shared<Vec<StoryRow>>,
    /// The story chosen, by id.
    pub value: AttrValue,
    /// Called with the id of another one.
    pub onpick: Callback<String>,
}

/// Draws the system's own list, familiar on every device, with the stories under their papers.
#[component]
pub fn StoryPicker(props: &StoryPickerProps) -> Html {
    let catalog = use_catalog();
    let onchange = props
        .onpick
        .reform(|event: Event| event.target_unchecked_into::<web_sys::HtmlSelectElement>().value());
    let known = props.stories.iter().any(|row| *row.id == *props.value);
    let option = |row: &StoryRow| {
        html! {
            <option key={row.id.clone()} value={row.id.clone()} selected={*row.id == *props.value}>
                { scopes::title(row, &catalog) }
            </option>
        }
    };
    let narrowed = use_narrowed(&props.stories, |row| *row.id == *props.value);
    let offered = narrowed.places.iter().filter_map(|&place| props.stories.get(place));
    let both = scopes::are_of_both(&props.stories);
    // Stories of a page are adjacent.
    let mut pages: Vec<Vec<&StoryRow>> = Vec::new();
    for row in offered {
        match pages.last_mut().filter(|page| page.first().is_some_and(|first| first.page == row.page)) {
            Some(page) => page.push(row),
            None => pages.push(vec![row]),
        }
    }
    let picker = html! {
        <label class="picker">
            <span class="picker-label">{ &props.label }</span>
            <select {onchange} lang="zh-Hant-HK">
                if !known {
                    <option value={props.value.clone()} selected=true>{ catalog.text(key!("picker-none")) }</option>
                }
                { for pages.into_iter().enumerate().map(|(place, rows)| {
                    let name = rows.first().map(|row| group_name(row, both, &catalog)).unwrap_or_default();
                    html! { <optgroup key={place} label={name}>{ for rows.into_iter().map(option) }</optgroup> }
                }) }
            </select>
        </label>
    };
    html! { <>{ picker }{ narrowed.field }</> }
}

/// Returns the name of a group. A system's list has one level of groups, so that each says whether its stories are the
/// reader's own.
fn group_name(row: &StoryRow, both: bool, catalog: &Catalog) -> String {
    let origin = scopes::origin(row);
    if both { format!("{} · {origin}", scopes::heading(row.is_own(), catalog)) } else { origin }
}
