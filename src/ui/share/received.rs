//! The page of a link that brings own texts: it says which, and takes them in when the reader agrees.

use yew::prelude::*;

use crate::engine::{Ask, LinkContentsQuestion, Query};
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::routes::{Route, TextLabel};
use crate::ui::shell::missing_texts::{MissingTexts, labelled};
use crate::ui::state::Loaded;
use crate::ui::store::use_store;
use crate::ui::widgets::notice::NoticeLine;
use crate::ui::widgets::waiting::when_here;
use crate::view::{LinkContents, LinkStory};

/// Returns the query of what a link brings.
pub(crate) fn contents(packed: &str) -> Query<LinkContentsQuestion> {
    LinkContentsQuestion { packed: packed.to_owned() }.query()
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReceivedTextsProps {
    /// The packed texts.
    pub(crate) packed: String,
    /// What the link says of the texts that are not here.
    pub(crate) missing: Vec<TextLabel>,
}

/// Draws the texts that a link brings with the button that takes them in; or what is wrong with them, above what can be
/// done without them.
#[component]
pub(crate) fn ReceivedTexts(props: &ReceivedTextsProps) -> Html {
    let store = use_store();
    let query = contents(&props.packed);
    match store.state.answer(&query) {
        Loaded::Failed(failure) => html! {
            <>
                <NoticeLine notice={labels::failure(&failure)} />
                <MissingTexts texts={props.missing.clone()} />
            </>
        },
        loaded => when_here(&loaded, &query, |brought| html! { <Offer brought={(**brought).clone()} /> }),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OfferProps {
    brought: LinkContents,
}

#[component]
fn Offer(props: &OfferProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let LinkContents { stories, entries, session } = &props.brought;
    let take = {
        let (asker, session) = (store.asker.clone(), session.clone());
        Callback::from(move |_: MouseEvent| asker.import_session(session.clone()))
    };
    let n = stories.len();
    html! {
        <article class="page prose missing-texts received-texts">
            <h1>{ catalog.with(key!("received-title"), [("n", n.into())]) }</h1>
            <ul>{ for stories.iter().enumerate().map(|(place, story)| line(place, story, &catalog)) }</ul>
            <p>{ catalog.with(key!("received-how"), [("n", n.into()), ("entries", (*entries).into())]) }</p>
            <div class="missing-tools">
                <button type="button" class="button primary" onclick={take}>{ catalog.text(key!("received-take")) }</button>
                <a class="button" href={Route::Home.href()}>{ catalog.text(key!("received-leave")) }</a>
            </div>
        </article>
    }
}

fn line(place: usize, story: &LinkStory, catalog: &Catalog) -> Html {
    let LinkStory { title, paper, date, characters } = story.clone();
    let length = catalog.with(key!("received-length"), [("characters", characters.into())]);
    html! {
        <li key={place}>
            { labelled(&TextLabel { title, paper, date }, catalog) }
            { " " }<span class="soft">{ length }</span>
        </li>
    }
}
