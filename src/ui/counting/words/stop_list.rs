//! The stop words left out: the app's list and the reader's changes of it.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::routes::StopChoice;
use crate::ui::store::{Store, use_tell};
use crate::ui::widgets::fields::Switch;
use crate::view::Setting;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StopListProps {
    pub(crate) choice: StopChoice,
    pub(crate) onset: Callback<StopChoice>,
}

/// Draws a switch, and the list behind it. The changes are part of the address.
#[component]
pub(crate) fn StopList(props: &StopListProps) -> Html {
    let catalog = use_catalog();
    let tell = use_tell();
    let store = use_context::<Store>();
    let field = use_node_ref();
    let choice = &props.choice;
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<web_sys::Element>().has_attribute("open"));
        })
    };
    let onswitch = {
        let choice = choice.clone();
        props.onset.reform(move |leave_out| StopChoice { leave_out, ..choice.clone() })
    };
    let list = choice.list();
    html! {
        <div class="stop-list">
            <Switch label={catalog.text(key!("stop-leave-out"))} on={choice.leave_out} onset={onswitch} />
            <details class="popover" {ontoggle}>
                <summary>
                    { catalog.with(key!("stop-list"), [("n", list.len().into())]) }
                </summary>
                if *open {
                    { panel(props, &list, field, (store, tell), &catalog) }
                }
            </details>
        </div>
    }
}

/// Draws the list as a text to change, with buttons to apply, undo and save the changes.
fn panel(
    StopListProps { choice, onset }: &StopListProps,
    list: &[String],
    field: NodeRef,
    (store, tell): (Option<Store>, Callback<MessageKey>),
    catalog: &Catalog,
) -> Html {
    let accept = {
        let (field, onset, store) = (field.clone(), onset.clone(), store.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let choice = StopChoice::parse(&field.value());
                keep(store.as_ref(), Some(&choice).filter(|choice| choice.is_changed()));
                onset.emit(choice);
            }
        })
    };
    let reset = {
        let (leave_out, store) = (choice.leave_out, store.clone());
        onset.reform(move |_: MouseEvent| {
            keep(store.as_ref(), None);
            StopChoice { leave_out, ..StopChoice::default() }
        })
    };
    let own = store.as_ref().and_then(|store| store.state.stop_words.clone());
    let own = own
        .map(|list| StopChoice::parse(&list))
        .filter(|own| (&own.added, &own.kept) != (&choice.added, &choice.kept));
    let take_own = own.clone().map(|own| onset.reform(move |_: MouseEvent| own.clone()));
    let save = {
        let text = list.join("\n") + "\n";
        Callback::from(move |_: MouseEvent| {
            let saved = browser::download("duidu-stop-words.txt", "text/plain;charset=utf-8", &text);
            tell.emit(if saved.is_ok() { key!("notice-saved") } else { key!("notice-not-saved") });
        })
    };
    let is_changed = choice.is_changed();
    html! {
        <div class="panel">
            <label>
                <span class="picker-label">{ catalog.text(key!("stop-lead")) }</span>
                <textarea ref={field} rows="12" lang={CHINESE} spellcheck="false" key={list.join(",")} defaultvalue={list.join("\n")} />
            </label>
            if is_changed {
                <p class="hint">
                    { catalog.with(key!("stop-changed"), [("added", choice.added.len().into()), ("kept", choice.kept.len().into())]) }
                </p>
            }
            <p class="actions">
                <button type="button" class="button" onclick={accept}>{ catalog.text(key!("action-apply")) }</button>
                if is_changed {
                    <button type="button" class="button quiet" onclick={reset}>{ catalog.text(key!("stop-reset")) }</button>
                }
                if let Some(onclick) = take_own {
                    <button type="button" class="button quiet" {onclick}>{ catalog.text(key!("stop-own")) }</button>
                }
                <button type="button" class="button quiet" onclick={save}>{ catalog.text(key!("action-export")) }</button>
            </p>
        </div>
    }
}

/// Keeps a list of the reader's for other visits and for session files, or forgets it.
fn keep(store: Option<&Store>, choice: Option<&StopChoice>) {
    let Some(store) = store else { return };
    store.asker.set(Setting::StopWords, choice.map(|choice| choice.list().join("\n")));
}
