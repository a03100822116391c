//! The choice of a scope: everything, a paper, a page or a story.

use std::collections::HashSet;

use yew::prelude::*;

use super::narrow::{OFFERED, use_narrowed};
use super::scope_detail::ScopeDetail;
use crate::corpus::Scope;
use crate::ui::corpora::KeptCorpora;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::routes::Reference;
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::view::StoryRow;

/// Properties of [`ScopePicker`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ScopePickerProps {
    /// The name of the scope.
    pub(crate) label: AttrValue,
    /// The stories to choose from.
    pub(crate) stories: Shared<Vec<StoryRow>>,
    /// The present choice.
    pub(crate) value: Reference,
    /// True if "everything else" is offered, as for a reference.
    #[prop_or_default]
    pub(crate) with_rest: bool,
    /// Called with another choice.
    pub(crate) onpick: Callback<Reference>,
}

/// The choices of the list, in groups under their headings.
type Groups = Vec<(AttrValue, Vec<(String, Reference)>)>;

/// Draws the system's own list; see [`super::story_picker::StoryPicker`].
#[component]
pub(crate) fn ScopePicker(props: &ScopePickerProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let rows = &props.stories;
    let named = match &props.value {
        Reference::Scope(Scope::Stories(ids)) => ids.first().cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let narrowed = use_narrowed(rows, |row| row.id == named);
    let stories = narrowed.places.iter().filter_map(|&place| rows.get(place));
    let groups = groups(rows, stories, &store.corpora, props.with_rest, &catalog);
    let choices: Vec<Reference> =
        groups.iter().flat_map(|(_, found)| found).map(|(_, value)| value.clone()).collect();
    // Parts are chosen next to the list, and remain with any choice in it.
    let (parts, shown) = match &props.value {
        Reference::Scope(scope) => (scopes::parts(scope), Reference::Scope(scopes::whole(scope).clone())),
        other => (None, other.clone()),
    };
    // Without own texts, the usual scope is every story.
    let shown = if shown == Reference::Scope(Scope::Usual) { Reference::Scope(Scope::All) } else { shown };
    let known = choices.contains(&shown);
    let onchange = {
        let onpick = props.onpick.clone();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
            if let Some(choice) = value.parse().ok().and_then(|place: usize| choices.get(place)) {
                onpick.emit(match choice {
                    Reference::Scope(scope) => Reference::Scope(scopes::with_parts(scope.clone(), parts)),
                    other => other.clone(),
                });
            }
        })
    };
    html! {
        <div class="scope-picker">
        <label class="picker">
            <span class="picker-label">{ &props.label }</span>
            <select {onchange} lang={CHINESE}>
                if !known {
                    <option value="" selected=true>{ name(&shown, rows, &catalog) }</option>
                }
                { for options(&groups, &shown) }
            </select>
        </label>
        { narrowed.field }
        if let Reference::Scope(value) = &props.value {
            <ScopeDetail
                label={props.label.clone()}
                stories={props.stories.clone()}
                value={value.clone()}
                onpick={props.onpick.reform(Reference::Scope)}
            />
        }
        { nothing_here(&shown, rows, &catalog) }
        if let Some(kinds) = parts {
            <p class="scope-parts-now">{ scopes::parts_name(kinds, &catalog) }</p>
        }
        </div>
    }
}

/// Says that a corpus has no story here, and what it is made of.
fn nothing_here(shown: &Reference, rows: &[StoryRow], catalog: &Catalog) -> Html {
    match shown {
        Reference::Scope(scope @ (Scope::Named { .. } | Scope::Filter(_)))
            if scopes::count(scope, rows) == 0 =>
        {
            let scope = scopes::described(scope, rows, catalog);
            html! { <p class="hint" role="status">{ catalog.with(key!("scope-nothing-here"), [("scope", scope.into())]) }</p> }
        }
        _ => html! {},
    }
}

/// Returns the name of a choice.
fn name(choice: &Reference, rows: &[StoryRow], catalog: &Catalog) -> String {
    match choice {
        Reference::Scope(scope) => scopes::name(scope, rows, catalog),
        Reference::Rest => catalog.text(key!("scope-rest")).to_string(),
        Reference::List => catalog.text(key!("scope-list")).to_string(),
    }
}

/// Returns the choices: everything, the papers, the pages, and some of the stories; the pages and stories of the
/// reader's own come before the examples.
fn groups<'a>(
    rows: &[StoryRow],
    stories: impl Iterator<Item = &'a StoryRow>,
    corpora: &KeptCorpora,
    with_rest: bool,
    catalog: &Catalog,
) -> Groups {
    let named = |scope: Scope| (scopes::name(&scope, rows, catalog), Reference::Scope(scope));
    let other = |choice: Reference| (name(&choice, rows, catalog), choice);
    let mut first = vec![(catalog.text(key!("scope-all")).to_string(), Reference::Scope(Scope::All))];
    if with_rest {
        first.insert(0, other(Reference::Rest));
        first.push(other(Reference::List));
    }
    let both = scopes::are_of_both(rows);
    if both {
        first.extend([true, false].map(|own| named(Scope::own(own))));
    }
    let (folders, series) = (scopes::folders(rows), scopes::distinct(rows, |row| &row.series));
    let papers = scopes::distinct(rows, |row| &row.paper).into_iter().take(OFFERED).map(scopes::paper);
    let mut groups: Groups = vec![
        (catalog.text(key!("scope-group-whole")), first),
        (catalog.text(key!("scope-group-corpora")), corpora.scopes().into_iter().map(named).collect()),
        (
            catalog.text(key!("scope-group-folders")),
            folders.into_iter().take(OFFERED).map(scopes::folder).map(named).collect(),
        ),
        (catalog.text(key!("scope-group-papers")), papers.map(named).collect()),
        (
            catalog.text(key!("scope-group-series")),
            series.into_iter().take(OFFERED).map(scopes::series).map(named).collect(),
        ),
    ];
    groups.retain(|(_, found)| !found.is_empty());
    let (own, examples): (Vec<&StoryRow>, Vec<&StoryRow>) = stories.partition(|row| row.is_own());
    let split = rows.partition_point(StoryRow::is_own);
    for (is_own, rows, stories) in [(true, &rows[..split], own), (false, &rows[split..], examples)] {
        let heading = |key| {
            let kind = catalog.text(key);
            if both { format!("{} · {kind}", scopes::heading(is_own, catalog)).into() } else { kind }
        };
        if !rows.is_empty() {
            groups.push((heading(key!("scope-group-pages")), pages(rows, catalog)));
            let stories = stories.into_iter().map(|row| named(Scope::story(&row.id)));
            groups.push((heading(key!("scope-group-stories")), stories.collect()));
        }
    }
    groups
}

/// Draws the groups, with the choices numbered throughout.
fn options(groups: &[(AttrValue, Vec<(String, Reference)>)], shown: &Reference) -> Vec<Html> {
    let option = |(place, (label, value)): (usize, &(String, Reference))| {
        html! {
            <option key={place} value={place.to_string()} selected={value == shown}>{ label.clone() }</option>
        }
    };
    let mut next = 0;
    let numbered = groups.iter().map(|(label, found)| {
        let first = next;
        next += found.len();
        html! {
            <optgroup key={label.to_string()} label={label.clone()}>
                { for (first..).zip(found).map(option) }
            </optgroup>
        }
    });
    numbered.collect()
}

/// Returns the pages, with the paper and day that distinguish them, or the title of their first story.
fn pages(rows: &[StoryRow], catalog: &Catalog) -> Vec<(String, Reference)> {
    let mut met = HashSet::new();
    let first = rows.iter().filter(|row| met.insert(row.page.as_str())).take(OFFERED);
    let page = |row: &StoryRow| (scopes::page_label(row, catalog), Reference::Scope(scopes::page(&row.page)));
    first.map(page).collect()
}
