//! The names in the story that is read: their marks, and their list beside it.

use yew::prelude::*;

use crate::ui::i18n::{Catalog, key};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::routes::{ConcordanceRoute, ReadRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::state::Loaded;
use crate::ui::store::Store;
use crate::ui::widgets::waiting::when_here;
use crate::view::{EntityKind, EntityList, EntityRow};

/// Returns the names, if asked for and known.
pub(super) fn marks(route: &ReadRoute, store: &Store) -> Option<Shared<EntityList>> {
    match store.state.answer(&route.named()?) {
        Loaded::Here(names) => Some(names),
        Loaded::Waiting | Loaded::Failed(_) => None,
    }
}

/// Draws the names by kind, each with its number here and its occurrences in all stories. The name of a kind has the line
/// of its names.
pub(super) fn section(route: &ReadRoute, store: &Store, catalog: &Catalog) -> Html {
    let Some(query) = route.named() else { return html! {} };
    html! {
        <section aria-labelledby="names">
            <h2 id="names">{ catalog.text(key!("names-title")) }</h2>
            { when_here(&store.state.answer(&query), &query, |names| if names.rows.is_empty() {
                html! { <p class="soft">{ catalog.text(key!("read-names-none")) }</p> }
            } else {
                html! { <dl class="names">{ for EntityKind::ALL.into_iter().map(|kind| of_kind(kind, names, catalog)) }</dl> }
            }) }
        </section>
    }
}

fn of_kind(kind: EntityKind, names: &EntityList, catalog: &Catalog) -> Html {
    let rows: Vec<&EntityRow> = names.rows.iter().filter(|row| row.kind == kind).collect();
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <>
            <dt><span class={labels::entity_class(kind)}>{ catalog.text(labels::entity(kind)) }</span></dt>
            { for rows.into_iter().map(|row| {
                let places = ConcordanceRoute { node: row.name.clone(), entity: Some(kind), ..ConcordanceRoute::default() };
                html! {
                    <dd key={row.name.clone()}>
                        <a href={Route::Concordance(places).href()} lang={lang_of(&row.name)}>{ row.name.clone() }</a>
                        { " " }<span class="figures soft">{ catalog.count(row.frequency) }</span>
                    </dd>
                }
            }) }
        </>
    }
}
