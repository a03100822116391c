//! The choice of a text's encoding by its first lines in each.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::engine::{Ask, PreviewEncoding, Query, TextEdit};
use crate::ingest::{Encoding, PageEdit};
use crate::text::beginning;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::one_line::one_line;
use crate::ui::state::Loaded;
use crate::ui::store::{use_asking, use_store};
use crate::ui::{browser, labels};
use crate::view::EncodingPreview;

/// The dialog's id.
const DIALOG: &str = "encoding";

/// Numbers of lines shown of each encoding, and of the chosen one.
const SHOWN: usize = 3;
const SHOWN_CHOSEN: usize = 12;

/// Maximum number of characters shown of a line.
const CHARACTERS: usize = 120;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EncodingDialogProps {
    /// The page.
    pub(crate) id: String,
    /// The name of the page.
    pub(crate) name: String,
    /// The present encoding.
    pub(crate) encoding: Encoding,
    /// Called when the dialog is closed.
    pub(crate) onclose: Callback<()>,
}

/// Draws every encoding with the text's first lines read in it, and the number of characters lost.
#[component]
pub(crate) fn EncodingDialog(props: &EncodingDialogProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let chosen = use_state_eq(|| props.encoding);
    use_effect_with((), |()| {
        browser::open_dialog(DIALOG);
    });
    let preview = |encoding| PreviewEncoding { id: props.id.clone(), encoding }.query();
    let queries: Vec<_> = Encoding::ALL.into_iter().map(preview).collect();
    let all = queries.iter().cloned().map(Query::from);
    let missing: Vec<Query> = all.filter(|query| store.state.wants(query)).collect();
    use_asking(&store.asker, missing);
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(encoding) = Encoding::ALL.into_iter().find(|encoding| encoding.name() == value) {
                chosen.set(encoding);
            }
        })
    };
    let confirm = {
        let (asker, id, encoding) = (store.asker.clone(), props.id.clone(), *chosen);
        Callback::from(move |_: MouseEvent| {
            let edit =
                TextEdit::Edit { id: id.clone(), revision: None, edit: PageEdit::SetEncoding(encoding) };
            asker.edit_texts(edit, |_| ());
            browser::close_dialog(DIALOG);
        })
    };
    let cancel = Callback::from(|_: MouseEvent| browser::close_dialog(DIALOG));
    let choice = |(encoding, query): (Encoding, &Query<PreviewEncoding>)| {
        let preview = store.state.answer(query);
        choice(encoding, encoding == *chosen, &preview, &onchange, &catalog)
    };
    html! {
        <dialog id={DIALOG} class="keys encoding-dialog" aria-labelledby="encoding-title" onclose={props.onclose.reform(|_: Event| ())}>
            <h2 id="encoding-title">{ catalog.text(key!("encoding-title")) }</h2>
            <p class="soft"><bdi class="file-name">{ props.name.clone() }</bdi>{ "　" }{ catalog.text(key!("encoding-lead")) }</p>
            <ul role="radiogroup" aria-labelledby="encoding-title">{ for Encoding::ALL.into_iter().zip(&queries).map(choice) }</ul>
            <p class="choices-of-dialog">
                <button type="button" class="button" onclick={cancel}>{ catalog.text(key!("action-cancel")) }</button>
                <button type="button" class="button primary" disabled={*chosen == props.encoding} onclick={confirm}>{ catalog.text(key!("encoding-use")) }</button>
            </p>
        </dialog>
    }
}

/// Draws an encoding with the text's first lines in it, of which the chosen encoding shows more.
fn choice(
    encoding: Encoding,
    is_chosen: bool,
    preview: &Loaded<EncodingPreview>,
    onchange: &Callback<Event>,
    catalog: &Catalog,
) -> Html {
    let lines = if is_chosen { SHOWN_CHOSEN } else { SHOWN };
    html! {
        <li key={encoding.name()} class={classes!(is_chosen.then_some("chosen"))}>
            <label>
                <input type="radio" name="encoding" value={encoding.name()} checked={is_chosen} {onchange} />
                <span>{ labels::encoding(encoding) }</span>
                <span class="soft figures">
                    if let Loaded::Here(preview) = preview {
                        { catalog.with(key!("encoding-replaced"), [("n", preview.replaced.into())]) }
                    }
                </span>
            </label>
            if let Loaded::Here(preview) = preview {
                <p class="encoding-lines" lang={lang_of(preview.lines.concat())}>{ for preview.lines.iter().filter(|line| !line.trim().is_empty()).take(lines).map(|line| html! {
                    <span>{ one_line(beginning(line, CHARACTERS)) }</span>
                }) }</p>
            }
        </li>
    }
}
