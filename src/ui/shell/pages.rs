//! The page of each route.

use yew::prelude::*;

use super::{about, missing_texts, not_found};
use crate::ui::comparing::{compare, dots, facts, report, similarity, sources, witnesses};
use crate::ui::counting::{
    collocates, concordance, keyness, keywords, measures, names, phrases, terms, words,
};
use crate::ui::dictionary::{dictionary_page, regional};
use crate::ui::first_screen::start_page;
use crate::ui::reading::{papers, read, segmenters};
use crate::ui::routes::{LinkOutcome, Route};
use crate::ui::share::received::ReceivedTexts;
use crate::ui::state::{AppState, EngineState};
use crate::ui::texts::{text_page, texts_page};

/// Draws what a link opens: the page of its route, unless own texts that it names are not here.
/// A page whose fields offer stories waits until these are known, as what is drawn before would move when the fields come.
pub(super) fn opened(opened: &LinkOutcome, route: &Route, state: &AppState) -> Html {
    let stories_known = state.stories.is_some() || matches!(state.engine, EngineState::Failed(_));
    match opened {
        LinkOutcome::Here { .. } if !stories_known && route.viewed().is_some() => {
            html! { <missing_texts::AwaitedTexts /> }
        }
        LinkOutcome::Here { .. } => page(route),
        LinkOutcome::Waits => html! { <missing_texts::AwaitedTexts /> },
        LinkOutcome::Missing(texts) => html! { <missing_texts::MissingTexts texts={texts.clone()} /> },
        LinkOutcome::Received { packed, missing } => {
            html! { <ReceivedTexts packed={packed.clone()} missing={missing.clone()} /> }
        }
    }
}

/// Draws the page of a route.
fn page(route: &Route) -> Html {
    match route {
        Route::Papers => html! { <papers::Papers /> },
        Route::Read(route) => html! { <read::Read route={route.clone()} /> },
        Route::Compare(route) => html! { <compare::Compare route={route.clone()} /> },
        Route::Witnesses(route) => html! { <witnesses::WitnessesPage route={route.clone()} /> },
        Route::Facts(route) => html! { <facts::FactsPage route={route.clone()} /> },
        Route::Report(route) => html! { <report::ReportPage route={route.clone()} /> },
        Route::Similarity(route) => html! { <similarity::SimilarityPage route={route.clone()} /> },
        Route::Dots(route) => html! { <dots::DotsPage route={route.clone()} /> },
        Route::Sources(route) => html! { <sources::SourcesPage route={route.clone()} /> },
        Route::Segmenters(route) => html! { <segmenters::Segmenters route={route.clone()} /> },
        Route::Words(route) => html! { <words::Words route={route.clone()} /> },
        Route::Keyness(route) => html! { <keyness::KeynessPage route={route.clone()} /> },
        Route::Concordance(route) => html! { <concordance::ConcordancePage route={route.clone()} /> },
        Route::Collocates(route) => html! { <collocates::CollocatesPage route={route.clone()} /> },
        Route::Phrases(route) => html! { <phrases::PhrasesPage route={route.clone()} /> },
        Route::Terms(route) => html! { <terms::TermsPage route={route.clone()} /> },
        Route::Names(route) => html! { <names::NamesPage route={route.clone()} /> },
        Route::Measures(route) => html! { <measures::MeasuresPage route={route.clone()} /> },
        Route::Keywords(route) => html! { <keywords::KeywordsPage route={route.clone()} /> },
        Route::Dictionary(route) => html! { <dictionary_page::DictionaryPage route={route.clone()} /> },
        Route::Regional(route) => html! { <regional::RegionalPage route={route.clone()} /> },
        Route::Texts => html! { <texts_page::Texts /> },
        Route::Text(route) => {
            html! { <text_page::TextPageView key={route.id.clone()} route={route.clone()} /> }
        }
        Route::About => html! { <about::About /> },
        Route::Home => html! { <start_page::StartPage /> },
        Route::Unknown(address) => html! { <not_found::NotFound address={address.clone()} /> },
    }
}
