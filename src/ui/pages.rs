//! One page a route.

mod about;
mod compare;
mod concordance;
mod dictionary;
mod keyness;
mod not_found;
mod papers;
mod read;
mod segmenters;
mod text_page;
mod texts;
mod words;

use yew::prelude::*;

use super::routes::Route;

/// The page of a route.
pub(super) fn page(route: &Route) -> Html {
    match route {
        Route::Papers => html! { <papers::Papers /> },
        Route::Read(route) => html! { <read::Read route={route.clone()} /> },
        Route::Compare(route) => html! { <compare::Compare route={route.clone()} /> },
        Route::Segmenters(route) => html! { <segmenters::Segmenters route={route.clone()} /> },
        Route::Words(route) => html! { <words::Words route={route.clone()} /> },
        Route::Keyness(route) => html! { <keyness::KeynessPage route={route.clone()} /> },
        Route::Concordance(route) => html! { <concordance::ConcordancePage route={route.clone()} /> },
        Route::Dictionary(route) => html! { <dictionary::DictionaryPage route={route.clone()} /> },
        Route::Texts => html! { <texts::Texts /> },
        Route::Text(route) => {
            html! { <text_page::TextPageView key={route.id.clone()} route={route.clone()} /> }
        }
        Route::About => html! { <about::About /> },
        // The app fills an empty address in before it comes here.
        Route::Home => html! {},
        Route::Unknown(address) => html! { <not_found::NotFound address={address.clone()} /> },
    }
}
