//! Language and colours.

use yew::prelude::*;

use super::theme::Theme;
use crate::ui::i18n::{Language, key, use_catalog};
use crate::ui::store::use_store;
use crate::view::Setting;

/// Draws two small groups of buttons. Each language is named in itself, so that its readers can find it.
#[component]
pub(crate) fn Settings() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let speak = |language: Language| {
        let asker = store.asker.clone();
        Callback::from(move |_: MouseEvent| asker.set(Setting::Language, Some(language.tag().to_owned())))
    };
    let dress = |theme: Theme| {
        let asker = store.asker.clone();
        Callback::from(move |_: MouseEvent| asker.set(Setting::Theme, Some(theme.name().to_owned())))
    };
    html! {
        <footer class="settings">
            <div role="group" aria-label={catalog.text(key!("settings-language"))}>
                { for Language::ALL.into_iter().map(|language| html! {
                    <button
                        key={language.tag()}
                        type="button"
                        lang={language.tag()}
                        aria-pressed={(catalog.language() == language).to_string()}
                        onclick={speak(language)}
                    >{ language.name() }</button>
                }) }
            </div>
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
