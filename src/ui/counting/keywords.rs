//! 單篇關鍵詞: the keywords of one story by two methods, kept apart from keyness.

pub mod listing;

pub(crate) mod route;

use yew::prelude::*;

use crate::corpus::Scope;
use crate::engine::{KeywordMethod, Query};
use crate::ui::i18n::{key, use_catalog};
use crate::ui::one_line::heading;
use crate::ui::results::Results;
use crate::ui::routes::{KeywordsRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::shell::tabs::Tabs;
use crate::ui::store::use_store;
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::story_picker::StoryPicker;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{browser, scopes};
use crate::view::Keywords;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct KeywordsProps {
    pub(crate) route: KeywordsRoute,
}

#[component]
pub(crate) fn KeywordsPage(props: &KeywordsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let onpick = {
        let route = route.clone();
        Callback::from(move |id| browser::go(&Route::Keywords(KeywordsRoute { id, ..route.clone() })))
    };
    let choice = |label: &'static str, method: KeywordMethod| Choice {
        label: label.into(),
        href: Route::Keywords(KeywordsRoute { method, ..route.clone() }).href().into(),
        chosen: route.method == method,
    };
    let choices = vec![choice("TF-IDF", KeywordMethod::TfIdf), choice("TextRank", KeywordMethod::TextRank)];
    html! {
        <article class="page keywords-page">
            <header class="page-head">{ heading(&catalog.text(key!("keywords-title"))) }</header>
            <Tabs route={Route::Keywords(route.clone())} />
            <div class="toolbar">
                if let Some(stories) = &store.state.stories {
                    <StoryPicker
                        label={catalog.text(key!("picker-story"))}
                        stories={stories.clone()}
                        value={route.id.clone()}
                        {onpick}
                    />
                }
                <Choices label={catalog.text(key!("keywords-method"))} {choices} />
                <div class="common-tools">
                    <UnitsChoice route={Route::Keywords(route.clone())} />
                </div>
            </div>
            if let Some(query) = route.query() {
                { when_here(&store.state.answer(&query), &query, |found| html! {
                    <KeywordRows keywords={found.clone()} route={route.clone()} />
                }) }
            }
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct KeywordRowsProps {
    keywords: Shared<Keywords>,
    route: KeywordsRoute,
}

#[component]
fn KeywordRows(props: &KeywordRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let KeywordRowsProps { keywords, route } = props;
    let listing =
        use_memo((keywords.clone(), route.clone(), catalog.clone()), |(keywords, route, catalog)| {
            listing::listing(keywords, route, catalog)
        });
    let rows =
        use_memo(keywords.clone(), |keywords| Shared::new((0..keywords.rows.len()).collect::<Vec<_>>()));
    let scope = Scope::story(&route.id);
    let onorder = {
        let route = route.clone();
        Callback::from(move |order| {
            browser::replace(&Route::Keywords(KeywordsRoute { order, ..route.clone() }));
        })
    };
    let key = match route.method {
        KeywordMethod::TfIdf => key!("keywords-summary-tfidf"),
        KeywordMethod::TextRank => key!("keywords-summary-textrank"),
    };
    let arguments = [
        ("story", scopes::name(&scope, store.rows(), &catalog).into()),
        ("stories", keywords.stories.into()),
        ("total", keywords.total.into()),
    ];
    let Some(query) = route.query() else { return html! {} };
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={Query::from(query)}
            name="story-keywords"
            label={catalog.text(key!("keywords-title"))}
            summary={catalog.with(key, arguments)}
            empty={catalog.text(key!("keywords-empty"))}
            {scope}
            order={route.order.clone()}
            {onorder}
        />
    }
}
