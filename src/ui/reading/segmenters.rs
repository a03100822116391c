//! 斷詞對照: one text as two segmenters split it.

pub(crate) mod route;

use yew::prelude::*;

use crate::corpus::Mode;
use crate::engine::{Passage, Query};
use crate::ui::browser;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::{CHINESE, lang_of, run};
use crate::ui::one_line::is_long;
use crate::ui::routes::{ReadRoute, Route, SegmentersRoute};
use crate::ui::scopes;
use crate::ui::store::{Store, use_asking, use_store};
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::story_picker::StoryPicker;
use crate::ui::widgets::waiting::when_here;
use crate::view::{Parting, SegmentationPair, Stretch};

/// Maximum number of differing passages listed; the text shows all.
const LISTED: usize = 200;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SegmentersProps {
    pub(crate) route: SegmentersRoute,
}

#[component]
pub(crate) fn Segmenters(props: &SegmentersProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let text = use_state_eq(String::new);
    let passage = if !route.id.is_empty() {
        Some(Passage::Story(route.id.clone()))
    } else if text.trim().is_empty() {
        None
    } else {
        Some(Passage::Text((*text).clone()))
    };
    let query = passage.map(|passage| route.query(passage));
    // A text of the reader's is not part of the address, so its query is sent here.
    let missing = query.clone().map(Query::from);
    let missing = missing.filter(|query| route.id.is_empty() && store.state.slot(query).is_none());
    use_asking(&store.asker, missing);
    let onpick = {
        let route = route.clone();
        Callback::from(move |id: String| {
            browser::go(&Route::Segmenters(SegmentersRoute { id, ..route.clone() }));
        })
    };
    html! {
        <article class="page segmenters">
            <header class="page-head">
                <h1>{ catalog.text(key!("segmenters-title")) }</h1>
                <p class="soft">{ catalog.text(key!("segmenters-about")) }</p>
            </header>
            <div class="toolbar">
                if let Some(stories) = &store.state.stories {
                    <StoryPicker
                        label={catalog.text(key!("picker-story"))}
                        stories={stories.clone()}
                        value={route.id.clone()}
                        {onpick}
                    />
                }
                <Choices label={"A"} choices={modes(route, &catalog, |route, mode| route.a = mode)} />
                <Choices label={"B"} choices={modes(route, &catalog, |route, mode| route.b = mode)} />
            </div>
            { on_paper(route, &store, &catalog) }
            if route.id.is_empty() {
                <OwnText text={text.setter()} />
            } else {
                <p class="soft screen-only own-choice">
                    <a href={Route::Segmenters(SegmentersRoute { id: String::new(), ..route.clone() }).href()}>
                        { catalog.text(key!("segmenters-own-text")) }
                    </a>
                </p>
            }
            if let Some(query) = query {
                { when_here(&store.state.answer(&query), &query, |pair| drawn(pair, route, &catalog)) }
            }
        </article>
    }
}

/// Draws on paper what the controls say on the screen: the story, and how it is segmented on each side.
fn on_paper(route: &SegmentersRoute, store: &Store, catalog: &Catalog) -> Html {
    let row = store.rows().iter().find(|row| row.id == route.id);
    let [a, b] = [route.a, route.b].map(|mode| catalog.text(mode_key(mode)));
    html! {
        <div class="paper-only">
            if let Some(row) = row {
                <p>{ run(scopes::origin_and_title(row, catalog)) }</p>
            }
            <p>{ catalog.with(key!("segmenters-on-paper"), [("a", a.as_str().into()), ("b", b.as_str().into())]) }</p>
        </div>
    }
}

fn modes(
    route: &SegmentersRoute,
    catalog: &Catalog,
    set: impl Fn(&mut SegmentersRoute, Mode),
) -> Vec<Choice> {
    let choice = |mode: Mode| {
        let mut there = route.clone();
        set(&mut there, mode);
        let chosen = there == *route;
        Choice { label: catalog.text(mode_key(mode)), href: Route::Segmenters(there).href().into(), chosen }
    };
    Mode::ALL.into_iter().map(choice).collect()
}

fn mode_key(mode: Mode) -> MessageKey {
    match mode {
        Mode::Accurate => key!("mode-accurate"),
        Mode::Fast => key!("mode-fast"),
        Mode::Character => key!("mode-character"),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OwnTextProps {
    text: UseStateSetter<String>,
}

/// Draws the field for any text; it is segmented on request, since a long one takes a moment.
#[component]
fn OwnText(props: &OwnTextProps) -> Html {
    let catalog = use_catalog();
    let draft = use_state_eq(String::new);
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| {
            draft.set(event.target_unchecked_into::<web_sys::HtmlTextAreaElement>().value());
        })
    };
    let onsubmit = {
        let (draft, text) = (draft.clone(), props.text.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            text.set((*draft).clone());
        })
    };
    html! {
        <form class="own-text" {onsubmit}>
            <label>
                <span class="picker-label">{ catalog.text(key!("segmenters-text")) }</span>
                <textarea rows="5" lang={CHINESE} value={(*draft).clone()} {oninput} />
            </label>
            <button type="submit" class="button">{ catalog.text(key!("segmenters-cut")) }</button>
        </form>
    }
}

fn drawn(pair: &SegmentationPair, route: &SegmentersRoute, catalog: &Catalog) -> Html {
    let f1 = match pair.words_a + pair.words_b {
        0 => 1.0,
        words => f64::from(2 * pair.words_both) / f64::from(words),
    };
    let percent = catalog.decimal(100.0 * f1, 1);
    let summary = [
        ("a", pair.words_a.into()),
        ("b", pair.words_b.into()),
        ("both", pair.words_both.into()),
        ("f1", percent.as_str().into()),
    ];
    html! {
        <>
            <p class="summary" role="status">{ catalog.with(key!("segmenters-summary"), summary) }</p>
            <div class="segmented">
                { for pair.lines.iter().map(|line| html! { <p lang={lang_of(line.iter().flat_map(|stretch| &stretch.a).map(String::as_str).collect::<String>())}>{ for line.iter().map(stretch) }</p> }) }
            </div>
            if !pair.partings.is_empty() {
                { partings(&pair.partings, route, catalog) }
            }
        </>
    }
}

fn stretch(stretch: &Stretch) -> Html {
    let word = |word: &String| html! { <span class={classes!("cut", is_long(word).then_some("long"))}>{ word.clone() }</span> };
    let words = |words: &[String]| html! { <>{ for words.iter().map(word) }</> };
    if stretch.b.is_empty() {
        return words(&stretch.a);
    }
    html! {
        <span class="parting" title={written(&stretch.a, &stretch.b)}>
            <span class="side-a">{ words(&stretch.a) }</span>
            <span class="side-b">{ words(&stretch.b) }</span>
        </span>
    }
}

fn written(a: &[String], b: &[String]) -> String {
    format!("A {}\u{3000}B {}", a.join("／"), b.join("／"))
}

fn partings(partings: &[Parting], route: &SegmentersRoute, catalog: &Catalog) -> Html {
    let place = |parting: &Parting| {
        let at = Some(parting.first.start);
        Route::Read(ReadRoute { id: route.id.clone(), at, boundaries: true, ..ReadRoute::default() }).href()
    };
    html! {
        <section aria-labelledby="partings">
            <h2 id="partings">{ catalog.text(key!("segmenters-partings")) }</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby="partings">
                <table class="partings">
                    <thead>
                        <tr>
                            <th scope="col" class="side-a">{ "A" }</th>
                            <th scope="col" class="side-b">{ "B" }</th>
                            <th scope="col" class="number">{ catalog.text(key!("column-frequency")) }</th>
                            if !route.id.is_empty() { <td class="screen-only"></td> }
                        </tr>
                    </thead>
                    <tbody>
                        { for partings.iter().take(LISTED).map(|parting| html! {
                            <tr>
                                <th scope="row" lang={lang_of(parting.a.join("／"))}>{ parting.a.join("／") }</th>
                                <td lang={lang_of(parting.b.join("／"))}>{ parting.b.join("／") }</td>
                                <td class="number figures">{ catalog.count(parting.frequency) }</td>
                                if !route.id.is_empty() {
                                    <td class="screen-only"><a href={place(parting)}>{ catalog.text(key!("segmenters-place")) }</a></td>
                                }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            if partings.len() > LISTED {
                <p class="soft">{ catalog.with(key!("segmenters-more"), [("n", (partings.len() - LISTED).into())]) }</p>
            }
        </section>
    }
}
