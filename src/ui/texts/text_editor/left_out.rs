//! What of a text is part of no story: the row of a folded run, and a search that takes lines back.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::draft_view::{self, BlockPlace, PageCorrection};
use super::folds;
use super::lines::shortened;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::{CHINESE, lang_of};
use crate::ui::one_line::one_line;
use crate::ui::shared::Shared;
use crate::view::TextPage;

/// Number of lines that are listed of those found.
const LISTED: usize = 30;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FoldRowProps {
    /// Number of lines of the run.
    pub(super) lines: u32,
    /// The first words of some of its blocks.
    pub(super) quotes: Vec<String>,
    pub(super) open: bool,
    /// Called with true to open the run.
    pub(super) onfold: Callback<bool>,
}

/// Draws the row of a run of furniture, which opens and folds it.
#[component]
pub(super) fn FoldRow(props: &FoldRowProps) -> Html {
    let catalog = use_catalog();
    let open = props.open;
    let onclick = props.onfold.reform(move |_: MouseEvent| !open);
    html! {
        <li class="fold">
            <button type="button" data-step="" aria-expanded={open.to_string()} {onclick}>
                <span>{ catalog.with(key!("fold-lines"), [("n", props.lines.into())]) }</span>
                <span class="soft" lang={lang_of(props.quotes.concat())}>{ one_line(&props.quotes.join(&*catalog.text(key!("list-comma")))) }</span>
            </button>
        </li>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct LeftOutSearchProps {
    pub(super) page: Shared<TextPage>,
    /// Called with the line of a block to go to.
    pub(super) ongo: Callback<u32>,
    pub(super) oncorrect: Callback<PageCorrection>,
}

/// Draws a field that searches what was left out, and the lines found, each of which can be taken back.
#[component]
pub(super) fn LeftOutSearch(props: &LeftOutSearchProps) -> Html {
    let catalog = use_catalog();
    let typed = use_state_eq(String::new);
    let lines = folds::lines_left_out(&props.page);
    if (lines as usize) < folds::FOLDED {
        return html! {};
    }
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let wanted = typed.trim();
    let found = if wanted.is_empty() { Vec::new() } else { folds::found(&props.page, wanted) };
    html! {
        <div class="left-out-search" role="search">
            <label>
                <span class="soft">{ catalog.with(key!("left-out-search"), [("n", lines.into())]) }</span>
                <input type="search" autocomplete="off" lang={CHINESE} value={(*typed).clone()} {oninput} />
            </label>
            if !wanted.is_empty() {
                <p class="soft" role="status">{ catalog.with(key!("left-out-found"), [("n", found.len().into())]) }</p>
                <ul>{ for found.into_iter().take(LISTED).map(|place| line(place, props)) }</ul>
            }
        </div>
    }
}

/// Draws a line found, with buttons that go to it and that take it back into its story.
fn line(place: BlockPlace, props: &LeftOutSearchProps) -> Html {
    html! { <FoundLine key={format!("{place:?}")} page={props.page.clone()} {place} ongo={props.ongo.clone()} oncorrect={props.oncorrect.clone()} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct FoundLineProps {
    page: Shared<TextPage>,
    place: BlockPlace,
    ongo: Callback<u32>,
    oncorrect: Callback<PageCorrection>,
}

#[component]
fn FoundLine(props: &FoundLineProps) -> Html {
    let catalog = use_catalog();
    let Some(block) = draft_view::block(&props.page, props.place) else { return html! {} };
    let number = block.lines.0;
    let go = props.ongo.reform(move |_: MouseEvent| number);
    let back = {
        let (oncorrect, page, place) = (props.oncorrect.clone(), props.page.clone(), props.place);
        Callback::from(move |_: MouseEvent| {
            draft_view::turn(&page, place).into_iter().for_each(|correction| oncorrect.emit(correction));
        })
    };
    let named = labels::named(key!("block-restore"), &block.text, &catalog);
    html! {
        <li>
            <span class="figures soft">{ number }</span>
            <button type="button" class="link" lang={lang_of(shortened(&block.text))} onclick={go}>{ one_line(&shortened(&block.text)) }</button>
            <button type="button" class="button" aria-label={named} onclick={back}>{ catalog.text(key!("block-restore")) }</button>
        </li>
    }
}
