//! The effect of an edit of the dictionary, before it is made.

use yew::prelude::*;

use crate::corpus::Units;
use crate::engine::{Ask, DictionaryEdit, PreviewDictionary, Query};
use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::routes::{ReadRoute, Route};
use crate::ui::state::Loaded;
use crate::ui::store::{use_asking, use_store};
use crate::view::{DictionaryEffect, EffectExample};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EffectSummaryProps {
    /// The edit.
    pub(crate) edit: DictionaryEdit,
    /// The units of segmentation that the effect is measured with.
    pub(crate) units: Units,
    /// Called when an example is followed.
    #[prop_or_default]
    pub(crate) onopen: Callback<()>,
}

/// Draws the effect: the number of changes, and a few examples before and after.
#[component]
pub(crate) fn EffectSummary(props: &EffectSummaryProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let query = PreviewDictionary { edit: props.edit.clone() }.over(props.units);
    let whole = Query::from(query.clone());
    use_asking(&store.asker, Some(whole).filter(|query| store.state.wants(query)));
    let drawn = |effect: &DictionaryEffect| {
        if effect.tokens == 0 {
            return html! { <p>{ catalog.text(key!("effect-none")) }</p> };
        }
        let numbers = [
            ("tokens", effect.tokens.into()),
            ("stories", effect.stories.into()),
            ("words", effect.words.into()),
            ("ranks", effect.ranks.into()),
        ];
        html! {
            <>
                <p>{ catalog.with(key!("effect-counts"), numbers) }</p>
                <ul class="effect-examples">{ for effect.examples.iter().map(|found| example(found, props)) }</ul>
            </>
        }
    };
    html! {
        <section class="effect" aria-live="polite">
            <h3>{ catalog.text(key!("effect-title")) }</h3>
            { match store.state.answer(&query) {
                Loaded::Here(effect) => drawn(&effect),
                Loaded::Waiting => html! { <p class="soft" aria-busy="true">{ catalog.text(key!("waiting-answer")) }</p> },
                Loaded::Failed(failure) => html! { <p>{ labels::words(&labels::failure(&failure), &catalog) }</p> },
            } }
        </section>
    }
}

/// Draws a place before and after, with a link to it.
fn example(example: &EffectExample, props: &EffectSummaryProps) -> Html {
    let at = ReadRoute {
        id: example.id.clone(),
        at: Some(example.start),
        boundaries: true,
        units: props.units,
        ..ReadRoute::default()
    };
    let onclick = props.onopen.reform(|_: MouseEvent| ());
    html! {
        <li key={format!("{}-{}", example.id, example.start)}>
            <a href={Route::Read(at).href()} {onclick} lang={lang_of([&*example.left, &*example.before.join(""), &*example.right].concat())}>
                <span class="soft">{ example.left.clone() }</span>
                <del>{ example.before.join("│") }</del>
                <span aria-hidden="true">{ "→" }</span>
                <ins>{ example.after.join("│") }</ins>
                <span class="soft">{ example.right.clone() }</span>
            </a>
        </li>
    }
}
