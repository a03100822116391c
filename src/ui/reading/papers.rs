//! 報頁: the pages loaded and their stories, those on one event first.

use std::collections::HashMap;

use yew::prelude::*;

use super::happenings::Happenings;
use crate::corpus::Scope;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::routes::{CompareRoute, ReadRoute, Route, TextRoute, WordsRoute};
use crate::ui::shared::Shared;
use crate::ui::shell::questions;
use crate::ui::state::{Loaded, own_first};
use crate::ui::store::use_store;
use crate::ui::widgets::bar::Bar;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{labels, scopes};
use crate::view::{StoryRow, TextRow};

/// Number of stories that wait for their events, which come soon, so that the page does not move under the reader. The
/// events of more stories take longer.
const AT_ONCE: usize = 200;

#[component]
pub(crate) fn Papers() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let counted = store.state.answer(&questions::counted_stories());
    let loaded = use_memo(counted, |counted| match counted {
        Loaded::Here(rows) => Loaded::Here(own_first(rows)),
        other => other.clone(),
    });
    let awaits_events = matches!(store.state.answer(&questions::events()), Loaded::Waiting);
    html! {
        <article class="page papers">
            <header class="page-head">
                <h1>{ catalog.text(key!("papers-title")) }</h1>
                <p class="lead">{ catalog.text(key!("papers-lead")) }</p>
                <p><a class="button" href={Route::Texts.href()}>{ catalog.text(key!("papers-add")) }</a></p>
            </header>
            { when_here(&loaded, &questions::counted_stories(), |rows| html! {
                <>
                    <Happenings rows={rows.clone()} />
                    if rows.len() > AT_ONCE || !awaits_events {
                        <Stories rows={rows.clone()} />
                    }
                </>
            }) }
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StoriesProps {
    rows: Shared<Vec<StoryRow>>,
}

/// Draws the pages of the reader's own, then the examples.
#[component]
fn Stories(props: &StoriesProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let parts = use_memo(props.rows.clone(), |rows| {
        let (own, examples) = rows.split_at(rows.partition_point(StoryRow::is_own));
        [own, examples].map(|part| Shared::new(part.to_vec()))
    });
    let [own, examples] = &*parts;
    let heading = |own: bool| html! { <p class="list-part">{ scopes::heading(own, &catalog) }</p> };
    html! {
        <>
            if !own.is_empty() {
                { heading(true) }
                <Sheets rows={own.clone()} texts={store.state.texts.clone()} />
                { heading(false) }
            }
            <Sheets rows={examples.clone()} texts={None::<Shared<Vec<TextRow>>>} />
        </>
    }
}

/// Number of pages, and of stories per page, drawn before the reader asks for the rest.
const SHEETS: usize = 30;
const STORIES: usize = 100;

#[derive(Clone, PartialEq, Properties)]
struct SheetsProps {
    rows: Shared<Vec<StoryRow>>,
    texts: Option<Shared<Vec<TextRow>>>,
}

/// Draws every page with its stories, which are adjacent in the list.
#[component]
fn Sheets(props: &SheetsProps) -> Html {
    let catalog = use_catalog();
    let shown = use_state_eq(|| SHEETS);
    let texts = props.texts.as_deref().map_or(&[][..], Vec::as_slice);
    let names: HashMap<&str, &str> =
        texts.iter().map(|text| (text.id.as_str(), text.name.as_str())).collect();
    let longest = props.rows.iter().map(|row| row.characters).max().unwrap_or(1);
    let pages: Vec<&[StoryRow]> = props.rows.chunk_by(|one, other| one.page == other.page).collect();
    let left = pages.len().saturating_sub(*shown);
    let more = {
        let (setter, next) = (shown.setter(), *shown + SHEETS);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    html! {
        <>
            { for pages.into_iter().take(*shown).map(|page| sheet(page, longest, &names, &catalog)) }
            if left > 0 {
                <button type="button" class="button more" onclick={more}>{ catalog.with(key!("papers-more"), [("n", left.into())]) }</button>
            }
        </>
    }
}

/// Draws one page of a newspaper, or one text of the reader's.
fn sheet(found: &[StoryRow], longest: u32, names: &HashMap<&str, &str>, catalog: &Catalog) -> Html {
    let Some(first) = found.first() else { return html! {} };
    let page = first.page.as_str();
    let name = names.get(page).copied();
    let characters: u32 = found.iter().map(|row| row.characters).sum();
    let tokens: u32 = found.iter().map(|row| row.tokens).sum();
    let counts =
        [("stories", found.len().into()), ("characters", characters.into()), ("words", tokens.into())];
    html! {
        <section key={page.to_owned()} class="sheet">
            <header>
                <h2>
                    if !first.paper.is_empty() {
                        { run(&first.paper) }
                    } else if let Some(name) = name {
                        <bdi class="file-name">{ name.to_owned() }</bdi>
                    }
                    if !first.date.is_empty() {
                        <time datetime={first.date.clone()}>{ first.date.clone() }</time>
                    }
                    <span class="figures soft">{ page.to_owned() }</span>
                </h2>
                <p class="soft">
                    { catalog.with(key!("papers-counts"), counts) }{ "　" }
                    <a href={Route::Words(WordsRoute { scope: scopes::page(page), ..WordsRoute::default() }).href()}>
                        { catalog.text(key!("papers-page-words")) }
                    </a>
                    if name.is_some() {
                        { "　" }
                        <a href={Route::Text(TextRoute { id: page.to_owned(), line: None }).href()}>{ catalog.text(key!("papers-correct")) }</a>
                    }
                </p>
            </header>
            <ul class="stories">{ for found.iter().take(STORIES).map(|row| story(row, longest, catalog)) }</ul>
        </section>
    }
}

fn story(row: &StoryRow, longest: u32, catalog: &Catalog) -> Html {
    let title = scopes::title(row, catalog);
    let words = Route::Words(WordsRoute { scope: Scope::story(&row.id), ..WordsRoute::default() });
    // The links have the same text on every line, so each names its story to a screen reader.
    let label = |key: MessageKey| labels::named(key, &title, catalog);
    html! {
        <li key={row.id.clone()}>
            <span class="figures soft id">{ row.id.clone() }</span>
            <a class="headline" href={read(row)} lang={lang_of(&title)}>{ title.clone() }</a>
            <span class="length"><Bar value={f64::from(row.characters)} max={f64::from(longest)} /></span>
            <span class="figures soft">
                { catalog.with(key!("story-length"), [("characters", row.characters.into()), ("words", row.tokens.into())]) }
            </span>
            <span class="actions">
                <a href={compare_with(row)} aria-label={label(key!("action-compare"))}>{ catalog.text(key!("action-compare")) }</a>
                <a href={words.href()} aria-label={label(key!("action-words"))}>{ catalog.text(key!("action-words")) }</a>
            </span>
        </li>
    }
}

pub(super) fn read(row: &StoryRow) -> String {
    Route::Read(ReadRoute { id: row.id.clone(), ..ReadRoute::default() }).href()
}

/// Returns the address of a comparison of one story; the comparison page finds its partner.
fn compare_with(row: &StoryRow) -> String {
    Route::Compare(CompareRoute { a: row.id.clone(), ..CompareRoute::default() }).href()
}
