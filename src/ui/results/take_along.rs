//! The methods paragraph and the citation of a table.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::citation::{Cited, OwnCorpus, Style, cite};
use super::methods::{MethodContext, paragraph};
use crate::corpus::Scope;
use crate::engine::Query;
use crate::ui::hooks::{use_link, use_paper};
use crate::ui::i18n::{Catalog, Language, MessageKey, key, own_file, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::state::{EngineState, Held, Slot};
use crate::ui::store::{Store, use_store};
use crate::ui::{browser, scopes};
use crate::view::{Setting, StoryRow};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TakeAlongProps {
    /// The query the table answers.
    pub(crate) query: Query,
    /// The second query, if it compares two answers.
    #[prop_or_default]
    pub(crate) second: Option<Query>,
    /// The name of the view.
    pub(crate) title: AttrValue,
    /// The stories it is about.
    pub(crate) scope: Scope,
}

/// Draws the section, closed at first.
#[component]
pub(crate) fn TakeAlong(props: &TakeAlongProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    // Redrawn on each change of the address, which is part of the citation.
    use_link();
    let open = use_state_eq(|| false);
    own_file::use_file(Language::English, *open);
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<web_sys::Element>().has_attribute("open"));
        })
    };
    let paper = use_paper();
    html! {
        <>
            // Paper says what the controls say on the screen.
            if paper {
                <p class="paper-only how">{ told(props, &store, catalog.language()) }</p>
            }
            <details class="take-along" {ontoggle}>
                <summary>{ catalog.text(key!("take-along")) }</summary>
                if *open {
                    { sections(props, &store, &catalog) }
                }
            </details>
        </>
    }
}

/// Returns the paragraphs on how the table was made, in a language.
fn told(props: &TakeAlongProps, store: &Store, language: Language) -> String {
    let catalog = Catalog::new(language);
    let queries = std::iter::once(&props.query).chain(&props.second);
    queries.filter_map(|query| methods(query, store, &catalog)).collect::<Vec<_>>().join("\n")
}

/// Draws the paragraphs in each language, and the citations.
fn sections(props: &TakeAlongProps, store: &Store, catalog: &Catalog) -> Html {
    let in_words = |language: Language| {
        let text = told(props, store, language);
        (!text.is_empty()).then(|| html! {
            <div key={language.tag()} lang={language.tag()}>
                <p>{ text.clone() }</p>
                <button type="button" class="link" onclick={copying(store, text)}>{ catalog.text(key!("action-copy")) }</button>
            </div>
        })
    };
    // The reader's own language comes first.
    let here = || Language::ALL.into_iter().filter(|language| own_file::is_here(*language));
    let languages = here().filter(|language| *language == catalog.language());
    let languages = languages.chain(here().filter(|language| *language != catalog.language()));
    let methods: Vec<Html> = languages.filter_map(in_words).collect();
    html! {
        <>
            if !methods.is_empty() {
                <section>
                    <h2>{ catalog.text(key!("methods-title")) }</h2>
                    { for methods }
                </section>
            }
            <section>
                <h2>{ catalog.text(key!("cite-title")) }</h2>
                if has_own(&props.scope, store.rows()) {
                    { own_corpus(store, catalog) }
                }
                { for citations(props, store, catalog) }
            </section>
        </>
    }
}

/// Returns the paragraph on how a table was made, if its answer arrived.
pub(super) fn methods(query: &Query, store: &Store, catalog: &Catalog) -> Option<String> {
    paragraph(query, &answered(store, query)?, setting(store), catalog)
}

/// Returns a handler that copies a text.
fn copying(store: &Store, text: String) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_: MouseEvent| {
        store.tell(if browser::copy(&text) { key!("notice-copied") } else { key!("notice-not-copied") });
    })
}

fn has_own(scope: &Scope, rows: &[StoryRow]) -> bool {
    let is_in = scopes::membership(scope);
    rows.iter().any(|row| row.is_own() && is_in(row))
}

/// Returns what the reader said of the own texts.
fn known(store: &Store) -> OwnCorpus {
    OwnCorpus::read(store.state.own_corpus.as_deref().unwrap_or_default())
}

/// Draws the fields for author, title and address of the own texts, and says what the address of a view of them is worth.
fn own_corpus(store: &Store, catalog: &Catalog) -> Html {
    let now = known(store);
    let field = |label: MessageKey, value: String, of: fn(&mut OwnCorpus) -> &mut String| {
        let store = store.clone();
        let onchange = Callback::from(move |event: Event| {
            let mut next = known(&store);
            *of(&mut next) = event.target_unchecked_into::<HtmlInputElement>().value();
            store.asker.set(Setting::OwnCorpus, next.kept());
        });
        html! {
            <label class="picker">
                <span class="picker-label">{ catalog.text(label) }</span>
                <input type="text" autocomplete="off" maxlength="300" lang={lang_of(&value)} value={value.clone()} {onchange} />
            </label>
        }
    };
    html! {
        <>
            <div class="own-corpus">
                { field(key!("cite-author"), now.author.clone(), |corpus| &mut corpus.author) }
                { field(key!("cite-corpus-title"), now.title.clone(), |corpus| &mut corpus.title) }
                { field(key!("cite-address"), now.address.clone(), |corpus| &mut corpus.address) }
            </div>
            <p class="hint">{ catalog.text(key!("cite-own-about")) }</p>
        </>
    }
}

/// Draws the citation of a view in each style.
fn citations(props: &TakeAlongProps, store: &Store, catalog: &Catalog) -> [Html; Style::ALL.len()] {
    let (address, day) = (browser::address(), browser::today());
    let view = format!("{} · {}", props.title, scopes::name(&props.scope, store.rows(), catalog));
    let own = known(store);
    let corpus = Some(&own).filter(|own| !own.title.is_empty() && has_own(&props.scope, store.rows()));
    let cited = Cited { view: &view, address: &address, version: crate::VERSION, day: &day, corpus };
    Style::ALL.map(|style| {
        let text = cite(&cited, style);
        html! {
            <div key={style.name()} class="citation">
                <h3>{ style.name() }</h3>
                <pre>{ text.trim_end().to_owned() }</pre>
                <button type="button" class="link" onclick={copying(store, text)}>{ catalog.text(key!("action-copy")) }</button>
            </div>
        }
    })
}

/// Returns the answer to a query, if it arrived.
fn answered(store: &Store, query: &Query) -> Option<Held> {
    match store.state.slot(query)? {
        Slot::Answered(held) | Slot::Stale(held) | Slot::AskedAgain(held) => Some(held.clone()),
        Slot::Asked | Slot::Failed(_) => None,
    }
}

fn setting(store: &Store) -> MethodContext<'_> {
    let lexicon = match &store.state.engine {
        EngineState::Ready(ready) => Some(&ready.lexicon),
        EngineState::Loading | EngineState::Failed(_) => None,
    };
    MethodContext {
        version: crate::VERSION,
        build: crate::BUILD,
        lexicon,
        dictionary_sha256: crate::DICTIONARY_SHA256,
        stories: store.rows(),
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct JsonProps {
    pub(crate) query: Query,
    pub(crate) second: Option<Query>,
    pub(crate) name: &'static str,
}

/// Draws the button that saves the answer as JSON, with the names `window.duidu` uses; two answers as a list.
#[component]
pub(crate) fn Json(props: &JsonProps) -> Html {
    let store = use_store();
    let onclick = {
        let (props, store) = (props.clone(), store.clone());
        Callback::from(move |_: MouseEvent| {
            let answer = answered(&store, &props.query);
            let text = match props.second.as_ref().and_then(|second| answered(&store, second)) {
                Some(second) => browser::json(&(answer, second)),
                None => answer.and_then(|answer| browser::json(&answer)),
            };
            let saved = text.is_some_and(|text| {
                browser::download(&format!("duidu-{}.json", props.name), "application/json", &text).is_ok()
            });
            store.tell(if saved { key!("notice-saved") } else { key!("notice-not-saved") });
        })
    };
    html! { <button type="button" class="link" {onclick}>{ "JSON" }</button> }
}
