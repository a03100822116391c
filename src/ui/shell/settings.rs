//! Language and colours.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::theme::Theme;
use crate::ui::i18n::{Language, key, use_catalog};
use crate::ui::store::use_store;
use crate::view::Setting;

/// Draws a list of languages, each named in itself, so that its readers can find it, and a small group of buttons.
#[component]
pub(crate) fn Settings() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let speak = {
        let asker = store.asker.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            asker.set(Setting::Language, Some(chosen));
        })
    };
    let dress = |theme: Theme| {
        let asker = store.asker.clone();
        Callback::from(move |_: MouseEvent| asker.set(Setting::Theme, Some(theme.name().to_owned())))
    };
    html! {
        <footer class="settings">
            <select aria-label={catalog.text(key!("settings-language"))} onchange={speak}>
                { for Language::ALL.into_iter().map(|language| html! {
                    <option
                        key={language.tag()}
                        lang={language.tag()}
                        value={language.tag()}
                        selected={catalog.language() == language}
                    >{ language.name() }</option>
                }) }
            </select>
            <div role="group" aria-label={catalog.text(key!("settings-theme"))}>
                { for Theme::ALL.into_iter().map(|theme| html! {
                    <button
                        key={theme.name()}
                        type="button"
                        aria-pressed={(store.state.theme == theme).to_string()}
                        onclick={dress(theme)}
                    >{ catalog.text(theme.key()) }</button>
                }) }
            </div>
        </footer>
    }
}
