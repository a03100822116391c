//! What is not drawn, and not compared, of very many stories, and the way to fewer.

use yew::prelude::*;

use crate::engine::Offer;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::{Route, SimilarityRoute};
use crate::ui::scopes;

/// Stories whose matrix is drawn at most: of more, a square is too small to be seen or met.
pub const READABLE: usize = 300;

/// Properties of [`ManyStories`].
#[derive(Clone, PartialEq, Properties)]
pub struct ManyStoriesProps {
    /// How many stories are to be compared.
    pub stories: usize,
}

/// A sentence on what is left out of many stories, to be read before they are compared; nothing for a few.
#[component]
pub fn ManyStories(props: &ManyStoriesProps) -> Html {
    let catalog = use_catalog();
    if props.stories <= READABLE {
        return html! {};
    }
    let arguments = [("stories", props.stories.into()), ("most", READABLE.into())];
    html! { <p class="hint similarity-large" role="note">{ catalog.with(key!("similarity-large"), arguments) }</p> }
}

/// Properties of [`FewerStories`].
#[derive(Clone, PartialEq, Properties)]
pub struct FewerStoriesProps {
    /// What can be compared.
    pub offer: Offer,
    /// The address at which there were too many.
    pub route: SimilarityRoute,
}

/// The way from too many stories to some that can be compared.
#[component]
pub fn FewerStories(props: &FewerStoriesProps) -> Html {
    let catalog = use_catalog();
    let Offer { scope, stories } = &props.offer;
    let to = SimilarityRoute { scope: scope.clone(), ..props.route.clone() };
    // An offer is days, perhaps of a paper or a page, and never one story, which alone would have to be looked up.
    let name = scopes::name(scope, &[], &catalog);
    let arguments = [("stories", (*stories).into()), ("scope", name.as_str().into())];
    html! {
        <p class="similarity-offer">
            <a class="button" href={Route::from(to).href()}>{ catalog.with(key!("similarity-offer"), arguments) }</a>
        </p>
    }
}
