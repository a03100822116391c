//! The tabs: the views under one name of the navigation.

use yew::prelude::*;

use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::{Route, View};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TabsProps {
    /// The view on the screen.
    pub(crate) route: Route,
}

/// Draws links, since each tab is an address of its own; they keep the parameters that both views have.
#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let catalog = use_catalog();
    let label = props.route.view().map_or(key!("nav-views"), View::key);
    html! {
        <nav class="tabs" aria-label={catalog.text(label)}>
            <ul>
                { for props.route.beside().into_iter().map(|route| {
                    let here = std::mem::discriminant(&route) == std::mem::discriminant(&props.route);
                    // The link to the present view keeps everything.
                    let href = if here { props.route.href() } else { route.href() };
                    html! {
                        <li key={route.title()}>
                            <a {href} aria-current={here.then_some("page")}>{ catalog.text(route.title()) }</a>
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}
