//! 報頁: the pages loaded and their stories, those on one event first.

use yew::prelude::*;

use crate::ui::components::bar::Bar;
use crate::ui::components::waiting::when_here;
use crate::ui::effects;
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::routes::{CompareRoute, ReadRoute, Route, WordsRoute};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::state::Loaded;
use crate::ui::store::use_store;
use crate::view::StoryRow;

#[component]
pub(super) fn Papers() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let loaded = store.state.stories.clone().map_or(Loaded::Waiting, Loaded::Here);
    html! {
        <article class="page papers">
            <header class="page-head">
                <h1>{ catalog.text("papers-title") }</h1>
                <p class="lead">{ catalog.text("papers-lead") }</p>
            </header>
            { when_here(&loaded, &effects::stories(), |rows| html! {
                <>
                    { events(rows, &store.events.groups(), &catalog) }
                    { for scopes::distinct(rows, |row| &row.page).into_iter().map(|page| sheet(rows, page, &catalog)) }
                </>
            }) }
        </article>
    }
}

/// Stories that report one event, beside each other.
fn events(rows: &Shared<Vec<StoryRow>>, groups: &[Vec<String>], catalog: &Catalog) -> Html {
    let group = |ids: &Vec<String>| {
        let found: Vec<&StoryRow> =
            ids.iter().filter_map(|id| rows.iter().find(|row| row.id == *id)).collect();
        let [first, others @ ..] = found.as_slice() else { return html! {} };
        html! {
            <li key={first.id.clone()} class="event">
                <ul>{ for found.iter().map(|row| html! {
                    <li key={row.id.clone()}>
                        <span class="paper" lang="zh-Hant-HK">{ row.paper.clone() }</span>
                        <a href={read(row)} class="headline" lang="zh-Hant-HK">{ scopes::title(row, catalog) }</a>
                    </li>
                }) }</ul>
                <p class="actions">{ for others.iter().map(|other| html! {
                    <a key={other.id.clone()} class="button" href={compare(first, other)}>
                        if others.len() == 1 {
                            { catalog.text("papers-compare") }
                        } else {
                            { catalog.with("papers-compare-ids", [
                                ("a", first.id.as_str().into()),
                                ("b", other.id.as_str().into()),
                            ]) }
                        }
                    </a>
                }) }</p>
            </li>
        }
    };
    html! {
        <section class="events" aria-labelledby="events">
            <h2 id="events">{ catalog.text("papers-same-event") }</h2>
            <ul class="event-list">{ for groups.iter().map(group) }</ul>
        </section>
    }
}

/// One page of a newspaper.
fn sheet(rows: &Shared<Vec<StoryRow>>, page: &str, catalog: &Catalog) -> Html {
    let found: Vec<&StoryRow> = rows.iter().filter(|row| row.page == page).collect();
    let Some(first) = found.first() else { return html! {} };
    let longest = rows.iter().map(|row| row.characters).max().unwrap_or(1);
    let characters: u32 = found.iter().map(|row| row.characters).sum();
    let tokens: u32 = found.iter().map(|row| row.tokens).sum();
    let counts =
        [("stories", found.len().into()), ("characters", characters.into()), ("words", tokens.into())];
    html! {
        <section key={page.to_owned()} class="sheet">
            <header>
                <h2>
                    <span lang="zh-Hant-HK">{ first.paper.clone() }</span>
                    <time datetime={first.date.clone()}>{ first.date.clone() }</time>
                    <span class="figures soft">{ page.to_owned() }</span>
                </h2>
                <p class="soft">
                    { catalog.with("papers-counts", counts) }{ "　" }
                    <a href={Route::Words(WordsRoute { scope: scopes::page(page), ..WordsRoute::default() }).href()}>
                        { catalog.text("papers-page-words") }
                    </a>
                </p>
            </header>
            <ul class="stories">{ for found.iter().map(|row| story(row, longest, catalog)) }</ul>
        </section>
    }
}

fn story(row: &StoryRow, longest: u32, catalog: &Catalog) -> Html {
    let title = scopes::title(row, catalog);
    let words = Route::Words(WordsRoute { scope: scopes::story(&row.id), ..WordsRoute::default() });
    // Three links say the same on every line, so each names its story to a screen reader.
    let label = |key: &str| format!("{}：{title}", catalog.text(key));
    html! {
        <li key={row.id.clone()}>
            <span class="figures soft id">{ row.id.clone() }</span>
            <a class="headline" href={read(row)} lang="zh-Hant-HK">{ title.clone() }</a>
            <span class="length"><Bar value={f64::from(row.characters)} max={f64::from(longest)} /></span>
            <span class="figures soft">
                { catalog.with("story-length", [("characters", row.characters.into()), ("words", row.tokens.into())]) }
            </span>
            <span class="actions">
                <a href={compare_with(row)} aria-label={label("action-compare")}>{ catalog.text("action-compare") }</a>
                <a href={words.href()} aria-label={label("action-words")}>{ catalog.text("action-words") }</a>
            </span>
        </li>
    }
}

fn read(row: &StoryRow) -> String {
    Route::Read(ReadRoute { id: row.id.clone(), ..ReadRoute::default() }).href()
}

fn compare(a: &StoryRow, b: &StoryRow) -> String {
    Route::Compare(CompareRoute { a: a.id.clone(), b: b.id.clone(), ..CompareRoute::default() }).href()
}

/// The comparison page finds a partner for a story that comes alone.
fn compare_with(row: &StoryRow) -> String {
    Route::Compare(CompareRoute { a: row.id.clone(), ..CompareRoute::default() }).href()
}
