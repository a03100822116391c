//! The dialog that corrects words in place.

use yew::prelude::*;

use super::draft::CorrectionDraft;
use super::effect::EffectSummary;
use crate::corpus::Units;
use crate::engine::{Ask, DictionaryEdit, Query, WordsAtQuestion};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::{lang_of, run};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::state::{Action, Loaded};
use crate::ui::store::{use_asking, use_store};
use crate::ui::{browser, labels};
use crate::view::{Range, StoryPlace, WordMark, WordsAt};

/// The dialog's id.
const DIALOG: &str = "correction";

/// The kinds of word that can be chosen: a message and its part of speech.
const KINDS: [(MessageKey, &str); 4] =
    [(key!("correct-kind-none"), ""), (key!("tag-nr"), "nr"), (key!("tag-ns"), "ns"), (key!("tag-nt"), "nt")];

#[derive(Clone, PartialEq, Properties)]
pub(super) struct CorrectionDialogProps {
    pub(super) place: StoryPlace,
    pub(super) units: Units,
}

/// Asks how to segment the characters of a place, and shows the effect of that.
#[component]
pub(super) fn CorrectionDialog(props: &CorrectionDialogProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let dialog = use_node_ref();
    use_effect_with((), |()| {
        browser::open_dialog(DIALOG);
    });
    let onclose = {
        let state = store.state.dispatcher();
        Callback::from(move |_: Event| state.dispatch(Action::Pick(None)))
    };
    let query = words_query(&props.place, props.units);
    let whole = Query::from(query.clone());
    use_asking(&store.asker, Some(whole).filter(|query| store.state.wants(query)));
    let body = match store.state.answer(&query) {
        Loaded::Here(found) => html! {
            <Form
                key={format!("{}-{}-{}", props.place.id, props.place.start, props.place.end)}
                place={props.place.clone()}
                units={props.units}
                found={(*found).clone()}
            />
        },
        Loaded::Waiting => {
            html! { <p class="soft" aria-busy="true">{ catalog.text(key!("waiting-answer")) }</p> }
        }
        Loaded::Failed(failure) => html! { <p>{ labels::words(&labels::failure(&failure), &catalog) }</p> },
    };
    html! {
        <dialog ref={dialog} id={DIALOG} class="correction" aria-labelledby="correction-title" {onclose}>
            <header>
                <h2 id="correction-title">{ catalog.text(key!("correct-title")) }</h2>
                <button type="button" class="close" onclick={|_| browser::close_dialog(DIALOG)} aria-label={catalog.text(key!("action-close"))}>{ "×" }</button>
            </header>
            { body }
        </dialog>
    }
}

fn words_query(place: &StoryPlace, units: Units) -> Query<WordsAtQuestion> {
    let range = Range { start: place.start, end: place.end };
    WordsAtQuestion { id: place.id.clone(), place: range }.over(units)
}

#[derive(Clone, PartialEq, Properties)]
struct FormProps {
    place: StoryPlace,
    units: Units,
    found: WordsAt,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let draft = use_state_eq(|| CorrectionDraft::new(&props.place, &props.found));
    let Some(present) = (*draft).clone() else {
        return html! { <p>{ catalog.text(key!("correct-nothing")) }</p> };
    };
    let says = present.says_something(&props.found);
    let correction = present.correction();
    let put = correction.clone().ok().filter(|_| says).map(DictionaryEdit::Put);
    let onaccept = {
        let (asker, put) = (store.asker.clone(), put.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(put) = &put {
                asker.edit(put.clone(), key!("notice-corrected"));
                browser::close_dialog(DIALOG);
            }
        })
    };
    let change = {
        let draft = draft.setter();
        Callback::from(move |changed: CorrectionDraft| draft.set(Some(changed)))
    };
    let word: String = present.characters.iter().collect();
    let look_up = Route::Concordance(ConcordanceRoute {
        node: word,
        units: props.units,
        ..ConcordanceRoute::default()
    });
    html! {
        <form onsubmit={onaccept}>
            <div class="cutting">
                { neighbour(&props.found.left, false, props, &present, &store.state.dispatcher(), &catalog) }
                { characters(&present, &change, &catalog) }
                { neighbour(&props.found.right, true, props, &present, &store.state.dispatcher(), &catalog) }
            </div>
            <p class="soft now">
                { catalog.with(key!("correct-now"), [("words", present.parts_now().join(" │ ").into())]) }
            </p>
            { choices(&present, &change, &catalog) }
            if let Err(kind) = &correction {
                <p class="notice notice-error" role="alert">{ labels::lexicon_error(*kind, &catalog) }</p>
            } else if let Some(edit) = put.clone() {
                <EffectSummary {edit} units={props.units} onopen={|()| browser::close_dialog(DIALOG)} />
            } else {
                <p class="soft">{ catalog.text(key!("correct-hint")) }</p>
            }
            <footer>
                <button type="submit" class="button primary" disabled={put.is_none()}>{ catalog.text(key!("correct-accept")) }</button>
                <button type="button" class="button" onclick={|_| browser::close_dialog(DIALOG)}>{ catalog.text(key!("action-cancel")) }</button>
                <a href={look_up.href()} onclick={|_| browser::close_dialog(DIALOG)}>{ catalog.text(key!("correct-look-up")) }</a>
            </footer>
        </form>
    }
}

/// Draws the characters with a switch in every gap.
fn characters(draft: &CorrectionDraft, change: &Callback<CorrectionDraft>, catalog: &Catalog) -> Html {
    let gap = |place: usize| {
        let cut = draft.cuts.contains(&place);
        let (before, after) = (draft.characters[place - 1], draft.characters[place]);
        let label = catalog.with(
            key!("correct-gap"),
            [("before", before.to_string().into()), ("after", after.to_string().into())],
        );
        let toggled = draft.toggled(place);
        let onclick = change.reform(move |_: MouseEvent| toggled.clone());
        html! {
            <button type="button" class="gap" aria-pressed={cut.to_string()} aria-label={label.clone()} title={label} {onclick}></button>
        }
    };
    html! {
        <span class="characters" lang={lang_of(draft.characters.iter().collect::<String>())}>
            { for draft.characters.iter().enumerate().map(|(place, c)| html! {
                <>
                    if place > 0 {
                        { gap(place) }
                    }
                    <span>{ c.to_string() }</span>
                </>
            }) }
        </span>
    }
}

/// Draws the word next to the place, which a click adds to it.
fn neighbour(
    beside: &[WordMark],
    after: bool,
    props: &FormProps,
    draft: &CorrectionDraft,
    state: &UseReducerDispatcher<crate::ui::state::AppState>,
    catalog: &Catalog,
) -> Html {
    let word = if after { beside.first() } else { beside.last() };
    let Some(word) = word.filter(|word| word.is_word()) else { return html! { <span></span> } };
    let StoryPlace { id, start, end } = draft.place.clone();
    let (first, last) = (props.found.words.first(), props.found.words.last());
    let start = if after { first.map_or(start, |first| first.start) } else { word.start };
    let end = if after { word.end } else { last.map_or(end, |last| last.end) };
    let wider = StoryPlace { id, start, end };
    let state = state.clone();
    let onclick = Callback::from(move |_: MouseEvent| state.dispatch(Action::Pick(Some(wider.clone()))));
    let label = catalog.with(key!("correct-take-in"), [("word", word.word.as_str().into())]);
    html! {
        <button type="button" class={classes!("neighbour", after.then_some("after"))} aria-label={label.clone()} title={label} {onclick}>
            <span aria-hidden="true">{ "＋" }</span>{ run(&word.word) }
        </button>
    }
}

/// Draws the choices: everywhere or here, the kind of word, and the strength.
fn choices(draft: &CorrectionDraft, change: &Callback<CorrectionDraft>, catalog: &Catalog) -> Html {
    let radio = |name: &'static str, key: MessageKey, chosen: bool, changed: CorrectionDraft| {
        let onchange = change.reform(move |_: Event| changed.clone());
        html! {
            <label key={key}><input type="radio" {name} checked={chosen} {onchange} />{ catalog.text(key) }</label>
        }
    };
    let group = |key: MessageKey, choices: Html| {
        html! { <fieldset><legend>{ catalog.text(key) }</legend>{ choices }</fieldset> }
    };
    let with =
        |here: bool, tag: &'static str, forced: bool| CorrectionDraft { here, tag, forced, ..draft.clone() };
    html! {
        <div class="correction-choices">
            { group(key!("correct-where"), html! {
                <>
                    { radio("where", key!("correct-everywhere"), !draft.here, with(false, draft.tag, draft.forced)) }
                    { radio("where", key!("correct-here"), draft.here, with(true, draft.tag, draft.forced)) }
                </>
            }) }
            if draft.is_word() {
                { group(key!("correct-kind"), html! { <>{ for KINDS.into_iter().map(|(key, tag)| {
                    radio("kind", key, draft.tag == tag, with(draft.here, tag, draft.forced))
                }) }</> }) }
            }
            if draft.is_word() && !draft.here {
                { group(key!("correct-strength"), html! {
                    <>
                        { radio("strength", key!("strength-forced"), draft.forced, with(draft.here, draft.tag, true)) }
                        { radio("strength", key!("strength-recommended"), !draft.forced, with(draft.here, draft.tag, false)) }
                    </>
                }) }
            }
        </div>
    }
}
