//! The warnings about text that was dropped, joined or repaired; each links to its place.

use yew::prelude::*;

use crate::text::abridged;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::routes::{Route, TextRoute};
use crate::ui::shared::Shared;
use crate::view::TextPage;

/// Number of warnings listed at first.
const LISTED: usize = 30;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextWarningsProps {
    pub(crate) page: Shared<TextPage>,
    /// Called with the line of a warning that is followed; its link may be the present address.
    pub(crate) onfollow: Callback<u32>,
}

/// Draws the list, closed at first if it is long.
#[component]
pub(crate) fn TextWarnings(props: &TextWarningsProps) -> Html {
    let catalog = use_catalog();
    let all = use_state_eq(|| false);
    let warnings = &props.page.warnings;
    if warnings.is_empty() {
        return html! {};
    }
    let shown = if *all { warnings.len() } else { warnings.len().min(LISTED) };
    let more = {
        let all = all.setter();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    html! {
        <details class="text-warnings" open={warnings.len() <= 4}>
            <summary>{ catalog.with(key!("text-warnings"), [("n", warnings.len().into())]) }</summary>
            <ul>{ for warnings.iter().take(shown).enumerate().map(|(place, warning)| {
                let line = warning.line;
                let href = Route::Text(TextRoute { id: props.page.row.id.clone(), line: Some(line) }).href();
                let onclick = props.onfollow.reform(move |_: MouseEvent| line);
                let words = catalog.with(labels::warning(warning.kind), [("line", line.into())]);
                html! {
                    <li key={place}>
                        <a {href} {onclick}>{ words }</a>
                        <span class="soft" lang={lang_of(&warning.text)}>{ abridged(&warning.text, labels::NOTED) }</span>
                    </li>
                }
            }) }</ul>
            if shown < warnings.len() {
                <button type="button" class="button more" onclick={more}>{ catalog.with(key!("action-all-rows"), [("n", warnings.len().into())]) }</button>
            }
        </details>
    }
}
