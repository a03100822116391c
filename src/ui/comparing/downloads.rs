//! A comparison as a file: the report to read, the alignment for other programs.

use yew::prelude::*;

use crate::engine::ComparisonFormat;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::routes::{ReadRoute, ReportRoute, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::{browser, labels};
use crate::view::export::PassageAddress;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DownloadsProps {
    /// The stories, and what is left out.
    pub(crate) route: ReportRoute,
}

/// Draws one button for each format. The file is made on request.
#[component]
pub(crate) fn Downloads(props: &DownloadsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let button = |format: ComparisonFormat| {
        let (name, _) = described(format);
        let onclick = {
            let (route, store, catalog) = (props.route.clone(), store.clone(), catalog.clone());
            Callback::from(move |_: MouseEvent| save(format, &route, &catalog, &store))
        };
        html! { <button key={name} type="button" class="link" {onclick}>{ name }</button> }
    };
    html! {
        <p class="saves downloads">
            <span>{ catalog.text(key!("downloads")) }</span>
            { for ComparisonFormat::ALL.into_iter().map(button) }
        </p>
    }
}

/// Makes a file and offers it. A web page has the texts in it, so that nothing in it leads elsewhere.
pub(in crate::ui) fn save(format: ComparisonFormat, route: &ReportRoute, catalog: &Catalog, store: &Store) {
    let mut words = labels::report(catalog);
    words.day = browser::today();
    if format != ComparisonFormat::Html {
        let address = |id: &String| Some((id.clone(), passages(id)?));
        words.story_passages = route.ids.iter().filter_map(address).collect();
    }
    let file = format!("duidu-{}.{}", route.ids.join("-"), format.extension());
    let (_, kind) = described(format);
    let told = store.clone();
    store.asker.export_comparison(route.file(format, words), move |text| {
        let saved = browser::download(&file, kind, &text).is_ok();
        told.tell(if saved { key!("notice-saved") } else { key!("notice-not-saved") });
    });
}

/// Returns the name of a format and its media type.
fn described(format: ComparisonFormat) -> (&'static str, &'static str) {
    match format {
        ComparisonFormat::Html => ("HTML", "text/html"),
        ComparisonFormat::Markdown => ("Markdown", "text/markdown"),
        ComparisonFormat::Csv => ("CSV", "text/csv"),
        ComparisonFormat::Collatex => ("CollateX", "application/json"),
        ComparisonFormat::Tei => ("TEI", "application/tei+xml"),
        ComparisonFormat::Passim => ("passim", "application/x-ndjson"),
    }
}

/// Returns the address of the passages of a story, as needed in a file outside the page; `None` where the page itself has no
/// address that a file could lead to.
fn passages(id: &str) -> Option<PassageAddress> {
    let here = browser::address();
    let page = here.split('#').next().unwrap_or_default();
    // The number, which no story's name contains, becomes the placeholder.
    let read =
        Route::Read(ReadRoute { id: id.to_owned(), at: Some(u32::MAX), ..ReadRoute::default() }).href();
    let read = read.replacen(&format!("at={}", u32::MAX), "at={start}", 1);
    PassageAddress::parse(&format!("{page}{read}")).ok()
}
