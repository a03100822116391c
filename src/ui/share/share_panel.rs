//! The panel that sends a comparison on.

use yew::prelude::*;

use super::share_link::use_share_link;
use super::words::SharedComparison;
use crate::engine::ComparisonFormat;
use crate::ui::browser;
use crate::ui::comparing::downloads::save;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::routes::{ReportRoute, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::widgets::fields::Switch;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SharePanelProps {
    /// The view.
    pub(crate) route: Route,
    /// The stories compared, and what is left out.
    pub(crate) report: ReportRoute,
    /// What was found.
    #[prop_or_default]
    pub(crate) findings: Vec<String>,
}

/// Draws the panel, closed at first.
#[component]
pub(crate) fn SharePanel(props: &SharePanelProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let open = use_state_eq(|| false);
    let in_language = use_state_eq(|| false);
    let language = catalog.language();
    let asked = in_language.then_some(language);
    let link = use_share_link(&props.route, &props.report.ids, *open, asked, &store);
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<web_sys::Element>().has_attribute("open"));
        })
    };
    let select = Callback::from(|event: FocusEvent| {
        event.target_unchecked_into::<web_sys::HtmlInputElement>().select();
    });
    let address = link.address().map(ToOwned::to_owned);
    html! {
        <details class="share popover" {ontoggle}>
            <summary>{ catalog.text(key!("share")) }</summary>
            <div class="panel">
                if *open {
                    if let Some(address) = address {
                        <div class="share-link">
                            <input readonly=true value={address.clone()} onfocus={select} aria-label={catalog.text(key!("share-link"))} />
                            { button(key!("share-copy-link"), copying(&store, address), &catalog) }
                        </div>
                    }
                    if link.address().is_some() {
                        <Switch
                            label={catalog.with(key!("share-language"), [("language", language.name().into())])}
                            on={*in_language}
                            onset={Callback::from(move |on| in_language.set(on))}
                        />
                    }
                    <p class="soft" role="status">{ link.about(&catalog) }</p>
                    <div class="share-ways">{ for ways(props, &store, &catalog) }</div>
                }
            </div>
        </details>
    }
}

/// Draws the buttons for files and words.
fn ways(props: &SharePanelProps, store: &Store, catalog: &Catalog) -> [Html; 4] {
    let file = {
        let (report, store, catalog) = (props.report.clone(), store.clone(), catalog.clone());
        Callback::from(move |_: MouseEvent| save(ComparisonFormat::Html, &report, &catalog, &store))
    };
    let print = Callback::from(|_: MouseEvent| browser::print());
    let view = catalog.text(props.route.title());
    let address = browser::page_address().map(|page| format!("{page}{}", props.route.href()));
    let rows = store.rows();
    let shared = SharedComparison {
        view: &view,
        stories: props.report.ids.iter().filter_map(|id| rows.iter().find(|row| row.id == *id)).collect(),
        findings: &props.findings,
        address: address.as_deref().unwrap_or_default(),
        day: &browser::today(),
    };
    let (text, footnote) = (shared.text(catalog), shared.footnote(catalog));
    [
        button(key!("share-file"), file, catalog),
        button(key!("share-print"), print, catalog),
        button(key!("share-copy-text"), copying(store, text), catalog),
        button(key!("share-copy-footnote"), copying(store, footnote), catalog),
    ]
}

fn button(key: MessageKey, onclick: Callback<MouseEvent>, catalog: &Catalog) -> Html {
    html! { <button type="button" class="button" {onclick}>{ catalog.text(key) }</button> }
}

/// Returns a handler that copies a text.
fn copying(store: &Store, text: String) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_: MouseEvent| {
        store.tell(if browser::copy(&text) { key!("notice-copied") } else { key!("notice-not-copied") });
    })
}
