//! What came of a session file that was opened, until it is put away or taken back.

use yew::prelude::*;

use crate::api::SessionOpened;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::shared::Shared;
use crate::view::{Beside, SessionChange, Setting};

/// Properties of [`SessionStatus`].
#[derive(Clone, PartialEq, Properties)]
pub struct SessionStatusProps {
    /// What came of it.
    pub opened: Shared<SessionOpened>,
    /// Takes it back.
    pub onundo: Callback<()>,
    /// Puts the report away.
    pub onclose: Callback<()>,
    /// Has these entries of the file hold in the place of those here.
    pub onentries: Callback<String>,
    /// Has this list of the file hold in the place of the one here.
    pub onlist: Callback<(Setting, String)>,
}

/// The counts of a session file, line by line, and one button that takes all of it back.
#[component]
pub fn SessionStatus(props: &SessionStatusProps) -> Html {
    let catalog = use_catalog();
    let opened = &props.opened;
    let change = &opened.change;
    let entries = &change.entries;
    // A line that counts nothing is left out.
    html! {
        <section class="import-status session-status" aria-label={catalog.text(key!("session-label"))}>
            <div class="import-line">
                <p><b role="status">{ catalog.text(key!("session-opened")) }</b></p>
                if opened.brought_anything() {
                    <button type="button" class="button" onclick={props.onundo.reform(|_: MouseEvent| ())}>{ catalog.text(key!("session-undo")) }</button>
                }
                <button type="button" class="button quiet" onclick={props.onclose.reform(|_: MouseEvent| ())}>{ catalog.text(key!("notice-dismiss")) }</button>
            </div>
            <ul>
                if !change.texts.pages.is_empty() || change.already > 0 {
                    { texts(change, &catalog) }
                }
                if entries.added + entries.already + entries.homeless > 0 || entries.in_conflict() > 0 {
                    { dictionary(props, &catalog) }
                }
                { settings(props, &catalog) }
                if !change.view.is_empty() {
                    <li><a href={change.view.clone()}>{ catalog.text(key!("session-view")) }</a></li>
                }
            </ul>
            if let Some(why) = &change.texts.unkept {
                <p role="alert" class="problem">{ catalog.with(key!("texts-unkept"), [("detail", labels::reason(why, &catalog).as_str().into())]) }</p>
            }
        </section>
    }
}

/// Draws the line about the texts, with those that are here twice.
fn texts(change: &SessionChange, catalog: &Catalog) -> Html {
    let counts = [
        ("added", change.texts.pages.len().into()),
        ("already", change.already.into()),
        ("beside", change.beside.len().into()),
    ];
    let pair = |pair: &Beside| {
        let numbers = [("added", pair.added.as_str().into()), ("here", pair.here.as_str().into())];
        html! { <li key={pair.added.clone()}>{ catalog.with(key!("session-beside-pair"), numbers) }</li> }
    };
    html! {
        <li>
            { catalog.with(key!("session-texts"), counts) }
            if !change.beside.is_empty() {
                <details>
                    <summary>{ catalog.text(key!("session-beside")) }</summary>
                    <ul>{ for change.beside.iter().map(pair) }</ul>
                </details>
            }
        </li>
    }
}

/// Draws the line about the dictionary, with the entries of the file that differ from those here.
fn dictionary(props: &SessionStatusProps, catalog: &Catalog) -> Html {
    let entries = &props.opened.change.entries;
    let counts = [
        ("added", entries.added.into()),
        ("already", entries.already.into()),
        ("conflicts", entries.in_conflict().into()),
        ("homeless", entries.homeless.into()),
    ];
    html! {
        <li>
            { catalog.with(key!("session-entries"), counts) }
            if entries.in_conflict() > 0 {
                <details>
                    <summary>{ catalog.text(key!("session-conflicts")) }</summary>
                    <pre>{ entries.conflicts.clone() }</pre>
                    <button type="button" class="button" onclick={onentries(props)}>{ catalog.text(key!("session-take-entries")) }</button>
                </details>
            }
        </li>
    }
}

fn onentries(props: &SessionStatusProps) -> Callback<MouseEvent> {
    let lines = props.opened.change.entries.conflicts.clone();
    props.onentries.reform(move |_: MouseEvent| lines.clone())
}

fn settings(props: &SessionStatusProps, catalog: &Catalog) -> Html {
    let SessionOpened { change, taken, stays, .. } = &*props.opened;
    let separator = catalog.text(key!("list-separator"));
    let separator = separator.as_str();
    let names = |settings: &[Setting]| {
        let names: Vec<String> =
            settings.iter().map(|&setting| catalog.text(labels::setting(setting)).to_string()).collect();
        names.join(separator)
    };
    let refused: Vec<&str> = change.refused.iter().map(|refused| refused.name.as_str()).collect();
    let list = |setting: Setting| {
        let value = change.settings.iter().find(|&&(known, _)| known == setting);
        let chosen = (setting, value.map(|(_, value)| value.clone()).unwrap_or_default());
        let onclick = props.onlist.reform(move |_: MouseEvent| chosen.clone());
        let name = catalog.text(labels::setting(setting));
        html! {
            <button key={setting.name()} type="button" class="button" {onclick}>
                { catalog.with(key!("session-take-list"), [("name", name.as_str().into())]) }
            </button>
        }
    };
    html! {
        <>
            if !taken.is_empty() {
                <li>{ catalog.with(key!("session-settings"), [("names", names(taken).into())]) }</li>
            }
            if !stays.is_empty() {
                <li>
                    { catalog.with(key!("session-lists-stay"), [("names", names(stays).into())]) }
                    { for stays.iter().map(|&setting| list(setting)) }
                </li>
            }
            if !refused.is_empty() {
                <li>{ catalog.with(key!("session-settings-refused"), [("names", refused.join(separator).into())]) }</li>
            }
        </>
    }
}
