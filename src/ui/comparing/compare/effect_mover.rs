//! The difference that the reader is at, in words, and the choice of another effect for it.

use yew::prelude::*;

use super::collation::Stop;
use crate::engine::DictionaryEdit;
use crate::lexicon::{Correction, DifferenceSide, Place};
use crate::ui::browser;
use crate::ui::comparing::marked::describe;
use crate::ui::dictionary::selection::{self, EFFECT_IN_FORCE};
use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard::{Command, use_commands};
use crate::ui::store::use_store;
use crate::view::{Comparison, DifferenceView, Effect};

/// Properties of [`EffectMover`].
#[derive(Clone, PartialEq, Properties)]
pub struct EffectMoverProps {
    /// The comparison.
    pub comparison: Shared<Comparison>,
    /// The stop the reader is at.
    pub current: Option<Stop>,
}

/// Draws one button for each effect, in order of weight; nothing where the reader is at no difference. The key `e` goes to
/// them.
#[component]
pub fn EffectMover(props: &EffectMoverProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let difference = props.current.and_then(|stop| stop.difference(&props.comparison));
    let obey = use_callback(difference.is_some(), |command, is_there| {
        // Words that are selected or focused are corrected by the same key.
        let is_for_words = || {
            selection::selected().is_some()
                || (!selection::is_at_difference() && selection::focused().is_some())
        };
        let obeys = *is_there && command == Command::Correct && !is_for_words();
        if obeys {
            browser::focus(EFFECT_IN_FORCE);
        }
        obeys
    });
    use_commands(obey);
    let Some(difference) = difference else { return html! {} };
    let button = |effect: Effect| {
        let is_in_force = difference.effect == effect;
        let edit = (!is_in_force).then(|| edit(&props.comparison, difference, effect)).flatten();
        let asker = store.asker.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(edit) = edit.clone() {
                let done = match edit {
                    DictionaryEdit::Put(_) => key!("notice-effect-moved"),
                    _ => key!("notice-effect-found"),
                };
                asker.edit(edit, done);
            }
        });
        html! {
            <button
                key={labels::effect_class(effect)}
                id={is_in_force.then_some(EFFECT_IN_FORCE)}
                type="button"
                aria-pressed={is_in_force.to_string()}
                {onclick}
            >{ catalog.text(labels::effect(effect)) }</button>
        }
    };
    let what = describe(difference, &catalog);
    let found = difference.judged.map(|effect| {
        let effect = catalog.text(labels::effect(effect));
        catalog.with(key!("mover-found"), [("effect", effect.as_str().into())])
    });
    html! {
        <div class="mover" role="group" aria-label={catalog.text(key!("mover-label"))}>
            <span class="mover-what" title={what.clone()}>{ what }</span>
            <span class="mover-effects">
                <span class="choices-label">{ catalog.text(key!("mover-counts-as")) }</span>
                { for Effect::ALL.into_iter().map(button) }
                <kbd aria-hidden="true">{ "e" }</kbd>
                if let Some(found) = found {
                    <small>{ found }</small>
                }
            </span>
        </div>
    }
}

/// Returns the edit after which a difference has an effect: its move there, or the end of an earlier one if that effect is
/// the one that was found.
fn edit(comparison: &Comparison, difference: &DifferenceView, effect: Effect) -> Option<DictionaryEdit> {
    let side = |story: &str, range: crate::view::Range, words: &str| DifferenceSide {
        place: Place { story: story.to_owned(), start: range.start, end: range.end },
        words: words.to_owned(),
    };
    let sides = [
        side(&comparison.a.row.id, difference.a_range, &difference.a),
        side(&comparison.b.row.id, difference.b_range, &difference.b),
    ];
    let moved = Correction::move_difference(sides, effect).ok()?;
    Some(match difference.judged == Some(effect) {
        true => DictionaryEdit::Remove(moved.key()),
        false => DictionaryEdit::Put(moved),
    })
}
