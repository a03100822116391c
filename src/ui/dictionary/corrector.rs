//! The button next to a selection, and the keys, that open the correction of words in place.

use gloo::events::EventListener;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::correction::CorrectionDialog;
use super::selection;
use crate::corpus::{Mode, Units};
use crate::engine::DictionaryEdit;
use crate::ui::browser;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::shell::keyboard::{Command, use_commands};
use crate::ui::state::Action;
use crate::ui::store::{Store, use_store};
use crate::view::StoryPlace;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CorrectorProps {
    /// The units of segmentation on the screen.
    pub(crate) units: Units,
    /// True if undo and redo apply to the dictionary, as on every page without changes of its own.
    pub(crate) undoes: bool,
}

/// Watches the reader's selection. The button appears when the selection could be a word; it takes neither
/// focus nor selection, so that copying works as usual.
#[component]
pub(crate) fn Corrector(props: &CorrectorProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let node = use_node_ref();
    let selected = use_selected(&node);
    let open = {
        let state = store.state.dispatcher();
        move |place: StoryPlace| state.dispatch(Action::Pick(Some(place)))
    };
    let obey = use_callback((store.clone(), props.units, props.undoes), |command, (store, units, undoes)| {
        obey(command, store, *units, *undoes)
    });
    use_commands(obey);
    html! {
        <>
            // If every character is a unit of its own, there is no word to correct.
            if let (Some(place), None, true) = (&selected, &store.state.picked, props.units.mode != Mode::Character) {
                <button
                    ref={node}
                    type="button"
                    class="fix-chip"
                    onmousedown={|event: MouseEvent| event.prevent_default()}
                    onclick={let place = place.clone(); Callback::from(move |_: MouseEvent| open(place.clone()))}
                >{ catalog.text(key!("correct-open")) }{ " " }<kbd aria-hidden="true">{ "e" }</kbd></button>
            }
            if let Some(place) = &store.state.picked {
                <CorrectionDialog place={place.clone()} units={props.units} />
            }
        </>
    }
}

/// Returns the selection that could be a word, and keeps the element at `node` below it.
#[hook]
fn use_selected(node: &NodeRef) -> Option<StoryPlace> {
    let chip = use_state_eq(|| None::<(StoryPlace, i32, i32)>);
    use_effect_with((), {
        let chip = chip.setter();
        move |()| {
            let listener = browser::document().map(|document| {
                EventListener::new(&document, "selectionchange", move |_| {
                    chip.set(selection::selected().map(|(place, rect)| {
                        (place, (rect.left() + rect.width() / 2.0) as i32, rect.bottom() as i32)
                    }));
                })
            });
            move || drop(listener)
        }
    });
    use_effect_with(((*chip).clone(), node.clone()), |(chip, node)| {
        // Set by script: the Content-Security-Policy forbids style in markup.
        if let (Some((_, x, y)), Some(element)) = (chip, node.cast::<HtmlElement>()) {
            let style = element.style();
            let _ = style.set_property("left", &format!("{x}px"));
            let _ = style.set_property("top", &format!("{y}px"));
        }
    });
    chip.as_ref().map(|(place, ..)| place.clone())
}

/// Corrects the word at hand, or undoes or redoes a correction. Returns false for another command.
fn obey(command: Command, store: &Store, units: Units, undoes: bool) -> bool {
    match command {
        Command::Correct => {
            if units.mode == Mode::Character {
                return false;
            }
            let place = selection::selected().map(|(place, _)| place);
            // There the key is for the effect of the difference.
            let place =
                place.or_else(|| if selection::is_at_difference() { None } else { selection::focused() });
            place.map(|place| store.state.dispatch(Action::Pick(Some(place)))).is_some()
        }
        Command::Undo | Command::Redo if !undoes => false,
        Command::Undo => {
            store.asker.edit(DictionaryEdit::Undo, key!("notice-undone"));
            true
        }
        Command::Redo => {
            store.asker.edit(DictionaryEdit::Redo, key!("notice-redone"));
            true
        }
        _ => false,
    }
}
