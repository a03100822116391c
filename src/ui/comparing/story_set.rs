//! A choice of several stories, each with its siglum; the first is the base of the comparison.

use yew::prelude::*;

use super::sigla::sigil;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::one_line::one_line;
use crate::ui::routes::{ReadRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::widgets::story_picker::StoryPicker;
use crate::ui::{browser, scopes};
use crate::view::StoryRow;

/// Properties of [`StorySet`].
#[derive(Clone, PartialEq, Properties)]
pub struct StorySetProps {
    /// The stories to choose from.
    pub stories: Shared<Vec<StoryRow>>,
    /// The chosen ones, by id; the first is the base.
    pub ids: Vec<String>,
    /// Called with another choice.
    pub onset: Callback<Vec<String>>,
}

/// Maximum number of stories in one comparison.
pub(crate) const MOST: usize = 24;

/// Draws one line for each story, and a list to add another.
#[component]
pub fn StorySet(props: &StorySetProps) -> Html {
    let catalog = use_catalog();
    let StorySetProps { stories, ids, onset } = props;
    // Ids that are already in the set are not offered again.
    let offered = use_memo((stories.clone(), ids.clone()), |(stories, ids)| {
        let free = stories.iter().filter(|row| !ids.contains(&row.id)).cloned();
        Shared::new(free.collect::<Vec<StoryRow>>())
    });
    let onpick = {
        let (ids, onset) = (ids.clone(), onset.clone());
        Callback::from(move |id: String| {
            onset.emit(ids.iter().cloned().chain(std::iter::once(id)).collect());
        })
    };
    html! {
        <div class="story-set">
            <ol>{ for ids.iter().enumerate().map(|(place, id)| line(place, id, props, &catalog)) }</ol>
            if ids.len() < MOST && !offered.is_empty() {
                <StoryPicker label={catalog.text(key!("set-add"))} stories={(*offered).clone()} value="" {onpick} action={catalog.text(key!("set-add-action"))} />
            }
        </div>
    }
}

/// Draws a chosen story, with buttons that make it the base and take it out.
fn line(place: usize, id: &String, props: &StorySetProps, catalog: &Catalog) -> Html {
    let StorySetProps { stories, ids, onset } = props;
    let change = |change: &dyn Fn(&mut Vec<String>)| {
        let mut ids = ids.clone();
        change(&mut ids);
        onset.reform(move |_: MouseEvent| ids.clone())
    };
    let rebase = {
        let rebased = change(&|ids| ids[..=place].rotate_right(1));
        Callback::from(move |event: MouseEvent| {
            // The work goes on with the new base, whose line has no such button.
            browser::focus("set-0");
            rebased.emit(event);
        })
    };
    let letter = sigil(place, catalog.language());
    let found = stories.iter().find(|row| row.id == *id);
    let title = found.map_or_else(|| id.clone(), |row| scopes::title(row, catalog));
    let origin = found.map(scopes::origin).unwrap_or_default();
    let read = Route::Read(ReadRoute { id: id.clone(), ..ReadRoute::default() });
    let named = [("title", title.as_str().into())];
    html! {
        <li key={place}>
            <b class="sigil">{ letter }</b>
            <span class="origin" lang={lang_of(&origin)}>{ origin }</span>
            <a id={format!("set-{place}")} class="title" title={title.clone()} lang={lang_of(&title)} href={read.href()}>{ one_line(&title) }</a>
            if place == 0 {
                <span class="base">{ catalog.text(key!("set-base")) }</span>
            } else {
                <button
                    type="button"
                    class="link"
                    aria-label={catalog.with(key!("set-make-base-of"), named.clone())}
                    onclick={rebase}
                >{ catalog.text(key!("set-make-base")) }</button>
            }
            if ids.len() > 2 || ids[..place].contains(id) {
                <button
                    type="button"
                    class="link"
                    aria-label={catalog.with(key!("set-remove-of"), named)}
                    onclick={change(&|ids| { ids.remove(place); })}
                >{ catalog.text(key!("set-remove")) }</button>
            }
        </li>
    }
}
