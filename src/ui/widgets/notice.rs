//! The one place that turns an error into words.

use yew::prelude::*;

use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::ui::state::{Notice, Severity};

/// Properties of [`NoticeLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeLineProps {
    /// The notice.
    pub notice: Notice,
    /// An action the reader can take, if any.
    #[prop_or_default]
    pub action: Option<(AttrValue, Callback<MouseEvent>)>,
    /// Dismisses the notice, if that is possible.
    #[prop_or_default]
    pub dismiss: Option<Callback<MouseEvent>>,
}

/// Draws a sentence on what happened and what to do. An error interrupts a screen reader; news does not.
#[component]
pub fn NoticeLine(props: &NoticeLineProps) -> Html {
    let catalog = use_catalog();
    let (role, class) = match props.notice.severity {
        Severity::Error => ("alert", "notice notice-error"),
        Severity::Info => ("status", "notice"),
    };
    html! {
        <div {role} {class}>
            <p>{ labels::words(&props.notice, &catalog) }</p>
            if let Some((label, onclick)) = &props.action {
                <button type="button" class="button" {onclick}>{ label }</button>
            }
            if let Some(onclick) = &props.dismiss {
                <button type="button" class="button quiet" {onclick}>{ catalog.text(key!("notice-dismiss")) }</button>
            }
        </div>
    }
}
