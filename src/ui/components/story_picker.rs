//! Chooses one story.

use yew::prelude::*;

use crate::ui::i18n::use_catalog;
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::view::StoryRow;

/// Properties of [`StoryPicker`].
#[derive(Clone, PartialEq, Properties)]
pub struct StoryPickerProps {
    /// What is chosen.
    pub label: AttrValue,
    /// The stories to choose from.
    pub stories: Shared<Vec<StoryRow>>,
    /// The story chosen, by id.
    pub value: AttrValue,
    /// Called with the id of another one.
    pub onpick: Callback<String>,
}

/// The system's own list, which every keyboard, phone and screen reader knows, with the stories under their papers.
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
    html! {
        <label class="picker">
            <span class="picker-label">{ &props.label }</span>
            <select {onchange} lang="zh-Hant-HK">
                if !known {
                    <option value={props.value.clone()} selected=true>{ catalog.text("picker-none") }</option>
                }
                { for scopes::distinct(&props.stories, |row| &row.page).into_iter().map(|page| {
                    let rows: Vec<&StoryRow> = props.stories.iter().filter(|row| row.page == page).collect();
                    let name = rows.first().map(|row| format!("{} {}", row.paper, row.date)).unwrap_or_default();
                    html! { <optgroup key={page.to_owned()} label={name}>{ for rows.into_iter().map(option) }</optgroup> }
                }) }
            </select>
        </label>
    }
}
