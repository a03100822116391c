//! The choice of one story.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::narrow::use_narrowed;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::CHINESE;
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
    /// The button that alone chooses the story shown; without it a choice in the open list is one.
    #[prop_or_default]
    pub action: Option<AttrValue>,
}

/// Draws the system's own list, familiar on every device, with the stories under their papers. An arrow key shows another
/// story in the closed list without choosing it: Enter chooses, as does the button that appears, and Escape goes back.
#[component]
pub fn StoryPicker(props: &StoryPickerProps) -> Html {
    let catalog = use_catalog();
    let shown = use_state_eq(|| None::<String>);
    let list = use_node_ref();
    let Keyed { onchange, onkeydown, onmousedown, choose } =
        keyed(props, &list, &shown, &use_mut_ref(|| false));
    let value = shown.as_deref().unwrap_or(&props.value);
    let known = props.stories.iter().any(|row| row.id == value);
    let narrowed = use_narrowed(&props.stories, |row| row.id == value);
    let first = narrowed.first.and_then(|place| props.stories.get(place)).map(|row| row.id.clone());
    let onsearch = {
        let onpick = props.onpick.clone();
        Callback::from(move |event: KeyboardEvent| {
            let typed = event.target_dyn_into::<web_sys::HtmlInputElement>().is_some();
            if let Some(first) = first.clone().filter(|_| typed && event.key() == "Enter") {
                event.prevent_default();
                onpick.emit(first);
            }
        })
    };
    let offered = narrowed.places.iter().filter_map(|&place| props.stories.get(place));
    let both = scopes::are_of_both(&props.stories);
    let picker = html! {
        <label class="picker">
            <span class="picker-label">{ &props.label }</span>
            <select ref={list} {onchange} {onkeydown} {onmousedown} lang={CHINESE}>
                if !known {
                    <option value={props.value.clone()} selected=true>{ catalog.text(key!("picker-none")) }</option>
                }
                { for groups(offered, value, both, &catalog) }
            </select>
        </label>
    };
    html! {
        <div class="story-picker" onkeydown={onsearch}>
            { picker }
            if props.action.is_some() || shown.is_some() {
                <button type="button" class="button picker-choose" disabled={shown.is_none()} onclick={choose}>
                    { props.action.clone().unwrap_or_else(|| catalog.text(key!("picker-choose"))) }
                </button>
            }
            { narrowed.field }
            <span class="unseen" role="status">{ shown.as_ref().map(|_| catalog.text(key!("picker-how"))) }</span>
        </div>
    }
}

/// Draws the stories under their pages, of which those of one page are adjacent.
fn groups<'a>(
    offered: impl Iterator<Item = &'a StoryRow>,
    value: &str,
    both: bool,
    catalog: &Catalog,
) -> Vec<Html> {
    let mut pages: Vec<Vec<&StoryRow>> = Vec::new();
    for row in offered {
        match pages.last_mut().filter(|page| page.first().is_some_and(|first| first.page == row.page)) {
            Some(page) => page.push(row),
            None => pages.push(vec![row]),
        }
    }
    let option = |row: &StoryRow| {
        html! {
            <option key={row.id.clone()} value={row.id.clone()} selected={row.id == value}>
                { scopes::title(row, catalog) }
            </option>
        }
    };
    let group = |(place, rows): (usize, Vec<&StoryRow>)| {
        let name = rows.first().map(|row| group_name(row, both, catalog)).unwrap_or_default();
        html! { <optgroup key={place} label={name}>{ for rows.into_iter().map(option) }</optgroup> }
    };
    pages.into_iter().enumerate().map(group).collect()
}

/// The callbacks of the list.
struct Keyed {
    onchange: Callback<Event>,
    onkeydown: Callback<KeyboardEvent>,
    onmousedown: Callback<MouseEvent>,
    choose: Callback<MouseEvent>,
}

/// Returns the callbacks of the list. `by_key` is true while changes come from keys that only look at stories; `shown` is the
/// story that such a key came to.
fn keyed(
    props: &StoryPickerProps,
    list: &NodeRef,
    shown: &UseStateHandle<Option<String>>,
    by_key: &Rc<RefCell<bool>>,
) -> Keyed {
    let choose = {
        let (onpick, shown, list) = (props.onpick.clone(), shown.clone(), list.clone());
        Callback::from(move |()| {
            if let Some(id) = (*shown).clone() {
                // The button that had the focus disappears or is disabled now.
                if let Some(list) = list.cast::<web_sys::HtmlElement>() {
                    let _ = list.focus();
                }
                shown.set(None);
                onpick.emit(id);
            }
        })
    };
    let onchange = {
        let (onpick, shown, by_key) = (props.onpick.clone(), shown.setter(), Rc::clone(by_key));
        let waits = props.action.is_some();
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
            if waits || *by_key.borrow() {
                shown.set(Some(id));
            } else {
                shown.set(None);
                onpick.emit(id);
            }
        })
    };
    let onkeydown = {
        let (choose, shown, by_key) = (choose.clone(), shown.clone(), Rc::clone(by_key));
        Callback::from(move |event: KeyboardEvent| {
            let key = event.key();
            *by_key.borrow_mut() = is_look(&event);
            match key.as_str() {
                "Enter" if shown.is_some() => {
                    event.prevent_default();
                    choose.emit(());
                }
                "Escape" => shown.set(None),
                _ => {}
            }
        })
    };
    let by_key = Rc::clone(by_key);
    let onmousedown = Callback::from(move |_: MouseEvent| *by_key.borrow_mut() = false);
    Keyed { onchange, onkeydown, onmousedown, choose: choose.reform(|_: MouseEvent| ()) }
}

/// Returns true for a key that goes to another entry of a closed list: an arrow, or a letter that entries begin with.
fn is_look(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let is_letter = key != " " && key.chars().count() == 1;
    let is_step = matches!(
        key.as_str(),
        "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End" | "PageUp" | "PageDown"
    );
    !event.alt_key() && (is_letter || is_step)
}

/// Returns the name of a group. A system's list has one level of groups, so that each says whether its stories are the
/// reader's own.
fn group_name(row: &StoryRow, both: bool, catalog: &Catalog) -> String {
    let known = scopes::origin(row);
    let origin = if known.is_empty() { catalog.text(key!("list-no-paper")).to_string() } else { known };
    if both { format!("{} · {origin}", scopes::heading(row.is_own(), catalog)) } else { origin }
}
