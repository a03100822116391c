//! The navigation: the views, a field to look up a word, the stories.

use yew::prelude::*;

use crate::corpus::{Scope, Units};
use crate::ui::first_screen::standing::{Part, use_standing};
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::reading::story_list::StoryList;
use crate::ui::routes::{
    CompareRoute, ConcordanceRoute, DictionaryRoute, KeynessRoute, KeywordsRoute, ReadRoute, Reference,
    Route, View, WordsRoute,
};
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::ui::state::Subject;
use crate::ui::{browser, scopes};
use crate::view::{StoryRow, TextRow};

/// Properties of [`Rail`].
#[derive(Clone, PartialEq, Properties)]
pub struct RailProps {
    /// The route on the screen.
    pub route: Route,
    /// The stories, once known.
    pub stories: Option<Shared<Vec<StoryRow>>>,
    /// The reader's own texts, once known, which name the groups of their stories.
    #[prop_or_default]
    pub texts: Option<Shared<Vec<TextRow>>>,
    /// The stories last viewed, which a change of view keeps.
    pub subject: Subject,
    /// The contents below the stories.
    #[prop_or_default]
    pub children: Children,
}

/// Draws the rail at the side of the page; on a narrow screen, the bar above it.
#[component]
pub fn Rail(props: &RailProps) -> Html {
    let catalog = use_catalog();
    let view = props.route.view();
    // Tab enters the views once, at the present one; the arrows go on from there.
    let entry = view.unwrap_or(View::Papers);
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    let link = |(place, target): (usize, View)| {
        html! {
            <li key={target.key()}>
                <a href={view_route(target, &props.subject, props.route.units()).href()} aria-current={(view == Some(target)).then_some("page")}
                    data-step=""
                    tabindex={if target == entry { "0" } else { "-1" }}
                >
                    { catalog.text(target.key()) }
                    if target != View::About {
                        <kbd aria-hidden="true">{ place + 1 }</kbd>
                    }
                </a>
            </li>
        }
    };
    // The same as long as the route is, so that the list is not drawn anew with every step of an import.
    let href = use_callback(props.route.clone(), |id: String, route| story_route(route, &id).href());
    let (a, b) = sides(&props.route);
    let standing = use_standing(Part::Stories, props.stories.is_some());
    let views = use_node_ref();
    use_effect_with((views.clone(), view), |(views, _)| {
        // On a phone the row of views is longer than the screen.
        browser::find_all(views, "[aria-current]").iter().for_each(browser::scroll_least);
    });
    html! {
        <div class="rail">
            <header class="brand">
                <a href={Route::Home.href()} aria-current={(props.route == Route::Home).then_some("page")}>
                    <span lang="zh-Hant-HK">{ "對讀" }</span>
                    <small>{ "Duìdú" }</small>
                </a>
            </header>
            <nav ref={views} class="views" aria-label={catalog.text(key!("nav-views"))} data-steps="" {onkeydown}>
                <ul>{ for View::ALL.into_iter().enumerate().map(link) }</ul>
            </nav>
            <Lookup />
            <nav class="corpus" aria-label={catalog.text(key!("nav-corpus"))}>
                if let Some(stories) = &props.stories {
                    if matches!(props.route, Route::Compare(_)) {
                        <p class="hint">{ catalog.text(key!("corpus-choose-b")) }</p>
                    }
                    if stories.first().is_none_or(|first| !first.is_own()) {
                        { invitation(&catalog) }
                    }
                    <StoryList stories={stories.clone()} texts={props.texts.clone()} {a} {b} {href} />
                } else {
                    { standing }
                }
            </nav>
            { props.children.clone() }
        </div>
    }
}

/// Draws the place of own texts where there are none yet, and the heading of the examples that follow.
fn invitation(catalog: &Catalog) -> Html {
    html! {
        <div class="invitation">
            <p class="list-part">{ scopes::heading(true, catalog) }</p>
            <p><a href={Route::Home.href()}>{ catalog.text(key!("rail-invitation")) }</a></p>
            <p class="list-part">{ scopes::heading(false, catalog) }</p>
        </div>
    }
}

/// Draws the field that looks up a word from anywhere.
#[component]
fn Lookup() -> Html {
    let catalog = use_catalog();
    let draft = use_state_eq(String::new);
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| {
            draft.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
        })
    };
    let onsubmit = {
        let draft = draft.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let node = draft.trim().to_owned();
            browser::go(&Route::Concordance(ConcordanceRoute { node, ..ConcordanceRoute::default() }));
            draft.set(String::new());
        })
    };
    html! {
        <form class="lookup" role="search" {onsubmit}>
            <input
                type="search"
                value={(*draft).clone()}
                placeholder={catalog.text(key!("lookup-word"))}
                aria-label={catalog.text(key!("lookup-word"))}
                autocomplete="off"
                data-search=""
                {oninput}
            />
            <kbd aria-hidden="true">{ "/" }</kbd>
        </form>
    }
}

/// Returns the route of a view about the stories last viewed, with the present units.
pub(crate) fn view_route(view: View, subject: &Subject, units: Units) -> Route {
    let Subject { story, a, b, scope } = subject.clone();
    let scope = scope.unwrap_or(Scope::Usual);
    match view {
        View::Papers => Route::Papers,
        View::Read => Route::Read(ReadRoute { id: story, units, ..ReadRoute::default() }),
        View::Compare => Route::Compare(CompareRoute { a, b, units, ..CompareRoute::default() }),
        View::Words => Route::Words(WordsRoute { scope, units, ..WordsRoute::default() }),
        // A corpus that was chosen is the target; of two stories that were compared, the one that was read.
        View::Keyness if story.is_empty() || matches!(scope, Scope::Named { .. } | Scope::Filter(_)) => {
            Route::Keyness(KeynessRoute { target: scope, units, ..KeynessRoute::default() })
        }
        View::Keyness => {
            let other = if story == a { b } else { a };
            let reference =
                if other.is_empty() { Reference::Rest } else { Reference::Scope(Scope::story(&other)) };
            Route::Keyness(KeynessRoute {
                target: Scope::story(&story),
                reference,
                units,
                ..KeynessRoute::default()
            })
        }
        View::Concordance => {
            Route::Concordance(ConcordanceRoute { scope, units, ..ConcordanceRoute::default() })
        }
        View::Dictionary => Route::Dictionary(DictionaryRoute::default()),
        View::Texts => Route::Texts,
        View::About => Route::About,
    }
}

/// Returns the scopes in the two colours on a route: its subject, and the scope that is compared with.
fn sides(route: &Route) -> (Option<Scope>, Option<Scope>) {
    // The whole corpus gets no colour.
    let some = |scope: &Scope| Some(scope.clone()).filter(|scope| !scopes::is_whole(scope));
    match route {
        Route::Read(read) => (Some(Scope::story(&read.id)), None),
        Route::Compare(pair) => (Some(Scope::story(&pair.a)), Some(Scope::story(&pair.b))),
        Route::Words(words) => (some(&words.scope), None),
        Route::Phrases(phrases) => (some(&phrases.scope), None),
        Route::Terms(terms) => (some(&terms.scope), None),
        Route::Names(names) => (some(&names.scope), None),
        Route::Measures(measures) => (some(&measures.scope), None),
        Route::Keywords(keywords) => (Some(Scope::story(&keywords.id)), None),
        Route::Concordance(rows) => (some(&rows.scope), None),
        Route::Collocates(near) => (some(&near.scope), near.beside.as_ref().and_then(some)),
        Route::Keyness(table) => match &table.reference {
            Reference::Rest | Reference::List => (some(&table.target), None),
            Reference::Scope(reference) => (some(&table.target), some(reference)),
        },
        _ => (None, None),
    }
}

/// Returns the route of a story's link: the same view of another story.
fn story_route(route: &Route, id: &str) -> Route {
    match route {
        // A click on the first story swaps the two: no other effect would make sense.
        Route::Compare(pair) if pair.a == id => {
            Route::Compare(CompareRoute { a: pair.b.clone(), b: pair.a.clone(), ..pair.clone() })
        }
        Route::Compare(pair) => Route::Compare(CompareRoute { b: id.to_owned(), ..pair.clone() }),
        Route::Keywords(keywords) => Route::Keywords(KeywordsRoute { id: id.to_owned(), ..keywords.clone() }),
        Route::Read(read) => Route::Read(ReadRoute { id: id.to_owned(), at: None, ..read.clone() }),
        Route::Words(_)
        | Route::Phrases(_)
        | Route::Terms(_)
        | Route::Names(_)
        | Route::Keyness(_)
        | Route::Concordance(_)
        | Route::Collocates(_) => {
            let mut other = route.clone();
            if let Some(scope) = other.common().scope {
                *scope = Scope::story(id);
            }
            other
        }
        _ => Route::Read(ReadRoute { id: id.to_owned(), ..ReadRoute::default() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_story_keeps_the_view_and_its_settings() {
        for (address, expected) in [
            ("#/words?scope=id:003-1&min=3", "#/words?scope=id:004-1&min=3"),
            ("#/keyness?target=id:003-1&reference=id:000-1", "#/keyness?target=id:004-1&reference=id:000-1"),
            ("#/keywords/003-1?method=textrank", "#/keywords/004-1?method=textrank"),
            ("#/read/003-1?at=7&tags=1", "#/read/004-1?tags=1"),
            ("#/compare/003-1/000-1?fold=1", "#/compare/003-1/004-1?fold=1"),
            ("#/compare/004-1/003-1", "#/compare/003-1/004-1"),
            ("#/measures?scope=id:003-1", "#/read/004-1"),
            ("#/about", "#/read/004-1"),
        ] {
            assert_eq!(story_route(&Route::parse(address), "004-1").href(), expected, "{address}");
        }
    }
}
