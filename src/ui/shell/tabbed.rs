//! The common parts of views under tabs: heading, tabs, scope field, and fields that change the address.

use yew::prelude::*;

use super::tabs::Tabs;
use crate::corpus::Scope;
use crate::ui::browser;
use crate::ui::i18n::{MessageKey, use_catalog};
use crate::ui::one_line::heading;
use crate::ui::routes::{Reference, Route};
use crate::ui::store::use_store;
use crate::ui::widgets::scope_picker::ScopePicker;

/// Returns a callback that sets one part of an address to the value of a field. It replaces the address, so
/// that the history does not record each letter typed.
pub(crate) fn with<R, T>(route: &R, change: fn(&mut R, T)) -> Callback<T>
where
    R: Clone + Into<Route> + 'static,
    T: 'static,
{
    changing(route, change, browser::replace)
}

/// Returns the same callback for a change that leads to other stories, which the back button undoes.
pub(crate) fn going<R, T>(route: &R, change: fn(&mut R, T)) -> Callback<T>
where
    R: Clone + Into<Route> + 'static,
    T: 'static,
{
    changing(route, change, browser::go)
}

fn changing<R, T>(route: &R, change: fn(&mut R, T), show: fn(&Route)) -> Callback<T>
where
    R: Clone + Into<Route> + 'static,
    T: 'static,
{
    let route = route.clone();
    Callback::from(move |value| {
        let mut route = route.clone();
        change(&mut route, value);
        show(&route.into());
    })
}

/// Draws the field that shows and changes the scope of an address, labelled by the message `label`; draws
/// nothing before the stories are known.
#[hook]
pub(crate) fn use_scope_field<R>(label: MessageKey, route: &R, of: fn(&mut R) -> &mut Scope) -> Html
where
    R: Clone + Into<Route> + 'static,
{
    let catalog = use_catalog();
    let store = use_store();
    let Some(stories) = &store.state.stories else { return html! {} };
    let onpick = {
        let route = route.clone();
        Callback::from(move |reference: Reference| {
            let Reference::Scope(scope) = reference else { return };
            let mut route = route.clone();
            *of(&mut route) = scope;
            browser::go(&route.into());
        })
    };
    let scope = of(&mut route.clone()).clone();
    html! {
        <ScopePicker
            label={catalog.text(label)}
            stories={stories.clone()}
            value={Reference::Scope(scope)}
            {onpick}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TabbedPageProps {
    /// The class of the page, in addition to `page`.
    pub(crate) class: &'static str,
    /// The message of the heading.
    pub(crate) title: MessageKey,
    /// The message of a sentence below the tabs.
    #[prop_or_default]
    pub(crate) lead: Option<MessageKey>,
    /// The address of the view.
    pub(crate) route: Route,
    /// The fields and choices of the reader.
    pub(crate) tools: Html,
    /// The results.
    pub(crate) children: Html,
}

/// Draws a view under tabs.
#[component]
pub(crate) fn TabbedPage(props: &TabbedPageProps) -> Html {
    let catalog = use_catalog();
    html! {
        <article class={classes!("page", props.class)}>
            <header class="page-head">{ heading(&catalog.text(props.title)) }</header>
            <Tabs route={props.route.clone()} />
            if let Some(lead) = props.lead {
                <p class="hint page-lead">{ catalog.text(lead) }</p>
            }
            <div class="toolbar">{ props.tools.clone() }</div>
            { props.children.clone() }
        </article>
    }
}
