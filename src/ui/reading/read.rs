//! 閱讀: one story, its words, and the other occurrences of a word.

pub(crate) mod route;

mod names;

use std::collections::{BTreeMap, BTreeSet};

use yew::prelude::*;

use super::story_text::{ARRIVAL, StoryText};
use crate::corpus::Scope;
use crate::text::{OrderBy, abridged};
use crate::ui::counting::concordance::listing::place_route;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::one_line::side_of_line;
use crate::ui::routes::{
    CompareRoute, ConcordanceRoute, KeynessRoute, KeywordsRoute, ReadRoute, Route, SegmentersRoute,
    WordsRoute,
};
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::with;
use crate::ui::state::{Action, Loaded};
use crate::ui::store::{Store, use_store};
use crate::ui::widgets::bar::Bar;
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::fields::Switch;
use crate::ui::widgets::story_picker::StoryPicker;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{browser, labels, scopes};
use crate::view::{Concordance, DoubtfulWord, Doubts, StoryView, WordList};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReadProps {
    pub(crate) route: ReadRoute,
}

#[component]
pub(crate) fn Read(props: &ReadProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let loaded = use_drawable(route, &store);

    let here = matches!(loaded, Loaded::Here(_));
    use_effect_with((here, route.id.clone(), route.at), |(here, _, at)| {
        if *here && at.is_some() {
            browser::visit(ARRIVAL);
        }
    });

    html! {
        <article class="page read">
            if !here {
                <h1 class={unseen_unless_failed(&loaded)}>{ catalog.text(key!("view-read")) }</h1>
            }
            { toolbar(route, &store, &catalog) }
            { when_here(&loaded, &query, |story| html! {
                <div class="read-columns">
                    { sheet(route, story, &store, &catalog) }
                    <aside aria-label={catalog.text(key!("read-aside"))}>
                        { places(route, &store, &catalog) }
                        { names::section(route, &store, &catalog) }
                        { doubtful(route, &store, &catalog) }
                        { top_words(route, &store, &catalog) }
                        { elsewhere(route, &catalog) }
                        { mended(story, &catalog) }
                        if route.tags {
                            { legend(story, &catalog) }
                        }
                    </aside>
                </div>
            }) }
        </article>
    }
}

/// Returns the class of a heading that is seen only where there is nothing else.
fn unseen_unless_failed(loaded: &Loaded<StoryView>) -> Option<&'static str> {
    (!matches!(loaded, Loaded::Failed(_))).then_some("unseen")
}

/// Returns the story once it can be drawn. Words in doubt have another width: a text that is drawn before they are known
/// moves, unless the reader asks for them later.
#[hook]
fn use_drawable(route: &ReadRoute, store: &Store) -> Loaded<StoryView> {
    let drawn = use_mut_ref(String::new);
    let awaits = route.doubtful().is_some_and(|query| matches!(store.state.answer(&query), Loaded::Waiting));
    let loaded = store.state.answer(&route.query());
    if awaits && *drawn.borrow() != route.id {
        return Loaded::Waiting;
    }
    if matches!(loaded, Loaded::Here(_)) {
        drawn.borrow_mut().clone_from(&route.id);
    }
    loaded
}

/// Draws the choice of the story, of its marks and of the units.
fn toolbar(route: &ReadRoute, store: &Store, catalog: &Catalog) -> Html {
    let onpick = {
        let units = route.units;
        Callback::from(move |id: String| {
            browser::go(&Route::Read(ReadRoute { id, units, ..ReadRoute::default() }));
        })
    };
    html! {
        <div class="toolbar">
            if let Some(stories) = &store.state.stories {
                <StoryPicker
                    label={catalog.text(key!("picker-story"))}
                    stories={stories.clone()}
                    value={route.id.clone()}
                    {onpick}
                />
            }
            <Choices label={catalog.text(key!("read-marks"))} choices={marks(route, catalog)} />
            <Switch
                label={catalog.text(key!("read-names"))}
                about={catalog.text(key!("read-names-about"))}
                on={route.names}
                onset={with(route, |route, names| route.names = names)}
            />
            <UnitsChoice route={Route::Read(route.clone())} />
        </div>
    }
}

/// Draws the story with its origin. A click looks a word up.
fn sheet(route: &ReadRoute, story: &Shared<StoryView>, store: &Store, catalog: &Catalog) -> Html {
    let onlookup = {
        let route = route.clone();
        Callback::from(move |word: String| {
            browser::replace(&Route::Read(ReadRoute { word: Some(word), at: None, ..route.clone() }));
        })
    };
    let oncorrect = {
        let state = store.state.dispatcher();
        Callback::from(move |place| state.dispatch(Action::Pick(Some(place))))
    };
    html! {
        <div class="sheet-text">
            { head(story, catalog) }
            <StoryText
                story={story.clone()}
                boundaries={route.boundaries}
                tags={route.tags}
                word={route.word.clone().map(AttrValue::from)}
                at={route.at}
                doubts={doubts(route, store)}
                names={names::marks(route, store)}
                {onlookup}
                {oncorrect}
            />
        </div>
    }
}

/// Draws the story's origin. A story without a headline gets a heading here, since its text has none.
fn head(story: &Shared<StoryView>, catalog: &Catalog) -> Html {
    let row = &story.row;
    html! {
        <header class="story-head">
            <p>
                if !row.paper.is_empty() {
                    { run(&row.paper) }{ " · " }
                }
                if !row.date.is_empty() {
                    <time datetime={row.date.clone()}>{ row.date.clone() }</time>{ " · " }
                }
                { catalog.with(key!("story-length"), [("characters", row.characters.into()), ("words", row.tokens.into())]) }
            </p>
            if row.headline.is_empty() {
                <h1 class="headline lost" lang={lang_of(scopes::title(row, catalog))}>{ scopes::title(row, catalog) }</h1>
            }
        </header>
    }
}

fn marks(route: &ReadRoute, catalog: &Catalog) -> Vec<Choice> {
    let choice = |key: MessageKey, [boundaries, tags, doubts]: [bool; 3]| Choice {
        label: catalog.text(key),
        href: Route::Read(ReadRoute { boundaries, tags, doubts, ..route.clone() }).href().into(),
        chosen: [route.boundaries, route.tags, route.doubts] == [boundaries, tags, doubts],
    };
    vec![
        choice(key!("read-plain"), [false; 3]),
        choice(key!("read-boundaries"), [true, false, false]),
        choice(key!("read-tags"), [true, true, false]),
        choice(key!("read-doubts"), [true, false, true]),
    ]
}

/// Returns the words in doubt, if asked for and known.
fn doubts(route: &ReadRoute, store: &Store) -> Option<Shared<Doubts>> {
    match store.state.answer(&route.doubtful()?) {
        Loaded::Here(doubts) => Some(doubts),
        Loaded::Waiting | Loaded::Failed(_) => None,
    }
}

/// Draws the words in doubt with the second-best reading of each, the least certain first.
fn doubtful(route: &ReadRoute, store: &Store, catalog: &Catalog) -> Html {
    let Some(query) = route.doubtful() else { return html! {} };
    let list = |doubts: &Shared<Doubts>| {
        let mut words: Vec<&DoubtfulWord> = doubts.words.iter().collect();
        words.order_by_key(|word| word.margin);
        let line = |word: &DoubtfulWord| {
            let href = Route::Read(ReadRoute { at: Some(word.range.start), ..route.clone() }).href();
            html! {
                <li key={word.range.start}>
                    <a {href} lang={lang_of(&word.word)}>{ word.word.clone() }</a>
                    <span class="soft" lang={lang_of(word.other.join("／"))}>{ word.other.join("／") }</span>
                    <span class="figures soft">{ word.margin }</span>
                </li>
            }
        };
        let about = [("n", words.len().into()), ("below", doubts.below.into())];
        html! {
            <>
                <p class="soft">{ catalog.with(key!("read-doubts-about"), about) }</p>
                <ul class="doubts">{ for words.into_iter().map(line) }</ul>
            </>
        }
    };
    html! {
        <section aria-labelledby="doubts">
            <h2 id="doubts">{ catalog.text(key!("read-doubts")) }</h2>
            { when_here(&store.state.answer(&query), &query, list) }
        </section>
    }
}

/// Draws the range of frequencies the word may have, if it has more than one.
fn frequency_range(route: &ReadRoute, store: &Store, catalog: &Catalog) -> Html {
    let range = route.frequency_range().map(|query| store.state.answer(&query));
    match range {
        Some(Loaded::Here(range)) if range.least < range.most => {
            let arguments = [("least", range.least.into()), ("most", range.most.into())];
            html! { <p class="soft">{ catalog.with(key!("read-frequency-range"), arguments) }</p> }
        }
        _ => html! {},
    }
}

/// Draws the meanings of the tags in this story; tags of one name share a line.
fn legend(story: &Shared<StoryView>, catalog: &Catalog) -> Html {
    let mut names: BTreeMap<MessageKey, BTreeSet<&str>> = BTreeMap::new();
    for word in story.blocks.iter().flat_map(|block| &block.words).filter(|word| word.is_word()) {
        names.entry(labels::tag(&word.tag)).or_default().insert(&word.tag);
    }
    html! {
        <section aria-labelledby="legend">
            <h2 id="legend">{ catalog.text(key!("read-legend")) }</h2>
            <dl class="legend">{ for names.into_iter().map(|(name, tags)| html! {
                <div key={name.name()}>
                    <dt lang="en">{ tags.into_iter().collect::<Vec<_>>().join(" ") }</dt>
                    <dd>{ catalog.text(name) }</dd>
                </div>
            }) }</dl>
        </section>
    }
}

/// Draws the list of what was joined, dropped or moved between the page and this text.
fn mended(story: &Shared<StoryView>, catalog: &Catalog) -> Html {
    if story.warnings.is_empty() {
        return html! {};
    }
    html! {
        <section aria-labelledby="mended">
            <h2 id="mended">{ catalog.text(key!("read-mended")) }</h2>
            <ul class="mended">{ for story.warnings.iter().map(|warning| html! {
                <li>
                    { catalog.with(labels::warning(warning.kind), [("line", warning.line.into())]) }
                    { catalog.text(key!("word-space")) }
                    <q lang={lang_of(&warning.text)}>{ abridged(&warning.text, labels::NOTED) }</q>
                </li>
            }) }</ul>
        </section>
    }
}

/// Draws every occurrence of the word looked up.
fn places(route: &ReadRoute, store: &Store, catalog: &Catalog) -> Html {
    let (Some(word), Some(query)) = (&route.word, route.places()) else {
        return html! { <p class="hint">{ catalog.text(key!("read-hint")) }</p> };
    };
    let all = ConcordanceRoute { node: word.clone(), units: route.units, ..ConcordanceRoute::default() };
    let close = Route::Read(ReadRoute { word: None, at: None, ..route.clone() });
    html! {
        <section class="places" aria-labelledby="places">
            <h2 id="places">
                { run(word) }
                <a class="close" href={close.href()} aria-label={catalog.text(key!("action-close"))}>{ "×" }</a>
            </h2>
            { when_here(&store.state.answer(&query), &query, |found| html! {
                <>
                    <p class="soft" role="status">
                        { catalog.with(key!("read-places"), [("n", found.total.into()), ("stories", found.stories.into())]) }
                        { " " }
                        <a href={Route::Concordance(all).href()}>{ catalog.text(key!("read-all-places")) }</a>
                    </p>
                    { frequency_range(route, store, catalog) }
                    { lines(route, found) }
                </>
            }) }
        </section>
    }
}

/// Draws the occurrences in this story, then a few elsewhere.
fn lines(route: &ReadRoute, found: &Shared<Concordance>) -> Html {
    const ELSEWHERE: usize = 12;
    let (here, elsewhere): (Vec<_>, Vec<_>) = found.rows.iter().partition(|row| row.id == route.id);
    let line = |row: &&crate::view::KwicRow| {
        html! {
            <li key={format!("{}-{}", row.id, row.start)}>
                <span class="figures soft">{ row.id.clone() }</span>
                <a href={place_route(row, route.units).href()} lang={lang_of([&*row.left, &*row.node, &*row.right].concat())}>
                    <span class={side_of_line("left", &row.left)}><bdi>{ row.left.clone() }</bdi></span>
                    <b>{ row.node.clone() }</b>
                    <span class={side_of_line("right", &row.right)}>{ row.right.clone() }</span>
                </a>
            </li>
        }
    };
    html! { <ul class="lines">{ for here.iter().chain(elsewhere.iter().take(ELSEWHERE)).map(line) }</ul> }
}

fn top_words(route: &ReadRoute, store: &Store, catalog: &Catalog) -> Html {
    let query = route.top_words();
    let list = |list: &Shared<WordList>| {
        let highest = list.rows.first().map_or(1, |row| row.frequency);
        html! {
            <ol class="top-words">{ for list.rows.iter().map(|row| {
                let look = ReadRoute { word: Some(row.word.clone()), at: None, ..route.clone() };
                html! {
                    <li key={row.word.clone()}>
                        <a href={Route::Read(look).href()} lang={lang_of(&row.word)}>{ row.word.clone() }</a>
                        <Bar value={f64::from(row.frequency)} max={f64::from(highest)} />
                        <span class="figures">{ catalog.count(row.frequency) }</span>
                    </li>
                }
            }) }</ol>
        }
    };
    html! {
        <section aria-labelledby="top-words">
            <h2 id="top-words">{ catalog.text(key!("read-top-words")) }</h2>
            { when_here(&store.state.answer(&query), &query, list) }
        </section>
    }
}

/// Draws links to other views of this story.
fn elsewhere(route: &ReadRoute, catalog: &Catalog) -> Html {
    let (scope, units) = (Scope::story(&route.id), route.units);
    let links = [
        (
            Route::Compare(CompareRoute { a: route.id.clone(), units, ..CompareRoute::default() }),
            key!("read-compare"),
        ),
        (
            Route::Words(WordsRoute { scope: scope.clone(), units, ..WordsRoute::default() }),
            key!("read-words"),
        ),
        (
            Route::Segmenters(SegmentersRoute { id: route.id.clone(), ..SegmentersRoute::default() }),
            key!("read-segmenters"),
        ),
        (
            Route::Keyness(KeynessRoute { target: scope, units, ..KeynessRoute::default() }),
            key!("read-keyness"),
        ),
        (
            Route::Keywords(KeywordsRoute { id: route.id.clone(), units, ..KeywordsRoute::default() }),
            key!("read-keywords"),
        ),
    ];
    html! {
        <section aria-labelledby="elsewhere">
            <h2 id="elsewhere">{ catalog.text(key!("read-elsewhere")) }</h2>
            <ul class="links">{ for links.into_iter().map(|(route, key)| html! {
                <li key={key}><a href={route.href()}>{ catalog.text(key) }</a></li>
            }) }</ul>
        </section>
    }
}
