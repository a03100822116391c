//! What came in: how it was cut, what to look at, what was here already, and what can be done with it now.

use yew::prelude::*;

use crate::corpus::Scope;
use crate::engine::{Ask, ImportReportQuestion, Query, TextEdit};
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::{lang_of, run};
use crate::ui::routes::{CompareRoute, ReadRoute, Route, SimilarityRoute, TextRoute, WitnessesRoute};
use crate::ui::store::{use_asking, use_store};
use crate::ui::widgets::waiting::when_here;
use crate::view::{CautionGroup, ImportReport, ImportedPage, TwinStory};

/// Number of newspapers that are named.
const NAMED: usize = 8;

/// Number of places of one kind for which they are listed at once.
const LISTED: usize = 4;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ImportPanelProps {
    /// The pages that came in.
    pub(crate) pages: Vec<String>,
}

/// Draws the report on an import, which is asked again whenever a text changes.
#[component]
pub(crate) fn ImportPanel(props: &ImportPanelProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let query = ImportReportQuestion { pages: props.pages.clone() }.query();
    let missing = Some(Query::from(query.clone())).filter(|query| store.state.wants(query));
    use_asking(&store.asker, missing);
    let onremove = {
        let asker = store.asker.clone();
        Callback::from(move |id: String| {
            let told = asker.clone();
            asker.edit_texts(TextEdit::Remove { id }, move |_| told.tell(key!("notice-text-removed")));
        })
    };
    when_here(&store.state.answer(&query), &query, |report| {
        if report.pages.is_empty() {
            return html! { <p class="soft">{ catalog.text(key!("import-gone")) }</p> };
        }
        html! {
            <div class="import-report">
                <p class="figures">
                    { catalog.with(key!("import-cut"), [
                        ("stories", report.stories.into()),
                        ("left", report.left_out.into()),
                    ]) }
                    { sources(report, &catalog) }
                </p>
                { further(report, &catalog) }
                if !report.twins.is_empty() {
                    <section aria-labelledby="import-twins">
                        <h2 id="import-twins">{ catalog.text(key!("import-twins")) }</h2>
                        <ul>{ for report.twins.iter().map(|twin| twin_line(twin, &onremove, &catalog)) }</ul>
                    </section>
                }
                if !report.cautions.is_empty() {
                    <section aria-labelledby="import-cautions">
                        <h2 id="import-cautions">{ catalog.text(key!("import-cautions")) }</h2>
                        <ul>{ for report.cautions.iter().map(|group| cautions(group, &catalog)) }</ul>
                    </section>
                }
                { pages(report, &catalog) }
            </div>
        }
    })
}

/// Draws the newspapers and days that were found.
fn sources(report: &ImportReport, catalog: &Catalog) -> Html {
    let mut papers = report.papers.iter().take(NAMED).cloned().collect::<Vec<_>>();
    if report.papers.len() > NAMED {
        papers.push("…".to_owned());
    }
    let (first, last) = &report.days;
    let days = if first == last { first.clone() } else { format!("{first}–{last}") };
    let parts: Vec<String> = [papers.join(&catalog.text(key!("list-separator"))), days]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if parts.is_empty() {
        return html! {};
    }
    html! { <span class="import-sources" lang={lang_of(parts.join("　"))}>{ parts.join("　") }</span> }
}

/// Draws what can be done with the stories: a comparison of two, a table or a matrix of more.
fn further(report: &ImportReport, catalog: &Catalog) -> Html {
    let ids = &report.compared;
    let scope = if ids.is_empty() { Scope::All } else { Scope::Stories(ids.clone()) };
    let similarity = Route::Similarity(SimilarityRoute { scope, ..SimilarityRoute::default() });
    let witnesses = Route::Witnesses(WitnessesRoute { ids: ids.clone(), ..WitnessesRoute::default() });
    match ids.as_slice() {
        [a, b] => {
            let route = CompareRoute { a: a.clone(), b: b.clone(), ..CompareRoute::default() };
            html! {
                <p class="import-further">
                    <a class="button primary" href={Route::Compare(route).href()}>{ catalog.text(key!("import-compare")) }</a>
                </p>
            }
        }
        _ if report.own < 2 => html! {},
        _ => html! {
            <p class="import-further">
                <a class="button" href={similarity.href()}>{ catalog.text(key!("import-similarity")) }</a>
                if !ids.is_empty() {
                    <a class="button" href={witnesses.href()}>{ catalog.text(key!("import-witnesses")) }</a>
                }
            </p>
        },
    }
}

/// Draws a story that is here a second time, with a link to the other one and a button that removes the new one.
fn twin_line(twin: &TwinStory, onremove: &Callback<String>, catalog: &Catalog) -> Html {
    let TwinStory { story, title, of, of_title, same, share } = twin;
    let read = Route::Read(ReadRoute { id: of.clone(), ..ReadRoute::default() });
    let compare = Route::Compare(CompareRoute { a: of.clone(), b: story.clone(), ..CompareRoute::default() });
    let id = story.clone();
    let onclick = onremove.reform(move |_: MouseEvent| id.clone());
    // Only what is the same is called that, so the share of anything else is below 100 %.
    let percent = catalog.decimal((share * 100.0).floor().min(99.0), 0);
    html! {
        <li key={story.clone()} class="import-twin">
            { run(title) }
            <span class="soft">
                if *same {
                    { catalog.text(key!("import-twin-same")) }
                } else {
                    { catalog.with(key!("import-twin-near"), [("percent", percent.as_str().into())]) }
                }
            </span>
            <a href={read.href()} lang={lang_of(of_title)}>{ of_title.clone() }<span class="figures soft">{ of.clone() }</span></a>
            if !same {
                <a href={compare.href()} aria-label={labels::named(key!("action-compare"), title, catalog)}>{ catalog.text(key!("action-compare")) }</a>
            }
            <button
                type="button"
                class="link"
                aria-label={catalog.with(key!("import-twin-remove-named"), [("name", title.as_str().into())])}
                {onclick}
            >{ catalog.text(key!("import-twin-remove")) }</button>
        </li>
    }
}

/// Draws the choices of one kind, each a link to its place in the editor; many are closed at first.
fn cautions(group: &CautionGroup, catalog: &Catalog) -> Html {
    let words = catalog.with(labels::caution(group.kind), [("n", group.count.into())]);
    let place = |(number, place): (usize, &crate::view::CautionPlace)| {
        let href = Route::Text(TextRoute { id: place.page.clone(), line: Some(place.line) }).href();
        let line = catalog.with(
            key!("import-line-of"),
            [("page", place.page.as_str().into()), ("line", place.line.into())],
        );
        html! {
            <li key={number}>
                <a {href}>
                    <span class="title" lang={lang_of(&place.title)}>{ place.title.clone() }</span>
                </a>
                <span class="figures soft">{ line }</span>
            </li>
        }
    };
    let left = (group.count as usize).saturating_sub(group.places.len());
    html! {
        <li key={format!("{:?}", group.kind)}>
            <details class="import-caution" open={group.places.len() <= LISTED}>
                <summary>{ words }</summary>
                <ul>{ for group.places.iter().enumerate().map(place) }</ul>
                if left > 0 {
                    <p class="soft">{ catalog.with(key!("import-more-places"), [("n", left.into())]) }</p>
                }
            </details>
        </li>
    }
}

/// Draws a link to how each page was cut.
fn pages(report: &ImportReport, catalog: &Catalog) -> Html {
    let href = |page: &ImportedPage| Route::Text(TextRoute { id: page.id.clone(), line: None }).href();
    if let [page] = report.pages.as_slice() {
        return html! { <p><a href={href(page)}>{ catalog.text(key!("import-look")) }</a></p> };
    }
    let line = |page: &ImportedPage| {
        let counts = [("stories", page.stories.into()), ("left", page.left_out.into())];
        html! {
            <li key={page.id.clone()}>
                <a href={href(page)}><bdi class="file-name">{ page.name.clone() }</bdi></a>
                <span class="figures soft">{ catalog.with(key!("import-cut"), counts) }</span>
            </li>
        }
    };
    html! {
        <details class="import-pages">
            <summary>{ catalog.with(key!("import-pages"), [("n", (report.pages.len()).into())]) }</summary>
            <ul>{ for report.pages.iter().map(line) }</ul>
            if report.more_pages > 0 {
                <p class="soft">{ catalog.with(key!("import-more-pages"), [("n", report.more_pages.into())]) }</p>
            }
        </details>
    }
}
